"""What the tests of readers share: a file laid and read."""

import sys
from pathlib import Path

import pytest

from extractor.archive.entry import Entry
from extractor.archive.readers import read

sys.path.insert(0, str(Path(__file__).parent))  # for the samples that lie beside the tests

from samples import Reading


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Return a function that lays bytes in a file and reads them."""

    def reading(data: bytes | str, *, name: str = "news.txt") -> list[Entry]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return list(read([path]))

    return reading
