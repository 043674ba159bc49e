"""Where a clause begins."""

import pytest

from extractor.models.rules.words.clauses import behind_last


@pytest.mark.parametrize(
    ("text", "start", "clause"),
    [
        pytest.param("甲项目，总投资Ⓜ", 0, "总投资Ⓜ", id="behind the last mark"),
        pytest.param("甲；乙，丙", 0, "丙", id="behind whichever of them comes last"),
        pytest.param("总投资Ⓜ", 0, "总投资Ⓜ", id="no mark"),
        pytest.param("甲，乙丙", 3, "丙", id="no mark in the range"),
        pytest.param("甲，\n乙", 0, "\n乙", id="over line ends"),
    ],
)
def test_a_clause_begins_behind_the_last_mark(text, start, clause):
    """The last of some marks before a place, or the start of the range."""
    assert text[behind_last(text, "，；]", len(text), start=start) :] == clause
