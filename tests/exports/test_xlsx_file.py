"""What a sheet cannot hold: rows, characters of a cell, digits of a number."""

import json
import re
import zipfile

import pytest

from extractor.errors import UsageError
from extractor.exports import TABLES, Exported, export


def changed(exported, **event):
    """Return an extraction with other values of its event's whole."""
    envelope = json.loads(json.dumps(exported.envelope))
    envelope["record"]["event"].update(event)
    return Exported(exported.article, envelope, exported.place)


def sheets(folder):
    """Return the sheets of the workbook, as XML."""
    with zipfile.ZipFile(folder / "extractions.xlsx") as workbook:
        names = [name for name in workbook.namelist() if "sheets/sheet" in name]
        return "".join(workbook.read(name).decode() for name in names)


def test_a_full_sheet_is_refused_with_what_to_do(monkeypatch, exported, tmp_path):
    """No row goes missing unsaid, and nothing is left behind that looks whole."""
    monkeypatch.setattr("extractor.exports.xlsx_file.MOST_ROWS", 1)

    with pytest.raises(UsageError, match="is full after 1 rows; export as parquet or csv"):
        export(exported, tmp_path, form="xlsx")

    assert not (tmp_path / "extractions.xlsx").exists()


def test_a_text_that_is_too_long_for_a_cell_ends_in_dots(exported, tmp_path):
    """A reader sees that there is more; the library would leave the cell empty."""
    export([changed(exported[0], name="x" * 40_000)], tmp_path, form="xlsx")

    assert f">{'x' * 32_766}…<" in sheets(tmp_path)


def test_a_number_of_more_digits_than_a_sheet_keeps_is_a_text(exported, tmp_path):
    """It would be rounded in silence."""
    total = json.loads(json.dumps(exported[0].envelope))["record"]["event"]["total"]
    total["amounts"][0]["value"] = "1234567890123456789"

    export([changed(exported[0], total=total)], tmp_path, form="xlsx")

    assert ">1234567890123456789</t>" in sheets(tmp_path)


def test_the_dictionary_is_the_last_sheet(exported, tmp_path):
    """Whoever gets the workbook alone knows what its columns mean."""
    export(exported[:1], tmp_path, form="xlsx")

    with zipfile.ZipFile(tmp_path / "extractions.xlsx") as workbook:
        names = workbook.read("xl/workbook.xml").decode()
        last = workbook.read(f"xl/worksheets/sheet{len(TABLES) + 1}.xml").decode()
    assert 'name="dictionary"' in names
    assert "SHA-256 of the article" in last


@pytest.mark.parametrize(
    ("value", "shown"),
    [("93588000000", "#,##0"), ("1234.5", "#,##0.##########")],
    ids=["whole", "a fraction"],
)
def test_amounts_have_separators(exported, tmp_path, value, shown):
    """No point stands behind a whole number."""
    total = json.loads(json.dumps(exported[0].envelope))["record"]["event"]["total"]
    total["amounts"][0]["value"] = value
    export([changed(exported[0], total=total)], tmp_path, form="xlsx")

    assert format_of(tmp_path, value) == shown


def format_of(folder, value):
    """Return the format of the cells of the events' sheet that have a value."""
    with zipfile.ZipFile(folder / "extractions.xlsx") as workbook:
        events = workbook.read("xl/worksheets/sheet2.xml").decode()
        styles = workbook.read("xl/styles.xml").decode()
    (style,) = re.findall(rf's="(\d+)"><v>{value}</v>', events)
    cells = styles[styles.index("<cellXfs") :]
    number = re.findall(r'<xf numFmtId="(\d+)"', cells)[int(style)]
    known = {"3": "#,##0"} | dict(re.findall(r'numFmtId="(\d+)" formatCode="([^"]+)"', styles))
    return known[number]
