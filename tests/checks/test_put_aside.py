import pytest

from extractor.checks.put_aside import check_put_aside

LEAD = "20 deals for 50 billion yuan were signed"


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        pytest.param(". Among them 5 projects are in steel.", "5", id="count of projects"),
        pytest.param(
            ", steel getting an investment of 3 billion yuan.", "3 billion yuan", id="amount"
        ),
        pytest.param(", steel accounting for 38%.", "38%", id="percentage"),
        pytest.param(
            ". To steel went 5 projects, 3 billion yuan.", "3 billion yuan", id="in a row"
        ),
        pytest.param(", with 38% of the total in steel.", "38%", id="percentage of the total"),
    ],
)
def test_a_group_s_figure_put_aside_is_a_finding(subject_of, invested, rest, words):
    """What stands among the event's figures as a group's would is not passed over in silence."""
    subject = subject_of(
        LEAD + rest,
        event={"count": "20", "amounts": [invested("50 billion yuan")]},
        background=(words,),
    )

    assert [finding.code for finding in check_put_aside(subject)] == ["completeness.put_aside"]


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        pytest.param(". Last year 5 projects were in steel.", "5", id="earlier edition"),
        pytest.param(". A list of 90 projects was shown.", "90", id="more than the whole"),
        pytest.param(", while investment grew 38%.", "38%", id="growth"),
        pytest.param(". At the previous fair 5 projects went to steel.", "5", id="previous fair"),
        pytest.param(". It drew 5 guests.", "5", id="guests"),
        pytest.param(". The mill pays a tax worth 3 billion yuan.", "3 billion yuan", id="taxes"),
    ],
)
def test_background_put_aside_is_no_finding(subject_of, invested, rest, words):
    """Guests, growth, offers and earlier editions belong in the background."""
    subject = subject_of(
        LEAD + rest,
        event={"count": "20", "amounts": [invested("50 billion yuan")]},
        background=(words,),
    )

    assert not list(check_put_aside(subject))


def test_a_threshold_in_a_label_is_no_finding(subject_of, invested):
    """What stands inside a share's label has its place there."""
    subject = subject_of(
        LEAD + ". In the class of 5 billion yuan and more there are 3 projects.",
        event={"count": "20", "amounts": [invested("50 billion yuan")]},
        shares=[
            {"id": "s1", "label": "5 billion yuan and more", "dimension": "size", "count": "3"}
        ],
        background=("5 billion yuan",),
    )

    assert subject.record.shares
    assert not list(check_put_aside(subject))
