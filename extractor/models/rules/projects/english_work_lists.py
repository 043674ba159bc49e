"""Lists of what is built, in English: "the Lorem mill of Ipsum, a park in Dolor (Ⓜ) and Amet's port".

Each item is a noun phrase of works, or of anything that bears a name; who builds it stands behind
"of" and "by", in brackets, or before it ("Ipsum's", "Ipsum, for"). A piece between commas that names
nothing new ("by Ipsum", "Ⓜ") goes on with the item before.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.models.rules.projects.english_builders import find_builder
from extractor.models.rules.projects.english_names import BODIES, BODY, DETERMINER, bodies, is_works
from extractor.models.rules.projects.english_places import is_place_like, place_at
from extractor.models.rules.words.english_works import has_works, words_in
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.patterns import Pattern


@dataclass(slots=True)
class Item:
    """One thing of a list; offsets are those of the sentence.

    Attributes:
        name: where its name stands.
        end: where the item ends.
        builders: who builds it.
        place: where it lies.
        amount: offset of its own amount.
        is_works: whether its name is one of works.
    """

    name: Extent
    end: int
    builders: list[Extent] = field(default_factory=list)
    place: Extent | None = None
    amount: int | None = None
    is_works: bool = True


_MARK = Pattern(
    r"(?:;|,)? (?:and )?from (?=[A-Z][^,;]{2,60}? for (?:an?|the) )|(?:;|,)(?: and)? the (?:latter|second|third) (?:one )?(?:in|to|for|on|into|is) |;(?: and)? |, and |, | and "
)
_ARTICLE = rf"(?:{DETERMINER}|The|An?|Its|Their|One|Another)"
_DET = Pattern(rf"(?:{_ARTICLE}|Ⓝ|Ⓒ) (?!(?:latter|former)\b)")
_NAMED = Pattern(r"[A-Z“\"]")
_GOES_ON = Pattern(
    r"(?:by|from|with|worth|invested|backed|which|who|whose|that|where|in|at|on|near|for|covering|costing|valued|put|to|of|Ⓜ|\(|Ltd|Inc|Co\b|Corp|total|totall?ing|each|all|both|while|but|as|also|due|respectively"
    r"|an? (?:Ⓜ|total|joint|unit|subsidiary|affiliate|venture|[a-z-]+ (?:firm|company|group|maker|developer|producer|investor|giant|undertaking|investment|affair|project)\b)"
    r"|[Tt]he (?:(?:total|latter|former|two|three|four|five|pair|trio|lot|whole|investment|contract|combined|first phase|amount|sum|investor|company|firm)\b)|[a-z]+(?:ed|ing) )"
)
_LEAD = Pattern(
    rf"\W*(?:and )?(?:{_ARTICLE} )?(?:Ⓜ[- ])?(?:(?:construction|establishment|development) of (?:an? |the )?)?"
)
_OWNER = Pattern(rf"(?P<inv>{BODY})(?:(?:['’]s|(?<=s)['’]) (?=\S))")
_FIRM_FIRST = Pattern(
    rf"(?:[Tt]he |an? )?(?:(?:[A-Z][\w-]+ )?(?:(?!(?:for|of|de) )[a-z-]+ ){{1,3}})?(?P<inv>{BODIES})(?: \((?:an? |the )?|,? (?:for|with|behind|and its?) (?:an?|its|the|another) |, whose |, (?:which|who) (?:[a-z]+ ){{1,3}}(?:an? |the |its )?|: (?:an? |the )?)(?=[a-zⒸⓃⓆ“A-Z])"
)
_DEED = Pattern(r"(?P<deed>[^,;:]*?) (?:for|into) (?:an?|the|its) ")
_DEEDS = Pattern(
    r"\b(?:(?:height|wid|deep|length)ening|upgrading|renovation|relocation|expansion|restoration|reconstruction|extension|conversion|renewal|upgrade|phase|transformation|treatment|rebuilding)$"
)
_NAME_END = Pattern(
    r",| \(|\)| [–—-] | (?:of|by|from|for) (?:the )?(?=[A-Z])| (?:in|at|near|on|outside|off|inside) (?:the )?(?=[A-Z])| (?:of|by) (?:the |an? )?[a-z-]+(?: [a-z-]+)? (?=[A-Z])"
    r"| (?:with|worth|costing|valued|invested|built|developed|planned|proposed|promoted|backed|set|owned|which|that|whose|to be|to [a-z]+|put|at|near|under|due|will|is|are|was|were|has|have)\b| ?Ⓜ|[;:.]?$"
)
_BRACKETED = Pattern(rf" \((?:by )?(?P<inv>{BODIES})[),;]")
_FOR_BODY = Pattern(rf" for (?:the )?(?P<inv>{BODY})(?=[,.;(]| worth\b| with\b|$)")
_AMOUNT = "Ⓜ"


def items_of(text: str, start: int, end: int) -> list[Item]:
    """Return the items of a list in a sentence of the reading.

    Args:
        text: the sentence.
        start: where the list begins.
        end: where it ends.
    """
    cuts = [(start, start), *_cuts(text, start, end), (end, end)]
    found = (_item(text, before[1], after[0]) for before, after in pairwise(cuts))
    return [item for item in found if item]


def _cuts(text: str, start: int, end: int) -> list[Extent]:
    """Return the marks of a list that stand between two of its items."""
    is_articled = bool(_DET.match(text, start))
    marks = [mark.span() for mark in _MARK.finditer(text, start, end)]
    marks = [mark for mark in marks if not _is_in_brackets(text, start, mark[0])]
    last_comma = max((mark[0] for mark in marks if text[slice(*mark)] != " and "), default=start)
    cuts: list[Extent] = []
    for mark in marks:
        at = mark[1]
        if text[slice(*mark)] != " and ":
            is_item = not _GOES_ON.match(text, at)
        elif _DET.match(text, at) or _OWNER.match(text, at):
            is_item = True
        else:
            is_last = bool(cuts) and mark[0] > last_comma
            is_item = not is_articled and (is_last or bool(_NAMED.match(text, at)))
        if is_item:
            cuts.append(mark)
    return cuts


def _is_in_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _item(text: str, start: int, end: int) -> Item | None:
    """Read one item: its name, and what is told of it."""
    at, builders, place = _before_name(text, start, end)
    name = _named(text, at, _name_end(text, at, end))
    words = text[slice(*name)]
    if not words.strip():
        return None
    item = Item(name, end, builders, is_works=is_works(words))
    item.place = place or place_at(text, name[1])
    if not builders:
        item.builders = _builders(text, name, end)
    amount = text.find(_AMOUNT, start, end)
    item.amount = amount if amount >= 0 else None
    return item


def _before_name(text: str, start: int, end: int) -> tuple[int, list[Extent], Extent | None]:
    """Return where a name begins, and the builders or the place that stand before it."""
    first = _FIRM_FIRST.match(text, start, end)
    owner = first or _OWNER.match(text, start, end)
    builders: list[Extent] = []
    place: Extent | None = None
    if owner and not is_place_like(owner.group("inv")):
        builders = bodies(text, *owner.span("inv"))
    elif owner and not first:
        place = owner.span("inv")
    if owner and (builders or place):
        start = owner.end()
    lead = _LEAD.match(text, start, end)
    return (lead.end() if lead else start), builders, place


def _named(text: str, start: int, end: int) -> Extent:
    """Return a name without the deed that it stands behind: "the first stone for a mill"."""
    found = _DEED.match(text, start, end)
    if found and not has_works(words_in(found.group("deed"))):
        start = found.end()
    return start, end


def _name_end(text: str, start: int, end: int) -> int:
    """Return where a name ends: behind its works, at whose, where or how much it is."""
    for found in _NAME_END.finditer(text, start, end):
        last = found.start()
        if _is_deed(text, start, found):
            continue
        if has_works(words_in(text[start:last])) or text.startswith((",", ";"), last):
            break
    else:
        last = end
    return start + len(text[start:last].rstrip(" .,;"))


def _is_deed(text: str, start: int, found: re.Match[str]) -> bool:
    """Return whether what stands before an "of" is done to what stands behind it."""
    return found.group().startswith(" of ") and bool(_DEEDS.search(text, start, found.start()))


def _builders(text: str, name: Extent, end: int) -> list[Extent]:
    """Return who builds an item by the words behind its name."""
    piece = text[:end]
    if found := _BRACKETED.match(piece, name[1]) or _FOR_BODY.match(piece, name[1]):
        return [] if is_place_like(found.group("inv")) else bodies(text, *found.span("inv"))
    mention = Mention([name], *name)
    find_builder(piece, mention)
    return [body for body in mention.investors if body[0] >= name[1]]
