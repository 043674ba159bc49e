"""The record: strict, exact and the same after a round trip."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extractor.record import EMPTY, FORMAT, Amount, Event, Record, plain, record_schema

AMOUNT = {
    "kind": "investment",
    "value": "93588000000",
    "upper": None,
    "currency": "CNY",
    "hedge": "exact",
    "as_written": "93.588 billion yuan",
    "equivalents": [],
}
EVENT = {
    "name": "Lorem Fair",
    "aliases": [],
    "activity": None,
    "start_date": None,
    "end_date": None,
    "place": None,
    "host": None,
    "stage": "signed",
    "industries": [],
    "total": {"count": None, "amounts": []},
}


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=Decimal(-(10**15)), max_value=10**15
    )
)
def test_a_decimal_survives_json_digit_by_digit(value: Decimal) -> None:
    """No figure passes through a float, and none is written with an exponent."""
    amount = Amount.model_validate({**AMOUNT, "value": value})

    written = json.loads(amount.model_dump_json())["value"]

    assert "e" not in written.lower()
    assert Decimal(written) == value
    assert Amount.model_validate_json(amount.model_dump_json()) == amount


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(Decimal("9.3588E+10"), "93588000000", id="exponent"),
        pytest.param(Decimal("68.20"), "68.20", id="trailing-zero"),
        pytest.param(Decimal("1E-7"), "0.0000001", id="tiny"),
        pytest.param(Decimal(-3), "-3", id="negative"),
    ],
)
def test_plain_writes_a_decimal_without_an_exponent(value: Decimal, written: str) -> None:
    """The digits are the number's own."""
    assert plain(value) == written


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        1,
        True,
        None,
        "1e5",
        "1\n",
        " 1",
        "１２",
        "NaN",
        "Infinity",
        Decimal("Infinity"),
        "1,000",
    ],
    ids=repr,
)
def test_what_is_no_exact_decimal_is_refused(value: object) -> None:
    """A float has lost digits already; an exponent, a separator or a foreign digit is no value."""
    with pytest.raises(ValidationError):
        Amount.model_validate({**AMOUNT, "value": value})


@pytest.mark.parametrize("value", ["1.5", "1e400"])
def test_a_bare_json_number_is_no_decimal(value: str) -> None:
    """Decimals are JSON strings, in both directions."""
    text = json.dumps(AMOUNT).replace('"93588000000"', value)

    with pytest.raises(ValidationError):
        Amount.model_validate_json(text)


@pytest.mark.parametrize(
    "date",
    ["2022-11-03", "2022-11", "2022", "XXXX-11-03", "XXXX-XX-27"],
)
def test_dates_are_edtf(date: str) -> None:
    """Each form of the format passes."""
    assert Event.model_validate({**EVENT, "start_date": date}).start_date == date


@pytest.mark.parametrize(
    "date",
    [
        "2022-13-03",
        "2022-11-32",
        "22-11-03",
        "2022/11/03",
        "2022-11-03T00:00",
        "２０２２-11-03",
        "",
    ],
)
def test_what_is_no_edtf_date_is_refused(date: str) -> None:
    """No other way to write a date passes."""
    with pytest.raises(ValidationError):
        Event.model_validate({**EVENT, "start_date": date})


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"extra": 1}, id="unknown-field"),
        pytest.param({"currency": "yuan"}, id="currency"),
        pytest.param({"hedge": "circa"}, id="hedge"),
        pytest.param({"as_written": ""}, id="empty-text"),
        pytest.param({"equivalents": ()}, id="tuple"),
    ],
)
def test_an_amount_is_strict(change: dict[str, object]) -> None:
    """Nothing is coerced or ignored."""
    with pytest.raises(ValidationError):
        Amount.model_validate({**AMOUNT, **change})


@pytest.mark.parametrize("field", sorted(AMOUNT))
def test_no_field_has_a_default(field: str) -> None:
    """Silence is written as null or an empty list, never left out."""
    with pytest.raises(ValidationError, match="Field required"):
        Amount.model_validate({name: value for name, value in AMOUNT.items() if name != field})


def test_the_empty_record_has_no_event_and_empty_lists() -> None:
    """That is what an article without an event gives."""
    assert EMPTY.model_dump(mode="json") == {
        "event": None,
        "shares": [],
        "projects": [],
        "agreements": [],
    }


def test_the_schema_names_its_version_and_closes_every_object() -> None:
    """The published schema is as strict as the models."""
    schema = record_schema()

    assert schema["version"] == FORMAT
    assert set(schema["$defs"]) == {
        "Agreement", "Amount", "Count", "Equivalent", "Event", "Percent", "Project", "Share",
        "Tally", "Target",
    }  # fmt: skip
    for part in (schema, *schema["$defs"].values()):
        assert part["additionalProperties"] is False
        assert set(part["required"]) == set(part["properties"])


def test_values_are_strings_in_the_schema() -> None:
    """A reader in any language sees that no value is a JSON number."""
    value = record_schema()["$defs"]["Amount"]["properties"]["value"]

    assert value["type"] == "string"


def test_a_record_is_the_same_after_a_round_trip() -> None:
    """Through Python objects and through JSON."""
    record = Record.model_validate(
        {
            "event": {**EVENT, "total": {"count": None, "amounts": [AMOUNT]}},
            "shares": [],
            "projects": [],
            "agreements": [],
        }
    )

    assert Record.model_validate(record.model_dump()) == record
    assert Record.model_validate(record.model_dump(mode="json")) == record
    assert Record.model_validate_json(record.model_dump_json()) == record
