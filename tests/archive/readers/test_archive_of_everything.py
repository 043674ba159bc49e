"""One archive of every format, English and Chinese, with broken members among them."""

from pathlib import Path

import duckdb
from samples import (
    ENGLISH,
    SIMPLIFIED,
    TRADITIONAL,
    gzipped,
    page,
    pdf,
    record,
    tarred,
    warc,
    zipped,
)

from extractor.archive.readers import read

ROW = '{"text": "Row.", "date": "2022-11-04"}\n'
MEMBERS = {
    "01-english.txt": ENGLISH.encode(),
    "02-simplified.txt": SIMPLIFIED.encode("gbk"),
    "03-traditional.md": TRADITIONAL.encode("big5"),
    "04-marked.txt": SIMPLIFIED.encode("utf-8-sig"),
    "05-wide.txt": SIMPLIFIED.encode("utf-16"),
    "06-page.html": page("gb18030"),
    "07-news.pdf": pdf("Lakeside signs 20 projects"),
    "08-rows.jsonl": f"{ROW}broken\n{ROW}".encode(),
    "09-rows.csv": "正文,标题\n湖城签约。,一\n".encode("gbk"),
    "10-text.txt.gz": gzipped(ENGLISH.encode()),
    "11-crawl.warc.gz": warc(record(page()), record(b"\x89PNG", kind="image/png")),
    "12-inner.zip": zipped({"a.txt": ENGLISH.encode(), "b.bin": bytes(range(256))}),
    "13-empty.txt": b"",
    "14-secret.pdf": pdf("Text.", password="secret"),
    "15-cut.txt.gz": gzipped(ENGLISH.encode())[:-9],
    "16-bomb.txt.gz": gzipped(bytes(30_000_000)),
    "../17-outside.txt": ENGLISH.encode(),
}
EXPECTED = {
    "01-english.txt": True,
    "02-simplified.txt": True,
    "03-traditional.md": True,
    "04-marked.txt": True,
    "05-wide.txt": True,
    "06-page.html": True,
    "07-news.pdf": True,
    "08-rows.jsonl:1": True,
    "08-rows.jsonl:2": False,
    "08-rows.jsonl:3": True,
    "09-rows.csv:2": True,
    "10-text.txt.gz": True,
    "11-crawl.warc.gz:1": True,
    "12-inner.zip!a.txt": True,
    "12-inner.zip!b.bin": False,
    "13-empty.txt": False,
    "14-secret.pdf": False,
    "15-cut.txt.gz": False,
    "16-bomb.txt.gz": False,
    "../17-outside.txt": True,
}


def test_an_archive_of_every_format_is_read_member_by_member(tmp_path: Path) -> None:
    """As zip, as tar and as a folder: the same articles, the same failures, nothing else."""
    (tmp_path / "news.zip").write_bytes(zipped(MEMBERS))
    (tmp_path / "news.tar.gz").write_bytes(tarred(MEMBERS))
    folder = tmp_path / "folder" / "news"
    folder.mkdir(parents=True)
    for name, data in MEMBERS.items():
        (folder / name).write_bytes(data)
    with duckdb.connect() as database:
        made = tmp_path / "rows.parquet"
        database.execute(f"COPY (SELECT '湖城签约。' AS 正文) TO '{made}' (FORMAT parquet)")

    def outcomes(source: str, sign: str) -> dict[str, bool]:
        found = read([tmp_path / source])
        places = {entry.place.split(sign, 1)[1]: entry.article is not None for entry in found}
        return {name.replace("../", ""): is_read for name, is_read in places.items()}

    expected = {name.replace("../", ""): is_read for name, is_read in EXPECTED.items()}
    assert outcomes("news.zip", "news.zip!") == expected
    assert outcomes("news.tar.gz", "news.tar.gz!") == expected
    assert outcomes("folder", "folder/") == {
        (name if name.startswith("17") else f"news/{name}"): is_read
        for name, is_read in expected.items()
    }
    assert outcomes("rows.parquet", "rows.parquet") == {":1": True}
