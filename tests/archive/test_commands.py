"""The commands `extractor batch`, `status`, `failures`, `retry` and `recheck` on a ledger."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from counting_server import CountingServer, Said
from typer.testing import CliRunner, Result

from extractor.archive.entry import Entry
from extractor.archive.progress import Progress
from extractor.article import Article
from extractor.cli import app
from extractor.errors import UsageError

Batch = Callable[..., Progress]
Articles = Callable[[int], list[Entry]]


@pytest.fixture
def run(ledger_path: Path) -> Callable[..., Result]:
    """Return a function that runs a command; LEDGER stands for the test's ledger."""

    def run(*arguments: str) -> Result:
        told = [str(ledger_path) if each == "LEDGER" else each for each in arguments]
        return CliRunner().invoke(app, told)

    return run


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of two texts, and a reader that reads such folders."""
    import sys
    from types import ModuleType

    def read(sources: list[str]) -> Iterator[Entry]:
        for source in sources:
            for path in sorted(Path(source).glob("*.txt")):
                yield Entry(str(path), Article.read(path))

    readers = ModuleType("extractor.archive.readers")
    readers.read = read
    monkeypatch.setitem(sys.modules, "extractor.archive.readers", readers)
    folder = tmp_path / "texts"
    folder.mkdir()
    for subject in ("subject-one", "subject-two"):
        (folder / f"{subject}.txt").write_text(f"News of {subject}\nIt was seen.")
    return folder


def test_a_ledger_that_is_not_there_is_not_begun_without_a_source(
    run: Callable[..., Result], ledger_path: Path
) -> None:
    """To go on with a misspelt one is misuse, not an empty run."""
    result = run("batch", "--ledger", "LEDGER", "--model", "rules")

    assert isinstance(result.exception, UsageError)
    assert "give a SOURCE to begin one" in str(result.exception)
    assert not ledger_path.exists()


def test_batch_status_and_failures_tell_what_was_done(
    server: CountingServer, run: Callable[..., Result], texts: Path
) -> None:
    """One article fails; its reason is listed, and the exit status says so."""
    server.answer = lambda asked: Said("no", status=400) if "two" in asked.subject else Said()

    batch = run("batch", str(texts), "--ledger", "LEDGER", "--model", "openai/mock")
    status = run("status", "LEDGER")
    as_json = json.loads(run("status", "LEDGER", "--json").stdout)
    failures = run("failures", "LEDGER")

    assert batch.exit_code == 1
    assert "1 no_event" in batch.stderr
    assert "openai/mock with extract/v4: 1 no_event, 1 failed" in status.stdout
    assert as_json["recipes"][0]["states"] == {"no_event": 1, "failed": 1}
    assert re.search(r"subject-two\.txt: failed: .* does not accept", failures.stdout)
    assert failures.exit_code == 1


def test_retry_and_batch_without_a_source_finish_what_failed(
    server: CountingServer, run: Callable[..., Result], texts: Path
) -> None:
    """The ledger holds the texts, so that the source is not needed again."""
    server.answer = lambda asked: Said("no", status=400) if asked.nth == 1 else Said()
    run("batch", str(texts), "--ledger", "LEDGER", "--model", "openai/mock")

    retry = run("retry", "LEDGER", "--where", "reason=accept")
    batch = run("batch", "--ledger", "LEDGER", "--model", "openai/mock")
    failures = run("failures", "LEDGER")

    assert retry.stdout.startswith("2 wait for: extractor batch --ledger ")
    assert batch.exit_code == 0
    assert (failures.exit_code, failures.stdout) == (0, "")


def test_retry_tells_the_command_that_goes_on_for_each_recipe(
    server: CountingServer, run: Callable[..., Result], texts: Path, ledger_path: Path
) -> None:
    """Another limit or prompt would be another recipe, and leave them waiting."""
    server.answer = lambda _: Said("no", status=400)
    run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/mock", "--max-attempts", "2")
    run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/other")

    status, retry = run("status", "LEDGER").stdout, run("retry", "LEDGER").stdout
    again = run("retry", "LEDGER").stdout
    other = run("batch", "--ledger", "LEDGER", "-m", "openai/mock")

    command = f"2 wait for: extractor batch --ledger {ledger_path} --model openai"
    assert retry == f"{command}/mock --max-attempts 2\n{command}/other\n"
    assert again == f"no article is so; extractor status {ledger_path} tells what there is\n"
    assert (
        f"{command}/mock --max-attempts 2\n".replace("for:", "for another recipe:") in other.stderr
    )
    assert "recipe 1, openai/mock with extract/v4: 2 failed" in status
    assert "recipe 2, openai/other with extract/v4: 2 failed" in status


def test_a_recipe_that_nothing_was_asked_with_has_no_line(
    server: CountingServer, run: Callable[..., Result], texts: Path
) -> None:
    """A run with another model, for which nothing waits, leaves no trace; the numbers stay."""
    server.answer = lambda _: Said()
    run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/mock")
    run("batch", "--ledger", "LEDGER", "-m", "rules")
    run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/other")

    status = run("status", "LEDGER").stdout
    as_json = json.loads(run("status", "LEDGER", "--json").stdout)

    assert "rules" not in status
    assert [each["recipe"] for each in as_json["recipes"]] == [1, 3]
    assert "recipe 3, openai/other with extract/" in status


def test_what_waits_for_another_version_is_asked_about_by_this_one(
    server: CountingServer, run: Callable[..., Result], texts: Path, ledger_path: Path
) -> None:
    """The ledger holds the texts: the same command asks this version about them."""
    run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/mock", "--limit", "1")
    with closing(sqlite3.connect(ledger_path)) as raw, raw:
        raw.execute(
            "UPDATE recipes SET content = json_set(content, '$.versions.figurebook', '0.0.1'),"
            " sha256 = 'old'"
        )

    without = run("batch", "--ledger", "LEDGER", "-m", "openai/mock").stderr
    with_it = run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/mock").stderr

    line = "1 that wait for openai/mock with extract/v4 (figurebook 0.0.1) are asked about by this"
    assert without.startswith(line)
    assert "1 done (1 no_event)" in without
    assert line not in with_it
    assert "1 done (1 no_event)" in with_it
    assert server.counts.total() == 3


def test_what_is_asked_again_in_vain_is_told_beside_the_answer_that_stands(
    server: CountingServer, run: Callable[..., Result], texts: Path, tmp_path: Path
) -> None:
    """By status, failures and report; the answer is exported all the time."""
    model = ("--model", "openai/mock")
    run("batch", str(texts), "--ledger", "LEDGER", *model)
    server.answer = lambda _: Said("no", status=400)

    def exported() -> str:
        run("export", "LEDGER", "--format", "jsonl", "--out", str(tmp_path / "out"))
        return "".join(path.read_text() for path in sorted(tmp_path.glob("out/*.jsonl")))

    before = exported()
    run("retry", "LEDGER", "--where", "no_event")
    waiting, meanwhile = run("status", "LEDGER"), exported()
    run("batch", "--ledger", "LEDGER", *model)
    told, failures = run("status", "LEDGER"), run("failures", "LEDGER")
    run("report", "LEDGER", "--out", str(tmp_path / "report"))

    report = (tmp_path / "report" / "index.html").read_text()
    status = json.loads(run("status", "LEDGER", "--json").stdout)
    assert '"no_event"' in before
    assert before == meanwhile == exported()
    assert "asked again: 2 pending; the answers of before stand" in waiting.stdout
    assert "asked again: 2 failed; the answers of before stand" in told.stdout
    assert status["recipes"][0]["asked_again"] == {"failed": 2}
    assert failures.stdout.count("(the answer of before stands)") == 2
    assert "Listed as before: asked about again in vain: 2." in report
    assert "subject-two.txt" in "".join(
        path.read_text() for path in tmp_path.glob("report/data/*.js")
    )


def test_a_budget_that_is_used_ends_with_a_status_of_its_own(
    server: CountingServer, run: Callable[..., Result], texts: Path
) -> None:
    """Nothing is asked, as the first request might cost more than there is."""
    batch = run(
        *("batch", str(texts), "--ledger", "LEDGER", "--model", "openai/mock"),
        *("--max-cost", "0.01", "--price", "1,10"),
    )

    assert batch.exit_code == 3
    assert "the budget of $0.01 is used" in batch.stderr
    assert server.counts.total() == 0


def test_the_log_is_json_lines_on_demand(
    server: CountingServer, run: Callable[..., Result], texts: Path
) -> None:
    """A line for each article, and one at the end."""
    batch = run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/mock", "--log-json")

    lines = [json.loads(line) for line in batch.stderr.splitlines()]
    assert [line["event"] for line in lines] == ["article", "article", "end"]
    assert {line["state"] for line in lines[:2]} == {"no_event"}
    assert lines[2]["states"] == {"no_event": 2}
    assert server.counts.total() == 2


def test_recheck_takes_a_ledger(
    server: CountingServer, run: Callable[..., Result], texts: Path
) -> None:
    """The kept replies lead to the same records, without a model."""
    server.answer = lambda asked: Said("{") if asked.nth == 1 else Said()
    run("batch", str(texts), "--ledger", "LEDGER", "--model", "openai/mock")
    n_asked = server.counts.total()

    recheck = run("recheck", "LEDGER", "--strict")

    assert recheck.exit_code == 0
    assert "2 rechecked, 0 changed, 0 worse, 0 unreadable" in recheck.stdout
    assert server.counts.total() == n_asked == 4


def test_rules_run_in_processes_of_their_own(run: Callable[..., Result], texts: Path) -> None:
    """They need no service; the outcome is kept in the same tables."""
    batch = run("batch", str(texts), "--ledger", "LEDGER", "--model", "rules")

    status = json.loads(run("status", "LEDGER", "--json").stdout)
    assert batch.exit_code == 0
    assert status["recipes"][0]["states"] == {"no_event": 2}
    assert status["spent_usd"] == "0"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("status", "nowhere.db"), "there is no such ledger"),
        (("retry", "nowhere.db"), "there is no such ledger"),
        (("retry", "LEDGER", "--where", "lost"), "state is one of ok, flagged"),
        (("batch", "--ledger", "LEDGER", "--max-cost", "much"), "write US dollars"),
        (
            ("batch", __file__, "--ledger", "LEDGER", "-m", "bedrock/x", "--max-tokens", "5"),
            "no budget can",
        ),
    ],
    ids=["no ledger", "nothing to retry", "no state", "no sum", "no limit of output"],
)
def test_misuse_is_told_in_one_line(
    run: Callable[..., Result], command: tuple[str, ...], said: str
) -> None:
    """Each says what to write instead."""
    with pytest.raises(UsageError, match=said):
        raise run(*command).exception


def test_what_waits_for_a_prompt_that_is_gone_is_told(
    server: CountingServer, run: Callable[..., Result], texts: Path, ledger_path: Path
) -> None:
    """No command of this version asks with it; the sources are asked about anew."""
    run("batch", str(texts), "--ledger", "LEDGER", "-m", "openai/mock", "--limit", "1")
    with closing(sqlite3.connect(ledger_path)) as raw, raw:
        raw.execute(
            "UPDATE recipes SET content = json_set(content, '$.versions.figurebook', '0.0.1',"
            " '$.versions.prompt', 'extract/v0'), sha256 = 'old'"
        )

    batch = run("batch", "--ledger", "LEDGER", "-m", "openai/mock").stderr
    retry = run("retry", "LEDGER", "--where", "no_event").stdout

    line = "wait for openai/mock with extract/v0 (figurebook 0.0.1); to ask this version about them"
    assert batch.startswith(f"1 {line}")
    assert retry.startswith(f"1 {line}")
    assert server.counts.total() == 1


def test_a_ledger_may_lie_among_its_sources(
    run: Callable[..., Result], ledger_path: Path, tmp_path: Path
) -> None:
    """It is no article that cannot be read, nor is what SQLite and we lay beside it."""
    (tmp_path / "one.txt").write_text("News of the river\nIt was seen.")
    (tmp_path / "ledger.db-other").write_bytes(b"\0")

    run("batch", str(tmp_path), "--ledger", "LEDGER", "--model", "rules", "--concurrency", "1")
    run("batch", str(tmp_path), "--ledger", "LEDGER", "--model", "rules", "--concurrency", "1")
    status = run("status", "LEDGER").stdout
    failures = run("failures", "LEDGER").stdout.splitlines()

    assert "1 no_event" in status
    assert [line.partition(": ")[0] for line in failures] == [f"{ledger_path}-other"]


def test_the_name_of_a_file_steers_no_terminal(run: Callable[..., Result], tmp_path: Path) -> None:
    """What failed is a line each, whatever a file is called."""
    (tmp_path / "a\x1b[31m\nb.txt").write_text("")

    run("batch", str(tmp_path / "a*"), "--ledger", "LEDGER", "--model", "rules")

    assert run("failures", "LEDGER").stdout == f"{tmp_path}/a␛[31m␊b.txt: unreadable: empty\n"
