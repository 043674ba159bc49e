"""Several English projects under one count and one sum: "Ⓜ across Ⓒ projects: a A (Ⓜ), a B and a C"."""

import re
from itertools import pairwise

from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.english_outlays import firms
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_names import BODY, is_works
from extractor.models.rules.projects.english_places import place_at
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.targets import find_targets
from extractor.models.rules.reading.reading import MONEY, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_JOINT = Pattern(
    rf"(?P<inv>{BODY})(?:, whose [a-z -]+ {BODY})?,? (?:[a-z]+ ){{1,4}}(?P<m>Ⓜ) [^:;.ⒸⓂ]{{0,60}}?(?P<c>[ⒸⓃ]) (?:[a-z]+ ){{0,2}}(?:projects|plants|ventures|schemes|units|parks|facilities|things): (?P<list>an? .+)"
)
_NEXT = Pattern(r"(?:,|;)? and (?=an? )|[,;] (?=an? )")
_PIECE = Pattern(
    r"an? (?P<name>[^,;:()ⓂⒸ]+?)(?P<where> (?:in|at|near|on) (?:the )?[A-Z][^,;()ⓂⒸ]*)?(?: \((?P<m>Ⓜ)[^)]*\)|,? (?:for|at) (?P<m2>Ⓜ))?[,;.]?\s*$"
)
_FEWEST = 2


def read_joint(placed: Placed) -> None:
    """Find the projects that are listed under their own count and sum."""
    for sentence in placed.reading.sentences:
        found = _JOINT.search(sentence.text) if ": a" in sentence.text else None
        if found is None or not placed.is_free(sentence.start + found.start("m")):
            continue
        pieces = [_PIECE.match(sentence.text, *piece) for piece in _pieces(sentence.text, found)]
        named = [piece for piece in pieces if piece and is_works(piece.group("name"))]
        if len(named) < _FEWEST:
            continue
        group = _group(placed, sentence, found)
        for piece in named:
            _enter(placed, sentence, piece, group, found.span("inv"))


def _pieces(text: str, found: re.Match[str]) -> list[Extent]:
    start, end = found.span("list")
    cuts = [(start, start), *(cut.span() for cut in _NEXT.finditer(text, start, end)), (end, end)]
    return [(before[1], after[0]) for before, after in pairwise(cuts)]


def _group(placed: Placed, sentence: Sentence, found: re.Match[str]) -> Group:
    """Open the group of the listed projects, under the name of who builds them."""
    base = sentence.start
    start, end = firms(sentence.text, *found.span("inv"))[0]
    group = placed.enter((base + start, base + end), sentence, base + found.start("m"))
    group.amounts.append(("investment", placed.take(base + found.start("m"))))
    if placed.is_free(base + found.start("c")):
        group.count = placed.take(base + found.start("c"))
    group.dimension = "other"
    return group


def _enter(
    placed: Placed, sentence: Sentence, piece: re.Match[str], group: Group, builder: Extent
) -> None:
    base = sentence.start
    start, end = piece.span("name")
    told = (p for p in placed.projects if base + start <= p.name[0] < base + end)
    known = next(told, None)
    project = known or NamedProject((base + start, base + end), sentence)
    project.groups.append(group)
    project.investors = [(base + a, base + b) for a, b in firms(sentence.text, *builder)]
    if where := place_at(sentence.text, end):
        project.place = (base + where[0], base + where[1])
    for name in ("m", "m2"):
        at = base + piece.start(name)
        if piece.group(name) and placed.reading.text[at] == MONEY and placed.is_free(at):
            project.amounts.append(("investment", placed.take(at)))
    extent = (base + start, base + piece.end())
    for mark, target in find_targets(placed.reading, [extent], placed.taken):
        project.targets.append(target)
        placed.taken.add(mark.figure.id)
    if known is None:
        placed.projects.append(project)
