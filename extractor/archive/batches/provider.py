"""A provider whose batch interface is used, and who is asked there."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.archive.batches.service import BatchService
from extractor.archive.stops import Stop
from extractor.archive.submissions import Submission
from extractor.models.openai import OpenAIModel
from extractor.prices import Price


@dataclass(frozen=True)
class Provider:
    """A provider's batch interface.

    Attributes:
        service: its files and batches.
        models: who is asked, by name.
        prices: what tokens cost in a batch, by the model's name; None where that is not known.
        folder: where files lie on their way.
    """

    service: BatchService
    models: Mapping[str, OpenAIModel]
    prices: Mapping[str, Price | None]
    folder: Path

    @property
    def name(self) -> str:
        """Host and port, for messages."""
        return self.service.name

    def require(self, submission: Submission) -> None:
        """Make sure that a submission was made here.

        Raises:
            Stop: it was made at another provider, who may have a batch of it.
        """
        if submission.service != self.name:
            raise Stop(
                f"a batch of {submission.n_requests} requests was submitted to {submission.service}, "
                f"and {self.name} is asked now; set OPENAI_BASE_URL to where it is"
            )

    def url(self, model: str) -> str:
        """Return where a model's requests go."""
        return f"/v1{self.models[model].path}"
