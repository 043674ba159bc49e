"""What the page is told of an article: what a step changed, what code thinks of a mark."""

import json

import pytest

from extractor.review.edits import MarkFigure, PutAside, Remove, SetChoice
from extractor.review.shown import CHOICES, article_json, entry_json, work_json


@pytest.fixture
def desk(folder, desk_of):
    """A desk with one article."""
    return desk_of(folder)


@pytest.fixture
def work(desk):
    """The article, opened."""
    return desk.work(desk.entries[0].id)


def test_a_step_tells_what_it_changed(work, figure):
    """The page scrolls to it: pointers of the record, then figures."""
    edits = [
        SetChoice(op="set_choice", at="/event/stage", value="started"),
        PutAside(op="put_aside", figures=[figure("33")]),
    ]
    before = work.edit(0, edits)

    state = work_json(work, before=before)

    assert state["changed"] == ["/event/stage", f"figure:{figure('33')}"]
    assert (state["status"], state["background"]) == ("ok", [figure("33")])


def test_a_mark_tells_whether_code_reads_the_same(work, span, figure):
    """The labeller's figure is told from the finder's."""
    mark = MarkFigure(op="mark_figure", span=span("3.8 billion yuan"), hedge="nearly")
    work.edit(0, [mark])

    shown = {each["id"]: each for each in work_json(work)["figures"]}

    assert (shown[figure("3.8")]["marked"], shown[figure("3.8")]["agrees"]) == (True, False)
    assert (shown[figure("9.5")]["marked"], shown[figure("9.5")]["agrees"]) == (False, None)
    assert shown[figure("May 12")]["date"] == "2023-05-12"


def test_violations_are_numbered_as_they_are_accepted(work):
    """A number means the same in the state and in an edit."""
    work.edit(0, [Remove(op="remove", at="/event/total/count")])

    violations = work_json(work)["violations"]

    assert [each["number"] for each in violations] == [*range(len(violations))]
    assert [each["message"] for each in violations] == [
        violation.message for violation in work.labelling.violations
    ]


def test_a_state_is_json(work):
    """Whatever it holds can be sent."""
    state = article_json(work)

    assert json.loads(json.dumps(state)) == state


def test_codes_are_those_of_the_record_format():
    """The page offers nothing that the record cannot have."""
    assert CHOICES["dimension"][0] == "size"
    assert CHOICES["hedge"] == ("exact", "about", "nearly", "over", "under")


def test_an_articles_status_is_told_once_it_was_opened(folder, desk_of):
    """Before that nobody has looked."""
    desk = desk_of(folder)
    (entry,) = desk.entries
    assert entry_json(desk, entry)["status"] is None

    desk.work(entry.id)

    assert entry_json(desk, entry)["status"] == "flagged"
