"""The page of an archive."""

from dataclasses import replace
from decimal import Decimal

from record_parts import amount, count, share

from extractor.report.archive.index import Summary, index_page
from extractor.report.archive.row import row_of
from extractor.report.source import Source


def summary_of(*extractions) -> Summary:
    """Return the summary of extractions, each at a place of its own."""
    summary = Summary()
    for number, extraction in enumerate(extractions):
        summary.add(row_of(extraction, Source(f"{number}.txt"), page="0" * 16), extraction)
    return summary


def options(parsed, name: str) -> list[tuple[str, str]]:
    """Return the values and words of a choice, but for `any`."""
    choice = parsed.by_id(name)
    return [
        (each.attrs["value"], each.text)
        for each in parsed.elements
        if each.tag == "option" and choice in each.ancestors and each.attrs["value"]
    ]


def test_the_list_can_be_filtered_by_what_occurs(saying, parse) -> None:
    """Each value with the number of its articles; years from the latest, what is not said last."""
    summary = summary_of(
        saying(host="Dolor", start_date="2023"),
        saying(host="Dolor", start_date="2024"),
        replace(saying(), status="flagged", model="openai/gpt-lorem"),
    )

    parsed = parse(index_page("news", summary, files=[], base=""))

    assert options(parsed, "status") == [("ok", "ok (2)"), ("flagged", "flagged (1)")]
    assert options(parsed, "year") == [
        ("2024", "2024 (1)"),
        ("2023", "2023 (1)"),
        ("?", "not said (1)"),
    ]
    assert options(parsed, "host") == [("Dolor", "Dolor (2)"), ("?", "not said (1)")]
    assert ("openai/gpt-lorem", "openai/gpt-lorem (1)") in options(parsed, "model")


def test_totals_stand_on_the_page_itself(saying, parse) -> None:
    """They can be read without a script."""
    shares = (share("s1", "chemistry", count=count(3)),)
    summary = summary_of(
        saying(host="Dolor", n=count(12), amounts=(amount("3400000000"),), shares=shares)
    )

    parsed = parse(index_page("news", summary, files=[], base=""))

    assert "3.4 billion CNY" in parsed.by_id("totals").text
    assert "Dolor" in parsed.by_id("hosts").text
    assert "chemistry" in parsed.by_id("dimensions").text
    assert "25.0%" in parsed.by_id("dimensions").text


def test_an_archive_without_an_event_has_no_totals(without_record, parse) -> None:
    """And says so by leaving them out."""
    parsed = parse(index_page("news", summary_of(without_record("x")), files=[], base=""))

    assert not [each for each in parsed.elements if each.attrs.get("id") == "totals"]


def test_a_cost_that_is_not_known_in_full_is_a_least_cost(without_record, parse) -> None:
    """Unknown is not zero."""

    class Priced:
        least_cost_usd, cost_usd, record = Decimal("0.25"), None, None

    summary = summary_of(without_record("x"))
    summary.add(row_of(without_record("y"), Source("y"), page=""), Priced())  # type: ignore[arg-type]

    assert "at least $0.25" in parse(index_page("n", summary, files=[], base="")).elements[0].text


def test_what_is_left_out_is_said(saying, parse) -> None:
    """Nothing is dropped in silence."""
    said = "Not in the list: 3 left out by the triage."

    html = index_page("news", summary_of(saying()), files=[], base="", left_out=[said])

    assert parse(html).of_class("left-out")[0].text.strip() == said


def test_the_policy_lets_the_page_load_rows_and_nothing_else(saying, parse) -> None:
    """Scripts that its own script asks for, from wherever it lies: also from disk."""
    parsed = parse(index_page("news", summary_of(saying()), files=[], base=""))
    (policy,) = (
        each.attrs["content"]
        for each in parsed.elements
        if each.attrs.get("http-equiv") == "Content-Security-Policy"
    )

    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "'strict-dynamic'" in policy
    assert "unsafe" not in policy
    assert not any("style" in each.attrs for each in parsed.elements)


def test_ids_are_unique_and_links_lead_somewhere(saying, parse) -> None:
    """Those that begin a search lead to the list."""
    summary = summary_of(saying(host="Dolor", n=count(1), shares=(share("s1", "x"),)))
    elements = parse(index_page("news", summary, files=[], base="")).elements
    ids = [each.attrs["id"] for each in elements if "id" in each.attrs]
    links = [each.attrs["href"] for each in elements if "href" in each.attrs]

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if "=" not in link} <= set(ids)
    assert any(link == "#host=Dolor" for link in links)
