"""Figures against the order of the words: each stands by the name of its own item.

In lists of groups or projects (12 in steel and 8 in tea; 钢铁12个、茶叶8个; steel and tea, with 12 and 8
respectively) figures follow in the order of the names, before or behind them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.alignment import mentions
from extractor.article import Span
from extractor.checks.entries import EVENT, Entry, Field
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.record import AmountKind
from extractor.violations import Violation

_IN_REACH = 1_000  # code points; in a sentence that never ends, words further off say nothing


class _Named(NamedTuple):
    """A figure of the record with the name of its item.

    Attributes:
        figure: the figure.
        name: where the name or label of the item stands.
        entry: the figure's entry in the record.
    """

    figure: Figure
    name: Span
    entry: Entry


class _Name(NamedTuple):
    """The name of an item: where it stands, the item's rank in its list, and its pointer."""

    place: Span
    rank: int
    owner: str


_Column = tuple[str, Field, AmountKind | None]
"""The list an item is in, and which of its figures: counts of shares, investments of projects."""


def check_order(subject: Subject) -> Iterator[Violation]:
    """Figures of one list follow in the order of their items' names.

    Nor does one stand behind the name of another item that has no such figure.
    """
    columns = _columns(subject)
    names = {kind: _names(kind, subject) for kind in {kind for kind, _, _ in columns}}
    having = {(entry.owner, entry.field) for entry in subject.entries}
    for (kind, field, _), named in columns.items():
        for one, other in pairwise(sorted(named, key=lambda each: each.figure.id)):
            if _are_crossed(one, other, subject):
                yield _crossed(one, other, subject)
        without = [each for each in names[kind] if (each.owner, field) not in having]
        for each in named if without else ():
            yield from _check_between(each, without, subject)


def _check_between(each: _Named, without: Sequence[_Name], subject: Subject) -> Iterator[Violation]:
    """Name the first item, in the record's order, whose name stands between a figure and its own.

    Where a project's own name stands in another sentence, any name in the figure's own will do.
    """
    figure, name = each.figure, each.name
    between = (
        Span(name.end, figure.start) if name.end <= figure.start else Span(figure.end, name.start)
    )
    is_apart = not _are_in_one_sentence(name, figure, subject)
    if is_apart:
        if not each.entry.owner.startswith("/projects/"):
            return
        between = _around(figure, subject)
    first = bisect_left(without, ((between.start,),))
    last = bisect_left(without, ((between.end,),), first)
    if first == last or (is_apart and _is_named_beside(each, subject)):
        return
    for place, _, owner in sorted(without[first:last], key=lambda each: each.rank):
        if place.end <= between.end:
            words = subject.article.text[name.start : name.end]
            if figure.start > name.start and words in subject.article.text[slice(*between)]:
                continue
            yield Violation(
                code="grounding.astray",
                message=f"{subject.title(each.entry.owner)}: {show(figure)} stands beside the name of "
                f"{subject.title(owner)}, which has no such figure; move it there if it belongs to that.",
                pointers=(each.entry.pointer,),
                items=(subject.item(each.entry.owner), subject.item(owner)),
                figures=(figure.id,),
            )
            return


def _around(figure: Figure, subject: Subject) -> Span:
    """Return the sentence of a figure, as far as its words still speak of it."""
    reach = Span(max(figure.start - _IN_REACH, 0), figure.end + _IN_REACH)
    return _within(subject.article.sentence_at(figure.id), reach)


def _within(one: Span, other: Span) -> Span:
    start = max(one.start, other.start)
    return Span(start, max(start, min(one.end, other.end)))


def _is_named_beside(each: _Named, subject: Subject) -> bool:
    """Return whether a figure's sentence names its project again, or who invests in it."""
    text, owner = subject.article.text, each.entry.owner
    investors = subject.record.projects[int(owner.split("/")[2])].investors
    around = _around(each.figure, subject)
    return any(mentions(name, text, *around) for name in (subject.name(owner), *investors))


def _are_in_one_sentence(name: Span, figure: Figure, subject: Subject) -> bool:
    index = subject.article.sentence_before
    return index(name.start) == index(figure.id)


def _columns(subject: Subject) -> dict[_Column, list[_Named]]:
    """Return the figures that have a name in one sentence, by list and by what they say."""
    evidence = subject.resolution.evidence
    columns: dict[_Column, list[_Named]] = defaultdict(list)
    for owner, entries in subject.entries_by_owner.items():
        if owner == EVENT or not (places := evidence.get(_name_pointer(owner))):
            continue
        name = places[0]
        kind = owner.split("/")[1]
        for entry in entries:
            figure = entry.figure
            if figure is None or entry.field in {"equivalents", "targets"}:
                continue
            if not name.start <= figure.id < name.end:
                columns[kind, entry.field, entry.kind].append(_Named(figure, name, entry))
    return columns


def _are_crossed(one: _Named, other: _Named, subject: Subject) -> bool:
    """Return whether two figures stand the other way round from their items' names, close to them.

    A name said again further on (… 12 and 8; steel makes up 60%) is judged by its best place.
    """
    if one.figure.id == other.figure.id or other.name.end > one.name.start:
        return False
    index = subject.article.sentence_before
    names = {index(one.name.start), index(other.name.start)}
    figures = {index(one.figure.id), index(other.figure.id)}
    return names == figures and not _is_said_in_order(one, other, subject)


def _is_said_in_order(one: _Named, other: _Named, subject: Subject) -> bool:
    text = subject.article.text
    sentence = subject.article.sentence_at(one.name.start)
    firsts = mentions(text[slice(*one.name)], text, sentence.start, sentence.end)
    lasts = mentions(text[slice(*other.name)], text, sentence.start, sentence.end)
    return bool(firsts and lasts) and firsts[0].end <= lasts[-1].start


def _crossed(one: _Named, other: _Named, subject: Subject) -> Violation:
    titles = f"{subject.title(one.entry.owner)} and {subject.title(other.entry.owner)}"
    return Violation(
        code="grounding.crossed",
        message=f"{titles}: {show(one.figure)} and {show(other.figure)} stand the other way round "
        "from their names; give each the figure that the article gives it.",
        pointers=(one.entry.pointer, other.entry.pointer),
        items=subject.items((one.entry, other.entry)),
        figures=(one.figure.id, other.figure.id),
    )


def _names(kind: str, subject: Subject) -> list[_Name]:
    """Return the names of the items of a list, in the order of their places."""
    evidence = subject.resolution.evidence
    owners = [f"/{kind}/{index}" for index in range(len(getattr(subject.record, kind)))]
    return sorted(
        _Name(places[0], index, owner)
        for index, owner in enumerate(owners)
        if (places := evidence.get(_name_pointer(owner)))
    )


def _name_pointer(owner: str) -> str:
    return f"{owner}/name" if owner.startswith("/projects/") else f"{owner}/label"
