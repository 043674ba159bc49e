"""Prices: exact money for tokens, and None for what cannot be known."""

import subprocess
import sys
from decimal import Decimal

import pytest

from extractor.errors import UsageError
from extractor.prices import FREE, Price, cost_of, known_price, least_cost_of, usd_text
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

OPENAI = "api.openai.com"
PRICE = Price(Decimal("0.25"), Decimal(2), Decimal("0.025"))


@pytest.mark.parametrize(
    ("usage", "price", "cost"),
    [
        pytest.param(Usage(1_000_000, 1_000_000, 0, 0), PRICE, "2.25", id="a million each"),
        pytest.param(Usage(1000, 50, 600, 0), PRICE, "0.000215", id="cached inside the input"),
        pytest.param(Usage(1000, 50, 0, 40), PRICE, "0.00035", id="reasoning inside the output"),
        pytest.param(Usage(1000, 50, None, None), PRICE, "0.00035", id="cache not told"),
        pytest.param(Usage(10, 0, 20, 0), PRICE, "0.00000025", id="more cached than read"),
        pytest.param(
            Usage(1000, 50, 600, 0), Price(Decimal("0.25"), Decimal(2)), "0.00035", id="no discount"
        ),
        pytest.param(NO_TOKENS, None, "0", id="no tokens at no price"),
        pytest.param(Usage(7, 7, 7, 7), FREE, "0", id="free"),
        pytest.param(Usage(1000, 50, 0, 0), None, None, id="price unknown"),
        pytest.param(Usage(None, 50, 0, 0), PRICE, None, id="input unknown"),
        pytest.param(Usage(1000, None, 0, 0), PRICE, None, id="output unknown"),
        pytest.param(Usage(1000, 50, 0, 0) + UNKNOWN_TRY, PRICE, None, id="a try unknown"),
        pytest.param(
            Usage(201_000, 50, 0, 0),
            Price(Decimal(1), Decimal(1), up_to_tokens=200_000),
            None,
            id="longer than the price holds for",
        ),
    ],
)
def test_cost_is_exact_or_unknown(usage, price, cost):
    """No token counts twice, and nothing unknown counts as zero."""
    assert cost_of(usage, price) == (None if cost is None else Decimal(cost))


@pytest.mark.parametrize(
    ("usage", "price", "cost"),
    [
        pytest.param(Usage(1000, 50, 0, 0) + UNKNOWN_TRY, PRICE, "0.00035", id="a try unknown"),
        pytest.param(Usage(1000, None, 0, 0), PRICE, "0.00025", id="output unknown"),
        pytest.param(Usage(1000, 50, 0, 0), None, "0", id="price unknown"),
    ],
)
def test_least_cost_is_what_is_known(usage, price, cost):
    """A budget can be held against it."""
    assert least_cost_of(usage, price) == Decimal(cost)


def test_known_price_has_the_cached_input():
    """Three prices of a model, in dollars per million tokens."""
    price = known_price("openai/gpt-5-mini", service=OPENAI)

    assert price == Price(Decimal("0.25"), Decimal(2), Decimal("0.025"))


@pytest.mark.parametrize(
    ("model", "told"),
    [
        pytest.param("openai/gpt-5-mini", {}, id="provider of the name"),
        pytest.param("openai-responses/gpt-5-mini", {}, id="responses"),
        pytest.param("openai/gpt-5-mini", {"served_by": "gpt-5-mini-2025-08-07"}, id="snapshot"),
        pytest.param("openai/gpt-5-mini", {"served_by": "x", "service": OPENAI}, id="odd answer"),
        pytest.param(
            "openai/mine",
            {"served_by": "gpt-5-mini", "service": "mine.openai.azure.com"},
            id="azure names deployments as users like",
        ),
    ],
)
def test_price_is_found_by_who_answered_and_where(model, told):
    """The name that the service reports goes before the one that was asked for."""
    assert known_price(model, **told) == known_price("openai/gpt-5-mini", service=OPENAI)


@pytest.mark.parametrize(
    ("model", "told"),
    [
        pytest.param(
            "openai/gpt-5-mini", {"service": "127.0.0.1:11434"}, id="a server of one's own"
        ),
        pytest.param("openai/nonesuch", {"service": OPENAI}, id="unknown model"),
        pytest.param("scripted", {}, id="no provider"),
        pytest.param("openai/text-embedding-3-small", {}, id="no output"),
    ],
)
def test_unknown_price_is_none(model, told):
    """A name that another place has in common with a provider has no price there."""
    assert known_price(model, **told) is None


@pytest.mark.parametrize("model", ["rules", "replay", "replay/some/folder"])
def test_what_asks_nobody_is_free(model):
    """Rules and replays pay nobody."""
    assert known_price(model) == FREE


def test_batch_prices_are_listed_or_unknown():
    """The discount is each provider's own."""
    price = known_price("openai/gpt-5-mini", service=OPENAI, is_batched=True)

    assert price is not None
    assert (price.input, price.output) == (Decimal("0.125"), Decimal(1))
    assert known_price("deepseek/deepseek-chat", is_batched=True) is None


def test_dearer_long_inputs_bound_the_price():
    """Where a longer input costs more, the price says up to where it holds."""
    price = known_price("gemini/gemini-2.5-pro")

    assert price is not None
    assert (price.input, price.up_to_tokens) == (Decimal("1.25"), 200_000)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        pytest.param("0.25,2", Price(Decimal("0.25"), Decimal(2)), id="two"),
        pytest.param(" 0.25, 2 ,0.025", PRICE, id="three"),
        pytest.param("0,0", Price(Decimal(0), Decimal(0)), id="free"),
    ],
)
def test_price_is_read(text, price):
    """Input, output and cached input, apart by commas."""
    assert Price.parse(text) == price


@pytest.mark.parametrize(
    "text", ["", "1", "1,2,3,4", "1;2", "a,b", "-1,2", "nan,1", "1e9,1", "1,,2"]
)
def test_what_is_no_price_is_misuse(text):
    """The message says how to write one."""
    with pytest.raises(UsageError, match=r"INPUT,OUTPUT.*per million"):
        Price.parse(text)


def test_batch_halves_a_price_of_ones_own():
    """Cached input too, where it has a price of its own."""
    assert PRICE.batched() == Price(Decimal("0.125"), Decimal(1), Decimal("0.0125"))
    assert Price(Decimal(1), Decimal(2)).batched().cached_input is None


@pytest.mark.parametrize(
    ("usd", "text"),
    [
        ("0.012300", "0.0123"),
        ("20", "20"),
        ("1E+2", "100"),
        ("0.00", "0"),
        ("0.0000001", "0.0000001"),
    ],
    ids=["trailing zeros", "whole", "exponent", "nothing", "tiny"],
)
def test_dollars_are_written_exactly_and_plainly(usd, text):
    """A sum has every digit that says something, no other one, and no exponent."""
    assert usd_text(Decimal(usd)) == text


def test_price_list_is_loaded_when_it_is_used():
    """Importing the module, or asking for what is free, loads no price list."""
    code = (
        "import sys; from extractor.prices import known_price; known_price('rules');"
        "print('genai_prices' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
