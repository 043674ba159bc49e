"""Short Chinese articles whose projects are broken down, each in another construction.

The articles lie in `chinese_breakdowns.txt`: a line `# name`, the text, and what it tells: a line
`T` with the figures of the total, and for each share a line `S label | dimension | of | figures`.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from extractor.record import Amount, Count, Percent, Record

ARTICLES = Path(__file__).with_name("chinese_breakdowns.txt").read_text(encoding="utf-8")
COUNTED = re.compile("[个個项項家間间份件宗](?:项目|項目|企业|企業)?$")


class Group(NamedTuple):
    """The total, whose label is empty, or a share, with the label of what it is a part of."""

    label: str
    dimension: str
    of: str
    figures: tuple[str, ...]


def bare(figure: str) -> str:
    """Return a figure as written without what it counts, which may be in or out."""
    return COUNTED.sub("", figure)


def told_in(line: str) -> Group:
    """Return what a line of the articles' file tells."""
    if line.startswith("T "):
        return Group("", "", "", tuple(map(bare, filter(None, line[2:].split(", ")))))
    label, dimension, of, figures = (part.strip() for part in line[2:].split("|"))
    return Group(label, dimension, of, tuple(map(bare, figures.split(", "))))


def articles() -> Iterator[object]:
    """Give the articles of the file as parameters."""
    for block in ARTICLES.strip().split("# ")[1:]:
        name, *lines = block.strip().split("\n")
        told = [line for line in lines if line.startswith(("T ", "S "))]
        text = "\n".join(line for line in lines if line not in told)
        yield pytest.param(text, [told_in(line) for line in told], id=name)


def groups_of(record: Record) -> list[Group]:
    """Return the total and the shares of a record."""
    assert record.event is not None
    total = record.event.total
    labels = {share.id: share.label for share in record.shares}
    return [
        Group("", "", "", figures(total.count, *total.amounts)),
        *(
            Group(
                share.label,
                share.dimension,
                labels[share.of] if share.of else "",
                figures(share.count, *share.amounts, *share.percents),
            )
            for share in record.shares
        ),
    ]


def figures(*told: Count | Amount | Percent | None) -> tuple[str, ...]:
    """Return figures as written."""
    return tuple(bare(figure.as_written) for figure in told if figure)


@pytest.mark.parametrize(("text", "told"), list(articles()))
def test_each_breakdown_gives_its_total_and_its_shares(text, told, resolve_text):
    """Every share has its name, kind, parent and figures, and there is nothing beside them."""
    assert sorted(groups_of(resolve_text(text).record)) == sorted(told)
