"""The cues of Chinese articles, over the simplified reading with marks for figures."""

import re

from extractor.models.rules.news.event_cues import Cue, Language, Noted, narration
from extractor.models.rules.news.event_topics_zh import TOPICS
from extractor.patterns import Pattern

_ACT = (
    r"签约|签署|签订|签下|签了|签字|签|缔约|落户|落地|落定|落子|揽回|揽下|揽金|吸金|引资|斩获|达成|促成|收获|带回|敲定|牵手|引进|进驻|递交"
    r"|开工|动工|破土|奠基|动土|启动|开建|投产|竣工|投运|投用|启用|投入(?:运营|使用|生产)|点火|试产|通线"
)
_MEETING = (
    r"大会|(?:洽谈|推介|说明|恳谈|座谈|博览|交易|投洽|对接|招商|年|展|博|交|洽|动员|推进|启动|见面|联谊|交流|招待|发布|发表|签约)会"
    r"|论坛|峰会|商会上|经贸展|招商[周月季]|(?:合作|经贸|洽谈|活动|投资)[周月]|仪式|典礼|专场|晚宴|沙龙|路演|会上|会期"
    r"|[一-鿿]会(?=闭幕|开幕|落幕|举行|召开)"
)
_CAMPAIGN = r"活动|行动|攻势|攻坚|分会场|主会场|会战|赶集|擂台"
_FESTIVAL = r"(?:文化|旅游|美食|采摘|[花茶酒竹果桃梨瓜橙橘菊蟹荷枣])节"
_ABOUT = r"招商|投资|经贸|产业|合作|商|乡贤|返乡|贸易|开工|签约|投产|竣工|奠基|动土|项目|经济|发展|攻坚|开放|企业家|客商|创业"
_GATHERED = (
    rf"(?:{_ABOUT})[^，。]{{0,12}}?(?:{_MEETING}|{_CAMPAIGN}|{_FESTIVAL}|环节)|洽谈会|推介会|恳谈会|招商会|博览会|交易会|(?:投|贸|经|西)洽会|招商推介"
    r"|代表团|经贸团|展团|分团|小分队"
)
_MANY = (
    r"(?:集中|同步|集体|同日|同时|同一天|云|现场|当场|即场|联合|一同|共同|上台|批量|正式)[“”]?"
    r"(?:签约|签署|签|开工|动工|落户|投产|竣工|动土|奠基|开建|破土|进驻|启动)"
    r"|屏对屏|云签|(?:一批|批)[^，。]{0,10}(?:开工|签约|投产)|[线云]上[^，。]{0,4}签|项目[^，。]{0,6}(?:开工|签约|投产)(?:仪式|活动|大会)|[“”]牵手"
)
_SIGNED = r"(?:签约|签署|签下|签订)[^。]{0,12}[ⒸⓂ]|Ⓒ(?:项目|企业|厂商|公司)?[^，。；拟待将Ⓒ]{0,4}(?:签约|签署|落户)"
_PAUSE = r"[\n，！。：、—“「]"
_VOICE = "(?:我(?<!自我)(?![国省市县区镇州乡村校院行司方])|您|你们|大家|在座|诸位|各位)"
_MUST = "(?:强调|指出|要求|必须|务必|要(?<=[，。；、]要))"
_LISTENERS = "(?:来宾|嘉宾|贵宾|朋友|领导|长官|代表|乡亲|先进|同仁|企业家|女士|客商|同志|同事)"
_TRANSCRIPT = Pattern(rf"(?:\n(?![^：\n]*{_LISTENERS})[^，。：\n]{{2,10}}：.*?){{2}}", re.DOTALL)
_PERIOD = r"今年Ⓣ|Ⓣ|Ⓞ全?年?，?(?=全[市县区省州]|新[签增引开落招]|招商(?![^，。]{0,8}(?:会|论坛|节|周|月|活动|行动|仪式)))|今年以来|年初以来|(?<![较比])去年(?!同期)(?:全年|以来)?|全年|过去Ⓠ|一年来|Ⓠ来|本年度|[Ⓞ五]”?(?:期间|以来)|截至[^，。]{1,8}"
_SPAN = rf"{_PERIOD}|自[^，。]{{2,16}}至[^，。]{{0,8}}|累计|迄今|近年|明年|首[一二三两]?季"

_DONE = rf"{_ACT}|核准|核定|批准"
_COUNTED = rf"(?:(?:{_DONE})[^。Ⓒ\n]{{0,24}}?Ⓒ|[ⒸⓃ][^。\n]{{0,40}}?(?:{_DONE})|(?:{_DONE})[^。，Ⓝ\n]{{0,12}}?Ⓝ)"
_BYGONE = (
    rf"(?:{_SPAN}|Ⓠ以?来|(?<![^，；：\n])在?Ⓞ(?![）)]|Ⓒ|[^，。\n]{{0,24}}(?:{_MEETING}|节))|Ⓞ的"
    r"|[上前]届|(?<![较比])去年(?!同期)|前年|近年|截至|某)"
)
_LONG_AGO = r"(?:去年|前年|[上往]届|Ⓠ前|以来|累计|近年|Ⓠ来|力争|确保|全年|某)"
_TOLD = r"(?:去年|前年|Ⓠ前|以来|累计|近年|Ⓠ来|力争|确保|某|履约|获悉|谈到|报告|通报|汇报|听取|介绍|回顾|总结|分析)"
_OF_THE_DAY = r"Ⓓ|[今昨]|当[天日场]|现场|[这此]一?次|本[次届]|仪式|环节|会上|集中|大会|晚宴|举行|闭幕|落幕|收官"
_COUNTED_FIRST = (
    rf"\A[^\n]*(?:\n(?![^\n]*{_BYGONE})[^\n]*)*?(?!\n[^\n]*{_BYGONE})\n[^\n]*{_COUNTED}"
)
_COUNTED_NOW = rf"\n(?![^\n]*{_BYGONE})(?=[^\n]*(?:{_OF_THE_DAY}))[^\n]*{_COUNTED}"
_COUNTED_THERE = (
    rf"\n(?![^\n]*{_TOLD})(?=[^\n]*(?:Ⓓ|[今昨][天日晨晚]|为期|一连|会期|本[次届]|此次|这次))"
    rf"(?=[^\n]*(?:{_MEETING}|{_CAMPAIGN}|节|展|现场))[^\n]*(?:{_COUNTED}|举[行办][^\n]*Ⓒ)"
)
_OCCASION = (
    rf"(?:\A|\n)(?![^\n]*{_LONG_AGO})[^\n]*(?:(?:集中|联合|同步|同日|现场|当场|云端?|[线云]上|屏对屏)[“”]?(?:{_ACT})"
    rf"|(?:{_ACT})[^，。\n]{{0,4}}(?:仪式|典礼|活动|大会|动员会)|拟(?:现场|集中)?签约|预计(?:现场|集中)?签约"
    r"|截[至止](?:当[日天]|闭幕|大会|活动))"
)
_CLOSED = (
    r"(?:\A|[\n，。：])(?![^，。\n]*(?:去年|前年|[上往]届))"
    rf"[^，。\n]*(?:{_MEETING}|{_CAMPAIGN}|[展节周月])[^，。\n]{{0,8}}(?:闭幕|落幕|收官|落下帷幕)"
)
_OWN_OCCASION = f"{_COUNTED_FIRST}|{_COUNTED_NOW}|{_COUNTED_THERE}|{_OCCASION}|{_CLOSED}"
"""What is counted is the event's own: counted before any sentence of a period or an earlier time, or
in one of these days; counted at a gathering of these days; or the very occasion is named, or has closed."""

_OTHER_LINE = rf"(?![^\n]*(?:{_GATHERED}|{_MANY}|{_MEETING}|{_CAMPAIGN}|{_FESTIVAL}|们：))"
"""What stands before a line that names no gathering and addresses nobody."""
_NOT_OF_PERIOD = r"[集现当本此这]|[今昨][天日晚]|闭幕|收官|落幕|他说|她说|表示|我们|你|您"
"""What no sentence of a period's sum says, the writer's own: 集中, 现场, 当日, 本届, 此次 among it."""


_CUES = (
    Cue(
        "an act of the genre done to counted projects, papers or firms",
        3,
        "opening",
        Pattern(
            rf"(?:{_ACT})[^。Ⓒ]{{0,24}}?Ⓒ|[ⒸⓃ][^。]{{0,40}}?(?:{_ACT})|(?:{_ACT})[^。，Ⓝ]{{0,12}}?Ⓝ"
        ),
        "共签约项目Ⓒ",
    ),
    Cue(
        "projects, papers or firms are counted",
        1.5,
        "opening",
        Pattern(r"Ⓒ|Ⓝ(?:家)?(?:企业|厂商|公司|客商)|Ⓝ[^。，]{0,4}签"),
        "Ⓝ厂商进驻",
    ),
    Cue(
        "a sum is invested, promised or contracted",
        2,
        "opening",
        Pattern(
            rf"(?:投资|金额|资金|合同|协议|签约|引资|揽金|吸金|涉资|涉|总额|斥资|额)[^，。Ⓜ]{{0,8}}Ⓜ"
            rf"|Ⓜ[^，。]{{0,6}}(?:项目|投资|资金|大单|订单)|(?:{_ACT})[^。]{{0,20}}Ⓜ|Ⓒ、Ⓜ"
        ),
        "计划总投资Ⓜ",
    ),
    Cue(
        "several named investors with their sums",
        1.5,
        "opening",
        Pattern(
            r"投资Ⓜ的[^。]{2,40}投资Ⓜ的|(?:公司|集团|科技|股份)[^。，]{0,12}投资[^。，]{0,3}Ⓜ.*?(?:公司|集团|科技|股份)[^。，]{0,12}投资[^。，]{0,3}Ⓜ",
            re.DOTALL,
        ),
        "投资Ⓜ的传感器项目、投资Ⓜ的中央厨房项目",
    ),
    Cue(
        "a gathering or a campaign",
        1.5,
        "opening",
        Pattern(rf"{_MEETING}|{_CAMPAIGN}|{_FESTIVAL}|代表团|经贸团|展团"),
        "黄酒文化节",
    ),
    Cue(
        "a gathering about investment, trade, industry or projects",
        2.5,
        "opening",
        Pattern(_GATHERED),
        "招商推介会",
    ),
    Cue("many projects at one stroke", 2.5, "opening", Pattern(_MANY), "Ⓒ集中签约"),
    Cue(
        "news of a day, not of a period",
        1,
        "opening",
        Pattern(r"Ⓓ|[今昨明][天日晨晚]|日前|近日|下[周月]|正月|腊月"),
        "Ⓓ上午",
    ),
    Cue(
        "it is about investing",
        1,
        "opening",
        Pattern(r"招商|投资|客商|企业|项目|合作|经贸"),
        "各地客商",
    ),
    Cue(
        "what is to be signed at a gathering to come",
        1.5,
        "opening",
        Pattern(
            r"拟(?:现场|集中)?签约|将(?:于|在)[^，。]{0,14}(?:举行|举办|召开|启幕|开幕)|即将(?:开幕|举行|启幕|召开)|预计(?:将)?(?:现场|集中)?签约|倒计时"
        ),
        "届时拟签约项目Ⓒ",
    ),
    Cue(
        "spoken words in full",
        -10,
        "lead",
        Pattern(
            r"(?:讲话|致[辞词]|演讲|发言)(?:[（(]|全文|稿|摘要|\|)|全文|上的(?:讲话|致[辞词]|演讲|发言)"
        ),
        "在招商大会上的讲话",
        "speech",
    ),
    Cue(
        "listeners or readers are addressed",
        -10,
        "narration",
        Pattern(
            rf"(?:(?:尊敬|敬爱|亲爱)的(?<={_PAUSE}...)|各位(?<={_PAUSE}..))[^，。！：]{{0,8}}?{_LISTENERS}"
            rf"|(?:来宾|嘉宾|朋友|乡亲|女士|先生|同志|同仁)们(?<={_PAUSE}...)|(?:大家|你们)(?:上午|下午|早上|晚上)?好|(?:大家|各位)早安"
        ),
        "——尊敬的来宾",
        "speech",
        unless=_TRANSCRIPT,
    ),
    Cue(
        "the writer speaks as we, or to you, again and again",
        -8,
        "narration",
        Pattern(".*?".join([_VOICE] * 4), re.DOTALL),
        "我们知道，我感谢大家，我相信我们",
        "speech",
        unless=_TRANSCRIPT,
    ),
    Cue(
        "an official says what must be done, again and again",
        -6,
        "narration",
        Pattern(".*?".join([_MUST] * 4), re.DOTALL),
        "他强调，必须抓项目；他要求，要服务企业，要转变作风",
        "speech",
        unless=Pattern(_MANY),
    ),
    Cue(
        "the sum of a period in somebody's reported words, and none that was signed beside it",
        -8,
        "opening",
        Pattern(
            rf"\n(?=[^。]*(?:说(?!明)|表示|指出|强调|认为|呼吁))(?=[^。]*(?:{_SPAN}))[^。]*[ⒸⓂ]"
        ),
        "|\n他说，去年引进企业Ⓒ",
        "speech",
        unless=Pattern(
            rf"(?:^|\n)(?![^。\n]*(?:{_SPAN}))[^。\n]*(?:(?:{_ACT})[^。\n]{{0,24}}[ⒸⓂ]|[ⒸⓂ][^。\n]{{0,24}}(?:{_ACT}))"
        ),
    ),
    Cue(
        "what is counted was done in a period or at another time, none of it on an occasion",
        -10,
        "opening",
        Pattern(_COUNTED),
        "|\nⓆ来，签约项目Ⓒ",
        unless=Pattern(_OWN_OCCASION),
    ),
    Cue(
        "a gathering of officials about their work",
        -3,
        "opening",
        Pattern(
            r"动员(?:部署)?(?:大)?会|部署会|工作会议|调度会|表彰大会|全体会议|全会|干部(?:大会|会议)"
        ),
        "招商引资动员大会",
        "speech",
        unless=Pattern(_MANY),
    ),
    Cue(
        "goals are set",
        -3,
        "opening",
        Pattern(r"力争[^。]{0,16}[ⒸⓂ]|(?:目标|任务)[^。]{0,10}[ⒸⓂ]|确保[^。]{0,12}[ⒸⓂ]"),
        "力争全年签约项目Ⓒ",
        "speech",
    ),
    Cue(
        "projects that still look for an investor",
        -7,
        "lead",
        Pattern(
            r"项目[册库]|手册|招商标的|目录|(?:机会|项目|推介)清单|(?:推出|发布|公布|推介|对外招商)[^，。签]{0,20}?项目[^，。签]{0,4}Ⓒ"
            r"|(?:推出|发布|公布|推介)[^，。签]{0,14}Ⓒ|拟吸引|面向全球招商|诚邀|招商项目Ⓒ|Ⓒ招商项目"
        ),
        "对外发布项目清单",
        "catalogue",
        unless=Pattern(_SIGNED),
    ),
    Cue(
        "the sum of a period, and no gathering",
        -8,
        "lead",
        Pattern(
            rf"(?:{_PERIOD})[^。]{{0,30}}?(?:{_ACT}|核准|招商|批准|成绩)",
        ),
        "今年以来，全县已签约项目Ⓒ",
        "stock_taking",
        unless=Pattern(f"{_GATHERED}|{_MANY}"),
    ),
    Cue(
        "a balance of work done",
        -6,
        "lead",
        Pattern(
            "综述|工作报告|成绩单|回眸|盘点|招商引资(?:工作)?(?:步履|步伐|创|成效|工作|成绩)|统计，|年终岁末|回顾|年报|巡礼|招商引资[^。]{0,6}亮点"
        ),
        "招商引资工作综述",
        "stock_taking",
        unless=Pattern(f"{_GATHERED}|{_MANY}"),
    ),
    Cue(
        "what is counted first is a period's, and no gathering is named before it",
        -12,
        "opening",
        Pattern(
            rf"\A{_OTHER_LINE}(?:(?=[^\n]*(?:{_PERIOD}))[^\n]*|[^\nⒸⓂ]*)\n(?:{_OTHER_LINE}[^\nⒸⓂ]*\n)*{_OTHER_LINE}(?=[^\n]*(?:{_PERIOD}))(?=[^\n]*(?:{_ACT}))(?![^\n]*(?:{_NOT_OF_PERIOD}))[^\n]*[ⒸⓂ]"
        ),
        "某市招商成绩单|\n今年以来，全市签约项目Ⓒ，总投资Ⓜ",
        "stock_taking",
    ),
    Cue(
        "what has become of what was signed",
        -10,
        "lead",
        Pattern(
            r"履约|(?:签约|开工|动工|落地|注册|转化|进驻|到位)率[^，。]{0,4}Ⓟ|签[约署订下]的[^，。]{0,4}Ⓒ项?目?[中里]|落地见效"
        ),
        "签约项目开工率达Ⓟ",
        "stock_taking",
        unless=Pattern(
            r"(?:现场|集中|当场|今[天日]|当[天日]|此次|本[次届])[^。]{0,16}(?:签|开工|动工|投产)[^。]{0,12}[ⒸⓂ]|[签开][约工]仪式"
            r"|Ⓓ[^。]{0,24}举[行办][^。]{0,24}(?:签约|开工|招商|推介)[^。]{0,8}(?:活动|[大周]?会)"
            r"|Ⓒ[^，。]{0,8}(?:现场|集中|当场)(?:签|开工|动工|投产)"
        ),
    ),
    Cue(
        "an inspection of what was signed",
        -10,
        "lead",
        Pattern(
            r"(?:督[查办导]|问效|回头看)[^。|]{0,30}(?:去年|前年|[上往]届|此前)[^，。|]{0,6}签约"
            r"|(?:去年|前年|[上往]届|此前)[^，。|]{0,6}签约[^。|]{0,20}(?:督[查办导]|问效|回头看)"
        ),
        "督查室对去年签约的项目逐一检查",
        "stock_taking",
    ),
    Cue(
        "a period compared with another",
        -3,
        "lead",
        Pattern(
            r"同比(?:分别)?(?:增长|下降|上升)|较(?:前一?年|上年|去年)(?:同期)?(?:成长|增长|增加)|完成年度任务"
        ),
        "同比增长Ⓟ",
        "stock_taking",
    ),
    Cue(
        "a call for exhibitors",
        -6,
        "lead",
        Pattern("招展|展位费|征集[^。]{0,10}(?:参展|展商)|报名参展|参展(?:报名|申请)"),
        "面向国内外招展",
        "other_news",
    ),
    Cue("a fair for jobs", -7, "opening", Pattern(r"招聘会|送岗"), "春季招聘会", "other_news"),
)

_TOPIC_WORD = Pattern(
    "|".join(sorted({w for one in TOPICS for w in one.words}, key=len, reverse=True))
)


_QUOTED = Pattern("“[^”]{0,300}”|「[^」]{0,300}」")


def _note(text: str) -> Noted:
    return Noted(text, narration(text, _QUOTED), set(_TOPIC_WORD.findall(text)))


ZH = Language(420, _note, _CUES, TOPICS)
