"""What a cue is: one piece of evidence that an article tells of an event of the genre, or does not.

The cues themselves are data by language, in `event_cues_en` and `event_cues_zh`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extractor.draft.schema import NoEvent
from extractor.patterns import Pattern

Scope = Literal["lead", "opening", "narration"]
"""Where a cue is looked for: the lead (headline and two sentences), the opening, or what of the
opening are the writer's own words, not quoted ones."""


class Noted(NamedTuple):
    """A piece of a reading in the notation that a language's patterns are written for.

    Attributes:
        text: all of it.
        narration: what of it stands in no quotation marks.
        words: those that may be a topic's.
    """

    text: str
    narration: str
    words: set[str]


def narration(text: str, quoted: Pattern) -> str:
    """Return a headline and its body without what is quoted; a body that opens so is all speech."""
    headline, line_break, body = text.partition("\n")
    return headline + line_break + body[:1] + quoted.sub("", body[1:])


@dataclass(frozen=True, slots=True)
class Cue:
    """One piece of evidence.

    Attributes:
        reason: why it tells.
        weight: what it adds to the evidence for an event; negative where it speaks against one.
        scope: where it is looked for.
        pattern: what it looks like there, in the language's notation.
        example: words, with marks for figures, that it is found in.
        kind: what the article is instead, where it speaks against an event and tells that.
        unless: what makes it tell nothing where it is found beside.
    """

    reason: str
    weight: float
    scope: Scope
    pattern: Pattern
    example: str
    kind: NoEvent | None = None
    unless: Pattern | None = None

    def is_in(self, text: str) -> bool:
        """Return whether it is found in a text."""
        if self.pattern.search(text) is None:
            return False
        return self.unless is None or self.unless.search(text) is None


@dataclass(frozen=True, slots=True)
class Topic:
    """Other news, known by its vocabulary: one such word tells little, three tell enough.

    Attributes:
        reason: what the news is about.
        words: its words, as a reading has them (English in small letters).
        example: words that hold at least two of them.
    """

    reason: str
    words: frozenset[str]
    example: str


def topic(reason: str, words: str, example: str) -> Topic:
    """Return a topic whose words are given in one line."""
    return Topic(reason, frozenset(words.split()), example)


@dataclass(frozen=True, slots=True)
class Language:
    """How one language's articles are judged.

    Attributes:
        opening: how many letters of the body are read, at least.
        note: turns a piece of a reading, with `|` and a line break between sentences, into the
            notation.
        cues: the pieces of evidence.
        topics: other news.
    """

    opening: int
    note: Callable[[str], Noted]
    cues: tuple[Cue, ...]
    topics: tuple[Topic, ...]
