"""Figures in words for people: numbers, hedges, units, costs. Shortening never changes a value."""

from collections.abc import Callable
from decimal import Decimal

from extractor.extraction import Extraction, counted_noun
from extractor.figures import Figure
from extractor.prices import usd_text
from extractor.record import Amount, AmountKind, Count, Equivalent, Hedge, Percent, Target

Part = Count | Amount | Equivalent | Percent | Target
"""A figure of a record."""

_Digits = Callable[[Part], str]
_Number = Callable[[Decimal], str]

_HEDGES: dict[Hedge, str] = {
    "exact": "",
    "about": "about ",
    "nearly": "nearly ",
    "over": "over ",
    "under": "under ",
}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MOST_DIGITS = 28
"""Digits that the decimal context keeps; a longer number is written out, so that none is lost."""
_MOST_DECIMALS = 4


def short(part: Part) -> str:
    """Write a figure of a record for reading: `nearly 80%`, `93.588 billion CNY`, `2–3 million tons`."""
    return _written(part, number=_short)


def exact(part: Part) -> str:
    """Write a figure of a record with all its digits: `93,588,000,000 CNY`."""
    return _written(part, number=_grouped)


def sum_of(low: Decimal, high: Decimal, unit: str, *, is_exact: bool) -> str:
    """Write a sum of figures: `≈ 93.588 billion CNY` where some of them are not exact as written."""
    upper = None if low == high else high
    return ("" if is_exact else "≈ ") + _joined("exact", _range(low, upper, number=_short), unit)


def reading(figure: Figure) -> str:
    """Write what the finder reads in a figure of an article, with all its digits."""
    if figure.date is not None:
        return figure.date
    if figure.value is None:
        return "no value"
    return _joined(figure.hedge, _range(figure.value, figure.upper), figure.unit or "")


def kind_words(kind: AmountKind) -> str:
    """Write what kind of sum an amount is: `investment`, `capital brought in`."""
    return "other amount" if kind == "other" else kind.replace("_", " ")


def counted(count: Count, extraction: Extraction, pointer: str, *, digits: _Digits) -> str:
    """Write a count of a record with the noun that the article gives it, in English, where known.

    Args:
        count: the count.
        extraction: whose record it stands in.
        pointer: where.
        digits: `short` or `exact`.
    """
    return f"{digits(count)} {noun(extraction, pointer)}".rstrip()


def noun(extraction: Extraction, pointer: str) -> str:
    """Return what a count is of in the article's words; nothing where these are not English."""
    figures = map(Figure.to_json, extraction.figures)
    words = counted_noun(figures, extraction.evidence.get(pointer, ())) or ""
    return words if words.isascii() else ""


def plural(number: int, noun: str) -> str:
    """Write a number of things: `1 figure`, `2 figures`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def taken(extraction: Extraction) -> str:
    """Write what an extraction took: tokens and US dollars, or that they are unknown."""
    usage = extraction.usage
    if usage.input_tokens is None or usage.output_tokens is None:
        tokens = "tokens unknown"
    else:
        cached, reasoning = usage.cached_tokens, usage.reasoning_tokens
        tokens = f"{usage.input_tokens:,} tokens in" + _of_which(cached, "cached")
        tokens += f", {usage.output_tokens:,} out" + _of_which(reasoning, "reasoning")
    if usage.unknown_tries:
        tries = "1 try" if usage.unknown_tries == 1 else f"{usage.unknown_tries:,} tries"
        tokens += f", {tries} more that may have been billed"
    return f"{tokens}, {cost(extraction.cost_usd, extraction.least_cost_usd)}"


def cost(exact_usd: Decimal | None, least_usd: Decimal) -> str:
    """Write what something cost; where a part of it is unknown, the part that is known."""
    if exact_usd is not None:
        return f"${usd_text(exact_usd)}"
    return f"at least ${usd_text(least_usd)}" if least_usd else "cost unknown"


def _of_which(number: int | None, kind: str) -> str:
    return f" ({number:,} {kind})" if number else ""


def _written(part: Part, *, number: _Number) -> str:
    upper = None if part.upper is None else Decimal(part.upper)
    return _joined(part.hedge, _range(Decimal(part.value), upper, number=number), _unit(part))


def _joined(hedge: Hedge, number: str, unit: str) -> str:
    space = " " if unit and unit != "%" else ""
    return f"{_HEDGES[hedge]}{number}{space}{unit}"


def _unit(part: Part) -> str:
    match part:
        case Amount() | Equivalent():
            return part.currency
        case Percent():
            return "%"
        case Target():
            return part.unit
        case Count():
            return ""


def _grouped(value: Decimal) -> str:
    return f"{value:,f}"


def _short(value: Decimal) -> str:
    """Write a large number by its scale, where that takes few decimals and loses no digit."""
    if len(value.as_tuple().digits) > _MOST_DIGITS:
        return _grouped(value)
    for exponent, word in _SCALES:
        scaled = value.scaleb(-exponent)
        if abs(scaled) >= 1:
            digits = scaled.normalize()
            places = -int(digits.as_tuple().exponent)
            return f"{_grouped(digits)} {word}" if places <= _MOST_DECIMALS else _grouped(value)
    return _grouped(value)


def _range(value: Decimal, upper: Decimal | None, *, number: _Number = _grouped) -> str:
    return number(value) if upper is None else f"{number(value)}–{number(upper)}"
