"""The event: its names, dates, place, host, stage and industries."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.models.rules.event.aliases import event_aliases
from extractor.models.rules.event.dates import event_days
from extractor.models.rules.event.hosts import find_host
from extractor.models.rules.event.places import event_place
from extractor.models.rules.groups.stages import stages_among
from extractor.models.rules.groups.totals import (
    OPERATING,
    PLANNED,
    SIGNED,
    STARTED,
    Outcome,
    stage_of_label,
)
from extractor.models.rules.news.background import Background
from extractor.models.rules.news.names import (
    GatheringName,
    described_names,
    gathering_names,
)
from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.bilingual import Bilingual
from extractor.models.rules.words.words import STARTED_EN, STARTED_ZH
from extractor.patterns import Pattern
from extractor.record import Stage

_INDUSTRIES_ZH = Pattern(
    r"(?:(?:涉及|涵盖|覆盖)(?:的)?(?:范围|范畴|领域|行业|产业)(?:包括|涵盖|有|为)?|(?:范围|范畴|领域|行业|产业)(?:主要)?(?:包括|涵盖|涉及))(?P<closed>[^，。；ⒸⓂ、]{2,12}(?:、[^，。；、ⒸⓂ]{2,12}){1,8})(?=。|；|，)(?<!等)|(?:涉及|涵盖|覆盖|主要集中在|包括|涉)(?P<list>[^，。；ⒸⓂ]{2,40}?(?:、[^，。；、ⒸⓂ]{2,12}){1,8}?)等(?:[^，。；]{0,8})?(?:领域|行业|产业|方面)"
    r"|(?:签约|开工|投产|批|些|次|部)的?项目(?:主要|均|多|大多)?以(?P<mainly>[^，。；ⒸⓂ、]{2,12}(?:、[^，。；ⒸⓂ、]{2,12}){1,6})(?<!等)等?(?:领域|产业|行业|项目|方面)*为主"
)
_RANGED = r"[a-z](?:(?! and )[\w’' -])*?"
"""One field of a range; an "and" parts it from the next, so that a list is divided in one way only."""
_INDUSTRIES_EN = Pattern(
    r"(?:involving|covering|cover|spanning|span|across|in fields such as|in sectors such as|in areas such as|(?<!activities )(?<!events )such as)\b (?P<list>(?:[a-z][\w’' -]*?, )+(?:and )?[a-z][\w’' -]*?)(?= and (?:other (?:fields|sectors|industries|areas)|so on|the like|more\b|others\b)|,? etc|\.|;| sectors\b| industries\b)"
    rf"|\branging from (?P<range>(?:{_RANGED}(?:, | and ))*{_RANGED} to [a-z][\w’' -]*?)(?=[,.;]| (?:were|was|are|will|have|had|in)\b)"
)
_INDUSTRIES_LEAD = Bilingual(
    Pattern(
        "涉|涵盖|覆盖|主要集中在|包括|(?:签约|开工|投产|批|些|次|部)的?项目(?:主要|均|多|大多)?以"
    ),
    Pattern(
        r"\b(?:involving|covering|cover|spanning|span|across|in fields such as|in sectors such as|in areas such as|such as|ranging from)\b"
    ),
)
_BETWEEN = Pattern(
    r" to (?=[\w’' -]+$)|、|, and |, |(?<=[a-z]) and (?=[\w’' -]+$)|[和及](?=[^、]+$)"
)
_ADVANCED = Pattern(r"^.*\b(?:such as|including)\b ")
_NEAR = 240


@dataclass(frozen=True)
class EventFacts:
    """What the article says of the event, all quoted from it."""

    name: str | None
    aliases: tuple[str, ...]
    activity: str | None
    start_date: str | None
    end_date: str | None
    place: str | None
    host: str | None
    stage: Stage
    industries: tuple[str, ...]


def event_facts(reading: Reading, background: Background, outcome: Outcome) -> EventFacts:
    """Read what the article says of its event."""
    names = _names(reading, background)
    name = _best(names, len(reading.text))
    stage = _first_stage(outcome) or _stage(outcome, name)
    start, end = event_days(reading, background, name, is_planned=stage == "planned")
    full = reading.quote(name.start, name.end) if name else None
    place = event_place(reading)
    host = find_host(reading, place, name)
    return EventFacts(
        name=full,
        aliases=event_aliases(reading, names, name, place),
        activity=_activity(reading, name),
        start_date=start,
        end_date=end,
        place=place,
        host=reading.quote(*host) if host else None,
        stage=stage,
        industries=_industries(reading, outcome),
    )


def _names(reading: Reading, background: Background) -> list[GatheringName]:
    parts = [*([reading.headline] if reading.headline else []), *reading.sentences]
    names = [
        name
        for part in parts
        for name in gathering_names(reading, part.start, part.start + len(part.text))
        if background.reason(name.start) in {None, "wider"}
        and not _PAST.match(reading.text, name.end)
    ]
    if not names:
        names = [
            name
            for part in reading.sentences
            for name in described_names(reading, part.start, part.start + len(part.text))
        ]
    return names


def _best(names: Sequence[GatheringName], length: int) -> GatheringName | None:
    """Return the fullest name: numbered, long, early in an article of so many letters."""
    if not names:
        return None
    return max(
        enumerate(names),
        key=lambda item: (
            3.0 * item[1].is_numbered
            + min(len(item[1].shape), 40) / 20
            - 0.05 * item[0]
            - 1.5 * (item[1].start > length / 2)
        ),
    )[1]


_PAST = Pattern(
    r",? (?:last|the previous|the) (?:year|time|month|spring|autumn|summer|winter)\b(?! before)"
)
"""What stands behind the name of an earlier gathering."""
_ACTIVITY_EN = Pattern(
    r"(?:As|as) (?:one|a part|part) of [^.]*?, (?P<activity>[A-Z][^,.;]*?) (?:was|is) (?:held|opened|staged)"
)
_CLOSING_ZH = Pattern(r"[”」》]?(?:（[^）]*）)?")
_ACTIVITY_ZH = Pattern(
    r"(?P<activity>(?:开幕式|启动仪式|闭幕式)(?:暨[\u3400-\u9fff]{2,16}(?:仪式|大会|活动))?|[\u3400-\u9fff]{2,6}(?:区|县|市)分会场)"
)


def _activity(reading: Reading, name: GatheringName | None) -> str | None:
    """Return the particular gathering reported, where it is one part of the named event."""
    if name is None:
        return None
    if reading.article.language == "zh":
        found = _CLOSING_ZH.match(reading.text, name.end)
        start = found.end() if found else name.end
        part = _ACTIVITY_ZH.match(reading.text, start)
        return reading.quote(*part.span("activity")) if part else None
    for sentence in reading.sentences[:3]:
        if part := _ACTIVITY_EN.search(sentence.text):
            start, end = part.span("activity")
            return reading.quote(sentence.start + start, sentence.start + end)
    return None


# Stage, industries


_STARTED_BY_NAME = Pattern(f"{STARTED_ZH}|{STARTED_EN}", re.IGNORECASE)


def _first_stage(outcome: Outcome) -> Stage | None:
    """Return the stage reported first, where there are several and no whole."""
    stages = [] if outcome.total else list(stages_among(outcome.groups).values())
    return stage_of_label(stages[0].shape) if len(stages) > 1 else None


def _stage(outcome: Outcome, name: GatheringName | None) -> Stage:
    first = outcome.total or (outcome.groups[0] if outcome.groups else None)
    if first is None:
        return "signed"
    text = first.sentence.text
    if PLANNED.search(text):
        return "planned"
    is_signed = bool(SIGNED.search(text))
    if name and (named := _stage_of_name(name)):
        return named
    if STARTED.search(first.clause) and not SIGNED.search(first.clause):
        return "started"
    if not is_signed and OPERATING.search(text) and not STARTED.search(text):
        return "operating"
    is_named_start = bool(name and _STARTED_BY_NAME.search(name.shape))
    return "started" if not is_signed and (STARTED.search(text) or is_named_start) else "signed"


def _stage_of_name(name: GatheringName) -> Stage | None:
    """Return the one stage that a gathering's name tells, if not that of signing."""
    if SIGNED.search(name.shape):
        return None
    if _STARTED_BY_NAME.search(name.shape):
        return "started"
    return "operating" if OPERATING.search(name.shape) else None


def _industries(reading: Reading, outcome: Outcome) -> tuple[str, ...]:
    """Return the fields listed for all projects, or else for the largest group."""
    ranked = sorted(
        [group for group in (outcome.total, *outcome.groups) if group],
        key=lambda group: -float(group.count.figure.value or 0) if group.count else 0.0,
    )
    pattern = _INDUSTRIES_ZH if reading.article.language == "zh" else _INDUSTRIES_EN
    leads = [found.start() for found in _INDUSTRIES_LEAD.finditer(reading.text)]
    for group in ranked:
        lead = bisect_left(leads, group.at)
        if lead == len(leads) or leads[lead] >= group.at + _NEAR:
            continue
        if found := pattern.search(reading.text, leads[lead], group.at + _NEAR):
            start, end = found.span(found.lastgroup or "list")
            if advanced := _ADVANCED.match(reading.text[start:end]):
                start += advanced.end()
            return tuple(_listed(reading, start, end))
    return ()


def _listed(reading: Reading, start: int, end: int) -> Iterator[str]:
    at = start
    for found in [*_BETWEEN.finditer(reading.text, start, end), None]:
        stop = found.start() if found else end
        if words := reading.quote(at, stop).strip():
            yield words
        at = found.end() if found else end
