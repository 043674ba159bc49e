"""The record that the peers are asked for, as Pydantic models; runs in each peer's own environment."""

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field


class Hedge(StrEnum):
    """How sure a figure is."""

    exact = "exact"
    about = "about"
    at_least = "at_least"
    up_to = "up_to"


class Dimension(StrEnum):
    """By what a share is told from others."""

    country = "country"
    region = "region"
    sector = "sector"
    instrument = "instrument"
    investor_type = "investor_type"
    other = "other"


class Money(BaseModel):
    """A sum of money."""

    amount: float | None = Field(description="The figure in whole units")
    currency: str | None = Field(description="ISO 4217 code")
    hedge: Hedge | None
    as_written: str = Field(description="The words of the article")


class Percent(BaseModel):
    """A percentage."""

    value: float
    hedge: Hedge | None
    of: str | None = Field(description="What the percentage is a share of")


class Total(BaseModel):
    """The event's total."""

    count: int | None
    money: Money | None


class Event(BaseModel):
    """The event."""

    name: str
    aliases: list[str]
    date: str | None = Field(description="ISO 8601 date")
    location: str | None
    total: Total


class Share(BaseModel):
    """A share of the total."""

    label: str
    dimension: Dimension
    parent: str | None = Field(description="Label of the share this one is part of")
    count: int | None
    money: Money | None
    percent: Percent | None
    evidence: list[str] = Field(description="Sentences copied word for word")


class Project(BaseModel):
    """A project by name."""

    name: str
    investors: list[str]
    location: str | None
    money: Money | None
    industry: str | None
    targets: list[str]
    evidence: list[str] = Field(description="Sentences copied word for word")


class Record(BaseModel):
    """One record of an investment forum."""

    event: Event
    shares: list[Share]
    projects: list[Project]


def response_format() -> dict[str, Any]:
    """Return the strict format of chat completions for it."""
    schema = Record.model_json_schema()
    for each in (schema, *schema["$defs"].values()):
        if each.get("type") == "object":
            each["additionalProperties"] = False
    strict = {"name": "Record", "strict": True, "schema": schema}
    return {"type": "json_schema", "json_schema": strict}
