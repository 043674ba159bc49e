"""What stands before a numeral: hedges and currency signs."""

import re
from typing import NamedTuple

from extractor.figures.currencies import ATTACHED_ONLY, BY_SIGN
from extractor.figures.hedges import BEFORE_CHINESE, BEFORE_ENGLISH
from extractor.figures.vocabulary import any_of

_REACH = 36


class Lead(NamedTuple):
    """What stands before a numeral.

    Attributes:
        start: where the hedge or sign begins.
        core: where the sign begins, without the hedge.
        hedge: the hedging word, in small letters; None without one.
        code: the currency of a sign, or None.
    """

    start: int
    core: int
    hedge: str | None
    code: str | None


_SIGNS = any_of(BY_SIGN)
_ENGLISH = re.compile(
    rf"(?:(?<![A-Za-z'’])(?P<hedge>(?i:{any_of(BEFORE_ENGLISH)}))(?: (?:a|an|the|total of|about|around|some))? ?)?"
    rf"(?:(?<![A-Za-z])(?P<sign>{_SIGNS})(?P<gap>[ -]?))?\Z"
)
_CHINESE = re.compile(
    rf"(?P<before>{_SIGNS})?(?:(?P<hedge>{any_of(BEFORE_CHINESE)})[为為达達了有]? ?)?(?:(?P<sign>{_SIGNS}) ?)?\Z"
)
_LAST_CHINESE = (
    frozenset(word[-1] for word in BEFORE_CHINESE)
    | frozenset("为為达達了有")
    | {sign[-1] for sign in BY_SIGN}
)
_LAST_ENGLISH = (
    frozenset(word.rpartition(" ")[2] for word in BEFORE_ENGLISH)
    | frozenset(sign.lower() for sign in BY_SIGN)
    | {"a", "an", "the"}
)
_SIGN_ENDS = frozenset(sign[-1] for sign in BY_SIGN if not sign[-1].isalpha())
# What stands before a hedging word and makes another word of the two.
_NOT_AFTER_ENGLISH = {
    "up to": re.compile(
        r"(?:add|adds|added|adding|sum|sums|amount|amounts|amounted|lead|leads|leading|live|come|came|look|looking) \Z"
    ),
    "over": re.compile(
        r"(?:[Tt]ook|[Tt]akes?|[Tt]aken|[Tt]aking|[Pp]resided|[Pp]resides|spread|handed?|handing|turned|all|won|cross|crossed|hand|invested|from) \Z"
    ),
    "about": re.compile(
        r"(?:brought|bring|brings|talk|talked|talking|spoke|learned|asked|concerned|how|what) \Z"
    ),
    "under": re.compile(
        r"(?:falls?|signed|come|comes|covered|implemented|agreements?|projects?) \Z"
    ),
    "above": re.compile(r"(?:the|and|or) \Z"),
    "within": re.compile(r"(?:from) \Z"),
}
_NOT_AFTER_CHINESE = {
    "约": "签簽合条條公预預节節履邀契违違婚盟纽紐特续續缔訂订大",
    "約": "签簽合条條公预預节節履邀契违違婚盟纽紐特续續缔訂订大",
    "近": "附靠最邻鄰亲親远遠相",
    "超": "赶趕反",
    "过": "通经經走度渡路见見错錯去历歷跨再会會线線以网網海度胜勝难難太",
    "過": "通经經走度渡路见見错錯去历歷跨再会會线線以网網海度胜勝难難太",
    "上": "以网網线線会會路海马馬晚早身加跟赶趕版山楼樓",
    "破": "爆打",
    "余": "",
}
# These count only before round numbers: 过半, 上百, 过亿.
_ROUND_ONLY = frozenset("过過上")
_ROUND = frozenset("半百千万萬亿億十")


def lead(text: str, at: int, floor: int) -> Lead:
    """Read what stands before the numeral at `at`, not looking back beyond `floor`."""
    stop = at - 1 if at > floor and text[at - 1] == " " else at
    if stop > floor:
        last = text[stop - 1]
        if last > "\u2e7f":
            if last in _LAST_CHINESE:
                return _chinese(text, at, floor)
        elif _may_lead(text, last, stop, floor):
            return _english(text, at, floor)
    return Lead(at, at, None, None)


def _may_lead(text: str, last: str, stop: int, floor: int) -> bool:
    """Return whether the word before a numeral can end a hedge or sign: most cannot."""
    if last in _SIGN_ENDS:
        return True
    if not (last.isalpha() or last in ".-"):
        return False
    if last == "-":
        stop -= 1
    word = text[max(text.rfind(" ", floor, stop) + 1, floor, stop - 12) : stop].lower()
    return (
        word in _LAST_ENGLISH
        or word.lstrip("([{\"'“‘—–-/,;:\n\t\r.。，（") in _LAST_ENGLISH
        or word[-1:] > "\u2e7f"
        or "\n" in word
    )


def _english(text: str, at: int, floor: int) -> Lead:
    found = _ENGLISH.search(text, max(floor, at - _REACH), at)
    if found is None or found.start() == at:
        return Lead(at, at, None, None)
    hedge, sign = found.group("hedge", "sign")
    if sign in ATTACHED_ONLY and found["gap"]:
        return Lead(at, at, None, None)
    core = found.start("sign") if sign else at
    start = found.start()
    if hedge:
        hedge = hedge.lower()
        other = _NOT_AFTER_ENGLISH.get(hedge)
        if other and other.search(text, max(0, start - 12), start):
            hedge, start = None, core
    return Lead(start, core, hedge, BY_SIGN[sign] if sign else None)


def _chinese(text: str, at: int, floor: int) -> Lead:
    found = _CHINESE.search(text, max(floor, at - _REACH), at)
    if found is None or found.start() == at:
        return Lead(at, at, None, None)
    hedge, sign, before = found.group("hedge", "sign", "before")
    core = found.start("sign") if sign else at
    start = found.start("hedge") if hedge else core
    if hedge and (
        (start and text[start - 1] in _NOT_AFTER_CHINESE.get(hedge, ""))
        or (hedge in _ROUND_ONLY and text[at] not in _ROUND)
    ):
        hedge, start = None, core
    if before and not hedge and not sign:
        start = core = found.start()
    return Lead(start, core, hedge, BY_SIGN[sign or before] if sign or before else None)
