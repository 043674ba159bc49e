"""Tables of projects: lines of cells under a head that names the columns.

A table of firms and what they invest is one of projects too: what the text does not name otherwise
goes by the firm's name, and what it tells of a project of that firm elsewhere is completed.
"""

import re
from collections.abc import Iterator, Sequence

from extractor.draft.schema import DraftTarget
from extractor.models.rules.projects.english_names import bodies
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.targets import find_targets
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.cell_lines import tables_of_lines
from extractor.models.rules.reading.cells import cells_of, is_row, is_rule, may_hold_rows
from extractor.models.rules.reading.reading import COUNT, MONEY, THING, Reading
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import AmountKind

_LINE = Pattern(r"[^\r\n]+")
_COLUMNS = (
    (
        "name",
        Pattern(
            r"名称$|^.{0,2}项目$|^(?:name of )?(?:the )?(?:(?:signed|signing|contracted|key) )?(?:projects?|entry|ventures?|schemes?|items?|contracts?|deals?|agreements?)(?: (?:names?|titles?|contents?))?$|^names?$",
            re.IGNORECASE,
        ),
    ),
    (
        "investor",
        Pattern(
            r"投资(?:方|主体|单位|企业|商|者)|企业|客商|公司|业主|建设单位|\b(?:invest(?:or|ing)\b|investment (?:subject|body|party|entity|unit)|main body|invested by|company|firm|enterprise|developer|promoter|party|signatory|sponsor)",
            re.IGNORECASE,
        ),
    ),
    (
        "amount",
        Pattern(r"投资|金额|引资|\b(?:investment|amount|value|capital|outlay)", re.IGNORECASE),
    ),
    (
        "place",
        Pattern(
            r"落户|地点|园区|选址|所在|区域|地址|县区|载体|\b(?:place|location|site|district|county|park|zone|carrier|landing|settled?|area|town|region)\b",
            re.IGNORECASE,
        ),
    ),
    ("industry", Pattern(r"产业|行业|类别|领域|\b(?:sector|industry)\b", re.IGNORECASE)),
    ("jobs", Pattern(r"\b(?:jobs|employment|hires|headcount)\b", re.IGNORECASE)),
)
_FIRM = Pattern(
    r"(?:name of (?:the )?)?(?:company|firm|investor|developer|enterprise|promoter|business)s?(?: name)?",
    re.IGNORECASE,
)
_OUTLAY = Pattern(r"\b(?:investment|outlay|capex|commitment|pledge|cost)", re.IGNORECASE)
_WORD = Pattern(r"[^\W\dⓂ-ⓟ]")
_LONGEST_HEAD = 32  # letters, without a unit in brackets
_UNIT = Pattern("[(（]")
_UNKNOWN = Pattern(r"[-–—/]+|n/?a|tb[acd]|to be \w+.*|待定|未定", re.IGNORECASE)
_SUM = Pattern(r"^\s*(?:合计|总计|小计|total|sum)\b", re.IGNORECASE)


def table_projects(reading: Reading) -> Iterator[NamedProject]:
    """Give the projects of an article's tables, those written one cell a line among them."""
    titles: Sequence[Extent] = ()
    for titles, *lines in tables_of_lines(reading.text):
        titled = _columns(reading, titles)
        if "name" in titled and len(titled) > 1:
            kind = _kind_of(reading, titled, titles)
            for line in lines:
                yield _project(reading, titled, line, titles, kind)
    if may_hold_rows(reading.text):
        yield from _projects_of_rows(reading)


def _projects_of_rows(reading: Reading) -> Iterator[NamedProject]:
    """Give the projects of rows below a head; the table ends at a sentence."""
    columns: dict[str, int] = {}
    titles: Sequence[Extent] = ()
    kind: AmountKind = "investment"
    for line in _LINE.finditer(reading.text):
        if not is_row(line.group()):
            columns = {} if "。" in line.group() else columns
            continue
        if is_rule(line.group()):
            continue
        cells = cells_of(reading.text, *line.span())
        head = _columns(reading, cells)
        if "name" in head and len(head) > 1:
            columns, titles = head, cells
            kind = _kind_of(reading, head, cells)
        elif columns and len(cells) > max(columns.values()) and not _SUM.match(line.group()):
            if not _WORD.search(reading.text, *cells[columns["name"]]):
                continue
            yield _project(reading, columns, cells, titles, kind)


def unite_rows(
    reading: Reading, told: Sequence[NamedProject], rows: Sequence[NamedProject]
) -> list[NamedProject]:
    """Return the rows of tables without those that tell more of a project named in the text.

    A row of a firm completes the first project of that firm: its amount, its place, its jobs.
    """
    left = []
    for row in rows:
        known = next((project for project in told if _is_of_row(reading, project, row)), None)
        if known is None:
            left.append(row)
            continue
        known.amounts = known.amounts or row.amounts
        known.place = known.place or row.place
        known.industry = known.industry or row.industry
        measures = {target.f for target in known.targets}
        known.row = row.row
        known.targets += [target for target in row.targets if target.f not in measures]
    return left


def _is_of_row(reading: Reading, project: NamedProject, row: NamedProject) -> bool:
    """Return whether a project is built by the firm that a row is named by, and costs no other sum."""
    if row.investors[:1] != [row.name]:
        return False
    firm = reading.quote(*row.name)
    costs = [mark.figure.value for _, mark in project.amounts]
    is_same = not costs or not row.amounts or costs[0] == row.amounts[0][1].figure.value
    return is_same and any(
        firm.startswith(own) or own.startswith(firm)
        for own in (reading.quote(*body) for body in project.investors)
    )


def _columns(reading: Reading, titles: Sequence[Extent]) -> dict[str, int]:
    """Return which column holds what; without one of projects, that of firms names them."""
    words = [reading.text[slice(*cell)] for cell in titles]
    columns = columns_of(words)
    if "name" in columns or not {"investor", "amount"} <= columns.keys():
        return columns
    if _FIRM.fullmatch(words[columns["investor"]]) and _OUTLAY.search(words[columns["amount"]]):
        columns["name"] = columns["investor"]
    return columns


def _kind_of(reading: Reading, columns: dict[str, int], head: list[Extent]) -> AmountKind:
    """Return the kind that the head of the column of amounts names."""
    title = reading.text[slice(*head[columns["amount"]])] if "amount" in columns else ""
    return amount_kind(title) or "investment"


def columns_of(head: list[str]) -> dict[str, int]:
    """Return which column holds what, by the words of the head: name, investor, amount, place, industry."""
    columns: dict[str, int] = {}
    for name, pattern in _COLUMNS:
        for index, cell in enumerate(head):
            is_short = len(_UNIT.split(cell)[0]) < _LONGEST_HEAD
            if is_short and index not in columns.values() and pattern.search(cell):
                columns[name] = index
                break
    return columns


def _project(
    reading: Reading,
    columns: dict[str, int],
    cells: Sequence[Extent],
    titles: Sequence[Extent],
    kind: AmountKind,
) -> NamedProject:
    spans = {name: cells[index] for name, index in columns.items()}
    project = NamedProject(
        name=spans["name"],
        place=spans.get("place"),
        industry=spans.get("industry"),
        row=cells,
    )
    if "investor" in spans and not _UNKNOWN.fullmatch(reading.text[slice(*spans["investor"])]):
        project.investors = _investors(reading, spans)
    if "amount" in spans:
        project.amounts = [
            (kind, mark)
            for at, mark in reading.marks(*spans["amount"])
            if reading.text[at] == MONEY
        ]
    project.targets = [target for _, target in find_targets(reading, [project.name], frozenset())]
    if "jobs" in spans:
        measure = reading.quote(*titles[columns["jobs"]])
        project.targets += [
            DraftTarget(f=mark.figure.id, measure=measure, unit=mark.figure.unit or "jobs")
            for at, mark in reading.marks(*spans["jobs"])
            if reading.text[at] in COUNT + THING
        ]
    return project


def _investors(reading: Reading, spans: dict[str, Extent]) -> list[Extent]:
    """Return the firms of a row; one that the row is named by stands as it is."""
    if reading.article.language == "zh" or spans["investor"] == spans["name"]:
        return [spans["investor"]]
    return bodies(reading.text, *spans["investor"]) or [spans["investor"]]
