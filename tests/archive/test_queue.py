"""A queue of those who wait."""

import asyncio

from extractor.archive.queue import Queue


async def _wait(queue: Queue, name: str, said: list[str], *, ready_after_s: float) -> None:
    with queue.place() as turn:
        await asyncio.sleep(ready_after_s)
        await turn()
        said.append(name)


def test_who_comes_first_goes_first() -> None:
    """The others wait, ready as they are."""
    said: list[str] = []

    async def wait_all() -> None:
        queue = Queue()
        await asyncio.gather(
            _wait(queue, "first", said, ready_after_s=0.05),
            _wait(queue, "second", said, ready_after_s=0),
            _wait(queue, "third", said, ready_after_s=0.02),
        )

    asyncio.run(wait_all())

    assert said == ["first", "second", "third"]


def test_nobody_waits_for_one_who_has_gone_without_a_turn() -> None:
    """Neither where he stood first nor where he stood between."""
    said: list[str] = []

    async def wait_all() -> None:
        queue = Queue()
        tasks = [
            asyncio.create_task(_wait(queue, str(number), said, ready_after_s=after_s))
            for number, after_s in enumerate((60, 0, 60, 0))
        ]
        await asyncio.sleep(0.01)
        tasks[2].cancel()
        tasks[0].cancel()
        await asyncio.gather(tasks[1], tasks[3])

    asyncio.run(asyncio.wait_for(wait_all(), 10))

    assert said == ["1", "3"]
