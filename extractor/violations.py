"""What checks report: violations, which the model can mend, and findings, which it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from extractor.article import Span

_DISPUTABLE = (
    "arithmetic.",
    "wording.",
    "grounding.crossed",
    "grounding.astray",
    "grounding.cut",
    "structure.said_part",
)

Growable = Literal["shares", "projects", "agreements", "background"]


@dataclass(frozen=True)
class Violation:
    """Something wrong in an answer that the model can mend.

    Attributes:
        code: `family.rule`, stable across releases, for example `arithmetic.percent`.
        message: one sentence for the model and for people, with the figures' ids in it.
        pointers: JSON pointers of the places in the record that it is about.
        items: ids of draft items that may change to mend it (`event` for the event).
        grows: the draft's lists that may grow to mend it.
        figures: ids of the figures involved.
    """

    code: str
    message: str
    pointers: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    grows: tuple[Growable, ...] = ()
    figures: tuple[int, ...] = ()

    @property
    def disputable(self) -> bool:
        """Whether a model may answer that it stands: it rests on how the article words things.

        A reference to nothing or a name that is not in the text can never stand.
        """
        return self.code.startswith(_DISPUTABLE)

    @property
    def key(self) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
        """What makes it the same violation after a repair, when pointers have moved."""
        return (self.code, self.items, self.figures)

    def to_json(self) -> dict[str, Any]:
        """Return the violation as kept beside a record."""
        return {"code": self.code, "message": self.message, "pointers": list(self.pointers)}

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote, which is not all: a violation that is kept is not mended."""
        return cls(content["code"], content["message"], tuple(content["pointers"]))


@dataclass(frozen=True)
class Finding:
    """Something a reader should know: the source says it so, or code could not read it.

    Attributes:
        code: `family.rule`, stable across releases.
        message: one sentence for people.
        pointers: JSON pointers of the places in the record that it is about.
        spans: places in the article.
    """

    code: str
    message: str
    pointers: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the finding as kept beside a record."""
        return {
            "code": self.code,
            "message": self.message,
            "pointers": list(self.pointers),
            "spans": [list(span) for span in self.spans],
        }

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        spans = tuple(Span(*span) for span in content["spans"])
        return cls(content["code"], content["message"], tuple(content["pointers"]), spans)


def as_finding(violation: Violation) -> Finding:
    """Turn a violation into a finding: the model was asked and says that the article has it so."""
    return Finding(
        code=violation.code,
        message=f"{violation.message} The model was asked and says that it stands.",
        pointers=violation.pointers,
    )
