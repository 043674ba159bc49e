import json
from dataclasses import replace

import pytest

from extractor.errors import UsageError
from extractor.evals.gold import load_document
from extractor.evals.gold_check import check_gold
from extractor.review.sources import FolderSource, labels_folder


def test_a_folder_offers_its_texts(folder):
    """Each text is an article; its id is the same at every start."""
    (folder / "also.txt").write_text("x")

    first, second = FolderSource(folder).entries()

    assert (first.name, second.name) == ("also", "norvale")
    assert FolderSource(folder / "norvale.txt").entries() == [second]


def test_labels_are_saved_as_gold(folder, labelled):
    """What is saved is a gold file that `extractor gold check` finds right."""
    source = FolderSource(folder)
    (entry,) = source.entries()

    place = source.save(entry, labelled.article, labelled.labels)

    assert place == str(folder / "norvale.json")
    document = load_document(folder / "norvale.json")
    assert document.first_reading() == labelled.record
    assert document.source.model_dump(mode="json") == labelled.labels.source
    found = check_gold(folder)
    assert not found.faults


def test_a_second_labeller_does_not_see_the_first(folder, labelled):
    """Only what the gold file says of its article is read; labels go to a folder of their own."""
    first = FolderSource(folder)
    (entry,) = first.entries()
    dated = replace(labelled.labels, source={**labelled.labels.source, "published": "2023-05-13"})
    first.save(entry, labelled.article, dated)

    source = FolderSource(folder, labeller="bo")
    material = source.material(entry)
    place = source.save(entry, labelled.article, labelled.labels)

    assert (material.record, material.source["published"]) == (None, "2023-05-13")
    assert not entry.has_labels
    assert place == str(folder / "labels" / "bo" / "norvale.json")
    assert load_document(folder / "labels" / "bo" / "norvale.json").has_event
    assert source.entries()[0].has_labels


def test_gold_is_opened_with_its_labels(folder, labelled):
    """An article that was labelled before is opened so."""
    source = FolderSource(folder)
    (entry,) = source.entries()
    source.save(entry, labelled.article, labelled.labels)

    assert source.material(entry).record == labelled.labels.record


def test_what_is_no_gold_is_not_written_over(folder):
    """A JSON file of another make beside a text is left alone, and said."""
    (folder / "norvale.json").write_text('{"format": "1"}')
    source = FolderSource(folder)

    with pytest.raises(UsageError, match="exactly `source` and `record`"):
        source.material(source.entries()[0])


def test_a_text_that_was_changed_is_not_saved_over(folder, labelled):
    """Offsets and names are those of the text that was labelled."""
    source = FolderSource(folder)
    (entry,) = source.entries()
    (folder / "norvale.txt").write_text("Another text.")

    with pytest.raises(UsageError, match="was changed"):
        source.save(entry, labelled.article, labelled.labels)
    assert not (folder / "norvale.json").exists()


def test_a_failed_save_leaves_the_old_labels(folder, labelled, monkeypatch):
    """A full disk costs nothing that was there."""
    source = FolderSource(folder)
    (entry,) = source.entries()
    source.save(entry, labelled.article, labelled.labels)
    before = (folder / "norvale.json").read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(UsageError, match="No space left"):
        source.save(entry, labelled.article, labelled.labels)

    assert (folder / "norvale.json").read_bytes() == before
    assert [path.name for path in folder.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize("name", ["../x", "", "a/b", ".", "x" * 41, "a b", "-x\n"])
def test_a_labellers_name_is_a_folders(folder, name):
    """Names that would lead elsewhere are none."""
    with pytest.raises(UsageError, match="letters, digits"):
        labels_folder(folder, name)


def test_gold_is_nobodys_name(folder):
    """It means the labels beside the articles."""
    with pytest.raises(UsageError, match="take another"):
        FolderSource(folder, labeller="gold")


def test_a_folder_without_texts_is_said(tmp_path):
    """There is nothing to review."""
    with pytest.raises(UsageError, match="holds no texts"):
        FolderSource(tmp_path)
    with pytest.raises(UsageError, match="no such file"):
        FolderSource(tmp_path / "a.txt")


def test_saved_bytes_are_those_of_gold(folder, labelled):
    """The file ends with a line end, is indented as gold is, and keeps its letters."""
    source = FolderSource(folder)
    source.save(source.entries()[0], labelled.article, labelled.labels)

    text = (folder / "norvale.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
