"""How a row that adds up names its groups: all before their figures, or all behind them.

That the figures of a row are those of a breakdown is proven by their sum, so that its words need not
be foreseen: what names a group is what is left when the figures, the things counted and the words
of having are taken away.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.models.rules.groups.english_doubts import group_name
from extractor.models.rules.groups.english_tallies import NOUN
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, THING, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_ANY = Pattern(f"[{COUNT}{THING}{MONEY}{PERCENT}]")
_ITEM = rf"(?:{NOUN}|compan(?:y|ies)|firms?|enterprises|investors?|businesses|ventures|documents|plants?|units|factories|tenants|manufacturers|LoIs?|MoAs?)"
_BASE = r"(?:(?:total|combined|overall) )*(?:investments?|money|capital|amount|value|total|sum|funds?|pledges|commitments)"
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
    rf"(?:,? (?:or|that is|equal to) (?:about )?Ⓟ)?,? ?(?>\b(?:{_ITEM}|of (?:them|these|those|which|it|all|(?:the |this |that |its |all )*{_BASE}|the {_ITEM}|the [{COUNT}{THING}])|more|[a-z]+ (?=(?:in|from|to|into)\b)|are|is|was|were|be|been|will|have|has|had|that|which|go(?:es)?|went|came|comes?|f[ae]ll(?:s|en)?|belong(?:s|ed|ing)?|pertain(?:s|ed|ing)?|relat(?:es?|ed|ing)|concern(?:s|ed|ing)?|involv(?:es?|ed|ing)|cover(?:s|ed|ing)?|signed|inked|lie|in|into|to|for|from|on|under|by|with|within|at|of|the|fields?|areas?|an?)\b,? ?)+"
)
"""What is said of a group before its name, behind its count."""
_SAID_ON = Pattern(
    r",? (?:and|which|that|but)? ?(?:will|would|are|is|were|was|has|have|had|bring|carry|cost|involve|generate|represent|amount|account|make|add|worth|valued|with|totall?ing|costing|at|put|estimated|together|each|totals?|attracted|investing|using)\b|, (?=[a-z ]{0,30}$)|, (?:chiefly|mainly|mostly|largely|notably|especially|particularly)\b| ?[(—:]|,? (?:the |an? )?(?:total |combined |planned )*(?:investment|outlay|value|capital)\b"
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
_NO_NAME = Pattern(r"(?:of|and|or|their|its|whose)\b")
"""What begins words that go on from others."""
_AROUND = " ,;:|"
_FEWEST = 2


class Cell(NamedTuple):
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


def cell_at(sentence: Sentence, places: tuple[int, ...]) -> Cell:
    """Return what a sentence tells around some figures, to the figures before and behind them."""
    text = sentence.text
    before = [found.end() for found in _ANY.finditer(text, 0, places[0])]
    behind = _ANY.search(text, places[-1] + 1)
    return Cell(
        sentence, places, before[-1] if before else 0, behind.start() if behind else len(text)
    )


def cells_of(sentence: Sentence, places: Sequence[int]) -> Iterator[Cell]:
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
        yield Cell(sentence, tuple(part), ends[number], starts[number + 1])


def _is_money(text: str, place: int) -> bool:
    return text[place] == MONEY


def labels_of(cells: Sequence[Cell]) -> Iterator[Extent | None]:
    """Give the words that name each group: in each part of a sentence all before, or all behind."""
    parts: list[list[Cell]] = []
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


def _is_asked_for(cell: Cell) -> bool:
    return bool(_ASKED_FOR.search(cell.sentence.text, 0, cell.places[0]))


def _named_rest(cell: Cell) -> Extent | None:
    """Return the words before an amount that name what is left: "the rest are tourism, with Ⓜ"."""
    text, place = cell.sentence.text, cell.places[0]
    rest = _REST.search(text, cell.start, place)
    if rest is None:
        return None
    said = _SAID.match(text, rest.end(), place)
    start = said.end() if said else rest.end()
    on = _SAID_ON.search(text, start, place)
    return _name(text, start, on.start() if on else place)


def _name(text: str, start: int, end: int) -> Extent | None:
    """Return the words of a range that name a group, without what parts them from others."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_AROUND))
    end -= len(words) - len(words.rstrip(_AROUND))
    if start >= end or _NO_NAME.match(text, start, end):
        return None
    return group_name(text, start, end, is_part=True)


def _named_before(cell: Cell, *, is_first: bool) -> Extent | None:
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
    return _name(text, start, end)


def _named_behind(cell: Cell, *, is_last: bool) -> Extent | None:
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
        if label := _name(text, start, stop):
            return label
    papers = _PAPERS.match(text, cell.places[0] + 1, cell.end)
    return papers.span("label") if papers else None
