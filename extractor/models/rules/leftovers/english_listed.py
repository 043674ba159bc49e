"""English projects that are only listed: "Projects signed include the Lorem mill and a park of Ipsum".

What stands in such a list needs no amount: that it is listed says that it is a project.
"""

from extractor.models.rules.leftovers.english_outlays import is_outlay, may_build
from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects import tails
from extractor.models.rules.projects.english_work_lists import Item, items_of
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.targets import find_targets
from extractor.models.rules.reading.reading import Sentence
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_ARE = r"(?:include|included|includes|are|were|is|was|comprise|comprised|feature|featured|covers?|covered|spans?)"
_NAMELY = (
    r"(?:including|such as|among (?:them|which|these)|namely|notably|for example|like|one of them)"
)
_HEAD = Pattern(
    r"\W*(?:[^,;:.ⓂⓅ]{3,60} (?:came|come|comes) from |(?:They|These|Those|(?:The )?[Oo]thers?|The (?:list|crop|batch|haul|rest|remaining|remainder)\b[^,;:.]{0,40}?|Among (?:them|these|those|the [a-z -]{3,40})|Of (?:them|these|those)"
    r"|The (?:other |remaining )?(?:Ⓝ|Ⓒ|one|two|three|four|five|six|seven|eight|nine)(?: (?:others?|of them|[a-z -]{3,30}))?"
    r"|(?:Also|Listed|Included|Featured|Receiving|Signing|Winning|Joining|Figuring|Standing out|Noteworthy|Notable|Prominent)\b[^,;:.ⓂⒸ]{0,60}?)"
    rf"(?: also)? {_ARE}(?: also)?:? )"
)
"""The head of a sentence that lists what the one before counts."""
_NOUN = Cued(
    "rojects|eals|ontracts|greements|entures|chemes|roposals|nvestments|MoUs|MOUs|emoranda|ones|xpansions|lants|acilities|actories|evelopments|ignings|inners|ignatories|ewcomers",
    r"(?P<noun>[Pp]rojects|[Dd]eals|[Cc]ontracts|[Aa]greements|[Vv]entures|[Ss]chemes|[Pp]roposals|[Ii]nvestments|MoUs|MOUs|[Mm]emoranda|ones|[Ee]xpansions|[Pp]lants|[Ff]acilities|[Ff]actories|[Dd]evelopments"
    rf"|[Ss]ignings|[Ww]inners|[Ss]ignatories|[Nn]ewcomers)\b[^:;.,ⓂⒸ]{{0,50}}?(?:,? {_NAMELY}|,? which {_ARE}|,? {_ARE}(?: also)?|:| [–—])(?: {_ARE})?:? ",
)
"""What is listed, with the words that lead to the list."""
_EXAMPLES = Cued(
    "including |such as |among |namely |notably |for example |like |one of them ",
    rf"[,;] {_NAMELY}(?: {_ARE})? ",
)
_END = Pattern(
    r"[;,] (?:and )?(?:the (?:other |remaining )?)?[ⒸⓃ] (?:[a-z]+ ){0,3}(?:projects|ones|deals|are|in|from)\b|, (?:all|both|each|which(?! (?:will (?!cost|bring|create)|is to|plans|promise|pledge|want|intend|hope|offer|propose|build|wishes))|accounting|bringing|with an? (?:total|combined|joint))\b|$"
)
_NO_LIST = Pattern(
    r"(?:put|set|[a-z]+ed|[a-z]+ing|to|in|into|at|on|from|of|under|for|by|not|now|expected|due|worth|mainly in)\b"
)
NO_ITEM = Pattern(
    r"^(?:one|another|none|some|others)\b|\b(?:between|with|held|signed|attended|which|that|it|they|he|she|said|told|is|are|was|were|will|has|have|had|jobs|people|guests|officials|representatives|delegates|companies|firms|enterprises|entrepreneurs|investors|ministers?"
    r"|chambers?|banks?|sectors?|fields?|industr(?:y|ies)|areas|countries|services|products|goods|projects|deals|contracts|agreements?|memorand(?:um|a)|MoUs?|worth|opportunities|support|policies|land)\b|[ⓂⒹⓅ():]"
)
"""Words that no name of a project has."""
_FIELDS = Pattern(r"(?:[a-z][\w-]* )*[a-z][\w-]*(?<![su])s$")
_NAMED = Pattern(r"[A-Z][\w’'-]+ (?:[\w’'-]+ )*[a-z][\w-]+(?: project)?$")
"""What a project may be called that no word of works shows: "Lorem lithium salt"."""
_STARTED = Cued(
    "were |have been ",
    r"\W*(?P<list>(?:(?:The|An?) |(?=[A-Z]))[^;:.ⓂⒸⓅ]{10,300}?) (?:were|have been) (?:(?:also|both|all|then|likewise|officially) )*(?:signed|started|launched|inaugurated|unveiled|inked|contracted|sealed|approved|agreed|kicked off|commenced|put into (?:operation|production|use)|completed)\b",
)
_PAPERS = Pattern(r"\b(?:agreements?|memorand(?:um|a)|letters? of)\b| between ")
_WITHOUT_NAME = Pattern(r".*\b[a-z]+$")
_FEWEST = 2


def read_listed(placed: Placed) -> None:
    """Find the projects that sentences list, with an amount or without."""
    for sentence in placed.reading.sentences:
        text = sentence.text
        if "\t" in text or "|" in text or tails.OFFERED_EN.search(text):
            continue
        end = 0
        for start, noun in _openings(text):
            if start >= end:
                end = _read_list(placed, sentence, start, noun)
        if started := _STARTED.match(text):
            _read_started(placed, sentence, *started.span("list"))


def _openings(text: str) -> list[tuple[int, str]]:
    """Return where the lists of a sentence begin, each with what its things are called."""
    head = _HEAD.match(text)
    found = [(head.end(), "")] if head else []
    found += [(noun.end(), noun.group("noun").lower()) for noun in _NOUN.finditer(text)]
    found += [(example.end(), "") for example in _EXAMPLES.finditer(text)]
    return sorted(found, key=lambda opening: opening[0])


def _read_list(placed: Placed, sentence: Sentence, start: int, noun: str) -> int:
    """Enter what one list names; return where the list ends."""
    text = sentence.text
    closing = _END.search(text, start)
    end = closing.start() if closing else len(text)
    if _NO_LIST.match(text, start) or (not works_in(text, start, end) and noun != "projects"):
        return start
    is_of_papers = _PAPERS.search(text, 0, start) is not None
    items = [
        item
        for item in items_of(text, start, end)
        if _may_be(text, item, is_any=noun == "projects")
        and not (is_of_papers and not _WITHOUT_NAME.match(text, *item.name))
    ]
    alone = len(items) == 1 and (items[0].builders or text[items[0].name[0]].isupper())
    if len(items) >= _FEWEST or (alone and items[0].is_works):
        for item in items:
            enter_item(placed, sentence, item)
    return end


def _read_started(placed: Placed, sentence: Sentence, start: int, end: int) -> None:
    """Enter the works that a sentence begins with and says were started or signed."""
    items = items_of(sentence.text, start, end)
    if len(items) >= _FEWEST and all(_may_be(sentence.text, item, is_any=False) for item in items):
        for item in items:
            enter_item(placed, sentence, item)


def _may_be(text: str, item: Item, *, is_any: bool) -> bool:
    """Return whether an item may be a project: works, or (`is_any`) what bears a name."""
    words = text[slice(*item.name)]
    if NO_ITEM.search(words) or (item.builders and not may_build(text, item.builders)):
        return False
    if item.is_works:
        return bool(item.builders) or not _FIELDS.match(words)
    return is_any and bool(_NAMED.match(words))


def enter_item(placed: Placed, sentence: Sentence, item: Item) -> NamedProject | None:
    """Enter the project that an item of a list is, or add to the one that it is already.

    Args:
        placed: the items of the article so far.
        sentence: the one that lists it.
        item: what it lists.
    """
    base = sentence.start
    if placed.background.reason(base + item.name[0]) is not None:
        return None
    start = min([item.name[0], *(first for first, _ in item.builders)])
    project = known_in(placed, (base + start, base + item.end))
    if project is None:
        project = NamedProject((base + item.name[0], base + item.name[1]), sentence)
        placed.projects.append(project)
    else:
        _correct(project, (base + item.name[0], base + item.name[1]), base + item.end)
    is_foreign = all(body[0] >= base + item.end for body in project.investors)
    if item.builders and is_foreign:  # none is known, or the next item's
        project.investors = [(base + a, base + b) for a, b in item.builders]
    if project.place is None and item.place:
        project.place = (base + item.place[0], base + item.place[1])
    if not project.amounts and item.amount is not None:
        at = base + item.amount
        if placed.is_free(at) and is_outlay(sentence.text, item.amount):
            project.amounts.append(("investment", placed.take(at)))
    extent = (project.name[0], base + item.end)
    for mark, target in find_targets(placed.reading, [extent], placed.taken):
        project.targets.append(target)
        placed.taken.add(mark.figure.id)
    return project


def _correct(project: NamedProject, name: Extent, end: int) -> None:
    """Let a project that was read as one with the next of a list, or cut short, bear its name."""
    start, last = project.name
    if last > end:
        project.name = name
    elif start == name[0] and last < name[1]:
        project.name = name
        project.investors = [body for body in project.investors if body[0] >= name[1]]


def known_in(placed: Placed, extent: Extent) -> NamedProject | None:
    """Return the project that is named already in a part of the reading."""
    start, end = extent
    return next((p for p in placed.projects if start <= p.name[0] < end), None)
