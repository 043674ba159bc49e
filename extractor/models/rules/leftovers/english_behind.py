"""The amounts and percentages of an English group that stand behind its count or its name."""

from extractor.models.rules.groups.english_tallies import NEXT_AMOUNT, NEXT_PERCENT
from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.reading.amounts import amount_kind, bases, is_growth
from extractor.models.rules.reading.reading import PERCENT, Sentence
from extractor.record import PercentBase

_REACH = 60


def read_behind(placed: Placed, sentence: Sentence, group: Group, end: int) -> None:
    """Give a group the amount and the percentage right behind its count.

    Args:
        placed: the items of the draft.
        sentence: the one that counts the group.
        group: it.
        end: where the words behind the count begin in the sentence.
    """
    for pattern, letter in ((NEXT_AMOUNT, "m"), (NEXT_PERCENT, "p"), (NEXT_AMOUNT, "m")):
        found = pattern.match(sentence.text, end)
        at = sentence.start + found.start(letter) if found else -1
        if found is None or not placed.is_free(at):
            continue
        if letter == "m":
            add_amount(placed, group, sentence, at)
        else:
            add_percent(placed, group, sentence, at)
        end = found.end()


def add_amount(placed: Placed, group: Group, sentence: Sentence, at: int) -> None:
    """Give a group the amount at an offset of the reading, where it has none."""
    lead = sentence.text[max(at - sentence.start - 40, 0) : at - sentence.start]
    if not group.amounts:
        group.amounts.append((amount_kind(lead) or "investment", placed.take(at)))


def add_percent(
    placed: Placed, group: Group, sentence: Sentence, at: int, base: PercentBase | None = None
) -> None:
    """Give a group the percentage at an offset of the reading, where it is one of a whole.

    Args:
        placed: the items of the draft.
        group: the group.
        sentence: the one that tells it.
        at: the offset.
        base: what it is a percentage of, where that is known already.
    """
    if is_rate(sentence, at):
        return
    place = at - sentence.start
    told = bases(sentence.text[place + 1 : place + 1 + _REACH])
    group.percents.append((base or (told[0] if told else None), placed.take(at)))


def is_rate(sentence: Sentence, at: int) -> bool:
    """Return whether a figure is a percentage that tells of growth, and no share."""
    place = at - sentence.start
    is_percent = sentence.text[place] == PERCENT
    return is_percent and is_growth(
        sentence.text[max(place - _REACH, 0) : place], sentence.text[place + 1 :]
    )
