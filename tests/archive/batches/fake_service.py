"""A provider's batch interface without a wire: it keeps files, runs batches, and counts."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from counting_server import NOTHING, TOKENS, Asked
from openai.types import Batch

from extractor.archive.batches.service import UnknownThereError

_SUBJECT = re.compile(r"subject-[a-z]+")

Line = Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """An answer: its status, and its text or what went wrong; None for neither."""

    status: int | None = 200
    text: str = json.dumps(NOTHING)
    code: str = ""


@dataclass(frozen=True)
class Fate:
    """What becomes of a batch.

    Attributes:
        status: its last one.
        n_looks: how many looks show it unfinished.
        n_answered: how many of its lines are answered; None for all.
        errors: why it failed: code, message, line.
        damage: what is done to the output file.
    """

    status: str = "completed"
    n_looks: int = 0
    n_answered: int | None = None
    errors: tuple[tuple[str, str, int | None], ...] = ()
    damage: Callable[[bytes], bytes] = lambda output: output


@dataclass
class Kept:
    """A batch as it is kept: what was asked, what becomes of it, and how it is shown."""

    lines: list[dict[str, Any]]
    run: str
    fate: Fate
    shown: Batch
    n_looked: int = 0


@dataclass
class FakeService:
    """Files and batches.

    Attributes:
        answer: decides on each answer; tests set it.
        fate: what becomes of a batch, by its number from 1.
        counts: how often each article was answered.
        files: contents by id, and batches by id.
        on_call: called with each call's name before it is done; raises what goes wrong.
    """

    name: str = "127.0.0.1:9"
    answer: Callable[[Asked], Said] = lambda _: Said()
    fate: Callable[[int], Fate] = lambda _: Fate()
    counts: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, "Kept"] = field(default_factory=dict)
    on_call: Callable[[str], None] = lambda _: None

    async def upload(self, path: Path, *, may_be_there: bool = False) -> str:
        """Keep a file."""
        self.on_call("upload")
        if may_be_there and (found := await self.find_file(path.name)) is not None:
            return found
        return self._store(path.read_bytes(), path.name)  # noqa: ASYNC240

    async def find_file(self, name: str) -> str | None:
        """Find a file."""
        return next((id_ for id_, known in self.names.items() if known == name), None)

    async def create(self, file: str, *, run: str, endpoint: str) -> Batch:
        """Make a batch."""
        self.on_call("create")
        number = len(self.batches) + 1
        lines = [json.loads(line) for line in self.files[file].splitlines()]
        assert {line["url"] for line in lines} == {endpoint}
        shown = self._shown(number, file, "validating")
        self.batches[f"batch-{number}"] = Kept(lines, run, self.fate(number), shown)
        return shown

    async def find_batch(self, run: str, _file: str | None) -> Batch | None:
        """Find a batch."""
        found = (batch.shown for batch in self.batches.values() if batch.run == run)
        return next(found, None)

    async def look(self, batch: str) -> Batch:
        """Show a batch, which may have ended meanwhile."""
        self.on_call("look")
        if batch not in self.batches:
            raise UnknownThereError(f"no batch {batch}")
        kept = self.batches[batch]
        if kept.shown.status == "validating":
            kept.n_looked += 1
            if kept.n_looked > kept.fate.n_looks:
                kept.shown = self._run(int(batch.partition("-")[2]), kept)
        return kept.shown

    async def download(self, file: str, path: Path) -> None:
        """Write a file to the disk."""
        self.on_call("download")
        if file not in self.files:
            raise UnknownThereError(f"no file {file}")
        path.write_bytes(self.files[file])  # noqa: ASYNC240

    async def aclose(self) -> None:
        """Do nothing."""

    def sizes(self) -> list[int]:
        """Return how many requests each batch has."""
        return [len(batch.lines) for batch in self.batches.values()]

    def _store(self, content: bytes, name: str) -> str:
        id_ = f"file-{len(self.files) + 1}"
        self.files[id_], self.names[id_] = content, name
        return id_

    def _run(self, number: int, kept: Kept) -> Batch:
        fate = kept.fate
        done: list[bytes] = []
        missed: list[bytes] = []
        for line in () if fate.status == "failed" else kept.lines[: fate.n_answered]:
            said = self._said(line["body"])
            if said.status is None:
                continue
            (done if said.status == 200 else missed).append(_result(line["custom_id"], said))
        output = fate.damage(b"".join(done))
        return self._shown(
            number,
            kept.shown.input_file_id,
            fate.status,
            output_file_id=self._store(output, "output") if output else None,
            error_file_id=self._store(b"".join(missed), "errors") if missed else None,
            request_counts={
                "total": len(kept.lines),
                "completed": len(done),
                "failed": len(missed),
            },
            errors={
                "data": [
                    {"code": code, "message": message, "line": line}
                    for code, message, line in fate.errors
                ]
            },
        )

    def _said(self, body: Mapping[str, Any]) -> Said:
        subject = _SUBJECT.findall((body.get("messages") or body["input"])[-1]["content"])[0]
        self.asked[subject] += 1
        said = self.answer(Asked(subject, self.asked[subject], body))
        self.counts[subject] += said.status == 200
        return said

    def _shown(self, number: int, file: str, status: str, **others: Any) -> Batch:
        return Batch.model_validate(
            {
                "id": f"batch-{number}",
                "object": "batch",
                "completion_window": "24h",
                "created_at": 100,
                "completed_at": 160,
                "endpoint": "/v1/chat/completions",
                "input_file_id": file,
                "status": status,
                **others,
            }
        )


def _result(custom_id: str, said: Said) -> bytes:
    if said.code:
        error = {"code": said.code, "message": said.text}
        line: Line = {"custom_id": custom_id, "response": None, "error": error}
        return json.dumps(line).encode() + b"\n"
    body: Any = {"error": {"message": said.text}}
    if said.status == 200:
        message = {"role": "assistant", "content": said.text}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        output = {"type": "message", "content": [{"type": "output_text", "text": said.text}]}
        body = {"model": "mock", "choices": [choice], "output": [output], "usage": TOKENS}
    response = {"status_code": said.status, "request_id": "r", "body": body}
    return (
        json.dumps({"custom_id": custom_id, "response": response, "error": None}).encode() + b"\n"
    )
