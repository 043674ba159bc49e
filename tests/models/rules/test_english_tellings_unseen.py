"""Short English articles in the genre's voices, written before the rules were tried on them.

Each stands in `english_tellings.txt` with the shares and projects that it tells of. One whose items
the rules do not all place yet is marked open there, with how many figures they must place.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.record import Project, Record, Share


@dataclass(frozen=True)
class Telling:
    """An article with what is wanted of it.

    Attributes:
        name: what it tests.
        text: the article.
        wanted: the words of its items: "share: label | count | amount | percent", or
            "project: name | investor | amount".
        least: how many of the wanted figures and investors must be placed; None: all.
    """

    name: str
    text: str
    wanted: tuple[str, ...]
    least: int | None


def _tellings() -> list[Telling]:
    """Read the articles of the file beside this one."""
    blocks = (Path(__file__).parent / "english_tellings.txt").read_text("utf-8").split("# ")[1:]
    tellings = []
    for block in blocks:
        head, *lines = block.strip().splitlines()
        name, _, least = head.partition(" open ")
        wanted = tuple(line for line in lines if line.startswith(("share: ", "project: ")))
        text = "\n".join(line for line in lines if line not in wanted)
        tellings.append(Telling(name, text, wanted, int(least) if least else None))
    return tellings


def _placed(record: Record, wanted: str) -> int:
    """Return how many parts of a wanted item the best item of a record has."""
    kind, _, rest = wanted.partition(": ")
    name, *parts = (part.strip() for part in rest.split("|"))
    if kind == "share":
        named = [share for share in record.shares if name.lower() in share.label.lower()]
        return max((_agreeing(share, parts) for share in named), default=0)
    built = [project for project in record.projects if name.lower() in project.name.lower()]
    return max((_built_by(project, *parts) for project in built), default=0)


def _agreeing(share: Share, parts: list[str]) -> int:
    count, amount, percent = parts
    return (
        bool(count and share.count and share.count.value == int(count))
        + bool(amount and any(told.value == Decimal(amount) for told in share.amounts))
        + bool(percent and any(told.value == Decimal(percent) for told in share.percents))
    )


def _built_by(project: Project, investor: str, amount: str) -> int:
    is_builder = any(investor.lower() in told.lower() for told in project.investors)
    return is_builder + any(told.value == Decimal(amount) for told in project.amounts)


def _parts(wanted: str) -> int:
    return sum(bool(part.strip()) for part in wanted.split("|")[1:])


@pytest.mark.parametrize("telling", _tellings(), ids=lambda telling: telling.name)
def test_the_items_of_a_telling_are_placed(resolve_text, telling):
    """Every share and project of a short article is entered with its figures, or as many as held."""
    record = resolve_text(telling.text).record

    placed = sum(_placed(record, wanted) for wanted in telling.wanted)

    total = sum(_parts(wanted) for wanted in telling.wanted)
    assert placed >= (total if telling.least is None else telling.least)
