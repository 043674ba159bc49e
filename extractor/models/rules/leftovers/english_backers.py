"""Who builds an English project of which the first reading knows no investor.

He is told around the name or the amount: the head of the sentence, "(Lorem Co.)" and "by the Dolor
firm Lorem" behind them, "in which Lorem ..." , "a deal by Lorem involves ..." before them; or he
stands in the name itself.
"""

import re
from bisect import bisect_right

from extractor.models.rules.leftovers.english_outlays import firms, may_build
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_names import BODIES, BODY, is_works
from extractor.models.rules.projects.english_places import place_at, skip_place
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

HEAD = Pattern(rf"\W*(?P<inv>{BODY})(?:: | ?[—–] )")
"""A body that a sentence or an item is about."""
TAKEN_ON = Pattern(
    rf"(?:, Ⓜ)?,? (?:which|that) (?P<inv>{BODY}) (?:has|will|is|plans|had|intends)\b"
)
"""A body behind a name: "a bearing base, Ⓜ, which Lorem has talked about"."""
_WHO = rf"(?:[Tt]he |an? )?(?:(?:[A-Z][\w-]+ )?(?:[a-z-]+ ){{1,3}})?(?P<inv>{BODIES})"
_END = r"(?=[,.;:)]| (?:also|has|is|will|and|with|for|in|at|plans|intends)\b|$)"
_COST = r"(?:,? \(?(?:(?:at|for|with|worth|costing|of|an?|the|total|cost|investment|valued|put|estimated|priced|budgeted) )*Ⓜ\)?)?"
BEHIND = Pattern(
    rf"{_COST},? (?:\((?:by )?{_WHO}(?=[),;])|\(Ⓜ[,;] {_WHO.replace('inv', 'last')}\)|(?:[a-z]+ ){{0,5}}(?:Ⓜ |(?:in|at) [A-Z][a-z]+(?: [A-Z][a-z]+)* )?(?:by|from|led by|backed by|of) {_WHO.replace('inv', 'by')}{_END}"
    rf"|{_WHO.replace('inv', 'own')}['’]s? (?:(?:first|second|third|largest|biggest|only|latest|newest|own)\b|Ⓞ)"
    rf"|(?:in which|for which|where|into which) {_WHO.replace('inv', 'which')} (?:[a-z]+ ){{1,3}}(?:invest|spend|put|hold)"
    rf"|an? (?:[a-z-]+ ){{0,2}}(?:venture|partnership|project|initiative|investment|scheme|brainchild|undertaking) (?:of|by|between|from) {_WHO.replace('inv', 'venture')}{_END})"
)
"""A body behind a name or an amount."""
BEFORE = Pattern(
    rf"\b(?:project|deal|proposal|investment|pledge|commitment|contract|plan|agreement)(?: (?:by|of|from|with)) {_WHO} (?:is|was|will|would|involv\w+|concern\w+|provid\w+|calls?|cover\w+|entail\w+|foresee\w*|includ\w+)\b[^,;:.]*$"
)
"""A body whose deal a clause before the name is about."""
LINKED = Pattern(
    rf"(?:^\W*|[,;:] |\b(?:and|by|comes?|came|arrives?|features?|including|include|includes|are|is|was|were|as|from|while) ){_WHO}(?:,? (?!by\b|in\b|at\b|of\b|said\b|and\b|were\b|are\b)(?:which |who |that )?[a-z-]+)(?: [a-z-]+){{0,7}}(?:, (?:an?|its|the))? (?:Ⓜ[ -])?$"
)
"""A body that nothing but small words lead from to the name: "Lorem, which wants to build a"."""
_OWNER = Pattern(rf"(?:and )?(?P<inv>{BODY})(?:['’]s|(?<=s)['’]) (?=[a-zⓃⒸⓆ])")
SPEAKER = Pattern(
    rf"\b(?:chairman|chairwoman|chairperson|president|(?:general |managing |deputy |executive )*(?:manager|director)|chief executive(?: officer)?|CEO|head|founder|spokes(?:man|woman|person)|representative|owner) (?:of|at) (?:the )?(?P<inv>{BODY})(?=[,.]| (?:said|told|says|announced|added)\b)"
)
"""Whose company it is that "we" or "the company" means: said the head of Lorem."""
_WE = Pattern(
    r"\b(?:[Ww]e|[Ii]t|they|the (?:company|group|firm|enterprise)) (?:[a-z]+ ){0,4}(?:invest|build|spend|construct|put|set up|establish)[a-z]* [^,;.]{0,60}$"
)
_PEOPLE = Pattern(r"[A-Z][a-z]+(?:ian|ese|ish|ean)$")
_FOR = Pattern(r" (?:for|of) (?P<inv>[A-Z][\w&’'-]+(?: [A-Z&][\w&’'-]*)+)$")


def complete_investors(placed: Placed) -> None:
    """Find who builds each project that has no investor."""
    for project in placed.projects:
        if project.investors or project.sentence is None:
            continue
        if not _from_name(placed, project):
            _from_sentence(project, project.sentence)


_WHERE = Pattern(
    r"(?<!sold)(?<!based)(?<!listed)(?<!founded)(?<!held)(?= (?:in|at) )|(?:(?<=come)|(?<=coming))(?= to )"
)
_STOP_PLACE = Pattern(r"[;:()]|, (?:and|while|but) ")
_FARTHEST_PLACE = 110


def complete_places(placed: Placed) -> None:
    """Find where each project without a place lies: behind its name, before the next one."""
    starts = sorted(project.name[0] for project in placed.projects)
    for project in placed.projects:
        if project.place or project.sentence is None:
            continue
        text, base = project.sentence.text, project.sentence.start
        following = bisect_right(starts, project.name[0])
        last = starts[following] - base if following < len(starts) else len(text)
        where = _place_behind(text, project.name[1] - base, last)
        project.place = (base + where[0], base + where[1]) if where else None


def _place_behind(text: str, start: int, end: int) -> Extent | None:
    """Return the place that something is "in" or "at" between a name and the next one."""
    end = min(end, start + _FARTHEST_PLACE, len(text))
    if cut := _STOP_PLACE.search(text, start, end):
        end = cut.start()
    for found in _WHERE.finditer(text, start, end):
        where = place_at(text, found.end())
        if where and where[1] <= end:
            return where
    return None


def _from_name(placed: Placed, project: NamedProject) -> bool:
    """Cut the builder off a name, "Lorem's line" or "line for (of) Lorem Glass"; tell whether."""
    text = placed.reading.text
    start, end = project.name
    if (found := _OWNER.match(text, start, end)) and " of " not in found.group("inv"):
        rest = (found.end(), end)
    elif (found := _FOR.search(text, start, end)) and not is_works(found.group("inv")):
        rest = (start, found.start())
    else:
        return False
    builders = firms(text, *found.span("inv"))
    if not may_build(text, builders) or not is_works(text[slice(*rest)]):
        return False
    project.name, project.investors = rest, builders
    return True


def _from_sentence(project: NamedProject, sentence: Sentence) -> None:
    """Find the builder in the sentence that names a project."""
    base, text = sentence.start, sentence.text
    start, end = project.name[0] - base, project.name[1] - base
    found = (
        HEAD.match(text, 0, start)
        or TAKEN_ON.match(text, end)
        or BEHIND.match(text, end)
        or BEHIND.match(text, skip_place(text, end))
        or BEFORE.search(text, 0, start)
        or LINKED.search(text, 0, start)
        or (_WE.search(text, 0, start) and SPEAKER.search(text))
    )
    if not found:
        return
    builders = firms(text, *_who(found))
    if may_build(text, builders) and not any(_PEOPLE.match(text[a:b]) for a, b in builders):
        project.investors = [(base + a, base + b) for a, b in builders]


def _who(found: re.Match[str]) -> Extent:
    """Return where the body of a match stands."""
    name = next(name for name, words in found.groupdict().items() if words)
    return found.span(name)
