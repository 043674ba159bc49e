"""Which groups a project is said to be an example or a member of, and what they say of it."""

import re
from collections.abc import Sequence

from extractor.models.rules.groups import Group
from extractor.models.rules.named import NamedProject
from extractor.models.rules.reading import Sentence

_EXAMPLE = re.compile(
    r"包括|例如|其中|(?<!不)如|即|分别[是为]|[：:]\s*$|代表性|拿下|等"
    r"|\b(?:such as|including|includes?|for example|like|among (?:them|these)|the (?:biggest|largest) is)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"此外|另外|另有|同时，|\b(?:in addition|besides|meanwhile|separately)\b", re.IGNORECASE
)


def assign_groups(project: NamedProject, groups: Sequence[Group]) -> None:
    """Add to a project the groups of which the text makes it a member, and its place by them.

    Args:
        project: the project, which is changed.
        groups: the event's groups.
    """
    if project.sentence is None:
        return
    example = _example_of(groups, project.sentence, project.name[0])
    region = _region_of(groups, project.sentence, project.name[0])
    for group in (example, region):
        if group and group not in project.groups:
            project.groups.append(group)
    if region and project.place is None and region.shape:
        project.place = (region.label_at, region.label_at + len(region.shape))


def _example_of(groups: Sequence[Group], sentence: Sentence, at: int) -> Group | None:
    """Return the group of which the words before a project make it an example."""
    before = [
        group
        for group in groups
        if group.sentence is sentence and group.at < at and not group.is_whole
    ]
    if not before:
        return None
    last = max(before, key=lambda group: group.at)
    between = sentence.text[last.at - sentence.start : at - sentence.start]
    return last if _EXAMPLE.search(between) and not _ANOTHER.search(between) else None


def _region_of(groups: Sequence[Group], sentence: Sentence, at: int) -> Group | None:
    """Return the region whose projects the paragraph goes through one by one."""
    regions = [
        group
        for group in groups
        if group.dimension == "region"
        and group.sentence.paragraph == sentence.paragraph
        and group.at < at
    ]
    return max(regions, key=lambda group: group.at) if regions else None
