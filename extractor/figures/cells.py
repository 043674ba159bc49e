"""Cells of Chinese tables that only spaces part: tabs are written for these."""

from extractor.patterns import Pattern

_HINT = Pattern("\u3000|[序编編][号號][ \u3000]")
_WIDE_GAP = Pattern("(?<=[^\\s])[ ]*\u3000[ \u3000]*(?=[^\\s])")
_GAP = Pattern("(?<=[^\\s])[ \u3000]+(?=[^\\s])")
_NUMBERED = Pattern("[ \u3000]*[0-9０-９]{1,3}[ \u3000]")
_TITLES = Pattern("[ \u3000]*(?:序[号號]|[编編][号號])[ \u3000]")
_FEWEST_GAPS = 2
"""A row has three cells."""


def with_tabs(text: str) -> str:
    """Write tabs for the spaces between the cells of rows, so that no cell runs into the next.

    Wide spaces part the cells of a line that has three, or is numbered (12　区域总部基地), and is no
    sentence; below titles of columns that begin with 序号, any spaces do so in numbered lines of
    as many cells.

    Args:
        text: a text; what comes back is as long.
    """
    if not _HINT.search(text):
        return text
    n_titles = 0
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if _TITLES.match(line):
            told, n_titles = _tabbed(line, _GAP)
            lines[at] = told if n_titles >= _FEWEST_GAPS else line
            continue
        is_numbered = _NUMBERED.match(line) is not None
        if is_numbered and n_titles >= _FEWEST_GAPS and (row := _tabbed(line, _GAP))[1] == n_titles:
            lines[at] = row[0]
        elif "\u3000" in line and "。" not in line:
            told, n_gaps = _tabbed(line, _WIDE_GAP)
            lines[at] = told if is_numbered or n_gaps >= _FEWEST_GAPS else line
    return "\n".join(lines)


def _tabbed(line: str, gap: Pattern) -> tuple[str, int]:
    """Return a line with a tab and spaces for each gap, and how many gaps it has."""
    return gap.compiled.subn(lambda found: "\t".ljust(len(found.group())), line)
