"""A recording: what a file keeps of one request and its reply."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from extractor.article import Span
from extractor.errors import UsageError
from extractor.exchange import Reply, digest
from extractor.figures import Figure
from extractor.models.recording import FORMAT, Recording
from extractor.prompts import load_prompt
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
REPLY = Reply(
    'half \ud83d {"总": 1}\r\n',
    finish="length",
    usage=Usage(5, 4, None, 0, unknown_tries=1),
    seconds=1.23456,
    tries=3,
    served_by="m-2024",
    service="example.org:443",
)


@pytest.fixture
def recording(make_request) -> Recording:
    """The recording of a request's second repair, of a part of an article of some day."""
    request = make_request(name="lorem", purpose="repair", figures=(TEN,), number=2)
    dated = replace(request.article, published=date(2024, 5, 1))
    return Recording.of(
        replace(request, article=dated, shows=Span(0, 9)), REPLY, through="openai/m"
    )


def test_a_recording_says_what_was_asked_and_by_which_prompts(make_request) -> None:
    """The last one that its words are of, and the draft's, which tells dialogues apart."""
    request = make_request(name="lorem", purpose="repair", prompt="extract/v2", number=2)

    made = Recording.of(request, REPLY, through="openai/m")

    assert (made.prompt, made.prompt_sha256) == ("repair/v1", load_prompt("repair/v1").sha256)
    assert made.draft_prompt == "extract/v2"
    assert (made.purpose, made.number) == ("repair", 2)
    assert made.request_sha256 == request.sha256
    assert made.schema_sha256 == digest(request.schema)
    assert (made.article_name, made.article_sha256) == ("lorem", request.article.sha256)


@pytest.mark.parametrize(("served_by", "model"), [("m-2024", "m-2024"), (None, "openai/m")])
def test_the_model_is_as_its_service_names_it(make_request, served_by, model: str) -> None:
    """Or as it was asked for, where the service does not say."""
    made = Recording.of(make_request(), replace(REPLY, served_by=served_by), through="openai/m")

    assert (made.model, made.recorded_through) == (model, "openai/m")


def test_a_recording_keeps_the_figures_that_were_shown(make_request) -> None:
    """A date is not shown to a model, nor is a figure without a value."""
    others = (TEN._replace(id=20, kind="date"), TEN._replace(id=30, value=None))

    made = Recording.of(make_request(figures=(TEN, *others)), REPLY, through="m")

    assert made.figures == (TEN.to_json(),)


def test_a_recording_is_of_this_moment(recording: Recording) -> None:
    """In UTC, to the second."""
    moment = datetime.fromisoformat(recording.recorded_at)

    assert moment.tzinfo == UTC
    assert moment.microsecond == 0
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 60


def test_a_recording_is_read_as_it_was_written(tmp_path, recording: Recording) -> None:
    """All of its fields, in a folder that is made for it."""
    path = recording.write(tmp_path / "new" / "folder")

    assert Recording.read(path) == recording
    assert json.loads(path.read_bytes())["format"] == FORMAT
    assert (recording.published, recording.shows) == ("2024-05-01", Span(0, 9))


def test_the_reply_is_given_as_it_was_under_another_name(recording: Recording) -> None:
    """To the millisecond; what it cost then is not what it costs again, so no service is named."""
    given = recording.to_reply("replay of m-2024")

    assert given == replace(REPLY, seconds=1.235, served_by="replay of m-2024", service=None)


def test_the_first_recordings_lack_what_was_added_since(tmp_path, recording: Recording) -> None:
    """They are of the one prompt that there was, of articles shown whole."""
    path = recording.write(tmp_path)
    content = json.loads(path.read_bytes())
    for name in ("draft_prompt", "published", "shows", "seconds", "tries"):
        del content[name]
    path.write_text(json.dumps(content | {"added_by_a_later_version": 1}))

    read = Recording.read(path)

    assert (read.draft_prompt, read.published, read.shows) == ("extract/v1", None, None)
    assert (read.seconds, read.tries) == (0.0, 1)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        pytest.param("lorem.txt", "lorem.txt.repair-2.", id="plain"),
        pytest.param("a/../b c:d", "a-..-b-c-d.repair-2.", id="signs that folders are made of"),
        pytest.param("总投资", "总投资.repair-2.", id="chinese"),
        pytest.param("x" * 300, "x" * 40 + ".repair-2.", id="long"),
        pytest.param("", ".repair-2.", id="none"),
    ],
)
def test_the_file_is_named_after_the_article_and_the_request(
    tmp_path, recording: Recording, name: str, begins: str
) -> None:
    """Inside the folder, whatever the article is called."""
    path = replace(recording, article_name=name).write(tmp_path)

    assert path.name == f"{begins}{recording.request_sha256[:12]}.json"
    assert path.parent == tmp_path
    assert [*tmp_path.iterdir()] == [path]


def test_the_same_request_takes_the_place_of_the_one_before(tmp_path, recording: Recording) -> None:
    """Another request has a file of its own."""
    first = recording.write(tmp_path)
    again = replace(recording, reply="{}").write(tmp_path)
    other = replace(recording, request_sha256="0" * 64).write(tmp_path)

    assert again == first != other
    assert Recording.read(first).reply == "{}"
    assert {*tmp_path.iterdir()} == {first, other}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(b"{", "cannot be read as JSON", id="cut off"),
        pytest.param(b"\xff", "cannot be read as JSON", id="no utf-8"),
        pytest.param(b"[" * 100_000, "cannot be read as JSON", id="too deep"),
        pytest.param(b"[]", "is no recording", id="a list"),
        pytest.param(b'{"format": "recording/2"}', 'is not "recording/1"', id="another format"),
        pytest.param(b'{"format": "recording/1"}', "no whole recording .*field", id="no fields"),
    ],
)
def test_a_file_that_is_no_recording_is_told(tmp_path, content: bytes, fault: str) -> None:
    """In one line, with its name."""
    path = tmp_path / "a.json"
    path.write_bytes(content)

    with pytest.raises(UsageError, match=f"^{path}: .*{fault}") as caught:
        Recording.read(path)

    assert "\n" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path) -> None:
    """As one that cannot be read."""
    with pytest.raises(UsageError, match="cannot be read as JSON"):
        Recording.read(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        pytest.param({"purpose": "talk", "number": "x"}, "purpose: .*; number: ", id="two fields"),
        pytest.param({"usage": {"pages": 3}}, "pages", id="a count that is none"),
        pytest.param({"shows": [1]}, "shows: ", id="half a span"),
    ],
)
def test_fields_that_are_none_are_named(
    tmp_path, recording: Recording, changes: dict, fault: str
) -> None:
    """All of them at once."""
    path = recording.write(tmp_path)
    path.write_text(json.dumps(json.loads(path.read_bytes()) | changes))

    with pytest.raises(UsageError, match=f"is no whole recording .*{fault}"):
        Recording.read(path)
