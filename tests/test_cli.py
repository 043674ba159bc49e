"""The command line: what it prints, what it writes, and how it exits."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest

from extractor.archive.readers.files import NOT_FETCHED
from extractor.cli import main
from extractor.models.scripted import ScriptedModel
from extractor.packaged import packaged_folder

ARTICLE = (
    "At the 3rd Lorem Investment Fair, held in Amet on May 6, 2024, 12 projects were signed with a "
    "total investment of 3.4 billion yuan. Among them, 5 manufacturing projects, with an "
    "investment of 2.1 billion yuan, account for 61.8% of the total investment.\n"
)


TWO = b'{"text": "3 projects"}\n{"text": "4 projects"}\n'


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run `extractor ARGS` in this process, with bytes on standard input if given."""

    def run(*args: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.argv", ["extractor", *map(str, args)])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stop:
            main()
        captured = capfdbinary.readouterr()
        code = stop.value.code
        return Ran(
            code if isinstance(code, int) else 0, captured.out.decode(), captured.err.decode()
        )

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article in a file of its own."""
    path = tmp_path / "lorem.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_extract_prints_event_shares_and_who_answered(run: Run, article: Path) -> None:
    """The human view names the event, puts stated beside computed, and says that rules are rules."""
    ran = run("extract", article, "--model", "rules")

    assert ran.status == 0
    assert "3rd Lorem Investment Fair" in ran.out
    assert "61.8%" in ran.out
    assert "61.76%" in ran.out
    assert "not a language model" in ran.out


@pytest.mark.parametrize("size", ["²", "9" * 5000, "wide", ""], ids=["²", "huge", "word", "none"])
def test_a_size_of_the_terminal_that_is_none_is_ignored(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    """It comes from somebody's shell, and is no fault of the command."""
    as_usual = run("extract", article).out
    monkeypatch.setenv("COLUMNS", size)
    monkeypatch.setenv("LINES", size)

    assert run("extract", article) == Ran(0, as_usual, "")


def test_extract_reads_standard_input(run: Run) -> None:
    """A single dash stands for standard input."""
    ran = run("extract", "-", "--json", stdin=ARTICLE.encode())

    assert ran.status == 0
    assert json.loads(ran.out)["article"]["name"] == "stdin"


def test_json_is_the_envelope_of_the_record_format(run: Run, article: Path) -> None:
    """What is printed holds format, record, evidence, status, findings, attempts and versions."""
    envelope = json.loads(run("extract", article, "--json").out)

    assert envelope["format"] == "1"
    assert envelope["record"]["event"]["total"]["count"]["value"] == 12
    assert envelope["evidence"]["/event/total/count"]
    assert {"status", "findings", "unplaced", "attempts", "versions"} <= envelope.keys()


def test_json_of_several_articles_is_one_line_each(run: Run, article: Path) -> None:
    """Several articles print as JSON Lines, which every tool reads."""
    ran = run("extract", article, article, "--json")

    assert [json.loads(line)["article"]["name"] for line in ran.out.splitlines()] == ["lorem"] * 2


def test_out_writes_one_file_for_each_input(run: Run, article: Path, tmp_path: Path) -> None:
    """Two inputs of one name are both kept, and nothing half-written stays behind."""
    folder = tmp_path / "out"

    ran = run("extract", article, article, "--out", folder)

    assert ran.status == 0
    assert sorted(path.name for path in folder.iterdir()) == ["lorem-2.json", "lorem.json"]
    assert json.loads((folder / "lorem.json").read_text())["format"] == "1"


def test_half_a_surrogate_pair_in_a_reply_is_written_as_json_escapes_it(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model's escapes can make one; UTF-8 has none, and what was answered is kept all the same."""
    reply = '{"no_event": "\ud83d"}'
    model = ScriptedModel([reply] * 6)
    monkeypatch.setattr("extractor.api.chosen_models", lambda *_, **__: (model,))

    printed = run("extract", article, "--json")
    run("extract", article, "--out", tmp_path)

    assert json.loads(printed.out)["attempts"][0]["reply"] == reply
    written = json.loads((tmp_path / f"{article.stem}.json").read_bytes())
    assert written["attempts"][0]["reply"] == reply


def test_report_writes_a_page(run: Run, article: Path, tmp_path: Path) -> None:
    """The page to look at is one HTML file."""
    page = tmp_path / "pages" / "lorem.html"

    ran = run("extract", article, "--report", page)

    assert ran.status == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_report_of_several_articles_is_misuse(run: Run, article: Path, tmp_path: Path) -> None:
    """One page shows one article; a second would silently replace the first."""
    ran = run("extract", article, article, "--report", tmp_path / "x.html")

    assert ran.status == 2
    assert "--report" in ran.err


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("empty.txt", b"", "empty.txt: empty", id="empty"),
        pytest.param("photo.txt", b"\x89PNG\r\n\x1a\n", "an image, not text", id="an image"),
        pytest.param("two.jsonl", TWO, "holds several articles; extractor batch", id="several"),
        pytest.param("news.csv", b"a,b\n1,2\n", "news.csv", id="rows without a text"),
        pytest.param("missing.txt", None, "cannot be read", id="no such file"),
        pytest.param(".", None, "is a folder; extractor batch", id="a folder"),
    ],
)
def test_an_unreadable_article_fails_alone(
    run: Run, article: Path, tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    """One bad input costs one line and the exit status; the others are done."""
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)

    ran = run("extract", bad, article, "--out", tmp_path / "out")

    assert ran.status == 1
    assert reason in ran.err
    assert len(ran.err.splitlines()) == 1
    assert (tmp_path / "out" / "lorem.json").exists()


ADDRESS = "https://news.example/1?page=2"


@pytest.mark.parametrize(
    "command",
    [["extract"], ["figures"], ["batch", "--ledger", "LEDGER", "--model", "rules"]],
    ids=["extract", "figures", "batch"],
)
def test_an_address_is_not_fetched_and_what_to_do_is_said(
    run: Run, article: Path, tmp_path: Path, command: list[str]
) -> None:
    """Before anything is read: the command cannot work as asked."""
    command = [str(tmp_path / each) if each == "LEDGER" else each for each in command]

    ran = run(*command, article, ADDRESS)

    assert ran.status == 2
    assert ran.err == f"extractor: {ADDRESS}: {NOT_FETCHED}\n"
    assert ran.out == ""


@pytest.mark.parametrize(
    "command",
    [["extract"], ["figures"], ["batch", "--ledger", "LEDGER", "--model", "rules"]],
    ids=["extract", "figures", "batch"],
)
def test_a_missing_extra_is_misuse_for_every_command(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """The same line and status, before anything is read."""
    command = [str(tmp_path / each) if each == "LEDGER" else each for each in command]
    page = tmp_path / "page.html"
    page.write_text(f"<p>{ARTICLE}</p>", encoding="utf-8")
    monkeypatch.setattr("extractor.archive.readers.extras.find_spec", lambda _: None)

    ran = run(*command, article, page)

    install = "pip install 'figurebook[web]'"
    assert ran.status == 2
    assert ran.err == f"extractor: {page}: reading html needs what is not installed: {install}\n"
    assert ran.out == ""


def _zipped(text: str) -> bytes:
    with ZipFile(packed := io.BytesIO(), "w") as archive:
        archive.writestr("inside.txt", text)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.txt", ARTICLE.encode("utf-16"), id="UTF-16"),
        pytest.param("a.txt", (ARTICLE + "It was a “café” fair.").encode("cp1252"), id="cp1252"),
        pytest.param("a.html", f"<html><body><p>{ARTICLE}</p></body></html>".encode(), id="HTML"),
        pytest.param("a.zip", _zipped(ARTICLE), id="a zip of one article"),
        pytest.param("a.csv", f'text\n"{ARTICLE}"\n'.encode(), id="a row"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "figures"])
def test_one_article_is_read_in_every_format_of_batch(
    run: Run, tmp_path: Path, command: str, name: str, content: bytes
) -> None:
    """From a file as from standard input, without its tags."""
    (tmp_path / name).write_bytes(content)

    from_file = run(command, tmp_path / name)
    piped = run(command, "-", stdin=content)

    for ran in (from_file, piped) if name != "a.csv" else (from_file,):
        assert (ran.status, ran.err) == (0, "")
        assert "3,400,000,000 CNY" in ran.out
        assert "<p>" not in ran.out


def test_day_of_publication_that_is_given_counts_before_the_pages_own(
    run: Run, tmp_path: Path
) -> None:
    """What the page says holds where nothing is given."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": ARTICLE, "published": "2024-05-07"}) + "\n", "utf-8")

    said = json.loads(run("extract", path, "--json").out)
    given = json.loads(run("extract", path, "--json", "--published", "2024-05-08").out)

    assert said["article"]["published"] == "2024-05-07"
    assert given["article"]["published"] == "2024-05-08"


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        pytest.param(("--model", "gpt"), "openai/", id="unknown model"),
        pytest.param(("--published", "tomorrow"), "YYYY-MM-DD", id="bad date"),
    ],
)
def test_misuse_is_one_line_and_status_two(
    run: Run, article: Path, args: tuple[str, ...], hint: str
) -> None:
    """What the user can mend is said in one line."""
    ran = run("extract", article, *args)

    assert ran.status == 2
    assert hint in ran.err
    assert "Traceback" not in ran.err
    assert len(ran.err.splitlines()) == 1


def test_file_for_a_folder_is_told_before_anybody_is_asked(run: Run, article: Path) -> None:
    """Nothing is paid for that cannot be kept."""
    ran = run("extract", article, "--out", article)

    assert (ran.status, ran.out) == (2, "")
    assert f"{article}: is a file; --out takes a folder" in ran.err


def test_a_service_that_is_not_there_is_told_of_from_the_first_try(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong address is seen at once, and not when all tries are over."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "no-key")

    _, _, said = run("extract", str(article), "--model", "openai/x", "--timeout-s", "4")

    first, *_, last = said.splitlines()
    assert first.startswith("extractor: try 1 failed, the next in ")
    assert "the connection failed (127.0.0.1:9 cannot be reached: " in first
    assert last.startswith("extractor: 127.0.0.1:9 gave no answer (")


def test_models_samples_and_context_are_options(run: Run, article: Path) -> None:
    """The second model is asked where the first leaves something to mend; samples add up."""
    ran = run(
        "extract", article, "--json", "-m", "rules,rules", "--samples", 2, "--context-tokens", 9_000
    )

    assert ran.status == 0
    assert len(json.loads(ran.out)["attempts"]) == 2


def test_figures_as_json_cut_as_written_out_of_the_text(run: Run, article: Path) -> None:
    """Each figure's offsets give its words, and its value is a string."""
    figures = json.loads(run("figures", article, "--json").out)

    assert figures
    for figure in figures:
        assert ARTICLE[figure["start"] : figure["end"]] == figure["as_written"]
        assert isinstance(figure["value"], str)
    assert {"id", "kind", "value", "unit", "hedge", "start", "end", "as_written"} <= figures[
        0
    ].keys()


def test_figures_are_marked_in_the_text(run: Run, article: Path) -> None:
    """The human view is the text with each figure's id and reading behind it."""
    ran = run("figures", article)

    assert "3.4 billion yuan" in ran.out
    assert "3,400,000,000 CNY" in ran.out


def test_figures_of_several_articles_say_whose_they_are(run: Run, article: Path) -> None:
    """Each text has its name above it; as JSON, each is one line with name and hash."""
    shown = run("figures", article, "-", stdin=b"3 projects were signed.")
    ran = run("figures", article, "-", "--json", stdin=b"3 projects were signed.")

    first, second = map(json.loads, ran.out.splitlines())
    assert shown.out.index("lorem:") < shown.out.index("3.4 billion") < shown.out.index("stdin:")
    assert [first["article"]["name"], second["article"]["name"]] == ["lorem", "stdin"]
    assert [figure["as_written"] for figure in second["figures"]] == ["3"]


def test_figures_of_an_unreadable_article_fail_alone(
    run: Run, article: Path, tmp_path: Path
) -> None:
    """As with extract: one line, the exit status, and the others are done."""
    ran = run("figures", tmp_path / "missing.txt", article)

    assert ran.status == 1
    assert "cannot be read" in ran.err
    assert "3,400,000,000 CNY" in ran.out


@pytest.mark.parametrize("which", ["record", "draft", "patch"])
def test_schema_prints_a_json_schema(run: Run, which: str) -> None:
    """Each of the three schemas is an object that allows no further properties."""
    schema: dict[str, Any] = json.loads(run("schema", which).out)

    assert schema["type"] == "object"
    assert schema["additionalProperties"] is False


def test_the_record_schema_is_versioned(run: Run) -> None:
    """A reader can tell which format a schema describes."""
    assert json.loads(run("schema").out)["version"] == "1"


def test_models_lists_what_can_be_named(run: Run) -> None:
    """Every kind of model stands in the list."""
    ran = run("models")

    assert ran.status == 0
    for name in ("rules", "openai/", "replay"):
        assert name in ran.out


def test_markup_in_an_article_stays_text(run: Run, tmp_path: Path) -> None:
    """Square brackets in an article are no instructions to the terminal."""
    path = tmp_path / "markup.txt"
    path.write_text("[bold]12 projects[/bold] worth 3 billion yuan [445] [/] were signed.")

    ran = run("figures", path)

    assert ran.status == 0
    assert "[bold]" in ran.out
    assert "[445]" in ran.out


def test_the_real_article_is_packaged(run: Run) -> None:
    """The main job of the README runs on the article that comes with the package."""
    real = packaged_folder("evals") / "gold" / "huqia-week-2022.txt"

    ran = run("extract", real)

    assert ran.status == 0
    assert "93,588,000,000 CNY" in ran.out


def test_recheck_tells_that_nothing_changed(run: Run, article: Path, tmp_path: Path) -> None:
    """What extract wrote is read again, without a model, and can be written anew."""
    run("extract", article, article, "--out", tmp_path / "kept")

    ran = run("recheck", tmp_path / "kept", "--out", tmp_path / "new", "--strict")

    assert ran.status == 0
    assert "2 rechecked, 0 changed, 0 worse, 0 unreadable" in ran.out
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "lorem-2.json", "lorem.json",
    ]  # fmt: skip
    kept, new = (tmp_path / folder / "lorem.json" for folder in ("kept", "new"))
    assert json.loads(kept.read_text()) == json.loads(new.read_text())


def test_recheck_of_a_better_record_fails_only_if_strict(
    run: Run, article: Path, tmp_path: Path
) -> None:
    """A change for the better is told, and is no failure."""
    run("extract", article, "--out", tmp_path)
    path = tmp_path / "lorem.json"
    kept = json.loads(path.read_text())
    kept["record"]["event"]["stage"] = "planned"
    path.write_text(json.dumps(kept))

    ran, strict = run("recheck", path), run("recheck", path, "--strict")

    assert "/event/stage: planned → signed" in ran.out
    assert (ran.status, strict.status) == (0, 1)


def test_recheck_of_what_cannot_be_read_fails(run: Run, article: Path) -> None:
    """It says which file."""
    ran = run("recheck", article)

    assert ran.status == 1
    assert "lorem.txt" in ran.err


def test_recheck_of_a_folder_that_keeps_nothing_says_so(run: Run, tmp_path: Path) -> None:
    """The tables of an export, say."""
    ran = run("recheck", tmp_path)

    assert ran.status == 1
    assert f"{tmp_path}: holds no extractions" in ran.err


def test_recheck_of_the_packaged_recordings_knows_their_articles(run: Run) -> None:
    """They are the gold articles."""
    ran = run("recheck", packaged_folder("evals") / "recordings" / "extract-v1")

    assert ran.status == 0
    assert "23 rechecked" in ran.out


@pytest.mark.parametrize("group", [[], ["eval"], ["gold"]], ids=["extractor", "eval", "gold"])
def test_the_list_of_commands_says_of_each_a_whole_sentence(run: Run, group: list[str]) -> None:
    """On 80 columns none is cut."""
    listed = run(*group, "--help").out.partition("Commands:")[2]

    assert listed
    assert "..." not in listed
