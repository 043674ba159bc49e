"""Systems against each other: means over repeats, whole records, words that hold."""

import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.evals.comparison import compare, compare_all, standing
from extractor.evals.result import System
from extractor.evals.run import DocumentRun, Plan, run
from extractor.record import EMPTY


@pytest.fixture
def run_of(gold, extraction_of):
    """Return a function that runs a model which is silent on some documents, and else perfect."""

    def build(title, silent=lambda _name, _nth: False, *, n_repeats=1, n_documents=None):
        met = {}

        async def extract(article):
            met[article.name] = met.get(article.name, 0) + 1
            if silent(article.name, met[article.name]):
                return extraction_of(article, EMPTY)
            return extraction_of(article, gold[article.name].first_reading())

        documents = [document for document in gold.values() if document.has_event]
        plan = Plan(documents[:n_documents], [System(title, "")], n_repeats)
        return asyncio.run(run(plan, extractors={title: extract}))

    return build


def test_repeats_are_averaged_inside_a_document_first(run_of):
    """A document that is right every other time scores half, with its spread and its pass^2."""
    found = standing("a", run_of("a", lambda _, nth: nth == 2, n_repeats=2, n_documents=6))

    assert set(found.f1_by_document.values()) == {0.5}
    assert found.repeat_spread == 0.5
    assert found.pass_hat == 0.0
    assert (found.n_right, found.n_records) == (6, 12)


def test_a_cost_of_which_any_part_is_unknown_is_unknown(run_of):
    """A sum that leaves something out would look like a bargain."""
    runs = run_of("a", n_documents=2)
    known = [DocumentRun(one.document, _with_cost(one.result, Decimal("0.25"))) for one in runs]
    unknown = [known[0], DocumentRun(runs[1].document, _with_cost(runs[1].result, None))]

    assert standing("a", known).cost_per_right_usd == Decimal("0.25")
    assert standing("a", unknown).cost_usd is None
    assert standing("a", unknown).cost_per_right_usd is None


def _with_cost(result, cost):
    return type(result)(**(vars(result) | {"cost_usd": cost}))


def test_whole_records_are_compared_where_only_one_system_is_right(run_of):
    """Three documents that only the first has right make three to nothing."""
    base = run_of("base")
    names = [one.document.name for one in base][:3]

    (found,) = compare({"base": base, "other": run_of("other", lambda name, _: name in names)})

    assert (found.n_right_only, found.n_base_only) == (0, 3)
    assert found.mcnemar_p == 0.25


def test_a_comparison_among_many_has_to_be_clearer(run_of):
    """Four equal systems and one that fails seven documents: Holm takes back what p alone gave."""
    base = run_of("base")
    names = [one.document.name for one in base][:7]
    worse = {"worse": run_of("worse", lambda name, _: name in names)}
    equal = {f"equal {n}": run_of(f"equal {n}") for n in range(4)}

    alone = compare({"base": base, **worse})[-1]
    among = compare({"base": base, **equal, **worse})[-1]

    assert alone.verdict == "base better"
    assert among.adjusted_p == pytest.approx(5 * alone.adjusted_p)
    assert among.verdict == "not separable with 21 articles among so many comparisons"


def test_a_document_on_which_all_hangs_is_named(run_of):
    """Six documents decide; without the farthest they would not."""
    base = run_of("base", n_documents=6)

    (found,) = compare({"base": base, "silent": run_of("s", lambda *_: True, n_documents=6)})

    assert found.hangs_on in {one.document.name for one in base}
    assert found.verdict == f"base better, but by one article ({found.hangs_on})"


def test_systems_and_first_tries_are_compared(run_of):
    """Each with the first system, and each that was repaired with its own first tries."""
    right = run_of("a", n_documents=6)
    repaired = [DocumentRun(one.document, _repaired(one.result)) for one in right]

    found = compare_all({"a": right, "b": repaired})

    assert [(each.title, each.base) for each in found] == [("b", "a"), ("b", "b, first try")]
    assert found[0].verdict.startswith("not separable with 6 articles")
    assert found[1].verdict.startswith("b better")


def test_first_tries_of_several_systems_have_to_be_clearer_than_of_one(run_of):
    """Whether repair helps is asked as often as there are systems that were repaired."""
    right = run_of("a", n_documents=6)
    repaired = [DocumentRun(one.document, _repaired(one.result)) for one in right]

    (alone,) = compare_all({"a": repaired})
    *_, one, other = compare_all({"a": repaired, "b": repaired})

    assert one.adjusted_p == other.adjusted_p == pytest.approx(2 * alone.adjusted_p)


def test_one_system_without_repair_is_compared_with_nothing(run_of):
    """There is nothing to tell apart."""
    assert compare_all({"a": run_of("a", n_documents=6)}) == ()


def test_a_system_without_repair_has_no_first_try(run_of):
    """Its only try is the system itself."""
    assert standing("a", run_of("a", n_documents=6)).first_tries is None


def _repaired(result):
    said = {"model": "m", "shows": None, "usage": {}, "cost_usd": "0", "seconds": 1.0}
    attempts = tuple({**said, "purpose": purpose} for purpose in ("draft", "repair"))
    return replace(result, first_record=EMPTY, attempts=attempts)
