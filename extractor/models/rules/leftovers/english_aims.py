"""What English projects are to make or bring, told further on than their own sentence."""

from bisect import bisect_right

from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.targets import find_targets

_OF_TARGETS = frozenset("ⓆⓃⒸⓄⓂⓅ")
_LONGEST_LEAD = 120  # letters before a figure that may tell what it is of


def complete_targets(placed: Placed) -> None:
    """Give each project the targets left over up to the next one, or to its paragraph's end."""
    ends: dict[int, int] = {}
    for sentence in placed.reading.sentences:
        ends[sentence.paragraph] = sentence.start + len(sentence.text)
    starts = sorted(project.name[0] for project in placed.projects)
    for project in placed.projects:
        if project.sentence is None:
            continue
        following = bisect_right(starts, project.name[0])
        end = ends[project.sentence.paragraph]
        if following < len(starts):
            end = min(end, starts[following])
        left = (
            at
            for at, mark in placed.reading.marks(project.name[1], end)
            if mark.letter in _OF_TARGETS and mark.figure.id not in placed.taken
        )
        first = next(left, None)
        if first is None:
            continue
        start = max(project.name[1], first - _LONGEST_LEAD)
        for mark, target in find_targets(placed.reading, [(start, end)], placed.taken):
            project.targets.append(target)
            placed.taken.add(mark.figure.id)
