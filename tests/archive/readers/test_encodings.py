"""Bytes become the text that was written, whatever its encoding."""

import os
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.archive.readers.encodings import declared_encoding, decode, wide_encoding
from extractor.errors import ArticleError

UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030")
NEWS = {
    "simplified": "本报讯 11月3日，湖城举行招商推介会，现场签约20个项目，总投资200亿元。",
    "traditional": "本報訊 11月3日，湖城舉行招商推介會，現場簽約20個項目，總投資200億元。",
}
PRINTED = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff\ufffd")


def _repertoire(encoding: str) -> list[str]:
    """Return ASCII, and the characters that two bytes of an encoding stand for, there and back."""
    pairs = (bytes(pair) for pair in product(range(0x81, 0xFF), range(0x40, 0xFF)))
    found = {pair.decode(encoding, "ignore") for pair in pairs}
    return [chr(code) for code in range(32, 127)] + sorted(
        c for c in found if c > "\x7f" and len(c) == 1
    )


REPERTOIRES = {encoding: _repertoire(encoding) for encoding in ("gbk", "cp950")}


@given(st.sampled_from(UNICODE), st.text(PRINTED))
def test_any_text_comes_back_from_an_encoding_of_all_characters(encoding: str, text: str) -> None:
    """UTF-8, with a mark or without, UTF-16 and 32 with theirs, and GB18030 as declared."""
    assert decode(text.encode(encoding), declared=encoding) == text


@pytest.mark.parametrize("encoding", REPERTOIRES)
@given(data=st.data())
def test_any_text_comes_back_from_a_declared_chinese_encoding(
    data: st.DataObject, encoding: str
) -> None:
    """Even where the bytes of a few characters happen to be UTF-8."""
    repertoire = REPERTOIRES[encoding]
    numbers = data.draw(st.lists(st.integers(0, len(repertoire) - 1)))
    text = "".join(repertoire[number] for number in numbers)

    assert decode(text.encode(encoding), declared=encoding) == text


@pytest.mark.parametrize(
    ("script", "encoding"),
    [
        ("simplified", "gbk"),
        ("simplified", "gb18030"),
        ("simplified", "utf-16-le"),
        ("simplified", "utf-16-be"),
        ("traditional", "big5"),
        ("traditional", "gbk"),
        ("traditional", "big5hkscs"),
    ],
)
@pytest.mark.parametrize("declared", [None, "iso-8859-1"], ids=["undeclared", "misdeclared"])
def test_chinese_is_told_by_its_characters(
    script: str, encoding: str, declared: str | None
) -> None:
    """A sentence is enough, and a server's ISO-8859-1 says nothing."""
    assert decode(NEWS[script].encode(encoding), declared=declared) == NEWS[script]


def test_utf_8_is_believed_before_a_declaration() -> None:
    """A page saved again keeps its old declaration."""
    text = NEWS["simplified"]

    assert decode(text.encode(), declared="gb2312") == text


def test_english_with_marks_of_windows_is_read_as_such() -> None:
    """Curly quotes and pound signs are no Chinese."""
    text = "The city’s “lake” fund of £5 million – the first – was set up."

    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_become_marks(encoding: str) -> None:
    """A text cut within a character is read all the same."""
    data = (NEWS["simplified"] * 5).encode(encoding)

    text = decode(data[:-1])

    assert text.startswith(NEWS["simplified"])
    assert text.endswith("\ufffd")


@pytest.mark.parametrize(
    "data",
    [os.urandom(2_000), bytes(range(256)) * 4, b"\x00" * 500, b"MZ\x90\x00" + b"\x01\x00" * 99],
    ids=["random", "every-byte", "zeros", "program"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    """What is no text is not made one."""
    with pytest.raises(ArticleError):
        decode(data)


@pytest.mark.parametrize("name", ["zlib", "idna", "unicode_escape", "no-such", "\x00", "punycode"])
def test_a_hostile_declaration_is_not_followed(name: str) -> None:
    """Python knows encodings that are none."""
    assert decode(b"plain \\u0041 text", declared=name) == "plain \\u0041 text"


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (b'<meta charset="gbk">', "gbk"),
        (b'<META http-equiv=Content-Type content="text/html; charset=Big5">', "Big5"),
        (b'<?xml version="1.0" encoding="GB2312"?>', "GB2312"),
        (b"<html><body>charset=gbk</body></html>", None),
        (b" " * 10_000 + b'<meta charset="gbk">', None),
    ],
    ids=["meta", "http-equiv", "xml", "in-text", "too-late"],
)
def test_a_page_declares_its_encoding_in_its_head(head: bytes, declared: str | None) -> None:
    """As browsers look for it."""
    assert declared_encoding(head) == declared


def test_utf_16_is_told_from_its_zeros() -> None:
    """English without a mark; binary data with zeros is not taken for it."""
    assert wide_encoding("Lakeside signs 20 projects".encode("utf-16-be")) == "utf-16-be"
    assert wide_encoding(b"\x01\x00\x02\x00" * 50) is None
