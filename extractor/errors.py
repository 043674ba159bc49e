"""What this package raises, and when.

A failed answer of a model is a value (an extraction whose status is `failed`); these are for
misuse and for services that cannot be reached.

    ExtractorError
     ├─ UsageError            the caller can mend it: a wrong option, an unknown model, no key
     │   ├─ ArticleError      the input is no article text
     │   └─ GoldError         a gold file breaks the record format
     ├─ PackagedDataError     a prompt or data file of this package is missing or malformed
     └─ ModelError            the service that answers requests
         ├─ UnreachableError  no connection, or only faults until the deadline
         └─ RefusedError      the service will never accept this request (bad key, unknown model)
             └─ TooLongError  it does not fit into the model's context

Archives add two of their own: LedgerError (archive/storage.py) where a ledger can no longer be read
or written, and Stop (archive/stops.py) where a run has to end and its articles wait.
"""

from extractor.usage import NO_TOKENS, Usage


class ExtractorError(Exception):
    """Base of every exception of this package; its text is one line that says what to do next."""


class UsageError(ExtractorError):
    """The caller asked for something that cannot be done as asked."""


class ArticleError(UsageError):
    """The input is not the text of an article."""


class GoldError(UsageError):
    """A gold file does not follow the record format."""


class PackagedDataError(ExtractorError):
    """A prompt or data file that belongs to this package is missing or malformed."""


class ModelError(ExtractorError):
    """A model's service did not give an answer.

    Attributes:
        usage: what the tries took that were billed all the same, as far as known.
    """

    def __init__(self, message: str, *, usage: Usage = NO_TOKENS) -> None:
        super().__init__(message)
        self.usage = usage


class UnreachableError(ModelError):
    """No connection, or nothing but faults until attempts or time ran out."""


class RefusedError(ModelError):
    """The service refuses this request for good: bad key, unknown model, malformed request."""


class TooLongError(RefusedError):
    """The request does not fit into the model's context."""
