"""langextract: each claim an extraction, aligned with its source as after a model's reply.

`extraction_text` is the figure or name as the draft has it, which the documentation asks to be
verbatim; all else goes into the class and attributes, which alignment does not look at. The article
is one chunk, the tokenizer that for languages of all scripts, all thresholds are the defaults.
"""

from collections.abc import Sequence
from importlib.metadata import version

from langextract.core.data import AlignmentStatus, Extraction
from langextract.core.tokenizer import UnicodeTokenizer
from langextract.resolver import Resolver

from benchmarks.errors.error import Clean
from benchmarks.errors.peers.claims import Claim
from benchmarks.errors.peers.flag import Flag


class Aligned:
    """langextract's alignment; what it could not place, or not exactly, is flagged."""

    def __init__(self) -> None:
        """Prepare to align; nothing is loaded and no model is called."""
        self.name = f"langextract {version('langextract')}"
        self._resolver = Resolver()
        self._tokenizer = UnicodeTokenizer()
        self._known: dict[tuple[str, str], AlignmentStatus | None] = {}

    def said(self, claim: Claim, _: Clean) -> Claim:
        """Return the claim: with attributes, everything can be told."""
        return claim

    def flags(self, claims: Sequence[Claim], clean: Clean) -> list[Flag]:
        """Return a flag for each text without a place (rejected) or without an exact one (review)."""
        flags = []
        for claim in claims:
            status = self._status(claim, clean)
            if status is None:
                flags.append(Flag.of(claim, "rejected", "no alignment"))
            elif status is not AlignmentStatus.MATCH_EXACT:
                flags.append(Flag.of(claim, "review", status.name))
        return flags

    def _status(self, claim: Claim, clean: Clean) -> AlignmentStatus | None:
        """Align one text, alone: together, those not in the text's order are placed less exactly."""
        key = clean.article.article.name, claim.words
        if key not in self._known:
            extraction = Extraction(
                extraction_class=f"{claim.noun} {claim.role}",
                extraction_text=claim.words,
                attributes={"of": claim.owner or "", "meaning": claim.meaning or ""},
            )
            (aligned,) = self._resolver.align(
                [extraction], clean.text, 0, 0, tokenizer_inst=self._tokenizer
            )
            self._known[key] = aligned.alignment_status
        return self._known[key]
