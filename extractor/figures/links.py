"""What neighbours tell a figure: shared units and hedges, ranges, conversions."""

import itertools
import re

from extractor.figures.english import COUNTED_IN_MILLIONS
from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_THINGS = Pattern(
    r" (?!(?:plus|less|across|versus|towards|thus|this|perhaps|besides|overseas|always|years|times"
    r"|comes|goes|remains|represents|includes|covers|involves|makes|flows|stems|belongs|exceeds|concerns|serves|supports|helps"
    r"|investments|deals|projects|contracts|agreements|orders|loans|credits|bonds|grants|funds|assets|costs|sales|exports|imports|taxes|profits|ventures"
    r"|pledges|commitments|earnings|savings|revenues|subsidies|incentives|fees|wages|salaries|payments|expenses|losses|gains|donations|purchases"
    r"|guarantees|royalties|remittances|inflows|outflows|dividends|debts|deposits|proceeds)\b)"
    r"[a-z]{3,}s\b(?!['’])"
)
_NEAR = 8  # the most characters between two members of a list
_SHARED_KINDS = frozenset({"money", "percent", "quantity", "count"})
_INCLUDED = "(?:[（(]不?含[）)])?"  # 1亿（含）—5亿元
_LIST = Pattern(
    rf"\s?(?:[、/和及与與或]|以及|，(?:和|及)|个和|个、)\s?|,? (?:and|to|or|from|&) (?:the )?|{_INCLUDED}\s?[-–—－~～]{{1,2}}\s?|{_INCLUDED}\s?[至到]\s?|\s?[,，]\s?"
)
_COMMA = frozenset({",", "，"})
_RANGE = Pattern(rf"{_INCLUDED}\s?[-–—－~～]{{1,2}}\s?| to |{_INCLUDED}\s?[至到]\s?")
_BETWEEN = Pattern(r"(?:between|介于|介於) ?\Z", re.IGNORECASE)
# "From 3 million to 6 million tonnes a year" is a change, "investing 2 to 3 billion" a range.
_CHANGE = Pattern(r"(?:\bfrom|从|從|由) ?\Z", re.IGNORECASE)
_IN_TURN = Pattern(r"(?:分别|分別|依次|各|均)[为為达達是有]?\Z")


def link(text: str, readings: list[Reading]) -> None:
    """Let each reading hear its neighbours; change and merge them in place."""
    if len(readings) < 2:
        return
    _share_from_right(text, readings)
    _share_from_left(text, readings)
    _merge(text, readings)


def _share_from_right(text: str, readings: list[Reading]) -> None:
    """Give the members of a list the unit that is written behind the last one."""
    shared = False  # whether the figure on the right has its unit from further right
    for index in range(len(readings) - 2, -1, -1):
        left, right = readings[index], readings[index + 1]
        if (
            not left.bare
            or right.bare
            or right.kind not in _SHARED_KINDS
            or right.start - left.end > _NEAR
        ):
            if left.bare == "number" and right.bare and right.scale:
                _share_scale(text, left, right)  # 3 to 5 lakh jobs: what is counted comes later
            shared = False
            continue
        gap = text[left.end : right.start]
        if (
            not _LIST.fullmatch(gap)
            or (gap.strip() in _COMMA and not shared)
            or "\n" in gap
            or (right.kind == "percent" and gap.startswith(", or"))  # nine, or 41 percent
        ):
            shared = False
            continue
        shared = True
        if left.bare == "number" and right.scale:
            _share_scale(text, left, right)
        if right.kind == "percent" and "成" in text[right.id : right.tail]:
            left.shift(1)  # 2至3成
        left.kind, left.unit, left.bare = right.kind, right.unit, ""


def _share_scale(text: str, left: Reading, right: Reading) -> None:
    """Read 2 in "2 to 3 billion yuan" in billions too: unless that makes it the larger.

    Of what is only listed, a count keeps its own: 2 and 3 thousand people.
    """
    if left.value is None or right.value is None or left.scale or right.kind == "percent":
        return
    if _is_ranged(text, left, text[left.end : right.start]):
        is_shared = left.value.scaleb(right.scale) <= right.value
    else:
        is_shared = right.kind != "count"
    if is_shared:
        left.shift(right.scale)
        left.scale, left.bare = right.scale, right.bare


def _is_ranged(text: str, left: Reading, gap: str) -> bool:
    """Return whether what stands between two figures, and before them, makes them a range."""
    if _RANGE.fullmatch(gap):
        return True
    return gap == " and " and bool(_BETWEEN.search(text, max(0, left.start - 8), left.start))


def _share_from_left(text: str, readings: list[Reading]) -> None:
    """Give a bare 640 million behind US$1.26 billion its currency, and a list its hedge."""
    in_turn = False
    for left, right in itertools.pairwise(readings):
        if left.hedge == "exact" and not right.scale and not in_turn:
            continue  # nothing to share
        near = (
            right.start - left.end <= _NEAR
            and left.kind in _SHARED_KINDS
            and _LIST.fullmatch(text[left.end : right.start])
        )
        if not near:
            in_turn = False
            continue
        if left.kind == "money" and (
            (right.bare == "scale" and not _counts_things(text, right.end))
            or _is_thousands_of(left, right, text)
        ):
            right.kind, right.unit, right.bare = "money", left.unit, ""
        if left.hedge != "exact" and right.hedge == "exact" and left.kind == right.kind:
            in_turn = in_turn or bool(_IN_TURN.search(text, max(0, left.start - 4), left.start))
            if in_turn:
                right.hedge = left.hedge


def _counts_things(text: str, end: int) -> bool:
    """Return whether what follows a number is counted by it: 620 million yuan and 200 million roses."""
    return bool(COUNTED_IN_MILLIONS.match(text, end) or _THINGS.match(text, end))


def _is_thousands_of(left: Reading, right: Reading, text: str) -> bool:
    """Return whether 350 thousand ends a range that an amount begins: $300-350k."""
    is_bare = right.kind == "count" and right.unit is None and right.scale > 0
    return is_bare and _is_ranged(text, left, text[left.end : right.start])


def _merge(text: str, readings: list[Reading]) -> None:
    """Make one figure of a range and of hours with minutes; tie conversions to their amount."""
    merged: list[Reading] = [readings[0]]
    for reading in readings[1:]:
        previous = merged[-1]
        distance = reading.start - previous.end
        if distance <= _WIDEST and previous.value is not None and reading.value is not None:
            gap = text[previous.end : reading.start]
            if distance <= _WIDEST_RANGE and _is_range(text, previous, reading, gap):
                previous.upper = reading.value
                previous.end, previous.tail = reading.end, reading.tail
                if previous.hedge == "exact":
                    previous.hedge = reading.hedge
                continue
            if not gap and previous.unit in _HOURS and reading.unit in _MINUTES:
                previous.value, previous.unit = previous.value * 60 + reading.value, reading.unit
                previous.end, previous.tail = reading.end, reading.tail
                continue
            if (
                previous.kind == "money" == reading.kind
                and previous.unit != reading.unit
                and (
                    _CONVERSION.fullmatch(gap)
                    or _CONVERSION.fullmatch(text, previous.end, reading.core)  # ，折合约
                )
            ):
                reading.conversion_of = previous.id
        merged.append(reading)
    readings[:] = merged


_WIDEST = 26
_WIDEST_RANGE = 5  # " and "
_HOURS = frozenset({"小时", "小時", "个小时", "個小時"})
_MINUTES = frozenset({"分钟", "分鐘", "分"})
# What is said in brackets of a part of an amount is no conversion of it.
_PART = (
    r"\s?(?:其中|[当當]中|含|包[括含]|内含|内有|內含|利用?外[资資]|外[资資商方]|另|(?:of|out of) (?:which|it|this|that|them)|in(?:cluding|cludes|cl\.?|side)"
    r"|with|plus|excluding|besides|foreign)"
)
_CONVERSION = Pattern(
    rf"\s?[(（\[【](?!{_PART})(?:[^\d)）.。;；]{{0,22}}[:：,，;； ]\s?)?[^\d)）]{{0,12}}\s?|,? or (?:about |around |approximately )?|\s?[/／]\s?"
    r"|[，,]?(?:折合|折算|合|约合|約合|相当于|相當於)(?:人民[币幣])?(?:约|約)?|, (?:equivalent to|equal to|the equivalent of) (?:about |around )?"
)
_UNRANGED = frozenset({"date", "year", "ordinal", "other"})


def _is_range(text: str, left: Reading, right: Reading, gap: str) -> bool:
    if left.kind != right.kind or left.upper is not None or left.kind in _UNRANGED:
        return False
    if left.value is None or right.value is None or not _agree(left, right):
        return False
    if not _is_ranged(text, left, gap):
        return False
    if left.kind == "money" and not left.scale and left.value.scaleb(right.scale) < right.value:
        left.shift(right.scale)  # $10-15 billion
    if left.value >= right.value:
        return False
    if (
        left.kind == "count"
        and gap in _WORDS_TO
        and left.unit is None
        and right.unit is None
        and not left.scale  # 10亿至15亿
        and not _COUNTED.match(text, right.end)
    ):
        return False
    left.unit = left.unit or right.unit
    return not _CHANGE.search(text, max(0, left.start - 5), left.start)


def _agree(left: Reading, right: Reading) -> bool:
    """Return whether two figures may be the ends of one range: they count the same."""
    return left.unit == right.unit or (left.kind == "count" and not (left.unit and right.unit))


_WORDS_TO = frozenset({" to ", "至", "到"})
# 150 to 200 new jobs are as many; what rises 40 to 215 is counted elsewhere.
_COUNTED = Pattern(
    r" (?:(?!(?:of|in|at|on|by|to|for|from|with|as|and|or|the|than|after|over|against|among) )[a-z-]+ )?"
    r"(?!(?:was|has|this|its|his|less|does|thus|plus|across)\b)(?:[a-z]{2,}s|people|staff)\b"
)


def share_of_ratio(parts: list[Reading]) -> bool:
    """Turn the parts of 4:50:46 into percentages where they make up a whole."""
    whole = sum(part.value for part in parts if part.value is not None)
    if not 99 <= whole <= 101:
        return False
    for part in parts:
        part.kind, part.unit, part.bare = "percent", "%", ""
    return True
