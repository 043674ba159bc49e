import random
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.errors import mistaken
from benchmarks.errors.__main__ import Tried
from benchmarks.errors.error import Clean, setting, swap
from benchmarks.errors.gold_drafts import gold_article
from benchmarks.errors.peers import __main__ as peers
from benchmarks.errors.peers.claims import claims_of
from benchmarks.errors.peers.flag import Flag

GOLD = Path(__file__).parents[2] / "evals" / "gold"


@pytest.fixture(scope="module")
def clean():
    """The faultless draft of one gold article."""
    return Clean(gold_article(GOLD / "huqia-week-2022.json"))


class Doubter:
    """A tool that rejects names it was told of as wrong, and has a doubt about every count."""

    name = "doubter"

    def __init__(self, *, wrong=()):
        self._wrong = wrong

    def said(self, claim, _):
        """Tell all but amounts."""
        return None if claim.role == "amounts" else (claim.item, claim.role, claim.words)

    def flags(self, claims, _):
        """Reject by name, and doubt by role."""
        rejected = [Flag.of(c, "rejected", "wrong") for c in claims if c.words in self._wrong]
        return rejected + [Flag.of(c, "review", "count") for c in claims if c.role == "count"]


def tried(clean, change, *, items):
    """An error as the benchmark has it once our checks have seen it."""
    return Tried(clean.error(change, "", items=items), "unseen")


def test_every_figure_and_name_of_a_draft_is_a_claim(clean):
    """What a claim quotes stands where it says, and an amount comes with its kind."""
    claims = list(claims_of(clean.article.draft, clean.figures))

    placed = [claim for claim in claims if claim.place]
    assert {slot.figure.id for slot in clean.slots} <= {claim.figure.id for claim in placed}
    assert all(clean.text[slice(*claim.place)] == claim.words for claim in placed)
    assert {claim.meaning for claim in claims if claim.role == "amounts"} == {"investment"}
    assert any(claim.role == "investors" for claim in claims)


def test_a_quoted_figure_is_claimed_as_it_is_quoted(clean):
    """A quote means what it says, wherever it came from."""
    wrong = clean.error(setting(("event",), "count", "97 projects"), "", items=["event"])

    claim = next(c for c in claims_of(wrong.draft, clean.figures) if c.role == "count")

    assert (claim.words, claim.place) == ("97 projects", None)
    assert claim.figure.value == 97


def test_a_draft_without_an_event_claims_nothing(clean):
    """What it denies is told to no tool."""
    (error, *_) = mistaken.taken_for_other_news(clean, random.Random(1))

    assert list(claims_of(error.draft, clean.figures)) == []


@pytest.mark.parametrize(
    ("wrong", "verdict"),
    [
        pytest.param("Elsewhere", "rejected", id="flagged"),
        pytest.param("Somewhere", "passes", id="passed over"),
    ],
)
def test_an_error_is_seen_by_a_new_flag(clean, wrong, verdict):
    """Only what a tool says against the wrong claim counts, not what it says anyway."""
    bench = peers.Bench(Doubter(wrong=["Elsewhere"]), [clean])

    seen = bench.seen(tried(clean, setting(("event",), "place", wrong), items=["event"]), clean)

    assert seen == peers.Seen(verdict, is_flagged_anyway=False)


def test_a_place_flagged_whatever_stands_in_it_is_told_apart(clean):
    """Two counts that change places are flagged where they were flagged before."""
    one, other = [slot for slot in clean.slots if slot.role == "count"][1:3]
    bench = peers.Bench(Doubter(), [clean])

    error = tried(clean, lambda draft: swap(draft, one, other), items=[one.item, other.item])

    assert bench.seen(error, clean) == peers.Seen("review", is_flagged_anyway=True)


def test_what_a_tool_cannot_be_told_is_no_pass(clean):
    """An amount that the tool has no words for, or an item left out, counts nowhere."""
    bench = peers.Bench(Doubter(), [clean])

    amount = next(slot for slot in clean.slots if slot.role == "amounts")
    quoted = tried(clean, setting(amount.path, "f", "1 yuan"), items=[amount.item])
    left_out = tried(clean, lambda draft: draft["shares"].pop(), items=["s1"])

    assert bench.seen(quoted, clean) is None
    assert bench.seen(left_out, clean) is None


def test_right_claims_that_are_flagged_are_alarms(clean):
    """Of the claims that a tool can be told, it says which it flags."""
    claims = list(claims_of(clean.article.draft, clean.figures))
    bench = peers.Bench(Doubter(), [clean])

    assert bench.n_claims == sum(claim.role != "amounts" for claim in claims)
    assert bench.alarms == {"review": sum(claim.role == "count" for claim in claims)}


def test_without_the_tools_it_says_where_to_read_how(capsys, monkeypatch):
    """They are no part of this environment."""
    monkeypatch.setattr(peers, "MODULES", ("json", "no_such_tool"))

    peers.main([])

    assert find_spec("no_such_tool") is None
    assert capsys.readouterr().out.startswith("no_such_tool: not installed; see the head of")
