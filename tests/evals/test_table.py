import asyncio
import io

import pytest
from rich.console import Console

from extractor.evals.run import run
from extractor.evals.table import show_models, show_run
from extractor.record import EMPTY


@pytest.fixture
def runs(gold, extraction_of):
    """Three documents: one perfect, one failed, one a negative that is right."""
    records = {
        "huqia-week-2022": gold["huqia-week-2022"].first_reading(),
        "zh-hexi-cloud-signing": None,
        "en-luoshui-catalogue": EMPTY,
    }

    async def extract(article):
        return extraction_of(article, records[article.name], reason="truncated")

    return asyncio.run(run([gold[name] for name in records], extract))


def shown(runs, *, is_terminal, **options):
    """Return what is printed."""
    out = io.StringIO()
    console = Console(file=out, force_terminal=is_terminal, width=200 if is_terminal else 40)
    show_run(console, runs, **options)
    return out.getvalue()


def test_plain_text_is_aligned_and_never_cut(runs):
    """In a pipe or a log every line stands whole, without colours or boxes."""
    text = shown(runs, is_terminal=False)

    assert "\x1b" not in text
    rows = {line.split()[0]: line.split() for line in text.splitlines() if line.strip()}
    assert rows["huqia-week-2022"][1:6] == ["ok", "1.000", "1.000", "1.000", "148"]
    assert rows["zh-hexi-cloud-signing"][1:5] == ["failed", "0.000", "0.000", "0.000"]
    assert "no event" in text


def test_the_summary_has_mean_pooled_figures_and_negatives(runs):
    """The headline comes first; a failed article stays in the mean."""
    lines = shown(runs, is_terminal=False).splitlines()

    found = {line.rsplit(maxsplit=1)[0].strip(): line.split()[-1] for line in lines if line}
    assert found["mean F1 over documents"] == "0.500"
    assert found["no event, rightly"] == "1/1"
    assert found["failed"] == "1"
    assert any(line.startswith("figures pooled") for line in lines)


def test_fields_are_shown_on_request(runs):
    """Every field that was compared has a row of its own."""
    without = shown(runs, is_terminal=False)
    with_fields = shown(runs, is_terminal=False, with_fields=True)

    assert "share.count.value" not in without
    assert "share.count.value" in with_fields


def test_a_terminal_gets_boxes(runs):
    """The same cells, drawn as tables."""
    text = shown(runs, is_terminal=True, with_fields=True)

    assert "┃" in text or "│" in text
    assert "huqia-week-2022" in text


def test_models_stand_side_by_side_with_error_bars_and_a_verdict(gold, extraction_of):
    """The mean comes with its interval, and words say whether two models differ."""

    async def perfect(article):
        return extraction_of(article, gold[article.name].first_reading())

    async def silent(article):
        return extraction_of(article, EMPTY)

    documents = list(gold.values())
    out = io.StringIO()
    runs = {
        "silent": asyncio.run(run(documents, silent)),
        "perfect": asyncio.run(run(documents, perfect)),
        "perfect again": asyncio.run(run(documents, perfect)),
    }

    show_models(Console(file=out), runs)
    show_models(Console(file=out), {name: runs[name] for name in ("perfect", "perfect again")})

    text = out.getvalue()
    assert "perfect is better" in text
    assert "+1.000  1.000 to 1.000" in text
    assert "not separable" in text


def test_a_handful_of_documents_gets_no_intervals(gold, extraction_of):
    """One document says nothing about the spread over documents, and the table claims nothing."""

    async def perfect(article):
        return extraction_of(article, gold[article.name].first_reading())

    documents = asyncio.run(run([gold["huqia-week-2022"]], perfect))
    out = io.StringIO()

    show_models(Console(file=out), {"perfect": documents, "again": documents})

    assert "1.000" in out.getvalue()
    assert " to " not in out.getvalue()
    assert "separable" not in out.getvalue()
