"""Why a batch was refused as a whole."""

from typing import Any

import pytest
from openai.types import Batch

from extractor.archive.batches.failures import Failure, read_failure


@pytest.mark.parametrize(
    ("errors", "failure"),
    [
        (None, Failure("it does not say why")),
        ({"data": []}, Failure("it does not say why")),
        (
            {"data": [{"code": "model_not_found", "message": "No\nm.", "line": None}]},
            Failure("model_not_found No m."),
        ),
        (
            {"data": [{"code": "token_limit_exceeded", "message": "Full."}]},
            Failure("token_limit_exceeded Full.", is_full=True),
        ),
        (
            {"data": [{"code": "invalid", "line": 3}, {"message": "Bad.", "line": 7}]},
            Failure("invalid", {3: "invalid", 7: "Bad."}),
        ),
    ],
    ids=["none", "empty", "whole", "full", "lines"],
)
def test_a_failure_says_why_and_for_which_lines(errors: Any, failure: Failure) -> None:
    """Whatever the provider leaves out."""
    batch = Batch.construct(id="b", status="failed", errors=errors)
    if errors is not None:
        batch = Batch.model_validate(
            {
                "id": "b",
                "object": "batch",
                "completion_window": "24h",
                "created_at": 1,
                "endpoint": "/v1/chat/completions",
                "input_file_id": "f",
                "status": "failed",
                "errors": errors,
            }
        )

    assert read_failure(batch) == failure
