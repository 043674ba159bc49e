"""The ledger's file: opened, locked, written; what SQLite says of it in one line."""

import json
import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from extractor.archive import schema
from extractor.errors import ExtractorError, UsageError

_MAGIC = b"SQLite format 3\x00"
_BUSY_S = 5.0
_CHECKPOINT_PAGES = 8_000
"""Each checkpoint waits for the disk; this is one for every few hundred articles."""
_CACHE_KB = 16_000


class LedgerError(ExtractorError):
    """The ledger's file cannot be read or written any more: a full disk, a broken file."""


def is_ledger(path: Path) -> bool:
    """Tell whether a file is a ledger."""
    with suppress(OSError), path.open("rb") as file:
        head = file.read(100)
        return head.startswith(_MAGIC) and head[68:72] == schema.APPLICATION_ID.to_bytes(4, "big")
    return False


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open a ledger to work on it; make it where there is none, and upgrade an older one.

    A commit is in the file's write-ahead log before the next step is taken, and outlives the
    process whatever ends it. It is not forced to the disk (synchronous=NORMAL): after a power cut
    the ledger is whole, but the last moments may be missing.

    Raises:
        UsageError: the file is no ledger, or of another version.
        LedgerError: it cannot be opened.
    """
    _require_place(path)
    with reported(path), ExitStack() as undo:
        connection = sqlite3.connect(path, timeout=_BUSY_S, isolation_level=None)
        undo.callback(connection.close)
        if schema.is_empty(connection):
            schema.create(connection)  # before there is a log: the file itself says what it is
        schema.check(connection, name=str(path))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        schema.upgrade(connection)
        undo.pop_all()
        return connection


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Look at a ledger until the block ends, also while another process works on it, or of an older version.

    In a folder that is not ours to write in SQLite cannot lock, and a ledger at rest is read as one
    that stays so. Whoever may write there can begin a run all the same: that is told, since what
    was read is then a bit of either state.

    Raises:
        UsageError: there is no such file, or it is no ledger of this version.
        LedgerError: it was written or removed while it was read without locks.
    """
    if not path.exists():
        raise UsageError(f"{path}: there is no such ledger")
    _require_file(path)
    rest = _identity(path) if _is_at_rest(path) else None
    how = "mode=ro" if rest is None else "mode=ro&immutable=1"
    with reported(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)
    with closing(connection):
        with reported(path):
            schema.check(connection, name=str(path))
            schema.read_as_upgraded(connection)
        try:
            yield connection
        except Exception as error:
            _require_rest(path, rest, error)
            raise
        _require_rest(path, rest)


@dataclass(frozen=True)
class Anchor:
    """Where a ledger's file was when it was opened.

    Attributes:
        path: its path.
        inode: the number of the file there.
    """

    path: Path
    inode: int

    @classmethod
    def at(cls, path: Path) -> "Anchor":
        """Note which file stands at a path."""
        return cls(path, path.stat().st_ino)

    def require(self) -> None:
        """Make sure that the file still stands there: what is written to one that is gone is lost.

        Raises:
            LedgerError: it does not.
        """
        with suppress(OSError):
            if self.path.stat().st_ino == self.inode:
                return
        raise LedgerError(
            f"{self.path}: was moved, replaced or removed while a run worked on it; put it back and "
            "run the same command again"
        )


class Lock:
    """The right to work on a ledger, which one process has at a time.

    It is held in a file beside the ledger, by SQLite's own locks: they work wherever the ledger
    does, and end with the process, however that ends.

    Raises:
        UsageError: another process has it, or there is no such folder.
        LedgerError: the file beside the ledger cannot be written.
    """

    def __init__(self, path: Path) -> None:
        beside = path.with_name(f"{path.name}-lock")
        _require_place(path)
        with reported(beside):
            self._connection = sqlite3.connect(beside, timeout=0, isolation_level=None)
        try:
            with reported(beside):
                self._connection.execute("PRAGMA journal_mode = MEMORY")
                self._connection.execute("BEGIN EXCLUSIVE")
        except ExtractorError as error:
            self._connection.close()
            if _is(error.__cause__, sqlite3.SQLITE_BUSY):
                raise UsageError(
                    f"{path}: another process works on it ({_holder(path)}); wait for its end, or "
                    "use another ledger"
                ) from None
            raise

    def release(self) -> None:
        """Let others work on the ledger."""
        self._connection.close()


def sign(connection: sqlite3.Connection) -> None:
    """Write down who works on the ledger from now on."""
    connection.execute("DELETE FROM holder")
    who = (os.getpid(), socket.gethostname(), now())
    connection.execute("INSERT INTO holder VALUES (?, ?, ?)", who)


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Say in one line what SQLite cannot do with a file.

    Raises:
        UsageError: the file is no database.
        LedgerError: anything else.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if _is(error, sqlite3.SQLITE_NOTADB):
            raise UsageError(f"{path}: is no ledger, nor any other SQLite file") from error
        if _is(error, sqlite3.SQLITE_CORRUPT):
            raise LedgerError(
                f"{path}: is damaged ({error}); take a copy of before, or see what "
                f"`sqlite3 {path} .recover` can save"
            ) from error
        if _is(error, sqlite3.SQLITE_CANTOPEN) or _is(error, sqlite3.SQLITE_READONLY):
            raise LedgerError(f"{path}: {error}; it and its folder have to be writable") from error
        raise LedgerError(
            f"{path}: {error}; what is in it is safe: run the same command again when that is mended"
        ) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is written inside all at once, or none of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Read inside what is there at one moment, whatever is written meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


@contextmanager
def forced(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is written inside all at once, and have it on the disk before going on.

    It takes what was committed before with it, and outlives a power cut.
    """
    connection.execute("PRAGMA synchronous = FULL")
    try:
        with transaction(connection):
            yield
    finally:
        connection.execute("PRAGMA synchronous = NORMAL")


def now() -> str:
    """Return the moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def as_json(value: Any) -> str:
    """Write JSON that SQLite takes as text; half surrogate pairs are escaped."""
    try:
        return to_json(value).decode()  # several times as fast as json
    except PydanticSerializationError:
        return json.dumps(value, separators=(",", ":"))


def is_text(text: str) -> bool:
    """Tell whether a string is text that UTF-8 can write."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def clean(text: str | None) -> str | None:
    """Return a text that is for people as SQLite takes it, half surrogate pairs replaced."""
    return text if text is None or is_text(text) else text.encode("utf-8", "replace").decode()


def _require_place(path: Path) -> None:
    """Make sure that a ledger may stand there, before anything is made or locked."""
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}")
    _require_file(path)
    if os.access(path, os.R_OK) and path.stat().st_size and not is_ledger(path):
        raise UsageError(f"{path}: is no ledger; `extractor batch --ledger FILE` makes one")


def _require_file(path: Path) -> None:
    """Make sure that what stands at a path, if anything, is a file."""
    if path.exists() and not path.is_file():
        what = "a folder" if path.is_dir() else "no file"
        raise UsageError(f"{path}: is {what}; a ledger is a file")


def _is_at_rest(path: Path) -> bool:
    """Tell whether nobody works on a ledger whose folder is not ours to write in.

    SQLite makes files beside one even to read it, and cannot there; nor can it see what a log holds.
    """
    wal, shm = (path.with_name(f"{path.name}-{end}") for end in ("wal", "shm"))
    is_closed = not shm.exists() and not (wal.exists() and wal.stat().st_size)
    return is_closed and not os.access(path.parent, os.W_OK)


def _identity(path: Path) -> tuple[int, ...]:
    """Return what changes when a file is written, replaced by another one, or removed."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return ()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _require_rest(path: Path, rest: tuple[int, ...] | None, fault: Exception | None = None) -> None:
    """Make sure that a ledger that is read without locks stands there as it was.

    Args:
        path: the ledger.
        rest: what it was before; None where it is read with locks.
        fault: what was met in reading it, which may come from that.
    """
    now_there = rest and _identity(path)
    if now_there != rest:
        what = "written" if now_there else "removed"
        raise LedgerError(
            f"{path}: was {what} while it was read, in a folder where it cannot be locked; run the "
            "same command again"
        ) from fault


def _is(error: BaseException | None, code: int) -> bool:
    """Tell whether an error is of a kind; the module itself raises some without a code."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF == code


def _holder(path: Path) -> str:
    with suppress(sqlite3.Error, ExtractorError):
        with reading(path) as connection:
            row = connection.execute("SELECT process, host, since FROM holder").fetchone()
        if row:
            return f"process {row[0]} on {row[1]}, since {row[2]}"
    return "which one is not known"
