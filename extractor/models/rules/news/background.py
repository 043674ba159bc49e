"""Where in an article figures are put aside: they tell of something beside its event."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractor.models.rules.news.asides import (
    Aside,
    Reason,
    Trigger,
    asides,
    in_small_letters,
    triggers_of,
)
from extractor.models.rules.news.past_editions import first_editions, own_editions, past_editions
from extractor.models.rules.news.past_years import Stretch, own_year, past_years
from extractor.models.rules.news.wider_regions import own_region, wider_reach, wider_words
from extractor.models.rules.reading.reading import COUNT, Reading, Sentence
from extractor.patterns import Pattern

_FIGURES = Pattern("[ⒸⓃⓂⓅⓆ]")
_TAKES_UP = Pattern(
    r"[\s“\"]*(?:(?:So far|To date|By now|Today|As of Ⓓ|截至目前|目前|如今|至今)[,，]? ?(?:已有)?)?"
    r"(?:(?:only |just |some |about |as many as )?Ⓒ (?:projects |deals |agreements )?(?:of|among) (?:those|these|them)\b"
    r"|(?:of|among) (?:those|these|them)\b|(?:其中|这些项目|这批项目|上述项目)(?:中|里)?，?Ⓒ)",
    re.IGNORECASE,
)
"""How a sentence begins that breaks down what the one before it counts: "Ⓒ of those are …", 其中Ⓒ."""


class Background:
    """Where in an article figures are put aside."""

    def __init__(self, reading: Reading, *, looked_back_on: Stretch | None = None) -> None:
        """Look for triggers in every sentence with figures.

        Args:
            reading: the article.
            looked_back_on: its passage about the event, where that is of an earlier time.
        """
        text = reading.text if reading.article.language == "zh" else in_small_letters(reading.text)
        triggers = [
            Trigger(one.reason, pattern, one.examples)
            for one in triggers_of(reading)
            if (pattern := one.pattern.among(text))
        ]
        wider = wider_words(reading)
        year = own_year(reading)
        own = own_region(reading)
        editions = own_editions(reading)
        firsts = [Aside(*told, "earlier") for told in first_editions(reading)]
        self._asides: list[Aside] = []  # in order, apart from each other
        is_earlier = False
        """Whether the last sentence with figures counts what is of an earlier time, and nothing else."""
        for sentence in reading.sentences:
            if not _FIGURES.search(sentence.text):
                continue
            end = sentence.start + len(sentence.text)
            found = list(asides(sentence, text[sentence.start : end], triggers))
            if wider and (around := wider.search(sentence.text)):
                reach = wider_reach(sentence.text, around.end(), own)
                found.insert(0, Aside(sentence.start, sentence.start + reach, "wider"))
            if year is not None:
                found += [Aside(*part, "earlier") for part in past_years(reading, sentence, year)]
            if editions:
                past = past_editions(reading, sentence, editions)
                found += [Aside(*part, "earlier") for part in past]
            found += [first for first in firsts if sentence.start <= first.start < end]
            if looked_back_on and looked_back_on.start <= sentence.start < looked_back_on.end:
                found = [aside for aside in found if aside.reason != "earlier"]
            if is_earlier and _TAKES_UP.match(sentence.text):
                found.append(Aside(sentence.start, end, "earlier"))
            self._asides += (apart := _apart(found))
            is_earlier = _counts_earlier(sentence, apart)
        self._starts = [aside.start for aside in self._asides]

    def reason(self, offset: int) -> Reason | None:
        """Return why a figure of the reading is put aside, or None."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._asides[index].end:
            return None
        return self._asides[index].reason


def _counts_earlier(sentence: Sentence, told: Sequence[Aside]) -> bool:
    """Return whether a sentence counts, and all that it counts is put aside as of an earlier time."""
    counts = [at for at, letter in enumerate(sentence.text, sentence.start) if letter == COUNT]
    earlier = [aside for aside in told if aside.reason == "earlier"]
    return bool(counts) and all(
        any(aside.start <= at < aside.end for aside in earlier) for at in counts
    )


def _apart(found: Sequence[Aside]) -> Sequence[Aside]:
    """Return the asides of a sentence in order, where they overlap only the first found."""
    if len(found) <= 1:
        return found
    cuts = sorted({cut for aside in found for cut in aside[:2]})
    return [
        Aside(start, end, reasons[0])
        for start, end in pairwise(cuts)
        if (reasons := [aside.reason for aside in found if aside.start <= start < aside.end])
    ]
