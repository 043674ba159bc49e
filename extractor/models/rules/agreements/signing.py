"""A way in which English articles tell who signs which paper."""

from dataclasses import dataclass

from extractor.patterns import Pattern

MORE = r"(?:(?:also|has|have|had|then|likewise|separately|each|together|jointly|meanwhile|will|would|is to|are to) )*"
"""What may stand before the verb of signing."""


@dataclass(frozen=True, slots=True)
class Signing:
    """A way to tell of a signing.

    Attributes:
        pattern: over a sentence of the reading: `label`; if told `count`, `m` (its amount), `by` and
            `with`, lists of parties.
        is_by_subject: whether who stands before the label's verb (`verb`) signs.
        is_aside: whether it counts only where words set it beside the projects.
        examples: sentences of the reading, each with the label and the parties.
    """

    pattern: Pattern
    examples: tuple[tuple[str, str, tuple[str, ...]], ...]
    is_by_subject: bool = False
    is_aside: bool = False
