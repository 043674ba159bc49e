"""Tables of groups in Chinese articles: lines of cells under a head that counts or sums up."""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.models.rules.leftovers.english_placed import Placed
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, THING, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import Dimension

_GAP = r"[\t|｜]|(?<=[^\s])[ 　]*　[ 　]*(?=[^\s])"
_ROW = Pattern(rf"^(?=[^\n。；]*(?:{_GAP}))[^\n。；]+$")
_SEPARATOR = Pattern(_GAP)
_HINT = Pattern("[\t|｜　]")
_LINE = Pattern(r"[^\r\n]+")
_RULE = Pattern(r"[\s:|｜+=—–-]*$")
_PROJECT = Pattern(
    r"(?:项目|工程)(?:名称|内容)?$|名称$|.*(?:企业|公司|单位|客商|投资方|投资人|业主)"
)
_NUMBER = Pattern(r"(?:序号|编号|排名|名次|位次|No\.?)$")
_COUNT = Pattern(
    r"(?:个|件|家|宗)?数(?:量|目)?(?:$|[（(/／])|(?:项目|签约|开工)个数|件数|家数|宗数|(?:签约|开工|投产|落户)?项目[（(/／](?:个|项|家|件)"
)
_AMOUNT = Pattern(r"投资|金额|总额|额(?:$|[（(/／])|引资|外资|资金|[（(/／](?:亿|万)?元")
_SHARE = Pattern(r"占比|比重|比例|份额|[%％]")
_BESIDE = Pattern(
    r"GDP|生产总值|营[业收]|收入|利润|市值|财政|消费|人口|[上去]年|[上往]届|同[期比]|增[长速幅]"
)
"""Titles of what is beside the event: the economy, earlier years, growth."""
_LABELS: tuple[tuple[Dimension, Pattern], ...] = (
    ("origin", Pattern(r"来源|国别|[客投]商来自|投资国")),
    ("size", Pattern(r"规模|体量|投资区间|档次")),
    ("investor", Pattern(r"(?:投资)?主体|企业类型|企业性质|所有制")),
    ("stage", Pattern(r"阶段|进度|状态")),
    ("occasion", Pattern(r"会场|专场|场次|批次|环节")),
    (
        "region",
        Pattern(
            r"[地园片镇街][区点市域道]|区域|区县|县区|县市|市县|[市州]|乡镇|园区|属地|辖区|单位"
        ),
    ),
    ("industry", Pattern(r"产业|行业|类别|类型|领域|板块|门类|分类|产业链|赛道|集群")),
)
_SUM = Pattern(r"\s*(?:合计|总计|小计|共计|全[市县区省]|总[数体])")
_FIGURES = COUNT + THING + MONEY + PERCENT


class _Head(NamedTuple):
    """Which column of a table holds what: amounts each with the words of its title."""

    width: int
    label: int
    dimension: Dimension
    counts: int | None
    amounts: tuple[tuple[int, str], ...]
    share: int | None


def read_tables(placed: Placed) -> None:
    """Find the groups that tables count, and give up those that were read across their cells.

    Args:
        placed: what is placed so far; it is added to.
    """
    text = placed.reading.text
    if not _HINT.search(text):
        return
    head: _Head | None = None
    for line in _LINE.finditer(text):
        if not line.group().strip() or _RULE.match(line.group()):
            continue
        cells = list(_cells(text, *line.span())) if _ROW.match(line.group()) else []
        titled = _head([text[slice(*cell)] for cell in cells])
        if titled or head is None or len(cells) != head.width:
            head = titled
            continue
        _release(placed, *line.span())
        _read_row(placed, head, cells)


def _cells(text: str, start: int, end: int) -> Iterator[Extent]:
    edges = [start, *(edge for gap in _SEPARATOR.finditer(text, start, end) for edge in gap.span())]
    for first, last in zip(edges[::2], [*edges[1::2], end], strict=True):
        cell = text[first:last]
        words = cell.strip()
        if words:
            at = first + cell.index(words)
            yield at, at + len(words)


def _head(cells: list[str]) -> _Head | None:
    """Return the columns of a table of groups, None where it is one of projects, or none."""
    if any(mark in cell for cell in cells for mark in _FIGURES):
        return None
    free = [index for index, cell in enumerate(cells) if not _NUMBER.match(cell)]
    label = next(
        (i for i in free if not (_COUNT.search(cells[i]) or _AMOUNT.search(cells[i]))), None
    )
    if label is None or _PROJECT.match(cells[label]):
        return None
    dimension = next((name for name, words in _LABELS if words.search(cells[label])), None)
    others = [i for i in free if i > label and not _BESIDE.search(cells[i])]
    if any(_PROJECT.match(cells[i]) and not _COUNT.search(cells[i]) for i in others[:1]):
        return None
    share = next((i for i in others if _SHARE.search(cells[i])), None)
    count = next((i for i in others if i != share and _counts(cells[i])), None)
    amounts = tuple(
        (i, cells[i]) for i in others if i not in {share, count} and _AMOUNT.search(cells[i])
    )
    is_beside = any(_BESIDE.search(cell) for cell in cells[label + 1 :])
    if dimension is None or (count is None and not amounts and not is_beside):
        return None
    return _Head(len(cells), label, dimension, count, amounts, share)


def _counts(title: str) -> bool:
    return bool(_COUNT.search(title)) or title in {"项目", "签约项目", "开工项目"}


def _release(placed: Placed, start: int, end: int) -> None:
    """Give up the groups that the first reading has opened in a row."""
    for group in [group for group in placed.groups if start <= group.at < end]:
        placed.groups.remove(group)
        placed.release(group)


def _read_row(placed: Placed, head: _Head, cells: list[Extent]) -> None:
    """Open the group of a row; that of the sum is the whole, which the text tells."""
    text = placed.reading.text
    label = cells[head.label]
    if _SUM.match(text, *label):
        return
    counts = _figures(placed, head.counts, cells, COUNT + THING)
    amounts = [
        (amount_kind(title) or "investment", at)
        for column, title in head.amounts
        for at in _figures(placed, column, cells, MONEY)[:1]
    ]
    shares = _figures(placed, head.share, cells, PERCENT)
    figures = [*counts, *(at for _, at in amounts), *shares]
    if not figures:
        return
    sentence = Sentence(text[label[0] : cells[-1][1]], label[0], _NO_PARAGRAPH)
    group = placed.enter(label, sentence, figures[0])
    group.dimension = head.dimension
    group.count = placed.take(counts[0]) if counts else None
    for kind, at in amounts:
        group.add(kind, placed.take(at))
    group.percents += [(None, placed.take(at)) for at in shares[:1]]


_NO_PARAGRAPH = 10_000
"""Of rows: no sentence of the text goes on with one."""


def _figures(placed: Placed, column: int | None, cells: list[Extent], letters: str) -> list[int]:
    return [] if column is None else list(placed.left(*cells[column], letters))
