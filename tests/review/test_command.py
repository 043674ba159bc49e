"""The command `extractor review`, as a process and its refusals."""

import http.client
import re
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from extractor.cli import app
from extractor.cli.reviewing import review
from extractor.errors import UsageError

MAIN = "from extractor.cli import main; main()"


def _run(*arguments: object) -> str:
    result = CliRunner().invoke(app, ["review", *map(str, arguments)])
    assert isinstance(result.exception, UsageError)
    return str(result.exception)


def test_what_cannot_be_reviewed_is_said(folder):
    """Misuse is one line that says what to do."""
    assert "no such file or folder" in _run(folder / "nothing")
    assert "holds no texts" in _run(folder.parent)
    assert "letters, digits" in _run(folder, "--labeller", "../x")
    assert "name two labellers" in _run(folder, "--adjudicate", "ann")
    assert "name two labellers" in _run(folder, "--adjudicate", "ann,ann")
    assert "give one of them" in _run(folder, "--adjudicate", "a,b", "--labeller", "c")
    assert "labelled no article both" in _run(folder, "--adjudicate", "a,b")


def test_a_missing_extra_is_named(folder, monkeypatch):
    """Without starlette the command says what to install."""
    monkeypatch.setattr("extractor.cli.reviewing.find_spec", lambda _: None)

    with pytest.raises(UsageError, match=re.escape("pip install 'figurebook[review]'")):
        review(folder)


def test_a_port_that_is_taken_is_said(folder):
    """Two reviews do not share a port."""
    from extractor.review.server import listening

    with listening(0) as listener:
        listener.listen()
        port = listener.getsockname()[1]
        assert f"--port {port}" in _run(folder, "--port", port, "--no-open", "--model", "none")


def test_the_process_prints_its_address_and_ends_with_an_interrupt(folder):
    """The address is the first line; Ctrl+C ends it in order."""
    command = [sys.executable, "-c", MAIN, "review", str(folder), "--no-open", "--model", "none"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        address = process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([\w-]{32})/", address)
        try:
            status = _status(int(found[1]), f"/{found[2]}/api/session")
        finally:
            process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)

    assert status == 200
    assert "Traceback" not in errors
    assert process.returncode in {0, 130, -signal.SIGINT}


def _status(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status
