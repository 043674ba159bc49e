"""Fields of a record."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.extraction import Extraction
from extractor.report.fields import record_fields
from extractor.violations import Finding, Violation

PERCENT = "/shares/0/percents/0"


def test_every_value_of_the_record_is_a_field_in_its_order(built: Extraction) -> None:
    """Pointers name what stands in the record, and each has a name for people."""
    fields = record_fields(built)

    assert {pointer: field.name for pointer, field in fields.items()} == {
        "/event/name": "Event: name",
        "/event/start_date": "Event: start date",
        "/event/place": "Event: place",
        "/event/total/count": "Total: number",
        "/event/total/amounts/0": "Total: investment",
        "/shares/0/label": "Share s1 “manufacturing”: label",
        "/shares/0/count": "Share s1 “manufacturing”: number",
        "/shares/0/amounts/0": "Share s1 “manufacturing”: investment",
        "/shares/0/percents/0": "Share s1 “manufacturing”: percent of the investment, stated",
        "/projects/0/name": "Project: name",
        "/projects/0/investors/0": "Project “Bar plant”: investor",
        "/projects/0/amounts/0": "Project “Bar plant”: investment",
        "/projects/0/targets/0": "Project “Bar plant”: annual output",
        "/projects/0/targets/0/measure": "Project “Bar plant”: target",
        "/agreements/0/label": "Agreement: label",
        "/agreements/0/count": "Agreement “strategic agreements”: number",
    }


def test_every_pointer_with_evidence_is_a_field(built: Extraction) -> None:
    """Nothing that can be traced to the article is left off the page."""
    assert built.evidence.keys() <= record_fields(built).keys()


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        pytest.param("/event/start_date", "May 6, 2024", id="date"),
        pytest.param("/event/total/amounts/0", "3.4 billion yuan", id="figure"),
        pytest.param("/event/name", None, id="name, letter for letter"),
    ],
)
def test_the_words_of_the_article_are_given_where_they_differ(
    built: Extraction, pointer: str, words: str | None
) -> None:
    """A date in its code form shows what the article says."""
    assert record_fields(built)[pointer].as_written == words


def test_a_value_without_evidence_says_that_it_does_not_stand_there(built: Extraction) -> None:
    """A computed date has no place to lead to."""
    evidence = {key: value for key, value in built.evidence.items() if key != "/event/start_date"}

    field = record_fields(replace(built, evidence=evidence))["/event/start_date"]

    assert (field.number, field.place) == (None, None)
    assert field.checks == ("follows from the text; it does not stand there in these words.",)


@pytest.mark.parametrize(
    ("pointer", "bearer"),
    [
        pytest.param(PERCENT, PERCENT, id="a value"),
        pytest.param("/shares/0", "/shares/0/label", id="a share"),
        pytest.param("/projects/0", "/projects/0/name", id="a project"),
        pytest.param("/event", "/event/name", id="the event"),
    ],
)
def test_a_violation_shows_at_what_it_is_about(
    built: Extraction, pointer: str, bearer: str
) -> None:
    """What is said of an item as a whole shows at its name; a violation outweighs a finding."""
    changed = replace(
        built,
        violations=(Violation("structure.lorem", "Mend it.", pointers=(pointer,)),),
        findings=(Finding("figures.lorem", "Know it.", pointers=(pointer,)),),
    )

    fields = record_fields(changed)

    assert {key for key, field in fields.items() if field.state != "plain"} == {bearer}
    assert fields[bearer].state == "violation"
    assert fields[bearer].checks == ("Mend it.", "Know it.")


def test_a_percentage_is_checked_against_the_records_own_figures(built: Extraction) -> None:
    """Where no check objects, the computed value stands beside the stated one."""
    fields = record_fields(replace(built, computed={PERCENT: Decimal("61.76")}))

    assert fields[PERCENT].checks == ("the record’s own figures give 61.76%.",)


def test_without_a_record_there_are_no_fields(without_record) -> None:
    """A failed extraction has nothing to name."""
    assert record_fields(without_record("12 projects")) == {}
