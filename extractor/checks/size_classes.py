"""The thresholds of size classes: 10亿元以上, "an investment of more than 1 billion yuan"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractor.article import Span
from extractor.checks.subject import Subject
from extractor.figures import Figure
from extractor.patterns import Pattern

_BOUNDED_ABOVE = Pattern(
    r"以下|以内|以內|不足|不到|不(?:超过|超過|大于|大於|高于|高於|多于|多於)"
    r"|(?<!不)(?:低于|低於|小于|小於|少于|少於)|之间|之間|[至~～]|(?<![达達])到"
    r"|\b(?:no|not) (?:more|greater|larger|over|above|exceed(?:s|ing|ed)?)\b"
    r"|\b(?<!\bnot )(?:below|under)\b|\b(?<!\bno )(?<!\bnot )(?:less|fewer|smaller) than\b"
    r"|\b(?:up to|at most|between|to|within)\b",
    re.IGNORECASE,
)
_OPEN_ABOVE = Pattern(
    r"以上|及以上|超|逾|过|過|大于|大於|不低于|不低於|不少于|不少於|不小于|不小於|起"
    r"|\b(?:more|over|above|exceed(?:s|ing|ed)?|at least|greater|larger|or (?:more|above)|upwards?|plus)\b"
    r"|\b(?:no|not) (?:less|fewer|smaller|below|under)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The lower end of a size class that has no upper end."""

    value: Decimal
    currency: str | None

    def is_below(self, other: "Threshold") -> bool:
        """Return whether a class above this threshold holds the class above the other."""
        return self.currency == other.currency and self.value < other.value


def thresholds(subject: Subject) -> Mapping[str, Threshold]:
    """Return the thresholds of the record's open size classes, by the shares' pointers.

    A class is read from its label as it stands in the article. Classes with an upper end are
    left out, and labels that do not name one amount.
    """
    found: dict[str, Threshold] = {}
    for pointer, share in subject.shares.items():
        if share.dimension != "size" or _BOUNDED_ABOVE.search(share.label):
            continue
        for span in subject.resolution.evidence.get(f"{pointer}/label", ()):
            figure = _only_amount(span, subject)
            if figure and figure.value is not None and _is_open(figure, share.label):
                found[pointer] = Threshold(figure.value, figure.unit)
    return found


def _only_amount(span: Span, subject: Subject) -> Figure | None:
    amounts = [
        figure
        for figure in subject.figures_between(span)
        if figure.kind == "money" and figure.upper is None
    ]
    return amounts[0] if len(amounts) == 1 else None


def _is_open(figure: Figure, label: str) -> bool:
    return figure.hedge == "over" or _OPEN_ABOVE.search(label) is not None
