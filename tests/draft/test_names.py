"""Names: quoted by a model, given back in the article's own letters."""

import pytest

from extractor.draft.names import PLAIN_GROUPS, PLAIN_MEASURES, find_label, find_measure, find_name

TEXT = "The Lorem Fair, or “the Fair”, opened. 《河东招商大会》由河东区主办，A, B and C came to the Fair."


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        pytest.param("Lorem Fair", "Lorem Fair", id="as-it-is"),
        pytest.param("The Lorem Fair", "Lorem Fair", id="leading-article"),
        pytest.param("LOREM FAIR", "Lorem Fair", id="own-letters"),
        pytest.param("“the Fair”", "Fair", id="quotation-marks-and-article"),
        pytest.param("《河东招商大会》", "河东招商大会", id="book-marks"),
        pytest.param("河东区主办，", "河东区主办", id="trailing-comma"),
        pytest.param("A, B and C", "A, B and C", id="leading-letter"),
    ],
)
def test_a_name_is_given_in_the_article_own_letters(quote: str, name: str) -> None:
    """Without marks around the whole, and without a leading article."""
    found = find_name(quote, TEXT)

    assert found is not None
    assert found.text == name
    assert [TEXT[start:end] for start, end in found.spans] == [name]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("Ipsum Fair", id="absent"),
        pytest.param("Lore", id="half-a-word"),
        pytest.param("", id="empty"),
        pytest.param("，", id="comma"),
        pytest.param("《》", id="marks"),
        pytest.param("”, ", id="quotation-mark"),
    ],
)
@pytest.mark.parametrize("find", [find_name, find_label, find_measure])
def test_what_is_no_name_of_the_article_is_none(find, quote: str) -> None:
    """Mere punctuation is no name, even where it stands."""
    assert find(quote, TEXT) is None


def test_the_place_nearest_the_item_counts() -> None:
    """Of several places, and the first without any figures."""
    first, last = TEXT.index("Fair"), TEXT.rindex("Fair")

    near, anywhere = find_name("Fair", TEXT, near=(len(TEXT),)), find_name("Fair", TEXT)

    assert near is not None
    assert anywhere is not None
    assert near.spans[0].start == last
    assert anywhere.spans[0].start == first


def test_a_label_keeps_its_article() -> None:
    """“an investment of more than 1 billion yuan” begins with one."""
    found = find_label(
        "an investment of more than 1 billion", "with an investment of more than 1 billion"
    )

    assert found is not None
    assert found.text == "an investment of more than 1 billion"


@pytest.mark.parametrize("group", sorted(PLAIN_GROUPS))
def test_a_plain_name_labels_a_group_that_the_text_leaves_unnamed(group: str) -> None:
    """It stands nowhere, so it has no evidence."""
    found = find_label(group.upper(), TEXT)

    assert found is not None
    assert found.text == group.upper()
    assert found.spans == ()


@pytest.mark.parametrize("measure", sorted(PLAIN_MEASURES))
def test_a_plain_measure_serves_where_the_text_names_none(measure: str) -> None:
    """A plain name of a group is no measure, and the other way round."""
    found = find_measure(measure, TEXT)

    assert found is not None
    assert found.spans == ()
    assert find_label(measure, TEXT) is None


@pytest.mark.parametrize(
    ("measure", "thing"),
    [
        pytest.param("taxes per year", "taxes", id="period-behind"),
        pytest.param("annual copper foil output", "copper foil output", id="period-before"),
        pytest.param("年覆铜板产量", "覆铜板产量", id="chinese"),
        pytest.param("每年上缴税金", "上缴税金", id="every-year"),
    ],
)
def test_a_measure_may_have_its_period_elsewhere(measure: str, thing: str) -> None:
    """The figure stands between them; the thing has a place, and is the evidence."""
    text = f"It will bring {thing} of 420 million yuan from 2027 on."

    found = find_measure(measure, text)

    assert found is not None
    assert found.text == measure
    assert [text[slice(*span)] for span in found.spans] == [thing]


def test_a_period_alone_grounds_no_measure() -> None:
    """What is counted in it has to stand in the article."""
    assert find_measure("visitors a year", "taxes of 420 million yuan a year") is None


def test_a_measure_in_the_text_comes_before_the_plain_one() -> None:
    """Then it has evidence."""
    found = find_measure("annual output", "an Annual Output of 5 tons")

    assert found is not None
    assert found.text == "Annual Output"
    assert found.spans
