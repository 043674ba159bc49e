"""What stands beside an article's event: earlier editions, periods, offered projects, speeches.

Each trigger rules the figures behind it, to the end of its part of the sentence; a trailing one ("up
from", "compared with") only the figure that follows it at once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal, NamedTuple

from extractor.models.rules.reading.reading import Reading, Sentence
from extractor.models.rules.words.cued import Cued
from extractor.patterns import Pattern

Reason = Literal[
    "earlier", "period", "offered", "plan", "economy", "speech", "other_event", "wider"
]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that put figures aside.

    Attributes:
        reason: why.
        pattern: what stands before the figures, over the reading (English in small letters).
        examples: a sentence, in the reading, for every way it is said.
    """

    reason: Reason
    pattern: Cued
    examples: tuple[str, ...]


def _trigger(reason: Reason, cues: str, pattern: str, *examples: str) -> Trigger:
    return Trigger(reason, Cued(cues, pattern), examples)


TRIGGERS_ZH = (
    _trigger(
        "earlier",
        "届|前|去年|上|季度|当时|当年|Ⓣ|首",
        r"上届|往届|历届|(?<![^，。；：\n“])前Ⓝ，|前[ⓃⓄⒸ](?:届|[^，。；]{0,12}(?:大会|洽谈会|推介会|博览会|论坛|活动))|前[几两三四五六七八九十]+届|首(?:[ⓃⒸ]|批[ⓃⒸ](?![^。]*(?:Ⓞ(?:批)?[ⓃⒸ]|当[天日]|现场)))|首届[^，。；]{0,14}(?:以来|举办|共|(?<!召开)(?<!举行)(?<!开幕)(?<!启幕)(?<!举办)，)"
        r"|去年(?!底前)|前年|(?<![以网线会晚])上一?(?:年|届|季度|版|次|轮|回)(?!开)|比[^，；]{0,8}(?:季度|Ⓣ|去年)|与[^，；]{0,8}(?:季度|Ⓣ|去年)[^，；]{0,12}相比|Ⓣ(?:集中)?(?:签约|开工)的(?=Ⓒ)|当时|当年(?=[共有]?[ⒸⓃ])",
        "上届为Ⓒ、Ⓜ",
        "前Ⓞ届大会累计签约项目Ⓒ",
        "前Ⓝ，谈成项目Ⓒ",
        "去年，全区签约项目Ⓒ",
        "与去年的Ⓒ相比",
        "上次签约Ⓒ",
        "当年Ⓒ、Ⓜ",
    ),
    _trigger(
        "period",
        "今年|Ⓣ|季度|半年|截|累计|以来|近|全年|Ⓞ|期间|洽谈|对接|跟进|磋商|接洽|连同|加上|算上",
        r"今年以来|今年(?:前|上半年|[一二三四]季度|1至|，?[^，。；ⒸⓂ]{0,8}(?:已经?|先后)(?=[在签引落促]|开工))|Ⓣ(?:末|底)?，(?![^。]*(?:举行|举办|召开))|前[一二三四两]季度|上半年|截[至止](?![^。]*(?:拟|确认|闭幕|落幕|收官|会期|[动会势]期间|本[届次]|此次))|(?<!会期)(?<!期间)(?<!本届)(?<!本次)(?<!此次)(?<!活动)累计"
        r"|(?:连同|加上|算上)[^，。；ⒸⓃ]{0,8}(?:此前|先前|早前|今年|已)[^，。；ⒸⓃ]{0,8}[ⒸⓃ]|Ⓞ(?:年)?(?:以来|，(?:全|该|该区|共))|近[Ⓠ五三两]年|自Ⓞ[^，；]{0,16}以来|全年(?!度)|(?:成立|举办|上任|开办|设立|实施)[^，。；]{0,6}以来|[ⒸⓃ][^，。；Ⓒ]{0,8}(?:正在?|尚在|仍在|还在)(?:进一步|深入|积极|抓紧|加紧|密切|持续|加快)*(?:洽谈|对接|跟进|磋商|接洽)|十[三四五]五”?(?:期间|以来)",
        "今年以来，全市新签约项目Ⓒ",
        "今年，专班已在外地签下项目Ⓒ",
        "截至去年底，累计批准外企Ⓝ",
        "连同先前动工的Ⓒ、Ⓜ",
        "Ⓒ项目尚在积极磋商",
    ),
    _trigger(
        "offered",
        "推|发布|公布|储备|梳理|策划|包装|对外|项目册|项目库|清单|铺排|拟于|谋划|报",
        r"(?:最初|起初|原先)上?报|(?:谋划|储备)(?:了|的)?[^，。；]{0,16}(?=Ⓒ)|(?:推出|发布|推介|公布|储备|梳理(?!并?(?:促成|敲定|落实))|策划|(?<![与和及、的])包装(?![装材盒印机制产用及、类业箱容])|对外(?!投资|贸易|合作|经贸|开放|承包)|重点推介)(?!会)(?:(?!签|达成|开工|：)[^，。；]){0,18}(?=Ⓒ)(?!Ⓒ[^，；]{0,4}签约)|招商项目(?:册|库|清单)|机会清单|铺排|拟于|储备了",
        "大会还发布了招商项目Ⓒ",
        "市政府同场推出Ⓒ招商项目",
        "全市已谋划四季度拟开工项目Ⓒ",
        "各地最初上报的项目有Ⓒ",
        "发布应用场景机会清单Ⓒ",
    ),
    _trigger(
        "plan",
        "力争|下一步|今后|目标|考核|将对|年底前|任务|确保|争取|要求|不少于|明年|来年",
        r"(?:明年|来年)[^，。；ⒸⓂ]{0,8}(?:拟|将|计划|预计)|^[^。]*完成了?(?:全年|年度|今年)[^，。]{0,6}(?:目标|任务)|力争|下一步|今后|目标|考核|将对|年底前|年度任务|任务[是为]|确保(?:全年)?(?:新)?(?:签|引|完成|实现)|争取(?:全年)?(?:新)?(?:签|引|完成|实现)|要求[^，。；]{0,8}[各全年]|(?:每年|全年)[^，。；]{0,8}不少于",
        "力争全年签约项目Ⓒ",
        "今年的任务是新签约项目Ⓒ",
        "确保全年新签约项目Ⓒ",
        "争取引进项目Ⓒ",
        "要求各县全年外出招商Ⓒ",
        "全年签约不少于Ⓒ",
        "明年一季度拟开工的项目已排出Ⓒ",
        "全市共引进项目Ⓒ，完成全年目标任务的Ⓟ",
    ),
    _trigger(
        "economy",
        "总值|固定|财政|进出口|吞吐量|实际|旅游|游客",
        r"生产总值|固定资产投资|财政收入|进出口|吞吐量|实际使用|实际利用|实际到位|旅游(?:综合)?收入|接待游客",
        "去年实现地区生产总值Ⓜ",
    ),
    _trigger(
        "offered",
        "被|撤|退|通过",
        r"[ⒸⓃ][^，。；ⒸⓃ]{0,24}(?:被(?:挡|淘汰|剔除|否决|劝退|暂缓)|撤案|清理退出|清退|未获通过)",
        "先后有Ⓒ因用地条件不成熟被暂缓",
        "有Ⓒ被挡在门外",
        "另有Ⓒ未获通过，其中Ⓒ",
    ),
    _trigger("other_event", "邻|兄弟", r"邻市|邻县|兄弟市", "邻市集中开工项目Ⓒ"),
)
TRIGGERS_EN = (
    _trigger(
        "earlier",
        "last |previous |prior |earlier |preceding |past ",
        r"\b(?:last|previous|prior|earlier|preceding|past) (?:(?:fiscal |financial )?year|edition|session|conference|conclave|meet|summit|fair|forum|expo|festival|convention|roadshow|ceremony|gathering|event|week|month|quarter|time|spring|autumn|(?<!last )(?<!past )[ⓃⒸ]|two|three|proposals|deals|promises|\w+ (?:meeting|fair|talks|conference|summit))",
        "The last spring meeting signed Ⓒ projects",
        "At the previous conference, Ⓒ projects were licensed",
        "The preceding Ⓝ regattas brought the port Ⓒ contracts",
        "During the past fiscal year the zone drew Ⓒ projects",
    ),
    _trigger(
        "earlier",
        "earlier,|before,|ago,|first such",
        r"^\W*(?:a year|one year|Ⓠ) (?:earlier|before|ago),|\bfirst such \w",
        "A year earlier, Ⓒ agreements for Ⓜ were concluded",
        "Ⓠ ago, Ⓒ deals were struck",
        "The first such ceremony had seen Ⓒ units",
    ),
    _trigger(
        "earlier",
        "first ",
        r"\bfirst (?:(?:two|three|four|[ⓃⓄⒸ]) (?:edition|session|conference|fair|forum|summit|meeting|event|meet|expo|week|year|round|festival|batche)s\b|(?:\w+ )?(?:forum|conference|summit|edition|fair|meet|expo|session) (?:in|of) Ⓞ)",
        "Of the Ⓒ projects signed at the first Ⓝ conferences, Ⓒ have started",
    ),
    _trigger(
        "earlier",
        " ago",
        r"\b(?:expo|fair|conference|summit|forum|meeting|festival|edition)[^,.;]{0,12} Ⓠ ago\b",
        "At the eleventh expo Ⓠ ago the city signed Ⓒ projects",
    ),
    _trigger(
        "earlier",
        "since",
        r"\b(?:meets since\b|since (?:the )?(?:first\b|Ⓞ|its\b|Ⓓ|then\b))",
        "since Ⓞ it has introduced Ⓒ projects",
    ),
    _trigger(
        "earlier",
        "Ⓝ |Ⓞ",
        r"at the (?:first |earlier |previous )?Ⓝ (?:\w+ )?\w+s\b|Ⓞ (?:\w+ )?(?:forum|conference|summit|edition|fair|meet|expo|session) (?:in|of) Ⓞ|in Ⓞ,? (?<!\win Ⓞ )(?<!\win Ⓞ, )(?:when|they|the|it|some)\b",
        "The Ⓞ forum in Ⓞ produced Ⓒ deals",
    ),
    _trigger(
        "earlier",
        "compar|up from|down from|cumulat",
        r"\b(?:compare[sd] (?:with|to)\b|comparing with\b|(?:up|down) from\b|accumulat|cumulative)",
        "up from Ⓜ at the first meeting",
        "That compares with Ⓒ projects the year before",
    ),
    _trigger(
        "period",
        "so far|to date|january|beginning of|since this|from this|Ⓓ",
        r"^\W*(?:so far|to date),(?! [ⒸⓅ] of (?:the Ⓒ|(?:the (?:projects|deals|contracts)|these|those|them)\b))|\b(?:since|from) (?:(?:the beginning of )?this year|the beginning of the year|january|Ⓓ to Ⓓ this year)\b|\bso far this year\b|\b(?:from|between) (?:january\b|Ⓓ)(?=[^.]*\bthis year)|\bto date\b",
        "Since the beginning of this year, the city has started Ⓒ projects",
        "Between Ⓓ and the end of spring this year, Ⓒ projects were approved",
    ),
    _trigger(
        "period",
        "Ⓣ",
        r"\b(?:(?<!completed )(?<!production )(?<!operation )(?<!finished )(?<!operational )in (?:the )?|from )Ⓣ",
        "The county signed Ⓒ projects in Ⓣ",
    ),
    _trigger(
        "period",
        "in the first |now home to|by the end of|year-to|year to",
        r"\b(?:in the first (?:half\b|quarter\b|three quarters\b|[ⓃⓆⒸ]|(?:two|three|six|nine) months\b)|is now home to\b|by the end of\b(?! (?:the|its|their|that) (?:[a-z-]+ )?(?:days?|evening|night|afternoon|morning|event|forum|summit|conference|fair|expo|ceremony|session|meeting|visit|trip|tour|roadshow)\b)|year[- ]to[- ]date\b)",
        "It is now home to Ⓒ projects",
    ),
    _trigger(
        "period",
        " the Ⓣ of ",
        r"Ⓜ(?= (?:of|in|worth of) [a-z][a-z -]{3,40} (?:in|during|over) the Ⓣ of (?:the|this) year\b)",
        "The county received Ⓜ of investment in the Ⓣ of the year",
    ),
    _trigger(
        "offered",
        " of Ⓒ|released|presented|unveiled|showcased|promoted|sorted|publish|offered|pitched|recommended|pushed|tabled|on the table|open to|on offer|calling|seeking|looking|available",
        r"\b(?:catalog(?:ue)?|list|guide|brochure|portfolio|pipeline|book|booklet|menu|prospectus|basket) of (?=Ⓒ)|\b(?:presented|released|unveiled|showcased|promoted|sorted out|publish(?:ed)?|offered|pitched|recommended|pushed) (?=Ⓒ)"
        r"|\btabled (?=Ⓒ)|\b(?:put|laid|placed) (?=Ⓒ [^,.;ⒸⓂ]{0,40}\bon the table\b)"
        r"|Ⓒ(?= (?:\w+ )?projects (?:open to|on offer|calling for|seeking|looking for|available|that are still looking))",
        "A separate catalog of Ⓒ projects open to investors",
        "sorted out Ⓒ projects for external promotion",
        "The county tabled Ⓒ bankable schemes",
        "it put Ⓒ bankable schemes on the table",
    ),
    _trigger(
        "offered",
        " no ",
        r"Ⓒ [^.;,ⒸⓂ]{0,40}\b(?:found|drew|attracted|got|had|received|won) no (?:takers?|buyers?|bidders?|bids?|investors?|offers?|interest)\b",
        "Ⓒ sites of the last round drew no bids",
    ),
    _trigger(
        "plan",
        "next step|striv|wants|target|next edition|turned|goal|shall|aims to|aim to|hopes to|hope to|hope that|hopes that",
        r"\bhopes? that\b|\b(?:organi[sz]ers?|authorit(?:y|ies)|government|ministry|officials?|he|she|they|city|province|state|county|district|zone|forum|summit|conference) (?:now |also )?(?:aims?|hopes?) to\b|\bin the next step\b|\bstriv(?:e|es|ing)\b|\bgoals? (?:of|for|is|are|this|set|in)\b|\bshall\b|\b(?:he|she|government|county|city|state|province|mayor|governor|minister) wants\b|\btarget(?:s|ed)?\b|\bnext edition\b|\bturned (?:down|away)\b",
        "In the next step, the county will strive for Ⓒ projects",
        "The goals of this year are Ⓒ projects and Ⓜ",
        "The county head hopes that Ⓒ contracts will have broken ground by spring",
        "Organisers aim to attract Ⓜ at the next edition",
        "Each district shall sign Ⓒ projects",
    ),
    _trigger(
        "plan",
        " of the ",
        r"Ⓒ(?= of the [^.;,ⒸⓂ]{0,40}\b(?:are|is) (?:planned|expected|scheduled|due|set|to) (?:to )?(?:start|begin|break ground|be (?:started|completed|put into \w+)|go into \w+)\b)",
        "More than Ⓒ of the projects are planned to start before the end of September",
    ),
    _trigger(
        "economy",
        "market value|market cap",
        r"Ⓒ(?= (?:are |is |of them are )?listed (?:companies|firms|enterprises)[^.;]{0,40}\bmarket (?:value|cap))|\bmarket (?:value|cap\w*)(?: of| is| was| reached)?\b",
        "Ⓒ are listed companies with a total market value of Ⓜ",
    ),
    _trigger(
        "economy",
        "gdp|gsdp|grdp|gross|fixed|actual use|output value|tourism|tourists|economy|revenue",
        r"\b(?:gdp(?!-)|gsdp|grdp|gross (?:regional )?domestic product|fixed[- ]asset investment|actual use of foreign)\b"
        r"|\b(?:industry|total) output value of the\b|\boutput value of the whole\b|\btourism income\b|\btourists\b|(?:['’]s|\bits|\bwhose|\bthe) economy(?:, (?:worth|valued|estimated|put)\b| (?:grew|is worth|was worth|expanded|shrank)\b)|\b(?:own-source|own|tax|public) revenues?\b",
        "GDP rose Ⓟ to Ⓜ",
        "Lorem's economy, worth Ⓜ, grew by Ⓟ",
        "Public revenues were Ⓜ",
    ),
    _trigger("other_event", " votes ", r"Ⓝ votes (?:to|against)\b", "was defeated by Ⓝ votes to Ⓒ"),
    _trigger("other_event", "neighb", r"\bneighbou?ring\b", "Neighboring Lorem started Ⓒ projects"),
)

_CAMPAIGN = Pattern(r"攻势|攻坚|会战|大干|擂台|招商(?:季|月|行动)|(?:百|[Ⓠ几])日行动|冲刺")
"""What goes on for weeks, so that the sum of the time is the event's own."""
_CAMPAIGN_TRIGGERS = (
    _trigger(
        "period",
        "今年|去年|全年|季度|Ⓞ|近|期间|以来",
        r"今年(?:以来|前|上半年|已|全|累计)|去年|全年|前[一二三四两]季度|自Ⓞ[^，；]{0,16}以来|近[Ⓠ五三两]年|十[三四五]五”?(?:期间|以来)",
        "今年以来，全市新签约项目Ⓒ",
    ),
)


def triggers_of(reading: Reading) -> Sequence[Trigger]:
    """Return what puts figures aside in an article; a campaign's own period does not."""
    if reading.article.language != "zh":
        return TRIGGERS_EN
    headline = reading.headline.text if reading.headline else ""
    if not _CAMPAIGN.search(headline):
        return TRIGGERS_ZH
    return (*(one for one in TRIGGERS_ZH if one.reason != "period"), *_CAMPAIGN_TRIGGERS)


_COMMA = Pattern("[，,；;]")
_CLAUSE = Pattern(r"[;—]|,(?! (?:when|which|where|whose|at which)\b)")
_COMPARED = Pattern(r"\b(?:than|over) (?:in |at |for |that of |those of )?(?:the )?$")
"""Words before another time with which the event is compared: "six more than last year, and …"."""
_LONGEST_COMPARED = len("than those of the ")
_PART = Pattern(r"[；;]|, (?:while|but)(?= )")
_SPEECH = Pattern(
    r"\s*[“\"「『](?:[^”\"」』]*$|.*[”\"」』]\s*$|(?:I|If|Even if)\b|[^”\"]*,[”\"] (?:[a-z]+ )?(?:he|she|(?:[A-Z]\w+ ){1,3})(?:said|told|added|joked|recalled)\b)"
)
_RESULT = Pattern(
    "Ⓒ[^.]*Ⓜ|(?:这|此次|本次|本届|今天)[^。，]{0,8}项目[^。]*Ⓒ"
)  # a speaker who counts projects and their money reports
_WITHIN_ASIDE = Pattern(r"(?:\w, |which |who )(?!and |but )(?:[a-z]+ ){1,6}since (?:\w+ )?Ⓞ?$")
_TRAILING = Pattern(
    r"(?:compared|up|down) (?:with|to|from)\b|[比与][^，；]{0,8}(?:季度|Ⓣ|去年|上届)"
)


_BACK = Pattern(
    r"[，、](?:而|但|不过|到了?|其中)*(?:本次|此次|这次|本届|此番|这一[次届]|今[次回]|今年(?=签|增至|增加到|升至|翻|则|这|我们|的))"
)
"""What comes back to the event from what stood beside it."""


class Aside(NamedTuple):
    """A range of the reading whose figures are put aside, and why."""

    start: int
    end: int
    reason: Reason


def in_small_letters(text: str) -> str:
    """Return an English text as the triggers read it; the marks for figures, capitals too, stay."""
    for letter in ascii_uppercase:  # some 50 times as fast as `str.translate`
        text = text.replace(letter, letter.lower())
    return text


_MORE_THAN = Cued(
    " than ",
    r"(?:Ⓒ(?: [a-z]+)?(?:,? and Ⓜ)?|Ⓜ(?:,? and Ⓒ(?: [a-z]+)?)?) (?:more|fewer|less|higher|lower) than (?:in |at |for )?(?:the )?(?:last|previous|a year|year|same|[ⓄⓉⒹ])",
)
"""By how much the event's figures differ from those of another time: "Ⓒ projects more than last year"."""


def asides(sentence: Sentence, words: str, triggers: Sequence[Trigger]) -> Iterator[Aside]:
    """Give the ranges of a sentence whose figures are put aside.

    Args:
        sentence: the sentence.
        words: its words as the triggers read them, English ones in small letters.
        triggers: those that may stand there.
    """
    start = sentence.start
    if _SPEECH.match(sentence.text) and not _RESULT.search(sentence.text):
        yield Aside(start, start + len(sentence.text), "speech")
    for trigger in triggers:
        for found in trigger.pattern.finditer(words):
            yield Aside(start + found.start(), start + _reach(words, found), trigger.reason)
    for found in _MORE_THAN.finditer(words):
        yield Aside(start + found.start(), start + found.end(), "earlier")


def _reach(text: str, trigger: re.Match[str]) -> int:
    """Return where a trigger's part ends; a comparison rules no more than its own clause."""
    is_compared = trigger.start() and text[trigger.start() - 1] in "比较与同"
    if (
        is_compared
        or _TRAILING.match(text, trigger.start())
        or _WITHIN_ASIDE.search(text, 0, trigger.end())
    ):
        comma = _COMMA.search(text, trigger.end() - 1)  # which a trigger may take in
        return comma.start() if comma else len(text)
    if _COMPARED.search(text, max(trigger.start() - _LONGEST_COMPARED, 0), trigger.start()):
        comma = _CLAUSE.search(text, trigger.end())
        return comma.start() if comma else len(text)
    part = _PART.search(text, trigger.end())
    end = part.start() if part else len(text)
    back = _BACK.search(text, trigger.end(), end)
    return back.start() if back else end
