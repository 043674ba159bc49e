"""Allowances: how many requests or tokens a service lets through, by the headers of its answers."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

_UNITS_S = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|[smhd])")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Allowance:
    """What a service said is left, of requests or of tokens, and how it grows again.

    Attributes:
        left: how many could be used when it said so.
        limit: how many there are when nothing is used; None where it does not say.
        reset_s: in how many seconds that is so again.
        at: when it said so.
    """

    left: float
    limit: float | None
    reset_s: float
    at: float

    def wait_s(self, needed: float, *, now: float) -> float:
        """Return in how many seconds so many may be used; 0 or less for at once.

        What is used grows back evenly, as OpenAI's does, or all at once where no limit is said.
        More than the limit is never waited for longer than until the reset.
        """
        passed = now - self.at
        if needed <= self.left:
            return 0.0
        if self.limit is None or self.limit <= self.left:
            return self.reset_s - passed
        missing = min((needed - self.left) / (self.limit - self.left), 1.0)
        return missing * self.reset_s - passed


def read_allowance(headers: Mapping[str, str], of: str, *, now: float) -> Allowance | None:
    """Read `x-ratelimit-{limit,remaining,reset}-OF`; None where they do not tell.

    Args:
        headers: looked up in lower case.
        of: `requests` or `tokens`.
        now: the moment.

    Source: OpenAI's guide "Rate limits", whose resets are `1s`, `6m0s` or `12ms`; others write
    seconds as a bare number.
    """
    left = _number(headers.get(f"x-ratelimit-remaining-{of}", ""))
    reset_s = _seconds(headers.get(f"x-ratelimit-reset-{of}", ""))
    if left is None or reset_s is None:
        return None
    return Allowance(left, _number(headers.get(f"x-ratelimit-limit-{of}", "")), reset_s, now)


def _number(text: str) -> float | None:
    return float(text) if _NUMBER.fullmatch(text.strip()) else None


def _seconds(text: str) -> float | None:
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    parts = _DURATION.findall(text)
    if not parts or "".join(map("".join, parts)) != text:
        return None
    seconds = sum(float(number) * _UNITS_S[unit] for number, unit in parts)
    return seconds if math.isfinite(seconds) else None
