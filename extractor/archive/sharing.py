"""Sharing: what a run has in common with runs in other processes, or on other machines."""

from dataclasses import dataclass

from extractor.archive.attempts import Journal
from extractor.archive.budget import Budget
from extractor.archive.pace import Pace


@dataclass(frozen=True)
class Shared:
    """What is not a run's alone.

    Attributes:
        pace: when requests may go.
        budget: what may be spent; None where the run's options and ledger say it.
        journal: who is told of each request and reply beside the ledger; None for nobody.
    """

    pace: Pace
    budget: Budget | None = None
    journal: Journal | None = None
