"""Why a leaf got its verdict: the rule that decided, the pairing behind it, and the runner-up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from extractor.evals.align import ITEM_FLOOR, item_likenesses, pair_items
from extractor.evals.gold import GoldDocument
from extractor.evals.leaves import (
    AGREEMENT,
    AMOUNT,
    COUNT,
    EVENT,
    PERCENT,
    PROJECT,
    SHARE,
    TARGET,
    Leaves,
    Shape,
    record_leaves,
)
from extractor.evals.mistakes import Mistake, mistakes_of
from extractor.evals.score import score_document
from extractor.evals.text import ALIKE_PERCENT, fold, is_alike, is_same, similarity_percent
from extractor.evals.text import traits_of as _traits_of
from extractor.evals.verdicts import Leaf, Verdict
from extractor.record import EMPTY, Record

_LISTS = {
    "shares": (SHARE, "label"),
    "projects": (PROJECT, "name"),
    "agreements": (AGREEMENT, "label"),
}

REFERENCES = frozenset({f"{SHARE.name}.of", f"{PROJECT.name}.shares"})
"""Fields that hold a share's id, which is each record's own."""

_CODES = frozenset(
    name
    for shape in (EVENT, SHARE, PROJECT, AGREEMENT, COUNT, AMOUNT, PERCENT, TARGET)
    for name, how in shape.scalars.items()
    if how == "exact"
)
_ONE_SIDED: dict[Verdict, str] = {
    "missed": "gold states it, the prediction is silent",
    "fabricated": "the prediction states it, gold is silent",
    "lost": "gold's item has no partner in the prediction",
    "invented": "the predicted item has no partner in gold",
}


@dataclass(frozen=True)
class Explanation:
    """One verdict and its reasons, in words.

    Attributes:
        leaf: the leaf and its verdicts.
        rule: what decided between right and wrong.
        pairing: how its item found its partner, or none, and which came second; None for the event.
        mistakes: what kind of mistake it is, with the other leaf, where known.
    """

    leaf: Leaf
    rule: str
    pairing: str | None
    mistakes: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """Return the explanation as lines of text, the verdict first."""
        leaf = self.leaf
        strict = "" if leaf.strict == leaf.lenient else f" (strictly: {leaf.strict})"
        return (
            f"{leaf.field}: {leaf.lenient}{strict}",
            f"  gold       {leaf.gold_at or '-'}  {_readings_shown(leaf.gold)}",
            f"  prediction {leaf.predicted_at or '-'}  {_shown(leaf.predicted)}",
            f"  rule       {self.rule}",
            *([f"  pairing    {self.pairing}"] if self.pairing else []),
            *(f"  mistake    {mistake}" for mistake in self.mistakes),
        )


def explain(
    gold: GoldDocument, prediction: Record | None, *, field: str | None = None
) -> tuple[Explanation, ...]:
    """Explain the verdicts on a prediction.

    Args:
        gold: the document.
        prediction: the predicted record; None where the extraction failed.
        field: only leaves of this field (`share.count.value`) or at or below this JSON pointer
            (`/shares/3`) in gold or prediction; without it, all that are not strictly correct.
    """
    score = score_document(gold, prediction)
    mistakes = mistakes_of(score)
    pairings = _pairings(gold, EMPTY if prediction is None else prediction)
    return tuple(
        Explanation(leaf, _rule(leaf), _pairing(leaf, pairings), _named(leaf, mistakes))
        for leaf in score.leaves
        if _is_asked_for(leaf, field)
    )


def _is_asked_for(leaf: Leaf, field: str | None) -> bool:
    if field is None:
        return leaf.strict != "correct"
    if not field.startswith("/"):
        return leaf.field == field or leaf.field.startswith(f"{field}.")
    return any(
        place is not None and (place == field or place.startswith(f"{field}/"))
        for place in (leaf.gold_at, leaf.predicted_at)
    )


def _rule(leaf: Leaf) -> str:
    if leaf.lenient in _ONE_SIDED:
        return _ONE_SIDED[leaf.lenient]
    if leaf.field in REFERENCES:
        return "references are compared through the pairing of the shares that they name"
    if leaf.is_figure:
        return "values are compared as exact decimals, with both ends of a range"
    texts = [reading for reading in leaf.gold if isinstance(reading, str)]
    if leaf.field.rsplit(".", 1)[-1] in _CODES or not texts:
        return "codes and dates are compared as they stand"
    return _text_rule(texts, str(leaf.predicted))


def _text_rule(readings: Sequence[str], said: str) -> str:
    nearest = max(readings, key=lambda reading: similarity_percent(reading, said))
    place = readings.index(nearest) + 1
    which = f"reading {place} of {len(readings)}, " if len(readings) > 1 else ""
    if nearest == said:
        return f"{which}letter for letter"
    if is_same(nearest, said):
        return f"{which}the same after folding width, case and punctuation: {fold(said)!r}"
    percent = similarity_percent(nearest, said)
    alike = f"{which}{percent:.0f}% alike ({ALIKE_PERCENT:.0f}% asked)"
    if is_alike(nearest, said):
        return f"{alike}, with the same numbers and sides"
    guarded = (_traits_of(nearest).guarded, _traits_of(said).guarded)
    if percent >= ALIKE_PERCENT and guarded[0] != guarded[1]:
        return f"{alike}, but numbers or sides differ: {guarded[0]} and {guarded[1]}"
    return alike


class _Partner(NamedTuple):
    """A gold item's likeness to its partner, and to the next best item."""

    name: str
    partner: str | None
    likeness: float
    runner_up: str | None
    runner_up_likeness: float


def _pairings(gold: GoldDocument, prediction: Record) -> dict[tuple[str, str], _Partner]:
    """Return how each item was paired, by its side (gold or prediction) and JSON pointer."""
    said = record_leaves(prediction.model_dump())
    found: dict[tuple[str, str], _Partner] = {}
    for field, (shape, name) in _LISTS.items():
        wanted_items, said_items = getattr(gold.leaves, field), getattr(said, field)
        found |= _pairings_of(shape, name, wanted_items, said_items)
    return found


def _pairings_of(
    shape: Shape, name: str, gold: Sequence[Leaves], predicted: Sequence[Leaves]
) -> Iterator[tuple[tuple[str, str], _Partner]]:
    alike = item_likenesses(shape, gold, predicted)
    pairs = pair_items(shape, gold, predicted)
    columns = list(zip(*alike, strict=True)) if alike else [() for _ in predicted]
    partner, owner = dict(pairs), {said: wanted for wanted, said in pairs}
    for index, item in enumerate(gold):
        yield (
            ("gold", item.pointer),
            _partner(name, item, predicted, alike[index], partner.get(index)),
        )
    for index, item in enumerate(predicted):
        yield (
            ("prediction", item.pointer),
            _partner(name, item, gold, columns[index], owner.get(index)),
        )


def _partner(
    name: str, item: Leaves, others: Sequence[Leaves], alike: Sequence[float], partner: int | None
) -> _Partner:
    ranked = sorted((i for i in range(len(others)) if i != partner), key=lambda i: -alike[i])
    second = ranked[0] if ranked and alike[ranked[0]] > 0 else None
    return _Partner(
        name=_name(item, name),
        partner=None if partner is None else _name(others[partner], name),
        likeness=0.0 if partner is None else alike[partner],
        runner_up=None if second is None else _name(others[second], name),
        runner_up_likeness=0.0 if second is None else alike[second],
    )


def _pairing(leaf: Leaf, pairings: dict[tuple[str, str], _Partner]) -> str | None:
    at = _item_of(leaf.gold_at)
    found = pairings.get(("gold", at)) if at else None
    if found is None and (at := _item_of(leaf.predicted_at)):
        found = pairings.get(("prediction", at))
    if found is None:
        return None
    if found.partner is None:
        said = f"{found.name!r} has no partner (likeness of {ITEM_FLOOR} asked)"
    else:
        said = f"{found.name!r} with {found.partner!r}, likeness {found.likeness:.2f}"
    if found.runner_up is None:
        return f"{said}; no other came near"
    return f"{said}; next {found.runner_up!r}, {found.runner_up_likeness:.2f}"


def _item_of(pointer: str | None) -> str | None:
    """Return the pointer of the item in a list that a leaf stands in; None for the event."""
    parts = (pointer or "").split("/")
    return "/".join(parts[:3]) if len(parts) > 2 and parts[1] in _LISTS else None


def _named(leaf: Leaf, mistakes: Sequence[Mistake]) -> tuple[str, ...]:
    return tuple(
        mistake.kind
        if mistake.other is None
        else f"{mistake.kind}, with {mistake.other.field} at "
        f"{mistake.other.gold_at or mistake.other.predicted_at}"
        for mistake in mistakes
        if leaf in (mistake.leaf, mistake.other)
    )


def _name(item: Leaves, name: str) -> str:
    return str(item.scalars[name][0])


def _readings_shown(readings: Sequence[Any]) -> str:
    return " or ".join(_shown(reading) for reading in readings)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        low, high = value
        return f"{low:f}" if high is None else f"{low:f} to {high:f}"
    return "-" if value is None else str(value)
