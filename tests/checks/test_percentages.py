from decimal import Decimal

import pytest

from extractor.checks import computed_percent
from extractor.checks.percentages import check_percent_sums, check_percents
from extractor.violations import Finding, Violation


def _share(percent, amount, *, of="investment", count=None, parent=None):
    return {
        "id": "s1",
        "label": "steel",
        "of": parent,
        "count": count,
        "amounts": [amount],
        "percents": [{"f": percent, "of": of}],
    }


@pytest.mark.parametrize(
    ("percent", "amount"),
    [
        pytest.param("68.2%", "6.82 billion yuan", id="exact"),
        pytest.param("68.2%", "6.828 billion yuan", id="cut off instead of rounded"),
        pytest.param("nearly 80%", "7.891 billion yuan", id="nearly, from below"),
        pytest.param("over 90%", "9.02 billion yuan", id="over"),
        pytest.param("about 60%", "6.04 billion yuan", id="about"),
        pytest.param("less than 30%", "2.8 billion yuan", id="under"),
    ],
)
def test_a_percentage_that_fits_as_printed_and_hedged_passes(subject_of, invested, percent, amount):
    """Rounding and hedges are the writer's right."""
    subject = subject_of(
        f"Deals worth 10 billion yuan: steel has {amount}, {percent}.",
        event={"amounts": [invested("10 billion yuan")]},
        shares=[_share(percent, invested(amount))],
    )

    assert not list(check_percents(subject))


@pytest.mark.parametrize(
    ("percent", "amount"),
    [
        pytest.param("68.2%", "6.32 billion yuan", id="digits changed places"),
        pytest.param("nearly 80%", "8.2 billion yuan", id="nearly, from above"),
        pytest.param("over 90%", "8.8 billion yuan", id="over, from below"),
    ],
)
def test_a_percentage_that_the_article_itself_gets_wrong_is_a_finding(
    subject_of, invested, percent, amount
):
    """Where no other figure would fit, the source contradicts itself: it is reported, not mended."""
    subject = subject_of(
        f"Deals worth 10.0 billion yuan: steel has {amount}, {percent}.",
        event={"amounts": [invested("10.0 billion yuan")]},
        shares=[_share(percent, invested(amount))],
    )

    (finding,) = check_percents(subject)

    assert isinstance(finding, Finding)
    assert finding.code == "arithmetic.percent"


def test_a_percentage_that_another_figure_nearby_would_fit_is_a_violation(subject_of, invested):
    """The draft took the wrong amount; the violation names the right one."""
    text = (
        "Deals worth 10 billion yuan: steel has 6.82 billion yuan, 68.2%, glass 2.1 billion yuan."
    )
    subject = subject_of(
        text,
        event={"amounts": [invested("10 billion yuan")]},
        shares=[_share("68.2%", invested("2.1 billion yuan"))],
    )

    (violation,) = check_percents(subject)

    assert isinstance(violation, Violation)
    assert text.index("6.82") in violation.figures
    assert set(violation.items) == {"s1", "event"}


def test_a_percentage_of_the_other_base_is_a_violation(subject_of, invested):
    """Where the figures fit the count and not the money, the base is the count."""
    subject = subject_of(
        "20 deals worth 10 billion yuan: steel has 5 worth 4 billion yuan, 25%.",
        event={"count": "20", "amounts": [invested("10 billion yuan")]},
        shares=[_share("25%", invested("4 billion yuan"), count="5")],
    )

    (violation,) = check_percents(subject)

    assert violation.code == "arithmetic.base"
    assert violation.items == ("s1",)


def test_a_percentage_may_be_of_the_parent_or_of_the_total(subject_of, invested):
    """A nested share is often given as a part of the whole event."""
    text = "Deals worth 10 billion yuan, metals 8 billion yuan, among them steel with 4 billion yuan, {}."
    for percent in ("40%", "50%"):
        subject = subject_of(
            text.format(percent),
            event={"amounts": [invested("10 billion yuan")]},
            shares=[
                {"id": "s0", "label": "metals", "amounts": [invested("8 billion yuan")]},
                _share(percent, invested("4 billion yuan"), parent="s0"),
            ],
        )

        assert not list(check_percents(subject))


def test_a_percentage_that_fits_another_share_asks_for_the_parent(subject_of, invested):
    """Half of the metals, entered as a part of the total, is a missing `of`."""
    subject = subject_of(
        "Deals worth 10 billion yuan, metals 8 billion yuan, among them steel with 4 billion yuan, 50%.",
        event={"amounts": [invested("10 billion yuan")]},
        shares=[
            {"id": "s0", "label": "metals", "amounts": [invested("8 billion yuan")]},
            _share("50%", invested("4 billion yuan")),
        ],
    )

    (violation,) = check_percents(subject)

    assert violation.code == "arithmetic.parent"


def test_amounts_of_different_kinds_are_not_compared(subject_of, invested):
    """Foreign capital is no part of the total investment."""
    subject = subject_of(
        "Deals worth 10 billion yuan: steel has 1 billion yuan, 68.2%.",
        event={"amounts": [invested("10 billion yuan")]},
        shares=[_share("68.2%", invested("1 billion yuan", kind="foreign_capital"))],
    )

    assert not list(check_percents(subject))


def test_the_computed_percentage_stands_beside_the_stated_one(subject_of, invested):
    """73.91 of 93.588 is 78.97, which the article calls nearly 80%."""
    subject = subject_of(
        "Deals worth 93.588 billion yuan: steel has 73.91 billion yuan, nearly 80%.",
        event={"amounts": [invested("93.588 billion yuan")]},
        shares=[_share("nearly 80%", invested("73.91 billion yuan"))],
    )

    assert computed_percent(subject, "/shares/0", 0) == Decimal("78.97")


def test_nothing_is_computed_from_figures_that_the_text_does_not_give(subject_of, invested):
    """Without a total there is no percentage to compute."""
    subject = subject_of(
        "Steel has 4 billion yuan, 50%.", shares=[_share("50%", invested("4 billion yuan"))]
    )

    assert subject.record.shares
    assert computed_percent(subject, "/shares/0", 0) is None


@pytest.mark.parametrize(
    ("dimension", "is_found"),
    [
        pytest.param("region", True, id="regions exclude each other"),
        pytest.param("investor", False, id="kinds of investors overlap"),
    ],
)
def test_percentages_of_groups_that_exclude_each_other_stay_within_the_whole(
    subject_of, dimension, is_found
):
    """East and west cannot hold 80% and 60% of one sum."""
    subject = subject_of(
        "Of the money 80% goes east and 60% west.",
        shares=[
            {
                "id": word,
                "label": word,
                "dimension": dimension,
                "percents": [{"f": percent, "of": "investment"}],
            }
            for word, percent in (("east", "80%"), ("west", "60%"))
        ],
    )

    assert len(list(check_percent_sums(subject))) == is_found
