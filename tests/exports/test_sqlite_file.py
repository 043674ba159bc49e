"""SQLite: exact numbers that ordinary SQL sorts, a dictionary, and indexes to join by."""

import json
import sqlite3
from contextlib import closing

import pytest

from extractor.exports import TABLES, Exported, export
from extractor.exports.rows import rows_of


def asked(folder, query):
    """Return what a query of the exported database gives."""
    with closing(sqlite3.connect(folder / "extractions.sqlite")) as database:
        return database.execute(query).fetchall()


def of_amount(exported, amount, *, upper=None):
    """Return an extraction with another amount of the event, or a range of amounts."""
    envelope = json.loads(json.dumps(exported.envelope))
    envelope["record"]["event"]["total"]["amounts"][0].update(value=amount, upper=upper)
    return Exported(exported.article, envelope, exported.place)


@pytest.mark.parametrize(
    ("amount", "stored", "type_"),
    [
        ("93588000000", 93588000000, "integer"),
        ("-5.0", -5, "integer"),
        ("9223372036854775807", 2**63 - 1, "integer"),
        ("9223372036854775808", "9223372036854775808", "text"),
        ("0.1", "0.1", "text"),
    ],
    ids=["whole", "whole as written", "the most", "more", "a fraction"],
)
def test_whole_numbers_are_integers_and_others_exact_text(
    exported, tmp_path, amount, stored, type_
):
    """A float would lose digits."""
    export([of_amount(exported[0], amount)], tmp_path, form="sqlite")

    found = asked(tmp_path, "SELECT amount, typeof(amount), typeof(amount_approx) FROM events")

    assert found == [(stored, type_, "real")]


def test_amounts_are_sorted_as_numbers(exported, tmp_path):
    """Whole ones as they are; with fractions among them, by the column beside."""
    amounts = ("9", "93588000000", "10.5", "100")
    export([of_amount(exported[0], amount) for amount in amounts], tmp_path, form="sqlite")

    whole = asked(
        tmp_path, "SELECT amount FROM events WHERE typeof(amount) = 'integer' ORDER BY amount DESC"
    )
    approximate = asked(tmp_path, "SELECT amount FROM events ORDER BY amount_approx")

    assert [amount for (amount,) in whole] == [93588000000, 100, 9]
    assert [amount for (amount,) in approximate] == [9, "10.5", 100, 93588000000]


def test_only_a_number_that_is_there_has_an_approximation(exported, tmp_path):
    """NULL, not 0, for the upper end of what is no range."""
    export([of_amount(exported[0], "100", upper="120")], tmp_path, form="sqlite")

    known = asked(tmp_path, "SELECT upper, upper_approx FROM figures WHERE upper IS NOT NULL")
    apart = asked(
        tmp_path,
        "SELECT upper, upper_approx FROM figures WHERE (upper IS NULL) != (upper_approx IS NULL)",
    )
    ((n_empty,),) = asked(tmp_path, "SELECT count(*) FROM figures WHERE upper IS NULL")

    assert known == [(120, 120.0)]
    assert n_empty > 0
    assert apart == []


def test_an_approximation_is_a_float_also_where_rows_are_sorted(exported, tmp_path):
    """Whoever divides it in Python or SQL gets no whole number by chance."""
    export(exported[:1], tmp_path, form="sqlite")

    ((value,),) = asked(tmp_path, "SELECT amount_approx FROM events ORDER BY amount DESC")

    assert isinstance(value, float)


def test_every_row_is_there(exported, tmp_path):
    """In the table that it belongs to."""
    export(exported, tmp_path, form="sqlite")

    for table in TABLES:
        n_rows = sum(each is table for one in exported for each, _ in rows_of(one))
        assert asked(tmp_path, f"SELECT count(*) FROM {table.name}") == [(n_rows,)]


def test_the_dictionary_is_a_table_that_knows_every_column(exported, tmp_path):
    """Those too that are only here."""
    export(exported, tmp_path, form="sqlite")

    columns = asked(
        tmp_path,
        "SELECT m.name, c.name FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS c"
        " WHERE m.type = 'table' AND m.name != 'dictionary'",
    )
    known = asked(tmp_path, 'SELECT "table", "column" FROM dictionary WHERE meaning != \'\'')

    assert sorted(columns) == sorted(known)


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_an_article_is_found_by_an_index(exported, tmp_path, table):
    """Tables are joined by it."""
    export(exported, tmp_path, form="sqlite")

    ((*_, plan),) = asked(tmp_path, f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE article = 'a'")

    assert f"USING INDEX {table}_by_article" in plan
