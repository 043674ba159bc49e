"""Archives of files: zip, tar and gzip, each member a source of its own, nothing laid on disk."""

import gzip
import io
import tarfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from extractor.archive.entry import Entry
from extractor.archive.readers.encodings import decode
from extractor.archive.readers.limits import MAX_NESTING, MAX_TAR_HEADER_BYTES
from extractor.archive.readers.source import Found, Source
from extractor.archive.readers.stream import Readable, Stream, check_ratio
from extractor.errors import ArticleError

_ENCRYPTED = 0x1
_NAMED_IN_UTF8 = 0x800
_OFFICE = "[Content_Types].xml"
_HEADERS = frozenset(
    {
        tarfile.XHDTYPE,
        tarfile.XGLTYPE,
        tarfile.SOLARIS_XHDTYPE,
        tarfile.GNUTYPE_LONGNAME,
        tarfile.GNUTYPE_LONGLINK,
    }
)


def read_zip(source: Source) -> Found:
    """Give each file in a zip archive; hidden ones are left out.

    Raises:
        ArticleError: it is broken, unpacks to far too much, or lies too deep.
    """
    _check_nesting(source)
    try:
        with source.seekable() as file, ZipFile(file) as archive:
            members = archive.infolist()
            if any(member.filename == _OFFICE for member in members):
                raise ArticleError("an Office document; save it as PDF or HTML")
            n_packed = file.seek(0, 2)
            yield from _zip_members(source, archive, n_packed)
    except BadZipFile as error:
        raise ArticleError(f"a broken zip archive ({error})") from error


def _zip_members(source: Source, archive: ZipFile, n_packed: int) -> Found:
    n_before = 0
    for info in archive.infolist():
        name = _zip_name(info)
        if info.is_dir() or is_hidden(name):
            continue
        check_ratio(n_before, n_packed)  # after a bomb, no further member is opened
        if info.flag_bits & _ENCRYPTED:
            yield Entry(f"{source.place}!{name}", fault="encrypted; unpack it first")
            continue
        try:
            member = archive.open(info)
        except (BadZipFile, NotImplementedError, RuntimeError, OSError, zlib.error) as error:
            yield Entry(f"{source.place}!{name}", fault=f"a broken member ({error})")
            continue
        with member:
            found = _member(source, name, member, check=_total(n_before, n_packed))
            yield found
            n_before += found.stream.n_bytes


def _total(n_before: int, n_packed: int) -> Callable[[int], None]:
    """Return a check on all that was unpacked: members that overlap are bombs only together."""
    return lambda n_bytes: check_ratio(n_before + n_bytes, n_packed)


def _zip_name(info: ZipInfo) -> str:
    """Return a member's name; Chinese Windows writes it in GBK, which zip does not declare."""
    name = info.orig_filename.partition("\0")[0]
    if info.flag_bits & _NAMED_IN_UTF8:
        return name
    try:
        return decode(name.encode("cp437"))
    except (UnicodeError, ArticleError):
        return name


def read_tar(source: Source) -> Found:
    """Give each file in a tar archive, front to back; hidden ones, links and devices are left out.

    Raises:
        ArticleError: it is broken, or lies too deep.
    """
    _check_nesting(source)
    try:
        with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Header) as archive:
            while (info := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]  # every header it has read
                if not info.isreg() or is_hidden(info.name):
                    continue
                member = archive.extractfile(info)
                if member is not None:
                    yield _member(source, info.name, member)
    except tarfile.TarError as error:
        raise ArticleError(f"a broken tar archive ({error})") from error


class _Header(tarfile.TarInfo):
    """A header of a tar archive, refused where tarfile would end silently or fill the memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "_Header":
        """Read a header, as tarfile asks for it.

        Raises:
            tarfile.ReadError: it is none, or announces a name of many megabytes.
        """
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not any(buf):
                raise  # the end
            raise tarfile.ReadError("no header where one should be") from error
        if header.type in _HEADERS and header.size > MAX_TAR_HEADER_BYTES:
            raise tarfile.ReadError("a header far too long")
        return header


def read_gzip(source: Source) -> Found:
    """Give what a gzip file holds, at the file's own place.

    Raises:
        ArticleError: it holds a gzip file again.
    """
    if source.is_unpacked:
        raise ArticleError("compressed twice; unpack it first")
    name = source.name.lower()
    plain = f"{source.name[:-4]}.tar" if name.endswith(".tgz") else source.name.removesuffix(".gz")

    def check(n_bytes: int) -> None:
        check_ratio(n_bytes, source.stream.n_bytes)

    yield Source(
        source.place,
        plain,
        Stream(Unzipped(source.buffered()), check=check),
        url=source.url,
        charset=source.charset,
        nesting=source.nesting,
        is_unpacked=True,
    )


class Unzipped:
    """The bytes that a gzip file holds; its failures say what they mean."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = gzip.GzipFile(fileobj=file)

    def read(self, size: int, /) -> bytes:
        """Return some bytes, none at the end.

        Raises:
            ArticleError: the file is truncated or broken.
        """
        try:
            return self._file.read1(size)
        except EOFError as error:
            raise ArticleError("a truncated gzip file") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise ArticleError(f"a broken gzip file ({error})") from error


def is_hidden(name: str) -> bool:
    """Tell whether a path leads to a hidden file, such as what macOS adds to archives."""
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") and part not in (".", "..") for part in parts)


def _check_nesting(source: Source) -> None:
    if source.nesting >= MAX_NESTING:
        raise ArticleError("an archive in an archive in an archive; unpack it first")


def _member(
    source: Source, name: str, file: Readable, *, check: Callable[[int], None] | None = None
) -> Source:
    shown = "".join(c if c.isprintable() else "\ufffd" for c in name)
    return Source(
        f"{source.place}!{shown}",
        PurePosixPath(shown).name,
        Stream(file, check=check),
        nesting=source.nesting + 1,
    )
