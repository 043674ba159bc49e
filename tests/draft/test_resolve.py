"""From a draft to a record: figures and names of the article, and complaints about the rest."""

from datetime import date
from decimal import Decimal

import pytest

from extractor.article import Article
from extractor.draft import Draft, Resolution, resolve
from extractor.figures import find_figures
from extractor.record import EMPTY, Record

TEXT = (
    "At the 3rd Lorem Trade Fair, Dolor County signed 12 projects worth 3.4 billion yuan "
    "($480 million) on November 3, 2022. Of these, 5 new materials projects account for 61.8%, "
    "at nearly 2.1 billion yuan. The resin plant of Amet Chemical, at 600 million yuan, will make "
    "50,000 tons of resin a year, 40% for export. Two memoranda followed with Sit Bank.\n"
)
ARTICLE = Article(TEXT, published=date(2022, 11, 4))
FIGURES = find_figures(TEXT, published=ARTICLE.published)


def at(words: str) -> int:
    """Return the id of the figure that begins with these words."""
    return TEXT.index(words)


def solve(draft: Draft) -> Resolution:
    """Resolve a draft of the text."""
    return resolve(draft, ARTICLE, FIGURES)


def codes(resolution: Resolution) -> list[str]:
    """Return the codes of the violations, in order."""
    return [violation.code for violation in resolution.violations]


@pytest.fixture
def full(make) -> Draft:
    """Give a draft that says all that the text says."""
    return make.draft(
        make.event(
            name="the 3rd Lorem Trade Fair",
            start_date="2022-11-03",
            host="Dolor County",
            count=at("12"),
            amounts=[make.amount(at("3.4"), same=[at("480")])],
        ),
        shares=[
            make.share(
                "s1",
                "new materials",
                count=at("5 new"),
                amounts=[make.amount(at("2.1"))],
                percents=[make.percent(at("61.8"))],
            )
        ],
        projects=[
            make.project(
                "p1",
                "resin plant",
                investors=["Amet Chemical"],
                amounts=[make.amount(at("600"))],
                shares=["s1"],
                targets=[
                    make.target(at("50,000"), "annual output"),
                    make.target(at("40%"), "export"),
                ],
            )
        ],
        agreements=[make.agreement("a1", "memoranda", parties=["Sit Bank"], count=at("Two"))],
    )


def test_a_draft_becomes_a_record_with_the_figures_own_values(full) -> None:
    """Values, currencies and hedges are code's."""
    record = solve(full).record

    assert record.event is not None
    assert record.event.name == "3rd Lorem Trade Fair"
    assert record.event.total.count is not None
    assert record.event.total.count.value == 12
    (amount,) = record.event.total.amounts
    assert (amount.value, amount.currency) == (Decimal(3_400_000_000), "CNY")
    assert [(same.value, same.currency) for same in amount.equivalents] == [
        (Decimal(480_000_000), "USD")
    ]
    (share,) = record.shares
    assert (share.amounts[0].value, share.amounts[0].hedge) == (Decimal(2_100_000_000), "nearly")
    assert (share.percents[0].value, share.percents[0].of) == (Decimal("61.8"), "investment")
    (project,) = record.projects
    assert project.shares == ["s1"]
    assert [(target.measure, target.unit) for target in project.targets] == [
        ("annual output", "tons"), ("export", "%"),
    ]  # fmt: skip
    assert record.agreements[0].parties == ["Sit Bank"]


def test_a_full_draft_leaves_nothing_to_complain_about(full) -> None:
    """And what it puts aside are figures of the article."""
    resolution = solve(full.model_copy(update={"background": [at("12"), 1, -4]}))

    assert codes(resolution) == []
    assert resolution.findings == ()
    assert resolution.background == {at("12")}
    assert resolution.items == {
        "/event": "event", "/shares/0": "s1", "/projects/0": "p1", "/agreements/0": "a1",
    }  # fmt: skip


def test_every_figure_and_name_has_its_place(full) -> None:
    """Evidence is a span of the article's text for each pointer."""
    resolution = solve(full)

    words = {
        pointer: [TEXT[start:end] for start, end in spans]
        for pointer, spans in resolution.evidence.items()
    }
    assert words["/event/total/amounts/0"] == ["3.4 billion yuan"]
    assert words["/event/total/amounts/0/equivalents/0"] == ["$480 million"]
    assert words["/event/start_date"] == ["November 3, 2022"]
    assert words["/shares/0/percents/0"] == ["61.8%"]
    assert words["/projects/0/investors/0"] == ["Amet Chemical"]
    assert words["/agreements/0/label"] == ["memoranda"]
    assert "/projects/0/targets/0/measure" not in words


def test_no_event_gives_the_empty_record(make) -> None:
    """With its reason, and without a complaint."""
    resolution = solve(make.draft(None, no_event="catalogue"))

    assert resolution.record == EMPTY
    assert codes(resolution) == []
    assert resolution.evidence == {}


@pytest.mark.parametrize(
    ("fields", "items"),
    [
        pytest.param({"no_event": None}, ("event",), id="no-reason"),
        pytest.param({"shares": [("s1", "new materials")]}, ("event", "s1"), id="shares"),
    ],
)
def test_silence_with_something_in_it_may_be_mended_either_way(make, fields, items) -> None:
    """The event may be given, or the items deleted."""
    fields = {
        name: [make.share(*share) for share in value] if value else value
        for name, value in fields.items()
    }

    resolution = solve(make.draft(None, **fields))

    (violation,) = resolution.violations
    assert violation.code == "structure.event"
    assert violation.items == items
    assert "shares" in violation.grows
    assert resolution.record == EMPTY


def test_an_event_beside_a_reason_for_none_is_kept_and_reported(make) -> None:
    """One of the two is wrong, and the model says which."""
    resolution = solve(make.draft(make.event(count=at("12")), no_event="speech"))

    assert codes(resolution) == ["structure.event"]
    assert resolution.record.event is not None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        pytest.param({"name": "Ipsum Fair"}, "grounding.name", id="name"),
        pytest.param({"name": "，"}, "grounding.name", id="punctuation"),
        pytest.param({"name": ""}, "grounding.name", id="empty-name"),
        pytest.param({"aliases": ["Ipsum"]}, "grounding.name", id="alias"),
        pytest.param({"place": "Ipsum"}, "grounding.name", id="place"),
        pytest.param({"start_date": "2022-11-05"}, "grounding.date", id="date"),
        pytest.param({"end_date": "XXXX-XX-99"}, "grounding.date", id="no-day"),
        pytest.param({"count": 1}, "reference.unknown", id="unknown-figure"),
        pytest.param({"count": "13 projects"}, "reference.quote", id="no-such-quote"),
        pytest.param({"count": TEXT.index("61.8")}, "reference.kind", id="another-kind"),
    ],
)
def test_what_the_article_does_not_say_stays_out_of_the_event(make, fields, code) -> None:
    """And is a violation of the event's."""
    resolution = solve(make.draft(make.event(**fields)))

    (violation,) = resolution.violations
    assert (violation.code, violation.items) == (code, ("event",))
    assert resolution.record == solve(make.draft(make.event())).record


def test_a_share_whose_label_does_not_stand_is_left_out_and_named_once(make) -> None:
    """Its parts and members lose their link without a complaint of their own."""
    draft = make.draft(
        make.event(),
        shares=[
            make.share("s1", "old materials", count=at("12")),
            make.share("s2", "new materials", count=at("5 new"), of="s1"),
        ],
        projects=[make.project("p1", "resin plant", shares=["s1", "s2", "s2"])],
    )

    resolution = solve(draft)

    (violation,) = resolution.violations
    assert (violation.code, violation.items) == ("grounding.name", ("s1",))
    assert [(share.id, share.of) for share in resolution.record.shares] == [("s2", None)]
    assert resolution.record.projects[0].shares == ["s2"]
    assert resolution.items["/shares/0"] == "s2"


@pytest.mark.parametrize(
    ("parents", "cut"),
    [
        pytest.param({"a": "a"}, {"a"}, id="of-itself"),
        pytest.param({"a": "b", "b": "a"}, {"a", "b"}, id="of-each-other"),
        pytest.param({"a": "b", "b": "c", "c": "a"}, {"a", "b", "c"}, id="ring"),
        pytest.param({"a": "b", "b": "c", "c": "b"}, {"b", "c"}, id="way-into-a-ring"),
        pytest.param({"a": "b", "b": "c"}, set(), id="chain"),
        pytest.param({"a": "z"}, {"a"}, id="no-such-share"),
    ],
)
def test_parts_form_no_circle(make, parents: dict[str, str], cut: set[str]) -> None:
    """Each link of a circle is cut and reported, all others stay."""
    words = {"a": "new materials", "b": "resin", "c": "export"}
    shares = [make.share(name, words[name], of=parents.get(name)) for name in words]

    resolution = solve(make.draft(make.event(), shares=shares))

    kept = {share.id: share.of for share in resolution.record.shares if share.of}
    assert kept == {share: parent for share, parent in parents.items() if share not in cut}
    assert {item for violation in resolution.violations for item in violation.items} == cut


def test_membership_of_an_unknown_share_is_reported(make) -> None:
    """A project names shares that the draft has."""
    draft = make.draft(make.event(), projects=[make.project("p1", "resin plant", shares=["s9"])])

    resolution = solve(draft)

    assert codes(resolution) == ["structure.membership"]
    assert resolution.record.projects[0].shares == []


def test_an_item_whose_id_is_taken_is_left_out(make) -> None:
    """An empty id is none either: the record stays valid."""
    draft = make.draft(
        make.event(),
        shares=[make.share("", "new materials"), make.share("s1", "resin")],
        projects=[make.project("s1", "resin plant")],
    )

    resolution = solve(draft)

    assert codes(resolution) == ["structure.id", "structure.id"]
    assert [share.id for share in resolution.record.shares] == ["s1"]
    assert resolution.record.projects == []


@pytest.mark.parametrize(
    ("measure", "unit", "codes_", "kept"),
    [
        pytest.param("annual output", "tons of resin", [], "tons of resin", id="quoted-unit"),
        pytest.param("annual output", None, [], "tons", id="own-unit"),
        pytest.param("annual output", "barrels", ["grounding.unit"], None, id="no-such-unit"),
        pytest.param("annual output", "", ["grounding.unit"], None, id="empty-unit"),
        pytest.param("yearly dreams", None, ["grounding.measure"], None, id="no-such-measure"),
        pytest.param("", "", ["grounding.measure", "grounding.unit"], None, id="neither"),
    ],
)
def test_a_target_has_a_measure_and_a_unit_of_the_text(make, measure, unit, codes_, kept) -> None:
    """Or it is left out."""
    target = make.target(at("50,000"), measure, unit)
    draft = make.draft(make.event(), projects=[make.project("p1", "resin plant", targets=[target])])

    resolution = solve(draft)

    assert codes(resolution) == codes_
    assert [target.unit for target in resolution.record.projects[0].targets] == (
        [kept] if kept else []
    )


def test_pointers_count_what_is_in_the_record(make) -> None:
    """An amount that is left out moves those behind it."""
    draft = make.draft(
        make.event(amounts=[make.amount(1), make.amount(at("3.4"), same=[2, at("480")])])
    )

    resolution = solve(draft)

    assert codes(resolution) == ["reference.unknown", "reference.unknown"]
    assert set(resolution.evidence) == {
        "/event/total/amounts/0",
        "/event/total/amounts/0/equivalents/0",
    }


def test_a_figure_that_the_finder_missed_is_a_finding(make) -> None:
    """The model quotes it, code reads it, a reader is told."""
    draft = make.draft(make.event(count="12 projects"))

    resolution = resolve(draft, ARTICLE, ())

    assert resolution.record.event is not None
    assert resolution.record.event.total.count is not None
    assert resolution.record.event.total.count.value == 12
    (finding,) = resolution.findings
    assert finding.code == "figures.missed"
    (span,) = finding.spans
    assert TEXT[span.start : span.end].startswith("12")


def test_a_resolved_record_is_valid(full) -> None:
    """Strictly, and after a round trip."""
    record = solve(full).record

    assert Record.model_validate(record.model_dump()) == record
    assert Record.model_validate_json(record.model_dump_json()) == record
