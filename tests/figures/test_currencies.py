"""Every currency of the table is read, before and after an amount."""

from decimal import Decimal

import pytest

from extractor.figures import find_figures
from extractor.figures.currencies import ATTACHED_ONLY, CURRENCIES
from extractor.figures.home_currency import home_currency, home_yuan, national

WORDS = [(c.code, word) for c in CURRENCIES for word in c.words]
SIGNS = [(c.code, sign) for c in CURRENCIES for sign in c.signs]


@pytest.mark.parametrize("currency", CURRENCIES, ids=lambda currency: currency.code)
def test_each_currency_reads_its_example(currency):
    """The example of a row has the code and the value that the row gives."""
    written, value = currency.example
    (figure,) = find_figures(f"It is worth {written}.")
    assert (figure.unit, figure.value) == (currency.code, Decimal(value))


@pytest.mark.parametrize(("code", "word"), WORDS, ids=[word for _, word in WORDS])
def test_each_word_after_an_amount_is_read(code, word):
    """A word of the table after an amount makes it money of its currency, whole or scaled."""
    amount = f"3.5亿{word}" if word[0] > "⺀" else f"350 million {word}"
    (figure,) = find_figures(f"({amount})")
    assert (figure.kind, figure.unit, figure.value) == ("money", code, Decimal(350_000_000))


@pytest.mark.parametrize(
    ("written", "value"),
    [("3兆円", 3_000_000_000_000), ("450億円", 45_000_000_000), ("12万円", 120_000)],
)
def test_japanese_money_is_not_taken_for_that_of_the_place(written, value):
    """A 円 behind the scale is yen, in an article in Chinese too."""
    (figure,) = find_figures(f"项目总投资{written}。")
    assert (figure.kind, figure.unit, figure.value) == ("money", "JPY", value)


@pytest.mark.parametrize(("code", "sign"), SIGNS, ids=[sign for _, sign in SIGNS])
def test_each_sign_before_an_amount_is_read(code, sign):
    """A sign of the table before an amount makes it money; two currencies may share a sign."""
    gap = "" if sign in ATTACHED_ONLY or not sign.isalnum() or sign[0] > "⺀" else " "
    (figure,) = find_figures(f"({sign}{gap}350 million)")
    shared = {c.code for c in CURRENCIES if sign in c.signs}
    assert figure.kind == "money"
    assert figure.unit in shared
    assert code in shared


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("投资12亿元", "CNY"),
        ("廣東省深圳市簽約，投資12億元", "CNY"),
        ("台南市長表示，投資12億元", "TWD"),
        ("縣長補選的經費約42億元", "TWD"),
        ("本港一間公司投資12億元，港股", "HKD"),
        (
            "在港投資逾10億元的內地企業有5間，將進駐創科園，北京、蘇州各有1間，本港機構在港設廠",
            "HKD",
        ),
        ("在香港簽約，總額12億元（人民幣，下同）", "CNY"),
        ("總額達新臺幣12億元，自中國大陸返回的廠商，投資3億元", "TWD"),
        ("上海的台商增資新台幣2億元，區委簽約，總投資人民幣12億元", "CNY"),
    ],
)
def test_a_bare_yuan_is_of_the_place(text, code):
    """A bare 元 is the currency of the place that the text speaks of."""
    assert home_yuan(text) == code


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("INR", "Karachi, Pakistan: Rs 5 billion", "PKR"),
        ("INR", "Mumbai, India and Pakistan", "INR"),
        ("SAR", "Doha, Qatar", "QAR"),
        ("GBP", "Cairo, Egypt", "EGP"),
        ("KES", "Kampala, Uganda", "UGX"),
        ("EUR", "Doha, Qatar", "EUR"),
    ],
)
def test_a_word_of_many_countries_is_that_of_the_one_named(code, text, expected):
    """Rupees, riyals, pounds and shillings are those of the country in the text."""
    assert national(code, text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chief Minister of the Indian state", "INR"),
        ("Ha Noi, Viet Nam", "VND"),
        ("Yueyang County, Hunan", "CNY"),
        ("Oslo", None),
    ],
)
def test_a_text_without_currency_has_that_of_its_place(text, code):
    """Where a text names no currency at all, its place tells one, or none is guessed."""
    assert home_currency(text) == code


def test_a_latin_letter_touches_no_chinese_word(read):
    """Where English and Chinese are mixed, 人民币 stays a word of its own straight behind letters."""
    assert read("about人民币5亿元") == ["about人民币5亿元 = 500000000 CNY about"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ush 3 trillion", "UGX"),
        ("Kshs. 12 billion", "KES"),
        ("Ksh. 12 billion", "KES"),
        ("Tsh. 40 billion", "TZS"),
        ("Birr 7 billion", "ETB"),
        ("Naira 5 billion", "NGN"),
    ],
)
def test_the_press_writes_names_of_currencies_before_amounts_too(text, code):
    """Signs with a full stop and names in front are read like any other sign."""
    (figure,) = find_figures(f"The deal is worth {text} over five stages.")[:1]
    assert (figure.as_written, figure.unit) == (text, code)
