"""The words that name a group of projects, around its count in the reading.

A wording looks at the window of one count: what stands between the separators or figures before it
and those behind it. The first that gives words of substance names the group; a count that none of
them names is one of the whole ("a total of Ⓒ projects", 共签约项目Ⓒ).
"""

import re

from extractor.models.rules.groups.labels_en import EN, NOUN, WHOLE_EN, WHOLE_START_EN
from extractor.models.rules.groups.labels_zh import GENERIC_LABEL_ZH, WHOLE_START_ZH, WHOLE_ZH, ZH
from extractor.models.rules.groups.phrases_en import is_empty, trim
from extractor.models.rules.reading.reading import COUNT, MARKS
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_GENERIC = Pattern(
    r"(?:(?:the|a|an|and|while|with|both|as|many|understanding|of|these|those|such|its|our|all|new|key|major|large|big|contracted|signed|investment|cooperation|provincial-level|county-level|city-level|more|other|different|investments|commitments|pledges|various|separate|memoranda of understanding|individual|formal|industrial cooperation|intended|planned|selected|high-quality|good|total|numbers?|quantity|values?|amounts?|investment intents?|outlays?|worth|were|are|have|has|been|in|said|to|at|on)\s*)+",
    re.IGNORECASE,
)
_LEADING = Pattern(
    r"^(?:(?:will be|put into|put on|with (?=an?\b|total|contracted|the)|with|in the field of|in the fields of|in the|in|of|from the|from|by the|by|to the|to|at|on(?= the)|over(?= a)|are|is|were|was|the(?= [A-Z])|invested by|that|which|involving|relat\w+ to|pertain\w* to|involv(?:e|ed|ing)|concern(?:ed)?|(?:fall(?:s|ing)?|fell|belong(?:s|ing)?) (?:in|into|under|to)|(?:(?:the )?(?:category|categories|field|fields|class)|that|those) of|(?:settled|located|situated|gathered|landed|concentrated) in|(?:brought|introduced) (?:in )?by|a(?=n? investment)|and)\s+)",
    re.IGNORECASE,
)
_SIZE_LEAD = Pattern(
    r"^(?:over|above|exceed\w*|more than|at least|below|under|between)\b.*Ⓑ", re.IGNORECASE
)
_OTHERS = Pattern(r"^(?:other|rest|remaining|others|其余|剩余|剩下|余下|其他)$", re.IGNORECASE)


def find_label(window: str, language: str) -> Extent | None:
    """Return where in a window the name of the group stands, or None for the whole.

    Args:
        window: the reading around one count, itself written Ⓒ.
        language: `zh` or `en`.
    """
    if language == "en" and (behind := window.find(f"{COUNT} and ")) >= 0:
        window = window[: behind + 1]  # what follows names the next one: "toys Ⓒ and robots Ⓒ"
    for wording in ZH if language == "zh" else EN:
        found = wording.find(window)
        if found and language == "en" and found[1] <= window.index(COUNT):
            found = trim(window, *found)
        if found and (span := _substance(window, *found, language)):
            return span
    return None


def _substance(window: str, start: int, end: int, language: str) -> Extent | None:
    """Trim a label; None where nothing of substance is left."""
    end = start + len(window[start:end].rstrip(" 的,，、-—"))
    if language == "en" and (takes := _TAKES.search(window, start + 2, end)):
        end = takes.start()
    if late := _LATE.search(window, start, end):
        end = late.start()
    while start < end and window[start] in " 的":
        start += 1
    if _OTHERS.match(window[start:end]):
        return start, end
    full = end
    start, end = _without_noun(window, start, end)
    label = window[start:end]
    if not label or (not _PAPER.fullmatch(label) and _is_whole(_without_papers(label), language)):
        return None
    if end <= window.index(COUNT) and language == "en":
        return None if is_empty(label) else (start, end)
    if _GENERIC.fullmatch(label):
        if not _OF_THEM.search(window):
            return None
        end = full
    while (lead := _LEADING.match(window[start:end])) and not _SIZE_LEAD.match(window[start:end]):
        start += lead.end()
    return (start, end) if end - start > 1 or window[start:end] in MARKS else None


_TAKES = Pattern(r" (?:takes?|took|account(?:s|ed)?|makes?|contributes?|contributed)\b")
_PAPERS = Pattern(r"\b(?:agreements? of|memorand\w+ of|memorand\w+$)")
_OF_THEM = Pattern(r"Ⓒ of (?:them|these|those|the compan|the firms|the invest)")
_LATE = Pattern(r" (?:on the (?:morning|afternoon|evening) of the|on the|of the|on|of|in|at|and)$")
_LAST_NOUN = Pattern(rf"\s+{NOUN}$", re.IGNORECASE)
_PAPER = Pattern(
    r"(?:(?:non-)?binding|firm|formal|signed|preliminary|definitive|joint[ -]venture|licensing|supply|purchase(?: and sale)?|procurement|framework) (?:contracts?|agreements?|deals?|MoUs)",
    re.IGNORECASE,
)
"""Papers that are told apart by what they are, whose noun belongs to the name."""
_DONE_ZH = Pattern(r"(?:集中)?(?:签约|签署|签订)")
_OCCASION_ZH = Pattern(r"(?:现场|即场|[上会场前]|仪式|签约)$")


_KINDS_ZH = frozenset(["投资", "投资合作"])
_OCCASIONS_ZH = frozenset(["现场签约", "现场集中签约", "集中签约"])


def _without_papers(label: str) -> str:
    """Return an English name without "agreement of": "agreements of intent"."""
    return _PAPERS.sub("", label)


def is_rest(label: str) -> bool:
    """Return whether a label only says that these are the others (其余, "the remaining")."""
    return bool(_OTHERS.match(label))


def _is_whole(label: str, language: str) -> bool:
    if language == "zh":
        return bool(
            WHOLE_ZH.search(label)
            or WHOLE_START_ZH.match(label)
            or (GENERIC_LABEL_ZH.fullmatch(label) and label not in _KINDS_ZH | _OCCASIONS_ZH)
        )
    return bool(WHOLE_EN.search(label) or WHOLE_START_EN.match(label))


def _without_noun(window: str, start: int, end: int) -> Extent:
    """Leave "projects" out at a label's end; keep 签约 where the label is an occasion."""
    found = _LAST_NOUN.search(window[start:end])
    if found and not _PAPER.fullmatch(window[start:end]):
        return start, start + found.start()
    if _OCCASION_ZH.search(window[start:end]) and (done := _DONE_ZH.match(window, end)):
        return start, done.end()
    return start, end
