"""Groups that were just told one by one, taken together: 甲县…，乙县…，两县合计9个."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.amounts import bases
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Reading, Sentence
from extractor.patterns import Pattern

_TOGETHER = Pattern(
    r"(?:^|[，；。：])(?:而|其中|仅|这|上述|前)*"
    r"(?P<label>(?:[两二三四五六七八九十]|Ⓝ|Ⓒ)(?:[者市县区镇家地省国类大]|个)?[\u3400-\u9fff]{0,6}?)"
    r"(?:项目|投资)?(?:合计|合起来|加起来|加在一起|合共|相加|合占|共占|一共)"
    r"(?:[^，；。：ⒸⓂⓅ]{0,12}?)(?P<figure>[ⒸⓂⓅ])"
)
_LISTED_TOGETHER = Pattern(
    r"(?:^|[，；。：])(?:其中|当中)?(?P<label>[^，；。：ⒸⓂⓅ]{3,40}?(?:[两二三四五六]|Ⓝ)大?(?:产业|领域|板块|行业|赛道|[者类地市县区]))(?:类?项目|企业)?"
    r"(?:分别|依次)[^，；。：ⒸⓂⓅ]{0,4}[ⒸⓂ](?:[、和与及]{1,2}[ⒸⓂ])+，(?:三者|三类|两者)?(?:合计|共计|共|一共|合)+占[^，；。：ⒸⓂⓅ]{0,12}?(?P<figure>Ⓟ)"
)
"""A list with its word of number, whose share is told at last: 甲、乙两大产业分别签约Ⓒ和Ⓒ，合计占Ⓟ."""
_FEWEST = 2


class _Together(NamedTuple):
    """Where a sentence takes groups together: their name, and the figure, in the reading."""

    label: tuple[int, int]
    at: int
    words: str


def take_together(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """Return the groups with those that take others together.

    Args:
        reading: a Chinese article.
        groups: its groups, in order; they are changed: one that has the figure of several is
            named after them, and the one told last gives up what is told of several.
    """
    told = list(groups)
    for sentence in reading.sentences:
        for found in _together_in(sentence):
            near = [group for group in told if group.sentence is sentence]
            before = [group for group in near if group.at < found.at and group.label]
            if len(before) < _FEWEST or before[-1].dimension != before[-2].dimension:
                continue
            last = before[-1]
            joint = next((group for group in near if group.at == found.at), None)
            if joint is None:
                joint = _joint(reading, found, last)
                told.insert(told.index(last) + 1, joint)
            joint.name(reading, *found.label)
            joint.clause = last.clause  # its own words, "in all", are those of a total
            joint.dimension, joint.parent = last.dimension, last.parent
    return told


def _together_in(sentence: Sentence) -> Iterator[_Together]:
    for found in (
        *_TOGETHER.finditer(sentence.text),
        *_LISTED_TOGETHER.finditer(sentence.text),
    ):
        start, end = found.span("label")
        yield _Together(
            (sentence.start + start, sentence.start + end),
            sentence.start + found.start("figure"),
            found.group(),
        )


def _joint(reading: Reading, found: _Together, last: Group) -> Group:
    """Return the group of several, with its figures, which the last of them gives up."""
    mark = reading.mark(found.at)
    group = Group("", "", last.clause, found.at, last.sentence)
    end = last.sentence.start + len(last.sentence.text)
    behind = {told.figure.id for _, told in reading.marks(found.at, end)}
    group.amounts = [pair for pair in last.amounts if pair[1].figure.id in behind]
    group.percents = [pair for pair in last.percents if pair[1].figure.id in behind]
    last.amounts = [pair for pair in last.amounts if pair not in group.amounts]
    last.percents = [pair for pair in last.percents if pair not in group.percents]
    letter = reading.text[found.at]
    if letter == COUNT:
        group.count = mark
        last.count = None if last.count is mark else last.count
    elif letter == MONEY:
        group.add("investment", mark)
    elif letter == PERCENT:
        named = bases(found.words)
        others = [pair for pair in group.percents if pair[1] is not mark]
        group.percents = [(named[0] if named else None, mark), *others]
    return group
