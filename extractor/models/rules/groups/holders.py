"""The group that an uncounted figure opens: the holder of its amount or its share."""

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.opened_groups import OpenedGroups
from extractor.models.rules.groups.phrases_en import holder
from extractor.models.rules.reading.runs import Run
from extractor.models.rules.words.clauses import behind_last
from extractor.patterns import Pattern

_SAID = Pattern(r"\b(?:said|says|told|noted|added|admitted|claimed|explained)\b")
_OF_SUM = Pattern(r"\W*(?:Of|Out of) (?:the|this|that|it|these|them)\b|.*\bof which\b")
_MONEY_BEHIND = Pattern(
    r" (?:(?:is|was|were|are|came|comes|flowed) from|(?:is|was|went|goes|will go) (?:to|into|for|in)) (?:the )?(?P<label>[^,;.ⒸⓂⓅ]{3,50}?)(?=[,;.]| while| and|$)"
)
_OF_WHOLE = Pattern(r"\s*of (?:the|all|its|our|this|these|those|them|it|everything|total)\b")
_PARTICIPLE = Pattern(r"(?:investing|total+ing|involving|bringing|spending|costing|adding up)")
_HELD = Pattern(
    r"\b(?:account|t[ao]k?es?\b|took\b|attract|dr[ae]w|contribut|ma[dk]es? up|pocket|bagg|shar(?:es?|ed)\b|chip|bec[ao]me|c[ao]mes?\b|top|lead|led\b|follow"
    r"|away with|manag|represent|garner|corner|won\b|look|slice|chunk|biggest|largest|sector|industr|gets?\b|got\b|receiv|lur(?:es?|ed)\b|mobili[sz]e|occup(?:y|ies|ied)\b|absorb|content|trail|belongs?|remaining)"
)


def open_holder(opened: OpenedGroups, run: Run) -> Group | None:
    """Open the group that an uncounted figure's own clause is about: "Energy attracted Ⓜ"."""
    text = opened.text
    if opened.language != "en":
        return None
    place = run.places[0]
    if (told := _MONEY_BEHIND.match(text, place + 1)) and _OF_SUM.match(text):
        return opened.enter(told.span("label"), place, among="")
    if not (_HELD.search(text) or _OF_WHOLE.match(text, place + 1)):
        return None
    start = behind_last(text, "ⒸⓂⓅ;:—“", place)
    span = holder(text, start, place, is_listed=bool(opened.groups))
    if span is None or _SAID.search(text, span[1], place):
        return None
    if opened.subject(text[slice(*span)]) or opened.is_label(span):
        return None
    is_participle = _PARTICIPLE.fullmatch(text, *span)  # "account for Ⓒ, investing Ⓜ"
    return opened.current if is_participle else opened.enter(span, place, among="")


def names_whole(after: str) -> bool:
    """Return whether the words behind a figure say that it is one of the whole: "of the total"."""
    return bool(_OF_WHOLE.match(after))
