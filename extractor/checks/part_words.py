"""Parts of parts against the words: the text says which group is among which (其中, “of them”)."""

import re
from collections.abc import Iterator, Sequence

from extractor.article import Span
from extractor.checks.entries import EVENT
from extractor.checks.subject import Subject
from extractor.figures import Figure
from extractor.patterns import Pattern
from extractor.violations import Finding, Violation

_AHEAD = 25  # code points behind a group's figures and label in which "of these" may follow

_PART = Pattern(
    r"[其当當之]中|里[头頭面]?[，,、]|[里裡]有|(?<=[个個项項家笔筆件间間\d])中"
    r"|(?:[项項]目|企[业業])中|[（(](?=[^（()）\d]{0,12}\d+[个個项項家])"
    r"|\b(?:among|of|in) (?:the|them|these|those|that|it|this|which|its|their|whom)\b"
    r"|\bincluding|\bincludes?\b|\bwithin\b",
    re.IGNORECASE,
)
"""Words that may make a group a part of the one before it."""

_SURE_PART = Pattern(
    r"其中|[当當]中|\b(?:among|of) (?:them|these|those|which)\b|\bincluding\b", re.IGNORECASE
)
"""Words that make a group a part of the one that stands just before them."""


def check_parts_are_said(subject: Subject) -> Iterator[Finding]:
    """A share is a part of another where the text says so, beside it or beside the first of its kind.

    Size classes need no words: a higher one lies within a lower.
    """
    said: set[tuple[str, str]] = set()
    for share, first in sorted(subject.first_figures.items(), key=lambda item: item[1].id):
        parent, own = subject.wholes(share)[0], subject.shares[share].dimension
        if parent == EVENT or own == subject.shares[parent].dimension == "size":
            continue
        if (parent, own) in said or _is_said(share, first, parent, subject):
            said.add((parent, own))
            continue
        yield Finding(
            code="structure.unsaid_part",
            message=f"{subject.title(share)}: no words beside it make it a part of "
            f"{subject.title(parent)}; it may be a group of the whole.",
            pointers=(share,),
        )


def check_said_parts(subject: Subject) -> Iterator[Violation]:
    """A share that the text puts among the one before it, in one sentence, is entered as its part."""
    for share, first in subject.first_figures.items():
        whole = _said_whole(share, first, subject)
        if whole is None or whole in subject.wholes(share) or share in subject.wholes(whole):
            continue
        if _could_hold(whole, share, subject):
            yield Violation(
                code="structure.said_part",
                message=f"{subject.title(share)}: the text puts it among {subject.title(whole)}; set "
                f"`of` to {subject.shares[whole].id}.",
                pointers=(share, whole),
                items=(subject.item(share),),
            )


def _said_whole(share: str, first: Figure, subject: Subject) -> str | None:
    """Return the share that stands before one in its sentence, with words for a part between them."""
    sentence = subject.article.sentence_at(first.id)
    label = _label(share, subject)
    start = min(first.start, label.start) if _is_in(label, sentence) else first.start
    end, whole = _share_before(start, sentence, subject) or (start, share)
    other = _label(whole, subject)
    if _is_in(other, Span(sentence.start, start)):
        end = max(end, other.end)
    is_said = whole != share and _SURE_PART.search(subject.article.text, end, start)
    return whole if is_said else None


def _share_before(offset: int, sentence: Span, subject: Subject) -> tuple[int, str] | None:
    """Return the share whose figure is the last before an offset in its sentence, and its end."""
    for figure in reversed(subject.figures_between(Span(sentence.start, offset))):
        entries = subject.uses.get(figure.id, ())
        if owners := [entry.owner for entry in entries if entry.owner in subject.shares]:
            return figure.end, max(owners)
    return None


def _figures(share: str, subject: Subject) -> Sequence[Figure]:
    entries = subject.entries_by_owner.get(share, ())
    return [e.figure for e in entries if e.figure is not None and e.field != "equivalents"]


def _label(share: str, subject: Subject) -> Span:
    """Return where a share's label stands; nowhere for a plain one."""
    places = subject.resolution.evidence.get(f"{share}/label", ())
    return places[0] if places else Span(-1, -1)


def _is_in(label: Span, sentence: Span) -> bool:
    return sentence.start <= label.start < sentence.end


def _is_said(share: str, first: Figure, parent: str, subject: Subject) -> bool:
    """Return whether words between the parent's figures and the end of the share's make it a part."""
    text = subject.article.text
    sentence = subject.article.sentence_at(first.id)
    start = max(
        (f.end for f in _figures(parent, subject) if sentence.start <= f.id < first.id),
        default=sentence.start,
    )
    ends = [figure.end for figure in _figures(share, subject) if figure.id < sentence.end]
    label = _label(share, subject)
    if _is_in(label, sentence):
        ends.append(label.end)
    words = text[start : max(ends) + _AHEAD]
    return bool(_PART.search(words)) or subject.shares[parent].label in words


def _could_hold(whole: str, part: str, subject: Subject) -> bool:
    mine, theirs = subject.count(part), subject.count(whole)
    return mine is None or theirs is None or mine.part.value <= theirs.part.value
