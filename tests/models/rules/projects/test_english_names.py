"""Names in English sentences: of bodies, and of works."""

import re
from time import process_time

import pytest

from extractor.models.rules.projects.english_names import BODIES, bodies, name_before


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


@pytest.mark.parametrize(
    "text",
    [
        "Lorem & Ipsum, Dolor & Amet",
        "Lorem Co., Ltd. & Ipsum",
        "Lorem plc & Ipsum",
        "Lorem group & Ipsum",
        "Lorem & its partner Ipsum",
    ],
    ids=["in names", "a legal form with a dot", "a small one", "a group", "a partner"],
)
def test_an_ampersand_may_join_bodies(text):
    """It does so where it is no part of a name."""
    assert re.fullmatch(BODIES, text)


def test_names_with_ampersands_are_divided_in_one_way_only():
    """Each "&" must not double the ways to read a list of bodies."""
    text = "Lorem" + " & Lorem" * 40
    began = process_time()

    found = re.match(f"(?:{BODIES})!", text)

    assert found is None
    assert process_time() - began < 1
