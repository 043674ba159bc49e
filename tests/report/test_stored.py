"""A stored extraction."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extractor import Article, extract
from extractor.api.kept import Articles, Kept, kept_of
from extractor.errors import UsageError
from extractor.extraction import Extraction
from extractor.models.scripted import ScriptedModel
from extractor.packaged import packaged_folder
from extractor.prices import Price
from extractor.report.page import page
from extractor.report.stored import stored_extraction

GOLD = packaged_folder("evals") / "gold"


def kept(extraction: Extraction, **changes) -> Kept:
    """Return an extraction as a file has it, with changes to its envelope."""
    content = json.loads(json.dumps(extraction.to_json())) | changes
    return kept_of(content, Path("kept.json"), Articles(lambda: ()))


@pytest.mark.parametrize("model", ["rules", "replay"])
@pytest.mark.parametrize("name", ["huqia-week-2022", "zh-lanxu-homecoming", "en-luoshui-catalogue"])
def test_the_page_of_what_was_kept_is_that_of_what_was_made(name: str, model: str) -> None:
    """Nothing on it is lost by keeping."""
    extraction = extract(Article.read(GOLD / f"{name}.txt"), model=model)

    assert page(stored_extraction(kept(extraction))) == page(extraction)


def test_an_envelope_comes_back_as_it_was(built: Extraction) -> None:
    """Also what this version would write otherwise."""
    old = kept(built, later="unknown to this version")

    assert stored_extraction(old).to_json() == old.envelope


def test_what_was_stored_stands_whatever_todays_code_says(built: Extraction) -> None:
    """Findings, violations and the reading of a figure are not made again."""
    finding = {"code": "figures.odd", "message": "It was so then.", "pointers": [], "spans": []}
    figures = [dict(each, value="99") for each in built.to_json()["figures"]]

    stored = stored_extraction(kept(built, findings=[finding], violations=[], figures=figures))

    assert [each.message for each in stored.findings] == ["It was so then."]
    assert stored.violations == ()
    shown = {figure["id"] for figure in figures}
    assert {figure.value for figure in stored.figures if figure.id in shown} == {Decimal(99)}


def test_figures_stand_in_order_and_do_not_overlap(built: Extraction) -> None:
    """What was shown goes before what today's finder sees in the same place."""
    (first, *_) = built.to_json()["figures"]
    wide = dict(first, start=0, end=first["end"], as_written=built.article.text[: first["end"]])

    figures = stored_extraction(kept(built, figures=[wide])).figures

    assert figures[0].span == (0, first["end"])
    ends = [figure.end for figure in figures]
    assert all(end <= figure.start for end, figure in zip(ends, figures[1:], strict=False))


def test_what_it_cost_is_what_it_cost_then() -> None:
    """Prices of today change nothing, nor do attempts that are told apart."""
    text = "12 projects were signed."
    price = Price(Decimal(1), Decimal(10), Decimal("0.1"))
    made = extract(text, model=ScriptedModel(["no JSON"] * 2), max_attempts=2, price=price)

    stored = stored_extraction(kept(made, cost_usd="0.5", least_cost_usd="0.25"))

    assert stored.cost_usd == Decimal("0.5")
    assert stored.least_cost_usd == Decimal("0.25")
    assert stored.usage == made.usage
    for attempt in stored.attempts:
        assert stored.attempt_cost_usd(attempt) == made.attempt_cost_usd(attempt)
        assert attempt.request.sha256 == made.attempts[attempt.number - 1].request.sha256


def test_a_recording_is_no_extraction(built: Extraction) -> None:
    """There is nothing stored to show."""
    with pytest.raises(UsageError, match="only replies are kept"):
        stored_extraction(replace(kept(built), envelope=None))


def test_a_record_of_another_format_is_refused(built: Extraction) -> None:
    """In one line."""
    with pytest.raises(UsageError, match="does not fit this version's format"):
        stored_extraction(kept(built, record={"event": None}))


def test_what_the_model_put_aside_is_kept(built: Extraction) -> None:
    """So that the page need not infer it."""
    aside = frozenset({built.figures[-1].id, built.figures[-2].id})

    assert stored_extraction(kept(replace(built, background=aside))).background == aside
