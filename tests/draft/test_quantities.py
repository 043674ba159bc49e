"""The figures of a draft item: counts, amounts, percentages and targets with their evidence."""

from decimal import Decimal

import pytest

from extractor.draft.notes import Item, Notes
from extractor.draft.quantities import Quantities
from extractor.draft.references import References
from extractor.draft.schema import DraftTarget
from extractor.figures import Figure

TEXT = "About 12 to 15 mills at 2 to 3 billion yuan, or 40%, will make 5 million tons a year."
ITEM = Item("p1", "project p1", "/projects/0")


@pytest.fixture
def figures(figure_at) -> dict[str, Figure]:
    """Give the figures of the text by their unit."""
    return {
        "mills": figure_at(TEXT, "About 12 to 15", "12", upper=Decimal(15), hedge="about"),
        "CNY": figure_at(
            TEXT, "2 to 3 billion yuan", "2E9", kind="money", unit="CNY", upper=Decimal("3E9")
        ),
        "%": figure_at(TEXT, "40%", "40", kind="percent", unit="%"),
        "tons": figure_at(TEXT, "5 million", "5E6", kind="quantity"),
    }


@pytest.fixture
def notes() -> Notes:
    """Give empty notes."""
    return Notes()


@pytest.fixture
def quantities(figures, notes) -> Quantities:
    """Give a resolver of the figures."""
    return Quantities(TEXT, References(TEXT, tuple(figures.values())), notes)


def test_a_range_keeps_both_ends_and_its_hedge(quantities, notes, figures) -> None:
    """As a count, in whole numbers."""
    count = quantities.count(figures["mills"].id, ITEM, "/count")

    assert count is not None
    assert (count.value, count.upper, count.hedge) == (12, 15, "about")
    assert count.as_written == "About 12 to 15"
    assert notes.evidence == {"/count": (figures["mills"].span,)}


def test_no_reference_is_no_count(quantities, notes) -> None:
    """Silence is nothing to complain about."""
    assert quantities.count(None, ITEM, "/count") is None
    assert notes.violations == []


def test_an_amount_takes_its_currency_from_the_figure(quantities, make, figures) -> None:
    """And is written out without an exponent."""
    (amount,) = quantities.amounts([make.amount(figures["CNY"].id, kind="trade")], ITEM, "/amounts")

    assert (amount.kind, amount.currency) == ("trade", "CNY")
    assert amount.model_dump(mode="json")["value"] == "2000000000"
    assert amount.model_dump(mode="json")["upper"] == "3000000000"


def test_a_percentage_keeps_its_base(quantities, make, figures) -> None:
    """Which the model chooses."""
    (percent,) = quantities.percents([make.percent(figures["%"].id, of="count")], ITEM, "/percents")

    assert (percent.value, percent.of) == (Decimal(40), "count")


@pytest.mark.parametrize(
    ("figure", "unit", "resolved"),
    [
        pytest.param("tons", "tons", "tons", id="quoted"),
        pytest.param("tons", None, None, id="none-in-the-figure"),
        pytest.param("tons", "barrels", None, id="not-in-the-text"),
        pytest.param("CNY", None, "CNY", id="money"),
        pytest.param("CNY", "barrels", "CNY", id="money-whatever-is-quoted"),
        pytest.param("%", None, "%", id="percent"),
    ],
)
def test_a_target_has_a_unit_or_is_left_out(
    quantities, notes, figures, figure, unit, resolved
) -> None:
    """Quoted from the text, else the figure's own."""
    target = DraftTarget(f=figures[figure].id, measure="annual output", unit=unit)

    targets = quantities.targets([target], ITEM, "/targets")

    assert [target.unit for target in targets] == ([resolved] if resolved else [])
    assert [violation.code for violation in notes.violations] == (
        [] if resolved else ["grounding.unit"]
    )


def test_a_reference_that_means_nothing_is_a_violation_of_its_item(quantities, notes, make) -> None:
    """The message says where in the item it stands."""
    amounts = quantities.amounts([make.amount(999)], ITEM, "/amounts")

    (violation,) = notes.violations
    assert amounts == []
    assert violation.message == "project p1: amounts: there is no figure [999]."
    assert (violation.items, violation.figures) == (("p1",), (999,))
