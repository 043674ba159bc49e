"""Recipes of a ledger: how they are named, and how one asks with them again."""

from typing import Any

import pytest

from extractor import __version__
from extractor.archive.kept_recipe import KeptRecipe
from extractor.archive.recipe import Recipe


def kept(recipe: Recipe, **versions: Any) -> KeptRecipe:
    """Return a recipe as a ledger has it, with other versions."""
    content = dict(recipe.content)
    content["versions"] = {**content["versions"], **versions}
    return KeptRecipe(1, content)


@pytest.mark.parametrize(
    ("recipe", "name", "options"),
    [
        pytest.param(
            Recipe(("openai/a",)), "openai/a with extract/v4", "--model openai/a", id="as usual"
        ),
        pytest.param(
            Recipe(("openai/a", "openai/b"), prompt="extract/v2"),
            "openai/a, openai/b with extract/v2",
            "--model openai/a,openai/b --prompt extract/v2",
            id="two models",
        ),
        pytest.param(
            Recipe(("openai/a",), max_attempts=5, context_tokens=32_000),
            "openai/a with extract/v4",
            "--model openai/a --max-attempts 5 --context-tokens 32000",
            id="limits",
        ),
    ],
)
def test_a_recipe_says_how_to_ask_with_it(recipe: Recipe, name: str, options: str) -> None:
    """Only what is not as usual has to be said."""
    assert (str(kept(recipe)), kept(recipe).options) == (name, options)
    assert kept(recipe).is_of_this_version


@pytest.mark.parametrize(
    "versions",
    [
        pytest.param({"figurebook": "0.0.1"}, id="package"),
        pytest.param({"figurebook": "0.0.1", "prompt_sha256": "0"}, id="prompt changed"),
        pytest.param({"figurebook": "0.0.1", "prompt": "extract/v0"}, id="prompt gone"),
    ],
)
def test_a_recipe_of_another_version_is_named_with_it(versions: dict[str, str]) -> None:
    """No run with this one asks the same."""
    recipe = kept(Recipe(("openai/a",)), **versions)

    assert not recipe.is_of_this_version
    assert str(recipe).endswith(" (figurebook 0.0.1)")
    assert recipe.version == "0.0.1"


def test_a_recipe_of_this_version_whose_content_changed_is_named_so() -> None:
    """In a checkout prompts and rules change without the version's number."""
    recipe = kept(Recipe(("rules",)), rules_sha256="0")

    assert str(recipe) == f"rules with extract/v4 (figurebook {__version__}, changed since)"


def test_the_same_choices_are_one_recipe_in_every_version() -> None:
    """However its models are given."""
    recipe = kept(Recipe(("openai/a", "openai/b")), figurebook="0.0.1")

    assert recipe.is_what(Recipe(["openai/a", "openai/b"]))
    assert not recipe.is_what(Recipe(("openai/b", "openai/a")))
    assert not recipe.is_what(Recipe(("openai/a", "openai/b"), max_attempts=2))


def test_a_prompt_that_is_gone_cannot_be_asked_with() -> None:
    """Nobody is told a command that is refused."""
    assert kept(Recipe(("openai/a",)), figurebook="0.0.1").can_be_asked
    assert not kept(Recipe(("openai/a",)), prompt="extract/v0").can_be_asked


def test_of_a_recipe_that_says_little_as_much_is_told() -> None:
    """A ledger may be of any age."""
    recipe = KeptRecipe(1, {"models": ["m"], "versions": {}})

    assert not recipe.is_of_this_version
    assert recipe.version == "unknown"
    assert recipe.options.startswith("--model m")
