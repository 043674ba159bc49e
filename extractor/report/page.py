"""The page of an extraction: one HTML file that needs nothing else, for reading and checking.

The article with every figure marked stands beside the record; each value leads to its evidence and
back. Without JavaScript all of it can be read and the links work; the script adds highlighting.
Whatever comes from an article or a model is text: it is escaped where it is written, and a content
security policy lets the browser run and load nothing but the page's own script and style.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from extractor import __version__
from extractor.exchange import digest
from extractor.extraction import Extraction, Status
from extractor.figures import Figure
from extractor.record import Record
from extractor.report.document import as_it_stands, encodable, environment
from extractor.report.fields import Field, record_fields
from extractor.report.marked import Run, marked_article
from extractor.report.picture import share_rows
from extractor.report.roles import MEANINGS
from extractor.report.source import Source, web_address
from extractor.report.terminal import answered_by
from extractor.report.wording import cost, kind_words, noun, plural, reading, taken
from extractor.violations import Finding, Violation

if TYPE_CHECKING:
    from extractor.exports import Corrected

_STATUSES: dict[Status, str] = {
    "ok": "Every figure is accounted for and every check holds",
    "flagged": "There is a record, but some checks do not hold",
    "no_event": "The article reports no signing, start or opening of projects",
    "failed": "There is no record",
}
_REASONS = {
    "catalogue": "it is a catalogue of projects on offer",
    "stock_taking": "it is a stock-taking of a period",
    "speech": "it is a speech",
    "other_news": "it is other news",
}
_FAMILIES = {
    "agreement": "Samples differ",
    "arithmetic": "The figures do not fit together",
    "completeness": "A figure has no place in the record",
    "dialogue": "The exchange ended early",
    "escalation": "Another model was asked",
    "figures": "The finder did not read it",
    "grounding": "It does not stand in the article like this",
    "patch": "A repair was refused",
    "reference": "A figure was referred to wrongly",
    "reply": "The reply could not be used",
    "structure": "The parts of the record do not fit together",
    "wording": "The article's words say otherwise",
}
_TEMPLATE = "page.html.j2"
_FIGURE_ID = re.compile(r"\[(\d{1,12})\]")


@dataclass(frozen=True, slots=True)
class InArchive:
    """What the page of an article in an archive says beside the extraction.

    Attributes:
        source: where the article stands.
        index: the address of the archive's index, relative to the page.
        made_of: a hash of all that the page is made of; it stands at the head of the page.
        corrected: who corrected the record, and when; None where it is as the model answered.
    """

    source: Source
    index: str
    made_of: str
    corrected: "Corrected | None" = None


def page(extraction: Extraction, *, archive: InArchive | None = None) -> str:
    """Return the report of an extraction as one self-contained HTML document.

    Half a surrogate pair, which a file name can hold, is written as a question mark, so that the
    page can always be encoded.

    Args:
        extraction: the extraction.
        archive: where the article stands in an archive; None for one on its own.
    """
    fields = record_fields(extraction)
    runs = marked_article(extraction, fields)
    record = extraction.record
    html = (
        templates()
        .get_template(_TEMPLATE)
        .render(
            extraction=extraction,
            archive=archive,
            article=extraction.article,
            title=title_of(extraction),
            verdict=verdict_of(extraction),
            answered_by=answered_by(extraction),
            fields=fields,
            runs=runs,
            legend=legend_of(runs),
            record=record,
            counted=noun(extraction, "/event/total/count"),
            groups=_groups(record),
            rows=share_rows(record, extraction.computed) if record else (),
            violations=tuple(_notes(extraction.violations, extraction, fields)),
            findings=tuple(_notes(extraction.findings, extraction, fields)),
            cost=cost(extraction.cost_usd, extraction.least_cost_usd),
            taken=taken(extraction),
        )
    )
    return encodable(html)


@dataclass(frozen=True, slots=True)
class _Note:
    """A violation or a finding: what it is in plain words, and what it is about.

    Attributes:
        title: its family in plain words.
        code: its code.
        words: its message in pieces, each with the offset of the figure that it names, if it does.
        fields: the values of the record that it is about.
        passages: the places in the article that it is about: the offset, where a figure begins there,
            and the words.
    """

    title: str
    code: str
    words: tuple[tuple[str, int | None], ...]
    fields: tuple[Field, ...]
    passages: tuple[tuple[int | None, str], ...]


def _notes(
    said: Sequence[Violation | Finding], extraction: Extraction, fields: dict[str, Field]
) -> Iterator[_Note]:
    text = extraction.article.text
    by_id = {figure.id: figure for figure in extraction.figures}
    starts = {figure.start for figure in extraction.figures}
    for note in said:
        spans = note.spans if isinstance(note, Finding) else ()
        yield _Note(
            title=_FAMILIES.get(note.code.split(".")[0], "Note"),
            code=note.code,
            words=tuple(_words(note.message, by_id)),
            fields=tuple(fields[pointer] for pointer in note.pointers if pointer in fields),
            passages=tuple(
                (span.start if span.start in starts else None, text[span.start : span.end])
                for span in spans
            ),
        )


def _words(message: str, figures: dict[int, Figure]) -> Iterator[tuple[str, int | None]]:
    """Cut a message where it names a figure by its id."""
    done = 0
    for found in _FIGURE_ID.finditer(message):
        figure = figures.get(int(found.group(1)))
        if figure is not None:
            yield message[done : found.start()], None
            yield found.group(), figure.start
            done = found.end()
    yield message[done:], None


@cache
def page_version() -> str:
    """Return a hash of the package's version, template, style and script."""
    made = templates()
    assert made.loader is not None  # noqa: S101  every environment of ours has one
    sources = [made.loader.get_source(made, name)[0] for name in (_TEMPLATE, "picture.html.j2")]
    return digest([__version__, *sources, str(made.globals["style"]), str(made.globals["script"])])


def title_of(extraction: Extraction) -> str:
    """Return the event's name, else the article's."""
    event = extraction.record.event if extraction.record else None
    return (event.name if event else None) or extraction.article.name


def verdict_of(extraction: Extraction) -> str:
    """Say in a sentence what came of an article."""
    verdict, reason = _STATUSES[extraction.status], extraction.reason
    if reason is None:
        return f"{verdict}."
    return f"{verdict}: {_REASONS.get(reason, reason).rstrip('.')}."


def legend_of(runs: Sequence[Run]) -> list[tuple[str, str, int]]:
    """Return the roles that occur in an article, each with its meaning and the number of its figures."""
    counts = Counter(run.mark.role for run in runs if run.mark is not None)
    return [(role, meaning, counts[role]) for role, meaning in MEANINGS.items() if counts[role]]


def _groups(record: Record | None) -> dict[str, str]:
    """Return the labels of the shares by id."""
    return {share.id: share.label for share in record.shares} if record else {}


@cache
def templates() -> Environment:
    """Return the templates of an extraction's page, which its card shares."""
    made = environment(
        "extractor.report",
        style=("base.css", "sections.css", "marks.css", "picture.css", "page.css"),
        script="page.js",
    )
    filters: dict[str, Any] = {
        "as_it_stands": as_it_stands,
        "dollars": _dollars,
        "kind": kind_words,
        "percent": _percent,
        "plural": plural,
        "reading": reading,
        "tokens": _tokens,
        "web_address": web_address,
    }
    made.filters.update(filters)
    return made


def _percent(length: float) -> str:
    """Write a length for SVG, inside the drawing whatever the figures say."""
    return f"{min(max(length, 0.0), 100.0):.2f}%"


def _dollars(usd: Decimal | None) -> str:
    return "unknown" if usd is None else cost(usd, usd)


def _tokens(number: int | None) -> str:
    return "unknown" if number is None else f"{number:,}"
