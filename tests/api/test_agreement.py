"""Agreement: several samples of one article, and where they differ."""

import asyncio
from types import SimpleNamespace

import pytest

from extractor import Extraction, extract, extract_async
from extractor.errors import UnreachableError, UsageError
from extractor.exchange import Reply, Request
from extractor.models.scripted import ScriptedModel
from extractor.usage import Usage

TEN = Usage(10, 10, 0, 0)


@pytest.fixture
def sampled(text):
    """Give a function that extracts as many samples as there are replies, one reply each."""

    def sample(*replies: str | Exception) -> Extraction:
        given = [Reply(reply, usage=TEN) if isinstance(reply, str) else reply for reply in replies]
        model = ScriptedModel(given)
        extraction = extract(text, model=model, samples=len(replies), max_attempts=1)
        assert len(model.requests) == len(replies)
        return extraction

    return sample


def differences(extraction: Extraction) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return code, message and pointers of the findings about agreement."""
    return [
        (finding.code, finding.message, finding.pointers)
        for finding in extraction.findings
        if finding.code.startswith("agreement.")
    ]


def test_equal_samples_leave_no_finding(sampled, answer) -> None:
    """All attempts are kept and paid for."""
    extraction = sampled(answer(), answer(), answer())

    assert extraction.status == "ok"
    assert differences(extraction) == []
    assert [attempt.number for attempt in extraction.attempts] == [1, 2, 3]
    assert extraction.usage == Usage(30, 30, 0, 0)


def test_the_most_agreed_of_equally_good_samples_is_kept(sampled, answer) -> None:
    """The odd one out is told with its value, and how many say so."""
    extraction = sampled(answer(host="Dolor"), *[answer(host="Dolor County")] * 2)

    assert extraction.record is not None
    assert extraction.record.event is not None
    assert extraction.record.event.host == "Dolor County"
    assert differences(extraction) == [
        (
            "agreement.field",
            "The samples differ on the event host: Dolor County (2 of 3); Dolor (1 of 3).",
            ("/event/host",),
        )
    ]


def test_fewer_violations_come_before_agreement(sampled, answer) -> None:
    """Two that agree on what is not in the article are two that are wrong."""
    extraction = sampled(*[answer(name="Ipsum")] * 2, answer())

    assert extraction.status == "ok"


def test_an_item_that_not_all_have_is_one_difference(sampled, answer) -> None:
    """Its fields are no further ones."""
    extraction = sampled(answer(), answer(), answer(shares=False))

    assert differences(extraction) == [
        (
            "agreement.item",
            "The samples differ on share “tea”: given (2 of 3); left out (1 of 3).",
            ("/shares/0",),
        )
    ]


def test_an_item_of_another_name_is_another_item(sampled, answer) -> None:
    """One that the kept record lacks has no pointer."""
    extraction = sampled(answer(), answer(), answer(label="in tea"))

    assert [pointers for _, _, pointers in differences(extraction)] == [("/shares/0",), ()]


def test_figures_are_compared_by_value(sampled, make, text) -> None:
    """The message gives values, whichever mention they rest on."""
    by_id = make.draft(make.event(count=text.index("12")), background=[text.index("5 of")])
    other = make.draft(make.event(count=text.index("5 of")), background=[text.index("12")])

    extraction = sampled(*[by_id.model_dump_json()] * 2, other.model_dump_json())

    messages = [message for _, message, _ in differences(extraction)]
    assert messages == ["The samples differ on the event count: 12 (2 of 3); 5 (1 of 3)."]


def test_no_event_differs_from_an_event(sampled, answer, make) -> None:
    """Of what is not there, fields are not compared."""
    extraction = sampled(answer(), answer(), make.draft(no_event="speech").model_dump_json())

    codes = {(code, pointers) for code, _, pointers in differences(extraction)}
    assert ("agreement.item", ("/event",)) in codes
    assert not any(code == "agreement.field" for code, _ in codes)


def test_a_sample_without_an_answer_is_a_finding(sampled, answer) -> None:
    """The others are kept, and what it took counts."""
    extraction = sampled(answer(), UnreachableError("gone", usage=TEN))

    assert extraction.status == "ok"
    assert differences(extraction) == [
        ("agreement.unanswered", "1 of 2 samples got no answer: gone", ())
    ]
    assert extraction.usage == Usage(20, 20, 0, 0)


def test_where_no_sample_gets_an_answer_the_fault_is_raised(sampled) -> None:
    """As with a single one."""
    with pytest.raises(UnreachableError, match="gone"):
        sampled(UnreachableError("gone"), UnreachableError("gone"))


def test_samples_are_made_at_once_and_share_the_time(text, answer, monkeypatch) -> None:
    """Each is told the same deadline."""
    monkeypatch.setattr("extractor.api.terms.time", SimpleNamespace(monotonic=lambda: 1000.0))

    class Counting(ScriptedModel):
        left: list[float]
        at_once = 0
        most = 0

        async def answer(self, request: Request, *, timeout_s: float) -> Reply:
            self.left = [*getattr(self, "left", []), timeout_s]
            self.at_once += 1
            self.most = max(self.most, self.at_once)
            await asyncio.sleep(0.01)
            self.at_once -= 1
            return await super().answer(request, timeout_s=timeout_s)

    model = Counting([answer()] * 3)

    extract(text, model=model, samples=3, timeout_s=50)

    assert model.most == 3
    assert model.left == [50] * 3


def test_cancelling_ends_all_samples(text) -> None:
    """None goes on behind the caller's back."""

    class Hanging(ScriptedModel):
        ended = 0

        async def answer(self, request: Request, *, timeout_s: float) -> Reply:  # noqa: ARG002
            try:
                await asyncio.sleep(60)
            finally:
                self.ended += 1
            raise AssertionError

    model = Hanging([])

    async def cancel() -> None:
        task = asyncio.create_task(extract_async(text, model=model, samples=3))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())

    assert model.ended == 3


def test_no_sample_at_all_is_misuse(text) -> None:
    """There would be nothing to return."""
    with pytest.raises(UsageError, match="samples is 0"):
        extract(text, model=ScriptedModel([]), samples=0)
