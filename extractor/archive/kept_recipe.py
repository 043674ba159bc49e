"""A recipe as a ledger has it: what it is called, and how to ask with it again."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from extractor import __version__
from extractor.archive.recipe import Recipe
from extractor.errors import UsageError


@dataclass(frozen=True)
class KeptRecipe:
    """A recipe of a ledger.

    Attributes:
        number: its number there, from 1, as `status` lists it.
        content: what was asked with, as JSON; see `Recipe.content`.
    """

    number: int
    content: Mapping[str, Any]

    @property
    def is_of_this_version(self) -> bool:
        """Whether this version of the package asks the same, where it is told the same."""
        return self._today == self.content

    @property
    def can_be_asked(self) -> bool:
        """Whether this version of the package has the prompt."""
        return self._today is not None

    def is_what(self, recipe: Recipe) -> bool:
        """Tell whether models, prompt and limits are those of a recipe, in whatever version."""
        return self._recipe == replace(recipe, models=tuple(recipe.models))

    @property
    def version(self) -> str:
        """The version of the package that asked."""
        return str(self._versions.get("figurebook", "unknown"))

    @property
    def options(self) -> str:
        """What `extractor batch` has to be told to ask with it."""
        recipe = self._recipe
        given = {
            "--model": ",".join(recipe.models),
            "--prompt": recipe.prompt,
            "--max-attempts": recipe.max_attempts,
            "--context-tokens": recipe.context_tokens,
        }
        usual = Recipe(recipe.models)
        defaults = (None, usual.prompt, usual.max_attempts, usual.context_tokens)
        return " ".join(
            f"{name} {value}"
            for (name, value), default in zip(given.items(), defaults, strict=True)
            if value != default
        )

    def __str__(self) -> str:
        """Name models and prompt, and the version where it is another one."""
        recipe = self._recipe
        name = f"{', '.join(recipe.models)} with {recipe.prompt}"
        if self.is_of_this_version:
            return name
        is_changed = self.version == __version__
        return f"{name} (figurebook {self.version}{', changed since' if is_changed else ''})"

    @property
    def _recipe(self) -> Recipe:
        """The same choices with today's versions."""
        content = self.content
        return Recipe(
            tuple(content["models"]),
            self._versions.get("prompt", ""),
            content.get("max_attempts", Recipe.max_attempts),
            content.get("context_tokens"),
        )

    @property
    def _today(self) -> Mapping[str, Any] | None:
        with suppress(UsageError):
            return self._recipe.content
        return None

    @property
    def _versions(self) -> Mapping[str, Any]:
        versions: Mapping[str, Any] = self.content.get("versions", {})
        return versions
