"""The wrong claims of the errors put to langextract's alignment and to groundgate, beside our checks.

uv run --with langextract==1.7.1 --with groundgate==0.11.0 python -m benchmarks.errors.peers

Both are given each claim as the heads of `aligned.py` and `admitted.py` say; no model is called. As
with our checks, an error is seen where a flag is new and concerns the item that the error is in.
langextract rejects what it cannot align; `review` is what it aligns, but not exactly, and so accepts
unless a user asks for MATCH_EXACT. A tool that flags a place whatever stands in it sees errors too, so
`if right` is how many of the same errors' places it flags when they are filled rightly.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.errors.__main__ import CLASSES, N_PER_CLASS, Tried, clean_drafts, try_class
from benchmarks.errors.error import Clean
from benchmarks.errors.peers.claims import claims_of
from benchmarks.errors.peers.flag import Flag, Peer
from extractor.packaged import packaged_folder

MODULES = ("langextract", "groundgate")


class Seen(NamedTuple):
    """What a tool makes of one error: its verdict, and whether it flags the places filled rightly."""

    verdict: str
    is_flagged_anyway: bool


class Bench:
    """A tool with its flags on the faultless drafts."""

    def __init__(self, peer: Peer, drafts: Sequence[Clean]) -> None:
        """Put the claims of the faultless drafts to a tool."""
        self.peer = peer
        self.n_claims = 0
        self._known: dict[str, set[Flag]] = {}
        for clean in drafts:
            claims = list(claims_of(clean.article.draft, clean.figures))
            self.n_claims += sum(peer.said(claim, clean) is not None for claim in claims)
            self._known[clean.article.article.name] = set(peer.flags(claims, clean))

    @property
    def alarms(self) -> Counter[str]:
        """The flags on right claims by verdict."""
        return Counter(flag.verdict for flags in self._known.values() for flag in flags)

    def seen(self, tried: Tried, clean: Clean) -> Seen | None:
        """Return what the tool makes of an error, or None where it cannot be told of it."""
        error, known = tried.error, self._known[clean.article.article.name]
        right = list(claims_of(clean.article.draft, clean.figures))
        wrong = list(claims_of(error.draft, clean.figures))
        told = Counter(self.peer.said(claim, clean) for claim in right)
        news = [
            claim
            for claim in wrong
            if claim.item in error.items and self.peer.said(claim, clean) not in {None, *told}
        ]
        if not news:
            return None
        new = {flag for flag in self.peer.flags(wrong, clean) if flag.item in error.items} - known
        verdicts = {flag.verdict for flag in new}
        verdict = next((each for each in ("rejected", "review") if each in verdicts), "passes")
        replaced = {(claim.item, claim.role, claim.words) for claim in set(right) - set(wrong)}
        return Seen(verdict, any(flag[:3] in replaced for flag in known))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print, by class and tool, how many errors are rejected, sent to a person, or pass."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.errors.peers", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=packaged_folder("evals") / "gold")
    options = parser.parse_args(arguments)
    if missing := [name for name in MODULES if find_spec(name) is None]:
        print(f"{' and '.join(missing)}: not installed; see the head of benchmarks/errors/peers")
        return
    from benchmarks.errors.peers.admitted import Admitted
    from benchmarks.errors.peers.aligned import Aligned

    drafts = clean_drafts(options.folder)
    by_name = {clean.article.article.name: clean for clean in drafts}
    benches = [Bench(peer, drafts) for peer in (Aligned(), Admitted())]
    print(f"  {'':32}{'ours':^14}" + "".join(f"{bench.peer.name:^46}" for bench in benches))
    print(f"  {'class':32}{'n':>5}{'unseen':>9}" + _HEAD * len(benches))
    for each in CLASSES:
        tried = try_class(each, drafts, most=N_PER_CLASS)
        unseen = sum(one.outcome == "unseen" for one in tried)
        row = f"  {each.name:32}{len(tried):>5}{100 * unseen / len(tried):>8.1f}%"
        for bench in benches:
            found = [bench.seen(one, by_name[one.error.article.article.name]) for one in tried]
            row += _cells([one for one in found if one is not None])
        print(row, flush=True)
    for bench in benches:
        alarms = bench.alarms
        print(
            f"  {bench.peer.name}, of {bench.n_claims} right claims: "
            f"{alarms['rejected']} rejected, {alarms['review']} to review"
        )


_HEAD = f"{'n':>7}{'rejected':>10}{'review':>8}{'passes':>9}{'if right':>12}"


def _cells(found: Sequence[Seen]) -> str:
    if not found:
        return f"{'-':>7}{'-':>10}{'-':>8}{'-':>9}{'-':>12}"
    verdicts = Counter(one.verdict for one in found)
    passes = 100 * verdicts["passes"] / len(found)
    anyway = 100 * sum(one.is_flagged_anyway for one in found) / len(found)
    counts = f"{len(found):>7}{verdicts['rejected']:>10}{verdicts['review']:>8}"
    return f"{counts}{passes:>8.1f}%{anyway:>11.1f}%"


if __name__ == "__main__":
    main()
