"""Turns: where many extractions are in work on one event loop, one works in each pass of the loop.

A request leaves some passes after it was made. If all whose replies have come did their work in one
pass, none of their next requests would leave before all are done, all replies would come together
again, and the time of the work would be added to the time of waiting instead of being hidden in it.
"""

import asyncio
from collections import deque
from weakref import WeakKeyDictionary


class _Turns:
    """The lines of those who want to work on one event loop."""

    def __init__(self) -> None:
        self._to_ask: deque[asyncio.Future[None]] = deque()
        self._to_read: deque[asyncio.Future[None]] = deque()
        self._is_taken = False

    async def to_ask(self) -> None:
        """Wait behind those who are about to ask."""
        await self._next(self._to_ask)

    async def to_read(self) -> None:
        """Wait behind all others: what keeps the service busy goes first."""
        await self._next(self._to_read)

    async def _next(self, line: deque[asyncio.Future[None]]) -> None:
        loop = asyncio.get_running_loop()
        if self._is_taken:
            waiting: asyncio.Future[None] = loop.create_future()
            line.append(waiting)
            await waiting
        else:
            self._is_taken = True
            loop.call_soon(self._pass_on)

    def _pass_on(self) -> None:
        while line := self._to_ask or self._to_read:
            waiting = line.popleft()
            if not waiting.done():  # cancelled
                waiting.set_result(None)
                waiting.get_loop().call_soon(self._pass_on)
                return
        self._is_taken = False


_by_loop: WeakKeyDictionary[asyncio.AbstractEventLoop, _Turns] = WeakKeyDictionary()


def turns() -> _Turns:
    """Return the turns of the running event loop; one lasts until the next wait."""
    loop = asyncio.get_running_loop()
    found = _by_loop.get(loop)
    if found is None:
        found = _by_loop[loop] = _Turns()
    return found
