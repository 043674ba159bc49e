"""The page about models: its commands run, its Python compiles, what it names is there."""

import ast
import re
import shlex
from pathlib import Path

import pytest

from extractor.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "models.md"
TEXT = PAGE.read_text(encoding="utf-8")
NEEDS_A_SERVICE = "openai/"
COMMANDS = [
    command
    for command in re.findall(r"^    \$ (extractor .*)$", TEXT, re.MULTILINE)
    if NEEDS_A_SERVICE not in command
]
SNIPPETS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(command, monkeypatch, capsys):
    """Those that need no service, from the folder of the repository."""
    monkeypatch.chdir(PAGE.parents[1])
    monkeypatch.setattr("sys.argv", shlex.split(command))

    with pytest.raises(SystemExit) as stop:
        main()

    assert not stop.value.code
    assert capsys.readouterr().out


def test_price_is_on_the_bill(monkeypatch, capsys):
    """The command with a price says what it comes to."""
    (command,) = (command for command in COMMANDS if "--price" in command)
    monkeypatch.chdir(PAGE.parents[1])
    monkeypatch.setattr("sys.argv", shlex.split(command))

    with pytest.raises(SystemExit):
        main()

    assert re.search(r"tokens in, [\d,]+ out, \$0\.0\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_python_is_python_and_its_imports_are_there(snippet):
    """With await outside of functions, as in a notebook."""
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

    compile(snippet, str(PAGE), "exec", flags=flags)

    imports = [line for line in snippet.splitlines() if line.startswith(("import ", "from "))]
    exec(compile("\n".join(imports), str(PAGE), "exec"), {})


def test_files_that_it_names_are_there():
    """No reader is sent to a file that has gone."""
    named = re.findall(r"`([\w/]+/[\w.-]+\.(?:py|md))`", TEXT)

    assert named
    assert all((PAGE.parents[1] / name).is_file() for name in named)
