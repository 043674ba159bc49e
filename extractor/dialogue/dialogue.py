"""The dialogue: one article's way from request to extraction."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from extractor import __version__
from extractor.article import Article
from extractor.dialogue.messages import (
    EXTRACT_PROMPT,
    REPAIR_PROMPT,
    extended,
    extract_prompt,
    first_messages,
    repair_messages,
)
from extractor.dialogue.reading import FINAL, read_reply
from extractor.dialogue.standing import Standing
from extractor.draft import Draft, Patch, draft_schema, patch_schema
from extractor.errors import UsageError
from extractor.exchange import Attempt, Message, Purpose, Reply, Request, digest
from extractor.extraction import Extraction, Status
from extractor.figures import find_figures
from extractor.prompts import load_prompt
from extractor.record import FORMAT
from extractor.usage import NO_TOKENS, Usage
from extractor.violations import Finding, Violation


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
        self._prompt = extract_prompt(prompt)
        self._article = article
        self._model = model
        self._max_attempts = max_attempts
        self._figures = find_figures(article.text, published=article.published)
        self._attempts: list[Attempt] = []
        self._standing: Standing | None = None
        self._failure: str | None = None
        self._interruption: Finding | None = None
        self._is_stuck = False
        self._unanswered = NO_TOKENS
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
        answer = (
            read_reply(reply, Draft) if request.purpose == "draft" else read_reply(reply, Patch)
        )
        found = (answer,) if isinstance(answer, Violation) else self._take(answer)
        self._attempts.append(Attempt(number, request, reply, found, self._model))
        self._failure = found[0].message if isinstance(answer, Violation) else None
        is_last = number >= self._max_attempts or reply.finish in FINAL
        self._request = None if is_last else self._next(request)

    @property
    def usage(self) -> Usage:
        """What the replies so far took."""
        return sum((attempt.reply.usage for attempt in self._attempts), NO_TOKENS)

    def interrupt(self, reason: str, *, usage: Usage = NO_TOKENS) -> None:
        """End the dialogue before its time; what has been answered so far is kept.

        Args:
            reason: why no further reply will come, in one sentence.
            usage: what the tries took that got no answer.
        """
        self._request = None
        self._unanswered = usage
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
            computed=standing.computed if standing else {},
            violations=standing.violations if standing else (),
            findings=self._findings(),
            figures=self._figures,
            unplaced=standing.checked.unplaced if standing else (),
            attempts=tuple(self._attempts),
            versions=_versions(self._prompt.name),
            unanswered=self._unanswered,
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
            self._standing = Standing.of(answer, self._article, self._figures)
            return self._standing.violations
        assert before is not None  # noqa: S101  a patch is asked for only after a draft
        after, refused = before.after(answer, before.violations)
        if after.rank < before.rank:
            self._standing = after
        else:
            self._is_stuck = True
        return (*after.violations, *refused)

    def _next(self, request: Request) -> Request | None:
        """Decide what to ask next: the same again with the fault named, a repair, or nothing."""
        if self._failure is not None:
            return self._again(request, self._failure)
        if self._standing is None or not self._standing.violations or self._is_stuck:
            return None
        return self._repair_request(self._standing)

    def _draft_request(self) -> Request:
        first = partial(first_messages, self._prompt, self._article, self._figures)
        return self._make("draft", (self._prompt.name,), first)

    def _again(self, request: Request, complaint: str) -> Request:
        """Ask the same once more and say why the answer could not be used."""
        tail = f"Your previous answer could not be used: {complaint} Answer again."
        return self._make(
            request.purpose, request.prompts, lambda: extended(request.messages, tail)
        )

    def _repair_request(self, standing: Standing) -> Request:
        prompts = (self._prompt.name, REPAIR_PROMPT)
        return self._make("repair", prompts, partial(repair_messages, self._prompt, standing))

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
