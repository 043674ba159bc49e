"""What the exceptions of the providers' SDKs mean, in the forms that SDKs give them."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from extractor.models.retry import TransientError
from extractor.models.sdk_faults import read_fault
from extractor.models.status import StatusFault
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage


def raised(name: str, base: type[Exception] = Exception, **fields: Any) -> Exception:
    """Make an exception of a class of that name, with these attributes."""
    module = fields.pop("module", "acme.errors")
    error = type(name, (base,), {"__module__": module})("no")
    for field, value in fields.items():
        setattr(error, field, value)
    return error


def invalid() -> ValidationError:
    """Give the error of an SDK whose classes an answer does not fit."""
    with pytest.raises(ValidationError) as caught:
        type("Answer", (BaseModel,), {"__annotations__": {"a": int}}).model_validate({})
    return caught.value


GONE = {"error": {"type": "overloaded_error", "message": "Overloaded"}}
RETRY = {
    "error": {
        "code": 429,
        "message": "Quota exceeded",
        "details": [{"@type": "…/Help"}, {"@type": "…/RetryInfo", "retryDelay": "34s"}],
    }
}


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        pytest.param(
            raised(
                "APIStatusError",
                status_code=529,
                response=SimpleNamespace(headers={"Retry-After": "3"}),
                body=GONE,
            ),
            StatusFault(529, "Overloaded", " overloaded_error ", 3.0),
            id="stainless: anthropic, groq, cerebras, openai",
        ),
        pytest.param(
            raised(
                "SDKError", status_code=429, headers={"retry-after": "2"}, body='{"message":"m"}'
            ),
            StatusFault(429, "m", "  ", 2.0),
            id="speakeasy: mistral",
        ),
        pytest.param(
            raised("SDKError", status_code=502, headers={}, body="<html>"),
            StatusFault(502, "", "", None),
            id="a web page",
        ),
        pytest.param(
            raised("ClientError", code=429, details=RETRY, response=SimpleNamespace(headers={})),
            StatusFault(429, "Quota exceeded", "429  ", 34.0),
            id="google, which asks to wait in the body",
        ),
        pytest.param(
            raised("ApiError", status_code=404, headers=None, body={"message": "m"}),
            StatusFault(404, "m", "  ", None),
            id="fern: cohere",
        ),
        pytest.param(
            raised(
                "ClientError",
                response={
                    "Error": {"Code": "ThrottlingException", "message": "m"},
                    "ResponseMetadata": {
                        "HTTPStatusCode": 429,
                        "HTTPHeaders": {"retry-after": "1"},
                    },
                },
            ),
            StatusFault(429, "m", "  ", 1.0),
            id="botocore: bedrock",
        ),
    ],
)
def test_an_error_status_is_read_from_every_sdk(error, fault):
    """With what the service says, and how long it asks to wait."""
    assert read_fault(error, key="") == fault


def test_the_key_is_left_out_of_what_a_service_says():
    """Whatever a key looks like."""
    error = raised(
        "SDKError", status_code=403, headers={}, body='{"message": "key abc-123 is bad"}'
    )

    assert read_fault(error, key="abc-123").said == "key (key) is bad"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        pytest.param(TimeoutError(), "no answer within", id="asyncio"),
        pytest.param(raised("ReadTimeout", module="httpx"), "no answer within", id="httpx"),
        pytest.param(raised("APITimeoutError"), "no answer within", id="stainless"),
        pytest.param(raised("ReadError", module="httpx2"), r"failed \(ReadError\)", id="httpx2"),
        pytest.param(raised("RemoteProtocolError", module="httpx"), "failed", id="protocol"),
        pytest.param(ConnectionResetError(), r"failed \(ConnectionResetError\)", id="socket"),
        pytest.param(raised("ClientPayloadError", module="aiohttp.x"), "failed", id="aiohttp"),
        pytest.param(raised("APIConnectionError"), "failed", id="stainless connection"),
        pytest.param(raised("ConnectionClosedError", module="botocore.x"), "failed", id="botocore"),
        pytest.param(json.JSONDecodeError("no", "", 0), "cannot be read", id="no json"),
        pytest.param(invalid(), "cannot be read", id="no such fields"),
        pytest.param(RecursionError(), "cannot be read", id="deep"),
        pytest.param(raised("UnknownApiResponseError", ValueError), "cannot be read", id="google"),
        pytest.param(raised("ValidationError", status_code=200), "cannot be read", id="status 200"),
    ],
)
def test_what_may_pass_is_told_and_may_have_been_billed(error, says):
    """The request was out: nobody can tell what it cost."""
    fault = read_fault(error, key="")

    assert isinstance(fault, TransientError)
    with pytest.raises(TransientError, match=says):
        raise fault
    assert fault.usage == UNKNOWN_TRY


def cause(error: Exception, of: Exception) -> Exception:
    """Chain an exception to the one that it was raised from."""
    error.__cause__ = of
    return error


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(raised("ConnectError", module="httpx"), id="httpx"),
        pytest.param(raised("ConnectTimeout", module="httpx2"), id="httpx2"),
        pytest.param(raised("ClientConnectorError", OSError, module="aiohttp"), id="aiohttp"),
        pytest.param(
            cause(raised("APIConnectionError"), raised("ConnectError", module="httpx2")),
            id="stainless",
        ),
    ],
)
def test_a_request_that_has_not_left_costs_nothing(error):
    """Nobody was there to bill it."""
    fault = read_fault(error, key="")

    assert isinstance(fault, TransientError)
    assert fault.usage == NO_TOKENS


def test_tokens_in_an_answer_that_the_sdk_cannot_read_are_kept():
    """Its body says what it cost."""
    body = json.dumps({"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 3}})

    fault = read_fault(raised("ResponseValidationError", status_code=200, body=body), key="")

    assert isinstance(fault, TransientError)
    assert fault.usage == Usage(7, 3, None, None)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(TypeError("Could not resolve authentication method"), id="no key"),
        pytest.param(raised("NoCredentialsError", module="botocore.exceptions"), id="botocore"),
        pytest.param(ValueError("unknown option"), id="option"),
    ],
)
def test_what_will_not_pass_is_no_fault_of_the_transport(error):
    """The request has not left, and never will."""
    assert read_fault(error, key="") is None
