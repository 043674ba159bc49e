"""Names that a draft quotes, and their place in the article."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractor.alignment import nearest
from extractor.article import Span
from extractor.draft.scripts import both_scripts


def _pairs(periods: str, things: str, *, joint: str) -> set[str]:
    return {f"{period}{joint}{thing}" for period in periods.split() for thing in things.split(",")}


PLAIN_GROUPS = frozenset(
    {"primary", "secondary", "tertiary"}
    | _pairs("primary secondary tertiary", "industry,sector", joint=" ")
    | both_scripts("第一产业 第二产业 第三产业 一产 二产 三产")
)
"""Plain names for groups that a text leaves unnamed (a ratio of the three sectors)."""

PLAIN_MEASURES = frozenset(
    {"jobs", "employment", "exports", "output"}
    | _pairs(
        "annual yearly monthly daily",
        "output,output value,production,capacity,production capacity,processing,processing capacity,"
        "throughput,intake,consumption,handling,treatment,storage,supply,generation,visitors,"
        "sales,sales revenue,revenue,turnover,tax,taxes,tax revenue,tax payment,profit,"
        "export,exports,export value",
        joint=" ",
    )
    | both_scripts("就业 就业岗位 出口 产品出口")
    | both_scripts(
        " ".join(
            _pairs(
                "年 月 日",
                "产,产值,总产值,产能,产量,销售,销售额,销售收入,营业收入,营收,税收,纳税,利税,利润,"
                "出口,出口额,加工,加工能力,处理,处理能力,吞吐量,消耗,消纳,仓储,供应,发电,发电量,接待",
                joint="",
            )
        )
    )
)
"""Measures for targets whose text names none: a period and what is counted in it."""

_PERIODICAL = re.compile(
    r"(?:annual|yearly|monthly|daily)\s+(.+)"
    r"|(.+?)\s+(?:per|a|an|each|every)\s+(?:year|annum|month|day)"
    r"|(?:每[年月日]|[年月日])(.+)",
    re.IGNORECASE,
)
"""A thing and the period in which it is counted."""

_WRAPPERS = {"“": "”", '"': '"', "‘": "’", "「": "」", "『": "』", "《": "》"}
_LEADING_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_ARTICLE_INITIALS = frozenset("AaTt")
_TRAILING = frozenset(",;:，；：、")


class Name(NamedTuple):
    """Words of the article and where they stand (no spans for a plain name of code's own)."""

    text: str
    spans: tuple[Span, ...]


def find_name(quote: str, text: str, *, near: Sequence[int] = ()) -> Name | None:
    """Find a quoted name in the article and return the article's own letters.

    Quotation marks around the whole and a leading English article are left out.

    Args:
        quote: the name as the model wrote it.
        text: the article's text.
        near: offsets of the item's figures; of several places the nearest to one of them counts,
            the first where there are none.
    """
    span = nearest(quote, text, near=near)
    return span and _name(_without_article(_without_wrappers(span, text), text), text)


def find_label(quote: str, text: str, *, near: Sequence[int] = ()) -> Name | None:
    """Find a group's label: as a name, but a leading article belongs to it; plain names pass."""
    span = nearest(quote, text, near=near)
    if span is None:
        return _plain(quote, PLAIN_GROUPS)
    return _name(_without_wrappers(span, text), text)


def find_measure(quote: str, text: str, *, near: Sequence[int] = ()) -> Name | None:
    """Find the measure of a target in the article, with or without its period.

    A figure may stand between a thing and its period ("taxes of 420 million yuan per year"), so that
    the thing alone has a place. Plain measures pass where the article names none.
    """
    return (
        find_name(quote, text, near=near)
        or _plain(quote, PLAIN_MEASURES)
        or _with_period(quote, text, near=near)
    )


def counted_in(measure: str) -> Span | None:
    """Return the place in a measure of what is counted, without its period; None where it has none."""
    written = _PERIODICAL.fullmatch(measure)
    return written and Span(*written.span(written.lastindex or 0))


def _with_period(quote: str, text: str, *, near: Sequence[int]) -> Name | None:
    quote = quote.strip()
    span = counted_in(quote)
    thing = span and find_name(quote[slice(*span)], text, near=near)
    if not (span and thing):
        return None
    return Name(quote[: span.start] + thing.text + quote[span.end :], thing.spans)


def _name(span: Span, text: str) -> Name | None:
    """Make a name of a place in the text; mere punctuation is none."""
    start, end = span
    words = text[start:end]
    if words[:1].isalnum() or any(map(str.isalnum, words)):
        return Name(words, (span,))
    return None


def _plain(quote: str, allowed: frozenset[str]) -> Name | None:
    words = quote.strip()
    return Name(words, ()) if words.casefold() in allowed else None


def _without_wrappers(span: Span, text: str) -> Span:
    start, end = span
    if text[end - 1].isalnum() and text[start] not in _WRAPPERS:
        return span
    while end > start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    closing = _WRAPPERS.get(text[start])
    if (
        closing == text[end - 1]
        and end - start > 2
        and text.find(text[start], start + 1, end - 1) < 0
    ):
        return Span(start + 1, end - 1)
    return span if end == span.end else Span(start, end)


def _without_article(span: Span, text: str) -> Span:
    start, end = span
    found = text[start] in _ARTICLE_INITIALS and _LEADING_ARTICLE.match(text, start, end)
    return Span(found.end(), end) if found else span
