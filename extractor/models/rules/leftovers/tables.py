"""Tables of groups: lines of cells under a head that counts or sums up."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.cell_lines import tables_of_lines
from extractor.models.rules.reading.cells import cells_of, is_rule, may_hold_rows
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, THING, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.table_titles import TITLES_EN, TITLES_ZH, Titles
from extractor.patterns import Pattern
from extractor.record import AmountKind, Dimension

_LINE = Pattern(r"[^\r\n]*\S[^\r\n]*")
_FIGURES = COUNT + THING + MONEY + PERCENT


class _Head(NamedTuple):
    """Which column of a table holds what: amounts each with their kind."""

    width: int
    label: int
    dimension: Dimension | None
    counts: int | None
    amounts: tuple[tuple[int, AmountKind], ...]
    share: int | None

    def fits(self, cells: Sequence[Extent]) -> bool:
        """Return whether so many cells are a row; what is blank at its end may be left out."""
        columns = (self.label, self.counts, *(column for column, _ in self.amounts), self.share)
        return max(column for column in columns if column is not None) < len(cells) <= self.width


def read_tables(placed: Placed) -> None:
    """Find the groups that tables count, and give up those that were read across their cells.

    Args:
        placed: what is placed so far; it is added to.
    """
    text = placed.reading.text
    titles = TITLES_ZH if placed.reading.article.language == "zh" else TITLES_EN
    for head_cells, *rows in tables_of_lines(text):
        if head := _head(titles, [text[slice(*cell)] for cell in head_cells]):
            for cells in rows:
                _read_row(placed, titles, head, cells)
    if may_hold_rows(text):
        for head, cells in _rows(titles, text):
            _release(placed, cells)
            _read_row(placed, titles, head, cells)


def _rows(titles: Titles, text: str) -> Iterator[tuple[_Head, list[Extent]]]:
    """Give the rows of the tables of groups, each with the head of its table."""
    head: _Head | None = None
    for line in _LINE.finditer(text):
        if is_rule(line.group()):
            continue
        cells = cells_of(text, *line.span())
        titled = _head(titles, [text[slice(*cell)] for cell in cells])
        if titled or head is None or not head.fits(cells):
            head = titled
        else:
            yield head, cells


def _head(titles: Titles, cells: list[str]) -> _Head | None:
    """Return the columns of a table of groups; None where it is one of projects, or no head."""
    if len(cells) < _FEWEST_COLUMNS or any(mark in cell for cell in cells for mark in _FIGURES):
        return None
    free = [i for i, cell in enumerate(cells) if not titles.number.match(cell)]
    label = next((i for i in free if not _is_of_figures(titles, cells[i])), None)
    if label is None or any(titles.project.match(cells[i]) for i in (free[0], label)):
        return None
    behind = [i for i in free if i > label]
    others = [i for i in behind if not titles.beside.search(cells[i])]
    if any(_names_projects(titles, cells[i]) for i in others[:1]):
        return None
    share = next((i for i in others if titles.share.search(cells[i])), None)
    count = next((i for i in others if i != share and titles.count.search(cells[i])), None)
    amounts = tuple(
        (i, amount_kind(cells[i]) or "investment")
        for i in others
        if i not in {share, count} and titles.amount.search(cells[i])
    )
    dimension = titles.dimension(cells[label])
    if count is None and (dimension is None or not (amounts or len(others) < len(behind))):
        return None
    return _Head(len(cells), label, dimension, count, amounts, share)


_FEWEST_COLUMNS = 2


def _is_of_figures(titles: Titles, title: str) -> bool:
    return bool(titles.count.search(title) or titles.amount.search(title))


def _names_projects(titles: Titles, title: str) -> bool:
    return bool(titles.project.match(title)) and not titles.count.search(title)


def _release(placed: Placed, cells: Sequence[Extent]) -> None:
    """Give up the groups that the first reading has opened in a row."""
    start, end = cells[0][0], cells[-1][1]
    for group in [group for group in placed.groups if start <= group.at < end]:
        placed.groups.remove(group)
        placed.release(group)


def _read_row(placed: Placed, titles: Titles, head: _Head, cells: Sequence[Extent]) -> None:
    """Open the group of a row; the row of the sum completes the whole."""
    label = cells[head.label]
    counts = _figures(placed, head.counts, cells, COUNT + THING)[:1]
    shares = _figures(placed, head.share, cells, PERCENT)[:1]
    amounts = [
        (kind, at)
        for column, kind in head.amounts
        for at in _figures(placed, column, cells, MONEY)[:1]
    ]
    figures = [*counts, *(at for _, at in amounts), *shares]
    if titles.total.match(placed.reading.text, *label):
        if placed.total and not placed.total.amounts:
            placed.total.amounts += [(kind, placed.take(at)) for kind, at in amounts[:1]]
        return
    if not figures:
        return
    sentence = Sentence(placed.reading.text[label[0] : cells[-1][1]], label[0], _NO_PARAGRAPH)
    group = placed.enter(label, sentence, figures[0])
    group.dimension = head.dimension or group.dimension or "industry"
    group.count = placed.take(counts[0]) if counts else None
    for kind, at in amounts:
        group.add(kind, placed.take(at))
    group.percents += [(None, placed.take(at)) for at in shares]


_NO_PARAGRAPH = 10_000
"""Of rows: no sentence of the text goes on with one."""


def _figures(
    placed: Placed, column: int | None, cells: Sequence[Extent], letters: str
) -> list[int]:
    return [] if column is None else list(placed.left(*cells[column], letters))
