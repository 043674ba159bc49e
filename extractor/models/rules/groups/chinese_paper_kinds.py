"""The kinds of papers into which a Chinese article breaks its projects down.

"其中正式合同26个，框架协议14个" tells of the projects that the total counts, and of nothing beside them:
each kind is a group, be it one of contracts or one of agreements.
"""

from collections.abc import Iterator

from extractor.models.rules.reading.reading import COUNT, Reading, Sentence
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_PAPER = r"(?:合同|协议书?|合约|意向书?|备忘录|(?<=正式)签约|(?<=意向)签约)"
_KIND = rf"(?P<label>(?:正式|采购|购销|贸易|技术|研发|投资|框架|意向|战略|合作|合资|履约|项目|建设|入园|产业)*{_PAPER})"
_COUNTED = (
    Pattern(rf"{_KIND}类?(?:项目)?的?(?:数量)?(?:共|有|为|达|计|则|仅|是)*(?P<count>{COUNT})"),
    Pattern(
        rf"(?P<count>{COUNT})(?:项目)?(?:则|均|都)?(?:为|是|属于?|系|签(?:订|署|下)?了?){_KIND}"
    ),
)
_LOOSE = Pattern("框架|意向|战略|备忘录")
_BREAKS_DOWN = Pattern(r"其中|当中|分为|[按从][^，]{0,10}[分看]|包括|：|Ⓒ（")
_LEAST = 2


def paper_kinds(reading: Reading) -> dict[int, Extent]:
    """Return where the names of the counted kinds stand, by where the counts do.

    Args:
        reading: a Chinese article.
    """
    kinds: dict[int, Extent] = {}
    counted: set[object] = set()
    read = reading.sentences[0].start if reading.sentences else 0
    if not _LOOSE.search(reading.text):
        return kinds
    for sentence in reading.sentences:
        if sentence.text.count(COUNT) < _LEAST:
            continue
        told = dict(_kinds_of(sentence.text))
        if not told:
            continue
        base = sentence.start
        before = reading.marks(read, base)
        counted |= {mark.figure.value for _, mark in before if mark.letter == COUNT}
        read = base
        if _is_breakdown(reading, sentence, told, counted):
            kinds |= {base + at: (base + start, base + end) for at, (start, end) in told.items()}
    return kinds


def _kinds_of(text: str) -> Iterator[tuple[int, Extent]]:
    for pattern in _COUNTED:
        told = [(found.start("count"), found.span("label")) for found in pattern.finditer(text)]
        if len(told) >= _LEAST:
            yield from told
            return


def _is_breakdown(
    reading: Reading, sentence: Sentence, kinds: dict[int, Extent], counted: set[object]
) -> bool:
    """Return whether firm papers and loose ones are parts of what was counted before them."""
    loose = [bool(_LOOSE.search(sentence.text, *label)) for label in kinds.values()]
    if all(loose) or not any(loose):
        return False
    if _BREAKS_DOWN.search(sentence.text, 0, min(kinds)):
        return True
    values = [reading.mark(sentence.start + at).figure.value or 0 for at in kinds]
    return sum(values) in counted
