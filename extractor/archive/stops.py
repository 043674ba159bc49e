"""Why a run makes no further request; none of these is an article's fault."""

from extractor.errors import ExtractorError

INTERRUPTED = "interrupted; the same command goes on where it stopped"
"""What is said of a run that somebody ended."""


class Stop(ExtractorError):  # noqa: N818  it is no error
    """The run ends; jobs that are not done wait for the next one."""


class BudgetSpent(Stop):
    """The next request might cost more than is left."""


class Interrupted(Stop):
    """The run was asked to end."""
