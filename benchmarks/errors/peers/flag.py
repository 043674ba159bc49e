"""What a tool says against a claim."""

from collections.abc import Hashable, Sequence
from typing import Literal, NamedTuple, Protocol

from benchmarks.errors.error import Clean
from benchmarks.errors.peers.claims import Claim

Verdict = Literal["rejected", "review"]


class Flag(NamedTuple):
    """What a tool says against a claim: the same again is no news, whatever the item is called."""

    item: str
    role: str
    words: str
    verdict: Verdict
    code: str

    @classmethod
    def of(cls, claim: Claim, verdict: Verdict, code: str) -> "Flag":
        """Return a flag at a claim."""
        return cls(claim.item, claim.role, claim.words, verdict, code)


class Peer(Protocol):
    """A tool that checks claims against their source."""

    name: str
    """Its name, with its version and how it is used."""

    def said(self, claim: Claim, clean: Clean) -> Hashable | None:
        """Return a claim as the tool is told it, or None where it cannot be told."""

    def flags(self, claims: Sequence[Claim], clean: Clean) -> list[Flag]:
        """Return what the tool says against the claims of one draft."""
