"""The command `extractor`: options in, exit status out; the work is done below.

Exit status: 0 done (ok, no_event, flagged), 1 an article failed (with --strict also a flagged one),
something could not be read, or a gate did not hold, 2 misuse, 3 a run stopped before its end (a
budget, no service), 130 it was interrupted.
"""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.cli.application import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line; an interrupt ends it, also while the commands load."""
    try:
        from extractor.cli.application import run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


def __getattr__(name: str) -> Any:
    """Load the application when it is first asked for."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from extractor.cli.application import app

    return app
