"""Named projects in English news."""

from collections.abc import Sequence

from extractor.models.rules.background import Background
from extractor.models.rules.groups import Group
from extractor.models.rules.projects import Named
from extractor.models.rules.reading import Reading


def read_named(
    reading: Reading,
    background: Background,
    groups: Sequence[Group],
    *,
    claimed: frozenset[int],
) -> Named:
    """Return the projects that an English article names."""
    return Named()
