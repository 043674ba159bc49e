"""The ledger's tables: their version, and what becomes of those of another one."""

import sqlite3
from pathlib import Path

import pytest

from extractor.archive import schema
from extractor.archive.accounts import Accounts
from extractor.archive.ledger import Ledger
from extractor.archive.recipe import Recipe
from extractor.errors import UsageError

RECIPE = Recipe(("rules",))


@pytest.mark.parametrize(("version", "age"), [(0, "an older"), (99, "a newer")])
def test_a_ledger_of_another_version_is_refused(ledger_path: Path, version: int, age: str) -> None:
    """The message says which is which, and that nothing was changed."""
    Ledger(ledger_path, RECIPE).close()
    with sqlite3.connect(ledger_path) as raw:
        raw.execute(f"PRAGMA user_version = {version}")
    raw.close()

    with pytest.raises(UsageError, match=f"{age} version .*tables {version}, here 3.*not changed"):
        Ledger(ledger_path, RECIPE)


def test_the_tables_have_a_version(ledger_path: Path) -> None:
    """Other programs can tell a ledger, and of which kind."""
    Ledger(ledger_path, RECIPE).close()

    with sqlite3.connect(ledger_path) as raw:
        told = [
            raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
        mode = raw.execute("PRAGMA journal_mode").fetchone()[0]
    raw.close()
    assert told == [schema.APPLICATION_ID, schema.VERSION]
    assert mode == "wal"


def test_a_ledger_of_version_1_is_upgraded_in_place(ledger_path: Path) -> None:
    """What is in it stays; it can be read before, without its being changed."""
    raw = sqlite3.connect(ledger_path)
    raw.executescript(
        f"{schema._TABLES} PRAGMA application_id = {schema.APPLICATION_ID};"
        " PRAGMA user_version = 1;"
        " INSERT INTO recipes VALUES (1, 'x', '{\"models\": [\"m\"], \"versions\": {}}', '');"
        " INSERT INTO articles VALUES (1, 'y', 'News.', NULL, 'a');"
        " INSERT INTO jobs (article, recipe, state) VALUES (1, 1, 'pending');"
        " INSERT INTO attempts (job, model, purpose, turn, request_sha256, asked_at, answered_at,"
        " reply, finish, usage, seconds, tries)"
        " VALUES (1, 'm', 'draft', 1, 'z', '', '', 'text', 'stop', '{}', 0, 1);"
    )
    raw.close()

    with Accounts(ledger_path) as accounts:
        before = accounts.open_batches(), accounts.totals()[0].states
    with Ledger(ledger_path, RECIPE) as ledger:
        (attempt,) = ledger.attempts.kept(1)

    with Accounts(ledger_path) as accounts:
        after = accounts.open_batches(), accounts.totals()[0].states
    assert before == after == ([], {"pending": 1})
    assert attempt.reply is not None
    assert (attempt.reply.text, attempt.reply.is_batched) == ("text", False)
    with sqlite3.connect(ledger_path) as raw:
        assert schema.version_of(raw) == schema.VERSION
    raw.close()
