"""Figures in a row."""

import pytest

from extractor.models.rules.reading.runs import find_runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("总投资依次为48亿元、11亿元和5亿元。", [("Ⓜ", 3)]),
        ("签约12个，总投资58亿元。", [("Ⓒ", 1), ("Ⓜ", 1)]),
        ("with $2 billion, $1 billion and $3 billion respectively", [("Ⓜ", 3)]),
        ("12 projects worth $2 billion", [("Ⓒ", 1), ("Ⓜ", 1)]),
        ("26个国家的380家企业", []),
    ],
)
def test_values_of_one_kind_make_a_run(read, text, runs):
    """Figures with nothing but separators between them stand in one run."""
    reading = read(text)
    sentence = reading.headline or reading.sentences[0]

    found = find_runs(reading, sentence, is_free=lambda _: True, is_reference=lambda _: False)

    assert [(run.letter, len(run.places)) for run in found] == runs


def test_a_reference_begins_no_list(read):
    """In "of the eighteen, eleven" the first number is no value of a list."""
    reading = read("Of the eighteen, eleven are in farming.")
    (sentence,) = reading.sentences

    found = find_runs(
        reading, sentence, is_free=lambda _: True, is_reference=lambda place: place < 10
    )

    assert [len(run.places) for run in found] == [1, 1]
