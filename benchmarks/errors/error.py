"""One error put into a faultless draft, and the faultless draft as errors are put into it."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from benchmarks.errors.gold_drafts import GoldArticle
from extractor.checks import Subject
from extractor.draft import Draft
from extractor.draft.schema import EVENT_ITEM
from extractor.figures import Figure

Json = dict[str, Any]
"""A draft, or an item of one, as plain JSON."""

Change = Callable[[Json], None]
"""What puts an error into a copy of a draft."""

LISTS = ("shares", "projects", "agreements")

NAMES = ("name", "label", "activity", "place", "host")
NAME_LISTS = ("aliases", "investors", "parties")
"""The fields of the event and of items that are copied from the text, and lists of such."""


@dataclass(frozen=True)
class Error:
    """A draft with one thing wrong in it.

    Attributes:
        article: the article that it is a draft of.
        change: puts the error into a copy of the faultless draft.
        what: what is wrong, for people.
        items: ids of the draft items that the error is in.
        figures: ids of the figures that it misplaces; those of `items` go with them.
    """

    article: GoldArticle
    change: Change
    what: str
    items: frozenset[str]
    figures: frozenset[int] = frozenset()

    @cached_property
    def draft(self) -> Draft:
        """The draft with the error in it."""
        draft = self.article.draft.model_dump()
        self.change(draft)
        return Draft.model_validate(draft)


@dataclass(frozen=True)
class Slot:
    """A place in a draft that refers to a figure.

    Attributes:
        item: the id of the item that it belongs to.
        role: `count`, `amounts`, `percents` or `targets`.
        path: the keys that lead to the part of the draft that holds the reference.
        key: where in that part the reference stands.
        figure: the figure it refers to.
        meaning: kind of an amount, base of a percentage; None for others.
    """

    item: str
    role: str
    path: tuple[str | int, ...]
    key: str
    figure: Figure
    meaning: str | None = None


@dataclass(frozen=True)
class Clean:
    """A faultless draft as plain JSON, with its article.

    Attributes:
        article: the article with the draft.
        others: the other articles in its language, from which a model may remember names.
    """

    article: GoldArticle
    others: Sequence[GoldArticle] = field(default=(), repr=False)

    @cached_property
    def json(self) -> Json:
        """The draft; not to be changed."""
        return self.article.draft.model_dump()

    @cached_property
    def subject(self) -> Subject:
        """The draft as checks see it."""
        return self.article.subject

    @cached_property
    def figures(self) -> dict[int, Figure]:
        """The article's figures by id."""
        return {figure.id: figure for figure in self.article.figures}

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.article.text

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every reference by id of the event, the shares, projects and agreements."""
        return tuple(self._slots())

    def slots_of(self, item: str) -> list[Slot]:
        """Return the references of one item."""
        return [slot for slot in self.slots if slot.item == item]

    def error(
        self,
        change: Change,
        what: str,
        *,
        items: Sequence[str],
        figures: Sequence[int] = (),
    ) -> Error:
        """Return the error that a change of a copy of the draft makes."""
        return Error(self.article, change, what, frozenset(items), frozenset(figures))

    def _slots(self) -> Iterator[Slot]:
        yield from self._item_slots(self.json["event"], ("event",), EVENT_ITEM)
        for name in LISTS:
            for index, item in enumerate(self.json[name]):
                yield from self._item_slots(item, (name, index), item["id"])

    def _item_slots(self, item: Json, path: tuple[str | int, ...], owner: str) -> Iterator[Slot]:
        if isinstance(ref := item.get("count"), int):
            yield Slot(owner, "count", path, "count", self.figures[ref])
        for role, meaning in (("amounts", "kind"), ("percents", "of"), ("targets", "measure")):
            for index, part in enumerate(item.get(role, ())):
                if isinstance(ref := part["f"], int):
                    place = (*path, role, index)
                    yield Slot(owner, role, place, "f", self.figures[ref], part[meaning])


Injector = Callable[[Clean, random.Random], Iterator[Error]]
"""Yields every error of one class that an article offers."""


def at(draft: Json, path: Sequence[str | int]) -> Any:
    """Return the part of a draft that a path leads to."""
    part: Any = draft
    for key in path:
        part = part[key]
    return part


def setting(path: Sequence[str | int], key: str | int, value: Any) -> Change:
    """Return the change that puts a value into one part of a draft."""

    def change(draft: Json) -> None:
        at(draft, path)[key] = value

    return change


def swap(draft: Json, one: Slot, other: Slot) -> None:
    """Let two references change places."""
    at(draft, one.path)[one.key] = other.figure.id
    at(draft, other.path)[other.key] = one.figure.id
