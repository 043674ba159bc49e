"""What a draft claims, one figure or name at a time, as any tool could be told it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.errors.error import LISTS, NAME_LISTS, NAMES, Json
from extractor.article import Span
from extractor.draft import Draft
from extractor.draft.schema import EVENT_ITEM
from extractor.figures import Figure, find_figures


class Claim(NamedTuple):
    """One figure or name that a draft enters for an item.

    Attributes:
        item: the draft's id of the event, share, project or agreement.
        noun: what the item is: event, share, project or agreement.
        owner: its name or label; None for the event.
        role: the field that is filled: count, amounts, percents, targets, name, place, …
        words: the text that is quoted for it.
        figure: what the words mean as a figure; None for a name.
        place: where in the article they stand, where the draft says so.
        meaning: kind of an amount, base of a percentage, measure of a target, whole of a share.
    """

    item: str
    noun: str
    owner: str | None
    role: str
    words: str
    figure: Figure | None = None
    place: Span | None = None
    meaning: str | None = None


def claims_of(draft: Draft, figures: Mapping[int, Figure]) -> Iterator[Claim]:
    """Yield the claims of a draft in its order.

    Args:
        draft: the draft, with or without an error in it.
        figures: the article's figures by id.
    """
    said = draft.model_dump()
    labels = {share["id"]: share["label"] for share in said["shares"]}
    event = Claim(EVENT_ITEM, "event", None, "", "")
    yield from _claims(said["event"] or {}, event, figures)
    for name in LISTS:
        for item in said[name]:
            owner = item.get("name") or item.get("label")
            empty = Claim(item["id"], name.removesuffix("s"), owner, "", "")
            for claim in _claims(item, empty, figures):
                is_part = claim.role == "label" and item.get("of")
                yield claim._replace(meaning=labels.get(item["of"])) if is_part else claim


def _claims(item: Json, empty: Claim, figures: Mapping[int, Figure]) -> Iterator[Claim]:
    for field in NAMES:
        if item.get(field):
            yield empty._replace(role=field, words=item[field])
    for field in NAME_LISTS:
        for name in item.get(field, ()):
            yield empty._replace(role=field, words=name)
    for role, meaning, reference in _references(item):
        claim = empty._replace(role=role, meaning=meaning)
        if isinstance(reference, str):
            figure = next(iter(find_figures(reference)), None)
            yield claim._replace(words=reference, figure=figure)
        else:
            figure = figures[reference]
            yield claim._replace(words=figure.as_written, figure=figure, place=figure.span)


def _references(item: Json) -> Iterator[tuple[str, str | None, Any]]:
    if item.get("count") is not None:
        yield "count", None, item["count"]
    for role, meaning in (("amounts", "kind"), ("percents", "of"), ("targets", "measure")):
        for part in item.get(role, ()):
            for reference in (part["f"], *part.get("same", ())):
                yield role, part[meaning], reference
