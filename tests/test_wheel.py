"""The built wheel, in a clean environment, with nothing of the checkout in reach."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("figurebook-*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `extractor` of a new environment that holds the wheel and what it needs."""
    home = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(home, with_pip=True)
    subprocess.run(
        [home / "bin" / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True
    )
    return home / "bin" / "extractor"


def run(command: Path, *args: str, cwd: Path) -> str:
    """Run a command away from the checkout and return what it prints."""
    done = subprocess.run([command, *args], cwd=cwd, check=True, capture_output=True, text=True)
    return done.stdout


def test_the_wheel_carries_prompts_gold_and_recordings(wheel: Path) -> None:
    """Everything the main job and the evals read travels in the package."""
    names = zipfile.ZipFile(wheel).namelist()

    for name in (
        "extractor/py.typed",
        "extractor/_prompts/extract/v4.md",
        "extractor/_evals/gold/huqia-week-2022.txt",
        "extractor/_evals/gold/huqia-week-2022.json",
    ):
        assert name in names
    assert any(name.startswith("extractor/_evals/recordings/") for name in names)
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"extractor"}


def test_the_main_job_runs_from_the_wheel(command: Path, tmp_path: Path) -> None:
    """An article is extracted by rules and by the recorded model, and scored against gold."""
    folder = Path(run(command, "data", cwd=tmp_path).strip())
    real = folder / "gold" / "huqia-week-2022.txt"

    by_rules = json.loads(run(command, "extract", str(real), "--json", cwd=tmp_path))
    replayed = json.loads(
        run(command, "extract", str(real), "--model", "replay", "--json", cwd=tmp_path)
    )
    table = run(command, "eval", "--only", "huqia-week-2022", "--model", "rules", cwd=tmp_path)

    assert by_rules["record"]["event"]["total"]["count"]["value"] == 88
    assert replayed["record"]["event"]["total"]["amounts"][0]["value"] == "93588000000"
    assert "huqia-week-2022" in table
