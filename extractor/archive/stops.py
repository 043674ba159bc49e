"""Why a run makes no further request; none of these is an article's fault."""

from extractor.errors import ExtractorError


class Stop(ExtractorError):  # noqa: N818  it is no error
    """The run ends; jobs that are not done wait for the next one."""


class BudgetSpent(Stop):
    """The next request might cost more than is left."""


class Interrupted(Stop):
    """The run was asked to end."""
