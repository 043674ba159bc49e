"""How a batch shows its progress: a bar on a terminal, plain lines elsewhere, or JSON lines."""

import json
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import typer

from extractor.cli.streams import Interval
from extractor.prices import usd_text
from extractor.report.controls import in_one_line
from extractor.report.wording import plural

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from extractor.archive.cluster import Ended
    from extractor.archive.cluster.totals import Totals
    from extractor.archive.progress import Done, Progress
    from extractor.archive.submissions import Submission


class Shown(ABC):
    """Shows how far a batch is, on standard error."""

    @abstractmethod
    def done(self, done: "Done", progress: "Progress") -> None:
        """Show that an article is done."""

    @abstractmethod
    def look(self, submission: "Submission") -> None:
        """Show how far a provider's batch is."""

    @abstractmethod
    def partition(self, totals: "Totals", ended: "Ended") -> None:
        """Show that a cluster has come to an end with a partition."""

    def note(self, text: str) -> None:
        """Show what has to be known beside it."""
        typer.echo(in_one_line(text), err=True)

    def end(self, progress: "Progress") -> None:
        """Show what the run came to."""
        self.note(_summary(progress))


class _Lines(Shown):
    """A line for each failure at once, and one about all of it every ten seconds."""

    def __init__(self) -> None:
        self._interval = Interval()
        self._told: dict[int, str] = {}

    def done(self, done: "Done", progress: "Progress") -> None:
        """Write a line where there is something new."""
        if done.state == "failed":
            self.note(_failure(done))
        if self._interval.is_over():
            self.note(_summary(progress))

    def look(self, submission: "Submission") -> None:
        """Write a line where there is something new."""
        line = _batch(submission)
        if self._told.get(submission.id) != line:
            self._told[submission.id] = line
            self.note(line)

    def partition(self, totals: "Totals", ended: "Ended") -> None:  # noqa: ARG002  a line is of all
        """Write a line where it is time to."""
        if self._interval.is_over():
            self.note(f"{ended.n_done} of {ended.n_partitions} {_partitions(ended)}")


class _JsonLines(Shown):
    """A JSON object for each article, and one at the end."""

    def done(self, done: "Done", progress: "Progress") -> None:
        """Write what has become of an article."""
        _write_event(
            "article",
            place=done.place,
            state=done.state,
            reason=done.reason,
            **_spending(progress),
            n_waiting=progress.n_waiting,
        )

    def look(self, submission: "Submission") -> None:
        """Write how far a provider's batch is."""
        names = ("batch", "model", "status", "n_requests", "n_completed", "n_failed")
        _write_event("batch", **{name: getattr(submission, name) for name in names})

    def partition(self, totals: "Totals", ended: "Ended") -> None:
        """Write what a partition came to."""
        _write_event(
            "partition",
            **totals.to_json(),
            n_done=ended.n_done,
            n_partitions=ended.n_partitions,
            **_spending(ended.progress),
        )

    def note(self, text: str) -> None:
        """Write it."""
        _write_event("note", text=text)

    def end(self, progress: "Progress") -> None:
        """Write what the run came to."""
        _write_event(
            "end",
            states=dict(progress.states),
            n_added=progress.admitted.added,
            n_known=progress.admitted.known,
            n_unreadable=progress.admitted.unreadable,
            n_waiting=progress.n_waiting,
            n_in_batches=progress.n_in_batches,
            stopped=progress.stopped,
            **_spending(progress),
        )


class _OnTerminal(Shown):
    """A bar with rate, cost, time left and failures."""

    def __init__(self, bar: "Bar") -> None:
        self._bar = bar
        self._task = bar.add_task("articles", total=None, said="")

    def done(self, done: "Done", progress: "Progress") -> None:
        """Move the bar."""
        if done.state == "failed":
            self.note(_failure(done))
        total = progress.n_done + progress.n_waiting if progress.is_read else None
        said = _said(progress)
        self._bar.update(self._task, completed=progress.n_done, total=total, said=said)

    def note(self, text: str) -> None:
        """Say it above the bar."""
        from rich.text import Text

        self._bar.console.print(Text(in_one_line(text)), soft_wrap=True)

    def look(self, submission: "Submission") -> None:
        """Say it beside the bar."""
        self._bar.update(self._task, said=_batch(submission))

    def partition(self, totals: "Totals", ended: "Ended") -> None:  # noqa: ARG002  the bar is of all
        """Move the bar, which counts partitions."""
        self._bar.update(
            self._task,
            completed=ended.n_done,
            total=ended.n_partitions,
            said=_partitions(ended),
        )


@contextmanager
def shown(*, as_json: bool) -> Iterator[Shown]:
    """Choose how to show a batch's progress, and show it until the block ends."""
    if as_json:
        yield _JsonLines()
    elif not sys.stderr.isatty():
        yield _Lines()
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bar

        said = TextColumn("{task.fields[said]}", markup=False)
        columns = (BarColumn(), MofNCompleteColumn(), said)
        with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
            yield _OnTerminal(bar)


def _write_event(event: str, **values: Any) -> None:
    """Write a JSON line on standard error: the moment, what happened, and what there is to say."""
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    line = json.dumps({"at": moment, "event": event, **values}, ensure_ascii=True)
    sys.stderr.write(f"{line}\n")


def _failure(done: "Done") -> str:
    return f"failed: {done.place}: {done.reason}"


def _said(progress: "Progress") -> str:
    left_s = progress.left_s
    parts = [
        f"{progress.rate:.1f}/s",
        _cost(progress),
        "" if left_s is None else f"{_duration(left_s)} left",
        f"{progress.states['failed']} failed" if progress.states["failed"] else "",
    ]
    return "  ".join(filter(None, parts))


def _cost(progress: "Progress") -> str:
    """Return what a run has spent, in words."""
    return "cost unknown" if progress.spent_usd is None else f"${progress.spent_usd:.4f}"


def _partitions(ended: "Ended") -> str:
    progress = ended.progress
    done = plural(progress.n_done, "article")
    return f"partitions; {done} done; {_said(progress)}"


def _batch(submission: "Submission") -> str:
    failed = f", {submission.n_failed} failed" if submission.n_failed else ""
    return (
        f"batch {submission.batch}: {submission.status}, {submission.n_completed} of "
        f"{submission.n_requests} done{failed}"
    )


def _summary(progress: "Progress") -> str:
    admitted = progress.admitted
    parts = [
        _done(progress),
        f"{progress.n_waiting} wait" if progress.n_waiting else "",
        f"{progress.n_in_batches} of them for batches ({progress.n_batches} open)"
        if progress.n_in_batches
        else "",
        f"{plural(admitted.known, 'place')} with a text already met" if admitted.known else "",
        f"{admitted.unreadable} unreadable (extractor failures lists them)"
        if admitted.unreadable
        else "",
        _said(progress),
    ]
    return "; ".join(filter(None, parts))


def _done(progress: "Progress") -> str:
    states = ", ".join(
        f"{count} {state}" for state, count in progress.states.most_common() if count
    )
    if states:
        return f"{progress.n_done} done ({states})"
    admitted = progress.admitted
    if progress.n_waiting:
        return "none done"
    found = admitted.added + admitted.known + admitted.unreadable
    return "nothing to do" if found else "no article was found, and none waits"


def _spending(progress: "Progress") -> dict[str, Any]:
    """Return what a run has spent, as JSON; money as text."""
    usd = progress.spent_usd
    return {
        "spent_usd": None if usd is None else usd_text(usd),
        "spent_tokens": progress.spent_tokens,
    }


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
