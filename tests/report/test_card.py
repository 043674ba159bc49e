"""The card of an extraction, for notebooks."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.article import Article
from extractor.extraction import Extraction
from extractor.record import Record
from extractor.report.card import card
from extractor.violations import Finding

HOSTILE = "</style></div><script>alert(1)</script><img src=x onerror=alert(1)>"


def test_an_extraction_shows_itself(built: Extraction, parse) -> None:
    """A page on its own, and a card in a notebook."""
    assert built.to_html().startswith("<!DOCTYPE html>")
    assert built._repr_html_() == card(built)
    assert parse(card(built)).elements[0].classes == ["figurebook"]


def test_a_card_says_what_came_of_the_article(built: Extraction, parse) -> None:
    """Status, record, stated beside computed percentages, findings, cost."""
    changed = replace(
        built,
        computed={"/shares/0/percents/0": Decimal("61.76")},
        findings=(Finding("figures.missed", "Read from a quote."),),
    )

    parsed = parse(card(changed))
    text = parsed.elements[0].text

    for words in ("3rd Lorem Fair", "flagged", "2024-05-06", "Amet", "12 projects"):
        assert words in text
    for words in ("3.4 billion CNY", "61.8%", "61.76%", "Bar plant", "Foo Ltd."):
        assert words in text
    for words in ("Read from a quote.", "openai/gpt-lorem", "cost unknown", "1 unplaced"):
        assert words in text
    assert parsed.of_class("picture")


def test_a_card_holds_the_article_with_every_figure_marked(built: Extraction, parse) -> None:
    """Each says what it is when it is focused."""
    parsed = parse(card(built))

    assert parsed.of_class("text")[0].text == built.article.text
    marks = parsed.of_class("figure")
    assert [mark.text for mark in marks] == [figure.as_written for figure in built.figures]
    assert all(mark.attrs["tabindex"] == "0" for mark in marks)
    assert marks[3].attrs["aria-description"].splitlines()[0] == "Total: investment"


def test_cards_can_stand_side_by_side(built: Extraction, parse) -> None:
    """No id, no link into the page, no script: nothing that another card could clash with."""
    elements = parse(card(built)).elements

    assert not any({"id", "href", "style"} & set(element.attrs) for element in elements)
    assert not any(element.tag in {"script", "a", "iframe"} for element in elements)


def test_the_style_is_all_inside_the_card(built: Extraction, parse) -> None:
    """One rule holds all others, and nothing is loaded."""
    (style,) = (element for element in parse(card(built)).elements if element.tag == "style")

    depths, depth = [], 0
    for char in re.sub(r"/\*.*?\*/", "", style.text.rstrip(), flags=re.DOTALL):
        depth += {"{": 1, "}": -1}.get(char, 0)
        depths.append(depth)
    assert depths[-1] == 0
    assert depths.index(0, depths.index(1)) == len(depths) - 1
    assert not re.search(r"@import|url\(|:root|<", style.text)


def test_hostile_words_stay_words(built: Extraction, parse) -> None:
    """In the article, in names, in what is said."""
    record = built.record.model_dump(mode="json")
    record["event"]["name"] = record["projects"][0]["name"] = HOSTILE
    changed = replace(
        built,
        record=Record.model_validate(record),
        findings=(Finding("figures.missed", HOSTILE),),
        model=HOSTILE,
    )

    parsed = parse(card(changed))

    tags = [element.tag for element in parsed.elements]
    assert "script" not in tags
    assert "img" not in tags
    assert parsed.elements[0].text.count(HOSTILE) >= 4


@pytest.mark.parametrize("text", ["", "12 projects.\r\nAnd\ra\0b"])
def test_a_failed_extraction_has_a_card_too(without_record, parse, text: str) -> None:
    """It gives the reason, and the article as it stands."""
    parsed = parse(card(without_record(text, article=Article(text, name="caf\udce9"))))

    assert "There is no record: nonsense to the end." in parsed.elements[0].text
    assert parsed.of_class("text")[0].text == text.replace("\0", "\ufffd")
