"""Entries: every figure and every name of a record, with the pointer to where it stands."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from extractor.article import Article
from extractor.checks.entries import entries_of, texts_of
from extractor.draft import resolve
from extractor.figures import Figure, find_figures
from extractor.record import EMPTY, Part, Record

TEXT = (
    "At the Lorem Fair (Lorem), held by Dolor County in Ipsum for trade in silk, 12 projects worth "
    "9 billion yuan (1.3 billion US dollars) were signed. Tea has 5 of them with 2 billion yuan, "
    "22% of the money. Amet Corp builds a mill in Elit for 3 billion yuan, which makes 400 tons of "
    "steel. Sit Bank signed 7 letters worth 6 billion yuan."
)


@pytest.fixture
def record(make) -> Record:
    """A record with a figure in every place that takes one, and a name in every place."""
    at = TEXT.index
    draft = make.draft(
        make.event(
            name="Lorem Fair",
            aliases=["Lorem"],
            activity="trade in silk",
            place="Ipsum",
            host="Dolor County",
            industries=["silk"],
            count=at("12"),
            amounts=[make.amount(at("9 billion"), same=[at("1.3")])],
        ),
        shares=[
            make.share(
                "s1",
                "Tea",
                count=at("5 of"),
                amounts=[make.amount(at("2 billion"))],
                percents=[make.percent(at("22%"))],
            )
        ],
        projects=[
            make.project(
                "p1",
                "mill",
                investors=["Amet Corp"],
                place="Elit",
                industry="steel",
                amounts=[make.amount(at("3 billion yuan, which"))],
                targets=[make.target(at("400"), "makes", "tons")],
            )
        ],
        agreements=[
            make.agreement(
                "a1",
                "letters",
                parties=["Sit Bank"],
                count=at("7"),
                amounts=[make.amount(at("6 billion"))],
            )
        ],
    )
    return resolve(draft, Article(TEXT), find_figures(TEXT)).record


def _at(record: Record, pointer: str) -> Any:
    """Return what stands in a record at a pointer."""
    node: Any = record
    for step in pointer.split("/")[1:]:
        node = node[int(step)] if isinstance(node, list) else getattr(node, step)
    return node


def _parts_with_a_value(part: Part) -> Iterator[Part]:
    """Yield every part of a record that has a value, wherever it stands."""
    if "value" in type(part).model_fields:
        yield part
    for name in type(part).model_fields:
        field = getattr(part, name)
        for each in field if isinstance(field, list) else [field]:
            if isinstance(each, Part):
                yield from _parts_with_a_value(each)


def test_every_figure_of_a_record_is_an_entry(record: Record) -> None:
    """Whatever a record may have a value in; each once, in its order."""
    parts = [entry.part for entry in entries_of(record, lambda _: None)]

    assert parts == [*_parts_with_a_value(record)]
    assert len(parts) == 10


def test_an_entry_stands_where_its_pointer_says(record: Record) -> None:
    """And belongs to the item in whose pointer it is."""
    entries = [*entries_of(record, lambda _: None)]

    assert [(entry.pointer, entry.field) for entry in entries] == [
        ("/event/total/count", "count"),
        ("/event/total/amounts/0", "amounts"),
        ("/event/total/amounts/0/equivalents/0", "equivalents"),
        ("/shares/0/count", "count"),
        ("/shares/0/amounts/0", "amounts"),
        ("/shares/0/percents/0", "percents"),
        ("/projects/0/amounts/0", "amounts"),
        ("/projects/0/targets/0", "targets"),
        ("/agreements/0/count", "count"),
        ("/agreements/0/amounts/0", "amounts"),
    ]
    for entry in entries:
        assert _at(record, entry.pointer) is entry.part
        assert entry.pointer.startswith(f"{entry.owner}/")


def test_each_item_owns_its_figures(record: Record) -> None:
    """The event owns its total."""
    owners = dict.fromkeys(entry.owner for entry in entries_of(record, lambda _: None))

    assert [*owners] == ["/event", "/shares/0", "/projects/0", "/agreements/0"]


def test_an_equivalent_is_of_the_kind_of_its_amount_in_a_currency_of_its_own(
    record: Record,
) -> None:
    """Only money has either."""
    money = {
        entry.pointer: (entry.kind, entry.currency)
        for entry in entries_of(record, lambda _: None)
        if entry.kind or entry.currency
    }

    assert money["/event/total/amounts/0/equivalents/0"] == ("investment", "USD")
    assert set(money.values()) == {("investment", "USD"), ("investment", "CNY")}
    assert all("/amounts/" in pointer for pointer in money)


def test_an_entry_rests_on_the_figure_of_its_evidence(record: Record, figure_at) -> None:
    """Each pointer is asked for once, and what it gives is the entry's."""
    asked: list[str] = []
    figure: Figure = figure_at(TEXT, "12", "12")

    def find(pointer: str) -> Figure | None:
        asked.append(pointer)
        return figure if pointer == "/event/total/count" else None

    entries = [*entries_of(record, find)]

    assert asked == [entry.pointer for entry in entries]
    assert [entry.figure for entry in entries] == [figure] + [None] * (len(entries) - 1)
    assert entries[0].part.value == Decimal(12)


def test_every_name_and_label_stands_where_its_pointer_says(record: Record) -> None:
    """All that is copied from the article."""
    texts = dict(texts_of(record))

    assert texts == {pointer: _at(record, pointer) for pointer in texts}
    assert sorted(texts.values()) == sorted(
        [
            *("Lorem Fair", "Lorem", "trade in silk", "Ipsum", "Dolor County", "silk"),
            *("Tea", "mill", "Amet Corp", "Elit", "steel", "makes", "letters", "Sit Bank"),
        ]
    )


def test_what_a_record_does_not_have_is_no_name(make) -> None:
    """Nothing stands for what is null."""
    draft = make.draft(make.event(), projects=[make.project("p1", "mill")])
    record = resolve(draft, Article(TEXT), find_figures(TEXT)).record

    assert [*texts_of(record)] == [("/projects/0/name", "mill")]
    assert [*entries_of(record, lambda _: None)] == []


def test_an_empty_record_has_neither() -> None:
    """It is of other news."""
    assert [*entries_of(EMPTY, lambda _: None)] == []
    assert [*texts_of(EMPTY)] == []
