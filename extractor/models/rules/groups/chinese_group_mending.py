"""Chinese groups set right after the first reading: their names, repeats, and what each is a part of."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from operator import attrgetter, itemgetter

from extractor.models.rules.groups.chinese_broken_down import nest_broken_down
from extractor.models.rules.groups.chinese_colon_names import name_before_colons
from extractor.models.rules.groups.chinese_group_names import name_groups, rename
from extractor.models.rules.groups.chinese_heads import head_of
from extractor.models.rules.groups.chinese_joint_groups import take_together
from extractor.models.rules.groups.chinese_late_sums import lift_late_sums
from extractor.models.rules.groups.chinese_paper_kinds import paper_kinds
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.windows import OF_MIDDLE_ZH
from extractor.models.rules.reading.reading import COUNT, Reading, Sentence
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.patterns import Pattern
from extractor.record import Dimension

_ENDS = "。！？；，、：,"
_LONGEST_HEADING = 40
_SECTION = Pattern(r"[\s　]*(?:[一二三四五六七八九十]{1,3}、|▌|■|【)")
_LEAST_PARTS = 2
_LEAST_RESTATED = 6
"""Smaller counts are those of the whole and of a group by chance."""
_MOST_PARTS = 20
_TOUR = Pattern("[两三四五六七]站|赴|巡回|之行|出访|一路")
_STOP = Pattern("在[\u3400-\u9fff]{2,6}(?<![县区镇乡园])站?")
_AMONG = Pattern(f"中(?!{OF_MIDDLE_ZH})")
_LISTS = Pattern("包括|包含|其中|当中|分别|：|即")
_LONGEST_BRACKET = 1_500
_AT = attrgetter("at")
_PARAGRAPH = attrgetter("paragraph")
_OPENS = Pattern(r"(?:投资|项目|、|，|总|共|Ⓜ)*（")


def mend_groups(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """Return a Chinese article's groups with names cut to their heads, repeats joined, parts nested.

    Args:
        reading: the article.
        groups: those of the first reading, in order; they are changed.
    """
    told = list(_without_headings(reading, groups))
    _name_papers(reading, told)
    name_before_colons(reading, told)
    nest_broken_down(reading, told)
    told = [group for group in told if _cut_name(reading, group)]
    name_groups(reading, told)
    lift_late_sums(reading, told)
    told = take_together(reading, _without_repeats(told))
    _nest_by_bracket(reading, told)
    _nest_by_section(reading, told)
    _nest_listed(reading, told)
    _nest_by_sum(told)
    for group in told:
        if group.dimension == "region" and group.parent and group.parent.dimension == "origin":
            group.dimension = "origin"
    return told


def name_stops(reading: Reading, groups: Sequence[Group]) -> None:
    """Name the stops of a tour, each told of by where it was: 在苏州签约Ⓒ；在宁波再签Ⓒ.

    Args:
        reading: a Chinese article.
        groups: its groups; they are changed.
    """
    if not _TOUR.search(reading.text):
        return
    stops = [group for group in groups if _STOP.fullmatch(group.shape) and group.count]
    if len(stops) < _LEAST_PARTS:
        return
    for group in stops:
        rename(reading, group, group.label_at + 1, group.label_at + len(group.shape))
        group.dimension = "occasion"


def without_strays(groups: Sequence[Group]) -> list[Group]:
    """Return the groups but those of which nothing is told but a number, and no words say of what.

    What the words of such a count mean is seldom a group: 眼下有Ⓒ, 涉资最大Ⓒ.
    """
    strays = {group for group in groups if group.dimension is None and not group.amounts}
    for group in groups:
        while group.parent in strays:
            group.parent = group.parent.parent if group.parent else None
    return [group for group in groups if group not in strays]


def without_restated(groups: Sequence[Group], total: Group | None) -> list[Group]:
    """Return the groups but those that only count the whole once more: 细看这Ⓒ, Ⓒ来自各地.

    Args:
        groups: the groups, the total apart; parts of one that is left out are parts of the total.
        total: the whole.
    """
    whole = total.count.figure.value if total and total.count else None
    if total is None or whole is None or whole < _LEAST_RESTATED:
        return list(groups)
    restated = {
        group
        for group in groups
        if group.count
        and group.count.figure.value == whole
        and not group.percents
        and all(pair in total.amounts for pair in group.amounts)
    }
    for group in groups:
        if group.parent in restated:
            group.parent = None
    return [group for group in groups if group not in restated]


def _name_papers(reading: Reading, groups: Sequence[Group]) -> None:
    """Name the groups that are kinds of papers: 正式合同Ⓒ，框架协议Ⓒ."""
    kinds = paper_kinds(reading)
    for group in groups:
        if kind := kinds.get(group.at):
            rename(reading, group, *kind)
            group.dimension = "other"


def _without_headings(reading: Reading, groups: Sequence[Group]) -> Iterator[Group]:
    """Give the groups but those of lines that are no sentences and are counted again below."""
    last_lines = {
        group.count.figure.value: group.sentence.paragraph for group in groups if group.count
    }
    has_sentences = "。" in reading.text
    for group in groups:
        text = group.sentence.text
        may_head = len(text) <= _LONGEST_HEADING and text.strip()[-1:] not in _ENDS
        if not (
            may_head
            and has_sentences
            and group.count
            and last_lines[group.count.figure.value] > group.sentence.paragraph
        ):
            yield group


_OF_DOING: frozenset[Dimension | None] = frozenset(["stage", "occasion"])


def _cut_name(reading: Reading, group: Group) -> bool:
    """Cut a group's name to its head; return whether it is left a group."""
    if group.is_whole or not reading.text.startswith(group.shape, group.label_at):
        return True
    if _AMONG.match(group.shape) and reading.text[group.label_at - 1] == COUNT:
        rename(reading, group, group.label_at + 1, group.label_at + len(group.shape))
    head = head_of(group.shape)
    if head is None:
        return False
    if head != (0, len(group.shape)):
        # Its dimension may be that of what is cut off: 开工项目以甲为主, 现场签约新能源.
        if group.dimension in _OF_DOING and group.dimension == dimension_of_label(
            group.shape[: head[0]]
        ):
            group.dimension = None
        rename(reading, group, group.label_at + head[0], group.label_at + head[1])
    return True


def _without_repeats(groups: Sequence[Group]) -> list[Group]:
    """Return the groups, one that is taken up later (这Ⓒ项目) joined with what is said of it there."""
    kept: list[Group] = []
    named = _Named()
    joined: dict[Group, Group] = {}
    for group in groups:
        first = named.first_like(group) if group.count and group.shape else None
        if first is None:
            kept.append(group)
            continue
        told = {kind for kind, _ in first.amounts}
        first.amounts += [pair for pair in group.amounts if pair[0] not in told]
        first.percents += group.percents if not first.percents else []
        joined[group] = first
    for group in groups:
        if group.parent:
            group.parent = joined.get(group.parent, group.parent)
    return kept


class _Named:
    """Groups by their count and name."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[object, str], Group] = {}
        self._by_beginning: dict[tuple[object, str], Group] = {}

    def first_like(self, group: Group) -> Group | None:
        """Return the first group of the same count whose name begins this one's, or begins with it.

        Where there is none, the group is the first of its name.
        """
        value = group.number
        beginnings = [(value, group.shape[:end]) for end in range(1, len(group.shape) + 1)]
        if first := self._by_beginning.get(beginnings[-1]):
            return first
        if first := next(filter(None, map(self._by_name.get, beginnings)), None):
            return first
        self._by_name[beginnings[-1]] = group
        for beginning in beginnings:
            self._by_beginning.setdefault(beginning, group)
        return None


def _nest_by_bracket(reading: Reading, groups: Sequence[Group]) -> None:
    """Let groups in brackets be parts of the one right before them: 外商Ⓒ（日商Ⓒ、美商Ⓒ）."""
    in_order = sorted(groups, key=_AT)
    for first, group in pairwise(groups):
        if first.sentence is not group.sentence:
            continue
        opening = reading.text.rfind("（", first.at, group.at)
        if opening < 0 or "）" in reading.text[opening : group.at]:
            continue
        if _OPENS.fullmatch(reading.text, first.at + 1, opening + 1):
            closing = reading.text.find("）", group.at, group.at + _LONGEST_BRACKET)
            inside = (
                bisect_right(in_order, opening, key=_AT),
                bisect_left(in_order, closing, key=_AT),
            )
            for part in in_order[slice(*inside)]:
                part.parent = first


def _nest_by_section(reading: Reading, groups: Sequence[Group]) -> None:
    """Let the groups below a heading that names one be parts of it: 二、新开工项目特点."""
    headings = [sentence for sentence in reading.sentences if _is_section(sentence)]
    if not headings:
        return
    names: dict[str, tuple[int, Group]] = {}
    for place, group in enumerate(groups):
        names.setdefault(group.shape, (place, group))
    owners = [_owner_of_section(heading, names) for heading in headings]
    for group in groups:
        above = bisect_left(headings, group.sentence.paragraph, key=_PARAGRAPH) - 1
        owner = owners[above] if above >= 0 else None
        if owner and group.parent is None and not group.is_whole:
            group.parent = owner


def _owner_of_section(heading: Sentence, names: Mapping[str, tuple[int, Group]]) -> Group | None:
    """Return the first group told above a heading whose name stands in it."""
    words = (heading.text[slice(*ends)] for ends in combinations(range(len(heading.text) + 1), 2))
    told = [names[name] for name in words if len(name) > 1 and name in names]
    above = [
        (place, group) for place, group in told if group.sentence.paragraph < heading.paragraph
    ]
    return min(above, key=itemgetter(0))[1] if above else None


def _is_section(sentence: Sentence) -> bool:
    text = sentence.text
    is_short = len(text) < _LONGEST_HEADING
    return is_short and bool(_SECTION.match(text)) and text.rstrip()[-1] not in _ENDS


def _nest_listed(reading: Reading, groups: Sequence[Group]) -> None:
    """Let groups that are listed behind one, and add up to it, be its parts: 外资Ⓒ，包括日资Ⓒ、韩资Ⓒ."""
    for place, group in enumerate(groups):
        if not group.count or group.is_whole:
            continue
        row: list[Group] = []
        left = group.count.figure.value or 0
        for part in groups[place + 1 : place + _MOST_PARTS]:
            if part.sentence is not group.sentence or not part.count or part.is_whole or left <= 0:
                break
            row.append(part)
            left -= part.count.figure.value or 0
        if (
            left == 0
            and len(row) >= _LEAST_PARTS
            and _LISTS.search(reading.text, group.at, row[0].at)
        ):
            for part in row:
                part.parent = part.parent or group


def _nest_by_sum(groups: Sequence[Group]) -> None:
    """Let all groups of a sentence be parts of the one told last before it, if they add up to it."""
    for index, group in enumerate(groups):
        if not group.count or group.is_whole:
            continue
        parts = list(_row_behind(groups, index))
        values = [part.count.figure.value or 0 for part in parts if part.count]
        if len(parts) >= _LEAST_PARTS and sum(values) == group.count.figure.value:
            for part in parts:
                part.parent = group


def _row_behind(groups: Sequence[Group], index: int) -> Iterator[Group]:
    """Give the groups of the sentence behind that of the last group of one, in its paragraph."""
    group = groups[index]
    following = groups[index + 1 : index + 2]
    for place in range(index + 1, len(groups)):
        part = groups[place]
        is_free = part.parent is None or part.parent is group or part.parent is group.parent
        if part.sentence is group.sentence or part.sentence is not following[0].sentence:
            return
        if part.sentence.paragraph != group.sentence.paragraph or not is_free or part.is_whole:
            return
        yield part
