"""English breakdowns that add up: each figure of such a row, with the words beside it, is a group.

So is an amount with a percentage beside it that is that share of the whole.
"""

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extractor.models.rules.groups.english_cells import Cell, cell_at, cells_of, labels_of
from extractor.models.rules.groups.english_name_lists import whole_list
from extractor.models.rules.groups.english_rows import PEOPLE, Row
from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.english_behind import add_amount, add_percent
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, THING, Mark, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import PercentBase

_FEWEST = 2
_FARTHEST = 400  # letters between a whole and its first part
_LONGEST_GAP = 160  # letters between two parts
_OF_THE = frozenset([" of the ", " of these ", " of those "])
_RESTS = frozenset(["last", "final", "first", "other", "others", "rest", "remaining", "latter"])
_PAPERS = Pattern(r" (?P<label>(?:contracts|agreements|memoranda|MoUs|letters of intent|orders))\b")
_NEAR = 40  # letters between a percentage and what it is of
_SLACK, _LOOSE = Decimal("0.6"), Decimal(5)  # by how much a percentage may be rounded


def read_breakdowns(placed: Placed) -> None:
    """Open the groups of rows that add up, where some of their figures are still without a place."""
    misnamed = {group.at for group in placed.groups if _is_misnamed(placed, group)}
    left = placed.left(0, len(placed.reading.text), COUNT + THING + MONEY)
    if not (misnamed or placed.projects or next(left, None) is not None):
        return
    anchors = sorted({at for row in _breakdowns(placed) for at in row.parts})
    built = {mark for project in placed.projects for _, mark in project.amounts}
    mark = placed.reading.mark
    open_ = misnamed | {at for at in anchors if placed.is_free(at) or mark(at) in built}
    for sentence in placed.reading.sentences:
        start = sentence.start
        here = anchors[
            bisect_left(anchors, start) : bisect_left(anchors, start + len(sentence.text))
        ]
        if not open_.isdisjoint(here):
            cells = list(cells_of(sentence, [at - start for at in here]))
            for cell, label in zip(cells, labels_of(cells), strict=True):
                _enter(placed, cell, label)


def _breakdowns(placed: Placed) -> list[Row]:
    """Return the rows of counts right behind their whole, and those of amounts beside them."""
    text = placed.reading.text
    sums = placed.money_rows
    counts = [
        row
        for row in placed.count_rows
        if (len(row.parts) > _FEWEST or any(_are_beside(row, own) for own in sums))
        and _is_right_behind(row)
        and _is_whole(placed, row.whole)
        and not any(text[at] == THING and PEOPLE.match(text, at + 1) for at in row.parts)
    ]
    held = {mark.figure.id for group in placed.groups for _, mark in group.amounts}
    return counts + [
        row
        for row in sums
        if _is_right_behind(row)
        and _is_whole(placed, row.whole)
        and (
            any(_are_beside(own, row) for own in counts)
            or any(placed.reading.mark(at).figure.id in held for at in row.parts)
        )
    ]


def parts_of_whole(placed: Placed) -> list[int]:
    """Return where the counts stand that add up to the total's."""
    total = placed.total
    if total is None or total.count is None:
        return []
    whole, mark = total.count.figure.value, placed.reading.mark
    rows = [row for row in _breakdowns(placed) if mark(row.whole).figure.value == whole]
    return [at for row in rows for at in row.parts if placed.reading.text[at] in COUNT + THING]


def _is_right_behind(row: Row) -> bool:
    """Return whether the parts of a row stand close together, and close to their whole."""
    places = (row.whole, *row.parts)
    return row.parts[0] - row.whole <= _FARTHEST and all(
        end - start <= _LONGEST_GAP for start, end in pairwise(places[1:])
    )


def _are_beside(counts: Row, amounts: Row) -> bool:
    """Return whether as many amounts stand among the counts of a row, give or take one."""
    start, end = counts.parts[0] - _LONGEST_GAP, counts.parts[-1] + _LONGEST_GAP
    return (
        abs(len(counts.parts) - len(amounts.parts)) <= 1
        and start <= amounts.parts[0]
        and amounts.parts[-1] <= end
    )


def _is_whole(placed: Placed, at: int) -> bool:
    """Return whether a figure is one of the whole, or of a group that may have groups of its own."""
    value, letter = placed.reading.mark(at).figure.value, placed.reading.text[at]
    wholes = [placed.total, *placed.groups] if placed.total else placed.groups
    return any(
        mark.figure.value == value and (mark.letter == MONEY) == (letter == MONEY)
        for group in wholes
        for mark in group.figures()
    )


def read_portions(placed: Placed) -> None:
    """Open the groups of amounts and counts whose share of the whole stands beside them.

    The percentage that an amount is of the whole's tells that it is a part of it, as the sum of a
    row does, be it rounded ("almost half of the pledges, Ⓜ").
    """
    for sentence in placed.reading.sentences if placed.total else ():
        start, end = sentence.start, sentence.start + len(sentence.text)
        for at in list(placed.left(start, end, PERCENT)):
            other = _portion(placed, sentence, at)
            if other is None:
                continue
            cell = cell_at(sentence, tuple(sorted((at - start, other - start))))
            label = next(iter(labels_of([cell])), None)
            group = _holder(placed, [other])
            if group is None and label and placed.is_free(other):
                _enter(placed, cell._replace(places=(other - start,)), label)
                group = _holder(placed, [other])
            if group and not group.percents:
                base: PercentBase = "investment" if placed.reading.text[other] == MONEY else "count"
                add_percent(placed, group, sentence, at, base)


def _portion(placed: Placed, sentence: Sentence, at: int) -> int | None:
    """Return where the figure beside a percentage stands that is this share of the whole."""
    reading = placed.reading
    share = reading.mark(at).figure
    near = reading.marks(
        max(at - _NEAR, sentence.start), min(at + _NEAR, sentence.start + len(sentence.text))
    )
    slack = _SLACK if share.hedge == "exact" else _LOOSE
    for place, mark in sorted(near, key=lambda own: abs(own[0] - at)):
        whole = _whole_of(placed, mark)
        if whole and mark.figure.value and share.value and place != at:
            told = 100 * mark.figure.value / whole
            if mark.figure.value < whole and abs(told - share.value) <= slack:
                return place
    return None


def _whole_of(placed: Placed, mark: Mark) -> Decimal | None:
    """Return what the whole has of a figure's kind: its count, or its amount in that currency."""
    total = placed.total
    if total is None:
        return None
    if mark.letter == COUNT:
        return total.number
    if mark.letter != MONEY:
        return None
    return next(
        (own.figure.value for _, own in total.amounts if own.figure.unit == mark.figure.unit), None
    )


def _enter(placed: Placed, cell: Cell, label: Extent | None) -> None:
    """Give a cell's figures to its group: the one that has one of them, or a new one."""
    base = cell.sentence.start
    places = [base + place for place in cell.places]
    if label and COUNT in cell.sentence.text[slice(*label)]:
        label = _papers_at(cell)  # what stands there is of the whole
    if len(places) > 1:
        _reclaim(placed, cell, places)
    free = [at for at in places if placed.is_free(at)]
    group = _holder(placed, places)
    if group and label and _is_misnamed(placed, group):
        group.name(placed.reading, base + label[0], base + label[1])
    if not free:
        return
    if group is None:
        if label is None or len(free) < len(places):
            return  # what another item has is left to it
        known = placed.group_named(cell.sentence.text[slice(*label)])
        span = (base + label[0], base + label[1])
        if known and not known.count and known.sentence.paragraph == cell.sentence.paragraph:
            group = known
        else:
            group = placed.enter(
                whole_list(cell.sentence, span, is_before=span[0] < places[0]),
                cell.sentence,
                free[0],
            )
    for at in free:
        if placed.is_free(at):
            _add(placed, group, cell.sentence, at)


def _papers_at(cell: Cell) -> Extent | None:
    """Return what a cell counts, where that is a kind of papers: Ⓒ contracts and Ⓒ memoranda."""
    found = _PAPERS.match(cell.sentence.text, cell.places[0] + 1)
    return found.span("label") if found else None


def _is_misnamed(placed: Placed, group: Group) -> bool:
    """Return whether a group is called by what it is a part of ("Ⓒ of the deals"), or the last."""
    between = placed.reading.text[group.at + 1 : group.label_at]
    return between in _OF_THE or group.shape in _RESTS


def _reclaim(placed: Placed, cell: Cell, places: Sequence[int]) -> None:
    """Take the amount beside a count of the row from a project that it was given to."""
    marks = [placed.reading.mark(at) for at in places if placed.reading.text[at] == MONEY]
    for project in list(placed.projects):
        if project.sentence != cell.sentence or not any(own in marks for _, own in project.amounts):
            continue
        placed.projects.remove(project)
        placed.taken.difference_update(own.figure.id for _, own in project.amounts)


def _holder(placed: Placed, places: Sequence[int]) -> Group | None:
    marks = [placed.reading.mark(at) for at in places]
    return next(
        (
            group
            for group in placed.groups
            for own in group.figures()
            if any(own is mark for mark in marks)
        ),
        None,
    )


def _add(placed: Placed, group: Group, sentence: Sentence, at: int) -> None:
    """Give a group the figure at an offset of the reading."""
    if placed.reading.text[at] == MONEY:
        add_amount(placed, group, sentence, at)
    elif group.count is None:
        group.count = placed.take(at)
