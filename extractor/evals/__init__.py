"""Evaluation: gold, scoring, runs of systems over gold, statistics, and the gate that holds floors."""

from extractor.evals.gold import GoldDocument, load_gold, packaged_gold
from extractor.evals.result import Result, System
from extractor.evals.run import DocumentRun, Plan, run
from extractor.evals.score import DocumentScore, score_document

__all__ = [
    "DocumentRun",
    "DocumentScore",
    "GoldDocument",
    "Plan",
    "Result",
    "System",
    "load_gold",
    "packaged_gold",
    "run",
    "score_document",
]
