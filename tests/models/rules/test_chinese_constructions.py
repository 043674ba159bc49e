"""Short Chinese articles, each telling its groups or projects in another construction.

The articles lie in `chinese_constructions.txt`: a line `# name`, the text, and what is to be placed,
a line an item: its kind (S share, P project, A agreement), words of its name, and its figures.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from extractor.record import Record

ARTICLES = Path(__file__).with_name("chinese_constructions.txt").read_text(encoding="utf-8")
ITEM = re.compile("(?P<kind>[SPA]) (?P<name>[^:]+): (?P<figures>.+)")
COUNTED = re.compile("[个個项項家份件宗](?:项目|項目)?$")


class Item(NamedTuple):
    """An item of a record, as a line of the articles' file gives it."""

    kind: str
    name: str
    figures: tuple[str, ...]


class Told(NamedTuple):
    """A short article, and the items it tells of."""

    text: str
    items: tuple[Item, ...]


def bare(figure: str) -> str:
    """Return a figure as written without what it counts, which may be in or out."""
    return COUNTED.sub("", figure)


def articles() -> Iterator[object]:
    """Give the articles of the file as parameters."""
    for block in ARTICLES.strip().split("# ")[1:]:
        name, *lines = block.strip().split("\n")
        items = [found for line in lines if (found := ITEM.fullmatch(line))]
        text = "\n".join(line for line in lines if not ITEM.fullmatch(line))
        told = [
            Item(found["kind"], found["name"], tuple(map(bare, found["figures"].split(", "))))
            for found in items
        ]
        yield pytest.param(Told(text, tuple(told)), id=name)


def items_of(record: Record) -> list[Item]:
    """Return the items of a record with all the figures of each."""
    shares = [
        ("S", item.label, [item.count, *item.amounts, *item.percents]) for item in record.shares
    ]
    projects = [("P", item.name, [*item.amounts, *item.targets]) for item in record.projects]
    agreements = [("A", item.label, [item.count, *item.amounts]) for item in record.agreements]
    return [
        Item(kind, name, tuple(bare(figure.as_written) for figure in figures if figure))
        for kind, name, figures in (*shares, *projects, *agreements)
    ]


def placed(told: Item, found: list[Item]) -> list[str]:
    """Return the figures of an item that stand on one of its kind and name."""
    own = [
        figure
        for item in found
        if item.kind == told.kind and told.name in item.name
        for figure in item.figures
    ]
    return [figure for figure in told.figures if figure in own]


@pytest.mark.parametrize("told", list(articles()))
def test_each_construction_gives_its_items_with_their_figures(told, resolve_text):
    """A group or a project is entered, whichever way the genre tells it, and nothing beside it."""
    found = items_of(resolve_text(told.text).record)

    assert {item: tuple(placed(item, found)) for item in told.items} == {
        item: item.figures for item in told.items
    }
    assert len(found) == len(told.items)
