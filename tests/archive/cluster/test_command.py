"""The command `extractor batch --via ray`, as far as it comes without a cluster."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extractor.cli import app
from extractor.errors import UsageError


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--via", "ray"], "give --out"),
        (["--via", "ray", "--ledger", "x.db"], "--ledger says nothing with --via ray.* give --out"),
        (["--via", "ray", "--limit", "5"], "--limit says nothing with --via ray"),
        (["--via", "ray", "--no-wait"], "--no-wait says nothing with --via ray"),
        (["--out", "x", "--ledger", "x.db"], "--out says nothing with --via live"),
        ([], "give --ledger"),
    ],
    ids=["no folder", "a ledger", "a limit", "not waiting", "a folder", "no ledger"],
)
def test_options_that_say_nothing_are_refused(arguments: list[str], message: str) -> None:
    """Before anything is read."""
    with pytest.raises(UsageError, match=message):
        CliRunner().invoke(
            app, ["batch", "news", "--model", "rules", *arguments], catch_exceptions=False
        )


def test_a_run_of_which_no_part_is_done_has_nothing_to_export_yet(tmp_path: Path) -> None:
    """Its plan and its drafts are not taken for extractions that cannot be read."""
    (tmp_path / "run" / "partitions").mkdir(parents=True)
    (tmp_path / "run" / "run.json").write_text("{}")
    (tmp_path / "run" / "drafts" / "000000-w").mkdir(parents=True)
    (tmp_path / "run" / "drafts" / "000000-w" / "ledger.db").write_bytes(b"half")

    result = CliRunner().invoke(
        app, ["export", str(tmp_path / "run"), "--out", str(tmp_path / "tables")]
    )

    assert result.exit_code == 1
    assert "nothing to export: no article was answered yet" in result.stderr
    assert not (tmp_path / "tables").exists()


def test_without_ray_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install, in one line."""
    monkeypatch.setitem(sys.modules, "ray", None)
    (tmp_path / "a.txt").write_text("News")
    command = ["batch", str(tmp_path / "a.txt"), "--via", "ray", "--out", str(tmp_path / "out")]

    with pytest.raises(UsageError, match=r"pip install 'figurebook\[ray\]'"):
        CliRunner().invoke(app, [*command, "--model", "rules"], catch_exceptions=False)
