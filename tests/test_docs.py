"""The pages: every command exists and runs, Python compiles and runs, what they name is there.

Commands run in the folder of a reader who has a few articles. A service's model is played by a recording
or by `rules`, so that no page needs a key; a line with the comment `# needs …` is only parsed.
"""

import ast
import asyncio
import gzip
import inspect
import json
import re
import shlex
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
import typer.main

from extractor import extract
from extractor.cli import app, main
from extractor.models import cuts
from extractor.models.providers import NAMED, PROVIDERS
from extractor.models.status import StatusFault

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PROVIDERS_PAGE = (ROOT / "docs" / "providers.md").read_text(encoding="utf-8")
ERROR = "extractor: "
GOLD = ROOT / "evals" / "gold"
REAL, CHINESE, NO_EVENT = "huqia-week-2022", "zh-lanxu-homecoming", "en-luoshui-catalogue"
LAID = (REAL, CHINESE, NO_EVENT)

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$|^(?: {4}.*\n)+", re.MULTILINE | re.DOTALL)
_SERVICE = re.compile(rf"\b(?:openai(?:-responses)?|{'|'.join(PROVIDERS)})/[\w.:-]+")
_NEEDS = re.compile(
    rf"# needs |(?:import|from) (?:openai|{'|'.join(PROVIDERS)})\b|\b(?:OpenAI|Instructor)Model\("
)
_OURS = re.compile(r"^(?:from|import) extractor.*$", re.MULTILINE)
_FILE = re.compile(
    r"`((?:extractor|tests|docs|evals|prompts|benchmarks)/[\w/.-]+\.\w+)(?:::(\w+))?`"
)
_TEST_FILE = re.compile(r"\b(test_\w+\.py)\b")
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)\)")


class Block(NamedTuple):
    """A block of code of a page."""

    page: Path
    language: str
    text: str


def _blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(page, found[1] or "", found[2] if found[2] is not None else found[0])
        for found in _BLOCK.finditer(text)
    ]


def _lines(page: Path) -> list[str]:
    """Return the lines of a page's blocks that are no Python, without the prompt of the shell."""
    return [
        line.strip().removeprefix("$ ")
        for block in _blocks(page)
        if block.language != "python"
        for line in block.text.splitlines()
    ]


def _commands(page: Path) -> dict[str, str]:
    """Return the commands of a page in order, each once, with the error that stands below it."""
    lines = _lines(page)
    return {
        line: below if below.startswith(ERROR) else ""
        for line, below in zip(lines, [*lines[1:], ""], strict=False)
        if line.startswith("extractor ")
    }


def _snippets(page: Path) -> list[str]:
    return [block.text for block in _blocks(page) if block.language == "python"]


def _ids(page: Path) -> str:
    return page.stem


WITH_COMMANDS = [page for page in PAGES if _commands(page)]
WITH_PYTHON = [page for page in PAGES if _snippets(page)]
COMMANDS = dict.fromkeys(command for page in PAGES for command in _commands(page))
ERRORS = {command: error for page in PAGES for command, error in _commands(page).items() if error}


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """The folder of a reader, with what the pages take to be there."""
    monkeypatch.chdir(tmp_path)
    for variable in ("EXTRACTOR_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    for folder in ("evals/gold", "evals/development", "evals/heldout"):
        _lay_gold(tmp_path / folder)
    monkeypatch.setattr("extractor.evals.gold.packaged_gold", lambda: tmp_path / "evals" / "gold")
    _lay_recordings(tmp_path / "evals" / "recordings")
    for folder in ("articles", "news", "records"):
        (tmp_path / folder).mkdir()
    for place in ("article", "a", "articles/a", "news/a"):
        shutil.copy(GOLD / f"{REAL}.txt", f"{place}.txt")
    for place in ("b", "articles/b", "news/b"):
        shutil.copy(GOLD / f"{CHINESE}.txt", f"{place}.txt")
    _lay_crawl(tmp_path / "crawl.warc.gz")
    kept = extract((GOLD / f"{REAL}.txt").read_text("utf-8"), model="replay").to_json()
    (tmp_path / "records" / "a.json").write_text(json.dumps(kept), "utf-8")
    (tmp_path / "mine.txt").write_text("12 projects were signed in the city today.", "utf-8")
    return tmp_path


def _lay_recordings(folder):
    folder.mkdir()
    for path in (ROOT / "evals" / "recordings").rglob("*.json"):
        if path.name.startswith(LAID):
            shutil.copy(path, folder)


def _lay_gold(folder):
    (folder / "figures").mkdir(parents=True)
    for name in LAID:
        for file in (f"{name}.txt", f"{name}.json", f"figures/{name}.json"):
            shutil.copy(GOLD / file, folder / file)


def _lay_crawl(path):
    page = (GOLD / f"{NO_EVENT}.txt").read_bytes()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://news.example/1\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        "WARC-Date: 2026-11-26T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    path.write_bytes(gzip.compress(head.encode() + answer + b"\r\n\r\n"))


def _played(command: str) -> list[str]:
    """Return a command's arguments, with local models in the place of services' ones."""
    actors = iter(("replay", "rules"))
    return shlex.split(_SERVICE.sub(lambda _: next(actors), command), comments=True)


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=_ids)
@pytest.mark.usefixtures("reader")
def test_commands_run(page, monkeypatch, capfd):
    """One after the other, as a reader types them; each ends well."""
    for command, error in _commands(page).items():
        if error or _NEEDS.search(command):
            continue
        monkeypatch.setattr("sys.argv", _played(command))

        with pytest.raises(SystemExit) as stop:
            main()

        assert not stop.value.code, (command, capfd.readouterr().err)


@pytest.mark.parametrize("command", ERRORS)
@pytest.mark.usefixtures("reader")
def test_errors_are_told_as_the_page_has_them(command, monkeypatch, capfd):
    """Word for word, but for what a page leaves out with `…`."""
    pattern = re.escape(ERRORS[command]).replace("…", ".*")
    monkeypatch.setattr("sys.argv", shlex.split(command))

    with pytest.raises(SystemExit) as stop:
        main()

    assert stop.value.code in {1, 2}
    assert re.fullmatch(pattern, capfd.readouterr().err.strip())


def _fault(status: int, said: str, code: str = "") -> StatusFault:
    return StatusFault.read(status, {}, {"error": {"message": said, "code": code}})


@pytest.mark.parametrize(
    "message",
    [
        _fault(401, "bad").advice(service="api.openai.com", model="gpt-5"),
        _fault(404, "…").advice(service="api.openai.com", model="gpt-6"),
        _fault(429, "…", "insufficient_quota").advice(service="api.openai.com", model="gpt-5"),
        _fault(400, "…", "context_length_exceeded").advice(service="127.0.0.1:8000", model="small"),
        cuts.advice(24_000, 2_050, service="127.0.0.1:11434"),
    ],
)
def test_errors_of_services_are_those_of_the_faq(message):
    """A reader who searches for the words finds them."""
    assert message in _lines(ROOT / "docs" / "faq.md")


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_exist_with_their_options(command):
    """The command line knows every command and option, those too that nothing here runs."""
    name, *args = shlex.split(command, comments=True)
    known = typer.main.get_command(app)

    context = known.make_context(name, args, ignore_unknown_options=True)
    while hasattr(known, "resolve_command"):
        rest = [*context._protected_args, *context.args]
        name, known, args = known.resolve_command(context, rest)
        if hasattr(known, "resolve_command"):
            context = known.make_context(name, args, parent=context)

    known.make_parser(type(context)(known, parent=context)).parse_args(list(args))


@pytest.mark.parametrize("page", WITH_PYTHON, ids=_ids)
def test_python_runs(page, reader):
    """In the page's order, with await outside of functions, and `text` a real article.

    What asks a service is compiled, and what it imports of ours is there.
    """
    text = (reader / "article.txt").read_text(encoding="utf-8")
    names = {"text": text, "extraction": extract(text, model="replay"), "__name__": "page"}
    for snippet in _snippets(page):
        whole = compile(snippet, str(page), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        if _NEEDS.search(snippet):
            exec(compile("\n".join(_OURS.findall(snippet)), str(page), "exec"), {})
        elif whole.co_flags & inspect.CO_COROUTINE:
            asyncio.run(eval(whole, names))
        else:
            exec(whole, names)


@pytest.mark.parametrize("page", PAGES, ids=_ids)
def test_files_that_a_page_names_are_there(page):
    """No reader is sent to a file, or to a test, that has gone."""
    text = page.read_text(encoding="utf-8")

    missing = [link for link in _LINK.findall(text) if not (page.parent / link).exists()]
    for name, test in _FILE.findall(text):
        file = ROOT / name
        if not file.is_file() or (test and f"def {test}(" not in file.read_text("utf-8")):
            missing.append(f"{name}::{test}")
    tests = {file.name for file in (ROOT / "tests").rglob("test_*.py")}
    missing += [name for name in _TEST_FILE.findall(text) if name not in tests]

    assert not missing


@pytest.mark.usefixtures("reader")
def test_price_is_on_the_bill(monkeypatch, capfd):
    """The command with a price says what it comes to."""
    (command,) = (each for each in _commands(ROOT / "docs" / "models.md") if "--price" in each)
    monkeypatch.setattr("sys.argv", shlex.split(command))

    with pytest.raises(SystemExit):
        main()

    assert re.search(r"tokens in, [\d,]+ out, \$0\.0\d+\n", capfd.readouterr().out)


@pytest.mark.parametrize("provider", NAMED, ids=lambda provider: provider.name)
def test_every_named_provider_has_its_row(provider):
    """With what to install, and where its key goes."""
    (row,) = re.findall(rf"^\| `{provider.name}/NAME`.*$", PROVIDERS_PAGE, re.MULTILINE)

    assert provider.install in row
    assert all(key in row for key in provider.keys)


def test_names_of_other_providers_are_those_of_the_catalogue():
    """No reader tries a name that does not exist."""
    (row,) = re.findall(r"^\| `azure_openai`.*$", PROVIDERS_PAGE, re.MULTILINE)
    names = re.findall(r"`(\w+)`", row)

    assert names
    assert set(names) <= set(PROVIDERS)
