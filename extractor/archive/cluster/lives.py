"""Lives: a process told from all others, also where its number is given again."""

import os
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_AFTER_NAME = 19
"""A process's start is so many fields after its name, which may hold any sign (proc(5))."""


def life_of(process: int) -> str | None:
    """Name the life of a process that is seen from here: machine, number and start.

    The machine is one since it was started, and of its processes those that see each other: in
    containers the same number is another process.

    Returns:
        None where the system does not tell, or there is no such process.
    """
    with suppress(OSError, IndexError):
        booted = (_PROC / "sys/kernel/random/boot_id").read_text("ascii").strip()
        seen = (_PROC / "self/ns/pid").readlink()
        fields = (_PROC / str(process) / "stat").read_bytes().rpartition(b")")[2].split()
        return f"{booted} {seen} {process} {int(fields[_AFTER_NAME])}"
    return None


def is_over(life: object) -> bool:
    """Tell whether a life, as `life_of` names it, is known to have ended.

    It is not of a process on another machine, nor of what is no life's name.
    """
    here = life_of(os.getpid())
    if here is None or not isinstance(life, str):
        return False
    machine, _, _ = here.rsplit(" ", 2)
    said_machine, *said = life.rsplit(" ", 2)
    if said_machine != machine or len(said) != 2 or not said[0].isdecimal():
        return False
    process = int(said[0])
    return not _is_there(process) or life_of(process) not in {life, None}


def _is_there(process: int) -> bool:
    """Tell whether a process has a number, whoever owns it; /proc may hide those of others."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
