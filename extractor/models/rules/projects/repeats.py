"""Projects that a Chinese article names twice: in its text, and in a list or a table below it."""

from collections import defaultdict
from collections.abc import Iterable

from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_NOUN = Pattern("(?:建设|生产)?(?:项目|工程)$")
_FORM = Pattern("(?:股份|有限|责任)*(?:公司|集团)$")
"""How a firm is set up, which its short name leaves out."""
_TELLING = 6
"""Letters of a name that no two projects share by chance."""


def unite_repeats(reading: Reading, projects: Iterable[NamedProject]) -> list[NamedProject]:
    """Return each project once, the first mention completed by what later ones add."""
    named: defaultdict[str, list[NamedProject]] = defaultdict(list)
    left = []
    for project in projects:
        name = _bare_name(reading, project)
        known = next((one for one in named[name] if _is_same(reading, one, project, name)), None)
        if known:
            _complete(known, project)
        else:
            named[name].append(project)
            left.append(project)
    return left


def _bare_name(reading: Reading, project: NamedProject) -> str:
    """Return a name without "project", and without who builds it."""
    name = _NOUN.sub("", reading.text[slice(*project.name)])
    bodies = sorted((reading.text[slice(*body)] for body in project.investors), key=len)
    owner = next((body for body in reversed(bodies) if name.startswith(body)), "")
    return name[len(owner) :].removeprefix("的") or name


def _is_same(reading: Reading, one: NamedProject, other: NamedProject, name: str) -> bool:
    """Return whether two projects of one name, told of in two places, agree in all that both tell."""
    if one.sentence is not None and one.sentence is other.sentence:
        return False
    if not _may_lie_together(reading, one, other):
        return False
    paid = [
        [(mark.figure.value, mark.figure.unit) for _, mark in each.amounts[:1]]
        for each in (one, other)
    ]
    told = [
        (paid[0], paid[1], paid[0] == paid[1]),
        (one.investors, other.investors, _is_shared(reading, one.investors, other.investors)),
    ]
    agreed = [is_alike for mine, theirs, is_alike in told if mine and theirs]
    return all(agreed) if agreed else len(name) >= _TELLING


def _may_lie_together(reading: Reading, one: NamedProject, other: NamedProject) -> bool:
    """Return whether two projects lie in one place for all that is told."""
    if one.place is None or other.place is None:
        return True
    return _is_shared(reading, [one.place], [other.place])


def _is_shared(reading: Reading, some: Iterable[Extent], others: Iterable[Extent]) -> bool:
    """Return whether one of some bodies is one of the others, its name in full or in short."""
    names = [_FORM.sub("", reading.text[slice(*body)]) for body in others]
    return any(
        own.startswith(name) or name.startswith(own)
        for own in (_FORM.sub("", reading.text[slice(*body)]) for body in some)
        for name in names
    )


def _complete(known: NamedProject, other: NamedProject) -> None:
    """Add to a project what a later mention of it tells besides."""
    known.investors = known.investors or other.investors
    known.place = known.place or other.place
    known.industry = known.industry or other.industry
    known.amounts = known.amounts or other.amounts
    known.row = known.row or other.row
    known.groups += [group for group in other.groups if group not in known.groups]
    measures = {target.measure for target in known.targets}
    known.targets += [target for target in other.targets if target.measure not in measures]
