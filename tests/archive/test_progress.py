"""How far a run is, in numbers and on a terminal."""

import io
import json
import re
import time
from collections import Counter
from decimal import Decimal

import pytest
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from extractor.archive.cluster import Ended
from extractor.archive.cluster.totals import Totals
from extractor.archive.job import Admitted
from extractor.archive.progress import Done, Progress
from extractor.archive.submissions import Submission
from extractor.cli import archive_progress


def progress_of(**fields: object) -> Progress:
    """Return the progress of a run that has done 30 of 90 articles in ten seconds."""
    progress = Progress(
        admitted=Admitted(added=90, known=4, unreadable=1),
        states=Counter({"ok": 20, "flagged": 8, "failed": 2}),
        n_waiting=60,
        is_read=True,
        spent_usd=Decimal("0.5"),
    )
    progress.started -= 10
    for name, value in fields.items():
        setattr(progress, name, value)
    return progress


def test_rate_and_time_left_come_from_what_is_done() -> None:
    """Thirty in ten seconds; sixty wait."""
    progress = progress_of()

    assert progress.n_done == 30
    assert progress.rate == pytest.approx(3, rel=0.05)
    assert progress.left_s == pytest.approx(20, rel=0.05)


@pytest.mark.parametrize(
    "fields",
    [{"is_read": False}, {"states": Counter()}, {"n_waiting": 0}, {"stopped": "no service"}],
    ids=["still reading", "nothing done", "all done", "stopped"],
)
def test_what_cannot_be_told_is_not_told(fields: dict[str, object]) -> None:
    """No time is guessed, and at the end there is none left."""
    assert progress_of(**fields).left_s is None


def test_a_terminal_shows_rate_cost_time_left_and_failures() -> None:
    """One line that moves; a failure stays above it."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=120)

    with Bar(BarColumn(), TextColumn("{task.fields[said]}"), console=console) as bar:
        shown = archive_progress._OnTerminal(bar)
        shown.done(Done("a.txt", "failed", "[no] answer"), progress_of())
        bar.refresh()

    text = screen.getvalue()
    assert "failed: a.txt: [no] answer" in text
    assert "3.0/s  $0.5000  0:20 left  2 failed" in text


def partitions_done() -> Ended:
    """Return how far a cluster is that is done with two partitions of three."""
    return Ended(progress_of(is_read=False), n_partitions=3, n_done=2)


def test_a_terminal_shows_the_partitions_of_a_cluster() -> None:
    """They are what is counted; when all will be done cannot be told."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=120)

    with Bar(MofNCompleteColumn(), TextColumn("{task.fields[said]}"), console=console) as bar:
        archive_progress._OnTerminal(bar).partition(Totals(1), partitions_done())
        bar.refresh()

    text = screen.getvalue()
    assert "2/3" in text
    assert " partitions; 30 articles done; 3.0/s  $0.5000  2 failed" in text


def test_elsewhere_a_line_tells_of_partitions_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of articles; or JSON, one for each."""
    with archive_progress.shown(as_json=False) as show:
        show.partition(Totals(0), partitions_done())
        monkeypatch.setattr(time, "monotonic", lambda of=time.monotonic: of() + 11)
        show.partition(Totals(1), partitions_done())
    with archive_progress.shown(as_json=True) as show:
        show.partition(Totals(1), partitions_done())

    line, event = capsys.readouterr().err.splitlines()
    assert line.startswith("2 of 3 partitions; 30 articles done; ")
    assert json.loads(event).items() >= {"event": "partition", "partition": 1, "n_done": 2}.items()


def test_notes_stand_above_the_bar_in_one_line() -> None:
    """A command in them can be copied from any terminal."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=20)
    note = "[2] wait for another recipe: extractor batch --ledger news.db; n.jsonl:100: empty"

    with Bar(BarColumn(), console=console) as bar:
        archive_progress._OnTerminal(bar).note(note)

    assert note in screen.getvalue()


class Terminal(io.StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        """Tell that it is one."""
        return True


def test_what_a_service_calls_its_batch_stands_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no markup, and no picture."""
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "120")
    names = {"run": "r", "model": "m", "service": "s", "file": "f", "batch": "a[/b]:100:"}
    counts = {"n_requests": 3, "n_completed": 1, "n_failed": 0, "recipe": 1}
    submission = Submission(
        **names, **counts, id=1, way={}, state="open", status="open", begun_at="2026-11-27"
    )

    with archive_progress.shown(as_json=False) as show:
        show.look(submission)

    assert "batch a[/b]:100:: open" in screen.getvalue()


def test_what_a_run_came_to_stands_above_the_bar() -> None:
    """Not beside it, nor is it taken away with it."""
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=120)

    with Bar(BarColumn(), console=console, transient=True) as bar:
        archive_progress._OnTerminal(bar).end(progress_of())

    assert re.search(
        r"(\n|\r|\x1b\[2K)30 done \(20 ok, 8 flagged, 2 failed\).*\n", screen.getvalue()
    )


@pytest.mark.parametrize("is_terminal", [True, False], ids=["terminal", "lines"])
def test_the_name_of_a_file_steers_no_terminal(
    capsys: pytest.CaptureFixture[str], *, is_terminal: bool
) -> None:
    """Its control characters are shown, and it stays in its line."""
    screen = io.StringIO()
    with Bar(console=Console(file=screen, force_terminal=True, width=120)) as bar:
        show = archive_progress._OnTerminal(bar) if is_terminal else archive_progress._Lines()
        show.done(Done("a\x1b]0;b\n.txt", "failed", "no answer"), progress_of())

    said = screen.getvalue() if is_terminal else capsys.readouterr().err
    assert "failed: a␛]0;b␊.txt: no answer" in said


def test_elsewhere_lines_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """Each failure at once, and a summary at the end."""
    with archive_progress.shown(as_json=False) as show:
        show.done(Done("a.txt", "failed", "no answer"), progress_of())
        show.done(Done("b.txt", "ok"), progress_of())
        show.end(progress_of(spent_usd=None))

    failed, summary = capsys.readouterr().err.splitlines()
    assert failed == "failed: a.txt: no answer"
    assert summary.startswith(
        "30 done (20 ok, 8 flagged, 2 failed); 60 wait; 4 places with a text already met; "
        "1 unreadable (extractor failures lists them); "
    )
    assert "cost unknown" in summary


@pytest.mark.parametrize(
    ("seconds", "said"), [(5, "0:05"), (61.4, "1:01"), (7265, "2:01:05")], ids=["s", "min", "h"]
)
def test_durations_are_written_as_clocks_do(seconds: float, said: str) -> None:
    """Hours only where there are any."""
    assert archive_progress._duration(seconds) == said
