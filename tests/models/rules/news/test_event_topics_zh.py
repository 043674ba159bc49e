"""The vocabularies of other news, in Chinese."""

import pytest

from extractor.models.rules.news.classification import weigh
from extractor.models.rules.news.event_topics_zh import TOPICS

_IDS = [one.reason for one in TOPICS]
_EVENT = "9月8日，甲市举行投资洽谈会，现场签约项目12个，总投资36亿元。"


def test_no_topic_is_written_down_twice():
    """Each kind of news has one reason, which the evidence is kept by."""
    assert len(set(_IDS)) == len(TOPICS)


@pytest.mark.parametrize("topic", TOPICS, ids=_IDS)
def test_no_word_of_a_topic_hides_another(topic):
    """A word that stands in a longer one of its topic would count with it, as one piece of evidence."""
    words = sorted(topic.words, key=len)

    hidden = [
        (word, longer)
        for number, word in enumerate(words)
        for longer in words[number + 1 :]
        if word in longer
    ]

    assert hidden == []


@pytest.mark.parametrize("topic", TOPICS, ids=_IDS)
def test_three_words_of_a_topic_outweigh_one(read, topic):
    """One such word is a chance, three of them are other news."""
    words = sorted(topic.words, key=len)[-3:]

    weights = [
        weigh(read(f"{'、'.join(words[:number])}。\n{_EVENT}")).topics[topic]
        for number in (1, 2, 3)
    ]

    assert weights == sorted(weights, reverse=True)
    assert weights[2] < weights[1] < weights[0] < 0


def test_news_of_an_event_has_no_topic(read):
    """No word of other news stands in what the genre says."""
    assert weigh(read(f"甲市举行投资洽谈会\n{_EVENT}")).topics == {}
