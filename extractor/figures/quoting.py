"""Short quoted names: the number words inside “three types” or “两新三电” are no figures."""

import re

from extractor.patterns import Pattern

_OPENING = Pattern(r"“[^”“。.]{0,30}\Z")
_CLOSING = Pattern(r"[^”“。.,，;；%元]{0,40}”")
_STRAIGHT = Pattern(r"[\w\s+-]{0,30}\"")

_EVENT_NAME = Pattern(
    r"(?:[^”“\"。]{2,38}[会會展节節周週月行赛賽坛壇季]"
    r"|[ ][^”“\".]{2,60}(?:convention|conference|forum|fair|expo(?:sition)?|summit|week|month|festival|meeting|meet|exhibition|days?|tour|congress))[”\"]",
    re.IGNORECASE,
)


def opens_event_name(text: str, start: int, end: int) -> bool:
    """Return whether a year stands first in the quoted name of an event, which it then dates."""
    is_year = end - start == len("2024") and text[start : start + 2] in {"19", "20"}
    is_first = text[start - 1 : start] in {"“", '"'}
    return is_year and is_first and bool(_EVENT_NAME.match(text, end))


def in_short_quote(text: str, start: int, end: int) -> bool:
    """Return whether a number stands in quotation marks that hold a name rather than speech."""
    if text[start - 1 : start] == '"':
        return bool(_STRAIGHT.match(text, end))
    lowest = max(0, start - 31)
    if text.find("“", lowest, start) < 0:
        return False
    return bool(_OPENING.search(text, lowest, start)) and bool(_CLOSING.match(text, end))
