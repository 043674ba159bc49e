"""Conversions between currencies: those of one article go by about the same rate."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median

from extractor.checks.bounds import Bounds, bounds
from extractor.checks.claims import Claim, judge
from extractor.checks.entries import Entry
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.record import Amount
from extractor.violations import Finding, Violation

_DRIFT = Decimal("0.1")
"""Rates in one article differ by rounding and by the day, by no more than a tenth."""

Rates = Mapping[tuple[str, str], Mapping[tuple[int, int], Decimal]]
"""By pair of currencies in alphabetical order, what one unit of the first is in the second; each rate
by the ids of the two figures it follows from."""


def check_conversions(subject: Subject) -> Iterator[Violation | Finding]:
    """A conversion goes by the rate of the article's other conversions between its currencies."""
    pairs = list(_entered(subject))
    if not pairs:
        return
    rates = _rates(subject, pairs)
    for amount, equivalent in pairs:
        yield from _check(amount, equivalent, rates, subject)


def _check(
    amount: Entry, equivalent: Entry, rates: Rates, subject: Subject
) -> Iterator[Violation | Finding]:
    first, second = sorted((amount, equivalent), key=lambda entry: entry.currency or "")
    if first.figure is None or second.figure is None:
        return
    ids = (first.figure.id, second.figure.id)
    others = [
        rate
        for figures, rate in rates[first.currency or "", second.currency or ""].items()
        if figures != ids
    ]
    if not others:
        return
    usual = median(others)
    if _converts((bounds(first), bounds(second)), usual):
        return
    claim = Claim(
        code="arithmetic.conversion",
        complaint=f"{subject.title(amount.owner)}: {show(second.figure)} for {show(first.figure)} is "
        f"not the article's usual rate of {usual:.4g} {second.currency} for 1 {first.currency}",
        entries=(first, second),
        holds=lambda values: _converts(values, usual),
    )
    yield judge(claim, subject)


def _converts(values: tuple[Bounds, ...], rate: Decimal) -> bool:
    first, second = values
    converted = Bounds(first.low * rate * (1 - _DRIFT), first.high * rate * (1 + _DRIFT))
    return second.meets(converted)


def _entered(subject: Subject) -> Iterator[tuple[Entry, Entry]]:
    """Yield each amount of the record with each of its conversions."""
    amount: Entry | None = None
    for entry in subject.entries:
        if isinstance(entry.part, Amount):
            amount = entry
        elif entry.field == "equivalents" and amount and entry.currency != amount.currency:
            yield amount, entry


def _rates(subject: Subject, entered: list[tuple[Entry, Entry]]) -> Rates:
    """Collect the rates of all conversions: the record's and those that the finder sees."""
    rates: dict[tuple[str, str], dict[tuple[int, int], Decimal]] = defaultdict(dict)
    pairs = [(amount.figure, equivalent.figure) for amount, equivalent in entered]
    pairs += [
        (subject.figures_by_id.get(figure.conversion_of), figure)
        for figure in subject.figures
        if figure.conversion_of is not None
    ]
    for pair in pairs:
        known = sorted((figure for figure in pair if figure), key=_currency)
        if len(known) == 2 and all(figure.value for figure in known):
            first, second = known
            rates[_currency(first), _currency(second)][first.id, second.id] = (
                second.value or Decimal(0)
            ) / (first.value or Decimal(1))
    return rates


def _currency(figure: Figure) -> str:
    return figure.unit or ""
