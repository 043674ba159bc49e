"""Gold checked for whoever writes it: all faults at once, notes on what looks odd."""

import json
import re
import shutil

import pytest

from extractor import extract
from extractor.errors import GoldError
from extractor.evals.gold import gold_sha256, gold_version, load_gold
from extractor.evals.gold_check import check_gold

NAMES = ("huqia-week-2022", "zh-hexi-cloud-signing")


@pytest.fixture
def folder(tmp_path, gold_folder):
    """Two gold documents of one's own."""
    for name in NAMES:
        for suffix in (".txt", ".json"):
            shutil.copy(gold_folder / f"{name}{suffix}", tmp_path)
    return tmp_path


def edit(folder, name, change):
    """Change the JSON of a document."""
    path = folder / f"{name}.json"
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content))


def test_right_gold_has_no_faults(folder):
    """Both documents are there, and nothing is to be said."""
    found = check_gold(folder)

    assert [document.name for document in found.documents] == list(NAMES)
    assert (found.faults, found.notes) == ((), ())


def test_an_extraction_in_the_place_of_gold_is_told_with_what_makes_gold_of_it(folder):
    """Who starts from a model's answer is sent to the page that corrects it."""
    extraction = extract("12 projects were signed.", model="rules").to_json()
    (folder / f"{NAMES[0]}.json").write_text(json.dumps(extraction))

    (fault,) = check_gold(folder).faults

    assert "is an extraction, not gold" in fault
    assert f"extractor review {folder}" in fault


def test_all_faults_of_all_documents_are_listed(folder):
    """A labeller mends them in one go; what cannot be read is one of them."""

    def spoil(content):
        content["record"]["event"]["stage"] = "dreamt"
        content["record"]["shares"][0]["dimension"] = "colour"

    edit(folder, NAMES[0], spoil)
    (folder / f"{NAMES[1]}.json").write_text("{")
    found = check_gold(folder)

    assert found.documents == ()
    assert len(found.faults) == 3
    assert [NAMES[0] in fault for fault in found.faults] == [True, True, False]


def test_a_value_that_the_finder_reads_differently_is_noted(folder):
    """A slip by a factor of ten is worth a look, though the format allows it."""

    def scale(content):
        content["record"]["event"]["total"]["amounts"][0]["value"] = "935880000000"

    edit(folder, NAMES[0], scale)
    (note,) = check_gold(folder).notes

    assert "$.record.event.total.amounts[0]: nothing in the text reads as this value" in note


def test_a_name_that_does_not_stand_in_the_text_is_noted(folder):
    """Names are copied letter for letter."""

    def rename(content):
        content["record"]["event"]["host"] = "Hunnan"

    edit(folder, NAMES[0], rename)
    (note,) = check_gold(folder).notes

    assert "$.record.event.host: 'Hunnan' does not stand so in the text" in note


def test_a_folder_without_gold_is_refused(tmp_path):
    """An empty folder is a slip, not right gold."""
    with pytest.raises(GoldError, match="holds no gold"):
        check_gold(tmp_path)


def test_the_newest_version_of_the_packaged_gold_is_held_to_its_hash(gold_folder):
    """Whoever changes gold writes a new version into its changelog."""
    changelog = (gold_folder / "CHANGELOG.md").read_text("utf-8")
    version = gold_version(gold_folder)
    newest = re.search(
        r"^## (\S+)\n.*?^sha256 [^:]*: (\w{12})$", changelog, re.MULTILINE | re.DOTALL
    )

    assert newest is not None
    assert newest.groups() == (version, gold_sha256(load_gold(gold_folder))[:12])


def test_gold_without_a_changelog_has_no_version(tmp_path):
    """A user's own gold need not have one."""
    assert gold_version(tmp_path) is None
