"""The sheets of a run, cell by cell."""

import asyncio

import pytest

from extractor.evals.result import System
from extractor.evals.run import Plan, run
from extractor.evals.sheets import comparison_sheets, run_sheets
from extractor.record import EMPTY


def rows(sheets, title):
    """Return the rows of the sheet whose title begins so, by their first cell."""
    sheet = next(sheet for sheet in sheets if sheet.title.startswith(title))
    return {row[0]: dict(zip(sheet.header, row, strict=True)) for row in sheet.rows}


@pytest.fixture
def systems(gold, extraction_of):
    """Return a function that runs two systems: one that knows gold, one that is silent."""

    async def perfect(article):
        return extraction_of(article, gold[article.name].first_reading())

    async def silent(article):
        return extraction_of(article, EMPTY)

    def run_both(documents, *, n_repeats=1):
        plan = Plan(documents, [System("silent", ""), System("perfect", "")], n_repeats)
        runs = asyncio.run(run(plan, extractors={"perfect": perfect, "silent": silent}))
        return {
            system.title: [found for found in runs if found.result.key.system == system.title]
            for system in plan.systems
        }

    return run_both


@pytest.fixture
def mixed(gold, extraction_of):
    """Three documents: one perfect, one failed, one a negative that is right."""
    records = {
        "huqia-week-2022": gold["huqia-week-2022"].first_reading(),
        "zh-hexi-cloud-signing": None,
        "en-luoshui-catalogue": EMPTY,
    }

    async def extract(article):
        return extraction_of(article, records[article.name], reason="truncated")

    plan = Plan([gold[name] for name in records], [System("fake", "")])
    return asyncio.run(run(plan, extractors={"fake": extract}))


def test_a_document_has_its_scores_counts_and_status(mixed):
    """A failed one scores nothing, a negative says what came out."""
    documents = rows(run_sheets(mixed), "Documents")

    assert documents["huqia-week-2022"]["F1"] == "1.000"
    assert documents["huqia-week-2022"]["correct"] == "148"
    assert documents["zh-hexi-cloud-signing"]["status"] == "failed"
    assert documents["zh-hexi-cloud-signing"]["F1"] == "0.000"
    assert documents["en-luoshui-catalogue"]["F1"] == "no event"


def test_one_document_is_one(mixed):
    """A summary counts as people do."""
    alone = [run for run in mixed if run.document.name == "huqia-week-2022"]

    assert rows(run_sheets(alone), "Summary of 1 document with an event")


def test_the_summary_has_mean_pooled_figures_and_negatives(mixed):
    """A failed article stays in the mean."""
    summary = rows(run_sheets(mixed), "Summary of 2 documents")

    assert summary["mean F1 over documents"]["F1"] == "0.500"
    assert summary["no event, rightly"]["F1"] == "1/1"
    assert summary["failed"]["F1"] == "1"
    assert "figures pooled" in summary


def test_fields_are_shown_on_request(mixed):
    """Every field that was compared has a row of its own."""
    assert not any(sheet.title == "Fields" for sheet in run_sheets(mixed))
    assert rows(run_sheets(mixed, with_fields=True), "Fields")["share.count.value"]["lost"] != ""


def test_systems_stand_side_by_side_with_error_bars_and_a_verdict(gold, systems):
    """The mean comes with its interval, and words say whether two systems differ."""
    sheets = comparison_sheets(systems(list(gold.values())))

    assert rows(sheets, "Systems")["perfect"]["95% interval"] == "1.000 to 1.000"
    assert rows(sheets, "Systems")["perfect"]["records right"].startswith("23/23")
    assert rows(sheets, "Differences from silent")["perfect"]["verdict"] == "perfect better"


def test_a_handful_of_documents_gets_no_intervals_and_no_verdict(gold, systems):
    """One document says nothing about the spread over documents, and the table claims nothing."""
    sheets = comparison_sheets(systems([gold["huqia-week-2022"]]))

    assert rows(sheets, "Systems")["perfect"]["95% interval"] == "–"
    assert not any(sheet.title.startswith("Differences") for sheet in sheets)


def test_repeats_have_a_row_with_their_spread_and_pass_hat(gold, systems):
    """The same answer every time has no spread and passes every time."""
    sheets = comparison_sheets(systems([gold["huqia-week-2022"]], n_repeats=3))
    row = rows(sheets, "Systems")["perfect, 3 repeats"]

    assert (row["F1"], row["records right"]) == ("±0.000", "pass^3 100%")


def test_what_repairs_are_worth_stands_beside_them(gold):
    """The first tries have scores, intervals, records and costs as a system has, and a verdict."""
    system = System.of("replay", "extract/v4")  # its repairs mended two records
    found = asyncio.run(run(Plan(list(gold.values()), [system])))
    sheets = comparison_sheets({system.title: found})

    title = f"{system.title}, first try"
    standings, costs = rows(sheets, "Systems"), rows(sheets, "Cost")
    before, after = standings[title], standings[system.title]
    assert float(before["F1"]) < float(after["F1"])
    assert " to " in before["95% interval"]
    n_before, n_after = (row["records right"].split("/23 (")[0] for row in (before, after))
    assert int(n_before) < int(n_after)
    first, all_of_them = (costs[name]["tokens out"] for name in (title, system.title))
    assert int(first.replace(",", "")) < int(all_of_them.replace(",", ""))
    verdict = rows(sheets, f"Differences from {title}")[system.title]["verdict"]
    assert verdict.startswith(("not separable", system.title))


def test_without_a_right_record_there_is_no_price_of_one(gold, systems):
    """Nothing is unknown: there is none."""
    costs = rows(comparison_sheets(systems([gold["huqia-week-2022"]])), "Cost")

    assert costs["silent"]["USD a right record"] == "–"
    assert costs["perfect"]["USD a right record"] == "0.0000"


def test_a_small_p_value_is_not_shown_as_zero(gold, systems):
    """Nothing is impossible by chance."""
    differences = rows(comparison_sheets(systems(list(gold.values()))), "Differences from silent")

    assert differences["perfect"]["right alone"] == "21:0 (p < 0.001)"


def test_details_slice_by_language_length_shares_and_trait(gold, systems):
    """Slices are of documents with an event, each with their number."""
    slices = rows(comparison_sheets(systems(list(gold.values())), with_details=True), "Mean F1 by")

    languages = [slices[f"language {language}"] for language in ("en", "zh")]
    assert sum(int(row["documents"]) for row in languages) == 21
    assert {row["perfect"] for row in slices.values()} == {"1.000"}
    assert any(name.startswith("shares above") for name in slices)


def test_details_count_mistakes_by_kind(gold, systems):
    """Who says nothing makes no mistake of scale or binding."""
    sheets = comparison_sheets(systems([gold["huqia-week-2022"]]), with_details=True)

    assert rows(sheets, "Mistakes")["binding loss, mean"] == {
        "mistake": "binding loss, mean",
        "silent": "0.000",
        "perfect": "0.000",
    }
