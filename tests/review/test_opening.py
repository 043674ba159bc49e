import json
from functools import cache
from pathlib import Path

import pytest

from extractor.api import extract
from extractor.article import Article
from extractor.evals.gold import load_document
from extractor.figures import find_figures
from extractor.review.labelling import Labelling
from extractor.review.opening import opened, opened_with_evidence
from extractor.review.sources import Answer, gold_json, new_source

EVALS = Path(__file__).parents[2] / "evals"
PATHS = [*sorted((EVALS / "gold").glob("*.json")), *sorted((EVALS / "development").glob("*.json"))]

CONTRADICTED = ("grounding.figure", "grounding.value")
"""What would be said of a figure that was found back at a wrong place."""


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request) -> Path:
    """Every gold file."""
    return request.param


@cache
def _opened(path: Path) -> Labelling:
    document = load_document(path)
    article, source = document.article, document.source.model_dump(mode="json")
    found = find_figures(article.text, published=article.published)
    return Labelling(article, found, opened(source, document.record, article, found))


def test_gold_is_saved_as_it_was_opened(path):
    """Opening and saving changes nothing of any gold file."""
    assert json.loads(gold_json(_opened(path).labels)) == json.loads(path.read_bytes())


def test_every_figure_of_gold_is_found_back(path):
    """Each figure of a gold record rests on one of the article's, and reads as that does."""
    labelling = _opened(path)

    entries = labelling.subject.entries
    assert all(entry.figure is not None for entry in entries)
    assert not [v for v in labelling.violations if v.code in CONTRADICTED]
    assert len(labelling.labels.marks) <= 3  # "lei" alone is money of two countries


def test_gold_leaves_no_figure_unaccounted_for(path):
    """What a gold record leaves out is background."""
    assert not _opened(path).checked.unplaced


def test_nearly_every_name_of_gold_is_found_back():
    """Of a thousand, three may be no words of the article, as most are of a measure said freely."""
    labellings = [_opened(path) for path in PATHS]

    n_texts = sum(len(each.subject.texts) for each in labellings)
    n_kept = sum(len(each.kept) for each in labellings)
    assert n_kept <= 0.003 * n_texts


def test_a_models_answer_is_opened_with_its_places(path):
    """The record, its evidence and the figures without a place are those of the extraction."""
    document = load_document(path)
    article = document.article
    extraction = extract(article)
    answer = Answer.of(extraction)

    labels = opened_with_evidence(new_source(article), answer, article, extraction.figures)

    labelling = Labelling(article, extraction.figures, labels)
    assert labelling.record == extraction.record
    assert {p: s[0] for p, s in labels.evidence.items()} == {
        p: s[0] for p, s in extraction.evidence.items()
    }
    assert labelling.checked.unplaced == extraction.unplaced
    assert labels.marks == ()


def test_of_several_places_the_one_of_the_item_counts():
    """The same number stands with each of two groups; each share has its own."""
    text = (
        "At the Ost fair 12 steel projects worth 3 billion yuan and 12 rail projects were signed."
    )
    article = Article(text)
    found = find_figures(text)
    count = {"value": 12, "upper": None, "hedge": "exact", "as_written": "12"}
    share = {"dimension": "industry", "of": None, "stage": None, "amounts": [], "percents": []}
    record = {
        "event": {
            "name": "Ost fair",
            "aliases": [],
            "activity": None,
            "start_date": None,
            "end_date": None,
            "place": None,
            "host": None,
            "stage": "signed",
            "industries": [],
            "total": {"count": None, "amounts": []},
        },
        "shares": [
            {"id": "s1", "label": "rail", "count": count, **share},
            {"id": "s2", "label": "steel", "count": count, **share},
        ],
        "projects": [],
        "agreements": [],
    }

    evidence = opened(new_source(article), record, article, found).evidence

    assert evidence["/shares/0/count"][0].start == text.index("12 rail")
    assert evidence["/shares/1/count"][0].start == text.index("12 steel")


def test_a_name_that_is_not_found_is_kept(article):
    """What a record says and the article does not stays as it is, without a place."""
    document = load_document(PATHS[0])
    found = find_figures(article.text)

    labelling = Labelling(
        article, found, opened(new_source(article), document.record, article, found)
    )

    assert labelling.labels.record == document.record
    assert "/event/name" in labelling.kept
