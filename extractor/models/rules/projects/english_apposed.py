"""English amounts set off behind what they are the cost of: "its second factory in Lorem, Ⓜ".

A bare amount between two marks belongs to the noun phrase before the first, whatever that names:
works, a machine, a product. Its article begins the phrase, or the mark before it in a list.
"""

from extractor.models.rules.projects.english_names import BODIES
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_SET_OFF = Pattern(
    r" ?[,(:–—]\s?(?:(?:with|at|for|worth|an?|the|total|planned|investment|cost|outlay|price|sum|amount|capital|is|of|no less than|about|some) )*$"
)
_CLOSED = Pattern(r"\s*(?:[.,;)]|$)")
_START = Pattern(
    r"(?:\b(?:an?|the|its|their|his|another|such as|including|namely|to (?:build|make|produce|develop)) |; (?:and )?|: |^\W*(?=[a-z]))(?!(?:an?|the|its|total|sum|cost|investment) )"
)
_PHRASE = Pattern(
    r"(?P<name>(?:(?! (?:of|by|from|in|at|with|near|consisting|under|to be|invested|built|undertaken|is|are|was|were|has|have|had|will|that|which|and) )[^,;:.()ⓂⒸⓅ]){4,70}(?: \((?:phase|stage) [^)]{1,6}\))?)"
    rf"(?: (?:of|by|from) (?:the )?(?P<inv>{BODIES}))?(?: (?:in|at|with|near|consisting|under|to be|invested|built|undertaken) [^,;:()ⓂⒸⓅ]{{1,70}})?"
)
_FARTHEST = 160
_NO_THING = Pattern(
    r"\b(?:agreements?|contracts?|memorand\w+|MoUs?|orders?|deals?|funds?|credit|loans?|leases?|output|capacity|sales|number|amount|value|phase|year|month|day|prize|stage|round|batch|area|region|group|company|firm|maker|team|economy|market|industry|sector|state|city|county|budget|debt|revenue|turnover|trade|exports|imports|income|profit)$|^(?:largest|biggest|smallest|first|second|third|latter|former|rest|same|other|most)\b(?! \w+)"
)


def apposed(text: str, place: int, floor: int) -> tuple[Extent, Extent | None] | None:
    """Return what an amount is set off behind, and the body it is "of", if that is told.

    Args:
        text: a sentence of the reading.
        place: where the amount stands in it.
        floor: where its clause begins.
    """
    off = _SET_OFF.search(text, max(floor, place - _FARTHEST), place)
    if off is None or not _CLOSED.match(text, place + 1):
        return None
    starts = [*_START.finditer(text, max(floor, place - _FARTHEST), off.start())]
    for start in reversed(starts):
        found = _PHRASE.fullmatch(text, start.end(), off.start())
        if found and not _NO_THING.search(found.group("name")):
            body = found.span("inv") if found.group("inv") else None
            return found.span("name"), body
    return None
