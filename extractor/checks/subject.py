"""What a check looks at: an article, its figures, and what a draft resolved to."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import digits

from extractor.article import Article, Span
from extractor.checks.entries import EVENT, Entry, entries_of, texts_of
from extractor.draft.resolve import Resolution
from extractor.draft.schema import EVENT_ITEM
from extractor.figures import Figure
from extractor.record import Dimension, Record, Share
from extractor.violations import Finding, Violation

Group = tuple[Dimension, str | None]
"""What siblings have in common: their dimension, and the id of the share they are parts of."""

_MOST_NEARBY = 60


@dataclass(frozen=True)
class Subject:
    """An article with its figures and the record to check, indexed as checks need it."""

    article: Article
    figures: tuple[Figure, ...]
    resolution: Resolution

    @property
    def record(self) -> Record:
        """The record to check."""
        return self.resolution.record

    @cached_property
    def figures_by_id(self) -> Mapping[int, Figure]:
        """The article's figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every figure of the record, in the record's order."""
        by_span = {(figure.start, figure.end): figure for figure in self.figures}
        evidence = self.resolution.evidence

        def figure_at(pointer: str) -> Figure | None:
            return next(filter(None, map(by_span.get, evidence.get(pointer, ()))), None)

        return tuple(entries_of(self.record, figure_at))

    @cached_property
    def entries_by_owner(self) -> Mapping[str, Sequence[Entry]]:
        """The figures of the event, of each share, project and agreement, by its pointer."""
        owned: dict[str, list[Entry]] = {}
        for entry in self.entries:
            owned.setdefault(entry.owner, []).append(entry)
        return owned

    @cached_property
    def uses(self) -> Mapping[int, Sequence[Entry]]:
        """The entries that rest on each figure, by the figure's id."""
        used: dict[int, list[Entry]] = {}
        for entry in self.entries:
            if entry.figure is not None:
                used.setdefault(entry.figure.id, []).append(entry)
        return used

    @cached_property
    def _said(self) -> Mapping[object, Sequence[Entry]]:
        said: dict[object, list[Entry]] = {}
        for entries in self.uses.values():
            if figure := entries[0].figure:
                said.setdefault(reading_of(figure), []).extend(entries)
        return said

    def saying(self, figure: Figure) -> Sequence[Entry]:
        """Return the entries that rest on a figure, or on another one that says the same."""
        return self._said.get(reading_of(figure), ())

    @cached_property
    def _counts(self) -> Mapping[str, Entry]:
        return {entry.owner: entry for entry in self.entries if entry.field == "count"}

    @cached_property
    def _money(self) -> Mapping[str, list[Entry]]:
        return {
            owner: [entry for entry in entries if entry.kind is not None]
            for owner, entries in self.entries_by_owner.items()
        }

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every name and label of the record that is copied from the article, by pointer."""
        return tuple(texts_of(self.record))

    @cached_property
    def figures_in_names(self) -> frozenset[int]:
        """The ids of the figures inside names and labels, and inside their other mentions.

        Another mention of a name has the same number at the same place.
        """
        evidence, ids = self.resolution.evidence, self._ids
        inside: set[int] = set()
        with_figures: set[tuple[str, str, int]] = set()
        for pointer, name in self.texts:
            for start, end in evidence.get(pointer, ()):
                first = bisect_left(ids, start)
                if first < len(ids) and ids[first] < end:
                    inside.update(ids[first : bisect_left(ids, end, first)])
                    with_figures.add((name, _number(self.figures[first]), ids[first] - start))
        for name, number, offset in with_figures:
            for start in self._places_of_numbers[number]:
                if start >= offset and self.article.text.startswith(name, start - offset):
                    end = start - offset + len(name)
                    inside.update(ids[bisect_left(ids, start) : bisect_left(ids, end)])
        return frozenset(inside)

    @cached_property
    def _places_of_numbers(self) -> Mapping[str, Sequence[int]]:
        """Where figures that begin with the same number begin."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for figure in self.figures:
            places[_number(figure)].append(figure.start)
        return places

    @cached_property
    def shares(self) -> Mapping[str, Share]:
        """The record's shares by pointer."""
        return {f"/shares/{index}": share for index, share in enumerate(self.record.shares)}

    @cached_property
    def first_figures(self) -> Mapping[str, Figure]:
        """The first figure of each share in the text, conversions apart, by the share's pointer."""
        firsts: dict[str, Figure] = {}
        for entry in self.entries:
            figure, owner = entry.figure, entry.owner
            if figure is None or owner not in self.shares or entry.field == "equivalents":
                continue
            if owner not in firsts or figure.id < firsts[owner].id:
                firsts[owner] = figure
        return firsts

    @cached_property
    def shared_figures(self) -> Mapping[tuple[str, str | None], Sequence[int]]:
        """The ids of the figures that shares have, in order, by their kind and unit."""
        used = {
            figure
            for figure, entries in self.uses.items()
            if any(entry.owner in self.shares for entry in entries)
        }
        found: dict[tuple[str, str | None], list[int]] = {}
        for figure in self.figures:
            if figure.id in used:
                found.setdefault((figure.kind, figure.unit), []).append(figure.id)
        return found

    @cached_property
    def groups(self) -> Mapping[Group, Sequence[str]]:
        """The shares' pointers by what they have in common with their siblings, in order."""
        groups: dict[Group, list[str]] = {}
        for pointer, share in self.shares.items():
            groups.setdefault((share.dimension, share.of), []).append(pointer)
        return groups

    @cached_property
    def _share_pointers(self) -> Mapping[str, str]:
        return {share.id: pointer for pointer, share in self.shares.items()}

    def wholes(self, share: str) -> tuple[str, ...]:
        """Return the pointers of what a share is a part of: its parents outwards, then the event."""
        if self.shares[share].of is None:
            return (EVENT,)
        chain: list[str] = []
        parent = self.shares[share].of
        while parent is not None and (pointer := self._share_pointers.get(parent)):
            if pointer in chain:
                break
            chain.append(pointer)
            parent = self.shares[pointer].of
        return (*chain, EVENT)

    def share_at(self, share_id: str) -> str | None:
        """Return the pointer of the share with this id in the record."""
        return self._share_pointers.get(share_id)

    def count(self, owner: str) -> Entry | None:
        """Return the count of the event, a share or an agreement."""
        return self._counts.get(owner)

    def money(self, owner: str) -> Sequence[Entry]:
        """Return the amounts of an item and their equivalents."""
        return self._money.get(owner, ())

    def money_like(self, amount: Entry, owner: str) -> list[Entry]:
        """Return the amounts of an item that are of the kind and currency of another one."""
        return [
            entry
            for entry in self.money(owner)
            if entry.kind == amount.kind and entry.currency == amount.currency
        ]

    def comparable_money(self, part: str, whole: str) -> list[tuple[Entry, Entry]]:
        """Return amounts of two items that are of one kind and in one currency, side by side."""
        return [
            (mine, theirs) for mine in self.money(part) for theirs in self.money_like(mine, whole)
        ]

    @cached_property
    def _ids(self) -> tuple[int, ...]:
        return tuple(figure.id for figure in self.figures)

    def figure_before(self, figure: Figure, start: int) -> Figure | None:
        """Return the figure just before one, if it begins at `start` or later."""
        index = bisect_left(self._ids, figure.start) - 1
        return self.figures[index] if index >= 0 and self._ids[index] >= start else None

    def figure_after(self, figure: Figure, end: int) -> Figure | None:
        """Return the figure just after one, if it begins before `end`."""
        index = bisect_left(self._ids, figure.end)
        return self.figures[index] if index < len(self._ids) and self._ids[index] < end else None

    def figures_between(self, span: Span) -> tuple[Figure, ...]:
        """Return the figures that begin inside a span, in order."""
        first = bisect_left(self._ids, span.start)
        last = bisect_left(self._ids, span.end, first)
        return self.figures[first:last]

    def nearby(self, figure: Figure, *, sentences: int) -> Iterator[Figure]:
        """Yield the other figures of the same kind and unit close to one.

        Args:
            figure: the figure to look around.
            sentences: how many sentences to look beyond its own, on both sides; never past its line,
                nor past the figures next to it in a sentence without end.
        """
        around = self.around(figure.start, sentences=sentences)
        own = bisect_left(self._ids, figure.id)
        first = bisect_left(self._ids, around.start, max(own - _MOST_NEARBY, 0), own)
        last = bisect_left(self._ids, around.end, own, min(own + _MOST_NEARBY, len(self._ids)))
        for other in self.figures[first:last]:
            if _is_alike(figure, other):
                yield other

    def around(self, offset: int, *, sentences: int) -> Span:
        """Return the sentence at an offset with some more on both sides, within its line."""
        text = self.article.text
        line_start = text.rfind("\n", 0, offset) + 1
        line_end = text.find("\n", offset)
        line_end = len(text) if line_end < 0 else line_end
        own = self.article.sentence_before(offset)
        if own < 0:
            return Span(line_start, line_end)
        near = self.article.sentences[max(own - sentences, 0) : own + sentences + 1]
        return Span(max(near[0].start, line_start), min(near[-1].end, line_end))

    def item(self, owner: str) -> str:
        """Return the draft's id of the event, share, project or agreement at a pointer."""
        return EVENT_ITEM if owner == EVENT else self.resolution.items.get(owner, owner)

    def items(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """Return the draft's ids of the items that own some figures, each once."""
        return tuple(dict.fromkeys(self.item(entry.owner) for entry in entries))

    def name(self, owner: str) -> str:
        """Return the name of the project, or the label of the share or agreement, at a pointer."""
        _, kind, index = owner.split("/")
        if kind == "projects":
            return self.record.projects[int(index)].name
        if kind == "shares":
            return self.record.shares[int(index)].label
        return self.record.agreements[int(index)].label

    def title(self, owner: str) -> str:
        """Return what messages call an item: `share s3 “manufacturing”`, `the event`."""
        if owner == EVENT:
            return "the event"
        kind = owner.split("/")[1].removesuffix("s")
        return f"{kind} {self.item(owner)} “{self.name(owner)}”"


def _number(figure: Figure) -> str:
    """Return the digits that a figure begins with, or its first letter."""
    words = figure.as_written
    return words[: len(words) - len(words.lstrip(digits))] or words[:1]


def _is_alike(figure: Figure, other: Figure) -> bool:
    """Return whether one figure could stand in the place of another."""
    if other.kind != figure.kind or other.value is None or other.boundary:
        return False
    if other.value == figure.value:
        return False
    return figure.kind == "count" or other.unit == figure.unit


def unit(figure: Figure) -> str | None:
    """Return the unit that tells figures apart; the nouns of counts vary from mention to mention."""
    return None if figure.kind == "count" else figure.unit


def reading_of(figure: Figure) -> tuple[object, ...]:
    """Return what two mentions of one figure share."""
    return figure.kind, figure.value, figure.upper, unit(figure)


Check = Callable[[Subject], Iterator[Violation | Finding]]
