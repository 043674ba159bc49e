"""No pattern has several ways to read words in a row, each of which would double its work."""

import gc
import importlib
import pkgutil
import re
import signal

import pytest

from extractor.models import rules
from extractor.patterns import Pattern

LENGTH = 90  # letters of a repeat
LONGEST_S = 5  # of computing, for all patterns together; they take a tenth of a second


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
    return [re.compile(*each) for each in {(each.pattern, each.flags) for each in written}]


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
