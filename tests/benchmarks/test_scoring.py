"""Scoring a pair stays quick beside stickler, which is not installed here."""

from benchmarks.scoring import milliseconds, pair
from extractor.evals import score_document
from extractor.record import Record

STICKLER_IN_READINGS = 1_400
"""What stickler-eval 1.0.0 takes for the pair (200 ms), in readings of the prediction's JSON (0.14 ms)."""


def test_a_pair_takes_a_fortieth_of_what_stickler_takes():
    """In readings of the same JSON, so that it holds on any machine."""
    gold, prediction = pair()
    written = prediction.model_dump_json()

    ours = milliseconds(lambda: score_document(gold, prediction), seconds=0.1)
    reading = milliseconds(lambda: Record.model_validate_json(written), seconds=0.1)

    assert ours <= STICKLER_IN_READINGS / 40 * reading
