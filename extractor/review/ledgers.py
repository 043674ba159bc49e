"""A ledger under review: the riskiest articles first, corrections beside the models' answers."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

from extractor.archive.corrections import Correction, Reviewed, Risk, keep_correction
from extractor.article import Article
from extractor.errors import UsageError
from extractor.extraction import Status, evidence_of
from extractor.record import EMPTY, Record
from extractor.report.wording import plural
from extractor.review.labelling import NOBODY
from extractor.review.labels import Labels
from extractor.review.sources import Answer, Entry, Kind, Material, checked_name, new_source

_WEIGHTS = {"failed": 1_000, "flagged": 500}
_STATUSES: tuple[Status, ...] = get_args(Status)
_OF_DISAGREEMENT, _OF_VIOLATION, _OF_UNPLACED, _OF_FINDING = 200, 20, 5, 10


class LedgerSource:
    """The articles of a ledger that have an extraction.

    Args:
        path: the ledger.
        labeller: who corrects; without sight of what others corrected.

    Raises:
        UsageError: it is no ledger, or holds no extraction.
    """

    kind: Kind = "ledger"

    def __init__(self, path: Path, *, labeller: str | None = None) -> None:
        self.title = str(path)
        self.labeller = NOBODY if labeller is None else checked_name(labeller)
        self.journals = path.with_name(f"{path.name}.review") / self.labeller
        self._path = path
        with Reviewed(path) as ledger:
            self._risks = {risk.sha256[:16]: risk for risk in ledger.risks()}
        if not self._risks:
            raise UsageError(f"{path}: holds no extraction yet; run `extractor batch` first")

    def entries(self) -> list[Entry]:
        """Return the articles, those that most want a look first."""
        with Reviewed(self._path) as ledger:
            corrected = ledger.corrected(self.labeller)
        entries = [
            _entry(id_, risk, has_labels=risk.article in corrected)
            for id_, risk in self._risks.items()
        ]
        return sorted(entries, key=lambda entry: -entry.risk)

    def material(self, entry: Entry) -> Material:
        """Return an article with its correction, if there is one, and the model's answer.

        Raises:
            UsageError: it cannot be read any more.
        """
        risk = self._risks[entry.id]
        with Reviewed(self._path) as ledger:
            result = ledger.result(risk.job)
            correction = ledger.correction(risk.article, self.labeller)
        article = result.article
        if correction is not None:
            source = dict(correction.labels["source"])
            published = source["published"] and date.fromisoformat(source["published"])
            article = Article(article.text, published=published, name=article.name)
            return Material(article, source, dict(correction.record))
        return Material(article, new_source(article), None, _answer(result.envelope))

    def save(self, entry: Entry, article: Article, labels: Labels) -> str:
        """Write the labels as a correction beside the model's answer.

        Raises:
            LedgerError: they cannot be written.
        """
        del article  # texts of a ledger never change
        risk, content = self._risks[entry.id], labels.to_json()
        record = content.pop("record")
        correction = Correction(risk.article, risk.job, self.labeller, record, content, "")
        keep_correction(self._path, correction)
        return f"{self._path} (corrections, {self.labeller})"


def _entry(id_: str, risk: Risk, *, has_labels: bool) -> Entry:
    reasons, weight = [], 0
    if risk.state in _WEIGHTS:
        weight += _WEIGHTS[risk.state]
        reasons.append(risk.state if risk.reason is None else f"{risk.state}: {risk.reason}")
    for number, each, words in (
        (risk.n_records - 1, _OF_DISAGREEMENT, f"{risk.n_records} different records"),
        (risk.n_violations, _OF_VIOLATION, plural(risk.n_violations, "violation")),
        (risk.n_unplaced, _OF_UNPLACED, f"{plural(risk.n_unplaced, 'figure')} without a place"),
        (risk.n_findings, _OF_FINDING, plural(risk.n_findings, "finding")),
    ):
        if number > 0:
            weight += each * number
            reasons.append(words)
    return Entry(
        id=id_,
        name=risk.name,
        place=risk.place,
        has_labels=has_labels,
        status=risk.state if risk.state in _STATUSES else None,
        risk=weight,
        reasons=tuple(reasons),
    )


def _answer(envelope: Mapping[str, Any]) -> Answer:
    record = envelope["record"]
    return Answer(
        model=envelope["model"],
        record=EMPTY if record is None else Record.model_validate(record),
        evidence=evidence_of(envelope["evidence"]),
        unplaced=tuple(figure["id"] for figure in envelope["unplaced"]),
    )
