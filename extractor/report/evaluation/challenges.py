"""Challenges to gold: leaves at which systems agree with each other, and not with gold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.evals.text import fold
from extractor.report.evaluation.judged import Judged

_SILENT = "(silent)"


@dataclass(frozen=True, slots=True)
class Challenge:
    """One answer that at least two systems give against gold.

    Attributes:
        document: the gold document's name.
        field: the leaf's field.
        item: the name of its item; empty for the event.
        gold: gold's value in words; empty where gold is silent.
        said: what they say in its place.
        systems: who says so, by title.
        others: who agrees with gold there.
    """

    document: str
    field: str
    item: str
    gold: str
    said: str
    systems: tuple[str, ...]
    others: tuple[str, ...]


def challenges(document: str, leaves: Mapping[str, Sequence[Judged]]) -> tuple[Challenge, ...]:
    """Return the challenges to one gold document.

    Args:
        document: its name.
        leaves: each system's judged leaves, by title; systems without a record say nothing, so
            they are to be left out.
    """
    found: dict[tuple[str, ...], dict[str, Judged]] = {}
    right: dict[str, list[str]] = {}
    for title, judged in leaves.items():
        for each in judged:
            if each.is_right:
                right.setdefault(each.leaf.gold_at or "", []).append(title)
            else:
                found.setdefault(_answer(each), {}).setdefault(title, each)
    agreed = (each for each in found.values() if len(each) > 1)
    return tuple(_challenge(document, each, right) for each in agreed)


def weight(challenge: Challenge) -> tuple[int, bool]:
    """Return what challenges are ordered by: many voices first, stated values before silence."""
    return -len(challenge.systems), challenge.said == _SILENT


def _answer(each: Judged) -> tuple[str, ...]:
    """Return what an answer is compared by; what gold has no leaf for, by item and value."""
    place = each.leaf.gold_at or f"+{fold(each.item)}"
    return each.leaf.field, place, fold(each.said)


def _challenge(
    document: str, agreed: Mapping[str, Judged], right: Mapping[str, Sequence[str]]
) -> Challenge:
    each = next(iter(agreed.values()))
    return Challenge(
        document=document,
        field=each.leaf.field,
        item=each.item,
        gold=each.gold or _SILENT,
        said=each.said or _SILENT,
        systems=tuple(agreed),
        others=tuple(right.get(each.leaf.gold_at or "+", ())),
    )
