"""Broken and hostile files are failed entries with a reason; what lies beside them is read."""

import gzip
import io
import os
import struct
import tarfile
import zlib
from pathlib import Path

import duckdb
import pytest
from samples import (
    ENGLISH,
    Reading,
    gzipped,
    page,
    pdf,
    record,
    tarred,
    texts,
    warc,
    zipped,
)

from extractor.archive.readers import limits, read
from extractor.archive.readers.fields import Fields
from extractor.archive.readers.files import File, read_file

ZEROS = b"\0" * 30_000_000
BOMB = gzip.compress(b" " * 1_000 + ZEROS, compresslevel=1)


def _encrypted_zip() -> bytes:
    """Set the bit that says so, in the local header and in the directory."""
    data = bytearray(zipped({"secret.txt": b"Text."}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    return bytes(data)


def _zip_with_bad_checksum() -> bytes:
    data = bytearray(zipped({"a.txt": b"Some text.", "b.txt": b"Text."}, compression=0))
    data[data.find(b"Some")] ^= 1
    return bytes(data)


def _overlapping_zip() -> bytes:
    """Point many directory entries to one local member: small for each, endless together."""
    name = b"a.txt"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = b"a" * 9_000_000
    packed = packer.compress(text) + packer.flush()
    sizes = struct.pack("<III", zlib.crc32(text), len(packed), len(text))
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes
    local += struct.pack("<HH", len(name), 0) + name + packed
    entry = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
    entry += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<HHHHIIH", 0, 0, 500, 500, 500 * len(entry), len(local), 0)
    return local + 500 * entry + b"PK\x05\x06" + end


def _tar_with_endless_name() -> bytes:
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 10**10
    return header.tobuf(tarfile.GNU_FORMAT) + b"a" * 2_000


TEXT = ENGLISH.encode()
ALONE = {
    "empty": ("a.txt", b"", "empty"),
    "spaces": ("a.txt", b" \n\n ", "no text"),
    "binary-junk": ("a.txt", bytes(range(256)) * 40, "binary data"),
    "binary-named-html": ("a.html", b"\x01\x02<html>\x03\x00" * 40, "binary data"),
    "image": ("a.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "an image"),
    "7z": ("a.zip", b"7z\xbc\xaf\x27\x1c" + b"\0" * 99, "7z archive"),
    "word": ("a.docx", zipped({"[Content_Types].xml": b"<x/>"}), "an Office document"),
    "page-without-text": ("a.html", b"<html><body><img src=a></body></html>", "without text"),
    "page-empty": ("a.html", b"<html></html>", "without text"),
    "page-too-large": ("a.html", b"<html>" + b" " * limits.MAX_HTML_BYTES, "larger than"),
    "page-nested-deep": ("a.html", b"<div>" * 200_000, "nested more than"),
    "pdf-scanned": ("a.pdf", pdf(), "without text"),
    "pdf-encrypted": ("a.pdf", pdf("Text.", password="secret"), "an encrypted PDF"),
    "pdf-truncated": ("a.pdf", pdf("Text.")[:300], "a broken PDF"),
    "pdf-that-is-none": ("a.pdf", b"just text", "no pdf file"),
    "gzip-truncated": ("a.txt.gz", gzipped(TEXT)[:-12], "a truncated gzip file"),
    "gzip-junk": ("a.txt.gz", b"\x1f\x8b\x08" + b"junk" * 9, "gzip file"),
    "gzip-of-gzip": ("a.txt.gz.gz", gzipped(gzipped(TEXT)), "compressed twice"),
    "gzip-of-nothing": ("a.txt.gz", gzipped(b""), "empty"),
    "gzip-bomb": ("a.txt.gz", BOMB, "bomb"),
    "zip-truncated": ("a.zip", zipped({"a.txt": TEXT})[:-30], "a broken zip archive"),
    "zip-directory-junk": (
        "a.zip",
        zipped({"a.txt": TEXT}).replace(b"PK\x01\x02", b"XXXX"),
        "a broken zip archive",
    ),
    "zip-encrypted": ("a.zip", _encrypted_zip(), "encrypted"),
    "zip-bomb": ("a.zip", zipped({"a.txt": ZEROS}), "bomb"),
    "zip-of-zip-of-zip": (
        "a.zip",
        zipped({"b.zip": zipped({"c.zip": zipped({"d.txt": TEXT})})}),
        "an archive in an archive in an archive",
    ),
    "tar-junk": ("a.tar", b"just text" * 99, "a broken tar archive"),
    "tar-endless-name": ("a.tar", _tar_with_endless_name(), "a broken tar archive"),
    "warc-junk": ("a.warc", b"WARC/1.0\r\n" + b"\0" * 999, "WARC"),
    "warc-truncated": ("a.warc", warc(record(page()), is_compressed=False)[:-99], "truncated WARC"),
    "warc-page-without-text": ("a.warc", warc(record(b"<html></html>")), "without text"),
    "warc-broken-chunk": (
        "a.warc",
        warc(record(b"fff\r\n<html>", headers={"Transfer-Encoding": "chunked"})),
        "a broken chunk",
    ),
    "warc-bomb": ("a.warc", warc(record(BOMB, headers={"Content-Encoding": "gzip"})), "bomb"),
    "csv-without-text": ("a.csv", b"title,date\na,b\n", "no column with texts"),
    "json-number": ("a.json", b"12", "neither an object nor a list"),
    "jsonl-without-text": ("a.jsonl", b'{"title": "A"}', "no text in it"),
    "jsonl-half-surrogate": ("a.jsonl", b'{"text": "\\ud83d"}', "surrogate"),
    "jsonl-nested-deep": ("a.jsonl", b'{"text":' + b"[" * 100_000, "not JSON"),
    "jsonl-endless-line": (
        "a.jsonl",
        b'{"text": "' + b"a" * limits.MAX_LINE_CHARS + b'"}',
        "a line of more than",
    ),
    "parquet-junk": ("a.parquet", b"PAR1" + b"junk" * 99, "broken Parquet"),
    "parquet-in-zip": ("a.zip", zipped({"a.parquet": b"PAR1"}), "unpack it first"),
    "text-too-long": ("a.txt", b"word " * 500_000, "longer than"),
}


@pytest.mark.parametrize(("name", "data", "reason"), ALONE.values(), ids=ALONE)
def test_a_broken_file_is_one_failed_entry(
    reading: Reading, name: str, data: bytes, reason: str
) -> None:
    """With a reason of one line that says what is wrong."""
    entries = reading(data, name=name)

    assert texts(entries) == [None]
    assert reason in (entries[0].fault or "")
    assert "\n" not in (entries[0].fault or "")


BESIDE = {
    "jsonl-line": (
        "a.jsonl",
        b'{"text": "One."}\nno json\n["text"]\n{"text": "Two."}\n',
        ["One.", None, None, "Two."],
    ),
    "jsonl-long-line": (
        "a.jsonl",
        b'{"text": "One."}\n' + b"a" * (limits.MAX_LINE_CHARS + 9) + b'\n{"text": "Two."}\n',
        ["One.", None, "Two."],
    ),
    "jsonl-binary-line": (
        "a.jsonl",
        b'{"text": "One."}\n\x00\x01\x02\n{"text": "Two."}\n',
        ["One.", None, "Two."],
    ),
    "jsonl-truncated-gzip": (
        "a.jsonl.gz",
        gzipped(b'{"text": "One."}\n' * 3 + b'{"text": "' + os.urandom(9_000).hex().encode())[
            :-2_000
        ],
        ["One.", "One.", "One.", None],
    ),
    "csv-unclosed-quote": (
        "a.csv",
        b'text,date\nOne.,\n"Two' + b"a" * limits.MAX_LINE_CHARS + b"\nThree.,\n",
        ["One.", None, "Three."],
    ),
    "csv-short-row": ("a.csv", b"date,text\n2022\n2022,Two.\n", [None, "Two."]),
    "zip-checksum": ("a.zip", _zip_with_bad_checksum(), [None, "Text."]),
    "zip-member-bomb": (
        "a.zip",
        zipped({"a.txt": b"Text.", "b.txt": ZEROS + TEXT, "c.txt": b"Text."}),
        ["Text.", None, None],
    ),
    "zip-traversal": (
        "a.zip",
        zipped({"../../../etc/passwd": b"Text one.", "/tmp/b.txt": b"Text two."}),
        ["Text one.", "Text two."],
    ),
    "tar-traversal": ("a.tar", tarred({"../../b.txt": b"Text."}, mode="w"), ["Text."]),
    "tar-member-junk": (
        "a.tgz",
        tarred({"a.txt": b"One.", "b.txt": bytes(range(256)), "c.txt": b"Three."}),
        ["One.", None, "Three."],
    ),
    "tar-truncated": (
        "a.tar",
        tarred({"a.txt": b"One.", "b.txt": b"Two. " * 999}, mode="w")[:3_000],
        ["One.", None, None],
    ),
    "warc-truncated-gzip": (
        "a.warc.gz",
        warc(record(b"One.", kind="text/plain"), record(os.urandom(9_000), kind="text/plain"))[
            :-2_000
        ],
        ["One.", None, None],
    ),
}


@pytest.mark.parametrize(("name", "data", "expected"), BESIDE.values(), ids=BESIDE)
def test_what_lies_beside_a_broken_member_is_read(
    reading: Reading, name: str, data: bytes, expected: list[str | None]
) -> None:
    """A member fails alone; a stream that breaks gives what came before."""
    assert texts(reading(data, name=name)) == expected


@pytest.mark.parametrize("at", [b"Some", b"\x0b\xce"], ids=["checksum", "packing"])
def test_a_broken_member_is_called_that(reading: Reading, at: bytes) -> None:
    """And not by what a library raises."""
    packed = zipped({"a.txt": b"Some text."}, compression=0 if at == b"Some" else 8)
    data = bytearray(packed)
    data[data.find(at) : data.find(at) + 2] = b"\xff\xff"

    (entry,) = reading(bytes(data), name="a.zip")

    assert (entry.fault or "").startswith("a broken member (")


def test_what_reads_parquet_says_why_in_a_few_words(reading: Reading) -> None:
    """The query is ours, and nobody's business."""
    (entry,) = reading(b"PAR1xxxxPAR1", name="a.parquet")

    assert (entry.fault or "").startswith("broken Parquet (")
    assert "SELECT" not in (entry.fault or "")


def test_members_that_overlap_are_stopped_as_a_bomb(reading: Reading) -> None:
    """Each is within its limit; together they would unpack to gigabytes."""
    entries = reading(_overlapping_zip(), name="a.zip")

    assert texts(entries) == [None] * len(entries)
    assert "bomb" in (entries[-1].fault or "")


def test_nothing_is_laid_on_disk(tmp_path: Path, reading: Reading) -> None:
    """A member's name is a name, wherever it points."""
    target = tmp_path / "elsewhere" / "b.txt"

    entries = reading(zipped({str(target): b"Text.", "../c.txt": b"Text."}), name="a.zip")

    assert texts(entries) == ["Text.", "Text."]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip"]


def test_a_large_file_is_refused_by_its_limit(tmp_path: Path) -> None:
    """A text of 500 MB is not read to its end."""
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"Text. " * 20_000)
        file.truncate(500_000_000)

    (entry,) = read([path])

    assert (
        entry.fault
        == f"larger than {limits.MAX_MEMBER_BYTES:,} bytes, the limit for what is read whole"
    )


def test_links_are_followed_once(tmp_path: Path) -> None:
    """A folder that holds itself ends; a link that leads round in a circle is a failed entry."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_text("Text.")
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "round").symlink_to(folder / "round")
    (folder / "to-nothing").symlink_to(tmp_path / "nothing")

    entries = list(read([folder]))

    assert texts(entries) == ["Text.", None, None]
    assert [entry.fault for entry in entries[1:]] == [
        "cannot be read (Too many levels of symbolic links)",
        "cannot be read (No such file or directory)",
    ]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    """It is a failed entry."""
    os.mkfifo(tmp_path / "pipe")

    (entry,) = read([tmp_path])

    assert entry.fault == "neither a file nor a folder"


def test_a_file_that_may_not_be_read_is_a_failed_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what the system says."""
    path = tmp_path / "a.txt"
    path.write_text("Text.")

    def refuse(*_: object, **__: object) -> io.FileIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    (entry,) = read_file(File(str(path)), Fields())

    assert entry.fault == "cannot be read (Permission denied)"


def test_parquet_without_a_text_column_is_a_failed_entry(tmp_path: Path) -> None:
    """The reason names what was looked for."""
    path = tmp_path / "a.parquet"
    with duckdb.connect() as database:
        database.execute(f"COPY (SELECT 1 AS n, 'a' AS title) TO '{path}' (FORMAT parquet)")

    (entry,) = read([path])

    assert (entry.fault or "").startswith("no column with texts; looked for text, content")


def test_names_on_disk_that_are_no_text_are_written_out(tmp_path: Path) -> None:
    """A place is text that a ledger can hold."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xba\xfe.txt")).write_bytes(TEXT)

    (entry,) = read([tmp_path])

    assert entry.place == f"{tmp_path}/\\xba\\xfe.txt"


def test_a_library_that_panics_is_a_failed_entry(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    """What Rust throws is no Exception, and would end the reader's thread without a word."""

    class PanicException(BaseException):
        pass

    def panic(*_: object, **__: object) -> None:
        raise PanicException("called unwrap on None")

    monkeypatch.setattr("fastwarc.warc.ArchiveIterator", panic)

    (entry,) = reading(warc(record(page())), name="a.warc.gz")

    assert entry.fault == "cannot be read (PanicException: called unwrap on None)"


def test_an_interrupt_is_no_failed_entry(monkeypatch: pytest.MonkeyPatch, reading: Reading) -> None:
    """It ends the reading."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.archive.readers.reading.decode", interrupt)

    with pytest.raises(KeyboardInterrupt):
        reading(TEXT)
