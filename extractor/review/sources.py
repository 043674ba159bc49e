"""Where articles and labels are: what every source has, and folders of texts, with gold or without."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from extractor.article import Article, Span
from extractor.errors import UsageError
from extractor.evals.gold import load_document
from extractor.extraction import Extraction, Status
from extractor.record import EMPTY, Record
from extractor.review.agreement import Sides
from extractor.review.labels import Json, Labels
from extractor.whole_file import write_whole

FOLDER = ".review"
"""Where journals are kept, beside the articles."""
LABELS_FOLDER = "labels"
"""Where labels of a second labeller are kept, in a folder for each."""

OWN = "gold"
"""The name by which the labels beside the articles are meant."""

_NAME = re.compile(r"[\w][\w.-]{0,39}")

Kind = Literal["folder", "gold", "ledger"]


@dataclass(frozen=True)
class Entry:
    """An article that can be reviewed.

    Attributes:
        id: stable over restarts, hex digits.
        name: what it is called.
        place: where it stands.
        has_labels: whether it was labelled before.
        status: of the extraction that is there; None where none is.
        risk: how much it wants a look; the highest come first.
        reasons: why.
    """

    id: str
    name: str
    place: str
    has_labels: bool = False
    status: Status | None = None
    risk: int = 0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a model made of an article.

    Attributes:
        model: which one.
        record: its record.
        evidence: the places that the record rests on.
        unplaced: ids of the figures without a place.
    """

    model: str
    record: Record
    evidence: Mapping[str, tuple[Span, ...]]
    unplaced: tuple[int, ...]

    @classmethod
    def of(cls, extraction: Extraction) -> "Answer":
        """Take what an extraction says; a failed one says nothing."""
        return cls(
            model=extraction.model,
            record=extraction.record or EMPTY,
            evidence=extraction.evidence,
            unplaced=tuple(figure.id for figure in extraction.unplaced),
        )


@dataclass(frozen=True)
class Material:
    """An article with all that is there to begin from.

    Attributes:
        article: the article, with its day of publication.
        source: what a gold file says of it.
        record: the labels that are there, as gold JSON; None where there are none.
        answer: a model's answer that is there; None where one would have to be asked.
        sides: two labellers' labels, to be adjudicated.
    """

    article: Article
    source: Json
    record: Json | None = None
    answer: Answer | None = None
    sides: Sides | None = None


class Source(Protocol):
    """A place with articles, which takes labels back."""

    kind: Kind
    title: str
    journals: Path

    def entries(self) -> Sequence[Entry]:
        """Return every article, in the order in which they are to be offered."""
        ...

    def material(self, entry: Entry) -> Material:
        """Return an article with what is there to begin from.

        Raises:
            UsageError: it cannot be read.
        """
        ...

    def save(self, entry: Entry, article: Article, labels: Labels) -> str:
        """Keep labels, and return where.

        Raises:
            UsageError: they cannot be written.
        """
        ...


class FolderSource:
    """A folder of texts, or one text; `NAME.json` beside `NAME.txt` holds the labels of it.

    Args:
        path: the folder, a text in it, or the labels of one.
        labeller: whose labels: they are read from and written to a folder of their own, without a
            look at those that stand beside the articles. None for the latter.

    Raises:
        UsageError: there is no text, or no such labeller's name.
    """

    def __init__(self, path: Path, *, labeller: str | None = None) -> None:
        self.folder = path if path.is_dir() else path.parent
        self.kind: Kind = "gold" if labeller or any(self.folder.glob("*.json")) else "folder"
        self.title = str(path)
        self.labeller = labeller
        self._paths = self._texts(path)
        self.journals = self.folder / FOLDER
        self.labels_folder = self.folder
        if labeller is not None:
            self.journals = self.journals / checked_name(labeller)
            self.labels_folder = labels_folder(self.folder, labeller)

    @staticmethod
    def _texts(path: Path) -> list[Path]:
        if path.is_dir():
            if not (found := sorted(path.glob("*.txt"))):
                raise UsageError(f"{path}: holds no texts; expected NAME.txt")
            return found
        text = path.with_suffix(".txt") if path.suffix == ".json" else path
        if not text.is_file():
            raise UsageError(f"{text}: no such file")
        return [text]

    def entries(self) -> list[Entry]:
        """Return every text, ordered by name; those whose labels cannot be used say so."""
        return [self._entry(path) for path in self._paths]

    def _entry(self, path: Path) -> Entry:
        labels = self._labels(path.stem)
        return Entry(id_of(path.name), path.stem, str(path), has_labels=labels.exists())

    def material(self, entry: Entry) -> Material:
        """Return a text with its labels, if it has any.

        Raises:
            UsageError: it is no text, or its labels are no gold.
        """
        path = Path(entry.place)
        labels, beside = self._labels(path.stem), path.with_suffix(".json")
        if labels.exists():
            document = load_document(labels)
            source = _source_of(document.source)
            return Material(document.article, source, document.record)
        if beside.exists():  # only what it says of the article: the labels are another's
            document = load_document(beside)
            return Material(document.article, _source_of(document.source))
        article = Article.read(path)
        return Material(article, new_source(article))

    def save(self, entry: Entry, article: Article, labels: Labels) -> str:
        """Write the labels as a gold file; a labeller's own folder gets the text, too.

        Raises:
            UsageError: they cannot be written, or the text is another one by now.
        """
        path, target = Path(entry.place), self._labels(Path(entry.place).stem)
        if Article.read(path).sha256 != article.sha256:
            raise UsageError(f"{path}: was changed since it was opened; open it again")
        try:
            self.labels_folder.mkdir(parents=True, exist_ok=True)
            if self.labels_folder != self.folder:
                target.with_suffix(".txt").write_bytes(path.read_bytes())
            write_whole(target, gold_json(labels))
        except OSError as error:
            raise UsageError(f"{target}: cannot be written ({error.strerror})") from error
        return str(target)

    def _labels(self, stem: str) -> Path:
        return self.labels_folder / f"{stem}.json"


def gold_json(labels: Labels) -> str:
    """Write labels as the text of a gold file (record-format.md)."""
    content = {"source": labels.source, "record": labels.record}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def labels_folder(folder: Path, labeller: str) -> Path:
    """Return where a labeller's labels of a folder's articles are."""
    return folder / LABELS_FOLDER / checked_name(labeller)


def checked_name(labeller: str) -> str:
    """Return a labeller's name that can be a folder's.

    Raises:
        UsageError: it cannot.
    """
    if not _NAME.fullmatch(labeller):
        raise UsageError(f"labeller {labeller!r}: use letters, digits, . - and _, at most 40")
    if labeller == OWN:
        raise UsageError(
            f"labeller {OWN!r}: means the labels beside the articles; take another name"
        )
    return labeller


def id_of(place: str) -> str:
    """Return the id of an article that stands in a place."""
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def new_source(article: Article) -> Json:
    """Return what a gold file says of an article that nobody has labelled yet."""
    return {
        "language": "zh" if article.language == "zh" else "en",
        "published": article.published and article.published.isoformat(),
        "origin": "real",
        "traits": [],
    }


def _source_of(source: Any) -> Json:
    content: Json = source.model_dump(mode="json")
    return content
