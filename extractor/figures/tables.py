"""Numbers in tables and lists whose unit stands once, in the head of a column or in a caption."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from extractor.figures.reading import Reading
from extractor.figures.unit_headings import (
    DEALT,
    UnitHeading,
    caption_unit,
    column_unit,
    inline_unit,
)
from extractor.patterns import Pattern

_BARRED = Pattern(r"[|｜│\t]")
_SPACED = Pattern(r"(?<=\S)[ ]{2,}(?=\S)|(?<=[)）])[ ](?=[\u3400-\u9fff])")
"""A wide gap; in a head of Chinese titles one wide space behind a unit in brackets."""
_NUMERIC = Pattern(
    r"(?:about |over |nearly |[约約近超逾~<>]?)\d[\d,]{0,12}(?:\.\d{1,6})?[*+]?", re.ASCII
)


class _Cell(NamedTuple):
    start: int
    text: str


class _Line:
    """A line of the text, and what stands in it.

    Args:
        start: where it begins in the text.
        text: what stands in it.
        numbers: its numbers without a unit, in order; years too.
    """

    def __init__(self, start: int, text: str, numbers: list[Reading]) -> None:
        """Keep the parts of a line; its cells are cut where they are needed."""
        self.start = start
        self.text = text
        self.numbers = numbers

    @cached_property
    def cells(self) -> list[_Cell]:
        """What stands between bars, tabs or wide gaps; one cell in a line that is no row."""
        is_barred = _BARRED.search(self.text)
        if not is_barred and "  " not in self.text:
            return [_Cell(self.start, self.text)]
        return _cells(self.start, self.text, _BARRED if is_barred else _SPACED)

    @property
    def is_row(self) -> bool:
        """Whether it has several cells."""
        return len(self.cells) > 1

    @cached_property
    def is_head(self) -> bool:
        """Whether it is a row of titles, or a rule: none of its cells is a number."""
        return self.is_row and not any(_NUMERIC.fullmatch(cell.text) for cell in self.cells)

    def units(self) -> dict[int, UnitHeading]:
        """Return the units that a row of titles states, by column."""
        if not self.is_head:
            return {}
        units = ((n, cell.start, column_unit(cell.text)) for n, cell in enumerate(self.cells))
        return {column: unit.moved(start) for column, start, unit in units if unit}

    def in_column(self, column: int) -> list[Reading]:
        """Return the numbers of one cell that may be amounts; what is all of it may look like a year."""
        start, written = self.cells[column]
        is_number = _NUMERIC.fullmatch(written)
        return [
            reading
            for reading in self.numbers
            if start <= reading.id < start + len(written) and (reading.bare or is_number)
        ]


# Numbers, each with the unit that is theirs.
_Given = Iterator[tuple[Reading, UnitHeading]]


def read_tables(text: str, readings: list[Reading]) -> None:
    """Give bare numbers in tables and lists the unit of their head or caption; change them in place.

    Such a list ends where a line is no row or item of it. The words that state a unit ("100 million
    yuan") are no figure: they are taken out.
    """
    ends = [r.id for r in readings if r.bare == "number" and _ends_cell(text, r.end)]
    dealt = [found.end() for found in DEALT.finditer(text)]
    if len(ends) < _FEWEST and not dealt and not (ends and "|" in text):
        return
    lines = _lines(text, readings)
    stated: set[int] = set()
    for at in _candidates(lines, ends + dealt):
        for reading, heading in _members(lines, at):
            _give(reading, heading)
            stated.update(range(heading.start, heading.end))
    if stated:
        readings[:] = [reading for reading in readings if reading.id not in stated]


_FEWEST = 2  # one number makes no list, but one row a table


def _ends_cell(text: str, at: int) -> bool:
    return text[at : at + 1] in _CELL_ENDS or text[at : at + 2] in _SPACED_ENDS


_CELL_ENDS = frozenset(["", *"\r\n\t|｜│；;"])
_SPACED_ENDS = frozenset({"  ", " |", " ｜", " │", " (", " \n"})


def _lines(text: str, readings: list[Reading]) -> list[_Line]:
    lines = []
    start = index = 0
    for written in text.split("\n"):
        end = start + len(written)
        numbers = []
        while index < len(readings) and readings[index].id <= end:
            if readings[index].bare == "number" or readings[index].kind == "year":
                numbers.append(readings[index])
            index += 1
        lines.append(_Line(start, written, numbers))
        start = end + 1
    return lines


def _cells(start: int, written: str, separator: Pattern) -> list[_Cell]:
    separators = separator.finditer(written)
    edges = [0, *(edge for found in separators for edge in found.span()), len(written)]
    cells = []
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        cell = written[first:last].lstrip(" *_")
        cells.append(_Cell(start + last - len(cell), cell.rstrip(" *_\r")))
    return cells


def _candidates(lines: Sequence[_Line], ends: Sequence[int]) -> Iterator[int]:
    """Give the lines that may state a unit: numbers that end a cell stand in or soon below them."""
    following = 0
    for at in sorted({bisect_right(lines, end, key=_start) - 1 for end in ends}):
        yield from range(max(following, at - _MOST_COLUMNS), at + 1)
        following = at + 1


_start = attrgetter("start")
_MOST_COLUMNS = 9


def _members(lines: Sequence[_Line], at: int) -> _Given:
    """Give the numbers whose unit a line states, each with that unit."""
    line = lines[at]
    if line.is_row and not line.is_head:
        return
    units = line.units()
    if units and any(len(other.cells) == len(line.cells) for other in lines[at + 1 : at + 3]):
        yield from _in_rows(lines, at + 1, units)
    elif heading := caption_unit(line.text):
        heading = heading.moved(line.start)
        if amounts := _stacked(lines, at):
            yield from ((reading, heading) for reading in amounts)
        else:
            yield from _in_items(lines, at + 1, heading)
    elif len(line.numbers) > 1 and (heading := inline_unit(line.text)):
        yield from _in_line(line, heading.moved(line.start))


def _give(reading: Reading, heading: UnitHeading) -> None:
    reading.shift(heading.power)
    reading.scale = heading.power
    reading.kind = "percent" if heading.unit == "%" else "money"
    reading.unit, reading.bare, reading.date = heading.unit, "", None


def _in_rows(lines: Sequence[_Line], first: int, units: dict[int, UnitHeading]) -> _Given:
    """Give the numbers in columns whose head states a unit; a line between rows may be a title."""
    width = len(lines[first - 1].cells)
    for at in range(first, len(lines)):
        line = lines[at]
        if not line.text.strip() or _heads_rows(lines, at, width):
            continue
        if not line.is_row or len(line.cells) > width or line.units():
            return
        if len(line.cells) == width:
            for column, unit in units.items():
                yield from ((reading, unit) for reading in line.in_column(column))


def _line_below(lines: Sequence[_Line], at: int) -> _Line | None:
    """Return the line below one, or behind an empty one; None where there is none."""
    return next((other for other in lines[at + 1 : at + 3] if other.text.strip()), None)


def _heads_rows(lines: Sequence[_Line], at: int, width: int) -> bool:
    """Return whether a line is no row, but stands over rows of so many cells: 二、服务业（6个，12亿元）."""
    line = lines[at]
    if line.is_row or len(line.text) > _WIDEST or _SENTENCE.search(line.text):
        return False
    following = _line_below(lines, at)
    return following is not None and len(following.cells) == width and not following.is_head


_OF_MONEY = Pattern(
    r"(?:投资|投資)(?![方人者商主地日])|额|額|造价|amount|investment(?! by)|value|cost|outlay|sum",
    re.IGNORECASE,
)
_MARKED = Pattern(r"\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、)）．]|[-*•●◆▪·■◇○])")
_RULE = Pattern(r"[-:=+|│ ]*")


def _in_items(lines: Sequence[_Line], first: int, heading: UnitHeading) -> _Given:
    """Give the numbers that end the items below a caption, or stand in a column of money there."""
    column, width = -1, 0
    for at in range(first, len(lines)):
        line = lines[at]
        if not line.text.strip() or _RULE.fullmatch(line.text):
            continue
        if line.units() or caption_unit(line.text):
            return
        if line.is_head:
            titles = (n for n, cell in enumerate(line.cells) if _OF_MONEY.search(cell.text))
            column, width = next(titles, -1), len(line.cells)
        elif column >= 0 and len(line.cells) == width:
            yield from ((reading, heading) for reading in line.in_column(column))
        elif amount := _closing(line):
            yield amount, heading
        elif not (_MARKED.match(line.text) and "。" not in line.text) and not _is_title(lines, at):
            return


_AFTER_AMOUNT = " ;；,，、*|｜│)）\r"
_BEFORE_AMOUNT = frozenset(" ：:，,、—–-|｜│\t…（(.")
_OTHER_LABEL = r"(?:[数數量]|人次|阅读|閱讀|浏览|点击|电话|電話|面积|number of [\w ]{1,30}|(?:projects?|deals|jobs|views|people)(?: [a-z]+)?|tel|phone|pages?)"
_OTHERWISE_LABELLED = Pattern(rf"{_OTHER_LABEL}[:：] ?\Z", re.IGNORECASE)
_OTHERWISE = Pattern(
    rf"{_OTHER_LABEL}[ :：]*\Z"
    r"|(?:\b(?:is|are|was|were|to|of|at|by|in|for|with|and|than|reached|totalled)|[为為达達共有到至]) \Z",
    re.IGNORECASE,
)
_WIDEST = 40


def _closing(line: _Line) -> Reading | None:
    """Return the number that ends an item, if it is set off and may be an amount."""
    if not line.numbers or "。" in line.text:
        return None
    last = line.numbers[-1]
    before = line.text[: last.start - line.start]
    is_closing = (
        not line.text[last.end - line.start :].strip(_AFTER_AMOUNT)
        and before[-1:] in _BEFORE_AMOUNT
        and (last.bare or _MARKED.match(line.text))
        and not _OTHERWISE.search(before[-_WIDEST:])
    )
    return last if is_closing else None


_SENTENCE = Pattern(r"[。！？!?；;]|[a-z]\.")
_SHORT = 30  # characters of a title between items


_COLUMN_TITLES = Pattern(
    r"\s*(?:No\.?|S/N|Sr?\.? ?No\.?|#|序号|序號|编号|編號)[ ]\S", re.IGNORECASE
)
"""Titles of columns that stand close together, the table's grid being lost."""


def _is_title(lines: Sequence[_Line], at: int) -> bool:
    """Return whether a line stands as a title over an item: short, or of columns, and no sentence."""
    line = lines[at]
    titles = _COLUMN_TITLES.match(line.text)
    if line.numbers or _SENTENCE.search(line.text, titles.end() if titles else 0):
        return False
    if len(line.text) > _SHORT and titles is None:
        return False
    following = _line_below(lines, at)
    return following is not None and _closing(following) is not None


_BEHIND_MEMBER = Pattern(r"[；;、，,。.和及与與]|[ ]and[ ]|$")
_END_OF_LIST = Pattern(r"。|\.[ ]|$")


def _in_line(line: _Line, heading: UnitHeading) -> _Given:
    """Give the numbers of a list that goes on in the line of its caption, to the sentence's end."""
    found = _END_OF_LIST.search(line.text, heading.end - line.start)
    end = line.start + (found.start() if found else len(line.text))
    members = [
        reading
        for reading in line.numbers
        if heading.end < reading.id < end
        and reading.bare
        and _BEHIND_MEMBER.match(line.text, reading.end - line.start)
        and not _OTHERWISE_LABELLED.search(line.text[: reading.start - line.start][-_WIDEST:])
    ]
    if len(members) > 1 or (members and members[0].start - heading.end <= len("): ")):
        yield from ((reading, heading) for reading in members)


_MOST_LINES = 300


def _stacked(lines: Sequence[_Line], at: int) -> list[Reading]:
    """Return the amounts of a table with one cell a line, where the line `at` is a head or caption."""
    filled = [line for line in lines[max(0, at - _MOST_COLUMNS) : at] if line.text.strip()]
    own = len(filled)
    filled += [line for line in lines[at : at + _MOST_LINES] if line.text.strip()]
    cells = [line.text.strip() for line in filled]
    places = _numbered(cells, own) or _repeated(cells, own)
    return [filled[at].numbers[0] for at in places if filled[at].numbers and _is_number(cells, at)]


def _is_number(cells: Sequence[str], at: int) -> bool:
    return at < len(cells) and _NUMERIC.fullmatch(cells[at]) is not None


def _numbered(cells: Sequence[str], own: int) -> list[int]:
    """Return the places of the amounts where the rows are numbered."""
    try:
        first = cells.index("1", own + 1, own + _MOST_COLUMNS + 1)
        width = cells.index("2", first + 2, first + _MOST_COLUMNS + 1) - first
    except ValueError:
        return []
    heads = first - width
    titles = (n for n in range(max(heads, 0), first) if _OF_MONEY.search(cells[n]))
    column = (own if own >= heads else next(titles, -1)) - heads
    rows = takewhile(
        lambda row: cells[row] == str((row - first) // width + 1), range(first, len(cells), width)
    )
    return [row + column for row in rows if column > 0]


def _repeated(cells: Sequence[str], own: int) -> list[int]:
    """Return the places of the amounts where every so many lines are a number."""
    for width in range(2, _MOST_COLUMNS):
        if _is_number(cells, own + width) and _is_number(cells, own + 2 * width):
            places = range(own + width, len(cells), width)
            return list(takewhile(lambda place: _is_number(cells, place), places))
    return []
