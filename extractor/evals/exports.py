"""A run in the formats of other tools: JUnit XML for CI servers, CSV for spreadsheets.

Source: the JUnit schema as Jenkins and GitLab read it: testsuites, testsuite, testcase with failure
or error.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from extractor.evals.comparison import Runs
from extractor.evals.mistakes import binding_loss, leaves_with_mistakes
from extractor.evals.run import DocumentRun
from extractor.evals.verdicts import Counts, Leaf
from extractor.exports.cells import defused

_ARTICLE_COLUMNS = (
    "system",
    "document",
    "repeat",
    "status",
    "reason",
    "has_event",
    "says_event",
    "is_right",
    "f1",
    "strict_f1",
    "figures_f1",
    "first_try_f1",
    "binding_loss",
    *Counts._fields,
    "n_attempts",
    "input_tokens",
    "cached_tokens",
    "output_tokens",
    "reasoning_tokens",
    "cost_usd",
    "seconds",
)
_LEAF_COLUMNS = (
    "system",
    "document",
    "repeat",
    "field",
    "gold_at",
    "predicted_at",
    "gold",
    "predicted",
    "lenient",
    "strict",
    "mistakes",
)


def junit_xml(runs: Runs, *, pass_f1: float) -> str:
    """Return a run as JUnit XML: a suite for each system, a case for each document and repeat.

    Args:
        runs: each system's runs.
        pass_f1: the leaf F1 at which a document with an event passes; a negative passes when no
            event came out. A document without a record is an error.
    """
    root = ET.Element("testsuites")
    for title, documents in runs.items():
        suite = ET.SubElement(root, "testsuite", name=title)
        for run in documents:
            _add_case(suite, run, pass_f1=pass_f1)
        suite.set("tests", str(len(documents)))
        suite.set("failures", str(len(suite.findall("testcase/failure"))))
        suite.set("errors", str(len(suite.findall("testcase/error"))))
        suite.set("time", f"{sum(run.result.seconds for run in documents):.3f}")
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def articles_csv(runs: Runs) -> str:
    """Return a row for each result: its scores, tokens, money and time."""
    rows = (_article_row(run) for documents in runs.values() for run in documents)
    return _csv(_ARTICLE_COLUMNS, rows)


def leaves_csv(runs: Runs) -> str:
    """Return a row for each compared leaf: both values, both verdicts, the kinds of mistake."""
    rows = (row for documents in runs.values() for run in documents for row in _leaf_rows(run))
    return _csv(_LEAF_COLUMNS, rows)


def _add_case(suite: ET.Element, run: DocumentRun, *, pass_f1: float) -> None:
    key, score = run.result.key, run.score
    case = ET.SubElement(
        suite,
        "testcase",
        classname=key.system,
        name=key.document if key.repeat == 1 else f"{key.document} (repeat {key.repeat})",
        time=f"{run.result.seconds:.3f}",
    )
    if run.result.record is None:
        ET.SubElement(case, "error", message=_legal(run.result.reason or "no record"))
    elif not score.has_event:
        if score.says_event:
            ET.SubElement(case, "failure", message="an event where there is none")
    elif score.lenient.f1 < pass_f1:
        message = f"leaf F1 {score.lenient.f1:.3f}, asked {pass_f1:g}"
        failure = ET.SubElement(case, "failure", message=message)
        wrong = (leaf for leaf in score.leaves if leaf.lenient != "correct")
        failure.text = _legal("\n".join(map(_said, wrong)))


def _said(leaf: Leaf) -> str:
    return f"{leaf.field}: {leaf.lenient}, gold {_gold(leaf) or '-'}, said {_value(leaf.predicted)}"


def _legal(text: str) -> str:
    """Leave out what XML 1.0 cannot hold: control characters and lone surrogates."""
    return "".join(
        char
        for char in text
        if char in "\t\n\r" or (char >= " " and not "\ud800" <= char <= "\udfff")
    )


def _article_row(run: DocumentRun) -> tuple[Any, ...]:
    result, score, usage = run.result, run.score, run.result.usage
    return (
        *result.key,
        result.status,
        result.reason,
        score.has_event,
        score.says_event,
        score.is_right,
        *(f"{value:.6f}" for value in _scores(run)),
        *score.lenient,
        len(result.attempts),
        usage.input_tokens,
        usage.cached_tokens,
        usage.output_tokens,
        usage.reasoning_tokens,
        result.cost_usd,
        result.seconds,
    )


def _scores(run: DocumentRun) -> tuple[float, ...]:
    score = run.score
    first = run.first_try.score.lenient.f1
    return (score.lenient.f1, score.strict.f1, score.figures.f1, first, binding_loss(score))


def _leaf_rows(run: DocumentRun) -> Iterator[tuple[Any, ...]]:
    for leaf, kinds in leaves_with_mistakes(run.score):
        yield (
            *run.result.key,
            leaf.field,
            leaf.gold_at,
            leaf.predicted_at,
            _gold(leaf),
            _value(leaf.predicted),
            leaf.lenient,
            leaf.strict,
            " ".join(kinds),
        )


def _gold(leaf: Leaf) -> str:
    return " | ".join(_value(reading) for reading in leaf.gold if reading is not None)


def _value(value: Any) -> str:
    if isinstance(value, tuple):
        low, high = value
        return f"{low:f}" if high is None else f"{low:f}..{high:f}"
    return "" if value is None else str(value)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(
        [defused(cell) if isinstance(cell, str) else cell for cell in row] for row in rows
    )
    return out.getvalue()
