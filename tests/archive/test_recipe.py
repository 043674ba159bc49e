"""A recipe: what makes two runs one, and what does not."""

import pytest

from extractor.archive.recipe import Recipe
from extractor.dialogue import EXTRACT_PROMPT
from extractor.errors import UsageError
from extractor.prompts import load_prompt

PLAIN = Recipe(("openai/a",))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Recipe(("openai/b",)), id="model"),
        pytest.param(Recipe(("openai/a", "openai/b")), id="one more model"),
        pytest.param(Recipe(("openai/a",), prompt="extract/v1"), id="prompt"),
        pytest.param(Recipe(("openai/a",), max_attempts=2), id="attempts"),
        pytest.param(Recipe(("openai/a",), context_tokens=32_000), id="context"),
    ],
)
def test_whatever_determines_an_answer_makes_another_recipe(other: Recipe) -> None:
    """Its articles are asked about anew."""
    assert other.sha256 != PLAIN.sha256


def test_models_in_another_order_are_another_recipe() -> None:
    """The first is asked first."""
    models = ("openai/a", "openai/b")

    assert Recipe(models).sha256 != Recipe(models[::-1]).sha256


def test_the_same_recipe_has_the_same_hash() -> None:
    """In every process, however its models are given."""
    assert Recipe(["openai/a"], prompt=EXTRACT_PROMPT, max_attempts=3).sha256 == PLAIN.sha256


def test_the_content_names_all_of_it_with_versions_and_hashes() -> None:
    """A reader of the ledger sees what was asked with."""
    recipe = Recipe(("openai/a", "rules"), prompt="extract/v1", max_attempts=2, context_tokens=9000)

    content = recipe.content

    assert content["models"] == ["openai/a", "rules"]
    assert (content["max_attempts"], content["context_tokens"]) == (2, 9000)
    assert content["versions"]["prompt"] == "extract/v1"
    assert content["versions"]["prompt_sha256"] == load_prompt("extract/v1").sha256


@pytest.mark.parametrize(
    ("recipe", "message"),
    [
        pytest.param(Recipe(("m",), prompt="extract/v0"), "extract/v0", id="no such prompt"),
        pytest.param(Recipe(("m",), prompt="repair/v1"), "asks for a draft", id="no draft's"),
        pytest.param(Recipe(("m",), max_attempts=0), "max_attempts", id="no attempt"),
    ],
)
def test_a_recipe_that_cannot_be_asked_with_is_refused(recipe: Recipe, message: str) -> None:
    """Before a ledger is made for it."""
    with pytest.raises(UsageError, match=message):
        _ = recipe.sha256


def test_rules_are_another_recipe_when_their_code_is_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a checkout rules change without the package's version."""
    before = Recipe(("rules",))
    assert before.content["versions"]["rules_sha256"]
    assert before.sha256 == Recipe(["rules"]).sha256

    monkeypatch.setattr("extractor.models.rules_code.rules_sha256", lambda: "another")

    assert Recipe(("rules",)).sha256 != before.sha256


@pytest.mark.parametrize("models", [("openai/a",), ("openai/a", "rules"), ("replay",)], ids=str)
def test_what_a_service_answered_is_not_asked_anew_for_changed_code(
    monkeypatch: pytest.MonkeyPatch, models: tuple[str, ...]
) -> None:
    """It would be paid for again."""
    before = Recipe(models).sha256

    monkeypatch.setattr("extractor.models.rules_code.rules_sha256", lambda: "another")

    assert Recipe(models).sha256 == before


def test_rules_without_sources_have_their_version_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package may be shipped compiled."""
    monkeypatch.setattr("extractor.models.rules_code.rules_sha256", lambda: None)

    assert "rules_sha256" not in Recipe(("rules",)).content["versions"]
