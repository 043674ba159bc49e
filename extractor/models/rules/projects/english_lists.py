"""English words that name projects by what they came from, where they settled, or under one count."""

from collections.abc import Iterator

from extractor.models.rules.projects.english_names import (
    BODY,
    CAP,
    DETERMINER,
    bodies,
    cut_name,
    name_before,
    name_end,
)
from extractor.models.rules.projects.english_places import is_place_like, place_at
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Example, Extent, Frame, Mention
from extractor.models.rules.words.words import CAPITAL
from extractor.patterns import Pattern

_CAME_FROM = Pattern(
    rf"(?P<amount>Ⓜ),? (?:came|comes|(?:will|is to|would|are to) come|is|was|were|are) from (?:the )?(?P<inv>{BODY}),?"
    rf" (?:for|(?:which|who|that) (?:will|is to|plans to|wants to|would) (?:\w+ ){{1,2}}|to (?:\w+ ){{1,2}}) ?{DETERMINER} (?P<name>[^,;.ⓂⒸ]+)"
)
_SETTLED = Pattern(
    r",? (?:(?:was|is|were|has|have|will)(?: also| already| been| be)* (?:officially |formally )?)?(?:placed|settled|settles|settle|landed|sited|located|signed)(?: down)? (?=in\b|at\b|into\b)"
)
_OWNED = Pattern(rf"(?P<inv>{BODY})['’]s (?=\S)")
_NOUN = r"(?:projects|schemes|ventures|plants|parks|factories|bases|cent(?:er|re)s|farms|hotels|resorts|mills|lines|hospitals)"
_TITLE = rf"(?:No\. ?)?{CAP}(?: (?:{CAP}|of|and(?= [A-Z][\w-]+ (?:Expansion|Project))))*"
_NAMELY = Pattern(
    rf"Ⓒ (?:of the )?(?P<group>(?:[a-z][\w-]* ){{1,4}}){_NOUN},? (?:namely|—|–|:|are|were)?[:,]? ?(?:the )?(?P<list>{_TITLE}(?:, {_TITLE})*,? and (?:the )?{_TITLE})(?=[,.;]| whose| with|$)"
)
_AND = Pattern(r",? and (?:the )?|, (?:the )?")
_ONE_BODY = r"(?:(?! (?:at|in|near|on|and) )[^,;:.ⓂⒸⓅ]){2,60}"
_NAMED_BODY = r"(?=[A-Z])(?:(?! (?:at|in|near|on) )(?:[^,;:.ⓂⒸⓅ]|\.(?=[A-Z]))){3,70}"
_OF_EACH = r"(?:one each )?(?:of|by|from|belonging to|promoted by|for) (?:the )?"
_TO_SUM = r"(?: (?:add up to|adding up to|cost|costing|total|totalling|totaling|come to|are worth|worth|at|for|with|are put at|take|need|require|will cost|a|an|combined|joint|together|jointly|in all|between them|total|investment|of|some|about))*"
_DEALT = Pattern(
    rf"[ⒸⓃ] (?P<name>(?:[a-z][\w-]* ){{1,4}}(?!projects|schemes|ventures){_NOUN})(?:, {_OF_EACH}(?P<list>{_NAMED_BODY}(?:, {_NAMED_BODY})*,? and {_ONE_BODY})| {_OF_EACH}(?P<two>{_NAMED_BODY} and {_ONE_BODY}))"
    rf"(?:,? (?:in|at|near|on) (?:the )?(?P<places>{CAP}(?: {CAP})*(?:, {CAP}(?: {CAP})*)*,? and {CAP}(?: {CAP})*))?(?:,| \()?{_TO_SUM} ?(?P<m>Ⓜ)"
)
_PAIR = ("one", "another")
_EACH_OF = Pattern(
    rf"[ⒸⓃ] (?P<name>(?:[a-z][\w-]* ){{1,4}}{_NOUN})\b[^:;.ⓂⒸ]{{0,40}}: (?P<list>{CAP}[^;.Ⓜ]*['’]s[^;.Ⓜ]*)"
)
_OWNER = Pattern(rf"(?P<inv>{CAP}(?: {CAP})*)['’]s(?=[ ,]|$)")


def came_from(text: str) -> Iterator[Mention]:
    """Read "the largest pledge, Ⓜ, came from X, which will build a Y"."""
    for found in _CAME_FROM.finditer(text):
        name = cut_name(text, *_up_to_works(text, *found.span("name")))
        builders = bodies(text, *found.span("inv"))
        if name and builders:
            mention = Mention([name], found.start(), name[1], builders, place_at(text, name[1]))
            mention.amounts.append(("investment", found.start("amount")))
            yield mention


def _up_to_works(text: str, start: int, end: int) -> Extent:
    """Return the words up to the first of works."""
    works = works_in(text, start, end)
    return (start, name_end(text, works[0][1], with_owner=False)) if works else (start, end)


def settled(text: str) -> Iterator[Mention]:
    """Read "X's Y project was placed in the Z Zone", which has its amount later or never."""
    for _, works_end in works_in(text):
        end = name_end(text, works_end, with_owner=False)
        found = _SETTLED.match(text, end)
        name = name_before(text, end) if found else None
        owner = _OWNED.match(text, *name) if name else None
        if not found or name is None or owner is None:
            continue
        builders = bodies(text, *owner.span("inv"))
        if builders:
            place = place_at(text, found.end() - 1)
            yield Mention([(owner.end(), end)], name[0], end, builders, place)


def listed_under_count(text: str) -> Iterator[Mention]:
    """Read "Ⓒ cold chain projects, namely A Port, B Center and C Store"."""
    for found in _NAMELY.finditer(text):
        at = found.start("list")
        names: list[Extent] = []
        for cut in [*_AND.finditer(text, *found.span("list")), None]:
            stop = cut.start() if cut else found.end("list")
            names.append((at, stop))
            at = cut.end() if cut else stop
        if not any(works_in(text, *name) for name in names):
            continue
        start, end = found.span("group")
        yield Mention(names, found.start(), found.end("list"), group=(start, end - 1))


def each_of(text: str) -> Iterator[Mention]:
    """Read "Ⓒ data centre parks are in the bag: X's at A and Y's at B"."""
    for found in _EACH_OF.finditer(text):
        owners = list(_OWNER.finditer(text, *found.span("list")))
        builders = [body for owner in owners for body in bodies(text, *owner.span("inv"))]
        if len(builders) > 1:
            name = found.span("name")
            yield Mention([name], found.start(), owners[-1].end(), builders, dealt=True)


def dealt(text: str) -> Iterator[Mention]:
    """Read "Ⓒ rail parks, of X and Y, at A and B, add up to Ⓜ": each body has one of them."""
    for found in _DEALT.finditer(text):
        builders = [
            body
            for piece in _pieces(text, *found.span("list" if found.group("list") else "two"))
            for body in bodies(text, *piece)
        ]
        places = _pieces(text, *found.span("places")) if found.group("places") else []
        name = found.span("name")
        if len(builders) < len(_PAIR) or any(is_place_like(text[slice(*b)]) for b in builders):
            continue
        mention = Mention([name], found.start(), found.end(), builders, dealt=True, group=name)
        if len(places) == len(builders):
            mention.places = places
        mention.amounts.append(("investment", found.start("m")))
        yield mention


def _pieces(text: str, start: int, end: int) -> list[Extent]:
    """Return the parts of a list, each from its first capital letter on."""
    found: list[Extent] = []
    for cut in [*_AND.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        if capital := CAPITAL.search(text, start, stop):
            found.append((capital.start(), stop))
        start = cut.end() if cut else stop
    return found


DEALT = Frame(
    dealt,
    (" and ",),
    (
        Example(
            "Ⓒ rail parks, of Lorem Ports and the state-run Ipsum Lines, at Dolor and Amet, add up to Ⓜ",
            ("rail parks",),
            ("Lorem Ports", "Ipsum Lines"),
        ),
    ),
)
