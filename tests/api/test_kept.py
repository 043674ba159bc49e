"""Kept replies: read from extractions and recordings, with the article that they are of."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from extractor import extract
from extractor.api.kept import Articles, Kept, files_of, kept_of, read_kept
from extractor.article import Article, Span
from extractor.errors import UsageError
from extractor.models.recording import Recording
from extractor.models.scripted import ScriptedModel

NO_OTHERS = Articles(tuple)
ARTICLE = Article("Ten projects were signed.", published=date(2024, 5, 1), name="lorem")


@pytest.fixture
def envelope(text, answer):
    """An extraction as it is written, of two replies of which the second is right."""
    article = Article(text, published=date(2024, 5, 1), name="lorem")
    replies = ["{", answer()]
    content = extract(article, model=ScriptedModel(replies, name="m")).to_json()
    return json.loads(json.dumps(content))


@pytest.fixture
def record(tmp_path):
    """Give a function that writes a recording of the article into the test's folder."""

    def write(**fields) -> Recording:
        described = {
            "recorded_through": "openai/m",
            "model": "m-2024",
            "recorded_at": "2024-05-02T10:00:00+00:00",
            "prompt": "extract/v1",
            "prompt_sha256": "p",
            "schema_sha256": "s",
            "article_sha256": ARTICLE.sha256,
            "article_name": ARTICLE.name,
            "purpose": "draft",
            "number": 1,
            "figures": (),
            "request_sha256": f"{len(list(tmp_path.iterdir())):012}",
            "reply": "{}",
            "finish": "stop",
            "usage": {"input_tokens": 7},
        }
        recording = Recording(**described | fields)
        recording.write(tmp_path)
        return recording

    return write


def test_an_article_is_found_by_its_hash() -> None:
    """The name plays no part."""
    others = Articles(lambda: [Article("Other news."), ARTICLE])

    assert others.find(ARTICLE.sha256, source=Path("a.json")) is ARTICLE


def test_the_day_that_a_file_names_comes_before_the_articles_own() -> None:
    """The reply was given to what was known then."""
    day = date(2020, 1, 1)

    found = Articles(lambda: [ARTICLE]).find(ARTICLE.sha256, source=Path("a.json"), published=day)

    assert (found.text, found.published) == (ARTICLE.text, day)


def test_an_unknown_article_is_told_with_the_file_that_wants_it() -> None:
    """The user is told what to name."""
    with pytest.raises(UsageError, match=r"^a.json: does not hold its article.*--articles"):
        NO_OTHERS.find("0", source=Path("a.json"))


def test_articles_are_loaded_once_and_not_before_one_is_looked_for() -> None:
    """Reading thousands of files takes its time."""
    loads = []

    def load() -> Iterator[Article]:
        loads.append("load")
        yield ARTICLE

    articles = Articles(load)
    before = len(loads)
    for _ in range(2):
        articles.find(ARTICLE.sha256, source=Path("a.json"))

    assert (before, len(loads)) == (0, 1)


def test_an_extraction_keeps_each_reply_byte_for_byte(envelope) -> None:
    """With what was asked for, and of whom."""
    envelope["attempts"][1]["shows"] = [3, 9]

    kept = kept_of(envelope, Path("a.json"), NO_OTHERS)

    first, second = kept.replies
    assert (first.purpose, first.turn, first.shows, first.model) == ("draft", 1, None, "m")
    assert (second.purpose, second.turn, second.shows) == ("draft", 2, Span(3, 9))
    assert first.reply.text == "{"
    assert first.request_sha256 == envelope["attempts"][0]["request_sha256"]
    assert (kept.prompt, kept.model) == (envelope["versions"]["prompt"], "m")
    assert kept.article.published == date(2024, 5, 1)
    assert kept.envelope is envelope


def test_an_older_extraction_counts_its_attempts_instead_of_turns(envelope) -> None:
    """The first ones named neither turns, nor models, nor the figures shown."""
    for attempt in envelope["attempts"]:
        for name in ("turn", "model", "shows"):
            del attempt[name]
    del envelope["figures"]

    kept = kept_of(envelope, Path("a.json"), NO_OTHERS)

    assert [(reply.turn, reply.model, reply.shows) for reply in kept.replies] == [
        (1, "", None),
        (2, "", None),
    ]
    assert kept.figures == ()


def test_an_extraction_without_its_text_finds_the_article_elsewhere(envelope, text) -> None:
    """It goes by the hash, and by the day that the extraction names."""
    del envelope["article"]["text"]

    kept = kept_of(envelope, Path("a.json"), Articles(lambda: [Article(text, name="other")]))

    assert (kept.article.text, kept.article.published) == (text, date(2024, 5, 1))


@pytest.mark.parametrize("day", ["1 May", 3], ids=["no date", "no text"])
def test_a_day_that_is_none_is_told_with_the_file(envelope, day) -> None:
    """It is no whole extraction."""
    envelope["article"]["published"] = day

    with pytest.raises(UsageError, match=r"^a.json: is no whole extraction"):
        kept_of(envelope, Path("a.json"), NO_OTHERS)


def test_recordings_of_a_dialogue_are_one_drafts_first(tmp_path, record) -> None:
    """Whatever the order of their files; figures are put together, each once."""
    record(purpose="repair", prompt="repair/v1", reply="[2]", figures=({"id": 4}, {"id": 9}))
    record(reply="[1]", figures=({"id": 9}, {"id": 1}), shows=Span(0, 5), published="2024-05-03")

    (kept,) = read_kept(tmp_path, Articles(lambda: [ARTICLE]))

    assert isinstance(kept, Kept)
    assert [(each.purpose, each.reply.text) for each in kept.replies] == [
        ("draft", "[1]"),
        ("repair", "[2]"),
    ]
    assert [figure["id"] for figure in kept.figures] == [1, 4, 9]
    assert kept.replies[0].shows == Span(0, 5)
    assert (kept.model, kept.replies[0].reply.served_by) == ("openai/m", "m-2024")
    assert kept.article.published == date(2024, 5, 3)
    assert kept.envelope is None


def test_the_latest_recording_of_a_turn_counts(tmp_path, record) -> None:
    """A request that was worded otherwise leaves its older recording beside the new one."""
    record(reply="new", recorded_at="2024-05-04T00:00:00+00:00")
    record(reply="old", recorded_at="2024-05-03T00:00:00+00:00")

    (kept,) = read_kept(tmp_path, Articles(lambda: [ARTICLE]))

    assert isinstance(kept, Kept)
    assert [each.reply.text for each in kept.replies] == ["new"]


@pytest.mark.parametrize(
    "other", [{"model": "m-2025"}, {"draft_prompt": "extract/v2"}], ids=["model", "prompt"]
)
def test_recordings_of_another_model_or_prompt_are_kept_apart(tmp_path, record, other) -> None:
    """They are no dialogue with each other."""
    record()
    record(**other)

    assert len(list(read_kept(tmp_path, Articles(lambda: [ARTICLE])))) == 2


@pytest.mark.parametrize(
    "broken", [{"published": "1 May"}, {"figures": ({"kind": "count"},)}], ids=["day", "figure"]
)
def test_a_recording_that_is_not_whole_is_told_with_its_article(tmp_path, record, broken) -> None:
    """The other recordings are read."""
    record(**broken)
    record(model="m-2025")

    fault, kept = read_kept(tmp_path, Articles(lambda: [ARTICLE]))

    assert str(fault).startswith(f"{tmp_path}: no whole recording of 'lorem' (")
    assert isinstance(kept, Kept)


@pytest.mark.parametrize(
    "content", [b"{", b"\xff", b"[" * 100_000], ids=["cut off", "no utf-8", "too deep"]
)
def test_a_file_that_is_no_json_stands_in_nobodys_way(tmp_path, record, content) -> None:
    """It is an error in its place."""
    record()
    (tmp_path / "broken.json").write_bytes(content)

    broken, kept = read_kept(tmp_path, Articles(lambda: [ARTICLE]))

    assert f"{tmp_path / 'broken.json'}: cannot be read as JSON" in str(broken)
    assert isinstance(kept, Kept)


def test_files_of_a_folder_are_those_that_end_so_in_order(tmp_path) -> None:
    """Subfolders are looked into; a file that is named is taken however it ends."""
    (tmp_path / "sub").mkdir()
    names = ("b.json", "a.txt", "sub/a.json")
    for name in names:
        (tmp_path / name).touch()

    assert files_of(tmp_path, ".json") == [tmp_path / "b.json", tmp_path / "sub" / "a.json"]
    assert files_of(tmp_path / "a.txt", ".json") == [tmp_path / "a.txt"]
