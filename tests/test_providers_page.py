"""The page about other providers: its Python compiles, what it names is there."""

import ast
import re
from pathlib import Path

import pytest

from extractor.models.providers import NAMED, PROVIDERS

PAGE = Path(__file__).parents[1] / "docs" / "providers.md"
TEXT = PAGE.read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
OURS = re.compile(r"^(?:from|import) extractor.*$", re.MULTILINE)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_python_is_python_and_our_names_are_there(snippet):
    """With await outside of functions, as in a notebook; the SDKs need not be installed."""
    compile(snippet, str(PAGE), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)

    exec(compile("\n".join(OURS.findall(snippet)), str(PAGE), "exec"), {})


@pytest.mark.parametrize("provider", NAMED, ids=lambda provider: provider.name)
def test_every_named_provider_has_its_row(provider):
    """With what to install, and where its key goes."""
    (row,) = re.findall(rf"^\| `{provider.name}/NAME`.*$", TEXT, re.MULTILINE)

    assert provider.install in row
    assert all(key in row for key in provider.keys)


def test_names_of_others_are_those_of_the_catalogue():
    """No reader tries a name that does not exist."""
    (row,) = re.findall(r"^\| `azure_openai`.*$", TEXT, re.MULTILINE)
    names = re.findall(r"`(\w+)`", row)

    assert names
    assert set(names) <= set(PROVIDERS)


def test_files_that_it_names_are_there():
    """No reader is sent to a file that has gone."""
    engines = PAGE.parents[1] / "tests" / "engines"

    for name in re.findall(r"(test_\w+\.py)", TEXT):
        assert (engines / name).exists()
