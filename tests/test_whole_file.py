"""Files that are there whole or not at all."""

import json
from pathlib import Path

import pytest

from extractor.whole_file import write_whole


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """Nothing else is left beside it."""
    write_whole(tmp_path / "a.json", "old")
    write_whole(tmp_path / "a.json", "new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "new"


def test_half_a_surrogate_pair_is_escaped_as_json_does(tmp_path: Path) -> None:
    """Read back as JSON it is the same text."""
    write_whole(tmp_path / "a.json", json.dumps("a\ud800b", ensure_ascii=False))

    assert json.loads((tmp_path / "a.json").read_bytes()) == "a\ud800b"


def test_what_cannot_be_written_leaves_what_stood_there(tmp_path: Path) -> None:
    """A folder of that name is in the way, and nothing half written stays."""
    (tmp_path / "a.json").mkdir()

    with pytest.raises(OSError, match=r"a\.json"):
        write_whole(tmp_path / "a.json", "new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
