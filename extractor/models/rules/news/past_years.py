"""Years before the article's own: what was signed in them is no part of its event."""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.figures import Figure
from extractor.models.rules.reading.reading import COUNT, MONEY, ORDINAL, Reading, Sentence
from extractor.patterns import Pattern

_DAY = Pattern(r"(\d{4})-\d\d-\d\d")
_SAID_EN = Pattern(rf"\b(?i:in|during|throughout|for|by the end of) {ORDINAL}|^\W*{ORDINAL},")
_SAID_ZH = Pattern(
    rf"(?:^|[，。；：“在于从]){ORDINAL}(?:年)?(?=，|全|[我该]|共|累计|新|签|引|实现|底)"
)
_OF_A_FIRM = Pattern(r"\b(?:founded|established|set up|listed|built|born|opened) $")
_CLAUSE = Pattern("[,，;；:：]")


class Stretch(NamedTuple):
    """A stretch of the reading whose figures are of another year or edition: its start and end."""

    start: int
    end: int


def own_year(reading: Reading) -> int | None:
    """Return the year that an article is of: when it was published, else the last day it names."""
    if reading.article.published is not None:
        return reading.article.published.year
    days = [
        int(found[1])
        for _, mark in reading.marks(0, len(reading.text))
        if mark.figure.date and (found := _DAY.match(mark.figure.date))
    ]
    return max(days, default=None)


def past_years(reading: Reading, sentence: Sentence, own: int) -> Iterator[Stretch]:
    """Give what the years before `own` rule in a sentence that counts projects or money.

    A year at the head of its clause rules what follows where projects are counted there, one behind
    its figures those.
    """
    text = sentence.text
    if ORDINAL not in text or (COUNT not in text and MONEY not in text):
        return
    said = _SAID_ZH if reading.article.language == "zh" else _SAID_EN
    for found in said.finditer(text):
        at = text.index(ORDINAL, found.start())
        figure = reading.mark(sentence.start + at).figure
        if not _is_before(figure, own) or _OF_A_FIRM.search(text, 0, found.start()):
            continue
        clause = max((cut.end() for cut in _CLAUSE.finditer(text, 0, at)), default=0)
        if COUNT in text[clause:at] or MONEY in text[clause:at]:
            yield Stretch(sentence.start + clause, sentence.start + at)
        elif COUNT in text[at:]:  # money alone is as often what a firm with a history will spend
            yield Stretch(sentence.start + at, sentence.start + len(text))


def _is_before(figure: Figure, own: int) -> bool:
    """Return whether a year, or the last one of some (a plan for 2021-2030), is before another."""
    if figure.kind != "year" or figure.date is None:
        return False
    return figure.date.rpartition("/")[2] < str(own)
