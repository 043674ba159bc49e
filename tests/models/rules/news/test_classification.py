"""Tests of telling articles with an event from other news."""

from pathlib import Path

import pytest

from extractor.models.rules.news.classification import ENOUGH, no_event_reason, weigh
from extractor.models.rules.news.event_cues_en import EN
from extractor.models.rules.news.event_cues_zh import ZH

LEADS = Path(__file__).with_name("leads.txt").read_text(encoding="utf-8")
GOLD = Path(__file__).parents[4] / "evals" / "gold"


def leads():
    """Give the table of leads as test cases."""
    for block in LEADS.split("\n## ")[1:]:
        title, text = block.split("\n", 1)
        name, kind = title.split(" | ")
        yield pytest.param(text.strip(), None if kind == "event" else kind, id=name)


def language_parts(part: str):
    """Give the cues or topics of both languages as test cases."""
    for name, language in (("en", EN), ("zh", ZH)):
        for item in getattr(language, part):
            yield pytest.param(language, item, id=f"{name}-{item.reason}")


@pytest.mark.parametrize(("text", "reason"), list(leads()))
def test_headline_and_lead_tell_an_event_from_other_news(read, text, reason):
    """Headline and lead of every style come out as an event or as the right other kind."""
    assert no_event_reason(read(text)) == reason


@pytest.mark.parametrize(
    "path", sorted((GOLD / "ordinary").glob("*.txt")), ids=lambda path: path.stem
)
def test_ordinary_news_stays_well_below_enough(read, path):
    """Other news is kept out with a margin."""
    assert weigh(read(path.read_text(encoding="utf-8"))).score <= ENOUGH - 1


@pytest.mark.parametrize(("language", "cue"), list(language_parts("cues")))
def test_cue_is_found_in_its_example(language, cue):
    """Each cue's pattern fits its example."""
    noted = language.note(cue.example + "|\n")

    assert cue.is_in(noted.narration if cue.scope == "narration" else noted.text)


@pytest.mark.parametrize(("language", "topic"), list(language_parts("topics")))
def test_topic_is_found_in_its_example(language, topic):
    """Each topic's example holds at least two of its words."""
    noted = language.note(topic.example)

    assert len(noted.words & topic.words) >= 2


def test_only_cue_against_an_event_says_what_the_article_is():
    """Only cues of negative weight name a kind of other news."""
    cues = EN.cues + ZH.cues

    assert all(cue.kind is None for cue in cues if cue.weight > 0)


def test_article_without_letters_is_other_news(read):
    """An empty article is no event and of no special kind."""
    assert no_event_reason(read("")) == "other_news"
