"""Patches: a repair changes what it was asked about and nothing else."""

import pytest

from extractor.draft import Draft
from extractor.draft.patch import apply_patch
from extractor.violations import Violation


@pytest.fixture
def draft(make) -> Draft:
    """Give a draft with one item of each kind."""
    return make.draft(
        make.event(name="Fair"),
        shares=[make.share("s1", "steel"), make.share("s2", "tea")],
        projects=[make.project("p1", "mill")],
        agreements=[make.agreement("a1", "memoranda")],
        background=[1],
    )


def about(*items: str, grows: tuple[str, ...] = (), code: str = "arithmetic.sum") -> Violation:
    """Make a violation that lets items change and lists grow."""
    return Violation(code=code, message="m.", items=items, grows=grows)  # type: ignore[arg-type]


def test_an_item_replaces_the_one_of_its_id_in_its_place(make, draft) -> None:
    """Order and everything else stay."""
    patched = apply_patch(draft, make.patch(shares=[make.share("s1", "iron")]), [about("s1")])

    assert [share.label for share in patched.draft.shares] == ["iron", "tea"]
    assert patched.draft.projects == draft.projects
    assert patched.refused == ()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda make: {"shares": [make.share("s2", "coffee")]}, id="other-share"),
        pytest.param(lambda make: {"shares": [make.share("s3", "rice")]}, id="new-share"),
        pytest.param(lambda make: {"projects": [make.project("p9", "dam")]}, id="new-project"),
        pytest.param(lambda make: {"agreements": [make.agreement("a1", "x")]}, id="agreement"),
        pytest.param(lambda make: {"event": make.event(name="Other")}, id="event"),
        pytest.param(lambda _: {"no_event": "speech"}, id="no-event"),
        pytest.param(lambda _: {"delete": ["p1"]}, id="delete"),
        pytest.param(lambda _: {"delete": ["event"]}, id="delete-event"),
        pytest.param(lambda _: {"background": [7]}, id="background"),
    ],
)
def test_what_was_not_asked_about_is_refused_and_stays(make, draft, change) -> None:
    """Each refusal is a violation that says so."""
    patched = apply_patch(draft, make.patch(**change(make)), [about("s1")])

    assert patched.draft == draft
    assert [violation.code for violation in patched.refused] == ["patch.refused"]


def test_repeating_what_stands_changes_nothing(make, draft) -> None:
    """Models like to send everything back."""
    patch = make.patch(**{name: getattr(draft, name) for name in Draft.model_fields}, delete=["p7"])

    patched = apply_patch(draft, patch, [about("s1")])

    assert patched.draft == draft
    assert patched.refused == ()


def test_items_are_deleted_and_added_within_what_was_asked(make, draft) -> None:
    """By id, and in lists that may grow."""
    patch = make.patch(
        delete=["s2"], projects=[make.project("p2", "dam")], background=[1, 7], event=make.event()
    )

    patched = apply_patch(draft, patch, [about("s2", "event", grows=("projects", "background"))])

    assert [share.id for share in patched.draft.shares] == ["s1"]
    assert [project.id for project in patched.draft.projects] == ["p1", "p2"]
    assert patched.draft.background == [1, 7]
    assert patched.draft.event == make.event()
    assert patched.refused == ()


@pytest.mark.parametrize("fields", [{"no_event": "speech"}, {"delete": ["event"]}], ids=repr)
def test_without_its_event_a_draft_is_empty(make, draft, fields) -> None:
    """The lists go with it, though no violation names their items."""
    patched = apply_patch(draft, make.patch(**fields), [about("event")])

    assert patched.draft.event is None
    assert patched.draft.no_event == fields.get("no_event")
    assert patched.draft.shares == patched.draft.projects == patched.draft.agreements == []
    assert patched.refused == ()


def test_an_event_takes_the_place_of_a_reason_for_none(make) -> None:
    """The reason goes."""
    patched = apply_patch(make.draft(), make.patch(event=make.event(name="Fair")), [about("event")])

    assert patched.draft == make.draft(make.event(name="Fair"))


def test_a_violation_stands_only_where_the_article_may_be_at_odds(make, draft) -> None:
    """By its number from 1; numbers of nothing are passed over."""
    violations = [about("s1"), about("s2", code="reference.unknown")]

    patched = apply_patch(draft, make.patch(stands=[2, 1, 1, 0, -1, 3, 10**30]), violations)

    assert patched.stands == (violations[0],)
    assert patched.draft == draft


def test_an_item_that_was_left_out_for_its_id_comes_back_under_another(make) -> None:
    """The patch adds it anew, and the clash is gone."""
    draft = make.draft(make.event(), shares=[make.share("s1", "steel"), make.share("s1", "tea")])

    patched = apply_patch(
        draft, make.patch(shares=[make.share("s2", "tea")]), [about(grows=("shares",))]
    )

    assert [(share.id, share.label) for share in patched.draft.shares] == [
        ("s1", "steel"), ("s2", "tea"),
    ]  # fmt: skip
