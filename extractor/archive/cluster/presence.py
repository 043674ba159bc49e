"""Presence: which command works on a run's folder, told by a file that changes while it does.

Locks do not hold on every shared file system, the number of a process says nothing on another
machine, and clocks differ. So a command makes a file under the next number, which only one can, and
writes to it every second. Whoever finds such a file reads it for a while: if it changes, somebody is
at work; if not, its command was killed, and the next number may be taken. Where the command's process
is known to be gone, as only its own machine can tell, nobody waits.
"""

import json
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from extractor.archive.cluster.lives import is_over, life_of
from extractor.archive.storage import now
from extractor.errors import UsageError

BEAT_S = 1.0
N_LOOKS = 15
"""After so many looks in a row without anything new, a command is taken for gone."""

_N_LOOKS_UNSAID = 2


class Presence:
    """The presence of this command on a folder; it begins and ends with a block.

    Args:
        folder: the run's folder.
        on_found: called with a line about a command that may have been killed, before it is waited
            for.
        on_lost: called with why, where another command has taken this one for gone.

    Raises:
        UsageError: another command works on the folder.
        OSError: it cannot be written.
    """

    def __init__(
        self,
        folder: Path,
        *,
        on_found: Callable[[str], None],
        on_lost: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.on_lost = on_lost
        self._run = folder
        self._folder = folder / "commands"
        self._on_found = on_found
        process = os.getpid()
        who = {"process": process, "host": socket.gethostname(), "since": now()}
        self._said = _encoded(who | {"life": life_of(process)})
        self._number = 0
        self._is_ending = threading.Event()
        self._is_lost = threading.Event()
        self._beating = threading.Thread(target=self._beat, name="presence", daemon=True)

    @property
    def is_alone(self) -> bool:
        """Whether no other command has taken this one for gone."""
        return not self._is_lost.is_set()

    def __enter__(self) -> Self:
        while not self._take():
            pass
        self._beating.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_ending.set()
        self._beating.join()
        with suppress(OSError):
            if self._is_there():
                self._file(self._number).unlink()
            self._folder.rmdir()

    def _take(self) -> bool:
        """Take the next number; tell whether it could be taken, or is to be looked for again."""
        taken = self._numbers()
        if taken and not self._is_left(max(taken)):
            return False
        self._number = max(taken, default=0) + 1
        try:
            with self._file(self._number).open("xb") as file:
                file.write(self._beaten(0))
        except FileExistsError:  # somebody was faster
            return False
        except FileNotFoundError:  # nobody was here, or who has just ended took the folder along
            self._make_folder()
            return False
        for number in taken:
            self._file(number).unlink(missing_ok=True)
        return True

    def _make_folder(self) -> None:
        """Make the folder, unless somebody was faster.

        Raises:
            OSError: it cannot be made; a link that leads nowhere stands in its place, say.
        """
        try:
            self._folder.mkdir(parents=True)
        except FileExistsError:
            if self._folder.is_symlink() and not self._folder.exists():
                raise

    def _is_left(self, number: int) -> bool:
        """Watch the file of another command; tell whether it is left behind, or gone meanwhile.

        Raises:
            UsageError: that command is at work.
        """
        first = self._read(number)
        if is_over(_command(first).get("life")):
            self._on_found(
                f"{self._run}: {_who(first)} ended without saying so; this run goes on from there"
            )
            return True
        for look in range(N_LOOKS):
            if look == _N_LOOKS_UNSAID:
                self._on_found(
                    f"{self._run}: {_who(first)} began here and has not said that it ended; where "
                    f"nothing is heard of it for {N_LOOKS * BEAT_S:.0f} s, this run goes on from there"
                )
            time.sleep(BEAT_S)
            found = self._read(number)
            if found is None:
                return False
            if found != first:
                raise UsageError(
                    f"{self._run}: another command works on it ({_who(found)}); wait for its end, "
                    "or use another folder"
                )
        return True

    def _beat(self) -> None:
        """Write every second that this command is there, unless another one is instead."""
        n_beats = 0
        while not self._is_ending.wait(BEAT_S):
            n_beats += 1
            with suppress(OSError):  # storage that does not answer may do so the next time
                if not self._is_there():
                    self._is_lost.set()
                    self.on_lost(f"{self._run}: another command has taken it over")
                    return
                with self._file(self._number).open("r+b") as file:
                    file.write(self._beaten(n_beats))

    def _is_there(self) -> bool:
        """Tell whether the file of the highest number is that of this command."""
        said = self._read(self._number)
        is_ours = said is not None and said.startswith(self._said)
        return is_ours and max(self._numbers(), default=0) <= self._number

    def _numbers(self) -> list[int]:
        return [int(path.stem) for path in self._folder.glob("*.json") if path.stem.isdecimal()]

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:06}.json"

    def _read(self, number: int) -> bytes | None:
        """Return what a command says; None where it is gone."""
        try:
            return self._file(number).read_bytes()
        except FileNotFoundError:
            return None

    def _beaten(self, n_beats: int) -> bytes:
        """Return what is in this command's file, always as long: it may be written to a full disk."""
        return self._said + f', "beats": {n_beats:>12}}}\n'.encode()


def _encoded(said: dict[str, object]) -> bytes:
    """Return an object as JSON that is still open."""
    return json.dumps(said).removesuffix("}").encode()


def _command(said: bytes | None) -> dict[str, Any]:
    """Read what a command says of itself; empty where it is being written, or was lost in part."""
    with suppress(ValueError):
        command = json.loads(said or b"")
        return command if isinstance(command, dict) else {}
    return {}


def _who(said: bytes | None) -> str:
    """Name a command by what it says of itself."""
    command = _command(said)
    if {"process", "host", "since"} <= command.keys():
        return f"process {command['process']} on {command['host']}, since {command['since']}"
    return "a command that has not said which it is"
