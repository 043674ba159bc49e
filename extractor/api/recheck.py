"""Recheck: kept replies resolved and checked again with today's finder and checks, for free."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extractor.api.joining import faults, joined
from extractor.api.kept import Json, Kept, KeptReply
from extractor.article import Span
from extractor.dialogue import Dialogue
from extractor.dialogue.reading import read_reply
from extractor.draft import Patch
from extractor.extraction import Extraction
from extractor.figures import find_figures
from extractor.marking import shown
from extractor.violations import Finding

_OF_THE_ASKING = ("dialogue.", "escalation.", "agreement.")
"""Findings about how an answer came about; they are kept, replies tell nothing new about them."""

_PAID = ("usage", "cost_usd", "least_cost_usd")
_COMPARED = ("kind", "value", "upper", "unit", "hedge", "end")


@dataclass(frozen=True)
class Rechecked:
    """What became of a kept extraction.

    Attributes:
        kept: what was kept.
        extraction: what the same replies lead to today.
        changes: what is different, a line each; where only replies were recorded, only figures.
        is_worse: whether there is no record any more, or more violations than before.
    """

    kept: Kept
    extraction: Extraction
    changes: tuple[str, ...]
    is_worse: bool

    def to_json(self) -> dict[str, Any]:
        """Return the extraction's envelope with what was paid at first; nothing was asked again."""
        content, old = self.extraction.to_json(), self.kept.envelope
        if old is None:
            return content
        before = iter(old["attempts"])
        for attempt in content["attempts"]:  # in the order of the old ones, some left out
            same = next((each for each in before if each["reply"] == attempt["reply"]), None)
            attempt["cost_usd"] = None if same is None else same.get("cost_usd")
        return content | {name: old[name] for name in _PAID if name in old}


def recheck(kept: Kept) -> Rechecked:
    """Resolve and check kept replies again.

    Figures are known by where they stand, so a reply means the same whatever else a better finder
    finds. Of several models' or samples' dialogues the best is kept, as it was at first.
    """
    made = [_replayed(kept, replies) for replies in _dialogues(kept.replies)]
    made = made or [_replayed(kept, ())]
    best = min(made, key=faults)
    old = kept.envelope or {}
    asked = [
        Finding.of(finding)
        for finding in old.get("findings", ())
        if finding["code"].startswith(_OF_THE_ASKING)
    ]
    own = [f for f in best.findings if not f.code.startswith(_OF_THE_ASKING)]
    extraction = joined(replace(best, findings=tuple(own)), made, findings=asked)
    changes = [*_figure_changes(kept), *_doubts(kept, made)]
    if kept.envelope is None:
        return Rechecked(kept, extraction, tuple(changes), is_worse=extraction.record is None)
    changes += _changes(old, extraction.to_json())
    before = (old["record"] is None, len(old["violations"]))
    return Rechecked(kept, extraction, tuple(changes), is_worse=faults(extraction) > before)


def _dialogues(replies: Sequence[KeptReply]) -> list[list[KeptReply]]:
    """Part replies into dialogues: each begins with its first request for a draft."""
    dialogues: list[list[KeptReply]] = []
    for reply in replies:
        if not dialogues or (reply.purpose == "draft" and reply.turn == 1):
            dialogues.append([])
        dialogues[-1].append(reply)
    return dialogues


def _replayed(kept: Kept, replies: Sequence[KeptReply]) -> Extraction:
    """Let replies answer a dialogue of today, with the limit of attempts that they had.

    The limit is not kept. It decides what follows on an answer that was refused; the one is taken
    by which most requests are those that were made, and of several the largest.
    """
    asked = [reply.request_sha256 for reply in replies]

    def n_same(extraction: Extraction) -> int:
        today = [attempt.request.sha256 for attempt in extraction.attempts]
        return sum(now == before for now, before in zip(today, asked, strict=False))

    limits = range(max(len(replies), 1), 0, -1)
    return max((_by_limit(kept, replies, max_attempts=limit) for limit in limits), key=n_same)


def _by_limit(kept: Kept, replies: Sequence[KeptReply], *, max_attempts: int) -> Extraction:
    """Let replies answer, each to a request of its own purpose."""
    dialogue = Dialogue(
        kept.article,
        model=replies[0].model or kept.model if replies else kept.model,
        max_attempts=max_attempts,
        prompt=kept.prompt,
    )
    parts = dict.fromkeys(r.shows for r in replies if r.purpose == "draft" and r.shows)
    if parts:
        dialogue.show_in([Span(*part) for part in parts if part])
    for reply in replies:
        if dialogue.request is not None and dialogue.request.purpose == reply.purpose:
            dialogue.receive(reply.reply)
    if dialogue.request is not None:
        dialogue.interrupt("No reply is kept for what is asked today.")
    return dialogue.extraction()


def _figure_changes(kept: Kept) -> Iterator[str]:
    """Tell which of the figures shown today's finder sees otherwise, and which are new."""
    article = kept.article
    found = shown(find_figures(article.text, published=article.published))
    today = {figure.id: figure.to_json() for figure in found}
    before = {figure["id"]: figure for figure in kept.figures}
    for id_, figure in before.items():
        name = f"figure [{id_}] “{figure['as_written']}”"
        if id_ not in today:
            yield f"{name}: not shown today"
            continue
        for field in _COMPARED:
            if figure[field] != today[id_][field]:
                yield f"{name}: {field} {_word(figure[field])} → {_word(today[id_][field])}"
    if before:
        for id_ in sorted(today.keys() - before.keys()):
            yield f"figure [{id_}] “{today[id_]['as_written']}”: new"


def _doubts(kept: Kept, made: Sequence[Extraction]) -> Iterator[str]:
    """Tell which replies say by number that a violation stands, where others are asked about today."""
    asked = {reply.reply.text: reply.request_sha256 for reply in kept.replies}
    for attempt in (attempt for extraction in made for attempt in extraction.attempts):
        answer = read_reply(attempt.reply, Patch) if attempt.request.purpose == "repair" else None
        if (
            isinstance(answer, Patch)
            and answer.stands
            and asked[attempt.reply.text] != attempt.request.sha256
        ):
            yield "a repair says that a violation stands, and was asked in other words: look at it"


def _changes(old: Json, new: Json) -> Iterator[str]:
    for field in ("status", "reason", "model"):
        if old[field] != new[field]:
            yield f"{field}: {_word(old[field])} → {_word(new[field])}"
    for what in ("violations", "findings"):
        told_before, told_after = (list(map(_told, each[what])) for each in (old, new))
        yield from (f"{what}: gone: {told}" for told in told_before if told not in told_after)
        yield from (f"{what}: new: {told}" for told in told_after if told not in told_before)
    before, after = (dict(_leaves(each["record"], "")) for each in (old, new))
    for pointer in dict.fromkeys((*before, *after)):
        if before.get(pointer) != after.get(pointer):
            yield f"{pointer}: {_word(before.get(pointer))} → {_word(after.get(pointer))}"


def _told(told: Mapping[str, Any]) -> str:
    return f"{told['code']} {told['message']}"


def _leaves(node: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Give the values of a record by their pointers."""
    children: Iterable[tuple[Any, Any]]
    if isinstance(node, dict):
        children = node.items()
    elif isinstance(node, list):
        children = enumerate(node)
    else:
        yield pointer, node
        return
    for key, child in children:
        yield from _leaves(child, f"{pointer}/{key}")


def _word(value: Any) -> str:
    return "nothing" if value is None else str(value)
