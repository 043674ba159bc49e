"""What resolving a draft notes down beside the record: evidence, violations, findings."""

from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.article import Span
from extractor.violations import Finding, Violation

_QUOTED_CHARS = 100


class Item(NamedTuple):
    """A draft item on its way into the record.

    Attributes:
        id: its id in the draft.
        title: what messages call it.
        pointer: where it goes in the record; empty for one that cannot go there.
        near: offsets of the figures it refers to.
    """

    id: str
    title: str
    pointer: str
    near: tuple[int, ...] = ()


@dataclass
class Notes:
    """Everything that resolving a draft finds out, beside the record itself."""

    evidence: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def complain(
        self,
        item: Item,
        code: str,
        complaint: str,
        *,
        pointer: str = "",
        figures: tuple[int, ...] = (),
    ) -> None:
        """Note a violation that changing one item mends; the message begins with its title."""
        self.violations.append(
            Violation(
                code=code,
                message=f"{item.title}: {complaint}.",
                pointers=(pointer,) if pointer else (),
                items=(item.id,),
                figures=figures,
            )
        )


def quoted(words: str) -> str:
    """Write a model's words as messages show them: on one line, and not longer than need be."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= _QUOTED_CHARS else f"“{line[:_QUOTED_CHARS]}…”"
