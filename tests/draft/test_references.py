"""References: figures by id or by quote, and what is wrong with those that mean none."""

from decimal import Decimal

import pytest

from extractor.draft.references import Dangling, References, Referent
from extractor.figures import find_figures

TEXT = (
    "The fair brought 12 projects worth 3.4 billion yuan, up 8.5 percentage points to 61.8%, "
    "dozens of guests and 2.5 deals for 7 crowns, and 40 more on May 6, then 40 more."
)


@pytest.fixture
def references(figure_at) -> References:
    """Give references to figures of the text, not all that stand in it."""
    figures = (
        figure_at(TEXT, "12", "12", unit="projects"),
        figure_at(TEXT, "3.4 billion yuan", "3400000000", kind="money", unit="CNY"),
        figure_at(TEXT, "8.5 percentage points", "8.5", kind="percent", unit="pp"),
        figure_at(TEXT, "61.8%", "61.8", kind="percent", unit="%"),
        figure_at(TEXT, "dozens", None),
        figure_at(TEXT, "2.5", "2.5"),
        figure_at(TEXT, "7 crowns", "7", kind="money"),
        figure_at(TEXT, "May 6", None, kind="date", date="XXXX-05-06"),
    )
    return References(TEXT, figures)


def at(words: str) -> int:
    """Return the id of the figure that begins with these words."""
    return TEXT.index(words)


@pytest.mark.parametrize(
    ("ref", "role", "value"),
    [
        pytest.param(at("12"), "number", "12", id="count"),
        pytest.param(at("3.4"), "money", "3400000000", id="money"),
        pytest.param(at("61.8"), "percent", "61.8", id="percent"),
        pytest.param(at("61.8"), "target", "61.8", id="percent-as-target"),
        pytest.param(at("2.5"), "target", "2.5", id="fraction-as-target"),
        pytest.param("3.4 billion yuan", "money", "3400000000", id="quote"),
        pytest.param("worth 3.4 billion", "money", "3400000000", id="quote-around"),
        pytest.param("3.4 Billion Yuan [35]", "money", "3400000000", id="quote-with-mark"),
        pytest.param(f"[{at('12')}]", "number", "12", id="id-in-brackets"),
        pytest.param(f" ⟦{at('12')}⟧ ", "number", "12", id="id-in-double-brackets"),
        pytest.param(str(at("12")), "number", "12", id="id-as-text"),
    ],
)
def test_a_reference_means_a_figure_of_the_article(references, ref, role, value) -> None:
    """By id, by quote, or by an id written as text."""
    found = references.look_up(ref, role=role)

    assert isinstance(found, Referent)
    assert not found.missed
    assert found.figure.value == Decimal(value)


@pytest.mark.parametrize(
    ("ref", "role", "rule"),
    [
        pytest.param(1, "number", "unknown", id="no-such-id"),
        pytest.param(-1, "number", "unknown", id="negative-id"),
        pytest.param(10**400, "number", "unknown", id="huge-id"),
        pytest.param(at("12") + 1, "number", "unknown", id="inside-a-figure"),
        pytest.param(at("12"), "money", "kind", id="count-for-money"),
        pytest.param(at("3.4"), "number", "kind", id="money-for-count"),
        pytest.param(at("3.4"), "percent", "kind", id="money-for-percent"),
        pytest.param(at("8.5"), "percent", "kind", id="percentage-points"),
        pytest.param(at("dozens"), "number", "kind", id="vague"),
        pytest.param(at("2.5"), "number", "kind", id="fraction"),
        pytest.param(at("7"), "money", "kind", id="no-currency"),
        pytest.param(at("May"), "target", "unknown", id="date-by-its-month"),
        pytest.param("May 6", "number", "kind", id="date"),
        pytest.param("13", "number", "unknown", id="number-not-in-the-text"),
        pytest.param("34 billion", "money", "quote", id="another-scale"),
        pytest.param("12 projects worth 3.4 billion yuan", "money", "quote", id="two-figures"),
        pytest.param("guests", "number", "quote", id="no-figure"),
        pytest.param("", "number", "quote", id="empty"),
        pytest.param("[" + "9" * 5000 + "]", "number", "quote", id="huge-id-as-text"),
        pytest.param("x" * 100_000, "number", "quote", id="endless"),
    ],
)
def test_a_reference_to_nothing_that_fits_is_dangling(references, ref, role, rule) -> None:
    """The complaint names what is wrong, in few words."""
    found = references.look_up(ref, role=role)

    assert isinstance(found, Dangling)
    assert found.rule == rule
    assert len(found.complaint) < 600


def test_a_quoted_figure_that_the_finder_missed_is_read_by_code(references) -> None:
    """Its offsets are those in the article."""
    found = references.look_up("40", role="number")

    assert isinstance(found, Referent)
    assert found.missed
    assert found.figure.value == 40
    assert TEXT[found.figure.start : found.figure.end] == found.figure.as_written


def test_of_several_places_the_one_nearest_the_item_counts(references) -> None:
    """The item's other figures say where it stands."""
    last = TEXT.rindex("40")

    found = references.look_up("40 more", role="number", near=(last + 5,))

    assert isinstance(found, Referent)
    assert found.figure.id == last


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        pytest.param("worth 5 million yuan", "5", None, id="english"),
        pytest.param("总投资5亿元。", "5", None, id="chinese"),
        pytest.param("总投资5亿元。", "5亿元", "500000000", id="whole"),
        pytest.param("a share of 5% in it", "5", None, id="percent"),
    ],
)
def test_a_quote_cut_off_from_its_unit_is_not_read_at_another_scale(text, quote, value) -> None:
    """Five million quoted as 5 is no count of five."""
    found = References(text, ()).look_up(quote, role="number" if value is None else "money")

    if value is None:
        assert isinstance(found, Dangling)
    else:
        assert isinstance(found, Referent)
        assert found.figure.value == Decimal(value)


def test_an_amount_whose_unit_stands_with_a_later_one_may_be_a_count() -> None:
    """Of two numbers before one unit the first may be projects; then it is not in billions."""
    text = "Sangzhou had 51 and 47.4 billion yuan."
    first, last = find_figures(text)
    references = References(text, [first, last])

    as_amount = references.look_up(first.id, role="money")
    as_count = references.look_up(first.id, role="number")

    assert isinstance(as_amount, Referent)
    assert isinstance(as_count, Referent)
    assert as_amount.figure.value == 51_000_000_000
    assert (as_count.figure.value, as_count.figure.unit) == (51, None)
    assert as_count.figure.span == first.span
    assert isinstance(references.look_up(last.id, role="number"), Dangling)


@pytest.mark.parametrize(
    "text", ["US$1.26 billion and 640 million", "3.4 billion yuan, of which 2.1 billion is foreign"]
)
def test_an_amount_with_a_scale_of_its_own_is_no_count(text) -> None:
    """Its currency stands with an earlier one; nobody counts 640 million projects."""
    *_, last = find_figures(text)

    assert last.kind == "money"
    assert isinstance(References(text, [last]).look_up(last.id, role="number"), Dangling)
