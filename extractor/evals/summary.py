"""Sum up the scores of many documents, one at a time, in memory that does not grow with them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.evals.score import DocumentScore
from extractor.evals.verdicts import Counts, Verdict

_NOTHING = Counts()


@dataclass
class Summary:
    """The scores of a set of documents together.

    Documents with an event make up the means and the pooled counts; negatives stand apart.

    Attributes:
        n_documents: documents whose gold has an event.
        n_failed: documents of either kind without a record.
        n_negatives: documents whose gold has none.
        n_negatives_right: those of them for which the prediction has none either.
        strict: leaves pooled over the documents with an event, texts the same (micro).
        lenient: leaves pooled over the documents with an event, texts alike (micro).
        figures: the values of counts, amounts, percentages and targets, pooled.
        fields: lenient counts by field, such as `share.count.value`.
        strict_fields: strict counts by field.
    """

    n_documents: int = 0
    n_failed: int = 0
    n_negatives: int = 0
    n_negatives_right: int = 0
    strict: Counts = _NOTHING
    lenient: Counts = _NOTHING
    figures: Counts = _NOTHING
    fields: dict[str, Counts] = field(default_factory=dict)
    strict_fields: dict[str, Counts] = field(default_factory=dict)
    _f1_sum: float = 0.0
    _strict_f1_sum: float = 0.0

    @property
    def f1(self) -> float:
        """The headline: the mean over documents with an event of the lenient leaf F1."""
        return self._f1_sum / self.n_documents if self.n_documents else 0.0

    @property
    def strict_f1(self) -> float:
        """The mean over documents with an event of the strict leaf F1."""
        return self._strict_f1_sum / self.n_documents if self.n_documents else 0.0

    def add(self, score: DocumentScore) -> None:
        """Take in the score of one more document."""
        self.n_failed += score.has_failed
        if not score.has_event:
            self.n_negatives += 1
            self.n_negatives_right += not score.says_event
            return
        self.n_documents += 1
        self._f1_sum += score.lenient.f1
        self._strict_f1_sum += score.strict.f1
        self.strict = self.strict.plus(score.strict)
        self.lenient = self.lenient.plus(score.lenient)
        self.figures = self.figures.plus(score.figures)
        for leaf in score.leaves:
            _count(self.fields, leaf.field, leaf.lenient)
            _count(self.strict_fields, leaf.field, leaf.strict)


def summarise(scores: Iterable[DocumentScore]) -> Summary:
    """Sum up scores; they are read once and not kept."""
    summary = Summary()
    for score in scores:
        summary.add(score)
    return summary


def _count(fields: dict[str, Counts], name: str, verdict: Verdict) -> None:
    counts = fields.get(name, _NOTHING)
    fields[name] = counts._replace(**{verdict: getattr(counts, verdict) + 1})
