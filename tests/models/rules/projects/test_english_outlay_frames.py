"""Clauses of spending: every frame reads its examples."""

import pytest

from extractor.models.rules.leftovers.english_backers import HEAD, TAKEN_ON
from extractor.models.rules.projects.english_outlay_frames import FRAMES

EXAMPLES = [
    pytest.param(frame, *example, id=example[0]) for frame in FRAMES for example in frame.examples
]


@pytest.mark.parametrize(("frame", "text", "investor", "name"), EXAMPLES)
def test_every_frame_reads_its_examples(frame, text, investor, name):
    """Every example gives who spends on what."""
    found = frame.pattern.search(text)

    assert found is not None
    assert (found.group("inv"), found.group("name")) == (investor, name)


def test_a_body_at_the_head_of_an_item_or_behind_a_name_is_found():
    """Heads and relative clauses name who builds."""
    assert HEAD.match("Lorem Foods: a plant").group("inv") == "Lorem Foods"
    assert TAKEN_ON.match(", Ⓜ, which Lorem Steel has planned").group("inv") == "Lorem Steel"
