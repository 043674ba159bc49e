"""A run as other tools read it."""

import asyncio
import csv
import io
from xml.etree import ElementTree as ET

import pytest

from extractor.evals.exports import articles_csv, junit_xml, leaves_csv
from extractor.evals.result import System
from extractor.evals.run import Plan, run
from extractor.record import EMPTY, Record


@pytest.fixture
def runs(gold, extraction_of):
    """Four documents: perfect, without its host, failed, and a negative that is right."""
    changed = gold["zh-hexi-cloud-signing"].first_reading().model_dump(mode="json")
    changed["event"]["host"] = "=1+1"
    records = {
        "huqia-week-2022": gold["huqia-week-2022"].first_reading(),
        "zh-hexi-cloud-signing": Record.model_validate(changed),
        "zh-lanxu-homecoming": None,
        "en-luoshui-catalogue": EMPTY,
    }

    async def extract(article):
        return extraction_of(article, records[article.name], reason="a \x00 in the answer")

    plan = Plan([gold[name] for name in records], [System("fake", "")])
    return {"fake": asyncio.run(run(plan, extractors={"fake": extract}))}


def table(text):
    """Read CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def test_junit_counts_failures_and_errors(runs):
    """A document below what is asked fails, one without a record is an error."""
    suite = ET.fromstring(junit_xml(runs, pass_f1=1.0)).find("testsuite")

    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("4", "1", "1")
    failed = suite.find("testcase[@name='zh-hexi-cloud-signing']/failure")
    assert "event.host: wrong" in failed.text


def test_what_passes_is_for_the_user_to_say(runs):
    """At a lower bar the same document passes."""
    suite = ET.fromstring(junit_xml(runs, pass_f1=0.9)).find("testsuite")

    assert suite.get("failures") == "0"


def test_articles_have_a_row_each_with_scores_and_cost(runs):
    """The columns of a run, one line a result."""
    rows = {row["document"]: row for row in table(articles_csv(runs))}

    assert rows["huqia-week-2022"]["f1"] == "1.000000"
    assert rows["zh-hexi-cloud-signing"]["wrong"] == "1"
    assert rows["zh-lanxu-homecoming"]["status"] == "failed"
    assert rows["en-luoshui-catalogue"]["is_right"] == "True"


def test_leaves_have_a_row_each_with_both_values(runs):
    """What gold accepts and what was said stand beside the verdict."""
    (host,) = (
        row
        for row in table(leaves_csv(runs))
        if row["document"] == "zh-hexi-cloud-signing" and row["field"] == "event.host"
    )

    assert host["lenient"] == "wrong"
    assert host["gold_at"] == "/event/host"


def test_a_text_that_looks_like_a_formula_is_defused(runs):
    """An article cannot make a spreadsheet calculate."""
    assert "'=1+1" in {row["predicted"] for row in table(leaves_csv(runs))}
