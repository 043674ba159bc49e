from dataclasses import replace

import pytest

from extractor.article import Article
from extractor.checks import Subject, run_checks
from extractor.checks.completeness import check_unplaced
from extractor.draft import Draft, resolve


def _left(subject):
    return [figure.as_written for figure in run_checks(subject).unplaced]


def test_figures_without_a_place_are_one_violation_a_sentence(subject_of):
    """The violation lists the ids, and lets the neighbours change and every list grow."""
    text = "12 deals were signed, 5 of them in steel for 3 billion yuan. Guests: 40."
    subject = subject_of(text, event={"count": "12"})

    first, second = check_unplaced(subject)

    assert first.figures == (text.index("5"), text.index("3 billion"))
    assert second.figures == (text.index("40"),)
    assert first.items == ("event",)
    assert first.grows == ("shares", "projects", "agreements", "background")
    assert _left(subject) == ["5", "3 billion yuan", "40"]


def test_items_beside_an_unplaced_figure_may_change(subject_of):
    """The figure may belong to the share whose count stands beside it."""
    subject = subject_of(
        "In steel 5 for 3 billion yuan.", shares=[{"id": "s1", "label": "steel", "count": "5"}]
    )

    (violation,) = check_unplaced(subject)

    assert violation.items == ("event", "s1")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12 deals for 9.38 billion yuan. The 12 were late.", id="a repeat"),
        pytest.param(
            "Deals for nearly 10 billion yuan\n12 deals for 9.38 billion yuan.",
            id="a rounded headline",
        ),
        pytest.param("12 deals for 9.38 billion yuan on 40 acres.", id="background"),
        pytest.param("The Fair 40 brought 12 deals for 9.38 billion yuan.", id="part of a name"),
    ],
)
def test_what_is_accounted_for_needs_no_place(subject_of, invested, text):
    """Repeats, rounded totals, parts of names and background are no omissions."""
    has_acres = "acres" in text
    subject = subject_of(
        text,
        event={
            "name": "Fair 40" if "Fair" in text else None,
            "count": "12",
            "amounts": [invested("9.38 billion yuan")],
        },
        background=("40",) if has_acres else (),
    )

    assert not _left(subject)


def test_a_conversion_of_a_used_amount_needs_no_place(subject_of, invested, linked):
    """The same sum in another currency is accounted for by the first."""
    subject = subject_of(
        "Deals worth 7 billion yuan (1 billion dollars).",
        event={"amounts": [invested("7 billion yuan")]},
    )

    assert not _left(linked(subject))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"kind": "ordinal"}, id="ordinal"),
        pytest.param({"kind": "date", "value": None, "date": "2024-05"}, id="date"),
        pytest.param({"kind": "percent", "unit": "pp"}, id="percentage points"),
        pytest.param({"value": None}, id="no value"),
        pytest.param({"boundary": True}, id="bound of a class"),
    ],
)
def test_some_figures_never_need_a_place(subject_of, fields):
    """Dates, editions, percentage points and thresholds are no figures of a group."""
    subject = subject_of("The fair: 40.")
    (figure,) = subject.figures

    assert not _left(replace(subject, figures=(figure._replace(**fields),)))


def test_without_an_event_nothing_needs_a_place(subject_of):
    """Other news is full of figures, and none of them is an omission."""
    figures = subject_of("Rain: 40 millimetres.").figures
    article = Article("Rain: 40 millimetres.")
    empty = {"shares": [], "projects": [], "agreements": [], "background": []}
    draft = Draft(no_event="other_news", event=None, **empty)

    checked = run_checks(Subject(article, figures, resolve(draft, article, figures)))

    assert not checked.unplaced
    assert not checked.violations
