"""English amounts left over that stand some way behind the count that they are the sum of."""

from collections.abc import Iterator

from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.english_outlays import is_outlay
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Sentence
from extractor.patterns import Pattern

_BREAK = Pattern(
    rf"[;:—]|\b(?:the (?:largest|biggest)|including|among them|such as|led by|of which|an? [a-z -]+ (?:plant|factory|park|base|centre|center|line|mill))\b|[{COUNT}{PERCENT}{MONEY}]"
)
_BODY = Pattern(r", (?:and |while |with )?[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+)*['’ ]")
_OF_WHOLE = Pattern(rf"{COUNT} of (?:the|these|those) $")
_DEFINITE = Pattern(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose) $")
_SHORT = len("these ") + 1
_LONGEST_GAP = 110


def read_group_sums(placed: Placed) -> None:
    """Give every counted group without an amount the one left over behind its count."""
    for sentence in placed.reading.sentences:
        start, end = sentence.start, sentence.start + len(sentence.text)
        for at in list(placed.left(start, end, MONEY)):
            group = _counted_before(placed, sentence, at - start)
            if _is_bound(placed, at) or not is_outlay(sentence.text, at - start):
                continue
            if group and not group.amounts:
                lead = sentence.text[max(at - start - 40, 0) : at - start]
                group.amounts.append((amount_kind(lead) or "investment", placed.take(at)))


def _is_bound(placed: Placed, at: int) -> bool:
    """Return whether an amount bounds what each puts in: "Rs 10 crore or less"."""
    return placed.reading.mark(at).figure.as_written.endswith(("or less", "or more", "or below"))


def _counted_before(placed: Placed, sentence: Sentence, place: int) -> Group | None:
    """Return the group whose count is the last before an amount, with nothing new between."""
    text = sentence.text
    count = text.rfind(COUNT, max(place - _LONGEST_GAP, 0), place)
    if count < 0:
        return None
    gap = text[count + 1 : place]
    if whole := _OF_WHOLE.search(text, 0, count):
        count = whole.start()
    if _BREAK.search(gap) or _BODY.search(gap):
        return None
    at = sentence.start + count
    group = next((group for group in _groups(placed) if group.at == at and group.count), None)
    if group is None and _DEFINITE.search(text, max(count - _SHORT, 0), count):
        group = placed.group_counting(placed.reading.mark(at).figure.value)
    return group


def _groups(placed: Placed) -> Iterator[Group]:
    if placed.total:
        yield placed.total
    yield from placed.groups
