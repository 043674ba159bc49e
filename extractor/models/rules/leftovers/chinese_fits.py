"""Percentages of Chinese groups bound by arithmetic, each to the group that it is the share of.

Words and neighbours may give a percentage to the wrong group of its sentence, or one of two that
stand together to none (分别占签约项目的76.2%和85.0%). Where the whole is known, the group's own
figures tell: of 21 projects, 16 are 76.2 per cent. What fits but one group is that group's.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.totals import Outcome
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.amounts import is_growth
from extractor.models.rules.reading.reading import PERCENT, Mark, Reading
from extractor.models.rules.words.clauses import behind_last
from extractor.record import PercentBase

_NEAR = Decimal("0.1")
"""Points by which a share that is told exactly may miss what the figures give."""
_FAR = Decimal(2)
"""Points from which on it is no share of a group, however it was rounded."""
_STOPS = "，；。：ⒸⓂⓅ"


def bind_by_fit(
    reading: Reading, background: Background, outcome: Outcome, taken: set[int]
) -> None:
    """Move percentages to the groups of their sentence that they fit, and place those left over.

    Args:
        reading: a Chinese article.
        background: where its figures are put aside.
        outcome: the total and the groups; the groups are changed.
        taken: ids of the figures that are placed; those placed here are added.
    """
    total = outcome.total
    if total is None:
        return
    owners = {mark.figure.id: group for group in outcome.groups for _, mark in group.percents}
    for sentence, told in groupby(outcome.groups, key=lambda group: group.sentence):
        groups = list(told) if PERCENT in sentence.text else []
        for at, mark in reading.marks(sentence.start, sentence.start + len(sentence.text)):
            if not groups or reading.text[at] != PERCENT:
                continue
            owner = owners.get(mark.figure.id)
            is_left = mark.figure.id not in taken and background.reason(at) is None
            if owner or (is_left and not _is_growth(reading, at)):
                _bind(groups, total, mark, owner)
                taken.add(mark.figure.id)


def _is_growth(reading: Reading, at: int) -> bool:
    text = reading.text
    return is_growth(text[behind_last(text, _STOPS, at) : at], text[at + 1 : at + 12])


def _bind(groups: Sequence[Group], total: Group, mark: Mark, owner: Group | None) -> None:
    """Give a percentage that nobody has, or that is far from its owner's share, to whom it fits."""
    if mark.figure.hedge != "exact":
        return
    stated = {base for base, told in owner.percents if told is mark} if owner else set()
    misses = [
        (off, base)
        for off, base in (_misses(owner, total, mark) if owner else ())
        if not stated - {None} or base in stated
    ]
    if owner and (not misses or any(abs(off) <= _FAR for off, _ in misses)):
        return
    if fit := _only_fit([group for group in groups if group is not owner], total, mark):
        if owner:
            owner.percents = [pair for pair in owner.percents if pair[1] is not mark]
        fit[0].percents.append((fit[1], mark))


def _only_fit(
    groups: Sequence[Group], total: Group, mark: Mark
) -> tuple[Group, PercentBase] | None:
    """Return the one group whose share of the whole a percentage is, and by what."""
    fits = [
        (group, base)
        for group in groups
        for off, base in _misses(group, total, mark)
        if abs(off) <= _NEAR and all(base != told for told, _ in group.percents)
    ]
    return fits[0] if len(fits) == 1 else None


def _misses(group: Group, total: Group, mark: Mark) -> list[tuple[Decimal, PercentBase]]:
    """Return by how many points a percentage misses a group's share, by count and by money."""
    stated = mark.figure.value
    whole = group.parent or total
    if stated is None:
        return []
    by_count, by_money = group.percents_of(whole)
    shares: tuple[tuple[Decimal | None, PercentBase], ...] = (
        (by_count, "count"),
        (by_money, "investment"),
    )
    return [(share - stated, base) for share, base in shares if share is not None]
