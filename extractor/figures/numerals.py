"""Numerals: exact values of digits, English number words and Chinese numerals."""

from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import NamedTuple


class Numeral(NamedTuple):
    """A number read.

    Attributes:
        value: its exact value.
        place: the power of ten of the last digit written (3.50: -2; 三百: 2).
    """

    value: Decimal
    place: int


class HanRange(NamedTuple):
    """Two neighbouring digits that bound a number: 七八 (seven or eight), 十七八."""

    value: Decimal
    upper: Decimal


SCALES = {
    "hundred": 2, "thousand": 3, "thousands": 3, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "million": 6,
    "millions": 6, "mn": 6, "mln": 6, "mil": 6, "crore": 7, "crores": 7, "cr": 7, "billion": 9, "billions": 9,
    "bn": 9, "bln": 9, "bil": 9, "quadrillion": 15, "quadrillions": 15, "trillion": 12, "trillions": 12, "trn": 12, "tn": 12, "tln": 12, "k": 3, "m": 6, "b": 9,
    "t": 12,
}  # fmt: skip
_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_GROUPS = {"hundred": 100, "thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7,
           "billion": 10**9, "trillion": 10**12}  # fmt: skip
NUMBER_WORDS = (*_UNITS, *_TENS)
GROUP_WORDS = tuple(_GROUPS)


@lru_cache(maxsize=4096)
def digits(written: str) -> tuple[Decimal, int]:
    """Read digits with an optional decimal point; commas, spaces and apostrophes group them.

    Returns:
        The value and place of a `Numeral`, as a plain tuple: most figures are read here.
    """
    plain = written.translate(_SEPARATORS) if "," in written or " " in written else written
    return Decimal(plain), -len(plain.partition(".")[2])


def shifted(value: Decimal, power: int) -> Decimal:
    """Return value x 10^power, written without an exponent where it is whole."""
    return _EXACT.fma(value, _ten_to(power), _ZERO)


@cache
def _ten_to(power: int) -> Decimal:
    return Decimal(f"1E{power}")


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """Return part of whole in percent, rounded to two decimals, whole where it is whole."""
    value = _EXACT.quantize(_EXACT.divide(part * 100, whole), _HUNDREDTH)
    return _EXACT.quantize(value, _ONE) if value == value.to_integral_value() else value


_ONE = Decimal(1)
_HUNDREDTH = Decimal("0.01")
_EXACT = Context(prec=100)
_ZERO = Decimal(0)
_SEPARATORS = dict.fromkeys(map(ord, ", \u00a0\u2009\u202f'’"))


@lru_cache(maxsize=4096)
def english(written: str) -> Numeral | None:
    """Read English number words: "two hundred and five", "three point five", "half a dozen".

    Returns:
        The number, or None where the words make none ("two three", "twenty fifteen").
    """
    words = written.lower().replace("-", " ").replace(",", " ").split()
    if "point" in words:
        return _english_decimal(words)
    if "half" in words:
        return _english_half(words)
    return _english_whole(words)


def _english_whole(words: list[str]) -> Numeral | None:
    total = group = 0
    last = 10**15  # what the next word has to be smaller than
    joined = False
    previous = ""
    for word in words:
        if word in {"and", "a", "an"}:
            joined = word == "and"
            continue
        if joined and word in _GROUPS:
            return None
        joined = False
        before, previous = previous, word
        if word in {"dozen", "dozens"}:
            group, last = (group or 1) * 12, 1
        elif (size := _GROUPS.get(word)) is not None:
            if size == 100:
                if group > 99:
                    return None
                group, last = (group or 1) * 100, 100
            else:
                # "lakh crore" multiplies what stands before it; "a million and a thousand" adds up
                total = (
                    total * size if before in _GROUPS and not group else total + (group or 1) * size
                )
                group, last = 0, size
        else:
            number = _UNITS.get(word, _TENS.get(word))
            if number is None or number >= last or (last < 100 and number > 9):
                return None
            group += number
            last = 10 if number >= 20 else 1
    value = total + group
    return Numeral(Decimal(value), 0)


def _english_half(words: list[str]) -> Numeral | None:
    """Read "half a billion", "two and a half million", "a million and a half"."""
    at = words.index("half")
    before = [word for word in words[:at] if word not in {"and", "a"}]
    whole = english(" ".join(before)) if before else Numeral(Decimal(0), 0)
    scale = english(" ".join(words[at + 1 :]))
    if whole is None or (scale is None and words[at + 1 :]):
        return None
    if scale is not None and scale.value:
        value = (whole.value + _HALF) * scale.value
    else:
        value = whole.value + _GROUPS.get(words[at - 3] if at > 2 else "", 1) * _HALF
    return Numeral(value.to_integral_value(), 0) if value % 1 == 0 else Numeral(value, -1)


_HALF = Decimal("0.5")


def _english_decimal(words: list[str]) -> Numeral | None:
    at = words.index("point")
    whole = english(" ".join(words[:at]))
    decimals = [_UNITS.get(word) for word in words[at + 1 :]]
    if whole is None or not decimals or any(digit is None or digit > 9 for digit in decimals):
        return None
    return Numeral(*digits(f"{whole.value}." + "".join(map(str, decimals))))


_HAN_DIGITS = {
    "〇": 0, "零": 0, "○": 0, "Ｏ": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "貳": 2, "两": 2, "兩": 2, "三": 3, "叁": 3, "參": 3,
    "四": 4, "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "陸": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
}  # fmt: skip
_HAN_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MOST_MYRIADS = 4  # 三万亿五千万; a longer run of 万 and 亿 is no number
_HAN_JOINED = {"廿": 20, "卅": 30}
HAN_MYRIADS = {"万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
HAN_DIGIT_CHARS = "".join(_HAN_DIGITS)
HAN_TEN_CHARS = "".join(_HAN_TENS)
HAN_CHARS = HAN_DIGIT_CHARS + HAN_TEN_CHARS + "".join(_HAN_JOINED) + "".join(HAN_MYRIADS)


@lru_cache(maxsize=4096)
def chinese(written: str) -> Numeral | HanRange | None:
    """Read a Chinese numeral: 十二, 两百, 一千零五, 三万五, 二〇二三, 壹佰, and 七八 as a range.

    Returns:
        The number, the two ends of 七八 or 十七八, or None for a run that is no number (十四五).
    """
    if all(char in _HAN_DIGITS for char in written):
        return _han_digit_run(written)
    if len(written) > 2 and written[0] in _HAN_DIGITS and written[1] in _HAN_DIGITS:
        return _han_round_range(written)
    if sum(char in HAN_MYRIADS for char in written) > _MOST_MYRIADS:
        return None
    total = 0
    position = 10**13
    for part, myriad in _split_myriads(written):
        read = _han_below_myriad(part, above=position if position < 10**13 else 0)
        if read is None or (not part and myriad == 1):
            return None
        if myriad >= position:
            # 万亿 multiplies what stands before it.
            total = (total or 1) * myriad
        elif isinstance(read, HanRange):
            return (
                HanRange((total + read.value) * myriad, (total + read.upper) * myriad)
                if not total
                else None
            )
        else:
            total += int(read) * myriad
        position = myriad
    return Numeral(Decimal(total), _han_place(written)) if total else None


def _split_myriads(written: str) -> list[tuple[str, int]]:
    parts = []
    part = ""
    for char in written:
        if char in HAN_MYRIADS:
            parts.append((part, 10 ** HAN_MYRIADS[char]))
            part = ""
        else:
            part += char
    if part:
        parts.append((part, 1))
    return parts


def _han_digit_run(written: str) -> Numeral | HanRange | None:
    """Read digits without places: 二〇二三, one digit, or 七八 as a range."""
    values = [_HAN_DIGITS[char] for char in written]
    if len(values) == 2 and values[1] == values[0] + 1 and values[0] > 0:
        return HanRange(Decimal(values[0]), Decimal(values[1]))
    if len(values) in {2, 3} and 0 not in values:
        return None
    return Numeral(Decimal("".join(map(str, values))), 0)


def _han_below_myriad(part: str, *, above: int) -> int | HanRange | None:
    """Read a numeral below 万; the last digit of 一百二 or 三万五 counts in the next lower place.

    Args:
        part: digits and 十, 百, 千; empty before a bare 万.
        above: the 万 or 亿 that stands before, as a number; 0 without one.
    """
    if not part:
        return 1
    if above and len(part) == 1 and part in _HAN_DIGITS:
        return _HAN_DIGITS[part] * above // 10
    if (
        part[-2:-1]
        and part[-1] in _HAN_DIGITS
        and part[-2] in _HAN_DIGITS
        and _HAN_DIGITS[part[-2]]
    ):
        return _han_range(part)
    total, place, zero = 0, 10_000, False
    digit: int | None = None
    for char in part:
        if char in _HAN_DIGITS:
            if digit is not None:
                return None
            zero = zero or char in _ZEROS
            digit = None if char in _ZEROS else _HAN_DIGITS[char]
            continue
        size = _HAN_JOINED.get(char) or _HAN_TENS[char]
        if (
            size >= place
            or (digit is None and total and size != 10)
            or (char in _HAN_JOINED and digit is not None)
        ):
            return None
        total += size if char in _HAN_JOINED else (1 if digit is None else digit) * size
        place, digit, zero = (10 if char in _HAN_JOINED else size), None, False
    lower = place // 10 if place in {100, 1000} and not zero else 1
    return total + (digit or 0) * lower


_ZEROS = frozenset("〇零○Ｏ")


def _han_round_range(written: str) -> HanRange | None:
    """Read 三四百 and 七八十万: two neighbouring digits of one place."""
    low, high = _HAN_DIGITS[written[0]], _HAN_DIGITS[written[1]]
    place = chinese(f"一{written[2:]}")
    if (
        not low
        or high != low + 1
        or not isinstance(place, Numeral)
        or any(char in _HAN_DIGITS for char in written[2:])
    ):
        return None
    return HanRange(low * place.value, high * place.value)


def _han_range(part: str) -> HanRange | None:
    """Read 十七八 and 三十五六: two neighbouring last digits."""
    low, high = _HAN_DIGITS[part[-2]], _HAN_DIGITS[part[-1]]
    rest = _han_below_myriad(part[:-2], above=0) if part[:-2] else 0
    if high != low + 1 or not isinstance(rest, int) or rest % 10:
        return None
    return HanRange(Decimal(rest + low), Decimal(rest + high))


def _han_place(written: str) -> int:
    """Return the place of the last digit: 三百 2, 三百二十 1, 十二 0, 五万 4."""
    place = 0
    for char in reversed(written):
        if char in HAN_MYRIADS:
            place += HAN_MYRIADS[char]
        elif char in _HAN_TENS:
            return place + len(str(_HAN_TENS[char])) - 1
        else:
            break
    return place
