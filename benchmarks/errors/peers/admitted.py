"""groundgate: each claim a candidate with its value, unit, key and quoted evidence.

A field of the schema is what a claim fills (`share_amounts_investment_cny_eq`): its unit is the
currency, its comparator the hedge, and its keys are the names of all shares or projects that the draft
has, since nobody can list them beforehand. Values are given in full (93.588 billion yuan is
93588000000), the evidence as quote and byte offsets. Names are string fields. English articles only:
its packs are English, and a pack of one's own may not hold 万 or 亿 (its scales are 10^3, 5, 6, 7, 9, 12).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import groundgate

from benchmarks.errors.error import Clean
from benchmarks.errors.peers.claims import Claim
from benchmarks.errors.peers.flag import Flag
from extractor.record import Hedge

_UNITS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "CNY": {"prefix": ["RMB", "CNY", "¥"], "suffix": ["yuan", "RMB", "renminbi"]},
    "USD": {
        "prefix": ["US$", "$", "USD"],
        "suffix": ["USD", "dollars", "US dollars", "U.S. dollars"],
    },
    "EUR": {"prefix": ["€", "EUR"], "suffix": ["EUR", "euros", "euro"]},
    "INR": {"prefix": ["₹", "Rs.", "Rs", "INR"], "suffix": ["INR", "rupees"]},
    "VND": {"prefix": ["VND"], "suffix": ["VND", "dong"]},
    "%": {"prefix": [], "suffix": ["%", "percent", "per cent"]},
}
_COMPARATORS: Mapping[Hedge, str] = {
    "exact": "eq",
    "about": "approx",
    "nearly": "approx",
    "over": "gt",
    "under": "lt",
}
_AT_LEAST = re.compile(r"\bat least\b|\bor more\b|\bno less than\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\bup to\b|\bat most\b|\bno more than\b", re.IGNORECASE)
_MOST_LETTERS = 64  # of a field's name


class Admitted:
    """groundgate's admission; what it rejects, or sends to a person, is flagged."""

    def __init__(self) -> None:
        """Prepare to admit; nothing is loaded and no model is called."""
        self.name = f"groundgate {version('groundgate')}"

    def said(self, claim: Claim, clean: Clean) -> tuple[Any, ...] | None:
        """Return what a candidate tells; None where there is none to send.

        Of what a share is a part cannot be told: a relation of a schema is a sum of single fields.
        """
        if clean.article.article.language != "en":
            return None
        if claim.figure is None:
            is_name = claim.role not in {"count", "amounts", "percents", "targets"}
            return (claim.noun, claim.role, claim.words) if is_name else None
        if claim.figure.value is None:
            return None
        return (_field_name(claim), claim.owner, claim.words, claim.figure.value, claim.place)

    def flags(self, claims: Sequence[Claim], clean: Clean) -> list[Flag]:
        """Return a flag for each candidate that is not admitted."""
        told = [claim for claim in claims if self.said(claim, clean) is not None]
        if not told:
            return []
        candidates = [_candidate(claim, clean.text) | {"id": at} for at, claim in enumerate(told)]
        receipt = groundgate.admit(clean.text, _schema(told), candidates)
        return [
            Flag.of(
                told[decision.candidate_id],
                "rejected" if decision.outcome == "rejected" else "review",
                " ".join(decision.codes),
            )
            for decision in receipt.decisions
            if decision.outcome != "admitted"
        ]


def _schema(claims: Sequence[Claim]) -> dict[str, Any]:
    fields: dict[str, dict[str, Any]] = {}
    units = {code: {name: list(forms[name]) for name in forms} for code, forms in _UNITS.items()}
    for claim in claims:
        name = _field_name(claim)
        if claim.figure is None:
            fields[name] = {"type": "string", "multiple": True}
            continue
        unit = _unit(claim)
        if unit is not None and unit not in units:
            units[unit] = {"prefix": [], "suffix": [unit]}
        fields[name] = {
            "type": "integer" if claim.role == "count" else "number",
            "unit": unit,
            "comparator": _comparator(claim),
        }
        if claim.owner is not None:
            fields[name]["keys"] = list(_keys(claims, claim.noun).values())
    return {"fields": fields, "units": units}


def _candidate(claim: Claim, text: str) -> dict[str, Any]:
    evidence: dict[str, Any] = {"text": claim.words}
    if claim.place is not None:
        start, end = (len(text[:offset].encode()) for offset in claim.place)
        evidence |= {"start": start, "end": end}
    candidate: dict[str, Any] = {"field": _field_name(claim), "evidence": [evidence]}
    if claim.figure is None or claim.figure.value is None:
        return candidate | {"value": claim.words}
    candidate |= {"value": f"{claim.figure.value:f}", "unit": _unit(claim)}
    return candidate if claim.owner is None else candidate | {"key": claim.owner}


def _keys(claims: Sequence[Claim], noun: str) -> dict[str, str]:
    """Return the names of a draft's shares, projects or agreements, each once."""
    owners = (claim.owner for claim in claims if claim.noun == noun and claim.owner)
    return {" ".join(owner.casefold().split()): owner for owner in owners}


def _field_name(claim: Claim) -> str:
    return re.sub(r"[^a-z0-9]+", "_", "_".join(_field_parts(claim)).lower())[:_MOST_LETTERS]


def _field_parts(claim: Claim) -> Iterator[str]:
    yield from (claim.noun, claim.role)
    if claim.figure is not None:
        yield from (part for part in (claim.meaning, _unit(claim)) if part)
        yield _comparator(claim)


def _unit(claim: Claim) -> str | None:
    figure = claim.figure
    if figure is None or claim.role == "count":
        return None
    return figure.unit


def _comparator(claim: Claim) -> str:
    figure = claim.figure
    if figure is None or figure.upper is not None:
        return "range"
    if figure.hedge == "over" and _AT_LEAST.search(claim.words):
        return "ge"
    if figure.hedge == "under" and _AT_MOST.search(claim.words):
        return "le"
    return _COMPARATORS[figure.hedge]
