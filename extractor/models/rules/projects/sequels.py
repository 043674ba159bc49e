"""What stands behind a project's name: its targets, its amounts, who builds it and where."""

from collections.abc import Iterable, Iterator, Sequence

from extractor.draft.schema import DraftTarget
from extractor.models.rules.projects import tails
from extractor.models.rules.projects.chinese_entries import builder_in
from extractor.models.rules.projects.investors import split_bodies
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.outlays import Outlays, last_clause
from extractor.models.rules.projects.targets import find_targets
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import Mark, Reading, Sentence
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent


class Sequels:
    """Reads what stands behind the names of projects."""

    def __init__(self, reading: Reading, outlays: Outlays) -> None:
        """Begin an article; `outlays` are its projects' amounts."""
        self._reading = reading
        self._outlays = outlays
        self._text = reading.text
        self._is_chinese = reading.article.language == "zh"

    def read(
        self,
        projects: Sequence[NamedProject],
        start: int,
        end: int,
        before: Sequence[NamedProject] = (),
        *,
        is_in_list: bool = False,
    ) -> None:
        """Read what a range tells of projects.

        Args:
            projects: those named right before it, which are changed.
            start: where the range begins in the reading.
            end: where it ends.
            before: the projects named before those in the same sentence.
            is_in_list: whether it goes on with an entry of a list.
        """
        text = self._text
        closing = (tails.END_ZH if self._is_chinese else tails.END_EN).search(text, start, end)
        if closing:
            end = closing.start()
        self._read_targets(projects, start, end)
        self._read_amounts(
            projects, self._outlays.runs(start, end, is_in_list=is_in_list), (start, end), before
        )
        if self._is_chinese:
            self._read_chinese_tail(projects, start, end, is_in_list=is_in_list)
            if all(project.place is None for project in projects):
                self._read_chinese_place(projects, start, end, before)
        elif all(project.place is None for project in projects):
            place = tails.PLACE_EN.search(text, min(projects[-1].name[1], start), end)
            if place and not tails.NO_PLACE_EN.search(place.group("place")):
                for project in projects:
                    project.place = place.span("place")

    def read_common_place(self, projects: Sequence[NamedProject], sentence: Sentence) -> None:
        """Read where all the projects of a Chinese sentence are, or who builds each.

        …，均落户甲区; …，分别由甲、乙投资.
        """
        start, end = sentence.start, sentence.start + len(sentence.text)
        if len(projects) > 1:
            self._deal_builders(projects, start, end)
        found = tails.ALL_AT_ZH.search(self._text, start, end) if len(projects) > 1 else None
        if not found:
            return
        part = behind_last(self._text, "；", found.start(), start=start)
        for project in projects:
            if project.place is None and part <= project.name[0] < found.start():
                project.place = found.span("place")

    def _deal_builders(self, projects: Sequence[NamedProject], start: int, end: int) -> None:
        """Give each of several projects its own builder of a row."""
        found = tails.DEALT_BUILDERS_ZH.search(self._text, start, end)
        bodies = split_bodies(self._text, *found.span("inv")) if found else []
        if len(bodies) == len(projects):
            for project, body in zip(projects, bodies, strict=True):
                project.investors = [body]

    def _read_amounts(
        self,
        projects: Sequence[NamedProject],
        runs: Iterable[list[int]],
        within: Extent,
        before: Sequence[NamedProject],
    ) -> None:
        start, end = within
        for lead, run in self._without_phases(start, runs):
            kind = amount_kind(last_clause(lead)) or "investment"
            if tails.THIS_YEAR.match(self._text, run[-1] + 1):
                kind = "current_year"
            pair = [*before, *projects][-len(run) :]
            if len(run) == 1 and (one := _of_two(lead, before, projects)):
                self._outlays.give([one], [(kind, run[0])])
                continue
            if len(run) == 1 and tails.EACH.match(self._text, run[0] + 1):
                self._outlays.give(projects, [(kind, run[0])] * len(projects))
                continue
            if len(projects) == 1 < len(run) == len(pair) and tails.DEALT.search(
                self._text, start, end
            ):
                self._outlays.give(pair, [(kind, at) for at in run])
            else:
                self._outlays.give(projects, [(kind, at) for at in run])

    def _without_phases(
        self, start: int, runs: Iterable[list[int]]
    ) -> Iterator[tuple[str, list[int]]]:
        """Give runs with the words before them; of a project in phases only what the whole costs.

        一期投资Ⓜ，二期投资Ⓜ，总投资Ⓜ: the last. What is told of one phase alone is all that is known.
        """
        told = [(self._text[max(start, run[0] - _LEAD) : run[0]], run) for run in runs]
        phases = [run for lead, run in told if self._is_of_phase(last_clause(lead), run[0])]
        if sum(map(len, phases)) > 1 or len(phases) < len(told):
            self._outlays.set_aside(at for run in phases for at in run)
            told = [(lead, run) for lead, run in told if run not in phases]
        yield from told

    def _is_of_phase(self, clause: str, at: int) -> bool:
        """Return whether the clause that ends at an amount tells of one phase of a project."""
        return bool(tails.PHASE_ZH.match(self._reading.quote(at - len(clause), at)))

    def _read_builders_of_two(self, projects: Sequence[NamedProject], start: int, end: int) -> None:
        """Read who builds each of two: 前者由甲投资，后者由乙投资."""
        for found in tails.OF_TWO_ZH.finditer(self._text, start, end):
            one = projects[0 if found.group("which") == "前者" else 1]
            if bodies := split_bodies(self._text, *found.span(found.lastgroup or "inv")):
                one.investors = bodies

    def _read_targets(self, projects: Sequence[NamedProject], start: int, end: int) -> None:
        """Give each project the targets in its name, and a single one those that follow it."""
        if self._is_chinese and len(projects) > 1:
            self._deal_targets(projects, start, end)
        behind = min(max(project.name[1] for project in projects), start)
        extents = [*(project.name for project in projects), (behind, end)]
        for mark, target in find_targets(self._reading, extents, self._outlays.taken):
            self._outlays.taken.add(mark.figure.id)
            owner = next((p for p in projects if self._holds(p, mark)), None)
            if owner or len(projects) == 1:
                (owner or projects[0]).targets.append(target)

    def _deal_targets(self, projects: Sequence[NamedProject], start: int, end: int) -> None:
        """Give each of several projects its own of a row: 年产值分别为Ⓜ和Ⓜ."""
        for found in tails.DEALT_TARGETS_ZH.finditer(self._text, start, end):
            places = [at for at in range(*found.span("row")) if self._text[at] in "ⓂⓃⓆⒸ"]
            if len(places) != len(projects):
                continue
            measure = self._reading.quote(*found.span("measure"))
            for project, at in zip(projects, places, strict=True):
                figure = self._reading.mark(at).figure
                if figure.id not in self._outlays.taken:
                    self._outlays.taken.add(figure.id)
                    project.targets.append(DraftTarget(f=figure.id, measure=measure, unit=None))

    def _holds(self, project: NamedProject, mark: Mark) -> bool:
        return any(other is mark for _, other in self._reading.marks(*project.name))

    def _read_chinese_tail(
        self, projects: Sequence[NamedProject], start: int, end: int, *, is_in_list: bool
    ) -> None:
        text = self._text
        if len(projects) == _PAIR and tails.OF_TWO_ZH.search(text, start, end):
            self._read_builders_of_two(projects, start, end)
        elif all(_is_named_after(project) for project in projects):
            found = tails.BY_ZH.search(text, start, end)
            bodies = split_bodies(text, *found.span("inv")) if found else []
            bodies = bodies or builder_in(text, start, end)
            if not bodies and (last := tails.LAST_FIRM_ZH.search(text, start, end)):
                bodies = split_bodies(text, *last.span("inv"))
            if not bodies and is_in_list:
                own = tails.INVESTS_ZH.search(text, start, end) or tails.BUILDS_ZH.search(
                    text, start, end
                )
                bodies = split_bodies(text, *own.span("inv")) if own else []
            for project in projects if bodies else ():
                project.investors = bodies

    def _read_chinese_place(
        self,
        projects: Sequence[NamedProject],
        start: int,
        end: int,
        before: Sequence[NamedProject],
    ) -> None:
        text = self._text
        if labelled := tails.LABELLED_PLACE_ZH.search(text, start, end):
            for project in projects:
                project.place = labelled.span(labelled.lastgroup or "place")
            return
        place = tails.PLACE_ZH.search(text, start, end)
        if place is None or not tails.PLACE_END_ZH.search(place.group("place")):
            place = tails.PLACE_BARE_ZH.search(text, start, end) or tails.LAND_ZH.search(
                text, start, end
            )
        if place is None:
            return
        span = place.span("place")
        several = _split(text, *span)
        dealt = [*before, *projects][-len(several) :]
        if len(several) == len(dealt) > 1 and "分别" in text[start : span[0]]:
            for project, own in zip(dealt, several, strict=True):
                project.place = project.place or own
            return
        if lead := tails.THIS_REGION.match(place.group("place")):
            span = (span[0] + lead.end(), span[1])
        for project in projects:
            project.place = span


_LEAD = 60  # letters before an amount that tell what it is
_PAIR = 2


def _of_two(
    lead: str, before: Sequence[NamedProject], projects: Sequence[NamedProject]
) -> NamedProject | None:
    """Return which of two projects the words before an amount mean: 前者, "the latter"."""
    told = list(tails.WHICH_OF_TWO.finditer(lead))
    pair = [*before, *projects][-2:] if told else []
    return pair[0 if told[-1]["first"] else 1] if len(pair) == _PAIR else None


def _split(text: str, start: int, end: int) -> list[Extent]:
    """Split a list of places at its marks: 高新区和临港新区."""
    found: list[Extent] = []
    for mark in tails.LISTED_PLACES.finditer(text, start, end):
        found.append((start, mark.start()))
        start = mark.end()
    return [*found, (start, end)]


def _is_named_after(project: NamedProject) -> bool:
    """Return whether no investor is known but one that the project's name begins with."""
    start, end = project.name
    return all(start <= first < end for first, _ in project.investors)
