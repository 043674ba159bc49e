"""An extraction: the record of one article, with its evidence, findings and how it came about."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add
from typing import Any, Literal

from extractor.article import Article, Span
from extractor.exchange import NO_TOKENS, Attempt, Usage
from extractor.figures import Figure
from extractor.record import FORMAT, Record, plain
from extractor.violations import Finding, Violation

Status = Literal["ok", "flagged", "no_event", "failed"]


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

    @property
    def usage(self) -> Usage:
        """Tokens of all attempts together; None for what any of them did not say."""
        return reduce(add, (attempt.reply.usage for attempt in self.attempts), NO_TOKENS)

    @property
    def seconds(self) -> float:
        """Wall time spent waiting for the model, all attempts together."""
        return sum(attempt.reply.seconds for attempt in self.attempts)

    def to_json(self) -> dict[str, Any]:
        """Return the envelope of record-format.md: `format`, `record`, `evidence` and the rest."""
        return {
            "format": FORMAT,
            "record": None if self.record is None else self.record.model_dump(mode="json"),
            "evidence": {
                pointer: [list(span) for span in spans] for pointer, spans in self.evidence.items()
            },
            "computed": {pointer: plain(value) for pointer, value in self.computed.items()},
            "status": self.status,
            "reason": self.reason,
            "model": self.model,
            "violations": [violation.to_json() for violation in self.violations],
            "findings": [finding.to_json() for finding in self.findings],
            "unplaced": [figure.to_json() for figure in self.unplaced],
            "attempts": [attempt.to_json() for attempt in self.attempts],
            "versions": dict(self.versions),
            "article": {
                "name": self.article.name,
                "sha256": self.article.sha256,
                "published": self.article.published and self.article.published.isoformat(),
            },
        }
