"""Named projects: investor, place, amounts, targets, and the groups they are examples of."""

from collections.abc import Sequence

from extractor.draft.schema import DraftProject
from extractor.models.rules.background import Background
from extractor.models.rules.groups import Group
from extractor.models.rules.reading import Reading


def read_projects(
    reading: Reading, background: Background, groups: Sequence[Group], *, claimed: frozenset[int]
) -> list[DraftProject]:
    """Return the named projects of an article in order.

    Args:
        reading: the article.
        background: where its figures are put aside.
        groups: the groups found, to list those that a project is an example of.
        claimed: ids of figures that belong to agreements or groups.
    """
    return []
