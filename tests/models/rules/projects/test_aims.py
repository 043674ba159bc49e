"""The ways to state a target."""

import re

import pytest

from extractor.models.rules.projects.aims import CHINESE, ENGLISH

EXAMPLES = [
    pytest.param(aim, example, id=example)
    for aim in (*CHINESE, *ENGLISH)
    for example in aim.examples
]


@pytest.mark.parametrize(("aim", "example"), EXAMPLES)
def test_every_aim_reads_its_examples(aim, example):
    """Every example of a way to state a target is matched by it."""
    assert aim.pattern.search(example)


def test_aims_are_patterns_with_a_figure():
    """Every aim has a group for its figure, and words or a plain name for its measure."""
    for aim in (*CHINESE, *ENGLISH):
        assert "f" in aim.pattern.pattern.compiled.groupindex
        assert aim.measure or re.search("measure|out", str(aim.pattern.pattern.compiled.groupindex))
