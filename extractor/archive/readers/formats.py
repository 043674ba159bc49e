"""Formats told by their first bytes; the name decides only where bytes cannot."""

import re
from typing import Literal, TypeAlias

from extractor.archive.readers.encodings import wide_encoding
from extractor.archive.readers.fields import Fields
from extractor.archive.readers.markup import is_page
from extractor.archive.readers.source import Source
from extractor.errors import ArticleError

Format: TypeAlias = Literal[
    "csv", "gzip", "html", "json", "jsonl", "parquet", "pdf", "tar", "text", "warc", "zip"
]

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
_UNREAD = (
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz file; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as PDF or HTML"),
    (b"{\\rtf", "an RTF document; save it as PDF or HTML"),
    (b"SQLite format 3", "a SQLite database; export it as JSONL or CSV"),
    (b"\x89PNG", "an image, not text"),
    (b"\xff\xd8\xff", "an image, not text"),
    (b"GIF8", "an image, not text"),
)
_PDF_WITHIN_BYTES = 1_024
_TAR_MAGIC = slice(257, 262)
_SUFFIXES: dict[str, Format] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    ".json": "json",
    ".pdf": "pdf",
    ".parquet": "parquet",
    ".warc": "warc",
    ".zip": "zip",
    ".gz": "gzip",
    ".tgz": "gzip",
    ".tar": "tar",
}
_NEEDED_BYTES: frozenset[Format] = frozenset({"pdf", "parquet", "warc", "zip", "gzip", "tar"})
_JSON_OBJECT = re.compile(r'\s*\{\s*["}]')


def named_format(name: str) -> Format | None:
    """Return the format that a file's name promises; `page.html.gz` promises HTML."""
    stem, dot, suffix = name.lower().rpartition(".")
    found = _SUFFIXES.get(dot + suffix)
    return named_format(stem) or found if found == "gzip" else found


def format_of(source: Source, fields: Fields) -> Format:
    """Return the format of a source by its first bytes, else by its name.

    Raises:
        ArticleError: it is empty, or of a format that is not read.
        OSError: it cannot be read.
    """
    head = source.stream.head()
    if not head:
        raise ArticleError("empty")
    found = _by_magic(head)
    if found is not None:
        return found
    named = _SUFFIXES.get(source.suffix)
    if named == "tar" or head[_TAR_MAGIC] == b"ustar":
        return "tar"
    if named in _NEEDED_BYTES:
        raise ArticleError(f"named {source.suffix}, but its bytes are no {named} file")
    return _of_text(head, named, fields)


def _by_magic(head: bytes) -> Format | None:
    for magic, what in _UNREAD:
        if head.startswith(magic):
            raise ArticleError(what)
    if b"%PDF-" in head[:_PDF_WITHIN_BYTES]:
        return "pdf"
    return next((found for magic, found in _MAGIC if head.startswith(magic)), None)


def _of_text(head: bytes, named: Format | None, fields: Fields) -> Format:
    if wide_encoding(head):
        head = head.replace(b"\0", b"")
    text = head.decode("utf-8", "ignore").lstrip("\ufeff")  # what tells formats apart is ASCII
    if is_page(text) or (named == "html" and "<" in text):
        return "html"
    first_line = text.lstrip().partition("\n")[0]
    if _JSON_OBJECT.match(text) and named != "html":
        return "jsonl" if named == "jsonl" or first_line.rstrip().endswith("}") else "json"
    if named in ("csv", "json", "jsonl"):
        return named
    return "csv" if fields.are_named_in(first_line) else "text"
