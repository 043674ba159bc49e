"""A repair: the patch that a model answers with, confined to what it was asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extractor.draft.ids import distinct
from extractor.draft.schema import (
    EVENT_ITEM,
    Draft,
    DraftAgreement,
    DraftEvent,
    DraftProject,
    DraftShare,
    NoEvent,
    Patch,
)
from extractor.violations import Growable, Violation

_DraftItem = TypeVar("_DraftItem", DraftShare, DraftProject, DraftAgreement)


@dataclass(frozen=True)
class Patched:
    """A draft after a patch.

    Attributes:
        draft: the draft with every change that was asked for.
        refused: what the patch changed beyond that, as violations; none of it is in the draft.
        stands: the violations that the model says are right as they are.
    """

    draft: Draft
    refused: tuple[Violation, ...]
    stands: tuple[Violation, ...]


def apply_patch(draft: Draft, patch: Patch, violations: Sequence[Violation]) -> Patched:
    """Apply a patch to a draft, within what the violations allow to change.

    Args:
        draft: the draft that was found wrong.
        patch: the model's answer.
        violations: what it was asked about, in the order of their numbers (from 1).
    """
    scope = _Scope(violations)
    draft, _ = distinct(draft)
    no_event, event = _event(draft, patch, scope)
    patched = Draft(
        no_event=no_event,
        event=event,
        shares=_merge("shares", draft.shares, patch.shares, patch.delete, scope),
        projects=_merge("projects", draft.projects, patch.projects, patch.delete, scope),
        agreements=_merge("agreements", draft.agreements, patch.agreements, patch.delete, scope),
        background=_background(draft, patch, scope),
    )
    if event is None and (event != draft.event or patch.no_event is not None):
        patched = patched.model_copy(update={"shares": [], "projects": [], "agreements": []})
    stands = [violations[n - 1] for n in dict.fromkeys(patch.stands) if 1 <= n <= len(violations)]
    return Patched(patched, tuple(scope.refused), tuple(v for v in stands if v.disputable))


class _Scope:
    """What may change, and what was refused."""

    def __init__(self, violations: Sequence[Violation]) -> None:
        self._items = {item for violation in violations for item in violation.items}
        self._grows = {name for violation in violations for name in violation.grows}
        self.refused: list[Violation] = []

    def may_change(self, item: str) -> bool:
        return item in self._items or self._refuse(f"{item} was changed without being asked about")

    def may_grow(self, name: Growable) -> bool:
        return name in self._grows or self._refuse(f"{name} grew without being asked to")

    def _refuse(self, complaint: str) -> bool:
        self.refused.append(
            Violation(code="patch.refused", message=f"{complaint}; left as it was.")
        )
        return False


def _event(draft: Draft, patch: Patch, scope: _Scope) -> tuple[NoEvent | None, DraftEvent | None]:
    """Return the event after the patch: a new one, none (with the reason), or as it was."""
    before = (draft.no_event, draft.event)
    changed = before
    if patch.event is not None or patch.no_event is not None or EVENT_ITEM in patch.delete:
        changed = (patch.no_event, patch.event)
    return changed if changed != before and scope.may_change(EVENT_ITEM) else before


def _merge(
    name: Growable,
    items: Sequence[_DraftItem],
    changes: Sequence[_DraftItem],
    deleted: Iterable[str],
    scope: _Scope,
) -> list[_DraftItem]:
    """Replace, delete and add whole items by id; an item sent back unchanged changes nothing."""
    merged = {item.id: item for item in items}
    for change in changes:
        known = merged.get(change.id)
        if known == change:
            continue
        if scope.may_grow(name) if known is None else scope.may_change(change.id):
            merged[change.id] = change
    for item in deleted:
        if item in merged and scope.may_change(item):
            del merged[item]
    return list(merged.values())


def _background(draft: Draft, patch: Patch, scope: _Scope) -> list[int]:
    added = [figure for figure in patch.background if figure not in draft.background]
    if added and scope.may_grow("background"):
        return [*draft.background, *added]
    return draft.background
