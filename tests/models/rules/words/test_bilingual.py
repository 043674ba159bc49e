"""Patterns of which each language is looked for in its own text."""

import pytest

from extractor.models.rules.words.bilingual import bilingual

SIGNED = bilingual("签约|MoU", r"\b(?:signed|mou)\b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("共签约项目Ⓒ", "签约", id="Chinese words in Chinese text"),
        pytest.param("Ⓒ were signed", "signed", id="English words in English text"),
        pytest.param("SIGNED Ⓒ", "SIGNED", id="capital letters are no matter in English"),
        pytest.param("项目Ⓒ signed", None, id="no English words in Chinese text"),
    ],
)
def test_words_are_looked_for_in_their_own_language(text, found):
    """One Chinese letter makes a text Chinese."""
    match = SIGNED.search(text)

    assert (match.group() if match else None) == found
    assert [each.group() for each in SIGNED.finditer(text)] == ([found] if found else [])


def test_a_match_begins_where_the_text_does():
    """Matching asks for the words at the beginning."""
    assert SIGNED.match("signed by both")
    assert not SIGNED.match("现场签约")
