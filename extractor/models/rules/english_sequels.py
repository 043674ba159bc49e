"""English amounts of what was told before: "the project is invested by Lorem with Ⓜ", "it cost Ⓜ".

A clause whose subject only refers names no project. What it refers to is the one told last, or the
works of the sentence before, whatever was said of them there.
"""

from extractor.models.rules.amounts import amount_kind
from extractor.models.rules.english_names import BODIES, name_before
from extractor.models.rules.english_outlays import builder_of, firms, may_build, outlays_left
from extractor.models.rules.english_placed import Placed
from extractor.models.rules.english_works import works_in
from extractor.models.rules.named import NamedProject
from extractor.models.rules.project_mentions import Extent
from extractor.models.rules.reading import Sentence
from extractor.patterns import Pattern

_THING = r"(?:project|plant|scheme|facility|factory|base|park|line|development|venture|site)"
_PRICE = r"(?:(?:total|planned|overall|estimated) )*(?:investment|cost|outlay|price|bill|price tag)"
REFERS = Pattern(
    rf"(?:(?:\b[Tt]he|\b[Ii]ts|\b[Ww]hose|^\W*[Tt]otal) {_PRICE}(?: (?:of|in|for) (?:this|the|that) (?:\w+ )?{_THING})?"
    rf"|(?:^\W*|[,;] |\band )(?:[Ii]t|[Tt]h(?:e|is|at) (?:\w+ )?{_THING}|which))"
    r"(?:,? (?:is|was|will|be|has|have|been|being|an?|to|of|at|for|with|jointly|put|estimated|invested|invests?|funded|financed|built|developed|undertaken|costs?|costing|worth|involves|requires?|total|planned|investment))*"
    rf"(?: by (?:the )?(?P<inv>{BODIES}))?(?:,? (?:with|for|at|and|an?|the|total|planned|investment|cost|of|is|worth))* ?(?:about |some |nearly )?$"
)
"""What stands before the amount of a project that its clause does not name."""
_REACH = 160
_FARTHEST = 400


def read_sequels(placed: Placed) -> None:
    """Give the amounts left over to the projects that their clauses refer to."""
    before: Sentence | None = None
    for sentence in placed.reading.sentences:
        if before and before.paragraph != sentence.paragraph:
            before = None
        for place in outlays_left(placed, sentence):
            found = REFERS.search(sentence.text, max(place - _REACH, 0), place)
            if found:
                builders = firms(sentence.text, *found.span("inv")) if found.group("inv") else []
                builders = builders if may_build(sentence.text, builders) else []
                project = _referred(placed, sentence, found.start(), before)
                if project and not project.amounts:
                    lead = sentence.text[found.start() : place]
                    mark = placed.take(sentence.start + place)
                    project.amounts.append((amount_kind(lead) or "investment", mark))
                    base = sentence.start
                    project.investors = project.investors or [
                        (base + start, base + end) for start, end in builders
                    ]
        before = sentence


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
        name = _works(where.text, end) if where else None
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
    project.investors = [(base + start, base + end) for start, end in builders]
    placed.projects.append(project)
    return project


def _works(text: str, end: int) -> Extent | None:
    """Return the last name of works before a place, not far from it."""
    for _, last in reversed(works_in(text, max(end - _FARTHEST, 0), end)):
        if name := name_before(text, last):
            return name
    return None
