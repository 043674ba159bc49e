"""Adjudication: two labellers' records side by side, and the record that picks between them give.

The first labeller's record is what holds; where the second's is picked, a field, a figure, a member
of a list or a whole item of theirs takes its place. The record follows from both and the picks alone.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from extractor.article import Article
from extractor.errors import UsageError
from extractor.evals.leaves import AMOUNT, COUNT, PERCENT, TARGET
from extractor.evals.readings import ANY_OF, is_choice, readings_of
from extractor.evals.verdicts import Leaf
from extractor.figures import Figure
from extractor.review.agreement import Sides, sides_of
from extractor.review.edits import Pick, RefusedError
from extractor.review.labelling import Labelling
from extractor.review.labels import Json, Labels
from extractor.review.opening import opened
from extractor.review.pointers import get, in_order, item_of, put, split
from extractor.review.removing import take_out
from extractor.review.sources import FOLDER, OWN, Entry, FolderSource, Material, labels_folder

Side = Literal["a", "b"]

_WHOLE = ""
"""The pointer of the record as a whole."""
_FIGURES = frozenset({COUNT.name, AMOUNT.name, PERCENT.name, TARGET.name})
_SHARE = re.compile(r"/shares/\d+")
_LISTS = {"share": "shares", "project": "projects", "agreement": "agreements"}


@dataclass(frozen=True)
class Difference:
    """Something in which two labellers differ.

    Attributes:
        number: what a pick means it by.
        field: what it is (`share.label`, `project.amount`, `share` for a whole one).
        a: its pointer in the first record; None where only the second has it.
        b: the same of the second.
    """

    number: int
    field: str
    a: str | None
    b: str | None


class Comparison:
    """All differences of two labellers' records, and what comes of picks.

    Args:
        sides: their labels.
    """

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self._a, self._b = sides.a.record, sides.b.record

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The differences in the order of the record; texts differ where a letter does."""
        if (self._a["event"] is None) != (self._b["event"] is None):
            return (Difference(0, "event", _WHOLE, _WHOLE),)
        found: dict[tuple[str, str | None, str | None], None] = {}
        for leaf in self.sides.score.leaves:
            if leaf.strict != "correct":
                found.setdefault(self._unit(leaf))
        return tuple(Difference(number, *unit) for number, unit in enumerate(found))

    def _unit(self, leaf: Leaf) -> tuple[str, str | None, str | None]:
        """Return what a leaf is picked with: its whole item or figure, or only itself."""
        if leaf.strict in {"lost", "invented"}:
            kind = leaf.field.partition(".")[0]
            return kind, _item(leaf.gold_at), _item(leaf.predicted_at)
        *owner, _ = leaf.field.split(".")
        if owner[-1] in _FIGURES and len(owner) > 1:
            return ".".join(owner), _holder(leaf.gold_at), _holder(leaf.predicted_at)
        return leaf.field, leaf.gold_at, leaf.predicted_at

    @cached_property
    def _partners(self) -> dict[str, str]:
        """The pointers of the first record's items by those of the second's."""
        return {
            item: _item(leaf.gold_at) or ""
            for leaf in self.sides.score.leaves
            if leaf.gold_at and (item := _item(leaf.predicted_at)) is not None
        }

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The ids that the second record's shares have in the record that comes of both."""
        taken = {share["id"] for share in self._a["shares"]}
        ids: dict[str, str] = {}
        for index, share in enumerate(self._b["shares"]):
            partner = self._partners.get(f"/shares/{index}")
            if partner is not None:
                ids[share["id"]] = get(self._a, partner)["id"]
                continue
            free = share["id"]
            while free in taken:
                free += "b"
            taken.add(free)
            ids[share["id"]] = free
        return ids

    def said(self, difference: Difference, side: Side) -> Any:
        """Return what a side has there, as JSON; None where it has nothing."""
        record, at = (self._a, difference.a) if side == "a" else (self._b, difference.b)
        return None if at is None else get(record, at)

    def record(self, picks: Mapping[int, Side]) -> Json:
        """Return the record that picks give; where none is made, the first labeller's holds."""
        chosen = [each for each in self.differences if picks.get(each.number) == "b"]
        if any(each.a == _WHOLE for each in chosen):
            return deepcopy(self._b)
        labels = Labels.of_record({}, deepcopy(self._a))
        for difference in chosen:
            self._take(labels, difference)
        for at in self._gone(picks):
            take_out(labels, at)
        _tie_references(labels.record)
        return labels.record

    def place(self, difference: Difference, picks: Mapping[int, Side]) -> str | None:
        """Return where a difference is in the record that picks give, as far as it is there."""
        at = difference.a
        for gone in self._gone(picks):
            at = None if at is None else _behind(at, gone)
        return at

    def _gone(self, picks: Mapping[int, Side]) -> list[str]:
        """Return what the second labeller leaves out, where theirs is picked, the last first.

        Shares come at the end: with one go the references to it, which are members of lists.
        """
        gone = [d.a for d in self.differences if picks.get(d.number) == "b" and d.b is None and d.a]
        return sorted(gone, key=lambda at: (not _SHARE.fullmatch(at), in_order(at)), reverse=True)

    def _take(self, labels: Labels, difference: Difference) -> None:
        """Let what the second labeller says take the place of what the first does."""
        if difference.b is None:
            return
        node = self._translated(deepcopy(get(self._b, difference.b)), difference.b)
        if difference.a is not None:
            put(labels.record, difference.a, node)
            return
        if difference.field in _LISTS:
            name = _LISTS[difference.field]
            labels.record[name].append(node)
            if name in labels.items:
                labels.items[name].append(f"{name[0]}{len(labels.items[name]) + 1}b")
            return
        owner = item_of(difference.b)
        at = self._partners[owner] + difference.b.removeprefix(owner)
        holder, last = split(at)
        put(labels.record, f"{holder}/-" if last.isdecimal() else at, node)

    def _translated(self, node: Any, at: str) -> Any:
        """Return a part of the second record with its references to shares as they are in both."""
        parts = at.split("/")
        if parts[1] == "shares" and len(parts) == 3:
            return {**node, "id": self._ids[node["id"]], "of": self._reference(node["of"])}
        if parts[1] == "projects" and len(parts) == 3:
            return {**node, "shares": [self._reference(share) for share in node["shares"]]}
        if at.endswith("/of") and "percents" not in parts:
            return self._reference(node)
        return self._reference(node) if parts[-2] == "shares" and parts[1] == "projects" else node

    def _reference(self, node: Any) -> Any:
        if is_choice(node):
            return {ANY_OF: [self._ids.get(reading) for reading in node[ANY_OF]]}
        return self._ids.get(node)


class AdjudicationSource(FolderSource):
    """The articles that two labellers have labelled; what is picked becomes gold.

    Args:
        folder: the articles' folder.
        names: the two labellers; `gold` for the labels beside the articles.

    Raises:
        UsageError: it is no folder, or nothing in it was labelled by both.
    """

    def __init__(self, folder: Path, names: tuple[str, str]) -> None:
        if not folder.is_dir():
            raise UsageError(f"{folder}: --adjudicate takes the articles' folder")
        super().__init__(folder)
        self.kind = "gold"
        self.names = names
        self._first, self._second = (
            folder if name == OWN else labels_folder(folder, name) for name in names
        )
        self.journals = folder / FOLDER / f"{names[0]}+{names[1]}"
        self._paths = [
            path
            for path in self._paths
            if all((each / f"{path.stem}.json").is_file() for each in (self._first, self._second))
        ]
        if not self._paths:
            raise UsageError(f"{folder}: {names[0]} and {names[1]} have labelled no article both")

    def material(self, entry: Entry) -> Material:
        """Return an article with both labellers' records.

        Raises:
            UsageError: the labels are no gold, or of different texts.
        """
        sides = sides_of(self._first, self._second, Path(entry.place).stem)
        source = sides.a.source
        content: Json = {} if source is None else source.model_dump(mode="json")
        return Material(sides.a.article, content, record=None, sides=sides)


def adjudicated(
    source: Json,
    sides: Sides,
    picks: Mapping[int, Side],
    article: Article,
    found: tuple[Figure, ...],
) -> Labels:
    """Return the labels that picks give."""
    labels = opened(source, Comparison(sides).record(picks), article, found)
    return replace(labels, picks=dict(picks))


def picked(labelling: Labelling, edit: Pick) -> Labels:
    """Pick a side in a difference.

    Raises:
        RefusedError: there is no such difference, or the record was edited since the last pick.
    """
    sides, labels = labelling.sides, labelling.labels
    if sides is None:
        raise RefusedError("nothing is adjudicated here")
    comparison = Comparison(sides)
    if edit.difference >= len(comparison.differences):
        raise RefusedError(f"there is no difference {edit.difference}")
    if labels.record != comparison.record(labels.picks):
        raise RefusedError("the record was edited after the picks; undo these edits to pick again")
    picks = {**labels.picks, edit.difference: edit.side}
    return adjudicated(labels.source, sides, picks, labelling.article, labelling.found)


def open_differences(labelling: Labelling) -> Iterator[Difference]:
    """Yield the differences in which no side was picked yet."""
    if labelling.sides is not None:
        for each in Comparison(labelling.sides).differences:
            if each.number not in labelling.labels.picks:
                yield each


def _item(pointer: str | None) -> str | None:
    return None if pointer is None else item_of(pointer)


def _holder(pointer: str | None) -> str | None:
    return None if pointer is None else split(pointer)[0]


def _behind(pointer: str, gone: str) -> str | None:
    """Return a pointer after something was taken out; None where that was it, or held it."""
    if pointer == gone or pointer.startswith(f"{gone}/"):
        return None
    holder, last = split(gone)
    index, slash, rest = pointer.removeprefix(f"{holder}/").partition("/")
    is_behind = pointer.startswith(f"{holder}/") and last.isdecimal() and index.isdecimal()
    if is_behind and int(index) > int(last):
        return f"{holder}/{int(index) - 1}{slash}{rest}"
    return pointer


def _tie_references(record: Json) -> None:
    """Take back references to shares that the record does not have."""
    known = {share["id"] for share in record["shares"]}
    for share in record["shares"]:
        share["of"] = _known(share["of"], known)
    for project in record["projects"]:
        shares = [_known(each, known) for each in project["shares"]]
        project["shares"] = [each for each in shares if each is not None]


def _known(node: Any, known: set[str]) -> Any:
    left = list(dict.fromkeys(each for each in readings_of(node) if each is None or each in known))
    if not any(left):
        return None
    return left[0] if len(left) == 1 else {ANY_OF: left}
