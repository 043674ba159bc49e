"""What tests of checks share: subjects from plain sentences, and gold records as drafts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from benchmarks.errors.gold_drafts import GoldArticle, gold_article
from extractor.article import Article
from extractor.checks import Subject
from extractor.draft import Draft, resolve
from extractor.figures import Figure

GOLD = Path(__file__).parents[2] / "evals" / "gold"
PATHS = sorted(GOLD.glob("*.json"))

_PLAIN = re.compile(
    r"(?:(?P<hedge>about|nearly|over|less than) )?"
    r"(?P<number>\d+(?:\.(?P<decimals>\d+))?)"
    r"(?:%|(?: (?P<scale>million|billion))? (?P<unit>yuan|dollars|tons)|(?= (?P<noun>[a-z]+)))?"
)
_SCALES = {"million": 10**6, "billion": 10**9}
_UNITS = {"yuan": "CNY", "dollars": "USD"}
_HEDGES = {"less than": "under"}

_NO_SHARE = {
    "dimension": "industry",
    "of": None,
    "stage": None,
    "count": None,
    "amounts": [],
    "percents": [],
}
_NO_PROJECT = {
    "investors": [],
    "place": None,
    "industry": None,
    "amounts": [],
    "shares": [],
    "targets": [],
}
_NO_AGREEMENT = {"parties": [], "count": None, "amounts": []}
_NO_EVENT_PARTS = {
    "name": None,
    "aliases": [],
    "activity": None,
    "start_date": None,
    "end_date": None,
    "place": None,
    "host": None,
    "stage": "signed",
    "industries": [],
    "count": None,
    "amounts": [],
}


@pytest.fixture
def subject_of() -> Callable[..., Subject]:
    """Give a function that resolves a draft, written short, of a text in plain words."""

    def build(
        text: str,
        *,
        event: dict[str, Any] | None = None,
        background: tuple[str, ...] = (),
        **items: Any,
    ) -> Subject:
        figures = tuple(_plain_figures(text))
        ids = {figure.as_written: figure.id for figure in figures}
        draft = Draft.model_validate(
            {
                "no_event": None,
                "event": _NO_EVENT_PARTS | (event or {}),
                "shares": [_NO_SHARE | share for share in items.get("shares", ())],
                "projects": [_NO_PROJECT | project for project in items.get("projects", ())],
                "agreements": [_NO_AGREEMENT | item for item in items.get("agreements", ())],
                "background": [ids[words] for words in background],
            }
        )
        article = Article(text)
        return Subject(article, figures, resolve(draft, article, figures))

    return build


@pytest.fixture
def invested() -> Callable[..., dict[str, Any]]:
    """Give a function that writes an amount of a draft: a quote of the figure, its conversions."""

    def write(quote: str, *same: str, kind: str = "investment") -> dict[str, Any]:
        return {"f": quote, "kind": kind, "same": list(same)}

    return write


@pytest.fixture
def linked() -> Callable[[Subject], Subject]:
    """Give a function that makes the second of a subject's two figures a conversion of the first."""

    def link(subject: Subject) -> Subject:
        first, second = subject.figures
        return replace(subject, figures=(first, second._replace(conversion_of=first.id)))

    return link


@pytest.fixture
def resolved(subject_of: Callable[..., Subject]) -> Callable[..., Subject]:
    """Give a function that puts fields into the event of a record as they are, unchecked."""

    def build(**fields: Any) -> Subject:
        subject = subject_of("The fair.")
        event = subject.record.event.model_copy(update=fields)
        record = subject.record.model_copy(update={"event": event})
        return replace(subject, resolution=replace(subject.resolution, record=record))

    return build


@pytest.fixture(params=PATHS, ids=[path.stem for path in PATHS])
def gold(request: pytest.FixtureRequest) -> GoldArticle:
    """Each gold article in turn, with its record as a draft."""
    return gold_article(request.param)


def _plain_figures(text: str) -> Iterator[Figure]:
    """Read digits with a hedge, yuan, dollars, tons or a per cent sign: no finder is tested here."""
    for found in _PLAIN.finditer(text):
        scale = _SCALES.get(found["scale"], 1)
        is_money = found["unit"] in {"yuan", "dollars"}
        kind = "percent" if found.group().endswith("%") else "money" if is_money else "count"
        yield Figure(
            id=found.start("number"),
            start=found.start(),
            end=found.end(),
            kind="quantity" if found["unit"] == "tons" else kind,
            value=Decimal(found["number"]) * scale,
            upper=None,
            unit=_UNITS.get(found["unit"], found["unit"] or found["noun"]),
            hedge=_HEDGES.get(found["hedge"], found["hedge"] or "exact"),
            as_written=found.group(),
            step=Decimal(scale).scaleb(-len(found["decimals"] or "")),
        )
