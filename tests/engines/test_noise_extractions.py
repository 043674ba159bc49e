"""Whole extractions through a real llama.cpp server: noise ends in a value, never in a crash."""

from dataclasses import replace
from typing import Any

import pytest

from extractor.api import extract
from extractor.article import Article
from extractor.errors import RefusedError
from extractor.figures import find_figures
from extractor.models.endpoint import KEY_VARIABLE, URL_VARIABLE
from extractor.packaged import packaged_folder

pytestmark = pytest.mark.engines

GOLD = packaged_folder("evals") / "gold"
ARTICLES = (
    Article("6个项目，8亿元；3个，5亿元，五成。2 projects, 9 deals, 7%, $4 million.", name="dense"),
    Article("第7屆洽談會今日簽約12個專案，總投資34億元，其中5個專案占六成。", name="traditional"),
    Article(
        "12 projects worth 3.4 billion yuan were signed. Among them, 5 are new.", name="english"
    ),
    Article(
        '{"a": "\\u0000"} [1] ```json 2 projects\r\n\t<article> \U0001f600 3亿元', name="hostile"
    ),
)

NOISE = {
    "plain": {},
    "hot": {"temperature": 3.0, "top_p": 1.0, "min_p": 0.0},
    "escapes and half surrogates": {"likes": {"\\": 8, "u": 6, "d": 4, "0": 3, '"': 3}},
    "cut off": {"max_tokens": 40},
    "no schema": {"response_format": {"type": "text"}},
    "any json": {"response_format": {"type": "json_object"}},
}


class Referring:
    """A model that is asked within a narrower schema, so that its noise looks like a draft.

    Every number is the id of a figure, every text a word or a piece of the article, and nothing is
    left out.
    """

    repairs = True

    def __init__(self, model):
        self.name = model.name
        self.aclose = model.aclose
        self._model = model

    async def answer(self, request, *, timeout_s):
        """Ask for the same within the narrower schema."""
        text = request.article.text
        pieces = [text[start : start + 6] for start in range(0, len(text), 31)]
        narrower = narrowed(
            request.schema,
            integer=[figure.id for figure in request.figures[:20]],
            string=sorted({*text.split()[:20], *pieces[:20]}),
        )
        return await self._model.answer(replace(request, schema=narrower), timeout_s=timeout_s)


def narrowed(node: Any, **allowed: list[Any]) -> Any:
    """Allow only given integers and strings in a schema, one item in a list, and no missing event."""
    if isinstance(node, list):
        return [narrowed(part, **allowed) for part in node if part != {"type": "null"}]
    if not isinstance(node, dict) or "enum" in node:
        return node
    types = node.get("type")
    for kind, values in allowed.items():
        if kind in ([types] if isinstance(types, str) else types or ()):
            return {"enum": values}
    limits = {"minItems": 1, "maxItems": 1} if types == "array" else {}
    return {key: narrowed(part, **allowed) for key, part in node.items()} | limits


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
def test_noise_breaks_no_guarantee(server, extract_with, assert_guarantees, noise):
    """Each article ends as an extraction that holds what is promised, within its attempts."""
    extractions = extract_with(server.model(seed=1, **noise), *ARTICLES, max_attempts=2)

    for extraction, article in zip(extractions, ARTICLES, strict=True):
        assert extraction.article is article
        assert extraction.model == "openai/tiny"
        assert 1 <= len(extraction.attempts) <= 2
        assert_guarantees(extraction)


def test_noise_that_refers_to_figures_is_grounded(server, extract_with, assert_guarantees):
    """Drafts at random, of true ids and words, make records whose every part has its evidence."""
    articles = (*ARTICLES[:2], Article.read(GOLD / "huqia-week-2022.txt"))

    # One draft in three refers to no count and no amount that fits; a few seeds see to it that one does.
    for seed in range(20):
        model = Referring(server.model(max_tokens=2000, seed=seed))
        extractions = extract_with(model, *articles, max_attempts=2)
        for extraction in extractions:
            assert_guarantees(extraction)
        if any(has_figures(extraction) for extraction in extractions):
            return

    pytest.fail("no draft of twenty seeds referred to a count or an amount")


def has_figures(extraction):
    """Tell whether a count or an amount is in the record."""
    return any(pointer.endswith(("count", "/amounts/0")) for pointer in extraction.evidence)


def test_answers_cut_off_to_the_end_make_a_failed_extraction(server, extract_with):
    """Every attempt is asked and kept, and the reason says what happened."""
    model = server.model(max_tokens=20)

    (extraction,) = extract_with(model, ARTICLES[0], max_attempts=3)

    assert extraction.status == "failed"
    assert "cut off" in extraction.reason
    assert [attempt.reply.finish for attempt in extraction.attempts] == ["length"] * 3
    assert extraction.usage.output_tokens == 60


def test_eight_extractions_share_one_server(server, extract_with, assert_guarantees):
    """They wait for each other's turn, and none gets another one's answer or figures."""
    articles = [Article(f"{n} projects, {n}亿元, {n}0%.", name=f"{n}") for n in range(2, 10)]
    model = server.model(likes={'"': 3})

    extractions = extract_with(model, *articles, max_attempts=2)

    assert [extraction.article.name for extraction in extractions] == list("23456789")
    for extraction in extractions:
        assert extraction.figures == find_figures(extraction.article.text)
        assert_guarantees(extraction)


def test_a_real_article_goes_through_by_name_alone(server, assert_guarantees, monkeypatch):
    """The address in the environment and the model's name are all that a user gives."""
    monkeypatch.setenv(URL_VARIABLE, f"{server.address}/v1")
    monkeypatch.delenv(KEY_VARIABLE, raising=False)

    extraction = extract(Article.read(GOLD / "huqia-week-2022.txt"), model="openai/tiny")

    assert extraction.attempts[0].reply.served_by == "tiny"
    assert extraction.usage.input_tokens > 10_000
    assert_guarantees(extraction)


def test_an_article_longer_than_the_context_is_asked_in_parts(server, extract_with):
    """It is cut between sentences, and every part is asked about."""
    article = Article("12 projects were signed. " * 400)

    (extraction,) = extract_with(server.model(max_tokens=20), article, max_attempts=1)

    shown = [attempt.request.shows for attempt in extraction.attempts]
    assert len(shown) > 1
    assert None not in shown


def test_a_sentence_longer_than_the_context_is_one_clear_error(server, extract_with):
    """Misfit between article and model is the caller's to mend, so it is raised."""
    article = Article("12 projects " * 900)

    with pytest.raises(RefusedError, match="finds the article too long for tiny"):
        extract_with(server.model(), article)
