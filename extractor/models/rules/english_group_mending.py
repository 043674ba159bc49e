"""Groups of the first reading of an English article, mended by what their words show."""

import re

from extractor.models.rules.dimensions import dimension_of_label
from extractor.models.rules.english_doubts import bare, is_no_name
from extractor.models.rules.english_placed import Placed, dimension_of_words
from extractor.models.rules.english_tallies import OTHERS
from extractor.models.rules.group import Group
from extractor.models.rules.labels import is_rest
from extractor.models.rules.reading import Mark
from extractor.record import Dimension

_QUANTIFIED = re.compile("(?:most|many|all|some|both|each|none)\\b")
_EACH = re.compile(r",? each(?: (?:with|having|has))? Ⓒ")
_JOINED = re.compile(r",? and (?:the )?")
_COUNTED = re.compile("[ⓃⒸ] (?P<what>.+)")


def mend_groups(placed: Placed) -> None:
    """Cut what is none of a group's name off; give up groups whose name is none."""
    text = placed.reading.text
    for group in list(placed.groups):
        if group.dimension == "size":
            continue
        label = bare(text, group.label_at, group.label_at + len(group.shape))
        words = text[slice(*label)]
        if is_rest(words):
            _name_rest(placed, group)
        elif is_no_name(words):
            _give_up(placed, group)
        elif words != group.shape:
            _rename(placed, group, *label)
        if group.count and _EACH.match(text, group.label_at + len(group.shape)):
            _split(placed, group)


def _rename(placed: Placed, group: Group, start: int, end: int) -> None:
    group.label_at, group.shape = start, placed.reading.text[start:end]
    group.label = placed.reading.quote(start, end)
    group.__dict__.pop("topic", None)


def _name_rest(placed: Placed, group: Group) -> None:
    """Name the others by what is said of them: "the other Ⓒ are solar parks"."""
    for found in OTHERS.pattern.finditer(group.sentence.text):
        if group.sentence.start + found.start("c") == group.at:
            start, end = bare(group.sentence.text, *found.span("label"))
            if _QUANTIFIED.match(group.sentence.text, start):
                return
            _rename(placed, group, group.sentence.start + start, group.sentence.start + end)


def _give_up(placed: Placed, group: Group) -> None:
    placed.groups.remove(group)
    placed.release(group)
    for other in placed.groups:
        if other.parent is group:
            other.parent = group.parent


def _split(placed: Placed, group: Group) -> None:
    """Let "A and B each Ⓒ" be two groups."""
    joined = _JOINED.search(group.shape)
    if not joined:
        return
    start, end = group.label_at, group.label_at + len(group.shape)
    second = Group(
        label=placed.reading.quote(start + joined.end(), end),
        shape=group.shape[joined.end() :],
        clause=group.clause,
        at=group.at,
        sentence=group.sentence,
        label_at=start + joined.end(),
        count=group.count,
        parent=group.parent,
        dimension=group.dimension,
    )
    _rename(placed, group, start, start + joined.start())
    placed.groups.insert(placed.groups.index(group) + 1, second)


def unite_groups(placed: Placed) -> None:
    """Unite groups told twice, and fill in the dimensions of those whose words show none."""
    for group in list(placed.groups):
        first = _told_before(placed, group)
        if first:
            _unite(placed, first, group)
    for group in placed.groups:
        own = dimension_of_words(group.shape)
        if group.dimension is None or (own and dimension_of_label(group.shape) is None):
            group.dimension = own or _dimension_nearby(placed, group)


def _told_before(placed: Placed, group: Group) -> Group | None:
    """Return the group that counts the same under a like name: "the two storage plants"."""
    counted = _COUNTED.match(group.shape) if group.count is None else None
    value = placed.reading.mark(group.label_at).figure.value if counted else None
    if group.count is not None:
        value = group.count.figure.value
    if value is None:
        return None
    words = counted.group("what") if counted else group.shape
    for other in placed.groups:
        if other is group or other.count is None or other.count.figure.value != value:
            continue
        is_like = placed.are_alike if counted else placed.are_same
        if other.count is not group.count and is_like(words, other.shape):
            return other
    return None


def _unite(placed: Placed, kept: Group, other: Group) -> None:
    """Give the figures of a group to another, which goes on alone."""
    kinds = {kind for kind, _ in kept.amounts}
    kept.amounts += [pair for pair in other.amounts if pair[0] not in kinds]
    told: list[Mark] = [mark for _, mark in kept.percents]
    kept.percents += [pair for pair in other.percents if pair[1] not in told]
    if len(list(other.figures())) > len(list(kept.figures())):
        kept.label, kept.shape, kept.label_at = other.label, other.shape, other.label_at
    placed.groups.remove(other)
    for each in placed.groups:
        if each.parent is other:
            each.parent = kept


def _dimension_nearby(placed: Placed, group: Group) -> Dimension | None:
    """Return the dimension of the groups beside a group: in its sentence, its paragraph, above it."""
    near = [other for other in placed.groups if other is not group and other.dimension]
    for is_near in (
        lambda other: other.sentence.start == group.sentence.start,
        lambda other: other.sentence.paragraph == group.sentence.paragraph,
        lambda other: other is group.parent,
    ):
        for other in near:
            if is_near(other) and other.dimension not in {"size", "occasion", "stage"}:
                return other.dimension
    return None
