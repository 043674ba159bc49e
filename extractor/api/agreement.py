"""Agreement: several independent extractions of one article, and where they differ."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from extractor.api.joining import faults, joined
from extractor.errors import ModelError, UsageError
from extractor.extraction import Extraction
from extractor.record import Agreement, Part, Project, Record, Share, plain
from extractor.usage import NO_TOKENS
from extractor.violations import Finding

_Key = tuple[str, ...]
_LEFT_OUT = "left out"
_NOTHING = "nothing"
_NO_LABELS: Mapping[str, str] = {}
_NAMES = frozenset({"id", "label", "name"})
_UNCOMPARED = frozenset({"hedge", "as_written", "equivalents"})
"""What follows from which mention of a figure is chosen, not from what is said of it."""


async def agree(once: Callable[[], Awaitable[Extraction]], *, samples: int) -> Extraction:
    """Extract several times at once; keep the best, and tell where the others differ.

    The best has the fewest violations; of equal ones, that whose fields most others share. A
    difference is a finding whose code begins with `agreement.`.

    Args:
        once: makes one extraction.
        samples: how many to make, at least 1.

    Raises:
        UsageError: not even one sample is wanted.
        ModelError: no sample got an answer.
    """
    if samples < 1:
        raise UsageError(f"samples is {samples}; give 1 or more")
    if samples == 1:
        return await once()
    outcomes = await asyncio.gather(*(once() for _ in range(samples)), return_exceptions=True)
    made = [outcome for outcome in outcomes if isinstance(outcome, Extraction)]
    errors = [outcome for outcome in outcomes if isinstance(outcome, ModelError)]
    for outcome in outcomes:
        if isinstance(outcome, BaseException) and not isinstance(outcome, ModelError):
            raise outcome
    spent = sum((error.usage for error in errors), NO_TOKENS)
    if not made:
        errors[0].usage = spent
        raise errors[0]
    said = [_facts(extraction.record) for extraction in made]
    votes = Counter((key, fact.value) for facts in said for key, fact in facts.items())
    agreed = [sum(votes[key, fact.value] for key, fact in facts.items()) for facts in said]
    best = min(range(len(made)), key=lambda at: (faults(made[at]), -agreed[at]))
    findings = (*_differences(said, said[best]), *_unanswered(errors, samples))
    return joined(made[best], made, findings=findings, unanswered=spent)


class _Fact(NamedTuple):
    """One field of a record, or that an item is there.

    Attributes:
        pointer: where it stands in its record.
        value: what it says, in words that can be compared and shown.
    """

    pointer: str
    value: str


_Facts = Mapping[_Key, _Fact]


def _differences(said: Sequence[_Facts], kept: _Facts) -> Iterator[Finding]:
    """Give a finding for each field on which the samples differ; of a missing item, only that."""
    for key in dict.fromkeys(chain(kept, *said)):
        item = key[:2]
        having = [facts for facts in said if item in facts] if len(key) > len(item) else said
        values = Counter(facts[key].value if key in facts else _LEFT_OUT for facts in having)
        if len(values) < 2:
            continue
        counted = "; ".join(f"{value} ({n} of {len(said)})" for value, n in values.most_common())
        yield Finding(
            code="agreement.field" if len(key) > len(item) else "agreement.item",
            message=f"The samples differ on {' '.join(key)}: {counted}.",
            pointers=(kept[key].pointer,) if key in kept else (),
        )


def _unanswered(errors: Sequence[ModelError], samples: int) -> Iterator[Finding]:
    if errors:
        missing = f"{len(errors)} of {samples} samples got no answer"
        yield Finding(code="agreement.unanswered", message=f"{missing}: {errors[0]}")


def _facts(record: Record | None) -> dict[_Key, _Fact]:
    """Return what a record says, by keys that do not depend on the order of its items."""
    if record is None:
        return {}
    event = record.event
    whole = ("the", "event")
    facts: dict[_Key, _Fact] = {}
    if event is not None:
        facts[whole] = _Fact("/event", "given")
        facts |= _fields(whole, "/event", event, skipped={"total"})
        facts |= _fields(whole, "/event/total", event.total)
    labels = {share.id: share.label for share in record.shares}
    lists: dict[str, Sequence[Share | Project | Agreement]] = {
        "share": record.shares,
        "project": record.projects,
        "agreement": record.agreements,
    }
    for kind, items in lists.items():
        seen: Counter[str] = Counter()
        for index, item in enumerate(items):
            name = f"“{_name(item)}”"
            seen[name] += 1
            key = (kind, name if seen[name] == 1 else f"{name} no. {seen[name]}")
            pointer = f"/{kind}s/{index}"
            facts[key] = _Fact(pointer, "given")
            facts |= _fields(key, pointer, item, labels=labels, skipped=_NAMES)
    return facts


def _fields(
    key: _Key,
    pointer: str,
    part: Part,
    *,
    labels: Mapping[str, str] = _NO_LABELS,
    skipped: AbstractSet[str] = frozenset(),
) -> dict[_Key, _Fact]:
    return {
        (*key, field): _Fact(f"{pointer}/{field}", _words(value, labels))
        for field, value in part
        if field not in skipped
    }


def _name(item: Share | Project | Agreement) -> str:
    return item.name if isinstance(item, Project) else item.label


def _words(value: object, labels: Mapping[str, str]) -> str:
    """Write a field's value; references to shares by their labels."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Part):
        parts = (said for field, said in value if field not in _UNCOMPARED and said is not None)
        return " ".join(_words(said, _NO_LABELS) for said in parts)
    if isinstance(value, list):
        return ", ".join(sorted(_words(entry, labels) for entry in value)) or _NOTHING
    return _NOTHING if value is None else labels.get(str(value), str(value))
