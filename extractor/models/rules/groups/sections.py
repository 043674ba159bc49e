"""Sections: a line over a list that bears a group's name makes what is listed its members.

It may be a title (一、制造业项目), a title with its tally (工业类：Ⓒ，Ⓜ) or the end of a paragraph that opens the
list (文旅项目Ⓒ，主要有：).
"""

import re
from collections.abc import Mapping, Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import MONEY, Sentence
from extractor.patterns import Pattern

_NUMBERING = Pattern(
    r"\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}|[a-h])[)）.．、]|[-–—*●■◆▶►★◎·•▪#【])+\s*",
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
_LONGEST_ENTRY = 5  # lines of an entry below its name
_STOP = Pattern("[。！？.!?](?:\\s|$)|。")
_PAUSE = Pattern("[，。：:,]")
_LETTER = Pattern(r"[^\W\dⓂ-ⓟ]")
_DIGITS = Pattern(r"\d{1,2}")
_NUMERALS = Pattern("[一二三四五六七八九十]{1,3}")


def section_of(
    groups: Sequence[Group],
    lines: Mapping[int, Sequence[Sentence]],
    line: int,
    opened: Mapping[int, Sequence[Group]],
) -> Group | None:
    """Return the group whose name heads the section that a line of a list stands in.

    Args:
        groups: the event's groups.
        lines: the article's sentences by their line.
        line: the number of the line.
        opened: the groups by the line that tells of them.
    """
    here = lines.get(line)
    if not here or line in opened or not _is_entry(here[0].text):
        return None
    own, told_below = _kind(here[0].text), 0
    for number in range(line - 1, max(line - _FARTHEST, -1), -1):
        told = lines.get(number, ())
        if not told:
            continue
        if number in opened or len(told) == 1:
            named = _heading(opened.get(number, ()), told) or _named(groups, told[0].text)
            if named or number in opened:
                return None if told_below else named  # prose ends a section
        is_entry = _is_entry(told[0].text)
        told_below = 0 if is_entry else told_below + 1
        if told_below > (_LONGEST_ENTRY if own and _is_short(told) else 0):
            return None
        if is_entry and _is_title(told[0].text, own):
            return None
    return None


def _heading(opened: Sequence[Group], told: Sequence[Sentence]) -> Group | None:
    """Return the group that a line which tells of some heads a list with."""
    last = told[-1]
    opens = last.text.rstrip().endswith(("：", ":"))
    if not opens and (len(told) > 1 or _STOP.search(last.text)):
        return None
    mine = [group for group in opened if group.sentence is last]
    tops = [group for group in mine if group.parent not in mine]
    if len(tops) != 1:
        return None
    before = last.text[: max(tops[0].label_at - last.start, 0)]
    return tops[0] if opens or not _LETTER.search(before) else None


def _is_entry(text: str) -> bool:
    return bool(_NUMBERING.match(text)) or MONEY in text


def _is_short(told: Sequence[Sentence]) -> bool:
    """Return whether a line may go on with an entry above it: no paragraph of prose."""
    return sum(len(one.text) for one in told) <= _LONGEST


def _kind(text: str) -> str:
    """Return what a line of a list is marked with, numbers of one kind alike."""
    found = _NUMBERING.match(text)
    return _DIGITS.sub("1", _NUMERALS.sub("一", found.group().strip())) if found else ""


def _is_title(text: str, own: str) -> bool:
    """Return whether a line that is marked otherwise than an entry heads another section."""
    kind = _kind(text)
    return bool(kind and own) and kind != own and not (MONEY in text or _PAUSE.search(text))


def _named(groups: Sequence[Group], text: str) -> Group | None:
    """Return the group that a short line is the name of, with no sum but in brackets behind it."""
    if len(text) > _LONGEST:
        return None
    numbering = _NUMBERING.match(text)
    name = _KIND.sub("", text[numbering.end() if numbering else 0 :]).strip().lower()
    if len(name) < _SHORTEST_NAME or MONEY in name:
        return None
    for group in groups:
        own = group.topic.lower() or group.shape.lower()
        if own and (name in (own, group.shape.lower()) or own.endswith(name)):
            return group
    return None
