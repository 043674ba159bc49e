"""The tables of an export and their rows: tidy, one row a thing, amounts as exact decimals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from extractor.exports.edtf import earliest_day, latest_day
from extractor.exports.exported import Exported
from extractor.exports.table import Cell, Column, Row, Table

_MOST_COUNTED = 2**63 - 1
"""What an integer of SQLite or Parquet holds."""

_ARTICLE = (
    Column("article", "text", "SHA-256 of the article's text; joins all tables"),
    Column("url", "text", "where the article was published, where known"),
)
_CORRECTED = (
    Column("corrected_by", "text", "who corrected the record; empty: it is as the model answered"),
    Column("corrected_at", "text", "when, ISO 8601 in UTC"),
)
_COUNT = (
    Column("count", "integer", "how many projects"),
    Column("count_hedge", "text", "exact, about, nearly, over or under"),
)
_AMOUNT = (
    Column("amount", "decimal", "its first amount in whole units; all stand in `figures`"),
    Column("amount_upper", "decimal", "the upper end of a range"),
    Column("currency", "text", "ISO 4217"),
    Column("amount_kind", "text", "investment, trade, paid_in and so on"),
    Column("amount_hedge", "text", "exact, about, nearly, over or under"),
)

ARTICLES = Table(
    "articles",
    "an article that was asked about, whatever came of it",
    (
        *_ARTICLE,
        Column("place", "text", "the file, archive member or address it was read from"),
        Column("also_at", "text", "where nearly the same text stands, separated by ' | '"),
        Column("title", "text", "its title, where the source has one"),
        Column("published", "date", "its day of publication, where known"),
        Column("status", "text", "ok, flagged (a record with violations left), no_event or failed"),
        Column("reason", "text", "why there is no event, or why it failed"),
        Column("model", "text", "who answered"),
        *_CORRECTED,
        Column("cost_usd", "decimal", "what the answer cost; empty where unknown"),
        Column("findings", "integer", "how many findings there are"),
        Column("violations", "integer", "how many violations are left"),
        Column("unplaced", "integer", "figures of the article that nothing accounts for"),
    ),
)
EVENTS = Table(
    "events",
    "the event of an article",
    (
        *_ARTICLE,
        Column("name", "text", "its fullest name"),
        Column("aliases", "text", "its other names, separated by ' | '"),
        Column("activity", "text", "the gathering reported, where it is a part of the event"),
        Column("start_date", "text", "EDTF: 2022-11-03, 2022-11, XXXX-11-03"),
        Column("start_earliest", "date", "the first day that start_date can mean"),
        Column("start_latest", "date", "the last day that start_date can mean"),
        Column("end_date", "text", "EDTF"),
        Column("end_earliest", "date", "the first day that end_date can mean"),
        Column("end_latest", "date", "the last day that end_date can mean"),
        Column("place", "text", "where it was held"),
        Column("host", "text", "the region or body whose projects these are"),
        Column("stage", "text", "planned, signed, started or operating"),
        Column("industries", "text", "fields of the projects, separated by ' | '"),
        *_COUNT,
        *_AMOUNT,
        *_CORRECTED,
    ),
)
SHARES = Table(
    "shares",
    "a group of an event's projects",
    (
        *_ARTICLE,
        Column("share", "text", "its id inside the article"),
        Column("label", "text", "the words that name the group"),
        Column(
            "dimension", "text", "size, industry, investor, origin, region, stage, occasion, other"
        ),
        Column("of", "text", "the id of the share that it is a part of; empty: of the total"),
        Column("of_label", "text", "that share's label"),
        Column("stage", "text", "where it differs from the event's"),
        *_COUNT,
        *_AMOUNT,
        Column("percent", "decimal", "its first percentage as stated; all stand in `figures`"),
        Column("percent_of", "text", "its base: investment or count"),
        Column("percent_hedge", "text", "exact, about, nearly, over or under"),
        Column("percent_computed", "decimal", "what it comes to by the record's own figures"),
    ),
)
PROJECTS = Table(
    "projects",
    "a project that the article names or describes",
    (
        *_ARTICLE,
        Column("project", "integer", "its number in the article, from 1"),
        Column("name", "text", "as the article names it"),
        Column("investors", "text", "who invests or builds, separated by ' | '"),
        Column("place", "text", "where it lies"),
        Column("industry", "text", "as said outside its name"),
        Column("shares", "text", "ids of the groups it belongs to, separated by ' | '"),
        *_AMOUNT,
    ),
)
AGREEMENTS = Table(
    "agreements",
    "an agreement beside the projects",
    (
        *_ARTICLE,
        Column("agreement", "integer", "its number in the article, from 1"),
        Column("label", "text", "the words that name its kind"),
        Column("parties", "text", "named bodies, separated by ' | '"),
        *_COUNT,
        *_AMOUNT,
    ),
)
FIGURES = Table(
    "figures",
    "a figure of a record, with its place in the article",
    (
        *_ARTICLE,
        Column("pointer", "text", "JSON pointer into the record"),
        Column("item", "text", "event, share, project or agreement"),
        Column("item_name", "text", "that item's name or label"),
        Column("role", "text", "count, amount, percent, target or conversion (of an amount)"),
        Column("value", "decimal", "in whole units, or percent"),
        Column("upper", "decimal", "the upper end of a range"),
        Column("unit", "text", "currency, %, or the thing counted"),
        Column("kind", "text", "of an amount: investment and so on; of a target: its measure"),
        Column("base", "text", "of a percentage: investment or count"),
        Column("hedge", "text", "exact, about, nearly, over or under"),
        Column("computed", "decimal", "of a percentage: what it comes to by the record's figures"),
        Column("quote", "text", "the figure as the article has it"),
        Column("start", "integer", "where the quote begins, in code points"),
        Column("end", "integer", "where it ends, half-open"),
        Column("sentence", "text", "the sentence that it stands in"),
    ),
)
FINDINGS = Table(
    "findings",
    "what the checks found",
    (
        *_ARTICLE,
        Column("type", "text", "finding (about the source) or violation (not mended by the model)"),
        Column("code", "text", "the check that found it"),
        Column("message", "text", "in words"),
        Column("pointers", "text", "JSON pointers concerned, separated by ' | '"),
    ),
)


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


TABLES = (ARTICLES, EVENTS, SHARES, PROJECTS, AGREEMENTS, FIGURES, FINDINGS)


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
    "count": lambda _: None,
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
        _UNITS[role](figure),
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
    if count is None or int(count["value"]) > _MOST_COUNTED:
        return (None, None)
    return (int(count["value"]), count["hedge"])


def _amount(amounts: Sequence[Mapping[str, Any]]) -> Row:
    if not amounts:
        return (None,) * len(_AMOUNT)
    first = amounts[0]
    value, upper = _decimal(first["value"]), _decimal(first["upper"])
    return (value, upper, first["currency"], first["kind"], first["hedge"])


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _joined(texts: Sequence[str]) -> str | None:
    return " | ".join(texts) or None
