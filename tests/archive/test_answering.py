"""Who answers for a run."""

import asyncio
import signal
import subprocess
import sys

from extractor.archive.answering import Rules
from extractor.archive.job import Job
from extractor.archive.recipe import Recipe
from extractor.archive.screening import Screening
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

        said, _ = run.communicate(timeout=20)  # all that hold the pipe have ended
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
