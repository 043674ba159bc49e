"""Lines of requests and of results."""

import json

import pytest

from extractor.archive.batches.lines import FRAME_BYTES, encoded, read_result, request_line


def test_a_line_is_one_line_and_holds_the_body_as_it_is() -> None:
    """Whatever stands in the article: other ends of lines, other scripts."""
    body = {"model": "m", "messages": [{"content": "一\n\u2028\u2029\x85\r\x0b end"}]}

    line = request_line(7, 12, url="/v1/chat/completions", body=encoded(body))

    assert line.decode().splitlines(keepends=True) == [line.decode()]
    assert json.loads(line) == {
        "custom_id": "job-7-attempt-12",
        "method": "POST",
        "url": "/v1/chat/completions",
        "body": body,
    }


def test_the_frame_of_a_line_is_never_longer_than_reckoned() -> None:
    """With the largest numbers that SQLite has."""
    body = encoded({})

    line = request_line(10**18 - 1, 10**18 - 1, url="/v1/chat/completions", body=body)

    assert len(line) - len(body) <= FRAME_BYTES


def test_a_result_is_of_the_attempt_that_its_line_names() -> None:
    """With status and body as they would have come live."""
    response = {"status_code": 200, "request_id": "r", "body": {"choices": []}}
    line = json.dumps({"custom_id": "job-7-attempt-12", "response": response, "error": None})

    result = read_result(line.encode())

    assert (result.attempt, result.status, json.loads(result.body_bytes)) == (
        12,
        200,
        {"choices": []},
    )


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        ({"code": "batch_expired", "message": "Too late."}, "batch_expired Too late."),
        ({"code": None, "message": "Too late."}, "Too late."),
        ({}, "an error without a word"),
        (None, "neither a response nor an error"),
    ],
    ids=["code", "message", "nothing", "neither"],
)
def test_an_error_says_why_there_is_no_answer(error: object, fault: str) -> None:
    """In one line."""
    line = json.dumps({"custom_id": "job-1-attempt-2", "response": None, "error": error})

    result = read_result(line.encode())

    assert (result.attempt, result.status, result.fault) == (2, None, fault)


@pytest.mark.parametrize(
    "line",
    [
        b'{"custom_id": "job-1-attempt-2", "respon',
        b"",
        b"[]",
        b"\xff",
        b'{"custom_id": "request-1", "response": {"status_code": 200}}',
        b'{"response": {"status_code": 200}}',
        b"[" * 100_000,
    ],
    ids=["half", "empty", "list", "bytes", "another's", "nobody's", "deep"],
)
def test_what_is_no_result_of_ours_is_refused(line: bytes) -> None:
    """The caller passes it over."""
    with pytest.raises(ValueError, match=r"."):
        read_result(line)
