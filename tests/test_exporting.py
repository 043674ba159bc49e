"""The command `extractor export`."""

import csv
import io
import json
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.exports import FORMATS
from extractor.packaged import packaged_folder

REAL = packaged_folder("evals") / "gold" / "huqia-week-2022.txt"


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: object
) -> tuple[int, str, str]:
    """Run `extractor ARGS` in this process; return status, output and errors."""
    monkeypatch.setattr("sys.argv", ["extractor", *map(str, args)])
    with pytest.raises(SystemExit) as stop:
        main()
    out, err = capsys.readouterr()
    return (stop.value.code if isinstance(stop.value.code, int) else 0, out, err)


def rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV file."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def test_kept_extractions_become_tables(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What `extract --out` wrote is all that is needed."""
    kept, tables = tmp_path / "kept", tmp_path / "tables"
    run(capsys, monkeypatch, "extract", REAL, "--model", "rules", "--out", kept)

    status, out, _ = run(capsys, monkeypatch, "export", kept, "--out", tables)

    assert status == 0
    assert f"1 extraction as csv in {tables}" in out
    assert rows(tables / "events.csv")[0]["amount"] == "93588000000"
    assert len(rows(tables / "shares.csv")) > 5


def test_a_ledger_becomes_tables(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The same tables, with the place where each article was met."""
    ledger, tables = tmp_path / "news.ledger", tmp_path / "tables"
    run(capsys, monkeypatch, "batch", REAL, "--ledger", ledger, "--model", "rules")

    status, _, _ = run(capsys, monkeypatch, "export", ledger, "--out", tables)

    assert status == 0
    assert rows(tables / "articles.csv")[0]["place"].endswith("huqia-week-2022.txt")
    assert rows(tables / "events.csv")[0]["currency"] == "CNY"


def test_of_several_recipes_the_latest_extraction_is_exported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An article stands once in its table, or joins would multiply what belongs to it."""
    ledger, tables, file = tmp_path / "news.ledger", tmp_path / "tables", tmp_path / "news.txt"
    file.write_text("Wuhan signed 5 projects worth 3 billion yuan.", "utf-8")
    for n_attempts in (3, 2):
        attempts = ("--max-attempts", n_attempts)
        run(capsys, monkeypatch, "batch", file, "--ledger", ledger, "--model", "rules", *attempts)

    _, out, _ = run(capsys, monkeypatch, "export", ledger, "--out", tables)

    assert "1 extraction as" in out
    assert len(rows(tables / "articles.csv")) == 1


def test_an_article_whose_file_was_changed_since_is_exported_by_its_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It stands nowhere any more, but its extraction is in the ledger and was paid for."""
    ledger, tables, file = tmp_path / "news.ledger", tmp_path / "tables", tmp_path / "news.txt"
    for n_projects in (5, 7):
        file.write_text(f"Wuhan signed {n_projects} projects worth 3 billion yuan.", "utf-8")
        run(capsys, monkeypatch, "batch", file, "--ledger", ledger, "--model", "rules")

    status, _, _ = run(capsys, monkeypatch, "export", ledger, "--out", tables)

    assert status == 0
    assert [row["place"] for row in rows(tables / "articles.csv")] == ["news", str(file)]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_exported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing goes missing unsaid."""
    kept = tmp_path / "kept"
    run(capsys, monkeypatch, "extract", REAL, "--model", "rules", "--out", kept)
    (kept / "broken.json").write_text(json.dumps({"attempts": []}))

    status, out, err = run(capsys, monkeypatch, "export", kept, "--out", tmp_path / "tables")

    assert status == 1
    assert "1 extraction as" in out
    assert "broken.json" in err


def test_a_folder_without_extractions_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Empty tables would look like an archive without events: none are written."""
    (tmp_path / "kept").mkdir()

    status, _, err = run(
        capsys, monkeypatch, "export", tmp_path / "kept", "--out", tmp_path / "tables"
    )

    assert status == 1
    assert "holds no extractions" in err
    assert not (tmp_path / "tables").exists()


def test_a_ledger_without_an_answer_is_told_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What an export of before left in the folder stays."""
    ledger, tables = tmp_path / "news.ledger", tmp_path / "tables"
    tables.mkdir()
    (tables / "events.csv").write_text("of before", "utf-8")
    (tmp_path / "news.pdf").write_bytes(b"%PDF-")
    run(capsys, monkeypatch, "batch", tmp_path / "news.pdf", "--ledger", ledger, "-m", "rules")

    status, _, err = run(capsys, monkeypatch, "export", ledger, "--out", tables)

    assert status == 1
    assert "nothing to export" in err
    assert [path.name for path in tables.iterdir()] == ["events.csv"]


def test_what_another_format_left_in_the_folder_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It may be older than what was written now, under the one dictionary."""
    kept, tables = tmp_path / "kept", tmp_path / "tables"
    run(capsys, monkeypatch, "extract", REAL, "--model", "rules", "--out", kept)

    _, _, alone = run(capsys, monkeypatch, "export", kept, "--out", tables, "-f", "sqlite")
    _, _, again = run(capsys, monkeypatch, "export", kept, "--out", tables, "-f", "sqlite")
    _, _, beside = run(capsys, monkeypatch, "export", kept, "--out", tables)

    assert "beside" not in alone + again
    assert f"{tables}: what an export as sqlite left there stays beside it" in beside
    assert (tables / "extractions.sqlite").exists()


def test_a_recording_is_no_extraction_yet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Replies that were kept alone, without their article, have first to be checked again."""
    recordings = packaged_folder("evals") / "recordings"
    recording = min(recordings.rglob("*.draft-1.*.json"))

    status, _, err = run(capsys, monkeypatch, "export", recording, "--out", tmp_path / "tables")

    assert status == 1
    assert "does not hold its article; extractor recheck finds it with --articles" in err


def test_what_is_said_of_many_is_said_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A folder of recordings lacks every article; one line says so, and how often."""
    recordings = packaged_folder("evals") / "recordings" / "extract-v4"

    _, _, err = run(capsys, monkeypatch, "export", recordings, "--out", tmp_path / "tables")

    (line,) = err.splitlines()
    assert line.startswith(f"extractor: {recordings}: does not hold its article; ")
    assert line.endswith(" times)")


def test_an_unknown_format_is_misuse(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The message names those that are."""
    status, _, err = run(
        capsys, monkeypatch, "export", tmp_path, "--out", tmp_path / "t", "--format", "xls"
    )

    assert status == 2
    assert all(name in err for name in FORMATS)
