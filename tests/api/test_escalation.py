"""Escalation: the next model is asked where the first did not get past the checks."""

from types import SimpleNamespace

import pytest

from extractor import extract
from extractor.api.escalation import UNANSWERED
from extractor.errors import RefusedError, TooLongError, UnreachableError
from extractor.exchange import Reply, Request
from extractor.models.scripted import ScriptedModel
from extractor.usage import Usage

TEN = Usage(10, 10, 0, 0)


@pytest.fixture
def scripted():
    """Give a function that makes a model of a name which gives replies, each of ten tokens."""

    def build(name: str, *replies: str | Exception) -> ScriptedModel:
        given = [Reply(reply, usage=TEN) if isinstance(reply, str) else reply for reply in replies]
        return ScriptedModel(given, name=name)

    return build


def test_a_model_that_gets_past_the_checks_is_enough(text, answer, scripted) -> None:
    """The second is not asked."""
    second = scripted("b", answer())

    extraction = extract(text, model=[scripted("a", answer()), second])

    assert (extraction.status, extraction.model) == ("ok", "a")
    assert second.requests == []


@pytest.mark.parametrize("bad", ["wrong", "nonsense"])
def test_a_model_that_does_not_is_followed_by_the_next(text, answer, scripted, bad) -> None:
    """Every attempt says who made it, and all are paid for."""
    first = {"wrong": answer(name="Ipsum", host="Ipsum"), "nonsense": "no JSON"}[bad]

    extraction = extract(
        text, model=[scripted("a", first), scripted("b", answer())], max_attempts=1
    )

    assert (extraction.status, extraction.model) == ("ok", "b")
    assert [(a.number, a.model) for a in extraction.attempts] == [(1, "a"), (2, "b")]
    assert extraction.usage == Usage(20, 20, 0, 0)


def test_no_event_is_past_the_checks(text, make, scripted) -> None:
    """It is an answer."""
    first = scripted("a", make.draft(no_event="speech").model_dump_json())

    extraction = extract(text, model=[first, scripted("b")])

    assert (extraction.status, extraction.model) == ("no_event", "a")


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        pytest.param({"name": "Ipsum"}, "b", id="better"),
        pytest.param({"name": "Ipsum", "place": "Ipsum"}, "a", id="equal"),
        pytest.param({"name": "Ipsum", "place": "Ipsum", "host": "Ipsum"}, "a", id="worse"),
    ],
)
def test_the_better_extraction_is_kept(text, answer, scripted, second, kept) -> None:
    """Never a later one that is no better."""
    first = answer(place="Ipsum", host="Ipsum")

    extraction = extract(
        text, model=[scripted("a", first), scripted("b", answer(**second))], max_attempts=1
    )

    assert (extraction.status, extraction.model) == ("flagged", kept)
    assert len(extraction.attempts) == 2


def test_a_record_is_better_than_none(text, answer, scripted) -> None:
    """However many violations it has."""
    flagged = scripted("a", answer(name="Ipsum"))

    extraction = extract(text, model=[flagged, scripted("b", "no JSON")], max_attempts=1)

    assert extraction.model == "a"


@pytest.mark.parametrize("fault", [UnreachableError("gone"), TooLongError("long")], ids=repr)
def test_a_service_that_gives_no_answer_is_passed_over(text, answer, scripted, fault) -> None:
    """A finding says so."""
    first = scripted("a", *[fault] * 9)

    extraction = extract(text, model=[first, scripted("b", answer())])

    assert (extraction.status, extraction.model) == ("ok", "b")
    assert extraction.findings[-1].code == UNANSWERED
    assert extraction.findings[-1].message == f"a gave no answer: {fault}"


def test_what_a_service_without_an_answer_took_counts(text, answer, scripted) -> None:
    """It may have been billed."""
    gone = scripted("a", UnreachableError("gone", usage=TEN))

    extraction = extract(text, model=[gone, scripted("b", answer())])

    assert extraction.usage == Usage(20, 20, 0, 0)


def test_a_service_that_refuses_for_good_is_misuse(text, answer, scripted) -> None:
    """A wrong key is told, not paid around."""
    second = scripted("b", answer())

    with pytest.raises(RefusedError, match="bad key"):
        extract(text, model=[scripted("a", RefusedError("bad key")), second])

    assert second.requests == []


@pytest.mark.parametrize("fault", [UnreachableError("gone"), RefusedError("bad key")], ids=repr)
def test_what_was_answered_before_is_not_lost(text, answer, scripted, fault) -> None:
    """The first model's record is kept, with a finding about the second."""
    flagged = scripted("a", answer(name="Ipsum"))

    extraction = extract(text, model=[flagged, scripted("b", fault)], max_attempts=1)

    assert (extraction.status, extraction.model) == ("flagged", "a")
    assert extraction.findings[-1].code == UNANSWERED


def test_where_nobody_answers_the_last_fault_is_raised(text, scripted) -> None:
    """With what all of it took."""
    faults = [UnreachableError("gone", usage=TEN), UnreachableError("gone too", usage=TEN)]

    with pytest.raises(UnreachableError, match="gone too") as raised:
        extract(text, model=[scripted("a", faults[0]), scripted("b", faults[1])])

    assert raised.value.usage == Usage(20, 20, 0, 0)


def test_models_may_be_named_with_commas(text) -> None:
    """As on the command line."""
    extraction = extract(text, model="rules, rules")

    assert extraction.model == "rules"


def test_the_time_is_that_of_all_models_together(text, answer, monkeypatch) -> None:
    """One that hangs gets its share of it, and the next one the rest."""
    now_s = 1000.0
    monkeypatch.setattr("extractor.api.terms.time", SimpleNamespace(monotonic=lambda: now_s))

    class Slow(ScriptedModel):
        async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002
            nonlocal now_s
            self.given_s = timeout_s
            now_s += timeout_s
            raise UnreachableError("no answer in time")

    class Quick(ScriptedModel):
        async def answer(self, request: Request, *, timeout_s: float) -> Reply:
            self.given_s = timeout_s
            return await super().answer(request, timeout_s=timeout_s)

    slow, quick = Slow([]), Quick([answer()])

    extraction = extract(text, model=[slow, quick], timeout_s=40)

    assert extraction.status == "ok"
    assert slow.given_s == pytest.approx(20)
    assert quick.given_s == pytest.approx(20)
