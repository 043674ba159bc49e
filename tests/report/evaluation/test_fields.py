"""The fields' rows."""

import pytest

from extractor.evals.comparison import standing
from extractor.evals.verdicts import Counts
from extractor.report.evaluation.fields import Fault, _scores, field_rows
from extractor.report.evaluation.judged import judged


def test_a_field_has_scores_and_faults_of_every_system(gold, perfect, without_share, run_of):
    """The one that is right has no faults there."""
    runs = [run_of(gold, perfect), run_of(gold, without_share)]
    standings = [standing(title, [run]) for title, run in zip("ab", runs, strict=True)]
    faults = [
        Fault(index, "ab"[index], "lorem", 1, each)
        for index, run in enumerate(runs)
        for each in judged(run)
        if not each.is_strictly_right
    ]

    rows = {row.name: row for row in field_rows(standings, faults)}

    label = rows["share.label"]
    assert [scores and scores.f1 for scores in label.lenient] == ["1.000", "0.000"]
    assert [(fault.system, fault.judged.verdict) for fault in label.faults] == [("b", "lost")]
    assert (label.n_gold, label.n_documents) == (1, 1)
    assert not rows["event.name"].faults


def test_fields_stand_in_the_records_order(gold, perfect, run_of):
    """The event comes first, then shares, then projects."""
    rows = field_rows([standing("a", [run_of(gold, perfect)])], ())

    kinds = [row.name.partition(".")[0] for row in rows]
    assert list(dict.fromkeys(kinds)) == ["event", "share", "project"]


def test_repeats_do_not_multiply_what_gold_asks(gold, perfect, run_of):
    """Two repeats of one document ask for its one event once."""
    runs = [run_of(gold, perfect, repeat=repeat) for repeat in (1, 2)]

    rows = field_rows([standing("a", runs)], ())

    assert {row.n_gold for row in rows if row.name == "event.name"} == {1}


@pytest.mark.parametrize(
    ("counts", "tint"),
    [(Counts(correct=99, wrong=1), 0), (Counts(correct=9, wrong=1), 1), (Counts(wrong=3), 4)],
)
def test_the_worse_a_score_the_deeper_its_tint(counts, tint):
    """What is nearly right is not tinted."""
    assert _scores(counts).tint == tint
