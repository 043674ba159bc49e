"""An outcome: an extraction as the ledger writes it down, made where there is time for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.archive.job import State
from extractor.archive.storage import as_json
from extractor.extraction import Extraction

COLUMNS = ("record", "evidence", "computed", "violations", "findings", "unplaced", "figures")
"""The parts of an envelope that the ledger keeps as JSON, each in a column of its name."""


@dataclass(frozen=True)
class Outcome:
    """What is kept of an extraction beside its article.

    Attributes:
        status: the extraction's.
        reason: why there is no event, or why it failed.
        model: who gave the answer that was kept.
        usage: JSON of all tokens; `cost_usd` and `least_cost_usd` are what they cost.
        columns: JSON of each of `COLUMNS`.
        attempts: those of the envelope.
    """

    status: State
    reason: str | None
    model: str
    usage: str
    cost_usd: str | None
    least_cost_usd: str
    columns: tuple[str, ...]
    attempts: Sequence[Mapping[str, Any]]

    @classmethod
    def of(cls, extraction: Extraction) -> "Outcome":
        """Write an extraction down."""
        envelope = extraction.to_json()
        return cls(
            status=extraction.status,
            reason=envelope["reason"],
            model=envelope["model"],
            usage=as_json(envelope["usage"]),
            cost_usd=envelope["cost_usd"],
            least_cost_usd=envelope["least_cost_usd"],
            columns=tuple(as_json(envelope[name]) for name in COLUMNS),
            attempts=envelope["attempts"],
        )
