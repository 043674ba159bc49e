"""What writes a format: a function of a folder, for a `with` block, that gives what adds to it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from extractor.exports.exported import Exported

Add = Callable[[Exported], None]
"""Writes one more extraction."""

Writer = Callable[[Path], AbstractContextManager[Add]]
"""Writes into a folder; whole only after the end of the block without an error.

It raises UsageError where a library that it needs is missing, and OSError where it cannot write.
"""
