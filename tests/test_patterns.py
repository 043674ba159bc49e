"""Patterns that are compiled where they are first used."""

import gc
import importlib
import pkgutil
import re
from types import ModuleType

import pytest

from extractor import checks, figures
from extractor.models import rules
from extractor.models.rules.reading.reading import MARKS
from extractor.patterns import Pattern

PACKAGES = (figures, checks, rules)
MARK_BEFORE_EDGE = re.compile(rf"(?:\[[{MARKS}]+\]|[{MARKS}])(?:\|[^()]*\))?\)*\\b")
"""A mark, or a class of them, at the end of an alternative, and the edge of a word behind it."""


def modules() -> list[ModuleType]:
    """Load the modules that hold patterns by the dozen."""
    return [
        importlib.import_module(info.name)
        for package in PACKAGES
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        pytest.param("search", ("a1b22",), id="search"),
        pytest.param("search", ("a1b22", 2), id="search from a place"),
        pytest.param("match", ("a1b22", 1, 2), id="match in a range"),
        pytest.param("fullmatch", ("22",), id="fullmatch"),
        pytest.param("finditer", ("a1b22",), id="finditer"),
        pytest.param("findall", ("a1b22",), id="findall"),
        pytest.param("split", ("a1b22c", 1), id="split"),
        pytest.param("sub", ("#", "a1b22", 1), id="sub"),
    ],
)
def test_the_first_call_and_the_next_answer_as_a_compiled_pattern_does(method, arguments):
    """Nobody who uses a pattern has to know whether it has been used before."""
    pattern = Pattern(r"\d+")

    answers = [getattr(each, method)(*arguments) for each in (re.compile(r"\d+"), pattern, pattern)]

    compiled, first, next_one = map(shown, answers)
    assert first == next_one == compiled


def shown(answer: object) -> object:
    """Write an answer as what can be compared."""
    if isinstance(answer, re.Match):
        return answer.span()
    return [shown(each) for each in answer] if hasattr(answer, "__next__") else answer


def test_flags_count_for_the_compiled_pattern():
    """A pattern that does not mind capitals is written down as such."""
    assert Pattern("mou", re.IGNORECASE).search("an MoU")


def test_after_the_first_call_nothing_stands_between_a_pattern_and_the_compiled_one():
    """What is searched a thousand times an article is as fast as ever."""
    pattern = Pattern("a")
    pattern.match("a")

    assert pattern.search == pattern.compiled.search


def test_what_is_written_down_costs_nothing_and_is_told_as_wrong_where_it_is_used():
    """A pattern is not looked into before somebody searches with it."""
    unbalanced = Pattern("(")

    with pytest.raises(re.error):
        unbalanced.search("text")


def held_by(module: ModuleType) -> list[object]:
    """Return what the variables of a module hold: their rows, and the fields of these."""
    found = within = list(vars(module).values())
    for _ in range(3):
        tables = [each for each in within if is_table(each)]
        within = gc.get_referents(*tables)
        found = [*found, *within]
    return found


def is_table(value: object) -> bool:
    """Return whether a value is a table, a row of one, or what this package makes of patterns."""
    is_ours = type(value).__module__.startswith("extractor")
    return isinstance(value, tuple | list | dict) or (is_ours and not isinstance(value, Pattern))


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__)
def test_no_module_compiles_what_it_may_not_need(module):
    """Each of its patterns waits until an article asks for it, and is right when one does."""
    held = held_by(module)

    assert [each for each in held if isinstance(each, re.Pattern)] == []
    assert all(re.compile(each.pattern, each.flags) for each in held if isinstance(each, Pattern))


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.__name__)
def test_no_mark_stands_before_the_edge_of_a_word(module):
    """A mark is no letter of a word: between it and the space behind it is no edge."""
    patterns = {each.pattern for each in held_by(module) if isinstance(each, Pattern)}

    assert [found.group() for each in patterns for found in MARK_BEFORE_EDGE.finditer(each)] == []
