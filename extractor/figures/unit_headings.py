"""Units that stand once for many numbers: （单位：亿元）, Amount (100 million yuan), in Rs crore."""

import re
from string import ascii_letters
from typing import NamedTuple

from extractor.figures.currencies import BY_SIGN, BY_WORD
from extractor.figures.numerals import HAN_MYRIADS, SCALES
from extractor.figures.vocabulary import any_of
from extractor.patterns import Pattern


class UnitHeading(NamedTuple):
    """A unit that a head or caption states for the numbers below it.

    Attributes:
        power: the power of ten of its scale.
        unit: the currency, 元 where the place has to tell it, or "%".
        start: where the words that state it begin in the head or caption.
        end: where they end.
    """

    power: int
    unit: str
    start: int
    end: int

    def moved(self, by: int) -> "UnitHeading":
        """Return the same unit stated further on in a text."""
        return self._replace(start=self.start + by, end=self.end + by)


_WORDS = any_of(word for word in SCALES if len(word) > 1)
_SCALE = (
    rf"(?:(?:10{{1,2}}|10{{0,2}},000|hundred|ten)[ ]?)?(?i:{_WORDS})(?:[ ](?i:{_WORDS}))?(?![A-Za-z])"
    rf"|10{{0,2}},000|['’]?000s?|[百千]?(?:[万萬][亿億]?|[亿億])"
    rf"|(?<![A-Za-z])[MBmb](?![A-Za-z])|[mb](?![A-Za-z])"
)
_UNIT = (
    rf"(?P<sign>{any_of(BY_SIGN)})?(?:[ ]?in)?[ ]?(?P<scale>{_SCALE})?(?:[ ]of)?"
    rf"[ ]?(?P<word>(?:{any_of(BY_WORD)})(?![A-Za-z])|%)?"
)
_STATED = rf"(?:单位|單位|[Uu]nits?)[ ]?[:：]?[ ]?{_UNIT}"
_IN_BRACKETS = (
    rf"[(（\[](?:[^()（）\[\]\d]{{0,40}}?(?:[:：,，;；][ ]?|(?<![A-Za-z])in[ ]))?{_UNIT}[)）\]]"
)
_LOOSE = (
    rf"(?:[,，/／:：][ ]?|(?<![A-Za-z])in[ ]|^|(?<=[ ])(?={any_of(BY_SIGN)}[ ]?[A-Za-z])){_UNIT}$"
)
_CAPTION = Pattern(_IN_BRACKETS), Pattern(_STATED)
_HEADING = (*_CAPTION, Pattern(_LOOSE))
# Most lines end otherwise: they are passed over at a glance.
_ENDS = frozenset(")）]元圆圓币幣亿億万萬%$£€₹¥￥0" + ascii_letters)
_LONGEST = 100  # characters of a head or caption


def column_unit(cell: str) -> UnitHeading | None:
    """Return the unit that the head of a column states: Amount (Rs crore), 投资/亿元; None without."""
    if not cell or len(cell) > _LONGEST or cell[-1] not in _ENDS:
        return None
    return next(
        (
            heading
            for pattern in _HEADING
            for found in pattern.finditer(cell)
            if found.end() == len(cell) and (heading := _heading(found))
        ),
        None,
    )


def caption_unit(line: str) -> UnitHeading | None:
    """Return the unit that a line states for the lines below it; None where it states none."""
    line = line.rstrip(" *:：")
    heading = column_unit(line)
    if heading is None or (not heading.power and not line[heading.start :].startswith(_STATING)):
        return None
    return heading


def inline_unit(line: str) -> UnitHeading | None:
    """Return the unit that a line states for the list that goes on in it, behind a colon or a verb."""
    if not _INLINE.search(line):
        return None
    return next(
        (
            heading
            for pattern in _CAPTION
            for found in pattern.finditer(line)
            if _INLINE.match(line, found.end() - 1) and (heading := _heading(found))
        ),
        None,
    )


DEALT = Pattern(
    r"[)）\]](?:[依各分][次自别別]?[为為是达達]|[ ](?:are|were|come[ ]to|came[ ]to|stand[ ]at)[ ]|(?<=[元圆圓币幣亿億万萬%A-Za-z].)[:：])"
)
"""What stands between a unit in brackets and the numbers dealt out: （亿元）依次为3、2和1, （亿元）：."""
_INLINE = Pattern(rf"[)）\]元][:：]|{DEALT.pattern}")
_STATING = ("(", "（", "[", "单位", "單位", "Unit", "unit")


def _heading(found: re.Match[str]) -> UnitHeading | None:
    sign, scale, word = found.group("sign", "scale", "word")
    scale = scale or ""
    is_loose = not found.group().startswith(_STATING)
    if is_loose and ("1" in scale or not (scale or _is_plain(sign or word))):
        return None  # "Total: 100 million yuan" is an amount, "won" a word
    if sign and len(sign) == 1 and sign.isalpha() and len(scale) < _SHORTEST:
        return None  # (P), (Km)
    unit = _unit(sign, word) or ("INR" if scale.lower().startswith(("cr", "lakh cr")) else None)
    return UnitHeading(_power(scale), unit, *found.span()) if unit else None


_SHORTEST = 2


def _is_plain(name: str | None) -> bool:
    """Return whether a currency alone states a unit: USD, ¥ and %, not the pounds of a sentence."""
    return name is not None and (not name.isalpha() or (name.isupper() and len(name) > 1))


def _unit(sign: str | None, word: str | None) -> str | None:
    if sign:
        return BY_SIGN[sign]
    if word is None or word in _OF_THE_PLACE:
        return word
    return "%" if word == "%" else BY_WORD[word]


_OF_THE_PLACE = frozenset("元圓圆")


def _power(scale: str) -> int:
    if scale and scale[-1] > "⺀":
        return sum({**HAN_MYRIADS, "百": 2, "千": 3}[char] for char in scale)
    words = re.findall("[a-z]+|0+", scale.lower().replace(",", "").replace("000s", "000"))
    return sum(
        len(word) if word[0] == "0" else 1 if word == "ten" else SCALES[word] for word in words
    )
