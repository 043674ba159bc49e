"""Amounts that bound a class of projects (10亿元以上30个, projects of over 1 billion yuan)."""

import re

from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_THING = r"(?:项目|項目|企业|企業|合同|协议|工程|产业|產業|签约|簽約|大个子|大项目|单体|投资)"
_COUNT = r"[\d一二三四五六七八九十两兩]{1,4}[ ]?[多余餘来來]?[个個家项項宗件案]"
_CLASS_AFTER = Pattern(
    rf"(?:（[^）]{{1,8}}）)?[级級]?的?(?:[^，。；、\d]{{0,12}}{_THING}|(?:的|者|有|共|达|達|为|為){{0,2}}[ ]?{_COUNT})"
)
_CLASS_OVER = Pattern(
    rf"[级級]?的?(?:[^，。；、\d]{{0,8}}?{_THING})?者?(?:有|共|共有|达|達|为|為)?[ ]?{_COUNT}|(?:级|級)?的?(?:工业|重大|产业|制造业)?(?:项目|項目)(?![^，。；]{{0,8}}落)"
)
_CLASS_SHARED = Pattern(
    r"[级級]?的?(?:项目|項目|企业|企業)(?:数量?|數量?|[个個][数數])?[占佔]"  # 超5000万元的项目占八成
)
_COUNT_BEFORE = Pattern(rf"{_COUNT}(?:总投资|投资|單筆|单体投资|投資)?(?:额|額)?\Z")


def mark_boundaries(text: str, readings: list[Reading]) -> None:
    """Mark the amounts that bound a class; they become bare and exact. Change them in place."""
    for reading in readings:
        if reading.kind == "money":
            if reading.tail and text[reading.tail - 1] > "⺀":
                is_boundary = _bounds_chinese_class(text, reading)
            else:
                is_boundary = reading.hedge in _HEDGES and _bounds_class(text, reading)
        else:
            # 35岁以下青年, 百人以上企业
            is_boundary = (
                reading.end > reading.tail
                and reading.hedge in _HEDGES
                and reading.unit in _PERSONAL
                and text[reading.end : reading.end + 1] > "㐀"
            )
        if is_boundary:
            reading.boundary = True
            reading.hedge = "exact"
            reading.start, reading.end = reading.core, reading.tail


_HEDGES = frozenset({"over", "under"})
_PERSONAL = frozenset("人岁歲")


def _bounds_chinese_class(text: str, reading: Reading) -> bool:
    if reading.end > reading.tail and reading.hedge in {"over", "under"}:
        return bool(_CLASS_AFTER.match(text, reading.end))
    if text[reading.tail : reading.tail + 1] in {"级", "級"}:
        return True
    if reading.hedge in {"over", "under"} and reading.start < reading.core:
        if _CLASS_SHARED.match(text, reading.tail):
            return True
        if _CLASS_OVER.match(text, reading.tail):
            return text[reading.core : reading.core + 1] in _HAN_PLACES or bool(
                re.match(rf".{{0,16}}?{_COUNT}", text[reading.tail : reading.tail + 24])
            )
        return bool(_COUNT_BEFORE.search(text, max(0, reading.start - 14), reading.start))
    return False


_HAN_PLACES = frozenset("百千万亿億十")
_MEMBERS = (
    r"(?:[Pp]rojects?|ones?|deals?|[Cc]ontracts?|proposals?|them|MoUs?|memorandums?|agreements?|enterprises?|companies|investments?|\d"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|[Tt]hose|[Ee]ach|[Ee]very))"
)
_CLASS_BEFORE = Pattern(
    _MEMBERS
    + r",?(?: (?:are|is|were|come|comes|each|valued|priced|of|at|to|that|which|have|has|having|with|an?|individual|single|total|planned|contracted|investments?|foreign"
    r"|capital|value|volume|scale|involving|carrying|costing|requiring|whose|amount|amounts|exceeding|in|the|size|individually)){0,8} \Z"
)
_TOGETHER = Pattern(
    r"(?:combined|totall?ing|cumulative|together|aggregate|overall|reached|reaching|worth|signed|attract\w*|secur\w*|a total of)\b[^.;,]{0,16}\Z"
)
_AT_MOST = Pattern(r"(?:up to|at most|no more|not more|a? ?maximum|upto)", re.IGNORECASE)
_EACH_AFTER = Pattern(
    r"[^.,;]{0,12}\beach\b|[ ]?(?:-|–)?(?:class|level|category)\b|[ ]number(?:ed)?[ ]\d"
)
_TOTAL_WORD = Pattern(r"\b(?:an?|total|planned|contracted|foreign|capital|investments?) ")
_COUNT_BEHIND = Pattern(r" (?:[a-z]+ ){0,2}projects?:? \d")  # over 1 billion yuan projects 15
_COUNT_AFTER = Pattern(r",? (?:each|\d+ (?:[a-z]+ ){0,2}projects?|(?:[a-z]+ ){0,2}projects)")
_WORTH_BEFORE = Pattern(
    _MEMBERS
    + r"(?: (?:worth|valued|at|with|of|an?|investments?|are|is|which|that|total|costing|involving|whose|exceeding|above))* \Z"
)
_LISTED = Pattern(
    r"[Tt]here (?:are|were)|includ|[Aa]mong|of which|\d projects? with|(?:^|[.;:,\n]\s?|\b(?:of|for|the|and|that) )[Pp]rojects with"
)
_MANTISSAS = frozenset({"1", "2", "3", "5", "15", "25"})


def _bounds_class(text: str, reading: Reading) -> bool:
    """Return whether "projects of more than 1 billion" names a class rather than a sum.

    A class is bounded by a round amount; a sum of its projects follows or the projects are "of",
    "above" or "each" that amount.
    """
    if _EACH_AFTER.match(text, reading.end) or _COUNT_BEHIND.match(text, reading.end):
        return True
    if not _is_round(reading) or _AT_MOST.match(text, reading.start):
        return False
    before = text[max(0, reading.start - 90) : reading.start]
    if reading.end > reading.tail and (
        _COUNT_AFTER.match(text, reading.end) or _WORTH_BEFORE.search(before)
    ):
        return True
    members = _CLASS_BEFORE.search(before)
    if members is None or _TOGETHER.search(before[members.start() :]):
        return False
    if not _TOTAL_WORD.search(before[members.start() :]):
        return True
    # "with an investment of more than": a class where its members are listed, not the outcome told
    return bool(_LISTED.search(before)) and not _SIGNED_AFTER.match(text, reading.end)


def _is_round(reading: Reading) -> bool:
    return bool(reading.value) and str(int(reading.value or 0)).rstrip("0") in _MANTISSAS


_SIGNED_AFTER = Pattern(r" (?:were|was|have been|has been|are|is) (?:signed|inked|sealed|secured)")
