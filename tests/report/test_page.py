"""The page of an extraction."""

import base64
import hashlib
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import extractor
from extractor.article import Article, Span
from extractor.extraction import Extraction
from extractor.figures import find_figures
from extractor.record import Record
from extractor.report.page import _FAMILIES, page
from extractor.usage import Usage
from extractor.violations import Finding, Violation

ATTACKS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus x='",
    "<img src=x onerror=alert(1)>",
    "<!-- ",
    "]]> <![CDATA[ <svg onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %} &lt;script&gt; &amp;",
    "javascript:alert(1)//",
]


def test_the_article_pane_holds_the_article_and_nothing_else(built: Extraction, parse) -> None:
    """Marks add no text, so offsets into the pane are offsets into the article."""
    assert parse(page(built)).by_id("article").text == built.article.text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("\n\n  two lines \n", None, id="leading line ends"),
        pytest.param("a\r\nb\rc", None, id="carriage returns"),
        pytest.param("𠮷 😀 é", None, id="beyond the basic plane"),
        pytest.param("\u202eabc\u2066", None, id="direction marks"),
        pytest.param("a\0b", "a\ufffdb", id="a character that HTML cannot hold"),
        *(pytest.param(attack, None, id=attack) for attack in ATTACKS),
    ],
)
def test_any_text_stays_as_it_is(without_record, parse, text: str, kept: str | None) -> None:
    """Code point for code point, whatever an HTML parser would make of it."""
    assert parse(page(without_record(text))).by_id("article").text == (kept or text)


def test_every_figure_is_marked_exactly_once(built: Extraction, parse) -> None:
    """Each mark holds its figure's words, bears its role and can be focused."""
    marks = [
        element
        for element in parse(page(built)).of_class("figure")
        if element.attrs["id"] in {f"t{figure.start}" for figure in built.figures}
    ]

    assert [mark.text for mark in marks] == [figure.as_written for figure in built.figures]
    assert all(mark.attrs["data-role"] for mark in marks)
    assert all("href" in mark.attrs or mark.attrs["tabindex"] == "0" for mark in marks)


def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere(
    built: Extraction, parse
) -> None:
    """No link is dead, none is ambiguous."""
    elements = parse(page(built)).elements
    ids = [element.attrs["id"] for element in elements if "id" in element.attrs]
    links = [element.attrs["href"] for element in elements if "href" in element.attrs]

    assert len(ids) == len(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_each_value_with_evidence_links_to_it_and_back(built: Extraction, parse) -> None:
    """A value leads to a place in the article that is marked with the value's number."""
    parsed = parse(page(built))
    values = [element for element in parsed.of_class("value") if "href" in element.attrs]

    assert len(values) == len(built.evidence)
    for value in values:
        place = parsed.by_id(value.attrs["href"].removeprefix("#"))
        assert parsed.by_id("article") in place.ancestors
        inside = [place, *(each for each in parsed.elements if place in each.ancestors)]
        numbers = " ".join(each.attrs.get("data-p", "") for each in inside).split()
        assert value.attrs["data-p"] in numbers
        for linked in (each for each in inside if "href" in each.attrs):
            back = parsed.by_id(linked.attrs["href"].removeprefix("#"))
            assert "value" in back.classes


def test_evidence_of_several_places_is_marked_at_each(built: Extraction, parse) -> None:
    """A date computed from two places lights up both."""
    evidence = {**built.evidence, "/event/place": (Span(0, 2), Span(30, 34))}
    parsed = parse(page(replace(built, evidence=evidence)))
    number = next(
        element.attrs["data-p"] for element in parsed.of_class("value") if element.text == "Amet"
    )

    article = parsed.by_id("article")
    pieces = [
        element
        for element in parsed.elements
        if article in element.ancestors and number in element.attrs.get("data-p", "").split()
    ]

    assert "".join(piece.text for piece in pieces) == "At" + built.article.text[30:34]


def test_a_figure_tells_field_value_words_and_check(built: Extraction, parse) -> None:
    """Hover and focus show what the figure is in the record."""
    computed = {"/shares/0/percents/0": Decimal("61.76")}
    parsed = parse(page(replace(built, computed=computed)))
    tips = {mark.text: mark.attrs["title"] for mark in parsed.of_class("figure")}

    assert tips["3.4 billion yuan"].splitlines() == [
        "Total: investment",
        "Value: 3,400,000,000 CNY",
        "As written: 3.4 billion yuan",
        "Check: stands in the article; no check objects.",
    ]
    assert (
        tips["61.8%"].splitlines()[0]
        == "Share s1 “manufacturing”: percent of the investment, stated"
    )
    assert "the record’s own figures give 61.76%" in tips["61.8%"]
    assert tips["40"].startswith("Background: put aside")


def test_stated_and_computed_percentages_stand_in_table_and_picture(
    built: Extraction, parse
) -> None:
    """The shares are a table and a picture, and both say what is stated and what is computed."""
    computed = {"/shares/0/percents/0": Decimal("61.76")}
    parsed = parse(page(replace(built, computed=computed)))
    (table,) = parsed.of_class("shares")
    (picture,) = parsed.of_class("picture")

    assert "61.8%" in table.text
    assert "61.76%" in table.text
    assert "stated 61.8%, computed 61.76%" in picture.text
    (stated,) = parsed.of_class("stated")
    assert stated.attrs["x"] == "61.80%"


def test_the_total_is_of_what_the_article_counts(built: Extraction, parse) -> None:
    """Projects here; where no noun is known, none is made up."""
    (unit,) = parse(page(built)).of_class("unit")

    assert unit.text == "projects"
    assert not parse(page(replace(built, figures=()))).of_class("unit")


def test_a_single_day_is_a_date_and_a_span_has_two_ends(built: Extraction, parse) -> None:
    """Nothing begins "from" a day and never ends."""
    event = built.record.event
    assert (event.start_date, event.end_date) == ("2024-05-06", None)
    span = built.record.model_copy(
        update={"event": event.model_copy(update={"end_date": "2024-05-08"})}
    )

    def named(extraction: Extraction) -> list[str]:
        elements = parse(page(extraction)).elements
        return [each.text for each in elements if each.tag == "dt"]

    assert "date" in named(built)
    assert "from" not in named(built)
    assert [each for each in named(replace(built, record=span)) if each in {"from", "to"}] == [
        "from",
        "to",
    ]


def test_what_the_head_counts_leads_to_its_list(built: Extraction, parse) -> None:
    """Violations stand below a long record."""
    heads = [each for each in parse(page(built)).elements if each.tag == "a"]
    leads = {each.attrs["href"]: each.text for each in heads if "href" in each.attrs}

    assert "violation" in leads["#violations-title"]
    assert "unplaced" in leads["#unplaced-title"]
    assert "#findings-title" not in leads


def test_violations_and_findings_lead_to_value_and_figure(built: Extraction, parse) -> None:
    """What is said names figures by id; each id is a link, and so is each value concerned."""
    figure = next(each for each in built.figures if each.as_written == "61.8%")
    pointer = "/shares/0/percents/0"
    message = f"share s1: [{figure.id}] “61.8%” is stated, [99999] is not."
    changed = replace(
        built,
        violations=(Violation("arithmetic.percent", message, pointers=(pointer,)),),
        findings=(Finding("figures.missed", "Read from a quote.", spans=(figure.span,)),),
    )

    parsed = parse(page(changed))

    (violations, findings) = parsed.of_class("notes")
    assert "The figures do not fit together" in violations.text
    assert message in violations.text
    links = [
        each.attrs["href"]
        for each in parsed.elements
        if violations in each.ancestors and each.tag == "a"
    ]
    (value,) = (each for each in parsed.of_class("value") if "violation" in each.classes)
    assert links == [f"#t{figure.start}", f"#{value.attrs['id']}"]
    assert message in value.attrs["title"]
    assert "“61.8%”" in findings.text


def test_unplaced_figures_are_listed_with_links(built: Extraction, parse) -> None:
    """What has no place is said outright."""
    parsed = parse(page(built))

    chips = [each for each in parsed.of_class("to-figure") if each.text == "7"]

    assert chips[0].attrs["href"] == f"#t{built.unplaced[0].start}"


def test_the_page_says_which_model_answered_at_what_cost(built: Extraction, parse) -> None:
    """Model, attempts, tokens and versions stand on the page."""
    text = parse(page(built)).elements[0].text

    assert "openai/gpt-lorem (gpt-lorem-1)" in text
    assert "1,234 tokens in, 567 out, cost unknown" in text
    assert "extract/v1" in text
    assert built.article.sha256 in text


def test_unknown_tokens_are_not_given_as_zero(built: Extraction, parse) -> None:
    """Unknown is not zero."""
    (attempt,) = built.attempts
    silent = replace(attempt, reply=replace(attempt.reply, usage=Usage()))

    assert "tokens unknown" in parse(page(replace(built, attempts=(silent,)))).elements[0].text


def test_rules_are_called_patterns(built: Extraction, parse) -> None:
    """Nobody takes the embedded default for a language model."""
    text = parse(page(replace(built, model="rules"))).elements[0].text

    assert "rules (patterns, not a language model)" in text


def test_an_extraction_without_an_event_gives_the_reason(without_record, parse) -> None:
    """An empty record is explained, and its article is still marked."""
    text = "A catalogue of 64 projects."
    empty = Record(event=None, shares=[], projects=[], agreements=[])

    html = page(
        without_record(
            text, status="no_event", reason="catalogue", record=empty, figures=find_figures(text)
        )
    )

    parsed = parse(html)
    assert "it is a catalogue of projects on offer." in parsed.by_id("record").text
    assert [mark.text for mark in parsed.of_class("figure")] == ["64"]


@pytest.mark.parametrize("text", ["", "12 projects were signed."])
def test_a_failed_extraction_gives_the_reason(without_record, parse, text: str) -> None:
    """No record is said outright, with what went wrong."""
    parsed = parse(page(without_record(text)))

    assert "There is no record: nonsense to the end." in parsed.by_id("record").text


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_words_wherever_they_stand(
    built: Extraction, parse, attack: str
) -> None:
    """Names, labels, messages, model and versions are text: no element or handler comes of them."""
    plain = parse(page(_speaking(built, "harmless")))

    hostile = parse(page(_speaking(built, attack)))

    assert [each.tag for each in hostile.elements] == [each.tag for each in plain.elements]
    assert [sorted(each.attrs) for each in hostile.elements] == [
        sorted(each.attrs) for each in plain.elements
    ]
    assert hostile.by_id("record").text.count(attack) >= 8


def test_the_policy_allows_the_pages_own_script_and_style_only(built: Extraction, parse) -> None:
    """Both are named by the hash of what stands on the page; everything else is refused."""
    parsed = parse(page(built))
    policy = next(
        element.attrs["content"]
        for element in parsed.elements
        if element.attrs.get("http-equiv") == "Content-Security-Policy"
    )

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (element,) = (each for each in parsed.elements if each.tag == tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_page_needs_nothing_else(built: Extraction, parse) -> None:
    """No address, no import, no inline style that the policy would refuse."""
    html = page(built)

    assert not re.search(r"https?:|\bsrc=|@import|url\(", html)
    assert not any("style" in element.attrs for element in parse(html).elements)


def test_a_name_that_is_no_utf8_can_still_be_written(without_record) -> None:
    """A file name may hold bytes that are no text."""
    html = page(without_record("12 projects.", article=Article("12 projects.", name="caf\udce9")))

    assert "caf?" in html.encode().decode()


def test_an_article_of_a_megabyte_is_whole(without_record, parse) -> None:
    """Length changes nothing: each figure is marked and the text is complete."""
    text = "12 projects worth 3.4 billion yuan were signed.</script> <b>\n" + "lorem ipsum " * 100
    text *= 1_000_000 // len(text) + 1
    figures = find_figures(text)

    parsed = parse(page(without_record(text, figures=figures)))

    assert parsed.by_id("article").text == text
    assert len(parsed.of_class("figure")) == len(figures) > 1000


def _speaking(built: Extraction, words: str) -> Extraction:
    """Put the same words wherever an extraction holds words."""
    record = built.record
    assert record is not None
    assert record.event is not None
    event = record.event.model_copy(
        update=dict.fromkeys(("name", "activity", "place", "host"), words)
    )
    changed = record.model_copy(
        update={
            "event": event.model_copy(update={"aliases": [words], "industries": [words]}),
            "shares": [
                share.model_copy(update={"label": words, "id": words}) for share in record.shares
            ],
            "projects": [
                project.model_copy(
                    update={
                        **dict.fromkeys(("name", "place", "industry"), words),
                        "investors": [words],
                        "shares": [words],
                    }
                )
                for project in record.projects
            ],
            "agreements": [
                agreement.model_copy(update={"label": words, "parties": [words]})
                for agreement in record.agreements
            ],
        }
    )
    return replace(
        built,
        article=replace(built.article, name=words),
        model=words,
        record=changed,
        reason=words,
        violations=(Violation(words, words, pointers=("/shares/0", words)),),
        findings=(Finding(words, words, pointers=("/event/name",), spans=(Span(0, 9),)),),
        versions={words: words},
    )


def families_in_the_source() -> set[str]:
    """Return the families of the codes in all modules that make violations or findings."""
    makes = re.compile(r"\b(?:Violation|Finding|(?:Sum)?Claim)\(|\.complain\(")
    code = re.compile(r"\"([a-z]+)\.(?:[a-z_]+|\{.+?\})\"")
    sources = (path.read_text("utf-8") for path in Path(extractor.__file__).parent.rglob("*.py"))
    return {family for source in sources if makes.search(source) for family in code.findall(source)}


def test_titles_are_of_families_that_there_are() -> None:
    """All of them, and no others."""
    assert families_in_the_source() == _FAMILIES.keys()


@pytest.mark.parametrize("family", sorted(families_in_the_source()))
def test_every_family_of_violations_has_a_title(family: str, built: Extraction, parse) -> None:
    """A mere note says nothing."""
    violation = Violation(f"{family}.rule", "Something is wrong.")

    parsed = parse(page(replace(built, violations=(violation,), findings=())))

    (notes,) = parsed.of_class("notes")
    assert "Something is wrong." in notes.text
    assert "Note" not in notes.text
