"""An event that an answer denies, though the article counts signed or begun projects and their sum."""

import re
from collections.abc import Iterator

from extractor.article import Span
from extractor.checks.put_aside import ELSEWHERE, PROJECT_UNITS
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.patterns import Pattern
from extractor.violations import Finding

_CODE = "completeness.event_denied"

_WITHOUT_DEALS = frozenset({"catalogue", "other_news"})
"""Kinds of news in which nothing is signed or begun; stock-taking and speeches tell of what was."""

_DONE = Pattern(
    r"签约|簽約|签订|簽訂|签署|簽署|签下|簽下|集中开工|集中開工|动工|動工|投产|投產"
    r"|\b(?:signed|inked|sealed|concluded|clinched|broke ground|commenced|pledged|committed)\b",
    re.IGNORECASE,
)


def check_event_is_not_denied(subject: Subject) -> Iterator[Finding]:
    """Where an answer finds a catalogue or other news, no sentence counts what was signed or begun."""
    if subject.resolution.no_event not in _WITHOUT_DEALS:
        return
    for sentence in subject.article.sentences:
        told = _deals(subject, sentence)
        if told:
            yield Finding(
                code=_CODE,
                message=f"{', '.join(map(show, told))}: the answer says that there is no event "
                f"({subject.resolution.no_event}), but here projects are signed or begun.",
                spans=tuple(figure.span for figure in told),
            )


def _deals(subject: Subject, sentence: Span) -> tuple[Figure, ...]:
    """Return the counts of projects and the amounts of a sentence in which something is done."""
    figures = subject.figures_between(sentence)
    counts = [figure for figure in figures if _counts_projects(figure)]
    amounts = [figure for figure in figures if figure.kind == "money"]
    text = subject.article.text
    is_done = counts and amounts and _DONE.search(text, *sentence)
    if not is_done or ELSEWHERE.search(text, *sentence):
        return ()
    return (counts[0], amounts[0])


def _counts_projects(figure: Figure) -> bool:
    return (
        figure.kind == "count"
        and figure.unit is not None
        and PROJECT_UNITS.fullmatch(figure.unit) is not None
    )
