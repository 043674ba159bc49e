"""Which group's projects a passage goes into: a stage's, or those of a group that it takes up.

"Of the nine that started, …" and 开工的Ⓒ项目中，… turn to what was started, 外资的Ⓒ，… to what foreigners
invest; what is counted from there on is a part of that, until the passage ends or another turns.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.stages import STAGE_WORDS, stages_among
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import COUNT, THING, Reading, Sentence
from extractor.models.rules.words.bilingual import bilingual
from extractor.models.rules.words.clauses import behind_last
from extractor.patterns import Pattern

_HEAD = bilingual(
    r"[\s　“（(一二三四五六七八九十、】【■▌]*(?:从|在|再看|先看|这|该|而|把|的|其中)*Ⓒ?(?:的|集中|现场)*",
    r"\W*(?:(?:among|of|in|for|from|as for|the|these|those|all|projects|that|look|at|then|and)\W+)*",
)
_HEADED = bilingual(
    r"(?:的|类|部分)*(?:Ⓒ|项目|工程|方面|名单|[：:]|$)",
    r" (?:projects?|ones|batch|deals)\b|,|:?\s*$",
)
"""What stands around a stage that heads a sentence, or the line over a list."""
_TAKEN_UP = bilingual(r"(?:这|把|[的，])$|^$", r"\b(?:[Tt]he|[Tt]hese|[Aa]ll)(?: \w+)? $")
_TOLD = Pattern(r"[ⓂⓅ，,]|[.。！？!?]\s*$")  # what no heading has
_COUNTED = Pattern(f"[{COUNT}{THING}]")
_GOES_INTO = bilingual(
    r"(?:[^，。；ⒸⓂⓅ]{0,12}(?:项目|企业))?(?:[当之]?中|[里内])?[，：]",
    r"(?: [a-z-]+){0,4} (?:projects?|ones|deals|contracts|schemes)(?:,|:| (?:include|are|comprise)\b)",
)
_PART = Pattern("[；;]")
_HEAD_REACH = 50
_NAME_REACH = 30
_FARTHEST = 6  # turns before a place that its passage may be of
_FEWEST = 2
_LONGEST_HEADING = 40
_REACH = 1  # paragraphs behind the one that speaks of a stage
_SECTION = 40  # paragraphs that a heading may rule


class _Turn(NamedTuple):
    """Where an article turns to a group (None: to none), and the last paragraph of the passage."""

    at: int
    group: Group | None
    until: int


class Passages:
    """The passages of an article that go into one group of its projects.

    Args:
        reading: the article.
        groups: the event's groups, in any order.
        total: the number of all its projects, where that is told.
    """

    def __init__(self, reading: Reading, groups: Sequence[Group], total: Decimal | None) -> None:
        """Look for what turns to a group."""
        self._reading = reading
        self._stages = _stages(groups, total)
        self._opening = {group.at for group in groups if group.count}
        self._named: defaultdict[Decimal, list[Group]] = defaultdict(list)
        for group in groups:
            if group.dimension != "size" and len(_name(group)) > 1:
                self._named[group.n_counted].append(group)
        self._turned = sorted(self._turns(), key=lambda turn: turn.at)
        self._starts = [turn.at for turn in self._turned]

    def nest(self, groups: Sequence[Group]) -> None:
        """Let groups be parts of the group that their passage goes into."""
        for group in groups:
            if group.dimension == "size" and group.parent and self._is_apart(group, group.parent):
                group.parent = None
        alone = [
            group
            for group in sorted(groups, key=lambda group: group.at)
            if group.parent is None and group.dimension not in {"stage", "occasion"}
        ]
        for _, near in groupby(alone, key=lambda group: (self._part(group), group.dimension)):
            row = list(near)
            dimension = row[0].dimension
            wider = self.group_at(row[0].at, row[0].sentence.paragraph)
            if wider is None or wider in row or wider.parent in row:
                continue
            counts = [group.n_counted for group in row if group.n_counted != wider.n_counted]
            told = max(counts, default=0) if dimension == "size" else sum(counts)
            if told <= wider.n_counted:
                for group in row:
                    group.parent = wider

    def assign(self, projects: Sequence[NamedProject]) -> None:
        """Let projects that are in no group be members of the stage of their passage."""
        for project in projects:
            if project.sentence and not project.groups:
                group = self.group_at(project.name[0], project.sentence.paragraph)
                if group and group.dimension == "stage":
                    project.groups.append(group)

    def group_at(self, at: int, paragraph: int) -> Group | None:
        """Return the group that the passage around an offset goes into."""
        last = bisect_right(self._starts, at)
        for turn in reversed(self._turned[max(last - _FARTHEST, 0) : last]):
            if turn.until >= paragraph:
                return turn.group
        return None

    def _part(self, group: Group) -> int:
        """Return where the part of a sentence begins that tells of a group."""
        return max(behind_last(self._reading.text, "；;", group.at), group.sentence.start)

    def _is_apart(self, group: Group, wider: Group) -> bool:
        """Return whether two groups are told of different stages."""
        stages = [self.group_at(one.at, one.sentence.paragraph) for one in (group, wider)]
        return None not in stages and stages[0] is not stages[1]

    def _turns(self) -> Iterator[_Turn]:
        opened: defaultdict[int, list[Group]] = defaultdict(list)
        for group in self._stages.values():
            opened[group.sentence.start].append(group)
        for sentence in self._reading.sentences:
            here = opened.get(sentence.start, [])
            until = sentence.paragraph + _REACH
            for group in here:
                yield _Turn(group.at, group, until)
            if len(here) >= _FEWEST:
                yield _Turn(sentence.start + len(sentence.text), None, until)
            if self._stages and not here and (turns := self._taken_up(sentence)):
                yield from turns
            elif named := self._named_in(sentence):
                yield _Turn(sentence.start, named, sentence.paragraph)

    def _taken_up(self, sentence: Sentence) -> list[_Turn]:
        """Return the turns of a sentence, or of the line over a list, that speaks of a stage.

        Each part of a sentence may speak of another: 开工的Ⓒ项目中，…；竣工项目中，….
        """
        text = sentence.text
        is_heading = len(text) < _LONGEST_HEADING and not _TOLD.search(text)
        until = sentence.paragraph + (_SECTION if is_heading else _REACH)
        group = self._headed(text) or self._counted(sentence)
        turns = [_Turn(sentence.start, group, until)] if group or is_heading else []
        turns += (
            _Turn(sentence.start + found.end(), part, until)
            for found in _PART.finditer(text)
            if (part := self._headed(text[found.end() :]))
        )
        return turns

    def _headed(self, text: str) -> Group | None:
        lead = _HEAD.match(text)
        rest = text[lead.end() :] if lead else text
        found = STAGE_WORDS.match(rest)
        if found and _HEADED.match(rest[found.end() :]):
            return self._stages.get(found.lastgroup or "")
        return None

    def _counted(self, sentence: Sentence) -> Group | None:
        """Return the stage whose count a sentence takes up: 把Ⓒ项目摊开看, "the Ⓒ projects"."""
        for at, mark in self._reading.marks(sentence.start, sentence.start + len(sentence.text)):
            if mark.letter != COUNT or at in self._opening:
                continue
            lead = sentence.text[: at - sentence.start]
            same = [g for g in self._stages.values() if g.n_counted == mark.figure.value]
            if len(same) == 1 and _TAKEN_UP.search(lead):
                return same[0]
        return None

    def _named_in(self, sentence: Sentence) -> Group | None:
        """Return the group counted before whose name and count head a sentence: 外资的Ⓒ，…."""
        text = sentence.text
        found = _COUNTED.search(text, 0, _HEAD_REACH)
        at = sentence.start + found.start() if found else 0
        if not found or at in self._opening or not _GOES_INTO.match(text[found.end() :]):
            return None
        head = text[: found.end() + _NAME_REACH]
        for group in self._named.get(self._reading.mark(at).figure.value or Decimal(0), ()):
            if group.at < sentence.start and _name(group) in head:
                return group
        return None


def _name(group: Group) -> str:
    """Return the words by which a passage takes a group up."""
    return group.topic.strip('“”"「」 的')


def _stages(groups: Sequence[Group], total: Decimal | None) -> dict[str, Group]:
    """Return the groups of an event's stages, where it has several that add up to the total."""
    found = stages_among(sorted(groups, key=lambda group: group.at))
    is_whole = total is None or total == sum(group.n_counted for group in found.values())
    return found if len(found) >= _FEWEST and is_whole else {}
