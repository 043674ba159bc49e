"""What English groups are parts of: "of those", "among the food deals, ...", "seven are Korean"."""

from collections.abc import Sequence
from itertools import groupby

from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.reading.reading import Sentence
from extractor.patterns import Pattern

_NOUN = r"(?: (?:projects?|deals?|contracts?|ones|sectors?|segment|basket|bucket|group|batch|MoUs?|memoranda|proposals?|pledges|companies|firms|enterprises|investors|categor(?:y|ies)|industr(?:y|ies)))"
_TOPIC = Pattern(
    r"\W*(?:Of|Among|Amongst|Within|Inside|In|For|From) (?:the |these |those |its |this |that |all )?(?:[ⒸⓃ] )?"
    rf"(?P<label>[a-zA-Z][^,;ⒸⓂⓅ]{{2,40}}?){_NOUN}*,"
)
_OF_THOSE = Pattern(
    r"(?: [a-z]+)? (?:of|among|out of) (?P<which>(?:those|these|them|which|whom|the latter|the former)\b|the Ⓒ)"
)
_WHICH_BEFORE = Pattern(
    r"\b(?:of (?:which|these|those|whom)|among (?:which|these|those)),? (?:the |about |some )?$"
)
_REST_BEFORE = Pattern(r"\b(?:[Oo]ther|[Rr]emaining|[Rr]est,?) $")
_TAKES_UP = Pattern(r"\b(?:of|among) (?:wh|th)")
_OF_WHICH_ALSO = Pattern(r"\b(?:of|among) which [^,;.]{3,80} and (?:the )?$")
"""What stands before another part of what "of which" took up."""
_ABROAD = Pattern(
    r"\b(?:[Ff]oreign|[Oo]verseas|[Aa]broad|[Ii]nternational|FDI|[Oo]ffshore|[Ff]oreigners)\b"
)
_PEOPLE = Pattern(r"(?:from )?(?:the )?[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|and))*(?: [a-z]+)?")


def nest_groups(placed: Placed) -> None:
    """Let groups be parts of what their sentence takes up.

    Args:
        placed: the items of the draft, whose groups are changed.
    """
    told = sorted(placed.groups, key=lambda group: group.at)
    for _, near in groupby(told, key=lambda group: group.sentence.start):
        here = list(near)
        _nest_listed(here)
        topic = _topic(placed, here[0].sentence)
        for group in here:
            if group.parent is not None:
                continue
            beside = here[: here.index(group)]
            wider = (
                _wider(placed, told, group)
                or topic
                or _abroad(told, group)
                or _of_rest(beside, group)
            )
            if wider is not group and _holds(wider, group):
                group.parent = wider


def _nest_listed(here: Sequence[Group]) -> None:
    """Let the groups behind a colon be parts of the one before it that they add up to."""
    whole, *parts = here
    text, base = whole.sentence.text, whole.sentence.start
    if not parts or whole.count is None or any(group.parent for group in parts):
        return
    is_opened = ":" in text[whole.at - base : parts[0].at - base]
    counts = [group.count.figure.value or 0 for group in parts if group.count]
    if is_opened and len(counts) == len(parts) and sum(counts) == whole.count.figure.value:
        for group in parts:
            group.parent = whole


def _of_rest(beside: Sequence[Group], group: Group) -> Group | None:
    """Return what the rest is a part of: that which those before it in the sentence are."""
    is_rest = _REST_BEFORE.search(group.sentence.text, 0, group.at - group.sentence.start)
    return beside[-1].parent if is_rest and beside else None


def _topic(placed: Placed, sentence: Sentence) -> Group | None:
    """Return the group that a sentence goes into: "Among the food deals, ..."."""
    found = _TOPIC.match(sentence.text)
    group = placed.group_named(found.group("label")) if found else None
    return group if group and group.at < sentence.start else None


def _wider(placed: Placed, told: Sequence[Group], group: Group) -> Group | None:
    """Return the group that "of those", "of the Ⓒ" or "of which" at a count or a name takes up."""
    text, place = group.sentence.text, group.at - group.sentence.start
    if not _TAKES_UP.search(text):
        return None
    found = _OF_THOSE.match(text, place + 1)
    if found and found["which"] == "the Ⓒ":
        at = group.sentence.start + found.end() - 1
        return placed.group_counting(placed.reading.mark(at).figure.value)
    at = max(group.label_at - group.sentence.start, 0)
    is_also = bool(_OF_WHICH_ALSO.search(text, 0, at))
    is_of_which = is_also or any(_WHICH_BEFORE.search(text, 0, end) for end in (place, at))
    if found is None and not is_of_which:
        return None
    before = [other for other in told if other.at < group.at and (other.count or is_of_which)]
    if not before or before[-1].sentence.paragraph != group.sentence.paragraph:
        return None
    if is_also and before[-1].parent:
        return before[-1].parent
    is_vague = found is not None and found["which"] == "them" and not is_of_which
    return None if is_vague and not _is_told_alone(placed, before) else before[-1]


def _is_told_alone(placed: Placed, before: Sequence[Group]) -> bool:
    """Return whether the last of some groups has a sentence for itself, behind the total's.

    Where it has, "of them" in the next one takes it up, and not the whole.
    """
    *others, last = before
    is_last = placed.total is None or placed.total.at < last.sentence.start
    is_kind = last.dimension not in {"occasion", "stage"}
    return is_last and is_kind and not any(other.sentence is last.sentence for other in others)


def _abroad(told: Sequence[Group], group: Group) -> Group | None:
    """Return the foreign ones, of which a people's are a part."""
    if group.dimension != "origin" or _ABROAD.search(group.shape):
        return None
    if not _PEOPLE.fullmatch(group.shape):
        return None
    for other in reversed(told):
        is_before = other.at < group.at and other.sentence.paragraph == group.sentence.paragraph
        if is_before and other.dimension == "origin" and _ABROAD.search(other.shape):
            return other
    return None


def _holds(wider: Group | None, group: Group) -> bool:
    """Return whether one group is large enough for another, and no part of it."""
    if wider is None or wider.parent is group:
        return False
    if not wider.count or not group.count:
        return True
    return (wider.count.figure.value or 0) > (group.count.figure.value or 0)
