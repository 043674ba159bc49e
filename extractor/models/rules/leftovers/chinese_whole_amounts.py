"""The amount of the whole, where its count stands without one: told by what fits it, not by its words.

An amount is the whole's where it stands right behind the whole's count, where the amounts of its
parts add up to it, where a part's percentage of it is that part's amount, or where the headline has
it; several of these outweigh one. What a part's own amount exceeds is never the whole's.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.headlines import Headline
from extractor.models.rules.groups.rows import amount_rows, closed_rows
from extractor.models.rules.groups.totals import Outcome
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.amounts import OF_OUTPUT, amount_kind
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Mark, Reading, Sentence
from extractor.models.rules.words.clauses import behind_last
from extractor.patterns import Pattern
from extractor.record import AmountKind

_STOPS = "，；。：！？、（）ⒸⓂⓅⒷ\n"
_OF_MONEY = Pattern("[资额款金值共计合总价涉揽吸]")
_OF_OTHERS = Pattern(
    r"公司|集团|股份|科技|基地|中心|产业园|工厂|授信|贷款|信贷|基金|补贴|奖|注册|采购|贸易|交易|销售|订单"
    r"|其中|平均|每|单个|单体|单笔|最[大高多小]|去年|上[届年]|同比|门槛|不低于|财政|费用|捐|拨"
)
_OF_PROJECT = Pattern("的(?![ⒸⓂ])|基金|授信|贷款")
_TAKEN_UP = Pattern(r"[\s　“]*(?:[这该此]|上述|以上|全部|所有|它们|其(?!中)|Ⓒ)")
_BESIDE, _FOLLOWING, _SUMMED, _HEADLINED, _SHARED = 2.0, 1.0, 2.0, 1.5, 1.5
_ENOUGH = 2.0
_TOLD_AS_MONEY = 1.0
_ROUNDING = Decimal("0.01")


def complete_whole(
    reading: Reading, background: Background, outcome: Outcome, taken: set[int]
) -> None:
    """Give the whole that is counted but not summed up the amount that fits it best.

    Args:
        reading: a Chinese article.
        background: where its figures are put aside.
        outcome: the total and the groups; the total is changed.
        taken: ids of the figures that are placed; the amount is added.
    """
    total = outcome.total
    if total is None or total.count is None or total.amounts:
        return
    fits = _Fits(reading, total, outcome.groups)
    best, evidence = None, 0.0
    for sentence in reading.sentences:
        for at, mark in reading.marks(sentence.start, sentence.start + len(sentence.text)):
            if reading.text[at] != MONEY or mark.figure.id in taken or not mark.figure.value:
                continue
            weight = fits.weigh(sentence, at, mark)
            if weight > evidence and background.reason(at) is None:
                best, evidence = (at, mark), weight
    if best and evidence >= _ENOUGH:
        at, mark = best
        total.add(_kind(reading.text, at), mark)
        taken.add(mark.figure.id)


def _kind(text: str, at: int) -> AmountKind:
    return amount_kind(text[behind_last(text, _STOPS, at) : at]) or "investment"


class _Fits:
    """What speaks for an amount's being that of the whole."""

    def __init__(self, reading: Reading, total: Group, groups: Sequence[Group]) -> None:
        self._reading = reading
        self._total = total
        self._count = total.number
        self._opened = {group.at for group in groups}
        self._rows = amount_rows(closed_rows(groups))
        self._parts = [mark.figure for group in groups for _, mark in group.amounts]
        self._shares = list(_shares(groups))
        self._headline = Headline(reading)

    def weigh(self, sentence: Sentence, at: int, mark: Mark) -> float:
        """Return how much speaks for an amount; nothing where it is of something else."""
        text, value, unit = self._reading.text, mark.figure.value or Decimal(0), mark.figure.unit
        words = text[max(behind_last(text, _STOPS, at), sentence.start) : at]
        if _OF_OTHERS.search(words) or OF_OUTPUT.search(words) or _OF_PROJECT.match(text, at + 1):
            return 0.0
        if any(part.value and part.unit == unit and part.value > value for part in self._parts):
            return 0.0
        weight = self._nearness(sentence, at)
        weight += _SUMMED * any(
            unit == told and _is_near(total, value, _ROUNDING) for told, total in self._rows
        )
        weight += _HEADLINED * self._headline.has_amount(value)
        weight += _SHARED * any(
            _is_near(part * 100 / percent, value, _ROUNDING) for percent, part in self._shares
        )
        return weight + (_TOLD_AS_MONEY if weight and _OF_MONEY.search(words) else 0.0)

    def _nearness(self, sentence: Sentence, at: int) -> float:
        """Return what it weighs that the figure told last before an amount counts the whole."""
        start = self._total.sentence.start if self._is_next(sentence) else sentence.start
        before = [
            (place, mark)
            for place, mark in self._reading.marks(start, at)
            if self._reading.text[place] in MONEY + PERCENT
            or (self._reading.text[place] == COUNT and self._is_told(place, mark))
        ]
        if not before:
            return 0.0
        place, last = before[-1]
        if self._reading.text[place] != COUNT or last.figure.value != self._count:
            return 0.0
        is_beside = place >= sentence.start or _TAKEN_UP.match(sentence.text)
        return _BESIDE if is_beside else _FOLLOWING

    def _is_told(self, place: int, mark: Mark) -> bool:
        """Return whether a count is the whole's own, or opens a group; others are told in passing."""
        return place in self._opened or mark.figure.value == self._count

    def _is_next(self, sentence: Sentence) -> bool:
        """Return whether a sentence is the one behind the whole's."""
        own = self._total.sentence
        between = self._reading.text[own.start + len(own.text) : sentence.start]
        return own.start < sentence.start and not between.strip()


def _shares(groups: Sequence[Group]) -> Iterator[tuple[Decimal, Decimal]]:
    """Give the percentages of groups that may be ones of money, each with its group's amount."""
    for group in groups:
        for base, mark in group.percents:
            amount = group.money
            if base != "count" and mark.figure.value and amount:
                yield mark.figure.value, amount


def _is_near(one: Decimal, other: Decimal, rounding: Decimal) -> bool:
    return abs(one - other) <= other * rounding
