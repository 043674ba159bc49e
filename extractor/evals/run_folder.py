"""A run as a folder that anyone can read: what was run, a line for each article, the verdicts.

- `manifest.json`: the gold with its version and hash, the systems, how often, by which version.
- `articles.jsonl`: one result a line, with every reply byte for byte; appended as they come.
- `verdicts.jsonl`: one line a result, with its counts and every leaf that is not right; made from
  the other two whenever a run ends or is scored anew.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractor import __version__
from extractor.errors import UsageError
from extractor.evals.gold import GoldDocument, gold_sha256
from extractor.evals.mistakes import binding_loss, leaves_with_mistakes
from extractor.evals.result import Key, Result, System
from extractor.evals.run import DocumentRun, Plan
from extractor.evals.score import DocumentScore
from extractor.whole_file import write_whole

FORMAT = "figurebook-run/1"

_MANIFEST = "manifest.json"
_ARTICLES = "articles.jsonl"
_VERDICTS = "verdicts.jsonl"


@dataclass(frozen=True)
class Manifest:
    """What a run is of.

    Attributes:
        created: when it was begun, ISO 8601, UTC.
        figurebook: the package's version.
        gold: the gold's folder, for people to read.
        gold_version: the newest heading of its changelog; None without one.
        gold_sha256: the hash of all its articles and records.
        systems: what was compared.
        n_repeats: how often each met each document.
        versions: by the system's title, what determined its answers: prompts and schemas with their
            hashes; one entry, or several where a run was continued with others.
    """

    created: str
    figurebook: str
    gold: str
    gold_version: str | None
    gold_sha256: str
    systems: tuple[System, ...]
    n_repeats: int
    versions: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the manifest as it is kept."""
        systems = [vars(system) for system in self.systems]
        return {"format": FORMAT, **vars(self), "systems": systems}

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Manifest":
        """Read what `to_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: it is nothing of the kind.
        """
        fields = dict(content)
        if fields.pop("format") != FORMAT:
            raise ValueError(f"its format is not {FORMAT}")
        systems = tuple(System(**system) for system in fields.pop("systems"))
        return cls(**fields, systems=systems)


class RunFolder:
    """A run on disk.

    Args:
        path: the folder, which must hold a manifest.

    Raises:
        UsageError: it holds none, or one of another format.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            content = json.loads((path / _MANIFEST).read_text("utf-8"))
            self.manifest = Manifest.from_json(content)
        except OSError as error:
            raise UsageError(
                f"{path}: no run ({error.strerror}); make one with eval --out"
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path}: no run ({error}); make one with eval --out") from error

    @classmethod
    def begin(
        cls, path: Path, plan: Plan, *, gold: Path, version: str | None, sha256: str
    ) -> "RunFolder":
        """Begin a run, or go on with the one that stands there: systems and repeats may be added.

        Args:
            path: the folder.
            plan: what is to be run.
            gold: the gold's folder.
            version: its version.
            sha256: its hash.

        Raises:
            UsageError: the folder holds something else, or a run on other gold, or cannot be
                written.
        """
        if not (path / _MANIFEST).exists():
            with _written(path):
                if path.exists() and any(path.iterdir()):
                    raise UsageError(
                        f"{path}: holds something else; give an empty or a run's folder"
                    )
                path.mkdir(parents=True, exist_ok=True)
            manifest = Manifest(
                created=datetime.now(UTC).isoformat(timespec="seconds"),
                figurebook=__version__,
                gold=str(gold),
                gold_version=version,
                gold_sha256=sha256,
                systems=tuple(plan.systems),
                n_repeats=plan.n_repeats,
            )
            _write_json(path / _MANIFEST, manifest.to_json())
            return cls(path)
        folder = cls(path)
        folder.refuse_other_gold(sha256)
        folder._extend(plan)
        folder._leave_the_latest()
        return folder

    def refuse_other_gold(self, sha256: str) -> None:
        """Check that this run's gold is the gold given.

        Raises:
            UsageError: it is not.
        """
        if self.manifest.gold_sha256 != sha256:
            raise UsageError(
                f"{self.path}: was scored on other gold (version {self.manifest.gold_version}, "
                f"sha256 {self.manifest.gold_sha256[:12]}, not {sha256[:12]}); "
                "score it anew with: extractor eval rescore RUN GOLD"
            )

    def results(self) -> tuple[Result, ...]:
        """Read all results, the latest of each key; a line that a crash cut off is passed over.

        Raises:
            UsageError: a whole line is no result.
        """
        return tuple(result for result, _ in self._latest())

    def add(self, result: Result) -> None:
        """Append a result, so that it is on disk when this returns.

        Raises:
            UsageError: it cannot be written.
        """
        line = json.dumps(result.to_json(), ensure_ascii=False, separators=(",", ":"))
        with _written(self.path), (self.path / _ARTICLES).open("ab") as file:
            file.write(line.encode("utf-8", "surrogatepass") + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def runs(self, documents: Sequence[GoldDocument]) -> dict[str, list[DocumentRun]]:
        """Return the results of each system beside their documents, in the documents' order.

        Args:
            documents: the gold; results of other documents are left out.
        """
        place = {document.name: index for index, document in enumerate(documents)}
        results = [result for result in self.results() if result.key.document in place]
        results.sort(key=lambda result: (result.key.repeat, place[result.key.document]))
        runs: dict[str, list[DocumentRun]] = {system.title: [] for system in self.manifest.systems}
        for result in results:
            runs[result.key.system].append(
                DocumentRun(documents[place[result.key.document]], result)
            )
        return {title: found for title, found in runs.items() if found}

    def write_verdicts(self, runs: Iterable[DocumentRun]) -> None:
        """Write the verdicts of all results, and which versions they are of."""
        runs = tuple(runs)
        self._write_manifest(versions=versions_of(runs))
        lines = (json.dumps(_verdicts(run), ensure_ascii=False) + "\n" for run in runs)
        with _written(self.path):
            write_whole(self.path / _VERDICTS, "".join(lines))

    def moved_to(
        self,
        *,
        gold: Path,
        version: str | None,
        documents: Sequence[GoldDocument],
        out: Path | None = None,
    ) -> "RunFolder":
        """Have this run, or a copy of it, scored on other gold from now on.

        Args:
            gold: the gold's folder.
            version: its version.
            documents: its documents.
            out: where the copy is made; None leaves it at this run.

        Raises:
            UsageError: the gold lacks a document of the run, or the copy's folder holds something
                or cannot be written.
        """
        known = {document.name for document in documents}
        lacking = sorted({result.key.document for result in self.results()} - known)
        if lacking:
            raise UsageError(f"{gold}: lacks {', '.join(lacking)}, which the run {self.path} has")
        if out is not None:
            return self._copied_to(out).moved_to(gold=gold, version=version, documents=documents)
        self._write_manifest(
            gold=str(gold), gold_version=version, gold_sha256=gold_sha256(documents)
        )
        return self

    def _copied_to(self, path: Path) -> "RunFolder":
        """Copy the run's own files, the manifest last: without it, what stands there is no run."""
        with _written(path):
            if path.exists() and (not path.is_dir() or any(path.iterdir())):
                raise UsageError(f"{path}: holds something; give an empty folder, or a new one")
            path.mkdir(parents=True, exist_ok=True)
            for name in (_ARTICLES, _VERDICTS, _MANIFEST):
                if (self.path / name).exists():
                    shutil.copy2(self.path / name, path)
        return RunFolder(path)

    def _extend(self, plan: Plan) -> None:
        known = {system.title: system for system in self.manifest.systems}
        for system in plan.systems:
            if known.get(system.title, system) != system:
                raise UsageError(f"{self.path}: has another system called {system.title}")
        systems = tuple((known | {system.title: system for system in plan.systems}).values())
        n_repeats = max(plan.n_repeats, self.manifest.n_repeats)
        self._write_manifest(systems=systems, n_repeats=n_repeats)

    def _write_manifest(self, **changes: Any) -> None:
        self.manifest = Manifest(**(vars(self.manifest) | changes))
        _write_json(self.path / _MANIFEST, self.manifest.to_json())

    def _latest(self) -> Collection[tuple[Result, bytes]]:
        """Read the latest result of each key, with its line."""
        path = self.path / _ARTICLES
        if not path.exists():
            return ()
        *lines, _cut_off = path.read_bytes().split(b"\n")
        found: dict[Key, tuple[Result, bytes]] = {}
        for number, line in enumerate(lines, 1):
            try:
                result = Result.from_json(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(f"{path}: line {number} is no result ({error!r})") from error
            found[result.key] = (result, line)
        return found.values()

    def _leave_the_latest(self) -> None:
        """Take out what a later result superseded, and half a line that a crash left at the end."""
        lines = b"".join(line + b"\n" for _, line in self._latest())
        with _written(self.path):
            write_whole(self.path / _ARTICLES, lines.decode("utf-8", "surrogatepass"))


def versions_of(runs: Iterable[DocumentRun]) -> dict[str, list[Mapping[str, str]]]:
    """Return by the system's title what determined its answers, each version once."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for run in runs:
        versions = run.result.versions
        if versions and versions not in found.setdefault(run.result.key.system, []):
            found[run.result.key.system].append(versions)
    return found


def _verdicts(run: DocumentRun) -> dict[str, Any]:
    score = run.score
    leaves = [
        {
            "field": leaf.field,
            "gold_at": leaf.gold_at,
            "predicted_at": leaf.predicted_at,
            "strict": leaf.strict,
            "lenient": leaf.lenient,
            "mistakes": kinds,
        }
        for leaf, kinds in leaves_with_mistakes(score)
        if leaf.strict != "correct"
    ]
    return {**run.result.key._asdict(), **_counts(score), "leaves": leaves}


def _counts(score: DocumentScore) -> dict[str, Any]:
    return {
        "f1": round(score.lenient.f1, 6),
        "strict_f1": round(score.strict.f1, 6),
        "figures_f1": round(score.figures.f1, 6),
        "binding_loss": round(binding_loss(score), 6),
        "lenient": score.lenient._asdict(),
        "says_event": score.says_event,
    }


def _write_json(path: Path, content: Any) -> None:
    with _written(path.parent):
        write_whole(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")


@contextmanager
def _written(folder: Path) -> Iterator[None]:
    """Name the folder that cannot be written: a full disk names no file.

    Raises:
        UsageError: it cannot.
    """
    try:
        yield
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror})") from error
