"""Ways to name a group of projects around its count, as data."""

from dataclasses import dataclass

from extractor.models.rules.reading.reading import COUNT
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Around:
    """A wording that names a group in words to be found around its count.

    Attributes:
        pattern: over a window of the reading with one Ⓒ; the group `label` is the name.
        examples: windows and the label that each gives.
    """

    pattern: Pattern
    examples: tuple[tuple[str, str], ...]

    def find(self, window: str) -> Extent | None:
        """Return where the name stands."""
        found = self.pattern.search(window)
        return found.span("label") if found else None


@dataclass(frozen=True, slots=True)
class Before:
    """A wording that names a group in the words before its count.

    Attributes:
        lead: words at the start that are no part of the name.
        tail: words between the name and the count, up to the end.
        examples: windows and the label that each gives.
    """

    lead: Pattern
    tail: Pattern
    examples: tuple[tuple[str, str], ...]

    def find(self, window: str) -> Extent | None:
        """Return where the name stands."""
        place = window.index(COUNT)
        tail = self.tail.search(window, 0, place)
        end = tail.start() if tail else place
        lead = self.lead.match(window, 0, end)
        start = lead.end() if lead else 0
        return (start, end) if start < end else None


def around(pattern: str, *examples: tuple[str, str]) -> Around:
    """Write down a wording around the count."""
    return Around(Pattern(pattern), examples)


def before(lead: str, tail: str, *examples: tuple[str, str]) -> Before:
    """Write down a wording before the count; both parts may repeat."""
    return Before(Pattern(f"(?:{lead})+"), Pattern(f"(?:{tail})+$"), examples)


Wording = Around | Before
