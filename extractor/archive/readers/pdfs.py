"""PDFs: the text layer, page by page."""

import re
from typing import TYPE_CHECKING

from extractor.archive.entry import Entry
from extractor.archive.readers.articles import Known, entry_of
from extractor.archive.readers.extras import require
from extractor.archive.readers.limits import MAX_ARTICLE_CHARS, MAX_PDF_PAGES
from extractor.archive.readers.source import Source
from extractor.errors import ArticleError

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_HYPHEN = re.compile("([^\\W\\d_]?)[\ufffe\x02](?:\r?\n)?([^\\W\\d_]?)")
"""What PDFium writes for a hyphen at a line's end, and the letters beside it."""


def read_pdf(source: Source) -> Entry:
    """Return the text of a PDF, lines ended by a line feed, words that a line's end cut made whole.

    Raises:
        ArticleError: it is encrypted, broken, too large, or holds no text.
        UsageError: what reads it is not installed.
    """
    require("pdf")
    text = mended("\n".join(_pages(source.read())))
    if not text.strip():
        raise ArticleError("a PDF without text, scanned perhaps")
    return entry_of(text, Known(url=source.url), place=source.place, name=source.stem)


def mended(text: str) -> str:
    """Return PDFium's text with plain line ends, and a hyphen or none where it marks one.

    Between small letters it cut a word (pro-jects); beside anything else it was written.
    """
    return _HYPHEN.sub(_joined, text).replace("\r\n", "\n").replace("\r", "\n")


def _joined(found: re.Match[str]) -> str:
    before, after = found.groups()
    is_cut = before.islower() and after.islower()
    return before + after if is_cut else f"{before}-{after}"


def _pages(data: bytes) -> list[str]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        is_encrypted = "password" in str(error)
        what = "an encrypted PDF; save it without its password" if is_encrypted else "a broken PDF"
        raise ArticleError(what) from error
    try:
        if len(document) > MAX_PDF_PAGES:
            raise ArticleError(f"a PDF of more than {MAX_PDF_PAGES:,} pages")
        return _texts(document)
    except PdfiumError as error:
        raise ArticleError(f"a broken PDF ({error})") from error
    finally:
        document.close()


def _texts(document: "PdfDocument") -> list[str]:
    texts: list[str] = []
    n_chars = 0
    for page in document:
        layer = page.get_textpage()
        texts.append(layer.get_text_range())
        layer.close()
        page.close()
        n_chars += len(texts[-1])
        if n_chars > MAX_ARTICLE_CHARS:
            break  # too long whatever follows: it is refused for that
    return texts
