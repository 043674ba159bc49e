"""Questions: what each request of a dialogue is about, and the messages that ask it."""

from dataclasses import dataclass
from functools import partial

from extractor.article import Span
from extractor.checks.completeness import UNPLACED
from extractor.dialogue.messages import (
    PART_PROMPT,
    REGION_PROMPT,
    REPAIR_PROMPT,
    Render,
    first_messages,
    region_messages,
    repair_messages,
)
from extractor.dialogue.standing import Standing
from extractor.dialogue.views import View
from extractor.exchange import Purpose
from extractor.prompts import Prompt
from extractor.violations import Violation


@dataclass(frozen=True)
class Question:
    """One thing to ask: for a draft, or for a repair of it.

    Attributes:
        purpose: a draft or a repair.
        view: what of the article the request shows.
        region: the passage whose figures without a place a repair is about; None for all that
            is wrong in the view.
    """

    purpose: Purpose
    view: View
    region: Span | None = None

    def concerns(self, standing: Standing) -> tuple[Violation, ...]:
        """Return the violations that a repair is about, in the order of their numbers."""
        span = self.region or self.view.span
        return tuple(
            violation
            for violation in standing.violations
            if span.start <= standing.place(violation) < span.end
            and (self.region is None or violation.code == UNPLACED)
        )

    def prompts(self, prompt: Prompt) -> tuple[str, ...]:
        """Return the names of the prompts that the messages are made of."""
        part = (PART_PROMPT,) if self.view.count > 1 else ()
        if self.purpose == "draft":
            return (prompt.name, *part)
        return (prompt.name, *part, REPAIR_PROMPT if self.region is None else REGION_PROMPT)

    def render(self, prompt: Prompt, standing: Standing | None) -> Render:
        """Return what writes the messages.

        Args:
            prompt: the prompt that asks for a draft.
            standing: what a repair mends.
        """
        if standing is None:
            return partial(first_messages, prompt, self.view)
        concerned = self.concerns(standing)
        if self.region is None:
            return partial(repair_messages, prompt, self.view, standing.draft, concerned)
        return partial(region_messages, prompt, self.view, standing.draft, concerned, self.region)
