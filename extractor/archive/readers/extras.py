"""Extras: libraries that some formats need, and the line that names what to install."""

from importlib.util import find_spec

from extractor.errors import UsageError

_NEEDED = {
    "html": ("web", ("trafilatura", "resiliparse")),
    "pdf": ("pdf", ("pypdfium2",)),
    "parquet": ("tables", ("duckdb",)),
    "warc": ("warc", ("fastwarc",)),
}


def require(format_name: str) -> None:
    """Make sure that what a format is read with is installed.

    Raises:
        UsageError: it is not.
    """
    extra, modules = _NEEDED.get(format_name, ("", ()))
    if any(find_spec(module) is None for module in modules):
        raise UsageError(
            f"reading {format_name} needs what is not installed: pip install 'figurebook[{extra}]'"
        )
