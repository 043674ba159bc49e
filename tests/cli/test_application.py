"""The application: what is met outside of it ends in one line and an exit status."""

import os
import subprocess
import sys

import pytest

from extractor.cli import application

COMMAND = "import sys; from extractor.cli import main; sys.argv[0] = 'extractor'; main()"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError(5, "Input/output error", "/a/b"), "/a/b: Input/output error"),
        (OSError("odd"), "odd"),
        (ConnectionResetError(), "ConnectionResetError"),
    ],
    ids=["somewhere", "a file", "without a number", "without a word"],
)
def test_what_the_system_cannot_do_is_told_in_one_line(monkeypatch, capsys, error, said):
    """What failed is named where the system names it."""

    def fail():
        raise error

    monkeypatch.setattr(application, "app", fail)

    with pytest.raises(SystemExit) as ended:
        application.run()

    assert ended.value.code == 1
    assert capsys.readouterr().err == f"extractor: {said}\n"


@pytest.mark.parametrize("command", ["schema", "data", "models"], ids=["JSON", "line", "table"])
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_an_output_that_is_full_is_told_once_and_not_again_at_the_end(command, unbuffered):
    """What is left in Python's buffer is not tried another time."""
    with open("/dev/full", "w") as full:  # noqa: PTH123
        result = subprocess.run(
            [sys.executable, "-c", COMMAND, command],
            env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert result.returncode == 1
    assert result.stderr == b"extractor: output: No space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8:strict"])
def test_an_output_in_another_encoding_takes_what_it_can(encoding, tmp_path):
    """The rest is escaped: a pipe on Windows, or an old locale."""
    article = tmp_path / "a.txt"
    article.write_text("总投资5亿元。", encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-c", COMMAND, "figures", str(article)],
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )

    start = "总" if encoding.startswith("utf-8") else r"\u603b"
    assert result.stdout.startswith(start.encode())
    assert b"500,000,000 CNY" in result.stdout
    assert result.stderr == b""


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_stream_that_is_closed_takes_whatever_is_said(monkeypatch, name):
    """As in a job that somebody detached from everything."""
    monkeypatch.setattr(sys, name, None)

    def say():
        print("said", file=getattr(sys, name))
        assert not getattr(sys, name).isatty()

    monkeypatch.setattr(application, "app", say)

    application.run()

    with getattr(sys, name) as replaced:
        assert replaced.writable()


def test_streams_that_are_closed_give_their_numbers_to_no_file():
    """What another process says as an error would be written into it."""
    tell = "import os, sys; print([os.readlink(f'/proc/self/fd/{n}') for n in range(3)], file=file)"
    code = (
        "import sys, os\nfrom extractor.cli import application\nfile = os.fdopen(9, 'w')\n"
        f"def app():\n    {tell}\napplication.app = app\napplication.run()"
    )
    command = f'exec 9>&1; exec "{sys.executable}" -c "$CODE" <&- >&- 2>&-'

    result = subprocess.run(
        ["sh", "-c", command], env={**os.environ, "CODE": code}, stdout=subprocess.PIPE, check=True
    )

    assert result.stdout == b"['/dev/null', '/dev/null', '/dev/null']\n"
