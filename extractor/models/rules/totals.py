"""Which of the wholes that an article counts is the event's total, and what the others are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.models.rules.groups import Group
from extractor.models.rules.reading import COUNT, Reading
from extractor.models.rules.words import OPERATING, PLANNED, SIGNED, STARTED

_DONE = re.compile(f"{SIGNED}|{STARTED}|{PLANNED}|{OPERATING}", re.IGNORECASE)
_SUM = re.compile(
    r"共|总计|合计|合共|\ba total of\b|\bin all\b|\baltogether\b|\bin total\b", re.IGNORECASE
)
_ON_SITE = re.compile(
    r"(?P<label>(?:即场|即場|当场|當場|现场|現場)(?:集中)?(?:签约|簽約|签署|簽署|签订|签下)?"
    r"|(?:signed |inked )?on[- ](?:site|stage|the spot)(?: at the opening ceremony)?)",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"(?P<label>(?:rest|other|remaining|其余|其餘))", re.IGNORECASE)


@dataclass
class Outcome:
    """The event's projects: the whole of them, and the groups they fall into."""

    total: Group | None
    groups: list[Group]


def find_outcome(reading: Reading, groups: Sequence[Group]) -> Outcome:
    """Tell the total from the other wholes, and those from the groups."""
    wholes = [group for group in groups if group.is_whole]
    ranked = sorted(wholes, key=lambda group: -_score(reading, group))
    total = ranked[0] if ranked and _score(reading, ranked[0]) > 0 else None
    kept: list[Group] = []
    for group in groups:
        if group is total or (group.is_whole and not _name_occasion(group)):
            continue
        kept.append(group)
    if total is None:
        total = next(
            (group for group in kept if _ON_SITE.search(group.shape) and group.amounts), None
        )
        kept = [group for group in kept if group is not total]
    _nest_sizes(kept)
    _fill_dimensions(kept)
    return Outcome(total, kept)


def _score(reading: Reading, group: Group) -> float:
    """Rank a whole: what was done, in sum, in the headline, within the article's own scope."""
    done = _DONE.search(group.sentence.text)
    if not done or not group.count:
        return -1.0
    score = 1.0 + (1.0 if _DONE.search(group.clause) else 0.0)
    score += 1.5 if _SUM.search(group.clause) else 0.0
    score += 1.0 if group.amounts else 0.0
    score -= 2.5 if _ON_SITE.search(group.clause) else 0.0
    if group.count.figure.value in _headline_counts(reading):
        score += 3.0
    return score - 0.15 * group.sentence.paragraph


def _headline_counts(reading: Reading) -> set[object]:
    headline = reading.headline
    if headline is None:
        return set()
    return {
        mark.figure.value
        for at, mark in reading.marks(headline.start, headline.start + len(headline.text))
        if reading.text[at] == COUNT
    }


def _name_occasion(group: Group) -> bool:
    """Name a whole of one occasion (signed on site) after it."""
    found = _ON_SITE.search(group.clause)
    if not found or not group.count:
        return False
    group.label = group.shape = found.group("label")
    group.dimension = "occasion"
    return True


def _nest_sizes(groups: Sequence[Group]) -> None:
    """Let each open-ended size class be a part of the next wider one that stands before it."""
    open_ended = re.compile(r"以上|逾|超|\b(?:over|above|more|exceed\w*|at least)\b", re.IGNORECASE)
    classes = [
        g for g in groups if g.dimension == "size" and g.count and open_ended.search(g.shape)
    ]
    for index, group in enumerate(classes):
        if index and _value(classes[index - 1]) >= _value(group):
            group.parent = classes[index - 1]


def _value(group: Group) -> float:
    return float(group.count.figure.value or 0) if group.count else 0.0


def _fill_dimensions(groups: Sequence[Group]) -> None:
    """Let a group whose words show no dimension share that of its neighbours in the sentence."""
    for group in groups:
        if group.dimension is None:
            near = [
                other.dimension
                for other in groups
                if other.dimension and other.sentence.paragraph == group.sentence.paragraph
            ]
            group.dimension = near[0] if near else None
