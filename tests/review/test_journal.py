import json
import os
import signal
import subprocess
import sys
import time

import pytest

from extractor.errors import UsageError
from extractor.review.journal import Journal, Opened, StaleError, is_begun, set_aside

STEPS = (
    {"op": "remove", "at": "/event/name"},
    {"op": "remove", "at": "/shares/0"},
    {"op": "set_choice", "at": "/event/stage", "value": "started"},
)

WRITER = """
import sys
from pathlib import Path
from extractor.review.journal import Journal
journal = Journal(Path(sys.argv[1]))
labels = [journal.labels, journal.labels.copied()]
labels[1].record["event"]["name"] = "x" * 2_000_000
for number in range(10_000):
    journal.record([{"op": "test", "number": number}], labels[number % 2])
    print(journal.version, flush=True)
"""


@pytest.fixture
def begun(labelled, tmp_path):
    """A journal that was just begun, on a labelled article."""
    opened = Opened("0" * 64, "basis", labelled.labels, "norvale", "rules")
    return Journal(tmp_path / "norvale.jsonl", opened)


@pytest.fixture
def stepped(begun, labelled, make):
    """The journal after three steps, with the labels after each."""
    states = [labelled]
    for step in STEPS:
        states.append(make(states[-1], step))
        begun.record([step], states[-1].labels)
    return begun, [each.labels for each in states]


def test_a_journal_read_again_is_where_it_was(stepped):
    """A reload finds version, labels, and all that can be undone."""
    journal, states = stepped

    again = Journal(journal.path)

    assert (again.version, again.labels) == (3, states[3])
    for labels in reversed(states[:3]):
        again.undo()
        assert again.labels == labels
    assert not again.can_undo


def test_undo_and_redo_outlive_a_restart(stepped):
    """Steps that were taken back can be made again by the next process."""
    journal, states = stepped
    journal.undo()
    journal.undo()

    again = Journal(journal.path)

    assert (again.version, again.labels, again.can_redo) == (5, states[1], True)
    again.redo()
    assert again.labels == states[2]


def test_a_new_step_ends_what_could_be_redone(stepped):
    """After an undo, another edit begins another line."""
    journal, states = stepped
    journal.undo()
    journal.record([{"op": "x"}], states[0])

    assert not Journal(journal.path).can_redo
    assert Journal(journal.path).labels == states[0]


def test_saving_is_a_line_of_its_own(stepped):
    """What was saved is known again; an undo after it is unsaved, its redo is not."""
    journal, _ = stepped
    journal.saved("other basis")

    again = Journal(journal.path)
    assert (again.is_saved, again.saved_version, again.saved_basis) == (True, 3, "other basis")
    again.undo()
    assert not again.is_saved
    again.redo()
    assert again.is_saved


def test_labels_that_were_there_count_as_saved(labelled, tmp_path):
    """Gold that was only looked at is saved; a model's answer is not yet."""
    opened = Opened("0" * 64, "basis", labelled.labels, "norvale", "labels")

    assert Journal(tmp_path / "a.jsonl", opened).is_saved


def test_a_torn_line_is_cut_off(stepped):
    """What was not answered is not there."""
    journal, states = stepped
    with journal.path.open("ab") as file:
        file.write(b'{"at":"2026","version":4,"patch":[{"op":"repl')

    again = Journal(journal.path)
    assert (again.version, again.labels) == (3, states[3])
    again.undo()
    assert Journal(journal.path).labels == states[2]


def test_a_journal_without_a_first_line_is_none(tmp_path):
    """A process that was killed at once leaves nothing that stands in the way."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"format":"1","na')

    assert not is_begun(path)
    assert not path.exists()


def test_two_processes_do_not_write_over_each_other(stepped):
    """Whoever comes second is told, and reads what the first one wrote."""
    journal, states = stepped
    other = Journal(journal.path)
    other.undo()

    assert not journal.is_current()
    with pytest.raises(StaleError):
        journal.undo()
    journal.refresh()
    assert (journal.version, journal.labels) == (4, states[2])


def test_a_journal_is_begun_once(stepped, labelled):
    """Two processes that open the same article at once do not share a file."""
    journal, _ = stepped
    with pytest.raises(UsageError, match="another process"):
        Journal(journal.path, Opened("0" * 64, "basis", labelled.labels, "norvale", "rules"))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"[]\n", "no whole journal"),
        (b'{"format":"9"}\n', "another version"),
        (b"\xff\xfe\n", "no whole journal"),
        (b'{"format":"1","article":"","basis":"","maker":"","name":"","labels":{}}\n', "no whole"),
    ],
)
def test_what_is_no_journal_is_said_in_a_line(tmp_path, content, complaint):
    """A file that cannot be read names itself and the way out."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)

    with pytest.raises(UsageError, match=complaint):
        Journal(path)


def test_a_journal_is_set_aside_under_a_free_name(tmp_path):
    """Nothing is ever thrown away."""
    path = tmp_path / "a.jsonl"
    names = []
    for _ in range(2):
        path.write_text("x")
        names.append(set_aside(path).name)

    assert names == ["a.1.jsonl", "a.2.jsonl"]


def test_a_line_says_what_was_said_and_when(stepped):
    """People can read a journal."""
    journal, _ = stepped

    line = json.loads(journal.path.read_text("utf-8").splitlines()[1])

    assert line["edits"] == [STEPS[0]]
    assert line["patch"][0]["op"] == "replace"
    assert line["at"].startswith("20")


def test_a_killed_process_loses_nothing_that_was_answered(begun):
    """Kill -9 in the midst of writing: every step that was answered is there, whole."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(begun.path)], stdout=subprocess.PIPE, text=True
    )
    answered = [int(process.stdout.readline()) for _ in range(5)]
    time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read().split()
    process.stdout.close()
    process.wait()

    again = Journal(begun.path)
    assert again.version >= int([*answered, *rest][-1])
    again.undo()
    assert Journal(begun.path).version == again.version
