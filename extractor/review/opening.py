"""Opening: from a record, gold's or a model's, back to the places in the article that it rests on.

Nothing of the record is changed. A figure is known by its words and its reading, a name by its
letters; of several places the one nearest the rest of its item counts. Where the record reads a
figure otherwise than the finder does, its reading is kept as a figure that the labeller marked. What
is not found at all stays in the record without a place, and is shown so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from extractor.alignment import mentions
from extractor.article import Article, Span
from extractor.checks.entries import Entry, entries_of, texts_of
from extractor.draft.dates import date_evidence
from extractor.draft.names import find_label, find_measure, find_name
from extractor.evals.readings import ANY_OF, is_choice, nth_reading
from extractor.figures import Figure, FigureKind
from extractor.record import Amount, Count, Equivalent, Percent, Record, Target
from extractor.review.labelling import Labelling, merged, overlapping
from extractor.review.labels import Json, Labels, Mark
from extractor.review.marking import free_id
from extractor.review.pointers import get, item_of
from extractor.review.sources import Answer

_TAKEN = 2_000
"""How many code points further away a place may be that no other item has."""

_KINDS: Mapping[type, tuple[FigureKind, ...]] = {
    Count: ("count", "quantity", "other"),
    Amount: ("money",),
    Equivalent: ("money",),
    Percent: ("percent",),
    Target: ("quantity", "count", "money", "percent", "other"),
}


def opened(source: Json, record: Json, article: Article, found: tuple[Figure, ...]) -> Labels:
    """Return the labels of a gold record; all that it leaves out is background.

    Args:
        source: the gold file's source.
        record: the record as gold JSON.
        article: its article.
        found: the figures of the article.
    """
    labels = _Opening(Labels.of_record(source, record), article, found).labels()
    return with_background(Labelling(article, found, labels), but=())


def opened_with_evidence(
    source: Json, answer: Answer, article: Article, found: tuple[Figure, ...]
) -> Labels:
    """Return the labels that say what a model does; what it gave no place has none here.

    Args:
        source: the source to be, as in a gold file.
        answer: the model's.
        article: the article.
        found: the figures of the article.
    """
    labels = Labels.of_record(source, answer.record.model_dump(mode="json"))
    labels = replace(labels, evidence=dict(answer.evidence))
    labels = _Opening(labels, article, found).labels()
    return with_background(Labelling(article, found, labels), but=answer.unplaced)


def with_background(labelling: Labelling, *, but: Sequence[int]) -> Labels:
    """Return labels in which every figure without a place is put aside, but for some."""
    left = {figure.id for figure in labelling.checked.unplaced}
    aside = labelling.labels.background | (left - set(but))
    return replace(labelling.labels, background=aside)


class _Opening:
    """Finds the places of one record."""

    def __init__(self, labels: Labels, article: Article, found: tuple[Figure, ...]) -> None:
        self._labels = labels
        self._article = article
        self._text = article.text
        self._found = found
        self._record = Record.model_validate(nth_reading(labels.record, 0))
        self._evidence = dict(labels.evidence)
        self._marks: list[Mark] = []
        self._used: set[int] = set()

    def labels(self) -> Labels:
        entries: dict[str, list[Entry]] = {}
        for entry in entries_of(self._record, lambda _: None):
            entries.setdefault(entry.owner, []).append(entry)
        texts: dict[str, list[tuple[str, str]]] = {}
        for pointer, words in texts_of(self._record):
            texts.setdefault(item_of(pointer), []).append((pointer, words))
        for owner in dict.fromkeys((*entries, *texts)):
            self._item(entries.get(owner, []), texts.get(owner, []))
        self._dates()
        return replace(self._labels, evidence=self._evidence, marks=tuple(self._marks))

    def _item(self, entries: Sequence[Entry], texts: Sequence[tuple[str, str]]) -> None:
        """Place the figures of an item around its name, then its other texts around these."""
        places = [(entry, self._candidates(entry)) for entry in entries]
        anchor = self._anchor(texts[0] if texts else None, [spans for _, spans in places])
        near = [] if anchor is None else [anchor]
        for entry, candidates in places:
            if entry.pointer in self._evidence:
                self._adopt(entry, self._evidence[entry.pointer][0])
            elif candidates:
                span = min(candidates, key=lambda span: self._distance(span, anchor))
                self._adopt(entry, span)
            near += [span.start for span in self._evidence.get(entry.pointer, ())]
        for pointer, words in texts:
            if pointer not in self._evidence:
                self._place_text(pointer, words, near)

    def _anchor(
        self, name: tuple[str, str] | None, candidates: Sequence[Sequence[Span]]
    ) -> int | None:
        """Return the place of an item's name around which its figures lie closest."""
        if name is None or name[0].startswith("/event/"):
            return None
        places = [
            span.start for words in self._readings(*name) for span in mentions(words, self._text)
        ]
        if not places:
            return None
        stated = [spans for spans in candidates if spans]
        return min(
            places,
            key=lambda at: sum(min(self._distance(span, at) for span in spans) for spans in stated),
        )

    def _distance(self, span: Span, at: int | None) -> int:
        away = 0 if at is None else abs(span.start - at)
        taken = any(each.id in self._used for each in overlapping(self._found, span))
        return away + _TAKEN * taken

    def _candidates(self, entry: Entry) -> list[Span]:
        """Return where a figure's words stand, those first where the finder reads it so."""
        words = next(
            (
                text
                for text in self._readings(f"{entry.pointer}/as_written", entry.part.as_written)
                if text in self._text
            ),
            None,
        )
        places = [] if words is None else mentions(words, self._text)
        right = [span for span in places if self._reading_at(entry, span) is not None]
        return right or [span for span in places if overlapping(self._found, span)] or places

    def _reading_at(self, entry: Entry, span: Span) -> Figure | None:
        """Return the finder's figure at a place, where it says what the record does."""
        there = [figure for figure in overlapping(self._found, span) if _says(figure, entry)]
        return there[0] if there else None

    def _adopt(self, entry: Entry, span: Span) -> None:
        """Let a figure of the record rest on a place, and on the finder's figure there."""
        figure = self._reading_at(entry, span)
        if figure is None:
            mark = self._mark(entry, span)
            self._evidence[entry.pointer] = (span,) if mark is None else (mark.span,)
            return
        self._used.add(figure.id)
        same = self._evidence.get(entry.pointer)
        self._evidence[entry.pointer] = same or (
            (span,) if span == figure.span else (figure.span, span)
        )

    def _mark(self, entry: Entry, span: Span) -> Mark | None:
        """Mark the record's own reading at a place; None where another of its readings is there."""
        part = entry.part
        unit = entry.currency
        if isinstance(part, Percent):
            unit = "%"
        elif isinstance(part, Target):
            unit = part.unit
        mark = Mark(
            id=span.start,
            span=span,
            kind=_kind(entry, overlapping(self._found, span)),
            value=Decimal(part.value),
            upper=None if part.upper is None else Decimal(part.upper),
            unit=unit,
            hedge=part.hedge,
        )
        known = next((each for each in self._marks if _overlap(each.span, span)), None)
        if known is not None:
            return None if replace(known, id=mark.id) != mark else known
        if any(each.id in self._used for each in overlapping(self._found, span)):
            return None
        mark = replace(mark, id=free_id(span, overlapping(self._found, span)))
        self._marks.append(mark)
        return mark

    def _place_text(self, pointer: str, words: str, near: Sequence[int]) -> None:
        find = find_measure if pointer.endswith("/measure") else find_name
        find = find_label if pointer.startswith("/shares/") else find
        for reading in self._readings(pointer, words):
            name = find(reading, self._text, near=near)
            if name is not None:
                if name.spans:
                    self._evidence[pointer] = name.spans
                return  # a plain name of code's own has no place

    def _readings(self, pointer: str, words: str) -> list[str]:
        """Return the readings of a text, the best first; members of a list as they stand there."""
        try:
            node = get(self._labels.record, pointer)
        except LookupError:
            return [words]
        return [text for text in node[ANY_OF] if text] if is_choice(node) else [words]

    def _dates(self) -> None:
        event = self._record.event
        figures = merged(self._found, replace(self._labels, marks=tuple(self._marks)), self._text)
        for field in ("start_date", "end_date"):
            claim, pointer = event and getattr(event, field), f"/event/{field}"
            if claim and pointer not in self._evidence:
                span = date_evidence(claim, self._article, figures)
                if span is not None:
                    self._evidence[pointer] = (span,)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _says(figure: Figure, entry: Entry) -> bool:
    """Return whether a figure has the value, unit and hedge of a figure of the record."""
    part = entry.part
    if figure.kind not in _KINDS[type(part)]:
        return False
    if (figure.value, figure.upper, figure.hedge) != (part.value, part.upper, part.hedge):
        return False
    return entry.currency is None or entry.currency == figure.unit


def _kind(entry: Entry, replaced: Sequence[Figure]) -> FigureKind:
    """Return the kind of a marked figure: that of the one it replaces, where it may be of it."""
    kinds = _KINDS[type(entry.part)]
    if isinstance(entry.part, Target):
        if entry.part.unit == "%":
            return "percent"
        kinds = tuple(kind for kind in kinds if kind != "percent")
    return next((figure.kind for figure in replaced if figure.kind in kinds), kinds[0])
