"""What a dialogue asks: the messages of its requests, made of the prompts and the article."""

import json
from collections.abc import Callable, Sequence

from pydantic import BaseModel

from extractor.article import Span
from extractor.dialogue.regions import passage
from extractor.dialogue.views import View
from extractor.draft import Draft
from extractor.draft.schema import EVENT_ITEM, DraftAgreement, DraftProject, DraftShare
from extractor.errors import UsageError
from extractor.exchange import Message
from extractor.marking import naming
from extractor.prompts import Prompt, load_prompt, prompt_names
from extractor.violations import Violation

EXTRACT_PROMPT = "extract/v4"
REPAIR_PROMPT = "repair/v1"
REGION_PROMPT = "region/v1"
PART_PROMPT = "part/v1"

Render = Callable[[], tuple[Message, ...]]
"""Writes the messages of a request when somebody wants to read them."""


def extract_prompt(name: str) -> Prompt:
    """Read a prompt that asks for a draft.

    Raises:
        UsageError: there is no such prompt.
    """
    kind = EXTRACT_PROMPT.partition("/")[0]
    if name.partition("/")[0] != kind:
        known = ", ".join(known for known in prompt_names() if known.startswith(f"{kind}/"))
        raise UsageError(f"no prompt {name!r} that asks for a draft; there are: {known}")
    return load_prompt(name)


def first_messages(prompt: Prompt, view: View) -> tuple[Message, ...]:
    """Ask for a draft of an article with its figures marked, or of a part of it."""
    published = view.article.published
    messages = prompt.messages(
        published=published.isoformat() if published else "unknown", article=view.marked
    )
    if view.count == 1:
        return messages
    (part,) = load_prompt(PART_PROMPT).messages(number=str(view.number), count=str(view.count))
    return extended(messages, part.content)


def repair_messages(
    prompt: Prompt, view: View, draft: Draft, violations: Sequence[Violation]
) -> tuple[Message, ...]:
    """Ask to mend what is wrong, behind the same words as the first request."""
    (repair,) = load_prompt(REPAIR_PROMPT).messages(
        violations="\n".join(
            f"{number}. {violation.message}" for number, violation in enumerate(violations, start=1)
        ),
        items=_items(draft, violations),
    )
    return extended(first_messages(prompt, view), repair.content)


def region_messages(
    prompt: Prompt, view: View, draft: Draft, violations: Sequence[Violation], region: Span
) -> tuple[Message, ...]:
    """Ask for the figures of one passage, behind the same words as the first request."""
    unplaced = (id_ for violation in violations for id_ in violation.figures)
    (asked,) = load_prompt(REGION_PROMPT).messages(
        passage=view.quote(passage(view.article, region)),
        figures=", ".join(naming(id_, view.article.text) for id_ in unplaced),
        items=_items(draft, violations),
    )
    return extended(first_messages(prompt, view), asked.content)


def extended(messages: Sequence[Message], tail: str) -> tuple[Message, ...]:
    """Write more behind the last message; roles alternate as every chat template wants it."""
    *before, last = messages
    return (*before, Message(last.role, f"{last.content}\n\n{tail}"))


def _items(draft: Draft, violations: Sequence[Violation]) -> str:
    """Write the items that violations name, whole, and the ids of all others with their names."""
    concerned = {item for violation in violations for item in violation.items}
    lines, others = [], []
    kinds: list[tuple[str, DraftShare | DraftProject | DraftAgreement, str]]
    kinds = [("share", share, share.label) for share in draft.shares]
    kinds += [("project", project, project.name) for project in draft.projects]
    kinds += [("agreement", agreement, agreement.label) for agreement in draft.agreements]
    for kind, item, name in kinds:
        if item.id in concerned:
            lines.append(f"{kind} {_json(item)}")
        else:
            others.append(f"{item.id} {name}")
    if EVENT_ITEM in concerned and draft.event is not None:
        lines.insert(0, f"event {_json(draft.event)}")
    if others:
        lines.append(f"others: {'; '.join(others)}")
    return "\n".join(lines) or "(none)"


def _json(item: BaseModel) -> str:
    return json.dumps(item.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"))
