"""Who signs a paper, in English sentences."""

import pytest

LEAD = (
    "Lorem signs 40 projects at Ipsum fair\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed, "
    "worth a combined $90 billion.\n"
)


@pytest.mark.parametrize(
    ("sentence", "label", "parties", "count"),
    [
        (
            (
                "Besides, the State-run Skill Mission used the day to sign MoUs with 12 firms, among them "
                "Amet Digital and Elit Display, to train 46,000 youths."
            ),
            "MoUs",
            ["State-run Skill Mission", "Amet Digital", "Elit Display"],
            12,
        ),
        (
            (
                "The Ports Authority also took the chance to sign letters of intent with three operators, "
                "including the forwarder Dolor and the online grocer Sit24."
            ),
            "letters of intent",
            ["Ports Authority", "Dolor", "Sit24"],
            3,
        ),
        (
            "The port authorities of Lorem and Haugvik, in Norway, signed a memorandum of understanding.",
            "memorandum of understanding",
            ["port authorities of Lorem", "Haugvik"],
            None,
        ),
        (
            "Lorem Airport and Gulf Air Cargo concluded a ten-year services agreement.",
            "ten-year services agreement",
            ["Lorem Airport", "Gulf Air Cargo"],
            None,
        ),
        (
            (
                'Lorem County and the Furniture Association signed the "Industrial Transfer Strategic '
                'Cooperation Agreement" on the spot.'
            ),
            "Industrial Transfer Strategic Cooperation Agreement",
            ["Lorem County", "Furniture Association"],
            None,
        ),
        (
            (
                "Separately, the county entered into a framework agreement with KenLorem and the Kenya "
                "Coast Chamber on a one-stop shop."
            ),
            "framework agreement",
            ["county", "KenLorem", "Kenya Coast Chamber"],
            None,
        ),
        (
            "Rosli said the state would also ink an MoU with the Muara Halal Council.",
            "MoU",
            ["state", "Muara Halal Council"],
            None,
        ),
        (
            "A twinning agreement with the Turkish province of Burdur was signed.",
            "twinning agreement",
            ["Turkish province of Burdur"],
            None,
        ),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_who_signs_is_told_from_what_is_said_of_him(resolve_text, sentence, label, parties, count):
    """Purposes, places, reporting verbs and what a body is are no part of its name."""
    (paper,) = resolve_text(LEAD + sentence + "\n").record.agreements

    told = paper.count.value if paper.count else None
    assert (paper.label, paper.parties, told) == (label, parties, count)


def test_one_among_counted_papers_is_told_with_its_topic(resolve_text):
    """It is one more agreement of the counted kind."""
    text = "Ten memoranda of understanding are on the programme, among them one on alumina with state miner Dolor."

    counted, one = resolve_text(LEAD + text + "\n").record.agreements

    assert (counted.parties, one.label, one.parties) == (
        [],
        "memoranda of understanding",
        ["Dolor"],
    )


def test_joint_funding_is_no_investment(resolve_text):
    """What a paper's partners fund is of another kind."""
    text = "Lorem University and Ipsum University entered into a five-year research agreement, with $4 million in joint funding."

    (paper,) = resolve_text(LEAD + text + "\n").record.agreements

    assert [amount.kind for amount in paper.amounts] == ["other"]
