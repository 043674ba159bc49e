"""What stands before a numeral: hedges and currency signs."""

import re
from typing import NamedTuple

from extractor.figures.currencies import ATTACHED_ONLY, BY_SIGN
from extractor.figures.hedges import BEFORE_CHINESE, BEFORE_ENGLISH
from extractor.figures.vocabulary import any_of
from extractor.record import Hedge

_REACH = 32


class Lead(NamedTuple):
    """What stands before a numeral.

    Attributes:
        start: where the hedge or sign begins.
        core: where the sign begins, without the hedge.
        hedge: what the hedge says, exact without one.
        code: the currency of a sign, or None.
    """

    start: int
    core: int
    hedge: Hedge
    code: str | None


_SIGNS = any_of(BY_SIGN)
_ENGLISH = re.compile(
    rf"(?:(?<![A-Za-z'’])(?P<hedge>(?i:{any_of(BEFORE_ENGLISH)}))(?: (?:a|an|the|US|total of|about|around|some))? ?)?"
    rf"(?:(?<![A-Za-z])(?P<sign>{_SIGNS})(?P<gap> ?))?\Z"
)
_CHINESE = re.compile(
    rf"(?P<sign0>{_SIGNS})?(?:(?P<hedge>{any_of(BEFORE_CHINESE)})[为為达達了]? ?)?(?:(?P<sign>{_SIGNS})(?P<gap> ?))?\Z"
)
_LAST_CHINESE = frozenset(word[-1] for word in BEFORE_CHINESE) | frozenset("为為达達了") | {sign[-1] for sign in BY_SIGN}
_LAST_ENGLISH = (
    frozenset(word.rpartition(" ")[2].lower() for word in BEFORE_ENGLISH)
    | frozenset(sign.lower() for sign in BY_SIGN)
    | {"a", "an", "the", "us", "dollars"}
)
_SIGN_ENDS = frozenset(sign[-1] for sign in BY_SIGN)
# 过 and 上 are hedges only where no other word ends in them, and before round numbers.
_ROUND_ONLY = frozenset("过過上")
_ROUND = frozenset("半百千万萬亿億")
_WORD_BEFORE_ROUND = frozenset("通經经走度渡路见見错錯去历歷跨越再会會线線以网網马馬海北")


def lead(text: str, at: int, floor: int) -> Lead:
    """Read what stands before the numeral at `at`, not looking back beyond `floor`."""
    if at <= floor:
        return Lead(at, at, "exact", None)
    last = text[at - 1]
    if last == " " and at - 2 >= floor:
        last = text[at - 2]
    if last > "\u2e7f":
        return _chinese(text, at, floor) if last in _LAST_CHINESE else Lead(at, at, "exact", None)
    return _english(text, at, floor)


def _english(text: str, at: int, floor: int) -> Lead:
    stop = at - 1 if text[at - 1] == " " else at
    word = text[max(text.rfind(" ", floor, stop) + 1, floor) : stop]
    if word.lower() not in _LAST_ENGLISH and (not word or word[-1] not in _SIGN_ENDS):
        return Lead(at, at, "exact", None)
    found = _ENGLISH.search(text, max(floor, at - _REACH), at)
    if found is None or found.start() == at:
        return Lead(at, at, "exact", None)
    hedge, sign = found.group("hedge", "sign")
    if sign in ATTACHED_ONLY and found["gap"]:
        return Lead(at, at, "exact", None)
    return Lead(
        found.start(),
        found.start("sign") if sign else at,
        BEFORE_ENGLISH[hedge.lower()] if hedge else "exact",
        BY_SIGN[sign] if sign else None,
    )


def _chinese(text: str, at: int, floor: int) -> Lead:
    found = _CHINESE.search(text, max(floor, at - _REACH), at)
    if found is None or found.start() == at:
        return Lead(at, at, "exact", None)
    hedge, sign, sign0 = found.group("hedge", "sign", "sign0")
    start = found.start("hedge") if hedge else found.start("sign") if sign else at
    core = found.start("sign") if sign else at
    if hedge in _ROUND_ONLY and (text[at] not in _ROUND or (start and text[start - 1] in _WORD_BEFORE_ROUND)):
        hedge, start = None, core
    code = BY_SIGN[sign or sign0] if sign or sign0 else None
    if not hedge and not sign:
        start = core = found.start("sign0") if sign0 else at
    return Lead(start, core, BEFORE_CHINESE[hedge] if hedge else "exact", code)
