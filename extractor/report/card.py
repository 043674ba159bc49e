"""The card of an extraction, which notebooks show: one piece of HTML that changes nothing around it.

It has no script and no id, so that any number of cards stand side by side, and its style reaches no
further than itself. A notebook's own style reaches everything, so the card begins from the browser's
defaults, with selectors that outweigh whatever a notebook says of tables and lists.
"""

from functools import cache

from markupsafe import Markup

from extractor.extraction import Extraction
from extractor.report.document import encodable, style_of
from extractor.report.fields import record_fields
from extractor.report.marked import marked_article
from extractor.report.page import legend_of, templates, title_of, verdict_of
from extractor.report.picture import share_rows
from extractor.report.terminal import answered_by
from extractor.report.wording import taken

_ROOT = ":is(.figurebook, #figurebook)"
"""The card: an element of the class, with the weight that an id has."""

_DEFAULTS = """
:where(:not(svg, svg *)) { all: revert; box-sizing: border-box; }
"""
"""A drawing keeps its attributes, which count as style and would go with it."""

_FACTS = {
    "activity": ("/event/activity",),
    "date": ("/event/start_date", "/event/end_date"),
    "place": ("/event/place",),
    "host": ("/event/host",),
}


def card(extraction: Extraction) -> str:
    """Return what a notebook shows of an extraction: its record, its checks, its marked article."""
    fields, record = record_fields(extraction), extraction.record
    runs = marked_article(extraction, fields)
    rows = share_rows(record, extraction.computed) if record else ()
    facts = {
        name: [pointer for pointer in pointers if pointer in fields]
        for name, pointers in _FACTS.items()
    }
    html = (
        templates()
        .get_template("card.html.j2")
        .render(
            style=_style(),
            extraction=extraction,
            article=extraction.article,
            title=title_of(extraction),
            verdict=verdict_of(extraction),
            answered_by=answered_by(extraction),
            taken=taken(extraction),
            fields=fields,
            event=record.event if record else None,
            event_record=record,
            facts=[(name, pointers) for name, pointers in facts.items() if pointers],
            rows=rows,
            has_picture=any(row.bars for row in rows),
            legend=legend_of(runs),
            runs=runs,
        )
    )
    return encodable(html)


@cache
def _style() -> Markup:
    """Return the style, all of it inside the card; what is said of a page itself finds nothing there."""
    sheets = style_of("base.css", "marks.css", "picture.css", "card.css").replace(":root", "&")
    return Markup(f"{_ROOT}{_ROOT} {{{_DEFAULTS}{sheets}}}")  # noqa: S704  our own file
