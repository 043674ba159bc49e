"""Grounding, verified once more without trust in what resolved the draft.

Nothing here fails on a record that `resolve` made; a breach is an error in the code, and is shown as
a violation because a figure that does not stand in the article must never pass for one that does.
Only `grounding.reused` is a model's doing.
"""

import re
from collections.abc import Iterator, Sequence

from extractor.article import Span
from extractor.checks.entries import EVENT, Entry
from extractor.checks.subject import Subject
from extractor.draft.names import PLAIN_GROUPS, PLAIN_MEASURES, counted_in
from extractor.draft.references import as_number, read_at, show
from extractor.figures import Figure
from extractor.patterns import Pattern
from extractor.record import Count, Percent, Target
from extractor.violations import Violation

_NOT_THERE = "does not stand at its evidence"
_NOT_SO = "is not what its evidence says"
_EACH = Pattern(
    r"各|均|同样|同樣|同为|同為|都是|每|\b(?:each|apiece|both|every|likewise|same)\b", re.IGNORECASE
)


def check_figures_stand(subject: Subject) -> Iterator[Violation]:
    """Every figure of the record stands at its evidence, with the value, unit and hedge it has there."""
    text, evidence = subject.article.text, subject.resolution.evidence
    for entry in subject.entries:
        spans = evidence.get(entry.pointer, ())
        if not _stands(entry.part.as_written, spans, text):
            yield _breach("figure", entry.pointer, entry.owner, _NOT_THERE, subject)
        elif not _reads_so(entry, spans, subject):
            yield _breach("value", entry.pointer, entry.owner, _NOT_SO, subject)


def check_texts_stand(subject: Subject) -> Iterator[Violation]:
    """Every name and label of the record stands at its evidence, letter for letter."""
    text, evidence = subject.article.text, subject.resolution.evidence
    for pointer, words in subject.texts:
        spans = evidence.get(pointer, ())
        if not (_stands(words, spans, text) or _may_differ(pointer, words, spans, text)):
            owner = EVENT if pointer.startswith(EVENT) else "/".join(pointer.split("/")[:3])
            yield _breach("text", pointer, owner, _NOT_THERE, subject)


def check_dates_have_evidence(subject: Subject) -> Iterator[Violation]:
    """A date rests on words of the article."""
    event = subject.record.event
    for field in ("start_date", "end_date"):
        pointer = f"{EVENT}/{field}"
        if event and getattr(event, field) and not subject.resolution.evidence.get(pointer):
            yield _breach("date", pointer, EVENT, "has no evidence", subject)


def check_reuse(subject: Subject) -> Iterator[Violation]:
    """One figure says one thing of one item.

    Groups or projects that the text gives one figure for each (各12个) share it, and so may a group
    of one project and the project; of one group it may be the part of two bases (数量、金额占比都是).
    """
    for figure_id, entries in subject.uses.items():
        if len(entries) == 1 or _may_share(entries, subject):
            continue
        figure = subject.figures_by_id[figure_id]
        places = " and ".join(f"{subject.title(entry.owner)} ({entry.field})" for entry in entries)
        yield Violation(
            code="grounding.reused",
            message=f"{show(figure)} is used more than once, for {places}; keep it where the "
            "article means it and take it out elsewhere.",
            pointers=tuple(entry.pointer for entry in entries),
            items=subject.items(entries),
            figures=(figure_id,),
        )


def _stands(words: str, spans: tuple[Span, ...], text: str) -> bool:
    """Return whether words are what the article has at one of the places."""
    for start, end in spans:  # noqa: SIM110 - a loop is the fastest, for every figure and name
        if text[start:end] == words:
            return True
    return False


def _may_share(entries: Sequence[Entry], subject: Subject) -> bool:
    first, *others = entries
    owners = {entry.owner for entry in entries}
    if EVENT in owners:
        return False
    if len(owners) < len(entries):
        return _are_of_two_bases(entries) and _is_dealt_out(first.figure, subject)
    kinds = {owner.split("/")[1] for owner in owners}
    if all(other.field == first.field for other in others) and len(kinds) == 1:
        return _is_dealt_out(first.figure, subject)
    return first.field == "amounts" and _is_group_of_one(entries, subject)


def _are_of_two_bases(entries: Sequence[Entry]) -> bool:
    """Return whether a percentage is that of the count and that of the investment of one group."""
    bases = [entry.part.of for entry in entries if isinstance(entry.part, Percent)]
    return len({entry.owner for entry in entries}) == 1 and sorted(bases) == ["count", "investment"]


def _is_dealt_out(figure: Figure | None, subject: Subject) -> bool:
    """Return whether the words around a figure give it to each of several."""
    if figure is None:
        return False
    span = subject.article.sentence_at(figure.id)
    return _EACH.search(subject.article.text, span.start, span.end) is not None


def _is_group_of_one(entries: Sequence[Entry], subject: Subject) -> bool:
    groups = [entry for entry in entries if entry.owner in subject.shares]
    counts = [subject.count(group.owner) for group in groups]
    return (
        len(entries) == 2
        and len(groups) == 1
        and all(count is not None and count.part.value == 1 for count in counts)
    )


def _reads_so(entry: Entry, spans: tuple[Span, ...], subject: Subject) -> bool:
    """Return whether the finder's figure says so, or its words where it shows none there."""
    if entry.figure is not None:
        return _agrees(entry, entry.figure)
    text = subject.article.text
    return any(
        _agrees(entry, figure)
        for span in spans
        for figure in read_at(span, text)
        if figure.span == span
    )


def _agrees(entry: Entry, figure: Figure) -> bool:
    part = entry.part
    if isinstance(part, Count):
        figure = as_number(figure)
    if part.value != figure.value or part.upper != figure.upper or part.hedge != figure.hedge:
        return False
    if entry.currency is not None:
        return entry.currency == figure.unit
    if isinstance(part, Percent):
        return figure.kind == "percent"
    if isinstance(part, Target) and figure.kind in {"money", "percent"}:
        return part.unit == figure.unit
    return True


def _may_differ(pointer: str, words: str, spans: tuple[Span, ...], text: str) -> bool:
    """Return whether words that stand nowhere are plain ones, or a measure whose period is apart."""
    is_measure = pointer.endswith("/measure")
    if not spans:
        return words.casefold() in (PLAIN_MEASURES if is_measure else PLAIN_GROUPS)
    counted = counted_in(words) if is_measure else None
    return counted is not None and _stands(words[slice(*counted)], spans, text)


def _breach(rule: str, pointer: str, owner: str, complaint: str, subject: Subject) -> Violation:
    return Violation(
        code=f"grounding.{rule}",
        message=f"{subject.title(owner)}: {pointer} {complaint}.",
        pointers=(pointer,),
        items=(subject.item(owner),),
    )
