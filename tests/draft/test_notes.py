"""What resolving a draft notes down."""

import pytest

from extractor.draft.notes import Item, Notes, quoted


@pytest.mark.parametrize(
    ("words", "written"),
    [
        pytest.param("Lorem Fair", "“Lorem Fair”", id="short"),
        pytest.param("Lorem\n\n 1. Fair", "“Lorem 1. Fair”", id="on-one-line"),
        pytest.param("字" * 101, f"“{'字' * 100}…”", id="long"),
        pytest.param("", "“”", id="empty"),
    ],
)
def test_words_of_a_model_are_shown_on_one_short_line(words: str, written: str) -> None:
    """A list of violations stays a list, and a repair request bounded."""
    assert quoted(words) == written


def test_a_complaint_names_the_item_and_lets_it_change() -> None:
    """The message is one sentence."""
    notes = Notes()

    notes.complain(Item("s1", "share s1", "/shares/0"), "a.b", "it is wrong", figures=(4,))

    (violation,) = notes.violations
    assert violation.message == "share s1: it is wrong."
    assert (violation.code, violation.items, violation.figures) == ("a.b", ("s1",), (4,))
