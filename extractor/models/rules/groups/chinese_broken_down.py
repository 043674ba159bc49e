"""Chinese groups that are broken down by name: 外资包括德资4家、法资2家，金额合计9亿元."""

from collections.abc import Sequence
from itertools import pairwise

from extractor.models.rules.groups.chinese_group_names import rename
from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import COUNT, MONEY, Reading
from extractor.patterns import Pattern

_OPENS = Pattern(
    r"(?P<whole>[^，；。ⒸⓂ]{2,12}?)(?:项目|企业|厂商)?(?:主要|又|则)?(?:包括|包含|涵盖|细分为|分为|分别[是为有])(?P<own>[^，；。ⒸⓂ]{2,14})$"
)
_GOES_ON = Pattern(r"(?:项目|企业)?[、与和及跟以]{1,2}[^，；。：、ⒸⓂⓅ]{2,14}$")
_SUM = Pattern(
    rf"，?(?:投资|金额|总|资金|投资额|涉资)*(?:总?额)?(?:合计|共计|合共|总计|加起来|合起来)(?:投资|金额)?(?:约|近|逾|达|为|超)*{MONEY}"
)
_FEWEST = 2


def nest_broken_down(reading: Reading, groups: Sequence[Group]) -> None:
    """Let groups be parts of the one that a list of them opens with, which has their joint amount.

    Args:
        reading: a Chinese article.
        groups: its groups, in order; they are changed.
    """
    for at, group in enumerate(groups):
        opens = _OPENS.match(group.shape)
        whole = _named(groups[:at], opens["whole"]) if opens else None
        if opens is None or whole is None:
            continue
        parts = _parts(reading, groups[at:])
        if len(parts) < _FEWEST:
            continue
        start = group.label_at
        rename(reading, group, start + opens.start("own"), start + opens.end("own"))
        for part in parts:
            part.parent = whole
            part.dimension = whole.dimension or part.dimension
        last = parts[-1]
        if _SUM.match(reading.text, last.at + 1) and last.amounts and not whole.amounts:
            whole.amounts, last.amounts = last.amounts, []


def _named(groups: Sequence[Group], words: str) -> Group | None:
    """Return the last group that goes by some words."""
    return next((group for group in reversed(groups) if words in {group.shape, group.topic}), None)


def _parts(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """Return the groups of a list: the first, and those that commas of lists join to it."""
    parts = list(groups[:1])
    for before, group in pairwise(groups):
        between = reading.text[before.at + 1 : group.at]
        if reading.text[group.at] != COUNT or not _GOES_ON.match(between):
            break
        parts.append(group)
    return parts
