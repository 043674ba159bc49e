"""Figures in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from extractor import extract, find_figures
from extractor.models.scripted import ScriptedModel
from extractor.prices import Price
from extractor.record import Amount, Count, Percent, Target
from extractor.report.wording import counted, exact, kind_words, plural, reading, short, taken
from extractor.usage import Usage


def amount(value: str, *, upper: str | None = None, hedge: str = "exact") -> Amount:
    """Make a sum of yuan."""
    return Amount(
        kind="investment",
        value=Decimal(value),
        upper=None if upper is None else Decimal(upper),
        currency="CNY",
        hedge=hedge,
        as_written="-",
        equivalents=[],
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param("93588000000", "93.588 billion CNY", id="billion"),
        pytest.param("160200000000", "160.2 billion CNY", id="no trailing zeros"),
        pytest.param("1000000000000", "1 trillion CNY", id="trillion"),
        pytest.param("6800000", "6.8 million CNY", id="million"),
        pytest.param("999999", "999,999 CNY", id="below a million"),
        pytest.param("1234567890", "1,234,567,890 CNY", id="too many decimals"),
        pytest.param("0.5", "0.5 CNY", id="fraction"),
        pytest.param("0", "0 CNY", id="zero"),
        pytest.param("1" * 40, f"{int('1' * 40):,} CNY", id="more digits than a context keeps"),
    ],
)
def test_a_large_number_is_shortened_without_losing_a_digit(value: str, words: str) -> None:
    """A scale stands for zeros only."""
    assert short(amount(value)) == words


def test_hedge_and_range_are_written_out() -> None:
    """What is not exact is not shown as exact."""
    assert short(amount("2000000", upper="3000000", hedge="about")) == (
        "about 2 million–3 million CNY"
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        pytest.param(amount("3400000000"), "3,400,000,000 CNY", id="amount"),
        pytest.param(
            Count(value=1200, upper=None, hedge="over", as_written="-"), "over 1,200", id="count"
        ),
        pytest.param(
            Percent(
                value=Decimal("68.20"),
                upper=None,
                hedge="nearly",
                of="investment",
                as_written="-",
            ),
            "nearly 68.20%",
            id="percent",
        ),
        pytest.param(
            Target(
                measure="年产",
                value=Decimal(50000),
                upper=None,
                unit="吨",
                hedge="exact",
                as_written="-",
            ),
            "50,000 吨",
            id="target",
        ),
    ],
)
def test_all_digits_are_there_when_asked_for(part, words: str) -> None:
    """The exact form is the value itself, grouped."""
    assert exact(part) == words


def test_a_figure_without_a_value_shows_its_date_or_says_so(figure_at) -> None:
    """Dozens have no value, and are not given one."""
    assert reading(figure_at("dozens", "dozens", None)) == "no value"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 figures"), (1, "1 figure"), (1200, "1,200 figures")]
)
def test_nouns_follow_their_number(number: int, words: str) -> None:
    """One figure is no figures."""
    assert plural(number, "figure") == words


PRICE = Price(Decimal(1), Decimal(10))


@pytest.mark.parametrize(
    ("usage", "price", "words"),
    [
        pytest.param(
            Usage(12_000, 500, 2_000, 300),
            PRICE,
            "12,000 tokens in (2,000 cached), 500 out (300 reasoning), $0.017",
            id="known",
        ),
        pytest.param(Usage(0, 0, 0, 0), None, "0 tokens in, 0 out, $0", id="nothing"),
        pytest.param(
            Usage(10, 5, None, None), None, "10 tokens in, 5 out, cost unknown", id="price"
        ),
        pytest.param(Usage(), PRICE, "tokens unknown, cost unknown", id="tokens"),
        pytest.param(
            Usage(1_000, 0, 0, 0, unknown_tries=1),
            PRICE,
            "1,000 tokens in, 0 out, 1 try more that may have been billed, at least $0.001",
            id="a try",
        ),
    ],
)
def test_what_was_taken_is_told_and_unknown_is_not_zero(built, usage, price, words: str) -> None:
    """Tokens, which of them were cached or reasoning, and exact money or a lower bound."""
    (attempt,) = built.attempts
    attempt = replace(attempt, reply=replace(attempt.reply, usage=usage))

    assert taken(replace(built, attempts=(attempt,), price=price)) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("investment", "investment"),
        ("capital_brought_in", "capital brought in"),
        ("other", "other amount"),
    ],
)
def test_kinds_of_amounts_are_words_and_no_codes(kind, words):
    """`other` alone would not say what it is."""
    assert kind_words(kind) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("27 investment agreements were signed", "27 agreements", id="a noun"),
        pytest.param("共签约27个项目", "27", id="a measure word"),
        pytest.param("27 were signed", "27", id="none"),
        pytest.param("investment came to 27 and 47.4 billion yuan", "27", id="a currency"),
    ],
)
def test_a_count_has_the_noun_of_the_article(make, text: str, words: str) -> None:
    """Agreements are not called projects."""
    text = f"Lorem Fair: {text}."
    draft = make.draft(make.event(name="Lorem Fair", count=text.index("27"))).model_dump_json()

    extraction = extract(text, model=ScriptedModel([draft]), max_attempts=1)

    count = extraction.record.event.total.count
    assert counted(count, extraction, "/event/total/count", digits=exact) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [("It opens in 2027.", "2027"), ("in FY2023-24", "2023/2024"), ("2,027 projects", "2,027")],
)
def test_a_year_is_no_quantity(text: str, words: str) -> None:
    """Its thousands are not set apart."""
    (figure,) = find_figures(text)

    assert reading(figure).removesuffix(" projects") == words
