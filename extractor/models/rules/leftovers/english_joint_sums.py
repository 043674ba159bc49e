"""English projects with one sum between them: "the A, the B and the C carry a combined investment of Ⓜ".

They are listed in the sentence of the sum, or in the one before it where the sum's own sentence only
says "the pair", "the three". The sum is that of a group that bears their names.
"""

import re
from collections.abc import Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.english_listed import NO_ITEM, enter_item, known_in
from extractor.models.rules.leftovers.english_outlays import may_build
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_names import BODIES, bodies, is_works
from extractor.models.rules.projects.english_work_lists import Item, items_of
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import MONEY, Sentence
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import CAPITAL
from extractor.patterns import Pattern
from extractor.record import AmountKind

_NUMBER = r"(?:Ⓝ|Ⓒ|two|three|four|five|pair|trio|lot|both)"
_JOINT = Cued(
    "combined|joint|together|total|sum|aggregate|in all|the Ⓝ|the Ⓒ|the two|the three|the four|the five|the pair|the trio|the lot|both|between them|all told|for all",
    rf"\b(?:combined|joint|together|jointly|total|sum|aggregate|altogether|in all|the {_NUMBER}|both|between them)(?![a-z])[^;ⓂⒸ]{{0,60}}?(?P<before>Ⓜ)"
    rf"|(?P<behind>Ⓜ)(?: \([^)]*\))?,? (?:together|between them|in all\b|in total|altogether|combined|all told|jointly|for (?:the {_NUMBER}|both|all)(?![a-z]))",
)
"""An amount that several things have between them."""
_LIST_END = Pattern(
    r",? (?:(?:both|all)(?: \w+)* of which|which|that|both|all|together|jointly|altogether|with|were|are|was|is|have|has|had|will|would|carry|carries|cost|costs|involve\w*|require\w*|take|takes|enter\w*|belong\w*|amount\w*|total\w*|invest\w*|settle\w*|for Ⓜ|worth|at Ⓜ|the (?:two|three|four|pair|trio|sum|total))\b|, (?:a|an) (?:total|combined|joint)\b| ?\(?Ⓜ|[;:.]"
)
_LIST_START = Pattern(
    r"(?:^\W*|[;:] |\b(?:plans?|planning|builds?|building|launched|started|signed(?: for)?|announced|open|develop|in|on|into|of|for|to build|to open|set up|put up|including|projects?,|schemes?,|ones,|two,|three,|four,|projects of|both) )(?=(?:(?:an?|the|its|their|The|An?) )?[A-Za-z“Ⓝ])"
)
_TAKEN_UP = Pattern(
    rf"\W*(?:The (?:{_NUMBER}|projects|schemes)|Both|Together|All {_NUMBER}|In all|Altogether)(?![a-z])"
)
_ALL_BY = Pattern(
    rf"(?:,? (?:both|all) [^,;.]{{3,50}},)?(?: [a-z]+){{1,6}} (?:by|to) (?:the )?(?P<inv>{BODIES})"
)
_NO_OUTLAY = Pattern(
    r"\b(?:output|sales|tax(?:es)?|revenues?|turnover|exports?|credit|loans?|trade|orders|funds?|income)\b[^,;ⓂⒸ]{0,40}$"
)
_FEWEST = 2
_FARTHEST = 400


def read_joint_sums(placed: Placed) -> None:
    """Open a group for each sum that several listed projects have between them."""
    before: Sentence | None = None
    for sentence in placed.reading.sentences:
        found = _JOINT.search(sentence.text) if MONEY in sentence.text else None
        if found:
            place = max(found.start("before"), found.start("behind"))
            _read_sum(placed, sentence, place, before)
        before = sentence


def _read_sum(placed: Placed, sentence: Sentence, place: int, before: Sentence | None) -> None:
    """Look for the list that a sum is of: in its sentence, or in the one that this takes up."""
    at = sentence.start + place
    if _NO_OUTLAY.search(sentence.text, 0, place) or placed.is_total(
        placed.reading.mark(at).figure.value
    ):
        return
    where, end = sentence, place
    items = _listed(sentence.text, place)
    if not items and before and _TAKEN_UP.match(sentence.text):
        where, end = before, len(before.text)
        items = _listed(before.text, end)
    if items and _is_open(placed, where, items, at):
        _enter(placed, where, items, (sentence, at))


def _listed(text: str, end: int) -> list[Item]:
    """Return the first list of works before an offset that has several of them and nothing else."""
    for lead in _LIST_START.finditer(text, max(end - _FARTHEST, 0), end):
        closing = _LIST_END.search(text, lead.end() + 1)
        stop = min(closing.start(), end) if closing else end
        if text.find(" and ", lead.end(), stop) < 0:
            continue
        items = items_of(text, lead.end(), stop)
        if len(items) >= _FEWEST and all(_is_one(text, item, lead) for item in items):
            return items
    return []


def _is_one(text: str, item: Item, lead: re.Match[str]) -> bool:
    """Return whether an item is one project: works, or a name in "the two projects of A and B"."""
    words = text[slice(*item.name)]
    if NO_ITEM.search(words) or item.amount is not None:
        return False
    is_called = lead.group().rstrip().endswith(("projects of", "projects,", "projects:"))
    return is_works(words) or (is_called and bool(CAPITAL.match(words)))


def _is_open(placed: Placed, sentence: Sentence, items: Sequence[Item], at: int) -> bool:
    """Return whether a sum is nobody's, or was given to one of the projects that share it."""
    mark = placed.reading.mark(at)
    known = [project for item in items if (project := _known(placed, sentence, item))]
    if any(group.dimension == "other" for project in known for group in project.groups):
        return False
    owned = [own for project in known for _, own in project.amounts]
    is_theirs = bool(owned) or placed.is_free(at) or _group_of(placed, at) is not None
    return all(own is mark for own in owned) and is_theirs


def _group_of(placed: Placed, at: int) -> Group | None:
    """Return the group that has an amount already."""
    mark = placed.reading.mark(at)
    return next((g for g in placed.groups if any(own is mark for _, own in g.amounts)), None)


def _known(placed: Placed, sentence: Sentence, item: Item) -> NamedProject | None:
    base = sentence.start
    return known_in(placed, (base + item.name[0], base + item.end))


def _enter(
    placed: Placed, where: Sentence, items: Sequence[Item], amount: tuple[Sentence, int]
) -> None:
    """Enter the listed projects, and the group that has their sum."""
    sentence, at = amount
    builders = next((item.builders for item in items if item.builders), [])
    builders = builders or _builders(where.text, items[-1].end)
    projects = []
    for item in items:
        item.builders = item.builders or builders
        if project := enter_item(placed, where, item):
            projects.append(project)
    mark = placed.reading.mark(at)
    lead = sentence.text[: at - sentence.start]
    group = _group_of(placed, at) or _opened(placed, where, items, amount_kind(lead), at)
    told = next((project.investors for project in projects if project.investors), [])
    for project in projects:
        project.amounts = [pair for pair in project.amounts if pair[1] is not mark]
        project.investors = project.investors or list(told)
        project.groups.append(group)


def _opened(
    placed: Placed, where: Sentence, items: Sequence[Item], kind: AmountKind | None, at: int
) -> Group:
    """Open the group of listed projects, under their names."""
    label = (where.start + items[0].name[0], where.start + items[-1].name[1])
    group = placed.enter(label, where, at)
    group.dimension = "other"
    group.amounts.append((kind or "investment", placed.take(at)))
    return group


def _builders(text: str, at: int) -> list[Extent]:
    """Return who all the listed are by: "were all taken on by Lorem"."""
    found = _ALL_BY.match(text, at)
    builders = bodies(text, *found.span("inv")) if found else []
    return builders if may_build(text, builders) else []
