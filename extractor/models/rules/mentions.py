"""English sentences with the proper names and facilities in them written as one letter each.

A second reading above the first (`reading`): firms and places become Ⓘ, projects that end in the
word of a facility become Ⓕ, so that a pattern says what is told of them: `Ⓘ will invest Ⓜ in a Ⓕ`.
"""

import re
from bisect import bisect_left, bisect_right

from extractor.models.rules.reading import ANY_MARK

PROPER, FACILITY = "ⒾⒻ"

Span = tuple[int, int]

_FACILITY_WORDS = (
    r"plants?|factor(?:y|ies)|parks?|bases?|cent(?:er|re)s?|lines?|projects?|facilit(?:y|ies)|mills?|stations?|farms?|hubs?|complex(?:es)?|resorts?|hotels?|hospitals?"
    r"|campus(?:es)?|terminals?|headquarters|workshops?|substations?|ranch(?:es)?|cableway|cable car|networks?|units?|berths?|warehouses?|refiner(?:y|ies)|smelters?|mines?|clusters?|communit(?:y|ies)"
    r"|expansion|ground|venture|town|reservoir|airport|port|pier|laborator(?:y|ies)|institute|school|university|mall|plaza|works|phase|estate"
)
_STOP_WORDS = r"in|to|at|by|from|with|for|will|is|are|was|were|which|that|has|have|had|invested|including|such|as|signed|also|there|among|of|on|into|an?|the|its|their|his|one|it|this|these|those|than|while|but|or|who|whose|each|between|plans?|proposes?|build|builds|building|set|up|open|opens|put|invests?|spend|spends|cost|costs|worth|said|be|been|being|take|takes|took|started"
_WORD = rf"(?!(?i:{_STOP_WORDS})\b)[^\s,;.:()—{'ⒸⓂⓅⒷⒹⓉ'}]+"
_PHASE = r"(?:(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|Ⓞ) phase|[Pp]hase (?:[IVX]+|Ⓞ)) of (?:its |the |an? )?)"
_ANCHOR = r"[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|his|this|another|one|of|in|into|to|for|on|by|at|as|is|are|build|builds|including|open|opens|up|construct|plans|proposes|and|with|Ⓜ|Ⓒ"
_NP = re.compile(
    rf"(?:^|(?:(?<=[\s(“])|^)(?:{_ANCHOR})\s|[,;:(—]\s?)(?P<np>{_PHASE}?(?:{_WORD} ){{0,9}}?(?:{_FACILITY_WORDS})(?:[ -](?:{_FACILITY_WORDS}))*\b"
    r"(?: (?:[IVX]+|one|two|three|Ⓞ)\b)?(?: (?:for|of) (?:used [a-z]+|[a-z]+ [a-z]+(?= \()|dental [a-z]+|Ⓝ(?: [a-z]+){0,2}|Ⓒ(?: [a-z]+){1,2}|ⓄⓄ printing))?)"
)
_FIRM = re.compile(
    r"(?P<firm>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|&))*?)(?P<own>(?:’s|'s)? )(?=[a-z“\"ⓆⓄ])(?!(?:and|of|for|or|phase)\b)(?P<name>.+)"
)
_PLURAL = re.compile(
    r"^(?!.*(?:output|Ⓝ|Ⓠ)).*\bprojects$|^(?:investment|key|major|such|same|separate|single|largest|biggest|other) project$"
)
_NAMED_FACILITY = re.compile(
    r"\b(?:Park|Town|Plant|Cent(?:er|re)|Base|Project|Hospital|Resort|Complex|Port|Station|Hub|Valley|Headquarters|Factory|Plaza|Mall|Terminal|Bridge|Line|Expressway|Airport)(?: [IVX]+| Phase [IVX]+)?$"
)
_INSIDE = re.compile(r"\b(?:in|at|to|from|of|near|between)(?: the)? $")
_ONLY_FACILITY = re.compile(rf"(?:(?:{_FACILITY_WORDS})\b ?)+(?:[IVX]+|Ⓞ)?$")
_PROPER = re.compile(
    r"(?<![\w’'])[A-Z][\w’'&.-]*(?:(?: (?:[A-Z][\w’'&.-]*|&))|(?: (?:of|and)(?= [A-Z][\w-]+ (?:Group|Ltd|Company|Industries|Holdings|Technology))))*(?:,? Co\.,? Ltd\.?|,? Ltd\.?|,? Inc\.?)?"
)
_COMMON = re.compile(
    r"(?:The|A|An|In|At|On|Of|For|From|It|Its|They|This|These|Those|Other|Phase|Among|Also|There|With|As|And|But|While|When|Where|Who|Both|Each|All|Most|Some|Up|Investors?|Projects?|Companies|Foreign|Besides|After|Once|During|Meanwhile|Twelve|Eleven|Singapore-based"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:'s|’s)?\s*"
)
_ONLY_COMMON = re.compile(rf"(?:{_COMMON.pattern})+$")
_COMPANY_ENDS = ("Ltd.", "Inc.", "Co.", "Corp.")
_NATION = re.compile(r"^(?P<nation>[A-Z][a-z]+)(?:'s|’s|-based|-listed) (?=[A-Z])")


class Mentions:
    """A sentence with its names as letters: `text`, and where each of them stands."""

    def __init__(self, sentence: str) -> None:
        """Find the names of an English sentence of the reading."""
        found = _facilities(sentence)
        found += _propers(sentence, [span for _, span in found])
        found.sort(key=lambda item: item[1])
        parts: list[str] = []
        self._starts: list[int] = []
        self._spans: list[Span] = []
        at = length = 0
        for letter, (start, end) in found:
            if start < at:
                continue
            parts += (sentence[at:start], letter)
            length += start - at
            self._starts.append(length)
            self._spans.append((start, end))
            length += 1
            at = end
        self.text = "".join([*parts, sentence[at:]])

    def origin(self, offset: int) -> int:
        """Return where an offset of `text` lies in the sentence."""
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0:
            return offset
        return self._spans[index][1] + offset - self._starts[index] - 1

    def names(self, letter: str, start: int, end: int) -> list[Span]:
        """Return where in the sentence the names of one letter stand, of a range of `text`."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [
            self._spans[index]
            for index in range(first, last)
            if self.text[self._starts[index]] == letter
        ]


def _facilities(sentence: str) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for match in _NP.finditer(sentence):
        start, end = match.span("np")
        if _PLURAL.search(match.group("np")) or ANY_MARK.fullmatch(match.group("np")):
            continue
        firm = _FIRM.match(sentence, start, end)
        if firm and not _ONLY_COMMON.match(firm.group("firm")):
            if not _ONLY_FACILITY.match(firm.group("name")):
                found.append((PROPER, firm.span("firm")))
                start = firm.start("name")
        elif common := _COMMON.match(sentence, start, end):
            start = common.end()
        if start < end:
            found.append((FACILITY, (start, end)))
    return found


def _propers(sentence: str, taken: list[Span]) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for match in _PROPER.finditer(sentence):
        start, end = match.span()
        if any(a < end and start < b for a, b in taken) or _ONLY_COMMON.match(match.group()):
            continue
        if common := _COMMON.match(sentence, start, end):
            start = common.end()
        if nation := _NATION.match(sentence[start:end]):
            start += nation.end()
        if sentence[start:end].endswith(("'s", "’s")):
            end -= 2
        if sentence[end - 1] == "." and not sentence.endswith(_COMPANY_ENDS, start, end):
            end -= 1
        if end - start > 1:
            is_project = _NAMED_FACILITY.search(sentence, start, end) and not _INSIDE.search(
                sentence, 0, start
            )
            found.append((FACILITY if is_project else PROPER, (start, end)))
    return found
