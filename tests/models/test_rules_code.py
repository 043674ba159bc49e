"""The hash of the code that rules answer by: whatever changes an answer changes it."""

import subprocess
import sys
from pathlib import Path

import pytest

from extractor.models.rules_code import _PARTS, code_versions, rules_sha256

_ASIDE = ("__init__", "errors", "models", "packaged", "prices", "prompts", "usage")
"""Modules that no answer of rules depends on, or whose content a recipe names anyway."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Make a package with a module, a package of modules, and one that changes no answer."""
    for name in ("article.py", "figures/numerals.py", "models/rules/dates.py", "cli/streams.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        pytest.param("article.py", True, id="module"),
        pytest.param("figures/numerals.py", True, id="in a package"),
        pytest.param("models/rules/new.py", True, id="new module"),
        pytest.param("cli/streams.py", False, id="no part of an answer"),
        pytest.param("models/openai.py", False, id="another model"),
    ],
)
def test_a_change_of_what_determines_an_answer_is_told(
    package: Path, name: str, *, is_told: bool
) -> None:
    """And no other one: it would ask about all articles anew for nothing."""
    before = rules_sha256.__wrapped__(package)

    (package / name).write_text("# changed\n")

    assert (rules_sha256.__wrapped__(package) != before) is is_told


def test_without_sources_there_is_no_hash(tmp_path: Path) -> None:
    """A package may be shipped compiled; its version tells it then."""
    assert rules_sha256.__wrapped__(tmp_path) is None


@pytest.mark.parametrize(
    ("models", "named"),
    [(["rules"], ["rules_sha256"]), (["rules", "rules"], ["rules_sha256"])]
    + [(models, []) for models in ([], ["openai/m"], ["rules", "openai/m"])],
)
def test_the_code_counts_where_nobody_but_rules_answers(
    models: list[str], named: list[str]
) -> None:
    """What a service answered stays its answer."""
    assert list(code_versions(models)) == named


def test_all_that_rules_stand_on_counts() -> None:
    """Whoever adds a module below them is told that its place is in the list."""
    code = (
        "import sys, extractor.dialogue, extractor.models.rules;"
        "print(*(name for name in sys.modules if name.startswith('extractor.')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    modules = {name.removeprefix("extractor.").replace(".", "/") for name in loaded.stdout.split()}
    counted = tuple(part.removesuffix(".py") for part in _PARTS)
    assert {name for name in modules if not name.startswith(counted)} <= set(_ASIDE)
    assert all((Path("extractor") / part).exists() for part in _PARTS)
