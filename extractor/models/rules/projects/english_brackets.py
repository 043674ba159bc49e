"""English firms with what they build and for how much in brackets: "Lorem Cables (Ⓜ, cable works)"."""

from collections.abc import Iterator

from extractor.models.rules.projects.english_names import BODY, bodies, is_works
from extractor.models.rules.projects.english_places import is_place_like, place_at
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.mentions import Example, Extent, Frame, Mention
from extractor.patterns import Pattern

_BRACKET = Cued("(", rf"(?P<inv>{BODY}) \((?P<told>[^()]*Ⓜ[^()]*)\)")
_BEHIND_COST = Cued(
    "(", rf"(?P<inv>{BODY})(?: (?!and\b|in\b|of\b)[a-z]+){{1,4}} (?P<m>Ⓜ) \((?P<told>[^()ⓂⓅ]+)\)"
)
_BETWEEN_MARKS = Pattern(rf"[;:] (?:and )?(?P<inv>{BODY}), (?P<told>[^;:.]*Ⓜ[^;:.]*)(?=;|\.?\s*$)")
_BEHIND_DASH = Cued(
    "—|–",
    rf"(?:^\W*|; (?:and )?)(?P<inv>{BODY}) ?[—–] ?(?P<told>[^;:.—–]*,[^;:.—–]*Ⓜ[^;:.—–]*)(?=;|\.?\s*$)",
)
_PIECE = Pattern(r"[^,;–—]+")
_COST = Pattern(
    r"\s*(?:(?:at|for|with|worth|about|some|over|an?|the|total|planned|investment|cost|outlay|of|in) |(?:investment|cost): )*Ⓜ\s*"
)
_NAME = Pattern(
    r"\s*(?:an? |the |its )?(?P<name>(?:[ⒸⓃ]-|Ⓠ )?(?!(?:up|down|over|under|about|mostly|mainly|chiefly|largely|all|both|each|or|and|of|in|for|at|from|against|compared|including|excluding|excl|incl|per|see|which|who|whose|where|located|settled|situated|with|not|no|some|its|formerly|now|then|plus|part|listed|based|owned|approx|jobs)\b)[a-z][^ⒸⓂⓅ]{2,70}?)"
    r"(?= (?:in|at|near|on|outside) (?:the )?[A-Z]| (?:that|which|with|by|to|as)\b| [a-z]+ing (?:[ⓆⓃⒸ]|an?\b|the\b|its\b)|\s*$)"
)
_NO_NAME = Pattern(
    r"\b(?:jobs|staff|people|workers|employees|posts|year|years|month|project|projects|percent|total|phase|acres|hectares|shares?|stake|seats|crore|yuan|dollars)$"
)


def bracketed(text: str) -> Iterator[Mention]:
    """Read "Lorem Cables (Ⓜ, cable works)" and "Lorem Toys for Ⓜ (plush toys)"."""
    told = [(found, False) for found in (*_BRACKET.finditer(text), *_BEHIND_DASH.finditer(text))]
    told += [(found, True) for found in _BETWEEN_MARKS.finditer(text)]
    for found, is_of_works in told:
        pieces = _pieces(text, found.span("told"))
        costs = [piece for piece in pieces if _COST.fullmatch(text, *piece)]
        name = _name(text, [piece for piece in pieces if piece not in costs])
        if name and len(costs) == 1 and (not is_of_works or is_works(text[slice(*name)])):
            yield from _told(text, found.span("inv"), name, text.index("Ⓜ", *costs[0]))
    for found in _BEHIND_COST.finditer(text):
        name = _name(text, _pieces(text, found.span("told")))
        if name and is_works(text[slice(*name)]):
            yield from _told(text, found.span("inv"), name, found.start("m"))


def _pieces(text: str, told: Extent) -> list[Extent]:
    return [piece.span() for piece in _PIECE.finditer(text, *told)]


def _name(text: str, pieces: list[Extent]) -> Extent | None:
    """Return what the first piece names that may be built."""
    for piece in pieces:
        found = _NAME.match(text, *piece)
        if found and not _NO_NAME.search(found.group("name")):
            return found.span("name")
    return None


def _told(text: str, body: Extent, name: Extent, amount: int) -> Iterator[Mention]:
    """Give the project of a body, unless that is a place."""
    builders = [] if is_place_like(text[slice(*body)]) else bodies(text, *body)
    if builders:
        end = max(name[1], amount + 1)
        mention = Mention([name], body[0], end, builders, place_at(text, name[1]))
        mention.amounts.append(("investment", amount))
        yield mention


BRACKETED = Frame(
    bracketed,
    ("Ⓜ",),
    (
        Example(
            "Others are Lorem Dairies (Ⓜ, milk plant doing Ⓠ daily) and Ipsum Toys (plush toys, Ⓜ)",
            ("milk plant", "plush toys"),
            ("Lorem Dairies", "Ipsum Toys"),
        ),
        Example(
            "Lorem Cables is good for Ⓜ (submarine cable works), Ipsum Paints for Ⓜ (coating line)",
            ("submarine cable works", "coating line"),
            ("Lorem Cables", "Ipsum Paints"),
        ),
        Example(
            "Signed were: Lorem Farms, mushroom factory, Ⓜ; Ipsum Energy, Ⓜ, wind park",
            ("mushroom factory", "wind park"),
            ("Lorem Farms", "Ipsum Energy"),
        ),
        Example(
            "Lorem Solar — Ⓠ single crystal pulling, located in Dolor Park, Ⓜ;",
            ("Ⓠ single crystal pulling",),
            ("Lorem Solar",),
        ),
    ),
)
