"""Conditions on articles: one grammar for all commands."""

from dataclasses import dataclass
from datetime import date

import pytest

from extractor.archive.where import Where, folded, year
from extractor.errors import UsageError

STATES = ("ok", "flagged", "failed")


@dataclass(frozen=True)
class Told:
    """An article as conditions see it."""

    state: str = "failed"
    reason: str = "Timed out after 3.0 s, twice"
    language: str = "en"
    year: str = "2024"
    host: str = "Hunan Province, China"
    model: str = "openai/mock"


def parse(*texts: str) -> Where:
    """Read conditions."""
    return Where.parse(texts, states=STATES)


@pytest.mark.parametrize(
    ("texts", "conditions"),
    [
        ([], []),
        (["failed"], [("state", "failed")]),
        (["state=failed"], [("state", "failed")]),
        (["status=failed"], [("state", "failed")]),
        (["reason=timed out"], [("reason", "timed out")]),
        (["flagged,reason=a"], [("state", "flagged"), ("reason", "a")]),
        (["flagged , reason = a"], [("state", "flagged"), ("reason", "a")]),
        (["reason=a, b"], [("reason", "a, b")]),
        (["reason=a, year=b"], [("reason", "a, year=b")]),
        (["reason=finish reason=length"], [("reason", "finish reason=length")]),
        (["reason=a", "reason=b"], [("reason", "a"), ("reason", "b")]),
        (["host=Hunan, China,year=2024"], [("host", "hunan, china"), ("year", "2024")]),
        (["language=ZH", "year="], [("language", "zh"), ("year", "")]),
    ],
    ids=repr,
)
def test_conditions_have_a_name_and_a_value(
    texts: list[str], conditions: list[tuple[str, str]]
) -> None:
    """A state needs no name; a comma parts conditions only where another one follows."""
    assert parse(*texts).conditions == tuple(conditions)


@pytest.mark.parametrize(
    ("texts", "complaint"),
    [
        (["lost"], "--where 'lost': state is one of ok, flagged, failed, not 'lost'"),
        (["state="], "--where 'state=': state is one of ok, flagged, failed, not ''"),
        (["ok,failed"], "state is one of ok, flagged, failed, not 'ok,failed'"),
        (["size=3"], "there is no 'size'; write NAME=VALUE with one of state, reason, language"),
        (["language=fr"], "language is one of en, zh, other, not 'fr'"),
        (["ok,year=24"], "--where 'ok,year=24': year is four digits, not '24'"),
        (["reason="], "reason is a text that the reason has in it, not ''"),
        (["ok", "flagged"], "--where 'flagged': state is given twice, and all conditions must"),
        (["year=2023,year=2024"], "year is given twice"),
        ([""], "state is one of ok, flagged, failed, not ''"),
    ],
    ids=repr,
)
def test_what_is_no_condition_is_told_with_what_would_be(texts: list[str], complaint: str) -> None:
    """By its name, and what that may be."""
    with pytest.raises(UsageError) as caught:
        parse(*texts)

    assert complaint in str(caught.value)


@pytest.mark.parametrize(
    ("texts", "fits"),
    [
        ([], True),
        (["failed"], True),
        (["ok"], False),
        (["reason=TIMED  out"], True),
        (["reason=after 3.0 s, twice"], True),
        (["reason=after 310"], False),
        (["host=hunan province， china"], True),
        (["host=Hunan"], False),
        (["host="], False),
        (["year=2024,language=en", "model=OPENAI/mock"], True),
        (["year=2024,language=zh"], False),
    ],
    ids=repr,
)
def test_all_conditions_must_hold(texts: list[str], *, fits: bool) -> None:
    """In any case and width; a reason need only hold the text."""
    assert parse(*texts).fits(Told()) == fits


def test_the_state_that_is_asked_for_is_told() -> None:
    """For whoever takes another one where none is."""
    assert (parse("year=2024").state, parse("year=2024", "ok").state) == (None, "ok")


def test_texts_are_compared_as_they_are_meant() -> None:
    """In any case and width, with one space."""
    assert folded(" Ｈunan\u3000 PROVINCE ") == "hunan province"


@pytest.mark.parametrize(
    ("start", "published", "expected"),
    [
        ("2022-11-XX", date(2023, 1, 1), "2022"),
        ("202X", date(2023, 1, 1), "2023"),
        (None, date(2023, 1, 1), "2023"),
        ("XXXX-11", None, ""),
        (None, None, ""),
    ],
)
def test_the_year_is_the_event_s_else_that_of_publication(
    start: str | None, published: date | None, expected: str
) -> None:
    """Where neither is known there is none."""
    assert year(start, published) == expected
