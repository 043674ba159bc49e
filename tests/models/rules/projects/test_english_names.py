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


@pytest.mark.parametrize("joint", [", ", " and ", " together with ", ", its unit "])
@pytest.mark.parametrize(
    "body",
    [
        "Lorem",
        "Lorem of Ipsum of Dolor",
        "Lorem of the Ipsum",
        "Lorem Pte Ltd",
        "Lorem Pte. Ltd.",
        "Lorem Co., Ltd.",
        "Lorem Co.,Ltd.",
        "Lorem, Inc.",
        "Lorem Inc. of Ipsum",
        "Lorem Ltd group of the Ipsum",
        "Lorem plc",
        "Lorem & Co.",
    ],
)
def test_a_list_of_bodies_is_divided_in_one_way_only(body, joint):
    """No body of a list must double the ways to read the list."""
    text = joint.join([body] * 30)
    began = process_time()

    found = re.match(f"(?:{BODIES})!", text)

    assert re.fullmatch(BODIES, text)
    assert found is None
    assert process_time() - began < 1


def test_names_of_names_take_polynomial_time(resolve_text):
    """A sentence of hundreds of "Lorem of Lorem of Lorem" is read as fast as any other."""
    text = (
        "The Lorem Fair closed in Ipsum on May 12 with 4 projects signed for $5 million.\n"
        + "Lorem of " * 500
        + "Lorem will invest $2 million.\n"
    )
    began = process_time()

    resolve_text(text)

    assert process_time() - began < 10  # it takes half a second


def test_names_with_ampersands_are_divided_in_one_way_only():
    """Each "&" must not double the ways to read a list of bodies."""
    text = "Lorem" + " & Lorem" * 40
    began = process_time()

    found = re.match(f"(?:{BODIES})!", text)

    assert found is None
    assert process_time() - began < 1
