"""Sections: a line over a list that bears a group's name makes what is listed its members."""

import re
from collections.abc import Mapping, Sequence

from extractor.models.rules.group import Group
from extractor.models.rules.reading import MONEY, Sentence
from extractor.patterns import Pattern

_NUMBERING = Pattern(
    r"\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-h])[)）.．、]|[-–—*●■◆▶►★◎·•▪#【]+)+\s*",
    re.IGNORECASE,
)
_KIND = Pattern(
    r"(?:(?:类|版块|板块|领域|方面|产业|行业)?(?:的?(?:重点|签约|合作)?项目)?(?:名单|清单|一览)?|,? (?:projects?|sector|industry|investments|deals|agreements|ventures)(?: signed)?)"
    r"(?:[（(][^）)]*[）)])?[：:】*\s]*$",
    re.IGNORECASE,
)
_LONGEST = 60
_SHORTEST_NAME = 2
_FARTHEST = 40  # lines of a section


def section_of(
    groups: Sequence[Group], lines: Mapping[int, Sequence[Sentence]], line: int
) -> Group | None:
    """Return the group whose name heads the section that a line of a list stands in.

    Args:
        groups: the event's groups.
        lines: the article's sentences by their line.
        line: the number of the line.
    """
    here = lines.get(line)
    if not here or not _is_entry(here[0].text):
        return None
    for number in range(line - 1, max(line - _FARTHEST, -1), -1):
        told = lines.get(number, ())
        if not told:
            continue
        if len(told) == 1 and (group := _named(groups, told[0].text)):
            return group
        if not _is_entry(told[0].text):
            return None
    return None


def _is_entry(text: str) -> bool:
    return bool(_NUMBERING.match(text)) or MONEY in text


def _named(groups: Sequence[Group], text: str) -> Group | None:
    """Return the group that a short line without a sum is the name of."""
    if MONEY in text or len(text) > _LONGEST:
        return None
    numbering = _NUMBERING.match(text)
    name = _KIND.sub("", text[numbering.end() if numbering else 0 :]).strip().lower()
    if len(name) < _SHORTEST_NAME:
        return None
    for group in groups:
        own = group.topic.lower() or group.shape.lower()
        if own and (name in (own, group.shape.lower()) or own.endswith(name)):
            return group
    return None
