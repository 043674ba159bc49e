"""Groups of the first reading of an English article, mended by what their words show."""

import re

from extractor.models.rules.groups.english_doubts import bare, is_no_name
from extractor.models.rules.groups.english_name_lists import whole_list
from extractor.models.rules.groups.english_tallies import NOUN, OTHERS
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.labels import is_rest
from extractor.models.rules.groups.phrases_en import is_empty
from extractor.models.rules.leftovers.placed import MOST_GROUPS, Placed, dimension_of_words
from extractor.models.rules.reading.reading import PERCENT, Mark
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.patterns import Pattern
from extractor.record import Dimension

_NEXT_HOLDER = Pattern(
    r"(?: of (?:the |its |this )?[a-z ]{2,40})?,? (?:and |of which,? )?(?:the )?(?P<label>(?!(?:and|or|with|at|to|in|of|up|down|accounting|about|more|rising|the) )[a-zA-Z][a-zA-Z’' -]{2,50}?)(?: with| at| for| accounts? for| accounted for| accounting for| takes?| took| makes? up| made up| represents?| has)? "
)
_QUANTIFIED = Pattern("(?:most|many|all|some|both|each|none)\\b")
_EACH = Pattern(
    r",? each(?: (?:with|having|has))? Ⓒ| (?:with|at) Ⓒ(?: [a-z]+)? each\b| (?:contribut|account|sign|regist|record|host|t[ao]k|land|attract|ha[sd]|ha[dv]e|receiv|won|draw|drew|got)[a-z]*(?: for)? Ⓒ(?: [a-z]+)? each\b"
)
_AND_ANOTHER = Pattern(
    r" and (?:one\b.*|another\b.*|(?:the )?[^,]+ (?:ha[sd]|have|took|takes|got|gets|saw|won|with|are|is|was|were))$"
)
_CROWD = Pattern(
    r"\b(?:crowd|audience|attendance|workforce|staff|team|hiring|hires?|employ(?:s|ing)?|recruit(?:s|ing)?|jobs for|over the (?:next|past))(?: of)? $"
)
_OF_PEOPLE = Pattern(
    r"(?:[ⓃⒸ] (?:[a-z-]+ )*(?:jobs|posts|people|workers|positions|entries|guests|visitors|exhibitors|applicants|applications))\b[^.;ⒸⓂ]*$"
)
_LAST = Pattern(r"\b[Ii]n (?:the |all the )?(?:previous|past|earlier) $")
_TIMES = Pattern(r"\b[Ii]n (?:the |all the )?(?:previous|past|last|earlier) [ⓃⒸ] [^.;]*$")
_OF_THEM = Pattern(r" (?:of (?:them|these|those|which|whom)\b|for )")
_EARLIER = Pattern(
    r"^\W*(?:As of|By the end of|Up to|So far|Since|Until|In fiscal|In \w+ Ⓞ alone)\b"
)
_BATCH = Pattern(r"(?:first|second|third|last|previous|earlier|Ⓞ) (?:batch|round|group)$")
_RATHER = Pattern(
    r"\b(?:or|number|amount|value|investment|money|total|sum|while|than|but|projects|deals)\b"
)
_REST = Pattern(r"\b(?:remaining|rest|other) $")
_SEVERAL = 2
_PROJECTS = Pattern(rf" (?:[a-z-]+ )?{NOUN}\b", re.IGNORECASE)
_YEARS = (1980, 2040)
_OF_SIZE = Pattern(r"(?:[Pp]rojects|[Dd]eals|[Cc]ontracts|[Mm]oUs) (?:of|with|worth) (?=.*[ⒷⓂ])")
_AVERAGE = Pattern(r"\baverag(?:e|es|ed|ing) $")
_AMONG = Pattern(
    r"\b[Aa]mong (?:the |these )?(?P<label>[a-zA-Z][^,;ⒸⓂⓅ]{2,40}?)(?: projects| ones| deals)?, (?:there are |about |some )?$"
)
_OF_THE_COUNTED = Pattern(r"Ⓒ of (?:the|these|those) Ⓒ $")
"""What stands before words that only say what all are: "Ⓒ of the Ⓒ MoUs"."""
_COUNTED_REACH = len("Ⓒ of these Ⓒ ")
_BOUND = Pattern("[ⒷⓂ]")
_JOINED = Pattern(r",? and (?:the )?")
_COUNTED = Pattern("[ⓃⒸ] (?P<what>.+)")


def mend_groups(placed: Placed) -> None:
    """Cut what is none of a group's name off; give up groups whose name is none."""
    for group in list(placed.groups):
        if _counts_others(group):
            _give_up(placed, group)
            continue
        _nest(placed, group)
        if group.dimension == "size":
            if lead := _OF_SIZE.match(group.shape):
                end = group.label_at + len(group.shape)
                group.name(placed.reading, group.label_at + lead.end(), end)
            continue
        _mend_name(placed, group)
        if group not in placed.groups:
            continue
        _deal_percents(placed, group)
        if group.count and _EACH.match(placed.reading.text, group.label_at + len(group.shape)):
            _split(placed, group)


def _mend_name(placed: Placed, group: Group) -> None:
    """Cut a group's name to the words that name it, or give the group up."""
    text = placed.reading.text
    label = bare(text, group.label_at, group.label_at + len(group.shape))
    if (other := _AND_ANOTHER.search(text[slice(*label)])) and label[0] > group.at:
        label = (label[0], label[0] + other.start())
    label = whole_list(group.sentence, label, is_before=label[0] < group.at)
    words = text[slice(*label)]
    if is_rest(words):
        _name_rest(placed, group)
    elif is_no_name(words) or _OF_THE_COUNTED.search(
        text, max(label[0] - _COUNTED_REACH, 0), label[0]
    ):
        _give_up(placed, group)
    elif words != group.shape:
        group.name(placed.reading, *label)


def _nest(placed: Placed, group: Group) -> None:
    """Let a group be a part of the one that the words before its count name: "among the X, Ⓒ"."""
    whole = _AMONG.search(*_lead(group)) if group.parent is None else None
    parent = placed.group_named(whole.group("label")) if whole else None
    if parent is not group:
        group.parent = group.parent or parent


def _lead(group: Group) -> tuple[str, int, int]:
    """Return a group's sentence, and the part of it before the group's first figure."""
    return group.sentence.text, 0, max(group.at - group.sentence.start, 0)


def _counts_others(group: Group) -> bool:
    """Return whether a group's figure is one of people, of a time before or of an average."""
    text, _, place = _lead(group)
    if group.count is None:
        return bool(_AVERAGE.search(text, 0, place)) and not group.amounts
    if _CROWD.search(text, 0, place) or _LAST.search(text, 0, place):
        return True
    if _OF_THEM.match(text, place + 1) and _OF_PEOPLE.search(text, 0, place):
        return True
    if _TIMES.search(text, 0, place) or text.startswith("-", place + 1) or _is_year(group):
        return True
    return bool(_BATCH.fullmatch(group.shape) and _EARLIER.match(text))


def _is_year(group: Group) -> bool:
    """Return whether a count is a year with a word before it: "under the 2022 policy", "over 2022"."""
    figure = group.count.figure if group.count else None
    return (
        figure is not None
        and figure.value is not None
        and _YEARS[0] <= figure.value <= _YEARS[1]
        and figure.as_written.endswith(str(figure.value))
        and figure.hedge != "exact"
        and not _PROJECTS.match(group.sentence.text, group.at - group.sentence.start + 1)
    )


def _name_rest(placed: Placed, group: Group) -> None:
    """Name the others by what is said of them: "the other Ⓒ are solar parks"."""
    for found in OTHERS.pattern.finditer(group.sentence.text):
        if group.sentence.start + found.start("c") == group.at:
            base = group.sentence.start
            label = bare(group.sentence.text, *found.span("label"))
            label = (base + label[0], base + label[1])
            start, end = whole_list(group.sentence, label, is_before=False)
            start, end = start - base, end - base
            words = group.sentence.text[start:end]
            if _QUANTIFIED.match(words):
                return
            if is_no_name(words):
                _give_up(placed, group)  # a list of names follows: "the other four are: ..."
                return
            group.name(placed.reading, group.sentence.start + start, group.sentence.start + end)


def _give_up(placed: Placed, group: Group) -> None:
    placed.groups.remove(group)
    placed.release(group)
    for other in placed.groups:
        if other.parent is group:
            other.parent = group.parent


def _deal_percents(placed: Placed, group: Group) -> None:
    """Give each percentage of a list to its own holder: "energy took Ⓟ, food Ⓟ and housing Ⓟ"."""
    if len(group.percents) < _SEVERAL:
        return
    reading, start = placed.reading, group.sentence.start
    marks = list(reading.marks(start, start + len(group.sentence.text)))
    base = group.percents[0][0]
    for pair in group.percents[1:]:
        index = next((i for i, (_, mark) in enumerate(marks) if mark is pair[1]), 0)
        if not index or marks[index - 1][1].letter != PERCENT:
            continue
        at, before = marks[index][0], marks[index - 1][0]
        group.percents.remove(pair)
        placed.taken.discard(pair[1].figure.id)
        found = _NEXT_HOLDER.fullmatch(reading.text, before + 1, at)
        if found and _is_holder(found.group("label")):
            label = bare(reading.text, *found.span("label"))
            other = placed.enter(label, group.sentence, at)
            other.dimension = other.dimension or group.dimension
            other.percents.append((base, placed.take(at)))
        elif not _REST.search(reading.text, before + 1, at):
            group.percents.append(pair)
            placed.take(at)


def _is_holder(words: str) -> bool:
    """Return whether words between two percentages may name what the second is of."""
    return not (
        is_empty(words[slice(*bare(words, 0, len(words)))])
        or _RATHER.search(words)
        or is_no_name(words)
    )


def _split(placed: Placed, group: Group) -> None:
    """Let "A and B each Ⓒ" be two groups."""
    joined = _JOINED.search(group.shape)
    if not joined:
        return
    start, end = group.label_at, group.label_at + len(group.shape)
    second = Group(
        label=placed.reading.quote(start + joined.end(), end),
        shape=group.shape[joined.end() :],
        clause=group.clause,
        at=group.at,
        sentence=group.sentence,
        label_at=start + joined.end(),
        count=group.count,
        dimension=group.dimension,
    )
    second.parent = group.parent
    group.name(placed.reading, start, start + joined.start())
    placed.groups.insert(placed.groups.index(group) + 1, second)


def unite_groups(placed: Placed) -> None:
    """Unite groups told twice, and fill in the dimensions of those whose words show none."""
    for group in list(placed.groups):
        first = _told_before(placed, group)
        if first:
            _unite(placed, first, group)
    for group in placed.groups:
        _leave_bounds(placed, group)
        own = dimension_of_words(group.shape)
        if group.dimension is None or (own and dimension_of_label(group.shape) is None):
            group.dimension = own or _dimension_nearby(placed, group)


def _leave_bounds(placed: Placed, group: Group) -> None:
    """Take out the amounts that stand in a group's own name: they bound the class that it is."""
    if group.amounts and _BOUND.search(group.shape):
        end = group.label_at + len(group.shape)
        bounds = {mark.figure.id for _, mark in placed.reading.marks(group.label_at, end)}
        group.amounts = [own for own in group.amounts if own[1].figure.id not in bounds]


def _told_before(placed: Placed, group: Group) -> Group | None:
    """Return the group that counts the same under a like name: "the two storage plants"."""
    counted = _COUNTED.match(group.shape) if group.count is None else None
    if group.count is None and not counted:
        return _named_before(placed, group)
    value = placed.reading.mark(group.label_at).figure.value if counted else None
    if group.count is not None:
        value = group.count.figure.value
    if value is None:
        return None
    words = counted.group("what") if counted else group.shape
    for other in placed.groups[:MOST_GROUPS]:
        if other is group or other.count is None or other.count.figure.value != value:
            continue
        is_like = placed.are_alike if counted else placed.are_same
        if other.count is not group.count and is_like(words, other.shape):
            return other
    return None


def _named_before(placed: Placed, group: Group) -> Group | None:
    """Return the counted group that goes by the name of one of amounts or percentages alone."""
    alike = [
        other
        for other in placed.groups
        if other is not group
        and other.count is not None
        and placed.are_same(group.shape, other.shape)
        and not (group.amounts and other.amounts)
        and not (group.percents and other.percents)
    ]
    return alike[0] if len(alike) == 1 else None


def _unite(placed: Placed, kept: Group, other: Group) -> None:
    """Give the figures of a group to another, which goes on alone."""
    kinds = {kind for kind, _ in kept.amounts}
    kept.amounts += [pair for pair in other.amounts if pair[0] not in kinds]
    told: list[Mark] = [mark for _, mark in kept.percents]
    kept.percents += [pair for pair in other.percents if pair[1] not in told]
    if other.count and len(list(other.figures())) > len(list(kept.figures())):
        kept.label, kept.shape, kept.label_at = other.label, other.shape, other.label_at
    placed.groups.remove(other)
    for each in placed.groups:
        if each.parent is other:
            each.parent = kept


def _dimension_nearby(placed: Placed, group: Group) -> Dimension | None:
    """Return the dimension of the groups beside a group: in its sentence, its paragraph, above it."""
    near = [other for other in placed.groups if other is not group and other.dimension]
    for is_near in (
        lambda other: other.sentence.start == group.sentence.start,
        lambda other: other.sentence.paragraph == group.sentence.paragraph,
        lambda other: other is group.parent,
    ):
        for other in near:
            if is_near(other) and other.dimension not in {"size", "occasion", "stage"}:
                return other.dimension
    return None
