import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.evals.text import fold, is_alike, is_same, likeness, traits_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("New Materials", "new materials", id="case"),
        pytest.param("ＡＢＣ１２３", "ABC123", id="full width"),
        pytest.param("“Silver Valley” park", "Silver Valley park", id="quotation marks"),
        pytest.param("Jutong Knitting Co., Ltd.", "Jutong Knitting Co.,Ltd", id="spacing faults"),
        pytest.param("East-West corridor", "East West corridor", id="hyphen"),
        pytest.param("4,300 jobs", "4300 jobs", id="thousands separator"),
        pytest.param("第二期（扩建）", "第二期扩建", id="Chinese brackets"),
        pytest.param("straße", "STRASSE", id="case folding, not lower case"),
    ],
)
def test_texts_that_differ_in_form_only_are_the_same(left, right):
    """Compatibility forms, case, punctuation and spacing count for nothing."""
    assert is_same(left, right)
    assert is_alike(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("1.5 million tons", "15 million tons", id="a decimal point"),
        pytest.param("rooms 1 2", "rooms 12", id="two numbers and one"),
        pytest.param("广东", "廣東", id="simplified and traditional"),
        pytest.param("45%", "45", id="a percent sign"),
        pytest.param("manufacturing", "manufacturing projects", id="a word more"),
        pytest.param("%", "…", id="signs alone"),
    ],
)
def test_texts_that_differ_in_substance_are_not_the_same(left, right):
    """What folding leaves is compared letter for letter and digit for digit."""
    assert not is_same(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Kelvor Mining Truck Works", "Kelver Mining Truck Works", id="a slip"),
        pytest.param("strategic agreements", "strategic agreement", id="plural"),
        pytest.param("Lâm Khê City", "Lam Khe City", id="marks on letters"),
        pytest.param("高端装备制造产业园项目", "高端装备制造产业园", id="a word that adds nothing"),
    ],
)
def test_near_texts_are_leniently_equal(left, right):
    """About one slip in six letters is forgiven, where it is no number and no side."""
    assert is_alike(left, right)
    assert is_alike(right, left)
    assert not is_same(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("silicon wafer Plant 2", "silicon wafer Plant 3", id="digits"),
        pytest.param("bearing park Phase II", "bearing park Phase III", id="Roman numerals"),
        pytest.param("first phase of the park", "third phase of the park", id="number words"),
        pytest.param("more than 1 million yuan", "more than 1 billion yuan", id="scale"),
        pytest.param("North Harbour Terminal", "South Harbour Terminal", id="direction"),
        pytest.param("高端轴承产业园一期项目", "高端轴承产业园二期项目", id="Chinese numerals"),
        pytest.param("投资额10亿元以上的项目", "投资额10亿元以下的项目", id="above and below"),
        pytest.param("境内企业投资的重大项目", "境外企业投资的重大项目", id="inside and outside"),
        pytest.param("powder plant", "milk powder plant", id="another thing"),
    ],
)
def test_a_number_or_a_side_is_never_forgiven(left, right):
    """A near likeness that turns on what tells two things apart is none."""
    assert not is_alike(left, right)


def test_likeness_halves_where_other_numbers_stand():
    """Size classes differ by their digits alone, and must not pass for each other in pairing."""
    label = traits_of("over 5 billion yuan")

    same_class = likeness(label, traits_of("more than 5 billion yuan"))
    other_class = likeness(label, traits_of("over 10 billion yuan"))

    assert likeness(label, traits_of("Over 5 billion yuan.")) == 1
    assert other_class < 0.5 < same_class < 1


def test_fold_of_punctuation_alone_is_kept():
    """A unit that is a mere sign does not fold to nothing, which would equal any other sign."""
    assert fold("——") != fold("…")


@given(st.text(min_size=1), st.text(min_size=1))
@settings(max_examples=60)
def test_equality_is_reflexive_and_symmetric(left, right):
    """Whatever the characters, neither side is privileged and a text equals itself."""
    assert is_same(left, left)
    assert is_alike(left, right) == is_alike(right, left)
    assert is_alike(left, right) or not is_same(left, right)
