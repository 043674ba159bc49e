"""Violations and findings."""

import json
from dataclasses import replace

import pytest

from extractor.article import Span
from extractor.violations import Finding, Violation, as_finding

VIOLATION = Violation(
    code="arithmetic.percent",
    message="[4] does not fit.",
    pointers=("/shares/0/percents/0",),
    items=("s1",),
    figures=(4,),
)


@pytest.mark.parametrize(
    ("code", "disputable"),
    [
        pytest.param("arithmetic.percent", True, id="arithmetic"),
        pytest.param("wording.kind", True, id="wording"),
        pytest.param("grounding.crossed", True, id="order of words"),
        pytest.param("grounding.cut", True, id="end of a name"),
        pytest.param("reference.unknown", False, id="reference"),
        pytest.param("grounding.name", False, id="name"),
        pytest.param("reply.invalid", False, id="reply"),
    ],
)
def test_only_what_rests_on_the_wording_can_be_disputed(code: str, *, disputable: bool) -> None:
    """The article itself may be at odds; a name that is not in it can never stand."""
    assert Violation(code=code, message="").disputable is disputable


def test_a_violation_keeps_its_key_when_pointers_move() -> None:
    """A repair that deletes an item before it does not make it another one."""
    moved = Violation(
        code=VIOLATION.code,
        message=VIOLATION.message,
        pointers=("/shares/1",),
        items=("s1",),
        figures=(4,),
    )

    assert moved != VIOLATION
    assert moved.key == VIOLATION.key


def test_a_disputed_violation_becomes_a_finding_that_says_so() -> None:
    """A reader learns that the model was asked."""
    finding = as_finding(VIOLATION)

    assert (finding.code, finding.pointers) == (VIOLATION.code, VIOLATION.pointers)
    assert finding.message.startswith(VIOLATION.message)
    assert finding.message != VIOLATION.message


def test_both_are_written_as_json() -> None:
    """Tuples become lists, spans pairs."""
    finding = Finding(code="a.b", message="m", spans=(Span(1, 3),))

    written = json.loads(json.dumps([VIOLATION.to_json(), finding.to_json()]))

    assert written == [
        {
            "code": "arithmetic.percent",
            "message": "[4] does not fit.",
            "pointers": ["/shares/0/percents/0"],
        },
        {"code": "a.b", "message": "m", "pointers": [], "spans": [[1, 3]]},
    ]


def test_what_is_kept_is_read_back() -> None:
    """A finding comes back whole; a violation without what only its mending needs."""
    finding = Finding("source.total", "It does not add up.", ("/event/total",), (Span(3, 9),))

    assert Finding.of(finding.to_json()) == finding
    assert Violation.of(VIOLATION.to_json()) == replace(VIOLATION, items=(), figures=())
