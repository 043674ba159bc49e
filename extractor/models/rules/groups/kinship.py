"""What groups are parts of, and by what they are cut out, where their neighbours tell it."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.labels import is_rest
from extractor.models.rules.groups.stages import stages_among
from extractor.models.rules.reading.reading import Sentence
from extractor.models.rules.words.bilingual import HAN, bilingual
from extractor.patterns import Pattern
from extractor.record import Dimension

OPEN_ENDED = bilingual(
    r"以上|逾|超|(?<![没不未])过|达|不低于|不少于",
    r"\b(?:over|above|more|exceed\w*|at least|upwards|top\w*|beyond)\b",
)
_GOODS = bilingual(
    r"[\u3400-\u9fff、和及与]{2,12}(?<![的地得了着过是为签约上中里内外前后])",
    r"(?:[A-Za-z][a-z’']+)(?:,? (?:and |& )?[a-z][a-z’'-]+){0,4}",
)
_DONE = bilingual(
    r"[签进入已将再在由被把从对来去带引投选落谈洽]",
    r"\b(?:signed|by|from|on|at|in|with|above|over|under|remaining|other|rest|new|already|contracts?|agreements?|memoranda|letters?|expressions?|interests?|intents?|firms?|companies|investors|the|to|will|has|have|are|were|was|is|be)\b",
)
_BARE_CITY = Pattern("[\u3400-\u9fff]州")
_FEWEST = 2
_BESIDE: frozenset[Dimension | None] = frozenset([None, "size", "occasion", "stage"])


def settle_kin(groups: Sequence[Group]) -> None:
    """Let groups be parts of wider ones, and share their neighbours' dimension.

    Args:
        groups: the groups of an article, in order, the total apart; they are changed.
    """
    _nest_sizes(groups)
    _lift_too_large(groups)
    _lift_too_many(groups)
    _name_goods(groups)
    _fill_dimensions(groups)
    _share_origin(groups)


def _name_goods(groups: Sequence[Group]) -> None:
    """Let groups of a list whose names are bare nouns of no known kind be of industry."""
    lists: defaultdict[Sentence, list[Group]] = defaultdict(list)
    for group in groups:
        if _is_unknown(group) and _is_goods(group.shape):
            lists[group.sentence].append(group)
    for near in lists.values():
        if len(near) >= _FEWEST and any(group.dimension is None for group in near):
            for group in near:
                group.dimension = "industry"


def _is_unknown(group: Group) -> bool:
    """Return whether nothing shows a group's dimension but a capital at a sentence's beginning."""
    is_first = group.sentence.text.lstrip().startswith(group.shape)
    return group.dimension is None or (
        group.dimension == "region" and is_first and group.shape.isalpha() and group.shape.isascii()
    )


def _is_goods(shape: str) -> bool:
    is_chinese = bool(HAN.search(shape))
    goods, done = (_GOODS.zh, _DONE.zh) if is_chinese else (_GOODS.en, _DONE.en)
    return bool(goods.fullmatch(shape)) and not done.search(shape) and not is_rest(shape)


def _nest_sizes(groups: Sequence[Group]) -> None:
    """Let each open-ended size class be a part of the wider one beside it.

    That stands before it, or, where classes are told from the top, behind it in its sentence.
    """
    classes = [
        group
        for group in groups
        if group.dimension == "size" and group.count and OPEN_ENDED.search(group.label)
    ]
    for wider, group in pairwise(classes):
        is_apart = group.parent is not None and group.parent is not wider.parent
        if _value(wider) >= _value(group) and not (is_apart and _is_bracketed(group)):
            group.parent = wider
        elif wider.sentence is group.sentence and wider.parent is group.parent:
            wider.parent = group  # told from the top: 10亿元以上Ⓒ，5亿元以上Ⓒ


def _is_bracketed(group: Group) -> bool:
    """Return whether a group stands in the bracket of the one that it is a part of."""
    text = group.sentence.text
    opening = text.rfind("（", 0, group.at - group.sentence.start)
    return opening >= 0 and text.find("）", opening, group.at - group.sentence.start) < 0


def _lift_too_large(groups: Sequence[Group]) -> None:
    """No group is a part of a smaller one: it stands beside that, as a part of the same whole."""
    for group in groups:
        while group.parent and group.parent.count and _value(group) > _value(group.parent):
            group.parent = group.parent.parent


def _lift_too_many(groups: Sequence[Group]) -> None:
    """No groups of one kind that a sentence tells are parts of one that is fewer than they together."""
    rows: defaultdict[tuple[int, Group, Dimension | None], list[Group]] = defaultdict(list)
    for group in groups:
        if group.parent and group.parent.count and group.dimension != "size":
            rows[group.sentence.start, group.parent, group.dimension].append(group)
    for (_, wider, _), row in rows.items():
        if sum(map(_value, row)) > _value(wider):
            for group in row:
                group.parent = wider.parent


def _value(group: Group) -> float:
    return float(group.count.figure.value or 0) if group.count else 0.0


def _fill_dimensions(groups: Sequence[Group]) -> None:
    """Let a group whose words show no dimension share that of its neighbours."""
    paragraphs: defaultdict[int, list[Group]] = defaultdict(list)
    for group in groups:
        paragraphs[group.sentence.paragraph].append(group)
    for group in groups:
        if group.dimension is None:
            group.dimension = _dimension_beside(paragraphs[group.sentence.paragraph], group)


def _share_origin(groups: Sequence[Group]) -> None:
    """Let cities be where investors come from if others of their list are: 深圳5个、广州3个."""
    origins = {group.sentence for group in groups if group.dimension == "origin"}
    for group in groups:
        if group.sentence in origins and _BARE_CITY.fullmatch(group.shape):
            group.dimension = "origin"


def _dimension_beside(paragraph: Sequence[Group], group: Group) -> Dimension | None:
    """Return the dimension of those in the sentence, then the paragraph.

    The rest of something ("the other six") is of any kind that its neighbours are of; other names
    would show it, if they were of a size, a stage or an occasion.
    """
    but = frozenset([None]) if is_rest(group.shape) else _BESIDE
    near = [other for other in paragraph if other.dimension not in but]
    here = [other for other in near if other.sentence is group.sentence]
    if is_rest(group.shape) and (before := [o for o in here or near if o.at < group.at]):
        return before[-1].dimension
    return (here or near)[0].dimension if here or near else None


def without_larger(groups: Sequence[Group], total: Group | None) -> list[Group]:
    """Return the groups that count no more than the whole: the others are of something else.

    The whole of several stages is what they count together.
    """
    stages = [] if total else list(stages_among(groups).values())
    whole = sum(group.n_counted for group in stages) if len(stages) > 1 else None
    whole = total.number if total else whole
    if not whole:
        return list(groups)
    kept = [group for group in groups if group.n_counted <= whole]
    for group in kept:
        if group.parent and group.parent not in kept:
            group.parent = None
    return kept
