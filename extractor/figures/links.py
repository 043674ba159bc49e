"""What neighbours tell a figure: shared units, ranges, conversions, class boundaries."""

import re

from extractor.figures.currencies import home_yuan, national
from extractor.figures.reading import Reading


def link(text: str, readings: list[Reading]) -> None:
    """Let each reading hear its neighbours; change and merge them in place."""
    _drop_foreign(text, readings)
    _share(text, readings)
    _merge_ranges(text, readings)
    _settle_money(text, readings)
    _mark_boundaries(text, readings)
    _tie_conversions(text, readings)


def _drop_foreign(text: str, readings: list[Reading]) -> None:
    del text, readings


_LIST = re.compile(r"\s?[,，、;；/和及与與或]\s?|,? (?:and|to|or|from|&) |\s?[-–—~～至到:：∶]{1,2}\s?|以及|，(?:和|及)|个和|个、")
_RANGE = re.compile(r"\s?[-–—~～]{1,2}\s?| to |\s?[至到]\s?")


def _share(text: str, readings: list[Reading]) -> None:
    """Give figures of a list the unit that is written once, behind the last or before the first."""
    for index in range(len(readings) - 2, -1, -1):
        left, right = readings[index], readings[index + 1]
        if not left.bare or right.bare or right.start - left.end > 6:
            continue
        if right.kind not in {"money", "percent", "quantity", "count"}:
            continue
        gap = text[left.end : right.start]
        if not _LIST.fullmatch(gap):
            continue
        ranged = bool(_RANGE.fullmatch(gap))
        if right.kind == "money" and left.bare == "number":
            if not ranged and right.scale and not _deals_money(text, left):
                continue
            _take_scale(left, right)
        _inherit(left, right)
    for index in range(1, len(readings)):
        left, right = readings[index - 1], readings[index]
        if right.bare == "scale" and left.kind == "money" and right.start - left.end <= 6 and _LIST.fullmatch(text[left.end : right.start]):
            _inherit(right, left)


def _deals_money(text: str, left: Reading) -> bool:
    return left.scale == 0


def _take_scale(left: Reading, right: Reading) -> None:
    if not left.scale:
        left.shift(right.scale)
        left.scale = right.scale


def _inherit(reading: Reading, giver: Reading) -> None:
    reading.kind, reading.unit, reading.bare = giver.kind, giver.unit, ""


def _merge_ranges(text: str, readings: list[Reading]) -> None:
    merged: list[Reading] = []
    for reading in readings:
        previous = merged[-1] if merged else None
        if previous is not None and _is_range(text, previous, reading):
            previous.upper = reading.value
            previous.end, previous.tail = reading.end, reading.tail
            if reading.hedge != "exact" and previous.hedge == "exact":
                previous.hedge = reading.hedge
        else:
            merged.append(reading)
    readings[:] = merged


def _is_range(text: str, left: Reading, right: Reading) -> bool:
    if right.start - left.end > 4 or left.kind != right.kind or left.unit != right.unit or left.upper is not None:
        return False
    if left.value is None or right.value is None or left.value >= right.value or left.kind in {"date", "year", "ordinal", "other"}:
        return False
    if not _RANGE.fullmatch(text[left.end : right.start]):
        return False
    return not re.search(r"(?:from|从|由) ?\Z", text[max(0, left.start - 5) : left.start])


_MONEY_BEFORE = re.compile(r"(?:invest|capital|worth|value|valued|amount|total|fund|sales|revenue|output|cost|tax|for|of|is|reach|at|投资|投資|资金|資金|金额|金額|额|額|元|引资|揽金|涉資|涉资|逾|超|达|達|值)[^.。;；]{0,24}\Z")
_THING_AFTER = re.compile(r" (?!(?:in|on|of|for|from|to|and|by|at|with|as|were|was|is|are|has|have|had|that|which|this|last|each|per|a|an|the|will|would|respectively|over|during|into|or|but|investment|deal|deals|project|contract|worth)\b)[a-z][\w-]*")


def _settle_money(text: str, readings: list[Reading]) -> None:
    """Decide what a bare million, 亿 or crore means, and which currency a bare 元 is."""
    yuan = ""
    common = None
    for reading in readings:
        if reading.kind == "money" and reading.unit == "元":
            yuan = yuan or home_yuan(text)
            reading.unit = yuan
        elif reading.kind == "money" and reading.unit is not None:
            reading.unit = national(reading.unit, text)
    for reading in readings:
        if reading.kind == "money" and reading.unit:
            common = common or reading.unit
    for reading in readings:
        if reading.bare != "scale" or reading.kind != "count":
            continue
        if _is_money(text, reading):
            reading.kind = "money"
            reading.unit = "INR" if reading.unit == "INR" else common or yuan or (home_yuan(text) if text[reading.end - 1] > "⺀" else None)
        else:
            reading.unit = None
    for reading in readings:
        if reading.kind == "count" and reading.unit is None and reading.value is not None:
            reading.unit = _noun(text, reading.tail)


def _is_money(text: str, reading: Reading) -> bool:
    before = text[max(0, reading.start - 30) : reading.start]
    if reading.tail and text[reading.tail - 1] > "⺀" or text[reading.end : reading.end + 1] > "⺀":
        if reading.scale >= 8:
            return not re.match("[人吨只件千瓦度株头]", text[reading.end : reading.end + 1])
        return bool(re.search("(?:投资|投資|资金|資金|金额|金額|额|額|引资|涉資|涉资|资)[^。；]{0,6}\\Z", before))
    if _THING_AFTER.match(text, reading.end):
        return False
    if re.search(r"(?:population|people|capacity|tourists|passengers|users|visitors)[^.]{0,20}\Z", before):
        return False
    return reading.scale >= 6


_NOUN = re.compile(r"[ -]((?:[\w’'-]+ ){0,5}?)([a-zA-Z]{3,}(?:s|a|people|men)\b)")
_STOP = frozenset("in on of for from to and by at with as were was is are has have had that which this worth respectively".split())


def _noun(text: str, at: int) -> str | None:
    found = _NOUN.match(text, at)
    if found is None or _STOP & set(found[1].split()) or found[2] in {"was", "has", "this", "its"}:
        return None
    return found[2]


_CLASS_AFTER = re.compile(r"(?:[及或]?以[上下内]|級|级)(?:（[^）]{1,8}）)?的?[^，。；、\d]{0,12}(?:项目|項目|企业|企業|合同|工程|产业|產業)|以[上下](?:的)?(?:有|共|达|達)?[ ]?[\d一二三四五六七八九十两]+[个個家项項]")
_CLASS_COUNT_AFTER = re.compile(r"[级級]?的?[^，。；、\d]{0,8}?(?:有|共|达|達|为|為)?[ ]?[\d一二三四五六七八九十两]+[个個家项項]|(?:元)?(?:级|級)?[的]?(?:工业|产业)?(?:项目|項目)")
_CLASS_ENGLISH = re.compile(
    r"(?:projects?|ones?|deals?|contracts?|proposals?|them|MoUs?|agreements?|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty))"
    r"(?: (?:are|is|were|come|each|valued|priced|of|at|to|that|which|have|has|with|an?|individual|single|total|planned|contracted|investments?|foreign|capital|of|worth|amount|amounting|value|volume|scale|,)){0,8} \Z"
)


def _mark_boundaries(text: str, readings: list[Reading]) -> None:
    """Tell a class boundary (10亿元以上30个, projects of more than 1 billion) from a hedge."""
    for reading in readings:
        if reading.kind != "money":
            continue
        after = text[reading.tail : reading.tail + 24]
        if text[reading.tail - 1] > "⺀" or after[:1] > "⺀":
            chinese_class = _CLASS_AFTER.match(after) or (reading.hedge in {"over", "under"} and reading.start < reading.core and _CLASS_COUNT_AFTER.match(after))
            if chinese_class:
                _bound(reading)
        elif reading.hedge in {"over", "under"} and _is_class(text, reading):
            _bound(reading)


def _is_class(text: str, reading: Reading) -> bool:
    if reading.value is None or str(reading.value).rstrip("0") not in {"1", "2", "3", "5"}:
        return False
    before = text[max(0, reading.start - 70) : reading.start]
    if re.search(r"(?:combined|totall?ing|cumulative|together|aggregate|overall|reached|worth)[^.]{0,20}\Z", before):
        return False
    return bool(_CLASS_ENGLISH.search(before))


def _bound(reading: Reading) -> None:
    reading.boundary = True
    reading.hedge = "exact"
    reading.start, reading.end = reading.core, reading.tail


_CONVERSION = re.compile(r"\s?[(（\[][^\d)）]{0,16}\s?|,? or |\s?[/／]\s?|[，,]?(?:折合|合|约合|相当于)(?:人民币)?|, (?:equivalent to|or about) ")


def _tie_conversions(text: str, readings: list[Reading]) -> None:
    for left, right in zip(readings, readings[1:], strict=False):
        if left.kind == right.kind == "money" and left.unit != right.unit and right.start - left.end <= 18 and _CONVERSION.fullmatch(text[left.end : right.start]):
            right.conversion_of = left.id
