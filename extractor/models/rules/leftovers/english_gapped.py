"""English lists of groups that leave the verb out: "Asia took Ⓜ, Europe Ⓜ and the Gulf Ⓜ".

The first of a list is told in full and read elsewhere; of each that follows only the name and its
figures are, with hardly a word between them.
"""

from bisect import bisect_right
from collections.abc import Mapping

from extractor.models.rules.groups.english_doubts import group_name
from extractor.models.rules.groups.english_tallies import NOUN
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.phrases_en import VERB
from extractor.models.rules.leftovers.english_behind import (
    add_amount,
    add_percent,
    is_rate,
    read_behind,
)
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_names import is_works
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_REST = rf"(?: \([^()]*\)|\))?(?: {NOUN})?(?:,? (?:of|in|from) (?:the |that |these |those |it\b|them\b|all\b)?[a-z ]{{0,25}}?)?(?: respectively| each| alone)?"
_JOIN = (
    r"(?:[,;]|,? (?:and|while|whereas|but|plus|then|ahead of|against|(?:closely )?(?:followed|trailed) by))"
    r"(?: (?:and|while|whereas|but|by|with|then|next|finally|ahead of|(?:closely )?(?:followed|trailed) by))*"
)
_LEAD = rf" (?:the |those (?:(?:from|in|by|with) (?:the )?|of (?!Ⓑ)|(?=(?:above|over|under|below|worth|valued|exceeding|between|of)\b))|{NOUN} (?:from|in|by) (?:the )?)?"
_HAS = (
    r"(?:(?:,| -| –|:)? (?:(?:ranked|c[ao]mes?(?: in)?|was|is|are|were) (?:next|second|third|fourth|last)|with|at|for|by|on|a|an|mere|only|just|some|about|nearly|almost|over|the|remaining|other|rest"
    r"|t[ao]kes?|took|have|has|had|gets?|got|received?|accounts?|accounted|saw|contributed|provided|added|brought(?: in)?|is|are|was|were|worth|valued|whose|that|total(?:l?ing)?|investments?|of"
    rf"|{NOUN}))*(?: \()?,? ?"
)
_NEXT = Pattern(
    rf"{_REST}{_JOIN}{_LEAD}(?P<label>(?!(?:of|with|for|or|worth|involving|total\w*|including|each|up|down|accounting|representing) )[A-Za-z“\"][^,;:().ⒸⓂⓅ]{{1,48}}?){_HAS}"
)
_LONGEST_GAP = 130
_SHARED = frozenset(["origin", "investor"])


def read_gapped(placed: Placed) -> None:
    """Find the groups of lists whose first alone is told in full, where figures are left over."""
    left = list(placed.left(0, len(placed.reading.text)))
    if not left:
        return
    holders = {mark.figure.id: group for group in placed.groups for mark in group.figures()}
    starts = [sentence.start for sentence in placed.reading.sentences]
    for at in left:
        sentence = placed.reading.sentences[max(bisect_right(starts, at) - 1, 0)]
        if sentence.start <= at < sentence.start + len(sentence.text) and placed.is_free(at):
            group = _read_next(placed, sentence, at, holders)
            holders |= {mark.figure.id: group for mark in group.figures()} if group else {}


def _read_next(
    placed: Placed, sentence: Sentence, at: int, holders: Mapping[int, Group]
) -> Group | None:
    """Open the group of a figure that stands next to that of another group, but for its name.

    Args:
        placed: the items of the draft.
        sentence: the one that tells the figure.
        at: the figure's offset in the reading.
        holders: the groups by the figures that they have.
    """
    reading, text = placed.reading, sentence.text
    near = reading.marks(max(sentence.start, at - _LONGEST_GAP), at)
    before = [own for own, _ in near if reading.text[own] in COUNT + MONEY + PERCENT]
    previous = holders.get(reading.mark(before[-1]).figure.id) if before else None
    if previous is None or not _is_like(placed, previous, at):
        return None
    gap = _NEXT.fullmatch(text, before[-1] + 1 - sentence.start, at - sentence.start)
    label = _name(text, gap.span("label")) if gap else None
    if label is None or (reading.text[at] == PERCENT and is_rate(sentence, at)):
        return None
    group = _open(placed, sentence, label, at)
    _share(group, previous)
    if reading.text[at] == MONEY:
        add_amount(placed, group, sentence, at)
    elif reading.text[at] == PERCENT:
        add_percent(placed, group, sentence, at, previous.percents[0][0])
    read_behind(placed, sentence, group, at - sentence.start + 1)
    return group


def _is_like(placed: Placed, group: Group, at: int) -> bool:
    """Return whether a group has a figure of the kind of another, which is none of the total's."""
    mark = placed.reading.mark(at)
    if placed.is_total(mark.figure.value):
        return False
    return any(own.letter == mark.letter for own in group.figures())


def _name(text: str, span: Extent) -> Extent | None:
    """Return what of some words names a group, None where they say something else."""
    label = group_name(text, *span, is_part=True)
    if label is None or VERB.search(text, label[0] - 1, label[1]):
        return None
    words = text[slice(*label)]
    return None if is_works(words) and not words.endswith("s") else label


def _open(placed: Placed, sentence: Sentence, label: Extent, at: int) -> Group:
    """Open a group, or go on with the one of that name that has no such figure yet."""
    known = placed.group_named(sentence.text[slice(*label)])
    letter = placed.reading.text[at]
    if known and known.at < sentence.start and all(m.letter != letter for m in known.figures()):
        if letter == COUNT:
            known.count = placed.take(at)
        return known
    return placed.enter((sentence.start + label[0], sentence.start + label[1]), sentence, at)


def _share(group: Group, previous: Group) -> None:
    """Let a group be of the kind of the one before it, and a part of the same whole."""
    is_place = group.dimension == "region" and previous.dimension in _SHARED
    if group.dimension is None or is_place:
        group.dimension = previous.dimension
    group.parent = group.parent or previous.parent
