"""Investment-promotion news as data you can trust: the model chooses, code computes.

from extractor import extract

extraction = extract(text)
extraction.record.shares[1].percents[0].value
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.api import extract, extract_async
    from extractor.article import Article, Span
    from extractor.errors import (
        ArticleError,
        ExtractorError,
        GoldError,
        ModelError,
        RefusedError,
        TooLongError,
        UnreachableError,
        UsageError,
    )
    from extractor.extraction import Extraction
    from extractor.figures import Figure, find_figures
    from extractor.prices import Price
    from extractor.record import Record
    from extractor.usage import Usage
    from extractor.violations import Finding, Violation

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticleError",
    "Extraction",
    "ExtractorError",
    "Figure",
    "Finding",
    "GoldError",
    "ModelError",
    "Price",
    "Record",
    "RefusedError",
    "Span",
    "TooLongError",
    "UnreachableError",
    "Usage",
    "UsageError",
    "Violation",
    "extract",
    "extract_async",
    "find_figures",
]

_HOMES = {
    "Article": "article",
    "ArticleError": "errors",
    "Extraction": "extraction",
    "ExtractorError": "errors",
    "Figure": "figures",
    "Finding": "violations",
    "GoldError": "errors",
    "ModelError": "errors",
    "Price": "prices",
    "Record": "record",
    "RefusedError": "errors",
    "Span": "article",
    "TooLongError": "errors",
    "UnreachableError": "errors",
    "Usage": "usage",
    "UsageError": "errors",
    "Violation": "violations",
    "extract": "api",
    "extract_async": "api",
    "find_figures": "figures",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that importing the package stays light."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
