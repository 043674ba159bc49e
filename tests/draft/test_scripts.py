"""Chinese words in both scripts."""

import pytest
from opencc import OpenCC

from extractor.checks.cut_names import _WORDS
from extractor.draft.names import PLAIN_GROUPS, PLAIN_MEASURES
from extractor.draft.scripts import both_scripts


def test_words_stand_in_simplified_and_in_traditional_characters() -> None:
    """What is the same in both stands once."""
    assert both_scripts("发电量 月产 出口 半导体") == {
        "发电量",
        "發電量",
        "月产",
        "月產",
        "出口",
        "半导体",
        "半導體",
    }


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(_WORDS, id="words in which names are cut"),
        pytest.param(PLAIN_GROUPS, id="plain groups"),
        pytest.param(PLAIN_MEASURES, id="plain measures"),
    ],
)
def test_traditional_words_are_those_of_opencc(words: frozenset[str]) -> None:
    """The table lacks no character of the words that are given to it, and writes none otherwise."""
    to_simplified, to_traditional = OpenCC("t2s").convert, OpenCC("s2t").convert
    chinese = {word for word in words if not word.isascii()}
    simplified = {to_simplified(word) for word in chinese}

    assert chinese == simplified | {to_traditional(word) for word in simplified}
