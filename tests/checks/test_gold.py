import time

from extractor.checks import Subject, run_checks

MODEL_S_DOING = (
    "arithmetic.",
    "structure.",
    "grounding.reused",
    "grounding.crossed",
    "grounding.astray",
    "grounding.cut",
    "wording.",
    "completeness.put_aside",
)
MOST_SECONDS_A_THOUSAND_CHARACTERS = 0.005  # ten times what it takes, for slow machines


def test_a_faultless_draft_raises_no_false_alarm(gold):
    """On gold, checks speak only where the article is known to contradict itself."""
    checked = run_checks(gold.subject)

    alarms = [
        result.message
        for result in (*checked.violations, *checked.findings)
        if result.code.startswith(MODEL_S_DOING)
    ]
    assert not alarms or any("contradict" in trait for trait in gold.traits)


def test_a_faultless_record_is_grounded(gold):
    """What `resolve` makes of gold passes the second look at every figure and text."""
    checked = run_checks(gold.subject)

    breaches = {"grounding.figure", "grounding.value", "grounding.text", "grounding.date"}
    assert not breaches.intersection(violation.code for violation in checked.violations)


def test_checks_are_fast(gold):
    """All checks of an article take about a millisecond."""
    subject = gold.subject
    _ = subject.article.sentences
    best = float("inf")

    for _ in range(5):
        fresh = Subject(subject.article, subject.figures, subject.resolution)
        began = time.process_time()
        run_checks(fresh)
        best = min(best, time.process_time() - began)

    size = max(1, len(subject.article.text) / 1000)
    assert best < MOST_SECONDS_A_THOUSAND_CHARACTERS * size
