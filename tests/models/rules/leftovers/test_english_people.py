"""People who stand for their firms."""

from time import process_time

import pytest

LEAD = (
    "Lorem signs 3 projects\n"
    "The Lorem Investment Fair closed in Lorem City on May 12 with 3 projects signed, "
    "worth $90 million.\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "Li Ming, chairman of Ipsum Foods, was there. He will build a noodle plant.",
        "Li Ming, who runs Ipsum Foods, came home. His company will build a noodle plant.",
        "Ipsum Foods chairman Li Ming was there. He will build a noodle plant.",
        "Li Ming, general manager of Ipsum Foods, was there. Li will build a noodle plant.",
        "“We will build a noodle plant for $20 million,” said Ipsum Foods chairman Li.",
    ],
    ids=["he", "his company", "the office first", "his name", "we"],
)
def test_a_firm_builds_what_its_head_is_told_to_build(resolve_text, told):
    """Whoever stands for a firm is told of by name, as he, or speaks himself."""
    built = told.replace("noodle plant.", "noodle plant in Dolor for $20 million.")

    (project,) = resolve_text(LEAD + built + "\n").record.projects

    assert (project.name, project.investors) == ("noodle plant", ["Ipsum Foods"])


def test_he_is_nobody_who_was_named_long_before(resolve_text):
    """Many words behind a person, "he" is another one."""
    told = "Li Ming, chairman of Ipsum Foods, was there. " + "The weather was fine that day. " * 30

    (project,) = resolve_text(
        f"{LEAD}{told}He will build a noodle plant for $20 million.\n"
    ).record.projects

    assert project.investors == []


def test_names_without_an_end_take_linear_time(resolve_text):
    """People are looked for in a sentence, not in a whole text."""
    text = LEAD + "Lorem of " * 4_000 + "Lorem will invest $2 million.\n"
    began = process_time()

    resolve_text(text)

    assert process_time() - began < 10
