"""Why a provider refused a batch as a whole, before it ran any of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openai.types import Batch
from openai.types.batch_error import BatchError

_FULL = frozenset({"token_limit_exceeded", "request_limit_exceeded", "rate_limit_exceeded"})
"""Codes that say that more is in line than the account may have."""


@dataclass(frozen=True)
class Failure:
    """Why a batch failed.

    Attributes:
        reason: why, in one line.
        by_line: what is wrong with single requests, by their line from 1.
        is_full: whether the same may be taken when less is in line.
    """

    reason: str
    by_line: Mapping[int, str] = field(default_factory=dict)
    is_full: bool = False


def read_failure(batch: Batch) -> Failure:
    """Read the errors of a batch whose status is `failed`."""
    errors = (batch.errors and batch.errors.data) or []
    return Failure(
        reason=_said(errors[0]) if errors else "it does not say why",
        by_line={error.line: _said(error) for error in errors if error.line},
        is_full=any(error.code in _FULL for error in errors),
    )


def _said(error: BatchError) -> str:
    return " ".join(f"{error.code or ''} {error.message or ''}".split())[:300]
