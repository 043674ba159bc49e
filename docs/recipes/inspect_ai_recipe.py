"""Our scorer inside inspect_ai: `python docs/recipes/inspect_ai_recipe.py [MODEL]`.

Needs `pip install inspect-ai figurebook`. Each gold document is a sample; the solver is this package
(so `model` is one of ours, not of inspect's), the scorer gives the leaf F1 with its standard error.
"""

import json
import sys

import inspect_ai
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from extractor import extract_async
from extractor.evals import load_gold, score_document
from extractor.evals.gold import packaged_gold
from extractor.record import Record

GOLD = {document.name: document for document in load_gold(packaged_gold())}


@solver
def extracting(model: str) -> Solver:
    """Answer with the record as JSON; with nothing where the extraction failed."""

    async def solve(state: TaskState, _generate: Generate) -> TaskState:
        extraction = await extract_async(GOLD[str(state.sample_id)].article, model=model)
        record = extraction.record
        state.output.completion = "" if record is None else record.model_dump_json()
        return state

    return solve


@scorer(metrics=[mean(), stderr()])
def leaf_f1() -> Scorer:
    """Compare the record with gold, leaf by leaf; a negative scores 1 where no event came out."""

    async def score(state: TaskState, _target: Target) -> Score:
        text = state.output.completion
        record = Record.model_validate(json.loads(text)) if text else None
        found = score_document(GOLD[str(state.sample_id)], record)
        value = found.lenient.f1 if found.has_event else float(found.is_right)
        wrong = [leaf for leaf in found.leaves if leaf.lenient != "correct"]
        return Score(value=value, explanation="\n".join(f"{w.field}: {w.lenient}" for w in wrong))

    return score


@task
def investment_news(model: str = "rules") -> Task:
    """Extract from every article of the packaged gold that has an event."""
    samples = [
        Sample(id=name, input=document.article.text, target="gold")
        for name, document in GOLD.items()
        if document.has_event
    ]
    return Task(dataset=MemoryDataset(samples), solver=extracting(model), scorer=leaf_f1())


def main(model: str = "rules") -> float:
    """Run a model over the packaged gold; return the mean leaf F1."""
    (log,) = inspect_ai.eval(
        investment_news(model), model="mockllm/model", display="plain", log_dir="out/inspect"
    )
    if log.results is None:
        raise SystemExit(f"inspect_ai gave no results: {log.error}")
    return log.results.scores[0].metrics["mean"].value


if __name__ == "__main__":
    print(f"mean leaf F1 {main(*sys.argv[1:]):.4f}")
