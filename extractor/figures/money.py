"""Which numbers are money, and in which currency."""

from extractor.figures.chinese import BARE_YUAN
from extractor.figures.currencies import ATTACHED_ONLY, BY_SIGN
from extractor.figures.hedges import BEFORE
from extractor.figures.home_currency import home_currency, home_yuan, is_at_home, national
from extractor.figures.leads import lead
from extractor.figures.reading import Reading
from extractor.patterns import Pattern

_MONEY_NEAR = Pattern(
    r"(?:[投引融出增注涉斥耗募固][资資投]|[资資]金|金[额額]|[额額]|[资資]产|[产產]值|[营營]收|收入|[税稅][收金]?|价值|價值|造价|元|贷款|授信|利润|利潤|补贴|揽金|吸金)[^。；;，,\d]{0,6}\Z"
)
_THING_AFTER = Pattern(
    r"[ -](?!(?:in|on|of|for|from|to|and|by|at|with|as|were|was|is|are|has|have|had|that|which|this|last|next|each|every|per|a|an|the|will|would|respectively"
    r"|over|during|into|or|but|investments?|deals?|projects?|contracts?|worth|through|against|between|under|more|plus|so|would|can|could|since|between"
    r"|annually|yearly|today|alone|combined|altogether|when|while|after|before|until|photovoltaic|class|level|mark)\b)[a-z][\w-]*"
)
_PEOPLE_BEFORE = Pattern(
    r"(?:population|people|tourists|passengers|users|visitors|capacity|output|production|exports? of)\b[^.,;]{0,20}\Z"
)
_SIZED_AFTER = Pattern(
    r"的?[^，。；、\d]{0,4}(?:项目|項目|[订訂大][单單]|合同)(?![库庫数數])"  # 5000万以上的项目
)
_JOINED_SCALE = Pattern(r"\d-[A-Za-z]+\Z")
_OF_PEOPLE = Pattern(r" (?:[a-z]+ )?(?:population|people|users?|viewers?|members?|subscribers?)\b")


def _is_adjective(text: str, reading: Reading) -> bool:
    """Return whether a number is the size of what follows, not how many they are: a 500-crore scheme."""
    is_joined = text[reading.end] == " " and _JOINED_SCALE.search(text, reading.id, reading.end)
    return bool(is_joined) and _OF_PEOPLE.match(text, reading.end) is None


_CHINESE_THING = frozenset("人吨噸只件千瓦度株头斤桶枚公平方立台套辆用游旅客家户户消农")


def settle(text: str, readings: list[Reading]) -> None:
    """Decide what a bare million, 亿 or crore means, and which currency a bare 元 is."""
    meant: dict[str, str] = {}
    common = ""
    open_scales = []
    for reading in readings:
        if reading.kind == "money" and reading.unit is not None:
            if reading.unit not in meant:
                meant[reading.unit] = (
                    home_yuan(text) if reading.unit == BARE_YUAN else national(reading.unit, text)
                )
            reading.unit = meant[reading.unit]
            common = common or reading.unit
        elif reading.bare == "scale" and reading.kind == "count":
            open_scales.append(reading)
    if open_scales:
        common = common or home_currency(text) or ""
    for reading in open_scales:
        if _read_spaced_sign(text, reading, meant):
            continue
        currency, reading.unit = reading.unit or common, None
        if currency and reading.value is not None and _is_money(text, reading):
            reading.kind, reading.unit = "money", currency


_SPACED_SIGN = Pattern(f"(?<![A-Za-z'’.&-])(?:{'|'.join(sorted(ATTACHED_ONLY))}) \\Z")


def _read_spaced_sign(text: str, reading: Reading, meant: dict[str, str]) -> bool:
    """Take in the sign of R 2.5 billion, where the text speaks of that currency; tell if it does."""
    at = reading.core
    sign = _SPACED_SIGN.search(text, max(0, at - 4), at)
    if sign is None or at != reading.id:
        return False
    code = BY_SIGN[sign.group()[:-1]]
    if code not in meant and not is_at_home(code, text):
        return False
    reading.kind, reading.unit = "money", national(code, text)
    reading.start = reading.core = sign.start()
    before = lead(text, reading.core, 0)
    if before and before.hedge:
        reading.start, reading.hedge = before.start, BEFORE[before.hedge]
    return True


def _is_money(text: str, reading: Reading) -> bool:
    following = text[reading.end : reading.end + 1]
    if text[reading.tail - 1] > "⺀" or following > "⺀":
        if reading.scale >= 8:
            return following not in _CHINESE_THING
        return following not in _CHINESE_THING and bool(
            _MONEY_NEAR.search(text, max(0, reading.start - 14), reading.start)
            or (reading.scale and _SIZED_AFTER.match(text, reading.end))
        )
    if reading.scale < 6 or (
        _THING_AFTER.match(text, reading.end) and not _is_adjective(text, reading)
    ):
        return False
    return not _PEOPLE_BEFORE.search(text, max(0, reading.start - 32), reading.start)
