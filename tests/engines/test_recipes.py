"""The recipes of the docs, run as their first line says; they come to what our own harness says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli.evaluation.progress import run_plan
from extractor.evals import Plan, System, load_gold, packaged_gold
from extractor.evals.run import summary_of

pytestmark = pytest.mark.engines

RECIPES = Path(__file__).parents[2] / "docs" / "recipes"


@pytest.fixture(scope="module")
def expected():
    """The mean leaf F1 of rules by our own harness."""
    return summary_of(run_plan(Plan(load_gold(packaged_gold()), [System.of("rules")]))).f1


@pytest.mark.parametrize("recipe", ["pydantic_evals_recipe", "inspect_ai_recipe"])
def test_a_recipe_comes_to_the_same_mean(recipe, expected, tmp_path):
    """The same documents, the same records, the same scorer inside another harness."""
    done = subprocess.run(
        [sys.executable, str(RECIPES / f"{recipe}.py")],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )

    mean = re.search(r"mean leaf F1 (\d\.\d+)", done.stdout)
    assert mean is not None
    assert float(mean[1]) == pytest.approx(expected, abs=0.0001)
