"""The package's data: `prompts/` and `evals/`, in a checkout or in an installed wheel."""

from functools import cache
from pathlib import Path

from extractor.errors import PackagedDataError

_PACKAGE = Path(__file__).parent


@cache
def packaged_folder(name: str) -> Path:
    """Return the folder of packaged data called `name` (`prompts` or `evals`).

    A wheel carries it as `extractor/_NAME`, a checkout as `NAME` beside the package.

    Raises:
        PackagedDataError: neither is there.
    """
    for folder in (_PACKAGE / f"_{name}", _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise PackagedDataError(f"the folder {name!r} is missing; reinstall figurebook")
