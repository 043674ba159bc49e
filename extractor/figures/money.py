"""Which amounts are money, in which currency, and which only bound a class."""

import re

from extractor.figures.chinese import BARE_YUAN
from extractor.figures.currencies import home_currency, home_yuan, national
from extractor.figures.reading import Reading

_MONEY_NEAR = re.compile(
    r"(?:投[资資]|[资資]金|金[额額]|[额額]|引[资資]|涉[资資]|[资資]产|斥[资資]|耗[资資]|[产產]值|[营營]收|收入|[税稅][收金]?|价值|價值|造价|元|贷款|授信|利润|利潤|补贴|揽金|吸金)[^。；;，,\d]{0,6}\Z"
)
_THING_AFTER = re.compile(
    r"[ -](?!(?:in|on|of|for|from|to|and|by|at|with|as|were|was|is|are|has|have|had|that|which|this|last|next|each|every|per|a|an|the|will|would|respectively"
    r"|over|during|into|or|but|investments?|deals?|projects?|contracts?|worth|through|against|between|under|more|plus|so|would|can|could|since|between"
    r"|annually|yearly|today|alone|combined|altogether|when|while|after|before|until|photovoltaic|class|level|mark)\b)[a-z][\w-]*"
)
_PEOPLE_BEFORE = re.compile(r"(?:population|people|tourists|passengers|users|visitors|capacity|output|production|exports? of)\b[^.,;]{0,20}\Z")
_CHINESE_THING = frozenset("人吨噸只件千瓦度株头斤桶枚公平方立台套辆用游旅客家户户消农")


def settle(text: str, readings: list[Reading]) -> None:
    """Decide what a bare million, 亿 or crore means, and which currency a bare 元 is."""
    home = common = ""
    open_scales = False
    meant: dict[str, str] = {}
    for reading in readings:
        if reading.kind == "money":
            if reading.unit == BARE_YUAN:
                home = home or home_yuan(text)
                reading.unit = home
            elif reading.unit is not None:
                if reading.unit not in meant:
                    meant[reading.unit] = national(reading.unit, text)
                reading.unit = meant[reading.unit]
            common = common or reading.unit or ""
        elif reading.bare == "scale" and reading.kind == "count":
            open_scales = True
    if not open_scales:
        return
    common = common or home_currency(text) or ""
    for reading in readings:
        if reading.bare != "scale" or reading.kind != "count":
            continue
        crore, reading.unit = reading.unit, None
        if reading.value is not None and _is_money(text, reading):
            if crore or common:
                reading.kind, reading.unit = "money", crore or common


def _is_money(text: str, reading: Reading) -> bool:
    following = text[reading.end : reading.end + 1]
    if text[reading.tail - 1] > "⺀" or following > "⺀":
        if reading.scale >= 8:
            return following not in _CHINESE_THING
        return following not in _CHINESE_THING and bool(_MONEY_NEAR.search(text, max(0, reading.start - 14), reading.start))
    if reading.scale < 6 or _THING_AFTER.match(text, reading.end):
        return False
    return not _PEOPLE_BEFORE.search(text, max(0, reading.start - 32), reading.start)


_THING = r"(?:项目|項目|企业|企業|合同|协议|工程|产业|產業|签约|簽約|大个子|大项目|单体|投资)"
_COUNT = r"[\d一二三四五六七八九十两兩]{1,4}[ ]?[个個家项項宗]"
_CLASS_AFTER = re.compile(
    rf"(?:（[^）]{{1,8}}）)?[级級]?的?(?:[^，。；、\d]{{0,12}}{_THING}|(?:的|有|共|达|達|为){{0,2}}[ ]?{_COUNT})"
)
_CLASS_OVER = re.compile(rf"[级級]?的?(?:[^，。；、\d]{{0,8}}?{_THING})?(?:有|共|共有|达|達|为|為)?[ ]?{_COUNT}|(?:级|級)?的?(?:工业|重大|产业|制造业)?(?:项目|項目)(?![^，。；]{{0,8}}落)")
_COUNT_BEFORE = re.compile(rf"{_COUNT}(?:总投资|投资|單筆|单体投资|投資)?(?:额|額)?\Z")


def mark_boundaries(text: str, readings: list[Reading]) -> None:
    """Tell class boundaries (10亿元以上30个, projects of more than 1 billion) from hedges."""
    for reading in readings:
        if reading.kind == "money":
            if reading.tail and text[reading.tail - 1] > "⺀":
                if _bounds_chinese_class(text, reading):
                    _bound(reading)
            elif reading.hedge in {"over", "under"} and _bounds_class(text, reading):
                _bound(reading)
        elif reading.end > reading.tail and reading.hedge in {"over", "under"} and reading.unit in _PERSONAL and text[reading.end : reading.end + 1] > "㐀":
            _bound(reading)


_PERSONAL = frozenset("人岁歲")


def _bounds_chinese_class(text: str, reading: Reading) -> bool:
    if reading.end > reading.tail and reading.hedge in {"over", "under"}:
        return bool(_CLASS_AFTER.match(text, reading.end))
    if text[reading.tail : reading.tail + 1] in {"级", "級"}:
        return True
    if reading.hedge in {"over", "under"} and reading.start < reading.core:
        if _CLASS_OVER.match(text, reading.tail):
            return text[reading.core : reading.core + 1] in _HAN_PLACES or bool(re.match(rf".{{0,16}}?{_COUNT}", text[reading.tail : reading.tail + 24]))
        return bool(_COUNT_BEFORE.search(text, max(0, reading.start - 14), reading.start))
    return False


_HAN_PLACES = frozenset("百千万亿億十")
_MEMBERS = (
    r"(?:[Pp]rojects?|ones?|deals?|[Cc]ontracts?|proposals?|them|MoUs?|memorandums?|agreements?|enterprises?|companies|investments?|\d"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|[Tt]hose|[Ee]ach|[Ee]very))"
)
_CLASS_BEFORE = re.compile(
    _MEMBERS + r",?(?: (?:are|is|were|come|comes|each|valued|priced|of|at|to|that|which|have|has|having|with|an?|individual|single|total|planned|contracted|investments?|foreign"
    r"|capital|value|volume|scale|involving|carrying|costing|requiring|whose|amount|amounts|exceeding|in|the|size|individually)){0,8} \Z"
)
_JOINED = re.compile(r"(?:combined|totall?ing|cumulative|together|aggregate|overall|reached|reaching|worth|signed|attract\w*|secur\w*|a total of)\b[^.;,]{0,16}\Z")
_AT_MOST = re.compile(r"(?:up to|at most|no more|not more|a? ?maximum|upto)", re.IGNORECASE)
_EACH_AFTER = re.compile(r"[^.,;]{0,12}\beach\b|[ ]?(?:-|–)?(?:class|level|category)\b")
_OF_CLASS = re.compile(r"(?:\b(?:of|above|over|exceed|exceeds|exceeding|below|under|at)|than) \Z")
_TOTAL_WORD = re.compile(r"\b(?:an?|total|planned|contracted|foreign|capital|investments?) ")
_THERE = re.compile(r"(?:[Tt]here (?:are|were)|includ\w+|[Aa]mong (?:them|these)|of which|and|,|;|:|\A|\.|\n)\s?(?:[\w-]+ ){0,6}\Z")
_COUNT_AFTER = re.compile(r",? (?:each|\d+ (?:[a-z]+ ){0,2}projects?|(?:[a-z]+ ){0,2}projects)")
_WORTH_BEFORE = re.compile(_MEMBERS + r"(?: (?:worth|valued|at|with|of|an?|investments?|are|is|total|costing|involving|whose|exceeding|above))* \Z")
_LISTED = re.compile(r"[Tt]here (?:are|were)|includ|[Aa]mong|of which|\d projects? with|(?:^|[.;:,\n]\s?|\b(?:of|for|the|and|that) )[Pp]rojects with")
_MANTISSAS = frozenset({"1", "2", "3", "5", "15", "25"})


def _bounds_class(text: str, reading: Reading) -> bool:
    """Return whether "projects of more than 1 billion" names a class rather than a sum.

    A class is bounded by a round amount; a sum of its projects follows or the projects are "of",
    "above" or "each" that amount.
    """
    if _EACH_AFTER.match(text, reading.end):
        return True
    if reading.value is None or not reading.value or _AT_MOST.match(text, reading.start):
        return False
    if str(int(reading.value)).rstrip("0") not in _MANTISSAS:
        return False
    if reading.end > reading.tail and _COUNT_AFTER.match(text, reading.end):
        return True
    before = text[max(0, reading.start - 90) : reading.start]
    if reading.end > reading.tail and _WORTH_BEFORE.search(before):
        return True
    found = _CLASS_BEFORE.search(before)
    if found is None or _JOINED.search(before[found.start() :]):
        return False
    if not _TOTAL_WORD.search(before[found.start() :]):
        return True
    # "with an investment of more than": a class where its members are listed, not the outcome told
    return bool(_LISTED.search(before)) and not re.match(
        r" (?:were|was|have been|has been|are|is) (?:signed|inked|sealed|secured)", text[reading.end : reading.end + 24]
    )


def _bound(reading: Reading) -> None:
    reading.boundary = True
    reading.hedge = "exact"
    reading.start, reading.end = reading.core, reading.tail
