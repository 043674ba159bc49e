"""Groups that a Chinese amount takes up by their name: counted first, summed up later.

"金额上看，装备制造最高，为Ⓜ，食品Ⓜ次之" gives the groups that were counted before, and nothing else, their sums.
"""

from collections.abc import Iterable

from extractor.models.rules.groups.group import Group
from extractor.models.rules.words.clauses import behind_last
from extractor.patterns import Pattern

_OF_ANOTHER = Pattern(
    "[的由在位于]|公司|集团|建设|项目[^，]|产值|税|基金|贷|授信|其中|平均|单|去年|[上往]届|.{10}"
)
"""What else stands beside the name of a group where an amount is of something else."""


def named_before(text: str, groups: Iterable[Group], start: int, at: int) -> Group | None:
    """Return the group without an amount that the words of an amount name; the longest name counts.

    Args:
        text: the reading.
        groups: those that may be taken up.
        start: where the sentence begins.
        at: where the amount stands.
    """
    if text.startswith("的", at + 1):
        return None
    part = max(behind_last(text, "；。：ⒸⓂⓅ", at), start)
    words = text[part:at]
    told = [
        group
        for group in groups
        if len(group.topic) > 1 and group.topic in words and not group.amounts and group.at < at
    ]
    named = max(told, key=lambda group: len(group.topic), default=None)
    if named is None:
        return None
    before, _, behind = words.partition(named.topic)
    before = before.removesuffix("其中")
    beside = before.rpartition("，")[2] + behind.strip("，、 ")
    return None if _OF_ANOTHER.search(beside) else named
