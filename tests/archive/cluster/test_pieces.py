"""Pieces: every article of the sources is read once, at its place, however they are cut."""

import json
import re
from pathlib import Path

import duckdb
import pytest

from extractor.archive.cluster.pieces import Piece, cut
from extractor.archive.readers import Fields, read
from extractor.errors import UsageError

N_ROWS = 5_000


@pytest.fixture
def jsonl(tmp_path: Path) -> Path:
    """Make a file of JSON lines, an empty and a broken one among them."""
    lines = [
        json.dumps({"text": f"News 新闻 {number}", "title": "News"}) for number in range(N_ROWS)
    ]
    lines[100], lines[2_000] = "", "{broken"
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.fixture
def parquet(tmp_path: Path) -> Path:
    """Make a Parquet file of several row groups."""
    path = tmp_path / "b.parquet"
    duckdb.sql(
        f"COPY (SELECT 'News ' || range AS text FROM range({N_ROWS})) TO '{path}'"
        " (FORMAT parquet, ROW_GROUP_SIZE 2048, COMPRESSION uncompressed)"
    )
    return path


@pytest.mark.parametrize("n_bytes", [1_000, 20_000, 1 << 20], ids=["small", "middle", "all"])
def test_pieces_hold_what_the_sources_hold(jsonl: Path, parquet: Path, n_bytes: int) -> None:
    """The same entries, with the same places and names, in the same order."""
    sources = [str(jsonl), str(parquet)]

    pieces = cut(sources, piece_bytes=n_bytes)

    found = [
        entry for piece in pieces for stretch in piece.stretches for entry in stretch.read(Fields())
    ]
    assert found == list(read(sources))
    assert len(found) == 2 * N_ROWS - 1


def test_large_files_are_cut(jsonl: Path, parquet: Path) -> None:
    """JSON lines at the ends of lines, Parquet between its row groups."""
    of_lines = cut([str(jsonl)], piece_bytes=20_000)
    of_groups = cut([str(parquet)], piece_bytes=10_000)

    assert len(of_lines) > 5
    assert [piece.stretches[0].n_rows for piece in of_groups] == [2048, 2048, 904]


def test_small_files_are_read_together(tmp_path: Path) -> None:
    """A million files do not make a million pieces."""
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text("x" * 100)

    pieces = cut([str(tmp_path)], piece_bytes=1_000)

    assert [len(piece.stretches) for piece in pieces] == [10, 10]


def test_pieces_are_the_same_when_they_are_read_again(jsonl: Path, parquet: Path) -> None:
    """What the plan keeps of them is all there is."""
    pieces = cut([str(jsonl), str(parquet)], piece_bytes=5_000)

    kept = json.loads(json.dumps([piece.to_json() for piece in pieces]))

    assert [Piece.of_json(piece) for piece in kept] == pieces


def test_lines_in_an_encoding_that_shows_at_the_beginning_are_not_cut(tmp_path: Path) -> None:
    """A part of them would be read in another one."""
    path = tmp_path / "wide.jsonl"
    path.write_text("\n".join(['{"text": "News"}'] * 500), "utf-16")

    pieces = cut([str(path)], piece_bytes=100)

    assert [piece.stretches[0].n_rows for piece in pieces] == [None]


@pytest.mark.parametrize("source", ["https://news.example/1", "no/such/../file.txt", "no*.such"])
def test_what_leads_nowhere_is_called_as_it_was_given(source: str) -> None:
    """An address is told as one."""
    is_address = source.startswith("https:")
    reason = "addresses are not fetched" if is_address else "no such file or folder"

    with pytest.raises(UsageError, match=f"^{re.escape(source)}: {reason}"):
        cut([source])


def test_sources_are_the_same_from_wherever_they_are_named(
    jsonl: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run goes on from another folder, too."""
    monkeypatch.chdir(jsonl.parent)

    assert cut([jsonl.name]) == cut([f"{jsonl.name[:-1]}*"]) == cut([str(jsonl)])


def test_standard_input_is_refused() -> None:
    """Other machines do not see it."""
    with pytest.raises(UsageError, match="not on shared storage"):
        cut(["-"])
