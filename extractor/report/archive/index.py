"""The page of an archive: a list to search and filter, and totals; its rows lie in files beside it.

The page is opened from disk, where a browser reads no other file but scripts: rows are scripts that
hand over JSON. Its policy lets its own script load these, and nothing else.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import Environment

from extractor import __version__
from extractor.extraction import Extraction
from extractor.report.archive.row import FIELDS, Row
from extractor.report.archive.tables import (
    NOT_SAID,
    dimensions,
    host_lines,
    whole_line,
    year_lines,
)
from extractor.report.archive.totals import Totals
from extractor.report.document import data, encodable, environment
from extractor.report.wording import cost, plural

_CHOSEN = ("status", "language", "year", "host", "model")
"""Columns that the list can be filtered by, each with its values."""
_MOST_CHOICES = 1000
_WORDS = {
    "en": "English",
    "zh": "Chinese",
    "other": "other languages",
    "no_event": "no event",
}


@dataclass
class Summary:
    """What the page says of all rows together; it grows with every row.

    Attributes:
        totals: the totals of the records.
        counts: how many rows have which value, by column.
        cost_usd: what the answers cost, the part that is known.
        n_unknown_costs: how many cost something that is not known.
    """

    totals: Totals = field(default_factory=Totals)
    counts: Mapping[str, Counter[str]] = field(
        default_factory=lambda: {name: Counter() for name in _CHOSEN}
    )
    n_rows: int = 0
    cost_usd: Decimal = Decimal(0)
    n_unknown_costs: int = 0

    def add(self, row: Row, extraction: Extraction | None) -> None:
        """Take a row in, with its extraction where there is one."""
        self.n_rows += 1
        for name, counter in self.counts.items():
            counter[getattr(row, name)] += 1
        if extraction is not None:
            self.totals.add(extraction)
            self.cost_usd += extraction.least_cost_usd
            self.n_unknown_costs += extraction.cost_usd is None


def index_page(
    title: str,
    summary: Summary,
    *,
    files: Sequence[tuple[str, int]],
    base: str,
    left_out: Sequence[str] = (),
) -> str:
    """Return the index as one HTML document, which loads its rows from files.

    Args:
        title: what the archive is called.
        summary: all rows together.
        files: the scripts of rows, below `base`, each with the number of its rows.
        base: the address of what lies beside the page, relative to it; empty or with a slash.
        left_out: what of the archive is not listed, a sentence each.
    """
    html = (
        _environment()
        .get_template("index.html.j2")
        .render(
            title=title,
            version=__version__,
            today=date.today(),  # noqa: DTZ011  the reader's day
            summary=summary,
            left_out=left_out,
            cost=cost(None if summary.n_unknown_costs else summary.cost_usd, summary.cost_usd),
            choices={name: _choices(name, counts) for name, counts in summary.counts.items()},
            whole=whole_line(summary.totals),
            years=year_lines(summary.totals),
            hosts=host_lines(summary.totals),
            dimensions=dimensions(summary.totals),
            content={
                "fields": FIELDS,
                "files": [[f"{base}{name}", n_rows] for name, n_rows in files],
                "pages": f"{base}articles/",
                "rows": summary.n_rows,
            },
        )
    )
    return encodable(html)


def _choices(name: str, counts: Counter[str]) -> list[tuple[str, str, int]]:
    """Return the values of a column to choose from: value, words and number of rows."""
    known = [(value, count) for value, count in counts.most_common(_MOST_CHOICES) if value]
    if name in {"year", "host", "model"}:
        known.sort(reverse=name == "year")
    choices = [(value, _WORDS.get(value, value), count) for value, count in known]
    if counts[""] and name in {"year", "host"}:
        choices.append((NOT_SAID, "not said", counts[""]))
    return choices


@cache
def _environment() -> Environment:
    made = environment(
        "extractor.report.archive",
        style=("base.css", "sections.css", "index.css"),
        script="index.js",
        loads_scripts=True,
    )
    filters: dict[str, Any] = {"data": data, "plural": plural}
    made.filters.update(filters)
    return made
