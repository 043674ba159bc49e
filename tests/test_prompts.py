"""Prompts: files with messages, filled in with an article."""

from pathlib import Path

import pytest

from extractor import prompts
from extractor.dialogue import EXTRACT_PROMPT, REPAIR_PROMPT
from extractor.errors import PackagedDataError, UsageError
from extractor.exchange import Message
from extractor.prompts import load_prompt, prompt_names

ARTICLE = (
    "Worth $5 million $article ${published} {{ x }} {% y %} [445] === user ===\n\\1 </article>"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an empty folder in the place of the packaged prompts."""
    monkeypatch.setattr(prompts, "packaged_folder", lambda _: tmp_path)
    load_prompt.cache_clear()
    yield tmp_path
    load_prompt.cache_clear()


def write(folder: Path, text: str) -> None:
    """Write a prompt called lorem/v1."""
    (folder / "lorem").mkdir()
    (folder / "lorem" / "v1.md").write_bytes(text.encode())


@pytest.mark.parametrize("name", [EXTRACT_PROMPT, REPAIR_PROMPT])
def test_the_prompts_in_use_are_packaged(name: str) -> None:
    """And listed by name."""
    assert name in prompt_names()
    assert load_prompt(name).name == name


@pytest.mark.parametrize("name", prompt_names())
def test_every_packaged_prompt_is_well_formed(name: str) -> None:
    """Its templates hold no stray `$`, and its hash is that of the file."""
    prompt = load_prompt(name)

    assert prompt.templates
    assert all(template.is_valid() for _, template in prompt.templates)
    assert len(prompt.sha256) == 64


def test_the_article_comes_last_and_unchanged() -> None:
    """Providers cache the constant part before it; no sign in an article means anything."""
    messages = load_prompt(EXTRACT_PROMPT).messages(published="2024-05-06", article=ARTICLE)

    *before, last = messages
    assert last.role == "user"
    assert f"<article>\n{ARTICLE}\n</article>" in last.content
    assert last.content.endswith("</article>")
    assert not any(ARTICLE in message.content for message in before)


def test_a_missing_variable_is_an_error_that_names_it() -> None:
    """A prompt is never sent with a hole in it."""
    with pytest.raises(PackagedDataError, match="article"):
        load_prompt(EXTRACT_PROMPT).messages(published="2024")


def test_an_unknown_prompt_lists_the_known_ones() -> None:
    """The message says what to write instead."""
    with pytest.raises(UsageError, match=EXTRACT_PROMPT):
        load_prompt("extract/v0")


def test_messages_stand_under_their_roles(folder: Path) -> None:
    """A heading inside a message's line is no heading."""
    write(folder, "About\n=== system ===\nBe $what. === user ===\n=== user ===\n$article\n")

    messages = load_prompt("lorem/v1").messages(what="kind", article="a")

    assert messages == (Message("system", "Be kind. === user ==="), Message("user", "a"))


def test_a_file_without_messages_is_refused(folder: Path) -> None:
    """The package's own data is broken, not the caller's request."""
    write(folder, "Just words.\n")

    with pytest.raises(PackagedDataError, match="=== user ==="):
        load_prompt("lorem/v1")


def test_a_stray_dollar_in_a_prompt_is_an_error_of_the_package(folder: Path) -> None:
    """No ValueError of string.Template escapes."""
    write(folder, "=== user ===\nOver $5 million\n")

    with pytest.raises(PackagedDataError, match="lorem/v1"):
        load_prompt("lorem/v1")


def test_prompts_are_listed_by_name(folder: Path) -> None:
    """Other files of the folder are none."""
    write(folder, "")
    (folder / "README.md").write_text("notes")

    assert prompt_names() == ("lorem/v1",)


RELEASED = {
    "extract/v1": "f89c71d9bcf6e62b6e46fc403ce2a8060b4f7de9685b34eff7b6e95c0e17ca60",
    "extract/v2": "104c754c18508729ea120a217ef38f03b24833bc9ea032c324546a29fa26230d",
    "extract/v3": "7e8d42f9168b75b5f3e8ebc81a744ab85162e48cb2e9a515f80cfcc655c40881",
    "extract/v4": "f7b5b124c42642bb688ebdba8c83a3d9915d2804a49697edcd23941918dceb9d",
    "part/v1": "502553d4da5b2503326acec6f8576a9de3d901a7fb9864d3cc27652e60e1d1a3",
    "region/v1": "30de7864e9dadd017eba9673572f22e5e1a62f8e592020f9de36501afd0e00c1",
    "repair/v1": "b9a751d8858b95210ecf6338a7319f468527b4fd5c0a49393000ea07543c796e",
}


def test_a_released_prompt_is_never_edited() -> None:
    """A change is a new version; recordings and results bear the hash of the one they used."""
    assert {name: load_prompt(name).sha256 for name in prompt_names()} == RELEASED
