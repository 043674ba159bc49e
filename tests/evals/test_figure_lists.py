"""The finder is scored against hand-made lists of figures, and reaches its targets on them."""

import json
from decimal import Decimal

import pytest

from extractor.errors import GoldError
from extractor.evals.figure_lists import (
    TARGETS,
    ListScore,
    figure_list_table,
    score_figure_lists,
    score_list,
)
from extractor.figures import find_figures


def _entry(text, written, kind, value, *, unit=None, hedge="exact"):
    return {
        "as_written": written,
        "start": text.index(written),
        "kind": kind,
        "value": value,
        "unit": unit,
        "hedge": hedge,
    }


TEXT = "In 2024, 12 firms signed deals worth over 3 billion yuan, nearly 80% of them on May 5."
LIST = [
    _entry(TEXT, "2024", "year", "2024"),
    _entry(TEXT, "12", "count", "12", unit="firms"),
    _entry(TEXT, "over 3 billion yuan", "money", "3000000000", unit="CNY", hedge="over"),
    _entry(TEXT, "nearly 80%", "percent", "80", unit="%", hedge="nearly"),
    _entry(TEXT, "May 5", "date", "2024-05-05"),
]


def test_a_full_list_scores_full():
    """A list that agrees with the finder has every share at one and no faults."""
    score = score_list(TEXT, LIST, find_figures(TEXT))
    assert set(score.shares.values()) == {1.0}
    assert score.faults == ()
    assert score.misses == ()


def test_years_are_not_asked_for():
    """Recall leaves out ordinals, years and clock times."""
    assert score_list(TEXT, LIST, find_figures(TEXT)).n_asked == len(LIST) - 1


def test_a_figure_not_found_is_missed():
    """A listed figure that nothing overlaps counts against recall."""
    score = score_list(TEXT, LIST, [])
    assert score.shares == {"recall": 0.0, "precision": None, "value": None, "hedge": None}
    assert len(score.faults) == 4


def test_a_figure_not_listed_is_extra():
    """A found figure that no entry overlaps counts against precision, unless it is a year."""
    score = score_list(TEXT, [], find_figures(TEXT))
    assert (score.n_predicted, score.n_listed) == (4, 0)


@pytest.mark.parametrize(
    ("changed", "share"),
    [
        ({"value": "3000000"}, "value"),
        ({"unit": "USD"}, "value"),
        ({"hedge": "exact"}, "hedge"),
    ],
)
def test_a_wrong_value_currency_or_hedge_is_told_apart(changed, share):
    """Value with currency, and hedge, are judged by themselves."""
    entry = {**LIST[2], **changed}
    score = score_list(TEXT, [entry], find_figures(TEXT))
    assert score.shares[share] == 0.0
    assert score.shares["recall"] == 1.0


def test_percentage_points_count_as_percent():
    """The unit of a percent is only indicative: points are percent too."""
    text = "It rose 1.5 percentage points."
    entry = _entry(text, "1.5 percentage points", "percent", "1.5", unit="%")
    assert score_list(text, [entry], find_figures(text)).shares["value"] == 1.0


def test_an_end_of_a_merged_range_is_right():
    """Both ends of a range are right where the finder gives one figure with an upper end."""
    text = "It costs 2 to 3 billion yuan."
    entries = [
        _entry(text, "2", "money", "2000000000", unit="CNY"),
        _entry(text, "3 billion yuan", "money", "3000000000", unit="CNY"),
    ]
    score = score_list(text, entries, find_figures(text))
    assert score.n_value_right == 2
    assert find_figures(text)[0].upper == Decimal(3_000_000_000)


def test_the_finder_reaches_its_targets_on_the_gold_lists(gold_folder):
    """Recall, precision, values and hedges are at or above the targets in each language."""
    scores = score_figure_lists(gold_folder)
    assert {name: scores[name].misses for name in ("en", "zh", "all")} == {
        "en": (),
        "zh": (),
        "all": (),
    }


def test_the_table_has_a_row_for_each_score_and_the_targets():
    """The table names its columns, shows shares in percent, and ends with the targets."""
    lines = figure_list_table({"all": ListScore(10, 9, 10, 10, 9, 9)}).splitlines()
    assert lines[0].split() == ["asked", *TARGETS]
    assert lines[1].split() == ["all", "10", "90.0%", "100.0%", "100.0%", "100.0%"]
    assert lines[-1].split()[0] == "target"


@pytest.mark.parametrize(
    "content", ["no json", '[{"start": 0}]', '[{"start": 3, "as_written": "zzz"}]']
)
def test_a_broken_list_is_refused(content, gold_folder, tmp_path):
    """A list that cannot be read or does not fit its article raises, naming the file."""
    for suffix in (".json", ".txt"):
        source = gold_folder / f"huqia-week-2022{suffix}"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "huqia-week-2022.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match="huqia-week-2022"):
        score_figure_lists(tmp_path)


def test_a_list_without_an_article_is_refused(gold_folder, tmp_path):
    """A list of an article that is not there raises, as does a folder without lists."""
    for suffix in (".json", ".txt"):
        source = gold_folder / f"huqia-week-2022{suffix}"
        (tmp_path / source.name).write_bytes(source.read_bytes())
    with pytest.raises(GoldError, match="no figure lists"):
        score_figure_lists(tmp_path)
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "other.json").write_text(json.dumps([]), encoding="utf-8")
    with pytest.raises(GoldError, match="no gold article"):
        score_figure_lists(tmp_path)
