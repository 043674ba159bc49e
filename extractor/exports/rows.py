"""The rows of an export: what an extraction puts into each table, amounts as exact decimals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from extractor.exports.edtf import earliest_day, latest_day
from extractor.exports.exported import Exported
from extractor.exports.table import MOST_OF_64_BITS, Cell, Row, Table
from extractor.exports.tables import (
    AGREEMENTS,
    ARTICLES,
    EVENTS,
    FIGURES,
    FINDINGS,
    PROJECTS,
    SHARES,
)
from extractor.extraction import counted_noun


def rows_of(exported: Exported) -> Iterator[tuple[Table, Row]]:
    """Yield every row of an extraction with the table that it belongs to."""
    envelope, record = exported.envelope, exported.envelope["record"]
    key = (exported.article.sha256, exported.url)
    yield ARTICLES, (*key, *_article(exported))
    for type_ in ("finding", "violation"):
        for found in envelope[f"{type_}s"]:
            pointers = _joined(found.get("pointers") or ())
            yield FINDINGS, (*key, type_, found["code"], found["message"], pointers)
    if record is None or record["event"] is None:
        return
    yield EVENTS, (*key, *_event(record["event"]), *_corrected(exported))
    labels = {share["id"]: share["label"] for share in record["shares"]}
    for index, share in enumerate(record["shares"]):
        yield SHARES, (*key, *_share(share, labels, envelope["computed"], f"/shares/{index}"))
    for number, project in enumerate(record["projects"], 1):
        yield PROJECTS, (*key, number, *_project(project))
    for number, agreement in enumerate(record["agreements"], 1):
        yield AGREEMENTS, (*key, number, *_agreement(agreement))
    for row in _figures(exported, record):
        yield FIGURES, (*key, *row)


def _article(exported: Exported) -> Row:
    envelope = exported.envelope
    return (
        exported.place,
        _joined(exported.also_at),
        exported.title,
        exported.article.published,
        envelope["status"],
        envelope["reason"],
        envelope["model"],
        *_corrected(exported),
        _decimal(envelope.get("cost_usd")),
        len(envelope["findings"]),
        len(envelope["violations"]),
        len(envelope["unplaced"]),
    )


def _corrected(exported: Exported) -> Row:
    return exported.corrected or (None, None)


def _event(event: Mapping[str, Any]) -> Row:
    return (
        event["name"],
        _joined(event["aliases"]),
        event["activity"],
        *_days(event["start_date"]),
        *_days(event["end_date"]),
        event["place"],
        event["host"],
        event["stage"],
        _joined(event["industries"]),
        *_count(event["total"]["count"]),
        *_amount(event["total"]["amounts"]),
    )


def _share(
    share: Mapping[str, Any], labels: Mapping[str, str], computed: Mapping[str, str], pointer: str
) -> Row:
    percent = share["percents"][0] if share["percents"] else None
    return (
        share["id"],
        share["label"],
        share["dimension"],
        share["of"],
        labels.get(share["of"]),
        share["stage"],
        *_count(share["count"]),
        *_amount(share["amounts"]),
        *(
            (None, None, None)
            if percent is None
            else (_decimal(percent["value"]), percent["of"], percent["hedge"])
        ),
        _decimal(computed.get(f"{pointer}/percents/0")),
    )


def _project(project: Mapping[str, Any]) -> Row:
    return (
        project["name"],
        _joined(project["investors"]),
        project["place"],
        project["industry"],
        _joined(project["shares"]),
        *_amount(project["amounts"]),
    )


def _agreement(agreement: Mapping[str, Any]) -> Row:
    return (
        agreement["label"],
        _joined(agreement["parties"]),
        *_count(agreement["count"]),
        *_amount(agreement["amounts"]),
    )


def _figures(exported: Exported, record: Mapping[str, Any]) -> Iterator[Row]:
    event = record["event"]
    for pointer, role, figure in _of_item(event["total"], "/event/total"):
        yield _figure(exported, pointer, ("event", event["name"]), role, figure)
    for field, item, name in (
        ("shares", "share", "label"),
        ("projects", "project", "name"),
        ("agreements", "agreement", "label"),
    ):
        for index, node in enumerate(record[field]):
            for pointer, role, figure in _of_item(node, f"/{field}/{index}"):
                yield _figure(exported, pointer, (item, node[name]), role, figure)


def _of_item(node: Mapping[str, Any], pointer: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield the figures of an item: JSON pointer, role, and the figure itself."""
    if node.get("count"):
        yield f"{pointer}/count", "count", node["count"]
    for field, role in (("amounts", "amount"), ("percents", "percent"), ("targets", "target")):
        for index, figure in enumerate(node.get(field, ())):
            place = f"{pointer}/{field}/{index}"
            yield place, role, figure
            for nth, same in enumerate(figure.get("equivalents", ())):
                yield f"{place}/equivalents/{nth}", "conversion", {**figure, **same}


_UNITS: dict[str, Callable[[Mapping[str, Any]], Cell]] = {
    "amount": lambda figure: str(figure["currency"]),
    "conversion": lambda figure: str(figure["currency"]),
    "percent": lambda _: "%",
    "target": lambda figure: figure["unit"],
}


def _figure(
    exported: Exported, pointer: str, item: tuple[str, str], role: str, figure: Mapping[str, Any]
) -> Row:
    spans = exported.envelope["evidence"].get(pointer) or [[None, None]]
    start, end = spans[0]
    figures = exported.envelope.get("figures", ())
    article = exported.article
    sentence = None
    if start is not None:
        span = article.sentence_at(start)
        sentence = article.text[span.start : span.end].strip()
    return (
        pointer,
        *item,
        role,
        _decimal(figure["value"]),
        _decimal(figure["upper"]),
        _UNITS[role](figure) if role != "count" else counted_noun(figures, spans),
        figure.get("kind") if role != "target" else figure["measure"],
        figure.get("of") if role == "percent" else None,
        figure["hedge"],
        _decimal(exported.envelope["computed"].get(pointer)),
        figure["as_written"],
        start,
        end,
        sentence,
    )


def _days(edtf: str | None) -> tuple[str | None, date | None, date | None]:
    return edtf, earliest_day(edtf), latest_day(edtf)


def _count(count: Mapping[str, Any] | None) -> Row:
    """Return a count and its hedge; one beyond 64 bits, a slip, stands in `figures` alone."""
    if count is None or int(count["value"]) > MOST_OF_64_BITS:
        return (None, None)
    return (int(count["value"]), count["hedge"])


def _amount(amounts: Sequence[Mapping[str, Any]]) -> Row:
    if not amounts:
        return (None, None, None, None, None)
    first = amounts[0]
    value, upper = _decimal(first["value"]), _decimal(first["upper"])
    return (value, upper, first["currency"], first["kind"], first["hedge"])


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _joined(texts: Sequence[str]) -> str | None:
    return " | ".join(texts) or None
