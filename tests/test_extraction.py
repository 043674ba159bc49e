"""The extraction: a record with all that goes with it."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extractor import Article, extract
from extractor.api.kept import Articles, kept_of
from extractor.api.recheck import recheck
from extractor.errors import UnreachableError, UsageError
from extractor.exchange import Reply
from extractor.extraction import Extraction
from extractor.models.scripted import ScriptedModel
from extractor.prices import Price
from extractor.record import Share
from extractor.usage import NO_TOKENS, UNKNOWN_TRY, Usage

TEXT = "Dolor County signed 12 projects at the Lorem Fair."


def test_an_extraction_is_written_with_everything_beside_the_record(make) -> None:
    """Format, record, evidence, status, findings, unplaced figures, attempts and versions."""
    draft = make.draft(make.event(name="Lorem Fair", count=TEXT.index("12"))).model_dump_json()

    extraction = extract(Article(TEXT, name="lorem"), model=ScriptedModel([draft]))
    written = json.loads(json.dumps(extraction.to_json()))

    assert written["format"] == "1"
    assert written["record"]["event"]["total"]["count"]["value"] == 12
    assert written["evidence"]["/event/name"] == [[TEXT.index("Lorem"), TEXT.index("Lorem") + 10]]
    assert written["status"] == "ok"
    assert written["attempts"][0]["reply"] == draft
    assert written["article"]["name"] == "lorem"
    assert {"violations", "findings", "unplaced", "versions", "model", "reason"} < set(written)


def test_an_extraction_is_shown_in_a_line(make) -> None:
    """A thousand figures in a prompt help nobody."""
    draft = make.draft(make.event(name="Lorem Fair", count=TEXT.index("12"))).model_dump_json()

    extraction = extract(Article(TEXT, name="lorem"), model=ScriptedModel([draft], name="m"))

    assert repr(extraction) == "<Extraction 'lorem': ok, by m, 0 shares, 0 projects>"


def test_one_of_a_kind_is_not_many(make) -> None:
    """One share is no shares."""
    draft = make.draft(make.event(name="Lorem Fair", count=TEXT.index("12"))).model_dump_json()
    extraction = extract(Article(TEXT, name="lorem"), model=ScriptedModel([draft], name="m"))
    share = Share.model_construct()
    record = extraction.record.model_copy(update={"shares": (share,)})

    assert "1 share, 0 projects" in repr(replace(extraction, record=record))


def test_what_is_written_is_read_back(make) -> None:
    """Through a file and JSON, with all that it had; what is none is refused."""
    draft = make.draft(make.event(name="Lorem Fair", count=TEXT.index("12"))).model_dump_json()
    extraction = extract(Article(TEXT, name="lorem"), model=ScriptedModel([draft]))

    back = Extraction.from_json(json.loads(json.dumps(extraction.to_json())))

    for name in ("article", "model", "status", "record", "evidence", "figures", "unplaced"):
        assert getattr(back, name) == getattr(extraction, name)
    assert (back.usage, back.cost_usd) == (extraction.usage, extraction.cost_usd)
    assert back.attempts[0].reply.text == draft
    assert back.to_json() == extraction.to_json()
    with pytest.raises(UsageError, match="no whole extraction"):
        Extraction.from_json({"record": None})


@pytest.mark.parametrize("content", [None, [1], "text", 3], ids=str)
def test_what_is_no_object_is_no_extraction(content) -> None:
    """JSON of another shape is refused as any other that is none."""
    with pytest.raises(UsageError, match="no whole extraction"):
        Extraction.from_json(content)


def test_figures_say_whether_the_model_put_them_aside(make) -> None:
    """Each that it was shown; a recheck of the same reply says the same."""
    text = f"{TEXT} Last year there were 7 projects."
    draft = make.draft(
        make.event(name="Lorem Fair", count=text.index("12")), background=[text.index("7")]
    )

    extraction = extract(text, model=ScriptedModel([draft.model_dump_json()]))

    assert extraction.background == {text.index("7")}
    written = {each["as_written"]: each["background"] for each in extraction.to_json()["figures"]}
    assert written == {"12": False, "7": True}
    kept = kept_of(extraction.to_json(), Path("kept.json"), Articles(lambda: ()))
    assert recheck(kept).extraction.background == extraction.background


def test_what_all_attempts_cost_is_added_up() -> None:
    """Failed ones too; what one of them does not say is unknown."""
    replies = [
        Reply("no JSON", usage=Usage(100, 10, 0, None), seconds=1.5),
        Reply("no JSON", usage=Usage(120, 20, 80, None), seconds=2.0),
    ]

    extraction = extract(TEXT, model=ScriptedModel(replies), max_attempts=2)

    assert extraction.status == "failed"
    assert extraction.usage == Usage(220, 30, 80, None)
    assert extraction.seconds == 3.5


def test_a_failed_extraction_is_written_too() -> None:
    """Without a record, and without an attempt where nothing was asked."""
    written = extract("", model=ScriptedModel([])).to_json()

    assert written["record"] is None
    assert written["reason"] == "the article is empty"
    assert written["attempts"] == []


PRICE = Price(Decimal(1), Decimal(10), Decimal("0.1"))
USAGE = Usage(1_000, 100, 400, 50)


def test_cost_is_the_sum_of_all_attempts() -> None:
    """Cached tokens at their own price; each attempt's part beside it."""
    replies = [Reply("no JSON", usage=USAGE), Reply("no JSON", usage=Usage(2_000, 200, 0, 0))]

    extraction = extract(TEXT, model=ScriptedModel(replies), max_attempts=2, price=PRICE)

    assert extraction.cost_usd == extraction.least_cost_usd == Decimal("0.00564")
    written = extraction.to_json()
    assert [attempt["cost_usd"] for attempt in written["attempts"]] == ["0.00164", "0.004"]
    assert (written["cost_usd"], written["least_cost_usd"]) == ("0.00564", "0.00564")
    assert written["usage"] == Usage(3_000, 300, 400, 50).to_json()


@pytest.mark.parametrize(
    ("last", "least"),
    [
        pytest.param(Usage(), "0.00164", id="tokens unknown"),
        pytest.param(USAGE + UNKNOWN_TRY, "0.00328", id="a try unknown"),
    ],
)
def test_cost_with_an_unknown_part_is_unknown(last, least: str) -> None:
    """What is known of it is the least that it cost."""
    replies = [Reply("no JSON", usage=USAGE), Reply("no JSON", usage=last)]

    extraction = extract(TEXT, model=ScriptedModel(replies), max_attempts=2, price=PRICE)

    assert extraction.cost_usd is None
    assert extraction.to_json()["cost_usd"] is None
    assert extraction.least_cost_usd == Decimal(least)


def test_price_is_that_of_who_answered_and_where() -> None:
    """Without a price of one's own, service and model of the reply decide."""
    reply = Reply("no", usage=USAGE, served_by="gpt-5-mini-2025-08-07", service="api.openai.com")

    extraction = extract(TEXT, model=ScriptedModel([reply], name="openai/any"), max_attempts=1)

    assert extraction.cost_usd == Decimal("0.00036")


def test_batch_interface_has_its_own_price() -> None:
    """A price of one's own is halved, as most providers do."""
    reply = Reply("no", usage=USAGE, is_batched=True)

    extraction = extract(TEXT, model=ScriptedModel([reply]), max_attempts=1, price=PRICE)

    assert extraction.cost_usd == Decimal("0.00082")


def test_rules_cost_nothing() -> None:
    """Zero is known here."""
    extraction = extract(TEXT, model="rules")

    assert (extraction.usage, extraction.cost_usd) == (NO_TOKENS, Decimal(0))


def test_tries_of_a_repair_that_was_not_answered_are_counted(make) -> None:
    """The draft is kept, and what the repair took in vain is on its bill."""
    draft = make.draft(make.event(name="Lorem Fair", count=None)).model_dump_json()
    script = [Reply(draft, usage=USAGE), UnreachableError("gone", usage=USAGE + UNKNOWN_TRY)]

    extraction = extract(TEXT, model=ScriptedModel(script), price=PRICE)

    assert extraction.status == "flagged"
    assert extraction.usage == USAGE + USAGE + UNKNOWN_TRY
    assert (extraction.cost_usd, extraction.least_cost_usd) == (None, Decimal("0.00328"))


def test_error_bears_what_the_answers_before_it_took() -> None:
    """Where there is nothing to keep, the error has the whole bill."""
    script = [Reply("no JSON", usage=USAGE), UnreachableError("gone", usage=UNKNOWN_TRY)]

    with pytest.raises(UnreachableError) as caught:
        extract(TEXT, model=ScriptedModel(script))

    assert caught.value.usage == USAGE + UNKNOWN_TRY


def test_unanswered_tries_of_models_with_several_prices_have_none() -> None:
    """Nobody knows which of them they were."""
    replies = [
        Reply("no", usage=USAGE, served_by=model, service="api.openai.com")
        for model in ("gpt-5-mini", "gpt-5-nano")
    ]
    extraction = extract(TEXT, model=ScriptedModel(replies, name="openai/any"), max_attempts=2)
    assert extraction.cost_usd is not None

    unanswered = replace(extraction, unanswered=USAGE)

    assert unanswered.cost_usd is None
    assert unanswered.least_cost_usd == extraction.cost_usd


def test_one_price_does_not_pass_for_that_of_several_models() -> None:
    """Beside rules, which cost nothing, there can be one model with a price of one's own."""
    one, other = (ScriptedModel(["no JSON"], name=name) for name in ("openai/a", "openai/b"))

    with pytest.raises(UsageError, match="price= is of one model"):
        extract(TEXT, model=[one, other], price=PRICE)

    assert extract(TEXT, model=["rules", one], price=PRICE).cost_usd == 0
