"""The pages of an archive's articles, made in several processes."""

from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.exports import Exported
from extractor.report.archive import pages
from extractor.report.archive.pages import Pages
from extractor.report.page import InArchive
from extractor.report.source import Source
from extractor.report.stored import stored_extraction

IN_ARCHIVE = InArchive(Source("a.txt"), "../index.html", "0" * 64)


@pytest.fixture
def stored(saying, tmp_path: Path):
    """Give an extraction as it was kept."""
    from extractor.api.kept import Articles, kept_of

    envelope = Exported.of(saying(name="Lorem Fair")).envelope
    return stored_extraction(kept_of(envelope, tmp_path / "a.json", Articles(lambda: ())))


def test_other_processes_make_the_same_pages(stored, tmp_path: Path, monkeypatch) -> None:
    """The first ones are made here, where it is not worth to start any."""
    monkeypatch.setattr(pages, "MANY", 1)
    here, apart = tmp_path / "b" / "1.html", tmp_path / "c" / "2.html"

    with Pages(2) as made:
        for path in (here, apart):
            made.make(path, stored, IN_ARCHIVE)
        made.finish()

    assert made.n_made == 2
    assert "Lorem Fair" in here.read_text("utf-8")
    assert apart.read_bytes() == here.read_bytes()


def test_what_goes_wrong_in_another_process_is_told(stored, tmp_path: Path, monkeypatch) -> None:
    """At the latest when all are to be there."""
    monkeypatch.setattr(pages, "MANY", 0)
    (tmp_path / "file").write_text("no folder")

    with Pages(2) as made:
        made.make(tmp_path / "file" / "1.html", stored, IN_ARCHIVE)
        with pytest.raises(OSError, match="file"):
            made.finish()


def test_a_process_that_is_killed_is_told(stored, tmp_path: Path, monkeypatch) -> None:
    """In one line, as what is there stays and the next report goes on."""
    monkeypatch.setattr(pages, "MANY", 0)
    with Pages(2) as made:
        made.make(tmp_path / "1.html", stored, IN_ARCHIVE)
        made.finish()
        for process in made._pool._processes.values():
            process.kill()

        with pytest.raises(UsageError, match="ended from outside; run again"):  # noqa: PT012
            for number in range(99):
                made.make(tmp_path / f"{number}.html", stored, IN_ARCHIVE)
            made.finish()
