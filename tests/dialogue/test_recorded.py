"""The recorded dialogues of the gold articles; regions and parts, answered as their model answered."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from extractor.api import extract
from extractor.article import Article
from extractor.dialogue import Dialogue
from extractor.draft import Draft, Patch
from extractor.evals.gold import GoldDocument, load_gold
from extractor.evals.score import score_document
from extractor.evals.summary import summarise
from extractor.exchange import Reply
from extractor.extraction import Extraction
from extractor.models.recording import Recording
from extractor.packaged import packaged_folder

LISTS = ("shares", "projects", "agreements")
Told = tuple[GoldDocument, Draft]


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Give each gold article with an event, and the first draft that was recorded for it."""
    recorded = {
        recording.article_sha256: recording.reply
        for path in sorted((packaged_folder("evals") / "recordings").rglob("*.draft-1.*.json"))
        for recording in (Recording.read(path),)
    }
    documents = load_gold(packaged_folder("evals") / "gold")
    drafts = [
        (document, Draft.model_validate_json(recorded[document.article.sha256]))
        for document in documents
    ]
    return [(document, draft) for document, draft in drafts if draft.event is not None]


def figures(item: Any) -> list[int]:
    """Return the ids of an item's figures, but for conversions."""
    parts = [
        part for field in ("amounts", "percents", "targets") for part in getattr(item, field, [])
    ]
    refs = [getattr(item, "count", None), *(part.f for part in parts)]
    return [ref for ref in refs if isinstance(ref, int)]


def within(draft: Draft, is_inside: Callable[[int], bool], *, is_first: bool) -> Draft:
    """Return what a draft says about some figures; items without any are for the first part."""

    def cut(item: Any) -> Any:
        changes: dict[str, Any] = {
            field: [part for part in getattr(item, field) if is_inside(part.f)]
            for field in ("amounts", "percents", "targets")
            if hasattr(item, field)
        }
        if getattr(item, "count", None) is not None and not is_inside(item.count):
            changes["count"] = None
        return item.model_copy(update=changes)

    def is_told(item: Any) -> bool:
        ids = figures(item)
        return any(map(is_inside, ids)) if ids else is_first

    lists = {name: [cut(item) for item in getattr(draft, name) if is_told(item)] for name in LISTS}
    known = {share.id for share in lists["shares"]}
    lists["shares"] = [
        share if share.of in known else share.model_copy(update={"of": None})
        for share in lists["shares"]
    ]
    lists["projects"] = [
        project.model_copy(update={"shares": [id_ for id_ in project.shares if id_ in known]})
        for project in lists["projects"]
    ]
    background = [id_ for id_ in draft.background if is_inside(id_)]
    return draft.model_copy(update={"event": cut(draft.event), **lists, "background": background})


def alone(article: Article, draft: Draft) -> Extraction:
    """Return what a draft comes to without a repair."""
    dialogue = Dialogue(article, model="m", max_attempts=1)
    dialogue.receive(Reply(draft.model_dump_json()))
    return dialogue.extraction()


def test_recorded_dialogues_end_in_right_records() -> None:
    """What the recorded model is released for: scores, no figure that is not there, nothing unmended."""
    documents = load_gold(packaged_folder("evals") / "gold")
    made = [(document, extract(document.article, model="replay")) for document in documents]
    scores = [score_document(document, extraction.record) for document, extraction in made]

    summary = summarise(scores)
    invented = [
        leaf
        for score in scores
        for leaf in score.leaves
        if leaf.is_figure and leaf.lenient in {"wrong", "fabricated", "invented"}
    ]
    flagged = [document.name for document, extraction in made if extraction.violations]
    assert summary.f1 >= 0.96
    assert summary.figures.f1 >= 0.98
    assert summary.n_negatives_right == summary.n_negatives == 2
    assert invented == []
    assert len(flagged) <= 1


def test_drafts_dealt_out_to_parts_and_merged_are_as_good(told) -> None:
    """What is lost is what no part can know: of what a group in another part is a part."""

    def in_parts(article: Article, draft: Draft) -> Extraction:
        dialogue = Dialogue(article, model="m", max_attempts=1)
        assert dialogue.shorten()
        while (request := dialogue.request) is not None:
            assert request.shows is not None
            start, end = request.shows
            part = within(draft, lambda id_: start <= id_ < end, is_first=start == 0)  # noqa: B023
            dialogue.receive(Reply(part.model_dump_json()))
        return dialogue.extraction()

    whole, merged = (
        summarise(
            score_document(document, make(document.article, draft).record)
            for document, draft in told
        )
        for make in (alone, in_parts)
    )

    assert merged.f1 > whole.f1 - 0.015


def test_what_a_draft_left_out_is_asked_for_until_it_is_there(told) -> None:
    """Two thirds of every article forgotten, passages bring back all figures but a few."""
    left = {document.name: _forgotten(document.article, draft) for document, draft in told}

    assert sum(before for before, _, _ in left.values()) > 400
    assert all(after <= at_best + 2 for _, after, at_best in left.values()), left


def _forgotten(article: Article, draft: Draft) -> tuple[int, int, int]:
    """Forget, ask, and return the figures without a place: at first, at last, and at best."""
    seen = len(article.text) // 3
    partly = draft.model_copy(
        update={name: [i for i in getattr(draft, name) if _begins(i) < seen] for name in LISTS}
        | {"background": [id_ for id_ in draft.background if id_ < seen]}
    )
    dialogue = Dialogue(article, model="m", max_attempts=3)
    dialogue.receive(Reply(partly.model_dump_json()))
    given = {item.id for name in LISTS for item in getattr(partly, name)}
    for asked in _asked(dialogue):
        patch = Patch(
            no_event=None,
            event=None,
            **{
                name: [i for i in getattr(draft, name) if i.id not in given and asked(figures(i))]
                for name in LISTS
            },
            background=[id_ for id_ in draft.background if asked([id_])],
            delete=[],
            stands=[],
        )
        given |= {item.id for name in LISTS for item in getattr(patch, name)}
        dialogue.receive(Reply(patch.model_dump_json()))
    first, last, best = alone(article, partly), dialogue.extraction(), alone(article, draft)
    return len(first.unplaced), len(last.unplaced), len(best.unplaced)


def _begins(item: Any) -> int:
    return min(figures(item), default=0)


def _asked(dialogue: Dialogue) -> Iterator[Callable[[list[int]], bool]]:
    """Give, for each request, a function that tells whether it asks about one of some figures."""
    while (request := dialogue.request) is not None:
        _, _, tail = request.messages[-1].content.partition("</article>")
        yield lambda ids, tail=tail: any(f"[{id_}]" in tail for id_ in ids)
