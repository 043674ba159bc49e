"""A form: one way of writing figures, as a pattern with an example and its reader."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractor.figures.reading import Reading

Reader = Callable[[str, re.Match[str], int], Sequence[Reading]]


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a figure.

    Attributes:
        name: its name, also that of its group in the master pattern.
        pattern: a verbose regular expression that matches from the first character on.
        read: makes readings of a match; gets the text, the match, and the offset before which
            everything has been read. No reading means that it is not a figure after all.
        examples: texts with one such figure, and what it reads: a value or date, or None.
    """

    name: str
    pattern: str
    read: Reader
    examples: tuple[tuple[str, str | None], ...]


def joined(forms: Iterable[Form]) -> str:
    """Return one verbose pattern of many forms, the first that matches winning."""
    return "|".join(f"(?P<{form.name}>{form.pattern})" for form in forms)


def nothing(_text: str, _found: re.Match[str], _floor: int) -> Sequence[Reading]:
    """Read no figure: for numbers that are parts of names."""
    return ()
