"""A figure: one number of an article, with its exact value, unit, hedge and place."""

from decimal import Decimal
from typing import Any, Literal, NamedTuple

from extractor.article import Span
from extractor.record import Hedge, plain

FigureKind = Literal["money", "count", "percent", "quantity", "date", "year", "ordinal", "other"]


class Figure(NamedTuple):
    """One figure of a text.

    Attributes:
        id: the offset of its first numeral (a digit or a number word); unique in the text.
        start: where `as_written` begins (a hedge or currency sign may stand before the numeral).
        end: where `as_written` ends, half-open; `text[start:end] == as_written`.
        kind: money, count, percent (percentage points, growth and ratio parts too), quantity
            (durations, capacities, yearly outputs), date, year, ordinal (editions, phases, ranks)
            or other (clock times, factors).
        value: in whole units of the currency or thing (93.588 billion yuan is 93588000000), in
            percent for percentages; None for a date and for a vague figure (dozens, 数百亿).
        upper: the upper end of a range in one figure ("2-3 billion yuan"), else None.
        unit: ISO 4217 code for money, "%" or "pp" for percent, the noun or measure word for a count
            or quantity as written, else None.
        hedge: about, nearly, over, under or exact.
        as_written: the figure as the text has it, with hedge and unit.
        step: the value of one unit in the last printed digit (93.588 billion: 1000000), the
            precision as printed; None where `value` is None.
        date: EDTF text for kind date and year (2024-11-03, XXXX-09-16, 2024-01/2024-06), else None.
        conversion_of: id of the amount that this amount restates in another currency, else None.
        boundary: whether it bounds a class (10亿元以上30个, "of more than 1 billion yuan") and is
            no sum of its own.
    """

    id: int
    start: int
    end: int
    kind: FigureKind
    value: Decimal | None
    upper: Decimal | None
    unit: str | None
    hedge: Hedge
    as_written: str
    step: Decimal | None = None
    date: str | None = None
    conversion_of: int | None = None
    boundary: bool = False

    @property
    def span(self) -> Span:
        """The figure's place in the text."""
        return Span(self.start, self.end)

    def to_json(self) -> dict[str, Any]:
        """Return the figure as published by `extractor figures --json`; the value is a string."""
        value = self.date if self.value is None else plain(self.value)
        return {
            "id": self.id,
            "kind": self.kind,
            "value": value,
            "upper": None if self.upper is None else plain(self.upper),
            "unit": self.unit,
            "hedge": self.hedge,
            "start": self.start,
            "end": self.end,
            "as_written": self.as_written,
        }
