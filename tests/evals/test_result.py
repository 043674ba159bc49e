"""What a system made of a document, kept and read back."""

import asyncio
import json
from dataclasses import replace
from decimal import Decimal

from extractor.api import extract_async
from extractor.evals.result import Key, Result, System
from extractor.usage import NO_TOKENS

KEY = Key("replay", "en-caizhou-materials-conference", 1)


def replayed(gold):
    """Return the result of a recorded extraction with a repair."""
    article = gold[KEY.document].article
    extraction = asyncio.run(extract_async(article, model="replay", prompt="extract/v1"))
    return Result.of(KEY, extraction, model="replay")


def test_a_result_survives_its_json(gold):
    """Records, both tries, usage and money come back equal."""
    result = replace(replayed(gold), cost_usd=Decimal("0.0123"), least_cost_usd=Decimal("0.0123"))

    assert Result.from_json(json.loads(json.dumps(result.to_json()))) == result


def test_what_rules_answered_names_their_code(gold, monkeypatch):
    """As a ledger does; a run that goes on after a change says that it is of both."""
    monkeypatch.setattr("extractor.models.rules_code.rules_sha256", lambda: "of today")
    article = gold[KEY.document].article
    by_rules = asyncio.run(extract_async(article, model="rules"))

    assert Result.of(KEY, by_rules, model="rules").versions["rules_sha256"] == "of today"
    assert "rules_sha256" not in Result.of(KEY, by_rules, model="rules,replay").versions
    assert "rules_sha256" not in replayed(gold).versions


def test_the_first_reply_is_kept_beside_the_repaired_record(gold):
    """What the model said before it was told what is wrong."""
    result = replayed(gold)

    assert result.was_repaired
    assert result.first_record is not None
    assert result.first_record != result.record


def test_the_first_try_took_what_its_reply_took(gold):
    """A repair's tokens, money and seconds are not in it, and there is nothing left to repair."""
    whole = replayed(gold)
    paid = tuple(
        {**attempt, "cost_usd": f"0.{number}"} for number, attempt in enumerate(whole.attempts, 1)
    )

    first = replace(whole, attempts=paid).first_try

    counts = [attempt["usage"] for attempt in whole.attempts]
    assert first.usage.output_tokens == counts[0]["output_tokens"] < whole.usage.output_tokens
    assert (first.cost_usd, first.least_cost_usd) == (Decimal("0.1"), Decimal("0.1"))
    assert first.seconds == whole.attempts[0]["seconds"]
    assert first.record == whole.first_record
    assert not first.was_repaired


def test_a_first_try_of_unknown_cost_has_none(gold):
    """Unknown is not zero."""
    whole = replayed(gold)
    unpaid = tuple({**attempt, "cost_usd": None} for attempt in whole.attempts)

    first = replace(whole, attempts=unpaid).first_try

    assert (first.cost_usd, first.least_cost_usd) == (None, 0)


def test_a_service_that_was_not_reached_has_no_record_and_no_known_cost():
    """Unknown is not zero."""
    result = Result.unreachable(KEY, "no connection", NO_TOKENS, least_cost_usd=Decimal(0))

    assert (result.record, result.first_record, result.cost_usd) == (None, None, None)
    assert Result.from_json(result.to_json()) == result


def test_a_system_is_called_by_its_model_and_prompt():
    """The default prompt is not named."""
    assert System.of("replay").title == "replay"
    assert System.of("replay", "extract/v1").title == "replay extract/v1"


def test_the_first_replies_to_all_parts_make_the_first_record(gold):
    """An article asked in parts and never repaired: its first try is its record."""
    article = gold["en-beiluo-forty-projects"].article
    extraction = asyncio.run(extract_async(article, model="rules", context_tokens=6500))
    result = Result.of(Key("rules", article.name, 1), extraction, model="rules")

    assert len(extraction.attempts) > 1
    assert result.first_record == result.record
    assert result.first_try == result
    assert not result.was_repaired
