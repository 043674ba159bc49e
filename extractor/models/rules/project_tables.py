"""Tables of projects: lines of cells under a head that names the columns."""

import re
from collections.abc import Iterator

from extractor.models.rules.amounts import amount_kind
from extractor.models.rules.cell_lines import tables_of_lines
from extractor.models.rules.english_names import bodies
from extractor.models.rules.named import NamedProject
from extractor.models.rules.project_mentions import Extent
from extractor.models.rules.reading import MONEY, Reading
from extractor.models.rules.targets import find_targets
from extractor.patterns import Pattern
from extractor.record import AmountKind

_ROW = Pattern(r"^[^\t|｜\n]*(?:[\t|｜][^\t|｜\n]*){2,}$", re.MULTILINE)
_CELL = Pattern(r"[^\t|｜]+")
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
)
_WORD = Pattern(r"[^\W\dⓂ-ⓟ]")
_RULE = Pattern(r"[\s:|｜+=—–-]+")
_LONGEST_HEAD = 32  # letters, a unit in brackets included
_UNKNOWN = Pattern(r"[-–—/]+|n/?a|tb[acd]|to be \w+.*|待定|未定", re.IGNORECASE)
_SUM = Pattern(r"^\s*(?:合计|总计|小计|total|sum)\b", re.IGNORECASE)


def table_projects(reading: Reading) -> Iterator[NamedProject]:
    """Give the projects of an article's tables, those written one cell a line among them."""
    for titles, *lines in tables_of_lines(reading.text):
        titled = columns_of([reading.text[slice(*cell)] for cell in titles])
        if "name" in titled and len(titled) > 1:
            kind = _kind_of(reading, titled, titles)
            for line in lines:
                yield _project(reading, {name: line[at] for name, at in titled.items()}, kind)
    if not any(separator in reading.text for separator in "\t|｜"):
        return
    columns: dict[str, int] = {}
    kind = "investment"
    for row in _ROW.finditer(reading.text):
        if _RULE.fullmatch(row.group()):
            continue
        cells = [
            _stripped(reading.text, row.start() + cell.start(), row.start() + cell.end())
            for cell in _CELL.finditer(row.group())
        ]
        head = columns_of([reading.text[slice(*cell)] for cell in cells])
        if "name" in head and len(head) > 1:
            columns = head
            kind = _kind_of(reading, head, cells)
        elif columns and len(cells) > max(columns.values()) and not _SUM.match(row.group()):
            spans = {name: cells[index] for name, index in columns.items()}
            if not _WORD.search(reading.text, *spans["name"]):
                continue
            yield _project(reading, spans, kind)


def _kind_of(reading: Reading, columns: dict[str, int], head: list[Extent]) -> AmountKind:
    """Return the kind that the head of the column of amounts names."""
    title = reading.text[slice(*head[columns["amount"]])] if "amount" in columns else ""
    return amount_kind(title) or "investment"


def _stripped(text: str, start: int, end: int) -> Extent:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def columns_of(head: list[str]) -> dict[str, int]:
    """Return which column holds what, by the words of the head: name, investor, amount, place, industry."""
    columns: dict[str, int] = {}
    for name, pattern in _COLUMNS:
        for index, cell in enumerate(head):
            if len(cell) < _LONGEST_HEAD and index not in columns.values() and pattern.search(cell):
                columns[name] = index
                break
    return columns


def _project(reading: Reading, spans: dict[str, Extent], kind: AmountKind) -> NamedProject:
    project = NamedProject(
        name=spans["name"], place=spans.get("place"), industry=spans.get("industry")
    )
    if "investor" in spans and not _UNKNOWN.fullmatch(reading.text[slice(*spans["investor"])]):
        listed = (
            () if reading.article.language == "zh" else bodies(reading.text, *spans["investor"])
        )
        project.investors = list(listed) or [spans["investor"]]
    if "amount" in spans:
        project.amounts = [
            (kind, mark)
            for at, mark in reading.marks(*spans["amount"])
            if reading.text[at] == MONEY
        ]
    project.targets = [target for _, target in find_targets(reading, [project.name], frozenset())]
    return project
