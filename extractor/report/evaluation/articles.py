"""The articles of an evaluation: how each went, and its text and leaves for the viewer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean
from typing import Any

from extractor.article import Span
from extractor.evals.comparison import Runs
from extractor.evals.gold import GoldDocument
from extractor.evals.run import DocumentRun
from extractor.figures import Figure, find_figures
from extractor.report.evaluation.judged import Judged, judged
from extractor.report.evaluation.places import Places

_N_HEAD = 6  # entries of a row before its cells


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an article went with one system, in words, mean over repeats.

    Attributes:
        score: its F1; for an article without an event, whether one came out.
        first_score: the F1 of the first try alone; empty where nothing was repaired.
        change: `better`, `worse` or empty, of the repaired score against the first.
        failure: why there is no record; None where there is one.
        is_bad: whether it failed, or saw an event where there is none.
    """

    score: str
    first_score: str
    change: str
    failure: str | None
    is_bad: bool


class ArticleRuns:
    """One article with every system's runs of it.

    Args:
        document: the gold document.
        runs: each system's runs of it, in order of repeats, by title; none of one that lacks it.
    """

    def __init__(self, document: GoldDocument, runs: Mapping[str, Sequence[DocumentRun]]) -> None:
        self.document = document
        self.runs = runs

    @property
    def name(self) -> str:
        """The document's name."""
        return self.document.name

    @cached_property
    def leaves(self) -> dict[str, tuple[tuple[Judged, ...], ...]]:
        """The judged leaves of each system, repeat by repeat."""
        return {title: tuple(map(judged, found)) for title, found in self.runs.items()}

    @cached_property
    def _figures(self) -> tuple[Figure, ...]:
        article = self.document.article
        return find_figures(article.text, published=article.published)

    def outcomes(self) -> tuple[Outcome | None, ...]:
        """Return how it went with each system; None where it was not run."""
        return tuple(_outcome(found) if found else None for found in self.runs.values())

    def content(self) -> dict[str, Any]:
        """Return what the viewer shows: text, and a row for each leaf with each system's answer.

        A row is field, item, group, gold's value, its place, other accepted values, and a cell for each system: None, or
        value, lenient verdict, strictly right or not, place, reasons, mistakes. Of the first repeat.
        """
        text = self.document.article.text
        gold = Places(self.document.record, text, self._figures)
        rows: dict[tuple[str, str], list[Any]] = {}
        groups: dict[str, int] = {}
        for number, (title, found) in enumerate(self.runs.items()):
            if not found:
                continue
            record = found[0].result.record
            said = Places(
                {} if record is None else record.model_dump(mode="json"), text, self._figures
            )
            for each in self.leaves[title][0]:
                key = _row_key(each, number)
                if key not in rows:
                    groups.setdefault(key[0], len(groups))
                    place = _pair(gold.of(each.leaf.gold_at)) if each.gold else None
                    head = [each.leaf.field, each.item, key[0], each.gold, place, list(each.also)]
                    rows[key] = [*head, *[None] * len(self.runs)]
                rows[key][_N_HEAD + number] = _cell(each, said)
        ordered = sorted(rows.values(), key=lambda row: groups[row[2]])
        language = self.document.article.language
        return {
            "name": self.name,
            "lang": "" if language == "other" else language,
            "text": text,
            "rows": ordered,
        }


def articles(runs: Runs) -> tuple[ArticleRuns, ...]:
    """Return the articles of a comparison, ordered by name."""
    documents = {run.document.name: run.document for found in runs.values() for run in found}
    return tuple(
        ArticleRuns(
            document,
            {
                title: sorted(
                    (run for run in found if run.document.name == name),
                    key=lambda run: run.result.key.repeat,
                )
                for title, found in runs.items()
            },
        )
        for name, document in sorted(documents.items())
    )


def _row_key(each: Judged, system: int) -> tuple[str, str]:
    """Return what a row is known by: gold's leaf, or the system's own where gold has none."""
    if each.leaf.gold_at is not None:
        return each.group, each.leaf.gold_at
    group = f"{each.group} {system}" if each.group.startswith("+") else each.group
    return group, f"{system} {each.leaf.predicted_at}"


def _cell(each: Judged, said: Places) -> list[Any]:
    place = said.of(each.leaf.predicted_at) if each.said else None
    return [
        each.said,
        each.verdict,
        int(each.is_strictly_right),
        _pair(place),
        list(each.why),
        list(each.mistakes),
    ]


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _outcome(runs: Sequence[DocumentRun]) -> Outcome:
    failed = [run.result.reason or run.result.status for run in runs if run.result.record is None]
    failure = None
    if failed:
        often = f" ({len(failed)} of {len(runs)} times)" if len(runs) > 1 else ""
        failure = f"{failed[0]}{often}"
    if not runs[0].document.has_event:
        alarms = sum(run.score.says_event for run in runs)
        words = "false alarm" if alarms else "no record" if failed else "no event"
        return Outcome(words, "", "", failure, is_bad=bool(alarms or failed))
    score = fmean(run.score.lenient.f1 for run in runs)
    first = fmean(run.first_try.score.lenient.f1 for run in runs)
    was_repaired = any(run.result.was_repaired for run in runs)
    is_same = round(first, 3) == round(score, 3)
    return Outcome(
        score=f"{score:.3f}",
        first_score=f"{first:.3f}" if was_repaired else "",
        change="" if is_same else "better" if score > first else "worse",
        failure=failure,
        is_bad=bool(failed),
    )
