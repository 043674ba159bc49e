"""Recordings: made by a recorder, given again byte for byte."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from extractor.article import Span
from extractor.errors import RefusedError, TooLongError, UnreachableError, UsageError
from extractor.exchange import Reply
from extractor.figures import Figure
from extractor.models.recording import Recording
from extractor.models.replay import Recorder, ReplayModel
from extractor.models.scripted import ScriptedModel
from extractor.prompts import Prompt, load_prompt
from extractor.usage import Usage

TEN = Figure(
    id=0,
    start=0,
    end=12,
    kind="count",
    value=Decimal(10),
    upper=None,
    unit="projects",
    hedge="exact",
    as_written="Ten projects",
)


@pytest.fixture
def record(tmp_path, ask):
    """Return a function that records replies to requests, in order."""

    def record(*turns, model="test-model"):
        requests, replies = zip(*turns, strict=True)
        recorder = Recorder(ScriptedModel(replies, name=model), tmp_path)
        return [ask(recorder, request) for request in requests]

    return record


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply('{"a": 1}\r\n', usage=Usage(5, 4, None, 0)), id="line ends"),
        pytest.param(Reply("```json\n{ \n", finish="length"), id="cut off"),
        pytest.param(Reply("总投资935.88亿元 \u2028\x00😀"), id="chinese and controls"),
        pytest.param(Reply("half \ud83d, \\ud83d"), id="lone surrogate"),
        pytest.param(Reply("", finish="content_filter", seconds=1.25, tries=3), id="nothing"),
    ],
)
def test_replayed_reply_is_the_recorded_one(tmp_path, ask, make_request, record, reply):
    """Text, finish, usage and effort come back as they were."""
    (given,) = record((make_request(), reply))

    again = ask(ReplayModel(tmp_path), make_request())

    assert given == reply
    assert (again.text, again.finish, again.usage) == (reply.text, reply.finish, reply.usage)
    assert (again.seconds, again.tries) == (reply.seconds, reply.tries)


def test_recording_tells_where_it_comes_from(tmp_path, make_request, record):
    """The file holds all that determined the reply, and the figures shown."""
    year = Figure(30, 30, 34, "year", None, None, None, "exact", "2024", date="2024")
    request = make_request(name="ten/projects 十", figures=(TEN, year))

    record((request, Reply("{}", served_by="big-1")), model="openai/big")

    (path,) = tmp_path.iterdir()
    content = json.loads(path.read_text(encoding="utf-8"))
    assert path.name == f"ten-projects-十.draft-1.{request.sha256[:12]}.json"
    assert content.pop("recorded_at").endswith("+00:00")
    assert len(content.pop("schema_sha256")) == 64
    assert content == {
        "format": "recording/1",
        "recorded_through": "openai/big",
        "model": "big-1",
        "prompt": "extract/v1",
        "prompt_sha256": load_prompt("extract/v1").sha256,
        "article_sha256": request.article.sha256,
        "article_name": "ten/projects 十",
        "purpose": "draft",
        "number": 1,
        "figures": [TEN.to_json()],
        "request_sha256": request.sha256,
        "reply": "{}",
        "finish": "stop",
        "usage": Usage().to_json(),
        "seconds": 0.0,
        "tries": 1,
        "draft_prompt": "extract/v1",
        "published": None,
        "shows": None,
    }


def test_served_by_names_model_day_and_prompt(tmp_path, ask, make_request, record):
    """Who looks at a replayed extraction sees whose words it rests on."""
    record((make_request(), Reply("{}", served_by="big-1")))

    served_by = ask(ReplayModel(tmp_path), make_request()).served_by

    day = Recording.read(next(tmp_path.iterdir())).recorded_at[:10]
    assert served_by == f"recording of big-1, {day}, prompt extract/v1"


def test_recording_survives_other_words_and_says_so(tmp_path, ask, make_request, record):
    """A better finder marks the article otherwise; it gets the reply, as one to other words."""
    record((make_request(instruction="Old words."), "{}"))

    reply = ask(ReplayModel(tmp_path), make_request(instruction="New words."))

    assert reply.text == "{}"
    assert reply.served_by.endswith(", for another request")


@pytest.fixture
def other_prompt(monkeypatch):
    """Release a second version of a prompt, for a test."""
    known = Prompt("extract/v9", "9" * 64, ())
    monkeypatch.setattr(
        "extractor.models.recording.load_prompt",
        lambda name: known if name == known.name else load_prompt(name),
    )
    return known.name


@pytest.mark.parametrize("purpose", ["draft", "repair"])
def test_recordings_of_several_prompts_are_kept_apart(
    tmp_path, ask, make_request, record, other_prompt, purpose
):
    """Each version's dialogue gets what was answered to that version, repairs too."""
    record((make_request(instruction="Old.", purpose=purpose), "first"))
    record((make_request(instruction="Other.", purpose=purpose, prompt=other_prompt), "second"))
    replay = ReplayModel(tmp_path)

    asked = [
        make_request(instruction="New.", purpose=purpose, prompt=prompt)
        for prompt in ("extract/v1", other_prompt)
    ]

    assert [ask(replay, request).text for request in asked] == ["first", "second"]


def test_prompt_that_was_not_recorded_is_told_with_those_that_were(
    tmp_path, ask, make_request, record
):
    """No reply passes for an answer to a prompt that was never asked."""
    record((make_request(), "{}"))

    with pytest.raises(UsageError, match=r"not recorded with the prompt extract/v9.*extract/v1"):
        ask(ReplayModel(tmp_path), make_request(instruction="New.", prompt="extract/v9"))


def test_article_recorded_in_parts_is_replayed_in_parts(tmp_path, ask, make_request, record):
    """The whole is found too long, as it was; a part gets what was answered to it, and no other."""
    parts = [replace(make_request(instruction=str(n)), shows=Span(*n)) for n in ((0, 4), (4, 9))]
    record(*zip(parts, ["first", "second"], strict=True))
    replay = ReplayModel(tmp_path)

    with pytest.raises(TooLongError, match="recorded in parts"):
        ask(replay, make_request())
    again = [replace(request, render=lambda: ()) for request in parts]
    assert [ask(replay, request).text for request in again] == ["first", "second"]
    with pytest.raises(RefusedError):
        ask(replay, replace(make_request(), shows=Span(0, 9)))


def test_exact_recording_comes_before_a_later_one(tmp_path, ask, make_request, record):
    """A recording of this very request wins, however many others of the article there are."""
    record((make_request(instruction="Old words."), "old"))
    record((make_request(instruction="New words."), "new"))
    replay = ReplayModel(tmp_path)

    assert ask(replay, make_request(instruction="Old words.")).text == "old"


def test_latest_recording_stands_in(tmp_path, ask, make_request, record):
    """Where none is exact, the one made last is given."""
    record((make_request(instruction="Old words."), "old"))
    record((make_request(instruction="New words."), "new"))
    for path in tmp_path.iterdir():
        content = json.loads(path.read_text())
        content["recorded_at"] = "2026-01-01" if content["reply"] == "new" else "2025-01-01"
        path.write_text(json.dumps(content))

    assert ask(ReplayModel(tmp_path), make_request(instruction="Newest.")).text == "new"


def test_dialogue_is_replayed_turn_by_turn(tmp_path, ask, make_request, record):
    """Repairs are told apart by their number, also under another prompt, and again from the start."""

    def dialogue(words):
        yield make_request(instruction=words)
        yield make_request(instruction=f"{words} Mend this.", purpose="repair")
        yield make_request(instruction=f"{words} Mend that.", purpose="repair", number=2)

    record(*zip(dialogue("Old"), ["draft", "first", "second"], strict=True))
    replay = ReplayModel(tmp_path)

    rounds = [[ask(replay, request).text for request in dialogue("New")] for _ in range(2)]

    assert rounds == [["draft", "first", "second"]] * 2
    assert replay.repairs


def test_folder_without_repairs_is_not_asked_for_any(tmp_path, make_request, record):
    """A second question to it cannot change the answer."""
    record((make_request(), "{}"))

    assert not ReplayModel(tmp_path).repairs


def test_turn_that_was_not_recorded_is_refused(tmp_path, ask, make_request, record):
    """A better check may ask for a repair that no recording has; the draft before it is kept."""
    record((make_request(), "{}"))

    with pytest.raises(RefusedError, match="no repair number 1 was recorded for 'article'"):
        ask(ReplayModel(tmp_path), make_request(instruction="Mend this.", purpose="repair"))


def test_unknown_article_is_told_with_the_known_ones(tmp_path, ask, make_request, record):
    """The error says what to do, and which articles there are."""
    record(*[(make_request(f"text {n}", name=f"news-{n:02}"), "{}") for n in range(15)])

    with pytest.raises(
        UsageError, match=r"'other' was not recorded.*news-00, .*news-11 and 3 more"
    ):
        ask(ReplayModel(tmp_path), make_request("unknown", name="other"))


def test_recordings_in_subfolders_are_found(tmp_path, ask, make_request, record):
    """Folders may be kept by model."""
    record((make_request(), "{}"))
    (tmp_path / "deep").mkdir()
    for path in tmp_path.glob("*.json"):
        path.rename(tmp_path / "deep" / path.name)

    assert ask(ReplayModel(tmp_path), make_request()).text == "{}"


def test_recording_again_replaces_and_leaves_nothing_behind(tmp_path, make_request, record):
    """The same request recorded twice is one whole file."""
    record((make_request(), "first"))
    record((make_request(), "second"))

    (path,) = tmp_path.iterdir()
    assert Recording.read(path).reply == "second"


def test_fault_is_not_recorded(tmp_path, make_request, record):
    """Where the model gave no reply there is nothing to record."""
    with pytest.raises(UnreachableError, match="gone"):
        record((make_request(), UnreachableError("gone")))

    assert not list(tmp_path.iterdir())


def test_recording_bears_the_prompts_that_asked(tmp_path, ask, make_request):
    """A repair's own, and that of the draft which it mends."""
    ask(Recorder(ScriptedModel(["{}"]), tmp_path), make_request(purpose="repair"))

    recording = Recording.read(next(tmp_path.iterdir()))

    assert (recording.prompt, recording.draft_prompt) == ("repair/v1", "extract/v1")
    assert recording.prompt_sha256 == load_prompt("repair/v1").sha256


def test_recorder_passes_for_its_model(tmp_path):
    """Name and use for repairs are those of the model behind it."""
    recorder = Recorder(ScriptedModel([], name="m", repairs=False), tmp_path)

    assert (recorder.name, recorder.repairs) == ("m", False)


def test_recorder_closes_its_model(tmp_path, ask, make_request):
    """One that holds no connections is left alone."""

    class Closing(ScriptedModel):
        closed = False

        async def aclose(self) -> None:
            self.closed = True

    model = Closing(["{}"])

    ask(Recorder(model, tmp_path), make_request())
    ask(Recorder(ScriptedModel(["{}"]), tmp_path), make_request())

    assert model.closed


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("{", "cannot be read as JSON", id="no json"),
        pytest.param("[]", "is no recording", id="a list"),
        pytest.param('{"reply": "{}"}', '"format" is not "recording/1"', id="no format"),
        pytest.param(
            '{"format": "recording/1"}',
            "is no whole recording.*model: field required",
            id="no fields",
        ),
    ],
)
def test_file_that_is_no_recording_is_named(tmp_path, content, message):
    """A broken file is told, not skipped."""
    path = tmp_path / "broken.json"
    path.write_text(content)

    with pytest.raises(UsageError, match=f"broken.json: .*{message}"):
        ReplayModel(tmp_path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("purpose", "review", id="purpose"),
        pytest.param("finish", "tired", id="finish"),
        pytest.param("usage", {"tokens": 3}, id="usage"),
        pytest.param("usage", None, id="no usage"),
        pytest.param("reply", {"a": 1}, id="reply as object"),
        pytest.param("shows", 3, id="shows"),
        pytest.param("article_name", None, id="name"),
    ],
)
def test_field_of_another_kind_is_told(tmp_path, make_request, record, field, value):
    """A recording edited by hand is read as strictly as it was written."""
    record((make_request(), "{}"))
    (path,) = tmp_path.iterdir()
    path.write_text(json.dumps(json.loads(path.read_text()) | {field: value}))

    with pytest.raises(UsageError, match=path.name):
        ReplayModel(tmp_path)
