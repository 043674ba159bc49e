"""The ledger's file: who may work on it, what is committed, and what cannot be done in one line."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extractor.archive import schema, storage
from extractor.archive.storage import LedgerError, Lock
from extractor.errors import UsageError


@pytest.fixture
def connection(ledger_path: Path) -> Iterator[sqlite3.Connection]:
    """A new ledger, open to write, with one row of notes outside any transaction."""
    with closing(storage.open_to_write(ledger_path)) as connection:
        connection.execute("CREATE TABLE notes (note)")
        yield connection


def _notes(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as other:
        return [note for (note,) in other.execute("SELECT note FROM notes")]


def test_a_new_file_is_known_as_a_ledger_while_its_first_run_goes_on(
    connection: sqlite3.Connection, ledger_path: Path
) -> None:
    """Its file says what it is before any of its write-ahead log is copied into it."""
    assert storage.is_ledger(ledger_path)
    assert schema.version_of(connection) == schema.VERSION
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Nothing is made that was not asked for."""
    with pytest.raises(UsageError, match="there is no folder"):
        storage.open_to_write(tmp_path / "nowhere" / "ledger.db")


def test_a_ledger_is_known_by_its_file(ledger_path: Path, tmp_path: Path) -> None:
    """A folder, a text and nothing at all are none."""
    storage.open_to_write(ledger_path).close()
    text = tmp_path / "a.txt"
    text.write_text("text")

    known = [
        path for path in (ledger_path, text, tmp_path, tmp_path / "b") if storage.is_ledger(path)
    ]

    assert known == [ledger_path]


def test_another_database_is_refused_and_not_changed(tmp_path: Path) -> None:
    """Not so much as the way in which it is written."""
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (note)")
    before = path.read_bytes()

    with pytest.raises(UsageError, match="is no ledger"):
        storage.open_to_write(path)

    assert path.read_bytes() == before


def _open_files(folder: Path) -> list[str]:
    """Return what this process holds open in a folder."""
    links = [each for each in Path("/proc/self/fd").iterdir() if each.exists()]
    files = [str(each.readlink()) for each in links]
    return [file for file in files if file.startswith(str(folder))]


def test_what_is_refused_is_not_left_open(ledger_path: Path, tmp_path: Path) -> None:
    """A ledger of a later version, and a lock that is no file of SQLite's."""
    with closing(storage.open_to_write(ledger_path)) as later:
        later.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    other = tmp_path / "other.db"
    other.with_name("other.db-lock").write_text("no database, and long enough to be one" * 20)

    with pytest.raises(UsageError, match="a newer version"):
        storage.open_to_write(ledger_path)
    with pytest.raises(UsageError, match="is no ledger"):
        Lock(other)

    assert _open_files(tmp_path) == []


def test_a_transaction_is_kept_whole(connection: sqlite3.Connection, ledger_path: Path) -> None:
    """Others see it once it is over, and not before."""
    with storage.transaction(connection):
        connection.execute("INSERT INTO notes VALUES ('a')")
        meanwhile = _notes(ledger_path)

    assert (meanwhile, _notes(ledger_path)) == ([], ["a"])


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_is_broken_off_leaves_nothing(
    connection: sqlite3.Connection, ledger_path: Path, fault: type[BaseException]
) -> None:
    """And the next one can begin."""

    def break_off() -> None:
        with storage.transaction(connection):
            connection.execute("INSERT INTO notes VALUES ('lost')")
            raise fault

    with pytest.raises(fault):
        break_off()
    with storage.transaction(connection):
        connection.execute("INSERT INTO notes VALUES ('kept')")

    assert _notes(ledger_path) == ["kept"]


def test_what_is_forced_is_on_the_disk_and_the_rest_is_as_fast_as_before(
    connection: sqlite3.Connection, ledger_path: Path
) -> None:
    """SQLite waits for the disk (2) inside, and not (1) behind it, even after a fault."""
    levels = []
    for fault in (None, ValueError("no")):
        try:
            with storage.forced(connection):
                levels += connection.execute("PRAGMA synchronous").fetchone()
                connection.execute("INSERT INTO notes VALUES ('a')")
                if fault:
                    raise fault
        except ValueError:
            pass
        levels += connection.execute("PRAGMA synchronous").fetchone()

    assert levels == [2, 1, 2, 1]
    assert _notes(ledger_path) == ["a"]


def test_who_looks_cannot_write(connection: sqlite3.Connection, ledger_path: Path) -> None:
    """The file is opened to read, beside who works on it."""
    with (
        storage.reading(ledger_path) as reader,
        pytest.raises(LedgerError, match="readonly"),
        storage.reported(ledger_path),
    ):
        reader.execute("INSERT INTO notes VALUES ('a')")

    assert connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)


def test_a_ledger_whose_name_looks_like_an_address_is_opened(tmp_path: Path) -> None:
    """Signs that mean something in a URI are part of the name."""
    path = tmp_path / "a b?mode=rw#%41.db"
    storage.open_to_write(path).close()

    with storage.reading(path) as reader:
        assert schema.is_ledger(reader)


@pytest.mark.parametrize("is_ours", [True, False], ids=["our folder", "a folder to read only"])
def test_a_ledger_is_read_in_a_folder_that_cannot_be_written(
    ledger_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_ours: bool
) -> None:
    """SQLite's files for readers can stand beside a ledger only where it may make them."""
    storage.open_to_write(ledger_path).close()
    monkeypatch.setattr("os.access", lambda *_: is_ours)

    with storage.reading(ledger_path) as connection:
        n_jobs = connection.execute("SELECT count(*) FROM jobs").fetchone()
        beside = ledger_path.with_name("ledger.db-shm").exists()

    assert (n_jobs, beside) == ((0,), is_ours)


def test_in_a_folder_of_others_what_a_run_there_has_written_is_seen(
    connection: sqlite3.Connection, ledger_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands in the log, beside which SQLite's files lie already."""
    monkeypatch.setattr("os.access", lambda *_: False)
    connection.execute("INSERT INTO notes VALUES ('new')")

    with storage.reading(ledger_path) as other:
        assert other.execute("SELECT note FROM notes").fetchall() == [("new",)]


def test_a_missing_ledger_is_not_made_by_looking(ledger_path: Path) -> None:
    """It is told."""
    with (
        pytest.raises(UsageError, match="there is no such ledger"),
        storage.reading(ledger_path),
    ):
        pytest.fail("it was opened")

    assert not ledger_path.exists()


def test_one_works_on_a_ledger_at_a_time(connection: sqlite3.Connection, ledger_path: Path) -> None:
    """The other is told who; once the first has ended, it may."""
    storage.sign(connection)
    first = Lock(ledger_path)
    try:
        with pytest.raises(UsageError, match=f"works on it .process {os.getpid()} on .*, since 20"):
            Lock(ledger_path)
    finally:
        first.release()

    Lock(ledger_path).release()


def test_a_holder_that_never_signed_is_not_known(ledger_path: Path) -> None:
    """Nothing is made up about it."""
    first = Lock(ledger_path)
    try:
        with pytest.raises(UsageError, match="which one is not known"):
            Lock(ledger_path)
    finally:
        first.release()


def test_the_latest_signature_counts(connection: sqlite3.Connection) -> None:
    """There is one holder."""
    storage.sign(connection)
    storage.sign(connection)

    assert connection.execute("SELECT process FROM holder").fetchall() == [(os.getpid(),)]


def test_a_lock_in_a_folder_that_is_missing_is_refused_in_one_line(tmp_path: Path) -> None:
    """It is the first thing that a run makes: the user hears of the folder, not of SQLite."""
    with pytest.raises(UsageError, match="there is no folder"):
        Lock(tmp_path / "nowhere" / "ledger.db")


@pytest.mark.parametrize("name", ["texts", "notes.txt"], ids=["a folder", "another file"])
def test_what_is_no_ledger_is_refused_before_anything_stands_beside_it(
    tmp_path: Path, name: str
) -> None:
    """A slip of the pen leaves no trace."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "notes.txt").write_text("notes")
    before = sorted(tmp_path.iterdir())

    with pytest.raises(UsageError, match=r"is a folder; a ledger is a file|is no ledger"):
        Lock(tmp_path / name)

    assert sorted(tmp_path.iterdir()) == before


def test_a_lock_that_cannot_be_made_is_told_in_one_line(ledger_path: Path) -> None:
    """Something else stands in its place."""
    ledger_path.with_name("ledger.db-lock").mkdir()

    with pytest.raises(
        LedgerError,
        match=r"ledger\.db-lock: unable to open .*; it and its folder have to be writable",
    ):
        Lock(ledger_path)


def test_a_file_that_is_no_database_is_told_apart_from_one_that_fails(tmp_path: Path) -> None:
    """One is misuse; the other may be mended, and the run resumed."""
    text = tmp_path / "notes.txt"
    text.write_text("These are notes.\n" * 99)

    with (
        closing(sqlite3.connect(text)) as connection,
        pytest.raises(UsageError, match="is no ledger"),
        storage.reported(text),
    ):
        connection.execute("SELECT * FROM sqlite_schema")
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(LedgerError, match=r"^a.db: no such table: jobs; what is in it is safe"),
        storage.reported(Path("a.db")),
    ):
        connection.execute("SELECT * FROM jobs")


def test_a_ledger_that_is_damaged_is_not_said_to_be_safe(ledger_path: Path) -> None:
    """Running the command again would not help; a copy may, or what SQLite can save."""
    storage.open_to_write(ledger_path).close()
    ledger_path.write_bytes(ledger_path.read_bytes()[:5_000])

    with pytest.raises(LedgerError, match=r"is damaged \(.*malformed\).*copy") as told:
        storage.open_to_write(ledger_path)

    assert "safe" not in str(told.value)


@pytest.mark.parametrize("name", ["texts", "pipe"], ids=["a folder", "a pipe"])
def test_what_can_be_no_ledger_is_told_as_what_it_is(tmp_path: Path, name: str) -> None:
    """Nothing is made beside it, and nobody waits for a pipe."""
    (tmp_path / "texts").mkdir()
    os.mkfifo(tmp_path / "pipe")
    path, before = tmp_path / name, sorted(tmp_path.iterdir())

    with pytest.raises(UsageError, match=r"is (a folder|no file); a ledger is a file"):
        Lock(path)
    with (
        pytest.raises(UsageError, match=r"is (a folder|no file); a ledger is a file"),
        storage.reading(path),
    ):
        pytest.fail("it was opened")

    assert sorted(tmp_path.iterdir()) == before


def test_an_error_that_is_not_of_sqlite_passes() -> None:
    """It is somebody else's to tell."""
    with pytest.raises(KeyError), storage.reported(Path("a.db")):
        raise KeyError("a")


@pytest.mark.parametrize("value", ["总投资", "half \ud83d pair", "\x00 and 😀"])
def test_json_comes_back_from_sqlite_as_it_was(connection: sqlite3.Connection, value: str) -> None:
    """Half surrogate pairs are escaped, all else is written as it is."""
    written = storage.as_json({"a": [value]})

    (read,) = connection.execute("SELECT ?", (written,)).fetchone()

    assert json.loads(read) == {"a": [value]}
    assert ("\\u" in written) == (not value.isprintable())


@pytest.mark.parametrize(
    ("text", "cleaned"), [(None, None), ("总 \U0001f600", "总 \U0001f600"), ("a\ud83db", "a?b")]
)
def test_a_text_for_people_is_cleaned_of_what_is_none(
    text: str | None, cleaned: str | None
) -> None:
    """The rest stays as it is."""
    assert storage.clean(text) == cleaned
    assert text is None or storage.is_text(text) == (text == cleaned)


def test_now_is_told_in_utc_to_the_millisecond() -> None:
    """Texts of moments sort as the moments do."""
    moment = datetime.fromisoformat(storage.now())

    assert moment.utcoffset() == UTC.utcoffset(None)
    assert moment.microsecond % 1000 == 0
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 60
