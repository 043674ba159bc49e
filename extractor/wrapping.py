"""Texts wrapped to a width, as e-mails, wires and PDF pages are: line ends that end nothing."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

JOINER = "\u2060"
"""Stands for a line end between characters that no space divides (U+2060, word joiner)."""

_NARROWEST = 40  # columns; a Chinese character takes two
_WIDEST = 120  # characters
_FIRST_WIDE = "⺀"
_WIDE = re.compile("[⺀-\U0010ffff]")
_SLACK = 0.12  # of the width: what lines lack where letters are not of one width, or not filled up
_SLACK_WIDE = 4  # columns or characters: in a grid of Chinese characters
_LEAST_FULL = 3
_MIN_FULL_RATE = 0.6  # of the lines with another behind them
_MIN_RUNNING_RATE = 0.5  # of the full lines
_ENDED = frozenset(".!?:;。！？：；")
_MID_END = re.compile(r"[.!?](?!\d)[\"'”’)]* |[。！？]")
"""A sentence's end within a line: where text is wrapped, most end there."""
_ROW = re.compile(r"[|｜│┃\t]|\S {2,}\S")
"""What divides the cells of a table."""
_CLOSING = "\"'”’」』)）]】 \t"
_ITEM = re.compile(
    r"\s*(?:[-–—*•·●■□◆▪►※]\s|[(（]?[\d一二三四五六七八九十]{1,3}[)）、]|\d{1,3}\.\s?(?!\d)|[【■])"
)
_NUMERIC = frozenset("0123456789.,")
_NUMBER_IN_CHINESE = re.compile(r"[\d.,]{1,24}[%⺀-\U0010ffff]")  # 86|0名 is one number
_FIRST_WORD = re.compile(r"\s*(\S[^\s⺀-\U0010ffff]*)")


@lru_cache(maxsize=8)
def run_on(text: str) -> str:
    """Return a text with every line end that only wraps it replaced, at the same offsets.

    A line end is one that wraps if the line is full (the next word would hardly have had room), and
    if most lines of the text are, and sentences end within lines rather than with them: then a
    space stands in its place, or `JOINER` between Chinese characters. Lists, tables and texts with
    a line for each paragraph stay as they are.

    Args:
        text: any text.
    """
    lines = text.split("\n")
    if len(lines) <= _LEAST_FULL or max(map(len, lines)) > _WIDEST:
        return text
    wrapped = _wrapped([line.rstrip() for line in lines])
    if not wrapped:
        return text
    for at in wrapped:
        lines[at] = _run_into(lines[at], lines[at + 1])
    ends = dict.fromkeys(wrapped, "")
    return "".join(line + ends.get(at, "\n") for at, line in enumerate(lines))[:-1]


def unwrapped(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without its wraps, and the offset in the text of each of its characters."""
    plain = run_on(text)
    if plain == text:
        return text, range(len(text))
    origin = [offset for offset, char in enumerate(plain) if char != JOINER]
    return "".join(plain[offset] for offset in origin), origin


def _wrapped(lines: Sequence[str]) -> Sequence[int]:
    """Return the numbers of the lines whose end only wraps them."""
    if max(map(_columns, lines)) < _NARROWEST:
        return ()
    pairs = [
        at
        for at, (line, after) in enumerate(pairwise(lines))
        if line and after and not (_ROW.search(line.lstrip()) or _ROW.search(after.lstrip()))
    ]
    for measure in (_columns, len):
        width = max(map(measure, lines))
        full = [at for at in pairs if _is_full(lines[at], lines[at + 1], width, measure)]
        n_running = sum(lines[at].rstrip(_CLOSING)[-1:] not in _ENDED for at in full)
        if (
            len(full) >= max(_LEAST_FULL, _MIN_FULL_RATE * len(pairs))
            and n_running >= _MIN_RUNNING_RATE * len(full)
            and any(_MID_END.search(lines[at][:-1]) for at in full)
        ):
            return full
    return ()


def _columns(line: str) -> int:
    return len(line) + len(_WIDE.findall(line))


def _is_full(line: str, following: str, width: int, measure: Callable[[str], int]) -> bool:
    """Return whether the first word of the next line would hardly have had room in a line."""
    if _ITEM.match(following):
        return False
    word = _FIRST_WORD.match(following)
    if word is None or word[1][0] >= _FIRST_WIDE:
        return measure(line) >= width - _SLACK_WIDE
    return measure(line) + 1 + measure(word[1]) > width * (1 - _SLACK)


def _run_into(line: str, following: str) -> str:
    """Return a line with what stands for its end, as long as that is."""
    bare = line.removesuffix("\r")
    before, after = bare[-1:], following[:1]
    is_spaced = before < _FIRST_WIDE and after < _FIRST_WIDE
    if is_spaced and before in _NUMERIC and after in _NUMERIC:
        is_spaced = not _NUMBER_IN_CHINESE.match(following)
    return (bare + (" " if is_spaced else JOINER)).ljust(len(line) + 1, JOINER)
