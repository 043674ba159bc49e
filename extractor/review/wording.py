"""Names, labels and dates: words of the article that a labeller chose, found there by code."""

import re
from typing import Any

from extractor.article import Span
from extractor.draft.dates import completed_date, date_evidence, is_edtf
from extractor.draft.names import Name, find_label, find_measure, find_name
from extractor.draft.notes import quoted
from extractor.evals.readings import ANY_OF, readings_of
from extractor.review.edits import AddEvent, AddItem, RefusedError, SetDate, SetReadings, SetText
from extractor.review.labelling import Labelling
from extractor.review.labels import Json, Labels
from extractor.review.pointers import APPEND, get, item_of, put, split
from extractor.review.removing import take_out, there

_TEXT = re.compile(
    r"/event/(?:name|activity|place|host)|/event/(?:aliases|industries)/(?:\d+|-)"
    r"|/(?:shares|agreements)/\d+/label|/projects/\d+/(?:name|place|industry)"
    r"|/projects/\d+/investors/(?:\d+|-)|/agreements/\d+/parties/(?:\d+|-)"
    r"|/projects/\d+/targets/\d+/(?:measure|unit)"
)
_LIST = re.compile(r".*/(?:aliases|industries|investors|parties)/(?:\d+|-)")
_COMPUTED = ("value", "upper", "currency", "hedge", "as_written")
"""Fields of a figure that code computes; of several readings of one, the computed one is the first."""

_NO_EVENT = "there is no event yet; add the event first"


def event_added(labelling: Labelling, edit: AddEvent) -> Labels:
    """Add an event.

    Raises:
        RefusedError: there is one, or its name does not stand in the article.
    """
    labels = labelling.labels.copied()
    if labels.record["event"] is not None:
        raise RefusedError("there is an event already; change its fields")
    labels.record["event"] = {
        "name": None,
        "aliases": [],
        "activity": None,
        "start_date": None,
        "end_date": None,
        "place": None,
        "host": None,
        "stage": edit.stage,
        "industries": [],
        "total": {"count": None, "amounts": []},
    }
    if edit.text is not None or edit.span is not None:
        _enter(labels, "/event/name", _words(labelling, "/event/name", edit.text, edit.span))
    return labels


def item_added(labelling: Labelling, edit: AddItem) -> Labels:
    """Add a share, project or agreement at the end of its list.

    Raises:
        RefusedError: there is no event, or the words do not stand in the article.
    """
    labels = labelling.labels.copied()
    if labels.record["event"] is None:
        raise RefusedError(_NO_EVENT)
    if edit.text is None and edit.span is None:
        raise RefusedError("an item needs a name: give its words")
    items = labels.record[edit.list]
    owner = f"/{edit.list}/{len(items)}"
    at = f"{owner}/{'name' if edit.list == 'projects' else 'label'}"
    name = _words(labelling, at, edit.text, edit.span)
    items.append(_new_item(labels, edit))
    _enter(labels, at, name)
    return labels


def _new_item(labels: Labels, edit: AddItem) -> Json:
    taken = {share["id"] for share in labels.record["shares"]}
    taken.update(id_ for ids in labels.items.values() for id_ in ids)
    initial = edit.list[0]
    id_ = next(f"{initial}{n}" for n in range(1, len(taken) + 2) if f"{initial}{n}" not in taken)
    if edit.list == "shares":
        group = {"id": id_, "label": "", "dimension": edit.dimension, "of": edit.of, "stage": None}
        return group | {"count": None, "amounts": [], "percents": []}
    labels.items[edit.list].append(id_)
    if edit.list == "agreements":
        return {"label": "", "parties": [], "count": None, "amounts": []}
    project: Json = {"name": "", "investors": [], "place": None, "industry": None}
    return project | {"amounts": [], "shares": [], "targets": []}


def text_set(labelling: Labelling, edit: SetText) -> Labels:
    """Set a name, a label or a member of a list of names; without words, empty it.

    Raises:
        RefusedError: no text goes there, or the words do not stand in the article.
    """
    labels = labelling.labels.copied()
    if not _TEXT.fullmatch(edit.at):
        raise RefusedError(f"no text goes to {edit.at}")
    if edit.text is None and edit.span is None:
        take_out(labels, edit.at)
        return labels
    holder, last = split(edit.at)
    there(labels.record, holder if last == APPEND else edit.at)
    if edit.at.endswith("/unit"):
        _refuse_unit_of_its_own(labelling, holder)
    name = _words(labelling, edit.at, edit.text, edit.span)
    if _LIST.fullmatch(edit.at):
        members = get(labels.record, holder)
        others = [m for index, m in enumerate(members) if str(index) != last]
        if any(name.text in readings_of(member) for member in others):
            raise RefusedError(f"{quoted(name.text)} is in the list already")
    _enter(labels, edit.at, name)
    return labels


def _refuse_unit_of_its_own(labelling: Labelling, target: str) -> None:
    """Money and percentages bring their unit along."""
    entry = labelling.entry_at(target)
    if entry is not None and entry.figure is not None and entry.figure.kind in {"money", "percent"}:
        raise RefusedError("the unit of money and of a percentage is the figure's own")


def date_set(labelling: Labelling, edit: SetDate) -> Labels:
    """Set a date of the event, which has to follow from the article.

    Raises:
        RefusedError: it does not, or there is no event.
    """
    labels = labelling.labels.copied()
    if labels.record["event"] is None:
        raise RefusedError(_NO_EVENT)
    claim = edit.value
    if edit.figure is not None:
        claim = _date_of(labelling, edit.figure, is_end=edit.at.endswith("end_date"))
    if claim is None:
        take_out(labels, edit.at)
        return labels
    if not is_edtf(claim):
        raise RefusedError(f"{claim} is no day of a calendar")
    span = date_evidence(claim, labelling.article, labelling.figures)
    if span is None:
        raise RefusedError(
            f"the date {claim} does not follow from the article; where its year is that of "
            "publication, set the day of publication first, or write XXXX for a year nobody can know"
        )
    put(labels.record, edit.at, completed_date(claim, labelling.figures))
    labels.evidence[edit.at] = (span,)
    return labels


def _date_of(labelling: Labelling, id_: int, *, is_end: bool) -> str:
    figure = labelling.subject.figures_by_id.get(id_)
    if figure is None or figure.date is None:
        raise RefusedError(f"[{id_}] is no date")
    return figure.date.split("/")[-1 if is_end else 0]


def readings_set(labelling: Labelling, edit: SetReadings) -> Labels:
    """Give the several right readings of a string of the record.

    Raises:
        RefusedError: no string stands there, or what code computed is not the first of them.
    """
    labels = labelling.labels.copied()
    now = readings_of(there(labels.record, edit.at))
    if not all(reading is None or isinstance(reading, str) for reading in now):
        raise RefusedError(f"{edit.at} is no text; only texts have several readings")
    wanted = list(dict.fromkeys(edit.readings))
    if edit.at.rpartition("/")[2] in _COMPUTED and now[0] != wanted[0]:
        raise RefusedError(
            f"{quoted(str(now[0]))} is what the article has there; it stays the first reading"
        )
    put(labels.record, edit.at, wanted[0] if len(wanted) == 1 else {ANY_OF: wanted})
    if _TEXT.fullmatch(edit.at):
        _place_again(labelling, labels, edit.at, wanted, now[0])
    return labels


def _place_again(
    labelling: Labelling, labels: Labels, at: str, wanted: list[str | None], now: str | None
) -> None:
    """Find the place of the best reading that stands in the article.

    Raises:
        RefusedError: none does, and the best one is not what was there before.
    """
    for reading in wanted:
        if reading is not None and (name := _find(labelling, at, reading)) is not None:
            if not name.spans or name.text != reading:
                continue
            labels.evidence[at] = name.spans
            return
    if now not in wanted and wanted != [None]:
        raise RefusedError(f"{at}: none of these readings stands in the article")


def trimmed(labelling: Labelling, span: Span) -> Name | None:
    """Return a stretch of the article as a name: without quotation marks or a leading article."""
    name = find_name(
        labelling.article.text[slice(*span)], labelling.article.text, near=(span.start,)
    )
    return name if name and _is_within(name, span) else None


def span_of(labelling: Labelling, place: list[int]) -> Span:
    """Return the stretch of the article that a request names, without spaces around it.

    Raises:
        RefusedError: it is no stretch of the article, or blank.
    """
    start, end = place
    text = labelling.article.text
    words = text[start:end]
    if not 0 <= start < end <= len(text) or not words.strip():
        raise RefusedError("the span is no stretch of the article's text")
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _words(labelling: Labelling, at: str, text: str | None, place: list[int] | None) -> Name:
    """Return the words that a labeller chose, as the article has them.

    Raises:
        RefusedError: they do not stand there.
    """
    if place is not None:
        span = span_of(labelling, place)
        name = _find(labelling, at, labelling.article.text[slice(*span)], near=(span.start,))
        if name is None or not _is_within(name, span):
            raise RefusedError(
                f"{quoted(labelling.article.text[slice(*span)])} is no name: it begins or ends "
                "inside a word or number, or holds no letter"
            )
        return name
    found = _find(labelling, at, text or "")
    if found is None:
        raise RefusedError(f"{quoted(text or '')} does not stand in the article; mark it there")
    return found


def _find(
    labelling: Labelling, at: str, words: str, near: tuple[int, ...] | None = None
) -> Name | None:
    text = labelling.article.text
    if near is None:
        near = labelling.near(item_of(at))
    if at.endswith("/measure"):
        return find_measure(words, text, near=near)
    if at.startswith("/shares/"):
        return find_label(words, text, near=near)
    return find_name(words, text, near=near)


def _is_within(name: Name, span: Span) -> bool:
    return all(span.start <= place.start and place.end <= span.end for place in name.spans)


def _enter(labels: Labels, at: str, name: Name) -> None:
    holder, last = split(at)
    members: Any = get(labels.record, holder)
    pointer = f"{holder}/{len(members)}" if last == APPEND else at
    put(labels.record, at, name.text)
    labels.evidence.pop(pointer, None)
    if name.spans and not pointer.endswith("/unit"):
        labels.evidence[pointer] = name.spans
