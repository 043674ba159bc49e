"""What a dialogue sends and gets, in bytes of compact UTF-8 JSON, on the recorded dialogues."""

import json
from itertools import takewhile

import pytest

from extractor.api import extract
from extractor.dialogue import Dialogue
from extractor.evals.gold import load_gold, packaged_gold

DOCUMENTS = load_gold(packaged_gold())


def compact(value):
    """Return the bytes of a JSON value without needless spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.fixture(scope="module")
def recorded():
    """Give the recorded extractions of all gold articles."""
    return [extract(document.article, model="replay") for document in DOCUMENTS]


def test_the_draft_schema_and_its_envelope_are_small():
    """At most 3,600 bytes in a request, with names that a reader understands."""
    request = Dialogue(DOCUMENTS[0].article, model="m").request
    asked = {"name": request.schema_name, "strict": True, "schema": request.schema}

    assert len(compact({"type": "json_schema", "json_schema": asked})) <= 3600


def test_replies_are_smaller_than_the_records_they_resolve_to(recorded):
    """A model writes at least 30% less than with the record as its schema."""
    extractions = [one for one in recorded if one.record.event is not None]
    drafts = sum(len(compact(json.loads(one.attempts[0].reply.text))) for one in extractions)
    records = sum(len(compact(one.record.model_dump(mode="json"))) for one in extractions)

    assert drafts <= 0.7 * records


def test_a_repair_adds_little_behind_the_prefix_of_the_first_request(recorded):
    """At most 0.4 of the first request is sent anew; the rest is the provider's cache."""
    added = []
    for extraction in recorded:
        first, *others = (
            "".join(m.content for m in a.request.messages) for a in extraction.attempts
        )
        for other in others:
            pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, other, strict=False))
            shared = len("".join(char for char, _ in pairs).encode())
            added.append((len(other.encode()) - shared) / len(first.encode()))

    assert added
    assert max(added) <= 0.4
