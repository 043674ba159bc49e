"""The groups of an English row that adds up: each figure with the words beside it is one.

That the figures of a row are those of a breakdown is proven by their sum, so that its words need not
be foreseen: what names a group is what is left when the figures, the things counted and the words
of having are taken away. A row names its groups all before their figures, or all behind them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.models.rules.english_behind import add_amount
from extractor.models.rules.english_doubts import group_name
from extractor.models.rules.english_name_lists import whole_list
from extractor.models.rules.english_placed import Placed
from extractor.models.rules.english_rows import PEOPLE, Row
from extractor.models.rules.english_tallies import NOUN
from extractor.models.rules.group import Group
from extractor.models.rules.project_mentions import Extent
from extractor.models.rules.reading import COUNT, MONEY, THING, Sentence
from extractor.patterns import Pattern

_FIGURES = f"[{COUNT}{THING}{MONEY}]"
_ITEM = rf"(?:{NOUN}|compan(?:y|ies)|firms?|enterprises|investors?|businesses|ventures|documents|plants?|units|factories|tenants|manufacturers|LoIs?|MoAs?)"
_BREAK = Pattern(r"[;:] |\. (?=[A-Z“])|\n")
"""What no group goes on beyond."""
_JOIN = Pattern(
    r"[,;]? (?:and|while|whereas|but|plus|with|followed by|then)(?: (?:the|then|by|that))* |[,;:] |\) "
)
"""What stands between two groups that are named before their figures; the first of a gap parts them."""
_NEXT = Pattern(
    r"(?:[,;:)]|\b(?:and|while|whereas|but|plus))(?:,? (?:and|while|whereas|but|the|other|others|another|remaining|last|final|rest|some|about|an?|further|of|them|these|those|only|just|for|with|by|in|all))* $"
)
"""What stands before the next of groups that are named behind their figures."""
_OPENING = Pattern(
    rf"\W*(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) (?:also )?(?:said|says|told|added|noted|explained|specified|stated|informed|pointed out)(?: that)?,? |(?:[Oo]f|[Aa]mong|[Oo]ut of) (?:them|these|those|which|the (?:[{COUNT}{THING}]|total|[a-z]+s)),? (?:there (?:are|were) )?|(?:[Tt]hese|[Tt]hey|[Ii]t|[Tt]hose|[Tt]here) (?:include[ds]?|comprise[ds]?|consist(?:s|ed)? of|are|were|involve[ds]?)(?: of)? |[Ii]ncluding |[Bb]y [a-z ]{{3,30}}, |[Ss]een from [a-z ]{{3,20}}, )+"
)
"""How a sentence with groups opens, of which nothing names one."""
_PREDICATE = Pattern(
    r",? (?:(?:is|are|was|were|has|have|had|will|would|can|may|should|being|having|took|takes?|got|gets?|won|wins?|drew|draws?|came|comes?|stood|stands?|made|makes?|led|leads?|form(?:s|ed)?|account(?:s|ed)?|brought|brings?|with|at|for|by|in at|each|alone|ranks?|topp?(?:s|ed)?)\b"
    r"|[a-z]+(?:ed|s|ing) (?=(?:the|an?|its|with|up|off|away|by|at|second|third|next|out|as|only|just)\b)|[a-z]{2,}ed (?:to |for |in )?$)"
)
"""Where what is said of a group begins, behind its name."""
_SAID = Pattern(
    rf"(?:,? (?:or|that is|equal to) (?:about )?Ⓟ)?,? ?(?:\b(?:{_ITEM}|of (?:them|these|those|which|it|all|the {_ITEM}|the [{COUNT}{THING}])|more|are|is|was|were|be|been|will|have|has|had|that|which|go(?:es)?|went|came|comes?|f[ae]ll(?:s|en)?|belong(?:s|ed|ing)?|pertain(?:s|ed|ing)?|relat(?:es?|ed|ing)|concern(?:s|ed|ing)?|involv(?:es?|ed|ing)|cover(?:s|ed|ing)?|signed|inked|lie|in|into|to|for|from|on|under|by|with|within|at|of|the|fields?|areas?|an?)\b,? ?)+"
)
"""What is said of a group before its name, behind its count."""
_SAID_ON = Pattern(
    r",? (?:and|which|that|but)? ?(?:will|would|are|is|were|was|has|have|had|bring|carry|cost|involve|generate|represent|amount|account|make|add|worth|valued|with|totall?ing|costing|at|put|estimated|together|each|totals?|attracted|investing|using)\b|, (?=[a-z ]{0,30}$)| ?[(—:]|,? (?:the |an? )?(?:total |combined |planned )*(?:investment|outlay|value|capital)\b"
)
_STOP = Pattern(r"[;:.()]")
_REST = Pattern(r"\b(?:rest|others?|remainder|balance),? (?=[a-z])")
"""What stands before the words that name a rest without a count."""
_PAPERS = Pattern(
    r"(?:,? (?:and|plus))? ?(?P<label>(?:[a-z-]+ ){0,3}(?:agreements|contracts|memoranda|memorandums|MoUs|MOUs|MoAs|letters|pacts|protocols|licen[cs]es)(?: of [a-z]+)?)"
)
"""Papers that are counted as a kind of their own."""
_ASKED_FOR = Pattern(r"\b(?:in|of|for|to|by|with|from) the $")
"""What stands before a count that words behind it tell more of: "interested in the Ⓒ that make"."""
_FEWEST = 2
_FARTHEST = 400  # letters between a whole and its first part
_LONGEST_GAP = 160  # letters between two parts


class _Cell(NamedTuple):
    """What a row tells of one group.

    Attributes:
        sentence: the one that tells it.
        places: where the group's figures stand in the sentence: its count, its amount, or both.
        start: where the words begin that may name it.
        end: where they end.
    """

    sentence: Sentence
    places: tuple[int, ...]
    start: int
    end: int


def read_cells(placed: Placed) -> None:
    """Open the groups of rows that add up, where some of their figures are still without a place."""
    if next(placed.left(0, len(placed.reading.text), COUNT + THING + MONEY), None) is None:
        return
    anchors = sorted({at for row in _breakdowns(placed) for at in row.parts})
    if not any(placed.is_free(at) for at in anchors):
        return
    for sentence in placed.reading.sentences:
        start = sentence.start
        here = anchors[
            bisect_left(anchors, start) : bisect_left(anchors, start + len(sentence.text))
        ]
        if any(placed.is_free(at) for at in here):
            cells = list(_cells(sentence, [at - start for at in here]))
            for cell, label in zip(cells, _labels(cells), strict=True):
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


def _cells(sentence: Sentence, places: Sequence[int]) -> Iterator[_Cell]:
    """Divide a sentence into what it tells of each group: a count, an amount, or one of each."""
    text = sentence.text
    parts: list[list[int]] = []
    for place in places:
        last = parts[-1] if parts else []
        is_next = (
            last and len(last) < _FEWEST and _is_money(text, last[0]) != _is_money(text, place)
        )
        if is_next and not _BREAK.search(text, last[-1], place):
            last.append(place)
        else:
            parts.append([place])
    ends = [0, *(part[-1] + 1 for part in parts)]
    starts = [*(part[0] for part in parts), len(text)]
    for number, part in enumerate(parts):
        yield _Cell(sentence, tuple(part), ends[number], starts[number + 1])


def _is_money(text: str, place: int) -> bool:
    return text[place] == MONEY


def _labels(cells: Sequence[_Cell]) -> Iterator[Extent | None]:
    """Give the words that name each group: in each part of a sentence all before, or all behind."""
    parts: list[list[_Cell]] = []
    for cell in cells:
        if parts and not _BREAK.search(cell.sentence.text, cell.start, cell.places[0]):
            parts[-1].append(cell)
        else:
            parts.append([cell])
    for part in parts:
        before = [_named_before(cell, is_first=cell is part[0]) for cell in part]
        behind = [_named_behind(cell, is_last=cell is cells[-1]) for cell in part]
        if before[0] is None or (behind[0] and _is_asked_for(part[0])):
            yield from (own or _named_rest(cell) for own, cell in zip(behind, part, strict=True))
        else:
            yield from before


def _is_asked_for(cell: _Cell) -> bool:
    return bool(_ASKED_FOR.search(cell.sentence.text, 0, cell.places[0]))


def _named_rest(cell: _Cell) -> Extent | None:
    """Return the words before an amount that name what is left: "the rest are tourism, with Ⓜ"."""
    text, place = cell.sentence.text, cell.places[0]
    rest = _REST.search(text, cell.start, place)
    if rest is None:
        return None
    said = _SAID.match(text, rest.end(), place)
    start = said.end() if said else rest.end()
    on = _SAID_ON.search(text, start, place)
    return group_name(text, start, on.start() if on else place, is_part=True)


def _named_before(cell: _Cell, *, is_first: bool) -> Extent | None:
    """Return the words before a group's figures that name it."""
    text, start, end = cell.sentence.text, cell.start, cell.places[0]
    for stop in _BREAK.finditer(text, start, end):
        start = stop.end()
    if is_first:
        opening = _OPENING.match(text, start, end)
        start = opening.end() if opening else start
    else:
        join = _JOIN.search(text, start, end)
        if join is None:
            return None
        start = join.end()
    if said := _PREDICATE.search(text, start + 1, end):
        end = said.start()
    return group_name(text, start, end, is_part=True)


def _named_behind(cell: _Cell, *, is_last: bool) -> Extent | None:
    """Return the words behind a group's first figure that name it, between its figures or behind both."""
    text = cell.sentence.text
    ends = [*cell.places[1:], cell.end]
    for place, end in zip(cell.places, ends, strict=True):
        start = place + 1
        stop = end
        if end == cell.end:
            closing = (
                _NEXT.search(text, start, end) if not is_last else _STOP.search(text, start, end)
            )
            stop = closing.start() if closing else end
        said = _SAID.match(text, start, stop)
        start = said.end() if said else start
        if on := _SAID_ON.search(text, start, stop):
            stop = on.start()
        if label := group_name(text, start, stop, is_part=True):
            return label
    papers = _PAPERS.match(text, cell.places[0] + 1, cell.end)
    return papers.span("label") if papers else None


def _enter(placed: Placed, cell: _Cell, label: Extent | None) -> None:
    """Give a cell's figures to its group: the one that has one of them, or a new one."""
    base = cell.sentence.start
    places = [base + place for place in cell.places]
    free = [at for at in places if placed.is_free(at)]
    if not free:
        return
    group = _holder(placed, places)
    if group is None:
        if label is None:
            return
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
