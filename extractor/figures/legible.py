"""A text made legible for patterns, with a way back to its own offsets."""

from bisect import bisect_right
from dataclasses import dataclass

from extractor.figures.cells import with_tabs
from extractor.patterns import Pattern
from extractor.wrapping import run_on

# Marks that no reader sees: soft hyphens, zero-width and direction marks, variation selectors,
# and the non-character that PDF readers leave for a hyphen at a line's end.
_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe"
_FULL_WIDTH = {
    code: code - 0xFEE0
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_FULL_WIDTH |= {ord("％"): "%", ord("＄"): "$", ord("￡"): "£", ord("＋"): "+", ord("～"): "~"}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2005\u2007\u2009\u202f\u3000"), " ")
_TRANSLATED = _FULL_WIDTH | _SPACES | {ord("‑"): "-", ord("‐"): "-"}

_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_ODD = Pattern(f"[{''.join(map(chr, _TRANSLATED))}{_UNSEEN}{_TONES}]")
_TRANSLATED_RUN = Pattern(f"[{''.join(map(chr, _TRANSLATED))}]+")
# All begin with one class of characters, and look back at what it has found: the search runs fast.
_REMOVED = Pattern(
    f"[{_UNSEEN}(（-](?:(?<=[{_UNSEEN}])[{_UNSEEN}]*(?:\r?\n)?"
    # a word broken at the end of a line, where its second half cannot stand alone
    r"|(?<=[a-z]-)\r?\n(?=(?:lion|sand|dred|cent|teen|ty|lars|jects|ment|tal|tons?|ion)\b)"
    rf"|(?<=[\u3400-\u9fff][(（])[a-z]{{0,6}}[{_TONES}][a-z{_TONES}]{{0,6}}[)）](?=[\u3400-\u9fff]))"
)
# Full-width points and commas belong to a number only between full-width digits.
_FULL_WIDTH_POINT = Pattern("．(?<=[０-９]．)(?=[０-９])")
_FULL_WIDTH_COMMA = Pattern("，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")


@dataclass(frozen=True, slots=True)
class Legible:
    """What patterns read in place of a text.

    Attributes:
        text: the text with plain digits and spaces and without unseen marks.
    """

    text: str
    _cuts: tuple[int, ...] = ()
    _shifts: tuple[int, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether marks were taken out, so that offsets differ."""
        return bool(self._cuts)

    def origin(self, offset: int) -> int:
        """Return the place in the original text of a place in the legible one."""
        if not self._cuts:
            return offset
        index = bisect_right(self._cuts, offset)
        return offset + (self._shifts[index - 1] if index else 0)

    def origin_end(self, offset: int) -> int:
        """Return where a span that ends here ends in the original text."""
        return self.origin(offset - 1) + 1 if offset else 0


def legible(text: str) -> Legible:
    """Make a text legible: one plain form for digits and spaces, unseen marks and wraps taken out."""
    text = with_tabs(run_on(text))
    if not text.isascii() and _ODD.search(text):
        text = _FULL_WIDTH_COMMA.sub(",", _FULL_WIDTH_POINT.sub(".", text))
        text = _TRANSLATED_RUN.sub(lambda run: run.group().translate(_TRANSLATED), text)
        return _without_removed(text)
    return _without_removed(text) if "-\n" in text or "-\r\n" in text else Legible(text)


def _without_removed(text: str) -> Legible:
    kept: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    at = removed = 0
    for match in _REMOVED.finditer(text):
        kept.append(text[at : match.start()])
        cuts.append(match.start() - removed)
        removed += match.end() - match.start()
        shifts.append(removed)
        at = match.end()
    if not cuts:
        return Legible(text)
    kept.append(text[at:])
    return Legible("".join(kept), tuple(cuts), tuple(shifts))
