"""JSON lines: an extraction a line, as `Extraction.to_json` writes it, with where it came from."""

import json
from pathlib import Path
from types import TracebackType
from typing import Self

from extractor.exports.exported import Exported

NAME = "extractions.jsonl"


class JsonLines:
    """Writes extractions.jsonl.

    Args:
        folder: where to.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def __enter__(self) -> Self:
        self._file = self._path.open("wb")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, exported: Exported) -> None:
        """Write one more extraction."""
        source = {"place": exported.place, "title": exported.title, "url": exported.url}
        line = json.dumps({"source": source, **exported.envelope}, ensure_ascii=False)
        # half a surrogate pair of a reply becomes \udXXX, which is how JSON writes it
        self._file.write(line.encode("utf-8", "backslashreplace") + b"\n")
