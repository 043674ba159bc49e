"""Reading: a source goes to the reader of its format, and whatever fails is one entry."""

import zlib
from collections.abc import Callable, Iterator
from typing import TypeAlias
from zipfile import BadZipFile

from extractor.archive.entry import Entry
from extractor.archive.readers.articles import Known, entry_of
from extractor.archive.readers.encodings import decode
from extractor.archive.readers.fields import Fields
from extractor.archive.readers.formats import Format, format_of
from extractor.archive.readers.packed import read_gzip, read_tar, read_zip
from extractor.archive.readers.pages import read_page
from extractor.archive.readers.parquet import read_parquet
from extractor.archive.readers.pdfs import read_pdf
from extractor.archive.readers.rows import read_csv, read_json, read_jsonl
from extractor.archive.readers.source import Found, Source
from extractor.archive.readers.warcs import read_warc
from extractor.errors import ExtractorError

_MAX_FAULT_CHARS = 300
_OF_A_BROKEN_MEMBER = (BadZipFile, zlib.error)
"""What is raised while a member of a zip archive is unpacked; gzip's faults are told below."""

_OfOne: TypeAlias = Callable[[Source], Entry]
_OfMany: TypeAlias = Callable[[Source], Found]
_OfRows: TypeAlias = Callable[[Source, Fields], Iterator[Entry]]


def entries(source: Source, fields: Fields) -> Iterator[Entry]:
    """Give the entries of a source and of all that lies in it; what fails is a failed entry."""
    try:
        for found in _found(source, fields):
            if isinstance(found, Source):
                yield from entries(found, fields)
            else:
                yield found
    except BaseException as error:
        # Whatever a library makes of hostile bytes; one in Rust panics past Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        yield failed(source.place, error, url=source.url)


def failed(place: str, error: BaseException, *, url: str | None = None) -> Entry:
    """Return the entry of what could not be read, its reason in one line."""
    if isinstance(error, ExtractorError):
        reason = str(error)
    elif isinstance(error, _OF_A_BROKEN_MEMBER):
        reason = f"a broken member ({error})"
    elif isinstance(error, OSError) and error.strerror:
        reason = f"cannot be read ({error.strerror})"
    else:
        reason = f"cannot be read ({type(error).__name__}: {error})"
    return Entry(place, fault=" ".join(reason.split())[:_MAX_FAULT_CHARS], url=url)


def read_text(source: Source) -> Entry:
    """Return a text as it stands, line ends and all.

    Raises:
        ArticleError: it is too large, in no encoding that can be told, or empty.
    """
    text = decode(source.read(), declared=source.charset)
    return entry_of(text, Known(url=source.url), place=source.place, name=source.stem)


_OF_ONE: dict[Format, _OfOne] = {"html": read_page, "pdf": read_pdf, "text": read_text}
_OF_MANY: dict[Format, _OfMany] = {
    "gzip": read_gzip,
    "tar": read_tar,
    "warc": read_warc,
    "zip": read_zip,
}
_OF_ROWS: dict[Format, _OfRows] = {
    "csv": read_csv,
    "json": read_json,
    "jsonl": read_jsonl,
    "parquet": read_parquet,
}


def _found(source: Source, fields: Fields) -> Found:
    found = format_of(source, fields)
    if found in _OF_ONE:
        yield _OF_ONE[found](source)
    elif found in _OF_MANY:
        yield from _OF_MANY[found](source)
    else:
        yield from _OF_ROWS[found](source, fields)
