"""A batch in a process of its own, which kills itself where it is told; run by the tests."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.archive.attempts import Attempts
from extractor.archive.batch import Options, run_batch
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.recipe import Recipe
from extractor.article import Article

POINTS = {
    "before a request is noted": (Attempts, "ask", "before"),
    "after a request is noted": (Attempts, "ask", "after"),
    "before a reply is kept": (Attempts, "keep", "before"),
    "after a reply is kept": (Attempts, "keep", "after"),
    "in the middle of keeping an extraction": (Attempts, "complete", "after"),
    "after an extraction is kept": (Ledger, "finish", "after"),
    "while articles are taken in": (Ledger, "_article_id", "after"),
}


def entries(folder: Path) -> Iterator[Entry]:
    """Read a folder of texts."""
    for path in sorted(folder.glob("*.txt")):
        yield Entry(str(path), Article.read(path))


def kill_at(point: str, nth: int) -> None:
    """Let the process be killed at the nth time that it comes to a point."""
    owner, name, when = POINTS[point]
    original = getattr(owner, name)
    left = nth

    def killing(*args: Any, **options: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0 and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*args, **options)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, killing)


def main() -> None:
    """Run the batch that the arguments describe."""
    told = json.loads(sys.argv[1])
    if told.get("kill_at"):
        kill_at(told["kill_at"], told["nth"])
    progress = asyncio.run(
        run_batch(
            entries(Path(told["folder"])),
            ledger=Path(told["ledger"]),
            recipe=Recipe(("openai/mock",)),
            options=Options(concurrency=told.get("concurrency", 4)),
        )
    )
    sys.stdout.write(json.dumps({"states": progress.states, "stopped": progress.stopped}))


if __name__ == "__main__":
    main()
