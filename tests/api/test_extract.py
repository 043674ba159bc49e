"""`extract()` and `extract_async()`: an article in, an extraction out."""

import asyncio
import inspect
from datetime import date
from types import SimpleNamespace

import pytest

from extractor import Article, extract, extract_async
from extractor.api import MODEL_VARIABLE, chosen_model
from extractor.errors import (
    ArticleError,
    RefusedError,
    TooLongError,
    UnreachableError,
    UsageError,
)
from extractor.exchange import Reply, Request
from extractor.models.scripted import ScriptedModel
from extractor.usage import Usage

TEXT = "Dolor County signed 12 projects at the Lorem Fair."


@pytest.fixture
def right(make) -> str:
    """Give the answer that nothing is wrong with."""
    return make.draft(make.event(count=TEXT.index("12"))).model_dump_json()


@pytest.fixture
def wrong(make) -> str:
    """Give an answer with one thing to mend."""
    return make.draft(make.event(count=TEXT.index("12"), name="Ipsum")).model_dump_json()


def test_both_functions_take_the_same_and_give_the_same(right) -> None:
    """One drives the other, on a loop of its own."""
    blocking = extract(TEXT, model=ScriptedModel([right]))
    awaited = asyncio.run(extract_async(TEXT, model=ScriptedModel([right])))

    assert blocking == awaited
    assert blocking.status == "ok"
    assert inspect.signature(extract) == inspect.signature(extract_async)


def test_extract_works_where_a_loop_runs_already(right) -> None:
    """A notebook has one."""

    async def cell() -> str:
        return extract(TEXT, model=ScriptedModel([right])).status

    assert asyncio.run(cell()) == "ok"


def test_a_text_and_an_article_are_the_same(right) -> None:
    """`published` belongs to either."""
    day = date(2024, 5, 6)
    of_text = extract(TEXT, published=day, model=ScriptedModel([right]))
    of_article = extract(Article(TEXT, published=day), model=ScriptedModel([right]))

    assert of_text == of_article


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        pytest.param({"text_or_article": TEXT.encode()}, ArticleError, id="bytes"),
        pytest.param({"text_or_article": None}, ArticleError, id="none"),
        pytest.param({"text_or_article": "\ud800"}, ArticleError, id="surrogate"),
        pytest.param({"model": "lorem/ipsum"}, UsageError, id="unknown-model"),
        pytest.param({"prompt": "extract/v0"}, UsageError, id="unknown-prompt"),
        pytest.param({"prompt": "repair/v1"}, UsageError, id="prompt-of-a-repair"),
        pytest.param({"max_attempts": 0}, UsageError, id="no-attempts"),
        pytest.param({"max_attempts": 0, "model": "rules"}, UsageError, id="no-attempts-of-rules"),
        pytest.param({"timeout_s": -1}, UsageError, id="no-time"),
        pytest.param({"timeout_s": 0, "model": "rules"}, UsageError, id="no-time-for-rules"),
        pytest.param({"client": object()}, UsageError, id="client-for-an-object"),
        pytest.param({"model": print}, UsageError, id="model-that-is-none"),
        pytest.param({"model": ["rules", 7]}, UsageError, id="one-of-several-that-is-none"),
        pytest.param({"model": ScriptedModel}, UsageError, id="class-of-a-model"),
        pytest.param({"published": "2024-05-06"}, UsageError, id="day-as-text"),
        pytest.param(
            {"text_or_article": Article(TEXT), "published": date(2024, 5, 6)},
            UsageError,
            id="published-twice",
        ),
    ],
)
def test_misuse_is_an_exception(arguments, error, right) -> None:
    """It says what to do instead, and nobody is asked."""
    model = ScriptedModel([right])

    with pytest.raises(error):
        extract(**{"text_or_article": TEXT, "model": model} | arguments)

    assert model.requests == []


def test_the_name_of_a_file_is_no_article(tmp_path) -> None:
    """Who passes a path is told how to read it; a word that names no file is a text."""
    path = tmp_path / "news.txt"
    path.write_text("12 projects were signed.")

    with pytest.raises(ArticleError, match=r"is a file: extract\(Article.read"):
        extract(str(path))
    assert extract(f"{path}.missing", model="rules").status == "no_event"


def test_a_chinese_article_of_one_line_is_no_name_of_a_file() -> None:
    """A hundred characters without a space are more bytes than a file's name may have."""
    text = "大会共签约项目12个，总投资58.6亿元。" * 6

    assert extract(text).status in {"ok", "flagged"}


@pytest.mark.parametrize("fault", [UnreachableError("gone"), RefusedError("bad key")], ids=repr)
def test_a_service_without_any_answer_is_an_exception(fault) -> None:
    """It is told from a bad answer, which is a value."""
    with pytest.raises(type(fault), match=str(fault)):
        extract(TEXT, model=ScriptedModel([fault]))


@pytest.mark.parametrize("fault", [UnreachableError("gone"), RefusedError("too long")], ids=repr)
def test_a_service_that_fails_at_a_repair_leaves_the_draft(fault, wrong) -> None:
    """What was paid for is not lost."""
    extraction = extract(TEXT, model=ScriptedModel([wrong, fault]))

    assert extraction.status == "flagged"
    assert extraction.record is not None
    assert str(fault) in extraction.findings[-1].message


def test_a_model_that_cannot_repair_is_asked_once(wrong) -> None:
    """Rules and recordings would say the same again."""
    model = ScriptedModel([wrong], repairs=False)

    assert extract(TEXT, model=model, max_attempts=5).status == "flagged"
    assert len(model.requests) == 1


def test_attempts_are_limited(wrong) -> None:
    """The first reply counts."""
    model = ScriptedModel([wrong, "no JSON", "no JSON", "no JSON"])

    extract(TEXT, model=model, max_attempts=3)

    assert len(model.requests) == 3


def test_the_time_is_that_of_all_attempts_together(wrong, monkeypatch) -> None:
    """Each request is told what is left of it."""
    now_s = 1000.0
    monkeypatch.setattr("extractor.api.terms.time", SimpleNamespace(monotonic=lambda: now_s))

    class Clock(ScriptedModel):
        left: list[float]

        async def answer(self, request: Request, *, timeout_s: float) -> Reply:
            nonlocal now_s
            self.left = [*getattr(self, "left", []), timeout_s]
            now_s += 10
            return await super().answer(request, timeout_s=timeout_s)

    model = Clock([wrong, "no JSON", "no JSON"])

    extract(TEXT, model=model, timeout_s=50)

    assert model.left == [50, 40, 30]


def test_the_model_is_given_or_of_the_environment_or_rules(monkeypatch) -> None:
    """In this order."""
    monkeypatch.setenv(MODEL_VARIABLE, "openai/lorem")

    assert chosen_model("replay") == "replay"
    assert chosen_model(None) == "openai/lorem"
    monkeypatch.setenv(MODEL_VARIABLE, "")
    assert chosen_model(None) == "rules"


def test_rules_answer_without_a_key_or_a_network(monkeypatch) -> None:
    """And the extraction says so."""
    monkeypatch.delenv(MODEL_VARIABLE, raising=False)

    extraction = extract(TEXT)

    assert extraction.model == "rules"
    assert extraction.status != "failed"


def test_a_service_that_finds_the_article_too_long_is_asked_in_parts(make) -> None:
    """What it took to find that out counts."""
    text = "At the Lorem Fair, 12 projects were signed. Guests came from everywhere in the world."
    draft = make.draft(make.event(count=text.index("12"))).model_dump_json()
    other = make.draft().model_dump_json()
    model = ScriptedModel([TooLongError("too long", usage=Usage(7, 0, 0, 0)), draft, other])

    extraction = extract(text, model=model)

    assert extraction.status == "ok"
    assert len(extraction.attempts) == 2
    assert extraction.usage.input_tokens == 7


def test_an_article_that_cannot_be_cut_is_too_long() -> None:
    """The service's own words say so."""
    with pytest.raises(TooLongError, match="too long"):
        extract(TEXT, model=ScriptedModel([TooLongError("too long")] * 9))


def test_a_known_context_is_kept(make) -> None:
    """The article is asked about in parts from the start."""
    text = "At the Lorem Fair, 12 projects were signed. " + "All were happy about it. " * 200
    draft = make.draft(make.event(count=text.index("12"))).model_dump_json()
    model = ScriptedModel([draft] * 20)

    extraction = extract(text, model=model, context_tokens=6_000)

    assert extraction.status == "ok"
    assert len(extraction.attempts) > 1


def test_a_deadline_in_the_middle_of_regions_keeps_what_was_placed(make) -> None:
    """The time is for all passages together."""
    lists = [
        " ".join(
            f"Firm {a} builds plant {a} for {n} million yuan." for n, a in enumerate(letters, at)
        )
        for letters, at in (("ABCDEFGH", 101), ("IJKLMNOP", 109))
    ]
    prose = "Guests came from everywhere. They were shown around. Nobody was tired. All went home."
    text = "\n".join(["The Lorem Fair opened today.", lists[0], prose, lists[1]])
    projects = [
        make.project(f"p{n}", f"plant {a}", amounts=[make.amount(text.index(f"{n} million"))])
        for n, a in enumerate("ABCDEFGH", 101)
    ]
    draft = make.draft(make.event(name="Lorem Fair")).model_dump_json()
    patch = make.patch(projects=projects).model_dump_json()
    model = ScriptedModel([draft, patch, UnreachableError("no answer in time")])

    extraction = extract(text, model=model)

    assert extraction.status == "flagged"
    assert extraction.record is not None
    assert len(extraction.record.projects) == 8
    assert extraction.findings[-1].code == "dialogue.interrupted"
