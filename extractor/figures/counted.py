"""The noun that an English count counts."""

from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_NOUN = Pattern(r"[ -]((?:[\w’'-]+[ ]){0,5}?)(people|staff|[A-Za-z]{3,}(?:s|a|men))\b")
_STOP = frozenset(
    [
        "in",
        "on",
        "of",
        "for",
        "from",
        "to",
        "and",
        "by",
        "at",
        "with",
        "as",
        "were",
        "was",
        "are",
        "is",
        "has",
        "have",
        "had",
        "that",
        "which",
        "who",
        "this",
        "worth",
        "respectively",
        "will",
        "would",
        "while",
        "the",
    ]
)
_NO_NOUN = frozenset(
    {
        "was",
        "has",
        "this",
        "its",
        "his",
        "does",
        "thus",
        "less",
        "yes",
        "across",
        "towards",
        "whereas",
        "perhaps",
        "always",
        "plus",
        "minus",
    }
)


def name_counts(text: str, readings: list[Reading]) -> None:
    """Give counts without a unit the plural noun that follows, if one does before the phrase ends."""
    for reading in readings:
        if (
            reading.kind == "count"
            and reading.unit is None
            and text[reading.tail : reading.tail + 1] in " -"
        ):
            found = _NOUN.match(text, reading.tail)
            if found and found[2] not in _NO_NOUN and _STOP.isdisjoint(found[1].split()):
                reading.unit = found[2]
