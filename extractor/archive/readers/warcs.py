"""WARC: what a crawler kept, a page in each record."""

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.archive.entry import Entry
from extractor.archive.readers.extras import require
from extractor.archive.readers.limits import MAX_MEMBER_BYTES
from extractor.archive.readers.packed import Unzipped
from extractor.archive.readers.source import Found, Source
from extractor.archive.readers.stream import Readable, Stream, check_ratio
from extractor.errors import ArticleError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
_SUCCESS = range(200, 300)
_CHUNK = re.compile(rb"[0-9a-fA-F]+[ ;\r]")
_GZIP = b"\x1f\x8b"

_log = logging.getLogger(__name__)


def read_warc(source: Source) -> Found:
    """Give the page, text or PDF in each record that was served with success.

    Images, scripts, redirects and error pages, which are most of a crawl, are no entries; their
    number is logged.

    Raises:
        ArticleError: it is broken, or holds no record.
        UsageError: what reads it is not installed.
    """
    require("warc")
    number = n_others = 0
    for number, record in enumerate(_records(source), start=1):
        try:
            found = _page(record, source, number)
        except ArticleError as error:
            place = f"{source.place}:{number}"
            yield Entry(place, fault=str(error), url=record.headers.get("WARC-Target-URI"))
            continue
        if found is None:
            n_others += 1
        else:
            yield found
    if not number:
        raise ArticleError("a WARC file without a record")
    if n_others:
        _log.info("%s: %d records left out, no pages", source.place, n_others)


def _records(source: Source) -> Iterator["WarcRecord"]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        yield from ArchiveIterator(source.stream, record_types=kinds, auto_decode="none")
    except OSError as error:
        raise ArticleError(f"a broken WARC file ({error})") from error


def _page(record: "WarcRecord", source: Source, number: int) -> Source | None:
    """Return what a record holds, None for what is no page.

    Raises:
        ArticleError: it is cut short, too large, or broken.
    """
    if record.headers.get("Content-Length") is None:
        raise ArticleError("a truncated WARC record")
    kind = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    suffix = _suffix((kind or "").lower())
    if suffix is None or not _is_served(record):
        return None
    return Source(
        f"{source.place}:{number}",
        f"{source.stem}-{number}{suffix}",
        _body(record),
        charset=record.http_charset,
        url=record.headers.get("WARC-Target-URI"),
        nesting=source.nesting + 1,
    )


def _suffix(kind: str) -> str | None:
    """Return the suffix of a media type that is read, an empty one for none and the type of all."""
    if kind in ("", "application/octet-stream"):
        return ""
    return next((suffix for prefix, suffix in _SUFFIXES.items() if kind.startswith(prefix)), None)


def _is_served(record: "WarcRecord") -> bool:
    headers = record.http_headers
    status = headers.status_code if headers else None
    return status is None or status in _SUCCESS


def _body(record: "WarcRecord") -> Stream:
    """Return a record's payload, compared with the length it declares: a cut one ends silently."""
    n_declared = record.content_length
    if n_declared > MAX_MEMBER_BYTES:
        raise ArticleError(f"a record larger than {MAX_MEMBER_BYTES:,} bytes")
    body = record.reader.read(n_declared)
    if len(body) < n_declared:
        raise ArticleError(f"a truncated WARC record: {len(body):,} of {n_declared:,} bytes")
    headers = {key.lower(): value for key, value in dict(record.http_headers or {}).items()}
    if "chunked" in headers.get("transfer-encoding", "").lower() and _CHUNK.match(body):
        body = _unchunked(body)
    encoding = headers.get("content-encoding", "").lower()
    return Stream(
        _uncompressed(body, encoding), check=lambda n_bytes: check_ratio(n_bytes, len(body))
    )


def _unchunked(body: bytes) -> bytes:
    from fastwarc.stream_io import ChunkedReader

    try:
        return bytes(ChunkedReader(io.BytesIO(body)).read())
    except OSError as error:
        raise ArticleError(f"a broken chunk in it ({error})") from error


def _uncompressed(body: bytes, encoding: str) -> Readable:
    """Return the payload as it was before it was compressed; crawlers may keep either."""
    if "br" in encoding:
        from fastwarc.stream_io import BrotliReader

        return BrotliReader(io.BytesIO(body))
    return io.BytesIO(body) if body[:2] != _GZIP else Unzipped(io.BytesIO(body))
