import pytest

from extractor.checks.bounds import total
from extractor.checks.wholes import (
    check_hidden_parts,
    check_nesting,
    check_parts,
    check_size_classes,
    check_sums,
)
from extractor.violations import Finding, Violation


def _group(name, count=None, *amounts, **fields):
    return {"id": name, "label": name, "count": count, "amounts": list(amounts)} | fields


def test_a_share_above_its_whole_is_reported(subject_of):
    """A part holds no more than the whole; the article has no figure that would mend it."""
    subject = subject_of(
        "12 deals were signed. Of these steel has 14.",
        event={"count": "12"},
        shares=[_group("steel", "14")],
    )

    (finding,) = check_parts(subject)

    assert isinstance(finding, Finding)
    assert finding.code == "arithmetic.part"


def test_a_share_above_its_whole_is_a_violation_where_another_figure_fits(subject_of):
    """An unused count in the same sentence is likely to be the right one."""
    subject = subject_of(
        "12 deals were signed. After 14 talks steel has 5.",
        event={"count": "12"},
        shares=[_group("steel", "14")],
    )

    (violation,) = check_parts(subject)

    assert isinstance(violation, Violation)
    assert "“5”" in violation.message


def test_a_project_above_the_total_is_reported(subject_of, invested):
    """One project cannot cost more than all of them."""
    subject = subject_of(
        "Deals worth 2.0 billion yuan. A mill for 3.0 billion yuan is one.",
        event={"amounts": [invested("2.0 billion yuan")]},
        projects=[{"id": "p1", "name": "mill", "amounts": [invested("3.0 billion yuan")]}],
    )

    assert [result.code for result in check_parts(subject)] == ["arithmetic.part"]


@pytest.mark.parametrize(
    ("total", "part"),
    [
        pytest.param("over 2 billion yuan", "2.3 billion yuan", id="the whole is open above"),
        pytest.param("2 billion yuan", "2.4 billion yuan", id="the whole is rounded"),
    ],
)
def test_hedges_and_rounding_leave_room_for_a_part(subject_of, invested, total, part):
    """“Over 2 billion” may be 2.3 billion."""
    subject = subject_of(
        f"Deals worth {total}. In steel {part}.",
        event={"amounts": [invested(total)]},
        shares=[_group("steel", None, invested(part))],
    )

    assert not list(check_parts(subject))


SIZES = "With more than 1 billion yuan there are 5, with more than 2 billion yuan 9."


def test_a_higher_size_class_holds_no_more_than_a_lower_one(subject_of):
    """Whatever exceeds 2 billion exceeds 1 billion."""
    subject = subject_of(
        SIZES,
        shares=[
            _group("more than 1 billion yuan", "5", dimension="size"),
            _group("more than 2 billion yuan", "9", dimension="size"),
        ],
    )

    assert [result.code for result in check_size_classes(subject)] == ["arithmetic.part"]


def test_open_size_classes_are_parts_of_each_other(subject_of):
    """The violation asks for the class with the next lower threshold."""
    subject = subject_of(
        SIZES,
        shares=[
            _group("more than 2 billion yuan", "9", dimension="size", id="s2"),
            _group("more than 1 billion yuan", "5", dimension="size", id="s1"),
        ],
    )

    (violation,) = check_nesting(subject)

    assert violation.items == ("s2",)
    assert "`of` to s1" in violation.message


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("below 1 billion yuan", id="below"),
        pytest.param("from 1 billion yuan to 2 billion yuan", id="range"),
        pytest.param("1 billion yuan", id="no word"),
    ],
)
def test_classes_with_an_upper_end_are_not_nested(subject_of, label):
    """Neighbouring classes are no parts of each other."""
    subject = subject_of(
        f"In the class {label} there are 5, with more than 2 billion yuan 3.",
        shares=[
            _group(label, "5", dimension="size"),
            _group("more than 2 billion yuan", "3", dimension="size"),
        ],
    )

    assert len(subject.shares) == 2
    assert not list(check_nesting(subject))


CLOSED = (
    "12 deals for 10 billion yuan: steel 6 with 5 billion yuan, glass 4 with 3 billion yuan, "
    "tea 2 with {} billion yuan."
)


def _sectors(invested, tea):
    return [
        _group("steel", "6", invested("5 billion yuan")),
        _group("glass", "4", invested("3 billion yuan")),
        _group("tea", "2", invested(tea)),
    ]


def test_groups_that_close_in_counts_and_money_pass(subject_of, invested):
    """Counts and amounts both add up to the total."""
    subject = subject_of(
        CLOSED.format("2"),
        event={"count": "12", "amounts": [invested("10 billion yuan")]},
        shares=_sectors(invested, "2 billion yuan"),
    )

    assert not list(check_sums(subject))


def test_groups_that_close_in_counts_only_are_a_finding(subject_of, invested):
    """The counts add up, the amounts do not, and no other figure would help: the source is wrong."""
    subject = subject_of(
        CLOSED.format("6"),
        event={"count": "12", "amounts": [invested("10 billion yuan")]},
        shares=_sectors(invested, "6 billion yuan"),
    )

    (finding,) = check_sums(subject)

    assert isinstance(finding, Finding)
    assert finding.code == "arithmetic.sum"


def test_groups_that_close_with_another_figure_are_a_violation(subject_of, invested):
    """The draft took the tax for the investment; the violation names the right figure."""
    subject = subject_of(
        CLOSED.format("2").replace("tea 2 with", "tea 2 with tax of 7 billion yuan and"),
        event={"count": "12", "amounts": [invested("10 billion yuan")]},
        shares=_sectors(invested, "7 billion yuan"),
    )

    (violation,) = check_sums(subject)

    assert isinstance(violation, Violation)
    assert "“2 billion yuan”" in violation.message


def test_amounts_that_miss_the_total_by_a_sliver_are_a_finding(subject_of, invested):
    """Three groups that miss the sum by a tenth of a per cent were meant to close."""
    subject = subject_of(
        "In all 10.03 billion yuan: steel 5.00 billion yuan, glass 3.00 billion yuan, tea 2.00 billion yuan.",
        event={"amounts": [invested("10.03 billion yuan")]},
        shares=[
            _group("steel", None, invested("5.00 billion yuan")),
            _group("glass", None, invested("3.00 billion yuan")),
            _group("tea", None, invested("2.00 billion yuan")),
        ],
    )

    assert [result.code for result in check_sums(subject)] == ["arithmetic.sum"]


def test_groups_that_leave_a_rest_pass(subject_of):
    """Nobody says that named groups are all there are."""
    subject = subject_of(
        "Of 20 deals steel has 6 and glass 4.",
        event={"count": "20"},
        shares=[_group("steel", "6"), _group("glass", "4")],
    )

    assert not list(check_sums(subject))


@pytest.mark.parametrize(
    ("dimension", "is_reported"),
    [
        pytest.param("region", True, id="regions exclude each other"),
        pytest.param("investor", False, id="kinds of investors overlap"),
    ],
)
def test_groups_that_exclude_each_other_stay_within_the_whole(subject_of, dimension, is_reported):
    """East and west hold no more deals than there are."""
    subject = subject_of(
        "Of 12 deals east has 9 and west 8.",
        event={"count": "12"},
        shares=[
            _group("east", "9", dimension=dimension),
            _group("west", "8", dimension=dimension),
        ],
    )

    assert len(list(check_sums(subject))) == is_reported


def test_a_share_beside_groups_that_close_without_it_is_no_contradiction(subject_of, invested):
    """A share of some of the steel deals may stand beside the sectors without an `of`."""
    subject = subject_of(
        CLOSED.format("2") + " Rails 3 with 4 billion yuan.",
        event={"count": "12", "amounts": [invested("10 billion yuan")]},
        shares=[
            *_sectors(invested, "2 billion yuan"),
            _group("Rails", "3", invested("4 billion yuan")),
        ],
    )

    assert not list(check_sums(subject))


def test_shares_that_add_up_to_the_one_before_are_its_parts(subject_of, invested):
    """Solar and wind make up energy, in deals and in money."""
    subject = subject_of(
        "Energy 9 with 8 billion yuan: solar 5 with 6 billion yuan, wind 4 with 2 billion yuan.",
        shares=[
            _group("Energy", "9", invested("8 billion yuan")),
            _group("solar", "5", invested("6 billion yuan")),
            _group("wind", "4", invested("2 billion yuan")),
        ],
    )

    (violation,) = check_hidden_parts(subject)

    assert violation.code == "structure.parts"
    assert violation.items == ("solar", "wind")


def test_a_failed_sum_of_hundreds_of_groups_adds_the_rest_up_once(subject_of, monkeypatch):
    """Not once more for each figure nearby; one article cannot stop a run."""
    n_groups = 80
    named = [f"group{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(n_groups)]
    counts = [str(100 + at) for at in range(n_groups)]
    listed = ", ".join(f"{count} {name}" for name, count in zip(named, counts, strict=True))
    subject = subject_of(
        f"50 deals were signed: {listed}.",
        event={"count": "50"},
        shares=[_group(name, count) for name, count in zip(named, counts, strict=True)],
    )
    sizes: list[int] = []
    monkeypatch.setattr(
        "extractor.checks.wholes.total",
        lambda parts: sizes.append(len(parts)) or total(parts),
    )

    (finding,) = check_sums(subject)

    assert finding.code == "arithmetic.sum"
    assert sum(sizes) <= 2 * n_groups**2


def test_of_several_groups_without_which_the_others_close_the_first_is_left_out(
    subject_of, invested
):
    """The same record is judged the same in every process, whatever order its sets take."""
    names = ("steel", "tea", "silk", "salt", "rice", "wine", "jade")
    groups = [(name, f"{at + 11}", f"10.{at + 1} billion yuan") for at, name in enumerate(names)]
    listed = ", ".join(f"{count} in {name} at {amount}" for name, count, amount in groups)
    subject = subject_of(
        f"999 deals worth about 60 billion yuan: {listed}.",
        event={"count": "999", "amounts": [invested("about 60 billion yuan")]},
        shares=[_group(name, count, invested(amount)) for name, count, amount in groups],
    )

    (result,) = check_sums(subject)

    assert [f"“{count}”" in result.message for _, count, _ in groups] == [False, *[True] * 6]
