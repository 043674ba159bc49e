"""The page of an evaluation."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.article import Article
from extractor.evals.gold import GoldDocument
from extractor.report.evaluation.page import About, evaluation_page

ABOUT = About("evals/gold", "1.2", "0123456789abcdef" * 4)
HOSTILE = (
    "</script><script>document.title='broken'</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}"
)


@pytest.fixture
def runs(gold, negative, perfect, without_share, run_of):
    """Give two systems' runs: one right, one not, which also failed."""
    return {
        "right": [run_of(gold, perfect, system="right")],
        "other": [
            run_of(gold, without_share, system="other"),
            run_of(negative, None, system="other"),
        ],
    }


def content_of(page):
    """Return what the page holds for its script."""
    return json.loads(page.by_id("content").text)


def test_the_page_has_all_its_parts(parse, runs):
    """Every part that the table of contents leads to is there."""
    page = parse(evaluation_page(runs, ABOUT))

    links = [each.attrs["href"][1:] for each in page.elements if each.tag == "a"]
    ids = {each.attrs["id"] for each in page.elements if "id" in each.attrs}
    assert set(links) <= ids
    tags = [each.tag for each in page.elements]
    assert (tags.count("svg"), tags.count("circle")) == (2, 4)


def test_the_page_loads_nothing(runs):
    """No address, no source, no import; the policy allows none either."""
    html = evaluation_page(runs, ABOUT)

    assert not re.search(r"(?:src|href)=\"(?!#)", html)
    assert "@import" not in html
    assert "url(" not in html
    assert "default-src &#39;none&#39;" in html


def test_every_fault_can_be_read_without_a_script(parse, runs):
    """The rows under a field say article, system, values, verdict and rule."""
    page = parse(evaluation_page(runs, ABOUT))

    (label,) = (
        row
        for row in page.of_class("fault")
        if "manufacturing" in row.text and "no partner" in row.text and "lost" in row.text
        if [each for each in row.ancestors if "share.label" in each.attrs.get("aria-label", "")]
    )
    assert "lorem" in label.text
    assert "other" in label.text


def test_a_failure_is_shown_as_one(parse, runs):
    """The reason stands in the article's row."""
    page = parse(evaluation_page(runs, ABOUT))

    (row,) = (
        each
        for each in page.elements
        if each.tag == "tr" and "rain" in each.text and "cut off three times" in each.text
    )
    assert "no record" in row.text


def test_hostile_words_stay_text(parse, gold, perfect, run_of):
    """Titles, names, texts, values and reasons of any kind make no element and end no script."""
    document = GoldDocument(
        HOSTILE, Article(gold.article.text + HOSTILE, name=HOSTILE), gold.source, gold.record
    )
    event = perfect.event.model_copy(update={"place": HOSTILE, "name": HOSTILE})
    runs = {
        HOSTILE: [run_of(document, perfect.model_copy(update={"event": event}))],
        "other": [
            replace(run_of(document, None), result=run_of(document, None, reason=HOSTILE).result)
        ],
    }

    page = parse(evaluation_page(runs, About(HOSTILE, HOSTILE, HOSTILE)))

    assert [each.tag for each in page.elements if each.tag in {"script", "img"}] == ["script"] * 2
    content = content_of(page)
    assert content["systems"] == [HOSTILE, "other"]
    assert content["articles"][0]["text"] == document.article.text
    assert not [each for each in page.elements if any(name.startswith("on") for name in each.attrs)]


def test_one_system_is_enough(parse, gold, perfect, run_of):
    """There is nothing to toggle or to compare."""
    page = parse(evaluation_page({"only": [run_of(gold, perfect)]}, ABOUT))

    assert "only" in page.elements[[each.tag for each in page.elements].index("h1")].text
    assert not page.of_class("toggles")
    assert not page.of_class("verdicts")


def test_what_costs_nobody_anything_is_not_drawn(parse, gold, perfect, run_of):
    """Where all systems are free, a plot of prices tells nothing; that of times stays."""
    free = {"a": [run_of(gold, perfect, cost_usd=Decimal(0))]}
    paid = {"a": [run_of(gold, perfect, cost_usd=Decimal(1))]}

    def drawn(runs):
        return [
            each.text
            for each in parse(evaluation_page(runs, ABOUT)).elements
            if each.tag == "figcaption"
        ]

    assert drawn(free) == ["F1 over seconds an article"]
    assert drawn(paid) == ["F1 over US dollars an article", "F1 over seconds an article"]


def test_a_page_is_the_same_each_time(runs):
    """Nothing in it depends on the clock or on chance."""
    assert evaluation_page(runs, ABOUT) == evaluation_page(runs, ABOUT)
