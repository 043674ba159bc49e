"""What makes a gold record wrong: one generator a rule, each breach one line that says what to do."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from extractor.evals.readings import ANY_OF, choices_in, is_choice, nth_reading, readings_of
from extractor.record import Record

_ROOT = "$.record"


def breaches(record: Any, text: str) -> Iterator[str]:
    """Yield what is wrong with a gold record, as `path: fault; remedy`; nothing where it is right.

    Args:
        record: the JSON under `record`.
        text: the article's text.

    A later rule is asked only where the earlier ones hold, so every breach is a cause.
    """
    for rule in (_malformed_choices, _unlike_a_record, _loose_references):
        found = list(rule(record))
        if found:
            yield from found
            return
    yield from _circles(record)
    yield from _lists_without_event(record)
    yield from _absent_from(text, record, _ROOT)


def _malformed_choices(record: Any) -> Iterator[str]:
    for path, node in choices_in(record, _ROOT):
        readings = node[ANY_OF]
        if len(node) != 1:
            yield f"{path}: `any_of` stands beside other keys; it must be alone"
        elif not isinstance(readings, list) or not readings:
            yield f"{path}: `any_of` must be a list of readings, the best first"
        elif not all(reading is None or isinstance(reading, str) for reading in readings):
            yield f"{path}: `any_of` may hold strings and null only"
        elif all(reading is None for reading in readings):
            yield f"{path}: `any_of` holds no reading but null; write null"
        elif len(set(readings)) < len(readings):
            yield f"{path}: `any_of` holds a reading twice; leave one out"


def _unlike_a_record(record: Any) -> Iterator[str]:
    """Validate as many readings as the widest choice has: each is then tried at least once."""
    widest = max((len(node[ANY_OF]) for _, node in choices_in(record)), default=1)
    seen = set()
    for n in range(widest):
        try:
            Record.model_validate(nth_reading(record, n))
        except ValidationError as error:
            for fault in error.errors():
                message = f"{_path(fault['loc'])}: {fault['msg']}"
                if message not in seen:
                    seen.add(message)
                    yield message


def _path(location: tuple[int | str, ...]) -> str:
    return _ROOT + "".join(
        f"[{part}]" if isinstance(part, int) else f".{part}" for part in location
    )


def _loose_references(record: dict[str, Any]) -> Iterator[str]:
    ids = []
    for index, share in enumerate(record["shares"]):
        if is_choice(share["id"]):
            yield f"{_ROOT}.shares[{index}].id: an id has one reading; write a plain string"
            return
        if share["id"] in ids:
            yield f"{_ROOT}.shares[{index}].id: {share['id']!r} is taken; give it an id of its own"
        ids.append(share["id"])
    for path, node in _references(record):
        for reading in readings_of(node):
            if reading is not None and reading not in ids:
                yield f"{path}: no share has the id {reading!r}; name one of shares[].id"


def _references(record: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for index, share in enumerate(record["shares"]):
        yield f"{_ROOT}.shares[{index}].of", share["of"]
    for index, project in enumerate(record["projects"]):
        for place, node in enumerate(project["shares"]):
            yield f"{_ROOT}.projects[{index}].shares[{place}]", node


def _circles(record: dict[str, Any]) -> Iterator[str]:
    """Report shares that are, by some readings of `of`, a part of themselves."""
    parents = {share["id"]: readings_of(share["of"]) for share in record["shares"]}
    for index, share in enumerate(record["shares"]):
        reached: set[str] = set()
        open_ids = [share["id"]]
        while open_ids:
            above = [parent for parent in parents[open_ids.pop()] if parent is not None]
            open_ids += [parent for parent in above if parent not in reached]
            reached.update(above)
        if share["id"] in reached:
            yield f"{_ROOT}.shares[{index}].of: {share['id']!r} is a part of itself; break the circle"


def _lists_without_event(record: dict[str, Any]) -> Iterator[str]:
    if record["event"] is None:
        for key in ("shares", "projects", "agreements"):
            if record[key]:
                yield f"{_ROOT}.{key}: must be empty where there is no event"


def _absent_from(text: str, node: Any, path: str) -> Iterator[str]:
    if isinstance(node, list):
        for index, member in enumerate(node):
            yield from _absent_from(text, member, f"{path}[{index}]")
    elif isinstance(node, dict):
        for reading in readings_of(node.get("as_written", "")):
            if reading not in text:
                yield f"{path}.as_written: {reading!r} does not stand in the text; copy it exactly"
        for key, value in node.items():
            yield from _absent_from(text, value, f"{path}.{key}")
