"""Our scorer inside pydantic-evals: `python docs/recipes/pydantic_evals_recipe.py [MODEL]`.

Needs `pip install pydantic-evals figurebook`. Each gold document is a case; the evaluator gives its
leaf F1, strict and lenient, the F1 of its figures, and whether the whole record is right.
"""

import sys
from dataclasses import dataclass
from statistics import fmean

from pydantic_evals import Case, Dataset
from pydantic_evals.evaluators import Evaluator, EvaluatorContext

from extractor import extract_async
from extractor.evals import GoldDocument, load_gold, score_document
from extractor.evals.gold import packaged_gold
from extractor.record import Record


@dataclass
class LeafScores(Evaluator[str, Record | None, GoldDocument]):
    """Compare a record with gold, leaf by leaf."""

    def evaluate(
        self, ctx: EvaluatorContext[str, Record | None, GoldDocument]
    ) -> dict[str, float | bool]:
        """Return the scores of one document."""
        score = score_document(ctx.metadata, ctx.output)
        if not score.has_event:
            return {"no_event_right": score.is_right}
        return {
            "leaf_f1": score.lenient.f1,
            "strict_leaf_f1": score.strict.f1,
            "figures_f1": score.figures.f1,
            "record_right": score.is_right,
        }


def main(model: str = "rules") -> float:
    """Run a model over the packaged gold; return the mean leaf F1."""
    gold = {document.name: document for document in load_gold(packaged_gold())}

    async def task(name: str) -> Record | None:
        return (await extract_async(gold[name].article, model=model)).record

    dataset = Dataset[str, Record | None, GoldDocument](
        name="figurebook-gold",
        cases=[Case(name=name, inputs=name, metadata=document) for name, document in gold.items()],
        evaluators=[LeafScores()],
    )
    report = dataset.evaluate_sync(task, progress=False)
    report.print(include_input=False, include_output=False)
    return fmean(case.scores["leaf_f1"].value for case in report.cases if "leaf_f1" in case.scores)


if __name__ == "__main__":
    print(f"mean leaf F1 {main(*sys.argv[1:]):.4f}")
