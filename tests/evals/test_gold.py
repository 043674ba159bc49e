import json
import shutil
from datetime import date

import pytest

from extractor.errors import GoldError
from extractor.evals.gold import corpus_sha256, load_document, load_gold, load_ordinary

TEXT = "At the Oakport fair 12 projects worth 3 billion yuan were signed, 5 of them in farming."
SOURCE = {"language": "en", "published": "2024-05-06", "origin": "written", "traits": ["short"]}


def count(value, as_written):
    """Return a count as gold has it."""
    return {"value": value, "upper": None, "hedge": "exact", "as_written": as_written}


def gold_content():
    """Return the content of a small, right gold file."""
    return {
        "source": dict(SOURCE),
        "record": {
            "event": {
                "name": {"any_of": ["Oakport fair", "the Oakport fair"]},
                "aliases": [],
                "activity": None,
                "start_date": None,
                "end_date": None,
                "place": {"any_of": ["Oakport", None]},
                "host": None,
                "stage": "signed",
                "industries": [],
                "total": {
                    "count": count(12, "12"),
                    "amounts": [
                        {
                            "kind": "investment",
                            "value": "3000000000",
                            "upper": None,
                            "currency": "CNY",
                            "hedge": "exact",
                            "as_written": "3 billion yuan",
                            "equivalents": [],
                        }
                    ],
                },
            },
            "shares": [
                {
                    "id": "s1",
                    "label": "farming",
                    "dimension": {"any_of": ["industry", "other"]},
                    "of": None,
                    "stage": None,
                    "count": count(5, "5"),
                    "amounts": [],
                    "percents": [],
                }
            ],
            "projects": [
                {
                    "name": "farming",
                    "investors": [],
                    "place": None,
                    "industry": None,
                    "amounts": [],
                    "shares": [{"any_of": ["s1", None]}],
                    "targets": [],
                }
            ],
            "agreements": [],
        },
    }


def write(folder, content, *, text=TEXT):
    """Write a gold document and return the path of its JSON file."""
    (folder / "oakport.txt").write_text(text, "utf-8")
    path = folder / "oakport.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_a_right_document_is_read_with_its_article_and_source(tmp_path):
    """The text, its date and its record come together under the file's name."""
    document = load_document(write(tmp_path, gold_content()))

    assert document.name == "oakport"
    assert document.article.text == TEXT
    assert document.article.published == date(2024, 5, 6)
    assert document.source.traits == ["short"]
    assert document.has_event


def test_the_first_reading_is_a_record(tmp_path):
    """Every choice takes its best reading; in a list a null is passed over."""
    record = load_document(write(tmp_path, gold_content())).first_reading()

    assert record.event.name == "Oakport fair"
    assert record.event.place == "Oakport"
    assert record.projects[0].shares == ["s1"]


def test_the_whole_gold_set_loads(gold):
    """All 23 are right by every rule, two of them without an event."""
    negatives = [name for name, document in gold.items() if not document.has_event]

    assert len(gold) == 23
    assert len(negatives) == 2


def test_ordinary_news_loads_without_an_event(gold_folder):
    """Each text of other news is a document whose record is empty."""
    ordinary = load_ordinary(gold_folder)

    assert len(ordinary) == 40
    assert not any(document.has_event for document in ordinary)


def change(*keys, to):
    """Return an edit that sets the node at the end of a path in a gold file's content."""

    def edit(content):
        node = content
        for key in keys[:-1]:
            node = node[key]
        node[keys[-1]] = to

    return edit


RECORD = ("record",)
SHARE = ("record", "shares", 0)
PROJECT = ("record", "projects", 0)

FAULTS = [
    pytest.param(change("remark", to="x"), "$: must be", id="an unknown key at the top"),
    pytest.param(change("record", to=None), "$.record: ", id="no record"),
    pytest.param(change("source", "language", to="fr"), "$.source.language", id="language"),
    pytest.param(change("source", "published", to="May"), "$.source.published", id="published"),
    pytest.param(change("source", "origin", to="web"), "$.source.origin", id="origin"),
    pytest.param(change("source", "traits", to="hard"), "$.source.traits", id="traits"),
    pytest.param(change("source", "url", to="x"), "$.source.url", id="an unknown key in source"),
    pytest.param(
        change(*SHARE, "count", "value", to="5"),
        "$.record.shares[0].count.value",
        id="a count as text",
    ),
    pytest.param(
        change("record", "event", "total", "amounts", 0, "value", to=3e9),
        "$.record.event.total.amounts[0].value",
        id="an amount as a float",
    ),
    pytest.param(change(*SHARE, "note", to=1), "$.record.shares[0].note", id="an unknown field"),
    pytest.param(
        change(*SHARE, "dimension", to={"any_of": ["industry", "sector"]}),
        "$.record.shares[0].dimension",
        id="a second reading that breaks the format",
    ),
    pytest.param(
        change(*SHARE, "label", to={"any_of": ["farming", None]}),
        "$.record.shares[0].label",
        id="null where the format has none",
    ),
    pytest.param(
        change(*SHARE, "label", to={"any_of": []}), "list of readings", id="an empty choice"
    ),
    pytest.param(
        change(*SHARE, "label", to={"any_of": "farming"}),
        "list of readings",
        id="a choice of one text",
    ),
    pytest.param(
        change(*SHARE, "label", to={"any_of": ["farming"], "note": ""}),
        "alone",
        id="a choice and more",
    ),
    pytest.param(
        change(*SHARE, "count", "value", to={"any_of": [5, 6]}),
        "strings and null",
        id="numbers in a choice",
    ),
    pytest.param(change(*SHARE, "of", to={"any_of": [None]}), "write null", id="a choice of null"),
    pytest.param(
        change(*SHARE, "label", to={"any_of": ["farming", "farming"]}),
        "twice",
        id="a reading twice",
    ),
    pytest.param(
        change(*SHARE, "id", to={"any_of": ["s1", "s2"]}), "one reading", id="an id in two readings"
    ),
    pytest.param(
        lambda content: content["record"]["shares"].append(content["record"]["shares"][0]),
        "$.record.shares[1].id: 's1' is taken",
        id="an id twice",
    ),
    pytest.param(
        change(*SHARE, "of", to={"any_of": [None, "s7"]}),
        "$.record.shares[0].of: no share has the id 's7'",
        id="a part of nothing",
    ),
    pytest.param(
        change(*PROJECT, "shares", to=["s7"]),
        "$.record.projects[0].shares[0]: no share",
        id="a member of nothing",
    ),
    pytest.param(
        change(*SHARE, "of", to="s1"), "part of itself", id="a share that is its own part"
    ),
    pytest.param(
        change(*SHARE, "count", "as_written", to={"any_of": ["5", "five"]}),
        "$.record.shares[0].count.as_written: 'five' does not stand",
        id="a figure that the text does not have",
    ),
    pytest.param(
        change("record", "event", to=None),
        "$.record.shares: must be empty",
        id="shares without an event",
    ),
]


@pytest.mark.parametrize(("edit", "message"), FAULTS)
def test_a_malformed_document_is_refused_with_file_and_path(tmp_path, edit, message):
    """Each fault stops the loading, with the place and what is wrong there."""
    content = gold_content()
    edit(content)
    path = write(tmp_path, content)

    with pytest.raises(GoldError) as caught:
        load_document(path)

    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_a_circle_of_two_shares_is_refused(tmp_path):
    """A circle through several shares, by any reading, is found too."""
    content = gold_content()
    first = content["record"]["shares"][0]
    content["record"]["shares"].append({**first, "id": "s2", "of": "s1"})
    first["of"] = {"any_of": [None, "s2"]}

    with pytest.raises(GoldError, match="break the circle"):
        load_document(write(tmp_path, content))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("{", "is no JSON", id="broken JSON"),
        pytest.param('{"source": {}, "source": {}}', "stands twice", id="a repeated key"),
        pytest.param("[]", "must be an object", id="a list"),
    ],
)
def test_a_file_that_is_no_gold_json_is_refused(tmp_path, content, message):
    """Syntax faults name the file."""
    path = write(tmp_path, content)

    with pytest.raises(GoldError, match=message):
        load_document(path)


@pytest.mark.parametrize("missing", ["oakport.txt", "oakport.json"])
def test_an_article_without_its_record_or_the_reverse_is_refused(tmp_path, missing):
    """Neither half of a gold document may be forgotten."""
    write(tmp_path, gold_content())
    (tmp_path / missing).unlink()

    with pytest.raises(GoldError, match=missing):
        load_gold(tmp_path)


def test_folders_without_gold_are_refused(tmp_path):
    """An empty folder is a wrong path, never a perfect score."""
    with pytest.raises(GoldError, match="holds no gold"):
        load_gold(tmp_path)
    with pytest.raises(GoldError, match="holds no texts"):
        load_ordinary(tmp_path)


def test_the_corpus_hash_changes_with_any_gold_file_and_no_note(tmp_path):
    """Articles and records are pinned; the README beside them is free to change."""
    write(tmp_path, gold_content())
    before = corpus_sha256(tmp_path)
    (tmp_path / "README.md").write_text("notes", "utf-8")
    with_notes = corpus_sha256(tmp_path)
    shutil.move(tmp_path / "oakport.txt", tmp_path / "oakham.txt")
    renamed = corpus_sha256(tmp_path)

    assert with_notes == before
    assert renamed != before
