import gc
import tracemalloc

import pytest

from extractor.evals.score import DocumentScore, score_document
from extractor.evals.summary import Summary, summarise
from extractor.evals.verdicts import Counts, Leaf


def score(*verdicts, has_event=True, says_event=True, has_failed=False):
    """Return a document's score with the given (strict, lenient) verdicts."""
    leaves = tuple(
        Leaf("share.count.value", None, None, (1,), 1, strict, lenient)
        for strict, lenient in verdicts
    )
    return DocumentScore("x", has_event, says_event, has_failed, leaves)


RIGHT, NEAR, WRONG = ("correct", "correct"), ("wrong", "correct"), ("wrong", "wrong")


def test_the_headline_is_a_mean_over_documents_not_over_leaves():
    """A long article weighs no more than a short one."""
    summary = summarise([score(RIGHT), score(RIGHT, WRONG, WRONG, WRONG)])

    assert summary.f1 == pytest.approx((1 + 0.25) / 2)
    assert summary.lenient.f1 == pytest.approx(2 / 5)


def test_strict_stands_beside_lenient():
    """Texts that are merely alike lower the strict scores only."""
    summary = summarise([score(RIGHT, NEAR)])

    assert summary.f1 == 1
    assert summary.strict_f1 == 0.5
    assert summary.fields == {"share.count.value": Counts(correct=2)}
    assert summary.strict_fields == {"share.count.value": Counts(correct=1, wrong=1)}


def test_negatives_stand_apart():
    """They are right without an event, and what they claim touches no mean."""
    alarm = score(("invented", "invented"), has_event=False)
    quiet = score(has_event=False, says_event=False)

    summary = summarise([score(RIGHT), alarm, quiet])

    assert (summary.n_negatives, summary.n_negatives_right) == (2, 1)
    assert summary.n_documents == 1
    assert summary.f1 == summary.figures.f1 == 1


def test_a_failed_document_lowers_the_mean():
    """A model cannot raise its score by failing on what is hard."""
    failed = score(("lost", "lost"), says_event=False, has_failed=True)

    summary = summarise([score(RIGHT), failed])

    assert summary.f1 == 0.5
    assert summary.n_failed == 1


def test_no_documents_give_zeros():
    """An empty run is no perfect run."""
    assert summarise([]).f1 == 0


def test_memory_does_not_grow_with_the_pairs_scored(gold):
    """A score is taken in and let go of, so that an archive's worth of pairs can be scored."""
    document = gold["zh-hexi-cloud-signing"]
    prediction, summary = document.first_reading(), Summary()

    def memory_after(n_pairs):
        for _ in range(n_pairs):
            summary.add(score_document(document, prediction))
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    few, many = memory_after(20), memory_after(200)
    tracemalloc.stop()

    assert summary.n_documents == 220
    assert many - few < 20_000
