"""Who answers for a run."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path

from extractor.archive.answering import Rules
from extractor.archive.entry import Entry
from extractor.archive.job import Job
from extractor.archive.ledger import Ledger
from extractor.archive.outcome import Outcome
from extractor.archive.recipe import Recipe
from extractor.archive.screening import Duplicate, Screening
from extractor.article import Article

ANSWERS_FOR_EVER = """
import asyncio

from extractor.archive.answering import Rules
from extractor.archive.job import Job
from extractor.archive.recipe import Recipe
from extractor.archive.screening import Screening
from extractor.article import Article


async def answer():
    screening = Screening(None, triages=False, links=False)
    rules = Rules(Recipe(("rules",)), screening, n_processes=2)
    jobs = [Job(number, Article("88 projects were signed."), "a.txt", False) for number in (1, 2)]
    await asyncio.gather(*map(rules.answer, jobs))
    print("ready", flush=True)
    await asyncio.Event().wait()


asyncio.run(answer())
"""


def test_processes_that_apply_rules_end_with_the_one_that_began_them():
    """Killed without a word, a run leaves nothing behind that waits for ever."""
    with subprocess.Popen([sys.executable, "-c", ANSWERS_FOR_EVER], stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"ready\n"

        run.kill()

        said, _ = run.communicate(timeout=60)  # all that hold the pipe have ended
    assert said == b""


def test_processes_that_apply_rules_hear_no_interrupt_from_their_first_moment_on():
    """Ctrl-C goes to all at once: they would say, each in twenty lines, where in starting they were."""

    async def masks() -> list[set[int]]:
        screening = Screening(None, triages=False, links=False)
        rules = Rules(Recipe(("rules",)), screening, n_processes=2)
        await rules.answer(Job(1, Article("88 projects were signed."), "a.txt", is_begun=False))
        apart = rules._pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ())
        masks = [await asyncio.wrap_future(apart), signal.pthread_sigmask(signal.SIG_BLOCK, ())]
        await rules.aclose()
        return masks

    apart, here = asyncio.run(masks())

    assert signal.SIGINT in apart
    assert signal.SIGINT not in here


RELEASE = """{headline}
Forty-two projects were signed at the fair in Lanping on Tuesday, with 12.5 billion yuan in all.
Of these, 18 are in new materials and 14 in food. They bring 3.2 billion yuan and 1.9 billion yuan.
"""
SLOW = "Fair closes"


class _SlowRules(Rules):
    """Rules in a process that took long to start, or was given a long article."""

    async def _outcome(self, article: Article) -> tuple[Outcome, object]:
        applied = await super()._outcome(article)
        await asyncio.sleep(0.1 if SLOW in article.text else 0)
        return applied


def test_a_near_duplicate_is_linked_to_the_first_one_however_long_that_takes(
    tmp_path: Path,
) -> None:
    """Which of two is asked about says the order of the archive, not the speed of a process."""
    recipe = Recipe(("rules",))

    async def answers(ledger: Ledger) -> list[object]:
        rules = _SlowRules(recipe, Screening(ledger, triages=False, links=True), n_processes=1)
        jobs = ledger.waiting(after=0, limit=2)
        return await asyncio.gather(*map(rules.answer, jobs), return_exceptions=True)

    with Ledger(tmp_path / "ledger.db", recipe) as ledger:
        for headline in (SLOW, "Lanping signs"):
            ledger.admit([Entry(f"{headline}.txt", Article(RELEASE.format(headline=headline)))])
        first, second = asyncio.run(answers(ledger))

    assert isinstance(first, Outcome)
    assert isinstance(second, Duplicate)
