"""Places: where in the article the values of a record stand, gold's and a prediction's alike.

A kept run holds no evidence, and gold never had any, so both are found the same way: by `as_written`
and by names, letter for letter or folded. Where words stand in several places, the place nearest to
what stands in one place only, in the same item, is taken.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from extractor.alignment import align
from extractor.article import Span
from extractor.evals.readings import is_choice, readings_of
from extractor.figures import Figure

_ITEMS = ("shares", "projects", "agreements")
_DATES = frozenset({"start_date", "end_date"})
_CODES = frozenset({"id", "dimension", "of", "stage", "hedge", "kind", "currency", "shares"})
"""What never stands in the text as it stands in the record."""
_Candidates = dict[str, tuple[Span, ...]]


class Places:
    """The places of a record's values in its article.

    Args:
        record: the record as JSON, in which any string may be a choice of readings.
        text: the article's text.
        figures: its figures, which tell where dates stand.
    """

    def __init__(self, record: Mapping[str, Any], text: str, figures: Sequence[Figure]) -> None:
        self._text = text
        self._dates = [figure for figure in figures if figure.date is not None]
        self._spans: dict[str, Span] = {}
        self._names: dict[str, str] = {}
        if record.get("event"):
            self._place("/event", record["event"], named=None)
        for kind in _ITEMS:
            for index, item in enumerate(record.get(kind, ())):
                name = "name" if kind == "projects" else "label"
                self._place(f"/{kind}/{index}", item, named=name)

    def of(self, pointer: str | None) -> Span | None:
        """Return the place of a leaf: its own, its figure's, else its item's name; None for none."""
        if pointer is None:
            return None
        parent, _, _ = pointer.rpartition("/")
        item = "/".join(pointer.split("/")[:3])
        for found in (pointer, parent, self._names.get(item)):
            if found in self._spans:
                return self._spans[found]
        return None

    def _place(self, pointer: str, item: Mapping[str, Any], *, named: str | None) -> None:
        candidates = {
            place: spans
            for place, readings in _quotes(pointer, item)
            if (spans := self._candidates(place, readings))
        }
        anchors = _anchors(candidates)
        for place, spans in candidates.items():
            self._spans[place] = min(spans, key=lambda span: _distance(span, anchors))
        if named is not None:
            self._names[pointer] = f"{pointer}/{named}"

    def _candidates(self, place: str, readings: Sequence[str]) -> tuple[Span, ...]:
        if place.rpartition("/")[2] in _DATES:
            return tuple(figure.span for figure in self._dates if figure.date in readings)
        for reading in readings:
            if found := align(reading, self._text):
                return found.spans
        return ()


def _quotes(pointer: str, node: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each string of an item that may stand in the text, a figure's under the figure itself."""
    is_figure = isinstance(node, Mapping) and "as_written" in node
    for key, value in node.items() if isinstance(node, Mapping) else enumerate(node):
        place = f"{pointer}/{key}"
        if key in _CODES:
            continue
        if isinstance(value, list) or (isinstance(value, Mapping) and not is_choice(value)):
            yield from _quotes(place, value)
        elif key == "as_written":
            yield pointer, _texts(value)
        elif key == "measure" or not is_figure:
            yield place, _texts(value)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(reading for reading in readings_of(value) if isinstance(reading, str) and reading)


def _anchors(candidates: _Candidates) -> list[int]:
    """Return where the words of an item stand that stand once; else the first place of the first."""
    alone = [spans[0].start for spans in candidates.values() if len(spans) == 1]
    first = (spans[0].start for spans in candidates.values())
    return alone or list(islice(first, 1))


def _distance(span: Span, anchors: Sequence[int]) -> tuple[int, int]:
    return min(abs(span.start - anchor) for anchor in anchors), span.start
