"""People who stand for their firms in English: "Li Ming, chairman of Lorem, signed for a mill"."""

from bisect import bisect_left

from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.english_names import BODY, CAP, bodies
from extractor.models.rules.projects.english_places import is_place_like
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import Sentence
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_OFFICE = r"(?:(?:[A-Za-z]+[ -]){0,2}(?:chair(?:man|woman|person)?|president|(?:general |managing )?(?:manager|director)|boss|founder|co-founder|owner|head|CEO|chief executive(?: officer)?|proprietor|representative))"
_PERSON = rf"(?P<who>{CAP} {CAP}(?: {CAP})?)"
_FIRMS_OF = (
    Cued(
        "chair|president|manager|director|boss|founder|owner|head|CEO|chief executive|proprietor|representative",
        rf"{_PERSON}, (?:the )?{_OFFICE} (?:of|at) (?:the )?(?P<inv>{BODY})",
    ),
    Cued(
        "company|firm|group|business|outfit",
        rf"{_PERSON}['’]s (?:own )?(?:company|firm|group|business|outfit),? (?P<inv>{BODY})",
    ),
    Cued(
        "company|firm|group|business|outfit",
        rf"\b(?P<who>{CAP})['’]s (?:own )?(?:company|firm|group|business|outfit),? (?P<inv>{BODY})",
    ),
    Cued(
        ", who ",
        rf"{_PERSON}, who (?:heads|runs|owns|chairs|leads|founded|manages) (?:the )?(?P<inv>{BODY})",
    ),
    Pattern(
        rf"\b(?P<inv>{BODY})(?:['’]s)? (?:chair(?:man|woman|person)?|president|general manager|managing director|founder|owner|CEO|chief executive|boss) {_PERSON}"
    ),
)
_HE = Pattern(r"\W*(?:He|She|(?:His|Her) (?:company|firm|group|business|outfit|family))\b")
_WE_SAID = Pattern(
    rf"\b[Ww]e\b[^“”\"]*[”\"],? (?:said|says|told [a-z]+) (?P<inv>{BODY})(?:['’]s)? (?:chair|president|general manager|managing director|founder|owner|CEO|chief executive|boss|director|head)",
)
"""What a firm's head says: "We will put Ⓜ into a kiln," said Lorem's chief executive."""
_REACH = 700
"""Letters behind which "he" is nobody named before."""


def complete_people(placed: Placed) -> None:
    """Let the firms of people who are told to build be their projects' investors."""
    _take_speakers(placed)
    known = [firm for sentence in placed.reading.sentences for firm in _firms(sentence)]
    if not known:
        return
    starts = [at for at, _, _ in known]
    for project in placed.projects:
        index = bisect_left(starts, project.name[0])
        if project.investors:
            _stand_in(placed, project, known)
        elif index and _is_his(project) and project.name[0] - starts[index - 1] < _REACH:
            project.investors = [known[index - 1][2]]


def _take_speakers(placed: Placed) -> None:
    """Let a firm whose head says "we" build the project that he tells of."""
    for project in placed.projects:
        sentence = project.sentence
        said = _WE_SAID.search(sentence.text) if sentence and not project.investors else None
        if sentence and said:
            told = bodies(sentence.text, *said.span("inv"))
            project.investors = [(sentence.start + a, sentence.start + b) for a, b in told]


def _firms(sentence: Sentence) -> list[tuple[int, str, Extent]]:
    """Return where people are named whose firm is told, in order: offset, name, firm."""
    text, base = sentence.text, sentence.start
    found = []
    for frame in _FIRMS_OF:
        for told in frame.finditer(text):
            firms = bodies(text, *told.span("inv"))
            if len(firms) == 1 and not is_place_like(text[slice(*firms[0])]):
                start, end = firms[0]
                found.append((base + told.start("who"), told["who"], (base + start, base + end)))
    return sorted(found)


def _is_his(project: NamedProject) -> bool:
    """Return whether a project's sentence is about a person named before it."""
    return project.sentence is not None and bool(_HE.match(project.sentence.text))


def _stand_in(placed: Placed, project: NamedProject, known: list[tuple[int, str, Extent]]) -> None:
    """Put the firm of a person, named in full or by one of his names, in his place."""
    text = placed.reading.text
    for place, body in enumerate(project.investors):
        words = text[slice(*body)]
        firm = next((f for _, who, f in known if words == who or words in who.split(" ")), None)
        if firm:
            project.investors[place] = firm
