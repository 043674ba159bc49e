"""A run kept in a folder: what stands there, resuming, and gold that changed."""

import asyncio
import json
from dataclasses import replace

import pytest

from extractor.errors import UsageError
from extractor.evals.gold import gold_sha256
from extractor.evals.result import System
from extractor.evals.run import DocumentRun, Plan, run
from extractor.evals.run_folder import RunFolder

SYSTEM = System("fake", "fake")


@pytest.fixture
def documents(gold):
    """Two gold documents."""
    return list(gold.values())[:2]


@pytest.fixture
def runs(documents, gold, extraction_of):
    """A perfect run over them."""

    async def extract(article):
        return extraction_of(article, gold[article.name].first_reading())

    return asyncio.run(run(Plan(documents, [SYSTEM]), extractors={"fake": extract}))


def begin(path, documents, *, systems=(SYSTEM,), n_repeats=1):
    """Begin or reopen a run."""
    plan = Plan(documents, list(systems), n_repeats)
    sha256 = gold_sha256(documents)
    return RunFolder.begin(path, plan, gold=path, version="1.0", sha256=sha256)


def test_results_come_back_as_they_were_kept(tmp_path, documents, runs):
    """A result read back scores the same."""
    folder = begin(tmp_path / "run", documents)
    for one in runs:
        folder.add(one.result)

    found = RunFolder(tmp_path / "run").runs(documents)["fake"]

    assert [one.result.key for one in found] == [one.result.key for one in runs]
    assert [one.score.leaves for one in found] == [one.score.leaves for one in runs]


def test_the_manifest_says_what_was_run(tmp_path, documents):
    """Anyone can read of what gold, systems and version a run is."""
    begin(tmp_path, documents, n_repeats=2)
    manifest = json.loads((tmp_path / "manifest.json").read_text())

    assert manifest["format"] == "figurebook-run/1"
    assert manifest["gold_sha256"] == gold_sha256(documents)
    assert manifest["gold_version"] == "1.0"
    assert manifest["systems"] == [{"title": "fake", "model": "fake", "prompt": None}]
    assert manifest["n_repeats"] == 2


def test_the_manifest_says_which_versions_answered(tmp_path, documents, runs):
    """Prompts, schemas and package of every system by version and hash, each once; labels have none."""
    folder = begin(tmp_path, documents)
    old, new = {"prompt": "extract/v1"}, {"prompt": "extract/v2"}
    said = [
        DocumentRun(one.document, replace(one.result, versions=versions))
        for one, versions in zip([*runs, runs[0]], [old, new, old], strict=True)
    ]

    folder.write_verdicts(said)
    assert RunFolder(tmp_path).manifest.versions == {"fake": [old, new]}

    folder.write_verdicts(runs)
    assert RunFolder(tmp_path).manifest.versions == {}


def test_a_manifest_of_before_is_read(tmp_path, documents):
    """The first runs did not gather the versions of their results."""
    begin(tmp_path, documents)
    path = tmp_path / "manifest.json"
    content = json.loads(path.read_text())
    del content["versions"]
    path.write_text(json.dumps(content))

    assert RunFolder(tmp_path).manifest.versions == {}


def test_the_same_folder_goes_on_and_is_extended(tmp_path, documents, runs):
    """More systems and repeats are added to what stands there."""
    begin(tmp_path, documents).add(runs[0].result)

    folder = begin(tmp_path, documents, systems=[System("other", "other")], n_repeats=3)

    assert [system.title for system in folder.manifest.systems] == ["fake", "other"]
    assert folder.manifest.n_repeats == 3
    assert len(folder.results()) == 1


def test_a_folder_that_cannot_be_written_is_named(tmp_path, documents, runs, monkeypatch):
    """Where a run begins, and where the disk is full while it goes on, which names no file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"file.run: cannot be written \(Not a directory\)"):
        begin(tmp_path / "file" / "run", documents)
    with pytest.raises(UsageError, match=r"file: cannot be written \(Not a directory\)"):
        begin(tmp_path / "file", documents)
    folder = begin(tmp_path / "run", documents)

    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)

    with pytest.raises(UsageError, match=r"run: cannot be written \(No space left on device\)"):
        folder.add(runs[0].result)


def test_a_line_cut_off_by_a_crash_is_passed_over_and_written_anew(tmp_path, documents, runs):
    """Nothing that was whole is lost, and the next line is whole again."""
    folder = begin(tmp_path, documents)
    folder.add(runs[0].result)
    with (tmp_path / "articles.jsonl").open("ab") as file:
        file.write(b'{"system": "fa')

    assert len(RunFolder(tmp_path).results()) == 1
    folder = begin(tmp_path, documents)
    folder.add(runs[1].result)
    assert len(folder.results()) == 2


def test_the_latest_result_of_a_key_counts(tmp_path, documents, runs):
    """An article asked for again takes the place of its failure."""
    folder = begin(tmp_path, documents)
    folder.add(replace(runs[0].result, status="unreachable"))
    folder.add(runs[0].result)

    assert [result.status for result in folder.results()] == [runs[0].result.status]


def test_what_was_superseded_goes_when_a_run_goes_on(tmp_path, documents, runs):
    """A folder that a thousand runs of rules go into does not grow a thousandfold."""
    folder = begin(tmp_path, documents)
    folder.add(replace(runs[0].result, status="unreachable"))
    folder.add(runs[0].result)
    folder.add(runs[1].result)
    *_, first, second = (tmp_path / "articles.jsonl").read_bytes().splitlines(keepends=True)

    begin(tmp_path, documents)

    assert (tmp_path / "articles.jsonl").read_bytes() == first + second


def test_a_line_that_is_no_result_is_named(tmp_path, documents):
    """A file that somebody edited says in which line."""
    folder = begin(tmp_path, documents)
    (tmp_path / "articles.jsonl").write_text('{"system": "fake"}\n')

    with pytest.raises(UsageError, match="line 1 is no result"):
        folder.results()


def test_other_gold_is_refused_until_the_run_is_scored_anew(tmp_path, documents, runs, gold):
    """Scores on different gold never share a table."""
    folder = begin(tmp_path, documents)
    folder.add(runs[0].result)
    more = list(gold.values())[:3]

    with pytest.raises(UsageError, match="rescore"):
        folder.refuse_other_gold(gold_sha256(more))
    folder.moved_to(gold=tmp_path, version="1.1", documents=more)
    RunFolder(tmp_path).refuse_other_gold(gold_sha256(more))


def test_gold_that_lacks_a_document_of_the_run_cannot_score_it(tmp_path, documents, runs):
    """Documents left out would make the score look better."""
    folder = begin(tmp_path, documents)
    for one in runs:
        folder.add(one.result)

    with pytest.raises(UsageError, match=documents[1].name):
        folder.moved_to(gold=tmp_path, version=None, documents=documents[:1])


def test_a_copy_holds_the_files_of_the_run_alone(tmp_path, documents, runs):
    """Also where it is made within the run's own folder, with other files in it."""
    folder = begin(tmp_path, documents)
    folder.add(runs[0].result)
    (tmp_path / "notes.txt").write_text("not the run's")

    copy = folder.moved_to(gold=tmp_path, version="1.1", documents=documents, out=tmp_path / "a/b")

    assert copy.results() == folder.results()
    assert copy.manifest.gold_version == "1.1"
    assert sorted(path.name for path in copy.path.iterdir()) == ["articles.jsonl", "manifest.json"]


def test_a_copy_that_cannot_be_written_is_told(tmp_path, documents):
    """In one line; the run stays as it was."""
    folder = begin(tmp_path / "run", documents)
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(UsageError, match="file/copy: cannot be written"):
        folder.moved_to(
            gold=tmp_path, version="1.1", documents=documents, out=tmp_path / "file/copy"
        )

    assert folder.manifest.gold_version == "1.0"


def test_verdicts_are_a_line_for_each_result(tmp_path, documents, runs):
    """Counts and every leaf that is not right, with the kind of its mistake."""
    folder = begin(tmp_path, documents)
    folder.write_verdicts(runs)
    lines = [json.loads(line) for line in (tmp_path / "verdicts.jsonl").read_text().splitlines()]

    assert [line["document"] for line in lines] == [document.name for document in documents]
    assert all(line["f1"] == 1 and line["leaves"] == [] for line in lines)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, r"no run \(No such file or directory\)"),
        ("{", "no run"),
        ('{"format": "x"}', "format is not"),
    ],
    ids=["missing", "no JSON", "another format"],
)
def test_what_is_no_run_is_refused(tmp_path, content, complaint):
    """The message says what to do instead."""
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)

    with pytest.raises(UsageError, match=complaint):
        RunFolder(tmp_path)


def test_a_folder_with_something_else_is_left_alone(tmp_path, documents):
    """A run is never mixed into a user's files."""
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(UsageError, match="holds something else"):
        begin(tmp_path, documents)
