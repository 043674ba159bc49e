"""Exceptions: the tree that the module's docstring draws."""

import inspect
import pickle
import re

from extractor import errors
from extractor.usage import NO_TOKENS, Usage


def test_the_docstring_draws_every_exception_under_its_base() -> None:
    """The drawing is the documentation, so it has to be true."""
    drawn = {}
    above: list[str] = []
    for found in re.finditer(r"^( +[│ ]*(?:[├└]─ )?)(\w+)", errors.__doc__ or "", re.MULTILINE):
        depth = (len(found[1]) - 4) // 4 + ("─" in found[1] and (len(found[1]) - 4) % 4 > 0)
        above = [*above[:depth], found[2]]
        drawn[found[2]] = above[-2] if depth else "Exception"

    classes = inspect.getmembers(
        errors, lambda member: inspect.isclass(member) and issubclass(member, Exception)
    )
    assert drawn == {name: kind.__base__.__name__ for name, kind in classes}


def test_an_error_of_a_service_bears_what_was_billed_all_the_same() -> None:
    """The tokens of failed tries are kept, in a copy sent to another process too."""
    error = errors.UnreachableError("gone", usage=Usage(10, 2, 0, 0, unknown_tries=1))

    copy = pickle.loads(pickle.dumps(error))

    assert (str(copy), copy.usage) == ("gone", Usage(10, 2, 0, 0, unknown_tries=1))
    assert errors.RefusedError("no").usage == NO_TOKENS
