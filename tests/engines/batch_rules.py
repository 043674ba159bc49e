"""What a provider of the batch interface takes and refuses, so far as OpenAI's reference says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any


class Refused(Exception):  # noqa: N818  it is an answer, not a fault
    """What the provider answers instead."""

    def __init__(self, message: str, *, status: int = 400, code: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"error": {"message": message, "type": "error", "param": None, "code": code}}


@dataclass(frozen=True)
class Limits:
    """What a batch may hold: lines, and bytes of its file."""

    n_lines: int = 50_000
    n_bytes: int = 200_000_000


def faults_of(path: Path, *, endpoint: str, limits: Limits) -> list[dict[str, Any]]:
    """Return what is wrong with a batch's file, ten faults at most."""
    if not path.stat().st_size:
        return [{"code": "empty_file", "line": None, "message": "The file is empty."}]
    if path.stat().st_size > limits.n_bytes:
        return [{"code": "file_too_large", "line": None, "message": "The file is too large."}]
    return list(islice(_in_lines(path, endpoint, limits.n_lines), 10))


def _in_lines(path: Path, endpoint: str, n_at_most: int) -> Iterator[dict[str, Any]]:
    """Give what is wrong with each line of a file."""
    ids: set[str] = set()
    models: set[str] = set()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if number > n_at_most:
                yield {"code": "too_many_tasks", "line": None, "message": "Too many lines."}
                return
            code = _in_line(line, endpoint, ids, models)
            if code is not None:
                yield {"code": code, "line": number, "message": f"Line {number}: {code}."}


def _in_line(line: str, endpoint: str, ids: set[str], models: set[str]) -> str | None:
    """Return what is wrong with a line behind others, whose ids and models these are."""
    try:
        request = json.loads(line)
        id_, model, url = request["custom_id"], request["body"]["model"], request["url"]
    except (ValueError, KeyError, TypeError):
        return "invalid_json_line"
    is_double = id_ in ids
    ids.add(id_)
    models.add(model)
    if is_double:
        return "duplicate_custom_id"
    if url != endpoint or request.get("method") != "POST":
        return "url_mismatch"
    return "model_mismatch" if len(models) > 1 else None
