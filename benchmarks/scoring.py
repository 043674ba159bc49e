"""What it takes to score one record against gold, and stickler beside it on the same pair.

python -m benchmarks.scoring                                   ours alone
uv run --with stickler-eval==1.0.0 python -m benchmarks.scoring    both

The pair: the real article's gold record, and a prediction that differs from it in six places, with its
lists in another order and one project missing. In stickler the record's own Pydantic models say what
is compared; ours follows record-format.md. Processor time, best of five rounds.
"""

import resource
import time
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from extractor.evals import GoldDocument, load_gold, packaged_gold, score_document
from extractor.evals.summary import Summary
from extractor.record import Record

ROUNDS = 5
N_MANY = 10_000


def pair() -> tuple[GoldDocument, Record]:
    """Return the gold document and a prediction that is wrong in six places."""
    gold = next(doc for doc in load_gold(packaged_gold()) if doc.name == "huqia-week-2022")
    said: dict[str, Any] = gold.first_reading().model_dump(mode="json")
    said["event"]["name"] = said["event"]["name"].replace("Yangtze", "Yangtse")
    said["event"]["total"]["count"]["value"] = 89
    said["shares"].reverse()
    said["shares"][0]["count"]["value"] = 129
    said["shares"][1]["of"] = None
    said["projects"] = said["projects"][1:][::-1]
    said["projects"][0]["amounts"][0]["value"] = "2100000000"
    said["projects"][1]["place"] = "Elsewhere"
    return gold, Record.model_validate(said)


def milliseconds(score: Callable[[], object], *, seconds: float = 0.5) -> float:
    """Return the processor time of one call."""
    score()
    best = float("inf")
    for _ in range(ROUNDS):
        n_calls, start = 0, time.process_time()
        while (spent := time.process_time() - start) < seconds:
            score()
            n_calls += 1
        best = min(best, spent / n_calls * 1000)
    return best


def growth_mib(gold: GoldDocument, prediction: Record) -> float:
    """Return by how much memory grows while many pairs are scored and summed up."""
    summary = Summary()
    summary.add(score_document(gold, prediction))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(N_MANY):
        summary.add(score_document(gold, prediction))
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main() -> None:
    """Print both, and how many times slower stickler is."""
    gold, prediction = pair()
    ours = milliseconds(lambda: score_document(gold, prediction).lenient.f1)
    print(f"scoring a pair, ours: {ours:.3f} ms")
    print(f"scoring {N_MANY:,} pairs: memory grows by {growth_mib(gold, prediction):.1f} MiB")
    if find_spec("stickler") is None:
        print("stickler is not installed; see the head of benchmarks/scoring.py")
        return
    import stickler

    wanted = gold.first_reading()
    spec = stickler.eval_for(Record)
    theirs = milliseconds(lambda: spec.evaluate(wanted, prediction).f1)
    print(f"scoring a pair, stickler {version('stickler-eval')}: {theirs:.3f} ms")
    print(f"ours takes 1/{theirs / ours:.0f} of that")


if __name__ == "__main__":
    main()
