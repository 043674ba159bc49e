"""An outcome: an extraction as the ledger writes it down."""

import json
from collections.abc import Callable

import pytest

from extractor import extract
from extractor.archive.outcome import COLUMNS, Outcome
from extractor.exchange import Reply
from extractor.extraction import Extraction
from extractor.models.scripted import ScriptedModel
from extractor.prices import Price
from extractor.usage import Usage

TEXT = "Dolor County signed 12 projects worth 9 billion yuan at the Lorem Fair, 5% more."


@pytest.fixture
def extraction(make) -> Callable[..., Extraction]:
    """Give a function that extracts with a reply, or with a draft of the fair."""
    draft = make.draft(
        make.event(
            name="Lorem Fair",
            count=TEXT.index("12"),
            amounts=[make.amount(TEXT.index("9 billion"))],
        ),
        background=[TEXT.index("5%")],
    ).model_dump_json()

    def build(text: str = draft, **options) -> Extraction:
        reply = Reply(text, usage=Usage(1_000_000, 0, 0, 0))
        return extract(TEXT, model=ScriptedModel([reply], name="m"), max_attempts=1, **options)

    return build


def test_an_outcome_has_all_that_the_envelope_has(extraction) -> None:
    """Each part in the column of its name, as JSON."""
    done = extraction(price=Price.parse("0.5,1"))
    envelope = json.loads(json.dumps(done.to_json()))

    outcome = Outcome.of(done)

    parts = dict(zip(COLUMNS, map(json.loads, outcome.columns), strict=True))
    assert parts == {name: envelope[name] for name in COLUMNS}
    assert (outcome.status, outcome.reason, outcome.model) == ("ok", None, "m")
    assert json.loads(outcome.usage) == envelope["usage"]
    assert (outcome.cost_usd, outcome.least_cost_usd) == ("0.5", "0.5")
    assert list(outcome.attempts) == envelope["attempts"]


def test_parts_of_an_envelope_are_in_a_column_or_a_field_of_their_own(extraction) -> None:
    """Whatever is added to the envelope has to be kept, or it is lost in every ledger."""
    elsewhere = {"status", "reason", "model", "usage", "cost_usd", "least_cost_usd", "attempts"}
    of_recipe_and_article = {"format", "versions", "article"}

    parts = extraction().to_json().keys()

    assert parts == {*COLUMNS, *elsewhere, *of_recipe_and_article}


def test_a_failed_extraction_is_written_down_with_its_reason(extraction) -> None:
    """Its record is null; a cost that nobody knows is none."""
    outcome = Outcome.of(extraction("{"))

    assert outcome.status == "failed"
    assert outcome.reason
    assert outcome.columns[COLUMNS.index("record")] == "null"
    assert outcome.cost_usd is None
    assert outcome.least_cost_usd == "0"
