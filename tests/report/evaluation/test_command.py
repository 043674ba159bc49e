"""The commands that write the page."""

import pytest

from extractor.cli import main

REAL = "huqia-week-2022"


@pytest.fixture
def command(monkeypatch, capsys):
    """Give a function that runs `extractor eval ARGS`; it returns status, output and errors."""

    def run(*args):
        monkeypatch.setattr("sys.argv", ["extractor", "eval", *map(str, args)])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return stop.value.code or 0, out, err

    return run


def test_one_command_runs_and_writes_the_page(command, tmp_path):
    """What a kept run gives is the same page."""
    kept, first, second = tmp_path / "run", tmp_path / "first.html", tmp_path / "second.html"
    models = ("--model", "rules", "--model", "replay")

    made = command(*models, "--only", REAL, "--out", kept, "--html", first)
    again = command("report", kept, "--html", second)

    assert (made[0], again[0]) == (0, 0)
    assert str(first) in made[1]
    assert first.read_text("utf-8") == second.read_text("utf-8")
    assert '"systems":["rules","replay"]' in first.read_text("utf-8")


def test_runs_of_one_name_are_told_apart(command, tmp_path):
    """The same system in two runs is two columns."""
    page = tmp_path / "page.html"
    for name in ("old", "new"):
        command("--model", "rules", "--only", REAL, "--out", tmp_path / name)

    status, _, _ = command("report", tmp_path / "old", tmp_path / "new", "--html", page)

    assert status == 0
    assert "new: rules" in page.read_text("utf-8")


def test_runs_on_different_gold_share_no_page(command, tmp_path):
    """Each is right on its own gold; together they would compare what cannot be compared."""
    from extractor.evals.gold import packaged_gold

    gold = tmp_path / "gold"
    gold.mkdir()
    for suffix in ("txt", "json"):
        source = packaged_gold() / f"{REAL}.{suffix}"
        (gold / source.name).write_bytes(source.read_bytes())
    command("--model", "rules", "--only", REAL, "--out", tmp_path / "one")
    command(gold, "--model", "rules", "--out", tmp_path / "two")

    page = tmp_path / "page.html"
    status, _, err = command("report", tmp_path / "one", tmp_path / "two", "--html", page)

    assert status != 0
    assert "other gold" in err
    assert not page.exists()
