"""The groups of one sentence, read from left to right.

A count opens a group (or, unnamed, the whole); an amount or a percentage joins the group before it;
a list of values of one kind is dealt out, to the names in front of it or to as many groups before
it (分别, 依次, "respectively").
"""

from collections.abc import Callable, Sequence

from extractor.models.rules.groups.amounts import AmountReader
from extractor.models.rules.groups.counts import CountReader
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.opened_groups import OpenedGroups
from extractor.models.rules.groups.percents import PercentReader
from extractor.models.rules.reading.reading import COUNT, MONEY, Reading, Sentence
from extractor.models.rules.reading.runs import find_runs
from extractor.patterns import Pattern
from extractor.record import Dimension

_NAMED_REFERENCE = Pattern(
    r"\W*(?:[分从按]?[^，。；]{0,8}(?:看|划分|统计)，)?在?Ⓒ?(?P<label>[^，。；Ⓒ]{2,14}?)类?项目(?:(?:[中里]|当中)，|的[^，。；Ⓒ]{0,6}(?:分布|结构|构成))"
)
_NAMED_REFERENCE_EN = Pattern(
    r"\W*(?:Inside|Within|Of|Among|For) (?:the )?(?P<label>[^,ⒸⓂⓅ]{3,40}?)(?: sector| industry| projects| contracts| ones| deals)*,"
)


class SentenceReader:
    """Reads the groups of one sentence."""

    def __init__(
        self,
        reading: Reading,
        sentence: Sentence,
        before: Sequence[Group],
        *,
        is_free: Callable[[int], bool],
        frame: Dimension | None,
        previous: Sentence | None,
    ) -> None:
        """Begin a sentence.

        Args:
            reading: the article.
            sentence: one of its sentences.
            before: the groups of those before it.
            is_free: whether the figure at an offset of the reading may belong to a group.
            frame: the dimension that the paragraph has announced.
            previous: the sentence before it.
        """
        self._is_free = is_free
        self._opened = OpenedGroups(reading, sentence, before, frame=frame)
        self._counts = CountReader(self._opened, previous)
        self._amounts = AmountReader(self._opened)
        self._percents = PercentReader(self._opened)

    @property
    def topic(self) -> Group | None:
        """The group that the paragraph is about from here on: 外资项目中，…."""
        pattern = _NAMED_REFERENCE if self._opened.language == "zh" else _NAMED_REFERENCE_EN
        named = pattern.match(self._opened.text)
        return self._opened.find(named.group("label")) if named else None

    def read(self, topic: Group | None) -> list[Group]:
        """Return the groups that the sentence opens; without another parent the topic's parts."""
        opened = self._opened
        opened.parent = opened.topic = topic
        ratio = self._percents.ratio_at()
        runs = find_runs(
            opened.reading,
            opened.sentence,
            is_free=self._is_free,
            is_reference=opened.windows.is_reference,
        )
        for run in runs:
            if ratio is not None and run.places[0] >= ratio:
                break
            if opened.language == "zh" and "）" in run.lead:
                opened.leave_bracket(run.places[0])
            if run.letter == COUNT:
                self._counts.add(run)
            elif run.letter == MONEY:
                self._amounts.add(run)
            else:
                self._percents.add(run)
        if ratio is not None:
            self._percents.add_ratio(ratio)
        return opened.groups
