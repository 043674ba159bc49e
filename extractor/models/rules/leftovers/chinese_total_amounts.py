"""Amounts that Chinese articles give beside the total: its sum with unlike things, and of what kind its parts are."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.totals import Outcome
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import MONEY, Mark, Reading
from extractor.models.rules.words.clauses import behind_last
from extractor.patterns import Pattern
from extractor.record import AmountKind

_IN_ALL = Pattern(
    r"(?:合计|共计|合共|总计|相加|加起来|合起来|加在一起|两项|两者|总额|总金额)[^；。ⒸⓂⓅ\n]{0,12}(?P<sum>Ⓜ)"
)
_NAMED = Pattern("投资|金额|合同|协议|总额|造价|产值")
_BROUGHT_IN: AmountKind = "capital_brought_in"
_OF_KIND = Pattern(
    r"(?<=[。；\n])(?:其中|另外|此外|按|当中|，)*(?:合同(?:利用)?外资|协议外资|引进[市县省区]外资金)(?:方面|部分|一项)?，?(?:今次|本次|此次|本届|大会)?(?:总?额|金额)?(?:合计|共计|则|共|约|达到?|为|有|超过?|逾)*(?P<amount>Ⓜ)"
)
"""A kind of amount that a sentence opens with: 协议外资部分，合计Ⓜ."""
_REACH = 3  # amounts before a sum that may be part of it
_ROUNDING = Decimal("0.01")


def complete_amounts(
    reading: Reading, background: Background, outcome: Outcome, taken: set[int]
) -> None:
    """Add a sum of unlike things to the total, and tell of what kind its parts' bare amounts are.

    Args:
        reading: a Chinese article.
        background: where its figures are put aside.
        outcome: the total and the groups; they are changed.
        taken: ids of the figures that are placed.
    """
    if outcome.total is None:
        return
    if mark := next(_sums(reading, background, outcome.total, taken), None):
        outcome.total.add("other", mark)
        taken.add(mark.figure.id)
    for kind, mark in _by_kind(reading, background, taken):
        outcome.total.add(kind, mark)
        taken.add(mark.figure.id)
    if [kind for kind, _ in outcome.total.amounts] == [_BROUGHT_IN]:
        places = {mark.figure.id: at for at, mark in reading.marks(0, len(reading.text))}
        for group in outcome.groups:
            group.amounts = [
                (_BROUGHT_IN if _is_bare(reading, kind, places[mark.figure.id]) else kind, mark)
                for kind, mark in group.amounts
            ]


def _sums(
    reading: Reading, background: Background, total: Group, taken: set[int]
) -> Iterator[Mark]:
    """Give the amounts that the total's investment and one right before them come to together."""
    own = next((mark.figure for kind, mark in total.amounts if kind != "other"), None)
    if own is None or own.value is None:
        return
    for found in _IN_ALL.finditer(reading.text):
        at = found.start("sum")
        mark = reading.mark(at)
        value, unit = mark.figure.value, mark.figure.unit
        if not value or unit != own.unit:
            continue
        if mark.figure.id in taken or background.reason(at) is not None:
            continue
        told = _amounts_before(reading, background, at, unit)
        if any(abs(own.value + other - value) <= value * _ROUNDING for other in told):
            yield mark


def _amounts_before(
    reading: Reading, background: Background, at: int, unit: str | None
) -> Iterator[Decimal]:
    """Give the amounts of a currency right before another, but those that are put aside."""
    for _ in range(_REACH):
        at = reading.text.rfind(MONEY, 0, at)
        if at < 0:
            return
        figure = reading.mark(at).figure
        if figure.value and figure.unit == unit and background.reason(at) is None:
            yield figure.value


def _by_kind(
    reading: Reading, background: Background, taken: set[int]
) -> Iterator[tuple[AmountKind, Mark]]:
    """Give the amounts of a kind of their own that a sentence tells of alone."""
    for found in _OF_KIND.finditer(reading.text):
        at = found.start("amount")
        mark = reading.mark(at)
        if mark.figure.id not in taken and background.reason(at) is None:
            yield amount_kind(found.group()) or "investment", mark


def _is_bare(reading: Reading, kind: AmountKind, at: int) -> bool:
    """Return whether an amount is one of investment for want of words that say what it is."""
    return kind == "investment" and not _NAMED.search(_words(reading, at))


def _words(reading: Reading, at: int) -> str:
    """Return the words before an amount, back to the end of a part or another figure."""
    return reading.text[behind_last(reading.text, "；。ⒸⓂⓅ\n", at) : at]
