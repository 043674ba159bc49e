"""Kept replies: what extractions and recordings hold of an article that a model answered about."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from extractor.article import Article, Span
from extractor.errors import UsageError
from extractor.exchange import Purpose, Reply
from extractor.models.recording import FORMAT as RECORDING
from extractor.models.recording import Recording
from extractor.usage import Usage

Json = Mapping[str, Any]

_NEEDED = (
    "record",
    "evidence",
    "computed",
    "status",
    "reason",
    "violations",
    "findings",
    "unplaced",
)
"""What whoever reads an envelope looks for beside what is read here."""


@dataclass(frozen=True)
class KeptReply:
    """One reply, and what it answered.

    Attributes:
        purpose: whether a draft or a repair was asked for.
        turn: how many requests of this purpose there had been, this one included.
        shows: the part of the article that was shown; None for all of it.
        model: who was asked.
        request_sha256: the hash of what was asked.
        reply: the reply, byte for byte.
    """

    purpose: Purpose
    turn: int
    shows: Span | None
    model: str
    request_sha256: str
    reply: Reply


@dataclass(frozen=True)
class Kept:
    """All that is kept of one article.

    Attributes:
        article: the article.
        prompt: the prompt that asked for the draft.
        model: who gave the answer that was kept.
        replies: every reply, in order.
        figures: the figures that were shown, as JSON.
        envelope: the extraction as it was written; None where only replies were recorded.
    """

    article: Article
    prompt: str
    model: str
    replies: tuple[KeptReply, ...]
    figures: tuple[Json, ...]
    envelope: Json | None


class Articles:
    """Finds articles by the hash of their text, for files that do not hold it.

    Args:
        load: gives the articles to look among; called once, when one is looked for.
    """

    def __init__(self, load: Callable[[], Iterable[Article]]) -> None:
        self._load = load
        self._by_sha256: dict[str, Article] | None = None

    def find(self, sha256: str, *, source: Path, published: date | None = None) -> Article:
        """Return the article of a hash; the day of publication is as given, else its own.

        Raises:
            UsageError: none of the articles is that one.
        """
        if self._by_sha256 is None:
            self._by_sha256 = {article.sha256: article for article in self._load()}
        article = self._by_sha256.get(sha256)
        if article is None:
            raise UsageError(
                f"{source}: does not hold its article; extractor recheck finds it with --articles"
            )
        return article if published is None else replace(article, published=published)


def read_kept(path: Path, articles: Articles) -> Iterator[Kept | UsageError]:
    """Read what a file, or every JSON file of a folder and its subfolders, keeps.

    Recordings of one article, model and prompt are one. A file that cannot be read is an error in
    its place, so that the others are; so is a folder without any.

    Args:
        path: an extraction as `extractor extract --out` writes it, a recording, or a folder.
        articles: where articles are looked for that a file does not hold.
    """
    recordings: list[Recording] = []
    files = files_of(path, ".json")
    if not files:
        yield UsageError(f"{path}: holds no extractions (ledgers, or extract --out)")
    for file in files:
        try:
            content = _content(file)
            if content.get("format") == RECORDING:
                recordings.append(Recording.read(file))
            elif "attempts" in content:
                yield kept_of(content, file, articles)
            else:
                yield UsageError(f"{file}: neither an extraction nor a recording")
        except UsageError as error:
            yield error
    dialogue = attrgetter("article_name", "article_sha256", "model", "draft_prompt")
    for _, of_one in groupby(sorted(recordings, key=dialogue), key=dialogue):
        group = tuple(of_one)
        try:
            yield _of_recordings(group, path, articles)
        except UsageError as error:
            yield error
        except (KeyError, TypeError, ValueError) as error:
            yield UsageError(f"{path}: no whole recording of {group[0].article_name!r} ({error!r})")


def files_of(path: Path, suffix: str) -> list[Path]:
    """Return a file, or all of a folder and its subfolders that end so.

    Raises:
        UsageError: there is no such file or folder.
    """
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder")
    return sorted(path.rglob(f"*{suffix}")) if path.is_dir() else [path]


def _content(path: Path) -> Json:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{path}: cannot be read as JSON ({error})") from error
    if not isinstance(content, dict):
        raise UsageError(f"{path}: neither an extraction nor a recording")
    return content


def kept_of(content: Json, path: Path, articles: Articles) -> Kept:
    """Read what an extraction keeps.

    Args:
        content: the extraction, as `Extraction.to_json` writes it.
        path: where it stands, for messages.
        articles: where its article is looked for, if it does not hold it.

    Raises:
        UsageError: it is no whole extraction.
    """
    try:
        known = content["article"]
        published = known["published"] and date.fromisoformat(known["published"])
        article = (
            Article(known["text"], published=published, name=known["name"])
            if "text" in known
            else articles.find(known["sha256"], source=path, published=published)
        )
        if article.sha256 != known["sha256"]:
            raise UsageError(f"{path}: its article's text is not the one that was asked about")
        if lacking := [name for name in _NEEDED if name not in content]:
            raise UsageError(f"{path}: is no whole extraction (no {', '.join(lacking)})")
        return Kept(
            article=article,
            prompt=content["versions"]["prompt"],
            model=content["model"],
            replies=tuple(map(_reply, content["attempts"])),
            figures=tuple(content.get("figures", ())),
            envelope=content,
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsageError(f"{path}: is no whole extraction ({error!r})") from error


def _reply(attempt: Json) -> KeptReply:
    shows = attempt.get("shows")
    return KeptReply(
        purpose=attempt["purpose"],
        turn=attempt.get("turn", attempt["number"]),
        shows=None if shows is None else Span(*shows),
        model=attempt.get("model", ""),
        request_sha256=attempt["request_sha256"],
        reply=Reply(
            text=attempt["reply"],
            finish=attempt["finish"],
            usage=Usage.of(attempt["usage"]),
            seconds=attempt["seconds"],
            tries=attempt["tries"],
            served_by=attempt["served_by"],
        ),
    )


def _of_recordings(recordings: Sequence[Recording], path: Path, articles: Articles) -> Kept:
    """Put the recordings of one dialogue in order: drafts, then repairs; the latest of each."""
    turns = {
        (recording.purpose, recording.number): recording
        for recording in sorted(recordings, key=attrgetter("recorded_at"))
    }
    ordered = [turns[turn] for turn in sorted(turns)]
    first = ordered[0]
    return Kept(
        article=articles.find(
            first.article_sha256,
            source=path,
            published=date.fromisoformat(first.published) if first.published else None,
        ),
        prompt=first.draft_prompt,
        model=first.recorded_through,
        replies=tuple(
            KeptReply(
                purpose=recording.purpose,
                turn=recording.number,
                shows=recording.shows,
                model=recording.recorded_through,
                request_sha256=recording.request_sha256,
                reply=recording.to_reply(recording.model),
            )
            for recording in ordered
        ),
        figures=_by_id(figure for recording in ordered for figure in recording.figures),
        envelope=None,
    )


def _by_id(figures: Iterable[Json]) -> tuple[Json, ...]:
    known = {figure["id"]: figure for figure in figures}
    return tuple(known[id_] for id_ in sorted(known))
