"""An extraction: the record of one article, with its evidence, findings and how it came about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any, Literal

from extractor.article import Article, Span
from extractor.exchange import Attempt
from extractor.figures import Figure, FigureKind
from extractor.marking import shown
from extractor.prices import Price, cost_of, known_price, least_cost_of, usd_text
from extractor.record import FORMAT, Record, plain
from extractor.usage import NO_TOKENS, Usage
from extractor.violations import Finding, Violation

Status = Literal["ok", "flagged", "no_event", "failed"]

_COUNTING: frozenset[FigureKind] = frozenset({"count", "quantity"})
"""Kinds of figures whose unit is what is counted."""


@dataclass(frozen=True)
class Extraction:
    """What `extract()` returns.

    Attributes:
        article: the article, its text as it stands.
        model: who answered, as `provider/name`, or `rules`.
        status: `ok`; `flagged` (a record, with violations left); `no_event` (an empty record);
            `failed` (no record).
        reason: why there is no event, or why it failed; None otherwise.
        record: the record, or None where the extraction failed.
        evidence: spans in the article's text by JSON pointer into the record.
        computed: what each stated percentage comes to by the record's own figures, where they tell,
            by its pointer (`/shares/1/percents/0`: 78.97 beside a stated "nearly 80%").
        violations: what the model did not mend.
        findings: what a reader should know about the source.
        figures: every figure of the article.
        unplaced: the figures that are neither used nor accounted for otherwise.
        attempts: every request and reply, in order.
        versions: what determined the answer: package, finder, prompt with its hash, schema hashes.
        price: what the caller says that tokens cost; None leaves it to `known_price`.
        unanswered: what tries took for a request that never got an answer.
        background: ids of the figures that the model put aside as no result of the event.
    """

    article: Article
    model: str
    status: Status
    reason: str | None
    record: Record | None
    evidence: Mapping[str, tuple[Span, ...]]
    computed: Mapping[str, Decimal]
    violations: tuple[Violation, ...]
    findings: tuple[Finding, ...]
    figures: tuple[Figure, ...]
    unplaced: tuple[Figure, ...]
    attempts: tuple[Attempt, ...]
    versions: Mapping[str, str]
    price: Price | None = None
    unanswered: Usage = NO_TOKENS
    background: frozenset[int] = frozenset()

    def __repr__(self) -> str:
        n_items = (
            "no record"
            if self.record is None
            else ", ".join(
                f"{n} {noun}" if n == 1 else f"{n} {noun}s"
                for n, noun in (
                    (len(self.record.shares), "share"),
                    (len(self.record.projects), "project"),
                )
            )
        )
        return f"<Extraction {self.article.name!r}: {self.status}, by {self.model}, {n_items}>"

    @property
    def usage(self) -> Usage:
        """Tokens of all tries together; None for what any of them did not say."""
        return reduce(add, (attempt.reply.usage for attempt in self.attempts), self.unanswered)

    @property
    def cost_usd(self) -> Decimal | None:
        """What it cost in US dollars; None where a part of it cannot be known."""
        costs = [cost_of(usage, price) for usage, price in self._bill()]
        known = [cost for cost in costs if cost is not None]
        return sum(known, Decimal(0)) if len(known) == len(costs) else None

    @property
    def least_cost_usd(self) -> Decimal:
        """The part of the cost that is known, in US dollars."""
        return sum((least_cost_of(usage, price) for usage, price in self._bill()), Decimal(0))

    def price_of(self, attempt: Attempt) -> Price | None:
        """Return what tokens of an attempt cost: as the caller says, else as it is listed."""
        reply = attempt.reply
        if self.price is not None:
            return self.price.batched() if reply.is_batched else self.price
        return known_price(
            attempt.model or self.model,
            served_by=reply.served_by,
            service=reply.service,
            is_batched=reply.is_batched,
        )

    def attempt_cost_usd(self, attempt: Attempt) -> Decimal | None:
        """Return what an attempt cost in US dollars; None where that is unknown."""
        return cost_of(attempt.reply.usage, self.price_of(attempt))

    def _bill(self) -> Iterator[tuple[Usage, Price | None]]:
        """Give tokens and price of each attempt, and of what was not answered.

        Who did not answer is not kept: where models of several prices were asked, that price is
        unknown.
        """
        prices = [self.price_of(attempt) for attempt in self.attempts] or [self.price]
        yield from zip((attempt.reply.usage for attempt in self.attempts), prices, strict=False)
        yield self.unanswered, prices[0] if len(set(prices)) == 1 else None

    @property
    def seconds(self) -> float:
        """Wall time spent waiting for the model, all attempts together."""
        return sum(attempt.reply.seconds for attempt in self.attempts)

    def to_html(self) -> str:
        """Return the report as one self-contained page: the article marked, beside the record."""
        from extractor.report.page import page

        return page(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a card with the record and the marked article."""
        from extractor.report.card import card

        return card(self)

    def to_json(self) -> dict[str, Any]:
        """Return the envelope of record-format.md: `format`, `record`, `evidence` and the rest.

        It holds all that it takes to resolve and check it again: the article, every reply byte for
        byte, and the figures shown.
        """
        return {
            "format": FORMAT,
            "record": None if self.record is None else self.record.model_dump(mode="json"),
            "evidence": evidence_json(self.evidence),
            "computed": {pointer: plain(value) for pointer, value in self.computed.items()},
            "status": self.status,
            "reason": self.reason,
            "model": self.model,
            "violations": [violation.to_json() for violation in self.violations],
            "findings": [finding.to_json() for finding in self.findings],
            "unplaced": [figure.to_json() for figure in self.unplaced],
            "figures": [
                figure.to_json() | {"background": figure.id in self.background}
                for figure in shown(self.figures)
            ],
            "attempts": [
                attempt.to_json() | {"cost_usd": _money(self.attempt_cost_usd(attempt))}
                for attempt in self.attempts
            ],
            "usage": self.usage.to_json(),
            "cost_usd": _money(self.cost_usd),
            "least_cost_usd": _money(self.least_cost_usd),
            "versions": dict(self.versions),
            "article": {
                "name": self.article.name,
                "sha256": self.article.sha256,
                "published": self.article.published and self.article.published.isoformat(),
                "text": self.article.text,
            },
        }

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Extraction":
        """Read back what `to_json` returned; nothing is judged again.

        The words of the requests are not kept, only their hashes.

        Raises:
            UsageError: it is no whole extraction, or its record is of another format.
        """
        from extractor.report.stored import extraction_of

        return extraction_of(content)


def evidence_json(evidence: Mapping[str, Iterable[Span]]) -> dict[str, list[list[int]]]:
    """Return spans by pointer as JSON: a span is `[start, end]`."""
    return {pointer: [list(span) for span in spans] for pointer, spans in evidence.items()}


def evidence_of(content: Mapping[str, Any]) -> dict[str, tuple[Span, ...]]:
    """Read what `evidence_json` wrote."""
    return {pointer: tuple(Span(*span) for span in spans) for pointer, spans in content.items()}


def counted_noun(
    figures: Iterable[Mapping[str, Any]], spans: Iterable[Sequence[int | None]]
) -> str | None:
    """Return what a count of a record is of, in the article's words, as the finder has it.

    What the finder reads as an amount may be a count all the same (the 51 in "51 and 47.4 billion
    yuan"): a currency is nothing that is counted.

    Args:
        figures: of the article, as JSON.
        spans: the count's evidence.
    """
    starts = {start for start, _ in spans}
    there = (figure for figure in figures if figure["start"] in starts)
    nouns = (figure["unit"] for figure in there if figure["kind"] in _COUNTING)
    return next(filter(None, nouns), None)


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else usd_text(amount)
