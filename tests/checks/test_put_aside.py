from dataclasses import replace

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
        pytest.param(", and 38% of them are in steel.", "38%", id="percentage of them"),
        pytest.param(
            ". Two mills cost 3 billion yuan between them.", "3 billion yuan", id="joint amount"
        ),
        pytest.param(".\n\nIn steel there are 5 deals.", "5", id="next paragraph"),
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
        pytest.param(
            ". Of those begun, 31, or 38%, are running.", "38%", id="beside more than the whole"
        ),
        pytest.param(". At the previous fair 5 projects went to steel.", "5", id="previous fair"),
        pytest.param(". It drew 5 guests.", "5", id="guests"),
        pytest.param(", among the top 5 of the land.", "5", id="rank"),
        pytest.param(".\n\nPage 5, the industry.", "5", id="page"),
        pytest.param(", accounting for 38% of the province.", "38%", id="of a wider area"),
        pytest.param(", with 5 sub-venues besides.", "5", id="things by name"),
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


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        pytest.param("tea has 5 projects and silk has 5.", True, id="another group's, as many"),
        pytest.param("tea has 5 projects. All 5 were seen.", False, id="all of them"),
        pytest.param("tea has 5 projects. For tea it was 5.", False, id="said again by name"),
    ],
)
def test_a_count_equal_by_chance_is_no_repeat(subject_of, rest, is_found):
    """A count put aside repeats another where words say so, not because it is as large."""
    subject = subject_of(
        f"{LEAD}. {rest}",
        event={"count": "20"},
        shares=[{"id": "s1", "label": "tea", "count": "5"}],
    )
    second = [figure.id for figure in subject.figures if figure.value == 5][1]
    aside = replace(subject.resolution, background=frozenset({second}))

    found = list(check_put_aside(replace(subject, resolution=aside)))

    assert [finding.code for finding in found] == ["completeness.put_aside"] * is_found


def test_what_the_total_counts_is_a_group_s_too(subject_of):
    """Where the total counts firms, so do its groups."""
    text = "18 firms signed letters. In tea there are 5 firms, in silk 6 firms."
    subject = subject_of(text, event={"count": "18"}, background=("5",))

    assert [finding.code for finding in check_put_aside(subject)] == ["completeness.put_aside"]


def test_an_amount_listed_with_those_of_groups_is_a_finding(subject_of, invested):
    """In a list of groups' amounts, verbs and prepositions vary."""
    text = LEAD + ". Steel leads with 30 billion yuan, followed by tea at 12 billion yuan."
    subject = subject_of(
        text,
        event={"amounts": [invested("50 billion yuan")]},
        shares=[{"id": "s1", "label": "Steel", "amounts": [invested("30 billion yuan")]}],
        background=("12 billion yuan",),
    )

    assert [finding.code for finding in check_put_aside(subject)] == ["completeness.put_aside"]
