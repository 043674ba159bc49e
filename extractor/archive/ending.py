"""An ending: a job that was answered, or need not be, or cannot be, and what the ledger says of it."""

import logging
from dataclasses import dataclass

from extractor.archive.answering import Answering
from extractor.archive.job import Job, State
from extractor.archive.ledger import Ledger
from extractor.archive.screening import Duplicate, Skipped
from extractor.archive.stops import Stop
from extractor.archive.storage import LedgerError
from extractor.errors import ModelError, UsageError

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ending:
    """How a job ended.

    Attributes:
        state: what has become of it.
        reason: why there is no event, or why it was skipped or failed.
        error: what was raised, where there was no answer.
    """

    state: State
    reason: str | None = None
    error: Exception | None = None


async def bring_to_an_end(job: Job, answering: Answering, ledger: Ledger) -> Ending:
    """Answer a job, and write into the ledger what has become of it.

    Raises:
        Stop: it waits for another time; the ledger says nothing new of it.
        LedgerError: the ledger cannot be written.
    """
    try:
        outcome = await answering.answer(job)
    except Skipped as skipped:
        ledger.skip(job, str(skipped))
        return Ending("skipped", str(skipped))
    except Duplicate as duplicate:
        ledger.link(job, duplicate.of)
        return Ending("duplicate", str(duplicate))
    except (ModelError, UsageError) as error:
        return _failed(job, str(error), error, ledger)
    except (Stop, LedgerError):
        raise
    except Exception as error:  # noqa: BLE001  one that we cannot cope with is not the end of all
        _log.exception("%s", job.place)
        said = f"a fault of this package: {type(error).__name__}: {error}"
        return _failed(job, said, error, ledger)
    ledger.finish(job, outcome)
    return Ending(outcome.status, outcome.reason)


def _failed(job: Job, reason: str, error: Exception, ledger: Ledger) -> Ending:
    ledger.fail(job, reason)
    return Ending("failed", reason, error)
