"""The marked article."""

from dataclasses import replace

import pytest

from extractor.article import Span
from extractor.extraction import Extraction
from extractor.report.fields import record_fields
from extractor.report.marked import Run, marked_article


def marked(extraction: Extraction) -> tuple[Run, ...]:
    """Mark an extraction's article."""
    return marked_article(extraction, record_fields(extraction))


def words(run: Run) -> str:
    """Return the text of a run."""
    return "".join(piece.text for piece in run.pieces)


def test_the_runs_are_the_article(built: Extraction) -> None:
    """Nothing is lost, doubled or moved."""
    runs = marked(built)

    assert "".join(map(words, runs)) == built.article.text
    assert all(
        built.article.text[piece.start :].startswith(piece.text)
        for run in runs
        for piece in run.pieces
    )


def test_every_figure_is_one_run(built: Extraction) -> None:
    """Figures are marked once each, with their own words."""
    figures = [(run.mark.start, words(run)) for run in marked(built) if run.mark is not None]

    assert figures == [(figure.start, figure.as_written) for figure in built.figures]


def test_a_figure_inside_a_name_stays_whole(built: Extraction) -> None:
    """A name that begins in the middle of a figure cuts the figure's text, not its mark."""
    figure = next(each for each in built.figures if each.as_written == "3.4 billion yuan")
    spans = (Span(figure.start + 4, figure.end + 5),)
    changed = replace(built, evidence={**built.evidence, "/event/place": spans})

    (run,) = (run for run in marked(changed) if run.mark and run.mark.start == figure.start)

    assert [piece.text for piece in run.pieces] == ["3.4 ", "billion yuan"]
    assert run.pieces[1].opens


def test_the_shortest_evidence_leads(built: Extraction) -> None:
    """Where a place stands inside a name, the words lead to the place first."""
    name, place = (Span(*built.evidence[f"/event/{field}"][0]) for field in ("name", "place"))
    inside = Span(name.end - 4, name.end)
    changed = replace(built, evidence={**built.evidence, "/event/place": (inside,)})
    fields = record_fields(changed)

    pieces = [piece for run in marked_article(changed, fields) for piece in run.pieces]

    (piece,) = (piece for piece in pieces if piece.start == inside.start)
    assert piece.numbers == (fields["/event/place"].number, fields["/event/name"].number)
    assert place != inside


@pytest.mark.parametrize("text", ["", "\n", "no figure"])
def test_a_text_without_figures_is_one_run_at_most(without_record, text: str) -> None:
    """Nothing to mark is no fault."""
    runs = marked(without_record(text))

    assert "".join(map(words, runs)) == text
    assert all(run.mark is None for run in runs)
