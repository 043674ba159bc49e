"""Roles of figures."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.extraction import Extraction
from extractor.report.roles import MEANINGS, figure_roles


def roles_by_words(extraction: Extraction) -> list[tuple[str, str]]:
    """Return each figure's words and its role, in order."""
    roles = figure_roles(extraction)
    return [(figure.as_written, roles[figure.id]) for figure in extraction.figures]


def test_every_figure_has_the_role_that_the_record_gives_it(built: Extraction) -> None:
    """Used figures have their item's role, the others say why they are not used."""
    assert roles_by_words(built) == [
        ("3rd", "label"),
        ("May 6, 2024", "date"),
        ("12", "total"),
        ("3.4 billion yuan", "total"),
        ("5", "share"),
        ("2.1 billion yuan", "share"),
        ("61.8%", "share"),
        ("200 million yuan", "project"),
        ("6 million pieces", "target"),
        ("Four", "agreement"),
        ("12", "repeat"),
        ("40", "background"),
        ("7", "unplaced"),
    ]


def test_without_a_record_no_figure_is_judged(built: Extraction) -> None:
    """A failed extraction does not say that its figures are background."""
    failed = replace(built, record=None, evidence={}, unplaced=())

    roles = {role for words, role in roles_by_words(failed) if words != "May 6, 2024"}

    assert roles == {"unjudged"}


@pytest.mark.parametrize(
    ("change", "role"),
    [
        pytest.param({"boundary": True}, "label", id="bound of a class"),
        pytest.param({"kind": "year"}, "date", id="year"),
        pytest.param(
            {"kind": "money", "unit": "CNY", "value": Decimal(9)}, "background", id="other"
        ),
    ],
)
def test_a_figure_outside_the_record_says_why(built: Extraction, change, role: str) -> None:
    """Bounds and years are no figures of their own; the rest is background."""
    changed = tuple(
        figure._replace(**change) if figure.as_written == "40" else figure
        for figure in built.figures
    )

    assert ("40", role) in roles_by_words(replace(built, figures=changed))


def test_a_conversion_of_a_used_amount_is_a_repeat(built: Extraction) -> None:
    """The same sum in another currency says it again."""
    used = next(figure for figure in built.figures if figure.as_written == "3.4 billion yuan")
    changed = tuple(
        figure._replace(kind="money", unit="USD", conversion_of=used.id)
        if figure.as_written == "40"
        else figure
        for figure in built.figures
    )

    assert ("40", "repeat") in roles_by_words(replace(built, figures=changed))


def test_a_rounded_total_is_a_repeat(built: Extraction) -> None:
    """A headline's round sum is the total once more."""
    change = {"kind": "money", "unit": "CNY", "value": Decimal(3000000000), "hedge": "over"}
    changed = tuple(
        figure._replace(**change, step=Decimal(1000000000)) if figure.as_written == "40" else figure
        for figure in built.figures
    )

    assert ("40", "repeat") in roles_by_words(replace(built, figures=changed))


def test_every_role_has_its_meaning(built: Extraction) -> None:
    """The legend can explain whatever is marked."""
    assert set(figure_roles(built).values()) <= MEANINGS.keys()


def test_a_figure_that_the_model_put_aside_is_background(built: Extraction) -> None:
    """Though it says the same as one that is used: last year's 12 are not this year's."""
    again = [figure for figure in built.figures if figure.as_written == "12"][1]

    roles = figure_roles(replace(built, background=frozenset({again.id})))

    assert figure_roles(built)[again.id] == "repeat"
    assert roles[again.id] == "background"
