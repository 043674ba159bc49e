"""The figures of a draft item: references become counts, amounts, percentages and targets."""

from collections.abc import Iterator, Sequence

from extractor.draft.names import find_measure, find_name
from extractor.draft.notes import Item, Notes, quoted
from extractor.draft.references import Dangling, References, Role, show
from extractor.draft.schema import DraftAmount, DraftPercent, DraftTarget, Ref
from extractor.figures import Figure
from extractor.record import Amount, Count, Equivalent, Percent, Target
from extractor.violations import Finding


class Quantities:
    """Resolves references and notes evidence for each figure that enters the record."""

    def __init__(self, text: str, references: References, notes: Notes) -> None:
        """Resolve against the figures of `text`; write down what is found out in `notes`."""
        self._text = text
        self._references = references
        self._notes = notes

    def count(self, ref: Ref | None, item: Item, pointer: str) -> Count | None:
        """Resolve a count; None where there is none or it cannot be resolved."""
        figure = None if ref is None else self._figure(ref, item, role="number", place="count")
        if figure is None or figure.value is None:
            return None
        self._note(pointer, figure)
        return Count(
            value=int(figure.value),
            upper=None if figure.upper is None else int(figure.upper),
            hedge=figure.hedge,
            as_written=figure.as_written,
        )

    def amounts(self, drafts: Sequence[DraftAmount], item: Item, pointer: str) -> list[Amount]:
        """Resolve amounts of money with their conversions."""
        amounts: list[Amount] = []
        for draft in drafts:
            figure = self._figure(draft.f, item, role="money", place="amounts")
            if figure is None or figure.value is None or figure.unit is None:
                continue
            place = f"{pointer}/{len(amounts)}"
            self._note(place, figure)
            amounts.append(
                Amount(
                    kind=draft.kind,
                    value=figure.value,
                    upper=figure.upper,
                    currency=figure.unit,
                    hedge=figure.hedge,
                    as_written=figure.as_written,
                    equivalents=self._equivalents(draft.same, item, place),
                )
            )
        return amounts

    def _equivalents(self, refs: Sequence[Ref], item: Item, pointer: str) -> list[Equivalent]:
        equivalents: list[Equivalent] = []
        for figure in self._figures(refs, item, role="money", place="same"):
            if figure.value is None or figure.unit is None:
                continue
            self._note(f"{pointer}/equivalents/{len(equivalents)}", figure)
            equivalents.append(
                Equivalent(
                    value=figure.value,
                    upper=figure.upper,
                    currency=figure.unit,
                    hedge=figure.hedge,
                    as_written=figure.as_written,
                )
            )
        return equivalents

    def percents(self, drafts: Sequence[DraftPercent], item: Item, pointer: str) -> list[Percent]:
        """Resolve percentages."""
        percents: list[Percent] = []
        for draft in drafts:
            figure = self._figure(draft.f, item, role="percent", place="percents")
            if figure is None or figure.value is None:
                continue
            self._note(f"{pointer}/{len(percents)}", figure)
            percents.append(
                Percent(
                    value=figure.value,
                    upper=figure.upper,
                    hedge=figure.hedge,
                    of=draft.of,
                    as_written=figure.as_written,
                )
            )
        return percents

    def targets(self, drafts: Sequence[DraftTarget], item: Item, pointer: str) -> list[Target]:
        """Resolve targets; the measure and unit stand in the text, or are plain ones."""
        targets: list[Target] = []
        for draft in drafts:
            figure = self._figure(draft.f, item, role="target", place="targets")
            if figure is None or figure.value is None:
                continue
            measure = find_measure(draft.measure, self._text, near=(figure.start,))
            if measure is None:
                self._notes.complain(
                    item,
                    "grounding.measure",
                    f"the measure {quoted(draft.measure)} of {show(figure)} does not stand in the article",
                    figures=(figure.id,),
                )
            unit = self._unit(draft, figure, item)
            if measure is None or unit is None:
                continue
            place = f"{pointer}/{len(targets)}"
            self._note(place, figure)
            if measure.spans:
                self._notes.evidence[f"{place}/measure"] = measure.spans
            targets.append(
                Target(
                    measure=measure.text,
                    value=figure.value,
                    upper=figure.upper,
                    unit=unit,
                    hedge=figure.hedge,
                    as_written=figure.as_written,
                )
            )
        return targets

    def _unit(self, draft: DraftTarget, figure: Figure, item: Item) -> str | None:
        """Money and percentages keep their own unit; else the words quoted, else the figure's."""
        if figure.kind in {"money", "percent"}:
            return figure.unit
        if draft.unit and (name := find_name(draft.unit, self._text, near=(figure.end,))):
            return name.text
        if draft.unit is None and figure.unit:
            return figure.unit
        self._notes.complain(
            item,
            "grounding.unit",
            f"the unit {quoted(draft.unit)} of {show(figure)} does not stand in the article"
            if draft.unit
            else f"{show(figure)} needs a unit, quoted from the article",
            figures=(figure.id,),
        )
        return None

    def _figures(
        self, refs: Sequence[Ref], item: Item, *, role: Role, place: str
    ) -> Iterator[Figure]:
        for ref in refs:
            figure = self._figure(ref, item, role=role, place=place)
            if figure is not None:
                yield figure

    def _figure(self, ref: Ref, item: Item, *, role: Role, place: str) -> Figure | None:
        found = self._references.look_up(ref, role=role, near=item.near)
        if isinstance(found, Dangling):
            self._notes.complain(
                item,
                f"reference.{found.rule}",
                f"{place}: {found.complaint}",
                figures=(ref,) if isinstance(ref, int) else (),
            )
            return None
        if found.missed:
            self._notes.findings.append(
                Finding(
                    code="figures.missed",
                    message=f"“{found.figure.as_written}” was quoted by the model; the finder does "
                    "not show it as a figure, code read it from the quote.",
                    spans=(found.figure.span,),
                )
            )
        return found.figure

    def _note(self, pointer: str, figure: Figure) -> None:
        self._notes.evidence[pointer] = (figure.span,)
