"""Features that look back: on a gathering of months ago, which they give the figures of.

They open with a scene, and what the gathering brought stands a few sentences on: "31个项目，1038.6亿元。那是
去年11月26日，…产业大会的签约环节刚刚结束". Words of an earlier time are no sign of a stock-taking there. That the
article is about that one gathering shows in what it comes back to: it counts the same projects again,
or divides them up into parts that make up their number.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from extractor.models.rules.news.past_years import Stretch
from extractor.models.rules.reading.reading import COUNT, MONEY, Reading, Sentence
from extractor.patterns import Pattern

_MEETING = r"大会|(?:洽谈|推介|说明|恳谈|座谈|博览|交易|投洽|对接|招商|签约|洽|博|展|年|商)会|论坛|峰会|仪式|典礼|签约台|招商[周月季]|会展|的那?场?会"
_THEN = r"(?:[去前]年|Ⓠ之?前(?:的[^，。]{0,8})?|[今本]年)(?:的?那[个场次天])?[^，。]{0,4}?(?=[ⒹⓉ春夏秋冬底初深]|的?那[个场次天]|[^，。]{0,8}(?:上午|下午|清晨|傍晚|夜))|Ⓓ|那[天日晚]|[当同]天"
_MEETS = Pattern(_MEETING)
_ON_A_DAY = Pattern(_THEN)
_THAT_ONE = Pattern(rf"[那这](?:是|场|次|一[天场次晚])[^。！？]*(?:签约|开工|{_MEETING})")
_PERIOD = Pattern(
    r"今年以来|年初以来|[去今本前]年(?:全年|以来|[上下]半年|[前一二三四]+[个两三四]?季度)|全年|累计|Ⓠ以?来|近[Ⓠ几两三四五]年|截至|Ⓞ以来|每年|一年来|^Ⓣ(?:，|全[省市县区])"
)
_LATEST = 12  # sentences, from the first, in which the gathering is told of
_NEAR = 2  # sentences between the gathering and what it brought
_LEAST = 5  # projects of a gathering whose number is no chance
_TIMES = 3  # how often a number stands that an article comes back to


def looked_back_on(reading: Reading) -> Stretch | None:
    """Return the passage that tells of the gathering which a Chinese article looks back on.

    Args:
        reading: the article.
    """
    opening = reading.sentences[:_LATEST]
    for place, sentence in enumerate(opening):
        if not _is_of_gathering(sentence.text):
            continue
        near = opening[max(place - _NEAR, 0) : place + _NEAR + 1]
        brought = next((told for one in near if (told := _whole(reading, one))), None)
        if brought and _comes_back(reading, brought):
            return Stretch(near[0].start, near[-1].start + len(near[-1].text))
    return None


def _is_of_gathering(text: str) -> bool:
    """Return whether a sentence tells of a gathering on some day of its own."""
    return bool((_MEETS.search(text) and _ON_A_DAY.search(text)) or _THAT_ONE.search(text))


def _whole(reading: Reading, sentence: Sentence) -> Decimal | None:
    """Return how many projects a sentence counts, with their money, of no period."""
    if MONEY not in sentence.text or COUNT not in sentence.text or _PERIOD.search(sentence.text):
        return None
    return max(_counts(reading, [sentence]), default=None)


def _comes_back(reading: Reading, whole: Decimal) -> bool:
    """Return whether an article counts its projects again and again, or makes up their number."""
    if whole < _LEAST:
        return False
    if list(_counts(reading, reading.sentences)).count(whole) >= _TIMES:
        return True
    return any(_makes_up(list(_counts(reading, [one])), whole) for one in reading.sentences)


def _makes_up(counts: Sequence[Decimal], whole: Decimal) -> bool:
    """Return whether counts in a row, the whole itself left out, add up to it."""
    sums = list(accumulate((count for count in counts if count < whole), initial=Decimal(0)))
    return not {told + whole for told in sums}.isdisjoint(sums)


def _counts(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[Decimal]:
    for sentence in sentences:
        if COUNT not in sentence.text:
            continue
        for _, mark in reading.marks(sentence.start, sentence.start + len(sentence.text)):
            if mark.letter == COUNT and mark.figure.value is not None:
                yield mark.figure.value
