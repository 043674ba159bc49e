"""Figures that a draft puts aside as background, though they look like a group's figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.article import Span
from extractor.checks.completeness import is_accounted_for
from extractor.checks.subject import EVENT, Entry, Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.violations import Finding

_NEAR_SENTENCES = 2

_CLAUSE_END = re.compile(r"[，；。！？\n]|[,;.!?](?=\s)")

_ELSEWHERE = re.compile(
    r"[上前往历歷首][一两兩二三四五六七八九十]?[届屆次轮輪]|去年|前年|上年|近年|今年以来|今年以來|截至|截止|累计|累計"
    r"|同比|环比|環比|增长|增長|增幅|下降|生产总值|生產總值|推介(?![会會活])|发布(?![会會])|發布(?![会會])|推出"
    r"|招商项目|招商項目|储备|儲備|开工率|开竣工|履约率|履約率|完成率|落地率|到位率|竣工|投产率"
    r"|\b(?:last|previous|earlier|past|prior|former) (?:\S+ ){0,2}?(?:years?|quarters?|months?|editions?"
    r"|sessions?|conferences?|meetings?|meets?|fairs?|expos?|festivals?|summits?|forums?|events?)\b"
    r"|\b(?:since|so far|cumulative|accumulat\w+|year-on-year|up from|compared|growth|grew|rose|GDP"
    r"|catalog(?:ue)?|offer(?:s|ed|ing)?|seeking|calling for|in (?:19|20)\d\d|turned down|rejected|shelved"
    r"|rate of|(?:annual|yearly) (?:plan|task|target))\b",
    re.IGNORECASE,
)
"""Words for other editions, times, places and offers; in their sentence a figure may be background."""

_PORTION = re.compile(
    r"占|佔|比重|\b(?:account(?:s|ed|ing)? for|ma[dk](?:e|es|ing) up|represent(?:s|ed|ing)?"
    r"|compris(?:es|ed|ing)|constitut(?:es|ed|ing))\b",
    re.IGNORECASE,
)
_PORTION_OF = re.compile(
    r"\s*of (?:all |the |its |their )?(?:total|combined|overall|projects?|deals?|invest\w+|money|number|value)\b",
    re.IGNORECASE,
)
_PROJECTS_AFTER = re.compile(
    r"[^，；。、\n\d]{0,10}?(?:项目|項目)|(?=[，；。、：,;.)）\n])|\s*[为為是]"
    r"|(?:\s+[^\s\d,.;]+){0,5}?\s+(?:projects?|deals?|contracts?|MoUs?|proposals?|ventures?|schemes?)\b"
    r"|\s+(?:of (?:the|them|these|those|which)|in all|each)\b",
    re.IGNORECASE,
)
_PROJECT_UNITS = re.compile(
    r"[个個项項](?:项目|項目)?|项目|項目"
    r"|(?:\w+ )*(?:projects?|deals?|contracts?|MoUs?|proposals?|ventures?|schemes?)",
    re.IGNORECASE,
)
_NEXT_TO = 40  # code points within which a figure goes with the one before it
_SUM = re.compile(
    r"投资|投資|总额|總額|金额|金額|引资|引資"
    r"|\b(?:invest\w*|worth|valued?|total(?:s|ed|ing|led|ling)?|amount(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NO_INVESTMENT = re.compile(
    r"到位|税|稅|产值|產值|收入|贷款|貸款|授信|捐"
    r"|\b(?:in place|paid|tax(?:es)?|output|sales|revenue|income|loans?|credit|donat\w+)\b",
    re.IGNORECASE,
)


def check_put_aside(subject: Subject) -> Iterator[Finding]:
    """A figure put aside does not stand among the event's own as one of a group would."""
    if subject.record.event is None:
        return
    ceilings = _ceilings(subject)
    for figure in subject.figures:
        if (
            figure.id in subject.resolution.background
            and _could_be_a_part(figure, ceilings)
            and not is_accounted_for(figure, subject)
            and _stands_as_a_part(figure, subject)
            and _is_about_the_event(figure, subject)
        ):
            yield Finding(
                code="completeness.put_aside",
                message=f"{show(figure)} was put aside as background, but it stands beside the "
                "event's figures as one of a group's would.",
                spans=(figure.span,),
            )


def _ceilings(subject: Subject) -> dict[str | None, Decimal]:
    """Return what no part is above: the total's count (None) and amounts by currency.

    Where the text gives no total, the largest share stands in for it.
    """
    ceilings: dict[str | None, Decimal] = {}
    totals = [*_sizes(EVENT, subject)]
    known = {entry.currency for entry in totals}
    for owner in subject.shares:
        totals += [entry for entry in _sizes(owner, subject) if entry.currency not in known]
    for entry in totals:
        value = Decimal(entry.part.value)
        ceilings[entry.currency] = max(value, ceilings.get(entry.currency, value))
    return ceilings


def _sizes(owner: str, subject: Subject) -> Iterator[Entry]:
    for entry in subject.entries_by_owner.get(owner, ()):
        if entry.field != "percents":
            yield entry


def _could_be_a_part(figure: Figure, ceilings: dict[str | None, Decimal]) -> bool:
    if figure.value is None or figure.boundary:
        return False
    if figure.kind == "percent":
        return figure.unit != "pp" and figure.value <= 100
    if figure.kind == "count" and (figure.value == 1 or figure.value % 1):
        return False
    if figure.kind not in {"count", "money"}:
        return False
    ceiling = ceilings.get(figure.unit if figure.kind == "money" else None)
    return ceiling is not None and figure.value < ceiling


def _stands_as_a_part(figure: Figure, subject: Subject) -> bool:
    text = subject.article.text
    if figure.kind == "count":
        return _counts_projects(figure) and (
            figure.unit is None or _PROJECTS_AFTER.match(text, figure.end) is not None
        )
    sentence = subject.article.sentence_at(figure.id)
    start = sentence.start
    for found in _CLAUSE_END.finditer(text, sentence.start, figure.start):
        start = found.end()
    before = text[start : figure.start]
    beside = _goes_with_a_group(figure, sentence, subject)
    if figure.kind == "money":
        return bool(beside or _SUM.search(before)) and not _NO_INVESTMENT.search(before)
    return bool(beside or _PORTION.search(before) or _PORTION_OF.match(text, figure.end))


def _counts_projects(figure: Figure) -> bool:
    return figure.kind == "count" and (
        figure.unit is None or _PROJECT_UNITS.fullmatch(figure.unit) is not None
    )


def _goes_with_a_group(figure: Figure, sentence: Span, subject: Subject) -> bool:
    """Return whether the figure just before counts projects, or is a share's."""
    start = max(sentence.start, figure.start - _NEXT_TO)
    *_, before = (None, *subject.figures_between(Span(start, figure.start)))
    return before is not None and (
        _counts_projects(before)
        or any(entry.owner in subject.shares for entry in subject.uses.get(before.id, ()))
    )


def _is_about_the_event(figure: Figure, subject: Subject) -> bool:
    """Return whether the event's figures stand close by, and no word leads elsewhere."""
    sentence = subject.article.sentence_at(figure.id)
    if _ELSEWHERE.search(subject.article.text, sentence.start, sentence.end):
        return False
    around = subject.around(figure.id, sentences=_NEAR_SENTENCES)
    return any(
        entry.owner == EVENT or entry.owner in subject.shares
        for other in subject.figures_between(around)
        for entry in subject.uses.get(other.id, ())
    )
