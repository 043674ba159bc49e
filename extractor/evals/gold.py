"""Gold: articles with the record that is right for each, read and checked (record-format.md).

`NAME.txt` is the article, `NAME.json` its `{"source": …, "record": …}`. A gold record keeps its
JSON form, since any string in it may be a choice of readings; every reading of it is a `Record`.
`ordinary/` beside them holds texts of other news, without a JSON file: none of them has an event.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor import packaged
from extractor.article import Article
from extractor.errors import ArticleError, GoldError
from extractor.evals.gold_rules import breaches
from extractor.evals.leaves import RecordLeaves, record_leaves
from extractor.evals.readings import nth_reading
from extractor.exchange import digest
from extractor.record import EMPTY, Record

ORDINARY = "ordinary"
CHANGELOG = "CHANGELOG.md"


class Source(BaseModel):
    """Where a gold article is from, and what makes it hard."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    language: Literal["en", "zh"]
    published: date | None
    origin: Literal["real", "written"]
    traits: list[str]


@dataclass(frozen=True)
class GoldDocument:
    """An article and the record that is right for it.

    Attributes:
        name: the files' common stem.
        article: the text, with the day it was published where known.
        source: language, origin and traits; None for ordinary news.
        record: the record as JSON, in which a string may be `{"any_of": [...]}`; checked.
    """

    name: str
    article: Article
    source: Source | None
    record: dict[str, Any]

    @property
    def has_event(self) -> bool:
        """Whether the article reports an event; without one the document is a negative."""
        return self.record["event"] is not None

    @cached_property
    def leaves(self) -> RecordLeaves:
        """The leaves that a prediction is compared with."""
        return record_leaves(self.record)

    def first_reading(self) -> Record:
        """Return the best reading as a record."""
        return Record.model_validate(nth_reading(self.record, 0))


def packaged_gold() -> Path:
    """Return the folder of the gold that comes with the package."""
    return packaged.packaged_folder("evals") / "gold"


def load_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """Load every gold document of a folder, ordered by name.

    Raises:
        GoldError: the folder holds none, or one of them breaks the record format.
    """
    return tuple(load_document(folder / f"{stem}.json") for stem in gold_stems(folder))


def gold_stems(folder: Path) -> list[str]:
    """Return the names of a folder's gold documents, ordered; either file of a pair makes one.

    Raises:
        GoldError: the folder holds none.
    """
    stems = {path.stem for path in folder.glob("*.json")} | {
        path.stem for path in folder.glob("*.txt")
    }
    if not stems:
        raise GoldError(f"{folder}: holds no gold; expected NAME.txt with NAME.json")
    return sorted(stems)


def load_ordinary(folder: Path) -> tuple[GoldDocument, ...]:
    """Load the texts without an event in a gold folder's `ordinary/`, ordered by name.

    Raises:
        GoldError: there are none, or one cannot be read.
    """
    paths = sorted((folder / ORDINARY).glob("*.txt"))
    if not paths:
        raise GoldError(f"{folder / ORDINARY}: holds no texts; expected NAME.txt")
    empty = EMPTY.model_dump(mode="json")
    return tuple(GoldDocument(path.stem, _article(path, None), None, empty) for path in paths)


def load_document(path: Path) -> GoldDocument:
    """Load one gold document by the path of its JSON file.

    Raises:
        GoldError: a file is missing or malformed, or the record breaks the format; the message
            names the file, the JSON path and what to do.
    """
    source, article, record = _parts(path)
    found = list(breaches(record, article.text))
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise GoldError(f"{path}: {found[0]}{more}")
    return GoldDocument(path.stem, article, source, record)


def document_faults(path: Path) -> list[str]:
    """Return everything by which the record of a gold document breaks the format, a line each.

    Raises:
        GoldError: a file is missing or malformed, so that there is no record to look at.
    """
    _, article, record = _parts(path)
    return [f"{path}: {breach}" for breach in breaches(record, article.text)]


def _parts(path: Path) -> tuple[Source, Article, Any]:
    content = _json(path)
    if not isinstance(content, dict) or set(content) != {"source", "record"}:
        if isinstance(content, dict) and "attempts" in content:
            raise GoldError(
                f"{path}: is an extraction, not gold; put it elsewhere, and "
                f"extractor review {path.parent} makes gold, filled in by a model and corrected"
            )
        raise GoldError(f"{path}: $: must be an object of exactly `source` and `record`")
    source = _source(path, content["source"])
    return source, _article(path.with_suffix(".txt"), source.published), content["record"]


def corpus_sha256(folder: Path) -> str:
    """Return one hash over every gold file under a folder: paths and bytes, whatever the order.

    Notes (`*.md`) do not count; articles, records, figure lists and ordinary texts do.
    """
    whole = hashlib.sha256()
    for path in _corpus_files(folder):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\n{content}\n".encode())
    return whole.hexdigest()


def gold_sha256(documents: Iterable[GoldDocument]) -> str:
    """Return one hash over articles and records, whatever their order: what scores depend on."""
    return digest(
        sorted([document.name, document.article.sha256, document.record] for document in documents)
    )


def gold_version(folder: Path) -> str | None:
    """Return the newest version in a gold folder's changelog (`## 1.2`); None without one."""
    try:
        text = (folder / CHANGELOG).read_text("utf-8")
    except OSError:
        return None
    found = re.search(r"^## +(\S+)", text, re.MULTILINE)
    return found.group(1) if found else None


def _corpus_files(folder: Path) -> Iterator[Path]:
    paths = (path for path in folder.rglob("*") if path.suffix in {".json", ".txt"})
    yield from sorted(paths, key=lambda path: path.relative_to(folder).as_posix())


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=_without_repeats)
    except OSError as error:
        raise GoldError(
            f"{path}: cannot be read ({error.strerror}); every article needs its record beside it"
        ) from error
    except ValueError as error:  # bad UTF-8, bad JSON or a repeated key
        raise GoldError(f"{path}: is no JSON ({error}); mend the syntax") from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    node = dict(pairs)
    if len(node) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {repeated!r} stands twice in one object")
    return node


def _source(path: Path, content: Any) -> Source:
    try:
        return Source.model_validate_json(json.dumps(content))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(("$.source", *(str(part) for part in first["loc"])))
        raise GoldError(f"{path}: {where}: {first['msg']}") from error


def _article(path: Path, published: date | None) -> Article:
    try:
        return Article.read(path, published=published)
    except ArticleError as error:
        raise GoldError(f"{error}; every gold record needs its article beside it") from error
