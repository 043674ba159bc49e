"""The page of an evaluation: one HTML file that needs nothing else, for comparing and looking closer.

Tables, plots and every leaf that is not right can be read without JavaScript; the script adds the
articles with their marks, and lets systems be left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment

from extractor import __version__
from extractor.evals.comparison import Runs, Standing, compare_all, standing
from extractor.evals.sheets import mistake_sheet, slice_sheet
from extractor.report.document import data, encodable, environment
from extractor.report.evaluation.articles import ArticleRuns, articles
from extractor.report.evaluation.challenges import Challenge, challenges, weight
from extractor.report.evaluation.fields import Fault, field_rows
from extractor.report.evaluation.plot import HEIGHT, WIDTH, Measured, Plot, plot
from extractor.report.evaluation.standings import COLUMNS, rows
from extractor.report.wording import plural


@dataclass(frozen=True)
class About:
    """What an evaluation is of.

    Attributes:
        gold: the gold's folder, for people to read.
        version: its version; None without one.
        sha256: its hash.
    """

    gold: str
    version: str | None
    sha256: str


def evaluation_page(runs: Runs, about: About) -> str:
    """Return the report of one or several systems on the same gold as one self-contained document.

    Args:
        runs: each system's runs, at least one; the first is the one that others are compared with.
        about: the gold.
    """
    standings = [standing(title, found) for title, found in runs.items()]
    found = articles(runs)
    html = (
        _environment()
        .get_template("page.html.j2")
        .render(
            about=about,
            version=__version__,
            titles=list(runs),
            columns=COLUMNS,
            rows=rows(standings),
            verdicts=compare_all(runs),
            plots=_plots(standings),
            fields=field_rows(standings, _faults(found)),
            articles=found,
            numbers={article.name: number for number, article in enumerate(found)},
            n_events=sum(each.document.has_event for each in found),
            n_repeats=max(system.n_repeats for system in standings),
            challenges=sorted(_challenges(found), key=weight),
            sheets=(slice_sheet(runs), mistake_sheet(runs)),
            content={"systems": list(runs), "articles": [each.content() for each in found]},
        )
    )
    return encodable(html)


def _plots(standings: Sequence[Standing]) -> list[Plot]:
    """Draw scores over prices and times; what costs nobody anything is not drawn."""
    prices, times = [], []
    for index, system in enumerate(standings):
        measured = Measured(index, system.title, system.summary.f1, system.interval, None)
        n_records = system.n_records
        cost = None if system.cost_usd is None else float(system.cost_usd / n_records)
        prices.append(measured._replace(taken=cost))
        times.append(measured._replace(taken=round(system.seconds / n_records, 3)))
    axes = (("US dollars an article", prices, "$"), ("seconds an article", times, " s"))
    return [
        plot(name, systems, unit=unit)
        for name, systems, unit in axes
        if any(system.taken != 0 for system in systems)
    ]


def _faults(found: Sequence[ArticleRuns]) -> Iterator[Fault]:
    for article in found:
        for index, (title, repeats) in enumerate(article.leaves.items()):
            for run, leaves in zip(article.runs[title], repeats, strict=True):
                for each in leaves:
                    if not each.is_strictly_right:
                        yield Fault(index, title, article.name, run.result.key.repeat, each)


def _challenges(found: Sequence[ArticleRuns]) -> Iterator[Challenge]:
    for article in found:
        first = {
            title: leaves[0]
            for title, leaves in article.leaves.items()
            if leaves and article.runs[title][0].result.record is not None
        }
        yield from challenges(article.name, first)


@cache
def _environment() -> Environment:
    made = environment(
        "extractor.report.evaluation",
        style=("base.css", "sections.css", "page.css"),
        script="page.js",
    )
    made.filters.update({"data": data, "plural": plural})
    made.globals.update(width=WIDTH, height=HEIGHT)
    return made
