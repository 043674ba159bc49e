from decimal import Decimal

import pytest

from extractor.checks.bounds import Bounds, bounds, printed_step


@pytest.mark.parametrize(
    ("words", "fields", "low", "high"),
    [
        pytest.param("88", {"value": "88"}, "88", "88", id="a count stands for itself"),
        pytest.param(
            "93.6 billion yuan",
            {"value": "93600000000", "kind": "money", "step": Decimal(100_000_000)},
            "93550000000",
            "93650000000",
            id="an amount is printed to half a unit of its last digit",
        ),
        pytest.param(
            "nearly 80%",
            {"value": "80", "kind": "percent", "step": Decimal(1), "hedge": "nearly"},
            "73.6",
            "80",
            id="nearly is close below",
        ),
        pytest.param(
            "over 90%",
            {"value": "90", "kind": "percent", "step": Decimal(1), "hedge": "over"},
            "90",
            "121.5",
            id="over is above",
        ),
        pytest.param(
            "less than 20%",
            {"value": "20", "kind": "percent", "step": Decimal(1), "hedge": "under"},
            "13",
            "20",
            id="under is below",
        ),
        pytest.param(
            "about 60%",
            {"value": "60", "kind": "percent", "step": Decimal(1), "hedge": "about"},
            "54",
            "66",
            id="about is either side",
        ),
        pytest.param(
            "2 to 3 billion yuan",
            {
                "value": "2000000000",
                "upper": Decimal(3_000_000_000),
                "kind": "money",
                "step": Decimal(1_000_000_000),
            },
            "1500000000",
            "3500000000",
            id="a range reaches to its upper end",
        ),
    ],
)
def test_a_figure_bounds_its_true_value(figure_at, words, fields, low, high):
    """Hedge and printed precision say how far the true value may lie from the figure."""
    figure = figure_at(words, words, **fields)

    found = bounds(figure)

    assert found == Bounds(Decimal(low), Decimal(high))


def test_a_part_of_nothing_may_be_any_percentage():
    """A whole of zero divides nothing, and decides nothing."""
    part, whole = Bounds(Decimal(1), Decimal(1)), Bounds(Decimal(0), Decimal(0))

    assert part.percent_of(whole).high == Decimal("Infinity")


@pytest.mark.parametrize(
    ("value", "step"),
    [
        pytest.param("93588000000", "1000000", id="thousands of a billion"),
        pytest.param("68.2", "0.1", id="decimals"),
        pytest.param("80", "10", id="tens"),
        pytest.param("0", "1", id="zero"),
    ],
)
def test_the_printed_step_is_that_of_the_last_digit_that_is_not_zero(value, step):
    """Where the finder gives no precision, the value itself gives a coarse one."""
    assert printed_step(Decimal(value)) == Decimal(step)
