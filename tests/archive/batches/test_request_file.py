"""Files of requests, within the provider's limits."""

from pathlib import Path

import pytest

from extractor.archive.batches.request_file import FileLimits, RequestFile


def written(folder: Path, lines: list[bytes], limits: FileLimits) -> list[bytes]:
    """Write lines into as many files as it takes, and return their contents."""
    files: list[RequestFile] = []
    for line in lines:
        if not files or not files[-1].has_room(len(line)):
            files.append(RequestFile(folder / "files" / f"{len(files)}.jsonl", limits))
        files[-1].write(line)
    for file in files:
        file.close()
    return [file.path.read_bytes() for file in files]


def test_50_001_requests_make_two_files(tmp_path: Path) -> None:
    """The second has one."""
    contents = written(tmp_path, [b"{}\n"] * 50_001, FileLimits())

    assert [content.count(b"\n") for content in contents] == [50_000, 1]


@pytest.mark.parametrize(("n_bytes", "sizes"), [(30, [30, 30]), (29, [20, 20, 20]), (5, [10] * 6)])
def test_no_file_is_longer_than_allowed_unless_one_line_is(
    tmp_path: Path, n_bytes: int, sizes: list[int]
) -> None:
    """A line that is too long by itself is the provider's to refuse."""
    contents = written(tmp_path, [b"123456789\n"] * 6, FileLimits(n_bytes=n_bytes))

    assert [len(content) for content in contents] == sizes
