"""Every format, read back by somebody else's reader."""

import csv
import io
import json
import resource
import zipfile
from decimal import Decimal

import duckdb
import pytest

from extractor.errors import UsageError
from extractor.exports import FORMATS, TABLES, Exported, export, formats_in
from extractor.exports.rows import rows_of


def n_rows(exported, name):
    """Count the rows that a table should have."""
    return sum(table.name == name for one in exported for table, _ in rows_of(one))


def read(path):
    """Read a CSV file."""
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def test_csv_has_a_file_a_table(exported, tmp_path):
    """Every row is there, decimals without exponent."""
    assert export(exported, tmp_path, form="csv") == 3

    for table in TABLES:
        found = read(tmp_path / f"{table.name}.csv")
        assert len(found) == n_rows(exported, table.name)
    events = read(tmp_path / "events.csv")
    assert events[0]["amount"] == "93588000000"


def test_parquet_is_typed(exported, tmp_path):
    """Decimals and dates come back as such."""
    export(exported, tmp_path, form="parquet")

    with duckdb.connect() as database:
        source = f"read_parquet('{tmp_path}/events.parquet')"
        row = database.execute(f"SELECT amount, start_earliest FROM {source}").fetchall()[0]
    assert row[0] == Decimal(93588000000)
    assert row[1].isoformat() == "2022-11-03"


def test_parquet_of_nothing_has_its_columns(tmp_path):
    """An empty archive is no error."""
    assert export([], tmp_path, form="parquet") == 0

    with duckdb.connect() as database:
        source = f"read_parquet('{tmp_path}/figures.parquet')"
        names = [column[0] for column in database.execute(f"SELECT * FROM {source}").description]
    assert "sentence" in names


def test_xlsx_has_a_typed_sheet_a_table(exported, tmp_path):
    """Amounts are numbers, dates are days since 1900, text is text."""
    export(exported, tmp_path, form="xlsx")

    with zipfile.ZipFile(tmp_path / "extractions.xlsx") as workbook:
        names = workbook.read("xl/workbook.xml").decode()
        events = workbook.read("xl/worksheets/sheet2.xml").decode()
    assert all(f'name="{table.name}"' in names for table in TABLES)
    assert "<v>93588000000</v>" in events
    assert "<v>44868</v>" in events
    assert "<f>" not in events


def test_json_lines_hold_the_whole_extraction(exported, tmp_path):
    """As it was kept, with where it came from."""
    export(exported, tmp_path, form="jsonl")
    lines = (tmp_path / "extractions.jsonl").read_text("utf-8").splitlines()

    first = json.loads(lines[0])
    assert len(lines) == 3
    assert first["source"]["url"] == "https://a/b"
    assert first["record"] == exported[0].envelope["record"]


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"jsonl"}))
def test_a_data_dictionary_lies_beside_the_tables(exported, tmp_path, form):
    """Every column with its type and meaning."""
    export(exported, tmp_path, form=form)
    found = read(tmp_path / "dictionary.csv")

    assert len(found) == sum(len(table.columns) for table in TABLES)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_hostile_text_is_written_and_not_run(hostile, tmp_path, form):
    """Half surrogates, control characters and formulas harm no format."""
    assert export([hostile], tmp_path, form=form) == 1


def test_json_lines_keep_half_a_surrogate_pair(hostile, tmp_path):
    """Escaped as JSON does it, it comes back as it was."""
    export([hostile], tmp_path, form="jsonl")

    line = (tmp_path / "extractions.jsonl").read_text("utf-8")
    assert json.loads(line)["reason"] == "half \ud83d"


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("n_digits", [20, 40])
def test_a_number_beyond_all_measure_spoils_no_export(exported, tmp_path, form, n_digits):
    """An article's slip leaves a cell empty where a format cannot hold it; the others are written."""
    slip = json.loads(json.dumps(exported[0].envelope))
    slip["record"]["event"]["total"]["count"]["value"] = 10**n_digits
    several = [Exported(exported[0].article, slip, "slip.txt"), *exported]

    assert export(several, tmp_path, form=form) == 4


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_formats_in_a_folder_are_known_by_their_files(tmp_path, form):
    """Those of an empty archive too."""
    before = formats_in(tmp_path)
    export([], tmp_path, form=form)

    assert (before, formats_in(tmp_path)) == ((), (form,))


def test_formulas_are_defused_in_csv(hostile, tmp_path):
    """An apostrophe stands before what a spreadsheet would run."""
    export([hostile], tmp_path, form="csv")
    (row,) = read(tmp_path / "articles.csv")

    assert row["place"].startswith("'=cmd")
    assert row["title"] == "'+1"
    assert row["url"] == "'@here"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    """Where a file stands, say."""
    file = tmp_path / "taken"
    file.touch()

    with pytest.raises(UsageError, match="taken: no folder can be made there"):
        export([], file, form="csv")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_stood_there_stays_until_all_is_written(exported, tmp_path, form):
    """A source that ends in an error leaves the last export whole, and nothing half beside it."""

    def breaking():
        yield exported[0]
        raise UsageError("the ledger is gone")

    export(exported, tmp_path, form=form)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    with pytest.raises(UsageError, match="the ledger is gone"):
        export(breaking(), tmp_path, form=form)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_folder_where_a_file_should_go_is_one_line(exported, tmp_path, form):
    """What cannot be written is told with its reason, and no part of it is left."""
    export(exported, tmp_path / "model", form=form)
    names = [path.name for path in (tmp_path / "model").iterdir()]
    for name in names:
        (tmp_path / "out" / name / "taken").mkdir(parents=True)

    with pytest.raises(UsageError, match=r"out: cannot be written there \("):
        export(exported, tmp_path / "out", form=form)

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)


@pytest.fixture
def small_files():
    """Let no file of this process grow beyond 20 kB, as on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("small_files")
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_a_disk_cannot_hold_is_one_line(exported, tmp_path, form):
    """Whatever library writes, the reason is told in the same way, and no part is left."""
    with pytest.raises(UsageError, match=r"out: cannot be written there \(.+\)"):
        export(exported * 100, tmp_path / "out", form=form)

    assert list((tmp_path / "out").iterdir()) == []


def test_a_format_that_is_none_names_those_that_are(tmp_path):
    """A slip is mended from the message."""
    with pytest.raises(UsageError, match="csv, jsonl, parquet, sqlite, xlsx"):
        export([], tmp_path, form="xls")


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_a_library_that_is_missing_is_named(monkeypatch, tmp_path, form):
    """The message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)

    with pytest.raises(UsageError, match=r"figurebook\[tables\]"):
        export([], tmp_path, form=form)
