"""Agreements beside the projects that no frame foresees."""

import pytest

from extractor.models.rules.leftovers.english_left_papers import FRAMES

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


LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined 90 billion yuan.\n"
)


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        pytest.param(
            "Away from the 40, Lorem Power signed a $150 million facility letter with the Dolor Bank, "
            "and a twinning agreement with Amet Port.",
            [
                ("facility letter", ["Lorem Power", "Dolor Bank"]),
                ("twinning agreement", ["Lorem Power", "Amet Port"]),
            ],
            id="one verb for two",
        ),
        pytest.param(
            "In addition, the management committee signed strategic cooperation with Dolor Group "
            "and with Amet University respectively.",
            [
                ("strategic cooperation", ["management committee", "Dolor Group"]),
                ("strategic cooperation", ["management committee", "Amet University"]),
            ],
            id="one with each",
        ),
        pytest.param(
            "The Lorem Union will run courses for young people over three years, and Dolor Port "
            "signed a partnership agreement with the Amet Trust.",
            [("partnership agreement", ["Dolor Port", "Amet Trust"])],
            id="who signs begins behind another clause",
        ),
        pytest.param(
            "All 40 projects inked entry agreements with the Lorem Zone.",
            [],
            id="the projects' own",
        ),
    ],
)
def test_a_paper_with_somebody_is_told_whatever_was_done_to_it(resolve_text, text, agreements):
    """Who it is with decides; who signs is the subject of the verb before."""
    record = resolve_text(LEAD + text).record

    assert [(each.label, each.parties) for each in record.agreements] == agreements


def test_counted_papers_have_the_amount_behind_them(resolve_text):
    """The only one left over in their sentence, whatever stands between."""
    text = "Besides, 12 cross-border purchase orders of fruits were signed, 83 million US dollars."

    (orders,) = resolve_text(LEAD + text).record.agreements

    assert [(each.kind, each.as_written) for each in orders.amounts] == [
        ("trade", "83 million US dollars")
    ]


def test_papers_that_add_up_to_the_whole_are_groups_of_it(resolve_text):
    """What the text counts inside the total is no agreement beside it."""
    text = (
        "Lorem Investment Forum\nFollowing the Lorem Investment Forum on May 3, 36 documents were "
        "signed for a total of $3.74 billion. These include 21 investment agreements for $3.1 billion, "
        "nine lease contracts for $440 million and six memoranda of cooperation on works costing "
        "$200 million."
    )

    record = resolve_text(text).record

    assert record.event.total.count.value == 36
    assert not record.agreements
    assert [(share.label, share.count.value) for share in record.shares] == [
        ("investment agreements", 21),
        ("lease", 9),
        ("memoranda of cooperation", 6),
    ]
