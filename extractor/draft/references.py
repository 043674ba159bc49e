"""References to figures: by id, or by a quote that code reads."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from extractor.alignment import nearest
from extractor.article import Span
from extractor.draft.notes import quoted
from extractor.draft.schema import Ref
from extractor.figures import Figure, FigureKind, find_figures

Role = Literal["money", "number", "percent", "target"]

_KINDS: dict[Role, frozenset[FigureKind]] = {
    "money": frozenset({"money"}),
    "number": frozenset({"count", "quantity", "other"}),
    "percent": frozenset({"percent"}),
    "target": frozenset({"money", "count", "quantity", "percent", "other"}),
}
_WANTED: dict[Role, str] = {
    "money": "an amount of money",
    "number": "a number of things",
    "percent": "a percentage",
    "target": "an amount, number, quantity or percentage",
}

_ID = re.compile(r"\s*([\[⟦])?([0-9]{1,9})(?(1)[\]⟧])\s*")
_AHEAD = 16


class Referent(NamedTuple):
    """The figure that a reference means.

    Attributes:
        figure: the figure, with offsets in the article.
        missed: whether the finder shows no such figure and code read the quote by itself.
    """

    figure: Figure
    missed: bool = False


class Dangling(NamedTuple):
    """A reference that means no figure which may stand there.

    Attributes:
        rule: `unknown`, `kind` or `quote`.
        complaint: what is wrong, for the model.
    """

    rule: Literal["unknown", "kind", "quote"]
    complaint: str


class References:
    """Looks up references among the figures shown to the model."""

    def __init__(self, text: str, figures: Sequence[Figure]) -> None:
        """Index the figures of `text` by id."""
        self._text = text
        self._figures = figures
        self._by_id = {figure.id: figure for figure in figures}

    def look_up(self, ref: Ref, *, role: Role, near: Sequence[int] = ()) -> Referent | Dangling:
        """Return the figure meant, or why there is none for this role."""
        found = self._by_quote(ref, near=near) if isinstance(ref, str) else self._by_id_of(ref)
        if isinstance(found, Dangling):
            return found
        if role == "number" and found.figure.kind == "money":
            found = found._replace(figure=as_number(found.figure))
        if objection := _objection(found.figure, role):
            return Dangling("kind", f"{show(found.figure)} {objection}")
        return found

    def _by_id_of(self, ref: int) -> Referent | Dangling:
        figure = self._by_id.get(ref)
        return Referent(figure) if figure else Dangling("unknown", f"there is no figure [{ref}]")

    def _by_quote(self, ref: str, *, near: Sequence[int]) -> Referent | Dangling:
        span = nearest(ref, self._text, near=near)
        if span is None:
            written_id = _ID.fullmatch(ref)
            if written_id:
                return self._by_id_of(int(written_id[2]))
            return Dangling("quote", f"the quote {quoted(ref)} does not stand in the article")
        shown = [f for f in self._figures if f.start < span.end and span.start < f.end]
        if shown:
            return self._only(shown, ref)
        only = self._only(read_at(span, self._text), ref)
        return only if isinstance(only, Dangling) else Referent(only.figure, missed=True)

    def _only(self, figures: list[Figure], ref: str) -> Referent | Dangling:
        if not figures:
            return Dangling("quote", f"the quote {quoted(ref)} holds no figure that code can read")
        if len(figures) > 1:
            return Dangling("quote", f"the quote {quoted(ref)} holds more than one figure")
        return Referent(figures[0])


def read_at(span: Span, text: str) -> list[Figure]:
    """Read the figures at a place, as they go on behind it: no number is cut off its unit."""
    ahead = find_figures(text[span.start : span.end + _AHEAD])
    figures = [_moved(figure, by=span.start) for figure in ahead if figure.value is not None]
    return [figure for figure in figures if figure.start < span.end]


def show(figure: Figure) -> str:
    """Write a figure as violations show it: its id and its words."""
    return f"[{figure.id}] “{figure.as_written}”"


def as_number(figure: Figure) -> Figure:
    """Return an amount whose scale stands with a later one as the number that it is by itself.

    In "51 and 47.4 billion yuan" the 51 may be projects as well as billions: as a count it is 51.
    An amount with a scale of its own (1.26 billion dollars and 640 million) is an amount.
    """
    if figure.kind != "money":
        return figure
    alone = find_figures(figure.as_written)
    is_lent = len(alone) == 1 and alone[0].kind == "count" and alone[0].value != figure.value
    return _moved(alone[0], by=figure.start) if is_lent else figure


def _objection(figure: Figure, role: Role) -> str | None:
    """Return why a figure cannot play a role, or None where it can."""
    if figure.kind not in _KINDS[role]:
        return f"is a {figure.kind}, not {_WANTED[role]}"
    if figure.value is None:
        return "has no value; leave it out"
    if role == "number" and not _is_whole(figure):
        return "is no whole number"
    if figure.kind == "money" and figure.unit is None:
        return "has no currency that code can tell"
    if figure.unit == "pp":
        return "is a difference in percentage points, not a percentage"
    return None


def _is_whole(figure: Figure) -> bool:
    return not ((figure.value or 0) % 1 or (figure.upper or 0) % 1)


def _moved(figure: Figure, *, by: int) -> Figure:
    return figure._replace(
        id=figure.id + by, start=figure.start + by, end=figure.end + by, conversion_of=None
    )
