"""English works that one body builds under a count and a sum: "Two parks by Lorem, at A and B, will cost Ⓜ together".

Each is a project of its own, by its name or where it stands; the sum is that of their group, which
goes by what they are.
"""

import re
from collections.abc import Iterator

from extractor.models.rules.leftovers.english_outlays import firms, may_build
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_names import BODY, is_works
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import Mark, Sentence
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_CAP = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_NAMES = rf"{_CAP}(?:, {_CAP})*,? and {_CAP}"
_TOGETHER = r"(?:between (?:them|the (?:two|three|four|five|Ⓒ|Ⓝ))|together|jointly|combined|in all|in total|all told|altogether|for (?:the (?:pair|lot|two|three|Ⓒ|Ⓝ)|both|all))"
_COUNTED = Cued(
    " Ⓜ",
    rf"(?P<c>[ⒸⓃ]) (?P<what>[a-z][a-z -]*s)(?: (?:by|of|from) (?:the )?(?P<inv>{BODY}))?"
    rf"(?:,? (?:(?:named|called|namely) )?(?P<at>(?:in|at|near|outside) (?:the )?)?|: |,? [—–-] ?)(?P<list>{_NAMES})(?:,| [—–-]|:)? "
    rf"(?:[a-z]+ ){{1,5}}?(?:(?:combined|joint|total)(?: [a-z]+)? (?:of )?)?(?P<m>Ⓜ)(?: \([^)]*\))?(?P<all>,? {_TOGETHER})?",
)
_JOINT = Pattern(r"\b(?:combined|joint|together|between them|total)\b")
_BY = Pattern(
    rf"(?:^\W*|[;.] )(?:The )?(?P<inv>{BODY}) (?:will|is to|plans? to|is|has|have|are|agreed to)\b"
)
_SEPARATOR = Pattern(r",? and |, ")


def read_counted_works(placed: Placed) -> None:
    """Find the works that stand under their own count and sum, by name or by place."""
    for sentence in placed.reading.sentences:
        for found in _COUNTED.finditer(sentence.text):
            _read(placed, sentence, found)


def _read(placed: Placed, sentence: Sentence, found: re.Match[str]) -> None:
    base, text = sentence.start, sentence.text
    at = base + found.start("m")
    members = list(_members(text, *found.span("list")))
    count = placed.reading.mark(base + found.start("c")).figure.value
    if len(members) != count or not (found["all"] or _JOINT.search(found.group())):
        return
    if not is_works(found["what"]) or placed.background.reason(at) is not None:
        return
    _forget(placed, (base + found.start("c"), base + found.end()), placed.reading.mark(at))
    builders = _builders(text, found)
    what = (base + found.start("what"), base + found.end("what"))
    group = placed.enter(what, sentence, base + found.start("c"))
    group.dimension = "other"
    group.amounts = [("investment", placed.take(at))]
    for start, end in members:
        member = (base + start, base + end)
        project = NamedProject(what if found["at"] else member, sentence)
        project.place = member if found["at"] else None
        project.investors = [(base + a, base + b) for a, b in builders]
        project.groups.append(group)
        placed.projects.append(project)


def _members(text: str, start: int, end: int) -> Iterator[Extent]:
    at = start
    for cut in _SEPARATOR.finditer(text, start, end):
        yield at, cut.start()
        at = cut.end()
    yield at, end


def _builders(text: str, found: re.Match[str]) -> list[Extent]:
    """Return who builds the works: the body behind "by", or the one that the clause begins with."""
    behind = found if found["inv"] else _BY.search(text, 0, found.start())
    builders = firms(text, *behind.span("inv")) if behind else []
    return builders if may_build(text, builders) else []


def _forget(placed: Placed, told: Extent, total: Mark) -> None:
    """Give up what was read of the works before: one project of all, or a group of the count."""
    for project in list(placed.projects):
        marks = [mark for _, mark in project.amounts]
        if told[0] <= project.name[0] < told[1] or total in marks:
            placed.projects.remove(project)
            placed.taken.difference_update(mark.figure.id for mark in marks)
    for group in list(placed.groups):
        if told[0] <= group.at < told[1]:
            placed.groups.remove(group)
            placed.release(group)
