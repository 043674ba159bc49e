"""Exceptions: the tree that the module's docstring draws."""

import inspect
import re

from extractor import errors


def test_the_docstring_draws_every_exception_under_its_base() -> None:
    """The drawing is the documentation, so it has to be true."""
    drawn = {}
    above: list[str] = []
    for found in re.finditer(r"^( +[│ ]*(?:[├└]─ )?)(\w+)", errors.__doc__ or "", re.MULTILINE):
        depth = (len(found[1]) - 4) // 4 + ("─" in found[1] and (len(found[1]) - 4) % 4 > 0)
        above = [*above[:depth], found[2]]
        drawn[found[2]] = above[-2] if depth else "Exception"

    classes = inspect.getmembers(errors, inspect.isclass)
    assert drawn == {name: kind.__base__.__name__ for name, kind in classes}
