import pytest

from extractor.checks.conversions import check_conversions

TEXT = "Deals for 7 billion yuan (1 billion dollars). A mill for {} yuan (500 million dollars)."


@pytest.mark.parametrize(
    ("mill", "is_reported"),
    [
        pytest.param("3.5 billion", False, id="same rate"),
        pytest.param("3.7 billion", False, id="within a tenth"),
        pytest.param("350 million", True, id="tenfold slip"),
    ],
)
def test_conversions_of_one_article_go_by_about_one_rate(subject_of, invested, mill, is_reported):
    """A conversion that is ten times off is a slip of the source, or a wrong figure."""
    subject = subject_of(
        TEXT.format(mill),
        event={"amounts": [invested("7 billion yuan", "1 billion dollars")]},
        projects=[
            {
                "id": "p1",
                "name": "mill",
                "amounts": [invested(f"{mill} yuan", "500 million dollars")],
            }
        ],
    )

    codes = {result.code for result in check_conversions(subject)}

    assert codes == ({"arithmetic.conversion"} if is_reported else set())


def test_a_single_conversion_has_nothing_to_be_compared_with(subject_of, invested):
    """No rate is assumed that the article does not show."""
    subject = subject_of(
        "Deals for 7 billion yuan (9 billion dollars).",
        event={"amounts": [invested("7 billion yuan", "9 billion dollars")]},
    )

    assert subject.record.event.total.amounts[0].equivalents
    assert not list(check_conversions(subject))
