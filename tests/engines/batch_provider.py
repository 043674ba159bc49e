"""A provider of the batch interface, behind no wire: its files, its batches, and its moods."""

import itertools
import json
import random
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from batch_rules import Limits, Refused, faults_of

Status = Literal["completed", "failed", "expired", "cancelled"]

STEPS = ("validating", "in_progress", "finalizing")
N_READ, N_WRITTEN = 3000, 100
_ENDPOINTS = {"/v1/chat/completions", "/v1/responses"}
_STRANGER = {"custom_id": "nobody-asked-this", "response": None, "error": {"code": "lost"}}


@dataclass(frozen=True)
class Mood:
    """What becomes of one batch, and what its files look like.

    Attributes:
        ending: its last status.
        code: for `failed`, why; a right file is refused by this.
        line: for `failed`, the line that is to blame, from 1; None for all of it.
        n_looks: how many looks at it show it unfinished.
        n_answered: how many of its lines are answered before it ends; None for all.
        statuses: the HTTP status of lines whose request goes wrong, by their place from 0.
        bodies: what stands in the place of a completion, likewise.
        is_shuffled: whether the lines of the output come in another order.
        is_doubled: whether each line of the output comes twice.
        has_stranger: whether the output tells of a request that nobody made.
        share: how much of the output file is there; it ends in the middle of a line.
    """

    ending: Status = "completed"
    code: str = "token_limit_exceeded"
    line: int | None = None
    n_looks: int = len(STEPS)
    n_answered: int | None = None
    statuses: Mapping[int, int] = field(default_factory=dict)
    bodies: Mapping[int, Any] = field(default_factory=dict)
    is_shuffled: bool = False
    is_doubled: bool = False
    has_stranger: bool = False
    share: float = 1.0


@dataclass(frozen=True)
class StoredFile:
    """A file at the provider's."""

    id: str
    path: Path
    name: str
    purpose: str

    def to_json(self) -> dict[str, Any]:
        """Return the file as the interface shows it."""
        return {
            "id": self.id,
            "object": "file",
            "bytes": self.path.stat().st_size,
            "created_at": 1,
            "filename": self.name,
            "purpose": self.purpose,
            "status": "processed",
        }


@dataclass
class StoredBatch:
    """A batch at the provider's; `shown` is it as the interface shows it."""

    shown: dict[str, Any]
    mood: Mood
    input_path: Path
    n_looked: int = 0

    @property
    def is_ended(self) -> bool:
        """Whether nothing becomes of it any more."""
        return self.shown["status"] in {"completed", "failed", "expired", "cancelled"}


class Provider:
    """Keeps files and runs batches; a batch goes on by being looked at.

    Args:
        folder: where the files lie.
        answer: answers the body of each request.
        mood: decides what becomes of a batch, by its number from 1.
        limits: what a batch may hold.

    Attributes:
        n_written: how many tokens an answer has.
        files: the files, by id.
        batches: the batches, by id, in the order in which they were made.
    """

    def __init__(
        self,
        folder: Path,
        answer: Callable[[Mapping[str, Any]], str],
        *,
        mood: Callable[[int], Mood] = lambda _: Mood(),
        limits: Limits | None = None,
    ) -> None:
        self.files: dict[str, StoredFile] = {}
        self.batches: dict[str, StoredBatch] = {}
        self.answer = answer
        self.n_written = N_WRITTEN
        self.mood = mood
        self.limits = limits or Limits()
        self.lock = threading.RLock()
        self._folder = folder
        self._numbers = itertools.count(1)
        folder.mkdir(parents=True, exist_ok=True)

    def new_path(self) -> Path:
        """Return where a new file may lie."""
        return self._folder / f"{next(self._numbers):04}"

    def store(self, path: Path, *, name: str, purpose: str) -> StoredFile:
        """Keep a file that lies in the folder."""
        file = StoredFile(f"file-{path.name}", path, name, purpose)
        self.files[file.id] = file
        return file

    def file(self, id_: str) -> StoredFile:
        """Return a file."""
        if id_ not in self.files:
            raise Refused(f"No such File object: {id_}", status=404)
        return self.files[id_]

    def delete(self, id_: str) -> dict[str, Any]:
        """Delete a file."""
        self.file(id_).path.unlink()
        del self.files[id_]
        return {"id": id_, "object": "file", "deleted": True}

    def create(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Make a batch of a file; what is wrong in it shows only later."""
        if asked.get("endpoint") not in _ENDPOINTS or asked.get("completion_window") != "24h":
            raise Refused("Invalid value: endpoint or completion_window")
        file = self.file(asked["input_file_id"])
        if file.purpose != "batch":
            raise Refused("The input file's purpose has to be 'batch'")
        number = len(self.batches) + 1
        shown = {
            "id": f"batch_{number:04}",
            "object": "batch",
            "status": "validating",
            "created_at": number,
            "errors": None,
            "output_file_id": None,
            "error_file_id": None,
            "request_counts": {"total": 0, "completed": 0, "failed": 0},
            "metadata": None,
            **asked,
        }
        self.batches[shown["id"]] = StoredBatch(shown, self.mood(number), file.path)
        return dict(shown)

    def retrieve(self, id_: str) -> dict[str, Any]:
        """Look at a batch, which takes it a step further."""
        batch = self._batch(id_)
        if not batch.is_ended:
            self._go_on(batch)
        return batch.shown

    def cancel(self, id_: str) -> dict[str, Any]:
        """Cancel a batch: what is not answered yet will not be."""
        batch = self._batch(id_)
        if batch.is_ended:
            raise Refused(f"Cannot cancel a batch with status '{batch.shown['status']}'.")
        n_answered = batch.mood.n_answered or 0
        batch.mood = Mood("cancelled", n_looks=batch.n_looked + 1, n_answered=n_answered)
        batch.shown["status"] = "cancelling"
        return batch.shown

    def chat(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Answer the body of a request, as if it came live."""
        write = _response if "input" in asked else _completion
        return write(self.answer(asked), model=asked["model"], n_written=self.n_written)

    def list_batches(self, *, after: str | None, limit: int) -> dict[str, Any]:
        """Return a page of the batches, the newest first; each takes a step further."""
        ids = list(reversed(self.batches))
        return _page([self.retrieve(id_) for id_ in ids], after=after, limit=limit)

    def list_files(self, *, after: str | None, limit: int) -> dict[str, Any]:
        """Return a page of the files, the newest first."""
        files = [file.to_json() for file in reversed(self.files.values())]
        return _page(files, after=after, limit=limit)

    def batch_sizes(self) -> list[int]:
        """Return how many requests each batch had."""
        inputs = [batch.input_path for batch in self.batches.values()]
        return [len(path.read_bytes().splitlines()) for path in inputs]

    def _batch(self, id_: str) -> StoredBatch:
        if id_ not in self.batches:
            raise Refused(f"No batch found with id '{id_}'.", status=404)
        return self.batches[id_]

    def _go_on(self, batch: StoredBatch) -> None:
        """Take a batch a step further; its file is judged at the first, and answered at the last."""
        shown, mood = batch.shown, batch.mood
        faults = []
        if batch.n_looked == 0:
            endpoint = shown["endpoint"]
            faults = faults_of(batch.input_path, endpoint=endpoint, limits=self.limits)
        if mood.ending == "failed":
            faults = [{"code": mood.code, "line": mood.line, "message": "It is so."}]
        batch.n_looked += 1
        if faults:
            shown.update(status="failed", errors={"object": "list", "data": faults})
        elif batch.n_looked > mood.n_looks:
            self._run(batch)
            shown["status"] = mood.ending
        elif shown["status"] != "cancelling":
            shown["status"] = STEPS[min(batch.n_looked, len(STEPS)) - 1]

    def _run(self, batch: StoredBatch) -> None:
        """Answer a batch's requests into its two files."""
        done, missed = [], []
        for position, request in enumerate(_lines(batch.input_path)):
            line = self._answered(request, position, batch.mood)
            if line is not None:
                is_done = line["response"] and line["response"]["status_code"] == 200
                (done if is_done else missed).append(json.dumps(line))
        batch.shown["request_counts"] = {
            "total": position + 1,
            "completed": len(done),
            "failed": len(missed),
        }
        batch.shown["output_file_id"] = self._write(_as_told(done, batch.mood), batch.mood.share)
        batch.shown["error_file_id"] = self._write(missed)

    def _answered(
        self, request: Mapping[str, Any], position: int, mood: Mood
    ) -> dict[str, Any] | None:
        """Return what a file says of a request; None where none says anything."""
        line = {"id": f"batch_req_{position:05}", "custom_id": request["custom_id"]}
        if mood.n_answered is not None and position >= mood.n_answered:
            if mood.ending == "cancelled":
                return None
            said = "This request could not be executed before the completion window expired."
            return {**line, "response": None, "error": {"code": "batch_expired", "message": said}}
        status = mood.statuses.get(position, 200)
        if status == 200:
            body = mood.bodies.get(position, self.chat(request["body"]))
        else:
            body = Refused(f"The request failed with {status}.").body
        response = {"status_code": status, "request_id": f"req_{position:05}", "body": body}
        return {**line, "response": response, "error": None}

    def _write(self, lines: list[str], share: float = 1.0) -> str | None:
        """Make a file of lines and return its id; none of no lines."""
        if not lines:
            return None
        text = "\n".join(lines) + "\n"
        path = self.new_path()
        path.write_text(text[: int(len(text) * share)])
        return self.store(path, name=f"batch_{path.name}_output.jsonl", purpose="batch_output").id


def _completion(text: str, *, model: str, n_written: int) -> dict[str, Any]:
    """Return the body of a chat completion."""
    usage = {"prompt_tokens": N_READ, "completion_tokens": n_written}
    message = {"role": "assistant", "content": text, "refusal": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "finish_reason": "stop", "message": message, "logprobs": None}],
        "usage": {**usage, "total_tokens": N_READ + n_written},
    }


def _response(text: str, *, model: str, n_written: int) -> dict[str, Any]:
    """Return the body of a response."""
    content = [{"type": "output_text", "text": text, "annotations": []}]
    usage = {"input_tokens": N_READ, "output_tokens": n_written}
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 1,
        "model": model,
        "status": "completed",
        "output": [{"id": "msg_1", "type": "message", "role": "assistant", "content": content}],
        "usage": {**usage, "total_tokens": N_READ + n_written},
    }


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _as_told(lines: list[str], mood: Mood) -> list[str]:
    """Return the lines of an output as a mood has them."""
    lines = lines * 2 if mood.is_doubled else lines
    if mood.has_stranger:
        lines = [json.dumps({"id": "batch_req_x", **_STRANGER}), *lines]
    if mood.is_shuffled:
        lines = random.Random(7).sample(lines, len(lines))
    return lines


def _page(items: list[dict[str, Any]], *, after: str | None, limit: int) -> dict[str, Any]:
    """Return a page of a list, behind an item."""
    ids = [item["id"] for item in items]
    start = ids.index(after) + 1 if after in ids else 0
    page = items[start : start + limit]
    return {
        "object": "list",
        "data": page,
        "first_id": page[0]["id"] if page else None,
        "last_id": page[-1]["id"] if page else None,
        "has_more": start + limit < len(items),
    }
