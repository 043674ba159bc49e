"""Named projects in English news."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.models.rules.amounts import amount_kind
from extractor.models.rules.background import Background
from extractor.models.rules.groups import Group
from extractor.models.rules.projects import Named, Project, Span, complete, joint_group
from extractor.models.rules.reading import MONEY, Reading, Sentence

_CAP = r"[A-Z][\w’'&.-]*"
_ORG = (
    rf"(?P<inv>{_CAP}(?: (?:{_CAP}|&|(?:and|of)(?= [A-Z][\w-]+ (?:Group|Ltd|Capital|Pharma|Holdings|Company|Industries))))*(?:,? Co\.,? Ltd\.?|,? Ltd\.?|,? Inc\.?)?)"
    r"(?: of (?:the )?[A-Z]\w+(?: (?:of )?[A-Z]\w+)*| \([^)Ⓜ]*\))?"
)
_FACILITY = (
    r"plants?|factor(?:y|ies)|parks?|bases?|cent(?:er|re)s?|lines?|projects?|facilit(?:y|ies)|mills?|power stations?|stations?|farms?|hubs?|complex(?:es)?|resorts?|hotels?|hospitals?"
    r"|campus(?:es)?|terminals?|headquarters|workshops?|substations?|ranch(?:es)?|cableway|networks?|units?|berths?|warehouses?|refiner(?:y|ies)|smelters?|mines?|clusters?|communit(?:y|ies)"
    r"|expansion|proving ground|venture|town|Phase [IVX]+|phase (?:one|two|three)|reservoir|airport|port|pier|laborator(?:y|ies)|institute|school|university|mall|plaza|zone|works"
)
_PHASE = r"(?:Phase [IVX]+|(?:first|second|third|fourth|Ⓞ) phase) of (?:its |the |an? )?"
_WORD = r"[^\s,;.:()ⒸⓂⓅⒹ—]+"
_NP = (
    rf"(?:(?:an?|the|its|another|one|their|this|also) )*(?P<np>(?:{_PHASE})?(?:(?!(?:in|to|at|by|from|with|for|will|is|are|was|were|which|that|has|have|invested|including|such|as|signed|also|there|among|Among)\b){_WORD} ){{0,9}}?(?:{_FACILITY})\b(?: (?:{_FACILITY})\b)*"
    r"(?: of (?:used |the )?(?:[A-Z][\w-]+(?: [A-Z][\w-]+)*|Ⓝ [\w ]+?|Ⓒ [\w ]+?)(?= of | by |[,;.( ]))?)"
)
_MOD = r"(?:(?:which|who|will|plans? to|is to|are to|intends? to|agreed to|would|has|have|also|decided to|is|it|They|both) )*"
_BUILD = r"(?:build|set up|open|construct|establish|develop|install|put up|launch|erect|expand|create|run|locate|operate|relocate|move|turn [^,;.]{3,40}? into|convert [^,;.]{3,40}? into)"
_PLAN = rf"(?:{_BUILD}|proposes?|plans?|signed (?:up )?for|signed a deal for|is behind|pays? for|committed to|unveiled|pledged)"
_COST = r"(?:,? ?(?:for|at a cost of|at an estimated cost of|at|worth|costing|costs|with (?:an? |the )?(?:\w+ )?(?:investment|capital|outlay|budget) of|to the tune of|estimated at|valued at|priced at|,|—) ?|,? ?\( ?)"
_M = r"(?P<m>Ⓜ)"


@dataclass(frozen=True, slots=True)
class ProjectWording:
    """A way to tell of a project.

    Attributes:
        pattern: over the reading; `np` is the project, perhaps behind its investor, `inv` the
            investor, `m` its amount.
        examples: the reading, and what `np` and `inv` give.
    """

    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str, str | None], ...]


def _wording(pattern: str, *examples: tuple[str, str, str | None]) -> ProjectWording:
    return ProjectWording(re.compile(pattern), examples)


WORDINGS = (
    _wording(
        rf"{_ORG},? {_MOD}(?:invest(?:s|ed|ing)?|spend(?:s|ing)?|puts?|putting|pour(?:s|ed|ing)?|set(?:s|ting)? aside|allocat(?:es|ed|ing)) {_M} (?:to {_BUILD}|into|in|on|for) {_NP}",
        ("Lorem Foods will invest Ⓜ to build a noodle plant", "noodle plant", "Lorem Foods"),
        ("Lorem Foods invested Ⓜ in the fruit juice project", "fruit juice project", "Lorem Foods"),
    ),
    _wording(
        rf"{_ORG},? {_MOD}(?:invest(?:s|ed|ing)?|spend(?:s|ing)?) (?P<build>{_BUILD}) {_NP}[^;.Ⓜ]{{0,50}}?{_COST}{_M}"
    ),
    _wording(
        rf"{_NP},? (?:which is |was |to be )?(?:invested(?: in)?|built|developed|undertaken|constructed|contracted|financed) by {_ORG},?(?: with| at| for| (?:with )?an? (?:total )?investment of| and)* ?{_M}",
        (
            "a hydraulic cylinders project invested by Lorem Hydraulic with Ⓜ",
            "hydraulic cylinders project",
            "Lorem Hydraulic",
        ),
    ),
    _wording(
        rf"{_NP}(?: (?:in|at) {_CAP}(?: {_CAP})*)?,? with (?:an? )?(?:total |planned |combined )?investment of {_M} by {_ORG}",
        (
            "the Lorem Logistics Park project with an investment of Ⓜ by Ipsum Group",
            "Lorem Logistics Park project",
            "Ipsum Group",
        ),
    ),
    _wording(
        rf"{_ORG}(?:\.? {_CAP})?, with an? (?:total )?investment of {_M}, {_MOD}(?:{_PLAN} )?{_NP}",
        (
            "Lorem Knitting, with an investment of Ⓜ, will build a sock factory",
            "sock factory",
            "Lorem Knitting",
        ),
    ),
    _wording(
        rf"{_NP}(?: (?:in|at) [A-Z][\w ]+?)?,? with (?:an? )?(?:total |planned )?investment of {_M}",
    ),
    _wording(
        rf"{_ORG},? {_MOD}(?:{_PLAN}|build|open) (?:an? |the )?{_M} {_NP}",
        (
            "Lorem Foil plans a Ⓜ third phase of its foil base",
            "third phase of its foil base",
            "Lorem Foil",
        ),
    ),
    _wording(
        rf"{_NP} (?:of|by|from) {_ORG},?{_COST}{_M}",
        (
            "the first phase of a wafer base by Lorem Semiconductor, at Ⓜ",
            "first phase of a wafer base",
            "Lorem Semiconductor",
        ),
    ),
    _wording(
        rf"(?:an? |the )?{_M} {_NP},? (?:to be )?(?:(?:developed|funded|financed|built|backed|proposed|invested|promoted|set up|owned) by|of|by|from) {_ORG}",
        ("a Ⓜ data center of Lorem Cloud", "data center", "Lorem Cloud"),
    ),
    _wording(
        rf"{_NP},? of {_M} (?:of|by|from) {_ORG}|{_NP.replace('np', 'np2')} {_M.replace('m', 'm2')} (?:of|by|from) {_ORG.replace('inv', 'inv2')}",
        (
            "the wiring harness project of Ⓜ of Lorem Electronics",
            "wiring harness project",
            "Lorem Electronics",
        ),
    ),
    _wording(
        rf"{_ORG},? {_MOD}{_PLAN} {_NP}[^;.Ⓜ]{{0,60}}?{_COST}{_M}",
        ("Lorem Power will build a wind farm on the ridge for Ⓜ", "wind farm", "Lorem Power"),
        (
            "Lorem AS of Norway proposes a Ⓠ ammonia plant in Ipsum for Ⓜ",
            "Ⓠ ammonia plant",
            "Lorem AS",
        ),
    ),
    _wording(
        rf"{_NP}, {_ORG}, ?{_M}",
        ("rice processing center, Lorem Group,Ⓜ", "rice processing center", "Lorem Group"),
    ),
    _wording(
        rf"{_NP} (?:[^.;Ⓜ]{{0,60}} )?has (?:an? |the )?total investment of {_M}",
    ),
    _wording(
        rf"{_NP}(?:,? (?:invested|costs?|costing|worth|at|of|for))? ?[,(]? ?{_M}",
        ("the homestay cluster (Ⓜ)", "homestay cluster", None),
        ("Lorem Biological walnut oil project Ⓜ", "Lorem Biological walnut oil project", None),
    ),
    _wording(
        rf"\b(?:including|and|such as) {_ORG} {_M} (?P<np>[a-z][\w -]{{3,50}}?(?: \([^)]*\))?)(?= and\b|,|\.|$)",
        ("including Lorem Group Ⓜ photovoltaic glass and", "photovoltaic glass", "Lorem Group"),
    ),
    _wording(
        rf"{_ORG},? {_MOD}{_PLAN} {_NP}",
        ("Lorem Looms signed for a textile park", "textile park", "Lorem Looms"),
    ),
)
_EXAMPLE = re.compile(
    rf"(?:Among (?:them|these|which)|For (?:example|instance)), {_NP}(?= (?:in|will|is|has|of)\b)"
)
_FIRM = re.compile(
    r"^(?P<inv>[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|&))*?)(?:(?:’s|'s) | (?=[a-z“\"Ⓠ])(?!(?:and|of|for|in|on|at|or)\b))(?P<name>.+)$"
)
_NO_FIRM = re.compile(
    r"^(?:The|A|An|In|At|On|Of|For|It|They|This|These|Other|Phase|Among|Also|There|With|As|And|But|While|From|Investors?|Projects?|Companies|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_NO_NAME = re.compile(
    r"^(?:projects?|(?:\w+ )?(?:of the|the|signed|contracted|investment|these|major|key|such|largest|other|all) .*projects?|.*\bprojects)$|^(?:venture|town|port|zone|unit|base|line|expansion)$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|to|into|on the outskirts of) (?:the )?(?P<place>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|and(?= [A-Z]\w+ (?:Zone|Park))))*(?: division)?)(?! (?:Conference|Week|Forum|Fair))"
)
_NO_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Phase|China|The|Europe|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_JOINT = re.compile(
    r"\b(?:together|altogether|in all|for the lot|between them|combined|in total|as a package|total price tag|the two (?:are|total|cost)|jointly|two projects of|for both)\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    rf"(?:(?<=[ ,:])|^)(?:an?|the|its|The|and|one) {_NP.removeprefix('(?:(?:an?|the|its|another|one|their|this|also) )*')}|(?:, | and ){_NP.replace('np', 'np2')}"
)
_MONEY_LIST = re.compile(r"Ⓜ(?:(?:, | and |, and )Ⓜ)+")
_TALK = re.compile(r"\b(?:said|told|asked|according to)\b")


def read_named(
    reading: Reading,
    background: Background,
    groups: Sequence[Group],
    *,
    claimed: frozenset[int],
) -> Named:
    """Return the projects that an English article names."""
    named = Named()
    taken = set(claimed)
    for sentence in reading.sentences:
        reader = _SentenceReader(reading, background, sentence, taken)
        found = sorted(reader.read(), key=lambda project: project.name)
        end = sentence.start + len(sentence.text)
        for index, project in enumerate(found):
            stop = found[index + 1].start if index + 1 < len(found) else end
            if project.place is None:
                project.place = _place(reading, project.name[1], stop)
            complete(reading, project, sentence, stop, groups, taken)
        named.projects += found
        named.joint += reader.joint
    return named


class _SentenceReader:
    def __init__(
        self, reading: Reading, background: Background, sentence: Sentence, taken: set[int]
    ) -> None:
        self._reading = reading
        self._background = background
        self._sentence = sentence
        self._text = sentence.text
        self._taken = taken
        self._used: list[Span] = []
        self.joint: list[Group] = []

    def read(self) -> Iterator[Project]:
        yield from self._dealt()
        for wording in WORDINGS:
            for found in wording.pattern.finditer(self._text):
                project = self._project(found)
                if project:
                    yield project
        if found := _EXAMPLE.search(self._text):
            project = self._project(found, is_example=True)
            if project:
                yield project

    def _dealt(self) -> Iterator[Project]:
        """Deal a list of amounts out to the projects named before it."""
        for found in _MONEY_LIST.finditer(self._text):
            places = [at for at in range(*found.span()) if self._text[at] == MONEY]
            if any(self._mark(at).figure.id in self._taken for at in places):
                continue
            names = [
                span
                for name in _NAMES.finditer(self._text, 0, found.start())
                if (span := name.span("np") if name.group("np") else name.span("np2"))
            ][-len(places) :]
            if len(names) < len(places) or names[-1][1] < found.start() - 60:
                continue
            yield from self._deal(names, places)

    def _deal(self, names: Sequence[Span], places: Sequence[int]) -> Iterator[Project]:
        investors = self._investors_before(names[0][0])
        for index, (name, place) in enumerate(zip(names, places, strict=True)):
            own = investors
            if len(investors) == len(names):
                own = [investors[index]]
            project = self._new(name, name[0], name[1], own)
            self._pay(project, place)
            self._used.append(name)
            yield project

    def _investors_before(self, end: int) -> list[Span]:
        """Return the firms that are the subject of what follows them."""
        found = None
        for found in re.finditer(
            rf"(?P<all>{_CAP}(?: {_CAP})*(?:(?:, | and |, and ){_CAP}(?: {_CAP})*)*)(?: of (?:the )?[A-Z]\w+)?,? {_MOD}(?:each )?(?:{_PLAN}|{_BUILD}|is moving)\b",
            self._text[:end],
        ):
            pass
        if not found or _NO_FIRM.match(found.group("all")):
            return []
        start = found.start("all")
        return [
            (start + piece.start(), start + piece.end())
            for piece in re.finditer(r"(?:(?!, | and ).)+", found.group("all"))
            for piece in [piece]
            if piece.group().strip() and not piece.group().startswith(("and ", ", "))
        ]

    def _mark(self, place: int):  # noqa: ANN202
        return self._reading.mark(self._sentence.start + place)

    def _project(self, found: re.Match[str], *, is_example: bool = False) -> Project | None:
        suffix = "2" if found.groupdict().get("np2") else ""
        start, end = found.span("np" + suffix)
        if any(a < end and start < b for a, b in self._used):
            return None
        if self._background.reason(self._sentence.start + start) is not None:
            return None
        amount = found.start("m" + suffix) if found.groupdict().get("m" + suffix) else None
        if amount is not None and self._mark(amount).figure.id in self._taken:
            return None
        investors = self._investors(found, "inv" + suffix)
        name, firm = _split(self._text, start, end)
        if firm and not investors:
            investors = [firm]
        if _NO_NAME.search(self._text[name[0] : name[1]]) or (
            amount is None and not investors and not is_example
        ):
            return None
        project = self._new(name, found.start(), found.end(), investors)
        if amount is not None:
            self._pay(project, amount)
        self._used.append((start, end))
        return project

    def _investors(self, found: re.Match[str], group: str) -> list[Span]:
        if not found.groupdict().get(group) or _NO_FIRM.match(found.group(group)):
            return []
        start, end = found.span(group)
        return [(start, end)]

    def _new(self, name: Span, start: int, end: int, investors: Sequence[Span]) -> Project:
        offset = self._sentence.start
        return Project(
            name=(offset + name[0], offset + name[1]),
            start=offset + start,
            end=offset + end,
            investors=[(offset + a, offset + b) for a, b in investors],
        )

    def _pay(self, project: Project, place: int) -> None:
        mark = self._mark(place)
        self._taken.add(mark.figure.id)
        lead = self._text[max(place - 40, 0) : place]
        kind = amount_kind(re.split(r"[,;(]", lead)[-1]) or "investment"
        project.amounts.append((kind, mark))


def _split(text: str, start: int, end: int) -> tuple[Span, Span | None]:
    """Split a project's words into its name and the firm in front of it."""
    if lead := re.match(
        r"(?:(?:and|the|an?|is|are|also|there|other|key|of|The|A|An|its|one)\s+)+", text[start:end]
    ):
        start += lead.end()
    found = _FIRM.match(text[start:end])
    if not found or _NO_FIRM.match(found.group("inv")):
        return (start, end), None
    return (start + found.start("name"), end), (start, start + found.end("inv"))


def _place(reading: Reading, start: int, stop: int) -> Span | None:
    found = _PLACE.search(reading.text, start, min(stop, start + 90))
    if found and not _NO_PLACE.match(found.group("place")):
        return found.span("place")
    return None
