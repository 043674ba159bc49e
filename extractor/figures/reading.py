"""A reading: a figure while it is being read, before its neighbours have been heard."""

from decimal import Decimal

from extractor.figures.figure import FigureKind
from extractor.figures.numerals import shifted
from extractor.record import Hedge


class Reading:
    """One figure in the making; fields as in `Figure`, offsets in the legible text.

    Attributes:
        id: offset of the first numeral.
        bare: what is still open: "" (nothing), "number" (no unit at all) or "scale" (a bare
            million, 亿 or crore, whose unit its neighbours or its wording give).
        place: power of ten of the last digit written.
        scale: power of ten of the written scale, 0 without one.
        core: where the figure begins without its hedge.
        tail: where the figure ends without the hedge after it.
    """

    __slots__ = (
        "bare", "boundary", "conversion_of", "core", "date", "end", "hedge", "id", "kind", "place", "scale", "start", "tail",
        "unit", "upper", "value",
    )  # fmt: skip

    def __init__(
        self, kind: FigureKind, start: int, end: int, value: Decimal | None = None, place: int = 0
    ) -> None:
        """Begin a reading of `kind` at a span, exact and without unit."""
        self.kind: FigureKind = kind
        self.id = self.start = self.core = start
        self.end = self.tail = end
        self.value = value
        self.place = place
        self.upper: Decimal | None = None
        self.unit: str | None = None
        self.hedge: Hedge = "exact"
        self.date: str | None = None
        self.boundary = False
        self.conversion_of: int | None = None
        self.bare = ""
        self.scale = 0

    def shift(self, power: int) -> None:
        """Multiply the number by a power of ten."""
        if self.value is not None:
            self.value = shifted(self.value, power)
        if self.upper is not None:
            self.upper = shifted(self.upper, power)
        self.place += power

    def take_scale(self, power: int) -> None:
        """Multiply the number by its written scale; a large one may be money without a unit."""
        self.shift(power)
        self.scale += power
        if self.scale > _THOUSAND:
            self.bare = "scale"


_THOUSAND = 3
