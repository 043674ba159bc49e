"""Windows of counts, references, and lists of names."""

import pytest

from extractor.models.rules.groups.windows import Windows, pieces
from extractor.patterns import Pattern


@pytest.mark.parametrize(
    ("text", "language", "window"),
    [
        ("总投资Ⓜ，制造业项目Ⓒ，占Ⓟ", "zh", "制造业项目Ⓒ"),
        ("甲类Ⓒ、乙类Ⓒ", "zh", "甲类Ⓒ"),
        ("由甲、乙企业投资的Ⓒ", "zh", "由甲、乙企业投资的Ⓒ"),
        ("metals took Ⓒ projects, or Ⓟ", "en", "metals took Ⓒ projects"),
        ("Ⓒ of the Ⓒ exceed Ⓑ each", "en", "Ⓒ of the Ⓒ exceed Ⓑ each"),
        ("led by IT (Ⓒ projects)", "en", "led by IT (Ⓒ projects"),
    ],
)
def test_a_window_ends_at_separators_and_figures(text, language, window):
    """What stands around the first count, up to the next separator or figure."""
    start, end = Windows(text, language).around(text.index("Ⓒ"))

    assert text[start:end] == window


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ⓒ项目中，制造业", "zh", True),
        ("Ⓒ项目分别是：甲项目", "zh", True),
        ("Ⓒ项目，总投资", "zh", False),
        ("Among the Ⓒ projects, most", "en", True),
        ("Of these Ⓒ, most", "en", True),
        ("the other Ⓒ projects", "en", False),
    ],
)
def test_references_are_told_from_counts(text, language, expected):
    """A count that takes up others opens no group."""
    assert Windows(text, language).is_reference(text.index("Ⓒ")) is expected


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("从落户地看，东河、西河、南河Ⓝ镇依次为Ⓒ", "zh", ["东河", "西河", "南河"]),
        ("Lorem, Ipsum and Dolor divisions are to host Ⓒ", "en", ["Lorem", "Ipsum", "Dolor"]),
        (
            "meetings were held in Lorem on Ⓓ, Ipsum on Ⓓ and Dolor on Ⓓ, respectively signed Ⓒ",
            "en",
            ["Lorem", "Ipsum", "Dolor"],
        ),
        (
            "parts, devices, saving and protection accounted for Ⓒ",
            "en",
            ["parts", "devices", "saving and protection"],
        ),
    ],
)
def test_lists_give_as_many_names_as_values(text, language, names):
    """The list before three values has three names."""
    spans = Windows(text, language).names_before(text.index("Ⓒ"), 3)

    assert [text[start:end] for start, end in spans] == names


def test_too_short_a_list_gives_no_names():
    """Values without as many names are dealt out to none."""
    assert Windows("甲、乙依次为Ⓒ", "zh").names_before(6, 3) == []


def test_pieces_have_no_spaces_around_them():
    """A range is cut at its separators."""
    text = "a , b"

    assert pieces(text, 0, len(text), Pattern(",")) == [(0, 1), (4, 5)]
