"""Rows: JSONL, JSON and CSV, an article each, read line by line."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from extractor.archive.entry import Entry
from extractor.archive.readers.encodings import chinese_encoding, decode, wide_encoding
from extractor.archive.readers.fields import Fields
from extractor.archive.readers.limits import MAX_LINE_CHARS
from extractor.archive.readers.source import Source
from extractor.errors import ArticleError

_DELIMITERS = ",;\t|"
_TOO_LONG = f"a line of more than {MAX_LINE_CHARS:,} characters"


def read_jsonl(source: Source, fields: Fields) -> Iterator[Entry]:
    """Give the article on each line of JSON; a line that holds none fails, that line alone."""
    first = 1 if source.rows is None else source.rows.first
    for number, line in enumerate(_lines(source), start=first):
        if isinstance(line, ArticleError):
            yield Entry(f"{source.place}:{number}", fault=str(line))
        elif line.strip():
            yield _json_entry(line, source, number, fields)


def read_json(source: Source, fields: Fields) -> Iterator[Entry]:
    """Give the article that a JSON document is, or each in its list.

    Raises:
        ArticleError: it is no JSON, or neither an object nor a list.
    """
    value = _loaded(decode(source.read()))
    if isinstance(value, dict):
        yield _entry(value, source.place, source.stem, fields)
    elif isinstance(value, list):
        for number, row in enumerate(value, start=1):
            yield _entry(row, f"{source.place}:{number}", f"{source.stem}-{number}", fields)
    else:
        raise ArticleError("JSON, but neither an object nor a list of them")


def read_csv(source: Source, fields: Fields) -> Iterator[Entry]:
    """Give the article in each row of a table whose first line names its columns.

    Raises:
        ArticleError: no column holds texts.
    """
    csv.field_size_limit(MAX_LINE_CHARS)  # the module's own limit is shorter than some articles
    broken: list[Entry] = []
    lines = _readable(source, broken)
    header = next(lines, "")
    delimiter = max(_DELIMITERS, key=header.count)
    columns = next(csv.reader([header], delimiter=delimiter), [])
    if not fields.has_text(columns):
        raise ArticleError(f"no column with texts; looked for {', '.join(fields.text)}")
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        number = rows.line_num + 2  # the header was the first line
        place, name = f"{source.place}:{number}", f"{source.stem}-{number}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Entry(place, fault=f"not CSV ({error})")
            continue
        if row:
            yield _entry(dict(zip(columns, row, strict=False)), place, name, fields)
        yield from broken
        broken.clear()
        if row is None:
            return


def _json_entry(line: str, source: Source, number: int, fields: Fields) -> Entry:
    place = f"{source.place}:{number}"
    try:
        row = _loaded(line)
    except ArticleError as error:
        return Entry(place, fault=str(error))
    return _entry(row, place, f"{source.stem}-{number}", fields)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON ({error})") from error


def _entry(row: Any, place: str, name: str, fields: Fields) -> Entry:
    if not isinstance(row, dict):
        return Entry(place, fault="JSON, but no object")
    try:
        return fields.entry(row, place=place, name=name)
    except ArticleError as error:
        return Entry(place, fault=str(error))


def _readable(source: Source, broken: list[Entry]) -> Iterator[str]:
    """Give the lines; one that is no text is kept with the broken, and an empty one in its place."""
    for number, line in enumerate(_lines(source), start=1):
        if isinstance(line, ArticleError):
            broken.append(Entry(f"{source.place}:{number}", fault=str(line)))
            yield ""
        else:
            yield line


def _lines(source: Source) -> Iterator[str | ArticleError]:
    """Give the lines with their ends, each decoded by itself; an error for one that is no text."""
    head = source.stream.head()
    wide, chinese = wide_encoding(head), chinese_encoding(head)
    file = source.buffered()
    if wide is not None:
        yield from _cut(io.TextIOWrapper(file, wide, "replace", newline="\n"))
        return
    for data in _cut(file):
        try:
            yield data if isinstance(data, ArticleError) else decode(data, declared=chinese)
        except ArticleError as error:
            yield error


def _cut(file: Any) -> Iterator[Any]:
    """Give the lines that a file of text or bytes holds, an error for each that is too long."""
    while line := file.readline(MAX_LINE_CHARS):
        if _is_ended(line) or len(line) < MAX_LINE_CHARS:
            yield line
            continue
        while line and not _is_ended(line):
            line = file.readline(MAX_LINE_CHARS)
        yield ArticleError(_TOO_LONG)


def _is_ended(line: Any) -> bool:
    return line[-1:] in ("\n", b"\n")
