"""Tests of the notation that the cues of English articles are written for."""

from extractor.models.rules.news.event_words_en import CLASSES, note


def test_word_has_one_class():
    """No word is listed under two classes."""
    words = [word for listed in CLASSES.values() for word in listed.split()]

    assert len(words) == len(set(words))


def test_words_become_their_classes():
    """A word of no class is a dot; words and what is quoted are told apart."""
    noted = note("Lorem|\nThe county signed deals. “We won,” he said|\n")

    assert noted.text == ".|\n.ZsKuA,Oa|\n"
    assert noted.narration == ".|\n.ZsKOa|\n"
    assert {"county", "signed"} <= noted.words
