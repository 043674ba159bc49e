"""A file that is there whole or not at all: a reader never meets half of one."""

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file, in place of one that stands there, when all of it is written.

    Half a surrogate pair, which UTF-8 has not, is escaped as JSON does it.

    Raises:
        OSError: it cannot be written there; what stood there still does.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        partial.write_bytes(text.encode("utf-8", "backslashreplace"))
        partial.replace(path)
    except BaseException:  # an interrupt, too
        partial.unlink(missing_ok=True)
        raise
