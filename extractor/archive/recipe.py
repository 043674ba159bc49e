"""A recipe: everything that determines an answer, but for the article."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractor.article import Article
from extractor.dialogue import EXTRACT_PROMPT, Dialogue
from extractor.exchange import digest
from extractor.models.rules_code import code_versions


@dataclass(frozen=True)
class Recipe:
    """What the answers of a run depend on.

    Where a service stands, what it costs, how long it may take and how much it may write are no
    part of it: the same archive may be finished through another gateway.

    Attributes:
        models: names of the models, in the order in which they are asked.
        prompt: the prompt that asks for the draft.
        max_attempts: how many steps a dialogue takes at most.
        context_tokens: what the models' context is taken to hold; None where that is left to them.
    """

    models: Sequence[str]
    prompt: str = EXTRACT_PROMPT
    max_attempts: int = 3
    context_tokens: int | None = None

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """All of it as JSON, with the versions and hashes of package, prompts and schemas.

        Where rules alone answer, the hash of their code is a part of it. What a model of a service
        answered is not paid for again because code was changed: `recheck` resolves it anew.

        Raises:
            UsageError: there is no such prompt, or no attempt at all.
        """
        dialogue = Dialogue(
            Article(""),
            model=self.models[0],
            prompt=self.prompt,
            max_attempts=self.max_attempts,
            context_tokens=self.context_tokens,
        )
        return {
            "models": list(self.models),
            "max_attempts": self.max_attempts,
            "context_tokens": self.context_tokens,
            "versions": {**dialogue.extraction().versions, **code_versions(self.models)},
        }

    @cached_property
    def sha256(self) -> str:
        """The hash of its content."""
        return digest(dict(self.content))

    @property
    def is_by_rules(self) -> bool:
        """Whether nobody but rules answers."""
        return list(self.models) == ["rules"]
