"""Editions of an event before the article's own: what they signed is no part of it."""

from collections.abc import Iterator, Mapping

from extractor.figures import Figure
from extractor.models.rules.news.past_years import Stretch
from extractor.models.rules.reading.reading import COUNT, MONEY, ORDINAL, Reading, Sentence
from extractor.patterns import Pattern

_NOUN_EN = Pattern(
    r" (?:(?:[A-Z][\w’'-]+|annual|previous|such) ){0,3}?(?P<noun>session|edition|round|conference|forum|fair|expo|summit|meeting|convention)s?\b"
)
_NOUN_ZH = Pattern(
    r"[^，。；ⒸⓂ]{0,14}?(?P<noun>活动|签约|开工|投产|仪式|[大年峰]会|论坛|[洽博展谈接介]会)"
)
_EDITION_ZH = "届"
_NUMBERED_ZH = frozenset("次期")
_LEAD_PARAGRAPHS = 2
_LATE = 3  # numbers below are as often those of one event's sessions
_CLAUSE = Pattern("[,，;；:：]")

_FIRST_ZH = Pattern(
    r"首[届批次期][^，。；ⒸⓂ]{0,16}?(?:签约|签下|引来|引进|开工|达成|共|有)[^，。；ⒸⓂ]{0,6}(?=Ⓒ)"
)
_FIRST = Pattern("首[届批次期]|第一[届批次期]")
_ALL_PARTS = Pattern("第二|次批|其[余后]|[本此这]次|本届|现场|当[天日]|今[天日]|Ⓞ")

Editions = Mapping[str, int]
"""The number of the article's own edition, by the noun that is numbered."""


def own_editions(reading: Reading) -> Editions:
    """Return the editions that the headline and the lead number, the latest of each noun."""
    found: dict[str, int] = {}
    headline = [reading.headline] if reading.headline else []
    for sentence in (*headline, *reading.sentences):
        if sentence.paragraph > _LEAD_PARAGRAPHS:
            break
        for _, noun, number in _numbered(reading, sentence):
            found[noun] = max(number, found.get(noun, 0))
    return {noun: number for noun, number in found.items() if number >= _LATE}


def past_editions(reading: Reading, sentence: Sentence, own: Editions) -> Iterator[Stretch]:
    """Give what editions before the article's own rule in a sentence that counts projects or money.

    One behind the figures of its clause rules those, one before them what follows, up to the
    article's own edition.
    """
    text = sentence.text
    if ORDINAL not in text or (COUNT not in text and MONEY not in text):
        return
    told = list(_numbered(reading, sentence))
    for at, noun, number in told:
        if number >= own.get(noun, 0):
            continue
        back = [
            other for other, same, value in told if other > at and value >= own.get(same, value + 1)
        ]
        place = at - sentence.start
        clause = max((cut.end() for cut in _CLAUSE.finditer(text, 0, place)), default=0)
        if COUNT in text[clause:place] or MONEY in text[clause:place]:
            yield Stretch(sentence.start + clause, at)
        else:
            yield Stretch(at, min([sentence.start + len(text), *back]))


def first_editions(reading: Reading) -> Iterator[Stretch]:
    """Give what Chinese sentences tell of a first edition or batch, where the lead tells of none.

    One that is told of beside others of its kind is part of the event.
    """
    if reading.article.language != "zh" or not _FIRST_ZH.search(reading.text):
        return
    lead = [one for one in reading.sentences if one.paragraph <= _LEAD_PARAGRAPHS]
    headline = reading.headline.text if reading.headline else ""
    if _FIRST.search(headline) or any(_FIRST.search(one.text) for one in lead):
        return
    for sentence in reading.sentences[len(lead) :]:
        found = _FIRST_ZH.search(sentence.text)
        if found and not _ALL_PARTS.search(sentence.text):
            yield Stretch(sentence.start + found.start(), sentence.start + len(sentence.text))


def _numbered(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, str, int]]:
    """Give where a sentence numbers an edition, the noun that is numbered, and the number."""
    text = sentence.text
    if ORDINAL not in text:
        return
    is_chinese = reading.article.language == "zh"
    for at, mark in reading.marks(sentence.start, sentence.start + len(text)):
        if mark.letter != ORDINAL or mark.figure.kind != "ordinal" or mark.figure.value is None:
            continue
        behind = at + 1 - sentence.start
        noun = _noun_zh(mark.figure, text, behind) if is_chinese else _noun_en(text, behind)
        if noun:
            yield at, noun, int(mark.figure.value)


def _noun_en(text: str, behind: int) -> str | None:
    found = _NOUN_EN.match(text, behind)
    return found["noun"] if found else None


def _noun_zh(figure: Figure, text: str, behind: int) -> str | None:
    unit = figure.unit or ""
    if unit == _EDITION_ZH:
        return unit
    return unit if unit in _NUMBERED_ZH and _NOUN_ZH.match(text, behind) else None
