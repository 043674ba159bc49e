"""The application: every command of `extractor` under its name."""

import io
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor import __version__
from extractor.cli.archive import batch, failures, retry, status
from extractor.cli.commands import data, extract, figures, models, schema
from extractor.cli.evaluation import evaluation
from extractor.cli.exporting import export
from extractor.cli.gold import gold_commands
from extractor.cli.rechecking import recheck
from extractor.cli.reporting import report
from extractor.cli.reviewing import agreement, review
from extractor.cli.streams import complain
from extractor.errors import ExtractorError, UsageError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_SIZE = re.compile(r"[0-9]{1,6}")

app = typer.Typer(
    name="extractor",
    help="Investment-promotion news as data you can trust: the model chooses, code computes.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for command in (
    extract,
    recheck,
    figures,
    batch,
    status,
    failures,
    retry,
    export,
    report,
    review,
    schema,
    models,
    data,
):
    app.command()(command)
app.add_typer(evaluation, name="eval")
gold_commands.command()(agreement)
app.add_typer(gold_commands, name="gold")


def _version(*, value: bool) -> None:
    if value:
        typer.echo(f"extractor (figurebook) {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=lambda value: _version(value=value), is_eager=True)
    ] = False,
) -> None:
    """Investment-promotion news as data you can trust: the model chooses, code computes."""


def _forget_odd_sizes() -> None:
    """Leave out a size of the terminal that is none: Rich takes `²` for a number, and raises."""
    for name in ("COLUMNS", "LINES"):
        if not _SIZE.fullmatch(os.environ.get(name, "")):
            os.environ.pop(name, None)


def _replace_closed_streams() -> None:
    """Let a stream that was closed before we began take whatever is said, and keep none of it.

    Its number is taken first: a file that had it would get what other processes write there.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # noqa: FBT003  the lowest: this
        if getattr(sys, name) is None:
            mode = "w" if number else "r"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  for good


class _Output(io.FileIO):
    """Standard output that says of what it cannot write that it is output, as a file says its name."""

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write as much as can be written."""
        try:
            return super().write(data)
        except OSError as error:
            error.filename = "output"
            raise


def _prepare_output() -> None:
    """Let standard output take every text, in whatever encoding, and say of a fault that it is its."""
    output = sys.stdout
    if not isinstance(output, io.TextIOWrapper):  # it was replaced, by a test say
        return
    raw = getattr(output.buffer, "raw", output.buffer)
    if type(raw) is io.FileIO:
        output.flush()
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(_Output(raw.fileno(), "w", closefd=False)),
            encoding=output.encoding,
            errors="backslashreplace",
            line_buffering=output.line_buffering or output.write_through,
        )


def _leave_the_rest_unwritten() -> None:
    """Let what is left for an output that takes no more go nowhere, as Python writes it at the end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """Run the command line; every error of this package becomes one line and an exit status."""
    _forget_odd_sizes()
    _prepare_output()
    _replace_closed_streams()
    try:
        app()
    except UsageError as error:
        complain(str(error))
        sys.exit(2)
    except ExtractorError as error:
        complain(str(error))
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        _leave_the_rest_unwritten()
        what = error.strerror or str(error) or type(error).__name__
        complain(f"{error.filename}: {what}" if error.filename else what)
        sys.exit(1)
