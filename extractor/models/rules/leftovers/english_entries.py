"""Items of an English list that each tell of one project: a number, a firm, what it builds.

An item begins with a number or a bullet, then the firm, then in any order and with any marks
between them what it builds, where, for how much and for how many jobs.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractor.draft.schema import DraftTarget
from extractor.models.rules.leftovers.english_outlays import NO_OUTLAY_BEHIND, firms, owners_of
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_costs import take_owner
from extractor.models.rules.projects.english_names import BODIES, BODY, is_works
from extractor.models.rules.projects.english_places import is_place_like, place_at
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.tails import THIS_YEAR
from extractor.models.rules.projects.targets import find_targets
from extractor.models.rules.reading.reading import MONEY, Sentence
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.patterns import Pattern
from extractor.record import AmountKind

_NUMBER = Pattern(
    r"\s*(?:(?:[ⒸⓃⓄⓆ]|\d{1,2})(?:[-–](?:[ⒸⓃⓄⓆ]|\d{1,2}))?[.)]|\((?:[ⒸⓃⓄⓆ]|\d{1,2})\)|[*•·▪●‣]|[-–—](?= ))\s*[*_“]*"
)
_SUM_FIRST = Pattern(
    r"(?:about |some |over )?Ⓜ(?: ?[,;:–—-]| for| to [a-z]+)? *(?:an? |the |its )?"
)
"""The cost that an item begins with: "Ⓜ, a lens line of Lorem"."""
_HEAD = Pattern(
    r"(?P<head>[A-Za-zⓆⓃⒸ](?:[^.,:;()—–ⓂⒸⓅ]|(?<=\bNo)\.){1,110}?(?: (?:Co|Inc|Ltd|Corp)\.(?:,? Ltd\.?)?)?)(?:[ *_”]{0,3}(?:[,:;(—–]|(?<!\bNo)\.)|$)"
)
_FIRM = Pattern(rf"(?:The )?{BODIES}")
_NO_HEAD = Pattern(r" (?:is|are|was|were|will|has|have|signed|plans|to(?= [a-z]))\b")
_PIECE = Pattern(r"[^.,:;()—–]+")
_IN = Pattern(r"(?: |^)(?:in|at|outside|near|for|on|of)(?: the)? (?=[A-Z])")
_PLACE = Pattern(
    r"\s*(?:[Ii]n |[Aa]t |[Ll]ocation )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})\s*$"
)
_NAME = Pattern(
    r"\s*(?:(?:[Aa]n?|[Tt]he|[Ii]ts|will|to|plans|build|builds|for|which|and|Ⓜ) ){0,8}(?P<name>(?:[ⒸⓃⓆ][- ])?[A-Za-z][^ⒸⓂⓅ]{3,70}?)(?: (?:in|at|near|outside|on|for) (?:the )?[A-Z].*| (?:by|worth|with|to|from|at)\b.*)?\s*$"
)
_NO_NAME = Pattern(
    r"\s*(?:[Tt]he (?:company|firm|state|county|smallest|largest|only|group)|[Ii]t|[Tt]hey|[Jj]obs|[Ii]nvestment|[Aa]bout|[Uu]p to|[Oo]ne|[Ll]argest|[Ss]mallest|[Nn]o|and|with|which|who|whose|that|Inc|Ltd)\b|.*\b(?:jobs|year|hour|wage|pair|said|says|release|dollar)\b"
)
_JOBS = Pattern(
    r"(?:(?P<jobs>[ⒸⓃⓄ])(?: (?:new|direct|full-time|permanent|seasonal|and|local|more))* (?P<measure>jobs)\b|\b(?P<before>[Jj]obs|[Jj]ob pledge|[Ee]mployees|[Hh]ires)(?::|,)? ?\(?(?P<behind>[ⒸⓃⓄ]))"
)
_WORKS_OF = Pattern(
    rf"(?:An? |The )?(?P<name>.+?)(?: (?:of|by|in|at|near|for) (?:the )?(?>{BODIES})(?: \([^()]*\))?)*(?: (?:in|at|near|on|outside) .*)?$"
)
_BUILDER = Pattern(
    r"\b(?:(?:[Ii]nvestors?|[Dd]evelopers?|[Bb]uilders?|[Pp]romoters?|[Oo]wners?|invest(?:ing|ment) (?:party|subject|body))(?: is| are|:)|by|of)"
    rf" (?:the |an? )?(?:(?:joint venture|consortium|JV|partnership|alliance|subsidiary|unit) (?:of|between) )?(?P<inv>{BODIES})(?=[,.;:()]| (?:in|at|near|on|outside) |$)"
)
_BARE = Pattern(rf"\s*(?:and )?(?P<inv>{BODIES})\s*")
_BODY_AND_NAME = Pattern(rf"(?P<inv>{BODY}) (?:the|its|an?) (?P<name>[^,;:.]{{4,90}})")
_ROLE = Pattern(r"\b(?:[Ii]nvestors?|[Dd]evelopers?|[Bb]uilders?|[Pp]romoters?|[Oo]wners?): ")
_FEWEST = 3


def read_entries(placed: Placed) -> None:
    """Find the projects that the items of a list tell of."""
    items = list(_items(placed))
    if len(items) >= _FEWEST:
        for start, end, sentence in items:
            _read_item(placed, start, end, sentence)


def _items(placed: Placed) -> Iterator[tuple[int, int, Sentence]]:
    """Give the items of lists: where the words behind the number begin and end, first sentence."""
    sentences = placed.reading.sentences
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        lines = list(group)
        start = lines[0].start
        end = lines[-1].start + len(lines[-1].text)
        number = _NUMBER.match(placed.reading.text, start, end)
        if number and number.end() < end:
            yield number.end(), end, lines[0]


def _read_item(placed: Placed, start: int, end: int, sentence: Sentence) -> None:
    text = placed.reading.text
    sum_first = _SUM_FIRST.match(text, start, end)
    head = _HEAD.match(text, sum_first.end() if sum_first else start, end)
    if head is None or _NO_HEAD.search(head.group("head")):
        return
    if not (sum_first or head.group("head")[0].isupper()):
        return
    if any(start <= group.at < end for group in placed.groups):
        return
    project = next((p for p in placed.projects if start <= p.name[0] < end), None)
    money = [
        at for at in placed.left(start, end, MONEY) if not NO_OUTLAY_BEHIND.match(text, at + 1)
    ]
    builders = _builders(text, start, end)
    is_told = money or (builders and is_works(head.group("head")))
    if project is None and not is_told:
        return
    rest = head.end("head")
    if project is None:
        project = NamedProject(_named_by(text, *head.span("head")), sentence)
        placed.projects.append(project)
    is_firm = _FIRM.fullmatch(head.group("head")) and not is_works(head.group("head"))
    if is_firm and not (builders and _ROLE.search(text, rest, end)):
        builders = firms(text, *head.span("head"))
        if project.name[0] < rest:
            project.name = _name(text, rest, end) or head.span("head")
    elif not (builders or project.investors):
        builders = _bare_body(text, rest, end) or _owner(text, project)
    project.investors = project.investors or builders
    _add_amounts(placed, project, money)
    project.place = project.place or _place(text, rest, end, project.investors)
    project.targets += _targets(placed, start, end)


def _add_amounts(placed: Placed, project: NamedProject, money: Sequence[int]) -> None:
    """Give a project its cost, and what of it is spent in the year."""
    text = placed.reading.text
    for at in money:
        is_of_year = THIS_YEAR.match(text, at + 1) is not None
        kind: AmountKind = "current_year" if is_of_year else "investment"
        if all(kind != known for known, _ in project.amounts):
            project.amounts.append((kind, placed.take(at)))


def _bare_body(text: str, start: int, end: int) -> list[Extent]:
    """Return the first piece of an item that is nothing but a body: "lens line, Lorem Optics"."""
    for piece in _PIECE.finditer(text, start, end):
        found = _BARE.fullmatch(piece.group())
        if found and not is_place_like(found.group("inv")):
            at = piece.start() + found.start("inv")
            return firms(text, at, at + len(found.group("inv")))
    return []


def _owner(text: str, project: NamedProject) -> list[Extent]:
    """Take the body that a name begins with: "Lorem's line", "Lorem Crane the crane factory"."""
    name, owners = owners_of(text, project.name)
    if owners:
        project.name = name
        return owners
    if found := _BODY_AND_NAME.match(text, *name):
        project.name = found.span("name")
        return firms(text, *found.span("inv"))
    mention = Mention([name], *name)
    take_owner(text, mention)
    project.place = project.place or mention.place
    return mention.investors


def _builders(text: str, start: int, end: int) -> list[Extent]:
    """Return the bodies that an item names behind "by" and the like."""
    found = _BUILDER.search(text, start, end)
    return firms(text, *found.span("inv")) if found else []


def _named_by(text: str, start: int, end: int) -> Extent:
    """Return what an item's head names: without its article, and whose or where it is."""
    found = _WORKS_OF.match(text, start, end)
    return found.span("name") if found else (start, end)


def _name(text: str, start: int, end: int) -> Extent | None:
    """Return the words that name what is built: those of works, else the first that may."""
    first: Extent | None = None
    for piece in _PIECE.finditer(text, start, end):
        found = _NAME.match(piece.group())
        if found is None or _PLACE.match(piece.group()) or _NO_NAME.match(piece.group()):
            continue
        name = (piece.start() + found.start("name"), piece.start() + found.end("name"))
        if is_works(text[slice(*name)]):
            return name
        first = first or name
    return first


def _place(text: str, start: int, end: int, builders: Sequence[Extent]) -> Extent | None:
    """Return the piece of an item that is a name with capitals alone, or stands behind "in"."""
    for piece in _PIECE.finditer(text, start, end):
        if any(first < piece.end() and piece.start() < last for first, last in builders):
            continue
        if found := _PLACE.match(piece.group()):
            return piece.start() + found.start("place"), piece.start() + found.end("place")
    for found in _IN.finditer(text, start, end):
        if place := place_at(text, found.start()):
            return place
    return None


def _targets(placed: Placed, start: int, end: int) -> list[DraftTarget]:
    """Return what an item's project is to make or bring, with jobs that stand as a bare piece."""
    reading, targets = placed.reading, []
    for mark, target in find_targets(reading, [(start, end)], placed.taken):
        targets.append(target)
        placed.taken.add(mark.figure.id)
    for found in _JOBS.finditer(reading.text, start, end):
        at = found.start("jobs") if found.group("jobs") else found.start("behind")
        if not placed.is_free(at):
            continue
        named = found.span("measure") if found.group("measure") else found.span("before")
        unit = None if reading.mark(at).figure.unit else "jobs"
        measure = reading.quote(*named)
        targets.append(DraftTarget(f=placed.take(at).figure.id, measure=measure, unit=unit))
    return targets
