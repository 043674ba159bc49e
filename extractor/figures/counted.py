"""The noun that an English count counts."""

from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_NOUN = Pattern(r"[ -]((?:[\w’'-]{1,40}[ ]){0,5}?)(people|staff|[A-Za-z]{3,}(?:s|a|men))\b")
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


_GROUPED = -3
_PARTED = frozenset({"times", "points", "degrees", "seconds", "inches", "grades", "ratings"})


def _read_point_as_comma(reading: Reading) -> None:
    """Read 12.500 jobs as twelve thousand five hundred: things that are whole have no thousandths."""
    if reading.value is not None and reading.value >= 1:
        reading.shift(3)


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
                if reading.place == _GROUPED and not reading.scale and found[2] not in _PARTED:
                    _read_point_as_comma(reading)
