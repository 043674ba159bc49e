"""Claims: whose fault it is that figures do not agree."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.checks import Subject
from extractor.checks.bounds import Bounds, bounds, total
from extractor.checks.claims import Claim, SumClaim, judge
from extractor.checks.entries import Entry
from extractor.violations import Finding, Violation

TWELVE = {"count": "12"}
LINE = "12 deals were signed"


def _at_most_ten(stated: tuple[Bounds, ...]) -> bool:
    return total(stated).low <= 10


def _claim(*entries: Entry, is_tight: bool = False) -> Claim:
    return Claim("arithmetic.test", "The sum is off", entries, _at_most_ten, is_tight)


def _exactly(*values: int) -> tuple[Bounds, ...]:
    return tuple(Bounds(Decimal(value), Decimal(value)) for value in values)


def test_a_claim_is_tried_with_other_bounds_in_the_place_of_each_figure() -> None:
    """The others stay as stated."""
    seen: list[tuple[Bounds, ...]] = []
    claim = Claim("a.b", "no", (), lambda stated: bool(seen.append(stated)) or True)
    (other,) = _exactly(9)

    results = [holds_with(other) for holds_with in claim.trials(_exactly(1, 2, 3))]

    assert results == [True, True, True]
    assert seen == [_exactly(9, 2, 3), _exactly(1, 9, 3), _exactly(1, 2, 9)]


@pytest.mark.parametrize("other", range(12))
def test_a_sum_is_tried_as_any_claim_is(other: int) -> None:
    """Only that its parts are added up beforehand."""

    def holds(stated: tuple[Bounds, ...]) -> bool:
        *parts, whole = stated
        return total(parts).meets(whole)

    stated = (Bounds(Decimal(1), Decimal(3)), *_exactly(2, 4), Bounds(Decimal(9), Decimal(11)))
    (put_in,) = _exactly(other)
    plain, summed = (kind("a.b", "no", (), holds) for kind in (Claim, SumClaim))

    assert [holds_with(put_in) for holds_with in summed.trials(stated)] == [
        holds_with(put_in) for holds_with in plain.trials(stated)
    ]


def test_without_a_figure_that_would_fit_the_article_is_at_odds(
    subject_of: Callable[..., Subject],
) -> None:
    """A reader is told, with the figures' places."""
    subject = subject_of(f"{LINE} after 14 talks.", event=TWELVE)

    finding = judge(_claim(*subject.entries), subject)

    assert isinstance(finding, Finding)
    assert finding.message.startswith("The sum is off; no figure nearby would fit")
    assert (finding.code, finding.pointers) == ("arithmetic.test", ("/event/total/count",))
    assert finding.spans == (subject.figures[0].span,)


def test_with_a_figure_that_would_fit_the_draft_has_taken_the_wrong_one(
    subject_of: Callable[..., Subject],
) -> None:
    """The model is told which, and may change the item that has it."""
    subject = subject_of(f"{LINE} after 14 talks, 9 by firms.", event=TWELVE)
    twelve, _, nine = subject.figures

    violation = judge(_claim(*subject.entries), subject)

    assert isinstance(violation, Violation)
    assert f"[{nine.id}] “9” in place of [{twelve.id}] “12” would fit" in violation.message
    assert (violation.items, violation.figures) == (("event",), (twelve.id, nine.id))
    assert violation.pointers == ("/event/total/count",)


@pytest.mark.parametrize(
    ("text", "is_tight", "is_mended"),
    [
        pytest.param(f"{LINE}. Then 9 came.", False, False, id="a sentence away"),
        pytest.param(f"{LINE}. Then 9 came.", True, True, id="a sentence away, tight"),
        pytest.param(f"{LINE}. So. Then 9 came.", True, False, id="two sentences away"),
        pytest.param(f"{LINE}, 9% more.", False, False, id="of another kind"),
    ],
)
def test_only_a_figure_that_is_near_is_likely_to_be_meant(
    subject_of: Callable[..., Subject], text: str, *, is_tight: bool, is_mended: bool
) -> None:
    """How near depends on how few would fit by chance."""
    subject = subject_of(text, event=TWELVE)

    judged = judge(_claim(*subject.entries, is_tight=is_tight), subject)

    assert isinstance(judged, Violation) == is_mended


@pytest.mark.parametrize(("is_tight", "kind"), [(False, Finding), (True, Violation)])
def test_a_figure_in_use_is_meant_only_where_few_would_fit(
    subject_of: Callable[..., Subject], *, is_tight: bool, kind: type
) -> None:
    """Then the two have probably changed places."""
    subject = subject_of(
        f"{LINE}, 9 in tea.", event=TWELVE, shares=[{"id": "s1", "label": "tea", "count": "9"}]
    )
    (count, _) = subject.entries

    assert isinstance(judge(_claim(count, is_tight=is_tight), subject), kind)


def test_an_entry_that_rests_on_no_figure_is_not_mended(
    subject_of: Callable[..., Subject],
) -> None:
    """Nobody knows what stands near it; its value counts as the record has it."""
    subject = subject_of(f"{LINE}, 9 by firms.", event=TWELVE)
    (count,) = subject.entries
    astray = count._replace(figure=None)

    judged = judge(_claim(astray), subject)

    assert bounds(astray) == bounds(count)
    assert isinstance(judged, Finding)
    assert judged.spans == ()
