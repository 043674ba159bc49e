"""English sentences that turn the clause of spending round.

Money is their subject ("Ⓜ will go to a line of Lorem"), or what is built is their predicate ("The
biggest, at Ⓜ, is a line of Lorem"). What is built needs no word of works where a body stands beside.
"""

import re
from collections.abc import Iterator

from extractor.models.rules.projects.english_names import BODIES, bodies, is_works
from extractor.models.rules.projects.english_outlay_frames import BACKER, NP, PAYS, STOP, WILL
from extractor.models.rules.projects.english_places import is_place_like, place_at
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.mentions import Example, Extent, Frame, Mention
from extractor.patterns import Pattern

_START = r"(?:^\W*|(?<=[;:] )|(?<=, )|(?<= and )|(?<= but )|(?<= while ))(?:(?:And|But|Then|Also|Finally),? )?"
_RANK = (
    r"(?:(?:[Tt]he )?(?:(?:single|by far the|second|third|next) ?-?)*(?:biggest|largest|smallest|costliest|dearest|priciest|heaviest|cheapest|most expensive)"
    r"|(?:[Tt]he |[Aa] )?(?:Ⓞ|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Nn]ext|[Ll]ast|[Oo]ther|[Ll]atter|[Ff]ormer)|[Oo]ne|[Aa]nother)"
)
_OF_WHAT = r"(?: (?:of (?:them|these|those|all|the [a-z]+)|project|deal|contract|investment|scheme|venture|one|item|ticket|che(?:ck|que)|commitment|pledge|signing|by (?:value|investment|size)))*"
_WORTH = r",? \(?(?:(?:at|with|worth|of|for|costing|valued|put|priced|estimated|a|an|the|total|investment|cost|outlay|some|about) )*(?P<m>Ⓜ)\)?,?"
_IS = r" (?:(?:is|was|will be|are|were)(?: to be)?(?: for)?|(?:belongs|belonged|goes|went|falls|fell) to|concerns|concerned)"
_OF = r"(?: (?:in|at|near|on|outside) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?,? (?:of|by|for|from|belonging to|proposed by|to be built by|built by)"
_WHO = rf"(?:{_OF} {BACKER}|(?:,? (?:at|in|on|with|by|through|for) which|,? (?:that|which|where)) {BACKER.replace('inv', 'inv2')} {WILL}(?:[a-z]+)\b|{STOP})"
_INTO = r"(?:in|on|into|for|towards?|behind|to [a-z]+(?: up)?)"

_ASIDE_OF_NAME = r"(?: (?:that|which|with|to|in|at|on|where) [^;:.ⒸⓂⓅ()]{2,70}?)?"

_IS_BEHIND = Pattern(r"Ⓜ\)?,?" + _IS)
_RANKED = (
    Cued(
        "’|'",
        rf"{_START}{_RANK}{_OF_WHAT}{_WORTH}{_IS} {BACKER}(?:['’]s|(?<=s)['’]) {NP}{STOP}",
    ),
    Cued("Ⓜ", rf"{_START}{_RANK}{_OF_WHAT}{_WORTH}{_IS} {NP}{_WHO}"),
)
"""What is built as the predicate of a rank, with its cost between: to be tried behind `_IS_BEHIND`."""
_TURNS = (
    Cued(
        "(Ⓜ",
        rf"{_START}{BACKER} {WILL}[a-z]+ [^;:.Ⓜ()]{{0,110}}? (?:for|on|to [a-z]+) (?=an? |the |its ){NP}{_ASIDE_OF_NAME} \((?P<m>Ⓜ)",
    ),
    Cued(
        "go|went|flow|set aside|earmarked|reserved|destined|meant|needed",
        rf"{_START}(?P<m>Ⓜ) (?:(?:will|is|are|has|have|to|be|been|being) )*(?:go|goes|going|gone|went|flow|flows|set aside|earmarked|reserved|destined|meant|needed)(?: in)?(?: to| into| towards?| for) {NP}{_WHO}",
    ),
    Cued(
        "Ⓜ for ",
        rf"^\W*(?P<m>Ⓜ) for {NP}(?=[,;])[^.:ⓂⒸ]{{0,90}}(?:(?:investor|builder|developer|owner|promoter)s?(?: is| are|:)|(?:invested|built|constructed|undertaken|developed)(?: and [a-z]+)? by) (?:the )?(?P<inv>{BODIES})",
    ),
    Cued(
        "what|how much|the sum",
        rf"(?P<m>Ⓜ)(?:: (?:that|this|it)|\. (?:That|This|It)| is| was)(?: is| was)? (?:what|how much|the sum(?: that)?) {BACKER} {WILL}(?:{PAYS}) {_INTO} {NP}{STOP}",
    ),
    Cued(
        "Ⓜ that ",
        rf"\b[Ii]t (?:is|was) (?P<m>Ⓜ) that {BACKER} {WILL}(?:{PAYS}) {_INTO} {NP}{STOP}",
    ),
    Cued(
        "hat ",
        rf"\b[Ww]hat {BACKER} {WILL}(?:{PAYS}) {_INTO} {NP}(?: (?:in|at|near|on) [^,;:.ⓂⒸⓅ]{{2,40}})? (?:is|was|comes to|amounts to|adds up to) (?P<m>Ⓜ)",
    ),
)


def turned(text: str) -> Iterator[Mention]:
    """Read "The biggest, at Ⓜ, is a line of Lorem", "Ⓜ will go to a line of Lorem"."""
    for turn in (*_RANKED, *_TURNS) if _IS_BEHIND.search(text) else _TURNS:
        for found in turn.finditer(text):
            name = found.span("name")
            builders = _builders(text, found)
            if not (builders or is_works(found.group("name"))):
                continue
            mention = Mention([name], min(name[0], found.start("m")), found.end(), builders)
            mention.amounts.append(("investment", found.start("m")))
            mention.place = place_at(text, name[1])
            yield mention


def _builders(text: str, found: re.Match[str]) -> list[Extent]:
    """Return the bodies of a match, where it has any that are no places."""
    where = next(
        (found.span(name) for name in _BODIES & found.re.groupindex.keys() if found[name]), None
    )
    told = bodies(text, *where) if where else []
    return [] if any(is_place_like(text[slice(*body)]) for body in told) else told


_BODIES = {"inv", "inv2"}


TURNED = Frame(
    turned,
    ("Ⓜ",),
    (
        Example(
            "The biggest, at Ⓜ, is an automated deep-freeze for Lorem Cold of Denmark",
            ("automated deep-freeze",),
            ("Lorem Cold",),
        ),
        Example(
            "One, worth Ⓜ, is the Dolor developer Lorem Homes' riverside quarter",
            ("riverside quarter",),
            ("Lorem Homes",),
        ),
        Example(
            "And Ⓜ will go to a line at which Lorem Bio, founded by Ⓝ graduates, makes bandages",
            ("line",),
            ("Lorem Bio",),
        ),
        Example(
            "Ⓜ: that is what Lorem Data, part of Ipsum Group, is to spend on a server park in Dolor",
            ("server park",),
            ("Lorem Data",),
            "Dolor",
        ),
        Example(
            "It is Ⓜ that Lorem Cables will put into its cable works at Dolor",
            ("cable works",),
            ("Lorem Cables",),
            "Dolor",
        ),
        Example(
            "Returns firm Lorem has taken Ⓠ, half of the hall, for a centre that sorts parcels (Ⓜ)",
            ("centre",),
            ("Lorem",),
        ),
        Example(
            "Ⓜ for cathode material, Ⓠ per year, the investor is Lorem Technology",
            ("cathode material",),
            ("Lorem Technology",),
        ),
        Example(
            "What Lorem Glass is to invest in the float line at Dolor comes to Ⓜ",
            ("float line",),
            ("Lorem Glass",),
            "Dolor",
        ),
    ),
)
