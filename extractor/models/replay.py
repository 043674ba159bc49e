"""Answers from recordings, and the recorder that makes them."""

from collections.abc import Iterable
from pathlib import Path

from extractor.article import Article
from extractor.errors import RefusedError, TooLongError, UsageError
from extractor.exchange import Reply, Request
from extractor.models.base import Model
from extractor.models.recording import Recording

_MAX_NAMES = 12


class ReplayModel:
    """Answer with recorded replies, byte for byte.

    A request that was recorded exactly gets its reply. Any other gets the latest reply that was
    recorded for its article, prompt, purpose and number, so that recordings survive a better finder
    or check (figures' ids are offsets); `served_by` says that the request was another one.
    What one prompt was answered is never given to another.

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
            (
                recording.article_sha256,
                recording.draft_prompt,
                recording.shows,
                recording.purpose,
                recording.number,
            ): recording
            for recording in recordings
        }
        self._names = {recording.article_sha256: recording.article_name for recording in recordings}
        self._prompts = {
            (recording.article_sha256, recording.draft_prompt) for recording in recordings
        }

    def __repr__(self) -> str:
        return f"ReplayModel({str(self._folder)!r}, {len(self._exact)} recordings)"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002
        """Give the recorded reply.

        Raises:
            UsageError: nothing was recorded for the article with this prompt.
            RefusedError: something was, but not this turn of the dialogue.
            TooLongError: the article was recorded in parts.
        """
        recording = self._exact.get(request.sha256)
        if recording is not None:
            return recording.to_reply(_served_by(recording))
        article, prompt = request.article.sha256, request.prompts[0]
        turn = (article, prompt, request.shows, request.purpose, request.number)
        recording = self._turns.get(turn)
        if recording is not None:
            return recording.to_reply(f"{_served_by(recording)}, for another request")
        raise self._missing(request)

    def _missing(self, request: Request) -> RefusedError | UsageError:
        article, prompt = request.article, request.prompts[0]
        if (article.sha256, prompt) in self._prompts:
            if request.shows is None and self._was_cut(article, prompt):
                return TooLongError(f"{article.name!r} was recorded in parts in {self._folder}")
            return RefusedError(
                f"no {request.purpose} number {request.number} was recorded for {article.name!r} "
                f"with {prompt} in {self._folder}; record the article again"
            )
        if article.sha256 in self._names:
            others = sorted(other for of, other in self._prompts if of == article.sha256)
            return UsageError(
                f"the article {article.name!r} was not recorded with the prompt {prompt} in "
                f"{self._folder}, but with {', '.join(others)}"
            )
        return UsageError(
            f"the article {article.name!r} was not recorded in {self._folder}; record it with "
            f"Recorder(model, folder), or use another model. There are: {_listed(self._names.values())}"
        )

    def _was_cut(self, article: Article, prompt: str) -> bool:
        return any(
            shows is not None
            for of, with_prompt, shows, *_ in self._turns
            if (of, with_prompt) == (article.sha256, prompt)
        )


class Recorder:
    """A model that asks another one, and records each request with its reply.

    Args:
        model: who answers.
        folder: where the recordings go.
    """

    def __init__(self, model: Model, folder: Path) -> None:
        self.name = model.name
        self.repairs = model.repairs
        self._model = model
        self._folder = folder

    def __repr__(self) -> str:
        return f"Recorder({self._model!r}, {str(self._folder)!r})"

    async def answer(self, request: Request, *, timeout_s: float) -> Reply:
        """Let the model answer, and record what it says before handing it on."""
        reply = await self._model.answer(request, timeout_s=timeout_s)
        Recording.of(request, reply, through=self._model.name).write(self._folder)
        return reply

    async def aclose(self) -> None:
        """Close the connections of the model behind it, where it has any."""
        close = getattr(self._model, "aclose", None)
        if close is not None:
            await close()


def _served_by(recording: Recording) -> str:
    return (
        f"recording of {recording.model}, {recording.recorded_at[:10]}, prompt {recording.prompt}"
    )


def _listed(names: Iterable[str]) -> str:
    ordered = sorted(set(names))
    more = len(ordered) - _MAX_NAMES
    return ", ".join(ordered[:_MAX_NAMES]) + (f" and {more} more" if more > 0 else "")
