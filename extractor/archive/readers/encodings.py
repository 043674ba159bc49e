"""Bytes as text, in the encodings that news comes in: UTF-8 and 16, GBK, GB18030, Big5, Windows.

What the bytes themselves prove comes before what is declared, because declarations lie: a byte
order mark, then UTF-8, then the declaration, then how common the characters are that come out.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from functools import cache
from typing import NamedTuple

from extractor.errors import ArticleError

_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_CHINESE = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "xgbk", "cp936", "gb231280", "cngb"), "gb18030"),
    **dict.fromkeys(("big5", "cp950", "cnbig5", "xxbig5"), "cp950"),
    **dict.fromkeys(("big5hkscs",), "big5hkscs"),
}
_WESTERN = frozenset({"ascii", "usascii", "latin1", "iso88591", "iso885915", "windows1252"})
_KNOWN = re.compile(r"(?i)(utf-?(8|16|32)|windows-?\d|cp\d|iso-?8859|koi8|shift|sjis|euc|tis)")
"""Families a page may declare. The others that Python knows are no text, or slow on purpose."""
_DECLARATION = re.compile(
    rb"""(?i)<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{1,100}?encoding=["']([\w.-]+)"""
)
_DECLARATION_BYTES = 4_096
_CONTROLS = bytes({*range(9), 11, *range(14, 27), *range(28, 32), 127})
_MAX_CONTROL_SHARE = 0.01
_MAX_BROKEN_SHARE = 0.01
_SAMPLE_CHARS = 20_000
_MIN_COMMON_SHARE = 0.7
_MAX_WESTERN_SHARE = 0.15
_MARKS_OF_TEXT = "　、。·—…‘’“”〈〉《》「」『』【】（），：；！？％０１２３４５６７８９"
_N_PROVING = 6
"""So many characters of several bytes are UTF-8 by chance once in a million, fewer may be."""


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of bytes whose encoding is declared, or found out; line ends stay.

    At most one character in a hundred may be broken; it becomes U+FFFD.

    Args:
        data: the bytes; a byte order mark is left out.
        declared: the encoding's name as a server or a page gives it.

    Raises:
        ArticleError: the bytes are no text, or in no encoding that can be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _text(_mostly(data[len(mark) :], encoding))
    wide = _unmarked(data)
    if wide is not None:
        return _text(_mostly(data, wide))
    if len(data) - len(data.translate(None, _CONTROLS)) > _MAX_CONTROL_SHARE * len(data):
        raise ArticleError("binary data, not text")
    return _text(_decode(data, _named(declared)))


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that an HTML or XML document names in its first bytes."""
    found = _DECLARATION.search(data[:_DECLARATION_BYTES])
    return None if found is None else (found[1] or found[2]).decode("ascii", "replace")


def wide_encoding(data: bytes) -> str | None:
    """Return UTF-16 or 32, as these first bytes are in it, by their mark or their zeros."""
    if data.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    return _unmarked(data)


def chinese_encoding(data: bytes) -> str | None:
    """Return the encoding of these first bytes where they are Chinese and not in UTF-8."""
    if _mostly(data, "utf-8") is not None:
        return None
    return _by_common_characters(data)


class _Named(NamedTuple):
    encoding: str | None
    is_chinese: bool = False


def _named(declared: str | None) -> _Named:
    if declared is None:
        return _Named(None)
    name = re.sub(r"[-_:. ]", "", declared.lower())
    if name in _CHINESE:
        return _Named(_CHINESE[name], is_chinese=True)
    if name in _WESTERN or not _KNOWN.match(declared):  # every byte is something in Latin-1
        return _Named(None)
    return _Named(declared)


def _decode(data: bytes, named: _Named) -> str | None:
    text = _strictly(data, "utf-8")
    if text is not None and not (named.is_chinese and _n_long(data) < _N_PROVING):
        return text
    if named.encoding is not None:
        found = _strictly(data, named.encoding)
        if found is None and named.is_chinese:
            found = _mostly(data, named.encoding)
        if found is not None:
            return found
    if text is not None:
        return text
    chinese = _by_common_characters(data)
    return _mostly(data, chinese) if chinese else _western(data) or _detected(data)


def _by_common_characters(data: bytes) -> str | None:
    """Return the Chinese encoding that makes common characters of the bytes, if one does."""
    best, best_share = None, _MIN_COMMON_SHARE
    for encoding in ("gb18030", "cp950", "big5hkscs"):
        text = _mostly(data, encoding)
        if text is not None and (share := _common_share(text)) > best_share:
            best, best_share = encoding, share
    return best


def _common_share(text: str) -> float:
    foreign = [character for character in text[:_SAMPLE_CHARS] if character > "\x7f"]
    common = _common_characters()
    return sum(character in common for character in foreign) / max(1, len(foreign))


@cache
def _common_characters() -> frozenset[str]:
    """Return the first level of GB 2312 and of Big5, each by use, and the marks of running text."""
    gb = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in cells)
    hanzi = {pair.decode("gb18030") for pair in gb}
    hanzi |= {pair.decode("cp950", "ignore") for pair in big5}
    return frozenset(hanzi | set(_MARKS_OF_TEXT))


def _western(data: bytes) -> str | None:
    """Return the text in Windows-1252, if most of it is ASCII and the rest stands alone."""
    text = _strictly(data, "cp1252")
    runs = re.findall(rb"[\x80-\xff]+", data)
    n_high = sum(map(len, runs))
    is_western = n_high <= _MAX_WESTERN_SHARE * len(data) and n_high < 1.5 * len(runs)
    return text if is_western else None


def _detected(data: bytes) -> str | None:
    """Return the text as UTF-8 with a few broken bytes, or in what a detector takes it for."""
    text = _mostly(data, "utf-8")
    if text is not None:
        return text
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(data[:_SAMPLE_CHARS]).best()
    return None if best is None else _strictly(data, best.encoding)


def _unmarked(data: bytes) -> str | None:
    """Return the UTF-16 of bytes without a mark: one half of the units' bytes is often zero."""
    sample = data[:_SAMPLE_CHARS]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.01 * len(sample) or max(even, odd) < 10 * min(even, odd):
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = _mostly(sample[: len(sample) // 2 * 2], encoding)
    if text is None or any(map(_is_control, text)) or not _is_plausible(text):
        return None
    return encoding


def _is_plausible(text: str) -> bool:
    common = _common_characters()
    return sum(c < "\u0250" or c in common for c in text) > _MIN_COMMON_SHARE * len(text)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _mostly(data: bytes, encoding: str) -> str | None:
    """Decode, with U+FFFD for what is broken if that is little; a cut character counts as one."""
    text = data.decode(encoding, "replace")
    n_broken = text.count("\ufffd")
    if n_broken > _MAX_BROKEN_SHARE * len(text) and _strictly(data, encoding) is None:
        return None
    return text


def _n_long(data: bytes) -> int:
    return len(re.findall(rb"[\xc0-\xff][\x80-\xbf]+", data))


def _is_control(character: str) -> bool:
    return character < " " and character.encode() in _CONTROLS


def _text(text: str | None) -> str:
    if text is None:
        raise ArticleError("its encoding cannot be told; convert it to UTF-8 first")
    return text
