"""Figures that a draft puts aside as background, though they look like a group's figures."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from extractor.article import Span
from extractor.checks.completeness import is_accounted_for
from extractor.checks.entries import EVENT, Entry
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.patterns import Pattern
from extractor.violations import Finding

_NEAR_SENTENCES = 2
_IN_REACH = 1_000  # code points; in a sentence that never ends, words further off say nothing

_LAST_CLAUSE_END = Pattern(r"(?s:.*)(?:[，；。！？\n]|[,;.!?](?=\s))")

ELSEWHERE = Pattern(
    r"(?=[^\x00-\x7f]|\b[a-z])(?:"  # where a word begins; nothing else is tried
    r"[上前往历歷首][一两兩二三四五六七八九十]?[届屆次轮輪]|去年|前年|上年|近年|今年以来|今年以來|截至|截止|累计|累計"
    r"|同比|环比|環比|增长|增長|增幅|下降|生产总值|生產總值|推介(?![会會活])|发布(?![会會])|發布(?![会會])|推出"
    r"|招商项目|招商項目|储备|儲備|开工率|开竣工|履约率|履約率|完成率|落地率|到位率|竣工|投产率"
    r"|\b(?:last|previous|earlier|past|prior|former) (?:\S+ ){0,2}?(?:years?|quarters?|months?|editions?"
    r"|sessions?|conferences?|meetings?|meets?|fairs?|expos?|festivals?|summits?|forums?|events?)\b"
    r"|\b(?:since|so far|cumulative|accumulat\w+|year-on-year|up from|compared|growth|grew|rose|GDP"
    r"|catalog(?:ue)?|offer(?:s|ed|ing)?|seeking|calling for|in (?:19|20)\d\d|turned (?:down|away)|rejected|shelved"
    r"|rate of|(?:annual|yearly) (?:plan|task|target))\b)",
    re.IGNORECASE,
)
"""Words for other editions, times, places and offers; in their sentence a figure may be background."""

_PORTION = Pattern(
    r"占|佔|比重|\b(?:account(?:s|ed|ing)? for|ma[dk](?:e|es|ing) up|represent(?:s|ed|ing)?"
    r"|compris(?:es|ed|ing)|constitut(?:es|ed|ing))\b",
    re.IGNORECASE,
)
_PORTION_OF = Pattern(
    r"\s*of (?:(?:all |the |its |their )?(?:total|combined|overall|whole|projects?|deals?|invest\w+|money|number"
    r"|value|amount|commitments?|pledges)|them|these|those|it)\b|[为為是来來][^，；。、\n\d]{0,15}(?:项目|項目)|[的]?(?:项目|項目)",
    re.IGNORECASE,
)
_PROJECTS_AFTER = Pattern(
    r"[^，；。、\n\d]{0,10}?(?:项目|項目)|(?=[，；。、：,;.)）\n])|\s*[为為是]"
    r"|(?:\s+[^\s\d,.;]+){0,5}?\s+(?:projects?|deals?|contracts?|MoUs?|proposals?|ventures?|schemes?)\b"
    r"|\s+(?:of (?:the|them|these|those|which)|in all|each)\b",
    re.IGNORECASE,
)
PROJECT_UNITS = Pattern(
    r"[个個项項](?:项目|項目)?|项目|項目"
    r"|(?:\w+ )*(?:projects?|deals?|contracts?|MoUs?|proposals?|ventures?|schemes?)",
    re.IGNORECASE,
)
_REST = Pattern(r"(?:其余|其餘|余下|餘下|剩余|剩餘|另有?|[中里裡]，?[已便就还還]?有)\s*$")
"""Words before the count of the rest of the projects, or of some of those just counted."""

_THE = Pattern(
    r"\b(?:the|these|those|all|both|its|their|our|such)\s+$|(?:这|這|那|该|該|上述|全部|所有|[个個]|以上)$",
    re.IGNORECASE,
)
"""Words that make the count behind them a repeat."""

_NO_GROUP_BEFORE = Pattern(
    r"\b(?:top|page|part|chapter|before|after|until|past)\s+$|[都均](?:在|[为為])?$", re.IGNORECASE
)
_NO_GROUP_AFTER = Pattern(
    r"\s+[a-z]+-[a-z]+s\b|(?: and [\d.]+(?:%| percent| per cent))? of the (?:province|state|country|nation)\b"
)
"""Words around ranks, pages, hours, limits for all, things by name, and parts of a wider area's figures."""

_IN_ALL = Pattern(
    r"\s*(?:in all|altogether|in total|between them|apiece|for (?:the|all) (?:two|three|four|five|lot|pair|whole))\b",
    re.IGNORECASE,
)
_NEXT_TO = 40  # code points within which a figure goes with the one before it
_SUM = Pattern(
    r"投资|投資|总额|總額|金额|金額|引资|引資"
    r"|\b(?:invest\w*|worth|valued?|total(?:s|ed|ing|led|ling)?|amount(?:s|ed|ing)?"
    r"|together|combined)\b",
    re.IGNORECASE,
)
_NO_INVESTMENT = Pattern(
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
            and not _is_accounted_for(figure, subject)
            and _stands_as_a_part(figure, subject, ceilings)
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


def _is_accounted_for(figure: Figure, subject: Subject) -> bool:
    """Return whether a figure says again what the record says; of counts, many are equal by chance.

    A count is a repeat where it is the total's, or where the name of the item it is entered for
    stands in its sentence and that item's own figure stands elsewhere.
    """
    if not is_accounted_for(figure, subject):
        return False
    said = subject.saying(figure)
    if figure.kind != "count" or not said or figure.id in subject.figures_in_names:
        return True
    sentence = subject.article.sentence_at(figure.id)
    if _THE.search(subject.article.text, _beside(figure, sentence), figure.start):
        return True
    return any(
        entry.owner == EVENT
        or (
            entry.figure is not None
            and not sentence.start <= entry.figure.id < sentence.end
            and subject.name(entry.owner) in subject.article.text[slice(*sentence)]
        )
        for entry in said
    )


def _beside(figure: Figure, sentence: Span) -> int:
    """Return where the words begin that stand just before a figure in its sentence."""
    return max(sentence.start, figure.start - _NEXT_TO)


def _stands_as_a_part(
    figure: Figure, subject: Subject, ceilings: dict[str | None, Decimal]
) -> bool:
    text = subject.article.text
    sentence = subject.article.sentence_at(figure.id)
    if _NO_GROUP_BEFORE.search(
        text, _beside(figure, sentence), figure.start
    ) or _NO_GROUP_AFTER.match(text, figure.end):
        return False
    if figure.kind == "count":
        return _counts_projects(figure, subject) and _is_told_as_a_count(figure, sentence, text)
    start = max(sentence.start, figure.start - _IN_REACH)
    clause = _LAST_CLAUSE_END.match(text, start, figure.start)
    before = text[clause.end() if clause else start : figure.start]
    beside = _goes_with_a_group(figure, subject, ceilings) or _is_listed(figure, sentence, subject)
    if figure.kind == "money":
        is_sum = beside or _SUM.search(before) or _IN_ALL.match(text, figure.end)
        return bool(is_sum) and not _NO_INVESTMENT.search(before)
    return bool(beside or _PORTION.search(before) or _PORTION_OF.match(text, figure.end))


def _is_told_as_a_count(figure: Figure, sentence: Span, text: str) -> bool:
    """Return whether the words around a count leave it one of projects; an English noun says so."""
    return (
        figure.unit is None
        or figure.unit.isascii()
        or _PROJECTS_AFTER.match(text, figure.end) is not None
        or _REST.search(text, _beside(figure, sentence), figure.start) is not None
    )


def _counts_projects(figure: Figure, subject: Subject) -> bool:
    """Return whether a count is of projects, or of what the total counts (firms, contracts)."""
    if figure.kind != "count":
        return False
    total = subject.count(EVENT)
    return (
        figure.unit is None
        or PROJECT_UNITS.fullmatch(figure.unit) is not None
        or (total is not None and total.figure is not None and total.figure.unit == figure.unit)
    )


def _goes_with_a_group(
    figure: Figure, subject: Subject, ceilings: dict[str | None, Decimal]
) -> bool:
    """Return whether the figure just before counts projects of the event, or is a share's."""
    sentence = subject.article.sentence_at(figure.id)
    before = subject.figure_before(figure, _beside(figure, sentence))
    if before is None:
        return False
    if _counts_projects(before, subject):
        # More than the whole are other projects, and a percentage behind them is one of those.
        return before.value is None or before.value <= ceilings.get(None, before.value)
    return any(entry.owner in subject.shares for entry in subject.uses.get(before.id, ()))


def _is_listed(figure: Figure, sentence: Span, subject: Subject) -> bool:
    """Return whether a share has a figure of the same kind and unit in the sentence."""
    places = subject.shared_figures.get((figure.kind, figure.unit), ())
    at = bisect_left(places, sentence.start)
    return at < len(places) and places[at] < sentence.end


def _is_about_the_event(figure: Figure, subject: Subject) -> bool:
    """Return whether the event's figures stand close by, and no word leads elsewhere."""
    sentence = subject.article.sentence_at(figure.id)
    start = max(sentence.start, figure.start - _IN_REACH)
    if ELSEWHERE.search(subject.article.text, start, min(sentence.end, figure.end + _IN_REACH)):
        return False
    own = subject.article.sentence_before(figure.id)
    near = subject.article.sentences[max(own - _NEAR_SENTENCES, 0) : own + _NEAR_SENTENCES + 1]
    return any(
        entry.owner == EVENT or entry.owner in subject.shares
        for other in subject.figures_between(Span(near[0].start, near[-1].end))
        for entry in subject.uses.get(other.id, ())
    )
