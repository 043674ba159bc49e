"""Pages: the article on a page of HTML, with its title, its day and its address.

trafilatura leaves out what surrounds an article; where it finds less than `_SHORT_CHARS` it takes
the whole page, navigation and all, and resiliparse knows better.
"""

import logging
import re
import warnings
from configparser import ConfigParser
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from functools import cache

from extractor.archive.entry import Entry
from extractor.archive.readers.articles import NOTHING_KNOWN, Known, entry_of
from extractor.archive.readers.days import as_day
from extractor.archive.readers.encodings import declared_encoding, decode
from extractor.archive.readers.extras import require
from extractor.archive.readers.limits import MAX_HTML_BYTES, MAX_HTML_DEPTH
from extractor.archive.readers.source import Source
from extractor.errors import ArticleError

_SHORT_CHARS = 100
"""Of Chinese; it says in them what takes English three times as many."""
_EARLIEST = date(1990, 1, 1)
_STAMP = re.compile(
    r"(?:发布|發布|发表|更新|刊登)?(?:时间|時間|日期)\s*[:：]\s*([12]\d{3}[-/.年]\d{1,2}[-/.月]\d{1,2})"
)
_TAG = re.compile(r"<[^<>]{0,1000}>")
_ELEMENT = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
_UNNESTED = re.compile(
    "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"  # these hold nothing
    "|dd|dt|li|option|p|tbody|td|tfoot|th|thead|tr"  # these end where the next begins
)


def read_page(source: Source) -> Entry:
    """Return the article on a page.

    Raises:
        ArticleError: it is too large, its encoding cannot be told, or there is no text on it.
    """
    data = source.read(max_bytes=MAX_HTML_BYTES)
    html = decode(data, declared=source.charset or declared_encoding(data))
    return page_entry(html, Known(url=source.url), place=source.place, name=source.stem)


def page_entry(html: str, known: Known = NOTHING_KNOWN, *, place: str, name: str) -> Entry:
    """Return the article on a page; what is known goes before what the page says.

    Raises:
        ArticleError: there is no text on it.
        UsageError: what reads it is not installed.
    """
    require("html")
    _check_depth(html)
    _quiet()
    text, found = _main_text(html, known)
    if not text.strip():
        raise ArticleError("a page without text")
    return entry_of(text, found, place=place, name=name)


def _main_text(html: str, known: Known) -> tuple[str, Known]:
    from resiliparse.extract.html2text import extract_plain_text
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    page = bare_extraction(
        html,
        url=known.url,
        with_metadata=True,
        include_comments=False,
        config=_settings(),
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(page, Document):
        page = Document()
    text = page.text or ""
    if len(text) < _SHORT_CHARS:
        text = extract_plain_text(html, main_content=True) or text or extract_plain_text(html)
    return text, Known(
        published=known.published or _published(html, page.date),
        title=known.title or page.title,
        url=known.url or page.url,
    )


def _check_depth(html: str) -> None:
    """Refuse elements in elements without end: the time to find the text grows with their square.

    Raises:
        ArticleError: they go deeper than `MAX_HTML_DEPTH`.
    """
    depth = 0
    for closing, name, is_closed in _ELEMENT.findall(html):
        if is_closed or _UNNESTED.fullmatch(name.lower()):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > MAX_HTML_DEPTH:
            raise ArticleError(f"a page of elements nested more than {MAX_HTML_DEPTH:,} deep")


def _published(html: str, found: str | None) -> date | None:
    """Return the day in the page's data, else the day beside a Chinese label such as 发布时间."""
    stamp = _STAMP.search(_TAG.sub("", html)) if found is None else None
    day = as_day(found if stamp is None else stamp[1])
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    return day if day is not None and _EARLIEST <= day <= tomorrow else None


@cache
def _settings() -> ConfigParser:
    """Return trafilatura's settings, its least length, of English, fitted to Chinese."""
    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORT_CHARS)
    return settings


@cache
def _quiet() -> None:
    """Keep what these libraries complain about off the terminal, unless a program logs it."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    warnings.filterwarnings("ignore", module="dateutil")  # of time zones that it does not know
