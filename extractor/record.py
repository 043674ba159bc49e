"""The record: what an extraction returns. The public contract, format version 1 (docs/record-format.md).

Every figure's value is a decimal, written as a string in JSON, so that none passes through a float.
"""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

FORMAT = "1"

Hedge = Literal["exact", "about", "nearly", "over", "under"]
Stage = Literal["planned", "signed", "started", "operating"]
Dimension = Literal[
    "size", "industry", "investor", "origin", "region", "stage", "occasion", "other"
]
AmountKind = Literal[
    "investment",
    "capital_brought_in",
    "foreign_capital",
    "trade",
    "current_year",
    "paid_in",
    "other",
]
PercentBase = Literal["investment", "count"]

_DECIMAL_PATTERN = r"^-?[0-9]+(\.[0-9]+)?$"
_EDTF_PATTERN = r"^([0-9]{4}|XXXX)(-(0[1-9]|1[0-2]|XX)(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def plain(value: Decimal) -> str:
    """Write a decimal without an exponent: `93588000000`, `68.2`; digits after the point are kept."""
    return format(value, "f")


def _parse_decimal(value: Any) -> Any:
    """Take a decimal string as it is; a float has lost digits already and is left to be refused."""
    if isinstance(value, str) and re.fullmatch(_DECIMAL_PATTERN, value):
        return Decimal(value)
    return value


Value = Annotated[
    Decimal,
    BeforeValidator(_parse_decimal),
    PlainSerializer(plain, return_type=str),
    WithJsonSchema({"type": "string", "pattern": _DECIMAL_PATTERN}),
]
EdtfDate = Annotated[str, StringConstraints(pattern=_EDTF_PATTERN)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Text = Annotated[str, StringConstraints(min_length=1)]


class Part(BaseModel):
    """Base of every part of a record: strict, frozen, no unknown fields."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Count(Part):
    """A number of projects, contracts or firms."""

    value: int
    upper: int | None
    hedge: Hedge
    as_written: Text


class Equivalent(Part):
    """An amount once more, in another currency or unit, as the text gives it beside it."""

    value: Value
    upper: Value | None
    currency: Currency
    hedge: Hedge
    as_written: Text


class Amount(Part):
    """A sum of money in whole units of its currency."""

    kind: AmountKind
    value: Value
    upper: Value | None
    currency: Currency
    hedge: Hedge
    as_written: Text
    equivalents: list[Equivalent]


class Percent(Part):
    """A share in percent of the investment or of the number of projects."""

    value: Value
    upper: Value | None
    hedge: Hedge
    of: PercentBase
    as_written: Text


class Target(Part):
    """What a project is to make or bring once it runs."""

    measure: Text
    value: Value
    upper: Value | None
    unit: Text
    hedge: Hedge
    as_written: Text


class Tally(Part):
    """The event's total, as far as the text gives one."""

    count: Count | None
    amounts: list[Amount]


class Event(Part):
    """A gathering or campaign at which projects are, or will be, signed, started or opened."""

    name: Text | None
    aliases: list[Text]
    activity: Text | None
    start_date: EdtfDate | None
    end_date: EdtfDate | None
    place: Text | None
    host: Text | None
    stage: Stage
    industries: list[Text]
    total: Tally


class Share(Part):
    """A group of the event's projects; `of` is the id of the share it is a part of."""

    id: Text
    label: Text
    dimension: Dimension
    of: str | None
    stage: Stage | None
    count: Count | None
    amounts: list[Amount]
    percents: list[Percent]


class Project(Part):
    """One named or described project; `shares` are ids of the groups it is an example of."""

    name: Text
    investors: list[Text]
    place: Text | None
    industry: Text | None
    amounts: list[Amount]
    shares: list[str]
    targets: list[Target]


class Agreement(Part):
    """Agreements counted or named beside the projects."""

    label: Text
    parties: list[Text]
    count: Count | None
    amounts: list[Amount]


class Record(Part):
    """One article's event, its projects and their shares; without an event every list is empty."""

    event: Event | None
    shares: list[Share]
    projects: list[Project]
    agreements: list[Agreement]


EMPTY = Record(event=None, shares=[], projects=[], agreements=[])


def record_schema() -> dict[str, Any]:
    """Return the record's JSON Schema, with the format version it describes."""
    schema = Record.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:figurebook:record:{FORMAT}",
        "version": FORMAT,
        **schema,
    }
