"""Answers from recordings, and the recorder that makes them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from extractor.dialogue import EXTRACT_PROMPT, REPAIR_PROMPT
from extractor.errors import RefusedError, UsageError
from extractor.exchange import Purpose, Reply, Request
from extractor.models.base import Model
from extractor.models.recording import Recording
from extractor.prompts import Prompt, load_prompt

_MAX_NAMES = 12


class ReplayModel:
    """Answer with recorded replies, byte for byte.

    A request that was recorded exactly gets its reply. Any other gets the latest reply that was
    recorded for its article, purpose and number, so that recordings survive a better prompt or
    finder (figures' ids are offsets); `served_by` says that the request was another one.

    Args:
        folder: recordings, in subfolders too.
        name: what users call the model.

    Raises:
        UsageError: no recordings there, or a JSON file that is none.
    """

    def __init__(self, folder: Path, *, name: str | None = None) -> None:
        recordings = [Recording.read(path) for path in sorted(folder.rglob("*.json"))]
        if not recordings:
            raise UsageError(f"no recordings in {folder}; make some with Recorder(model, folder)")
        self.name = name or f"replay/{folder}"
        self.repairs = any(recording.purpose == "repair" for recording in recordings)
        self._folder = folder
        recordings.sort(key=lambda recording: recording.recorded_at)
        self._exact = {recording.request_sha256: recording for recording in recordings}
        self._turns = {
            (recording.article_sha256, recording.purpose, recording.number): recording
            for recording in recordings
        }
        self._names = {recording.article_sha256: recording.article_name for recording in recordings}
        self._counter = _TurnCounter()

    def __repr__(self) -> str:
        return f"ReplayModel({str(self._folder)!r}, {len(self._exact)} recordings)"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002
        """Give the recorded reply.

        Raises:
            UsageError: nothing was recorded for the article.
            RefusedError: something was, but not this turn of the dialogue.
        """
        number = self._counter.number(request)
        recording = self._exact.get(request.sha256)
        if recording is not None:
            return recording.to_reply(_served_by(recording))
        article = request.article
        recording = self._turns.get((article.sha256, request.purpose, number))
        if recording is not None:
            return recording.to_reply(f"{_served_by(recording)}, for another request")
        if article.sha256 in self._names:
            raise RefusedError(
                f"no {request.purpose} number {number} was recorded for {article.name!r} in "
                f"{self._folder}; record the article again"
            )
        raise UsageError(
            f"the article {article.name!r} was not recorded in {self._folder}; record it with "
            f"Recorder(model, folder), or use another model. There are: {_listed(self._names.values())}"
        )


class Recorder:
    """A model that asks another one, and records each request with its reply.

    Args:
        model: who answers.
        folder: where the recordings go.
        prompts: the prompts in use, by purpose, whose names and hashes the recordings bear; those
            of the dialogue by default.
    """

    def __init__(
        self, model: Model, folder: Path, *, prompts: Mapping[Purpose, Prompt] | None = None
    ) -> None:
        self.name = model.name
        self.repairs = model.repairs
        self._model = model
        self._folder = folder
        self._prompts = prompts or {
            "draft": load_prompt(EXTRACT_PROMPT),
            "repair": load_prompt(REPAIR_PROMPT),
        }
        self._counter = _TurnCounter()

    def __repr__(self) -> str:
        return f"Recorder({self._model!r}, {str(self._folder)!r})"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:
        """Let the model answer, and record what it says before handing it on."""
        number = self._counter.number(request)
        reply = await self._model.answer(request, timeout_s=timeout_s)
        Recording.of(
            request,
            reply,
            through=self._model.name,
            prompt=self._prompts[request.purpose],
            number=number,
        ).write(self._folder)
        return reply


class _TurnCounter:
    """Tell the number of a request among those of its purpose in its article's dialogue.

    A request does not bear it. But the same replies lead to the same requests, so the order in
    which the distinct ones of an article come is their order in the dialogue.
    """

    def __init__(self) -> None:
        self._seen: dict[tuple[str, Purpose], list[str]] = {}

    def number(self, request: Request) -> int:
        seen = self._seen.setdefault((request.article.sha256, request.purpose), [])
        if request.sha256 not in seen:
            seen.append(request.sha256)
        return seen.index(request.sha256) + 1


def _served_by(recording: Recording) -> str:
    return (
        f"recording of {recording.model}, {recording.recorded_at[:10]}, prompt {recording.prompt}"
    )


def _listed(names: Iterable[str]) -> str:
    ordered = sorted(set(names))
    more = len(ordered) - _MAX_NAMES
    return ", ".join(ordered[:_MAX_NAMES]) + (f" and {more} more" if more > 0 else "")
