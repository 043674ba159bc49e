"""The loop without I/O: it gives out requests, takes in replies, and ends with an extraction.

A dialogue is rebuilt from its article and the replies alone, so whoever drives it (a live call, a
batch of a provider, a worker on another machine) stores nothing else.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extractor import __version__
from extractor.article import Article
from extractor.checks import Checked, Subject, computed_percent, run_checks
from extractor.draft import Draft, Patch, draft_schema, patch_schema, resolve
from extractor.draft.patch import apply_patch
from extractor.draft.schema import EVENT_ITEM, DraftAgreement, DraftProject, DraftShare
from extractor.errors import UsageError
from extractor.exchange import Attempt, Finish, Message, Purpose, Reply, Request, digest
from extractor.extraction import Extraction, Status
from extractor.figures import Figure, find_figures
from extractor.marking import mark, shown
from extractor.prompts import Prompt, load_prompt, prompt_names
from extractor.record import FORMAT
from extractor.violations import Finding, Violation, as_finding

EXTRACT_PROMPT = "extract/v1"
REPAIR_PROMPT = "repair/v1"

_MAX_COMPLAINTS = 8
_MAX_PATH_CHARS = 100
_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)\n?```", re.DOTALL)
_FINAL: dict[Finish, str] = {
    "refusal": "the model refused to answer",
    "content_filter": "the provider's content filter stopped the answer",
}
_FAULTS: dict[Finish, str] = {
    "length": "the answer was cut off at the model's output limit; write a shorter one",
    "empty": "the answer was empty",
}
_Answer = TypeVar("_Answer", bound=BaseModel)


@dataclass(frozen=True)
class _Standing:
    """The best draft so far, and what was found out about it."""

    draft: Draft
    subject: Subject
    checked: Checked
    disputed: frozenset[tuple[object, ...]] = frozenset()

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What is still to be mended."""
        return tuple(v for v in self.checked.violations if v.key not in self.disputed)

    @property
    def rank(self) -> tuple[int, int]:
        """What a repair has to lower: violations, and among as many those that are plainly wrong.

        A figure put right frees the one in its place, which then wants a place of its own.
        """
        wrong = [v for v in self.violations if not v.code.startswith("completeness.")]
        return len(self.violations), len(wrong)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks found about the source, and violations that the model says stand."""
        stands = (as_finding(v) for v in self.checked.violations if v.key in self.disputed)
        return (*self.checked.findings, *stands)


class Dialogue:
    """One article's way from request to extraction.

    Usage: while `request` is not None, answer it and `receive` the reply; then `extraction()`.

    Args:
        article: what to extract from.
        model: the name of who answers, as the extraction will bear it.
        max_attempts: how many replies to take at most, the first included; at least 1.
        prompt: the prompt that asks for the draft, `extract/v1` and the like.

    Raises:
        UsageError: no such prompt, or no attempt at all.
    """

    def __init__(
        self, article: Article, *, model: str, max_attempts: int = 3, prompt: str = EXTRACT_PROMPT
    ) -> None:
        if max_attempts < 1:
            raise UsageError("max_attempts must be at least 1")
        self._prompt = _extract_prompt(prompt)
        self._article = article
        self._model = model
        self._max_attempts = max_attempts
        self._figures = find_figures(article.text, published=article.published)
        self._attempts: list[Attempt] = []
        self._standing: _Standing | None = None
        self._failure: str | None = None
        self._interruption: Finding | None = None
        self._is_stuck = False
        self._request: Request | None = None
        if article.text.strip():
            self._request = self._draft_request()

    @property
    def request(self) -> Request | None:
        """The request that waits for a reply; None when the dialogue is over."""
        return self._request

    @property
    def has_draft(self) -> bool:
        """Whether a reply has been read as a draft, so that there is something to keep."""
        return self._standing is not None

    def receive(self, reply: Reply) -> None:
        """Take in the reply to the waiting request.

        Raises:
            UsageError: no request is waiting.
        """
        request = self._request
        if request is None:
            raise UsageError("the dialogue is over; no request waits for a reply")
        number = len(self._attempts) + 1
        answer = _read(reply, Draft) if request.purpose == "draft" else _read(reply, Patch)
        found = (answer,) if isinstance(answer, Violation) else self._take(answer)
        self._attempts.append(Attempt(number, request, reply, found))
        self._failure = found[0].message if isinstance(answer, Violation) else None
        is_last = number >= self._max_attempts or reply.finish in _FINAL
        self._request = None if is_last else self._next(request)

    def interrupt(self, reason: str) -> None:
        """End the dialogue before its time; what has been answered so far is kept.

        Args:
            reason: why no further reply will come, in one sentence.
        """
        self._request = None
        if self._standing is None:
            self._failure = self._failure or reason
        elif self._standing.violations:
            self._interruption = Finding(code="dialogue.interrupted", message=reason)

    def extraction(self) -> Extraction:
        """Return the extraction.

        Raises:
            UsageError: a request still waits for its reply.
        """
        if self._request is not None:
            raise UsageError("the dialogue is not over; answer its request first")
        status, reason = self._outcome()
        standing = self._standing
        return Extraction(
            article=self._article,
            model=self._model,
            status=status,
            reason=reason,
            record=standing.subject.resolution.record if standing else None,
            evidence=standing.subject.resolution.evidence if standing else {},
            computed=_computed(standing.subject) if standing else {},
            violations=standing.violations if standing else (),
            findings=self._findings(),
            figures=self._figures,
            unplaced=standing.checked.unplaced if standing else (),
            attempts=tuple(self._attempts),
            versions=_versions(self._prompt.name),
        )

    def _outcome(self) -> tuple[Status, str | None]:
        if self._standing is None:
            return "failed", self._failure or "the article is empty"
        if self._standing.violations:
            return "flagged", None
        if self._standing.draft.event is None:
            return "no_event", self._standing.draft.no_event
        return "ok", None

    def _findings(self) -> tuple[Finding, ...]:
        found = self._standing.findings if self._standing else ()
        return (*found, self._interruption) if self._interruption else found

    def _take(self, answer: Draft | Patch) -> tuple[Violation, ...]:
        """Judge an answer and keep it where it is the best so far; return what is wrong with it."""
        before = self._standing
        if isinstance(answer, Draft):
            self._standing = self._judge(answer)
            return self._standing.violations
        assert before is not None  # noqa: S101  a patch is asked for only after a draft
        patched = apply_patch(before.draft, answer, before.violations)
        disputed = before.disputed | {violation.key for violation in patched.stands}
        after = self._judge(patched.draft, disputed=disputed)
        if after.rank < before.rank:
            self._standing = after
        else:
            self._is_stuck = True
        return (*after.violations, *patched.refused)

    def _judge(
        self, draft: Draft, *, disputed: frozenset[tuple[object, ...]] = frozenset()
    ) -> _Standing:
        resolution = resolve(draft, self._article, self._figures)
        subject = Subject(self._article, self._figures, resolution)
        return _Standing(draft, subject, run_checks(subject), disputed)

    def _next(self, request: Request) -> Request | None:
        """Decide what to ask next: the same again with the fault named, a repair, or nothing."""
        if self._failure is not None:
            return self._again(request, self._failure)
        if self._standing is None or not self._standing.violations or self._is_stuck:
            return None
        return self._repair_request(self._standing)

    def _draft_request(self) -> Request:
        first = partial(_first_messages, self._prompt, self._article, self._figures)
        return self._make("draft", (self._prompt.name,), first)

    def _again(self, request: Request, complaint: str) -> Request:
        """Ask the same once more and say why the answer could not be used."""
        tail = f"Your previous answer could not be used: {complaint} Answer again."
        return self._make(
            request.purpose, request.prompts, lambda: _extended(request.messages, tail)
        )

    def _repair_request(self, standing: _Standing) -> Request:
        prompts = (self._prompt.name, REPAIR_PROMPT)
        return self._make("repair", prompts, partial(_repair_messages, self._prompt, standing))

    def _make(
        self, purpose: Purpose, prompts: tuple[str, ...], render: Callable[[], tuple[Message, ...]]
    ) -> Request:
        before = sum(attempt.request.purpose == purpose for attempt in self._attempts)
        return Request(
            purpose=purpose,
            article=self._article,
            figures=self._figures,
            schema=_schema(purpose),
            schema_name=purpose,
            render=render,
            prompts=prompts,
            number=before + 1,
        )


def _extract_prompt(name: str) -> Prompt:
    kind = EXTRACT_PROMPT.partition("/")[0]
    if name.partition("/")[0] != kind:
        known = ", ".join(known for known in prompt_names() if known.startswith(f"{kind}/"))
        raise UsageError(f"no prompt {name!r} that asks for a draft; there are: {known}")
    return load_prompt(name)


def _first_messages(
    prompt: Prompt, article: Article, figures: Sequence[Figure]
) -> tuple[Message, ...]:
    published = article.published
    return prompt.messages(
        published=published.isoformat() if published else "unknown",
        article=mark(article.text, shown(figures)),
    )


def _repair_messages(prompt: Prompt, standing: _Standing) -> tuple[Message, ...]:
    (repair,) = load_prompt(REPAIR_PROMPT).messages(
        violations="\n".join(
            f"{number}. {violation.message}"
            for number, violation in enumerate(standing.violations, start=1)
        ),
        items=_items(standing.draft, standing.violations),
    )
    first = _first_messages(prompt, standing.subject.article, standing.subject.figures)
    return _extended(first, repair.content)


@cache
def _schema(purpose: Purpose) -> dict[str, Any]:
    """Build each schema once: a provider caches it by its bytes, an adapter by identity."""
    return draft_schema() if purpose == "draft" else patch_schema()


@cache
def _versions(prompt: str) -> dict[str, str]:
    extract, repair = load_prompt(prompt), load_prompt(REPAIR_PROMPT)
    return {
        "figurebook": __version__,
        "record_format": FORMAT,
        "prompt": extract.name,
        "prompt_sha256": extract.sha256,
        "repair_prompt": repair.name,
        "repair_prompt_sha256": repair.sha256,
        "draft_schema_sha256": digest(_schema("draft")),
        "patch_schema_sha256": digest(_schema("repair")),
    }


def _computed(subject: Subject) -> dict[str, Decimal]:
    """Compute every stated percentage anew from the record's own figures, by its pointer."""
    values = {
        f"{share}/percents/{index}": computed_percent(subject, share, index)
        for share, stated in subject.shares.items()
        for index in range(len(stated.percents))
    }
    return {pointer: value for pointer, value in values.items() if value is not None}


def _extended(messages: Sequence[Message], tail: str) -> tuple[Message, ...]:
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


def _read(reply: Reply, answer: type[_Answer]) -> _Answer | Violation:
    """Read a reply as a draft or patch; what cannot be read is a violation of code `reply.*`."""
    if fault := _FINAL.get(reply.finish) or _FAULTS.get(reply.finish):
        return Violation(code=f"reply.{reply.finish}", message=f"{fault}.")
    try:
        return answer.model_validate_json(_without_fence(reply.text))
    except ValidationError as error:
        return Violation(code="reply.invalid", message=_complaint(error))


def _without_fence(text: str) -> str:
    """Take the answer out of a Markdown code fence; models without a schema like to write one."""
    found = _FENCE.fullmatch(text.strip())
    return found.group(1) if found else text


def _complaint(error: ValidationError) -> str:
    """Write schema errors as flat lines, without repeating the input.

    Source: cattrs, v.py, transform_error (description @ path).
    """
    details = error.errors(include_url=False, include_context=False, include_input=False)
    lines = [f"{detail['msg']} @ {_path(detail['loc'])}" for detail in details[:_MAX_COMPLAINTS]]
    more = len(details) - _MAX_COMPLAINTS
    return "; ".join(lines) + (f"; and {more} more." if more > 0 else ".")


def _path(keys: Sequence[int | str]) -> str:
    """Write where an error is; a key may be the model's own, and is not let run on."""
    path = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return f"${path[:_MAX_PATH_CHARS]}"
