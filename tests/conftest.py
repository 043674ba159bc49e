"""What tests share: figures and drafts built by hand."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import settings

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
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


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
