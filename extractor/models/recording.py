"""A recording: one request and its reply in a JSON file, byte for byte."""

import json
import re
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from extractor.article import Span
from extractor.errors import UsageError
from extractor.exchange import Finish, Purpose, Reply, Request, digest
from extractor.marking import shown
from extractor.prompts import load_prompt
from extractor.usage import Usage
from extractor.whole_file import write_whole

FORMAT = "recording/1"

_NOT_FOR_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Recording:
    """One request and its reply, as the file has them.

    Attributes:
        recorded_through: what the reply came through, as users name models: `openai/gpt-5`.
        model: the model that answered, as its service names it.
        recorded_at: the moment, ISO 8601 in UTC.
        prompt: the name of the prompt that asked, `extract/v1`, and `prompt_sha256` its file's hash.
        schema_sha256: of the schema's canonical JSON.
        article_sha256: of the article's text; `article_name` is what it was called.
        purpose: what was asked for, and `number` for the how-manieth time in the dialogue.
        figures: the figures shown, as JSON.
        request_sha256: of messages and schema.
        reply: the text of the answer.
        finish: why it stopped.
        usage: tokens by name, None where unknown; `seconds` and `tries` are what it took.
        draft_prompt: the prompt of the dialogue's draft, which tells repairs of several versions
            apart; the first recordings did not name it, and there was one.
        published: the article's day of publication, YYYY-MM-DD, where known.
        shows: start and end of the part of the article that was shown; None for all of it.
    """

    recorded_through: str
    model: str
    recorded_at: str
    prompt: str
    prompt_sha256: str
    schema_sha256: str
    article_sha256: str
    article_name: str
    purpose: Purpose
    number: int
    figures: tuple[dict[str, Any], ...]
    request_sha256: str
    reply: str
    finish: Finish
    usage: dict[str, int | None]
    seconds: float = 0.0
    tries: int = 1
    draft_prompt: str = "extract/v1"
    published: str | None = None
    shows: Span | None = None

    @classmethod
    def of(cls, request: Request, reply: Reply, *, through: str) -> "Recording":
        """Make the recording of a request and its reply, now."""
        prompt = load_prompt(request.prompts[-1])
        published = request.article.published
        return cls(
            recorded_through=through,
            model=reply.served_by or through,
            recorded_at=datetime.now(UTC).isoformat(timespec="seconds"),
            prompt=prompt.name,
            prompt_sha256=prompt.sha256,
            schema_sha256=digest(request.schema),
            article_sha256=request.article.sha256,
            article_name=request.article.name,
            purpose=request.purpose,
            number=request.number,
            figures=tuple(figure.to_json() for figure in shown(request.figures)),
            request_sha256=request.sha256,
            reply=reply.text,
            finish=reply.finish,
            usage=reply.usage.to_json(),
            seconds=round(reply.seconds, 3),
            tries=reply.tries,
            draft_prompt=request.prompts[0],
            published=published.isoformat() if published else None,
            shows=request.shows,
        )

    @classmethod
    def read(cls, path: Path) -> "Recording":
        """Read a recording from its file; fields that are not known are left out.

        Raises:
            UsageError: the file is no recording.
        """
        try:
            content = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise UsageError(f"{path}: cannot be read as JSON ({error})") from error
        if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
            raise UsageError(f'{path}: is no recording, its "format" is not "{FORMAT}"')
        try:
            recording = TypeAdapter(cls).validate_python(content)
            recording.to_reply("")
        except ValidationError as error:
            faults = "; ".join(
                f"{each['loc'][0]}: {each['msg'].lower()}" for each in error.errors()
            )
            raise UsageError(f"{path}: is no whole recording ({faults})") from error
        except TypeError as error:
            raise UsageError(f"{path}: is no whole recording ({error})") from error
        return recording

    def write(self, folder: Path) -> Path:
        """Write the recording into a folder, whole or not at all, and return its file.

        The same request recorded again takes the place of the one before.
        """
        folder.mkdir(parents=True, exist_ok=True)
        name = _NOT_FOR_NAMES.sub("-", self.article_name)[:40]
        path = folder / f"{name}.{self.purpose}-{self.number}.{self.request_sha256[:12]}.json"
        content = {"format": FORMAT} | {
            field.name: getattr(self, field.name) for field in fields(self)
        }
        write_whole(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        return path

    def to_reply(self, served_by: str) -> Reply:
        """Return the reply as it was, under another account of who served it."""
        return Reply(
            text=self.reply,
            finish=self.finish,
            usage=Usage.of(self.usage),
            seconds=self.seconds,
            tries=self.tries,
            served_by=served_by,
        )
