"""The extraction: a record with all that goes with it."""

import json

from extractor import Article, extract
from extractor.exchange import Reply, Usage
from extractor.models.scripted import ScriptedModel

TEXT = "Dolor County signed 12 projects at the Lorem Fair."


def test_an_extraction_is_written_with_everything_beside_the_record(make) -> None:
    """Format, record, evidence, status, findings, unplaced figures, attempts and versions."""
    draft = make.draft(make.event(name="Lorem Fair", count=TEXT.index("12"))).model_dump_json()

    extraction = extract(Article(TEXT, name="lorem"), model=ScriptedModel([draft]))
    written = json.loads(json.dumps(extraction.to_json()))

    assert written["format"] == "1"
    assert written["record"]["event"]["total"]["count"]["value"] == 12
    assert written["evidence"]["/event/name"] == [[TEXT.index("Lorem"), TEXT.index("Lorem") + 10]]
    assert written["status"] == "ok"
    assert written["attempts"][0]["reply"] == draft
    assert written["article"]["name"] == "lorem"
    assert {"violations", "findings", "unplaced", "versions", "model", "reason"} < set(written)


def test_what_all_attempts_cost_is_added_up() -> None:
    """Failed ones too; what one of them does not say is unknown."""
    replies = [
        Reply("no JSON", usage=Usage(100, 10, 0, None), seconds=1.5),
        Reply("no JSON", usage=Usage(120, 20, 80, None), seconds=2.0),
    ]

    extraction = extract(TEXT, model=ScriptedModel(replies), max_attempts=2)

    assert extraction.status == "failed"
    assert extraction.usage == Usage(220, 30, 80, None)
    assert extraction.seconds == 3.5


def test_a_failed_extraction_is_written_too() -> None:
    """Without a record, and without an attempt where nothing was asked."""
    written = extract("", model=ScriptedModel([])).to_json()

    assert written["record"] is None
    assert written["reason"] == "the article is empty"
    assert written["attempts"] == []
