"""The whole of an English article's projects, where the first reading found it in part or not at all.

The headline knows it: what it counts, or what it sums up, is the whole.
"""

from collections.abc import Iterator
from decimal import Decimal

from extractor.models.rules.groups.english_rows import PEOPLE
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.headlines import Headline
from extractor.models.rules.groups.stages import stages_among
from extractor.models.rules.groups.sums import row_totals
from extractor.models.rules.leftovers.english_proofs import prove_amount, prove_whole
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.reading.amounts import OF_OUTPUT, amount_kind
from extractor.models.rules.reading.reading import COUNT, MONEY, THING, Sentence
from extractor.patterns import Pattern

_WORTH = Pattern(
    r"(?:\b(?:worth|total(?:l?ing|s|ed|led)?(?: investment)?(?: is| was| of)?|valued at|amounting to|amounts? to|combined (?:value|investment|outlay)(?: is| was)?(?: of)?|(?:investments?|value|amount|commitments|pledges|sum) (?:is|was|of|worth)|representing|together worth|to the tune of|bringing (?:in )?|adding up to|add up to|come to|comes to|put at|reach(?:es|ed)?|hits?|stands? at|stood at|exceed(?:s|ed|ing)?)|(?:rose|risen|grew|grown|increased|climbed|jumped|soared|surged)(?: by)? Ⓟ(?: [a-z-]+){0,3}? to|[:,-]) (?:an? )?(?:(?:total|combined|whopping|investment|sum|value) )*(?:of )?(?:about |some |more than )?$"
)
_BROUGHT_IN = Pattern(
    r" (?:of|in) (?:[a-z-]+ ){0,3}(?:capital|funds)(?: (?:was|were|is|are))?"
    r"(?: to be (?:introduced|brought in)| (?:(?:introduced|brought in|attracted|coming) )?(?:from )?(?:outside|beyond))"
)
_WORTH_BEHIND = Pattern(
    r" (?:from|through|across|via|under) (?:the |a total of |some |about )?Ⓒ (?:[a-z-]+ ){0,2}(?:projects|deals|contracts|MoUs|agreements|pledges|proposals|memoranda)\b(?! of (?:them|these|those))| (?:(?:worth )?of|in) (?:(?:new|total|planned|combined|fresh|signed|potential) )*(?:investments?|commitments|pledges|deals|contracts|projects|capital)\b"
)
_OF_ALL = Pattern(
    r"\b(?:[Tt]ogether,? (?:they|these)|[Aa]ltogether|[Ii]n (?:all|total)|(?:[Tt]he|[Tt]heir|with a) (?:total|combined|aggregate|overall) (?:[a-z]+ ){1,3}?(?:is|was|of|reached|stands at|at|comes to|exceeds)|[Aa]ll told) ?(?:[a-z]+ ){0,4}$|^\W*(?:[Tt]he|[Tt]heir|[Ii]ts) (?:contract(?:ed|ual)?|signed|signing|agreed|deal|investment) (?:value|amount|sum|volume|investment|capital)s?(?: of the (?:projects|deals|contracts))? (?:(?:has|is|was|reached|totall?ed|hit|amounts?|amounted|exceeded|to|at|stands|stood|about|some|over|nearly|more|than) ?)+$"
    r"|\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll) (?:projects|deals|contracts|MoUs|agreements|pledges|commitments|proposals)\b(?! in\b| of\b| from\b)[^.;ⒸⓂⓅ]{0,90} (?:carry|involve|entail|represent|envisage|add up|bring in|are worth) (?:[a-z]+ ){0,4}$"
)
_NOT_WHOLE = Pattern(r"\b(?:of which|among them|largest|biggest|credit|loan|trade|debt)\b")
_COUNTED = Pattern(f"[{COUNT}{THING}]")
_SIDE = Pattern(r"\b(?:delegation|side|mission|team|government|bureau|contingent)$")
_LEAD_SENTENCES = 5
_REACH = 50


def complete_whole(placed: Placed) -> None:
    """Find the total by the headline's figures, and its amount by the words around one."""
    if placed.total is None and len(stages_among(placed.groups)) > 1:
        return  # each stage is told of, and no whole
    headline = Headline(placed.reading)
    _promote(placed, headline)
    is_headlined = placed.total and _is_headlined(placed, placed.total, headline)
    if not is_headlined and not prove_whole(placed):
        _unseat(placed)
    if placed.total is None:
        _count(placed, headline)
    if placed.total is None or placed.total.count is None:
        _widen(placed)
    if placed.total:
        _free_percentages(placed, placed.total)
    if placed.total:
        _take_in_subject(placed, placed.total)
    if placed.total and not placed.total.amounts:
        prove_amount(placed, placed.total)
    if placed.total:
        _sum_up(placed, placed.total, headline)
    if placed.total:
        _bring_in(placed, placed.total)


def _free_percentages(placed: Placed, total: Group) -> None:
    """Let percentages be placed anew that the first reading left with the whole, which has none."""
    for _, mark in total.percents:
        placed.taken.discard(mark.figure.id)
    total.percents.clear()


def _take_in_subject(placed: Placed, total: Group) -> None:
    """Take in what the subject's own side is told to have signed: as many as the whole is."""
    for group in list(placed.groups):
        if total.amounts or not (total.count and group.count) or not group.amounts:
            continue
        if group.count.figure.value == total.count.figure.value and _SIDE.search(group.shape):
            total.amounts = group.amounts
            placed.groups.remove(group)


def _is_headlined(placed: Placed, total: Group, headline: Headline) -> bool:
    """Return whether the headline gives the total's count, or the amount told together with it."""
    if total.count is None:
        return False
    end = total.sentence.start + len(total.sentence.text)
    beside = {mark.figure.id for _, mark in placed.reading.marks(total.sentence.start, end)}
    return any(headline.has(mark) for mark in total.figures() if mark.figure.id in beside)


def _promote(placed: Placed, headline: Headline) -> None:
    """Make a group the total whose figures the headline gives, where those of the total are none."""
    total = placed.total
    if total and (not total.count or any(headline.has(mark) for mark in total.figures())):
        return
    if total and total.count and total.count.figure.value in row_totals(placed.in_order()):
        return  # the headline counts one of its parts
    for group in placed.groups:
        if group.count is None or not (
            headline.has(group.count)
            or (group.amounts and any(headline.has(mark) for mark in group.figures()))
        ):
            continue
        placed.total = group
        placed.groups.remove(group)
        if total and total.sentence.start == group.sentence.start:
            placed.release(total)
        elif total:
            _drop_wider(placed, total)
        return


def _unseat(placed: Placed) -> None:
    """Make a total a group again that its own sentence names beside a larger one."""
    total = placed.total
    if total is None or total.count is None or not total.label:
        return
    if any(
        group.sentence.start == total.sentence.start and _values(group)[0] > _values(total)[0]
        for group in placed.groups
    ):
        placed.total, placed.groups = None, placed.in_order()


def _widen(placed: Placed) -> None:
    """Make the group that the lead counts the total, where it holds all others and stands alone.

    "The Lorem roadshow fetched Ⓒ proposals" and "Lorem Province approved Ⓒ projects" count the whole.
    """
    lead = [sentence.start for sentence in placed.reading.sentences[:_LEAD_SENTENCES]]
    counted = [group for group in placed.groups if group.count]
    first = counted[0] if counted else None
    if first is None or first.parent or first.dimension not in {"occasion", "region", None}:
        return
    is_alone = not any(
        group.sentence.start == first.sentence.start for group in placed.groups if group != first
    )
    others = [group.count.figure.value or 0 for group in counted[1:] if group.count]
    value, end = _values(first)[0], first.sentence.start + len(first.sentence.text)
    is_alone = is_alone and not any(
        (mark.figure.value or 0) > value
        for at, mark in placed.reading.marks(first.sentence.start, end)
        if mark.letter == COUNT and not PEOPLE.match(placed.reading.text, at + 1)
    )
    holds = all(value > other for other in others) and first.amounts
    if not (first.sentence.start in lead and is_alone and holds):
        return
    if placed.total and _values(placed.total)[1] >= _values(first)[1]:
        return
    if placed.total:
        placed.release(placed.total)
    placed.total = first
    placed.groups.remove(first)


def _values(group: Group) -> tuple[Decimal, Decimal]:
    """Return how many and how much a group is, zero where it does not say."""
    return group.n_counted, group.money or Decimal(0)


def _drop_wider(placed: Placed, total: Group) -> None:
    """Leave the groups out that the sentence of a wider region's total counts."""
    for group in list(placed.groups):
        if group.sentence.start == total.sentence.start:
            placed.groups.remove(group)


def _lead(placed: Placed) -> Iterator[tuple[Sentence, int]]:
    """Give the figures without a place in the first sentences, each with its sentence."""
    sentences = list(placed.reading.sentences[:_LEAD_SENTENCES])
    if placed.total and placed.total.sentence not in sentences:
        sentences.append(placed.total.sentence)
    for sentence in sentences:
        for at in placed.left(sentence.start, sentence.start + len(sentence.text), COUNT + MONEY):
            yield sentence, at


def _count(placed: Placed, headline: Headline) -> None:
    """Open the whole at a count or a sum of the lead that the headline gives too."""
    for sentence, at in _lead(placed):
        mark = placed.reading.mark(at)
        if not headline.has(mark):
            continue
        placed.total = Group("", "", sentence.text, at, sentence)
        if mark.letter == COUNT:
            placed.total.count = placed.take(at)
        else:
            placed.total.amounts.append(("investment", placed.take(at)))
        return


def _sum_up(placed: Placed, total: Group, headline: Headline) -> None:
    """Find the amounts of the whole: the headline's, one beside its count, those of other kinds."""
    for sentence, at in _lead(placed):
        mark = placed.reading.mark(at)
        if mark.letter != MONEY:
            continue
        place = at - sentence.start
        before = sentence.text[max(place - _REACH, 0) : place]
        if OF_OUTPUT.search(before):
            continue
        if total.amounts:
            kind = amount_kind(before)
            if kind and _is_behind(total, sentence, place):
                total.add(kind, placed.take(at))
            continue
        is_near = abs(sentence.paragraph - total.sentence.paragraph) <= 1
        is_beside = (
            sentence.start == total.sentence.start
            and (
                _WORTH.search(before)
                or _WORTH_BEHIND.match(sentence.text, place + 1)
                or _is_behind(total, sentence, place)
            )
        ) or (is_near and _OF_ALL.search(sentence.text, 0, place))
        if (is_beside and not _NOT_WHOLE.search(before)) or headline.has(mark):
            total.amounts.append((amount_kind(before) or "investment", placed.take(at)))


def _is_behind(total: Group, sentence: Sentence, place: int) -> bool:
    """Return whether an amount stands behind the count of the whole, no other count between."""
    start = total.at - sentence.start
    return 0 <= start < place and not _COUNTED.search(sentence.text, start + 1, place)


def _bring_in(placed: Placed, total: Group) -> None:
    """Find how much of the whole is capital from outside, told in the sentence that counts it."""
    for sentence, at in _lead(placed):
        if _BROUGHT_IN.match(sentence.text, at - sentence.start + 1) and total.sentence == sentence:
            total.amounts.append(("capital_brought_in", placed.take(at)))
            return
