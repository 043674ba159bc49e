"""Labels: what a labeller has said of an article so far, as JSON that a journal can keep.

They hold the record itself and the places it rests on, not a draft: gold may say more than a draft
can (several right readings of a string, the very place that was clicked), and nothing that it says
may be lost or changed by being opened. Every edit is a draft's choice, though, and is resolved by the
code that resolves drafts (placing.py, wording.py).
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal, Self

from extractor.article import Span
from extractor.extraction import evidence_json, evidence_of
from extractor.figures import Figure
from extractor.record import EMPTY, Hedge, plain

Json = dict[str, Any]
Key = tuple[str, tuple[str, ...], tuple[int, ...]]
"""What makes a violation the same one after an edit: `Violation.key`."""


@dataclass(frozen=True)
class Mark:
    """A figure as the labeller marked and read it.

    Attributes:
        id: unique among the article's figures; that of the finder's figure it replaces, if one.
        span: where it stands.
        kind: money, count, percent, quantity or other.
        value: as in `Figure`.
        upper: as in `Figure`.
        unit: as in `Figure`.
        hedge: as in `Figure`.
    """

    id: int
    span: Span
    kind: Any
    value: Decimal
    upper: Decimal | None
    unit: str | None
    hedge: Hedge

    def figure(self, text: str) -> Figure:
        """Return it as the finder would give it, exact to its last digit that is no zero."""
        exponent = self.value.normalize().as_tuple().exponent if self.value else 0
        return Figure(
            id=self.id,
            start=self.span.start,
            end=self.span.end,
            kind=self.kind,
            value=self.value,
            upper=self.upper,
            unit=self.unit,
            hedge=self.hedge,
            as_written=text[self.span.start : self.span.end],
            step=Decimal(1).scaleb(int(exponent)),
        )

    def to_json(self) -> Json:
        """Return it as the journal keeps it."""
        return {
            "id": self.id,
            "span": list(self.span),
            "kind": self.kind,
            "value": plain(self.value),
            "upper": None if self.upper is None else plain(self.upper),
            "unit": self.unit,
            "hedge": self.hedge,
        }

    @classmethod
    def of(cls, content: Json) -> Self:
        """Read what `to_json` wrote."""
        upper = content["upper"]
        return cls(
            id=content["id"],
            span=Span(*content["span"]),
            kind=content["kind"],
            value=Decimal(content["value"]),
            upper=None if upper is None else Decimal(upper),
            unit=content["unit"],
            hedge=content["hedge"],
        )


@dataclass(frozen=True)
class Labels:
    """What is said of an article.

    Attributes:
        source: language, published, origin and traits, as in a gold file.
        record: the record as gold JSON, in which a string may be `{"any_of": [...]}`.
        evidence: spans by JSON pointer into the record.
        items: ids of the projects and agreements, in their order, by the list's name; a share has
            its own in the record.
        background: ids of figures put aside.
        marks: the labeller's own figures.
        accepted: keys of the violations that stand as they are.
        picks: in adjudication, whose word holds in each difference, by its number.
    """

    source: Json
    record: Json
    evidence: dict[str, tuple[Span, ...]]
    items: dict[str, list[str]]
    background: frozenset[int] = frozenset()
    marks: tuple[Mark, ...] = ()
    accepted: frozenset[Key] = frozenset()
    picks: Mapping[int, Literal["a", "b"]] = field(default_factory=dict)

    @classmethod
    def blank(cls, source: Json) -> Self:
        """Return labels that say nothing yet."""
        empty = EMPTY.model_dump(mode="json")
        return cls(source, empty, {}, {"projects": [], "agreements": []})

    @classmethod
    def of_record(cls, source: Json, record: Json) -> Self:
        """Return labels that say what a record does, without their places in the article."""
        items = {
            name: [f"{name[0]}{number}" for number, _ in enumerate(record[name], 1)]
            for name in ("projects", "agreements")
        }
        return cls(source, record, {}, items)

    def copied(self) -> "Labels":
        """Return a copy whose parts may be changed in place, as one edit does."""
        return replace(
            self,
            source=dict(self.source),
            record=deepcopy(self.record),
            evidence=dict(self.evidence),
            items={name: list(ids) for name, ids in self.items.items()},
        )

    def to_json(self) -> Json:
        """Return them as the journal keeps them."""
        return {
            "source": self.source,
            "record": self.record,
            "evidence": evidence_json(self.evidence),
            "items": self.items,
            "background": sorted(self.background),
            "marks": [mark.to_json() for mark in self.marks],
            "accepted": sorted([code, list(ids), list(at)] for code, ids, at in self.accepted),
            "picks": {str(number): side for number, side in self.picks.items()},
        }

    @classmethod
    def of(cls, content: Json) -> Self:
        """Read what `to_json` wrote."""
        return cls(
            source=content["source"],
            record=content["record"],
            evidence=evidence_of(content["evidence"]),
            items=content["items"],
            background=frozenset(content["background"]),
            marks=tuple(map(Mark.of, content["marks"])),
            accepted=frozenset(
                (code, tuple(ids), tuple(at)) for code, ids, at in content["accepted"]
            ),
            picks={int(number): side for number, side in content["picks"].items()},
        )
