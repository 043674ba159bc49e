"""What a sheet cannot hold: rows, characters of a cell, digits of a number."""

import json
import zipfile

import pytest

from extractor.errors import UsageError
from extractor.exports import Exported, export


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
