"""The loop without I/O: it gives out requests, takes in replies, and ends with an extraction.

A dialogue is rebuilt from its article and the replies alone, so whoever drives it (a live call, a
batch of a provider, a worker on another machine) stores nothing else.
"""

from extractor.dialogue.dialogue import Dialogue
from extractor.dialogue.messages import (
    EXTRACT_PROMPT,
    PART_PROMPT,
    REGION_PROMPT,
    REPAIR_PROMPT,
)

__all__ = ["EXTRACT_PROMPT", "PART_PROMPT", "REGION_PROMPT", "REPAIR_PROMPT", "Dialogue"]
