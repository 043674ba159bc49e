import json

import pytest

from extractor.errors import PackagedDataError
from extractor.evals.gate import BASELINES, Baselines, check, gate, measures_of, repin
from extractor.evals.gold import corpus_sha256
from extractor.evals.summary import Summary
from extractor.packaged import packaged_folder


@pytest.fixture
def corpus(tmp_path):
    """A gold folder of one file."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text("text", "utf-8")
    return folder


@pytest.fixture
def pinned(tmp_path, corpus):
    """A baselines file for it."""
    path = tmp_path / "baselines.json"
    Baselines(corpus_sha256(corpus), {"rules": {"f1": 0.8, "ordinary": 40.0}}).save(path)
    return path


@pytest.mark.parametrize(
    ("measured", "failures"),
    [
        pytest.param({"rules": {"f1": 0.8, "ordinary": 40}}, [], id="at the floor"),
        pytest.param({"rules": {"f1": 0.9, "ordinary": 40, "new": 0}}, [], id="above"),
        pytest.param({"other": {"f1": 0.1}}, [], id="a model without floors"),
        pytest.param(
            {"rules": {"f1": 0.7999, "ordinary": 40}},
            ["rules f1: 0.7999 is below its floor 0.8"],
            id="below",
        ),
        pytest.param(
            {"rules": {"f1": 0.8}}, ["rules ordinary: pinned at 40, not measured"], id="left out"
        ),
    ],
)
def test_a_floor_that_is_not_reached_or_not_measured_fails(measured, failures):
    """A measure cannot fall, nor vanish, in silence."""
    assert check(measured, {"rules": {"f1": 0.8, "ordinary": 40.0}}) == failures


def test_the_gate_passes_and_says_what_could_be_pinned(pinned, corpus):
    """Notes never fail the gate."""
    result = gate(
        {"rules": {"f1": 0.85, "ordinary": 40}, "x": {"f1": 1}}, baselines=pinned, corpus=corpus
    )

    assert result.passed
    assert result.lines == (
        "note rules f1: 0.8500 is above its floor 0.8; repin raises it",
        "note x f1: 1.0000 is not pinned yet; repin",
        "gate: passed, 2 floors held against",
    )


def test_the_gate_names_a_subject_that_was_not_measured(pinned, corpus):
    """A run of one model does not pretend to have held the others."""
    result = gate({}, baselines=pinned, corpus=corpus)

    assert result.passed
    assert result.lines[0] == "note rules: pinned, not measured in this run"


def test_a_changed_corpus_is_refused_until_repinned(pinned, corpus):
    """Floors of another gold set say nothing about this one."""
    measured = {"rules": {"f1": 0.9, "ordinary": 40}}
    (corpus / "a.txt").write_text("another text", "utf-8")

    refused = gate(measured, baselines=pinned, corpus=corpus)
    new, _ = repin(measured, Baselines.load(pinned), corpus=corpus)
    new.save(pinned)

    assert not refused.passed
    assert refused.lines[0].startswith("FAIL corpus: changed")
    assert gate(measured, baselines=pinned, corpus=corpus).passed


def test_repin_raises_floors_and_keeps_what_was_not_measured(pinned, corpus):
    """A floor is cut to four digits, so that its own measure always passes."""
    new, kept = repin({"rules": {"f1": 2 / 3 + 0.2}}, Baselines.load(pinned), corpus=corpus)

    assert new.floors == {"rules": {"f1": 0.8666, "ordinary": 40.0}}
    assert kept == []
    assert check({"rules": {"f1": 2 / 3 + 0.2, "ordinary": 40}}, new.floors) == []


def test_repin_refuses_to_lower_a_floor_but_still_pins_the_corpus(pinned, corpus):
    """A fall is never silent: the floor stands, and its name is returned."""
    (corpus / "b.txt").write_text("more", "utf-8")

    new, kept = repin({"rules": {"f1": 0.5, "ordinary": 40}}, Baselines.load(pinned), corpus=corpus)

    assert new.floors["rules"]["f1"] == 0.8
    assert kept == ["rules f1: stands at 0.8, measured 0.5000"]
    assert new.corpus_sha256 == corpus_sha256(corpus)


def test_repin_lowers_a_floor_when_told_to(pinned, corpus):
    """Lowering takes a flag of its own."""
    new, kept = repin(
        {"rules": {"f1": 0.5}}, Baselines.load(pinned), corpus=corpus, allow_lower=True
    )

    assert new.floors["rules"]["f1"] == 0.5
    assert kept == []


def test_the_file_is_written_in_order(tmp_path):
    """A change of floors is a change of a few lines."""
    path = tmp_path / "baselines.json"

    Baselines("0", {"b": {"z": 1.0, "a": 2.0}, "a": {}}).save(path)

    assert list(json.loads(path.read_text("utf-8"))["floors"]) == ["a", "b"]
    assert Baselines.load(path) == Baselines("0", {"a": {}, "b": {"a": 2.0, "z": 1.0}})


@pytest.mark.parametrize(
    "content", [None, "{", "[]", '{"floors": {}}', '{"floors": [], "corpus_sha256": ""}']
)
def test_a_malformed_file_is_refused(tmp_path, content):
    """A gate without floors would let everything pass."""
    path = tmp_path / "baselines.json"
    if content is not None:
        path.write_text(content, "utf-8")

    with pytest.raises(PackagedDataError, match="no baselines file"):
        Baselines.load(path)


def test_a_models_measures_are_the_headline_figures_and_negatives():
    """What is pinned for a model, by name."""
    gold = Summary(n_negatives=2, n_negatives_right=1)

    measures = measures_of(gold, Summary(n_negatives=40, n_negatives_right=39))

    assert measures == {
        "f1": 0.0,
        "strict_f1": 0.0,
        "figures_f1": 0.0,
        "negatives": 1.0,
        "ordinary": 39.0,
    }
    assert "ordinary" not in measures_of(gold)


def test_the_shipped_floors_are_pinned_to_the_shipped_gold():
    """Whoever changes gold repins the floors in the same commit."""
    folder = packaged_folder("evals")

    pinned = Baselines.load(folder / BASELINES)

    assert pinned.corpus_sha256 == corpus_sha256(folder / "gold"), (
        "gold changed: review, then repin"
    )
