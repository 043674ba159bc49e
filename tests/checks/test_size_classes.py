"""Size classes: which have a lower end only, and where it lies."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.article import Article
from extractor.checks import Subject
from extractor.checks.size_classes import Threshold, thresholds
from extractor.draft import resolve
from extractor.figures import find_figures


@pytest.fixture
def classes(make) -> Callable[..., Subject]:
    """Give a function that makes a record with groups of these labels, as they stand in a text."""

    def build(*labels: str, dimension: str = "size") -> Subject:
        text = "The Lorem Fair.\n" + "\n".join(f"「{label}」" for label in labels)
        shares = [
            make.share(f"s{number}", label, dimension=dimension)
            for number, label in enumerate(labels)
        ]
        draft = make.draft(make.event(name="Lorem Fair"), shares=shares)
        article, figures = Article(text), find_figures(text)
        return Subject(article, figures, resolve(draft, article, figures))

    return build


@pytest.mark.parametrize(
    "label",
    [
        "more than 1 billion yuan",
        "over 1 billion yuan",
        "projects exceeding 1 billion yuan",
        "at least 1 billion yuan",
        "1 billion yuan or more",
        "1 billion yuan and above",
        "no less than 1 billion yuan",
        "not less than 1 billion yuan",
        "10亿元以上",
        "超10亿元",
        "10亿元及以上项目",
        "超過人民幣10億元",
        "不低于10亿元",
        "不少于10亿元",
        "不小於人民幣10億元",
        "达到10亿元以上",
    ],
)
def test_a_class_without_an_upper_end_has_a_threshold(
    classes: Callable[..., Subject], label: str
) -> None:
    """However it is said, and where less is denied."""
    assert thresholds(classes(label)) == {"/shares/0": Threshold(Decimal(1_000_000_000), "CNY")}


@pytest.mark.parametrize(
    "label",
    [
        "below 1 billion yuan",
        "less than 1 billion yuan",
        "up to 1 billion yuan",
        "no more than 1 billion yuan",
        "not more than 1 billion yuan",
        "not exceeding 1 billion yuan",
        "not over 1 billion yuan",
        "from over 1 billion yuan to 2 billion yuan",
        "more than 1 billion yuan but under 2 billion yuan",
        "10亿元以下",
        "不超过10亿元",
        "不大于10亿元",
        "低于10亿元",
        "5亿元以上10亿元以下",
        "5亿元至10亿元",
        "10亿元到20亿元",
    ],
)
def test_a_class_with_an_upper_end_has_none(classes: Callable[..., Subject], label: str) -> None:
    """Also where more is denied."""
    subject = classes(label)

    assert [share.label for share in subject.shares.values()] == [label]
    assert thresholds(subject) == {}


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("large projects and above", id="no figure"),
        pytest.param("more than 12 projects", id="no money"),
        pytest.param("1 billion yuan", id="no word"),
        pytest.param("more than 1 billion yuan (more than 140 million US dollars)", id="two"),
    ],
)
def test_a_label_that_names_no_one_threshold_has_none(
    classes: Callable[..., Subject], label: str
) -> None:
    """It is left out, not guessed."""
    subject = classes(label)

    assert len(subject.shares) == 1
    assert thresholds(subject) == {}


def test_groups_of_another_dimension_are_no_size_classes(classes: Callable[..., Subject]) -> None:
    """An occasion may be named after a sum."""
    assert thresholds(classes("more than 1 billion yuan", dimension="occasion")) == {}


def test_thresholds_go_by_the_shares_pointers(classes: Callable[..., Subject]) -> None:
    """Each has its own."""
    subject = classes("over 2 billion yuan", "below 1 billion yuan", "over 3 million US dollars")

    assert thresholds(subject) == {
        "/shares/0": Threshold(Decimal(2_000_000_000), "CNY"),
        "/shares/2": Threshold(Decimal(3_000_000), "USD"),
    }


@pytest.mark.parametrize(
    ("other", "is_below"),
    [
        (Threshold(Decimal(2), "CNY"), True),
        (Threshold(Decimal(1), "CNY"), False),
        (Threshold(Decimal("0.5"), "CNY"), False),
        (Threshold(Decimal(2), "USD"), False),
    ],
    ids=["more", "as much", "less", "another currency"],
)
def test_a_threshold_is_below_another_in_its_own_currency(
    other: Threshold, *, is_below: bool
) -> None:
    """Then whatever is above the other one is above it, too."""
    assert Threshold(Decimal(1), "CNY").is_below(other) == is_below
