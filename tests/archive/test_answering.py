"""Who answers for a run."""

import subprocess
import sys

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
