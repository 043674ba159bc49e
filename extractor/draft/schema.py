"""The draft that a model fills, and the patch that repairs it.

Both stay inside the strict subset that OpenAI, llguidance and llama.cpp enforce alike: every field
required, null unions, no defaults, no open objects. They refer to figures by id and quote names.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from extractor.record import AmountKind, Dimension, PercentBase, Stage

NoEvent = Literal["catalogue", "stock_taking", "speech", "other_news"]

Ref = int | str
"""A figure by its id, or by a quote where the finder shows none (or another one) there."""


class DraftPart(BaseModel):
    """Base of every part of a draft: strict, frozen, no unknown fields, no defaults."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class DraftAmount(DraftPart):
    """A sum of money; `same` are its conversions into other currencies."""

    f: Ref
    kind: AmountKind
    same: list[Ref]


class DraftPercent(DraftPart):
    """A share in percent of the investment or of the number of projects."""

    f: Ref
    of: PercentBase


class DraftTarget(DraftPart):
    """What a project is to make or bring; `unit` null is the unit that stands in the figure."""

    f: Ref
    measure: str
    unit: str | None


class DraftEvent(DraftPart):
    """The event and its total."""

    name: str | None
    aliases: list[str]
    activity: str | None
    start_date: str | None
    end_date: str | None
    place: str | None
    host: str | None
    stage: Stage
    industries: list[str]
    count: Ref | None
    amounts: list[DraftAmount]


class DraftShare(DraftPart):
    """A group of the event's projects."""

    id: str
    label: str
    dimension: Dimension
    of: str | None
    stage: Stage | None
    count: Ref | None
    amounts: list[DraftAmount]
    percents: list[DraftPercent]


class DraftProject(DraftPart):
    """One project; `shares` are the ids of the groups it is an example of."""

    id: str
    name: str
    investors: list[str]
    place: str | None
    industry: str | None
    amounts: list[DraftAmount]
    shares: list[str]
    targets: list[DraftTarget]


class DraftAgreement(DraftPart):
    """Agreements counted or named beside the projects."""

    id: str
    label: str
    parties: list[str]
    count: Ref | None
    amounts: list[DraftAmount]


class Draft(DraftPart):
    """What a model makes of an article: an event, or the reason why there is none."""

    no_event: NoEvent | None
    event: DraftEvent | None
    shares: list[DraftShare]
    projects: list[DraftProject]
    agreements: list[DraftAgreement]
    background: list[int]


class Patch(DraftPart):
    """A repair of a draft.

    Items given replace those of the same id, or are added; `delete` lists ids to remove;
    `background` adds figures; `stands` lists the numbers of violations that are right as they are.
    """

    no_event: NoEvent | None
    event: DraftEvent | None
    shares: list[DraftShare]
    projects: list[DraftProject]
    agreements: list[DraftAgreement]
    background: list[int]
    delete: list[str]
    stands: list[int]


EVENT_ITEM = "event"
"""The id by which a violation or a patch means the event itself."""


def draft_schema() -> dict[str, Any]:
    """Return the draft's JSON Schema in the strict subset."""
    return _strict_schema(Draft)


def patch_schema() -> dict[str, Any]:
    """Return the patch's JSON Schema in the strict subset."""
    return _strict_schema(Patch)


def _strict_schema(model: type[DraftPart]) -> dict[str, Any]:
    schema: dict[str, Any] = _compact(model.model_json_schema())
    return schema


def _compact(node: Any) -> Any:
    """Leave out titles and descriptions (the prompt explains), and write plain unions short."""
    if isinstance(node, list):
        return [_compact(part) for part in node]
    if not isinstance(node, dict):
        return node
    union = node.get("anyOf", [])
    if union and all(option.keys() == {"type"} for option in union):
        return {"type": [option["type"] for option in union]}
    return {
        key: {name: _compact(part) for name, part in value.items()}
        if key in {"properties", "$defs"}
        else _compact(value)
        for key, value in node.items()
        if key not in {"title", "description"}
    }
