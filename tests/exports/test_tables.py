"""The tables of an export: what the data dictionary says of their columns."""

from extractor.exports import TABLES


def test_what_a_count_counts_is_said_of_each_table():
    """Agreements are not projects."""
    meanings = {
        table.name: column.what
        for table in TABLES
        for column in table.columns
        if column.name == "count"
    }

    assert "projects" in meanings["events"]
    assert "projects" in meanings["shares"]
    assert meanings["agreements"].startswith("how many agreements")


def test_every_column_has_a_meaning():
    """The data dictionary leaves nothing to be guessed."""
    assert all(column.what for table in TABLES for column in table.columns)
    assert all(len(set(table.header)) == len(table.header) for table in TABLES)
