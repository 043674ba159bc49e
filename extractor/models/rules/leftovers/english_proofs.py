"""What proves an English article's whole: parts refer to it, or add up to it, in count and in money.

Words of signing stand at wholes and at parts alike, and at the neighbour's and last year's; what a
whole has and others have not is parts that fit.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractor.models.rules.groups.english_rows import PEOPLE, Row
from extractor.models.rules.groups.english_tallies import NOUN
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.lead_subjects import DONE_SOMEWHERE
from extractor.models.rules.groups.sums import row_totals
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import COUNT, THING, Sentence
from extractor.patterns import Pattern

_REFERRED = Pattern(
    rf"(?:\b(?:[Oo]f|[Ff]rom|[Aa]mong|[Ii]n) (?:the|these|those)|(?:^|[.;:”\n] ?)(?:The|All|These)) [{COUNT}{THING}]"
    rf"(?=[,.;:)”]| (?:{NOUN}|LoIs?|are|were|have|had|will|carry|carries|involve|represent)\b)"
)
"""Where parts refer to their whole by its number alone: "of the Ⓒ, Ⓒ are", "away from the Ⓒ"."""
_REFERS = Pattern(
    rf"(?:[{COUNT}{THING}](?: [a-z]+)?|^|[.;:,]) ?(?:[Oo]ut of|[Oo]f|[Ff]rom|[Aa]mong|[Ii]n) (?:the|these|those) $"
)
"""What a part of it stands before: "Ⓒ of the Ⓒ", but not "the sum of the Ⓒ"."""
_PART = Pattern(
    rf"(?P<before>[{COUNT}{THING}])(?: [a-z]+)? of "
    rf"(?:(?:them|these|those|which|the (?:[a-z]+ )?{NOUN})\b|the (?:[a-z]+ )?[{COUNT}{THING}])"
    rf"|\b(?:[Oo]f|[Aa]mong) (?:(?:them|which|whom),?|(?:these|those),) (?:[a-z]+ )?(?P<behind>[{COUNT}{THING}])"
)
"""A part of something wider by the words around it: "Ⓒ of the deals", "among them Ⓒ"."""
_TAKES_UP = Pattern(
    rf"[{COUNT}{THING}] of (?:these|them|those|(?P<of>the [a-z]+s))\b"
    rf"|(?<=[.;”\n] )(?:Of|Among) (?:these|them|those|(?P<among>the [a-z]+s)),? [{COUNT}{THING}]"
)
"""What takes the count before it up: "Ⓒ of these are", "Of the investors, Ⓒ are"."""
_OF_OTHERS = Pattern(
    r"\b(?:credit|loans?|trade|debt|sales|purchases?|orders|output|revenue|turnover|exports?|target|budget)\b"
)
"""What the largest amount of an article may be of, if not of its projects."""
_STOP = Pattern(r"[,.;:()]")
_LEAD_SENTENCES = 10
_SURE = 3  # parts that add up by no chance
_BESIDE = 160  # letters behind a sentence in which what it counts is summed up
_SENTENCES_BEHIND = 2
_REACH = 50
_TWICE = 2  # proofs that outdo a larger count without any
_APART = frozenset({"occasion", "stage", "size", "origin", "industry", "investor"})


class _Candidate(NamedTuple):
    """A count that others prove to be a whole.

    Attributes:
        is_told: whether it stands for itself, and not in "Ⓒ of the Ⓒ".
        is_open: whether its own words name no part of something wider.
        proofs: in how many ways it is proven, as far as that counts.
        value: how many it is.
        at: where it stands in the reading.
        sentence: the one that tells it.
    """

    is_told: bool
    is_open: bool
    proofs: int
    value: Decimal
    at: int
    sentence: Sentence


def prove_whole(placed: Placed) -> bool:
    """Make the count the total that others prove to be the whole, and tell whether twice.

    It is larger than the total of the first reading, or proven twice where nothing proves that one.
    Where it is counted nowhere else, the first part that refers to it counts it.
    """
    total = placed.total
    proofs = _proofs(placed)
    least = total.count.figure.value if total and total.count else None
    is_open = least is None or not proofs[least]
    told = [
        own
        for own in _candidates(placed, proofs)
        if own.value >= (least or 0) or (is_open and own.is_open and own.proofs >= _TWICE)
    ]
    most = {own.value: own.proofs for own in sorted(told, key=lambda own: own.proofs)}
    best = max(
        told,
        key=lambda own: (own.is_told, own.is_open, most[own.value], own.value),
        default=None,
    )
    if best and best.value != least:
        _seat(placed, best.at, best.sentence)
    return best is not None and most[best.value] >= _TWICE


def _proofs(placed: Placed) -> Counter[Decimal]:
    """Return in how many ways each number of an article is proven to be a whole."""
    reading, total = placed.reading, placed.total
    referred = {reading.mark(at.end() - 1).figure.value for at in _REFERRED.finditer(reading.text)}
    referred |= set(_taken_up(placed))
    found = Counter(value for value in referred if value is not None)
    sums = placed.money_rows
    summed = {
        value
        for row in placed.count_rows
        if (value := reading.mark(row.whole).figure.value) is not None
        and (len(row.parts) >= _SURE or value in found or _is_paired(row, sums))
    }
    if total is None or total.count is not None:  # else rows may have a rest without number
        summed |= row_totals(placed.in_order())
    found.update(summed)
    found.update(_headlined(placed))
    return found


def _taken_up(placed: Placed) -> Iterator[Decimal]:
    """Give the counts that parts take up soon: "Ⓒ firms came. Ⓒ of these make", "of the firms, Ⓒ"."""
    reading = placed.reading
    for taken in _TAKES_UP.finditer(reading.text):
        is_first = taken.group()[0] in COUNT + THING
        part = reading.mark(taken.start() if is_first else taken.end() - 1).figure.value
        noun = taken.group("of") or taken.group("among")
        before = list(reading.marks(max(taken.start() - _BESIDE, 0), taken.start()))
        for place, mark in reversed(before):
            if mark.letter not in COUNT + THING or PEOPLE.match(reading.text, place + 1):
                continue
            if noun and not _counts(reading.text, place, noun.removeprefix("the ")):
                continue
            value = mark.figure.value
            if value and part and value > part and placed.background.reason(place) is None:
                yield value
            break


def _counts(text: str, place: int, noun: str) -> bool:
    """Return whether a count is one of some things: "Ⓒ foreign investors"."""
    found = text.find(noun, place, place + _REACH)
    return found >= 0 and not _STOP.search(text, place, found)


def _is_paired(row: Row, sums: Sequence[Row]) -> bool:
    """Return whether the amounts beside the counts of a row add up to something, too."""
    start, end = row.parts[0] - _REACH, row.parts[-1] + _BESIDE
    return any(start <= sum_.parts[0] and sum_.parts[-1] < end for sum_ in sums)


def _headlined(placed: Placed) -> set[Decimal]:
    """Return what the headline counts, be it projects or whatever else may carry them."""
    headline = placed.reading.headline
    if headline is None:
        return set()
    text = placed.reading.text
    return {
        mark.figure.value
        for at, mark in placed.reading.marks(headline.start, headline.start + len(headline.text))
        if mark.letter in COUNT + THING and mark.figure.value and not PEOPLE.match(text, at + 1)
    }


def prove_amount(placed: Placed, total: Group) -> None:
    """Give the whole the amount beside its count that others prove, whosever it was.

    They add up to it, or it is the largest of all.
    """
    reading, near = placed.reading, _beside(placed, total)
    for at in (*_summed(placed), *_largest(placed)):
        if not any(first <= at < last for first, last in near):
            continue
        mark = reading.mark(at)
        holders = [g for g in placed.groups if any(own is mark for _, own in g.amounts)]
        if any(group.count for group in holders) or not (holders or placed.is_free(at)):
            continue
        for group in holders:
            group.amounts = [pair for pair in group.amounts if pair[1] is not mark]
            if not list(group.figures()):
                placed.groups.remove(group)
        lead = reading.text[max(at - _REACH, 0) : at]
        total.amounts.append((amount_kind(lead) or "investment", placed.take(at)))
        return


def _beside(placed: Placed, total: Group) -> list[tuple[int, int]]:
    """Return from where to where it is told of a whole: the sentences around each of its counts."""
    reading = placed.reading
    sentences = reading.sentences
    places = {total.at} | {
        at
        for at in placed.counts
        if total.count and reading.mark(at).figure.value == total.count.figure.value
    }
    found = []
    for number, sentence in enumerate(sentences):
        end = sentence.start + len(sentence.text)
        if any(sentence.start <= at < end for at in places):
            near = sentences[max(number - 1, 0) : number + 1 + _SENTENCES_BEHIND]
            found.append((near[0].start, near[-1].start + len(near[-1].text)))
    return found


def _summed(placed: Placed) -> list[int]:
    """Return where the amounts stand that others add up to, from the largest down."""
    value = placed.reading.mark
    sums = {row.whole for row in placed.money_rows}
    return sorted(sums, key=lambda at: -(value(at).figure.value or 0))


def _largest(placed: Placed) -> list[int]:
    """Return where the largest amount of several in an article stands, that of a loan left out."""
    reading = placed.reading
    told = placed.amounts
    values = sorted(reading.mark(at).figure.value or Decimal(0) for at in told)
    if len(values) <= _SURE or len({reading.mark(at).figure.unit for at in told}) > 1:
        return []
    return [
        at
        for at in told
        if reading.mark(at).figure.value == values[-1]
        and not _OF_OTHERS.search(reading.text, max(at - _REACH, 0), at)
    ]


def _candidates(placed: Placed, proofs: Counter[Decimal]) -> Iterator[_Candidate]:
    """Give the proven counts: of the lead, and those proven twice of any sentence.

    One beside an amount that others add up to is proven by that, too.
    """
    reading = placed.reading
    sums = [row.whole for row in placed.money_rows]
    parts = _parts(placed) - _headlined(placed)
    before = 0
    for number, sentence in enumerate(reading.sentences):
        end = sentence.start + len(sentence.text)
        for at, mark in reading.marks(sentence.start, end):
            value = mark.figure.value
            if value is None or mark.letter not in COUNT + THING or not proofs[value]:
                continue
            if placed.background.reason(at) is not None or PEOPLE.match(reading.text, at + 1):
                continue
            known = proofs[value] + any(before <= place < end + _BESIDE for place in sums)
            if number < _LEAD_SENTENCES or known >= _TWICE:
                is_told = not _REFERS.search(reading.text, max(at - _REACH, 0), at)
                yield _Candidate(is_told, value not in parts, known, value, at, sentence)
        before = sentence.start


def _parts(placed: Placed) -> set[Decimal | None]:
    """Return the numbers that are by words or name parts of wider ones: the county's, of a province."""
    reading = placed.reading
    named = {
        group.count.figure.value
        for group in placed.groups
        if group.count and group.dimension in _APART and not DONE_SOMEWHERE.match(group.shape)
    }
    return named | {
        reading.mark(found.start(found.lastgroup or "before")).figure.value
        for found in _PART.finditer(reading.text)
    }


def _seat(placed: Placed, at: int, sentence: Sentence) -> None:
    """Make the count at an offset of the reading the total; what was it becomes a group again."""
    mark = placed.reading.mark(at)
    former = placed.total
    known = next((group for group in placed.groups if group.count is mark), None)
    if known:
        placed.groups.remove(known)
    if former and former.label:
        placed.groups.append(former)
        placed.groups.sort(key=lambda group: group.at)
    elif former and former.count:
        placed.release(former)
    placed.total = known or Group("", "", sentence.text, at, sentence)
    placed.total.count = mark
    if former and not former.count and not placed.total.amounts:
        placed.total.amounts = former.amounts
    placed.taken.add(mark.figure.id)
