"""The folder of an archive's report."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from record_parts import count

from extractor.archive.accounts import Failure
from extractor.article import Article
from extractor.errors import UsageError
from extractor.exports import Exported
from extractor.report.archive import folder
from extractor.report.archive.folder import Choice, write_archive
from extractor.report.archive.row import FIELDS

HOSTILE = "</script><script>document.title='broken'</script>\u2028<img src=x onerror=alert(1)>"


@pytest.fixture
def kept(saying):
    """Give a function that makes so many kept extractions, each of an article of its own."""

    def build(n: int) -> list[Exported]:
        return [
            Exported.of(saying(article=Article(f"{number} projects.", name=f"news-{number}")))
            for number in range(1, n + 1)
        ]

    return build


def listed(out: Path) -> list[dict[str, Any]]:
    """Return the rows that lie beside an index."""
    rows = []
    for path in sorted(out.glob("data/*.js")):
        found = re.fullmatch(r"figurebookRows\(\d+,(.*)\);\n", path.read_text("utf-8"), re.DOTALL)
        assert found
        rows += [dict(zip(FIELDS, values, strict=True)) for values in json.loads(found[1])]
    return rows


def page_of(row: dict[str, Any], out: Path) -> Path:
    """Return the page that a row leads to."""
    return out / "articles" / row["page"][:2] / f"{row['page']}.html"


def test_an_index_lists_every_article_with_its_page(kept, tmp_path: Path) -> None:
    """The page is the report of what was kept, with a way back."""
    written = write_archive(kept(3), tmp_path / "r", title="news")

    rows = listed(tmp_path / "r")
    assert written.index == tmp_path / "r" / "index.html"
    assert (written.n_rows, written.n_pages) == (3, 3)
    assert [row["name"] for row in rows] == ["news-1", "news-2", "news-3"]
    for row in rows:
        assert 'href="../../index.html"' in page_of(row, tmp_path / "r").read_text("utf-8")


def test_rows_are_cut_into_files(kept, tmp_path: Path, monkeypatch) -> None:
    """A large archive is no single large file, and the index knows them all."""
    monkeypatch.setattr(folder, "ROWS_A_FILE", 2)

    write_archive(kept(5), tmp_path / "r", title="news")

    files = sorted((tmp_path / "r" / "data").iterdir())
    html = (tmp_path / "r" / "index.html").read_text("utf-8")
    content = json.loads(re.search(r'id="content">(.*?)</script>', html)[1])  # type: ignore[index]
    assert content["files"] == [
        [f"data/{path.name}", n] for path, n in zip(files, (2, 2, 1), strict=True)
    ]
    assert len(listed(tmp_path / "r")) == content["rows"] == 5


def test_a_second_report_makes_only_what_is_new(kept, tmp_path: Path) -> None:
    """Pages that are made of the same stay as they are."""
    write_archive(kept(2), tmp_path / "r", title="news")
    pages = {path: path.stat().st_mtime_ns for path in tmp_path.glob("r/articles/*/*.html")}

    written = write_archive(kept(3), tmp_path / "r", title="news")

    assert (written.n_rows, written.n_pages) == (3, 1)
    assert all(path.stat().st_mtime_ns == moment for path, moment in pages.items())


def test_a_changed_extraction_gets_a_new_page(kept, saying, tmp_path: Path) -> None:
    """In the place of the old one."""
    (first,) = kept(1)
    write_archive([first], tmp_path / "r", title="news")

    changed = Exported.of(saying(article=first.article, name="Lorem Fair", n=count(1)))
    written = write_archive([changed], tmp_path / "r", title="news")

    assert written.n_pages == 1
    (page,) = tmp_path.glob("r/articles/*/*.html")
    assert "Lorem Fair" in page.read_text("utf-8")


def test_a_report_that_is_cut_short_leaves_the_one_before(kept, tmp_path: Path) -> None:
    """The index is written last; half a page is never there, and the next report goes on."""
    out = tmp_path / "r"
    write_archive(kept(1), out, title="before")
    index = (out / "index.html").read_bytes()

    def breaking():
        yield from kept(3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_archive(breaking(), out, title="after")

    assert (out / "index.html").read_bytes() == index
    assert len(listed(out)) == 1
    assert not list(out.rglob("*.part"))
    assert write_archive(kept(3), out, title="after").n_pages == 0


def test_what_only_an_older_report_needed_is_taken_away(kept, tmp_path: Path) -> None:
    """Rows and pages of ours, also what a kill left; nothing of others."""
    out = tmp_path / "r"
    write_archive(kept(3), out, title="news")
    (page, *_) = out.glob("articles/*/*.html")
    left = page.with_name(f"{'0' * 16}.html.77.part")
    others = [out / "notes.txt", page.with_name("notes.html")]
    for path in (left, *others):
        path.write_text("mine")

    write_archive(kept(1), out, title="news")

    assert len(list(out.glob("articles/*/*[0-9a-f].html"))) == 1
    assert len(list(out.glob("data/*"))) == 1
    assert not left.exists()
    assert all(path.read_text() == "mine" for path in others)


def test_a_page_of_somebody_else_is_not_written_over(kept, tmp_path: Path) -> None:
    """The folder may be the wrong one."""
    (tmp_path / "index.html").write_text("<h1>My home page</h1>")

    with pytest.raises(UsageError, match="is no report of an archive"):
        write_archive(kept(1), tmp_path, title="news")

    assert list(tmp_path.iterdir()) == [tmp_path / "index.html"]


def test_a_single_page_has_the_rest_beside_it(kept, tmp_path: Path) -> None:
    """Addresses are written so that any name works."""
    index = tmp_path / "my news #1.html"

    write_archive(kept(1), index, title="news")

    (row,) = listed(tmp_path / "my news #1_files")
    page = page_of(row, tmp_path / "my news #1_files").read_text("utf-8")
    assert 'href="../../../my%20news%20%231.html"' in page
    assert '"pages":"my%20news%20%231_files/articles/"' in index.read_text("utf-8")


def test_what_failed_without_an_answer_is_listed_too(kept, tmp_path: Path) -> None:
    """Nothing is dropped in silence; what stands at a place that has a record is not said twice."""
    (first,) = kept(1)
    failures = [
        Failure("b.txt", "failed", "no answer in time", 3),
        Failure("c.pdf", "unreadable", "encrypted", 0),
        Failure(first.place, "failed", "an older recipe", 1),
    ]

    write_archive([first, *failures], tmp_path / "r", title="news")

    rows = listed(tmp_path / "r")
    assert [(row["name"], row["status"], row["page"]) for row in rows[1:]] == [
        ("b.txt", "failed", ""),
        ("c.pdf", "unreadable", ""),
    ]


def test_one_that_cannot_be_read_does_not_stop_the_others(kept, tmp_path: Path) -> None:
    """It is told, with its place."""
    first, second = kept(2)
    broken = replace(first, envelope={"attempts": []}, place="broken.json")
    strange = replace(first, envelope={**first.envelope, "record": {"event": 1}})

    written = write_archive([broken, strange, second], tmp_path / "r", title="news")

    assert written.n_rows == 1
    assert ["broken.json" in str(error) for error in written.unread] == [True, False]
    assert "does not fit" in str(written.unread[1])


def test_rows_can_be_chosen_and_limited(kept, tmp_path: Path) -> None:
    """The limit is of those that are chosen."""
    written = write_archive(
        kept(5),
        tmp_path / "r",
        title="news",
        choice=Choice(lambda row: row.name != "news-1", limit=2),
    )

    assert written.n_rows == 2
    assert [row["name"] for row in listed(tmp_path / "r")] == ["news-2", "news-3"]


def test_the_same_article_twice_has_two_pages(kept, saying, tmp_path: Path) -> None:
    """A folder of kept extractions may hold the answers of several models."""
    (first,) = kept(1)
    other = Exported.of(replace(saying(article=first.article), model="openai/gpt-lorem"))

    write_archive([first, other], tmp_path / "r", title="news")

    rows = listed(tmp_path / "r")
    assert rows[1]["page"] == f"{rows[0]['page']}-2"
    assert "gpt-lorem" in page_of(rows[1], tmp_path / "r").read_text("utf-8")


def test_hostile_words_stay_words(saying, parse, tmp_path: Path) -> None:
    """Titles, names and places cannot end a script; only addresses on the web become links."""
    extraction = saying(article=Article("12 projects.", name=HOSTILE), name=HOSTILE, host=HOSTILE)
    addresses = ("javascript:alert(1)", "data:text/html,<script>", "https://news.example/?a=<b>&c")
    kept = Exported(
        extraction.article, extraction.to_json(), HOSTILE, title=HOSTILE, also_at=addresses
    )

    write_archive([replace(kept, url="javascript:alert(1)")], tmp_path / "r", title=HOSTILE)

    index = parse((tmp_path / "r" / "index.html").read_text("utf-8"))
    (row,) = listed(tmp_path / "r")
    page = parse(page_of(row, tmp_path / "r").read_text("utf-8"))
    assert (row["name"], row["host"], row["url"]) == (HOSTILE, HOSTILE, "")
    (data,) = (tmp_path / "r" / "data").iterdir()
    assert not re.search("[<>&\u2028]", data.read_text("utf-8"))
    for parsed, n_scripts in ((index, 2), (page, 1)):
        tags = [element.tag for element in parsed.elements]
        assert tags.count("script") == n_scripts
        assert "img" not in tags
    outward = [each for each in page.elements if ":" in each.attrs.get("href", "")]
    assert [(link.attrs["href"], link.attrs["rel"]) for link in outward] == [
        ("https://news.example/?a=<b>&c", "noreferrer noopener")
    ]


def test_half_a_surrogate_pair_of_a_model_or_a_file_name_is_no_obstacle(
    kept, tmp_path: Path
) -> None:
    """Replies are kept byte for byte, and file names hold what they hold."""
    (first,) = kept(1)
    strange = replace(first, envelope={**first.envelope, "reason": "caf\udce9"}, place="\udce9.txt")

    written = write_archive([strange], tmp_path / "r", title="\udce9")

    assert written.n_pages == 1
    assert len(listed(tmp_path / "r")) == 1
