"""Figures that a draft puts aside as background, though they look like a group's figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.article import Span
from extractor.checks.subject import EVENT, Entry, Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.violations import Finding

_CLAUSE_END = re.compile(r"[，；。！？\n]|[,;.!?](?=\s)")

_ELSEWHERE = re.compile(
    r"[上前往历歷][一两兩二三四五六七八九十]?[届屆次轮輪]|去年|前年|上年|今年以来|今年以來|截至|截止|累计|累計"
    r"|同比|环比|環比|增长|增長|增幅|下降|提高|提升|生产总值|生產總值|推介|发布|發布|推出|招商项目|招商項目"
    r"|开工率|履约率|完成率|落地率|资金到位|資金到位"
    r"|\b(?:last|previous|earlier|past|prior|former|since|so far|cumulative|accumulat\w+|year-on-year|up from"
    r"|compared|growth|grew|rose|increas\w+|GDP|catalog(?:ue)?|offer(?:s|ed|ing)?|seeking|calling for"
    r"|rate of|exhibitors?|visitors?)\b",
    re.IGNORECASE,
)
"""Words for other editions, times and offers; in their sentence a figure may well be background."""

_PORTION = re.compile(
    r"占|佔|比重|\b(?:account(?:s|ed|ing)? for|ma[dk](?:e|es|ing) up|represent(?:s|ed|ing)?"
    r"|compris(?:es|ed|ing)|constitut(?:es|ed|ing))\b",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"其中|当中|當中|\b(?:among (?:them|these|those|which|the)|of (?:which|these|those|them|the)|including)\b",
    re.IGNORECASE,
)
_PROJECTS = re.compile(
    r"项目|項目|签约|簽約|\b(?:projects?|deals?|contracts?|schemes?|ventures?)\b", re.IGNORECASE
)
_SUM = re.compile(
    r"投资|投資|总额|總額|金额|金額|引资|引資"
    r"|\b(?:invest\w*|worth|valued?|total(?:s|ed|ing|led|ling)?|amount(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)


def check_put_aside(subject: Subject) -> Iterator[Finding]:
    """A figure put aside does not stand among the event's own as one of a group would."""
    for figure in subject.figures:
        if figure.id in subject.resolution.background and _is_candidate(figure, subject):
            setting = _setting(figure, subject)
            if setting is not None and _is_of_a_group(figure, setting):
                yield Finding(
                    code="completeness.put_aside",
                    message=f"{show(figure)} was put aside as background, but it stands beside the "
                    "event's figures as one of a group's would.",
                    spans=(figure.span,),
                )


@dataclass(frozen=True)
class _Setting:
    """Where a figure stands: its clause up to it, the whole clause, and what is used close before."""

    before: str
    clause: str
    used: tuple[Entry, ...]
    sumless: tuple[Entry, ...]


def _is_candidate(figure: Figure, subject: Subject) -> bool:
    return (
        figure.kind in {"count", "money", "percent"}
        and figure.value is not None
        and figure.unit != "pp"
        and not figure.boundary
        and figure.id not in subject.uses
    )


def _setting(figure: Figure, subject: Subject) -> _Setting | None:
    """Return the setting of a figure in a sentence about the event's own groups, else None."""
    sentence = subject.article.sentence_at(figure.id)
    text = subject.article.text
    entries = [
        entry
        for other in subject.figures_between(Span(sentence.start, figure.start))
        for entry in subject.uses.get(other.id, ())
        if entry.field == "count" and (entry.owner == EVENT or entry.owner in subject.shares)
    ]
    if not entries or _ELSEWHERE.search(text, sentence.start, sentence.end):
        return None
    ends = [found.end() for found in _CLAUSE_END.finditer(text, sentence.start, figure.start)]
    start = ends[-1] if ends else sentence.start
    previous = ends[-2] if len(ends) > 1 else sentence.start
    after = _CLAUSE_END.search(text, figure.end, sentence.end)
    close = [entry for entry in entries if entry.figure and entry.figure.id >= previous]
    return _Setting(
        before=text[start : figure.start],
        clause=text[start : after.start() if after else sentence.end],
        used=tuple(entries),
        sumless=tuple(entry for entry in close[-1:] if not any(subject.money(entry.owner))),
    )


def _is_of_a_group(figure: Figure, setting: _Setting) -> bool:
    if figure.kind == "percent":
        return _PORTION.search(setting.before) is not None
    if figure.kind == "money":
        return bool(setting.sumless) and _SUM.search(setting.before) is not None
    return (
        _AMONG.search(setting.before) is not None
        and _PROJECTS.search(setting.clause) is not None
        and any(
            figure.value is not None and figure.value < entry.part.value for entry in setting.used
        )
    )
