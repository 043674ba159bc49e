"""Which groups a project is said to be an example or a member of, and what they say of it.

A project is a member of a group where words make it one: an example ("such as", 其中), a topic at the
head of its sentence ("in the field of ..."), or a paragraph that counts what one place has and then
goes through it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.sections import section_of
from extractor.models.rules.groups.tellings import Tellings
from extractor.models.rules.projects.chinese_memberships import told_member
from extractor.models.rules.projects.english_members import one_of_counted
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import Reading, Sentence
from extractor.models.rules.words.bilingual import bilingual
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import CAPITAL
from extractor.patterns import Pattern

_EXAMPLE = bilingual(
    r"包括|例如|其中|(?<!不)如|即|分别[是为]|[：:]\s*$|[：；](?:[一二三四]是|一[个宗项家]是|另一个是|还有一[个宗项家]是)|代表性|拿下|最[大高多小强][^，。；]{0,8}[是为]|其[一二三]|，(?:就?是|为)",
    r":\s*$|\b(?:such as|including|includes?|for example|like|among (?:them|these)|led by|largely|chiefly|notably|namely|the (?:largest|biggest|smallest)(?: of (?:them|these|which))?(?: being| is| was)?|one of them)\b",
)
_ANOTHER = bilingual(r"此外|另外|另有|同时，", r"\b(?:in addition|besides|meanwhile|separately)\b")
_AMONG_THEM = bilingual(r"其中|当中", r"\s*(?:Among (?:them|these|which)\b|Of (?:them|these)\b)")
_COUNTED_IN = Pattern(r"[^；。ⒸⓂⓅ]{3,60}?(?:[位名]列其中|榜上有名|赫然在列)")
_TOPIC = Pattern(
    r"\b(?:in (?:the )?(?:fields?|terms?|areas?|sectors?|case) of|in the|in|the|for)\s*$|[在于，：；]$|^\s*$",
    re.IGNORECASE,
)
_TOPIC_END = Pattern(
    r"\s*(?:(?:industry|sector|field|projects?|side),?|has|have|includes?|,|领域|方面|产业|行业|类|板块|(?:投资|创业)?(?:项目|企业)?(?:当?中|里)|上签约的|项目|，)",
    re.IGNORECASE,
)
_CAP = r"[A-Z][\w’'-]+"
_SUBJECT = Pattern(
    rf"\s*(?:[A-Z][^,.;ⒸⓂ]{{2,30}}, )?(?P<place>{_CAP}(?: {_CAP})*?)(?:['’]s (?=[ⒸⓃ])|,? (?:[^,.;ⒸⓂ]{{3,40}}, )?(?:keeps?|took|takes?|collected|signed|got|gets|attracted|received|builds?|landed|started|secured|bagged|won|drew|has|had|came|is|was) )"
)
_SETTING = Pattern(
    r"\W*(?:Also |And )?(?:[Oo]n|[Aa]t|[Ff]rom|[Dd]uring|[Ii]n) (?:the |our own )?(?P<where>[a-z][a-z -]{3,40}?)(?:,| came\b)"
)
_HEADS = Pattern(r"[“\s]*(?:其中，|此外，|另外，)?(?:同?在)?")
_PARTS = Pattern("；")
_KIND_END = Pattern(
    r"(?:产业链?|行业|领域|类|板块|项目)+$|\s+(?:sector|industry|projects?)$", re.IGNORECASE
)
_REGION_END = ("县", "区", "市", "镇", "乡", "州", "旗")
_LONGEST_HEADING = 24
_SEVERAL = 2
_HEAD_SENTENCES = 2
_SHORTEST_TOPIC = 2
_FIELDS = frozenset(["industry"])
_KINDS_ZH = frozenset(["industry", "origin", "investor", "occasion"])


class Paragraphs:
    """The sentences of an article by paragraph."""

    def __init__(self, reading: Reading, groups: Sequence[Group]) -> None:
        """Sort the sentences, and the groups that are told in them."""
        self._reading = reading
        self.is_chinese = reading.article.language == "zh"
        self.dimensions = _KINDS_ZH if self.is_chinese else _FIELDS
        self.by_number: dict[int, list[Sentence]] = {}
        for sentence in reading.sentences:
            self.by_number.setdefault(sentence.paragraph, []).append(sentence)
        self._groups: dict[int, list[Group]] = {}
        for group in groups:
            self._groups.setdefault(group.sentence.paragraph, []).append(group)
        self.topics = [
            group
            for group in groups
            if group.dimension in self.dimensions and len(group.shape) >= _SHORTEST_TOPIC
        ]
        self._regions = dict.fromkeys(
            group.shape
            for group in groups
            if group.dimension == "region" and group.count and group.shape.endswith(_REGION_END)
        )

    def groups(self, sentence: Sentence) -> Sequence[Group]:
        """Return the groups that a sentence's paragraph tells of."""
        return self._groups.get(sentence.paragraph, ())

    def head(self, sentence: Sentence) -> list[Sentence]:
        """Return the first sentences of a sentence's paragraph."""
        return self.by_number.get(sentence.paragraph, [])[:_HEAD_SENTENCES]

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before one in its paragraph."""
        paragraph = self.by_number.get(sentence.paragraph, [])
        index = paragraph.index(sentence) if sentence in paragraph else 0
        return paragraph[index - 1] if index else None

    def place(self, sentence: Sentence, at: int) -> Extent | None:
        """Return the one of the counted regions that Chinese words before a project speak of.

        It heads a sentence of the paragraph up to the project, a part of one, or the section.
        """
        shapes = self._regions
        if len(shapes) < _SEVERAL:
            return None
        here = [s for s in self.by_number.get(sentence.paragraph, []) if s.start < at]
        heading = self._heading(sentence.paragraph)
        for one in [*reversed(here), *([heading] if heading else [])]:
            for head in reversed([0, *(part.end() for part in _PARTS.finditer(one.text))]):
                found = _HEADS.match(one.text, head)
                for shape in shapes:
                    start = one.start + (found.end() if found else head)
                    if start < at and self._reading.text.startswith(shape, start):
                        return start, start + len(shape)
        return None

    def _heading(self, paragraph: int) -> Sentence | None:
        """Return the line above a paragraph that heads its section."""
        for number in range(paragraph - 1, 0, -1):
            told = self.by_number.get(number, [])
            if len(told) == 1 and len(told[0].text) < _LONGEST_HEADING and "。" not in told[0].text:
                return told[0]
        return None

    def section(self, groups: Sequence[Group], sentence: Sentence) -> Group | None:
        """Return the group that heads the section of a list which a sentence stands in."""
        return section_of(groups, self.by_number, sentence.paragraph, self._groups)

    def section_at(self, groups: Sequence[Group], at: int) -> Group | None:
        """Return the group that heads the section which the line at an offset stands in."""
        following = bisect_right(self._reading.sentences, at, key=attrgetter("start"))
        return self.section(groups, self._reading.sentences[following - 1]) if following else None

    def subject(self, sentence: Sentence) -> Extent | None:
        """Return the place that the paragraph is about: its first subject."""
        if self._reading.article.language == "zh":
            return None
        head = self.head(sentence)
        found = _SUBJECT.match(head[0].text) if head else None
        if not found:
            return None
        start, end = found.span("place")
        return head[0].start + start, head[0].start + end


def assign_groups(
    reading: Reading, projects: Sequence[NamedProject], groups: Sequence[Group]
) -> None:
    """Add to projects the groups that the text makes them members of, their place and field.

    Args:
        reading: the article.
        projects: its projects, which are changed.
        groups: the event's groups.
    """
    paragraphs = Paragraphs(reading, groups)
    starts = sorted(project.name[0] for project in projects)
    told = Tellings(reading, groups, paragraphs.by_number, starts)
    for project in projects:
        _assign(project, groups, paragraphs)
        if project.sentence and not project.groups:
            group = told.group_of(project.sentence, *project.name)
            if group is None and not paragraphs.is_chinese:
                following = bisect_right(starts, project.name[0])
                until = starts[following] if following < len(starts) else len(reading.text)
                group = one_of_counted(reading, project, groups, until)
            project.groups += [group] if group else []
        if paragraphs.is_chinese and not project.groups:
            project.groups += told_member(reading, project, groups)
        if not paragraphs.is_chinese and (region := _region_at(reading, project, groups)):
            _join(project, region)
        for group in _groups_of_row(reading, project, groups, paragraphs):
            _join(project, group)
    _nest_joint(projects, groups)


def _groups_of_row(
    reading: Reading, project: NamedProject, groups: Sequence[Group], paragraphs: Paragraphs
) -> Iterator[Group]:
    """Give the groups that head a row's part of the table, or are named in other cells of it."""
    if project.row and (section := paragraphs.section_at(groups, project.row[0][0])):
        yield section
    aside = {project.name, project.place, *project.investors}
    for cell in project.row:
        words = _KIND_END.sub("", reading.text[slice(*cell)]).lower()
        if cell in aside or len(words) < _SHORTEST_TOPIC:
            continue
        named = [g for g in groups if _KIND_END.sub("", g.shape).lower() == words]
        if len(named) == 1:
            yield named[0]


def _nest_joint(projects: Sequence[NamedProject], groups: Sequence[Group]) -> None:
    """Let what is told of several projects together be a part of the group that all are members of."""
    told = {id(group) for group in groups}
    members: dict[int, tuple[Group, list[NamedProject]]] = {}
    for project in projects:
        for joint in project.groups:
            if id(joint) not in told:
                members.setdefault(id(joint), (joint, []))[1].append(project)
    for joint, own in members.values():
        wider = [g for g in own[0].groups if id(g) in told and all(g in p.groups for p in own)]
        if len(own) > 1 and len(wider) == 1:
            joint.parent = wider[0]


def _assign(project: NamedProject, groups: Sequence[Group], paragraphs: Paragraphs) -> None:
    sentence = project.sentence
    if sentence is None:
        return
    at = project.name[0]
    if section := paragraphs.section(groups, sentence):
        _join(project, section)
    topic = _topic_of(paragraphs.topics, sentence, at)
    if topic:
        group, field = topic
        project.industry = None if paragraphs.is_chinese else field
        _join(project, group)
        return
    example = _example_of(paragraphs.groups(sentence), sentence, at, paragraphs) or _occasion_of(
        groups, sentence
    )
    if example:
        _join(project, example)
    if paragraphs.is_chinese and project.place is None:
        project.place = paragraphs.place(sentence, at)
    region = _region_of(paragraphs.groups(sentence), sentence, at, paragraphs)
    if region:
        _join(project, region)
        place = paragraphs.subject(sentence)
        if project.place is None and region.shape:
            own = (region.label_at, region.label_at + len(region.shape))
            project.place = own if _is_place(region, sentence) else place or own


def _region_at(reading: Reading, project: NamedProject, groups: Sequence[Group]) -> Group | None:
    """Return the one counted region whose name is that of a project's place."""
    if project.place is None or any(group.dimension == "region" for group in project.groups):
        return None
    place = reading.quote(*project.place)
    named = [g for g in groups if g.dimension == "region" and g.count and g.label == place]
    return named[0] if len(named) == 1 else None


def _is_place(group: Group, sentence: Sentence) -> bool:
    """Return whether a group bears its place's name."""
    return group.dimension == "region" or (
        group.sentence is sentence and bool(CAPITAL.match(group.shape))
    )


def _join(project: NamedProject, group: Group) -> None:
    if group not in project.groups:
        project.groups.append(group)


def _topic_of(groups: Sequence[Group], sentence: Sentence, at: int) -> tuple[Group, Extent] | None:
    """Return the field that heads the sentence, or its part up to a project, and bears its name."""
    head = sentence.text[: at - sentence.start]
    found: dict[int, tuple[Group, Extent]] = {}
    for group in groups:
        label = group.topic
        place = head.rfind(label)
        if place < 0 or group.at >= sentence.start:
            continue
        if _TOPIC.search(head[:place]) and _TOPIC_END.match(head, place + len(label)):
            start = sentence.start + place
            found[place] = group, (start, start + len(label))
    return found[max(found)] if found else None


def _example_of(
    groups: Sequence[Group], sentence: Sentence, at: int, paragraphs: Paragraphs
) -> Group | None:
    """Return the group of which the words before a project make it an example."""
    before = [g for g in groups if g.sentence is sentence and g.at < at and not g.is_whole]
    if before:
        last = max(before, key=lambda group: group.at)
        between = sentence.text[last.at - sentence.start : at - sentence.start]
        behind = sentence.text[at - sentence.start :]
        is_example = _EXAMPLE.search(between) or _COUNTED_IN.match(behind)
        return last if is_example and not _ANOTHER.search(between) else None
    previous = paragraphs.before(sentence)
    if previous and _AMONG_THEM.match(sentence.text):
        told = [g for g in groups if g.sentence is previous and not g.is_whole]
        return told[0] if len(told) == 1 else None
    return None


def _occasion_of(groups: Sequence[Group], sentence: Sentence) -> Group | None:
    """Return the occasion that an English sentence sets its projects in: "At the main venue, ..."."""
    head = _SETTING.match(sentence.text)
    if head is None:
        return None
    where = head.group("where").lower()
    told = [g for g in groups if g.dimension == "occasion" and g.sentence is not sentence]
    return next((g for g in told if g.shape.lower().endswith(where)), None)


def _region_of(
    groups: Sequence[Group], sentence: Sentence, at: int, paragraphs: Paragraphs
) -> Group | None:
    """Return the place whose projects the paragraph goes through one by one."""
    regions = [group for group in groups if group.dimension == "region" and group.at < at]
    told = [g for g in groups if g.sentence is sentence and g.at < at and CAPITAL.match(g.shape)]
    if told and ", where " in sentence.text[: at - sentence.start]:
        return told[-1]
    opening = [group for group in regions if sentence.text.lstrip().startswith(group.shape)]
    if opening:
        return opening[-1]
    if regions:
        return max(regions, key=lambda group: group.at)
    if paragraphs.subject(sentence) is None:
        return None
    heads = paragraphs.head(sentence)
    counted = [g for g in groups if g.count and g.sentence in heads and g.at < at]
    subject = heads[0].text.strip()
    named = [group for group in counted if group.shape and subject.startswith(group.shape)]
    if named:
        return named[0]
    return counted[0] if len(counted) == 1 and not counted[0].parent else None
