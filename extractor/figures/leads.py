"""What stands before a numeral: hedges and currency signs."""

from typing import NamedTuple

from extractor.figures.currencies import ATTACHED_ONLY, BY_SIGN, SPACED_ONLY
from extractor.figures.hedges import BEFORE_CHINESE, BEFORE_ENGLISH
from extractor.figures.vocabulary import FIRST_HAN, WordTable
from extractor.patterns import Pattern

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


_SIGNS = WordTable(BY_SIGN, whole=True)
_ENGLISH = WordTable(BEFORE_ENGLISH, whole=True)
_CHINESE = WordTable(BEFORE_CHINESE)
# Between a hedge and its number: "over a billion", "more than the $705 million", 约为, 超过了.
_FILLERS = WordTable(
    dict.fromkeys(("a", "an", "the", "a total of", "total of", "about", "around", "some"), True),
    whole=True,
)
_CHINESE_FILLERS = frozenset("为為达達了有")
# What stands before a hedging word and makes another word of the two.
_NOT_AFTER_ENGLISH = {
    "up to": Pattern(
        r"(?:add|adds|added|adding|sum|sums|amount|amounts|amounted|lead|leads|leading|live|come|came|look|looking) \Z"
    ),
    "over": Pattern(
        r"(?:[Tt]ook|[Tt]akes?|[Tt]aken|[Tt]aking|[Pp]resided|[Pp]resides|spread|handed?|handing|turned|all|won|cross|crossed|hand|invested|from) \Z"
    ),
    "about": Pattern(
        r"(?:brought|bring|brings|talk|talked|talking|spoke|learned|asked|concerned|how|what) \Z"
    ),
    "under": Pattern(r"(?:falls?|signed|come|comes|covered|implemented|agreements?|projects?) \Z"),
    "above": Pattern(r"(?:the|and|or) \Z"),
    "within": Pattern(r"(?:from) \Z"),
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
}
# These count only before round numbers: 过半, 上百, 过亿.
_ROUND_ONLY = frozenset("过過上")
_ROUND = frozenset("半百千万萬亿億十")


def lead(text: str, at: int, floor: int) -> Lead | None:
    """Read what stands before the numeral at `at`, not looking back beyond `floor`.

    Returns:
        The lead, or None where no hedge or sign can end there; one without either may come too.
    """
    if at <= floor or text[at - 1] not in _LAST:
        return None
    stop = at - 1 if text[at - 1] in " -" else at
    if stop <= floor or not (
        text[stop - 1] in _ENDS
        or text[max(stop - 3, 0) : stop] in _ENDINGS
        or text[max(stop - 2, 0) : stop] in _SHORT_SIGNS
    ):
        return None
    core = at
    code = None
    sign = _SIGNS.before(text, stop, floor) if text[stop - 1] in _SIGN_ENDS else None
    if sign and not (
        (sign[0] in ATTACHED_ONLY and (stop < at or _touches(text, stop, sign[0])))
        or (sign[0] in SPACED_ONLY and stop == at)
    ):
        core, code = stop - len(sign[0]), sign[1]
    start, hedge = _hedge(text, core, floor)
    if code is None and hedge and start > floor:
        # 人民币约7.7亿元
        sign = _SIGNS.before(text, start, floor) if text[start - 1] in _SIGN_ENDS else None
        code = sign[1] if sign and sign[0][0] >= FIRST_HAN else None
    return Lead(start, core, hedge, code)


def _touches(text: str, stop: int, sign: str) -> bool:
    """Return whether a digit touches a sign of one letter: H1N1."""
    return text[stop - len(sign) - 1 : stop - len(sign)].isdecimal()


# How a hedge or sign can end: most words before numbers do not, and are passed over at once.
_WORDS = (
    *BEFORE_ENGLISH,
    *BEFORE_CHINESE,
    *BY_SIGN,
    "a",
    "an",
    "the",
    "about",
    "around",
    "some",
    "of",
)
_ENDS = _CHINESE_FILLERS | {
    word[-1]
    for word in _WORDS
    if not (word[-1].isascii() and word[-1].isalpha()) or word in ATTACHED_ONLY
}
_ENDINGS = frozenset(
    form[-3:]
    for word in _WORDS
    for form in (f" {word}", f" {word.capitalize()}", f" {word.upper()}")
)
_SHORT_SIGNS = frozenset(sign for sign in BY_SIGN if len(sign) == 2)
_SIGN_ENDS = frozenset(sign[-1] for sign in BY_SIGN)
_LAST = _ENDS | {ending[-1] for ending in (*_ENDINGS, *_SHORT_SIGNS)} | {" ", "-"}


def _hedge(text: str, core: int, floor: int) -> tuple[int, str | None]:
    """Return where the hedge before a number begins, and its word; the number's place without one."""
    stop = core - 1 if core > floor and text[core - 1] == " " else core
    if stop <= floor:
        return core, None
    last = text[stop - 1]
    if last >= FIRST_HAN:
        word = _CHINESE.before(text, stop, floor)
        if word is None and last in _CHINESE_FILLERS:
            stop -= 1
            word = _CHINESE.before(text, stop, floor)
        if word and not _is_other_chinese(text, stop - len(word[0]), word[0], text[core]):
            return stop - len(word[0]), word[0]
        return core, None
    return _english_hedge(text, core, stop, floor)


def _english_hedge(text: str, core: int, stop: int, floor: int) -> tuple[int, str | None]:
    # Capitals only begin a sentence: "Over 30", "NEARLY 30".
    lowest = max(floor, stop - _REACH)
    before = text[lowest:stop].lower()
    end = len(before)
    word = _ENGLISH.before(before, end)
    if word is None and (filler := _FILLERS.before(before, end)):
        end = len(before[: -len(filler[0])].rstrip(" "))
        word = _ENGLISH.before(before, end)
    if word is None:
        return core, None
    start = lowest + end - len(word[0])
    if text[start - 1 : start] in _WITHIN_WORD and start:
        return core, None
    if word[0] == "~" and floor and not text[floor:start].strip(" "):
        return core, None  # 2000~3000: a range
    other = _NOT_AFTER_ENGLISH.get(word[0])
    if other and other.search(text, max(0, start - 12), start):
        return core, None
    return start, word[0]


_WITHIN_WORD = frozenset("'’-")


def _is_other_chinese(text: str, start: int, word: str, numeral: str) -> bool:
    """Return whether a hedging word is the end of another one (签约, 通过) here."""
    if start and text[start - 1] in _NOT_AFTER_CHINESE.get(word, ""):
        return True
    return word in _ROUND_ONLY and numeral not in _ROUND
