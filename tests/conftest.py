"""What tests share: figures and drafts built by hand, and a clock that waits for nothing."""

import asyncio
import selectors
import signal
from collections.abc import Callable, Coroutine
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from extractor.draft import Draft, Patch
from extractor.draft.schema import (
    DraftAgreement,
    DraftAmount,
    DraftEvent,
    DraftPercent,
    DraftProject,
    DraftShare,
    DraftTarget,
)
from extractor.figures import Figure

# Other jobs share the machine; how time grows with a text has tests of its own.
settings.register_profile(
    "unhurried", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # run in the background: what tests start
    signal.signal(signal.SIGINT, signal.default_int_handler)  # would not hear it, either


class _SkippingSelector(selectors.DefaultSelector):
    """It does not wait: it notes how long it would have."""

    skipped_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready; where nothing is, skip the time."""
        ready = super().select(None if timeout is None else 0)
        if not ready:
            self.skipped_s += timeout or 0.0
        return ready


class _SkippingLoop(asyncio.SelectorEventLoop):
    """An event loop on which time passes by waiting only, and at once."""

    def __init__(self) -> None:
        self._clock = _SkippingSelector()
        super().__init__(self._clock)

    def time(self) -> float:
        """Return the time that was skipped."""
        return self._clock.skipped_s


@pytest.fixture(scope="session")
def run_skipping() -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Give a function that runs a coroutine, on whose clock hours of waiting pass in no time.

    However slow the machine is, what is computed takes no time there.
    """

    def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
        with asyncio.Runner(loop_factory=_SkippingLoop) as runner:
            return runner.run(coroutine)

    return run


@pytest.fixture(scope="session")
def figure_at() -> Callable[..., Figure]:
    """Give a function that builds the figure which stands somewhere in a text."""

    def build(text: str, words: str, value: str | None, **fields: Any) -> Figure:
        start = text.index(words)
        described = {"kind": "count", "upper": None, "unit": None, "hedge": "exact"} | fields
        return Figure(
            id=start + next((at for at, char in enumerate(words) if char.isdecimal()), 0),
            start=start,
            end=start + len(words),
            value=None if value is None else Decimal(value),
            as_written=words,
            **described,
        )

    return build


class DraftMaker:
    """Makes parts of a draft in which all that is not given is empty."""

    def amount(self, f: int | str, **fields: Any) -> DraftAmount:
        """Make a sum invested."""
        return DraftAmount(**{"f": f, "kind": "investment", "same": []} | fields)

    def percent(self, f: int | str, of: str = "investment") -> DraftPercent:
        """Make a percentage."""
        return DraftPercent(f=f, of=of)

    def target(self, f: int | str, measure: str, unit: str | None = None) -> DraftTarget:
        """Make a target."""
        return DraftTarget(f=f, measure=measure, unit=unit)

    def event(self, **fields: Any) -> DraftEvent:
        """Make an event at which projects were signed."""
        texts = dict.fromkeys(("name", "activity", "start_date", "end_date", "place", "host"))
        lists: dict[str, Any] = {"aliases": [], "industries": [], "amounts": []}
        return DraftEvent(**{**texts, **lists, "stage": "signed", "count": None} | fields)

    def share(self, id_: str, label: str, **fields: Any) -> DraftShare:
        """Make a group of projects."""
        empty = {"of": None, "stage": None, "count": None, "amounts": [], "percents": []}
        return DraftShare(**{"id": id_, "label": label, "dimension": "industry", **empty} | fields)

    def project(self, id_: str, name: str, **fields: Any) -> DraftProject:
        """Make a project."""
        empty: dict[str, Any] = dict.fromkeys(("place", "industry"))
        empty |= {"investors": [], "amounts": [], "shares": [], "targets": []}
        return DraftProject(**{"id": id_, "name": name, **empty} | fields)

    def agreement(self, id_: str, label: str, **fields: Any) -> DraftAgreement:
        """Make agreements."""
        empty = {"parties": [], "count": None, "amounts": []}
        return DraftAgreement(**{"id": id_, "label": label, **empty} | fields)

    def draft(self, event: DraftEvent | None = None, **fields: Any) -> Draft:
        """Make a draft, of other news where no event is given."""
        lists = {"shares": [], "projects": [], "agreements": [], "background": []}
        reason = None if event else "other_news"
        return Draft(**{"no_event": reason, "event": event, **lists} | fields)

    def patch(self, **fields: Any) -> Patch:
        """Make a patch."""
        lists = ("shares", "projects", "agreements", "background", "delete", "stands")
        empty = {"no_event": None, "event": None, **{name: [] for name in lists}}
        return Patch(**empty | fields)


@pytest.fixture(scope="session")
def make() -> DraftMaker:
    """Give a maker of drafts."""
    return DraftMaker()
