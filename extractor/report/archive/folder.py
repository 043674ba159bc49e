"""The folder of an archive's report: an index, scripts of rows, and a page for each article.

Every file is written whole or not at all, the index last: whoever opens it meets the report before
or the new one. A page that is there already, made of the same, is left as it is, so that a report
that was cut short goes on, and one of an archive that has grown makes only what is new.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from extractor.api.kept import Articles, kept_of
from extractor.archive.accounts import Failure
from extractor.errors import UsageError
from extractor.exports import Corrected, Exported
from extractor.report.archive.index import Summary, index_page
from extractor.report.archive.pages import Pages
from extractor.report.archive.row import Row, row_of, row_without_page
from extractor.report.document import data
from extractor.report.page import InArchive, page_version
from extractor.report.source import Source
from extractor.report.stored import StoredExtraction, stored_extraction
from extractor.whole_file import write_whole

ROWS_A_FILE = 2000
_NAME_CHARS = 16
"""Hexadecimal digits of an article's hash that name its page."""
_HEAD_BYTES = 300
_OURS = re.compile(r"figurebook <span>report of an archive")
_PAGES = re.compile(r"[0-9a-f]{16}(-\d+)?\.html(\.\d+\.part)?")
_ROWS = re.compile(r"\d{4,}-[0-9a-f]{12}\.js(\.\d+\.part)?")


@dataclass(frozen=True)
class Written:
    """What was written.

    Attributes:
        index: the page to open.
        n_rows: how many articles it lists.
        n_pages: how many pages were made; the others were there.
        unread: extractions that could not be read, and why.
    """

    index: Path
    n_rows: int
    n_pages: int
    unread: tuple[UsageError, ...]


@dataclass(frozen=True)
class Choice:
    """What of an archive is listed.

    Attributes:
        fits: whether a row is.
        limit: how many at most, the first ones; None for all.
    """

    fits: Callable[[Row], bool] = lambda _: True
    limit: int | None = None


ALL = Choice()


def write_archive(
    found: Iterable[Exported | Failure],
    out: Path,
    *,
    title: str,
    choice: Choice = ALL,
    left_out: Sequence[str] = (),
    n_processes: int = 1,
) -> Written:
    """Write the report of an archive.

    Args:
        found: what was kept of each article, and what there is no record of; of the latter only
            what stands at no place of the former is listed.
        out: a folder, which then holds `index.html`; or `NAME.html`, with the rest in `NAME_files`.
        title: what the archive is called.
        choice: what is listed.
        left_out: what of the archive is not listed, a sentence each.
        n_processes: how many processes make pages, where there are many.

    Raises:
        UsageError: it cannot be written there, or something else stands there.
    """
    try:
        with Pages(n_processes) as pages:
            folder = _Folder(out, choice.fits, pages)
            for each in found:
                if folder.n_rows == choice.limit:
                    break
                folder.add(each)
            folder.close(title, left_out)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror})") from error
    return folder.written()


class _Folder:
    def __init__(self, out: Path, fits: Callable[[Row], bool], pages: Pages) -> None:
        is_page = out.suffix.lower() == ".html"
        self._index = out if is_page else out / "index.html"
        self._beside = out.with_name(f"{out.stem}_files") if is_page else out
        if self._index.exists() and not _OURS.search(self._index.read_text("utf-8", "replace")):
            raise UsageError(f"{self._index}: stands there already and is no report of an archive")
        self._fits = fits
        self._pages = pages
        self._summary = Summary()
        self._rows: list[Row] = []
        self._files: list[tuple[str, int]] = []
        self._names: dict[str, int] = {}
        self._places: set[str] = set()
        self._kept: set[Path] = set()
        self._unread: list[UsageError] = []

    @property
    def n_rows(self) -> int:
        """How many articles are listed so far."""
        return self._summary.n_rows

    def add(self, found: Exported | Failure) -> None:
        """List an article, and write its page where there is one to write."""
        if isinstance(found, Failure):
            if found.place not in self._places:
                row = row_without_page(found.place, status=found.kind, reason=found.reason)
                self._list(row, None)
            return
        self._places.add(found.place)
        try:
            kept = kept_of(found.envelope, Path(found.place), Articles(lambda: ()))
            extraction = stored_extraction(kept)
        except UsageError as error:
            self._unread.append(error)
            return
        source = Source(found.place, found.title, found.url, found.also_at)
        row = row_of(extraction, source, page=self._name(extraction.article.sha256))
        if self._list(row, extraction):
            self._write_page(row.page, extraction, source, found.corrected)

    def _list(self, row: Row, extraction: StoredExtraction | None) -> bool:
        if not self._fits(row):
            return False
        self._summary.add(row, extraction)
        self._rows.append(row)
        if len(self._rows) == ROWS_A_FILE:
            self._write_rows()
        return True

    def _name(self, sha256: str) -> str:
        """Return the name of an article's page; the same article may be there more than once."""
        name = sha256[:_NAME_CHARS]
        number = self._names[name] = self._names.get(name, 0) + 1
        return name if number == 1 else f"{name}-{number}"

    def _write_page(
        self,
        name: str,
        extraction: StoredExtraction,
        source: Source,
        corrected: Corrected | None,
    ) -> None:
        path = self._beside / "articles" / name[:2] / f"{name}.html"
        self._kept.add(path)
        index = quote(Path(os.path.relpath(self._index, path.parent)).as_posix())
        made_of = _hash([page_version(), index, extraction.envelope, astuple(source), corrected])
        if _is_made_of(path, made_of):
            return
        self._pages.make(path, extraction, InArchive(source, index, made_of, corrected))

    def _write_rows(self) -> None:
        number = len(self._files)
        content = f"figurebookRows({number},{data([row.content() for row in self._rows])});\n"
        name = f"data/{number:04}-{_hash(content)[:12]}.js"
        path = self._beside / name
        self._kept.add(path)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
        self._files.append((name, len(self._rows)))
        self._rows.clear()

    def close(self, title: str, left_out: Sequence[str]) -> None:
        """Write the index, and take away what belongs to an older one alone."""
        if self._rows:
            self._write_rows()
        self._pages.finish()
        base = "" if self._beside == self._index.parent else f"{quote(self._beside.name)}/"
        html = index_page(title, self._summary, files=self._files, base=base, left_out=left_out)
        self._index.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._index, html)
        for place, pattern in (("articles/??", _PAGES), ("data", _ROWS)):
            for path in self._beside.glob(f"{place}/*"):
                if pattern.fullmatch(path.name) and path not in self._kept:
                    path.unlink(missing_ok=True)

    def written(self) -> Written:
        """Return what was written."""
        return Written(self._index, self.n_rows, self._pages.n_made, tuple(self._unread))


def _hash(content: Any) -> str:
    """Return a hash of JSON, which may hold half surrogate pairs: a model can write them."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _is_made_of(path: Path, made_of: str) -> bool:
    try:
        with path.open("rb") as file:
            return made_of.encode() in file.read(_HEAD_BYTES)
    except FileNotFoundError:
        return False
