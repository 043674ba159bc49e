"""The package's own data."""

import pytest

from extractor.errors import PackagedDataError
from extractor.packaged import packaged_folder


@pytest.mark.parametrize("name", ["prompts", "evals"])
def test_packaged_folders_are_there(name: str) -> None:
    """In a checkout they lie beside the package."""
    assert any(packaged_folder(name).iterdir())


def test_a_missing_folder_says_what_to_do() -> None:
    """A broken installation is told from a mistake of the caller."""
    with pytest.raises(PackagedDataError, match="reinstall"):
        packaged_folder("nothing")
