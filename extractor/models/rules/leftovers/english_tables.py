"""Tables of groups in English articles: lines of cells under a head that counts or sums up."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.models.rules.leftovers.english_placed import Placed
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.cell_lines import tables_of_lines
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, THING, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import Dimension

_ROW = Pattern(
    r"^[^\t|｜\n]*(?:[\t|｜][^\t|｜\n]*){2,}$|^[^\t|｜\n]+[\t|｜][^\t|｜\n]+$", re.MULTILINE
)
_CELL = Pattern(r"[^\t|｜]+")
_RULE = Pattern(r"[\s:|｜+=—–-]*$")
_COUNT = Pattern(
    r"\b(?:numbers?|no\. of|quantity|count|(?:signed )?projects$|MoUs|MOUs|deals|contracts|agreements|proposals|items)\b",
    re.IGNORECASE,
)
_AMOUNT = Pattern(
    r"\b(?:investment|amount|value|capital|outlay|worth|crore|billion|million|bn|mn|yuan|USD|sum)\b|[$€£₹]",
    re.IGNORECASE,
)
_SHARE = Pattern(r"\b(?:share|percent|percentage|proportion|ratio)\b|%", re.IGNORECASE)
_NUMBER = Pattern(r"(?:no|s/?n|sl|serial|rank|#)\.?(?: no\.?| number)?$|order$", re.IGNORECASE)
_PROJECT = Pattern(
    r"(?:project|entry|deal|venture|scheme)(?: names?| titles?| contents?)?$|name|firm|company|investor|enterprise",
    re.IGNORECASE,
)
_LABELS: tuple[tuple[Dimension, str], ...] = (
    (
        "region",
        r"region|county|counties|district|cit(?:y|ies)|province|zone|park|area|place|location|venue",
    ),
    ("origin", r"countr|origin|source|home"),
    ("investor", r"investor type|type of investor|ownership"),
    ("size", r"size|scale|bracket|range"),
    ("stage", r"stage|status|progress|batch"),
    ("industry", r"sector|industr|field|category|department|type|chain|segment|track"),
)
_SUM = Pattern(r"\s*(?:grand )?(?:total|sum|all|overall)\b", re.IGNORECASE)


class _Head(NamedTuple):
    """Which column of a table holds what."""

    label: int
    counts: int | None
    amount: int | None
    share: int | None
    dimension: Dimension | None
    title: str


def read_tables(placed: Placed) -> None:
    """Find the groups that tables count, and give up those read across their cells."""
    text = placed.reading.text
    for titles, *lines in tables_of_lines(text):
        if columns := _head([text[slice(*cell)] for cell in titles]):
            for line in lines:
                _read_row(placed, columns, line)
    if not any(mark in text for mark in "\t|｜"):
        return
    rows = [(row.start(), row.end()) for row in _ROW.finditer(text)]
    for group in list(placed.groups):
        if any(start <= group.at < end for start, end in rows):
            placed.groups.remove(group)
            placed.release(group)
    head: _Head | None = None
    last = -1
    for start, end in rows:
        cells = list(_cells(text, start, end))
        if start > last + 2:
            head = _head([text[slice(*cell)] for cell in cells])
        elif head and not _RULE.match(text[start:end]):
            _read_row(placed, head, cells)
        last = end


def _cells(text: str, start: int, end: int) -> Iterator[Extent]:
    for cell in _CELL.finditer(text, start, end):
        words = cell.group().strip()
        if words:
            at = cell.start() + cell.group().index(words)
            yield at, at + len(words)


def _head(cells: list[str]) -> _Head | None:
    """Return the columns of a table of groups, None where it is one of projects."""
    free = [index for index, cell in enumerate(cells) if not _NUMBER.match(cell)]
    label = next(
        (i for i in free if not (_COUNT.search(cells[i]) or _AMOUNT.search(cells[i]))), None
    )
    if label is None or _PROJECT.match(cells[label]):
        return None
    others = [index for index in free if index != label]
    share = next((i for i in others if _SHARE.search(cells[i])), None)
    count = next((i for i in others if i != share and _COUNT.search(cells[i])), None)
    amount = next((i for i in others if i not in {share, count} and _AMOUNT.search(cells[i])), None)
    dimension = next(
        (name for name, words in _LABELS if re.search(words, cells[label], re.IGNORECASE)), None
    )
    if count is None and (amount is None or dimension is None):
        return None
    return _Head(
        label, count, amount, share, dimension, cells[amount] if amount is not None else ""
    )


def _read_row(placed: Placed, head: _Head, cells: list[Extent]) -> None:
    """Open the group of a row; the row of the sum completes the whole."""
    columns = [i for i in (head.label, head.counts, head.amount, head.share) if i is not None]
    if len(cells) <= max(columns):
        return
    label = cells[head.label]
    kind = amount_kind(head.title) or "investment"
    amounts = _figures(placed, head.amount, cells, MONEY)
    if _SUM.match(placed.reading.text, *label):
        if placed.total and not placed.total.amounts and amounts:
            placed.total.amounts.append((kind, placed.take(amounts[0])))
        return
    counts = _figures(placed, head.counts, cells, COUNT + THING)
    shares = _figures(placed, head.share, cells, PERCENT)
    figures = counts + amounts + shares
    if not figures:
        return
    sentence = Sentence(placed.reading.text[label[0] : cells[-1][1]], label[0], _NO_PARAGRAPH)
    group = placed.enter(label, sentence, figures[0])
    group.dimension = head.dimension or group.dimension or "industry"
    group.count = placed.take(counts[0]) if counts else None
    group.amounts += [(kind, placed.take(at)) for at in amounts[:1]]
    group.percents += [(None, placed.take(at)) for at in shares[:1]]


_NO_PARAGRAPH = 10_000
"""Of rows: no sentence of the text goes on with one."""


def _figures(placed: Placed, column: int | None, cells: list[Extent], letters: str) -> list[int]:
    return [] if column is None else list(placed.left(*cells[column], letters))
