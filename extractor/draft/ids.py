"""Ids of draft items: repairs name items by them, so each item bears one of its own."""

from collections.abc import Iterable
from typing import TypeVar

from extractor.draft.notes import quoted
from extractor.draft.schema import EVENT_ITEM, Draft, DraftAgreement, DraftProject, DraftShare
from extractor.violations import Growable, Violation

_Item = TypeVar("_Item", DraftShare, DraftProject, DraftAgreement)


def distinct(draft: Draft) -> tuple[Draft, tuple[Violation, ...]]:
    """Leave out items without an id of their own; each is a violation that asks for it again."""
    filter_ = _Filter()
    kept = Draft(
        no_event=draft.no_event,
        event=draft.event,
        shares=filter_.keep("shares", draft.shares),
        projects=filter_.keep("projects", draft.projects),
        agreements=filter_.keep("agreements", draft.agreements),
        background=draft.background,
    )
    return kept, tuple(filter_.violations)


class _Filter:
    def __init__(self) -> None:
        self._taken = {"", EVENT_ITEM}
        self.violations: list[Violation] = []

    def keep(self, name: Growable, items: Iterable[_Item]) -> list[_Item]:
        kept = []
        for item in items:
            if item.id in self._taken:
                self.violations.append(_clash(name, item))
            else:
                self._taken.add(item.id)
                kept.append(item)
        return kept


def _clash(name: Growable, item: DraftShare | DraftProject | DraftAgreement) -> Violation:
    words = item.name if isinstance(item, DraftProject) else item.label
    return Violation(
        code="structure.id",
        message=f"{name}: {quoted(words)} has no id of its own ({quoted(item.id)} is taken or "
        "empty) and was left out; add it again under a new id.",
        grows=(name,),
    )
