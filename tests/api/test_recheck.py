"""Recheck: kept extractions and recordings, resolved and checked with today's code."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from extractor import Article, extract
from extractor.api.kept import Articles, Kept, read_kept
from extractor.api.recheck import recheck
from extractor.errors import TooLongError, UsageError
from extractor.exchange import Reply
from extractor.figures import find_figures
from extractor.models.replay import Recorder
from extractor.models.scripted import ScriptedModel
from extractor.prices import Price
from extractor.usage import Usage


@pytest.fixture
def keep(tmp_path, text):
    """Give a function that extracts with replies, and returns what is kept of that in a file."""

    def build(*replies, samples: int = 1, **changes) -> Kept:
        extraction = extract(text, model=ScriptedModel(replies, name="m"), samples=samples)
        path = tmp_path / "lorem.json"
        path.write_text(json.dumps(extraction.to_json() | changes))
        (kept,) = read_kept(path, Articles(list))
        if isinstance(kept, UsageError):
            raise kept
        return kept

    return build


@pytest.fixture
def seen_otherwise(monkeypatch):
    """Let today's finder read 13 where it read 12, and miss the 5."""
    find = find_figures

    def find_other(text, **options):
        twelve, _, *rest = find(text, **options)
        return (twelve._replace(value=twelve.value + 1), *rest)

    def change() -> None:
        for module in ("extractor.dialogue.dialogue", "extractor.api.recheck"):
            monkeypatch.setattr(f"{module}.find_figures", find_other)

    return change


def test_what_was_paid_stays_as_it_was(tmp_path, text, answer) -> None:
    """A price of one's own is not kept, nor is the service: recheck takes no other for them."""
    reply = Reply(answer(), usage=Usage(1000, 1000, 0, 0), served_by="gpt-5")
    model = ScriptedModel([reply], name="openai/gpt-5")
    extraction = extract(text, model=model, price=Price(Decimal(1), Decimal(2)))
    (tmp_path / "lorem.json").write_text(json.dumps(extraction.to_json()))
    (kept,) = read_kept(tmp_path, Articles(list))

    again = recheck(kept).to_json()

    assert again["cost_usd"] == again["attempts"][0]["cost_usd"] == "0.003"
    assert again == kept.envelope


@pytest.mark.parametrize("kind", ["right", "repaired", "stuck", "nonsense", "no event"])
def test_the_same_code_leads_to_the_same(keep, answer, make, kind) -> None:
    """Repairs, failures and all."""
    wrong = answer(name="Ipsum")
    event = make.event(name="Lorem Fair", count=20)
    replies = {
        "right": [answer()],
        "repaired": ["no JSON", wrong, make.patch(event=event).model_dump_json()],
        "stuck": [wrong, make.patch().model_dump_json()],
        "nonsense": ["no", "no", "no"],
        "no event": [make.draft(no_event="speech").model_dump_json()],
    }[kind]
    kept = keep(*replies)

    rechecked = recheck(kept)

    assert (rechecked.changes, rechecked.is_worse) == ((), False)
    again, before = rechecked.extraction.to_json(), dict(kept.envelope)
    assert again == before


def test_samples_are_rechecked_one_by_one(keep, answer) -> None:
    """The best is kept, and what was said of their differences stays."""
    kept = keep(answer(name="Ipsum"), answer(), "no JSON", "no JSON", samples=2)

    rechecked = recheck(kept)

    assert rechecked.extraction.status == "ok"
    codes = [finding.code for finding in rechecked.extraction.findings]
    assert any(code.startswith("agreement.") for code in codes)
    assert [a.number for a in rechecked.extraction.attempts] == [1, 2, 3, 4]


def test_parts_are_rechecked_as_parts(tmp_path, make) -> None:
    """As they were asked about."""
    text = "At the Lorem Fair, 12 projects were signed. Guests came from everywhere in the world."
    draft = make.draft(make.event(count=text.index("12"))).model_dump_json()
    replies = [TooLongError("too long"), draft, make.draft().model_dump_json()]
    extraction = extract(text, model=ScriptedModel(replies))
    (tmp_path / "a.json").write_text(json.dumps(extraction.to_json()))
    (kept,) = read_kept(tmp_path, Articles(list))

    rechecked = recheck(kept)

    assert rechecked.changes == ()
    shows = [attempt.request.shows for attempt in rechecked.extraction.attempts]
    assert shows == [attempt.request.shows for attempt in extraction.attempts]
    assert None not in shows


def test_the_limit_of_attempts_is_told_by_what_was_asked(tmp_path, make) -> None:
    """Where an answer is refused, it decides whether the same or another passage is asked about."""
    lists = [
        " ".join(f"Plant {name}{n} costs {n} million yuan." for n in range(101, 109))
        for name in "AB"
    ]
    prose = "Guests came. They were shown around. Nobody was tired. All went home."
    text = "\n".join(["The Lorem Fair was held.", lists[0], prose, lists[1]])
    draft, patch = make.draft(make.event(name="Lorem Fair")), make.patch()
    replies = [draft.model_dump_json(), "no JSON", patch.model_dump_json()]
    extraction = extract(text, model=ScriptedModel(replies), max_attempts=2)
    (tmp_path / "a.json").write_text(json.dumps(extraction.to_json()))
    (kept,) = read_kept(tmp_path, Articles(list))

    rechecked = recheck(kept)

    assert rechecked.changes == ()
    assert rechecked.to_json() == kept.envelope


def test_what_changed_is_told(keep, answer, seen_otherwise) -> None:
    """Figures, status, violations, findings and fields of the record."""
    kept = keep(answer())
    seen_otherwise()

    rechecked = recheck(kept)

    changes = "\n".join(rechecked.changes)
    assert "figure [20] “12”: value 12 → 13" in changes
    assert "figure [51] “5”: not shown today" in changes
    assert "status: ok → flagged" in changes
    assert "violations: new: reference.unknown" in changes
    assert "/event/total/count/value: 12 → 13" in changes
    assert rechecked.is_worse


def test_better_is_not_worse(keep, answer) -> None:
    """Fewer violations than were kept are a change all the same."""
    kept = keep(
        answer(), violations=[{"code": "a.b", "message": "m.", "pointers": []}], status="flagged"
    )

    rechecked = recheck(kept)

    assert rechecked.changes == ("status: flagged → ok", "violations: gone: a.b m.")
    assert not rechecked.is_worse


def test_a_reply_for_which_there_is_no_request_any_more_is_left_out(keep, answer, make) -> None:
    """A better check may find nothing to mend; one that finds more has no reply to that."""
    kept = keep(answer(name="Ipsum"), make.patch().model_dump_json())
    first, patch = kept.replies
    right = replace(first, reply=replace(first.reply, text=answer()))

    assert recheck(replace(kept, replies=(right, patch))).extraction.status == "ok"
    alone = recheck(replace(kept, replies=(first,)))
    assert alone.extraction.status == "flagged"
    assert alone.changes == ()


def test_a_violation_that_stands_by_its_number_is_doubted(keep, answer, make) -> None:
    """Only where the numbers may mean others than they did."""
    patch = make.patch(stands=[1]).model_dump_json()
    kept = keep(answer(name="Ipsum"), patch)
    draft, repair = kept.replies
    other = replace(kept, replies=(draft, replace(repair, request_sha256="another")))

    assert recheck(kept).changes == ()
    assert [change for change in recheck(other).changes if "stands" in change]


def test_recordings_are_rechecked_by_article_and_prompt(tmp_path, answer, make, text) -> None:
    """Their articles are found by the hash of their text."""
    event = make.event(name="Lorem Fair", count=text.index("12"))
    replies = [answer(name="Ipsum"), make.patch(event=event).model_dump_json()]
    article = Article(text, name="lorem")
    before = extract(article, model=Recorder(ScriptedModel(replies, name="m"), tmp_path))

    (kept,) = read_kept(tmp_path, Articles(lambda: [article]))
    (unknown,) = read_kept(tmp_path, Articles(list))

    assert isinstance(kept, Kept)
    assert recheck(kept).extraction.record == before.record
    assert recheck(kept).changes == ()
    assert isinstance(unknown, UsageError)
    assert "--articles" in str(unknown)


def _without(*path: str):
    def change(content):
        node = content
        for key in path[:-1]:
            node = node[key]
        del node[path[-1]]
        return content

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(lambda _: [], "neither an extraction nor a recording", id="a list"),
        pytest.param(lambda _: {"a": 1}, "neither an extraction nor a recording", id="another"),
        pytest.param(_without("versions", "prompt"), "no whole extraction", id="no prompt"),
        pytest.param(_without("article", "text"), "--articles", id="no text"),
        pytest.param(_without("findings"), "no whole extraction (no findings)", id="no findings"),
        pytest.param(
            lambda content: content | {"attempts": [1]}, "no whole extraction", id="attempts"
        ),
        pytest.param(
            lambda content: content | {"article": content["article"] | {"text": "other"}},
            "not the one that was asked about",
            id="another text",
        ),
    ],
)
def test_a_file_that_cannot_be_rechecked_is_told(tmp_path, text, answer, change, message) -> None:
    """The others are."""
    whole = json.loads(json.dumps(extract(text, model=ScriptedModel([answer()])).to_json()))
    (tmp_path / "b.json").write_text(json.dumps(whole))
    (tmp_path / "a.json").write_text(json.dumps(change(whole)))

    first, second = read_kept(tmp_path, Articles(list))

    assert isinstance(first, UsageError)
    assert message in str(first)
    assert "a.json" in str(first)
    assert isinstance(second, Kept)


def test_a_path_that_is_not_there_is_misuse() -> None:
    """Nothing would be rechecked."""
    with pytest.raises(UsageError, match="no such file"):
        list(read_kept(Path("no/such/file.json"), Articles(list)))
