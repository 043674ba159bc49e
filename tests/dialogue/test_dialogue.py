"""The dialogue: from request to extraction, without a network."""

import json
import weakref
from datetime import date
from string import Template

import pytest

from extractor.article import Article
from extractor.dialogue import EXTRACT_PROMPT, REPAIR_PROMPT, Dialogue
from extractor.draft import Draft, draft_schema, patch_schema
from extractor.errors import UsageError
from extractor.exchange import Reply
from extractor.extraction import Extraction
from extractor.prompts import Prompt, load_prompt

TEXT = (
    "Dolor County signed 12 projects worth 3.4 billion yuan at the Lorem Fair. 5 of them, worth "
    "2.1 billion yuan, are in new materials, or 61.8% of the investment. Tea projects are worth "
    "900 million yuan."
)
ARTICLE = Article(TEXT, published=date(2024, 5, 6))
CONVERSATION = "prose instead of JSON, with a SECRET in it"


def at(words: str) -> int:
    """Return the id of the figure that begins with these words."""
    return TEXT.index(words)


def play(*replies: str | Reply, max_attempts: int = 3, article: Article = ARTICLE) -> Dialogue:
    """Answer a dialogue's requests as long as there are replies and requests."""
    dialogue = Dialogue(article, model="scripted", max_attempts=max_attempts)
    for reply in replies:
        dialogue.receive(Reply(reply) if isinstance(reply, str) else reply)
    return dialogue


def attempts(extraction: Extraction) -> list[tuple[str, list[str]]]:
    """Return each attempt's purpose and the codes of what was wrong with it."""
    return [
        (attempt.request.purpose, [violation.code for violation in attempt.violations])
        for attempt in extraction.attempts
    ]


@pytest.fixture
def share(make):
    """Give a function that makes the share of new materials with some amount."""

    def build(amount: str, **fields):
        described = {
            "count": at("5 of"),
            "amounts": [make.amount(at(amount))],
            "percents": [make.percent(at("61.8"))],
        }
        return make.share("s1", "new materials", **described | fields)

    return build


@pytest.fixture
def draft(make, share):
    """Give a function that makes a draft, right but for the amount of its one share."""

    def build(amount: str, **fields) -> Draft:
        total = {"count": at("12"), "amounts": [make.amount(at("3.4"))]}
        return make.draft(
            make.event(**total | fields),
            shares=[share(amount), make.share("s2", "Tea", amounts=[make.amount(at("900"))])]
            if amount == "2.1"
            else [share(amount)],
            background=[at("2.1")] if amount != "2.1" else [],
        )

    return build


@pytest.fixture
def right(draft) -> str:
    """Give the answer that nothing is wrong with."""
    return draft("2.1").model_dump_json()


@pytest.fixture
def doubted(draft) -> str:
    """Give an answer whose share does not come out at its percentage."""
    return draft("900").model_dump_json()


def test_a_good_answer_ends_the_dialogue(right) -> None:
    """One request, one reply, an extraction."""
    dialogue = play(right)

    extraction = dialogue.extraction()

    assert dialogue.request is None
    assert (extraction.status, extraction.reason) == ("ok", None)
    assert attempts(extraction) == [("draft", [])]
    assert extraction.record is not None
    assert [share.label for share in extraction.record.shares] == ["new materials", "Tea"]


def test_an_extraction_lets_go_of_its_dialogue(right) -> None:
    """An archive keeps many extractions: none holds its dialogue in a circle of references."""
    dialogue = play(CONVERSATION, right)
    alive = weakref.ref(dialogue)

    extraction = dialogue.extraction()
    del dialogue

    assert alive() is None
    assert all(attempt.request.messages for attempt in extraction.attempts)


def test_an_answer_in_a_code_fence_is_read(right) -> None:
    """Models without a schema like to write one."""
    assert play(f"```json\n{right}\n```\n").extraction().status == "ok"


def test_no_event_is_a_status_with_its_reason(make) -> None:
    """The record is there, and empty."""
    extraction = play(make.draft(no_event="speech").model_dump_json()).extraction()

    assert (extraction.status, extraction.reason) == ("no_event", "speech")
    assert extraction.record is not None
    assert extraction.record.event is None


def test_the_first_request_shows_the_article_with_its_figures_marked() -> None:
    """Last, behind a part that is the same for every article."""
    request, other = (
        Dialogue(ARTICLE, model="x").request,
        Dialogue(Article("Tea."), model="x").request,
    )

    assert request is not None
    assert other is not None
    assert f"12 [{at('12')}] projects" in request.messages[-1].content
    assert "2024-05-06" in request.messages[-1].content
    assert request.messages[:-1] == other.messages[:-1]
    assert request.purpose == "draft"
    assert request.schema == draft_schema()


def test_a_dialogue_asks_with_the_prompt_it_is_given(doubted, monkeypatch) -> None:
    """Its requests say so, a repair begins with the same words, and the extraction bears its hash."""
    template = Template("Be brief. $published $article")
    other = Prompt("extract/v9", "9" * 64, (("user", template),))
    for module in ("messages", "fixed"):
        monkeypatch.setattr(
            f"extractor.dialogue.{module}.load_prompt",
            lambda name: other if name == other.name else load_prompt(name),
        )
    dialogue = Dialogue(ARTICLE, model="scripted", prompt=other.name, max_attempts=2)
    draft = dialogue.request
    dialogue.receive(Reply(doubted))
    repair = dialogue.request
    dialogue.receive(Reply(CONVERSATION))

    assert draft is not None
    assert repair is not None
    assert (draft.prompts, repair.prompts) == ((other.name,), (other.name, REPAIR_PROMPT))
    assert draft.messages[0].content.startswith("Be brief.")
    assert repair.messages[0].content.startswith(draft.messages[0].content)
    assert dialogue.extraction().versions["prompt_sha256"] == other.sha256


def test_requests_of_a_purpose_are_numbered(doubted, make) -> None:
    """So that a recording can be found again by its turn."""
    extraction = play(
        CONVERSATION, doubted, CONVERSATION, make.patch().model_dump_json(), max_attempts=4
    ).extraction()

    turns = [(a.request.purpose, a.request.number) for a in extraction.attempts]
    assert turns == [("draft", 1), ("draft", 2), ("repair", 1), ("repair", 2)]


def test_a_violation_is_asked_about_with_the_items_concerned(doubted) -> None:
    """The article comes again, then what was wrong; the schema is the patch's."""
    dialogue = play(doubted)

    request = dialogue.request
    assert request is not None
    assert request.purpose == "repair"
    assert request.schema == patch_schema()
    last = request.messages[-1].content
    assert TEXT.partition(" ")[0] in last
    assert "\n1. " in last
    assert '"id":"s1"' in last
    assert [message.role for message in request.messages] == ["system", "user"]


@pytest.mark.parametrize("made_up", [-5, 99_999])
def test_a_made_up_figure_is_asked_about(made_up: int, draft) -> None:
    """Its id lies nowhere in the article."""
    request = play(draft("2.1", count=made_up).model_dump_json()).request

    assert request is not None
    assert f"[{made_up}]" in request.messages[-1].content


def test_a_repair_that_helps_is_kept(make, share, draft) -> None:
    """The extraction is that of the mended draft; what was not asked about stays out of it."""
    invented = draft("2.1", name="Ipsum Fair").model_dump_json()
    patch = make.patch(event=draft("2.1", name="Lorem Fair").event, shares=[share("900")])

    extraction = play(invented, patch.model_dump_json()).extraction()

    assert extraction.status == "ok"
    assert attempts(extraction) == [("draft", ["grounding.name"]), ("repair", ["patch.refused"])]
    assert extraction.record is not None
    assert extraction.record.event is not None
    assert extraction.record.event.name == "Lorem Fair"
    assert (
        extraction.record
        == play(draft("2.1", name="Lorem Fair").model_dump_json()).extraction().record
    )


def test_a_figure_put_right_may_free_the_one_in_its_place(make, share, doubted) -> None:
    """As many violations as before, but no wrong one: the next repair finds the place for it."""
    right = make.patch(shares=[share("2.1")])
    rest = make.patch(shares=[make.share("s2", "Tea", amounts=[make.amount(at("900"))])])

    extraction = play(doubted, right.model_dump_json(), rest.model_dump_json()).extraction()

    assert extraction.status == "ok"
    assert attempts(extraction) == [
        ("draft", ["arithmetic.percent"]),
        ("repair", ["completeness.unplaced"]),
        ("repair", []),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"stands": [7]}, id="no-such-number"),
        pytest.param({"delete": ["s9"]}, id="no-such-item"),
    ],
)
def test_the_dialogue_stops_when_violations_do_not_shrink(make, doubted, fields) -> None:
    """Though more attempts were allowed."""
    dialogue = play(doubted, make.patch(**fields).model_dump_json(), max_attempts=9)

    assert dialogue.request is None
    assert dialogue.extraction().status == "flagged"
    assert len(dialogue.extraction().attempts) == 2


def test_the_better_draft_is_kept(make, share, doubted) -> None:
    """A patch that makes it worse leaves no trace in the record."""
    worse = make.patch(shares=[share("900", count=1, of="s7")])

    extraction = play(doubted, worse.model_dump_json()).extraction()

    assert extraction.record == play(doubted, max_attempts=1).extraction().record
    assert [violation.code for violation in extraction.violations] == ["arithmetic.percent"]
    assert len(extraction.attempts[1].violations) > 1


def test_the_dialogue_ends_at_its_limit(make, draft) -> None:
    """Each repair helps, and yet there is an end."""
    wrong = {"name": "Ipsum", "place": "Ipsum", "host": "Ipsum"}
    replies = [draft("2.1", **wrong).model_dump_json()]
    for field in ("name", "place"):
        wrong[field] = "Lorem Fair"
        patch = make.patch(event=draft("2.1", **wrong).event)
        replies.append(patch.model_dump_json())

    dialogue = play(*replies, max_attempts=3)

    assert dialogue.request is None
    assert [len(attempt.violations) for attempt in dialogue.extraction().attempts] == [3, 2, 1]
    assert dialogue.extraction().status == "flagged"


def test_a_violation_that_stands_becomes_a_finding(make, doubted) -> None:
    """The model was asked, and says that the article has it so."""
    extraction = play(doubted, make.patch(stands=[1]).model_dump_json()).extraction()

    assert extraction.status == "ok"
    assert extraction.violations == ()
    assert "arithmetic.percent" in {finding.code for finding in extraction.findings}


def test_a_name_that_is_not_in_the_article_cannot_stand(make, draft) -> None:
    """Only arithmetic may be disputed."""
    invented = draft("2.1", name="Ipsum Fair").model_dump_json()

    extraction = play(invented, make.patch(stands=[1]).model_dump_json()).extraction()

    assert extraction.status == "flagged"
    assert [violation.code for violation in extraction.violations] == ["grounding.name"]


@pytest.mark.parametrize("finish", ["refusal", "content_filter"])
def test_a_refusal_ends_the_dialogue_at_once(finish) -> None:
    """Asking again would be refused again; the reason says which of the two."""
    dialogue = play(Reply("I cannot", finish=finish))

    extraction = dialogue.extraction()

    assert dialogue.request is None
    assert (extraction.status, extraction.record) == ("failed", None)
    assert extraction.reason
    assert attempts(extraction) == [("draft", [f"reply.{finish}"])]


def test_a_refused_repair_leaves_the_draft(doubted) -> None:
    """What was answered before is not lost."""
    extraction = play(doubted, Reply("", finish="refusal")).extraction()

    assert extraction.status == "flagged"
    assert extraction.record is not None


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        pytest.param(Reply(CONVERSATION), "reply.invalid", id="prose"),
        pytest.param(Reply('{"no_event": null, "SECRET": '), "reply.invalid", id="half-a-json"),
        pytest.param(Reply('{"SECRET": [1, 2]}'), "reply.invalid", id="other-fields"),
        pytest.param(Reply('{"background": ["SECRET"]}'), "reply.invalid", id="wrong-type"),
        pytest.param(Reply(f'{{"{"x" * 5_000}": 1}}'), "reply.invalid", id="endless-key"),
        pytest.param(Reply("[" * 100_000), "reply.invalid", id="deep"),
        pytest.param(Reply('"\\ud800"'), "reply.invalid", id="half-a-surrogate-pair"),
        pytest.param(Reply("1" * 5_000), "reply.invalid", id="endless-number"),
        pytest.param(Reply("{", finish="length"), "reply.length", id="cut-off"),
        pytest.param(Reply("", finish="empty"), "reply.empty", id="empty"),
        pytest.param(Reply(""), "reply.invalid", id="empty-but-stopped"),
    ],
)
def test_an_answer_that_cannot_be_read_is_asked_for_again(reply, code, right) -> None:
    """The same request, with the complaint behind it and none of the bad answer's text."""
    dialogue = play(reply)

    again = dialogue.request
    assert again is not None
    assert again.purpose == "draft"
    tail = again.messages[-1].content.partition("</article>")[2]
    assert 0 < len(tail) < 2_000
    assert "SECRET" not in tail.replace("$.SECRET", "")

    dialogue.receive(Reply(right))
    assert attempts(dialogue.extraction()) == [("draft", [code]), ("draft", [])]
    assert dialogue.extraction().status == "ok"


def test_nonsense_to_the_end_is_a_failure_with_its_reason() -> None:
    """No record, and every attempt kept."""
    extraction = play(*[CONVERSATION] * 3).extraction()

    assert (extraction.status, extraction.record) == ("failed", None)
    assert "JSON" in (extraction.reason or "")
    assert [attempt.reply.text for attempt in extraction.attempts] == [CONVERSATION] * 3


def test_a_repair_that_cannot_be_read_is_asked_for_again(make, share, doubted) -> None:
    """As a repair; the draft stays."""
    patch = make.patch(shares=[share("2.1")]).model_dump_json()

    extraction = play(doubted, CONVERSATION, patch).extraction()

    assert [purpose for purpose, _ in attempts(extraction)] == ["draft", "repair", "repair"]
    assert extraction.status != "failed"


def test_a_dialogue_is_rebuilt_from_article_and_replies(make, doubted) -> None:
    """So that a batch or a worker elsewhere stores nothing else."""
    replies = [CONVERSATION, doubted, make.patch(stands=[1]).model_dump_json()]

    one, other = play(*replies).extraction(), play(*replies).extraction()

    assert one == other
    assert json.dumps(one.to_json()) == json.dumps(other.to_json())


@pytest.mark.parametrize("text", ["", " \n\u3000"], ids=["empty", "blank"])
def test_an_empty_article_is_a_failure_without_a_request(text: str) -> None:
    """Nobody is asked about nothing."""
    dialogue = Dialogue(Article(text), model="scripted")

    assert dialogue.request is None
    assert dialogue.extraction().status == "failed"
    assert dialogue.extraction().reason == "the article is empty"
    assert dialogue.extraction().attempts == ()


def test_an_interruption_before_any_answer_is_a_failure() -> None:
    """Its reason is the failure's."""
    dialogue = Dialogue(ARTICLE, model="scripted")

    dialogue.interrupt("Time is up.")

    assert (dialogue.extraction().status, dialogue.extraction().reason) == ("failed", "Time is up.")


def test_an_interrupted_repair_is_a_finding(doubted) -> None:
    """The draft is kept with its violations."""
    dialogue = play(doubted)

    dialogue.interrupt("Time is up.")

    extraction = dialogue.extraction()
    assert extraction.status == "flagged"
    assert extraction.findings[-1].code == "dialogue.interrupted"


def test_using_a_dialogue_out_of_turn_is_an_error(right) -> None:
    """A reply that nobody asked for, an extraction too early, no attempt at all."""
    with pytest.raises(UsageError):
        play(right, right)
    with pytest.raises(UsageError):
        play().extraction()
    with pytest.raises(UsageError):
        play(max_attempts=0)


def test_an_extraction_says_what_determined_it(right) -> None:
    """Prompt, schemas and format, by name and hash."""
    versions = play(right).extraction().versions

    assert versions["prompt"] == EXTRACT_PROMPT
    assert {name for name in versions if name.endswith("_sha256")} == {
        "prompt_sha256", "repair_prompt_sha256", "region_prompt_sha256", "part_prompt_sha256",
        "draft_schema_sha256", "patch_schema_sha256",
    }  # fmt: skip
