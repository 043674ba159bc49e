"""Files as archives hold them: texts, pages, PDFs, WARCs and what breaks readers."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Mapping

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.archive.entry import Entry

ENGLISH = (
    "Lakeside signs 20 projects\nLAKESIDE, Nov. 4 -- The city of Lakeside signed 20 projects worth"
    " US$2 billion on Friday.\n"
)
SIMPLIFIED = (
    "湖城签约20个项目\n本报讯 11月3日，湖城举行招商推介会，现场签约20个项目，总投资200亿元。\n"
)
TRADITIONAL = (
    "湖城簽約20個項目\n本報訊 11月3日，湖城舉行招商推介會，現場簽約20個項目，總投資200億元。\n"
)

PAGE = """<!doctype html><html><head><title>湖城签约20个项目</title>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<meta property="article:published_time" content="2022-11-04T08:00:00+08:00">
<link rel="canonical" href="http://news.example/1.html"></head><body>
<nav><a href="/">首页</a></nav><article><h1>湖城签约20个项目</h1>
<p>本报讯 11月3日，湖城举行招商推介会，现场签约20个项目，总投资200亿元。</p>
<p>其中，先进制造业项目12个，投资额150亿元；现代服务业项目8个，投资额50亿元。</p>
</article></body></html>"""

Reading = Callable[..., list[Entry]]


def texts(entries: list[Entry]) -> list[str | None]:
    """Return the text of each entry, None for a failed one."""
    return [entry.article and entry.article.text for entry in entries]


def page(charset: str = "utf-8") -> bytes:
    """Return a Chinese page in an encoding that it declares."""
    return PAGE.format(charset=charset).encode(charset)


def pdf(*lines: str, password: str | None = None) -> bytes:
    """Return a PDF of one page."""
    file = io.BytesIO()
    encryption = None if password is None else StandardEncryption(password)
    canvas = Canvas(file, encrypt=encryption)
    for number, line in enumerate(lines):
        canvas.drawString(72, 800 - 14 * number, line)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def zipped(members: Mapping[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(members: Mapping[str, bytes], *, mode: str = "w:gz") -> bytes:
    """Return a tar archive, compressed unless asked otherwise."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, data in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return file.getvalue()


def record(
    body: bytes,
    *,
    url: str = "http://news.example/1.html",
    kind: str = "text/html",
    status: str = "200 OK",
    headers: Mapping[str, str] | None = None,
) -> tuple[str, bytes, StatusAndHeaders]:
    """Return what a server sent, for `warc`."""
    fields = [("Content-Type", kind), *(headers or {}).items()]
    return url, body, StatusAndHeaders(status, fields, protocol="HTTP/1.1")


def warc(*records: tuple[str, bytes, StatusAndHeaders], is_compressed: bool = True) -> bytes:
    """Return a WARC file of what servers sent."""
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=is_compressed)
    about = writer.create_warcinfo_record("crawl.warc", {"software": "test"})
    writer.write_record(about)
    about.raw_stream.close()
    for url, body, headers in records:
        kept = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=headers
        )
        writer.write_record(kept)
        kept.raw_stream.close()
    return file.getvalue()


def gzipped(data: bytes) -> bytes:
    """Return a gzip file."""
    return gzip.compress(data)
