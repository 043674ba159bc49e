"""What an article says beside its event: earlier editions, periods, offered projects, speeches.

Each cue rules the figures behind it, to the end of its part of the sentence; a trailing cue ("up
from", "compared with") only the figure that follows it at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.models.rules.reading import Reading, Sentence

Reason = Literal[
    "earlier", "period", "offered", "plan", "economy", "speech", "other_event", "wider"
]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that put figures aside.

    Attributes:
        reason: why.
        pattern: what stands before the figures, over the reading.
        examples: a sentence, in the reading, for every way it is said.
    """

    reason: Reason
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


def _cue(reason: Reason, pattern: str, *examples: str) -> Cue:
    return Cue(reason, re.compile(pattern, re.IGNORECASE), examples)


CUES = (
    _cue(
        "earlier",
        r"上[届屆]|往届|往屆|[历歷][届屆]|前[ⓃⓄⒸ]?(?:两|三|几|[一二三四五六七八九十])?[届屆]|首[届屆][^，。；]{0,14}(?:以来|以來|举办|共|，)"
        r"|去年(?!底前)|上年|前年|上一(?:年|届|季度|版)|(?<!计划)比[^，；]{0,8}(?:季度|去年)|与[^，；]{0,8}(?:季度|去年)[^，；]{0,12}相比|当时|當時",
        "上届为Ⓒ、Ⓜ",
        "前Ⓞ届大会累计签约项目Ⓒ",
        "去年，全区签约项目Ⓒ",
        "與上屆相比，Ⓒ",
    ),
    _cue(
        "earlier",
        r"\b(?:last|previous|prior|earlier|preceding|past) (?:year|edition|session|conference|meet(?:ing)?|summit|fair|event|week|quarter|time|spring|autumn|two|three|proposals|deals|promises|\w+ (?:meeting|fair|talks|conference|summit))"
        r"|\bfirst (?:two|three|four|[ⓃⓄⒸ]) \w+s\b|\bthe (?:two|three) (?:earlier|previous)|\bsince (?:the )?(?:first|Ⓞ|its|Ⓓ|then)\b|\bat the (?:first |earlier |previous )?Ⓝ (?:\w+ )?\w+s\b|\bin Ⓞ,? (?:when|they|the|it|some)\b"
        r"|\bcompared (?:with|to)\b|\bup from\b|\bdown from\b|\bsecond quarter\b(?=[^.]*\bpoints)|\bmeets since\b|\baccumulat\w+|\bcumulative",
        "up from Ⓜ at the first meeting",
        "The last spring meeting signed Ⓒ projects",
        "At the previous conference, Ⓒ projects were licensed",
        "Of the Ⓒ projects signed at the first two conferences",
        "since Ⓞ it has introduced Ⓒ projects",
    ),
    _cue(
        "period",
        r"今年以来|今年以來|今年(?:前|上半年|[一二三四]季度|1至)|Ⓣ(?:末|底)?，(?![^。]*(?:举行|举办|召开))|前[一二三四两三]季度|上半年|(?:截至|截止|累计|累計)|Ⓞ(?:年)?(?:以来|以來|，(?:全|该|该区|共))|近[Ⓠ五三两]?年|自Ⓞ[^，；]{0,16}以[来來]"
        r"|全年(?!度)|“?十[三四五]五”?(?:期间|以来)",
        "今年以来，全市新签约项目Ⓒ",
        "截至去年底，累计批准外企Ⓝ",
    ),
    _cue(
        "period",
        r"\b(?:since|from) (?:the beginning of (?:this|the) year|January|Ⓓ to Ⓓ this year|[A-Z][a-z]+ to [A-Z][a-z]+)\b|\bso far this year\b|\b(?:from|between) (?:January|Ⓓ)\b(?=[^.]*\bthis year)"
        r"|\b[Ii]n (?:the )?Ⓣ(?: of)?\b|\bFrom Ⓣ|\bin the first (?:half|quarter|three quarters|[ⓃⓆⒸ]|(?:two|three|six|nine) months)\b|\bis now home to\b|\bto date\b|\bby the end of\b|\byear[- ]to[- ]date\b",
        "Since the beginning of this year, the city has started Ⓒ projects",
        "It is now home to Ⓒ projects",
    ),
    _cue(
        "offered",
        r"(?:推出|发布|發布|發佈|推介|公布|公佈|储备|儲備|梳理|策划|包装|对外|重点推介)[^，。；]{0,18}(?=[Ⓒ])(?!Ⓒ[^，；]{0,4}签约)|招商项目(?:册|库|清单)|机会清单|項目冊|铺排|拟于|储备了",
        "大会还发布了招商项目Ⓒ",
        "市政府同場推出Ⓒ招商項目",
        "发布应用场景机会清单Ⓒ",
    ),
    _cue(
        "offered",
        r"\b(?:catalog(?:ue)?|list|guide|brochure|portfolio|pipeline) of (?=Ⓒ)|\b(?:presented|released|unveiled|showcased|promoted|sorted out|publish(?:ed)?|offered|pitched) (?=Ⓒ)"
        r"|Ⓒ(?= (?:\w+ )?projects (?:open to|on offer|calling for|seeking|looking for|available|that are still looking))",
        "A separate catalog of Ⓒ projects open to investors",
        "sorted out Ⓒ projects for external promotion",
    ),
    _cue(
        "plan",
        r"力争|力爭|下一步|今后|目标|考核|将对|年底前|\bin the next step\b|\bstrive\b|\bwants to\b|\btarget(?:s|ed)?\b|\bnext edition\b|\bturned down\b|\bturned away\b",
        "力争全年签约项目Ⓒ",
        "In the next step, the county will strive for Ⓒ projects",
    ),
    _cue(
        "economy",
        r"生产总值|生產總值|固定资产投资|财政收入|进出口|吞吐量|实际使用|實際使用|实际利用|实际到位|\b(?:GDP|GSDP|GRDP|gross (?:regional )?domestic product|fixed[- ]asset investment|actual use of foreign|output value of the whole)\b"
        r"|\b(?:industry|total) output value of the\b|旅游(?:综合)?收入|接待游客|tourism income|tourists",
        "去年实现地区生产总值Ⓜ",
        "GDP rose Ⓟ to Ⓜ",
    ),
    _cue(
        "other_event",
        r"邻市|邻县|鄰市|兄弟市|\bneighbou?ring\b|\bfor the whole province\b",
        "邻市集中开工项目Ⓒ",
    ),
)

_OWN_COUNTY = re.compile(r"我[县區区縣镇]|\bour (?:county|district|town)\b", re.IGNORECASE)
_COUNTY_ZH = re.compile(r"(?<![城新园郊矿社])[县縣區区]")
_OWN_CITY = re.compile(r"我市|\bour city\b", re.IGNORECASE)
_BEYOND_COUNTY = re.compile(
    r"(?:全国|全省|全市|我市)(?=[^，。；]*[ⒸⓂ])(?![^，。；]{0,6}(?:第|前Ⓞ))|全市Ⓞ|\b(?:whole|entire) (?:province|city|country)\b(?=.*[ⒸⓂ])",
    re.IGNORECASE,
)
_BEYOND_CITY = re.compile(
    r"(?:全国|全省)(?=[^，。；]*[ⒸⓂ])|\b(?:whole|entire) (?:province|country)\b(?=.*[ⒸⓂ])",
    re.IGNORECASE,
)


def _wider_words(reading: Reading) -> re.Pattern[str] | None:
    """Return the words for the region around the one whose part in the event is reported."""
    headline = reading.headline.text if reading.headline else ""
    if _OWN_COUNTY.search(reading.text) or _COUNTY_ZH.search(headline):
        return _BEYOND_COUNTY
    return _BEYOND_CITY if _OWN_CITY.search(reading.text) else None


_PART = re.compile(r"[；;]|, (?:while|but)(?= )")
_SPEECH = re.compile(r"^\s*[“\"「『].*[”\"」』]\s*$|^\s*[“\"「『][^”\"」』]*$")
_TRAILING = re.compile(
    r"\b(?:compared|up|down) (?:with|to|from)\b|[比与與][^，；]{0,8}(?:季度|去年|上[届屆])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Aside:
    """A range of the reading whose figures are put aside, and why."""

    start: int
    end: int
    reason: Reason


class Background:
    """Where in an article figures are put aside."""

    def __init__(self, reading: Reading) -> None:
        """Look for cues in every sentence."""
        self._asides = [aside for sentence in reading.sentences for aside in asides(sentence)]
        if wider := _wider_words(reading):
            self._asides += [
                Aside(sentence.start, sentence.start + len(sentence.text), "wider")
                for sentence in reading.sentences
                if wider.search(sentence.text)
            ]

    def reason(self, offset: int) -> Reason | None:
        """Return why a figure of the reading is put aside, or None."""
        for aside in self._asides:
            if aside.start <= offset < aside.end:
                return aside.reason
        return None


def asides(sentence: Sentence) -> Iterator[Aside]:
    """Give the ranges of a sentence whose figures are put aside."""
    start, end = sentence.start, sentence.start + len(sentence.text)
    if _SPEECH.search(sentence.text):
        yield Aside(start, end, "speech")
    for cue in CUES:
        for found in cue.pattern.finditer(sentence.text):
            yield Aside(start + found.start(), start + _reach(sentence.text, found), cue.reason)


def _reach(text: str, cue: re.Match[str]) -> int:
    """Return where a cue's part ends; a comparison rules no more than its own clause."""
    if _TRAILING.match(text, cue.start()):
        comma = re.compile("[，,；;]").search(text, cue.end())
        return comma.start() if comma else len(text)
    part = _PART.search(text, cue.end())
    return part.start() if part else len(text)
