"""Parts of records as JSON has them, in which all that is not given is empty."""

from typing import Any


def count(value: int, *, upper: int | None = None, hedge: str = "exact") -> dict[str, Any]:
    """Write a count as a record has it."""
    return {"value": value, "upper": upper, "hedge": hedge, "as_written": str(value)}


def amount(value: str, currency: str = "CNY", **fields: Any) -> dict[str, Any]:
    """Write an amount as a record has it."""
    plain = {"kind": "investment", "upper": None, "hedge": "exact", "equivalents": []}
    return {"value": value, "currency": currency, "as_written": value, **plain, **fields}


def share(id_: str, label: str, dimension: str = "industry", **fields: Any) -> dict[str, Any]:
    """Write a share as a record has it."""
    empty = {"of": None, "stage": None, "count": None, "amounts": [], "percents": []}
    return {"id": id_, "label": label, "dimension": dimension, **empty, **fields}
