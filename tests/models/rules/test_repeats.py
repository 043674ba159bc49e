"""No pattern has several ways to read words in a row, each of which would double its work."""

import gc
import importlib
import pkgutil
import random
import re
import signal
from collections.abc import Callable, Iterator
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as c  # type: ignore[attr-defined]
from typing import Any

import pytest

from extractor.models import rules
from extractor.patterns import Pattern

LENGTH = 90  # letters of a repeat
LONGEST_S = 5  # of computing, for all patterns together; they take a tenth of a second
LONGEST_REPEAT_S = 0.25  # of computing, for a word of a repeat in a row; it takes 10 us
TRIES = 3
"""How often a search may be too long: garbage may be looked for meanwhile."""
LEAST_REPEATS = 8
"""From how many on it matters that words are read in two ways."""
SAMPLES = 60
"""How many words each repeat is tried with."""
LONGEST_WORD = 20
SOME = "ab甲"
"""Letters that stand for all that a pattern does not name."""
NAMED = {c.CATEGORY_DIGIT: "5", c.CATEGORY_SPACE: " ", c.CATEGORY_NOT_WORD: ","}


class TooLongError(Exception):
    """A pattern is still searching."""


def stop(*_: object) -> None:
    """Stop a search."""
    raise TooLongError


@pytest.fixture(scope="module")
def compiled() -> list[re.Pattern[str]]:
    """Compile what is written down in the rules and below them, all of it."""
    for info in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."):
        importlib.import_module(info.name)
    written = (each for each in gc.get_objects() if type(each) is Pattern)
    return [re.compile(*each) for each in sorted({(each.pattern, each.flags) for each in written})]


@pytest.fixture
def limit():
    """Stop what computes for too long."""
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_S)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize(
    "unit",
    [
        *(" Ab", " of Ab", " and Ab", ", Ab", ", and Ab", " & Ab", "'s Ab", " of the Ab", " in Ab"),
        *("-Ab", "-ab", ".Ab", "/Ab", " (Ab)", " “Ab”", ' "Ab"', "” “Ab", "; ab", ": ab", " — ab"),
        *(" Ltd., Ab", " Co., Ltd., Ab", " Inc. &", " Pte Ltd, Ab", " group", " its partner Ab"),
        *(
            " ab",
            " a",
            " the",
            " and",
            " and a",
            " of",
            " in the",
            " one",
            " one of",
            " that is to",
        ),
        *(" is", " will invest", " first", " First", " project", " projects in", " agreement"),
        *(" plants and", " total investment", " planned investment of", " with an", " which will"),
        *(" Ⓒ", " Ⓜ", " Ⓝ", " Ⓟ", "Ⓜ, Ⓜ", " Ⓒ of them", " Ⓒ and Ⓜ", " worth Ⓜ", " the Ⓒ", " (Ⓜ),"),
        *(" ", "\n", "\t", "•", "-", "*", " -", " |", "(", "!", " (", ",", " 1", "1.", " Ab |"),
        *("甲", "、甲", "和甲", "，", "的", "在甲", "共", "Ⓒ个", "项目", "投资Ⓜ", "：", "“甲”"),
    ],
    ids=repr,
)
def test_a_repeat_is_read_in_one_way_only(unit, compiled):
    """What is searched in a repeat and not found is given up at once."""
    texts = [start + unit * (LENGTH // len(unit)) + "!" for start in ("", "A plant")]

    for pattern in compiled:
        try:
            for text in texts:
                pattern.search(text)
                pattern.fullmatch(text)
        except TooLongError:
            pytest.fail(f"takes too long: {pattern.pattern}")


@pytest.fixture(scope="module")
def repeated(compiled) -> list[tuple[Any, re.Pattern[str]]]:
    """Give what the patterns repeat and may give back, parsed, each once, with a pattern of it."""
    found = {
        repr(body): (body, pattern)
        for pattern in compiled
        for body in repeats(_parser.parse(pattern.pattern, pattern.flags))
    }
    return [*found.values()]


def repeats(parsed: Any) -> Iterator[Any]:
    """Give the bodies of a parsed pattern's repeats, but for possessive ones, which never go back."""
    for operator, argument in parsed:
        if operator in (c.MAX_REPEAT, c.MIN_REPEAT) and argument[1] >= LEAST_REPEATS:
            yield argument[2]
        for part in parts(argument):
            yield from repeats(part)


def parts(argument: Any) -> Iterator[Any]:
    """Give the patterns within an operator's argument."""
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for each in argument:
            yield from parts(each)


def sample(parsed: Any, chance: random.Random) -> str:
    """Return words that a parsed pattern reads, if nothing that stands around them forbids it."""
    return "".join(read(operator, argument, chance) for operator, argument in parsed)


def read(operator: Any, argument: Any, chance: random.Random) -> str:
    """Return what one operator reads."""
    if operator in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        least, most, body = argument
        times = chance.randint(least, min(most, least + 1))
        return "".join(sample(body, chance) for _ in range(times))
    if operator is c.BRANCH:
        return sample(chance.choice(argument[1]), chance)
    if operator in (c.SUBPATTERN, c.ATOMIC_GROUP):
        return sample(next(parts(argument)), chance)
    if operator is c.IN:
        return letter(argument, chance)
    if operator is c.LITERAL:
        return chr(argument)
    return "" if operator in (c.AT, c.ASSERT, c.ASSERT_NOT) else chance.choice(SOME)


def letter(letters: Any, chance: random.Random) -> str:
    """Return a letter of a class; of one that only excludes some, any other."""
    kind, argument = chance.choice(letters)
    if letters[0][0] is c.NEGATE:
        return chance.choice(SOME)
    if kind is c.RANGE:
        return chr(chance.randint(*argument))
    return chr(argument) if kind is c.LITERAL else NAMED.get(argument, SOME[0])


def never_ending(body: Any, flags: int) -> Callable[[str], object]:
    """Return what reads a repeat and then looks for an end that never comes."""
    written = [(c.MAX_REPEAT, (1, c.MAXREPEAT, body)), (c.LITERAL, 0)]
    return _compiler.compile(_parser.SubPattern(body.state, written), flags).match


def is_quick(match: Callable[[str], object], text: str) -> bool:
    """Return whether a search is given up at once."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_REPEAT_S)
    try:
        match(text)
    except TooLongError:
        return False
    else:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@pytest.mark.usefixtures("limit")
def test_a_repeat_reads_its_own_words_in_one_way_only(repeated):
    """With 共有|共|有 each 共有 in a row is one word or two: thirty of them, a billion ways."""
    slow = {}

    for body, pattern in repeated:
        chance = random.Random(pattern.pattern)  # the same words, whatever other patterns there are
        match = never_ending(body, pattern.flags)
        for word in sorted({sample(body, chance) for _ in range(SAMPLES)}):
            text = word * (LENGTH // max(len(word), 1))
            if len(word) < LONGEST_WORD and not any(is_quick(match, text) for _ in range(TRIES)):
                slow[word] = pattern.pattern

    assert slow == {}
