import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.review.pointers import applied, changes, get, reindexed

TREES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 2) | st.text("ab/~", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text("ab/~", max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(TREES, TREES)
def test_changes_lead_from_one_tree_to_another(before, after):
    """A journal's lines give back every state, whatever was in it."""
    assert applied(before, [*changes(before, after)]) == after


@given(TREES)
def test_nothing_changed_is_no_change(tree):
    """Equal trees differ in nothing."""
    assert [*changes(tree, tree)] == []


def test_true_is_not_one():
    """JSON tells booleans from numbers, though Python does not."""
    assert [*changes({"a": 1}, {"a": True})] == [{"op": "replace", "path": "/a", "value": True}]


@pytest.mark.parametrize("pointer", ["/b", "/a/2", "/a/-", "/a/x", "/a/0/0", "/a/-1"])
def test_what_is_not_there_is_not_found(pointer):
    """A pointer to nothing raises, whatever it looks like."""
    with pytest.raises(LookupError):
        get({"a": ["x", "y"]}, pointer)


def test_escaped_parts_are_read():
    """A pointer's parts may hold slashes and tildes."""
    assert get({"/a~": {"b": 1}}, "/~1a~0/b") == 1


def test_what_stands_below_a_list_follows_its_members():
    """Evidence moves with the items it is of; that of other lists stays."""
    evidence = {"/s/0": "a", "/s/1/x": "b", "/s/10": "c", "/t/1": "d", "/s": "e"}

    moved = reindexed(evidence, "/s", {0: 1, 1: None, 10: 9})

    assert moved == {"/s/1": "a", "/s/9": "c", "/t/1": "d", "/s": "e"}
