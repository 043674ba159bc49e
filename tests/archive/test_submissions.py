"""Submissions: what the ledger says of files and batches, before and after each step."""

from decimal import Decimal
from pathlib import Path

import pytest

from extractor.archive.budget import Spending
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.recipe import Recipe
from extractor.archive.submissions import Submission
from extractor.article import Article
from extractor.dialogue import Dialogue
from extractor.exchange import Request

RECIPE = Recipe(("openai/m",))
WAY = {"form": "json_schema", "fields": []}


def request() -> Request:
    """Return a request."""
    asked = Dialogue(Article("News of it."), model="openai/m").request
    assert asked is not None
    return asked


def submitted(ledger: Ledger, *, run: str = "run", n: int = 2) -> Submission:
    """Begin a submission of so many requests, each of an article of its own."""
    submission = ledger.submissions.begin(run, model="openai/m", service="s", way=WAY)
    ledger.admit([Entry(f"{run}-{number}", Article(f"{run} {number}")) for number in range(n)])
    for job in ledger.waiting(after=0, limit=n):
        risk = (Decimal("0.5"), 100)
        ledger.attempts.ask(job.id, "openai/m", request(), risk=risk, submission=submission.id)
    return submission


def test_a_file_that_was_being_written_is_forgotten_with_its_process(ledger_path: Path) -> None:
    """Nothing of it was sent; its articles wait as before."""
    with Ledger(ledger_path, RECIPE) as ledger:
        submitted(ledger)
        in_batch = ledger.n_in_batches()

    with Ledger(ledger_path, RECIPE) as ledger:
        waiting = ledger.waiting(after=0, limit=9)
        spent = ledger.attempts.spent()
        unfinished = ledger.submissions.unfinished()

    assert in_batch == 2
    assert [job.is_begun for job in waiting] == [False, False]
    assert spent == (0, 0)
    assert unfinished == []


def test_each_step_is_there_for_the_next_process(ledger_path: Path) -> None:
    """With what the provider calls file and batch, and what it may cost at most."""
    steps = []
    with Ledger(ledger_path, RECIPE) as ledger:
        sealed = ledger.submissions.seal(submitted(ledger), n_requests=2)
    with Ledger(ledger_path, RECIPE) as ledger:
        steps += ledger.submissions.unfinished()
        uploaded = ledger.submissions.uploaded(sealed, file="file-1")
    with Ledger(ledger_path, RECIPE) as ledger:
        steps += ledger.submissions.unfinished()
        ledger.submissions.created(uploaded, batch="batch-1")
    with Ledger(ledger_path, RECIPE) as ledger:
        steps += ledger.submissions.unfinished()
        worst = ledger.submissions.worst()
        waiting = ledger.waiting(after=0, limit=9)

    assert [(step.state, step.file, step.batch) for step in steps] == [
        ("uploading", None, None),
        ("creating", "file-1", None),
        ("open", "file-1", "batch-1"),
    ]
    assert worst == Spending(Decimal(1), 200)
    assert waiting == []


def test_requests_are_found_by_their_line_and_their_number(ledger_path: Path) -> None:
    """Those of other submissions are not."""
    with Ledger(ledger_path, RECIPE) as ledger:
        other = submitted(ledger, run="other")
        mine = submitted(ledger, run="mine")
        second = ledger.submissions.at_line(mine, 2)
        assert second is not None
        found = ledger.submissions.awaited(mine, second.id)
        strange = ledger.submissions.awaited(other, second.id)
        behind = ledger.submissions.at_line(mine, 3)

    assert found == second
    assert strange is None
    assert behind is None


def test_what_was_not_run_costs_nothing_and_waits_as_if_never_asked(ledger_path: Path) -> None:
    """A batch that the provider refused as a whole."""
    with Ledger(ledger_path, RECIPE) as ledger:
        submission = submitted(ledger)

        ledger.submissions.release(submission, reason="refused")

        waiting = ledger.waiting(after=0, limit=9, is_begun=False)
        spent = ledger.attempts.spent()
        unfinished = ledger.submissions.unfinished()
    assert len(waiting) == 2
    assert spent == (0, 0)
    assert unfinished == []


@pytest.mark.parametrize(("is_begun", "ids"), [(True, [2]), (False, [1]), (None, [1, 2])])
def test_jobs_are_told_by_whether_they_were_begun(
    ledger_path: Path, *, is_begun: bool | None, ids: list[int]
) -> None:
    """Those with replies go first."""
    with Ledger(ledger_path, RECIPE) as ledger:
        ledger.admit([Entry(name, Article(name)) for name in ("one", "other")])
        ledger.attempts.ask(2, "openai/m", request(), risk=(Decimal(0), 0))

        jobs = ledger.waiting(after=0, limit=9, is_begun=is_begun)

    assert [job.id for job in jobs] == ids


def test_submissions_of_another_recipe_are_left_alone(ledger_path: Path) -> None:
    """Only their files are known, so that nobody tidies them away."""
    with Ledger(ledger_path, RECIPE) as ledger:
        ledger.submissions.seal(submitted(ledger), n_requests=2)

    with Ledger(ledger_path, Recipe(("openai/other",))) as ledger:
        unfinished = ledger.submissions.unfinished()
        runs = ledger.submissions.runs()

    assert unfinished == []
    assert runs == {"run"}
