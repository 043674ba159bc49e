"""Agreements beside the projects that no frame foresees."""

import pytest

from extractor.models.rules.english_left_papers import FRAMES

EXAMPLES = [
    pytest.param(frame, *example, id=example[0]) for frame in FRAMES for example in frame.examples
]


@pytest.mark.parametrize(("frame", "text", "label"), EXAMPLES)
def test_every_frame_reads_its_examples(frame, text, label):
    """Every example gives the words that name the paper."""
    found = frame.pattern.search(text)

    assert found is not None
    assert found.group("label") == label


def test_a_pact_on_the_sidelines_names_its_parties(resolve_text):
    """A pact beside the projects is an agreement with both who sign it."""
    text = (
        "Lorem signs 40 projects at Ipsum fair\n"
        "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
        "Separately, the Dolor Corporation inked a pact with the Amet Chamber for a zone."
    )

    agreements = resolve_text(text).record.agreements

    assert [(a.label, a.parties) for a in agreements] == [
        ("pact", ["Dolor Corporation", "Amet Chamber"])
    ]
