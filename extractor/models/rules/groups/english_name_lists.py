"""Names of English groups that are lists: "Lorem, Ipsum and Dolor firms", "food, toys and tea"."""

from extractor.models.rules.groups.phrases_en import SEEN_BY_EN, VERB
from extractor.models.rules.reading.reading import Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_ITEM = r"(?!(?:including|such|mainly|chiefly|especially|among|with|worth|as|while|but|which|who|where|and|or|of|for|said|then|all|both|each|some|it|they|he|she|we)\b)[A-Za-z“\"][\w’'“”\"-]*(?: [\w’'“”\"-]+){0,3}"
_ADVERBIAL = rf"(?:In|At|On|By|For|Among|Within|Inside|From|Of|According|As|Under|With|Besides|Overall|Meanwhile|Also|First|Next|Then|Second|Third|Finally|However|{SEEN_BY_EN}|During|After|Before)\b"
_BEFORE = Pattern(
    rf"(?:(?:^\W*|[.;:—] )(?!{_ADVERBIAL})|, (?:and|while|but) |\b(?:from|with|for)(?: the)? |\b(?:and|while) )(?:[Tt]he )?(?P<list>(?:{_ITEM}, )+)$"
)
_BEHIND = Pattern(
    rf"(?P<list>(?:, {_ITEM})+,? and {_ITEM}?)(?=[.;:)]|$|,? (?:with|worth|while|which|came|come|comes|are|were|is|was|account\w*|have|had|has|total\w*|amount\w*|and (?:the|another))\b|, |$)"
)
_AND = Pattern(r",? and ")
_SAID = Pattern(r"\b[A-Z][a-z]+ (?:[a-z]+ed|says?|said|told)\b")
_MOST = 100


def whole_list(sentence: Sentence, label: Extent, *, is_before: bool) -> Extent:
    """Return all of the list whose end, or whose beginning, was taken for a group's name.

    Args:
        sentence: the one that names the group.
        label: where what was taken stands in the reading.
        is_before: whether it stands before the group's figures; they end a list, and else begin it.
    """
    text, base = sentence.text, sentence.start
    start, end = label[0] - base, label[1] - base
    if start < 0 or end > len(text):
        return label
    if is_before:
        if text.endswith(", ", 0, start) and _AND.search(text, start, end):
            found = _BEFORE.search(text, max(start - _MOST, 0), start)
            start = found.start("list") if found and not _has_verb(found["list"]) else start
    elif text.startswith(", ", end) and not _AND.search(text, start, end):
        behind = _BEHIND.match(text, end, end + _MOST)
        words = behind["list"] if behind else None
        if behind and words and not _has_verb(words):
            end = behind.end("list")
    return base + start, base + end


def _has_verb(words: str) -> bool:
    return bool(VERB.search(words) or _SAID.search(words))
