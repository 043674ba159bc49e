"""The groups that a sentence opens, and what each is a part of."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, islice

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.windows import Language, Windows
from extractor.models.rules.reading.reading import ANY_MARK, COUNT, Mark, Reading, Sentence
from extractor.models.rules.words.bilingual import bilingual
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.dimensions import DimensionFrame, dimension_of, frames_of
from extractor.models.rules.words.words import STANDING_ALONE_EN
from extractor.patterns import Pattern
from extractor.record import AmountKind, Dimension, PercentBase

_ONE_WORD = Pattern("[a-z]{7,}")
_AMONG = bilingual(
    r"其中|当中",
    r"\b(?:among (?:them|these|which)|of (?:these|them|which|this)|including|in it)\b",
)
_OWN_WORDS = Pattern("(?:[\u3400-\u9fff][^\u3400-\u9fff]*){4}")
_THESE = Pattern("[这该]")
_APART = Pattern(r"，分别[是为]$|，分别[是为][^，。；Ⓒ]{1,8}$")
_FROM = Pattern(
    r"\b(?:are|is|were|was|came|come|Ⓒ(?: projects)?|[Pp]rojects) from (?:the )?$|,? Ⓒ from (?:the )?$|(?:来自于?|源自|出自)$"
)
_REACH = 300  # groups that a later one may be said to be a part of
_OF_THEM_BEFORE = Pattern(r"^ of (?:them|these|those|which)\b(?=.*[,;])")
"""What the figure before is of: "Japan has Ⓒ of them, Korea Ⓒ"."""
_OF_TWO = bilingual(
    "[，；。、]?(?:其中)?(?:(?P<first>前者)|后者)",
    r"(?:.*[,;])?\W*(?:(?:and|but|while|with|for) )*the (?:(?P<first>former)|latter)"
    + STANDING_ALONE_EN
    + "[^,;]*$",
)
_PAIR = 2
_NEW_PART = Pattern("[；;]|另外|此外|另有")


class OpenedGroups:
    """The groups that a sentence has opened so far, after those of the sentences before it.

    Attributes:
        reading: the article.
        sentence: the sentence.
        text: the sentence in the reading.
        language: its language.
        windows: what stands around its counts.
        before: the groups of the sentences before it.
        groups: the groups that it opens itself.
        current: the group that an amount or a percentage joins.
        parent: the group that the next ones are parts of.
        topic: the group that the paragraph is about.
        pending: percentages that wait for the next count.
        pending_amounts: amounts that do.
    """

    def __init__(
        self,
        reading: Reading,
        sentence: Sentence,
        before: Sequence[Group],
        *,
        frame: Dimension | None,
    ) -> None:
        """Begin a sentence.

        Args:
            reading: the article.
            sentence: one of its sentences.
            before: the groups of those before it.
            frame: the dimension that the paragraph has announced before it.
        """
        self.reading = reading
        self.sentence = sentence
        self.text = sentence.text
        self.before = before
        self.language: Language = "zh" if reading.article.language == "zh" else "en"
        self.windows = Windows(sentence.text, self.language)
        self.groups: list[Group] = []
        self.current: Group | None = None
        self.parent: Group | None = None
        self.topic: Group | None = None
        self.pending: list[tuple[PercentBase | None, Mark]] = []
        self.pending_amounts: list[tuple[AmountKind, Mark]] = []
        self._frame = frame

    @cached_property
    def _frames(self) -> list[DimensionFrame]:
        return frames_of(self.text)

    def _frame_at(self, place: int) -> Dimension | None:
        """Return what is announced before a place; in English anywhere in its sentence."""
        told = [frame for frame in self._frames if self.language == "en" or frame.start <= place]
        if self.language == "en":
            return told[0].dimension if told else self._frame
        return told[-1].dimension if told else self._frame

    def mark(self, place: int) -> Mark:
        """Return the mark at a place of the sentence."""
        return self.reading.mark(self.sentence.start + place)

    def quote(self, span: tuple[int, int]) -> str:
        """Return the article's own letters for a range of the sentence."""
        offset = self.sentence.start
        return self.reading.quote(offset + span[0], offset + span[1])

    def enter(self, label: tuple[int, int], place: int, *, among: str) -> Group:
        """Open a group.

        Args:
            label: from where to where in the sentence it is named; empty for the whole.
            place: where its first figure stands in the sentence.
            among: the words before the figure, which tell what the group is a part of.
        """
        offset = self.sentence.start
        shape = self.text[label[0] : label[1]]
        group = Group(
            label=self.reading.quote(offset + label[0], offset + label[1]) if shape else "",
            shape=shape,
            clause=self.windows.clause(place),
            at=offset + place,
            sentence=self.sentence,
            label_at=offset + label[0],
        )
        if self.text[place] == COUNT:
            group.count = self.mark(place)
        group.parent = self._parent_for(among)
        frame = self._frame_at(label[0])
        group.dimension = dimension_of(shape, frame)
        if _FROM.search(self.text, 0, label[0]):
            group.dimension = self._dimension_from(shape, group.dimension, frame)
        self.groups.append(group)
        self.current = group
        if self.pending and group.count:
            group.percents += self.pending
            self.pending = []
        if self.pending_amounts and group.count:
            group.amounts += self.pending_amounts
            self.pending_amounts = []
        return group

    def _dimension_from(
        self, shape: str, told: Dimension | None, frame: Dimension | None
    ) -> Dimension | None:
        """Return the dimension of those who come from somewhere: Ⓒ来自长三角, "Ⓒ are from Lorem"."""
        own = dimension_of(shape, None)
        if self.language == "zh" and told in {None, "region"}:
            return "region" if own == "region" else "origin"
        return frame or "origin" if told in {None, "region"} else told

    def rename(self, group: Group, start: int, end: int) -> None:
        """Name a group by words from elsewhere in the reading."""
        group.name(self.reading, start, end)
        group.dimension = dimension_of(group.shape, self._frame_at(0))

    def _parent_for(self, lead: str) -> Group | None:
        if self.language == "zh" and _NEW_PART.search(lead):
            self.parent = self.topic
        lead = _OF_THEM_BEFORE.sub("", lead)
        if not _AMONG.search(lead) and not self._is_told_apart(lead):
            return self.parent
        last = self.groups[-1] if self.groups else self._last_alone()
        if last and not self.groups and self._opens_anew(lead, last):
            last = None
        self.parent = last if last and not last.is_whole else None
        return self.parent

    def _opens_anew(self, lead: str, last: Group) -> bool:
        """Return whether a Chinese sentence tells of something new before 其中: 来源广，其中广东Ⓒ."""
        if self.language != "zh":
            return False
        before = _AMONG.zh.split(lead, maxsplit=1)[0]
        is_of_last = _THESE.search(before) or last.shape in before
        return bool(_OWN_WORDS.search(before)) and not is_of_last

    def leave_bracket(self, place: int) -> None:
        """Go on with the group before a bracket that has closed before a figure: Ⓒ（甲Ⓒ、乙Ⓒ），Ⓜ."""
        opening = self.text.rfind("（", 0, place)
        outside = [group for group in self.groups if group.at - self.sentence.start < opening]
        if outside and self.text.find("）", opening, place) >= 0:
            self.current, self.parent = outside[-1], outside[-1].parent

    def _is_told_apart(self, lead: str) -> bool:
        """Return whether the group before is told apart: 外商Ⓒ，分别是日商Ⓒ、美商Ⓒ."""
        return bool(_APART.search(lead)) and bool(self.groups) and bool(self.groups[-1].count)

    def _last_alone(self) -> Group | None:
        """Return the last group of the sentences before; in Chinese none behind a list of groups."""
        told = self.before[-2:]
        is_list = len(told) > 1 and told[0].sentence is told[1].sentence
        if not told or (self.language == "zh" and is_list and told[0].parent is told[1].parent):
            return None
        return told[-1]

    def last(self, wanted: int) -> list[Group]:
        """Return the last so many groups; none if fewer, or (English) of another paragraph."""
        groups = self.groups if len(self.groups) >= wanted else [*self.before[-wanted:]]
        here = self.sentence.paragraph
        if self.language == "en" and any(group.sentence.paragraph != here for group in groups):
            return []
        return list(groups[-wanted:]) if len(groups) >= wanted else []

    def one_of_two(self, clause: str) -> Group | None:
        """Return which of the two groups told last a figure's clause means: 前者总投资Ⓜ."""
        which = _OF_TWO.match(clause)
        pair = self.last(_PAIR) if which else []
        return pair[0 if which["first"] else 1] if which and pair else None

    def backwards(self) -> Iterator[Group]:
        """Give the groups opened so far, the last first; those of long before are out of reach."""
        return islice(chain(reversed(self.groups), reversed(self.before)), _REACH)

    def subject(self, clause: str, place: int | None = None) -> Group | None:
        """Return the group that a percentage's own clause names, where it was counted before.

        Args:
            clause: its words.
            place: where it ends in the sentence, for names with figures in them: 10亿元以上.
        """
        for group in chain(self.groups, islice(self.before, _REACH)):
            if len(group.shape) > 1 and group.shape in clause and self._is_same(group, place):
                return group
            if _ONE_WORD.fullmatch(group.shape) and group.shape[:-1] in clause.lower():
                return group
        return None

    def _is_same(self, group: Group, place: int | None) -> bool:
        """Return whether the words before a place have a group's own figures, if any."""
        if place is None or not ANY_MARK.search(group.shape):
            return True
        before = self.quote((behind_last(self.text, "，；。：", place), place))
        at = before.rfind(group.label)
        return at >= 0 and not before[:at][-1:].isdigit()

    def abbreviated(self, label: str) -> Group | None:
        """Return the group of the paragraph that a label stands for in short: 民企 for 民营企业."""
        if ANY_MARK.search(label):
            return None
        for group in self.backwards():
            if group.sentence.paragraph != self.sentence.paragraph:
                return None
            if group.count and _is_short_for(label, group.shape):
                return group
        return None

    def find(self, label: str) -> Group | None:
        """Return the last group before the sentence that goes by a label."""
        for group in islice(reversed(self.before), _REACH):
            if group.label and (label.endswith(group.label) or group.label.startswith(label)):
                return group
        return None

    def is_label(self, span: tuple[int, int]) -> bool:
        """Return whether words stand in the name of the group that was just opened."""
        current = self.current
        if current is None or current.sentence is not self.sentence:
            return False
        start = current.label_at - self.sentence.start
        return start <= span[0] < start + len(current.shape)


def _is_short_for(label: str, name: str) -> bool:
    """Return whether a label has but letters of a name, in its order, and begins or ends like it."""
    letters = iter(name)
    is_within = len(label) > 1 and all(letter in letters for letter in label)
    return is_within and (label[0] == name[0] or label[-1] == name[-1])
