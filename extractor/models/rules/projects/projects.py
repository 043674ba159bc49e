"""Named projects: investor, place, amounts, targets, and the groups they are examples of."""

from collections.abc import Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.news.background import Background
from extractor.models.rules.projects import tails
from extractor.models.rules.projects.antecedents import (
    behind_firm_taken_up,
    firm_before,
    firm_meant,
    firm_taken_up,
)
from extractor.models.rules.projects.chinese_blocks import entries_of
from extractor.models.rules.projects.chinese_projects import chinese_mentions
from extractor.models.rules.projects.english_projects import english_mentions
from extractor.models.rules.projects.named import NamedProject, NamedProjects
from extractor.models.rules.projects.outlays import Outlays
from extractor.models.rules.projects.repeats import unite_repeats
from extractor.models.rules.projects.sequels import Sequels
from extractor.models.rules.projects.tables import table_projects, unite_rows
from extractor.models.rules.reading.cells import is_row
from extractor.models.rules.reading.reading import COUNT, THING, Mark, Reading, Sentence
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import LEAST_OUTLAY
from extractor.patterns import Pattern

_UP_TO_COUNT = Pattern("等?(?:项目)?")
"""What stands between names with the word of their group and how many they are: X、Y等商贸项目Ⓝ."""


def find_projects(
    reading: Reading, background: Background, *, claimed: frozenset[int] = frozenset()
) -> NamedProjects:
    """Find the named projects of an article.

    Args:
        reading: the article.
        background: where its figures are put aside.
        claimed: ids of figures that belong to agreements.
    """
    return _Finder(reading, background, claimed).find()


class _Finder:
    def __init__(self, reading: Reading, background: Background, claimed: frozenset[int]) -> None:
        self._reading = reading
        self._background = background
        self._outlays = Outlays(reading, background, claimed)
        self._sequels = Sequels(reading, self._outlays)
        self._is_chinese = reading.article.language == "zh"
        self._text = reading.text
        self._offered = tails.OFFERED_ZH if self._is_chinese else tails.OFFERED_EN
        self._mentions = chinese_mentions if self._is_chinese else english_mentions
        self._entries = entries_of(reading) if self._is_chinese else {}
        self._entry_lines = range(0)
        self._is_in_list = False
        self._last: list[NamedProject] = []
        """The projects that the next sentence may go on about."""
        self._previous: Sentence | None = None
        self._found = NamedProjects()

    def find(self) -> NamedProjects:
        for sentence in self._reading.sentences:
            self._read(sentence)
        rows = list(table_projects(self._reading))
        self._found.projects += unite_rows(self._reading, self._found.projects, rows)
        if self._is_chinese:
            self._found.projects = unite_repeats(self._reading, self._found.projects)
            self._found.described |= self._outlays.parts | _counts_of_dealt(self._found.joint)
        self._found.joint = [group for group in self._found.joint if group.amounts]
        return self._found

    def _read(self, sentence: Sentence) -> None:
        """Read a sentence that names projects, or goes on about those named last."""
        if self._is_row(sentence) or self._offered.search(sentence.text):
            self._last = []
            return
        mentions = self._free_mentions(sentence)
        self._is_in_list = self._is_entry_tail(sentence)
        if mentions:
            self._take(mentions, sentence)
        elif self._continues(sentence):
            self._go_on(sentence)
        elif self._is_chinese or not tails.QUOTE.match(sentence.text):
            self._last = []
        self._previous = sentence

    def _is_row(self, sentence: Sentence) -> bool:
        """Return whether a sentence is a row of a table, and no entry with its fields in a line."""
        if not self._is_chinese:
            return "\t" in sentence.text
        is_told = sentence.start in self._entries or self._is_entry_tail(sentence)
        return not is_told and is_row(sentence.text)

    def _free_mentions(self, sentence: Sentence) -> list[Mention]:
        """Return the projects that a sentence names, without those put aside; an entry is one."""
        entry = self._entries.get(sentence.start)
        if entry:
            told = [entry.mention]
        elif self._is_entry_tail(sentence):
            return []
        else:
            told = self._mentions(sentence.text)
        mentions = [mention for mention in told if self._is_free(sentence, mention)]
        if entry and mentions:
            self._entry_lines = range(sentence.paragraph, sentence.paragraph + 1 + entry.lines)
        return mentions

    def _take(self, mentions: Sequence[Mention], sentence: Sentence) -> None:
        """Enter the projects that a sentence names, each with what is said up to the next."""
        base = sentence.start
        stops = [*(later.start for later in mentions[1:]), len(sentence.text)]
        before: list[NamedProject] = []
        known = len(self._found.projects)
        for mention, stop in zip(mentions, stops, strict=True):
            projects = self._enter(mention, sentence)
            self._describe(base + mention.start, base + stop)
            if not self._is_chinese:
                if not before:
                    self._point_back(projects, sentence)
                self._take_builder(projects, sentence, mention.names[-1][1], stop)
            self._sequels.read(
                projects, base + mention.end, base + stop, before, is_in_list=self._is_in_list
            )
            before = projects
        if self._is_chinese:
            self._sequels.read_common_place(self._found.projects[known:], sentence)
        self._last = before

    def _go_on(self, sentence: Sentence) -> None:
        """Read what a sentence without names says of the projects named last."""
        end = sentence.start + len(sentence.text)
        self._take_investor(self._last, sentence)
        self._describe(sentence.start, end)
        self._sequels.read(self._last, sentence.start, end, is_in_list=self._is_in_list)

    def _is_free(self, sentence: Sentence, mention: Mention) -> bool:
        offsets = [mention.names[0][0], *(at for _, at in mention.amounts)]
        return all(self._background.reason(sentence.start + at) is None for at in offsets) and all(
            self._is_outlay(sentence.start + at) for _, at in mention.amounts
        )

    def _is_outlay(self, at: int) -> bool:
        """Return whether an amount is large enough to build anything; Chinese ones are."""
        return self._is_chinese or (self._reading.mark(at).figure.value or 0) >= LEAST_OUTLAY

    def _is_entry_tail(self, sentence: Sentence) -> bool:
        """Return whether a sentence goes on with an entry, in its line, or below a bare name."""
        return sentence.paragraph in self._entry_lines

    def _continues(self, sentence: Sentence) -> bool:
        """Return whether a sentence without names is about the projects named last."""
        if not self._last or self._previous is None:
            return False
        if self._is_entry_tail(sentence):
            return True
        pattern = tails.CONTINUES_ZH if self._is_chinese else tails.CONTINUES_EN
        text = sentence.text.strip()
        if not self._is_chinese and tails.INVESTS.match(text):
            return True
        return sentence.paragraph == self._previous.paragraph and bool(pattern.match(text))

    def _describe(self, start: int, end: int) -> None:
        """Claim the counts that only describe a project: "a 5,000-rack computing center"."""
        for at, mark in self._reading.marks(start, end):
            if self._text[at] not in COUNT + THING:
                continue
            if self._text.startswith("-", at + 1) or self._is_equipment(start, at, end):
                self._found.described.add(mark.figure.id)

    def _is_equipment(self, start: int, at: int, end: int) -> bool:
        """Return whether a count is of what a project or its firm has: 安装机架Ⓒ, which runs Ⓒ mills."""
        if not self._is_chinese:
            return bool(tails.ASIDE_COUNT.search(self._text, start, at))
        lead = tails.CLAUSE_LEAD.search(self._text, start, at)
        return bool(lead and tails.HAS.match(lead.group())) and not tails.COUNTED.match(
            self._text, at, end
        )

    def _take_investor(self, projects: Sequence[NamedProject], sentence: Sentence) -> None:
        """Read "Lorem Machinery plans to invest Ⓜ, covers an area of ..." behind its project."""
        found = (
            tails.INVESTS.match(sentence.text)
            or tails.INVESTOR_IS.search(sentence.text)
            or tails.BUILT_BY.search(sentence.text)
        )
        if found and len(projects) == 1 and not projects[0].investors:
            start, end = found.span("inv")
            projects[0].investors = [(sentence.start + start, sentence.start + end)]

    def _take_builder(
        self, projects: Sequence[NamedProject], sentence: Sentence, start: int, end: int
    ) -> None:
        """Read "Lorem Park, which ..., covers Ⓠ and is built by Ipsum Power"."""
        found = tails.BUILT_BY.search(sentence.text, start, end)
        if found and len(projects) == 1 and not projects[0].investors:
            span = found.span("inv")
            projects[0].investors = [(sentence.start + span[0], sentence.start + span[1])]

    def _point_back(self, projects: Sequence[NamedProject], sentence: Sentence) -> None:
        """Let "It will spend ..." mean the firm that the sentence before introduces."""
        previous = self._previous
        head = behind_firm_taken_up(sentence.text)
        if previous is None or not head:
            return
        behind = sentence.start + head
        body = firm_before(sentence.text, previous.text)
        told = [(previous.start + body[0], previous.start + body[1])] if body else self._builders()
        for project in projects if told else ():
            if not any(behind <= first < project.name[0] for first, _ in project.investors):
                project.investors = list(told)

    def _builders(self) -> list[Extent]:
        """Return who builds the projects named last, where that is one firm."""
        told = {body for project in self._last for body in project.investors}
        return list(told) if len(told) == 1 else []

    # A mention's own words

    def _enter(self, mention: Mention, sentence: Sentence) -> list[NamedProject]:
        base = sentence.start
        names = [(base + a, base + b) for a, b in mention.names]
        bodies = self._bodies(mention, base)
        place = (base + mention.place[0], base + mention.place[1]) if mention.place else None
        if mention.dealt and len(names) == 1 and len(bodies) > 1:
            own: list[Extent | None] = [(base + a, base + b) for a, b in mention.places]
            own = own or [place] * len(bodies)
            projects = [
                NamedProject(names[0], sentence, [body], where)
                for body, where in zip(bodies, own, strict=True)
            ]
        elif mention.dealt and len(names) == len(bodies):
            projects = [
                NamedProject(name, sentence, [body], place)
                for name, body in zip(names, bodies, strict=True)
            ]
        else:
            own_places = [(base + a, base + b) for a, b in mention.places]
            places: Sequence[Extent | None] = own_places or [place] * len(names)
            projects = [
                NamedProject(name, sentence, list(bodies), own)
                for name, own in zip(names, places, strict=True)
            ]
        self._found.projects += projects
        if len(projects) > 1:
            self._join(projects, names if len(names) > 1 else bodies, mention, sentence)
        self._outlays.give(projects, [(kind, base + at) for kind, at in mention.amounts])
        return projects

    def _bodies(self, mention: Mention, base: int) -> list[Extent]:
        """Return who invests; a word for the firm means the one named last."""
        told = [(base + start, base + end) for start, end in mention.investors]
        if not self._is_chinese:
            return told
        meant = [firm_taken_up(self._text, *body) for body in told]
        if not told:
            meant = [firm_meant(self._text, base + mention.names[0][0])]
        return [body for body in meant if body]

    def _join(
        self,
        projects: Sequence[NamedProject],
        listed: Sequence[Extent],
        mention: Mention,
        sentence: Sentence,
    ) -> None:
        """Open a group for what is said of several projects together."""
        start, end = listed[0][0], listed[-1][1]
        if mention.group:
            start, end = (sentence.start + place for place in mention.group)
        group = Group(
            label=self._reading.quote(start, end),
            shape=self._reading.text[start:end],
            clause="",
            at=start,
            sentence=sentence,
            label_at=start,
            count=self._joint_count(
                mention, sentence.start, len(projects), is_open=mention.group is not None
            ),
            dimension="industry" if mention.group else "other",
        )
        self._found.joint.append(group)
        for project in projects:
            project.groups.append(group)

    def _joint_count(
        self, mention: Mention, base: int, wanted: int, *, is_open: bool
    ) -> Mark | None:
        """Return the count of joint projects, among or right behind their names.

        Only that of a group with a word of its own may count more than are named: X、Y等7个民生项目;
        and what counts other things than projects (商铺90间) only right behind the names.
        """
        start, end = base + mention.start, base + max(mention.end, mention.names[-1][1]) + 14
        for at, mark in self._reading.marks(start, end):
            inside = any(base + a <= at < base + b for a, b in mention.names)
            value = mark.figure.value or 0
            is_theirs = value == wanted or (
                is_open and value > wanted and self._counts_projects(mention, base, at)
            )
            if self._text[at] in COUNT + THING and is_theirs and not inside:
                return mark
        return None

    def _counts_projects(self, mention: Mention, base: int, at: int) -> bool:
        """Return whether a mark is of projects, or follows the names and the word of their group."""
        if self._text[at] == COUNT:
            return True
        between = self._text[base + mention.names[-1][1] : at]
        if mention.group:
            between = between.replace(
                self._text[base + mention.group[0] : base + mention.group[1]], ""
            )
        return bool(_UP_TO_COUNT.fullmatch(between))


def _counts_of_dealt(groups: Sequence[Group]) -> set[int]:
    """Return the ids of the counts of projects that are listed together but cost each its own."""
    return {group.count.figure.id for group in groups if group.count and not group.amounts}
