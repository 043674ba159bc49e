"""Ids of draft items."""

from extractor.draft.ids import distinct


def test_items_with_ids_of_their_own_all_stay(make) -> None:
    """Across the three lists."""
    draft = make.draft(
        make.event(),
        shares=[make.share("s1", "a")],
        projects=[make.project("p1", "b")],
        agreements=[make.agreement("a1", "c")],
    )

    assert distinct(draft) == (draft, ())


def test_an_item_without_an_id_of_its_own_is_asked_for_again(make) -> None:
    """Taken, empty, or the event's: it is left out, and its list may grow."""
    draft = make.draft(
        make.event(),
        shares=[make.share("s1", "a"), make.share("s1", "b"), make.share("", "c")],
        projects=[make.project("s1", "d"), make.project("p1", "e")],
        agreements=[make.agreement("event", "f" * 1000)],
    )

    kept, violations = distinct(draft)

    assert [share.label for share in kept.shares] == ["a"]
    assert [project.name for project in kept.projects] == ["e"]
    assert kept.agreements == []
    assert [violation.grows for violation in violations] == [
        ("shares",), ("shares",), ("projects",), ("agreements",),
    ]  # fmt: skip
    assert {violation.code for violation in violations} == {"structure.id"}
    assert all(len(violation.message) < 300 for violation in violations)
    assert "“b”" in violations[0].message
