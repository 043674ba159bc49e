"""Figures of one kind in a row, as lists of values are written: "Ⓜ, Ⓜ and Ⓜ respectively"."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Reading, Sentence
from extractor.patterns import Pattern

_GAP = Pattern(r"\s*(?:[、，,/]|和|及|与|以及|and|,\s*and|&)\s*(?:约|近|about|around)?\s*")
_SAID_OF = Pattern(r"(?:项目|企业)?(?:则|均|都)?(?:[为是属]|来自|投向|落[户在])")
"""Behind a count that something is said of: 剩下的Ⓒ，Ⓒ是食品加工."""
_DEALT = Pattern("分别|依次|各[有为]|[:：]$")
_REACH = 24
_KINDS = COUNT + MONEY + PERCENT


class Run(NamedTuple):
    """Figures in a row; mostly one.

    Attributes:
        letter: their mark.
        places: where they stand in the sentence.
        lead: the words between the figure before them and the first of them.
    """

    letter: str
    places: tuple[int, ...]
    lead: str


def _is_dealt(text: str, first: int, place: int) -> bool:
    """Return whether Chinese figures with a comma between them are a list, and no two statements."""
    is_list = text[place] != COUNT or bool(_DEALT.search(text, max(first - _REACH, 0), first))
    return is_list and not _SAID_OF.match(text, place + 1)


def find_runs(
    reading: Reading,
    sentence: Sentence,
    *,
    is_free: Callable[[int], bool],
    is_reference: Callable[[int], bool],
) -> Iterator[Run]:
    """Give the runs of a sentence's counts, amounts and percentages.

    Args:
        reading: the article.
        sentence: one of its sentences.
        is_free: whether the figure at an offset of the reading may belong to a group.
        is_reference: whether the count at a place only takes up others; it begins no list.
    """
    text = sentence.text
    places: list[int] = []
    end = lead_start = 0
    for at, _ in reading.marks(sentence.start, sentence.start + len(text)):
        place = at - sentence.start
        if text[place] not in _KINDS or not is_free(at):
            continue
        if (
            places
            and text[place] == text[places[-1]]
            and _GAP.fullmatch(text, end, place)
            and not (text[place] == COUNT and is_reference(places[-1]))
            and (text[end] != "，" or _is_dealt(text, places[0], place))
        ):
            places.append(place)
        else:
            if places:
                yield Run(text[places[0]], tuple(places), text[lead_start : places[0]])
            lead_start = end
            places = [place]
        end = place + 1
    if places:
        yield Run(text[places[0]], tuple(places), text[lead_start : places[0]])
