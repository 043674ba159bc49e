"""Names of gatherings: conferences, fairs, weeks, ceremonies, in the reading."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.words import GATHERING_EN, GATHERING_ZH
from extractor.patterns import Pattern

_STOP_ZH = r"简称|下称|在|举行|举办|召开|参加|出席|获悉|了解|随着|自从|由|将于|于(?=Ⓓ)|的(?=[Ⓞ第])|今年的|去年|明年|前年|制定的|以及|迎来|开展了?|通过|期间|上，|昨日|今天|今日|日前|近日|占|所在的|当天|上午|下午|通报|协办|了|——|的(?=签约|开幕|闭幕|启动|主会场|分会场|[^，。]{0,4}环节)"
_SUFFIX_ZH = Pattern(
    rf"(?:{GATHERING_ZH})(?:(?:开幕式)?暨[\u3400-\u9fffⓄ·]{{2,30}}?(?:{GATHERING_ZH}))?(?![周月季年]|[\u3400-\u9fff]{{0,2}}(?:中心|组委会|组织|馆|上市))"
)
_CUT_ZH = Pattern(rf".*(?:{_STOP_ZH}|[^\u3400-\u9fffA-Za-zⓉⓄ·•—\-（）“”\"])", re.DOTALL)
_LONGEST_ZH = 38
_QUOTED_ZH = Pattern(
    r"[「《“](?P<name>[^」》”，。]{2,40}?(?:大会|洽谈会|推介会|博览会|论坛|峰会|周|节|会|月))[」》”]"
)
_SHORT_ZH = (
    Cued(
        "简称|下称|又称|俗称",
        r"(?:简称|下称|又称|俗称)[:：]?\s*[“「《\"'](?P<name>[^”」》\"']{2,16})[”」》\"']",
    ),
    Cued(
        "简称|下称|又称|俗称",
        r"(?:简称|下称|又称|俗称)[:：]?\s*(?P<name>[\u3400-\u9fff]{2,10}?(?:(?<![促协学联委])会|节|周|展|论坛|行动))(?=[，。；）)])",
    ),
)
_CALLED_EVENT = Pattern("“[^“”]+”(?:活动|仪式)")
_YEAR_BEFORE = Pattern(r"(?:19|20)\d\d$")
_STRAY = Pattern("[^（]{0,12}）")
_GENERIC_ZH = Pattern(
    r"^(?:本[届次]|此次|本|该|这次|上届|大会|活动|仪式|开幕式|闭幕式|会|推介会|洽谈会|博览会|论坛)*$|协议|^签约|^对接会$|^专题|^专场|^省级|^集中签约"
)
_BEFORE_NAME_ZH = Pattern(
    r"^(?:我[县市区州]|记者从|从|是|与|和|及|的|了|为|以|占|据|按|经(?!贸|济|开区)|向|本届|次|当|全省|对|地|出|到|赴|来|携|借|其|这|此)+(?=.{4,}|.[洽博交]会)"
)

_CAP = r"(?:[A-Z][\w’'&/.–-]*(?<![.]))"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December"
_ORD = r"(?:Ⓞ|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)"
_NUMBERED = Pattern(_ORD)
_COUNTED_EN = rf"(?:{_ORD}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|annual)"
_TITLE = r"(?:“[^”\n]{2,30}”|\"[^\"\n]{2,30}\")"
"""A motto in quotation marks that is part of a name."""
_BEHIND_OF = Pattern(rf".*\bof (?:the )?(?={_ORD} )")
_BEHIND_VERB = Pattern(
    r".*\b(?:Wraps Up|Winds Up|Kicks Off|Concludes|Closes|Opens|Hosts|Holds|Leads|Launches|Announces|Ends|Begins|Returns From|Signs|Wins|Lands|Bags|Nets|Inks) (?=[A-Z])"
)
"""The verb of a headline whose words all have capitals: "Mayor Wraps Up Nordic Trade Mission"."""
# Each letter belongs to one word, and each hyphen to one place: else capitals have too many readings.
_WORD = rf"(?:(?<![\w&/.])(?<!\w[’'])(?:[A-Z][\w’'&/.]*(?:-[a-z][\w’'&/.]*)*(?<![.])|and|of|on|for|the|to(?= [A-Z])|&)|(?<= )-|Ⓞ|{_TITLE}|\([A-Z]\w+\))"
_FIRST_WORD = r"[A-Z][\w’'&/.–]*(?:-(?![A-Z])[\w’'&/.–]*)*(?<![.])"
_NAME_EN = Pattern(
    rf"(?P<name>(?:{_COUNTED_EN} ){{0,2}}(?:{_ORD} |{_TITLE} |(?!(?:The|A|An|In|At|On|During|From|This|When|As|For|And|But)\b|{_WEEKDAY}){_FIRST_WORD}[ -])(?:{_WORD}[ -]?){{0,40}}?\b(?!(?<=-)(?:Day|Week|Month)\b)(?:{GATHERING_EN})\b(?! (?:Cent(?:er|re)|Hall|Grounds?|Complex|Office|Committee|Bureau|Authority|Hotel)\b)"
    rf"(?:(?: on| of| for| and) (?!{_WEEKDAY}|Ⓓ)(?:the )?{_CAP}(?:(?:,? and| of|,)? (?!{_WEEKDAY}){_CAP})*)?(?: and (?:[a-z-]+ ){{0,3}}(?:signing|commencement|groundbreaking) ceremony)?(?: Ⓞ)?)"
)
_ACT_EN = "signing|contracting|commencement|ground-?breaking|start(?:-?up)?|production|completion|landing|opening|launch|docking|matchmaking"
_ABOUT_EN = "investment|promotion|cooperation|business|trade|merchants?['’]?|investors?['’]?|industry|industrial|project|projects|economic"
_QUALIFIED = (
    "centrali[sz]ed|concentrated|joint|collective|mass|simultaneous|key|major|first|contract|cloud|online|on-site|overseas"
    "|provincial|national|international|regional|annual|[a-z]+-quarter|spring|summer|autumn|winter|Ⓣ|Ⓞ"
)
_KIND_EN = "ceremony|event|activity|day|conference|meeting|forum|seminar|summit|fair|roadshow|week|month|session|campaign|luncheon|tour"
_VERB_EN = "was|were|is|are|has|had|held|opened|closed|ended|took|kicked|came|drew|started|ushered|saw|brought|which|where|that|with|at|by|from|to|on|here|today|yesterday|grandly"
_OF_WHAT = rf"(?: (?:of|for)(?: (?!(?:{_VERB_EN})\b)[\w’'ⓉⓄⓃ-]+){{1,16}})?"
_DESCRIBED_EN = Pattern(
    rf"(?P<name>(?:{_TITLE} )?(?<!\w)(?:(?:{_QUALIFIED}|{_ABOUT_EN}) ){{0,6}}"
    rf"(?:(?:{_ACT_EN}|{_ABOUT_EN}) (?:{_KIND_EN})|(?<=” )(?:{_KIND_EN})|(?<=\" )(?:{_KIND_EN}))\b"
    rf"(?:{_OF_WHAT}| (?:organi[sz]ed|hosted) by the [a-z]+ [a-z]+)(?: \([A-Z][^)]{{2,40}}\))?"
    r"|(?:conference|forum|summit|meeting|seminar) (?:(?:on|for) [a-z ]+?|to (?:announce|promote|attract|introduce|present) [^.,;]+?)(?=[.,]| with| in\b| on\b| where| which| was| is|$))",
    re.IGNORECASE,
)
_DESCRIBED_ZH = Pattern(
    r"(?:(?<=“)(?P<campaign>[^“”，。]{2,20}(?:行动|会战|攻坚战?|攻势|竞赛))(?=”)|(?P<name>(?:[以“”][^，。]{0,24})?集中(?:签约|开工)(?:活动|仪式)?))"
)
_QUOTED_EN = Pattern(
    rf"[“\"](?P<name>[^”\"]{{3,60}}?\b(?:{GATHERING_EN}|week|month|festival|conference|meeting|fair|forum|summit|expo|week|business)\b(?! (?:hall|cent(?:er|re)))[^”\"]{{0,24}})[”\"]",
    re.IGNORECASE,
)
_TITLED_EN = Pattern(
    r"(?<=[\s(])[‘'](?P<name>[A-Z][^’']{3,50}?)[’'](?= (?:[a-z-]+ ){0,3}(?:conference|conclave|summit|forum|meet|fair|event|roadshow|expo)\b)"
)
_EDITION_EN = Cued(
    "edition of ",
    rf"\bedition of (?:the |its (?:[a-z]+ )*)?[“\"‘']?(?P<name>{_CAP}(?: {_CAP}){{1,5}})",
)
_BRANDED_EN = Cued(
    "Invest |Vibrant |Rising |Magnetic |Advantage |Resurgent |Progressive |Destination |Emerging |Discover |Choose ",
    rf"(?<![\w’'-])(?P<name>(?:Invest(?: in)?|Vibrant|Rising|Magnetic|Advantage|Resurgent|Progressive|Destination|Emerging|Discover|Choose)(?: {_CAP}){{1,3}}(?: Ⓞ(?=[ ,.;)]|$)|(?= (?:[a-z-]+ )?(?:summit|forum|conference|conclave|meet|expo|fair|event)\b)))",
)
"""Names by which events go like brands: "Invest Lorem 2024", "the Vibrant Lorem summit"."""
_SHORT_EN = Cued(
    "hereinafter|referred to as|known as|abbreviated as|short for|dubbed",
    r"(?:hereinafter(?: referred to as)?|referred to as|known as|abbreviated as|short for|dubbed)[:,]?\s*(?:the )?[“\"‘'](?P<name>[^”\"’']{2,50})[”\"’']",
)
_ACRONYM_EN = Pattern(
    r"[,( ](?:(?<=,) (?:or )?|(?<= )or |(?<=\())(?P<name>[A-Z][A-Z&-]{2,9}(?: (?:Ⓞ|[0-9.Ⓒ]+))?)(?=[,)]| for short)"
)
_GATHERING_EN = Pattern(rf"(?:{GATHERING_EN})\b")
_QUOTATION = Pattern("[“\"‘']")
_INTRODUCED = 2000  # a short form is introduced early
_GENERIC_EN = Pattern(
    rf"^(?:the |this |{_ORD} )*(?:{GATHERING_EN})$|^(?:Ⓞ )?(?:Signing|Opening) Ceremony$",
    re.IGNORECASE,
)


class GatheringName(NamedTuple):
    """A name of a gathering and where it stands in the reading."""

    shape: str
    start: int
    end: int
    quoted: bool

    @property
    def is_numbered(self) -> bool:
        """Whether a year or an edition is part of it."""
        return bool(_NUMBERED.search(self.shape))


def gathering_names(reading: Reading, start: int, end: int) -> Iterator[GatheringName]:
    """Give the names of gatherings in a range of the reading, in no order."""
    if reading.article.language == "zh":
        yield from _chinese(reading.text, start, end)
        return
    for named in (_EDITION_EN, _BRANDED_EN):
        for found in named.finditer(reading.text, start, end):
            yield GatheringName(found.group("name"), *found.span("name"), quoted=True)
    if _GATHERING_EN.search(reading.text, start, end):
        yield from _english(_NAME_EN, reading.text, start, end, quoted=False)
    if _QUOTATION.search(reading.text, start, end):
        for pattern in (_QUOTED_EN, _TITLED_EN):
            yield from _english(pattern, reading.text, start, end, quoted=True)


def _english(
    pattern: Pattern, text: str, start: int, end: int, *, quoted: bool
) -> Iterator[GatheringName]:
    """Give the names that a pattern finds, without what a headline says before them."""
    for found in pattern.finditer(text, start, end):
        at, stop = found.span("name")
        if whole := _BEHIND_OF.match(text, at, stop):
            at = whole.end()
        if done := _BEHIND_VERB.match(text, at, stop):
            at = done.end()
        name = text[at:stop]
        if not _GENERIC_EN.search(name):
            yield GatheringName(name, at, stop, quoted)


def described_names(reading: Reading, start: int, end: int) -> Iterator[GatheringName]:
    """Give descriptions that stand for a name where a gathering has none."""
    pattern = _DESCRIBED_ZH if reading.article.language == "zh" else _DESCRIBED_EN
    for found in pattern.finditer(reading.text, start, end):
        which = found.lastgroup or "name"
        yield GatheringName(found.group(which), *found.span(which), quoted=False)


def short_names(reading: Reading) -> Iterator[tuple[int, int]]:
    """Give the spans of short forms that the text introduces as such."""
    patterns = _SHORT_ZH if reading.article.language == "zh" else (_SHORT_EN, _ACRONYM_EN)
    for pattern in patterns:
        for found in pattern.finditer(reading.text, 0, _INTRODUCED):
            yield found.span("name")


def _chinese(text: str, start: int, end: int) -> Iterator[GatheringName]:
    for found in _QUOTED_ZH.finditer(text, start, end):
        if not _GENERIC_ZH.search(found.group("name")):
            yield GatheringName(found.group("name"), *found.span("name"), quoted=True)
    for found in _SUFFIX_ZH.finditer(text, start, end):
        first = max(start, found.start() - _LONGEST_ZH)
        first = _behind_cut(text, first, found.start())
        if lead := _BEFORE_NAME_ZH.match(text[first : found.end()]):
            first += lead.end()
        while text[first] in "—-·" or _STRAY.match(text, first, found.start()):
            first += 1
        if year := _YEAR_BEFORE.search(text, max(start, first - 4), first):
            first = year.start()
        name = text[first : found.end()]
        if (
            len(name) > (2 if name.endswith(("洽会", "博会")) else 3)
            and not _GENERIC_ZH.search(name)
            and _is_balanced(name)
            and not _CALLED_EVENT.fullmatch(name)
        ):
            yield GatheringName(name, first, found.end(), quoted=False)


def _behind_cut(text: str, first: int, end: int) -> int:
    """Return where a name may begin behind all that cannot be in one; what is quoted in it may hold commas."""
    closing = text.rfind("”", first, end)
    opening = text.rfind("“", first, closing) if closing >= 0 else -1
    if opening >= 0 and "、" in text[opening:closing] and not _CUT_ZH.match(text, closing + 1, end):
        end = opening
    cut = _CUT_ZH.match(text, first, end)
    return cut.end() if cut else first


def _is_balanced(name: str) -> bool:
    return name.count("“") == name.count("”") and name.count('"') % 2 == 0
