"""A stored extraction: what was kept of one, to look at as it was; nothing is judged again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.api.kept import Articles, Json, Kept, KeptReply, kept_of
from extractor.errors import UsageError
from extractor.exchange import Attempt, Request
from extractor.extraction import Extraction, evidence_of
from extractor.figures import Figure, find_figures
from extractor.marking import is_shown
from extractor.record import Record
from extractor.usage import Usage
from extractor.violations import Finding, Violation


@dataclass(frozen=True)
class StoredExtraction(Extraction):
    """An extraction read back from its envelope, which says what it took and cost.

    Attributes:
        envelope: the extraction as `Extraction.to_json` wrote it.
    """

    envelope: Json = field(default_factory=dict)

    @property
    def usage(self) -> Usage:
        """Tokens of all tries together, as they were counted."""
        return Usage.of(self.envelope["usage"]) if "usage" in self.envelope else super().usage

    @property
    def cost_usd(self) -> Decimal | None:
        """What it cost at the price of its day, US dollars; None where a part is unknown."""
        return _decimal(self.envelope.get("cost_usd"))

    @property
    def least_cost_usd(self) -> Decimal:
        """The part of the cost that was known, in US dollars."""
        return _decimal(self.envelope.get("least_cost_usd")) or Decimal(0)

    def attempt_cost_usd(self, attempt: Attempt) -> Decimal | None:
        """Return what an attempt cost at the price of its day."""
        return _decimal(self.envelope["attempts"][attempt.number - 1].get("cost_usd"))

    def to_json(self) -> dict[str, Any]:
        """Return the envelope as it was."""
        return dict(self.envelope)


@dataclass(frozen=True)
class _StoredRequest(Request):
    """A request of which the hash is known, and no longer the words."""

    kept_sha256: str = ""

    @cached_property
    def sha256(self) -> str:
        return self.kept_sha256


def extraction_of(content: Mapping[str, Any]) -> StoredExtraction:
    """Read an extraction back from its envelope, as `Extraction.to_json` returned it.

    Raises:
        UsageError: it is no whole extraction, or its record is none of this format.
    """
    if not isinstance(content, Mapping):
        raise UsageError(f"extraction: is no whole extraction ({type(content).__name__})")
    return stored_extraction(kept_of(dict(content), Path("extraction"), Articles(lambda: ())))


def stored_extraction(kept: Kept) -> StoredExtraction:
    """Read an extraction back as it was kept.

    Figures that a model was shown are as they were read then; dates and ordinals, which are not
    kept, and what only the finder knows of a figure (its precision, whether it bounds a class) are
    today's.

    Raises:
        UsageError: only replies were recorded, or its record is none of this format.
    """
    content = kept.envelope
    if content is None:
        raise UsageError(f"{kept.article.name}: only replies are kept of it; recheck them first")
    figures = tuple(_figures(kept))
    by_id = {figure.id: figure for figure in figures}
    try:
        return StoredExtraction(
            article=kept.article,
            model=kept.model,
            status=content["status"],
            reason=content["reason"],
            record=content["record"] and Record.model_validate(content["record"]),
            evidence=evidence_of(content["evidence"]),
            computed={pointer: Decimal(value) for pointer, value in content["computed"].items()},
            violations=tuple(map(Violation.of, content["violations"])),
            findings=tuple(map(Finding.of, content["findings"])),
            figures=figures,
            unplaced=tuple(by_id.get(each["id"]) or _figure(each) for each in content["unplaced"]),
            attempts=tuple(_attempts(kept, figures)),
            versions=content["versions"],
            background=frozenset(
                each["id"] for each in kept.figures if each.get("background", False)
            ),
            envelope=content,
        )
    except ValidationError as error:
        raise UsageError(
            f"{kept.article.name}: its record does not fit this version's format "
            f"({error.error_count()} faults)"
        ) from error


def _figures(kept: Kept) -> Iterator[Figure]:
    """Give the figures as they were shown, and between them those that are never shown."""
    today = {
        figure.id: figure
        for figure in find_figures(kept.article.text, published=kept.article.published)
    }
    if not kept.figures:
        yield from today.values()
        return
    then = [_as_then(figure, today.get(figure["id"])) for figure in kept.figures]
    unshown = [figure for figure in today.values() if not is_shown(figure)]
    end = 0
    for figure in sorted((*then, *unshown), key=lambda each: (each.start, not is_shown(each))):
        if figure.start >= end:
            yield figure
            end = figure.end


def _as_then(content: Json, today: Figure | None) -> Figure:
    """Return a figure as it was read, with all that the finder knows where it reads the same."""
    is_same = today is not None and today.to_json().items() <= content.items()
    return today if today is not None and is_same else _figure(content)


def _figure(content: Json) -> Figure:
    upper = content["upper"]
    return Figure(
        id=content["id"],
        start=content["start"],
        end=content["end"],
        kind=content["kind"],
        value=_decimal(content["value"]),
        upper=_decimal(upper),
        unit=content["unit"],
        hedge=content["hedge"],
        as_written=content["as_written"],
    )


def _attempts(kept: Kept, figures: tuple[Figure, ...]) -> Iterator[Attempt]:
    envelope = kept.envelope or {}
    for number, (reply, attempt) in enumerate(
        zip(kept.replies, envelope["attempts"], strict=True), start=1
    ):
        yield Attempt(
            number=number,
            request=_request(kept, reply, figures),
            reply=reply.reply,
            violations=tuple(map(Violation.of, attempt["violations"])),
            model=reply.model,
        )


def _request(kept: Kept, reply: KeptReply, figures: tuple[Figure, ...]) -> Request:
    return _StoredRequest(
        purpose=reply.purpose,
        article=kept.article,
        figures=figures,
        schema={},
        schema_name=reply.purpose,
        render=tuple,
        number=reply.turn,
        shows=reply.shows,
        kept_sha256=reply.request_sha256,
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
