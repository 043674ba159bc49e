"""A subject: an article and its record, indexed as checks need them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from extractor.article import Article, Span
from extractor.checks import Subject
from extractor.checks import subject as module
from extractor.checks.subject import reading_of, unit
from extractor.draft import resolve
from extractor.figures import Figure, find_figures

SubjectOf = Callable[..., Subject]

TEXT = "12 deals for 9 billion yuan: tea 5 deals, silk 4 deals. In tea 5 deals were by Dolor."


def _share(id_: str, count: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "label": id_, "count": count} | fields


@pytest.fixture
def deals(subject_of: SubjectOf, invested) -> Subject:
    """Twelve deals, of which tea has five and silk four."""
    return subject_of(
        TEXT,
        event={"count": "12", "amounts": [invested("9 billion yuan")]},
        shares=[_share("tea", "tea 5"), _share("silk", "silk 4")],
    )


def _written(figures: Any) -> list[str]:
    return [figure.as_written for figure in figures]


def test_an_entry_rests_on_the_figure_at_its_evidence(deals: Subject) -> None:
    """The first of two that are written alike is not taken for the second."""
    tea = deals.count("/shares/0")

    assert tea is not None
    assert tea.figure is not None
    assert tea.figure.start == TEXT.index("5")
    assert [entry.pointer for entry in deals.entries_by_owner["/event"]] == [
        "/event/total/count",
        "/event/total/amounts/0",
    ]


def test_an_entry_without_a_figure_at_its_evidence_rests_on_none(deals: Subject) -> None:
    """It is used by nothing."""
    without = replace(deals, figures=deals.figures[:1])

    assert [entry.figure and entry.figure.as_written for entry in without.entries] == [
        "12",
        None,
        None,
        None,
    ]
    assert [*without.uses] == [deals.figures[0].id]


def test_a_figure_that_says_the_same_is_said_by_the_same_entries(deals: Subject) -> None:
    """Tea's five are said again; nobody says the nine billion for a count."""
    *_, again = deals.figures
    tea = deals.count("/shares/0")

    assert again.id not in deals.uses
    assert [*deals.saying(again)] == [tea]
    assert [*deals.saying(again._replace(kind="percent"))] == []


@pytest.mark.parametrize(
    ("change", "is_same"),
    [
        pytest.param({"unit": "projects"}, True, id="another noun"),
        pytest.param({"value": None}, False, id="no value"),
        pytest.param({"kind": "percent"}, False, id="another kind"),
        pytest.param({"upper": 7}, False, id="a range"),
        pytest.param({"kind": "money", "unit": "CNY"}, False, id="money"),
        pytest.param({"hedge": "about", "start": 3}, True, id="another place and hedge"),
    ],
)
def test_mentions_of_one_figure_have_one_reading(
    deals: Subject, change: dict[str, Any], *, is_same: bool
) -> None:
    """Nouns of counts vary from mention to mention; currencies and units do not."""
    figure = deals.figures[0]
    other = figure._replace(**change)

    assert (reading_of(figure) == reading_of(other)) == is_same
    assert unit(other) == (None if other.kind == "count" else other.unit)


def test_figures_are_found_between_and_beside(deals: Subject) -> None:
    """A span's end is outside; limits tell how far to look."""
    twelve, nine, five, *_ = deals.figures

    assert _written(deals.figures_between(Span(0, five.start))) == ["12", "9 billion yuan"]
    assert deals.figures_between(Span(five.start, five.start)) == ()
    assert deals.figure_before(nine, 0) == twelve
    assert deals.figure_before(nine, twelve.start + 1) is None
    assert deals.figure_before(twelve, 0) is None
    assert deals.figure_after(nine, len(TEXT)) == five
    assert deals.figure_after(nine, five.start) is None
    assert deals.figure_after(deals.figures[-1], len(TEXT)) is None
    assert deals.figures_by_id[nine.id] is nine


@pytest.mark.parametrize(
    ("sentences", "found"), [(0, ["5", "4"]), (1, ["5", "4", "5"])], ids=["own", "next"]
)
def test_figures_nearby_could_stand_in_a_figures_place(
    deals: Subject, sentences: int, found: list[str]
) -> None:
    """They are of its kind, in its sentence or so."""
    assert _written(deals.nearby(deals.figures[0], sentences=sentences)) == found


@pytest.mark.parametrize(
    ("change", "is_near"),
    [
        pytest.param({}, True, id="as it is"),
        pytest.param({"unit": "USD"}, False, id="another currency"),
        pytest.param({"kind": "quantity"}, False, id="another kind"),
        pytest.param({"value": None}, False, id="no value"),
        pytest.param({"boundary": True}, False, id="a bound of a class"),
        pytest.param({"value": 3 * 10**9}, False, id="the same value"),
    ],
)
def test_what_could_not_stand_there_is_not_nearby(
    subject_of: SubjectOf, change: dict[str, Any], *, is_near: bool
) -> None:
    """It would mend nothing."""
    subject = subject_of("Deals for 3 billion yuan and 4 billion yuan.")
    figure, other = subject.figures
    changed = replace(subject, figures=(figure, other._replace(**change)))

    assert len([*changed.nearby(figure, sentences=0)]) == is_near


def test_a_count_of_another_thing_could_stand_in_a_counts_place(subject_of: SubjectOf) -> None:
    """Its noun is no unit: the draft may have taken the firms for the deals."""
    subject = subject_of("12 deals were signed by 14 firms.")

    assert _written(subject.nearby(subject.figures[0], sentences=0)) == ["14"]


def test_a_sentence_without_end_is_looked_at_near_a_figure_only(
    subject_of: SubjectOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line of thousands of figures cannot stop a run."""
    monkeypatch.setattr(module, "_MOST_NEARBY", 2)
    subject = subject_of(", ".join(f"{n} deals" for n in range(10, 20)))

    assert _written(subject.nearby(subject.figures[5], sentences=0)) == ["13", "14", "16"]


@pytest.mark.parametrize(
    ("at", "sentences", "around"),
    [
        pytest.param("Two", 0, "Two. ", id="its sentence"),
        pytest.param("Two", 1, "One. Two. Three.", id="one on both sides"),
        pytest.param("One", 1, "One. Two. ", id="at the start"),
        pytest.param("Three", 9, "One. Two. Three.", id="not past the line"),
        pytest.param("Four", 1, "Four.", id="the last line"),
    ],
)
def test_around_a_place_are_sentences_of_its_line(
    subject_of: SubjectOf, at: str, sentences: int, around: str
) -> None:
    """A line tells of one thing."""
    text = "One. Two. Three.\nFour."
    start, end = subject_of(text).around(text.index(at), sentences=sentences)

    assert text[start:end].strip() == around.strip()


def test_a_share_is_a_part_of_its_parents_and_of_the_event(subject_of: SubjectOf) -> None:
    """From the inside outwards."""
    subject = subject_of(
        "Energy 9, solar 5, roofs 2.",
        shares=[
            _share("roofs", "roofs 2", of="solar"),
            _share("solar", "solar 5", of="Energy"),
            _share("Energy", "Energy 9"),
        ],
    )

    assert subject.wholes("/shares/0") == ("/shares/1", "/shares/2", "/event")
    assert subject.wholes("/shares/2") == ("/event",)
    assert subject.share_at("solar") == "/shares/1"
    assert subject.share_at("wind") is None


@pytest.mark.parametrize(
    ("parents", "wholes"),
    [
        pytest.param(("silk", "tea"), ("/shares/1", "/shares/0", "/event"), id="a circle"),
        pytest.param(("tea", None), ("/shares/0", "/event"), id="itself"),
        pytest.param(("wool", None), ("/event",), id="nothing"),
    ],
)
def test_parents_that_lead_nowhere_come_to_an_end(
    deals: Subject, parents: tuple[str | None, str | None], wholes: tuple[str, ...]
) -> None:
    """A record read from elsewhere may hold anything."""
    shares = [
        share.model_copy(update={"of": of})
        for share, of in zip(deals.record.shares, parents, strict=True)
    ]
    record = deals.record.model_copy(update={"shares": shares})
    subject = replace(deals, resolution=replace(deals.resolution, record=record))

    assert subject.wholes("/shares/0") == wholes


def test_siblings_have_their_dimension_and_parent_in_common(subject_of: SubjectOf) -> None:
    """In the order in which they stand."""
    subject = subject_of(
        "Energy 9, east 4, solar 5, wind 3.",
        shares=[
            _share("Energy", "Energy 9"),
            _share("solar", "solar 5", of="Energy"),
            _share("east", "east 4", dimension="region"),
            _share("wind", "wind 3", of="Energy"),
        ],
    )

    assert subject.groups == {
        ("industry", None): ["/shares/0"],
        ("industry", "Energy"): ["/shares/1", "/shares/3"],
        ("region", None): ["/shares/2"],
    }


def test_figures_that_shares_have_are_found_by_kind_and_unit(deals: Subject) -> None:
    """The event's are none of them."""
    _, _, five, four, _ = deals.figures

    assert deals.shared_figures == {("count", "deals"): [five.id, four.id]}


def test_money_is_compared_within_its_kind_and_currency(subject_of: SubjectOf, invested) -> None:
    """Equivalents are money, too; taxes are no investment."""
    subject = subject_of(
        "In all 9 billion yuan (2 billion dollars), tea 4 billion yuan, tea tax 1 billion yuan.",
        event={"amounts": [invested("9 billion yuan", "2 billion dollars")]},
        shares=[
            _share(
                "tea",
                amounts=[invested("4 billion yuan"), invested("1 billion yuan", kind="other")],
            )
        ],
    )
    yuan, dollars = subject.money("/event")
    mine, tax = subject.money("/shares/0")

    assert (yuan.currency, dollars.currency) == ("CNY", "USD")
    assert subject.money_like(yuan, "/shares/0") == [mine]
    assert subject.money_like(dollars, "/shares/0") == []
    assert subject.money_like(tax, "/event") == []
    assert subject.comparable_money("/shares/0", "/event") == [(mine, yuan)]
    assert [*subject.money("/projects/0")] == []
    assert subject.count("/shares/0") is None


def test_items_are_told_as_the_draft_and_the_article_call_them(subject_of: SubjectOf) -> None:
    """By the draft's id, the record's name, and what kind of thing they are."""
    subject = subject_of(
        "12 deals: Amet mill; tea 5; letters 7.",
        event={"count": "12"},
        shares=[_share("s1", "tea 5", label="tea")],
        projects=[{"id": "p1", "name": "Amet mill"}],
        agreements=[{"id": "a1", "label": "letters", "count": "letters 7"}],
    )

    owners = ("/event", "/shares/0", "/projects/0", "/agreements/0")
    assert [subject.item(owner) for owner in owners] == ["event", "s1", "p1", "a1"]
    assert [subject.title(owner) for owner in owners] == [
        "the event",
        "share s1 “tea”",
        "project p1 “Amet mill”",
        "agreement a1 “letters”",
    ]
    assert subject.items([*subject.entries, *subject.entries]) == ("event", "s1", "a1")
    assert subject.item("/shares/9") == "/shares/9"


def test_figures_inside_a_name_are_known_wherever_the_name_stands(make) -> None:
    """Other figures written the same are not meant."""
    text = "The 12 Rivers Fair opened. The 12 Rivers Fair signed 12 deals."
    figures: tuple[Figure, ...] = find_figures(text)
    draft = make.draft(make.event(name="12 Rivers Fair", count=text.rindex("12")))
    subject = Subject(Article(text), figures, resolve(draft, Article(text), figures))

    assert ("/event/name", "12 Rivers Fair") in subject.texts
    assert subject.figures_in_names == {4, text.index("12", 6)}
