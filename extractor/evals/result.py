"""What a system made of a document: the kept line of a run, from which scores are computed anew."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from extractor.article import Span
from extractor.dialogue import Dialogue
from extractor.exchange import Reply
from extractor.extraction import Extraction
from extractor.models.rules_code import code_versions
from extractor.prices import FREE_KINDS
from extractor.record import Record, plain
from extractor.usage import NO_TOKENS, Usage


@dataclass(frozen=True)
class System:
    """What is compared: a model with its prompt, under the name that tables show.

    Attributes:
        title: the name.
        model: the model's name, as `load_model` takes it.
        prompt: the prompt's version; None for the default.
    """

    title: str
    model: str
    prompt: str | None = None

    @classmethod
    def of(cls, model: str, prompt: str | None = None) -> "System":
        """Return the system of a model and a prompt, titled by both."""
        return cls(model if prompt is None else f"{model} {prompt}", model, prompt)


class Key(NamedTuple):
    """Which result: a system's title, a document's name, the number of the repeat from 1."""

    system: str
    document: str
    repeat: int


@dataclass(frozen=True)
class Result:
    """What came of one document.

    Attributes:
        key: of which system, document and repeat.
        status: the extraction's status, or `unreachable`.
        reason: why there is no record, or no event; None otherwise.
        record: the record; None where there is none.
        first_record: what the first reply alone would have given; the same where it was the last.
        usage: tokens of all attempts, as far as known.
        cost_usd: what all attempts cost in US dollars; None where any of it is unknown.
        least_cost_usd: what they cost at least: as far as known.
        seconds: wall time spent waiting for the model.
        attempts: every attempt as the extraction keeps it, replies byte for byte.
        versions: what determined the answer.
    """

    key: Key
    status: str
    reason: str | None
    record: Record | None
    first_record: Record | None
    usage: Usage
    cost_usd: Decimal | None
    least_cost_usd: Decimal
    seconds: float
    attempts: tuple[Mapping[str, Any], ...] = ()
    versions: Mapping[str, str] | None = None

    @classmethod
    def of(cls, key: Key, extraction: Extraction, *, model: str) -> "Result":
        """Return what an extraction came to.

        Args:
            key: of which system, document and repeat.
            extraction: what the system made of the document.
            model: the system's, whichever of several (`A,B`) answered here: versions are its own.
        """
        return cls(
            key=key,
            status=extraction.status,
            reason=extraction.reason,
            record=extraction.record,
            first_record=_first_record(extraction),
            usage=extraction.usage,
            cost_usd=extraction.cost_usd,
            least_cost_usd=extraction.least_cost_usd,
            seconds=round(extraction.seconds, 3),
            attempts=tuple(extraction.to_json()["attempts"]),
            versions={**extraction.versions, **code_versions([model])},
        )

    @classmethod
    def unreachable(
        cls, key: Key, reason: str, usage: Usage, *, least_cost_usd: Decimal
    ) -> "Result":
        """Return the result of a document for which the service gave no answer."""
        return cls(
            key=key,
            status="unreachable",
            reason=reason,
            record=None,
            first_record=None,
            usage=usage,
            cost_usd=None,
            least_cost_usd=least_cost_usd,
            seconds=0.0,
        )

    @property
    def is_of_a_service(self) -> bool:
        """Whether a service answered; rules, recordings and labels are there to be asked anew."""
        kinds = {attempt["model"].partition("/")[0] for attempt in self.attempts}
        return not kinds <= FREE_KINDS

    @property
    def was_repaired(self) -> bool:
        """Whether more was asked for than the first reply (to each part)."""
        return _was_repaired(self.attempts)

    @property
    def first_try(self) -> "Result":
        """What the first reply alone (to each part) would have come to, and what it took."""
        if not self.was_repaired:
            return self
        attempts = _first_attempts(self.attempts)
        costs = [attempt["cost_usd"] for attempt in attempts]
        known = [Decimal(cost) for cost in costs if cost is not None]
        return replace(
            self,
            status="failed" if self.first_record is None else self.status,
            record=self.first_record,
            usage=sum((Usage.of(attempt["usage"]) for attempt in attempts), NO_TOKENS),
            cost_usd=sum(known, Decimal(0)) if len(known) == len(costs) else None,
            least_cost_usd=sum(known, Decimal(0)),
            seconds=sum(attempt["seconds"] for attempt in attempts),
            attempts=attempts,
        )

    def to_json(self) -> dict[str, Any]:
        """Return the result as kept in a run, without its key's parts repeated."""
        return {
            **self.key._asdict(),
            "status": self.status,
            "reason": self.reason,
            "record": _dumped(self.record),
            "first_record": _dumped(self.first_record) if self.was_repaired else None,
            "usage": self.usage.to_json(),
            "cost_usd": None if self.cost_usd is None else plain(self.cost_usd),
            "least_cost_usd": plain(self.least_cost_usd),
            "seconds": self.seconds,
            "attempts": list(self.attempts),
            "versions": self.versions,
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Result":
        """Read what `to_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: it is nothing of the kind.
        """
        record = _record(content["record"])
        attempts = tuple(content["attempts"])
        cost = content["cost_usd"]
        return cls(
            key=Key(content["system"], content["document"], content["repeat"]),
            status=content["status"],
            reason=content["reason"],
            record=record,
            first_record=_record(content["first_record"]) if _was_repaired(attempts) else record,
            usage=Usage(**content["usage"]),
            cost_usd=None if cost is None else Decimal(cost),
            least_cost_usd=Decimal(content["least_cost_usd"]),
            seconds=content["seconds"],
            attempts=attempts,
            versions=content["versions"],
        )


def _was_repaired(attempts: Sequence[Mapping[str, Any]]) -> bool:
    return len(_first_attempts(attempts)) < len(attempts)


def _first_attempts(attempts: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Return the attempts that answered first: one, or one for each part that was asked about."""
    firsts: dict[str, Mapping[str, Any]] = {}
    for attempt in attempts:
        if attempt["purpose"] == "draft" and attempt["model"] == attempts[0]["model"]:
            firsts.setdefault(str(attempt["shows"]), attempt)
    return tuple(firsts.values())


def _first_record(extraction: Extraction) -> Record | None:
    """Return the record of the first reply alone (to each part), as if nobody had asked again."""
    if len(extraction.attempts) < 2:
        return extraction.record
    first = extraction.attempts[0]
    drafts: dict[Span | None, Reply] = {}
    for attempt in extraction.attempts:
        if attempt.request.purpose == "draft" and attempt.model == first.model:
            drafts.setdefault(attempt.request.shows, attempt.reply)
    dialogue = Dialogue(extraction.article, model=extraction.model, max_attempts=1)
    parts = [part for part in drafts if part is not None]
    if parts:
        dialogue.show_in(parts)
    for reply in drafts.values():
        if dialogue.request is not None:
            dialogue.receive(reply)
    if dialogue.request is not None:
        dialogue.interrupt("Nothing more was answered at first.")
    return dialogue.extraction().record


def _dumped(record: Record | None) -> Any:
    return None if record is None else record.model_dump(mode="json")


def _record(content: Any) -> Record | None:
    return None if content is None else Record.model_validate(content)
