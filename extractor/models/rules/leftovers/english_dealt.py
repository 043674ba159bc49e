"""English groups whose figures stand first: "seven worth Ⓜ are in energy and five in tourism".

A clause begins with how many or how much, says where it goes by any verb, and then names who has
it. What follows may leave the verb out: "Ⓜ went to energy, and Ⓒ agreements worth Ⓜ to tourism".
"""

import re

from extractor.models.rules.groups.english_doubts import group_name
from extractor.models.rules.groups.english_name_lists import whole_list
from extractor.models.rules.groups.english_tallies import NOUN
from extractor.models.rules.groups.group import Group
from extractor.models.rules.leftovers.english_behind import is_rate
from extractor.models.rules.leftovers.placed import Placed, dimension_of_words
from extractor.models.rules.projects.english_names import is_works
from extractor.models.rules.reading.amounts import bases
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Mark, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern
from extractor.record import PercentBase

_WORTH = (
    r"(?:or|for|with|worth|valued|capitali[sz]ed|costing|priced|estimated|put|at|of|an?|the|combined|collective|total|aggregate|joint|price|tag|value|cost|investments?|outlay|capital|pledges|totall?ing"
    r"|amounting|to|involving|representing|carrying|entailing|and|about|some|over|nearly|together|collectively|between them)"
)
_PAID = rf"(?:,? \(?(?:{_WORTH} )*Ⓜ\)?,?|, (?:or )?[ⒸⓃⓅ](?: of [a-z ]{{3,30}}?)?(?: in (?:all|total))?,| \([ⒸⓅ]\))"
_BASE = r"(?:(?:total|combined|planned|proposed|contracted) )*(?:money|value|amount|capital|outlay|funds|sum|total|investments?)"
_FIGURES = (
    rf"(?:(?:(?i:about|some|only|another|a further|the (?:other|remaining)) )*"
    rf"(?:[ⒸⓅ](?: of (?:the|them|these|those|that|all)(?: total)?(?: [ⒸⓂ])?)?(?: (?:(?:non-)?binding |signed |firm |formal )?(?:{NOUN}|{_BASE}))?(?:{_PAID}){{0,2}}"
    rf"|(?i:{NOUN}|investments?|money) (?:{_WORTH} )+Ⓜ|(?i:the (?:lion['’]s|larg|bigg|great|small)(?:er|est)? (?:share|part|portion|slice|chunk)|the bulk|most)(?: of [a-z ]{{3,30}}?)?, Ⓜ,"
    rf"|Ⓜ(?: (?:of|in) (?:it|that|this|those|the total|the sum|which|(?:the |these |those )?(?:{NOUN}|{_BASE})))?))"
)
_VERB = r"(?:(?:(?<= to)|(?<= will)) (?!(?:spend|pay|lose|invest|build|make|set|create|bring)\b)[a-z]+|(?<= be) (?:spent|raised)|(?<= being) (?:spent|raised)| (?!(?:spent|raised|collected|lost|paid|borrowed|held|compared|related|visited)\b)(?:also|all|alone|have|has|had|is|are|was|were|be|been|being|will|to|due|go|goes|went|come|comes|came|fall|falls|fell|lie|lies|lay|flow|flows|belong|belongs|concerns?|relates?|stems?|pertains?|accrues?|materiali[sz]ed?|bound|meant|intended|[a-z]+ed|going|coming|falling|lying|built|laid|struck|split))"
_WHERE = r"(?: (?:in|into|to|for|from|by|with|within|under|towards?|on|through|via|along|across|inside|outside|between|among))"
_LABEL = r" (?P<label>(?!(?:an?|Ⓞ|it|them|that|this|which|January|February|March|April|May|June|July|August|September|October|November|December) )[^,;:.()—“”ⒸⓂⓅⒹⓉⓄ]{2,60}?)(?:(?: (?:sector|industry|segment|field)s?))?"
_END = rf"(?=[,;:.()—]|,? (?:while|with|worth|at|will|would|but|plus|where|which|account\w+|represent\w+)\b| and (?:(?:will|would|ha[sv]e?|are|is|bring|account|the (?:rest|others|remainder|balance))\b|{_FIGURES})| [ⒸⓂⓅ]|$)"
_FIRST = Pattern(
    rf"(?:^[^\wⒷⒸⓃⓂⓅ]*|[,;:—] |\b(?:and|while|but|of which) )(?P<figures>{_FIGURES})(?:{_VERB}{{1,4}}{_WHERE}|{_VERB}{{0,3}} (?:concern|cover|involve|fall under|belong to|relate to|target)s?){_LABEL}{_END}"
)
_NEXT = Pattern(
    rf"(?: (?:sector|industry|segment|field)s?)?(?:,? (?:and|while|but|plus)|[,;]) (?P<figures>{_FIGURES}){_VERB}{{0,4}}{_WHERE}{_LABEL}{_END}"
)
_BEHIND = Pattern(
    rf"(?: (?:sector|industry|segment|field)s?)?,?(?> (?:and|which|will|would|bring|brings|bringing|is|are|to|attract|in|they|these|{_WORTH})\b)* ?\(?(?P<m>Ⓜ)"
)
_THROUGH = Pattern(
    rf"Ⓜ(?: (?:of|in) (?:it|that|this|the total|the sum|investments?|pledges))?,? (?:spread )?(?:through|across|over|via|under|from|in|by|for) (?:about |some |a total of )?(?P<c>Ⓒ)(?: {NOUN})?(?=[,;.]| and\b|$)"
)
_NO_HOLDER = Pattern(
    r"(?:the )?(?:[a-z]+ )?(?:future|past|plan(?:s)?|stage|phases?|works?|order|principle|record|total|all|full|force|hand|hands|place|addition|line|day|days|morning|same|spot|site|government|state|province|city|county|summit|event|organi[sz]ers|delegates|signing|construction)\b",
    re.IGNORECASE,
)


def read_dealt(placed: Placed) -> None:
    """Find the groups whose figures stand before their names, where some are left over."""
    if placed.total is None:
        return
    for sentence in placed.reading.sentences:
        end = sentence.start + len(sentence.text)
        if next(iter(placed.left(sentence.start, end)), None) is None:
            continue
        found = _FIRST.search(sentence.text)
        while found:
            _enter(placed, sentence, found)
            at = found.end("label")
            found = _NEXT.match(sentence.text, at) or _FIRST.search(sentence.text, at)
        _count_through(placed, sentence)


def _enter(placed: Placed, sentence: Sentence, found: re.Match[str]) -> None:
    """Open the group that a clause names, with the figures that it begins with."""
    base, text = sentence.start, sentence.text
    start, end = found.span("figures")
    marks = [
        at
        for at in placed.left(base + start, base + end)
        if not text.endswith(" of the ", 0, at - base) and not is_rate(sentence, at)
    ]
    label = group_name(text, *found.span("label"), is_part=True)
    if not marks or label is None or not _may_hold(text[slice(*label)]):
        return
    if not all(_is_part(placed, at) for at in marks):
        return
    start, end = whole_list(sentence, (base + label[0], base + label[1]), is_before=False)
    group = _group(placed, sentence, (start - base, end - base), marks[0])
    for at in marks:
        _add(placed, group, sentence, at)
    behind = _BEHIND.match(text, found.end("label"))
    if behind and not group.amounts and placed.is_free(base + behind.start("m")):
        _add(placed, group, sentence, base + behind.start("m"))


def _may_hold(words: str) -> bool:
    """Return whether words may name who has a part, and no one project or circumstance."""
    if is_works(words) and not words.endswith("s") and dimension_of_words(words) != "region":
        return False
    return not _NO_HOLDER.match(words)


def _is_part(placed: Placed, at: int) -> bool:
    """Return whether a figure is less than that of the total in the same measure."""
    mark = placed.reading.mark(at)
    total = placed.total
    return total is not None and not any(_covers(mark, other) for other in total.figures())


def _covers(mark: Mark, other: Mark) -> bool:
    """Return whether a figure is as large as another of its kind, or larger."""
    if mark.letter != other.letter:
        return False
    if mark.letter == MONEY and mark.figure.unit != other.figure.unit:
        return False
    return (mark.figure.value or 0) >= (other.figure.value or 0)


def _group(placed: Placed, sentence: Sentence, label: Extent, at: int) -> Group:
    """Open a group, or go on with the one of that name that has no such figure yet."""
    known = placed.group_named(sentence.text[slice(*label)])
    letter = placed.reading.text[at]
    if known and not any(mark.letter == letter for mark in known.figures()):
        if letter == COUNT:
            known.count = placed.take(at)
        return known
    return placed.enter((sentence.start + label[0], sentence.start + label[1]), sentence, at)


def _add(placed: Placed, group: Group, sentence: Sentence, at: int) -> None:
    """Give a group a figure that is still free."""
    letter, place = placed.reading.text[at], at - sentence.start
    if not placed.is_free(at):
        return
    if letter == COUNT and group.count is None:
        group.count = placed.take(at)
    elif letter == MONEY and not group.amounts:
        group.amounts.append(("investment", placed.take(at)))
    elif letter == PERCENT:
        told = bases(sentence.text[place + 1 : place + 61]) or _bases_before(placed, sentence)
        group.percents.append((told[0] if told else None, placed.take(at)))


def _bases_before(placed: Placed, sentence: Sentence) -> list[PercentBase]:
    """Return what the last share that a sentence has told is of: Ⓟ of the projects …, Ⓟ from …."""
    told = [
        base for group in placed.groups if group.sentence is sentence for base, _ in group.percents
    ]
    return [base for base in told[-1:] if base is not None]


def _count_through(placed: Placed, sentence: Sentence) -> None:
    """Give the group of an amount the count behind it: "Ⓜ of that, through Ⓒ agreements"."""
    for found in _THROUGH.finditer(sentence.text):
        money, at = sentence.start + found.start(), sentence.start + found.start("c")
        mark = placed.reading.mark(money)
        for group in placed.groups:
            if group.count is None and any(own is mark for _, own in group.amounts):
                _add(placed, group, sentence, at)
