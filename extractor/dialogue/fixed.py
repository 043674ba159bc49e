"""What is the same for every article: schemas, versions, and the room that they leave in a context."""

import json
from functools import cache
from typing import Any

from extractor import __version__
from extractor.dialogue.messages import PART_PROMPT, REGION_PROMPT, REPAIR_PROMPT
from extractor.dialogue.views import tokens
from extractor.draft import draft_schema, patch_schema
from extractor.errors import UsageError
from extractor.exchange import Purpose, digest
from extractor.prompts import Prompt, load_prompt
from extractor.record import FORMAT

_MIN_ROOM_TOKENS = 300


def room(prompt: Prompt, context_tokens: int) -> int:
    """Return how many tokens an article may take, so that its draft or repair has as many.

    Raises:
        UsageError: next to the prompt there is no room in the context.
    """
    fixed = tokens(json.dumps(schema_of("draft")))
    fixed += sum(tokens(message.content) for message in prompt.messages(published="", article=""))
    left = (context_tokens - fixed) // 2
    if left < _MIN_ROOM_TOKENS:
        least = fixed + 2 * _MIN_ROOM_TOKENS
        raise UsageError(
            f"context_tokens is {context_tokens}; {prompt.name} wants {least} at least"
        )
    return left


@cache
def schema_of(purpose: Purpose) -> dict[str, Any]:
    """Build each schema once: a provider caches it by its bytes, an adapter by identity."""
    return draft_schema() if purpose == "draft" else patch_schema()


@cache
def versions_of(prompt: str) -> dict[str, str]:
    """Return names and hashes of all that determines an answer besides article and model."""
    names = {
        "prompt": prompt,
        "repair_prompt": REPAIR_PROMPT,
        "region_prompt": REGION_PROMPT,
        "part_prompt": PART_PROMPT,
    }
    return {
        "figurebook": __version__,
        "record_format": FORMAT,
        **names,
        **{f"{what}_sha256": load_prompt(name).sha256 for what, name in names.items()},
        "draft_schema_sha256": digest(schema_of("draft")),
        "patch_schema_sha256": digest(schema_of("repair")),
    }
