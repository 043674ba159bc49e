"""Names in English sentences: of bodies, and of works."""

import pytest

from extractor.models.rules.english_names import bodies, name_before


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Swiss Lorem Medical and Dutch-owned Ipsum Feed", ["Lorem Medical", "Ipsum Feed"]),
        ("Turkish Airlines", ["Turkish Airlines"]),
        ("Japan's Lorem Precision and Ipsum AG of Germany", ["Lorem Precision", "Ipsum AG"]),
    ],
    ids=["a nation", "a nation in the name", "a country"],
)
def test_where_a_body_comes_from_is_none_of_its_name(text, named):
    """A nation before it is, where it names one of its institutions."""
    assert [text[start:end] for start, end in bodies(text, 0, len(text))] == named


def test_a_word_of_works_may_have_by_in_its_middle():
    """Chassis-by-wire is a thing, "by wire" is how it is built."""
    text = "Lorem will open a chassis-by-wire base"

    name = name_before(text, len(text))

    assert name is not None
    assert text[slice(*name)] == "chassis-by-wire base"
