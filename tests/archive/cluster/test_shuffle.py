"""The shuffle: each entry in one partition, the same texts in the same one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from extractor.archive.cluster import shuffle
from extractor.archive.cluster.shuffle import (
    is_shuffled,
    partition_of,
    read_shuffled,
    write_shuffled,
)
from extractor.archive.entry import Entry
from extractor.article import Article

BODY = (
    "The fair signed 12 projects worth 3.5 billion yuan, with 40% of it in energy and 7 in steel."
)
ENTRIES = [
    Entry("a.txt", Article("One\nline\u2028and another", date(2026, 11, 26), name="a")),
    Entry("b.txt", fault="no text in it", url="https://news.example/"),
    Entry("c.txt", Article("中国 😀", name="c"), title="half a pair \ud800"),
    *(Entry(f"{number}.txt", Article(f"News {number}", name=str(number))) for number in range(50)),
]


def test_entries_come_back_as_they_were(tmp_path: Path) -> None:
    """All of them, each once, in their order within a partition."""
    path = tmp_path / "0.jsonl"
    dealt = [(partition_of(entry, 7, by_figures=False), entry) for entry in ENTRIES]

    write_shuffled(dealt, path, n_partitions=7, worker="w")

    for number in range(7):
        expected = [entry for partition, entry in dealt if partition == number]
        assert list(read_shuffled(path, number, n_partitions=7)) == expected


def test_what_is_more_than_memory_holds_is_several_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A partition's entries are put together from all of them."""
    monkeypatch.setattr(shuffle, "_BLOCK_BYTES", 500)
    path = tmp_path / "0.jsonl"

    write_shuffled(
        [(n % 3, entry) for n, entry in enumerate(ENTRIES)], path, n_partitions=3, worker="w"
    )

    assert list(read_shuffled(path, 1, n_partitions=3)) == ENTRIES[1::3]


def test_a_piece_is_shuffled_once_all_of_it_is_there(tmp_path: Path) -> None:
    """Whoever is lost in the middle leaves nothing that is taken for it."""
    path = tmp_path / "0.jsonl"

    def broken() -> Iterator[tuple[int, Entry]]:
        yield 0, ENTRIES[0]
        raise OSError("lost")

    with pytest.raises(OSError, match="lost"):
        write_shuffled(broken(), path, n_partitions=1, worker="w")
    was_shuffled = is_shuffled(path)
    write_shuffled([(0, ENTRIES[0])], path, n_partitions=1, worker="w")

    assert not was_shuffled
    assert is_shuffled(path)


def test_the_same_text_belongs_together() -> None:
    """Wherever it stands, and however many partitions there are."""
    one, other = Entry("a", Article("News", name="a")), Entry("b", Article("News", name="b"))

    assert all(
        partition_of(one, n, by_figures=by_figures) == partition_of(other, n, by_figures=by_figures)
        for n in range(1, 100)
        for by_figures in (True, False)
    )


def test_near_duplicates_belong_together_by_their_figures() -> None:
    """Another headline, with a figure of its own, changes nothing."""
    one = Entry("a", Article(f"Fair ends\n{BODY}"))
    other = Entry("b", Article(f"12 projects signed as fair ends\n{BODY}\nRead more."))

    assert all(
        partition_of(one, n, by_figures=True) == partition_of(other, n, by_figures=True)
        for n in range(1, 100)
    )


def test_partitions_stay_where_they_are() -> None:
    """A run that goes on with another version finds each article where it was."""
    numbers = [partition_of(entry, 1_000, by_figures=True) for entry in ENTRIES[:3]]

    assert numbers == [929, 257, 466]
