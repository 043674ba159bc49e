"""Whatever a labeller does, in whatever order: the record stays right, and undo leads back."""

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.article import Article
from extractor.evals.gold import load_document
from extractor.evals.gold_rules import breaches
from extractor.figures import find_figures
from extractor.review.editing import edited
from extractor.review.edits import Edits, RefusedError
from extractor.review.journal import Journal, Opened
from extractor.review.labelling import Labelling
from extractor.review.labels import Labels
from extractor.review.opening import opened
from extractor.review.pointers import get

GOLD = Path(__file__).parents[2] / "evals" / "gold"
PATHS = sorted(GOLD.glob("*.json"), key=lambda path: path.stat().st_size)[:6]
GROUNDING = ("grounding.figure", "grounding.value", "grounding.text")
CODES = ("signed", "started", "industry", "other", "count", "trade", "s1", "s2", None)
READINGS = ({}, {"kind": "count", "value": "7"}, {"kind": "money", "value": "5", "unit": "USD"})


def _opened(path: Path) -> Labelling:
    document = load_document(path)
    article, source = document.article, document.source.model_dump(mode="json")
    found = find_figures(article.text, published=article.published)
    return Labelling(article, found, opened(source, document.record, article, found))


OPENED = [_opened(path) for path in PATHS]


def _pointers(node: Any, at: str = "") -> list[str]:
    """Return the pointers of all that is in a record, and of the end of each list."""
    members: list[tuple[object, Any]] = []
    if isinstance(node, dict):
        members = [*node.items()]
    elif isinstance(node, list):
        members = [*enumerate(node), ("-", None)]
    return [f"{at}/{key}" for key, _ in members] + [
        pointer for key, value in members for pointer in _pointers(value, f"{at}/{key}")
    ]


@st.composite
def edits(draw: st.DrawFn, labelling: Labelling) -> dict[str, Any]:
    """Draw an edit that may or may not make sense for some labels."""
    pointers = st.sampled_from(_pointers(labelling.labels.record))
    figures = st.sampled_from([figure.id for figure in labelling.figures] or [0])
    start = draw(st.integers(0, len(labelling.article.text) - 1))
    places = [list(spans[0]) for spans in labelling.labels.evidence.values()]
    span = draw(st.sampled_from([[start, start + 4], [start, start + 25], *places]))
    at = draw(pointers)
    options = [
        {"op": "add_event", "span": span},
        {"op": "add_item", "list": "shares", "span": span},
        {"op": "add_item", "list": "projects", "span": span},
        {"op": "add_item", "list": "agreements", "span": span},
        {"op": "set_text", "at": at, "span": span},
        {"op": "set_text", "at": at},
        {"op": "set_date", "at": "/event/end_date", "figure": draw(figures)},
        {"op": "set_choice", "at": at, "value": draw(st.sampled_from(CODES))},
        {"op": "place_figure", "figure": draw(figures), "at": at, "move": draw(st.booleans())},
        {"op": "remove", "at": at},
        {"op": "move", "at": at, "to": draw(st.integers(0, 3))},
        {"op": "set_readings", "at": at, "readings": ["x", draw(st.sampled_from(CODES))]},
        {"op": "put_aside", "figures": [draw(figures)]},
        {"op": "take_back", "figures": [draw(figures)]},
        {"op": "mark_figure", "span": span, **draw(st.sampled_from(READINGS))},
        {"op": "unmark_figure", "figure": draw(figures)},
        {"op": "accept", "violation": draw(st.integers(0, 2))},
    ]
    return draw(st.sampled_from(options))


def _made(labelling: Labelling, edit: dict[str, Any]) -> Labelling | None:
    body = json.dumps({"version": 0, "edits": [edit]})
    try:
        return edited(labelling, Edits.model_validate_json(body).edits)
    except RefusedError:
        return None


def _baseless(labelling: Labelling) -> set[str]:
    return {v.message for v in labelling.checked.violations if v.code in GROUNDING}


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_done_the_record_stays_right(data):
    """After any edit: right in form, evidence for what is there, and nothing that is not grounded."""
    labelling = data.draw(st.sampled_from(OPENED))
    for _ in range(6):
        edit = data.draw(edits(labelling))
        after = _made(labelling, edit)
        if after is None:
            continue
        text = after.article.text
        assert not [*breaches(after.labels.record, text)]
        for pointer in after.labels.evidence:
            get(after.labels.record, pointer)  # raises where nothing is
        if edit["op"] not in {"remove", "move"}:  # they change the pointers in messages
            assert _baseless(after) <= _baseless(labelling)
        ids = [figure.id for figure in after.figures]
        assert ids == sorted(set(ids))
        assert len(after.labels.items["projects"]) == len(after.record.projects)
        labelling = after


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_undo_leads_back_and_redo_forth(tmp_path_factory, data):
    """Any sequence of edits, undone step by step in another process, returns every state."""
    labelling = data.draw(st.sampled_from(OPENED))
    path = tmp_path_factory.mktemp("journal") / "a.jsonl"
    journal = Journal(path, Opened("", "", labelling.labels, "a", "labels"))
    states: list[Labels] = [labelling.labels]
    for _ in range(6):
        edit = data.draw(edits(labelling))
        after = _made(labelling, edit)
        if after is not None:
            journal.record([edit], after.labels)
            states.append(after.labels)
            labelling = after

    again = Journal(path)
    for labels in reversed(states[:-1]):
        again.undo()
        assert again.labels == labels
    for labels in states[1:]:
        again.redo()
        assert again.labels == labels
    assert Journal(path).labels == states[-1]


@given(st.text(max_size=40))
def test_a_mark_may_stand_anywhere(words):
    """A span over any text is a figure, or is refused with a sentence."""
    text = f"{words}12 projects{words}"
    article = Article(text)
    source = {"language": "en", "published": None, "origin": "real", "traits": []}
    labelling = Labelling(article, find_figures(text), Labels.blank(source))

    for span in ([0, len(text)], [len(words), len(words) + 2], [0, 1]):
        after = _made(labelling, {"op": "mark_figure", "span": span})
        assert after is None or len(after.labels.marks) == 1
