"""English amounts of what was told before: "the project is invested by Lorem with Ⓜ", "it cost Ⓜ".

A clause whose subject only refers names no project. What it refers to is the one told last, or the
works of the sentence before, whatever was said of them there.
"""

import re

from extractor.models.rules.leftovers.english_outlays import (
    builder_of,
    firms,
    may_build,
    outlays_left,
)
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_costs import take_owner
from extractor.models.rules.projects.english_names import BODIES, CAP, name_before
from extractor.models.rules.projects.english_outlay_frames import PAYS, WILL
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.tails import THIS_YEAR
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import Sentence
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.patterns import Pattern
from extractor.record import AmountKind

_THING = r"(?:project|plant|scheme|facility|factory|base|park|line|development|venture|site)"
_PRICE = r"(?:(?:total|planned|overall|estimated) )*(?:investment|cost|outlay|price|bill|price tag)"
REFERS = Pattern(
    rf"(?:(?:\b[Tt]he|\b[Ii]ts|\b[Ww]hose|^\W*(?:[Tt]otal|[Ee]stimated|[Pp]lanned)) {_PRICE}(?: (?:of|in|for) (?:this|the|that) (?:\w+ )?{_THING})?"
    rf"|(?:^\W*|[,;] |\band )(?:[Ii]t|[Tt]h(?:e|is|at) (?:\w+ )?{_THING}|which)|^\W*(?:Cost|Investment|Outlay|Price tag|Price|Bill|Capex)(?=:))"
    r"(?:,? (?:is|was|will|be|has|have|been|being|an?|to|of|at|for|with|jointly|put|estimated|invested|invests?|funded|financed|built|developed|undertaken|costs?|costing|worth|involves|requires?|total|planned|investment):?)*:?"
    rf"(?: by (?:the )?(?P<inv>{BODIES}))?(?:,? (?:with|for|at|and|an?|the|total|planned|investment|cost|of|is|worth))* ?(?:about |some |nearly )?$"
)
"""What stands before the amount of a project that its clause does not name."""
_FIRM = r"(?:company|firm|group|federation|cooperative|co-operative|chain|utility|giant|conglomerate|venture|partners|backers|two|pair|duo|house|concern|[a-z]{3,}(?:er|or|ers|ors))"
_PAYS_FOR_IT = Pattern(
    rf"(?:^\W*|[,;:] (?:and |but |for which |on which )?|\b(?:and|but) )(?:[Ii]t|[Tt]hey|(?:[Tt]he|[Tt]his|[Ii]ts) (?:[a-z-]+ ){{0,2}}?{_FIRM}) {WILL}(?:(?:{PAYS})(?: in| out| down| up)?|(?:put|puts|estimates?|reckons|gives) (?:the|its) {_PRICE} at)(?: about| some| nearly| around)? $"
)
"""Its firm, or "it", pays: "the dairy is spending Ⓜ", "It puts the cost at Ⓜ"."""
_ON_ANOTHER = Pattern(
    r",? (?:over Ⓠ )?(?:on|in|into|for|towards?|to [a-z]+(?: up)?) (?!(?:it|this|them|that|the (?:project|plant|scheme|work|first|same))\b)"
)
_CALLED = Pattern(
    r"^\W*[A-Z][^,;:ⓂⒸ]{2,40}, as (?:it|the [a-z]+) is (?:to be )?(?:named|called|known|dubbed|styled),? (?:will |is to |would )?(?:costs?|takes?|requires?|is put at|is worth)(?: about| some)? $"
)
"""A name told late: "Lorem No. 3, as it is called, costs Ⓜ"."""
_SPENT = Pattern(
    r" (?:will be|is to be|is|was|has been|are|were|have been|would be) (?:[a-z]+ly )?(?:invested|thrown|put|spent|poured|needed|required|injected)(?: in)?(?= in (?:Ⓝ|Ⓒ|two|three|several) |,|\.| over | there\b)"
)
"""Money whose use was told before: "Ⓜ will be spent in three phases"."""
_OPENS = Pattern(r"\W*(?:About |Some |In all,? |A total of )?$")
_FRONTED = Pattern(
    r"(?:^\W*|[;:] )(?:And |But )?(?:[Aa]t|[Ww]ith|[Cc]osting|[Ww]orth)(?: about| some)? $"
)
_IT_IS = Pattern(r",? (?:it|this|that|the [a-z]+) (?:is|was|will be|ranks|makes|counts|became)\b")
"""The cost before its clause: "At Ⓜ, it is the costliest"."""
_PART = Pattern(
    r"(?<=Ⓜ)(?:,? and|, of which|,? including| \(of which)(?: [a-z]+){0,5} (?:about |some )?$"
)
"""What of a cost told before is spent this year: "puts in Ⓜ and plans to complete Ⓜ this year"."""
_PHASED = Pattern(
    r"^\W*(?:The )?(?P<name>[A-Z][^,;:.ⓂⒸⓅ]{5,80}? [Pp]hase (?:[IVX]+|one|two|three|Ⓞ|Ⓒ|Ⓝ))(?=[,:]| (?:is|was|has|will|took|from|started)\b)"
)
_IS_FIRM = Pattern(rf"{CAP}(?: {CAP})* (?:will|would|is to|plans|wants|intends|has|have)\b")
"""A firm whose name ends with a word of works: "Lorem Ports will ..."."""
_REACH = 160
_FARTHEST = 400


def read_sequels(placed: Placed) -> None:
    """Give the amounts left over to the projects that their clauses refer to."""
    before: Sentence | None = None
    for sentence in placed.reading.sentences:
        if before and before.paragraph != sentence.paragraph:
            before = None
        for place in outlays_left(placed, sentence):
            if found := _referring(sentence.text, place):
                _give(placed, sentence, place, found, before)
        before = sentence


def _referring(text: str, place: int) -> re.Match[str] | None:
    """Return the words before an amount that refer to what it is the cost of."""
    floor = max(place - _REACH, 0)
    found = REFERS.search(text, floor, place) or _CALLED.search(text, floor, place)
    if found:
        return found
    if not _ON_ANOTHER.match(text, place + 1) and (paid := _PAYS_FOR_IT.search(text, floor, place)):
        return paid
    if _SPENT.match(text, place + 1):
        return _OPENS.match(text, 0, place)
    if _IT_IS.match(text, place + 1):
        return _FRONTED.search(text, floor, place)
    return _PART.search(text, floor, place) if THIS_YEAR.match(text, place + 1) else None


def _give(
    placed: Placed,
    sentence: Sentence,
    place: int,
    found: re.Match[str],
    before: Sentence | None,
) -> None:
    """Give an amount, and who pays it, to the project that its clause refers to."""
    text, base = sentence.text, sentence.start
    project = _referred(placed, sentence, found.start(), before)
    is_of_year = THIS_YEAR.match(text, place + 1) is not None
    kind: AmountKind = "current_year" if is_of_year else "investment"
    kind = amount_kind(text[found.start() : place]) or kind
    if project is None or any(kind == known for known, _ in project.amounts):
        return
    project.amounts.append((kind, placed.take(base + place)))
    told = found.groupdict().get("inv")
    builders = firms(text, *found.span("inv")) if told else []
    if may_build(text, builders):
        project.investors = project.investors or [
            (base + start, base + end) for start, end in builders
        ]


def _referred(
    placed: Placed, sentence: Sentence, start: int, before: Sentence | None
) -> NamedProject | None:
    """Return the project that a clause refers to: the last one told, or works that are one."""
    told = [
        project
        for project in placed.projects
        if project.name[0] < sentence.start + start
        and project.sentence
        and project.sentence.paragraph == sentence.paragraph
    ]
    last = max(told, key=lambda project: project.name[0], default=None)
    for where, end in ((sentence, start), (before, len(before.text) if before else 0)):
        name = _works(where.text, end) or _phase(where.text, end) if where else None
        if where is None or name is None:
            continue
        extent = (where.start + name[0], where.start + name[1])
        if last and last.name[0] >= extent[0]:
            return last
        return _open(placed, where, name)
    return last


def _open(placed: Placed, sentence: Sentence, name: Extent) -> NamedProject:
    """Open the project that works of a sentence are."""
    text, base = sentence.text, sentence.start
    name, builders = builder_of(text, name)
    project = NamedProject((base + name[0], base + name[1]), sentence)
    if not builders:
        mention = Mention([name], *name)
        take_owner(text, mention)
        builders = mention.investors
    project.investors = [(base + start, base + end) for start, end in builders]
    placed.projects.append(project)
    return project


def _works(text: str, end: int) -> Extent | None:
    """Return the last name of works before a place, not far from it."""
    for _, last in reversed(works_in(text, max(end - _FARTHEST, 0), end)):
        name = name_before(text, last)
        if name and not _IS_FIRM.match(text, name[0]):
            return name
    return None


def _phase(text: str, end: int) -> Extent | None:
    """Return the phase that a sentence begins with, whatever it is one of."""
    found = _PHASED.match(text, 0, end)
    return found.span("name") if found else None
