"""English agreements by how their signing is told."""

import pytest

from extractor.models.rules.agreements.english_agreements import english_papers
from extractor.models.rules.agreements.english_signings import SIGNINGS, english_signings

EXAMPLES = [
    pytest.param(text, label, parties, id=text[:40])
    for signing in SIGNINGS
    for text, label, parties in signing.examples
]
LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined $90 billion.\n"
)


@pytest.mark.parametrize(("text", "label", "parties"), EXAMPLES)
def test_every_signing_reads_its_examples(text, label, parties):
    """Label and parties are those that stand beside the sentence."""
    papers = list(english_signings(text, []))

    told = {
        text[slice(*paper.label)]: tuple(text[slice(*body)] for body in paper.parties)
        for paper in papers
    }
    assert told[label] == parties


@pytest.mark.parametrize(
    "text",
    [
        "Ⓒ firms signed letters of intent",
        "Ⓒ memoranda worth Ⓜ were signed",
        "The Lorem Company signed agreements with Ⓒ investors",
    ],
    ids=["firms", "bare count", "with firms"],
)
def test_papers_that_nothing_sets_apart_may_be_the_projects(text):
    """They are left to the readers of groups."""
    assert not list(english_signings(text, []))


@pytest.mark.parametrize(
    "text",
    [
        "The Lorem Company is a partner with Ipsum Mills in trade",
        "The Lorem Company hopes that the Ipsum Board and others partner with it",
        "Lorem Ferries joined hands with Ipsum Motors to make electric boats",
    ],
    ids=["a partner", "a hope", "a project"],
)
def test_a_partner_is_no_deed(text):
    """Only who did, or will do, something together has agreed; what they make is a project."""
    assert not list(english_signings(text, []))


def test_what_is_told_already_is_not_told_again():
    """A label that a frame has read is passed over; a second pair of its kind is not."""
    text = (
        "A cooperation pact was reached between Lorem University and Ipsum Institute, "
        "and a second between Dolor Port and Amet Line."
    )
    told = list(english_papers(text, [], is_carried=False))

    (again,) = english_signings(text, told)

    assert [text[slice(*body)] for body in again.parties] == ["Dolor Port", "Amet Line"]


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        pytest.param(
            "The provincial People's Committee also signed memoranda of understanding with nine "
            "investors, who plan to study 12 projects.",
            ("memoranda of understanding", ["provincial People's Committee"], 9),
            id="who signs with so many",
        ),
        pytest.param(
            "The Dolor provincial government likewise signed a sisterhood pact with Amet City.",
            ("sisterhood pact", ["Dolor provincial government", "Amet City"], None),
            id="likewise",
        ),
        pytest.param(
            "On the margins, nine firms signed memoranda with the Dolor Port Authority.",
            ("memoranda", ["Dolor Port Authority"], 9),
            id="so many sign with one",
        ),
        pytest.param(
            "Sixteen trade matching contracts estimated at $21 million would be exchanged.",
            ("trade matching contracts", [], 16),
            id="trade",
        ),
    ],
)
def test_signed_papers_are_agreements(resolve_text, text, agreement):
    """With their parties and their count."""
    (found,) = resolve_text(LEAD + text).record.agreements

    count = found.count.value if found.count else None
    assert (found.label, list(found.parties), count) == agreement


def test_a_party_told_in_full_is_not_told_again(resolve_text):
    """One memorandum with a region is one agreement, however far the region's name is read."""
    (found,) = resolve_text(
        LEAD + "The State exchanged a memorandum of cooperation on dairy farming with the Danish "
        "region of Osterland."
    ).record.agreements

    assert list(found.parties) == ["State", "Danish region of Osterland"]
