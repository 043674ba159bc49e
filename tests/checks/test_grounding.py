from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.checks.grounding import check_figures_stand, check_reuse, check_texts_stand
from extractor.draft import Resolution

TEXT = "At the Lorem Fair 12 projects worth 3 billion yuan were signed."


@pytest.fixture
def sound(subject_of, invested):
    """A subject whose record stands in the text."""
    return subject_of(
        TEXT, event={"name": "Lorem Fair", "count": "12", "amounts": [invested("3 billion yuan")]}
    )


def _tampered(subject, **changes):
    """Change the total amount behind the back of `resolve`."""
    record = subject.record
    amount = record.event.total.amounts[0].model_copy(update=changes)
    total = record.event.total.model_copy(update={"amounts": [amount]})
    event = record.event.model_copy(update={"total": total})
    changed: Resolution = replace(
        subject.resolution, record=record.model_copy(update={"event": event})
    )
    return replace(subject, resolution=changed)


def test_a_resolved_record_is_grounded(sound):
    """What `resolve` makes passes."""
    assert not list(check_figures_stand(sound))
    assert not list(check_texts_stand(sound))


def test_a_number_that_is_read_by_the_word_behind_it_is_grounded(subject_of):
    """“one” alone is no figure, “one deal” is: it is read here as where it was resolved."""
    subject = subject_of("At the Lorem Fair one deal was signed.", event={"count": "one"})

    assert subject.record.event.total.count.as_written == "one"
    assert not list(check_figures_stand(subject))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"value": Decimal(30_000_000_000)}, "grounding.value", id="scale"),
        pytest.param({"currency": "USD"}, "grounding.value", id="currency"),
        pytest.param({"hedge": "over"}, "grounding.value", id="hedge"),
        pytest.param({"as_written": "3 billion"}, "grounding.figure", id="words"),
    ],
)
def test_a_figure_that_differs_from_its_evidence_is_a_violation(sound, changes, code):
    """Grounding trusts nobody: value, unit, hedge and words are read again at the evidence."""
    subject = _tampered(sound, **changes)

    assert [violation.code for violation in check_figures_stand(subject)] == [code]


def test_a_text_without_its_evidence_is_a_violation(sound):
    """A name that no place in the article backs must not pass."""
    bare = replace(sound, resolution=replace(sound.resolution, evidence={}))

    codes = {violation.code for violation in check_texts_stand(bare)}

    assert codes == {"grounding.text"}


def test_one_figure_for_two_things_is_a_violation(subject_of, invested):
    """A total cannot be a project's amount as well."""
    subject = subject_of(
        "Projects worth 3 billion yuan were signed, a mill among them.",
        event={"amounts": [invested("3 billion yuan")]},
        projects=[{"id": "p1", "name": "mill", "amounts": [invested("3 billion yuan")]}],
    )

    (violation,) = check_reuse(subject)

    assert violation.code == "grounding.reused"
    assert violation.items == ("event", "p1")


def test_a_figure_given_to_each_of_several_groups_is_shared(subject_of):
    """“Each” deals one figure out to its groups."""
    subject = subject_of(
        "Lorem and Ipsum signed 12 projects each.",
        shares=[
            {"id": "s1", "label": "Lorem", "dimension": "region", "count": "12"},
            {"id": "s2", "label": "Ipsum", "dimension": "region", "count": "12"},
        ],
    )

    assert not list(check_reuse(subject))


def test_a_group_of_one_project_may_have_the_projects_amount(subject_of, invested):
    """Where a group is one project, its amount is the project's."""
    amount = [invested("3 billion yuan")]

    subject = subject_of(
        "Online 1 project was signed, a mill for 3 billion yuan.",
        shares=[{"id": "s1", "label": "Online", "count": "1", "amounts": amount}],
        projects=[{"id": "p1", "name": "mill", "amounts": amount}],
    )

    assert not list(check_reuse(subject))
