"""What is the same for every article: schemas, versions, and the room that they leave."""

import json

import pytest

from extractor import __version__
from extractor.dialogue.fixed import room, schema_of, versions_of
from extractor.dialogue.messages import EXTRACT_PROMPT, PART_PROMPT, REGION_PROMPT, REPAIR_PROMPT
from extractor.dialogue.views import tokens
from extractor.draft import draft_schema, patch_schema
from extractor.errors import UsageError
from extractor.exchange import digest
from extractor.prompts import load_prompt
from extractor.record import FORMAT

PROMPT = load_prompt(EXTRACT_PROMPT)


def test_an_article_may_take_half_of_what_prompt_and_schema_leave() -> None:
    """The other half is for the answer."""
    fixed = tokens(json.dumps(schema_of("draft"))) + sum(
        tokens(message.content) for message in PROMPT.messages(published="", article="")
    )

    assert room(PROMPT, fixed + 4000) == 2000


def test_a_context_that_is_too_small_is_told_with_the_least_that_is_not() -> None:
    """The number in the message is exact: it is enough, and one less is not."""
    with pytest.raises(UsageError, match=rf"context_tokens is 10; {PROMPT.name} wants") as caught:
        room(PROMPT, 10)

    least = int(str(caught.value).split(" wants ")[1].split()[0])
    assert room(PROMPT, least) > 0
    with pytest.raises(UsageError):
        room(PROMPT, least - 1)


def test_each_schema_is_built_once() -> None:
    """Adapters know it by identity."""
    assert schema_of("draft") == draft_schema()
    assert schema_of("repair") == patch_schema()
    assert schema_of("draft") is schema_of("draft")


def test_versions_name_each_prompt_with_its_hash() -> None:
    """And package, format and schemas: whatever determines an answer."""
    versions = versions_of("extract/v1")

    prompts = {
        "prompt": "extract/v1",
        "repair_prompt": REPAIR_PROMPT,
        "region_prompt": REGION_PROMPT,
        "part_prompt": PART_PROMPT,
    }
    assert versions == {
        "figurebook": __version__,
        "record_format": FORMAT,
        **prompts,
        **{f"{what}_sha256": load_prompt(name).sha256 for what, name in prompts.items()},
        "draft_schema_sha256": digest(draft_schema()),
        "patch_schema_sha256": digest(patch_schema()),
    }
