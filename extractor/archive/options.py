"""How an archive is run, whichever way its requests go; none of it changes an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extractor.archive.budget import Budget, Spending
from extractor.archive.job import State
from extractor.archive.sharing import Shared
from extractor.errors import UsageError
from extractor.models.base import Model
from extractor.models.catalogue import load_model
from extractor.prices import FREE_KINDS, Price

MAX_OUTPUT_TOKENS = 16_000

_OUTPUT_LIMITS = {
    "openai": "max_completion_tokens",
    "openai-responses": "max_output_tokens",
    "gemini": "max_output_tokens",
    "google": "max_output_tokens",
}
"""What services call the most tokens that an answer may have; the others `max_tokens`."""

_NO_OUTPUT_LIMIT = frozenset({"bedrock"})


@dataclass(frozen=True)
class Options:
    """How a batch is run; none of it changes an answer.

    Attributes:
        concurrency: requests in flight at once; None for 16. Of rules processes, one for each core
            at most; None for all cores.
        max_cost_usd: what the ledger's runs together may cost at most.
        max_tokens: how many tokens they may take, input and output together.
        n_articles: how many articles to ask about at most.
        triages: whether articles that plainly tell of no event are left out.
        links: whether near-duplicates are linked, instead of asked about.
        timeout_s: seconds for all replies of an article, waiting in line not counted.
        price: what tokens cost, where it is unknown or otherwise.
        max_output_tokens: how many tokens a reply may have; None leaves it to the service, but
            under a limit it is 16,000.
        give_up_after: after so many articles in a row without an answer the run ends; 0 for never.
        shared: budget and pace that runs elsewhere have a part in; None for the run's own.
    """

    concurrency: int | None = None
    max_cost_usd: Decimal | None = None
    max_tokens: int | None = None
    n_articles: int | None = None
    triages: bool = False
    links: bool = True
    timeout_s: float = 120.0
    price: Price | None = None
    max_output_tokens: int | None = None
    give_up_after: int = 10
    shared: Shared | None = None

    @property
    def is_limited(self) -> bool:
        """Whether there is a budget."""
        return self.max_cost_usd is not None or self.max_tokens is not None

    @property
    def left_out(self) -> Sequence[State]:
        """The states of articles that earlier runs left out and this one does not."""
        states: list[State] = []
        if not self.triages:
            states.append("skipped")
        if not self.links:
            states.append("duplicate")
        return states

    def budget(self, *, spent: Spending) -> Budget:
        """Return the run's budget, of which so much may be spent before."""
        return Budget(max_usd=self.max_cost_usd, max_tokens=self.max_tokens, spent=spent)

    def load(self, name: str, *, client: Any = None) -> Model:
        """Return the model of a name, which is told how much it may write.

        Args:
            name: as users name it.
            client: the client of the provider's SDK; None for one of the model's own.

        Raises:
            UsageError: there is no such model, or a budget cannot hold for it.
        """
        kind = name.partition("/")[0]
        limit = self.max_output_tokens or (MAX_OUTPUT_TOKENS if self.is_limited else None)
        if limit is None or kind in FREE_KINDS:
            return load_model(name, client=client)
        if kind in _NO_OUTPUT_LIMIT:
            raise UsageError(
                f"{name}: how much it writes cannot be limited from here, so that no budget can "
                "hold; leave out --max-cost, --max-tokens and --max-output-tokens"
            )
        fields: Mapping[str, Any] = {_OUTPUT_LIMITS.get(kind, "max_tokens"): limit}
        return load_model(name, client=client, options=fields)
