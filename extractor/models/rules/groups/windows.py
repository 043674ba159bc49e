"""What stands around a count in its sentence: its window, references, lists of names."""

from bisect import bisect_right
from functools import cached_property
from typing import Literal

from extractor.models.rules.groups.phrases_en import list_before
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

Language = Literal["en", "zh"]

_START = Pattern(
    r"[，。；：,;:ⒸⓂⓅ—、（(](?:(?<=[，。；：,;:ⒸⓂⓅ—])|(?<=[ⒸⓂⓅⓃ]、)|(?<=[ⒸⓂⓅ]）、)|(?<=、)(?=Ⓒ)|(?<=[（(])(?!不?含[^）ⒸⓂⓅⒷⓃ]{0,16}）))"
)
_JOINT = Pattern(
    r" (?:and (?:(?<=[)ⒸⓂⓅ] and )|(?<=projects and )|(?<=agreements and ))|but (?<=[ⒸⓂⓅ] but ))"
)
_END = Pattern(r"[，。；：、,;:ⒸⓂⓅ]|[（(](?!不?含）)|(?<!含)[）)]")
OF_MIDDLE_ZH = "[国外央西部小心东药医试资欧韩日美德高型式餐成文草间游]"
"""Behind 中 in words that begin with it, so that it is no end of '30个项目中': 中药, 中试, 中小."""
_REFERENCE_ZH = Pattern(
    rf"(?:[^，；、。ⒸⓂⓅ]{{0,10}}(?:项目|企业|厂商|业者|公司|合同|协议))?(?:(?:[当之]?中|里|内)(?:，|有|已|的[另一最])|分别[是为：]|中(?!{OF_MIDDLE_ZH})(?=[^，。；ⒸⓂⓅ]{{2,12}}(?:[有占共达])Ⓒ))"
)
_REFERENCE_EN = Pattern(
    r"\b(?:[Aa]mong|[Oo]f|out of) (?:the|these|those|all|all the|this year['’]s|its|our)\s*$"
)
_OF_OTHER = Pattern(r" of (?:the|these|those|all|this year['’]s|its|our) (?=Ⓒ)")
_BEFORE_VALUES = Pattern(
    r"(?:，(?=(?:项目|数量|个数)?(?:分别|依次|分获|各获)))?(?:的[\u3400-\u9fff]{0,6}(?=项目)|的|各|等?(?:[ⒸⓃ]|[两三四五六七八九十](?!产(?!业)))大?[\u3400-\u9fff]{0,4}?)?(?:[镇市县区]|地区|(?:投资|类)?项目数?量?)?(?:[\s,]*(?:(?:为主|居多|最多|领先|见长)，|依次|分别|分获|各获|[Rr]espectively|in turn|are to host|accounted for|signed|have|has|took|received|with|for|为|有|达|占|签约|开工|动工|投产|落户|引进|projects|divisions?|districts?))*[\s,]*$"
)
_AROUND_NAME = Pattern(
    r"^.*\b(?:held|took place|opened) in (?:the )?|^[^，；。]{1,8}的则?(?:[是为有]|要?数)|^(?:其次|再次|随后)[是为]|^(?:分别|其中|当中)*(?:(?:签约|开工)?项目以|在|来自|从)?"
)
_BEHIND_NAME = Pattern(
    r"(?: on)? ?Ⓓ$| (?:divisions?|projects|deals)$|(?<=..)(?:仍|依然|依旧|同样)[是为居][^，。；、]{2,10}$"
)
_SEPARATORS = (
    Pattern(r"\s*[、，,;]\s*(?:and\s+|和|及)?"),
    Pattern(r"\s*[、，,;]\s*(?:and\s+)?|\s+and\s+|和|及|与"),
)
_SUFFIXES = frozenset("镇市县区")
_REACH = 60


class Windows:
    """The windows of one sentence's counts.

    Args:
        text: the sentence in the reading.
        language: its language.
    """

    def __init__(self, text: str, language: Language) -> None:
        """Begin a sentence."""
        self._text = text
        self._language = language

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0, *(found.end() for found in _START.finditer(self._text))]
        if self._language == "en":
            starts += (found.end() for found in _JOINT.finditer(self._text))
            starts.sort()
        return starts

    def around(self, place: int) -> Extent:
        """Return the window of a count: from the separator or figure before it to the next.

        "Ⓒ of the Ⓒ" is one count and what it is of; a count in brackets takes in what stands
        before them.
        """
        index = bisect_right(self._starts, place) - 1
        start = self._starts[index]
        if start == place and place and self._text[place - 1] in "(（":
            start = self._starts[max(index - 1, 0)]
        other = self.of_other(place)
        stop = _END.search(self._text, place + 1 if other is None else other + 1)
        return start, stop.start() if stop else len(self._text)

    def clause(self, place: int) -> str:
        """Return a count's window with the clause before it, which often holds the scope."""
        start, end = self.around(place)
        before = behind_last(self._text, "，；。;,:：", max(start - 1, 0))
        return self._text[before:end]

    def of_other(self, place: int) -> int | None:
        """Return where the count stands of which this one is a part ("Ⓒ of the Ⓒ")."""
        found = _OF_OTHER.match(self._text, place + 1)
        return found.end() if found else None

    def is_reference(self, place: int) -> bool:
        """Return whether a count only takes up projects counted before (Ⓒ项目中, "of the Ⓒ")."""
        if self._language == "zh":
            return bool(_REFERENCE_ZH.match(self._text, place + 1))
        return bool(_REFERENCE_EN.search(self._text, max(place - _REACH, 0), place))

    def names_before(self, place: int, wanted: int) -> list[Extent]:
        """Return the names in the list before a run of values; empty unless there are as many."""
        bound = len(self._text[:place].rstrip(" :"))
        start = behind_last(self._text, "；。;：:ⒸⓂⓅ", bound)
        tail = _BEFORE_VALUES.search(self._text, start, place)
        end = tail.start() if tail else place
        start = max(start, self._text.rfind("，", start, end) + 1)
        if self._language == "en":
            start, end = list_before(self._text, start, end)
        for separators in _SEPARATORS:
            spans = pieces(self._text, start, end, separators)
            if len(spans) >= wanted:
                return [
                    self._trimmed(*self._with_suffix(span, spans[0])) for span in spans[-wanted:]
                ]
        return []

    def _with_suffix(self, span: Extent, first: Extent) -> Extent:
        """Keep 县 on the last name of a list too (甲县、乙县分别), where the first has it."""
        end = span[1]
        is_alike = self._text[first[1] - 1] in _SUFFIXES and self._text[end - 1] not in _SUFFIXES
        return (span[0], end + 1) if is_alike and self._text[end] in _SUFFIXES else span

    def _trimmed(self, start: int, end: int) -> Extent:
        """Leave out what stands around a listed name: where and when."""
        if lead := _AROUND_NAME.match(self._text[start:end]):
            start += lead.end()
        if self._language == "en" and self._text.startswith("the ", start):
            start += len("the ")
        if tail := _BEHIND_NAME.search(self._text[start:end]):
            end = start + tail.start()
        return start, end


def pieces(text: str, start: int, end: int, separators: Pattern) -> list[Extent]:
    """Return the pieces of a range between separators, without spaces around them."""
    spans = []
    at = start
    for found in [*separators.finditer(text, start, end), None]:
        stop = found.start() if found else end
        piece = text[at:stop]
        first = at + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((first, first + len(piece.strip())))
        at = found.end() if found else stop
    return spans
