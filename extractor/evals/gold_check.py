"""Check a folder of gold for whoever writes it: all faults at once, and what deserves a second look."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evals.gold import GoldDocument, document_faults, gold_stems, load_document
from extractor.evals.readings import readings_of
from extractor.figures import find_figures

_NAMES = frozenset({"name", "label", "activity", "place", "host", "industry"})
_LISTS_OF_NAMES = frozenset({"aliases", "industries", "investors", "parties"})


@dataclass(frozen=True)
class GoldCheck:
    """What was found.

    Attributes:
        documents: those without a fault.
        faults: what breaks the record format, a line each: the document cannot be used.
        notes: what may be right and is worth a look, a line each: a value that the finder reads
            differently, a name that does not stand in the article letter for letter.
    """

    documents: tuple[GoldDocument, ...]
    faults: tuple[str, ...]
    notes: tuple[str, ...]


def check_gold(folder: Path) -> GoldCheck:
    """Check every document of a folder.

    Raises:
        GoldError: the folder holds no gold.
    """
    documents, faults = [], []
    for stem in gold_stems(folder):
        path = folder / f"{stem}.json"
        try:
            found = document_faults(path)
        except GoldError as error:
            found = [str(error)]
        faults += found
        if not found:
            documents.append(load_document(path))
    notes = [note for document in documents for note in _notes(document)]
    return GoldCheck(tuple(documents), tuple(faults), tuple(notes))


def _notes(document: GoldDocument) -> Iterator[str]:
    text = document.article.text
    figures = find_figures(text, published=document.article.published)
    values = {(figure.value, figure.upper) for figure in figures}
    for path, node in _nodes(document.record, "$.record"):
        if "as_written" in node:
            if not any(value in values for value in _values(node)):
                written = " or ".join(map(str, readings_of(node["as_written"])))
                yield f"{document.name}: {path}: nothing in the text reads as this value ({written})"
            continue
        for key, name in _names(node):
            if not any(reading is None or reading in text for reading in readings_of(name)):
                said = str(readings_of(name)[0])
                yield f"{document.name}: {path}.{key}: {said!r} does not stand so in the text"


def _nodes(node: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object of a JSON tree, those inside it after it."""
    if isinstance(node, list):
        for index, member in enumerate(node):
            yield from _nodes(member, f"{path}[{index}]")
    elif isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from _nodes(value, f"{path}.{key}")


def _values(node: dict[str, Any]) -> list[tuple[Decimal, Decimal | None]]:
    return [
        (Decimal(value), None if upper is None else Decimal(upper))
        for value in readings_of(node["value"])
        for upper in readings_of(node["upper"])
    ]


def _names(node: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in node.items():
        if key in _NAMES and value is not None:
            yield key, value
        elif key in _LISTS_OF_NAMES:
            yield from ((f"{key}[{index}]", member) for index, member in enumerate(value))
