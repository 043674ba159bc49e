"""The dialogue: one article's way from request to extraction."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from extractor.article import Article, Span
from extractor.dialogue.fixed import room, schema_of, versions_of
from extractor.dialogue.merging import merge
from extractor.dialogue.messages import (
    EXTRACT_PROMPT,
    extended,
    extract_prompt,
)
from extractor.dialogue.questions import Question
from extractor.dialogue.reading import FINAL, read_reply
from extractor.dialogue.regions import MAX_REGIONS, regions
from extractor.dialogue.standing import Standing
from extractor.dialogue.views import MAX_PARTS, View, split, tokens, views
from extractor.draft import Draft, Patch
from extractor.errors import UsageError
from extractor.exchange import Attempt, Reply, Request
from extractor.extraction import Extraction, Status
from extractor.figures import find_figures
from extractor.usage import NO_TOKENS, Usage
from extractor.violations import Finding, Violation


class Dialogue:
    """One article's way from request to extraction.

    Usage: while `request` is not None, answer it and `receive` the reply; then `extraction()`.
    A step is the draft, or one round of repair. A step takes one reply; only a draft in parts, and
    a repair by regions (the first one, where a long list was left out), take one for each.

    Args:
        article: what to extract from.
        model: the name of who answers, as the extraction will bear it.
        max_attempts: how many steps to take at most, the first included; an answer that cannot be
            read and is asked for again counts as one. At least 1.
        prompt: the prompt that asks for the draft, `extract/v1` and the like.
        context_tokens: what the model's context holds; an article for which that is too small is
            asked about in parts.

    Raises:
        UsageError: no such prompt, no attempt at all, or a context that the prompt fills.
    """

    def __init__(
        self,
        article: Article,
        *,
        model: str,
        max_attempts: int = 3,
        prompt: str = EXTRACT_PROMPT,
        context_tokens: int | None = None,
    ) -> None:
        if max_attempts < 1:
            raise UsageError("max_attempts must be at least 1")
        self._prompt = extract_prompt(prompt)
        self._article = article
        self._model = model
        self._steps_left = max_attempts - 1
        self._figures = find_figures(article.text, published=article.published)
        self._views = views(article, self._figures, [Span(0, len(article.text))])
        self._attempts: list[Attempt] = []
        self._drafts: list[Draft] = []
        self._missing: list[Violation] = []
        self._standing: Standing | None = None
        self._failure: str | None = None
        self._interruption: Finding | None = None
        self._to_lower: tuple[int, int] | None = None
        self._may_ask_by_region = True
        self._unanswered = NO_TOKENS
        self._waiting: list[Question] = []
        self._request: Request | None = None
        if article.text.strip():
            if context_tokens is not None:
                self._views = self._cut(self._views[0].span, room(self._prompt, context_tokens))
            if len(self._views) > MAX_PARTS:
                self._failure = (
                    f"the article would take {len(self._views)} parts; {MAX_PARTS} are the limit"
                )
            else:
                self._waiting = [Question("draft", view) for view in self._views]
            self._request = self._next()

    @property
    def request(self) -> Request | None:
        """The request that waits for a reply; None when the dialogue is over."""
        return self._request

    @property
    def has_draft(self) -> bool:
        """Whether a reply has been read as a draft, so that there is something to keep."""
        return bool(self._drafts)

    def receive(self, reply: Reply) -> None:
        """Take in the reply to the waiting request.

        Raises:
            UsageError: no request is waiting.
        """
        request = self._request
        if request is None:
            raise UsageError("the dialogue is over; no request waits for a reply")
        is_draft = request.purpose == "draft"
        answer = read_reply(reply, Draft) if is_draft else read_reply(reply, Patch)
        again = None
        if isinstance(answer, Violation):
            found: tuple[Violation, ...] = (answer,)
            again = self._refuse(request, reply, answer)
        else:
            self._failure = None
            found = self._take(answer)
        number = len(self._attempts) + 1
        self._attempts.append(Attempt(number, request, reply, found, self._model))
        self._request = again or self._next()

    def shorten(self, *, usage: Usage = NO_TOKENS) -> bool:
        """Ask about some half as much of the article at once, as the waiting request was too long.

        Args:
            usage: what the service took for finding that out.

        Returns:
            Whether that could be done; a sentence is not cut, and parts are not made without end.

        Raises:
            UsageError: no request is waiting.
        """
        if self._request is None:
            raise UsageError("the dialogue is over; no request is too long")
        view = self._waiting[0].view
        done = self._views[: view.number - 1] if self._standing is None else ()
        start = view.span.start if self._standing is None else 0
        rest = Span(start, len(self._article.text))
        parts = self._cut(rest, tokens(view.quote(view.span)) * 6 // 10, behind=done)
        if len(parts) <= len(self._views) or len(parts) > MAX_PARTS:
            return False
        self._unanswered += usage
        self._views = parts
        purpose = self._waiting[0].purpose
        self._waiting = [Question(purpose, view) for view in parts[len(done) :]]
        self._request = self._next()
        return True

    @property
    def usage(self) -> Usage:
        """What everything so far took."""
        return sum((attempt.reply.usage for attempt in self._attempts), self._unanswered)

    def show_in(self, spans: Sequence[Span]) -> None:
        """Ask about the article in given parts, as an earlier dialogue did.

        Args:
            spans: the parts, in order and without gaps.

        Raises:
            UsageError: something has been answered already, or the parts are not the article.
        """
        ends = [0, *(span.end for span in spans)]
        starts = [*(span.start for span in spans), len(self._article.text)]
        if self._attempts or not self._waiting or starts != ends:
            raise UsageError("an article is cut into all of its parts before it is asked about")
        self._views = views(self._article, self._figures, spans)
        self._waiting = [Question("draft", view) for view in self._views]
        self._request = self._next()

    def interrupt(self, reason: str, *, usage: Usage = NO_TOKENS) -> None:
        """End the dialogue before its time; what has been answered so far is kept.

        Args:
            reason: why no further reply will come, in one sentence.
            usage: what the tries took that got no answer.
        """
        self._unanswered += usage
        self._request = None
        self._steps_left = 0
        if self._standing is None and self._drafts:
            self._missing.append(Violation(code="reply.missing", message=reason))
            self._waiting.clear()
            self._settle()
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
            violations=self._violations(),
            findings=self._findings(),
            figures=self._figures,
            unplaced=standing.checked.unplaced if standing else (),
            attempts=tuple(self._attempts),
            versions=versions_of(self._prompt.name),
            unanswered=self._unanswered,
            background=standing.subject.resolution.background if standing else frozenset(),
        )

    def _outcome(self) -> tuple[Status, str | None]:
        if self._standing is None:
            return "failed", self._failure or "the article is empty"
        if self._violations():
            return "flagged", None
        if self._standing.draft.event is None:
            return "no_event", self._standing.draft.no_event
        return "ok", None

    def _violations(self) -> tuple[Violation, ...]:
        """What was not mended, and the parts of the article that nothing could be read of."""
        return (*self._missing, *self._standing.violations) if self._standing else ()

    def _findings(self) -> tuple[Finding, ...]:
        found = self._standing.findings if self._standing else ()
        return (*found, self._interruption) if self._interruption else found

    def _refuse(self, request: Request, reply: Reply, fault: Violation) -> Request | None:
        """Return the same request with the fault named, or None where the question is given up."""
        self._failure = fault.message
        is_final = reply.finish in FINAL
        if self._steps_left and not is_final:
            self._steps_left -= 1
            return self._again(request, fault.message)
        if self._standing is None:
            self._missing.append(fault)
        if is_final:
            self._waiting.clear()
            self._steps_left = 0
        else:
            self._waiting.pop(0)
        self._settle()
        return None

    def _take(self, answer: Draft | Patch) -> tuple[Violation, ...]:
        """Judge an answer and keep it where it is the best so far; return what is wrong with it."""
        question = self._waiting.pop(0)
        if isinstance(answer, Draft):
            self._drafts.append(answer)
            self._settle()
            return self._standing.violations if self._standing else ()
        before = self._standing
        assert before is not None  # noqa: S101  a patch is asked for only after a draft
        after, refused = before.after(answer, question.concerns(before))
        if after.weight < before.weight if question.region else after.rank < before.rank:
            self._standing = after
        return (*after.violations, *refused)

    def _settle(self) -> None:
        """Make the draft and judge it, once all parts have been answered."""
        if self._standing is None and self._drafts and not self._waiting:
            draft = merge(self._drafts, self._figures)
            self._standing = Standing.of(draft, self._article, self._figures)

    def _next(self) -> Request | None:
        """Decide what to ask next: the next question of this step, or the first of another."""
        while self._waiting or self._begin_step():
            if self._standing is None or self._waiting[0].concerns(self._standing):
                return self._make(self._waiting[0])
            self._waiting.pop(0)  # an earlier answer has mended it
        return None

    def _begin_step(self) -> bool:
        """Line up the questions of a repair; return whether there is one to make."""
        standing = self._standing
        if standing is None or not standing.violations or not self._steps_left:
            return False
        if self._to_lower is not None and standing.rank >= self._to_lower:
            return False
        self._steps_left -= 1
        self._waiting = self._by_region(standing)
        self._may_ask_by_region = False
        self._to_lower = None if self._waiting else standing.rank
        self._waiting = self._waiting or [Question("repair", view) for view in self._views]
        return True

    def _by_region(self, standing: Standing) -> list[Question]:
        if not self._may_ask_by_region:
            return []
        questions = (
            Question("repair", view, region)
            for view in self._views
            for region in regions(standing, view.span)
        )
        return list(islice(questions, MAX_REGIONS))

    def _again(self, request: Request, complaint: str) -> Request:
        """Ask the same once more and say why the answer could not be used."""
        tail = f"Your previous answer could not be used: {complaint} Answer again."
        return replace(
            request,
            render=lambda: extended(request.messages, tail),
            number=request.number + 1,
        )

    def _make(self, question: Question) -> Request:
        purpose = question.purpose
        return Request(
            purpose=purpose,
            article=self._article,
            figures=question.view.figures,
            schema=schema_of(purpose),
            schema_name=purpose,
            render=question.render(self._prompt, self._standing),
            prompts=question.prompts(self._prompt),
            number=1 + sum(attempt.request.purpose == purpose for attempt in self._attempts),
            shows=question.view.span if question.view.count > 1 else None,
        )

    def _cut(self, span: Span, max_tokens: int, *, behind: Sequence[View] = ()) -> tuple[View, ...]:
        spans = [view.span for view in behind]
        spans += split(self._article, self._figures, span, max_tokens=max_tokens)
        return views(self._article, self._figures, spans)
