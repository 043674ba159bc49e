from dataclasses import replace

from extractor.checks import run_checks
from extractor.violations import Finding, Violation


def test_what_resolving_found_comes_first(subject_of):
    """Violations and findings of the resolution precede those of the checks, each once."""
    subject = subject_of("12 deals, 14 in steel.", event={"count": "12"})
    violation = Violation(code="reference.unknown", message="there is no figure [7].")
    finding = Finding(code="figures.missed", message="“a dozen” was quoted.")
    resolution = replace(subject.resolution, violations=(violation, violation), findings=(finding,))

    checked = run_checks(replace(subject, resolution=resolution))

    assert checked.violations[0] == violation
    assert [each.code for each in checked.violations] == [
        "reference.unknown",
        "completeness.unplaced",
    ]
    assert checked.findings[0] == finding
