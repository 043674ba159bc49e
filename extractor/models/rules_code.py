"""The code that rules answer by, as a hash: in a checkout it changes without its version."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]

_PARTS = (
    "alignment.py",
    "article.py",
    "checks",
    "dialogue",
    "draft",
    "exchange.py",
    "extraction.py",
    "figures",
    "marking.py",
    "models/rules",
    "patterns.py",
    "record.py",
    "violations.py",
    "wrapping.py",
)
"""Modules and packages that make an answer of an article, from its figures to the checks."""


def code_versions(models: Iterable[str]) -> Mapping[str, str]:
    """Return the hash of the rules' code under its name; nothing where models of a service answer.

    What such a model answered is not another answer because code was changed.

    Args:
        models: names of the models that answer.
    """
    sha256 = rules_sha256() if set(models) == {"rules"} else None
    return {} if sha256 is None else {"rules_sha256": sha256}


@cache
def rules_sha256(package: Path = _PACKAGE) -> str | None:
    """Return the hash of the sources that rules answer by; None where the package has none.

    Args:
        package: the folder of this package.
    """
    sources = hashlib.sha256()
    names = []
    for name in _names(package):
        names.append(name)
        content = (package / name).read_bytes()
        sources.update(f"{name} {len(content)}\n".encode())
        sources.update(content)
    return sources.hexdigest() if names else None


def _names(package: Path) -> Iterator[str]:
    """Give the sources, a path in the package each, in the same order everywhere."""
    for part in _PARTS:
        path = package / part
        files = filter(Path.is_file, path.rglob("*.py") if path.is_dir() else [path])
        yield from sorted(file.relative_to(package).as_posix() for file in files)
