"""The command `extractor eval`: scores on the terminal, and a gate that can fail."""

import json
import re
import shutil
from pathlib import Path

import pytest

from extractor.cli import main
from extractor.evals.gate import BASELINES
from extractor.packaged import packaged_folder

REAL = "huqia-week-2022"


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *args: str
) -> tuple[int, str, str]:
    """Run `extractor ARGS` in this process; return status, output and errors."""
    monkeypatch.setattr("sys.argv", ["extractor", *args])
    with pytest.raises(SystemExit) as stop:
        main()
    out, err = capsys.readouterr()
    return (stop.value.code if isinstance(stop.value.code, int) else 0, out, err)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the evaluation data with one gold article, in place of the packaged one."""
    folder = tmp_path / "evals"
    gold = packaged_folder("evals") / "gold"
    for part in ("figures", "ordinary"):
        (folder / "gold" / part).mkdir(parents=True)
    for name in (f"{REAL}.txt", f"{REAL}.json", f"figures/{REAL}.json"):
        shutil.copy(gold / name, folder / "gold" / name)
    shutil.copy(gold / "ordinary" / "en-football-derby.txt", folder / "gold" / "ordinary")
    shutil.copytree(packaged_folder("evals") / "recordings", folder / "recordings")
    (folder / BASELINES).write_text(json.dumps({"corpus_sha256": "", "floors": {}}))
    monkeypatch.setattr("extractor.packaged.packaged_folder", lambda _: folder)
    return folder


def test_eval_prints_documents_and_summary(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One gold article and one model give a row and the means; progress goes to standard error."""
    status, out, err = run(capsys, monkeypatch, "eval", "--only", REAL, "--model", "rules")

    assert status == 0
    assert REAL in out
    assert "mean F1 over documents" in out
    assert f"rules: 1/1 {REAL}" in err


def test_eval_of_two_models_sets_them_side_by_side(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Models are compared on the same documents."""
    status, out, _ = run(capsys, monkeypatch, "eval", "--only", REAL, "-m", "rules", "-m", "replay")

    assert status == 0
    assert "System: rules" in out
    assert "System: replay" in out


def test_eval_of_a_prompt_names_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Versions of a prompt are compared like models."""
    status, out, _ = run(
        capsys, monkeypatch, "eval", "--only", REAL, "-m", "replay", "--prompt", "extract/v1"
    )

    assert status == 0
    assert "System: replay extract/v1" in out


def test_eval_of_an_unknown_document_names_the_known_ones(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip in a name is mended from the message."""
    status, _, err = run(capsys, monkeypatch, "eval", "--only", "huqia")

    assert status == 2
    assert REAL in err


def test_eval_figures_prints_recall_and_precision(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The finder is measured by its own command."""
    status, out, _ = run(capsys, monkeypatch, "eval", "figures")

    assert status == 0
    assert "recall" in out
    assert "precision" in out


def test_the_gate_refuses_a_corpus_it_was_not_pinned_to(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    """Floors say something about the gold they were measured on, and no other."""
    status, out, _ = run(capsys, monkeypatch, "eval", "gate")

    assert data.is_dir()
    assert status == 1
    assert "corpus" in out


def test_the_gate_passes_after_repinning_and_fails_below_a_floor(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    """A floor is what was measured; one that is higher fails the gate."""
    assert run(capsys, monkeypatch, "eval", "gate", "--repin")[0] == 0
    pinned = json.loads((data / BASELINES).read_text())
    pinned["floors"]["rules"]["f1"] = 1.01
    (data / BASELINES).write_text(json.dumps(pinned))

    status, out, _ = run(capsys, monkeypatch, "eval", "gate")

    assert status == 1
    assert "rules f1" in out


@pytest.fixture
def kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A kept run of rules on the real article."""
    path = tmp_path / "run"
    args = ("eval", "--only", REAL, "--model", "rules", "--out", str(path))
    assert run(capsys, monkeypatch, *args)[0] == 0
    return path


def test_a_kept_run_goes_on_with_one_more_model(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """What costs nothing is asked anew: the rules may be others now."""
    args = ("eval", "--only", REAL, "-m", "rules", "-m", "replay", "--out", str(kept))
    status, out, err = run(capsys, monkeypatch, *args)

    assert status == 0
    assert "System: rules" in out
    assert {"rules: ", "replay: "} == set(re.findall(r"^\w+: (?=\d/2 )", err, re.MULTILINE))


def test_a_kept_run_says_where_its_results_are_of_several_versions(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """One article was not asked about again when the code of rules had changed."""
    monkeypatch.setattr("extractor.models.rules_code.rules_sha256", lambda: "another")
    other = "en-caizhou-materials-conference"
    args = ("eval", "--only", other, "-m", "rules", "--out", str(kept))
    _, _, when_run = run(capsys, monkeypatch, *args)
    status, _, when_shown = run(capsys, monkeypatch, "eval", "show", str(kept))
    run(capsys, monkeypatch, "eval", "--only", REAL, "-m", "rules", "--out", str(kept))
    _, _, at_last = run(capsys, monkeypatch, "eval", "show", str(kept))

    said = f"{kept}: what rules answered is of 2 versions of code or prompt"
    assert said in when_run
    assert status == 0
    assert when_shown.startswith(said)
    assert at_last == ""


def test_a_system_of_several_models_has_one_version_whichever_of_them_answered(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Rules answered one article, and replay was asked about the other."""
    other = "en-caizhou-materials-conference"
    args = ("--only", REAL, "--only", other, "-m", "rules,replay", "--out", str(tmp_path / "run"))

    _, _, err = run(capsys, monkeypatch, "eval", *args)

    assert "is kept in" in err
    assert "versions" not in err


def test_a_kept_run_is_shown_again_without_a_model(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """Tables come from the folder alone."""
    status, out, err = run(capsys, monkeypatch, "eval", "show", str(kept), "--details")

    assert (status, err) == (0, "")
    assert "System: rules" in out
    assert "share.count.value" in out


def test_runs_are_compared(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kept: Path,
    tmp_path: Path,
) -> None:
    """Systems of the same title are told apart by their run."""
    other = tmp_path / "other"
    run(capsys, monkeypatch, "eval", "--only", REAL, "--model", "rules", "--out", str(other))

    status, out, _ = run(capsys, monkeypatch, "eval", "compare", str(kept), str(other))

    assert status == 0
    assert f"{kept.name}: rules" in out
    assert "other: rules" in out
    assert "\nrules " not in out


def test_a_run_compared_with_itself_is_two(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """The second of a name is numbered."""
    _, out, _ = run(capsys, monkeypatch, "eval", "compare", str(kept), str(kept))

    assert f"{kept.name}: rules" in out
    assert f"{kept.name}-2: rules" in out


def test_a_verdict_is_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """Rule, pairing and runner-up of each leaf of a field."""
    args = ("eval", "explain", str(kept), REAL, "--field", "share.count.value")
    status, out, _ = run(capsys, monkeypatch, *args)

    assert status == 0
    assert "rules, repeat 1:" in out
    assert "values are compared as exact decimals" in out
    assert "; next " in out


def test_a_system_that_the_run_has_not_is_misuse(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """Silence would look like a record without a mistake."""
    args = ("eval", "explain", str(kept), REAL, "--system", "openai/other")
    status, out, err = run(capsys, monkeypatch, *args)

    assert (status, out) == (2, "")
    assert "its systems are: rules" in err


def test_a_field_that_is_not_there_is_misuse(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """Those that are there are named."""
    args = ("eval", "explain", str(kept), REAL, "--field", "foo")
    status, out, err = run(capsys, monkeypatch, *args)

    assert (status, out) == (2, "")
    assert f"{REAL}: nothing is at 'foo'; its fields are: " in err
    assert "share.count.value" in err


def test_a_run_is_held_against_another(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: Path
) -> None:
    """A run is no worse than itself; a run alone has nothing to be held against."""
    args = ("eval", "gate", str(kept))

    assert run(capsys, monkeypatch, *args, "--baseline", str(kept))[0] == 0
    assert run(capsys, monkeypatch, *args)[0] == 2


def test_a_run_is_scored_anew_on_other_gold(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kept: Path,
    tmp_path: Path,
) -> None:
    """Until then its scores and those on the other gold share no table."""
    gold = _gold_of_one(tmp_path / "gold")

    refused = run(capsys, monkeypatch, "eval", "show", str(kept), "--gold", str(gold))
    status, out, err = run(capsys, monkeypatch, "eval", "rescore", str(kept), str(gold))

    assert refused[0] == 2
    assert "rescore" in refused[2]
    assert status == 0
    assert "System: rules" in out
    assert "those of before are replaced" in err
    assert run(capsys, monkeypatch, "eval", "show", str(kept), "--gold", str(gold))[0] == 0


def test_a_run_scored_anew_elsewhere_stays_as_it_was(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kept: Path,
    tmp_path: Path,
) -> None:
    """With --out both scores are there; a folder that holds something is refused."""
    gold = _gold_of_one(tmp_path / "gold")
    before = {path.name: path.read_bytes() for path in kept.iterdir()}
    args = ("eval", "rescore", str(kept), str(gold), "--out", str(tmp_path / "anew"))

    status, _, err = run(capsys, monkeypatch, *args)
    again = run(capsys, monkeypatch, *args)

    assert status == 0
    assert "replaced" not in err
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == before
    anew = str(tmp_path / "anew")
    assert run(capsys, monkeypatch, "eval", "show", anew, "--gold", str(gold))[0] == 0
    assert again[0] == 2
    assert "holds something" in again[2]


def _gold_of_one(gold: Path) -> Path:
    """Make gold of the real article."""
    gold.mkdir()
    for suffix in (".txt", ".json"):
        shutil.copy(packaged_folder("evals") / "gold" / f"{REAL}{suffix}", gold)
    return gold


def test_gold_check_lists_faults_and_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Right gold passes with version and hash; a fault is a line and a status."""
    status, out, _ = run(capsys, monkeypatch, "gold", "check", "--no-notes")
    assert status == 0
    assert "23 documents are right in form, 2 of them without an event; 0 faults" in out

    (tmp_path / "a.txt").write_text("An article.")
    (tmp_path / "a.json").write_text("{}")
    status, out, _ = run(capsys, monkeypatch, "gold", "check", str(tmp_path))
    assert status == 1
    assert out.startswith("FAIL ")


def test_a_run_is_exported_for_other_tools(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kept: Path,
    tmp_path: Path,
) -> None:
    """The files are named as they are written; nothing to write is misuse."""
    junit, tables = tmp_path / "ci" / "run.xml", tmp_path / "tables"
    args = ("eval", "export", str(kept))
    status, out, _ = run(capsys, monkeypatch, *args, "--junit", str(junit), "--csv", str(tables))

    assert status == 0
    assert out.split() == [str(junit), str(tables / "articles.csv"), str(tables / "leaves.csv")]
    assert REAL in junit.read_text()
    assert run(capsys, monkeypatch, *args)[0] == 2


def test_runs_on_different_gold_share_no_table(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kept: Path,
    tmp_path: Path,
) -> None:
    """Neither a table nor a page sets them side by side."""
    gold, other = tmp_path / "gold", tmp_path / "other"
    gold.mkdir()
    for suffix in (".txt", ".json"):
        shutil.copy(packaged_folder("evals") / "gold" / f"{REAL}{suffix}", gold)
    run(capsys, monkeypatch, "eval", str(gold), "--model", "rules", "--out", str(other))

    compared = run(capsys, monkeypatch, "eval", "compare", str(kept), str(other))
    page = str(tmp_path / "page.html")
    reported = run(capsys, monkeypatch, "eval", "report", str(kept), str(other), "--html", page)

    assert (compared[0], reported[0]) == (2, 2)
    assert "was scored on other gold" in compared[2]
