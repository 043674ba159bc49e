"""What an amount or a percentage in the reading is of, by the words around it."""

import re
from itertools import groupby

from extractor.models.rules.words.bilingual import bilingual
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.words import (
    BASE_COUNT_EN,
    BASE_COUNT_ZH,
    BASE_MONEY_EN,
    BASE_MONEY_ZH,
    GROWTH_EN,
    GROWTH_ZH,
    KINDS,
)
from extractor.patterns import Pattern
from extractor.record import AmountKind, PercentBase

_KINDS = tuple((name, bilingual(zh, en)) for name, zh, en in KINDS)
_ANY_KIND = bilingual("|".join(zh for _, zh, _ in KINDS), "|".join(en for _, _, en in KINDS))
_COUNT = bilingual(BASE_COUNT_ZH, BASE_COUNT_EN)
_MONEY = bilingual(BASE_MONEY_ZH, BASE_MONEY_EN)
_OF_OTHERS_EN = (
    r"of (?:[\w’'-]+ ){0,4}?(?:economy|GDP|GSDP|gross|exports?|imports?|average|market|population|workforce|electricity|energy mix|budget|sales|revenues?|tax(?:es)?|production|output|world"
    r"|employees|workers|visitors|exhibitors|delegates|guests|participants|products?|stake|shareholding|jobs|land)\b"
)
"""Wholes that are none of projects."""
_GROWTH_BEFORE = bilingual(rf"(?:{GROWTH_ZH})[^占，,]*$", rf"(?:{GROWTH_EN})[^占，,]*$")
_GROWTH_AFTER = bilingual(
    r"\s*(?:的?年度任务)",
    rf"\s*(?:from (?:[ⒸⓂⓅⓄⓉⒹ]|[^,;.]{{0,30}}?(?:\b(?:years?|months?|quarter|period|edition|earlier|before|ago|previous|last|level)\b|[ⓄⓉⒹ]))|higher|lower|more than (?:last|the)|less|year[- ]on[- ]year|growth|increase|of the (?:annual|yearly) task|{_OF_OTHERS_EN})",
)
_GROUP_AMOUNT_ZH = Pattern(
    r"^[\s，、；（(]*(?:(?:其中|计划|计|预计|协议|合同|投资|规模|总价|金额|合计|涉及|涉资|涉款|耗资|斥资|总盘子|揽下|吸金|带来|额度|额|约|为|达|是|共|总|资金"
    r"|引进|引资|市外|县外|省外|区外|境外|外资|利用|年度|年内|今年|当年|到位|首期|意向|分别|依次|有|已|完成|投入|揽金|超|逾|近|不足|均|则|却|仅|只|就|更|也|不过|占去?|高达|接近|将近|拿[走下]|撬动|贡献|吸引|的|签约|协议引|固定资产)+)?$"
)
_GROUP_AMOUNT_EN = Pattern(
    r"^[\s,;:()—–-]*(?:(?:with|worth|an?|and|the|of|at|for|in|is|are|was|were|to|up|come|comes|came|carry|carries|carrying|they|these|together|altogether|total(?:l?ing|s|ed|led)?|combined|joint|planned|annual(?:ly)?|proposed|intended"
    r"|investments?|capital|registered|contract(?:ed|ual)?|foreign|value[ds]?|amount(?:s|ed|ing)?|sum|outlays?|money|which|that|whose|has|have|had|having|respectively|in turn|funds?|estimated|aggregate|sector|industry|field|fields|project(?:ed|s)?|agreement|overall|about|some|add(?:ing|s)?|hold|involving|involve|attracting|reaching|reached|signed|each|alone|but|or|capitali[sz]ed|accounting for|account(?:s|ed)? for|representing|making up|contributing|cumulatively|only|just|merely|reach(?:es|ed)|also|this|year|price tag|investing|invested|brought in|bringing|will|be|it|by|all|on|expected|entailing|envisaging|potential|exceeding|promis(?:e|es|ed|ing)|pledging|agreed|sink|pour|spend|pump)\b[\s,(]*)*$",
    re.IGNORECASE,
)
_MONEY_WORDS_EN = Pattern(
    r"[^A-Z]{0,70}\b(?:invest(?:ment|ments)?|amounts?|amounting|value|valued|worth|total(?:l?ing)?|sum|capital|funds?|pledged|tune|tag|outlay|put up|committed)\b[a-z ]*$"
)
_LATER_AMOUNT_ZH = Pattern(
    r"[^，。；：、的]{0,12}?(?:总?投资(?:总?额|金额)?|总?金额|总额|资金|涉资|涉款|涉及资金|涉及投资|签约额|引资|揽金|吸金|盘子|体量)(?:合共|合计|共计|共|约|达|为|逾|超|近)*"
)
"""Words of amount behind what was done with the group: Ⓒ企业签署协议，料未来投资总额…."""
_OF_OTHERS_ZH = Pattern(
    r"公司|集团|股份|科技|基地|中心|产业园|工厂|授信|贷款|信贷|基金|补贴|注册资本|采购|贸易|其中|的[^，]*项目"
)
_OF_EACH_ZH = Pattern("(?:均|都)[为达在约是]{0,2}$")
"""Words before what each of the projects costs: Ⓒ，投资均超Ⓜ."""
_DESCRIBED_ZH = Pattern(r"(?:项目|企业|合约|协议)?(?:均|全|都|则|多|主要)*[为是由属]")
"""How a group is described right behind its count: Ⓒ为外企设立的区域总部，涉资…."""
OF_OUTPUT = bilingual(
    r"年(?:产值|产|销售|营收|纳税|税收|税|利润|创|出口|发电|处理|吞吐|加工|交税)|产值|税收|销售收入|纳税|就业|岗位|营业额|营业收入",
    r"\b(?:output|sales|tax(?:es)?|revenue|exports?|jobs|income|profit|sold|turnover|employ\w*)\b[^,;]*$",
)
"""Words before an amount of what projects bring, not of what they cost."""


_TURNOVER = Pattern(
    r"\b(?:the|total|overall|combined) (?:transaction |trading |total )?turnover (?:was|is|reached|reaches|hit|amounted to|came to|stood at) (?:about |over )?$"
)
_BROUGHT_IN = Pattern(
    r" (?:of out-of-[a-z]+ (?:funds|capital)|(?:is|are|was|were|being) (?:the )?(?:capital|funds|money) (?:introduced|brought in|coming|attracted|raised)? ?from (?:outside|beyond|other)|(?:is|are|was|were) (?:introduced|brought in|attracted) from (?:outside|beyond))\b"
)


def amount_kind(lead: str) -> AmountKind | None:
    """Return the kind that the words before an amount name, None where they name none."""
    if _ANY_KIND.search(lead):  # mostly none
        for kind, pattern in _KINDS:
            if pattern.search(lead):
                return kind  # type: ignore[return-value]
    return None


def kind_of_whole(text: str, place: int) -> AmountKind | None:
    """Return the kind of an English amount that can only be one of the whole event.

    "The total turnover reached Ⓜ" is a sum of unlike things; "of which Ⓜ is capital introduced
    from outside the province" is capital brought in.

    Args:
        text: a sentence of the reading.
        place: where the amount stands in it.
    """
    if _TURNOVER.search(text, 0, place):
        return "other"
    return "capital_brought_in" if _BROUGHT_IN.match(text, place + 1) else None


def is_group_amount(lead: str, language: str) -> bool:
    """Return whether nothing but words of amount stands between a group's figures and an amount."""
    if OF_OUTPUT.search(lead):
        return False
    if language == "zh":
        return not _OF_EACH_ZH.search(lead) and (
            bool(_GROUP_AMOUNT_ZH.match(lead))
            or (
                bool(_LATER_AMOUNT_ZH.fullmatch(last_clause(lead)))
                and bool(_DESCRIBED_ZH.match(lead) or not _OF_OTHERS_ZH.search(lead))
            )
        )
    return bool(_GROUP_AMOUNT_EN.match(lead) or _MONEY_WORDS_EN.match(lead))


def is_growth(before: str, after: str) -> bool:
    """Return whether a percentage is a growth or completion rate, and no share."""
    return bool(_GROWTH_BEFORE.search(before) or _GROWTH_AFTER.match(after))


def bases(words: str) -> list[PercentBase]:
    """Return the bases that the words around a percentage name, in order."""
    counts = [(found.start(), found.end()) for found in _COUNT.finditer(words)]
    named: list[tuple[int, PercentBase]] = [(start, "count") for start, _ in counts]
    named += [
        (found.start(), "investment")
        for found in _MONEY.finditer(words)
        if not any(start <= found.start() < end + 1 for start, end in counts)
    ]
    return [base for base, _ in groupby(base for _, base in sorted(named))]


_BASE_FRAME = Pattern(
    r"(?:[按以依](?:照)?|[从就])(?:签约|项目)?(?:(?P<count>项目数量?|数量|个数|件数|家数)|(?P<investment>总?投资额|金额|投资总额|签约额))(?:来|计)?(?:看|算|计|排|统计|计算|划分)"
    r"|^\W*(?:若论[^，。]{1,6}，|从[^，。]{1,8}看，)?在?(?P<items>Ⓒ|[这该]批|[这该]些|上述|签约|开工)[^，。；ⒸⓂⓅ额资金]{0,12}(?:[当之]?中|里)，"
    r"|(?:项目|企业|厂商)(?:数量?|个数)?(?:则|也|就|已|均|合计)*(?:占比?|比重|比例)+[^，；。ⒸⓂⓅ额资金]{0,8}$"
)


_OF_OTHERS_BEFORE = Pattern(
    r"(?:原料|原材料|零部件|产品|产量|产能|员工|职工|工人|用工|人员|嘉宾|展商|观众|代表|订单|股份|股权|面积|床位|岗位|学员|费用|成本|设备)(?:的|中|里|约|近|有|占)*$"
)
_OF_OTHERS_BEHIND = Pattern(
    r"(?:以上|左右)?(?:的(?:产品|原料|员工|股份|股权|订单|零部件)|(?:将|都|均)?(?:销往|销到|出口|外销|内销|返销)|[是为](?:本县|本地|当地|周边)[人村农]|股权|股份)"
)


def is_of_others(before: str, after: str) -> bool:
    """Return whether a Chinese percentage is one of goods, hands or shares, and of no projects.

    Args:
        before: the words of its clause before it.
        after: those behind it.
    """
    return bool(_OF_OTHERS_BEFORE.search(before) or _OF_OTHERS_BEHIND.match(after))


def base_of_frame(before: str) -> PercentBase | None:
    """Return the base by which a Chinese sentence says that it counts: 按数量看, Ⓒ项目中, 外资项目占.

    Args:
        before: its words before a percentage; the last that tell of a base count.
    """
    told = [found["investment"] for found in _BASE_FRAME.finditer(before)]
    if not told:
        return None
    return "investment" if told[-1] else "count"


def last_clause(lead: str) -> str:
    """Return the part of a lead behind its last comma or bracket, a trailing one left aside."""
    return lead[behind_last(lead, "，,；;、（(:：", len(lead.rstrip(" ，,、(（；;"))) :]
