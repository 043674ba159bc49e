"""Totals in words: the tables of the index, one row a year, a host, or a group of projects."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from extractor.report.archive.totals import PROJECTS, Group, Measure, Sum, Totals, largest
from extractor.report.wording import kind_words, plural, sum_of

MOST_HOSTS = 100
MOST_LABELS = 25

NOT_SAID = "?"
"""What the list is filtered by for events that do not say their year or host."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A sum in words.

    Attributes:
        words: the sum.
        percent: what part it is of something, in words; empty where there is nothing to say.
        note: what it is a sum of.
    """

    words: str
    percent: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table of totals.

    Attributes:
        title: what it is about.
        link: the address that shows its articles in the list; empty where there is none.
        n_events: in how many articles' events; None of groups that may stand in the same ones.
        projects: the sum of projects; None where no article counts them.
        amounts: a sum for each kind of amount and currency.
    """

    title: str
    link: str
    n_events: int | None
    projects: Cell | None
    amounts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """The groups of one dimension: how many events have any, and the most frequent ones."""

    name: str
    n_events: int
    n_labels: int
    lines: tuple[Line, ...]


def whole_line(totals: Totals) -> Line:
    """Return the row of all events."""
    return _line(totals.all, "", _nothing)


def year_lines(totals: Totals) -> tuple[Line, ...]:
    """Return the years, the latest first."""
    groups = (totals.years[year] for year in sorted(totals.years, reverse=True))
    return tuple(_filtering("year", groups, totals.all))


def host_lines(totals: Totals) -> tuple[Line, ...]:
    """Return the hosts of the most events, and all others as one."""
    shown, others = largest(totals.hosts, most=MOST_HOSTS)
    lines = _filtering("host", shown, totals.all)
    return (*lines, *([_line(others, "", _of_sums(totals.all))] if others else []))


def dimensions(totals: Totals) -> tuple[Dimension, ...]:
    """Return the dimensions that occur, with the groups of the most events."""
    return tuple(
        Dimension(dimension, totals.n_with[dimension], len(groups), tuple(_labels(groups)))
        for dimension, groups in totals.groups.items()
        if groups
    )


def _labels(groups: dict[str, Group]) -> Iterator[Line]:
    """Give the groups of the most events; the others, which may be parts of each other, unsummed."""
    shown, others = largest(groups, most=MOST_LABELS)
    for group in shown:
        yield _line(group, f"#{urlencode({'q': group.title})}", _of_own_totals)
    if others is not None:
        yield Line(others.title, "", None, None, ())


_Percent = Callable[[Group, Measure], tuple[Sum, Sum] | None]
"""Gives the part and the whole of a percentage for a measure of a group, if there is one."""


def _nothing(_group: Group, _measure: Measure) -> None:
    return None


def _of_sums(whole: Group) -> _Percent:
    """Compare with all events."""

    def compared(group: Group, measure: Measure) -> tuple[Sum, Sum]:
        return group.sums[measure], whole.sums[measure]

    return compared


def _of_own_totals(group: Group, measure: Measure) -> tuple[Sum, Sum] | None:
    """Compare with the totals of the same events, where they are stated."""
    if measure not in group.parts:
        return None
    return group.parts[measure], group.wholes[measure]


def _filtering(field: str, groups: Iterable[Group], whole: Group) -> Iterator[Line]:
    for group in groups:
        link = f"#{urlencode({field: group.title or NOT_SAID})}"
        yield _line(group, link, _of_sums(whole))


def _line(group: Group, link: str, percent: _Percent) -> Line:
    measures = sorted(
        (measure for measure in group.sums if measure is not None),
        key=lambda measure: (measure[0] != "investment", measure[0], -group.sums[measure].n),
    )
    has_projects = PROJECTS in group.sums
    return Line(
        title=group.title or "not said",
        link=link,
        n_events=group.n_events,
        projects=_cell(group, PROJECTS, percent) if has_projects else None,
        amounts=tuple(_cell(group, measure, percent) for measure in measures),
    )


def _cell(group: Group, measure: Measure, percent: _Percent) -> Cell:
    total = group.sums[measure]
    currency = measure[1] if measure else ""
    words = sum_of(total.low, total.high, currency, is_exact=not total.n_hedged)
    if measure and measure[0] != "investment":
        words += f" {kind_words(measure[0])}"
    note = f"stated by {total.n:,} of {plural(group.n_events, 'event')}"
    if total.n_hedged:
        note += f", {total.n_hedged:,} not exactly (about, nearly, over, under)"
    return Cell(words, _percent(percent(group, measure)), note)


def _percent(compared: tuple[Sum, Sum] | None) -> str:
    if compared is None:
        return ""
    part, whole = compared
    value = part.percent_of(whole)
    if value is None:
        return ""
    is_exact = not (part.n_hedged or whole.n_hedged or part.low != part.high)
    return f"{'' if is_exact else '≈ '}{value:.1f}%"
