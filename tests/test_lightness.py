"""Starting up: heavy libraries load when they are used, not before."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("openai", "instructor", "pydantic", "rich", "tenacity", "opencc", "sentencex", "rapidfuzz")

RECORD_MODELS = "import extractor.record"
EXTRACT = "from extractor import extract"


def seconds(*command: str, rounds: int = 5) -> float:
    """Return the least processor time of a command over a few rounds, in seconds.

    A command waits for nothing, and other jobs do not count.
    """
    times = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def test_importing_extract_loads_no_heavy_library() -> None:
    """`from extractor import extract` costs the interpreter little more than itself."""
    code = f"import sys; {EXTRACT}; print([name for name in {HEAVY!r} if name in sys.modules])"

    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert loaded.strip() == "[]"


def test_a_service_is_asked_without_loading_the_sdk() -> None:
    """The SDK takes a second to load; it is there for who gives a client of it."""
    code = (
        "import sys; from extractor.models.catalogue import load_model; load_model('openai/m', "
        "environ={'OPENAI_BASE_URL': 'http://127.0.0.1:9/v1'}); "
        "print([name for name in ('openai', 'httpx2', 'instructor') if name in sys.modules])"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert loaded.strip() == "[]"


@pytest.fixture(scope="module")
def yardstick() -> float:
    """Return the time that importing pydantic and defining the record's models takes.

    It is 0.3 s, or more on a slow machine.
    """
    return seconds(sys.executable, "-c", RECORD_MODELS)


def test_importing_extract_takes_no_longer_than_half_again_the_record_models(
    yardstick: float,
) -> None:
    """Nothing larger is loaded before there is something to do."""
    assert seconds(sys.executable, "-c", EXTRACT) <= 1.5 * yardstick


def test_help_is_there_at_once(yardstick: float) -> None:
    """`extractor --help` takes no longer, either."""
    command = Path(sys.executable).parent / "extractor"

    assert seconds(str(command), "--help") <= 1.5 * yardstick
