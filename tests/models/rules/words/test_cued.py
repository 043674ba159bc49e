"""Patterns that are only tried where one of their words stands."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from extractor.models import rules
from extractor.models.rules.words.cued import Cued

UNKNOWN = "\0"
FOUND = None
"""The state behind a cue."""


def cued_patterns() -> Iterator[Any]:
    """Give the cued patterns of all modules of the rules, those in tables and in rows too."""
    for info in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            rows = value.values() if isinstance(value, dict) else value
            for row in rows if isinstance(rows, Iterable) and not isinstance(rows, str) else [rows]:
                for each in [row, *(row if isinstance(row, tuple) else vars_of(row))]:
                    if isinstance(each, Cued):
                        yield pytest.param(each, id=f"{info.name.rpartition('.')[2]}.{name}")


def vars_of(row: object) -> list[object]:
    """Return the fields of a row of a table."""
    return [getattr(row, name, None) for name in getattr(row, "__dataclass_fields__", ())]


class Proof:
    """Walks a pattern with all that may have been read last, until a cue has been."""

    def __init__(self, cues: tuple[str, ...]) -> None:
        self._cues = cues
        self._longest = max(map(len, cues))

    def holds(self, pattern: str) -> bool:
        """Return whether a cue stands in everything that a pattern matches."""
        return self._read(_parser.parse(pattern), {""}) == {FOUND}

    def _read(self, parsed: Any, states: set[str | None]) -> set[str | None]:
        for operator, argument in parsed:
            if operator is c.BRANCH:
                states = set().union(*(self._read(branch, states) for branch in argument[1]))
            elif operator is c.SUBPATTERN:
                states = self._read(argument[-1], states)
            elif operator in (c.MAX_REPEAT, c.MIN_REPEAT):
                states = self._repeat(*argument, states)
            elif operator is c.ASSERT:
                states = {self._look(argument[1], state, ahead=argument[0] > 0) for state in states}
            elif operator not in (c.AT, c.ASSERT_NOT):
                letters = self._letters(operator, argument)
                states = {self._next(state, letter) for state in states for letter in letters}
        return states

    def _repeat(
        self, least: int, most: int, parsed: Any, states: set[str | None]
    ) -> set[str | None]:
        for _ in range(least):
            states = self._read(parsed, states)
        while least < most:
            more = states | self._read(parsed, states)
            if more == states:
                break
            states, least = more, least + 1
        return states

    def _look(self, parsed: Any, state: str | None, *, ahead: bool) -> str | None:
        return FOUND if ahead and self._read(parsed, {state}) == {FOUND} else state

    def _letters(self, operator: Any, argument: Any) -> list[str]:
        if operator is c.LITERAL:
            return [chr(argument)]
        if operator is c.IN and all(kind is c.LITERAL for kind, _ in argument):
            return [chr(code) for _, code in argument]
        return [UNKNOWN]

    def _next(self, state: str | None, letter: str) -> str | None:
        if state is FOUND:
            return FOUND
        read = state + letter
        return FOUND if read.endswith(self._cues) else read[-self._longest :]


@pytest.mark.parametrize("cued", list(cued_patterns()))
def test_one_of_its_cues_stands_in_everything_that_a_pattern_matches(cued):
    """No text is passed over that the pattern matches."""
    assert Proof(cued.cues).holds(cued.pattern.pattern)


@pytest.mark.parametrize(
    ("cues", "pattern", "holds"),
    [
        pytest.param("ab|cd", "xa?b|[ac]d", False, id="ad has no cue"),
        pytest.param("b|cd", "x(?:a?b){1,2}|cd+", True, id="one in each branch"),
        pytest.param("b", "x(?:ab)*", False, id="one that may be left out"),
        pytest.param("b c", "b (?:very )?c|b (?=c)c", False, id="words between"),
    ],
)
def test_cues_are_proved_from_the_pattern(cues, pattern, holds):
    """A cue is certain only where every way through the pattern reads one."""
    assert Proof(tuple(cues.split("|"))).holds(pattern) is holds


@pytest.mark.parametrize(("text", "at"), [("sign a deal", 7), ("a contract", None)])
def test_a_cued_pattern_finds_what_the_pattern_alone_finds(text, at):
    """Searching, matching and finding all give the matches of the pattern, or none without a cue."""
    cued = Cued("deal", "a? ?deal")

    found = cued.search(text)

    assert (found and found.end() - len("deal")) == at
    assert [each.span() for each in cued.finditer(text)] == [
        each.span() for each in re.finditer("a? ?deal", text)
    ]
    assert bool(cued.match(text, 5)) is (at is not None)


def test_of_its_cues_those_of_a_text_are_looked_for_in_its_parts():
    """What stands nowhere in an article is not looked for in each of its sentences."""
    cued = Cued("签约|开工", "集中(?:签约|开工)")

    narrowed = cued.among("甲县集中开工。乙县观摩。")

    assert narrowed is not None
    assert narrowed.cues == ("开工",)
    assert narrowed.search("甲县集中开工。")
    assert cued.among("乙县观摩。") is None
