"""Every format gives its articles; the text that offsets refer to is the one in the entry."""

import io
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest
from samples import (
    ENGLISH,
    SIMPLIFIED,
    TRADITIONAL,
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

from extractor.archive.readers import Fields, read
from extractor.errors import UsageError

BODY = "本报讯 11月3日，湖城举行招商推介会，现场签约20个项目，总投资200亿元。"


def test_a_text_is_read_as_it_stands(reading: Reading) -> None:
    """Line ends and spaces are the article's own."""
    text = " Title\r\n\r\nBody.  \n"

    (entry,) = reading(text, name="some news.md")

    assert texts([entry]) == [text]
    assert entry.article is not None
    assert entry.article.name == "some news"
    assert entry.place.endswith("/some news.md")


@pytest.mark.parametrize("charset", ["utf-8", "gbk", "gb18030", "big5hkscs"])
def test_a_page_gives_its_article_title_day_and_address(reading: Reading, charset: str) -> None:
    """In each encoding that it declares; navigation is left out."""
    data = page(charset) if charset != "big5hkscs" else page("utf-8")

    (entry,) = reading(data, name="1.html")

    assert entry.article is not None
    assert entry.article.text.startswith("湖城签约20个项目")
    assert BODY in entry.article.text
    assert entry.article.published == date(2022, 11, 4)
    assert (entry.title, entry.url) == ("湖城签约20个项目", "http://news.example/1.html")


def test_a_day_beside_a_chinese_label_is_the_day_of_publishing(reading: Reading) -> None:
    """Pages without data about themselves show 发布时间; the event's day is not taken."""
    html = (
        f"<html><body><h1>湖城签约</h1><i>发布时间：2022-11-05 10:00</i><p>{BODY}</p></body></html>"
    )

    (entry,) = reading(html, name="1.html")

    assert entry.article is not None
    assert entry.article.published == date(2022, 11, 5)


def test_a_pdf_gives_its_text_with_cut_words_whole(reading: Reading) -> None:
    """PDFium's U+FFFE and carriage returns are gone before offsets are counted."""
    data = pdf("The city signed 20 pro-", "jects worth US$2", "billion. A Sino-", "German venture.")

    (entry,) = reading(data, name="news.pdf")

    assert texts([entry]) == [
        "The city signed 20 projects worth US$2\nbillion. A Sino-German venture."
    ]


def test_each_line_of_jsonl_is_an_article(reading: Reading) -> None:
    """Under whichever of the known names; the title leads the text."""
    lines = (
        '{"title": "Fair", "text": "Text one.", "date": "2022-11-04T10:00:00Z", "url": "http://a/1"}\n'
        '\n{"headline": "Two", "content": "Two\\nText two.", "published": 1667520000}\n'
        '{"正文": "正文三。", "标题": "三", "发布时间": "2022年11月4日"}'
    )

    entries = reading(lines, name="news.jsonl")

    assert texts(entries) == ["Fair\nText one.", "Two\nText two.", "三\n正文三。"]
    assert [entry.place.rpartition(":")[2] for entry in entries] == ["1", "3", "4"]
    assert {entry.article and entry.article.published for entry in entries} == {date(2022, 11, 4)}
    assert entries[0].url == "http://a/1"


def test_fields_of_other_names_are_chosen(tmp_path: Path) -> None:
    """An export calls its columns as it likes."""
    path = tmp_path / "export.jsonl"
    path.write_text('{"Story": "A story.", "text": "teaser"}')

    entries = list(read([path], fields=Fields(text=("Story",))))

    assert texts(entries) == ["A story."]


def test_fields_that_hold_no_text_are_passed_over(reading: Reading) -> None:
    """A list or an object is no title; the next field that holds a text is the one."""
    line = '{"text": ["parts"], "content": "News.", "title": {"en": "T"}, "headline": 7, "url": 7}'

    (entry,) = reading(line, name="news.jsonl")

    assert entry.article is not None
    assert entry.article.text == "7\nNews."
    assert (entry.title, entry.url) == ("7", None)


def test_a_field_of_html_is_read_as_a_page(reading: Reading) -> None:
    """Content systems export markup."""
    line = f'{{"content": "<p>{BODY}</p><p>Second.</p>"}}'

    (entry,) = reading(line, name="news.jsonl")

    assert entry.article is not None
    assert entry.article.text.splitlines()[0] == BODY
    assert "<" not in entry.article.text


@pytest.mark.parametrize(
    "text",
    ['[{"text": "One."}, {"text": "Two."}]', '[\n {\n  "text": "One."\n },\n {"text": "Two."}\n]'],
    ids=["one-line", "printed"],
)
def test_a_json_document_is_a_list_of_articles(reading: Reading, text: str) -> None:
    """Printed over lines or not."""
    assert texts(reading(text, name="news.json")) == ["One.", "Two."]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_each_row_of_a_table_is_an_article(reading: Reading, encoding: str, delimiter: str) -> None:
    """As spreadsheets save them; a row's place is the line where it begins."""
    rows = (("标题", "日期", "正文"), ("一", "2022/11/4", f'"首行\n{BODY}"'), ("二", "", BODY))
    table = "\r\n".join(delimiter.join(row) for row in rows)

    entries = reading(table.encode(encoding), name="news.csv")

    assert texts(entries) == [f"一\n首行\n{BODY}", f"二\n{BODY}"]
    assert [entry.place.rpartition(":")[2] for entry in entries] == ["2", "4"]


def test_a_field_longer_than_the_csv_module_takes_is_read(reading: Reading) -> None:
    """Its own limit is 131,072 characters."""
    text = "long " * 40_000

    assert texts(reading(f'text,date\n"{text}",\n', name="news.csv")) == [text]


def test_each_row_of_parquet_is_an_article(tmp_path: Path) -> None:
    """A name that looks like a pattern names itself."""
    path = tmp_path / "news[1]*.parquet"
    query = "SELECT 'Text ' || i AS content, DATE '2022-11-04' AS date, i AS n FROM range(250) t(i)"
    with duckdb.connect() as database:
        database.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")

    entries = list(read([path]))

    assert texts(entries) == [f"Text {number}" for number in range(250)]
    assert entries[0].article is not None
    assert entries[0].article.published == date(2022, 11, 4)


@pytest.mark.parametrize("is_compressed", [True, False], ids=["gz", "plain"])
def test_each_page_of_a_crawl_is_an_article(reading: Reading, *, is_compressed: bool) -> None:
    """Images, redirects and error pages are left out; a server's encoding is believed."""
    body = PAGE_WITHOUT_META.encode("gbk")
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    data = warc(
        record(body, kind="text/html; charset=gbk"),
        record(b"\x89PNG\r\n", kind="image/png", url="http://news.example/i.png"),
        record(body, status="404 Not Found", url="http://news.example/gone"),
        record(gzipped(page()), headers={"content-encoding": "gzip"}, url="http://news.example/2"),
        record(chunked, kind="text/html; charset=gbk", headers={"Transfer-Encoding": "chunked"}),
        record(pdf("Text of a PDF."), kind="application/pdf", url="http://news.example/3"),
        is_compressed=is_compressed,
    )

    entries = reading(data, name="crawl.warc.gz" if is_compressed else "crawl.warc")

    assert [entry.fault for entry in entries] == [None] * 4
    assert all(BODY in (text or "") for text in texts(entries)[:3])
    assert [entry.url for entry in entries] == [
        "http://news.example/1.html",
        "http://news.example/2",
        "http://news.example/1.html",
        "http://news.example/3",
    ]
    assert [entry.place.rpartition(":")[2] for entry in entries] == ["1", "4", "5", "6"]


PAGE_WITHOUT_META = f"<html><body><h1>湖城签约</h1><p>{BODY}</p></body></html>"
MEMBERS = {"a.txt": ENGLISH.encode(), "中文/b.txt": SIMPLIFIED.encode("gbk")}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("news.zip", zipped(MEMBERS)),
        ("news.tar", tarred(MEMBERS, mode="w")),
        ("news.tar.gz", tarred(MEMBERS)),
        ("news.tgz", tarred(MEMBERS)),
        ("news.bin", tarred(MEMBERS)),
        ("news.txt", zipped(MEMBERS)),
    ],
)
def test_members_of_an_archive_are_articles(reading: Reading, name: str, data: bytes) -> None:
    """Whatever the archive is called; a member's place names both."""
    entries = reading(data, name=name)

    assert texts(entries) == [ENGLISH, SIMPLIFIED]
    assert [entry.place.partition("!")[2] for entry in entries] == ["a.txt", "中文/b.txt"]


def test_an_archive_in_an_archive_is_read(reading: Reading) -> None:
    """One level down, with compressed files and rows in it."""
    inner = zipped({"b.txt.gz": gzipped(SIMPLIFIED.encode()), "c.jsonl": b'{"text": "Row."}'})

    entries = reading(tarred({"inner.zip": inner, "a.txt": ENGLISH.encode()}), name="news.tgz")

    assert texts(entries) == [SIMPLIFIED, "Row.", ENGLISH]
    assert entries[1].place.endswith("news.tgz!inner.zip!c.jsonl:1")


def test_names_of_chinese_windows_are_read_in_a_zip(reading: Reading) -> None:
    """It writes them in GBK and does not say so."""
    data = zipped({"@@@@@@@@.txt": ENGLISH.encode()}).replace(b"@" * 8, "湖城新闻".encode("gbk"))

    (entry,) = reading(data, name="news.zip")

    assert entry.place.endswith("!湖城新闻.txt")


def test_hidden_files_are_left_out(tmp_path: Path, reading: Reading) -> None:
    """In folders, and what macOS adds to archives."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.txt").write_text("hidden")
    reading(zipped({"__MACOSX/._a.txt": b"\x00\x05", "a.txt": b"Text."}), name="news.zip")

    assert texts(list(read([tmp_path]))) == ["Text."]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (page(), "湖城签约20个项目"),
        (page().decode().encode("utf-16"), "湖城签约20个项目"),
        (b'{"text": "Row one."}\n{"text": "Row two."}\n', "Row one."),
        (b"url,text\nhttp://a,Row one.\n", "Row one."),
        (pdf("Text of a PDF."), "Text of a PDF."),
        (gzipped(b"Plain text."), "Plain text."),
        (b"Text, date and body of an article in one line.", "Text, date and body"),
    ],
    ids=["page", "page-utf-16", "jsonl", "csv", "pdf", "gzip", "text"],
)
def test_a_format_is_told_by_the_bytes(reading: Reading, data: bytes, expected: str) -> None:
    """A name that says text, or nothing, does not matter."""
    for name in ("news.txt", "news"):
        first = reading(data, name=name)[0]
        assert first.article is not None
        assert first.article.text.startswith(expected)


def test_folders_patterns_and_files_are_read_in_order(tmp_path: Path) -> None:
    """By name, those of folders below among them."""
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)

    assert texts(list(read([tmp_path]))) == ["a.txt", "b/1.txt", "b/2.txt", "c.txt"]
    assert texts(list(read([f"{tmp_path}/**/[12].txt", tmp_path / "c.txt"]))) == [
        "b/1.txt",
        "b/2.txt",
        "c.txt",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TRADITIONAL.encode("big5"), [TRADITIONAL]),
        (b'{"text": "One."}\n{"text": "Two."}', ["One.", "Two."]),
        (zipped(MEMBERS), [ENGLISH, SIMPLIFIED]),
        (tarred(MEMBERS), [ENGLISH, SIMPLIFIED]),
    ],
    ids=["text", "jsonl", "zip", "tar"],
)
def test_standard_input_is_any_format(
    monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]
) -> None:
    """As a pipe gives it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert texts(list(read(["-"]))) == expected


@pytest.mark.parametrize("path", ["no-such.txt", "no-such-*.txt"])
def test_a_path_that_leads_nowhere_is_refused_at_once(tmp_path: Path, path: str) -> None:
    """Before anything is read, and paid for."""
    with pytest.raises(UsageError, match="no such file or folder"):
        read([tmp_path / path])


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        ("a.html", "trafilatura", "web"),
        ("a.html.gz", "resiliparse", "web"),
        ("a.pdf", "pypdfium2", "pdf"),
        ("a.parquet", "duckdb", "tables"),
        ("a.warc.gz", "fastwarc", "warc"),
    ],
)
def test_a_missing_extra_is_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    """Before anything is read, with the line that installs it."""
    (tmp_path / name).write_bytes(b"")
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(UsageError, match=rf"pip install 'figurebook\[{extra}\]'"):
        read([tmp_path])


def test_a_missing_extra_that_only_bytes_ask_for_is_a_failed_entry(
    monkeypatch: pytest.MonkeyPatch, reading: Reading
) -> None:
    """A page in an archive is met only when the archive is read."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    failed, plain = reading(zipped({"a": page(), "b": b"Text."}), name="news.zip")

    assert "pip install 'figurebook[web]'" in (failed.fault or "")
    assert texts([plain]) == ["Text."]
