"""Named projects in English news."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.models.rules.amounts import amount_kind
from extractor.models.rules.background import Background
from extractor.models.rules.groups import Group
from extractor.models.rules.mentions import FACILITY, PROPER, Mentions, Span
from extractor.models.rules.projects import Named, Project, complete, joint_group
from extractor.models.rules.reading import MONEY, Mark, Reading, Sentence

_O = r"Ⓘ(?: of (?:the )?Ⓘ(?: of Ⓘ)?| \(Ⓘ(?: of Ⓘ)?\))?"
_FIRMS = rf"(?P<i>{_O}(?:(?:, (?:and )?| and ){_O})*)"
_DET = r"(?:(?:an?|the|its|another|one|their|this|also|two|three|both) )*"
_TAIL = r"(?: (?:for|of|on|up|making|that|with|attached|at) (?!Ⓜ)[^,;ⒾⒻⓂ]{1,40}?)?"
_F = rf"(?P<f>Ⓕ(?:{_TAIL}(?:, (?:and )?| and )(?:next door to it, )?{_DET}Ⓕ)*)"
_M = r"(?P<m>Ⓜ(?:(?:, (?:and )?| and )(?:at )?Ⓜ)*)"
_MOD = r"(?:(?:which|who|will|plans? to|is to|are to|intends? to|agreed to|would|has|have|also|decided to|is|it|they|both|each|together|jointly) )*"
_BUILD = r"(?:build(?:ing)?|set(?:ting)? up|open(?:ing)?|construct(?:ing)?|establish(?:ing)?|develop(?:ing)?|install(?:ing)?|put(?:ting)? up|launch|erect|expand|create|run|locate|relocate|moving|turn|convert)"
_PLAN = rf"(?:{_BUILD}|propos(?:es|ed)|plans?|planned|signed (?:up )?for|signed|is behind|pays? for|committed to|unveiled|pledged|received the approval for|granted a certificate for|share the cost of)"
_SPEND = r"(?:invest(?:s|ed|ing)?|spend(?:s|ing)?|puts?|putting|pour(?:s|ed|ing)?|set(?:s|ting)? aside|allocat(?:es|ed|ing)|earmark(?:s|ed))"
_MADE_BY = r"(?:invested(?: in)?|built|developed|undertaken|constructed|contracted|financed|funded|backed|proposed|owned|set up|erected|run|operated) by|the work of"
_COST = r"(?:\b(?:for|at|worth|costing|cost|costs|of|to the tune of|budgets|which puts the bill at|to which it allots|with)\b[^;ⒾⒻⓂ]{0,30}|, |: | \(|, together |— ?)"


@dataclass(frozen=True, slots=True)
class ProjectWording:
    """A way to tell of projects.

    Attributes:
        pattern: over a sentence with its names as letters (`mentions`); `f` holds the projects, `i`
            their investors, `m` the amounts.
        examples: sentences of the reading that it reads, as it sees them.
    """

    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def _wording(pattern: str, *examples: str) -> ProjectWording:
    return ProjectWording(re.compile(pattern), examples)


_WORDINGS = (
    _wording(
        rf"(?:{_FIRMS}|(?P<it>\bIt|\bThe (?:company|firm|group))),?(?:,[^,;ⓂⒻⒾ]{{3,60}},)? {_MOD}{_SPEND} {_M} (?:to {_BUILD} (?:[^,;ⓂⒻ]{{0,30}} into )?|into |in |on |for ){_DET}{_F}",
        "Ⓘ will invest Ⓜ to build a Ⓕ",
        "Ⓘ of the Ⓘ is to invest Ⓜ in a Ⓕ",
        "Ⓘ, which will put Ⓜ into a Ⓕ",
    ),
    _wording(rf"{_FIRMS} {_M} (?:on|for|in) {_DET}{_F}", "and Ⓘ Ⓜ on a Ⓕ making Ⓠ"),
    _wording(
        rf"{_FIRMS},? {_MOD}{_PLAN} {_DET}{_M} {_F}",
        "Ⓘ plans a Ⓜ Ⓕ",
    ),
    _wording(
        rf"{_FIRMS}(?:\.? Ⓘ)?, with an? (?:total )?investment of {_M}, {_MOD}(?:{_PLAN} )?{_DET}(?:annual output of )?{_F}",
        "Ⓘ, with an investment of Ⓜ, will build a Ⓕ",
    ),
    _wording(
        rf"{_F}(?: of Ⓘ| on (?:the )?Ⓘ| in (?:the )?Ⓘ)?,? (?:[a-z]+ ){{0,4}}?(?:{_MADE_BY}) {_FIRMS},?(?: as a package, and the (?:two|Ⓒ|Ⓝ) are| {_COST}|,| with| at| for)? ?(?:[a-z ]{{0,30}}){_M}",
        "an Ⓕ invested by Ⓘ with Ⓜ",
        "A Ⓕ on Ⓘ is to be erected by Ⓘ for Ⓜ",
    ),
    _wording(
        rf"{_F}(?: (?:in|at) (?:the )?Ⓘ)?,? with (?:an? )?(?:total |planned |combined )?(?:investment|capital) of {_M}(?: by {_FIRMS})?",
        "the Ⓕ with an investment of Ⓜ by Ⓘ",
    ),
    _wording(
        rf"{_M} {_F},? (?:to be )?(?:{_MADE_BY}|of|by|from) {_FIRMS}",
        "a Ⓜ Ⓕ developed by Ⓘ",
    ),
    _wording(
        rf"{_F},? of {_M} of {_FIRMS}",
        "the Ⓕ of Ⓜ of Ⓘ",
    ),
    _wording(
        rf"{_FIRMS},? (?:[a-z]+ed Ⓒ [a-z]+(?: at Ⓒ [a-z]+)?[,:] (?:for )?|{_MOD}{_PLAN} )(?:[^,;.ⓂⒻⒾ]{{0,30}}(?: into| of) )?{_DET}{_F}(?:(?! and Ⓘ)[^;ⓂⒻ]){{0,70}}?{_COST}{_M}",
        "Ⓘ will build a Ⓕ on the ridge for Ⓜ",
        "Ⓘ and Ⓘ will install a Ⓕ and an Ⓕ, at Ⓜ and Ⓜ respectively",
    ),
    _wording(
        rf"{_F}(?:, [^,;ⒾⒻⓂ]{{3,50}},)? (?:of|by|from) (?:the )?{_FIRMS},?(?: \(|:|,)?[^;ⒾⒻⓂ]{{0,30}}?{_M}",
        "the Ⓕ by Ⓘ, at Ⓜ",
    ),
    _wording(
        rf"{_F} that {_FIRMS} {_MOD}{_BUILD}(?: at Ⓘ)?[^;ⓂⒻⒾ]{{0,30}}{_M}",
        "the Ⓕ that Ⓘ will build at Ⓘ for Ⓜ",
    ),
    _wording(
        rf"{_F}[^.;ⓂⒻ]{{0,90}}, in which (?:the )?{_FIRMS} {_MOD}{_SPEND} {_M}",
        "the Ⓕ on the Ⓘ, in which the Ⓘ is to invest Ⓜ",
    ),
    _wording(rf"{_F}, {_FIRMS}, ?{_M}", "a Ⓕ, Ⓘ, Ⓜ"),
    _wording(
        rf"{_FIRMS}(?:’s|'s)? {_F}(?:, [^,;ⒾⒻⓂ]{{3,50}},)?(?: will cost|:| costs| at|,| \(|) ?{_M}",
        "Ⓘ Ⓕ Ⓜ",
        "Ⓘ's Ⓕ, laid out for Ⓠ a year, will cost Ⓜ",
    ),
    _wording(
        rf"{_F}(?: [^.;,ⓂⒻ]{{0,60}})? (?:has|have) (?:an? |the )?total investment of {_M}",
        "The Ⓕ where the main venue is located has a total investment of Ⓜ",
    ),
    _wording(
        rf"{_F}(?: of (?:the )?Ⓘ)?,?(?: (?:worth|at|of|for|invested|costing|estimated at|valued at))?(?: in total)? ?\(?{_M}",
        "the Ⓕ (Ⓜ)",
    ),
    _wording(
        rf"\b(?:including|such as|and) {_FIRMS} {_M} (?P<n>[a-z][\w -]{{3,50}}?(?: \([^)]*\))?)(?= and\b|,|\.|$)",
        "including Ⓘ Ⓜ photovoltaic glass and",
    ),
    _wording(
        rf"{_FIRMS},? {_MOD}{_PLAN} {_DET}{_F}",
        "Ⓘ signed for a Ⓕ",
    ),
    _wording(
        rf"\b(?:Among (?:them|these|which)|For (?:example|instance)), {_DET}{_F}(?= (?:in|will|is|has|of)\b)",
        "Among them, the Ⓕ in Ⓘ will be led",
    ),
)
WORDINGS = _WORDINGS

_PLACE = re.compile(
    r"\b(?:in|at|to|into|on the outskirts of) (?:the )?(?P<place>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|and(?= [A-Z]\w+ (?:Zone|Park))))*(?: division)?)(?! (?:Conference|Week|Forum|Fair|Summit|Meet))"
)
_PLACE_BEFORE = re.compile(r"^\W*In (?:the )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*), $")
_NO_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Phase|China|The|Europe|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_JOINT = re.compile(
    r"\b(?:together|altogether|in all|for the lot|between them|combined|in total|as a package|total price tag|(?:two|both) (?:are|total|cost)|jointly|Ⓒ projects of|share)\b"
)
_CONTINUED = re.compile(
    r"^\W*(?:After|Once|Upon|When|It\b|The project\b|The (?:plant|park|factory|base|facility|company)\b)"
)
_MAY_TELL = re.compile(r"Ⓜ|signed|will|plan|Among|is to|propos")


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
    subject: Span | None = None
    for sentence in reading.sentences:
        if not _MAY_TELL.search(sentence.text):
            continue
        reader = _SentenceReader(reading, background, sentence, taken, subject)
        found = sorted(reader.read(), key=lambda project: project.name)
        subject = reader.subject
        end = sentence.start + len(sentence.text)
        for index, project in enumerate(found):
            stop = found[index + 1].start if index + 1 < len(found) else end
            project.place = project.place or _place(reading, sentence, project, stop)
            complete(reading, project, sentence, max(stop, project.name[1]), groups, taken)
        if not found and named.projects and _CONTINUED.match(sentence.text):
            complete(
                reading, named.projects[-1], sentence, end, groups, taken, start=sentence.start
            )
        named.projects += found
        named.joint += reader.joint
    return named


class _SentenceReader:
    def __init__(
        self,
        reading: Reading,
        background: Background,
        sentence: Sentence,
        taken: set[int],
        subject: Span | None,
    ) -> None:
        self._reading = reading
        self._background = background
        self._sentence = sentence
        self._taken = taken
        self._mentions = Mentions(sentence.text)
        self._used: set[Span] = set()
        self._subject_before = subject
        firms = self._mentions.names(PROPER, 0, len(self._mentions.text))
        self.subject = self._moved(firms[0]) if firms else subject
        self.joint: list[Group] = []

    def read(self) -> Iterator[Project]:
        text = self._mentions.text
        for wording in _WORDINGS:
            for found in wording.pattern.finditer(text):
                yield from self._projects(found)

    def _projects(self, found: re.Match[str]) -> list[Project]:
        parts = found.groupdict()
        names = self._names(found)
        amounts = self._amounts(found) if parts.get("m") else []
        if amounts is None or any(name in self._used for name in names):
            return []
        if self._background.reason(self._sentence.start + names[0][0]) is not None:
            return []
        firms = self._firms(found)
        projects = [self._new(name, found) for name in names]
        if len(firms) == len(amounts) > len(names) == 1:
            projects = [self._new(names[0], found) for _ in firms]
        self._used.update(names)
        self._share_out(projects, firms, amounts)
        return projects

    def _share_out(
        self, projects: Sequence[Project], firms: Sequence[Span], amounts: Sequence[Mark]
    ) -> None:
        """Deal firms and amounts out where there are as many as projects; else all share them."""
        for index, project in enumerate(projects):
            own = [firms[index]] if len(firms) == len(projects) else firms
            project.investors = list(own)
            if len(amounts) == len(projects):
                self._pay(project, amounts[index])
        if len(amounts) == 1 < len(projects):
            joint = joint_group(self._reading, projects, amounts[0], self._sentence)
            self._taken.add(amounts[0].figure.id)
            self.joint.append(joint)

    def _names(self, found: re.Match[str]) -> list[Span]:
        if found.groupdict().get("n"):
            start, end = found.span("n")
            return [(self._mentions.origin(start), self._mentions.origin(end))]
        return self._mentions.names(FACILITY, *found.span("f"))

    def _amounts(self, found: re.Match[str]) -> list[Mark] | None:
        """Return the amounts, None where one of them has its item already."""
        start, end = found.span("m")
        marks = [
            self._reading.mark(self._sentence.start + self._mentions.origin(at))
            for at in range(start, end)
            if self._mentions.text[at] == MONEY
        ]
        return None if any(mark.figure.id in self._taken for mark in marks) else marks

    def _firms(self, found: re.Match[str]) -> list[Span]:
        parts = found.groupdict()
        if parts.get("it"):
            return [self._subject_before] if self._subject_before else []
        if not parts.get("i"):
            return []
        start = found.start("i")
        firms = []
        for one in re.finditer(_O, parts["i"]):
            firms += self._mentions.names(PROPER, start + one.start(), start + one.start() + 1)
        return [self._moved(firm) for firm in firms]

    def _moved(self, span: Span) -> Span:
        return self._sentence.start + span[0], self._sentence.start + span[1]

    def _new(self, name: Span, found: re.Match[str]) -> Project:
        offset = self._sentence.start
        return Project(
            name=self._moved(name),
            start=offset + min(self._mentions.origin(found.start()), name[0]),
            end=offset + self._mentions.origin(found.end()),
        )

    def _pay(self, project: Project, mark: Mark) -> None:
        self._taken.add(mark.figure.id)
        before = self._reading.article.text[max(mark.start - 40, 0) : mark.start]
        kind = amount_kind(re.split(r"[,;(]", before)[-1]) or "investment"
        project.amounts.append((kind, mark))


def _place(reading: Reading, sentence: Sentence, project: Project, stop: int) -> Span | None:
    start = project.name[1]
    found = _PLACE.search(reading.text, start, min(stop, start + 90))
    if found and not _NO_PLACE.match(found.group("place")):
        return found.span("place")
    before = _PLACE_BEFORE.match(reading.text[sentence.start : project.start])
    if before:
        return sentence.start + before.start("place"), sentence.start + before.end("place")
    return None
