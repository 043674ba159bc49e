"""The shuffle: a piece's articles sorted by partition, so that the same texts come together.

For each piece there is a file of JSON lines, in which those of a partition lie beside each other,
and an index of where. As only what is in memory is sorted, a large piece has several such blocks.

Source: MapReduce's intermediate files, partitioned by key and read by range (Dean and Ghemawat,
MapReduce: Simplified Data Processing on Large Clusters, 2004).
"""

import hashlib
import json
import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from extractor.archive.cluster.folder import force
from extractor.archive.entry import Entry
from extractor.archive.near_duplicates import figures_keys
from extractor.article import Article
from extractor.figures import find_figures

_BLOCK_BYTES = 256 << 20
_OFFSET_BYTES = 8
_INDEX = ".index"


def partition_of(entry: Entry, n_partitions: int, *, by_figures: bool) -> int:
    """Return the partition that an entry belongs to; the same text always to the same one.

    Args:
        entry: an article, or why there is none.
        n_partitions: how many there are.
        by_figures: whether near-duplicates are to come together, too; their figures are the same.
    """
    article = entry.article
    if article is None:
        key = entry.place
    elif by_figures:
        key = [article.sha256, *keys_of(article)][-1]
    else:
        key = article.sha256
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") % n_partitions


def keys_of(article: Article) -> Sequence[str]:
    """Return what near-duplicates are found by; behind the first, that without the first line."""
    return figures_keys(article.text, find_figures(article.text, published=article.published))


def is_shuffled(path: Path) -> bool:
    """Tell whether a piece's file is there, with all of it."""
    try:
        with _index(path).open("rb") as index:
            index.seek(-_OFFSET_BYTES, os.SEEK_END)
            return array("Q", index.read()) == array("Q", [path.stat().st_size])
    except OSError:  # one of them is not there, or empty
        return False


def write_shuffled(
    entries: Iterable[tuple[int, Entry]], path: Path, *, n_partitions: int, worker: str
) -> None:
    """Write a piece's entries, each with its partition, sorted by that.

    Args:
        entries: those of the piece, in order.
        path: the file; whole once its index is there.
        n_partitions: how many there are.
        worker: who writes it, a name that no other one has.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}-{worker}")
    offsets = array("Q")
    with partial.open("wb") as file:
        for block in _blocks(entries):
            offsets.extend(_write_block(block, file, n_partitions))
    force(partial)
    partial_index = partial.with_name(f"{partial.name}{_INDEX}")
    partial_index.write_bytes(offsets.tobytes())
    force(partial_index)
    partial.replace(path)  # whoever else writes it writes the same
    partial_index.replace(_index(path))


def read_shuffled(path: Path, partition: int, *, n_partitions: int) -> Iterator[Entry]:
    """Give the entries of a piece that belong to a partition, in the piece's order.

    Raises:
        OSError: the piece's file cannot be read.
    """
    block_bytes = (n_partitions + 1) * _OFFSET_BYTES
    with path.open("rb") as file, _index(path).open("rb") as index:
        for block in range(_index(path).stat().st_size // block_bytes):
            index.seek(block * block_bytes + partition * _OFFSET_BYTES)
            start, end = array("Q", index.read(2 * _OFFSET_BYTES))
            file.seek(start)
            for line in file.read(end - start).splitlines():
                yield _entry(json.loads(line))


def _blocks(entries: Iterable[tuple[int, Entry]]) -> Iterator[dict[int, list[bytes]]]:
    block: dict[int, list[bytes]] = {}
    n_bytes = 0
    for partition, entry in entries:
        line = json.dumps(_row(entry)).encode() + b"\n"
        block.setdefault(partition, []).append(line)
        n_bytes += len(line)
        if n_bytes > _BLOCK_BYTES:
            yield block
            block, n_bytes = {}, 0
    yield block


def _write_block(block: dict[int, list[bytes]], file: BinaryIO, n_partitions: int) -> list[int]:
    """Write a block, and return where each partition begins in the file, and where the last ends."""
    offsets = []
    for partition in range(n_partitions):
        offsets.append(file.tell())
        file.writelines(block.get(partition, ()))
    return [*offsets, file.tell()]


def _index(path: Path) -> Path:
    return path.with_name(f"{path.name}{_INDEX}")


def _row(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {
        "place": entry.place,
        "fault": entry.fault,
        "title": entry.title,
        "url": entry.url,
    }
    if entry.article is not None:
        published = entry.article.published
        row["name"] = entry.article.name
        row["text"] = entry.article.text
        row["published"] = None if published is None else published.isoformat()
    return row


def _entry(row: dict[str, Any]) -> Entry:
    article = None
    if "text" in row:
        published = row["published"] and date.fromisoformat(row["published"])
        article = Article(row["text"], published=published or None, name=row["name"])
    return Entry(row["place"], article, row["fault"], row["title"], row["url"])
