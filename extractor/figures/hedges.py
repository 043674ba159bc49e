"""Hedges before and after a figure, in English and Chinese.

Phrases that leave a figure exact (达, "as much as", "a total of") need no entry: what is not here
is not a hedge.
"""

from decimal import Decimal

from extractor.record import Hedge

# Words before a figure. A space stands for one space; case is ignored.
BEFORE_ENGLISH: dict[str, Hedge] = {
    **dict.fromkeys(
        ("about", "around", "some", "approximately", "approx.", "approx", "roughly", "circa", "ca.", "an estimated", "estimated",
         "in the region of", "in the neighborhood of", "in the neighbourhood of", "in the order of", "or so",
         "in the vicinity of", "something like", "~", "≈", "c.", "give or take", "somewhere around"), "about"),
    **dict.fromkeys(
        ("nearly", "almost", "close to", "nearing", "approaching", "just short of", "just shy of", "near", "near to",
         "shy of", "just under", "a little under", "slightly under", "a little less than", "slightly less than",
         "just below", "slightly below", "nearly about", "virtually", "a shade under"), "nearly"),
    **dict.fromkeys(
        ("over", "more than", "at least", "exceeding", "exceed", "exceeds", "exceeded", "in excess of", "above",
         "upwards of", "upward of", "north of", "well over", "just over", "slightly over", "a little over",
         "a little more than", "slightly more than", "just more than", "just above", "slightly above", "well above",
         "no less than", "no fewer than", "not less than", "not fewer than", "greater than", "higher than", "larger than",
         "surpassing", "surpassed", "surpass", "surpasses", "topping", "topped", "tops", "crossing", "crossed", "crosses",
         "beyond", "a minimum of", "minimum of", "not lower than", "no lower than", "passed", "broke through",
         "breaking through", "break through", "breaks through", "a bit over", "far more than", "well in excess of", "more then", ">",
         "≥", "at a minimum", "excess of", "comfortably over", "not below", "bigger than",
         "starting from", "starting at", "exceeded the mark of", "crossed the mark of"), "over"),
    **dict.fromkeys(
        ("up to", "at most", "less than", "under", "below", "fewer than", "no more than", "not more than", "within",
         "a maximum of", "maximum of", "not exceeding", "not exceed", "not to exceed", "no greater than", "lower than", "not over", "no higher than", "smaller than",
         "capped at", "<", "≤", "well under", "well below", "upto", "up to about", "up to around", "as low as", "not above", "up to some"), "under"),
}  # fmt: skip

# These are hedges of sums and large numbers only: three countries are crossed, four schemes are
# signed under, and a deal may run over five years.
_OF_LARGE = frozenset(
    word
    for word in BEFORE_ENGLISH
    if word.partition(" ")[0] in {"surpassing", "surpassed", "surpass", "surpasses", "topping", "topped", "tops", "crossing",
                                  "crossed", "crosses", "beyond", "passed", "under", "below", "above", "within", "near", "exceed"}
)  # fmt: skip
_NOT_OF_TIME = frozenset({"over", "within", "under", "in", "上", "近", "过", "過"})
_TIME = (
    "year",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "decade",
    "年",
    "天",
    "周",
    "週",
    "个月",
    "個月",
    "日",
    "月",
)
_LARGE = 100


def is_heard(word: str, *, kind: str, value: Decimal | None, unit: str | None) -> bool:
    """Return whether a hedging word before a figure of this kind is a hedge there."""
    if (
        word in _NOT_OF_TIME
        and kind == "quantity"
        and unit is not None
        and unit.lower().startswith(_TIME)
    ):
        return False
    if word in _OF_LARGE and kind not in {"money", "percent"}:
        return value is not None and value >= _LARGE
    return True


# Words after a figure.
AFTER_ENGLISH: dict[str, Hedge] = {
    **dict.fromkeys(("or so", "approximately", "or thereabouts", "more or less", "give or take"), "about"),
    **dict.fromkeys(
        ("or more", "or above", "and above", "or over", "and more", "and over", "or higher", "and up", "and upwards",
         "or upwards", "at least", "plus", "or greater"), "over"),
    **dict.fromkeys(("or less", "or fewer", "or below", "and below", "and under", "or under", "at most", "or lower"), "under"),
}  # fmt: skip

BEFORE_CHINESE: dict[str, Hedge] = {
    **dict.fromkeys(
        ("约", "約", "大约", "大約", "约为", "約為", "约达", "約達", "大概", "约有", "約有", "约合", "約合", "大致", "約莫", "约莫",
         "折合约", "折合約", "約合", "折约", "折約", "差不多", "可达约", "约占", "約佔"), "about"),
    **dict.fromkeys(("近", "将近", "將近", "接近", "几近", "幾近", "几乎", "逼近", "临近", "近乎", "直逼"), "nearly"),
    **dict.fromkeys(
        ("超", "超过", "超過", "逾", "突破", "多于", "多於", "至少", "不少于", "不少於", "不低于", "不低於", "高于", "高於", "大于", "大於", "过", "過", "破",
         "起码", "不下", "不下于", "不下於", "超出", "最少", "已超", "已逾", "超逾", "不止", "超越", "超过了", "突破了", "超過了", "迈过", "跨过", "跨越",
         "达到或超过", "远超", "遠超", "冲破", "不小于", "越过", "上"), "over"),
    **dict.fromkeys(
        ("不足", "不到", "不超过", "不超過", "不高于", "不高於", "至多", "最多", "低于", "低於", "少于", "少於", "小于", "小於", "未到", "未超过", "未超過", "不逾",
         "不满", "不滿", "不多于", "不大于", "未滿", "不够", "不及", "未达", "未達", "不大於", "不多於"), "under"),
}  # fmt: skip

BEFORE = BEFORE_ENGLISH | BEFORE_CHINESE

AFTER_CHINESE: dict[str, Hedge] = {
    **dict.fromkeys(("左右", "上下", "许", "許", "前后", "前後", "光景"), "about"),
    **dict.fromkeys(("以上", "多", "余", "餘", "有余", "有餘", "开外", "開外", "及以上", "或以上", "出头", "出頭"), "over"),
    **dict.fromkeys(("以内", "以內", "以下", "之内", "之內", "及以下", "或以下"), "under"),
}  # fmt: skip

# Between the digits and the unit: 300余个, 98亿多元, 十几个 has no value.
WITHIN_CHINESE: dict[str, Hedge] = {
    "多": "over",
    "余": "over",
    "餘": "over",
    "来": "about",
    "來": "about",
}
