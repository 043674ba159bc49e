"""What the tests of the evaluation's page share: a small gold article, and runs made by hand."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from extractor.article import Article
from extractor.evals.gold import GoldDocument, Source
from extractor.evals.result import Key, Result
from extractor.evals.run import DocumentRun
from extractor.record import EMPTY, Record
from extractor.usage import Usage

TEXT = (
    "Headline: 12 projects for Amet\n"
    "At the Lorem Fair, held in Amet on May 6, 2024, 12 projects were signed with a total "
    "investment of 3.4 billion yuan. Among them, 5 manufacturing projects are worth 2.1 billion "
    "yuan. Foo Ltd. builds the Bar plant for 12 billion yen.\n"
)
NEGATIVE = "It rained in Amet.\n"


def _amount(value: str, as_written: str, currency: str = "CNY") -> dict[str, Any]:
    return {
        "kind": "investment",
        "value": value,
        "upper": None,
        "currency": currency,
        "hedge": "exact",
        "as_written": as_written,
        "equivalents": [],
    }


def _count(value: int, as_written: str) -> dict[str, Any]:
    return {"value": value, "upper": None, "hedge": "exact", "as_written": as_written}


RECORD: dict[str, Any] = {
    "event": {
        "name": {"any_of": ["Lorem Fair", "the Lorem Fair"]},
        "aliases": [],
        "activity": None,
        "start_date": "2024-05-06",
        "end_date": None,
        "place": "Amet",
        "host": None,
        "stage": "signed",
        "industries": [],
        "total": {
            "count": _count(12, "12"),
            "amounts": [_amount("3400000000", "3.4 billion yuan")],
        },
    },
    "shares": [
        {
            "id": "s1",
            "label": "manufacturing",
            "dimension": "industry",
            "of": None,
            "stage": None,
            "count": _count(5, "5"),
            "amounts": [_amount("2100000000", "2.1 billion yuan")],
            "percents": [],
        }
    ],
    "projects": [
        {
            "name": "Bar plant",
            "investors": ["Foo Ltd."],
            "place": None,
            "industry": None,
            "amounts": [_amount("12000000000", "12 billion yen", "JPY")],
            "shares": ["s1"],
            "targets": [],
        }
    ],
    "agreements": [],
}


def _attempt(purpose: str, usage: Usage) -> dict[str, Any]:
    """Make an attempt as an extraction keeps it."""
    return {
        "model": "m",
        "purpose": purpose,
        "shows": None,
        "usage": usage.to_json(),
        "cost_usd": "0.0025",
        "seconds": 0.5,
    }


@pytest.fixture
def gold() -> GoldDocument:
    """Give the gold article."""
    source = Source(language="en", published=None, origin="written", traits=["small"])
    return GoldDocument("lorem", Article(TEXT, name="lorem"), source, RECORD)


@pytest.fixture
def negative() -> GoldDocument:
    """Give an article without an event."""
    source = Source(language="en", published=None, origin="written", traits=[])
    empty = EMPTY.model_dump(mode="json")
    return GoldDocument("rain", Article(NEGATIVE, name="rain"), source, empty)


@pytest.fixture
def perfect(gold: GoldDocument) -> Record:
    """Give the record that is right."""
    return gold.first_reading()


@pytest.fixture
def without_share(perfect: Record) -> Record:
    """Give a record that lacks the share, and what refers to it."""
    project = perfect.projects[0].model_copy(update={"shares": []})
    return perfect.model_copy(update={"shares": [], "projects": [project]})


@pytest.fixture
def run_of() -> Callable[..., DocumentRun]:
    """Give a function that makes a run of a document: with a record, or failed.

    With a first record, it was repaired, and the first reply took a quarter of what all took.
    """

    def build(document: GoldDocument, record: Record | None, **changes: Any) -> DocumentRun:
        result = Result(
            key=Key(changes.pop("system", "a"), document.name, changes.pop("repeat", 1)),
            status="failed" if record is None else "ok",
            reason="cut off three times" if record is None else None,
            record=record,
            first_record=record,
            usage=Usage(1000, 100, 0, 0),
            cost_usd=Decimal("0.01"),
            least_cost_usd=Decimal("0.01"),
            seconds=2.0,
        )
        if "first_record" in changes:
            changes["attempts"] = (
                _attempt("draft", Usage(250, 25, 0, 0)),
                _attempt("repair", Usage(750, 75, 0, 0)),
            )
        return DocumentRun(document, replace(result, **changes))

    return build
