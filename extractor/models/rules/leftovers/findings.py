"""What an article tells of its event, before it is written as a draft."""

from dataclasses import dataclass

from extractor.draft.schema import DraftAgreement
from extractor.models.rules.agreements.agreements import figure_ids
from extractor.models.rules.groups.totals import Outcome
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.news.background import Background
from extractor.models.rules.projects.named import NamedProjects
from extractor.models.rules.reading.reading import MONEY, Reading


@dataclass(frozen=True)
class Findings:
    """What is found.

    Attributes:
        outcome: the whole of the projects and its groups.
        named: the projects that are named.
        agreements: the papers beside them.
    """

    outcome: Outcome
    named: NamedProjects
    agreements: list[DraftAgreement]

    @property
    def is_empty(self) -> bool:
        """Whether the article tells of no event."""
        whole = self.outcome
        return not (whole.total or whole.groups or self.named.projects or self.agreements)

    def figure_ids(self, reading: Reading) -> set[int]:
        """Return the ids of the figures that are told of."""
        named = self.named.figure_ids(reading)
        return _ids_of_groups(self.outcome) | figure_ids(self.agreements) | named

    def placed(self, reading: Reading, background: Background) -> Placed:
        """Return what there is to add to."""
        whole = self.outcome
        taken = self.figure_ids(reading) | _ids_of_bounds(reading, whole)
        return Placed(reading, background, whole.total, whole.groups, self.named.projects, taken)


def _ids_of_bounds(reading: Reading, outcome: Outcome) -> set[int]:
    """Return the ids of the sums that bound a class in its name, and are none of its own."""
    spans = ((one.label_at, one.label_at + len(one.shape)) for one in outcome.groups if one.label)
    return {
        mark.figure.id
        for start, end in spans
        for _, mark in reading.marks(start, end)
        if mark.letter == MONEY
    }


def _ids_of_groups(outcome: Outcome) -> set[int]:
    groups = (outcome.total, *outcome.groups)
    return {mark.figure.id for group in groups if group for mark in group.figures()}
