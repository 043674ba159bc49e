"""JSON lines: an extraction a line, as `Extraction.to_json` writes it, with where it came from.

What a person corrected says so in `corrected`, with by whom and when; it is null elsewhere.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.exports.exported import Exported
from extractor.exports.writer import Add

NAME = "extractions.jsonl"


@contextmanager
def jsonl_file(folder: Path) -> Iterator[Add]:
    """Write extractions.jsonl."""
    with (folder / NAME).open("wb") as file:

        def add(exported: Exported) -> None:
            source = {"place": exported.place, "title": exported.title, "url": exported.url}
            corrected = exported.corrected and exported.corrected._asdict()
            content = {"source": source, "corrected": corrected, **exported.envelope}
            line = json.dumps(content, ensure_ascii=False)
            # half a surrogate pair of a reply becomes \udXXX, which is how JSON writes it
            file.write(line.encode("utf-8", "backslashreplace") + b"\n")

        yield add
