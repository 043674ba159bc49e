"""What a labeller can say: each edit a choice among figures, words of the article, or plain codes."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from extractor.record import (
    AmountKind,
    Currency,
    Dimension,
    EdtfDate,
    Hedge,
    PercentBase,
    Stage,
    Value,
)

MOST_EDITS = 200
_MOST_CHARS = 10_000
_MOST_MEMBERS = 2_000

MarkKind = Literal["money", "count", "percent", "quantity", "other"]
"""What a figure can be marked as: all but what follows from the calendar or counts places."""
SourceLanguage = Literal["en", "zh"]
Origin = Literal["real", "written"]

Pointer = Annotated[str, StringConstraints(pattern=r"^(/[A-Za-z_0-9-]+){1,8}$", max_length=200)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=_MOST_CHARS)]
Offset = Annotated[int, Field(ge=0, le=10**9)]
Place = Annotated[list[Offset], Field(min_length=2, max_length=2)]
"""A span of the article, `[start, end]`."""


class Edit(BaseModel):
    """Base of every edit: strict, frozen, no unknown fields."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class AddEvent(Edit):
    """An event where there is none."""

    op: Literal["add_event"]
    text: Words | None = None
    span: Place | None = None
    stage: Stage = "signed"


class AddItem(Edit):
    """A share, project or agreement more, named by words of the article."""

    op: Literal["add_item"]
    list: Literal["shares", "projects", "agreements"]
    text: Words | None = None
    span: Place | None = None
    dimension: Dimension = "other"
    of: Words | None = None


class SetText(Edit):
    """Words of the article as a name, label or member of a list; neither text nor span empties it."""

    op: Literal["set_text"]
    at: Pointer
    text: Words | None = None
    span: Place | None = None


class SetDate(Edit):
    """A date that follows from the article, or that of a date figure."""

    op: Literal["set_date"]
    at: Literal["/event/start_date", "/event/end_date"]
    value: EdtfDate | None = None
    figure: Offset | None = None


class SetChoice(Edit):
    """A code: stage, dimension, kind, base, or the id of a share."""

    op: Literal["set_choice"]
    at: Pointer
    value: Words | None


class PlaceFigure(Edit):
    """A figure in a place of the record."""

    op: Literal["place_figure"]
    figure: Offset
    at: Pointer
    kind: AmountKind | None = None
    of: PercentBase | None = None
    measure: Words | None = None
    unit: Words | None = None
    move: bool = False


class Remove(Edit):
    """An item, figure, member or text out of the record."""

    op: Literal["remove"]
    at: Pointer


class Move(Edit):
    """An item or member to another place in its list."""

    op: Literal["move"]
    at: Pointer
    to: Offset


class SetReadings(Edit):
    """The several ways in which a string may rightly be given, the best first."""

    op: Literal["set_readings"]
    at: Pointer
    readings: Annotated[list[Words | None], Field(min_length=1, max_length=50)]


class PutAside(Edit):
    """Figures that are background."""

    op: Literal["put_aside"]
    figures: Annotated[list[Offset], Field(min_length=1, max_length=_MOST_MEMBERS)]


class TakeBack(Edit):
    """Figures that are background no more."""

    op: Literal["take_back"]
    figures: Annotated[list[Offset], Field(min_length=1, max_length=_MOST_MEMBERS)]


class MarkFigure(Edit):
    """A figure that the finder missed or read wrongly; what is left out is as code reads it."""

    op: Literal["mark_figure"]
    span: Place
    kind: MarkKind | None = None
    value: Value | None = None
    upper: Value | None = None
    unit: Currency | Words | None = None
    hedge: Hedge | None = None


class UnmarkFigure(Edit):
    """The labeller's own figure taken back."""

    op: Literal["unmark_figure"]
    figure: Offset


class Accept(Edit):
    """A violation that stands as it is: the article says so."""

    op: Literal["accept"]
    violation: Offset


class SetSource(Edit):
    """What a gold file says of its article."""

    op: Literal["set_source"]
    language: SourceLanguage | None = None
    published: Annotated[str, StringConstraints(max_length=10)] | None = None
    origin: Origin | None = None
    traits: Annotated[list[Words], Field(max_length=100)] | None = None


class Pick(Edit):
    """In adjudication: whose word holds in a difference."""

    op: Literal["pick"]
    difference: Offset
    side: Literal["a", "b"]


AnyEdit = Annotated[
    AddEvent
    | AddItem
    | SetText
    | SetDate
    | SetChoice
    | PlaceFigure
    | Remove
    | Move
    | SetReadings
    | PutAside
    | TakeBack
    | MarkFigure
    | UnmarkFigure
    | Accept
    | SetSource
    | Pick,
    Field(discriminator="op"),
]


class Versioned(Edit):
    """A request that holds for one version of the labels."""

    version: Offset


class Edits(Versioned):
    """Edits that are made together or not at all."""

    edits: Annotated[list[AnyEdit], Field(min_length=1, max_length=MOST_EDITS)]


class Look(Edit):
    """A stretch of the article to be read."""

    span: Place


class RefusedError(Exception):
    """An edit that cannot be made; its text is one sentence for the labeller."""


def fault_of(error: ValidationError) -> str:
    """Say in one sentence what is wrong with a request."""
    first: Mapping[str, Any] = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "string_pattern_mismatch" and "set_date" in first["loc"]:
        return "Write the date as YYYY-MM-DD, YYYY-MM or YYYY, with XX for what is not known."
    where = ".".join(str(part) for part in first["loc"]) or "the request"
    return f"{where}: {first['msg']}"


def as_published(text: str) -> str | None:
    """Read a day of publication; an empty one is none.

    Raises:
        RefusedError: it is no day.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise RefusedError(f"published: write the day as YYYY-MM-DD, not {text!r}") from None
