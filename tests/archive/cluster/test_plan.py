"""The plan: what lies in a run's folder stays what the same command makes of it."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from extractor.archive.cluster.folder import Folder
from extractor.archive.cluster.pieces import cut
from extractor.archive.cluster.plan import Plan
from extractor.archive.cluster.totals import Spent, Totals
from extractor.archive.job import Admitted
from extractor.archive.options import Options
from extractor.archive.recipe import Recipe
from extractor.errors import UsageError


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """Write a folder of news."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("News")
    return [str(tmp_path / "news")]


def plan(
    sources: list[str], *, model: str = "rules", n: int | None = None, **options: bool
) -> Plan:
    """Return the plan of a run."""
    return Plan.of(cut(sources), Recipe((model,)), Options(**options), n)


def test_the_number_of_partitions_is_kept(sources: list[str], tmp_path: Path) -> None:
    """Where nobody asks for one, it is the one that the run began with."""
    path = tmp_path / "run.json"
    plan(sources, n=7).keep(path, has_chosen=True)

    kept = plan(sources).keep(path, has_chosen=False)

    assert kept.n_partitions == 7


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"model": "replay"}, "model, prompt or limits"),
        ({"links": False}, "--dedupe"),
        ({"triages": True}, "--triage"),
        ({"n": 8}, "--partitions"),
    ],
    ids=["model", "near-duplicates", "triage", "partitions"],
)
def test_another_run_does_not_go_into_the_same_folder(
    sources: list[str], tmp_path: Path, change: dict[str, object], what: str
) -> None:
    """Its partitions would be mixed with those that are there."""
    path = tmp_path / "run.json"
    plan(sources, n=7).keep(path, has_chosen=True)

    with pytest.raises(UsageError, match=f"holds a run with other {what}; use a new folder"):
        plan(sources, **{"n": 7, **change}).keep(path, has_chosen=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("versions", "what"),
    [
        ({"figurebook": "0.0.1"}, "version of figurebook (0.0.1)"),
        ({"rules_sha256": "0"}, "code of rules"),
        ({"repair_prompt_sha256": "0"}, "prompts or schemas behind the same names"),
    ],
    ids=["version", "code", "the rest"],
)
def test_a_run_of_another_version_is_told_by_what_is_other(
    sources: list[str], tmp_path: Path, versions: dict[str, str], what: str
) -> None:
    """The command is the same: nobody is sent to look for what is other in it."""
    path = tmp_path / "run.json"
    plan(sources).keep(path, has_chosen=False)
    kept = json.loads(path.read_text("utf-8"))
    kept["recipe"]["versions"].update(versions)
    path.write_text(json.dumps(kept), "utf-8")

    with pytest.raises(UsageError, match=f"with other {re.escape(what)}; use a new folder"):
        plan(sources).keep(path, has_chosen=False)


def test_other_sources_do_not_go_into_the_same_folder(sources: list[str], tmp_path: Path) -> None:
    """A file that has grown is another one."""
    path = tmp_path / "run.json"
    plan(sources).keep(path, has_chosen=False)
    (tmp_path / "news" / "b.txt").write_text("More news")

    with pytest.raises(UsageError, match="holds a run with other sources"):
        plan(sources).keep(path, has_chosen=False)


def test_totals_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Money to the last digit."""
    folder = Folder(tmp_path)
    folder.partitions.mkdir()
    spent = Spent(Decimal("0.1234567890123456789"), 5, 3)
    totals = Totals(3, admitted=Admitted(5, 2, 1), spent=spent)

    folder.publish(folder.draft(3, "w"), totals)

    assert folder.totals(3) == totals
    assert Totals.of_json(json.loads(json.dumps(totals.to_json()))) == totals
