"""The terminal view of an extraction."""

import io

from extractor.extraction import Extraction
from extractor.report.harmless import HarmlessConsole
from extractor.report.terminal import print_extraction


def test_what_is_said_below_stands_beside_its_title(built: Extraction) -> None:
    """Further lines are set in, and no word is lost."""
    console = HarmlessConsole(file=io.StringIO(), width=40, highlight=False)
    (violation, *_) = built.violations

    print_extraction(built, console=console)

    lines = console.file.getvalue().splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("  to mend  "))
    said = [lines[first].removeprefix("  to mend"), *lines[first + 1 :]]
    assert all(line.startswith(" ") for line in said)
    assert "".join(violation.message.split()) in "".join("".join(said).split())
    assert any(line.startswith(" unplaced  ") for line in said)
    assert any(line.startswith("  checked  13 figures") for line in said)
