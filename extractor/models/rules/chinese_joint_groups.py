"""Groups that were just told one by one, taken together: 甲市…，乙市…，丙市…，三市合计占63.2%."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.models.rules.amounts import bases
from extractor.models.rules.group import Group
from extractor.models.rules.reading import COUNT, MONEY, PERCENT, Reading, Sentence
from extractor.patterns import Pattern

_TOGETHER = Pattern(
    r"(?:^|[，；。：])(?:而|其中|仅|这|上述|前)*"
    r"(?P<label>(?:[两二三四五六七八九十]|Ⓝ|Ⓒ)(?:[者市县区镇家地省国类大]|个)?[\u3400-\u9fff]{0,6}?)"
    r"(?:项目|投资)?(?:合计|合起来|加起来|加在一起|合共|相加|合占|共占|一共)"
    r"(?:[^，；。：ⒸⓂⓅ]{0,12}?)(?P<figure>[ⒸⓂⓅ])"
)
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
        groups: its groups, in order; a figure of several is taken from the one told last.
    """
    told = list(groups)
    for sentence in reading.sentences:
        for found in _together_in(sentence):
            before = [g for g in told if g.sentence is sentence and g.at < found.at and g.label]
            if len(before) >= _FEWEST and before[-1].dimension == before[-2].dimension:
                told.insert(told.index(before[-1]) + 1, _joint(reading, found, before[-1]))
    return told


def _together_in(sentence: Sentence) -> Iterator[_Together]:
    for found in _TOGETHER.finditer(sentence.text):
        start, end = found.span("label")
        yield _Together(
            (sentence.start + start, sentence.start + end),
            sentence.start + found.start("figure"),
            found.group(),
        )


def _joint(reading: Reading, found: _Together, last: Group) -> Group:
    """Return the group of several, with its figure, which the last of them gives up."""
    mark = reading.mark(found.at)
    group = Group("", "", last.clause, found.at, last.sentence)
    group.name(reading, *found.label)
    group.dimension, group.parent = last.dimension, last.parent
    letter = reading.text[found.at]
    if letter == COUNT:
        group.count = mark
    elif letter == MONEY:
        last.amounts = [pair for pair in last.amounts if pair[1] is not mark]
        group.amounts = [("investment", mark)]
    elif letter == PERCENT:
        last.percents = [pair for pair in last.percents if pair[1] is not mark]
        named = bases(found.words)
        group.percents = [(named[0] if named else None, mark)]
    return group
