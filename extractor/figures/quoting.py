"""Short quoted names: the number words inside “three types” or “两新三电” are no figures."""

from extractor.patterns import Pattern

_OPENING = Pattern(r"“[^”“。.]{0,30}\Z")
_CLOSING = Pattern(r"[^”“。.,，;；%元]{0,40}”")
_STRAIGHT = Pattern(r"[\w\s+-]{0,30}\"")


def in_short_quote(text: str, start: int, end: int) -> bool:
    """Return whether a number stands in quotation marks that hold a name rather than speech."""
    if text[start - 1 : start] == '"':
        return bool(_STRAIGHT.match(text, end))
    lowest = max(0, start - 31)
    if text.find("“", lowest, start) < 0:
        return False
    return bool(_OPENING.search(text, lowest, start)) and bool(_CLOSING.match(text, end))
