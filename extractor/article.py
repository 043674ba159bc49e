"""An article: its text as it stands, and what is known about it from outside the text."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from extractor.errors import ArticleError
from extractor.wrapping import run_on

Language = Literal["en", "zh", "other"]

_CJK = re.compile("[\u3400-\u9fff]+")
_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7a3]+")
_SAMPLE_CHARS = 20_000
_ENGLISH_WORDS = frozenset((
    "the", "of", "and", "to", "for", "with", "were", "at", "by", "are", "from", "that", "this",
    "its",
))  # fmt: skip
_FOREIGN_WORDS = frozenset((
    "de", "le", "les", "du", "des", "et", "el", "los", "las", "que", "por", "para", "con", "di",
    "da", "dos", "das", "um", "uma", "não", "em", "ao", "il", "der", "und", "von", "mit", "für",
    "het", "een", "yang", "untuk", "dengan", "của", "và", "với", "na", "oraz", "ve", "bir",
    "için", "och", "att", "på", "la", "à",
))  # fmt: skip
"""The commonest words of other languages in Latin letters; one alone may be of a name: Los Angeles."""
_FEW_FOREIGN_WORDS = 2
_BRIEF_WORDS = 60  # a headline or a few sentences may do without any of the common words
_MIN_ENGLISH_RATE = 0.08
_MAX_KANA_RATE = 0.1
_WINDOW_CHARS = 2_000
_WIDE_SPACE = re.compile("[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
"""The splitter panics where one follows a lone capital letter: it takes every space for one byte."""


class Span(NamedTuple):
    """A half-open range of code points in an article's text."""

    start: int
    end: int


@dataclass(frozen=True)
class Article:
    """The text of one article.

    Args:
        text: headline, dateline, captions and all, as it stands; every offset counts its code points.
        published: the day it was published, where known; it resolves "today" and a missing year.
        name: what to call it in files and messages; no part of what a model sees.

    Raises:
        ArticleError: the text is no str, or holds half a surrogate pair, which is no character.
    """

    text: str
    published: date | None = None
    name: str = "article"

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(f"an article's text is a str, not {type(self.text).__name__}")
        try:
            self.text.encode()
        except UnicodeEncodeError as error:
            raise ArticleError(
                f"{self.name}: half a surrogate pair at offset {error.start}; "
                "decode the text again from its bytes"
            ) from error

    @classmethod
    def read(cls, path: Path, *, published: date | None = None) -> "Article":
        """Read a UTF-8 file, keeping line ends as they are; the name is the file's stem.

        Raises:
            ArticleError: the file cannot be read, or its bytes are not UTF-8.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ArticleError(f"{path}: cannot be read ({error.strerror})") from error
        return cls.decode(data, source=str(path), name=path.stem, published=published)

    @classmethod
    def decode(
        cls, data: bytes, *, source: str, name: str = "article", published: date | None = None
    ) -> "Article":
        """Make an article of UTF-8 bytes; a byte order mark is left out.

        Raises:
            ArticleError: the bytes are not UTF-8.
        """
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ArticleError(
                f"{source}: not UTF-8 (byte {error.start}); convert it first, "
                "for example: iconv -f GB18030 -t UTF-8"
            ) from error
        return cls(text=text, published=published, name=name)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text as UTF-8, in hex: the article's identity."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def language(self) -> Language:
        """`zh` where Han characters outnumber words, `en` by common words, else `other`.

        A few plain Latin words that have not two of other languages' common ones are English too.
        """
        sample = self.text[:_SAMPLE_CHARS]
        words = sample.lower().split()
        if _is_chinese(sample, len(words)):
            return "zh"
        english = sum(map(_ENGLISH_WORDS.__contains__, words))
        if words and english / len(words) >= _MIN_ENGLISH_RATE:
            return "en"
        return "en" if _is_brief_english(words) else "other"

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; a line end ends one, unless it only wraps the text; blank ones are left out."""
        language = "zh" if self.language == "zh" else "en"
        text = _with_plain_spaces(run_on(self.text)).replace("\r", "\n")
        spans, line_start = [], 0
        for line in text.split("\n"):
            start = line_start
            for sentence in _sentences(line, language):
                end = start + len(sentence)
                if not sentence.isspace():
                    spans.append(Span(start, end))
                start = end
            line_start += len(line) + 1
        return tuple(spans)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.sentences)

    def sentence_before(self, offset: int) -> int:
        """Return the index of the last sentence that begins at or before an offset, -1 for none."""
        return bisect_right(self._sentence_starts, offset) - 1

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence around an offset, or the empty span there between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index >= 0 and offset < (sentence := self.sentences[index]).end:
            return sentence
        return Span(offset, offset)


def _is_chinese(sample: str, n_words: int) -> bool:
    """Return whether Han characters outnumber words, and are not those of Japanese or Korean."""
    if len(sample.encode()) - len(sample) <= 2 * n_words:  # each has two bytes more than a letter
        return False
    han = _length(_CJK.findall(sample))
    return han > n_words and _length(_KANA_OR_HANGUL.findall(sample)) < _MAX_KANA_RATE * han


def _is_brief_english(words: list[str]) -> bool:
    """Return whether a few words in plain Latin letters are of no other language that can be told."""
    letters = ["".join(filter(str.isalpha, word)) for word in words]
    named = sum(map(bool, letters))
    return (
        2 < len(words) <= _BRIEF_WORDS
        and named > len(words) / 2
        and all(map(str.isascii, letters))
        and len(_FOREIGN_WORDS.intersection(letters)) < _FEW_FOREIGN_WORDS
    )


def _length(words: list[str]) -> int:
    return sum(map(len, words))


def _with_plain_spaces(text: str) -> str:
    return text if text.isascii() else _WIDE_SPACE.sub(" ", text)


def _sentences(line: str, language: str) -> Iterator[str]:
    """Split a line into sentences, window by window: the splitter's time grows with the square."""
    from sentencex import segment

    start, size = 0, _WINDOW_CHARS
    while start < len(line):
        found = segment(language, line[start : start + size])
        is_rest = start + size >= len(line)
        whole = found if is_rest else found[:-1]  # the window may cut the last one off
        yield from whole
        if is_rest:
            return
        start, size = (start + _length(whole), _WINDOW_CHARS) if whole else (start, 2 * size)
