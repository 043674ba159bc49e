"""The command `extractor report`."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.packaged import packaged_folder

GOLD = packaged_folder("evals") / "gold"
REAL, CHINESE, NO_EVENT = "huqia-week-2022", "zh-lanxu-homecoming", "en-luoshui-catalogue"
BATCH = ("batch", "news", "--ledger", "news.db", "--model", "rules", "--concurrency", "1")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with three articles, and a ledger of them."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "news").mkdir()
    for name in (REAL, CHINESE, NO_EVENT):
        shutil.copy(GOLD / f"{name}.txt", folder / "news")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr("sys.argv", ["extractor", *BATCH])
        with pytest.raises(SystemExit):
            main()
    return folder


@pytest.fixture
def run(capsys, monkeypatch, kept: Path, tmp_path: Path):
    """Give a function that runs `extractor ARGS` in a copy of that folder."""
    shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)

    def run(*args: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["extractor", *map(str, args)])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return (stop.value.code if isinstance(stop.value.code, int) else 0, out, err)

    return run


def rows(out: Path) -> str:
    """Return the rows of a report, as they are written."""
    return "".join(path.read_text("utf-8") for path in sorted(out.glob("data/*.js")))


def test_a_ledger_becomes_a_folder_to_look_at(run, tmp_path: Path) -> None:
    """An index and a page for each article, beside the ledger's name."""
    status, out, _ = run("report", "news.db")

    assert status == 0
    assert out == f"3 articles, 3 pages made: {Path('news-report', 'index.html')}\n"
    assert len(list(tmp_path.glob("news-report/articles/*/*.html"))) == 3
    assert run("report", "news.db")[1].startswith("3 articles, 0 pages made")


def test_a_folder_of_kept_extractions_becomes_one_too(run, tmp_path: Path) -> None:
    """What cannot be read is told, the others are listed."""
    run("extract", f"news/{REAL}.txt", "--model", "replay", "--out", "kept")
    Path("kept/broken.json").write_text("{")

    status, out, err = run("report", "kept", "--out", "r.html")

    assert status == 1
    assert out == "1 article, 1 page made: r.html\n"
    assert "broken.json: cannot be read as JSON" in err
    assert len(list(tmp_path.glob("r_files/articles/*/*.html"))) == 1


@pytest.mark.parametrize(
    ("where", "names"),
    [
        pytest.param(["status=no_event"], {NO_EVENT}, id="status"),
        pytest.param(["no_event,reason=catalogue"], {NO_EVENT}, id="state and reason"),
        pytest.param(["language=zh"], {CHINESE}, id="language"),
        pytest.param(["year=2022", "language=en"], {REAL}, id="both"),
        pytest.param(["host=HUNAN"], {REAL}, id="host in any case"),
        pytest.param(["model=openai/x"], set(), id="nothing"),
    ],
)
def test_articles_can_be_chosen(run, where: list[str], names: set[str], tmp_path: Path) -> None:
    """By the columns that the list can be filtered by."""
    run("report", "news.db", *(word for each in where for word in ("--where", each)))

    listed = rows(tmp_path / "news-report")
    assert {name for name in (REAL, CHINESE, NO_EVENT) if f"news/{name}.txt" in listed} == names


def test_a_limit_lists_the_first_ones(run) -> None:
    """To try it on a large archive."""
    assert run("report", "news.db", "--limit", 2)[1].startswith("2 articles")


def test_a_recipe_can_be_chosen(run, tmp_path: Path) -> None:
    """By its place in what status lists; without it the latest answer of each article stands."""
    run("batch", f"news/{REAL}.txt", "--ledger", "news.db", "--model", "replay")

    _, latest, _ = run("report", "news.db", "--out", "latest")
    _, second, _ = run("report", "news.db", "--out", "second", "--recipe", 2)
    status, _, err = run("report", "news.db", "--recipe", 3)

    assert (latest.split()[0], second.split()[0]) == ("3", "1")
    assert "replay" in rows(tmp_path / "latest")
    assert "rules" in rows(tmp_path / "latest")
    assert "rules" not in rows(tmp_path / "second")
    assert (status, err) == (
        2,
        "extractor: --recipe 3: the ledger has 2; see extractor status\n",
    )


def test_what_has_no_record_is_listed_or_said(run, tmp_path: Path) -> None:
    """What could not be read has a row; what was left out, a sentence."""
    (tmp_path / "news" / "bad.pdf").write_bytes(b"%PDF-1.7 broken")
    text = (tmp_path / "news" / f"{REAL}.txt").read_text("utf-8")
    (tmp_path / "news" / "again.txt").write_text(f"Another headline\n{text}", "utf-8")
    run(*BATCH)

    run("report", "news.db")

    html = (tmp_path / "news-report" / "index.html").read_text("utf-8")
    assert "named on the page of the article that they repeat: 1." in html
    assert '"unreadable"' in rows(tmp_path / "news-report")
    assert "bad.pdf" in rows(tmp_path / "news-report")


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        pytest.param(["nothing.db"], "nothing.db: no such ledger or folder", id="no ledger"),
        pytest.param(
            ["news.db", "--where", "size=3"], "--where 'size=3': there is no 'size'", id="no column"
        ),
        pytest.param(["news.db", "--where", "status=fine"], "is one of ok, flagged", id="no state"),
        pytest.param(["news.db", "--where", "skipped"], "state is one of ok", id="not listed"),
        pytest.param(["news.db", "--out", "news/x.txt/r"], "cannot be written", id="no folder"),
    ],
)
def test_misuse_is_one_line(run, args: list[str], complaint: str) -> None:
    """And writes nothing."""
    Path("news/x.txt").write_text("a file")

    status, out, err = run("report", *args)

    assert (status, out) == (2, "")
    assert complaint in err
    assert err.count("\n") == 1


def test_a_folder_without_extractions_leaves_the_report_that_is_there(run, tmp_path: Path) -> None:
    """The articles of a ledger beside it have the same name for their report."""
    run("report", "news.db")

    status, out, err = run("report", "news")

    assert (status, out) == (1, "")
    assert err == "extractor: news: holds no extractions (ledgers, or extract --out)\n"
    assert len(list(tmp_path.glob("news-report/articles/*/*.html"))) == 3


def test_what_a_report_needs_of_an_old_envelope_is_little(run, tmp_path: Path) -> None:
    """An extraction that says neither what it took nor which figures were shown is listed."""
    run("extract", f"news/{REAL}.txt", "--model", "rules", "--out", "kept")
    (path,) = (tmp_path / "kept").iterdir()
    content = json.loads(path.read_text("utf-8"))
    for name in ("usage", "cost_usd", "least_cost_usd", "figures"):
        del content[name]
    path.write_text(json.dumps(content), "utf-8")

    assert run("report", "kept")[0] == 0


def test_progress_is_a_line_now_and_then(run, monkeypatch) -> None:
    """On standard error, where no terminal is."""
    monkeypatch.setattr("extractor.cli.streams.EVERY_S", 0.0)

    assert run("report", "news.db")[2].splitlines() == ["1 articles", "2 articles", "3 articles"]


def test_progress_moves_in_place_on_a_terminal(run, monkeypatch) -> None:
    """And leaves nothing behind in the output."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    status, out, _ = run("report", "news.db")

    assert (status, out.count("\n")) == (0, 1)
