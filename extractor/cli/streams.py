"""What commands read and write: articles, JSON, one line for an error."""

import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from extractor.errors import ArticleError, UsageError
from extractor.report.controls import in_one_line
from extractor.whole_file import write_whole

if TYPE_CHECKING:
    from extractor.archive.entry import Entry
    from extractor.article import Article

EVERY_S = 10.0
"""How often a command that shows no bar says how far it is."""


class Interval:
    """Tells when it is time to say how far something is."""

    def __init__(self) -> None:
        self._next_s = time.monotonic() + EVERY_S

    def is_over(self) -> bool:
        """Tell whether the time has passed; then it begins anew."""
        now_s = time.monotonic()
        if now_s < self._next_s:
            return False
        self._next_s = now_s + EVERY_S
        return True


def complain(line: str) -> None:
    """Say one line on standard error."""
    typer.echo(f"extractor: {in_one_line(line)}", err=True)


def complain_of(errors: Iterable[Exception]) -> None:
    """Say each error on standard error; what is said of several in the same words, once."""
    for line, n_times in Counter(map(str, errors)).items():
        complain(line if n_times == 1 else f"{line} ({n_times} times)")


class _Told(logging.Handler):
    """Says each record as one line.

    Args:
        say: says a line.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._say = say

    def emit(self, record: logging.LogRecord) -> None:
        self._say(record.getMessage())


class _ToldSeldom(_Told):
    """Says the first record, and then one an interval, with how many were left out."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(say)
        self._interval: Interval | None = None
        self._n_unsaid = 0

    def emit(self, record: logging.LogRecord) -> None:
        if self._interval is not None and not self._interval.is_over():
            self._n_unsaid += 1
            return
        others = f" (and {self._n_unsaid} more in between)" if self._n_unsaid else ""
        self._say(record.getMessage() + others)
        self._interval, self._n_unsaid = self._interval or Interval(), 0


def tell_of_retries(say: Callable[[str], None] = complain) -> None:
    """Say of each request that is sent again why, and when: a wrong address is seen at once."""
    _tell("extractor.models.retry", logging.INFO, _Told(say))


def tell_of_some_retries(say: Callable[[str], None]) -> None:
    """Say so of a few of the requests that are sent again, where many are in flight."""
    _tell("extractor.models.retry", logging.INFO, _ToldSeldom(say))


def tell_of_warnings(say: Callable[[str], None]) -> None:
    """Say what work on an archive has to warn of."""
    _tell("extractor.archive", logging.WARNING, _Told(say))


def _tell(name: str, level: int, told: _Told) -> None:
    log = logging.getLogger(name)
    log.setLevel(level)
    log.handlers = [told]


def as_day(text: str | None) -> date | None:
    """Read the day of `--published`.

    Raises:
        UsageError: it is no day written as YYYY-MM-DD.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--published {text!r}: write a day as YYYY-MM-DD") from error


def as_dollars(text: str | None, *, option: str) -> Decimal | None:
    """Read an amount of US dollars, with or without its sign.

    Raises:
        UsageError: it is none; the message names the option.
    """
    if text is None:
        return None
    try:
        amount = Decimal(text.removeprefix("$"))
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or amount < 0:
        raise UsageError(f"{option} {text!r}: write US dollars, such as 12.50")
    return amount


def read_articles(
    sources: Iterable[str], *, published: date | None, unread: list[ArticleError]
) -> "Iterator[Article]":
    """Read articles one after the other; one that cannot be read is told of and passed over.

    Args:
        sources: files of one article each; `-` is standard input.
        published: the day of publication of all of them, where known.
        unread: takes the errors of those that cannot be read.

    Raises:
        UsageError: before anything is read, where one is an address, or what a file's name asks for
            is not installed.
    """
    sources = tuple(sources)
    _check(sources)
    for source in sources:
        try:
            article = _read_article(source, published=published)
        except ArticleError as error:
            complain(str(error))
            unread.append(error)
        else:
            yield article


def _check(sources: Iterable[str]) -> None:
    from extractor.archive.readers.files import check_extras, refuse_address

    for source in sources:
        refuse_address(source)
    check_extras(source for source in sources if Path(source).is_file())


def _read_article(source: str, *, published: date | None) -> "Article":
    """Read the one article of a file with the readers of archives."""
    if source != "-" and Path(source).is_dir():
        raise ArticleError(
            f"{source}: is a folder; extractor batch {source} --ledger FILE takes it"
        )
    found = list(islice(_entries(source), 2))
    if len(found) > 1:
        raise ArticleError(
            f"{source}: holds several articles; extractor batch {source} --ledger FILE takes it"
        )
    if not found:
        raise ArticleError(f"{source}: holds no article")
    article = found[0].article
    if article is None:
        raise ArticleError(f"{found[0].place}: {found[0].fault}")
    return article if published is None else replace(article, published=published)


def _entries(source: str) -> "Iterator[Entry]":
    from extractor.archive.readers import Fields
    from extractor.archive.readers.files import File, read_file, read_standard_input

    return read_standard_input(Fields()) if source == "-" else read_file(File(source), Fields())


def free_name(name: str, taken: set[str]) -> str:
    """Return a name that is not taken, and take it: the second input of a name becomes NAME-2."""
    candidates = chain([name], (f"{name}-{number}" for number in count(2)))
    free = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(free)
    return free


def write_json(path: Path, value: Any) -> None:
    """Write whole or not at all: a reader never meets half a file."""
    write_text(path, _json(value) + "\n")


def write_text(path: Path, text: str) -> None:
    """Write whole or not at all, making the folder where it is missing.

    Raises:
        UsageError: it cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _json(value: Any, *, indent: int | None = 2) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """Print JSON as UTF-8, whatever the locale says."""
    sys.stdout.buffer.write(_encoded(_json(value, indent=indent) + "\n"))
    sys.stdout.flush()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
