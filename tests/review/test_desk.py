import json

import pytest

from extractor.api import extract
from extractor.errors import UnreachableError, UsageError
from extractor.review.desk import Desk, UnknownArticleError, asking
from extractor.review.edits import RefusedError, SetText
from extractor.review.journal import StaleError
from extractor.review.sources import FolderSource

NAMELESS = [SetText(op="set_text", at="/event/name")]


def _only(desk):
    (entry,) = desk.entries
    return desk.work(entry.id)


def test_an_article_is_filled_in_by_a_model(folder, desk_of):
    """Labelling is correcting: the model's record is there, and not yet saved."""
    work = _only(desk_of(folder))

    assert work.labelling.record.event.total.count.value == 40
    assert not work.journal.is_saved
    assert work.journal.opened.maker == "stub"


def test_rules_fill_in_without_a_key(folder):
    """The embedded default is asked as extract() asks it."""
    desk = Desk(FolderSource(folder), prefill=asking("rules"))

    work = _only(desk)

    assert desk.model == "rules"
    assert work.labelling.record == extract(work.labelling.article).record


def test_without_a_model_labels_are_blank(folder, desk_of):
    """Who wants to label from scratch does."""
    assert _only(desk_of(folder, is_blank=True)).labelling.status == "no_event"


def test_nothing_is_lost_on_a_restart(folder, desk_of):
    """Edits that were not saved are there when the article is opened again."""
    work = _only(desk_of(folder))
    work.edit(0, NAMELESS)

    desk = desk_of(folder)
    again = _only(desk)

    assert again.labelling.record.event.name is None
    assert desk.state(desk.entries[0]) == ("edited", None)
    again.step(1, back=True)
    assert again.labelling.record.event.name is not None


def test_an_old_version_edits_nothing(folder, desk_of):
    """Of two tabs, the one that was not told of an edit is refused."""
    work = _only(desk_of(folder))
    work.edit(0, NAMELESS)

    with pytest.raises(StaleError):
        work.edit(0, NAMELESS)
    with pytest.raises(StaleError):
        work.step(0, back=True)


def test_another_process_is_heard_of(folder, desk_of):
    """Two servers over one folder do not write over each other's edits."""
    first, second = _only(desk_of(folder)), _only(desk_of(folder))
    first.edit(0, NAMELESS)

    with pytest.raises(StaleError):
        second.edit(0, NAMELESS)
    assert second.labelling.record.event.name is None


def test_there_is_nothing_to_undo_at_first(folder, desk_of):
    """Undo and redo end where the steps do."""
    work = _only(desk_of(folder))

    with pytest.raises(RefusedError, match="nothing to undo"):
        work.step(0, back=True)
    with pytest.raises(RefusedError, match="nothing to redo"):
        work.step(0, back=False)


def test_saving_makes_gold_and_is_remembered(folder, desk_of):
    """A saved article is opened from its gold, with its steps still to be undone."""
    desk = desk_of(folder)
    work = _only(desk)
    work.edit(0, NAMELESS)
    work.save(1, desk.source)

    again = desk_of(folder)
    assert again.state(again.entries[0]) == ("saved", None)
    assert _only(again).journal.can_undo
    content = json.loads((folder / "norvale.json").read_text("utf-8"))
    assert content["record"] == work.labelling.labels.record


def test_labels_that_were_changed_elsewhere_are_opened_anew(folder, desk_of):
    """Gold that was edited by hand counts; the earlier steps are kept beside."""
    desk = desk_of(folder)
    work = _only(desk)
    work.save(0, desk.source)
    path = folder / "norvale.json"
    content = json.loads(path.read_text("utf-8"))
    content["record"]["event"]["place"] = None
    path.write_text(json.dumps(content), "utf-8")

    again = _only(desk_of(folder))

    assert again.labelling.record.event.place is None
    assert "changed elsewhere" in again.notices[0]
    assert len([*(folder / ".review").glob("*.1.jsonl")]) == 1


def test_a_crash_between_saving_and_noting_it_is_mended(folder, desk_of, monkeypatch):
    """Gold that is what the journal says counts as saved."""
    desk = desk_of(folder)
    work = _only(desk)
    work.edit(0, NAMELESS)
    with monkeypatch.context() as patch:
        patch.setattr(work.journal, "saved", lambda _: None)
        work.save(1, desk.source)

    again = _only(desk_of(folder))

    assert (again.journal.is_saved, again.notices) == (True, ())
    assert again.journal.can_undo


def test_unsaved_edits_outlive_a_change_elsewhere(folder, desk_of):
    """Edits are not dropped for a file that changed; the labeller is told."""
    desk = desk_of(folder)
    work = _only(desk)
    work.save(0, desk.source)
    work.edit(0, NAMELESS)
    path = folder / "norvale.json"
    path.write_text(path.read_text("utf-8").replace('"signed"', '"started"'), "utf-8")

    again = _only(desk_of(folder))

    assert again.labelling.record.event.name is None
    assert "in place of that" in again.notices[0]


def test_a_changed_text_begins_anew(folder, desk_of):
    """Offsets of another text mean nothing; the steps are kept beside."""
    _only(desk_of(folder)).edit(0, NAMELESS)
    path = folder / "norvale.txt"
    path.write_text("Update. " + path.read_text("utf-8"), "utf-8")

    again = _only(desk_of(folder))

    assert again.journal.version == 0
    assert "text was changed" in again.notices[0]


def test_another_model_fills_in_what_nobody_touched(folder, desk_of):
    """A first look with one model does not stand in the way of another."""
    _only(desk_of(folder))

    assert _only(desk_of(folder, is_blank=True)).labelling.status == "no_event"
    assert len([*(folder / ".review").iterdir()]) == 1


def test_a_very_long_article_is_not_filled_in(folder, desk_of, monkeypatch):
    """A page that waits for minutes would look broken; the labeller is told."""
    monkeypatch.setattr("extractor.review.desk.MOST_PREFILLED", 100)

    work = _only(desk_of(folder))

    assert work.labelling.status == "no_event"
    assert "too long" in work.notices[0]


def test_an_unknown_article_is_said(folder, desk_of):
    """An id is one of the list's."""
    with pytest.raises(UnknownArticleError):
        desk_of(folder).work("0" * 16)


def test_a_broken_article_is_listed_as_such(folder, desk_of):
    """One file that is no gold does not stop the others."""
    (folder / "norvale.json").write_text("{}")
    desk = desk_of(folder)

    with pytest.raises(UsageError):
        _only(desk)
    state, fault = desk.state(desk.entries[0])
    assert state == "broken"
    assert "norvale.json" in fault


def test_a_model_without_an_answer_leaves_a_way_out(folder):
    """The article can be opened blank."""

    def fail(_: object) -> None:
        raise UnreachableError("nobody there")

    desk = Desk(FolderSource(folder), prefill=("openai/x", fail))
    (entry,) = desk.entries

    with pytest.raises(UnreachableError):
        desk.work(entry.id)
    assert desk.work(entry.id, blank=True).labelling.status == "no_event"
