"""What every page has in common."""

import json

import pytest

from extractor.report.document import as_it_stands, data, encodable

HOSTILE = [
    "</script>",
    "<!-- <script>",
    "]]>",
    "a & b",
    "\u2028\u2029",
    "\\u003c",
    '"',
    "\0",
    "鷺灣",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_data_cannot_end_its_script_element(text: str) -> None:
    """Nothing that an HTML parser minds is written, and JSON reads back what was given."""
    written = data({text: [text]})

    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {text: [text]}


def test_text_keeps_its_line_ends_and_its_length() -> None:
    """A carriage return is written as a reference, and no character is dropped."""
    assert as_it_stands("a\r\n<b>\0") == "a&#13;\n&lt;b&gt;\ufffd"


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    """Whatever a file is called, the page can be encoded."""
    assert encodable("a\udc80b") == "a?b"
