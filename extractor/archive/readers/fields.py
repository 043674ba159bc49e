"""Fields: which of a row's values are an article's text, title, day and address."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extractor.archive.entry import Entry
from extractor.archive.readers.articles import Known, entry_of
from extractor.archive.readers.days import as_day
from extractor.archive.readers.markup import is_markup
from extractor.archive.readers.pages import page_entry
from extractor.errors import ArticleError

_MAX_HEADER_CHARS = 1_000
_PLAIN = (str, int, float)


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of fields in JSONL, CSV and Parquet, the first that holds something wins.

    Attributes:
        text: of the article's text; a page's HTML is read as a page.
        title: of its title.
        published: of the day it was published.
        url: of its address.
    """

    text: tuple[str, ...] = ("text", "content", "body", "article", "html", "正文", "内容", "內容")
    title: tuple[str, ...] = ("title", "headline", "标题", "標題")
    published: tuple[str, ...] = (
        "published",
        "published_at",
        "date",
        "publish_date",
        "pubdate",
        "datepublished",
        "发布时间",
        "發布時間",
        "日期",
    )
    url: tuple[str, ...] = ("url", "link", "source_url", "网址", "網址", "链接")

    def entry(self, row: Mapping[str, Any], *, place: str, name: str) -> Entry:
        """Return the entry that a row is.

        Raises:
            ArticleError: it has no text.
        """
        values = {str(key).strip().lower(): value for key, value in row.items()}
        text = _first(values, self.text, kinds=str)
        if text is None:
            raise ArticleError(f"no text in it, under none of: {', '.join(self.text)}")
        title = _first(values, self.title, kinds=_PLAIN)
        known = Known(
            published=as_day(_first(values, self.published)),
            title=None if title is None else str(title),
            url=_first(values, self.url, kinds=str),
        )
        read = page_entry if is_markup(text) else entry_of
        return read(text, known, place=place, name=name)

    def named(self, columns: Iterable[str]) -> list[str]:
        """Return those of a table's columns that are asked for."""
        asked = _lower((*self.text, *self.title, *self.published, *self.url))
        return [column for column in columns if column.strip().lower() in asked]

    def has_text(self, columns: Iterable[str]) -> bool:
        """Tell whether one of a table's columns holds texts."""
        return any(column.strip().lower() in _lower(self.text) for column in columns)

    def are_named_in(self, line: str) -> bool:
        """Tell whether a line is the header of a table, one of its columns being texts."""
        if len(line) > _MAX_HEADER_CHARS:
            return False
        columns = re.split(r"[,;\t]", line)
        names = [column.strip().strip('"') for column in columns]
        return len(names) > 1 and self.has_text(names) and len(self.named(names)) > 1


def _lower(names: tuple[str, ...]) -> set[str]:
    return set(map(str.lower, names))


def _first(values: Mapping[str, Any], names: tuple[str, ...], *, kinds: Any = object) -> Any:
    """Return the first value of one of some kinds that is not empty."""
    found = (values.get(name.lower()) for name in names)
    filled = (value for value in found if value not in (None, "") and value == value)  # noqa: PLR0124  not a number
    return next((value for value in filled if isinstance(value, kinds)), None)
