"""The words that name a group of projects, around its count in the reading.

A wording is a pattern over the window of one count: what stands between the separators or figures
before it and those behind it. The first that gives words of substance names the group; a count
that none of them names is one of the whole ("a total of Ⓒ projects", 共签约项目Ⓒ).
"""

import re
from dataclasses import dataclass

_PLAIN = r"(?: (?:investment|key|major|new|signed|contracted|cooperation|such))*"
_NOUN = r"(?:projects?|deals?|contracts?|MoUs?|proposals?|ones|memoranda(?: of understanding)?)"
_STOP = r"(?= worth\b| totall?ing\b| valued\b| with\b| this year| during\b| in this\b| at this\b| among them| because\b| since\b| and (?:together|in all|account)| in the (?:Ⓞ|event|conference)|[,，;；:：。()（）—ⒸⓂⓅⒹ]|\.|$)"
_NAME = r"[^,，、;；:：。()（）—ⒸⓂⓅⒹ]"
_LIST_NAME = r"[^,，;；:：。()（）ⒸⓂⓅⒹ]"


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to name a group.

    Attributes:
        pattern: over a window with one Ⓒ; the group `label` is the name.
        examples: windows and the label that each gives.
    """

    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str], ...]


def _wording(pattern: str, *examples: tuple[str, str]) -> Wording:
    return Wording(re.compile(pattern, re.IGNORECASE), examples)


_LEAD_ZH = (
    r"(?:其中|当中|當中|此外|另外|另有|还有|還有|包括|包含|主要是|今天的|今天|昨日|本次|此次|這次|活动期间|活動期間|期间|會上|会上|共有|共|有|又|则|连同|連同"
    r"|达成了?|由|属于|分别是|分别为|以及|和|及|与|與|新(?=签|開|开|引)|Ⓓ)"
)
_TAIL_ZH = (
    r"(?:投资建设|投資|投资)?(?:项目|項目|工程|合同|协议)?(?:数量|总数|數)?的?"
    r"(?:同样是|共计|共有|共|则有|也有|就有|还有|总计|合计|各|均|仅|只|已|也)?(?:签约|签下|签订|签署|开工|落地|动工|投产|簽約|簽署|簽訂|達|达到|达|为|為|有|是|得|获)*(?:项目|項目|的|了)*[（(]?"
)

ZH = (
    _wording(
        rf"Ⓒ(?!项目|和|及|与|、|为|為|是|属|由|来自|來自|分布|落户|安排|位于|均|全部|分别)(?P<label>{_NAME}{{2,24}}?)(?:投资)?(?:项目|項目)(?=[，、；：。）)ⓂⓅ]|集中|现场|成功|签约|$)",
        ("签约Ⓒ外资项目", "外资"),
        ("Ⓒ现代服务业项目", "现代服务业"),
    ),
    _wording(
        rf"(?:^|[，；：。（(]){_LEAD_ZH}*(?P<label>{_LIST_NAME}+?){_TAIL_ZH}Ⓒ",
        ("装备制造类Ⓒ", "装备制造类"),
        ("其中Ⓑ以上项目Ⓒ", "Ⓑ以上"),
        ("港資項目有Ⓒ", "港資"),
        ("由本地商人独资或控股的有Ⓒ", "本地商人独资或控股"),
        ("世界500强企业投资项目Ⓒ", "世界500强企业"),
        ("投資額Ⓑ以上的項目有Ⓒ", "投資額Ⓑ以上"),
        ("甲县开工Ⓒ", "甲县"),
        ("城北区同样是Ⓒ", "城北区"),
        ("新材料类Ⓒ", "新材料类"),
        ("由老乡牵线、外地企业投资的Ⓒ", "老乡牵线、外地企业"),
    ),
    _wording(
        rf"(?:^|[，、；：。（(]){_LEAD_ZH}*(?P<label>其余|其餘|剩余|其他)的?Ⓒ",
        ("其余Ⓒ", "其余"),
    ),
    _wording(
        rf"Ⓒ(?:目|项目|項目)?(?:均|全部|都|分别)?(?:为|為|是|属于|属|系|由|来自|來自|分布在|落户在|落户|安排在|位于|投向|集中在|涉及)(?P<label>{_NAME}+?)(?:项目|項目)?(?=[，、；：。）)ⓂⓅ]|$)",
        ("Ⓒ为新能源项目", "新能源"),
        ("Ⓒ来自珠三角", "珠三角"),
        ("Ⓒ分布在另外Ⓝ乡镇", "另外Ⓝ乡镇"),
    ),
    _wording(
        rf"Ⓒ(?!项目|項目)(?P<label>{_NAME}{{2,16}}?)(?=[，、；：。）)ⓂⓅ]|$)",
        ("Ⓒ办妥注册手续", "办妥注册手续"),
    ),
)

_OF_ALL = rf"(?: of (?:the|them|these|those|which|all|this year['’]s|its|our)\b(?: Ⓒ)?(?:{_PLAIN} {_NOUN})?)?"
_PREDICATE = (
    r"(?:(?:signed|inked|concluded|started|launched|sealed) (?:on|at|by|in|over|online|via|through)\b|on[ -]?site\b|online\b|via\b|in\b|of (?!them\b|the\b|these\b|those\b|its\b|which\b)"
    r"|from\b|above\b|over\b|exceed\w*|more than\b|at least\b|below\b|under\b|between\b|by\b|to\b"
    r"|with (?:an?|the|contracted|total)\b(?! (?:combined|planned|total (?:of|value)|(?:total )?(?:investment|value|capital)(?: value| amount)? of (?:about |around |over |more than |nearly |some |up to )?Ⓜ))"
    r"|invested (?:by|in)\b|involving\b|worth (?:more|over|at least)\b|valued at (?:more|over)\b|broken ground|broke ground|under construction|put into\b|on (?:the|stage)\b|at the\b|backers from\b)"
)
_VERB_EN = (
    r"(?:are|is|was|were|will be|has|have|had|also|alone|together|which|that|still|the|a|an|remaining|another|other|about"
    r"|account(?:s|ed|ing)? for|took|takes?|taking|mak(?:e|es|ing) up|made up|signed(?: (?:for|up))?|signs|brought in|brings|led(?: the way| with)?|leads? with|with"
    r"|tops?(?: the (?:table|list))?|follow(?:s|ed|ing)?|c[oa]mes? (?:next|second|first|third|in)|came|received|collected|keeps|kept|behind|stand behind|attracted"
    r"|landed|secured|contribut(?:e|es|ed)|started|to host|hosts?|home to|saw|won|got|get|claimed|bagged|drew|for|at|numbered|number|comprise[sd]?|involves?|involved|cover(?:s|ed|ing)?"
    r"|next|reached|totall?ed|boasts?|represent(?:s|ed)?|by|and|'s|’s|put|added|sealed|inked|launched)"
)
EN = (
    _wording(
        rf"Ⓒ(?: (?:of (?:the|these|those|them)|are|is|were|was|belong to|mainly|all|in|new|key|major|contracted|signed|such|more|other))* (?P<label>(?:(?!(?:projects?|MoUs|deals|contracts|of|are|were|is|with|worth|signed|have|exceed|from|by|come)\b)[^\s,;:.()—ⒸⓂⓅ]+ ){{1,9}}?{_NOUN}(?: of (?!(?:more|over|at)\b){_NAME}+?(?={_STOP}))?)",
        ("Ⓒ foreign-invested trade projects", "foreign-invested trade"),
        ("Ⓒ are industrial projects with an investment of", "industrial"),
        ("Ⓒ are manufacturing projects", "manufacturing"),
        ("Ⓒ green energy projects were signed during", "green energy"),
        ("Ⓒ domestic ones are worth", "domestic"),
        (
            "Ⓒ deep processing projects of farm products",
            "deep processing projects of farm products",
        ),
    ),
    _wording(
        rf"Ⓒ(?:{_PLAIN} {_NOUN})?{_OF_ALL},?(?: (?:that|which|have|has|had|are|is|were|was|come|came|go|went|fall|fell|belong|lie|amount|already|be|mainly))*"
        rf" (?P<label>{_PREDICATE}{_NAME}*?){_STOP}",
        ("Ⓒ projects with an investment of more than Ⓑ in this", "an investment of more than Ⓑ"),
        ("Ⓒ in equipment manufacturing", "equipment manufacturing"),
        ("Ⓒ were signed on site", "signed on site"),
        ("Ⓒ of them exceed Ⓑ", "exceed Ⓑ"),
        ("Ⓒ were invested by overseas returnees", "overseas returnees"),
        ("Ⓒ of the projects are in the main venue", "main venue"),
        ("Ⓒ have already broken ground", "broken ground"),
        ("Ⓒ of the Ⓒ come to at least Ⓑ each", "at least Ⓑ each"),
        ("Ⓒ investment projects by local entrepreneurs", "local entrepreneurs"),
    ),
    _wording(
        rf"Ⓒ(?:{_PLAIN} {_NOUN})?{_OF_ALL} (?:are|is) (?!worth|to be|expected|valued|signed|ones|Ⓜ)(?P<label>{_NAME}{{3,60}}?){_STOP}",
        ("Ⓒ are the deep processing of timber", "deep processing of timber"),
        ("Ⓒ are cultural tourism and health care", "cultural tourism and health care"),
        ("Ⓒ of the projects are foreign-invested", "foreign-invested"),
    ),
    _wording(
        rf"(?:^|[,;:(])\s*(?:(?:and|while|but|with|those|that|the|whereas|as|then|in|of which|among them|including|followed by|plus|as many as|from(?= abroad))\s+)*(?P<label>{_NAME}+?)(?: {_VERB_EN})* ?(?:'s |’s )?[(]?Ⓒ",
        ("Advanced metals brought in Ⓒ projects", "Advanced metals"),
        ("Investors from the Delta signed for Ⓒ projects", "Investors from the Delta"),
        ("electronic chemicals Ⓒ", "electronic chemicals"),
        ("Modern farming follows with Ⓒ projects", "Modern farming"),
        ("Lorem County started Ⓒ projects with", "Lorem County"),
        (" and those from the Delta for Ⓒ", "Delta"),
        (" followed by electronics and IT (Ⓒ projects", "electronics and IT"),
    ),
    _wording(
        r"\b(?P<label>other|rest|remaining) Ⓒ",
        ("the other Ⓒ", "other"),
        ("The remaining Ⓒ MoUs", "remaining"),
    ),
    _wording(
        rf"Ⓒ (?!{_NOUN}|of\b|are\b|were\b|was\b|is\b|have\b|had\b|worth\b|alone\b|others?\b|rounds?\b)(?P<label>{_NAME}{{4,40}}?){_STOP}",
        ("and Ⓒ trade logistics", "trade logistics"),
    ),
)

_WHOLE = re.compile(
    r"(?:我|全|本|该|该|是|此|这|這)(?:省|市|县|縣|区|區|州|盟|旗|园区|次|届|屆|批|期)|期间|期間|Ⓞ[^，]{0,30}(?:会|會|周|节|活动)|^(?:大会|大會|会议|洽谈会|推介会|博览会|论坛|峰会|活动|活動|仪式|儀式)[上中]?$|项目中|目前|共(?:达成|签|引进|有|推)|达成合作$|集中$|(?:与|同|和).{2,24}(?:企业|公司)"
    r"|^(?:共|总|總|已|集中|同步|成功|现有|目前|一共|合计|合共|累计|分别|依次|现|连同|签约|簽約|签下|开工|動工|重点|正式|新|还|大|项目|項目|總|招商|各类|产业)+$|^(?:已有|以|记者|其|共计)"
    r"|^(?:在|与|從|从|于|等|以)|协议$|意向$|企业.{0,4}签约$|(?:签约|签约额|签约项目|开工项目|項目落定)$(?<!现场签约)(?<!上签约)(?<!专场签约)"
    r"|^(?:who|which|when|while)\b|^signed (?:at|in|during|on the sidelines)\b.*\b(?-i:Conference|Week|Forum|Summit|Fair|Meeting|Festival|Expo|event|conference)|\b(?:to|of|in|for|at|by|on|from|saw)$"
    r"|\b(?:a total|total of|there|this|our (?:county|city|district|province)|the (?:county|city|district|province|state|event|conference|meeting|forum|fair|two sides|government|organi[sz]ers?)|(?-i:it|It)|they|we|he|she|were|said|agreements?|memorand\w+|announced|held|reporters?|as many as|some|altogether|so far|this time|respectively)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:(?:the|a|an|and|while|with|both|as|many|understanding|of|these|those|such|its|our|all|new|key|major|large|big|contracted|signed|investment|cooperation|provincial-level|county-level|city-level|more|other|different|and|various|separate|memoranda of understanding|individual|formal|industrial cooperation|intended|planned|selected|high-quality|good|total|were|are|have|has|been|in|said|to|at|on)\s*)+",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:with (?=an?\b|total|contracted|the)|with|in the field of|in the fields of|in the|in|of|from the|from|by the|by|to the|to|at|on(?= the)|over(?= a)|are|is|were|was|the(?= [A-Z])|invested by|that|which|involving|a(?=n? investment)|and)\s+)",
    re.IGNORECASE,
)
_SIZE_LEAD = re.compile(
    r"^(?:over|above|exceed\w*|more than|at least|below|under|between)\b.*Ⓑ", re.IGNORECASE
)
_OTHERS = re.compile(r"^(?:other|rest|remaining|others|其余|其餘|剩余|其他)$", re.IGNORECASE)


def find_label(window: str, language: str) -> tuple[int, int] | None:
    """Return where in a window the name of the group stands, or None for the whole.

    Args:
        window: the reading around one count, itself written Ⓒ.
        language: `zh` or `en`.
    """
    for wording in ZH if language == "zh" else EN:
        found = wording.pattern.search(window)
        if found and (span := _substance(window, *found.span("label"))):
            return span
    return None


def _substance(window: str, start: int, end: int) -> tuple[int, int] | None:
    """Trim a label; None where nothing of substance is left."""
    end = start + len(window[start:end].rstrip(" 的,，、-—"))
    if late := _LATE.search(window, start, end):
        end = late.start()
    while start < end and window[start] in " 的":
        start += 1
    if _OTHERS.match(window[start:end]):
        return start, end
    start, end = _without_noun(window, start, end)
    label = window[start:end]
    if not label or _WHOLE.search(label) or _GENERIC.fullmatch(label):
        return None
    while (lead := _LEADING.match(window[start:end])) and not _SIZE_LEAD.match(window[start:end]):
        start += lead.end()
    return (start, end) if end - start > 1 else None


_LATE = re.compile(
    r" (?:on the (?:morning|afternoon|evening) of the|on the|of the|on|of|in|at|and)$"
)
_LAST_NOUN = re.compile(rf"\s+{_NOUN}$", re.IGNORECASE)
_DONE_ZH = re.compile(r"(?:集中)?(?:签约|簽約|签署|簽署|签订|簽訂)")
_OCCASION_ZH = re.compile(r"(?:现场|現場|即场|即場|[上会會场場前]|仪式|簽約)$")


def _without_noun(window: str, start: int, end: int) -> tuple[int, int]:
    """Leave "projects" out at a label's end; keep 签约 where the label is an occasion."""
    found = _LAST_NOUN.search(window[start:end])
    if found:
        return start, start + found.start()
    if _OCCASION_ZH.search(window[start:end]) and (done := _DONE_ZH.match(window, end)):
        return start, done.end()
    return start, end
