"""The headline: what it counts, the sums it gives, and whom it names."""

from decimal import Decimal

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.occasions import ON_SITE_EN, ON_SITE_ZH
from extractor.models.rules.reading.reading import COUNT, MONEY, Mark, Reading
from extractor.models.rules.words.bilingual import bilingual
from extractor.patterns import Pattern

_PART = bilingual(ON_SITE_ZH, rf"{ON_SITE_EN}|\bday (?:one|two|1|2|Ⓞ|Ⓒ|Ⓝ)")
_REGION_END = Pattern("[省市县区州]$| (?:City|County|District|Province|State)$")
_SHORTEST_STEM = 2
_ROUNDING = Decimal("0.03")
"""By how much its sums may differ from the body's."""


class Headline:
    """An article's headline; without one, it counts and names nothing."""

    def __init__(self, reading: Reading) -> None:
        """Read its figures; it counts nothing where it tells of a part only."""
        headline = reading.headline
        self._text = headline.text if headline else ""
        start = headline.start if headline else 0
        told = list(reading.marks(start, start + len(self._text)))
        is_part = bool(_PART.search(self._text))
        self._counts = {
            mark.figure.value for at, mark in told if reading.text[at] == COUNT and not is_part
        }
        self._amounts = [
            mark.figure.value for _, mark in told if mark.letter == MONEY and mark.figure.value
        ]

    def counts(self, group: Group) -> bool:
        """Return whether it has a group's count."""
        value = group.number
        return value is not None and value in self._counts

    def has(self, mark: Mark) -> bool:
        """Return whether it has a figure: a count as it is, a sum perhaps rounded."""
        value = mark.figure.value
        if value is None or mark.letter not in COUNT + MONEY:
            return False
        return value in self._counts if mark.letter == COUNT else self.has_amount(value)

    def has_amount(self, value: Decimal) -> bool:
        """Return whether it has a sum, perhaps rounded."""
        return any(abs(value - told) <= told * _ROUNDING for told in self._amounts)

    def has_amount_of(self, group: Group) -> bool:
        """Return whether it has a group's amount, perhaps rounded."""
        values = (mark.figure.value for _, mark in group.amounts)
        return any(value and self.has_amount(value) for value in values)

    def names(self, group: Group) -> bool:
        """Return whether it has a group's name, without "city" and the like."""
        shape = group.shape
        stem = _REGION_END.sub("", shape) if len(shape) > _SHORTEST_STEM else shape
        return bool(shape) and stem in self._text
