"""The ledger's attempts: noted before they are sent, kept before they are read, counted for ever."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from decimal import Decimal
from typing import Any

import pytest

from extractor.archive.attempts import Attempts, as_stored, stored_text
from extractor.archive.entry import Entry
from extractor.archive.ledger import Ledger
from extractor.archive.recipe import Recipe
from extractor.article import Article, Span
from extractor.errors import RefusedError
from extractor.exchange import Message, Reply, Request
from extractor.usage import UNKNOWN_TRY, Usage

JOB = 1
ARTICLE = Article("News of it.", name="it")
RISK = (Decimal("0.50"), 500)
SPENT = (Decimal("0.020"), 20)


@pytest.fixture
def ledger(ledger_path) -> Iterator[Ledger]:
    """A ledger with one job, whose requests these are."""
    with Ledger(ledger_path, Recipe(("openai/mock",))) as ledger:
        ledger.admit([Entry("it.txt", ARTICLE)])
        yield ledger


@pytest.fixture
def attempts(ledger: Ledger) -> Attempts:
    """The table of attempts, as yet empty."""
    return ledger.attempts


@pytest.fixture
def rows(ledger_path):
    """Give a function that reads the table as any other SQLite client does."""

    def read(columns: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(ledger_path)) as other:
            return other.execute(f"SELECT {columns} FROM attempts ORDER BY id").fetchall()

    return read


def _request(said: str = "Read it.", *, number: int = 1, shows: Span | None = None) -> Request:
    return Request(
        purpose="draft",
        article=ARTICLE,
        figures=(),
        schema={},
        schema_name="draft",
        render=lambda: (Message("user", said),),
        number=number,
        shows=shows,
    )


def _of_envelope(request: Request, number: int, **fields: Any) -> Mapping[str, Any]:
    """Return an attempt as an extraction's envelope has it."""
    return {
        "number": number,
        "model": "m",
        "purpose": request.purpose,
        "turn": request.number,
        "shows": None if request.shows is None else list(request.shows),
        "request_sha256": request.sha256,
        "reply": "{}",
        "finish": "stop",
        "usage": Usage(1, 1, 0, 0).to_json(),
        "seconds": 0.0,
        "tries": 1,
        "served_by": None,
        "violations": [],
        "cost_usd": None,
    } | fields


def test_a_request_is_in_the_ledger_before_it_is_sent(attempts: Attempts, rows) -> None:
    """With the most that it may cost, whoever dies meanwhile."""
    request = _request(number=2, shows=Span(0, 4))

    number = attempts.ask(JOB, "m", request, risk=RISK)

    assert rows("id, model, purpose, turn, shows, request_sha256, answered_at, is_current") == [
        (number, "m", "draft", 2, "[0,4]", request.sha256, None, 1)
    ]
    assert attempts.spent() == RISK
    assert attempts.kept(JOB) == []


def test_one_more_try_puts_up_what_a_request_may_cost(attempts: Attempts) -> None:
    """It takes the place of what was noted before."""
    number = attempts.ask(JOB, "m", _request(), risk=RISK)

    attempts.risk(number, Decimal("1.0"), 1000)

    assert attempts.spent() == (Decimal(1), 1000)


def test_a_reply_comes_back_as_it_was(attempts: Attempts) -> None:
    """Byte for byte, with all that is told about it; what it cost is known better by then."""
    reply = Reply(
        'half \ud83d {"总": 1}\r\n',
        finish="length",
        usage=Usage(5, 4, None, 0, unknown_tries=1),
        seconds=1.25,
        tries=3,
        served_by="m-2024",
        service="example.org:443",
    )
    number = attempts.ask(JOB, "m", _request(), risk=RISK)

    attempts.keep(number, reply, spent=SPENT)

    (kept,) = attempts.kept(JOB)
    assert kept.reply == reply
    assert (kept.id, kept.key) == (number, ("m", _request().sha256))
    assert (kept.fault, kept.kind, kept.usage) == (None, None, reply.usage)
    assert attempts.spent() == SPENT


def test_a_reply_of_a_batch_is_known_as_one(ledger: Ledger, ledger_path) -> None:
    """Its price is another."""
    with closing(sqlite3.connect(ledger_path)) as other, other:
        other.execute(
            "INSERT INTO submissions (recipe, run, model, service, way, state, begun_at)"
            " VALUES (1, 'r', 'm', 's', '{}', 'open', '2024')"
        )
    for submission in (1, None):
        number = ledger.attempts.ask(JOB, "m", _request(), risk=RISK, submission=submission)
        ledger.attempts.keep(number, Reply("{}"), spent=SPENT)

    replies = [each.reply for each in ledger.attempts.kept(JOB)]

    assert [reply and reply.is_batched for reply in replies] == [True, False]


def test_a_request_without_a_reply_tells_why(attempts: Attempts) -> None:
    """In words that are text, and with the kind of error that it was."""
    number = attempts.ask(JOB, "m", _request(), risk=RISK)

    attempts.miss(number, RefusedError("no \ud83d"), UNKNOWN_TRY, spent=SPENT)

    (kept,) = attempts.kept(JOB)
    assert kept.reply is None
    assert (kept.fault, kept.kind, kept.usage) == ("no ?", "RefusedError", UNKNOWN_TRY)
    assert attempts.spent() == SPENT


def test_faults_that_are_forgotten_stay_paid(attempts: Attempts) -> None:
    """The replies beside them are kept; so are those of other jobs."""
    answered, missed = (attempts.ask(JOB, "m", _request(), risk=RISK) for _ in range(2))
    attempts.keep(answered, Reply("{}"), spent=SPENT)
    attempts.miss(missed, RefusedError("no"), UNKNOWN_TRY, spent=SPENT)

    attempts.forget_faults(JOB)

    assert [each.id for each in attempts.kept(JOB)] == [answered]
    assert attempts.spent() == (Decimal("0.04"), 40)


def test_an_attempt_that_is_set_aside_stays_paid(attempts: Attempts) -> None:
    """Only that one is."""
    numbers = [attempts.ask(JOB, "m", _request(), risk=RISK) for _ in range(2)]
    for number in numbers:
        attempts.keep(number, Reply("{}"), spent=SPENT)

    attempts.set_aside(numbers[0])

    assert [each.id for each in attempts.kept(JOB)] == [numbers[1]]
    assert attempts.spent() == (Decimal("0.04"), 40)


def test_attempts_of_an_extraction_are_numbered_where_they_stand(attempts: Attempts, rows) -> None:
    """Of two that asked the same, the earlier one comes first."""
    requests = [_request("a"), _request("b"), _request("a")]
    for request in requests:
        number = attempts.ask(JOB, "m", request, risk=RISK)
        attempts.keep(number, Reply("{}"), spent=SPENT)
    order = (requests[1], requests[0], requests[2])
    fault = {"code": "a.b", "message": "no", "pointers": []}

    attempts.complete(
        JOB,
        [
            _of_envelope(each, number, violations=[fault], cost_usd="0.02")
            for number, each in enumerate(order, start=1)
        ],
    )

    assert rows("id, number, cost_usd") == [(1, 2, "0.02"), (2, 1, "0.02"), (3, 3, "0.02")]
    assert json.loads(rows("violations")[0][0]) == [fault]


@pytest.mark.parametrize("what", ["another model", "set aside", "no reply"])
def test_an_attempt_that_was_made_elsewhere_is_added(attempts: Attempts, rows, what: str) -> None:
    """None of the ledger's own is taken for it; it spent nothing that the ledger had to pay."""
    number = attempts.ask(JOB, "other" if what == "another model" else "m", _request(), risk=RISK)
    if what != "no reply":
        attempts.keep(number, Reply("old"), spent=SPENT)
    if what == "set aside":
        attempts.set_aside(number)
    before = attempts.spent()

    attempts.complete(JOB, [_of_envelope(_request(), 1, reply="half \ud83d", shows=[0, 4])])

    assert rows("number, spent_tokens")[1:] == [(1, 0)]
    assert rows("number")[0] == (None,)
    assert rows("shows")[1] == ("[0,4]",)
    assert attempts.spent() == before
    added = attempts.kept(JOB)[-1].reply
    assert added == Reply("half \ud83d", usage=Usage(1, 1, 0, 0))


def test_money_and_tokens_are_added_up_exactly(attempts: Attempts) -> None:
    """Tokens of unknown price count among all, and are told apart."""
    for usd in ("0.1", "0.2", "1E+1", None, "0.1"):
        attempts.ask(JOB, "m", _request(), risk=(None if usd is None else Decimal(usd), 7))

    assert attempts.spent() == (Decimal("10.4"), 35)
    assert attempts.unpriced_tokens() == 7


def test_nothing_is_spent_before_anything_is_asked(attempts: Attempts) -> None:
    """Zero, not nothing."""
    assert attempts.spent() == (Decimal(0), 0)
    assert attempts.unpriced_tokens() == 0


def test_a_journal_is_told_of_each_step_with_all_of_the_row(attempts: Attempts) -> None:
    """It can be put into another ledger as it is."""
    told: list[Mapping[str, Any]] = []
    attempts.journal = told.append

    number = attempts.ask(JOB, "m", _request(), risk=RISK)
    attempts.risk(number, Decimal(1), 1000)
    attempts.keep(number, Reply("{}"), spent=SPENT)
    missed = attempts.ask(JOB, "m", _request(), risk=RISK)
    attempts.miss(missed, RefusedError("no"), UNKNOWN_TRY, spent=SPENT)

    steps = [(row["id"], row["spent_usd"], row["reply"], row["fault"]) for row in told]
    assert steps == [
        (number, "0.5", None, None),
        (number, "1", None, None),
        (number, "0.02", "{}", None),
        (missed, "0.5", None, None),
        (missed, "0.02", None, "no"),
    ]
    assert {"job", "request_sha256", "submission", "is_current"} <= told[0].keys()


@pytest.mark.parametrize("text", ["", "总 😀", "half \ud83d", "\x00"])
def test_a_reply_is_stored_as_text_where_it_is_text(text: str) -> None:
    """Either way it comes back as it was."""
    stored = as_stored(text)

    assert isinstance(stored, bytes) == ("\ud83d" in text)
    assert stored_text(stored) == text
