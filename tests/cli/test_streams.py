"""What commands read and write."""

import logging
from decimal import Decimal

import pytest

from extractor.cli import streams
from extractor.cli.streams import (
    Interval,
    as_dollars,
    complain,
    free_name,
    tell_of_some_retries,
    write_text,
)
from extractor.errors import UsageError


def test_the_second_input_of_a_name_has_a_name_of_its_own():
    """Two files news.txt of different folders do not overwrite each other's extraction."""
    taken: set[str] = set()

    names = [free_name(name, taken) for name in ("news", "fair", "news", "news-2", "news")]

    assert names == ["news", "fair", "news-2", "news-2-2", "news-3"]


def test_a_complaint_steers_no_terminal(capsys):
    """Whatever a file is called, it is one line, and its control characters are seen."""
    complain("a\x1b[31mb\nc\x9b2J.txt: empty")

    assert capsys.readouterr().err == "extractor: a␛[31mb␊c\ufffd2J.txt: empty\n"


def test_how_far_something_is_is_said_once_an_interval(monkeypatch):
    """However many articles are done within it."""
    now_s = 100.0
    monkeypatch.setattr(streams.time, "monotonic", lambda: now_s)
    interval = Interval()

    assert not interval.is_over()

    now_s += streams.EVERY_S
    assert [interval.is_over(), interval.is_over()] == [True, False]


def test_of_many_retries_the_first_is_told_and_then_one_an_interval(monkeypatch):
    """A wrong address is seen at once, and a service that is asked too much fills no screen."""
    now_s = 100.0
    monkeypatch.setattr(streams.time, "monotonic", lambda: now_s)
    log = logging.getLogger("extractor.models.retry")
    monkeypatch.setattr(log, "handlers", [])
    monkeypatch.setattr(log, "level", log.level)
    told: list[str] = []
    tell_of_some_retries(told.append)

    for number in range(4):
        log.info("try %d failed", number)
    now_s += streams.EVERY_S
    log.info("try 4 failed")
    log.info("try 5 failed")

    assert told == ["try 0 failed", "try 4 failed (and 3 more in between)"]


def test_a_file_is_written_in_a_folder_that_is_made_for_it(tmp_path):
    """Naming a place is enough."""
    write_text(tmp_path / "new" / "page.html", "<p>")

    assert (tmp_path / "new" / "page.html").read_text("utf-8") == "<p>"


def test_a_place_where_nothing_can_be_written_is_named(tmp_path):
    """One line instead of a traceback: which file, and why."""
    file = tmp_path / "file"
    file.write_text("")

    with pytest.raises(UsageError, match=r"page\.html: cannot be written \(.+\)"):
        write_text(file / "page.html", "<p>")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        pytest.param(None, None, id="none given"),
        pytest.param("12.50", Decimal("12.50"), id="a number"),
        pytest.param("$3", Decimal(3), id="with its sign"),
        pytest.param("0", Decimal(0), id="nothing at all"),
    ],
)
def test_dollars_are_read_exactly(text, amount):
    """With or without the sign."""
    assert as_dollars(text, option="--max-cost") == amount


@pytest.mark.parametrize("text", ["nan", "inf", "-1", "ten", ""])
def test_what_is_no_amount_of_dollars_is_misuse(text):
    """The option is named, and how to write it."""
    with pytest.raises(UsageError, match=r"--max-cost '.*': write US dollars, such as"):
        as_dollars(text, option="--max-cost")
