"""The command `extractor eval`: scores on the terminal, and a gate that can fail."""

import json
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
