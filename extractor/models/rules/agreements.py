"""Agreements counted or named beside the projects."""

from extractor.draft.schema import DraftAgreement
from extractor.models.rules.background import Background
from extractor.models.rules.reading import Reading


def read_agreements(reading: Reading, background: Background) -> list[DraftAgreement]:
    """Return the agreements of an article in order."""
    return []
