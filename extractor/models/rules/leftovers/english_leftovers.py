"""A second reading of English articles: the figures that the first has left without a place.

The first reading knows frames; this one knows only how a clause is built: who, a verb or none, how
many and how much. It opens no group for a figure that restates the total or is background.
"""

import re

from extractor.models.rules.groups.english_doubts import group_name
from extractor.models.rules.groups.english_portions import IS_COUNT, PORTIONS, THIS_YEAR, Portion
from extractor.models.rules.groups.english_tallies import TALLIES, Tally
from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.english_behind import (
    add_amount,
    add_percent,
    is_rate,
    read_behind,
)
from extractor.models.rules.leftovers.english_breakdowns import read_breakdowns, read_portions
from extractor.models.rules.leftovers.english_dealt import read_dealt
from extractor.models.rules.leftovers.english_gapped import read_gapped
from extractor.models.rules.leftovers.english_group_mending import mend_groups, unite_groups
from extractor.models.rules.leftovers.english_joint import read_joint
from extractor.models.rules.leftovers.english_whole import complete_whole
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.leftovers.tables import read_tables
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, THING, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import PercentBase

_AMONG = Pattern(
    r"\W*(?:Among|Of|Within|Inside|In|For) (?:the |these )?(?:Ⓒ )?(?P<label>[a-zA-Z][^,ⒸⓂⓅ]{2,40}?)(?: projects| deals| basket| bucket| group| sector| segment| batch| MoUs)?(?: (?P<done>started|signed|put into production))?,"
)
_ITEM = Pattern(r"\s*(?:[*•·▪●‣-]|[ⒸⓃⓄ\d]{1,2}[.)]) ?")
_FORMER = Pattern(r"(?:the )?(?P<which>former|latter)$", re.IGNORECASE)


def read_left_groups(placed: Placed) -> None:
    """Find groups for the figures left over, and mend the names of those that are none."""
    read_tables(placed)
    complete_whole(placed)
    mend_groups(placed)
    read_joint(placed)
    read_dealt(placed)
    parent: Group | None = None
    paragraph = -1
    for sentence in placed.reading.sentences:
        if sentence.paragraph != paragraph:
            parent, paragraph = None, sentence.paragraph
        start, end = sentence.start, sentence.start + len(sentence.text)
        left = {placed.reading.text[at] for at in placed.left(start, end)}
        if not left:
            continue
        parent = _topic(placed, sentence) or parent
        if next(placed.left(start, end, COUNT + THING), None) is not None:
            for tally in TALLIES:
                _read_tally(placed, sentence, tally, parent)
        if MONEY in left or PERCENT in left:
            _read_portions(placed, sentence, left)
        if MONEY in left:
            _read_on(placed, sentence)
    read_breakdowns(placed)
    read_portions(placed)
    read_gapped(placed)
    unite_groups(placed)


def _topic(placed: Placed, sentence: Sentence) -> Group | None:
    """Return the group that a sentence goes into: "Among the projects started, ..."."""
    found = _AMONG.match(sentence.text)
    if not found:
        return None
    return placed.group_named(found.group("done") or found.group("label"))


def _read_tally(placed: Placed, sentence: Sentence, tally: Tally, parent: Group | None) -> None:
    base = sentence.start
    for found in tally.pattern.finditer(sentence.text):
        at = base + found.start("c")
        if not placed.is_free(at) or placed.is_total(placed.reading.mark(at).figure.value):
            continue
        label = group_name(sentence.text, *found.span("label"), is_part=tally.is_part)
        if label is None:
            continue
        group = _open(placed, sentence, label, at)
        for bound in placed.left(base + label[0], base + label[1], MONEY):
            placed.take(bound)  # what bounds a class is no sum of it
        whole = found.start("whole") if "whole" in found.re.groupindex else -1
        if whole >= 0:
            group.parent = placed.group_counting(placed.reading.mark(base + whole).figure.value)
        group.parent = group.parent or (parent if parent is not group else None)
        if group.parent is group:
            group.parent = None
        if "m" in found.re.groupindex and placed.is_free(base + found.start("m")):
            add_amount(placed, group, sentence, base + found.start("m"))
        if "share" in found.re.groupindex and placed.is_free(base + found.start("share")):
            add_percent(placed, group, sentence, base + found.start("share"), "count")
        read_behind(placed, sentence, group, max(found.end(), found.end("c")))


def _open(placed: Placed, sentence: Sentence, label: Extent, at: int) -> Group:
    """Open a group, or count the one of that name that has no count yet."""
    words = sentence.text[slice(*label)]
    known = placed.group_named(words)
    if known and known.count is None:
        known.count = placed.take(at)
        return known
    base = sentence.start
    return placed.enter((base + label[0], base + label[1]), sentence, at)


def _read_on(placed: Placed, sentence: Sentence) -> None:
    """Give the group of a list item the amount that the item's next sentence tells."""
    here = [g for g in placed.groups if g.sentence.paragraph == sentence.paragraph]
    amounts = list(placed.left(sentence.start, sentence.start + len(sentence.text), MONEY))
    if len(here) != 1 or len(amounts) != 1 or here[0].amounts:
        return
    if here[0].sentence.start < sentence.start and _ITEM.match(here[0].sentence.text):
        add_amount(placed, here[0], sentence, amounts[0])


def _read_portions(placed: Placed, sentence: Sentence, left: set[str]) -> None:
    """Find the groups of percentages and amounts, those left over, that stand without a count."""
    for portion in PORTIONS:
        if portion.needs not in left:
            continue
        for found in portion.pattern.finditer(sentence.text):
            _read_portion(placed, sentence, portion, found)
    for found in THIS_YEAR.finditer(sentence.text):
        at = sentence.start + found.start("m")
        told = [*placed.groups, *([placed.total] if placed.total else [])]
        before = [group for group in told if sentence.start <= group.at < at]
        if before and placed.is_free(at):
            last = max(before, key=lambda group: group.at)
            last.amounts.append(("current_year", placed.take(at)))


def _read_portion(
    placed: Placed, sentence: Sentence, portion: Portion, found: re.Match[str]
) -> None:
    """Give the figures that a portion has matched to the group that it names."""
    told = {name: at for name, at in _starts(found).items() if at >= 0}
    figures = {name[0]: sentence.start + at for name, at in told.items() if name[0] in "pm"}
    if not all(placed.is_free(at) for at in figures.values()):
        return
    if "p" in figures and is_rate(sentence, figures["p"]):
        return
    group = _holder(placed, sentence, found.span("label"), figures, is_known=portion.is_known)
    if group is None:
        return
    if "p" in figures:
        base: PercentBase | None = None
        if "base" in told:
            base = "count" if IS_COUNT.match(found.group("base")) else "investment"
        add_percent(placed, group, sentence, figures["p"], base)
    if "m" in figures:
        add_amount(placed, group, sentence, figures["m"])


def _starts(found: re.Match[str]) -> dict[str, int]:
    """Return where the named parts of a match begin, -1 for those that are not in it."""
    return {name: found.start(name) for name in found.re.groupindex if name != "label"}


def _holder(
    placed: Placed, sentence: Sentence, span: Extent, figures: dict[str, int], *, is_known: bool
) -> Group | None:
    """Return the group that some words name: one told before, or a new one."""
    words = sentence.text[slice(*span)]
    if former := _FORMER.match(words):
        here = [group for group in placed.groups if group.sentence.start == sentence.start]
        here.sort(key=lambda group: group.at)
        pair = here[-2:]
        if len(pair) < 2:
            return None
        return pair[0] if former.group("which").lower() == "former" else pair[1]
    label = group_name(sentence.text, *span)
    if label is None:
        return None
    words = sentence.text[slice(*label)]
    known = placed.group_named(words)
    if known or is_known:
        alike = [group for group in placed.groups if placed.are_alike(words, group.shape)]
        return known or (alike[0] if len(alike) == 1 else None)
    base = sentence.start
    at = next(at for at in figures.values() if placed.reading.text[at] in MONEY + PERCENT)
    return placed.enter((base + label[0], base + label[1]), sentence, at)
