"""Files: what paths, folders, patterns and `-` lead to, in an order that stays."""

import glob
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from extractor.archive.entry import Entry
from extractor.archive.readers.extras import require
from extractor.archive.readers.fields import Fields
from extractor.archive.readers.formats import named_format
from extractor.archive.readers.packed import is_hidden
from extractor.archive.readers.reading import entries, failed
from extractor.archive.readers.source import Source
from extractor.archive.readers.stream import Stream
from extractor.errors import ArticleError, UsageError

STANDARD_INPUT = "-"

NOT_FETCHED = (
    "addresses are not fetched; save the page, and give the file (extractor extract page.html; "
    "docs/faq.md)"
)

_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)


class File(NamedTuple):
    """A file to read, or the failure on the way to it."""

    path: str
    failure: OSError | ArticleError | None = None


def expanded(paths: Iterable[Path | str]) -> list[str]:
    """Return the paths with patterns replaced by what they match, sorted.

    Raises:
        UsageError: nothing is there, or nothing matches, or it is an address.
    """
    found: list[str] = []
    for path in map(str, paths):
        if path == STANDARD_INPUT or os.path.lexists(path):
            found.append(path)
        elif glob.has_magic(path) and (matches := sorted(glob.glob(path, recursive=True))):  # noqa: PTH207  a str, absolute or not
            found.extend(matches)
        else:
            refuse_address(path)
            raise UsageError(f"{path}: no such file or folder, and no pattern that matches one")
    return found


def refuse_address(path: str) -> None:
    """Make sure that a path that leads nowhere is no address of the web.

    Raises:
        UsageError: it is one.
    """
    if _ADDRESS.match(path) and not os.path.lexists(path):
        raise UsageError(f"{path}: {NOT_FETCHED}")


def check_extras(paths: Iterable[str]) -> None:
    """Make sure that all that the names of files ask for is installed, before anything is read.

    Raises:
        UsageError: it is not.
    """
    for path in paths:
        for file in files(path) if path != STANDARD_INPUT else ():
            format_name = named_format(file.path)
            if format_name is not None:
                try:
                    require(format_name)
                except UsageError as error:
                    raise UsageError(f"{file.path}: {error}") from error


def files(path: str) -> Iterator[File]:
    """Give a file, or the files in a folder and those below it, by name.

    Hidden files are left out. Links are followed; a folder met again is not entered again.
    """
    if Path(path).is_dir():
        yield from _in_folder(path, set())
    else:
        yield File(path)


def read_file(file: File, fields: Fields) -> Iterator[Entry]:
    """Give the entries of a file; a failed one where it cannot be opened."""
    place = _shown(file.path)
    if file.failure is not None:
        yield failed(place, file.failure)
        return
    try:
        opened = Path(file.path).open("rb", buffering=0)  # noqa: SIM115  closed below
    except OSError as error:
        yield failed(place, error)
        return
    with opened:
        path = Path(file.path)
        is_file = stat.S_ISREG(os.fstat(opened.fileno()).st_mode)
        source = Source(place, path.name, Stream(opened), path=path if is_file else None)
        yield from entries(source, fields)


def read_standard_input(fields: Fields) -> Iterator[Entry]:
    """Give the entries of what comes in."""
    return entries(Source("-", "stdin", Stream(sys.stdin.buffer)), fields)


def _in_folder(path: str, seen: set[tuple[int, int]]) -> Iterator[File]:
    try:
        status = Path(path).stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(path) as found:
            inside = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield File(path, error)
        return
    for entry in inside:
        if is_hidden(entry.name):
            continue
        yield from _found(entry, seen)


def _found(entry: "os.DirEntry[str]", seen: set[tuple[int, int]]) -> Iterator[File]:
    try:
        mode = entry.stat().st_mode
    except OSError as error:
        yield File(entry.path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(entry.path, seen)
    elif stat.S_ISREG(mode):
        yield File(entry.path)
    else:  # a pipe would be waited for
        yield File(entry.path, ArticleError("neither a file nor a folder"))


def _shown(path: str) -> str:
    """Return a path as text; bytes in it that are no UTF-8 are written out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
