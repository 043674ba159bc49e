"""The command line in processes that begin at once: one that has loaded it forks for each run.

Loading takes a second or two, running one tenth: a matrix of hundreds of runs would load all day.
Run as a script, it is the process that forks.
"""

import asyncio
import atexit
import gc
import io
import json
import os
import ssl
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from batch_news import news, subjects


@dataclass(frozen=True)
class Ended:
    """A run that has ended: its exit status, minus the signal that killed it, and what it wrote."""

    code: int
    out: str
    errors: str


@dataclass
class Running:
    """A run, the process of which has this id."""

    pid: int
    _process: "subprocess.Popen[str]"
    _folder: Path

    def wait(self) -> Ended:
        """Wait until it ends."""
        code = json.loads(_line(self._process))["code"]
        return Ended(code, *((self._folder / name).read_text() for name in ("out", "errors")))


class WarmCommand:
    """Runs the command line, once at a time.

    Args:
        process: the process that forks.
        folder: where what runs write is kept meanwhile.
    """

    def __init__(self, process: "subprocess.Popen[str]", folder: Path) -> None:
        self._process = process
        self._folder = folder

    def start(self, *arguments: str, environment: Mapping[str, str]) -> Running:
        """Begin a run with these arguments and nothing but this environment."""
        told = {"arguments": arguments, "environment": environment, "folder": str(self._folder)}
        for name in ("out", "errors"):
            (self._folder / name).write_text("")
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        return Running(json.loads(_line(self._process))["pid"], self._process, self._folder)


@contextmanager
def running_command(folder: Path) -> Iterator[WarmCommand]:
    """Load the command line, and end its process with the block."""
    with subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield WarmCommand(process, folder)
        finally:
            process.kill()


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "the process that forks has ended"
    return line


def _serve() -> None:
    """Fork for each line of standard input, until it ends."""
    main = _load()
    gc.freeze()  # what is shared with the forks stays as it is
    while line := sys.stdin.readline():
        told = json.loads(line)
        pid = os.fork()
        if not pid:
            _become(told)
            _end(main)
        _say({"pid": pid})
        _, status = os.waitpid(pid, 0)
        _say({"code": os.waitstatus_to_exitcode(status)})


def _load() -> Callable[[], None]:
    """Load all that a batch loads, by running one that asks nobody.

    Certificates are left unread, which takes long: the loopback needs none. Nor has it to be
    waited for between two tries.
    """
    import openai.resources.batches
    import openai.resources.files  # noqa: F401

    from extractor.api import extract_async
    from extractor.article import Article
    from extractor.cli import main
    from extractor.models.retry import Retries

    Retries.__init__.__defaults__ = (Retries.tries, 0.01)
    ssl.create_default_context = lambda *_, **__: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    article = Article(news(*subjects(1), 0))
    asyncio.run(extract_async(article, model="rules"))  # patterns are compiled when first used
    with tempfile.TemporaryDirectory() as empty, suppress(SystemExit):
        os.environ.update(OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY="no-key")
        told = f"batch {empty} --ledger {empty}/ledger.db --model openai/m --via batch --log-json"
        sys.argv = ["extractor", *told.split()]
        with redirect_stderr(io.StringIO()):
            main()
    return main


def _become(told: Mapping[str, Any]) -> None:
    """Make this process the one that was asked for."""
    for number, name in ((1, "out"), (2, "errors")):
        written = os.open(Path(told["folder"]) / name, os.O_WRONLY)
        os.dup2(written, number)
        os.close(written)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(told["environment"])
    sys.argv = ["extractor", *told["arguments"]]


def _end(main: Callable[[], None]) -> NoReturn:
    """Run the command line and end as it says, without taking apart what was loaded."""
    code: Any = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001  as at the top of any program
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code or 0)


def _say(content: Any) -> None:
    sys.stdout.write(json.dumps(content) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _serve()
