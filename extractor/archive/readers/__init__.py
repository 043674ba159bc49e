"""Readers: articles from files, folders, patterns and standard input, in many formats.

Every format is told by its bytes. What cannot be read is an entry with a fault, at its place;
nothing that a file holds ends the reading of the others.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.archive.entry import Entry
from extractor.archive.readers.fields import Fields

__all__ = ["Fields", "read"]

_NAMED = Fields()


def read(paths: Iterable[Path | str], *, fields: Fields = _NAMED) -> Iterator[Entry]:
    """Give the articles that paths lead to, one by one, in an order that stays.

    Args:
        paths: files, folders (with those below them), patterns such as `news/**/*.html`, or `-`
            for standard input.
        fields: the names of fields that hold the text, title, day and address in rows.

    Raises:
        UsageError: at once, where a path leads nowhere, or what a file's name asks for is not
            installed.
    """
    from extractor.archive.readers.files import check_extras, expanded

    found = expanded(paths)
    check_extras(found)
    return _entries(found, fields)


def _entries(paths: list[str], fields: Fields) -> Iterator[Entry]:
    from extractor.archive.readers.files import (
        STANDARD_INPUT,
        files,
        read_file,
        read_standard_input,
    )

    for path in paths:
        if path == STANDARD_INPUT:
            yield from read_standard_input(fields)
            continue
        for file in files(path):
            yield from read_file(file, fields)
