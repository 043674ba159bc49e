"""Amounts of named projects: which in a range are theirs, and to which of several each goes."""

from collections.abc import Iterable, Iterator, Sequence

from extractor.models.rules.news.background import Background
from extractor.models.rules.projects import tails
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import MONEY, Mark, Reading
from extractor.models.rules.words.clauses import behind_last
from extractor.record import AmountKind


class Outlays:
    """The amounts of an article that go to its named projects.

    Attributes:
        taken: ids of the figures that belong to something already.
        parts: ids of those that are a part of what a project costs: 一期投资12亿元.
    """

    def __init__(self, reading: Reading, background: Background, claimed: frozenset[int]) -> None:
        """Begin with the figures that agreements have claimed."""
        self.taken = set(claimed)
        self.parts: set[int] = set()
        self._reading = reading
        self._background = background
        self._text = reading.text
        self._is_chinese = reading.article.language == "zh"

    def give(
        self, projects: Sequence[NamedProject], amounts: Sequence[tuple[AmountKind, int]]
    ) -> None:
        """Deal amounts out to as many projects, or give one to the one or to all jointly."""
        marks = [(kind, self._reading.mark(at)) for kind, at in amounts]
        marks = [pair for pair in marks if pair[1].figure.id not in self.taken]
        self.taken.update(mark.figure.id for _, mark in marks)
        if len(projects) == len(marks) > 1:
            for project, pair in zip(projects, marks, strict=True):
                self._add(project.amounts, *pair)
            return
        owner = projects[0].amounts
        if len(projects) > 1 and projects[0].groups:
            owner = projects[0].groups[0].amounts
        for pair in marks:
            self._add(owner, *pair)

    def _add(self, amounts: list[tuple[AmountKind, Mark]], kind: AmountKind, mark: Mark) -> None:
        """Add an amount, the first of each kind."""
        if all(kind != other for other, _ in amounts):
            amounts.append((kind, mark))
        else:
            self.parts.add(mark.figure.id)

    def set_aside(self, places: Iterable[int]) -> None:
        """Take amounts as parts of what a project costs, which are entered nowhere."""
        ids = {self._reading.mark(at).figure.id for at in places}
        self.taken |= ids
        self.parts |= ids

    def runs(self, start: int, end: int, *, is_in_list: bool) -> Iterator[list[int]]:
        """Give the amounts of a range that are the project's own, those in a row together.

        Args:
            start: where the range begins in the reading.
            end: where it ends.
            is_in_list: whether it goes on with an entry of a list.
        """
        run: list[int] = []
        at = start
        for place, mark in self._reading.marks(start, end):
            if self._text[place] != MONEY or mark.figure.id in self.taken:
                continue
            if self._background.reason(place) is not None:
                break
            between = self._text[at:place]
            if run and tails.BETWEEN.fullmatch(between):
                run.append(place)
            elif self._is_amount(between, is_in_list=is_in_list):
                if run:
                    yield run
                run = [place]
            elif run:
                break
            at = place + 1
        if run:
            yield run

    def _is_amount(self, lead: str, *, is_in_list: bool) -> bool:
        if self._is_chinese:
            told = last_clause(lead)
            return lead.endswith(("，", "｜", "|")) or bool(
                tails.LEAD_ZH.fullmatch(told)
                or tails.TAKEN_UP.match(told)
                or tails.INVESTED_BY.fullmatch(told)
                or (is_in_list and tails.INVESTS_ZH.fullmatch(told))
                or (is_in_list and tails.JOINT_ZH.match(told))
            )
        is_near = len(lead) < tails.KEPT_EN or lead.endswith(" investment of ")
        return is_near and not tails.NO_AMOUNT_EN.search(last_clause(lead))


def last_clause(lead: str) -> str:
    """Return the clause that words before an amount end with."""
    return lead[behind_last(lead, "，,；;、（(:：。）)｜|", len(lead.rstrip(" ，,、(（；;｜|"))) :]
