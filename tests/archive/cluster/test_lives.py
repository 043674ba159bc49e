"""Lives: a process is known to be gone only where that can be seen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.archive.cluster import lives
from extractor.archive.cluster.lives import is_over, life_of


@pytest.fixture
def ended() -> str:
    """Return the life of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        life = life_of(process.pid)
    assert life is not None
    return life


def test_a_process_lives_until_it_has_ended(ended: str) -> None:
    """This one does."""
    assert not is_over(life_of(os.getpid()))
    assert is_over(ended)


def test_a_number_that_was_given_again_is_another_life() -> None:
    """The process that has it now began later."""
    life = life_of(os.getpid())
    assert life is not None
    *rest, start = life.split(" ")

    assert is_over(" ".join([*rest, str(int(start) - 1)]))


@pytest.mark.parametrize("part", [0, 1], ids=["another machine", "another container"])
def test_of_processes_that_are_not_seen_from_here_nothing_is_known(ended: str, part: int) -> None:
    """Their numbers say nothing."""
    parts = ended.split(" ")
    parts[part] = "other"

    assert not is_over(" ".join(parts))


def test_where_the_system_tells_nothing_nothing_is_known(
    ended: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """There is no /proc on some."""
    monkeypatch.setattr(lives, "_PROC", tmp_path)

    assert life_of(os.getpid()) is None
    assert not is_over(ended)


@pytest.mark.parametrize("life", [None, 7, "", "a", "a b c d", ["a"]])
def test_what_names_no_life_is_not_over(life: object) -> None:
    """It may have been written by another version, or in part."""
    assert not is_over(life)


def test_a_process_that_is_hidden_is_not_over(ended: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """That of another user, where /proc shows one's own only."""

    def refuse(_process: int, _sign: int) -> None:
        raise PermissionError

    monkeypatch.setattr(lives.os, "kill", refuse)

    assert not is_over(ended)
