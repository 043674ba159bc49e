"""Presence: one command at a time works on a folder, and one that was killed holds nobody up."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from extractor.archive.cluster import presence
from extractor.archive.cluster.presence import Presence
from extractor.errors import UsageError

AT_WORK = """
import sys, time
from pathlib import Path
from extractor.archive.cluster import presence
presence.BEAT_S = 0.02
with presence.Presence(Path(sys.argv[1]), on_found=print):
    time.sleep(60)
"""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a moment be a shorter one."""
    monkeypatch.setattr(presence, "BEAT_S", 0.02)


@pytest.fixture
def found() -> list[str]:
    """Return the lines about commands that may have been killed."""
    return []


def files(folder: Path) -> list[str]:
    """Return the names of the commands' files."""
    return sorted(path.name for path in folder.glob("commands/*"))


def left(folder: Path, said: bytes | None = None, *, number: int = 1) -> Path:
    """Leave the file of a command that was killed."""
    path = folder / "commands" / f"{number:06}.json"
    path.parent.mkdir(exist_ok=True)
    who = {"process": 7, "host": "far", "since": "2026-11-27T08:00:00Z", "beats": 3}
    path.write_bytes(json.dumps(who).encode() if said is None else said)
    return path


def test_a_second_command_is_refused_and_told_who_works(
    tmp_path: Path, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one does not notice; when it has ended the next may."""
    monkeypatch.setattr(presence, "N_LOOKS", 1_000)  # it may be slow
    monkeypatch.setattr(presence, "_N_LOOKS_UNSAID", 1_000)
    with Presence(tmp_path, on_found=found.append) as first:
        with (
            pytest.raises(UsageError, match=f"works on it .process {os.getpid()} on .*, since 20"),
            Presence(tmp_path, on_found=found.append),
        ):
            pytest.fail("it began")
        is_alone = first.is_alone
        begun = files(tmp_path)
    with Presence(tmp_path, on_found=found.append):
        pass

    assert is_alone
    assert begun == ["000001.json"]
    assert not (tmp_path / "commands").exists()
    assert found == []


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (None, "process 7 on far, since 2026-11-27T08:00:00Z"),
        (b"", "a command that has not said which it is"),
        (b'{"proc', "a command that has not said which it is"),
        (b'{"process": 7}', "a command that has not said which it is"),
        (b"[7]", "a command that has not said which it is"),
        (b"\xff", "a command that has not said which it is"),
    ],
    ids=["killed", "before it wrote", "while it wrote", "in part", "a list", "no text"],
)
def test_what_a_killed_command_left_is_told_and_holds_nobody_up(
    tmp_path: Path, found: list[str], said: bytes | None, who: str
) -> None:
    """In one line; the next command has a number of its own."""
    left(tmp_path, said)

    with Presence(tmp_path, on_found=found.append):
        begun = files(tmp_path)

    assert len(found) == 1
    assert found[0].startswith(f"{tmp_path}: {who} began here and has not said that it ended")
    assert begun == ["000002.json"]


def test_a_command_that_was_really_killed_is_noticed_as_such(
    tmp_path: Path, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it lives it is at work; once it is gone from this machine, nobody waits for it."""
    process = subprocess.Popen([sys.executable, "-c", AT_WORK, str(tmp_path)])
    while not files(tmp_path):
        time.sleep(0.01)
    with monkeypatch.context() as patch:
        patch.setattr(presence, "N_LOOKS", 1_000)  # it may be slow
        with pytest.raises(UsageError, match=f"process {process.pid} on"):
            Presence(tmp_path, on_found=found.append).__enter__()
    process.kill()
    process.wait()
    found.clear()
    monkeypatch.setattr(presence.time, "sleep", pytest.fail)

    with Presence(tmp_path, on_found=found.append) as next_one:
        assert next_one.is_alone

    assert len(found) == 1
    assert f"process {process.pid} on" in found[0]
    assert "ended without saying so" in found[0]


def test_a_command_that_ends_just_now_takes_nobody_the_folder(
    tmp_path: Path, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two steps of the next one it may be gone; then it is made again."""
    numbers, ends = Presence._numbers, [1, 2]

    def end_first(self: Presence) -> list[int]:
        if ends and (tmp_path / "commands").exists():
            ends.pop()
            (tmp_path / "commands").rmdir()
        return numbers(self)

    monkeypatch.setattr(Presence, "_numbers", end_first)

    with Presence(tmp_path, on_found=found.append):
        begun = files(tmp_path)

    assert begun == ["000001.json"]
    assert ends == []


def test_a_folder_that_leads_nowhere_is_a_fault_and_not_waited_for(
    tmp_path: Path, found: list[str]
) -> None:
    """A link to storage that is not there, say."""
    (tmp_path / "commands").symlink_to(tmp_path / "gone" / "away")

    with pytest.raises(FileExistsError), Presence(tmp_path, on_found=found.append):
        pytest.fail("it began")


def test_of_several_that_find_a_killed_one_one_goes_on(
    tmp_path: Path, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only one can make the next file; the others see that it is at work."""
    monkeypatch.setattr(presence, "N_LOOKS", 100)  # two seconds: who goes on is heard of meanwhile
    left(tmp_path)
    may_end, begun, refused = threading.Event(), [], []

    def begin() -> None:
        try:
            with Presence(tmp_path, on_found=found.append) as one:
                begun.append(one)
                may_end.wait(60)
        except UsageError as error:
            refused.append(error)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    while len(begun) + len(refused) < len(threads):
        time.sleep(0.01)
    may_end.set()
    for thread in threads:
        thread.join()

    assert (len(begun), len(refused)) == (1, 3)
    assert begun[0].is_alone


@pytest.mark.parametrize("is_left", [True, False], ids=["at work", "ended, and others since"])
def test_a_command_that_was_taken_for_gone_is_told(
    tmp_path: Path, found: list[str], *, is_left: bool
) -> None:
    """Its machine stood still for a while; it leaves alone what the other one has."""
    told = threading.Event()
    with Presence(tmp_path, on_found=found.append, on_lost=lambda _: told.set()) as slow:
        other = left(tmp_path, number=2 if is_left else 1)
        assert told.wait(60)
        is_alone = slow.is_alone

    assert not is_alone
    assert other.exists()


def test_storage_that_does_not_answer_for_a_moment_loses_nobody(
    tmp_path: Path, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next beat is in time."""
    read, n_faults = Path.read_bytes, 0

    def fail_twice(path: Path) -> bytes:
        nonlocal n_faults
        n_faults += 1
        if n_faults <= 2:
            raise OSError(5, "Input/output error")
        return read(path)

    with Presence(tmp_path, on_found=found.append) as kept:
        monkeypatch.setattr(Path, "read_bytes", fail_twice)
        while n_faults < 4:
            time.sleep(0.01)

        assert kept.is_alone
