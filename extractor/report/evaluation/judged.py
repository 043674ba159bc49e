"""Judged leaves: every verdict of a run in words, with what decided it and the item it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.evals.explain import REFERENCES, Explanation, explain
from extractor.evals.readings import nth_reading
from extractor.evals.run import DocumentRun
from extractor.evals.verdicts import Leaf, Verdict

_NAMES = {"shares": "label", "projects": "name", "agreements": "label"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One leaf of one run.

    Attributes:
        leaf: the leaf and its verdicts.
        item: the name of its share, project or agreement; empty for the event.
        group: JSON pointer of that item in gold; in the prediction, after a `+`, where gold has none.
        gold: the best accepted value in words; empty where gold is silent.
        also: the other accepted values in words.
        said: the predicted value in words; empty where the prediction is silent.
        why: what decided, in lines; empty where it is right letter for letter.
        mistakes: in which way it is not right, as far as known.
    """

    leaf: Leaf
    item: str
    group: str
    gold: str
    also: tuple[str, ...]
    said: str
    why: tuple[str, ...]
    mistakes: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """The lenient verdict."""
        return self.leaf.lenient

    @property
    def is_right(self) -> bool:
        """Whether it is right, leniently."""
        return self.leaf.lenient == "correct"

    @property
    def is_strictly_right(self) -> bool:
        """Whether it is right where texts must be the same."""
        return self.leaf.strict == "correct"


def judged(run: DocumentRun) -> tuple[Judged, ...]:
    """Return all leaves of a run, in the score's order."""
    gold = nth_reading(run.document.record, 0)
    record = run.result.record
    said = {} if record is None else record.model_dump()
    wording = _Wording(gold, said, run.score.leaves)
    reasons = {_key(found.leaf): found for found in explain(run.document, record)}
    return tuple(wording.judged(leaf, reasons.get(_key(leaf))) for leaf in run.score.leaves)


def item_of(pointer: str | None) -> str:
    """Return the pointer of the item that a leaf stands in: `/shares/3`, `/event`; empty for none."""
    parts = (pointer or "").split("/")
    return "/".join(parts[: 3 if parts[1:2] and parts[1] in _NAMES else 2])


def _key(leaf: Leaf) -> tuple[str, str | None, str | None]:
    return leaf.field, leaf.gold_at, leaf.predicted_at


class _Wording:
    """Puts leaves into words.

    Args:
        gold: the best reading of the gold record.
        said: the predicted record; empty without one.
        leaves: all leaves of the document.
    """

    def __init__(
        self, gold: Mapping[str, Any], said: Mapping[str, Any], leaves: tuple[Leaf, ...]
    ) -> None:
        self._gold, self._said = gold, said
        self._gold_labels, self._said_labels = _labels(gold), _labels(said)
        self._partners = {
            item_of(leaf.predicted_at): item_of(leaf.gold_at)
            for leaf in leaves
            if leaf.predicted_at and leaf.gold_at
        }

    def judged(self, leaf: Leaf, reason: Explanation | None) -> Judged:
        is_reference = leaf.field in REFERENCES  # shown by the label of the share
        gold_labels = self._gold_labels if is_reference else {}
        said_labels = self._said_labels if is_reference else {}
        readings = [shown(reading, gold_labels) for reading in leaf.gold if reading is not None]
        group, name = self._item(leaf)
        return Judged(
            leaf=leaf,
            item=name,
            group=group,
            gold=readings[0] if readings else "",
            also=tuple(readings[1:]),
            said=shown(leaf.predicted, said_labels),
            why=() if reason is None else tuple(filter(None, (reason.rule, reason.pairing))),
            mistakes=() if reason is None else reason.mistakes,
        )

    def _item(self, leaf: Leaf) -> tuple[str, str]:
        """Return the group of a leaf and the name of its item, gold's where there is one."""
        said_at = item_of(leaf.predicted_at)
        gold_at = item_of(leaf.gold_at) or self._partners.get(said_at, "")
        if gold_at:
            return gold_at, _name(self._gold, gold_at)
        return f"+{said_at}", _name(self._said, said_at)


def _labels(record: Mapping[str, Any]) -> dict[str, str]:
    return {share["id"]: str(share["label"]) for share in record.get("shares", ())}


def _name(record: Mapping[str, Any], pointer: str) -> str:
    _, kind, *index = pointer.split("/")
    return str(record[kind][int(index[0])][_NAMES[kind]]) if index else ""


def shown(value: Any, labels: Mapping[str, str] | None = None) -> str:
    """Write a leaf's value: a figure with all its digits, a reference by the label it leads to."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        low, high = value
        return f"{low:,f}" if high is None else f"{low:,f}–{high:,f}"
    return (labels or {}).get(value, str(value))
