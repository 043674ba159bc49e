"""What resolving a draft notes down beside the record: evidence, violations, findings."""

from dataclasses import dataclass, field

from extractor.article import Span
from extractor.violations import Finding, Growable, Violation


@dataclass(frozen=True)
class Item:
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
        grows: tuple[Growable, ...] = (),
    ) -> None:
        """Note a violation of one item; the message begins with the item's title."""
        self.violations.append(
            Violation(
                code=code,
                message=f"{item.title}: {complaint}.",
                pointers=(pointer,) if pointer else (),
                items=(item.id,),
                grows=grows,
                figures=figures,
            )
        )
