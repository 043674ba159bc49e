"""Amounts in the columns of a table, whose unit stands in the head: 总投资（亿元）."""

import re

from extractor.figures.currencies import BY_SIGN, BY_WORD
from extractor.figures.numerals import HAN_MYRIADS, SCALES
from extractor.figures.reading import Reading
from extractor.figures.vocabulary import any_of

_SCALE = any_of(
    [
        *HAN_MYRIADS,
        "百万",
        "千万",
        "万亿",
        "lakh crore",
        *(word for word in SCALES if len(word) > 1),
    ]
)
_UNIT = re.compile(
    rf"[(（\[]?(?:[Ii]n )?(?:单位[:：])?(?P<sign>{any_of(BY_SIGN)})?[ ]?(?P<scale>{_SCALE})?s?(?: of)?[ ]?(?P<word>{any_of(BY_WORD)})?[)）\]]$"
)
_CLOSING = (")", "）", "]")


def read_columns(text: str, readings: list[Reading]) -> None:
    """Give bare numbers in a table the unit of their column's head; change them in place."""
    separator = "\t" if "\t" in text else "|" if "|" in text else None
    if separator is None:
        return
    units: dict[int, tuple[int, str]] = {}
    width = at = column = counted = 0
    todo = iter(readings)
    reading = next(todo, None)
    for line in text.splitlines(keepends=True):
        cells = line.split(separator)
        heads = _heads(cells) if len(cells) > 2 else {}
        if heads:
            units, width = heads, len(cells)
        elif len(cells) != width:
            units = {}
        while reading is not None and reading.id < at + len(line):
            column = text.count(separator, max(at, counted), reading.id) + (
                column if counted > at else 0
            )
            counted = reading.id
            if column in units and reading.bare == "number":
                power, code = units[column]
                reading.shift(power)
                reading.scale = power
                reading.kind, reading.unit, reading.bare = "money", code, ""
            reading = next(todo, None)
        at += len(line)


def _heads(cells: list[str]) -> dict[int, tuple[int, str]]:
    units = {}
    for column, cell in enumerate(map(str.strip, cells)):
        found = _UNIT.search(cell) if cell.endswith(_CLOSING) else None
        if found and (found["sign"] or found["word"]):
            code = BY_SIGN[found["sign"]] if found["sign"] else BY_WORD[found["word"]]
            units[column] = (
                _power(found["scale"] or ""),
                "元" if found["word"] in {"元", "圓"} and not found["sign"] else code,
            )
    return units


def _power(scale: str) -> int:
    if scale and scale[0] > "⺀":
        return sum({**HAN_MYRIADS, "百": 2, "千": 3}[char] for char in scale)
    return sum(SCALES[word] for word in scale.split())
