"""The package's front door."""

import subprocess
import sys

import pytest

import extractor


def test_public_names_are_sorted_and_each_is_listed_once() -> None:
    """So that a reader finds them."""
    assert extractor.__all__ == sorted(set(extractor.__all__))


@pytest.mark.parametrize("name", extractor.__all__)
def test_every_public_name_loads_when_it_is_used(name: str) -> None:
    """It bears its own name, and is listed by `dir`."""
    value = getattr(extractor, name)

    assert value.__name__ == name
    assert name in dir(extractor)


def test_an_unknown_name_is_no_attribute() -> None:
    """As of any module."""
    with pytest.raises(AttributeError, match="nothing"):
        extractor.nothing  # noqa: B018


def test_importing_the_package_loads_nothing_of_it() -> None:
    """No model, no schema, no library, until a name is used."""
    code = "import sys, extractor; print(*sorted(name for name in sys.modules if '.' in name))"

    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()

    assert not [name for name in loaded if name.startswith(("extractor.", "pydantic", "openai"))]
