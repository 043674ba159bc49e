"""Importing the figures package stays cheap: its patterns are built on first use."""

import subprocess
import sys

CODE = """
import sys
import extractor.figures as figures
assert "extractor.figures.finder" not in sys.modules
assert figures.find_figures("12 firms")[0].value == 12
assert "extractor.figures.finder" in sys.modules
"""


def test_patterns_are_built_on_first_use():
    """The finder is loaded by the first text that is read, not by the import."""
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
