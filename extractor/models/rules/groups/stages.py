"""Events of several stages: what was signed, what was started and what began to produce.

"Nine started, four signed" and 集中签约暨开工仪式 tell of a group for each stage and of no whole; what
is then told of a stage ("of the nine", 开工项目中) is a part of its group.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple, cast

from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import COUNT, THING, Reading, Sentence
from extractor.models.rules.words.bilingual import bilingual
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.words import PLANNED_EN, PLANNED_ZH
from extractor.patterns import Pattern
from extractor.record import Dimension, Stage

STAGE_WORDS = bilingual(
    r"(?:(?P<operating>(?:竣工|建成|新)?投(?:产|用|运)|竣工|投入(?:运营|营运|使用|生产))"
    r"|(?P<started>新?(?:开工|动工)|破土|奠基)|(?P<signed>新?(?:签约|签署|签订|签下)|新签))(?!率|企业)",
    r"(?i:\b(?:(?P<operating>(?:completed and )?(?:put|entered|enter|went|gone|brought) into (?:operation|production|use)"
    r"|(?:start\w*|beg[au]n|commenced) (?:operations?|production)|commissioned|inaugurated)"
    r"|(?P<started>(?:start(?:ed|ing)|commenced)(?: construction)?|br(?:oke|oken|eaking) ground|ground-?breaking)"
    r"|(?P<signed>sign(?:ed|ing)|inked|contracts))\b)",
)
"""What is done with projects at each stage; the words name its group."""
_STAGE_ZH = "签约|开工|动工|奠基|投产|竣工"
_STAGE_EN = "signings?|starts?|starting|commencements?|ground-?breakings?|productions?|completions?"
_BATCHES = r"[Tt]hree[ -][Bb]atches"
_SEVERAL = bilingual(
    rf"三个“?一批|开竣工|签开投|开竣投|(?P<first>{_STAGE_ZH})(?:暨|和|与|及|、|·)?[^，。；ⒸⓂ]{{0,10}}?(?P<second>{_STAGE_ZH})[^，。；ⒸⓂ]{{0,4}}?(?:活动|仪式|大会|典礼)",
    rf"{_BATCHES}|\b(?P<first>{_STAGE_EN})(?: and | & |/|-and-|-cum-)(?:\w+ ){{0,2}}?(?P<second>{_STAGE_EN}) (?:\w+ ){{0,2}}?(?:ceremony|activity|event|conference|meeting|day)\b",
)
"""Gatherings of several stages, by their names."""
_PLANNED = bilingual(PLANNED_ZH, PLANNED_EN)
_AMONG = Pattern("其中|当中|including")
_OF_THEM = Pattern(r"Ⓒ (?:\w+ )?(?:of|among)\b")
_PAUSES = "，。；：、（ⒸⓂⓅ,;:(—"
_COLONS = frozenset("：:")
_LEAD_PARAGRAPHS = 3
_WHOLE_PARAGRAPHS = 3
_FEWEST = 2
_EVERY: tuple[Stage, ...] = ("signed", "started", "operating")
_CUT_OUT: frozenset[Dimension | None] = frozenset(["industry", "region", "size", "origin"])


class Told(NamedTuple):
    """A stage that is told of: which one, and the words for it in the reading, half-open."""

    stage: Stage
    start: int
    end: int


def find_stages(reading: Reading, groups: Sequence[Group]) -> list[Group]:
    """Name the groups of an event's stages; empty where it has but one, or a whole is counted.

    Args:
        reading: the article.
        groups: its groups, wholes among them; those found are renamed.
    """
    counted = dict(_counted_in_headline(reading))
    stages = {told.stage for told in counted.values()}
    is_counted = len(stages) >= _FEWEST
    if not is_counted:
        stages, counted = _named(reading) or _told_in_row(groups), {}
    if len(stages) < _FEWEST:
        return []
    found: dict[Stage, tuple[Group, Told]] = {}
    for group in groups:
        words = _stage_of(reading, group, counted)
        if words and words.stage in stages - found.keys():
            found[words.stage] = group, words
    if len(found) < _FEWEST or (not is_counted and _is_summed(groups, found.values())):
        return []
    for group, words in found.values():
        _name(reading, group, words)
    told = [group for group, _ in found.values()]
    for value, stage in counted.items():
        if stage.stage not in found:
            told += _uncounted(reading, value, stage)
    return sorted(told, key=lambda group: group.at)


def stages_among(groups: Sequence[Group]) -> dict[str, Group]:
    """Return the first group of each stage that groups tell of, parts of others aside."""
    found: dict[str, Group] = {}
    for group in groups:
        told = STAGE_WORDS.search(group.shape) if group.dimension == "stage" else None
        if told and told.lastgroup and group.count and group.parent is None:
            found.setdefault(told.lastgroup, group)
    return found


def _counted_in_headline(reading: Reading) -> Iterator[tuple[Decimal, Told]]:
    """Give the counts of a headline that has one for each stage: "Ⓒ started, Ⓒ signed"."""
    headline = reading.headline
    if headline is None or headline.text.count(COUNT) < _FEWEST:
        return
    for at, mark in reading.marks(headline.start, headline.start + len(headline.text)):
        told = _stage_at(headline, at) if mark.letter == COUNT else None
        if told and mark.figure.value:
            yield mark.figure.value, told


def _named(reading: Reading) -> set[Stage]:
    """Return the stages of the gathering that the headline or the lead names."""
    lead = [one.text for one in reading.sentences if one.paragraph <= _LEAD_PARAGRAPHS]
    for text in (*([reading.headline.text] if reading.headline else []), *lead):
        for found in _SEVERAL.finditer(text):
            if found["first"] is None:
                return set(_EVERY)
            stages = {_stage_named(found["first"]), _stage_named(found["second"])}
            if len(stages) >= _FEWEST:
                return stages
    return set()


def _told_in_row(groups: Sequence[Group]) -> set[Stage]:
    """Return the stages that a sentence of the lead tells one after the other, where it has all three."""
    lead = (group for group in groups if group.sentence.paragraph <= _LEAD_PARAGRAPHS)
    for sentence, told_there in groupby(lead, key=lambda group: group.sentence):
        near = list(told_there)
        kinds = {found.lastgroup for found in STAGE_WORDS.finditer(sentence.text)}
        if len(near) < len(_EVERY) or len(kinds) < len(_EVERY):
            continue
        told = {found.stage for group in near if (found := _stage_at(sentence, group.at))}
        if len(told) == len(_EVERY):
            return told
    return set()


def _stage_named(word: str) -> Stage:
    found = _KINDS.match(word)
    return cast("Stage", found.lastgroup) if found else "operating"


_KINDS = bilingual(
    "(?P<signed>签)|(?P<started>[开动奠])", r"(?P<signed>sign)|(?P<started>start|comm|gr)"
)


def _stage_of(reading: Reading, group: Group, counted: Mapping[Decimal, Told]) -> Told | None:
    """Return the stage of which a group is all that was done."""
    if not group.count or group.parent or _is_part(reading, group):
        return None
    value = group.count.figure.value
    by_headline = counted.get(value) if value else None
    if by_headline and group.dimension not in {"size", "industry"}:
        return _said(group.sentence, by_headline.stage)
    if counted or (group.dimension in _CUT_OUT and not STAGE_WORDS.search(group.shape)):
        return None
    return _stage_at(group.sentence, group.at)


def _is_part(reading: Reading, group: Group) -> bool:
    text = group.sentence.text
    place = group.at - group.sentence.start
    clause = text[behind_last(text, "，。；,;", place) : place]
    return bool(_AMONG.search(clause) or _OF_THEM.match(reading.text, group.at))


def _said(sentence: Sentence, stage: Stage) -> Told | None:
    """Return where a sentence speaks of a stage."""
    for found in STAGE_WORDS.finditer(sentence.text):
        if found.lastgroup == stage:
            return Told(stage, sentence.start + found.start(), sentence.start + found.end())
    return None


def _stage_at(sentence: Sentence, at: int) -> Told | None:
    """Return the one stage that the words before a count, or else those behind it, tell of."""
    text, place = sentence.text, at - sentence.start
    before = behind_last(text, _PAUSES, place)
    if text[before - 1 : place].strip() in _COLONS:  # Signed: Ⓒ
        before = behind_last(text, _PAUSES, before - 1)
    stop = _PAUSE.search(text, place + 1)
    behind = stop.start() if stop else len(text)
    if _PLANNED.search(text[before:behind]):
        return None
    for start, end in ((before, place), (place + 1, behind)):
        told = [
            Told(
                cast("Stage", found.lastgroup),
                sentence.start + start + found.start(),
                sentence.start + start + found.end(),
            )
            for found in STAGE_WORDS.finditer(text[start:end])
        ]
        if told:
            return told[-1] if len({one.stage for one in told}) == 1 else None
    return None


_PAUSE = Pattern(f"[{re.escape(_PAUSES)}.]")


def _is_summed(groups: Sequence[Group], found: Collection[tuple[Group, Told]]) -> bool:
    """Return whether a count is what the stages come to, or a whole of the lead is as large."""
    stages = [group for group, _ in found]
    total = sum(group.n_counted for group in stages)
    for group in groups:
        is_whole = group.is_whole and group.sentence.paragraph <= _WHOLE_PARAGRAPHS
        is_larger = is_whole and group.n_counted > total
        if group not in stages and (group.n_counted == total or is_larger):
            return True
    return False


def _name(reading: Reading, group: Group, told: Told) -> None:
    group.label_at = told.start
    group.shape, group.label = (
        reading.text[told.start : told.end],
        reading.quote(told.start, told.end),
    )
    group.dimension = "stage"


def _uncounted(reading: Reading, value: Decimal, told: Told) -> Iterator[Group]:
    """Give the group of a stage whose count in the body was not read as one of projects."""
    for sentence in reading.sentences:
        words = _said(sentence, told.stage)
        if words is None:
            continue
        for at, mark in reading.marks(sentence.start, sentence.start + len(sentence.text)):
            if mark.letter in COUNT + THING and mark.figure.value == value:
                group = Group("", "", sentence.text, at, sentence, count=mark)
                _name(reading, group, words)
                yield group
                return
