"""Challenges to gold."""

from extractor.report.evaluation.challenges import challenges, weight
from extractor.report.evaluation.judged import judged


def with_place(record, place):
    """Return a record with another place of the event."""
    return record.model_copy(update={"event": record.event.model_copy(update={"place": place})})


def found(gold, run_of, **records):
    """Return the challenges to gold by some records."""
    return challenges("lorem", {who: judged(run_of(gold, each)) for who, each in records.items()})


def test_two_that_agree_against_gold_challenge_it(gold, perfect, run_of):
    """Who agrees with gold is told, too."""
    other = with_place(perfect, "Dolor")

    (challenge,) = found(gold, run_of, a=other, b=other, c=perfect)

    assert (challenge.field, challenge.gold, challenge.said) == ("event.place", "Amet", "Dolor")
    assert (challenge.systems, challenge.others) == (("a", "b"), ("c",))


def test_two_that_differ_from_gold_and_from_each_other_do_not(gold, perfect, run_of):
    """Two wrong answers are no voice against gold."""
    assert not found(gold, run_of, a=with_place(perfect, "X"), b=with_place(perfect, "Quux"))


def test_common_silence_comes_after_what_is_stated(gold, perfect, run_of):
    """A value that two state weighs more than one that two leave out."""
    silent, other = with_place(perfect, None), with_place(perfect, "Dolor")

    (left_out,) = found(gold, run_of, a=silent, b=silent)
    (stated,) = found(gold, run_of, a=other, b=other)

    assert left_out.said == "(silent)"
    assert sorted([left_out, stated], key=weight) == [stated, left_out]


def test_the_same_item_that_gold_lacks_challenges_it(gold, perfect, run_of):
    """It is known by its name, wherever it stands in either record."""
    extra = perfect.projects[0].model_copy(update={"name": "Quux tower", "amounts": []})
    behind = perfect.model_copy(update={"projects": [*perfect.projects, extra]})
    before = perfect.model_copy(update={"projects": [extra, *perfect.projects]})

    names = [each.said for each in found(gold, run_of, a=behind, b=before) if "name" in each.field]

    assert names == ["Quux tower"]
