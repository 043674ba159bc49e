"""Words around a project's name that tell more of it: who builds it, for how much, where; or not."""

import re

from extractor.models.rules.projects.english_names import BODY
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.projects import FIRM_END_ZH
from extractor.models.rules.words.words import EACH_EN, STANDING_ALONE_EN
from extractor.patterns import Pattern

CONTINUES_ZH = Pattern(
    r"(?:(?:该|这[座家条间个])[^，。；Ⓜ的]{0,6}(?:工程|基地|园|厂|中心|线|站|城|酒店|综合体|工厂|平台)|(?:这[个一]|该)[^，。；Ⓜ]{0,20}Ⓜ?[^，。；Ⓜ]{0,6}项目|项目|其|它|达产|建成|投产|全部|计划|预计|总投资|投资总?额)(?!中|里|签约|办|总(?!投|体投)|数|好)"
)
CONTINUES_EN = Pattern(
    r"(?:(?:This|The|That) Ⓜ (?:project|plant|scheme|investment)|The (?:(?:contract|agreed|planned|total) )+(?:amount|investment|value)|(?:He|She) (?:said|added|noted|explained) that (?:after|once|when|upon|it)|It|They|The (?:pair|two)|Its (?:cost|investment|investor)|The (?:investor|developer|builder|owner|promoter|backer)|The (?:project|plant|company|line|facility|firm|base|park|factory)|Once|When|Upon|On completion|After (?:it|the|being|completion|reaching))\b"
)
OFFERED_ZH = Cued(
    "招商项目|招商引资项目|推介项目|推介引资项目|储备项目|储备引资项目",
    r"(?:推介|推出|发布|征集|谋划|储备|包装|对外)[^。]{0,80}(?:招商|推介|储备)(?:引资)?项目",
)
OFFERED_EN = Cued(
    "n offer|open to investors|seeking |looking for |in search of |calling for |up for grabs|turned down|turned away",
    r"\b(?:[Oo]n offer|open to investors|(?:seeking|looking for|in search of|calling for) (?:investors?|investment|partners)|up for grabs|turned (?:down|away))\b",
)
ASIDE_COUNT = Pattern(r", (?:which|who|whose) [^,;.]*$")
QUOTE = Pattern(r"\s*[“\"]")
INVESTS = Pattern(
    r"(?P<inv>[A-Z][\w’'&.,-]*(?: [A-Z][\w’'&.,-]*)*) (?:(?:will|plans to|is to|intends to) )?(?:invest|spend|put|pour)(?:s|ed)? Ⓜ(?:,| here| in (?:it|this|the project)\b)"
)
BUILT_BY = Pattern(
    rf"\b(?:invested|built|constructed|developed|undertaken)(?: and [a-z]+)? by (?:the )?(?P<inv>{BODY})"
)
INVESTOR_IS = Pattern(
    rf"\b(?:investor|developer|builder|owner|promoter|backer)s?(?: is| are|:) (?:the )?(?P<inv>{BODY})"
)
END_ZH = Pattern(r"[；;]")
END_EN = Pattern(r";(?! ?(?:from Ⓞ,? )?(?:it|which|once|(?:the |an )?annual|with|output)\b)")
BETWEEN = Pattern(r"[、，,]? ?(?:and |和|及)?")
THIS_YEAR = Pattern(r" (?:this|within the|in the first) year\b")
DEALT = Pattern(r"分别|依次|respectively|in turn")
LEAD_ZH = Pattern(
    r"(?:其中|新增|追加|再|计划|预计|协议|合同|总|投资|引资|引进|县外|市外|省外|境外|资金|金额|额|约|为|达|是|共|合计|共计|利用|外资|年度|年内|今年|当年|到位|首期|一期|项目|意向|完成|投入|造价|作价|涉款|涉资|耗资|先期|先|投|斥资|涉及|只有|虽|拟|将|则|前者|后者|不足|规模|只|固定资产|Ⓞ|分别|依次|建设|概算|估算|标价|价值|值|[，、：（；｜|●\s])*"
)
NO_AMOUNT_EN = Pattern(
    r"\b(?:output|sales|tax(?:es)?|revenue|exports?|income|turnover|profits?|last year|up from|credit|worth of|catalog|of the total)\b",
    re.IGNORECASE,
)
KEPT_EN = 110  # letters between a project's name and its amount

PHASE_ZH = Pattern(
    "(?:其中|项目|項目)?(?:第?[一二三四首]|先)期(?:项目|項目|工程)?(?:[、和及][二三四]期)*(?:计划|計劃|预计|預計|拟|擬|将|將|分别|分別|固定资产|总|總){0,3}投[资資入]"
)
"""One phase of a project, whose outlay is a part of the whole's; over the article's own letters."""
BY_ZH = Pattern(
    r"由(?P<inv>[^，,。；;ⓂⒸ]{2,30}?)(?:共同|联合|独家|负责|出资|计划|拟|将)*(?:投资|承建|建设|实施|开发|运营|出资|投建|打造)"
)
DEALT_TARGETS_ZH = Pattern(
    r"(?P<measure>(?:(?<!今)(?<!当)年|每年)[^，；。ⓂⓃⓆⒸⓅ]{1,10}?)(?:可|将|预计|有望)*(?:分别|依次)(?:可|将|达到|达|为|是|约|超)*(?P<row>[ⓂⓃⓆⒸ](?:[、和及][ⓂⓃⓆⒸ])+)"
)
"""What each of several projects is to bring: 年产值分别为15亿元和8亿元."""
DEALT_BUILDERS_ZH = Pattern(
    r"(?:分别|依次)由(?P<inv>[^，；。ⓂⒸ]{4,60}?)(?:负责|出资|计划|拟|将)*(?:投资|承建|建设|实施|开发|运营|出资|投建|打造)"
)
"""Who builds each of several: 分别由甲公司、乙公司投资."""
EACH = Pattern(rf" (?:{EACH_EN}|apiece\b)")
WHICH_OF_TWO = Pattern(
    rf"(?P<first>前者|\bthe former{STANDING_ALONE_EN})|后者|\bthe latter{STANDING_ALONE_EN}"
)
OF_TWO_ZH = Pattern(
    r"(?P<which>前者|后者)(?:则|也)?(?:由(?P<inv>[^，；。ⓂⒸ]{2,24}?)(?:共同|联合|独家)*(?:投资|承建|建设|实施|出资|打造)|的?(?:投资|建设|实施)(?:方|主体|单位|商)(?:则)?[是为](?P<told>[^，；。ⓂⒸ]{2,24}))"
)
"""Who builds the one and the other of two."""
PLACE_ZH = Pattern(
    r"(?:将|拟|已|正式|就|计划)*(?:花落|落户|落地|落子|选址|位于|坐落于|坐落在|布局|建于|在)(?:于|在|到|了)?(?P<place>(?!这里|此地|当地|本地)[\u3400-\u9fffA-Z]{2,14}?)(?=[，,。；;、]|建设|投资|动工|开工|的(?!.{0,3}(?:对面|旁|附近|隔壁))|$)"
)
ALL_AT_ZH = Pattern(
    r"(?:均|都|皆|全部|一同|同时|同)(?:将|已|拟)?(?:落户|选址|位于|坐落|布局|落地)(?:于|在|到)?(?P<place>(?!这里|此地|当地|本地)[\u3400-\u9fffA-Z]{2,14}?)(?=[，；。])"
)
LAND_ZH = Pattern(
    r"(?:取得|拿下|标下|租用|购得|承租)(?:了)?(?P<place>[\u3400-\u9fffA-Z]{2,12}(?:区|园|园区|港|城))(?:内)?(?:Ⓠ|[ⓃⒸ])?(?:的)?(?:用地|土地|厂房)"
)
PLACE_EN = Pattern(
    r"(?:Ⓜ|\b(?:settled|located|situated|landed|built|come up|coming up|set up|sited|based|started)) (?:in|at|on|near) (?:the )?(?P<place>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of(?= [A-Z])))*(?: (?:division|district|county|province))?)"
)
NO_PLACE_EN = Pattern(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
TAKEN_UP = Pattern(
    r"(?:这[座家条间个一]|该)(?:由[^，]{2,20}|[^，的]{0,8})?(?:总|计划)?投资(?:额)?$"
)
INVESTED_BY = Pattern(
    r"(?:[前后]者(?:则|也)?)?由[^，；。ⓂⒸ]{2,24}?(?:投资|出资|投入|斥资)[约达近超]?"
)
INVESTS_ZH = Pattern(
    rf"(?P<inv>[^，；。：ⓂⒸ]{{1,24}}?(?:{FIRM_END_ZH}))(?:拟|将|计划|共同|联合|独家|总|再|已)*(?:投资|出资|投入|斥资)[约达近超]?"
)
"""Whose money it is, in the words before an amount in an entry of a list."""
BUILDS_ZH = Pattern(
    rf"(?:(?<=^)|(?<=[，。；\n]))[\s●]*(?P<inv>[^，；。：ⓂⒸ\s●]{{2,24}}?(?:{FIRM_END_ZH}))(?:共同|联合|联手|携手|独家|独资|全额)*(?:投建|承建|建设|开发|打造|兴建|运营)"
)
"""Who builds, at the head of a line that goes on with an entry: 甲集团投建，…"""
JOINT_ZH = Pattern(
    r"[\s●]*(?:这|以上|上述)?[ⒸⓃ](?:个|项)?(?:项目|工程)?(?:一共|共|合计|总计|总|计划|投资|额|约|达|为)*$"
)
"""What stands before the joint amount of several projects named above: Ⓒ项目一共."""
LABELLED_PLACE_ZH = Pattern(
    r"(?:落户|落地|建设|项目|实施|所在|所属)(?:园区|地点|地址|地|区域|位置|片区|县区|区县)?[：｜|](?P<place>[\u3400-\u9fffA-Z]{2,16}?)(?=[，。；\n\s]|$)|(?:地[点址]|位置|选址|园区|落户地)[：｜|](?P<bare>[\u3400-\u9fffA-Z]{2,16}?)(?=[，。；\n\s]|$)"
)
"""Where it is, behind a label: 落户园区：A园."""
LAST_FIRM_ZH = Pattern(
    rf"Ⓜ，(?:由)?(?P<inv>[\u3400-\u9fffA-Z]{{2,16}}?(?:{FIRM_END_ZH}))(?:投资|建设|承建)?。?$"
)
"""Who builds, as the last field of a list's part: X项目，8亿元，甲科技；"""
CLAUSE_LEAD = Pattern("[^，。；：ⒸⓂⓅ]+$")
HAS = Pattern(
    r"(?:Ⓞ|一期|首期|将|拟|计划|可|共|主要|新|总)*(?:安装|改造|设置|规划|配备|配置|建设|新建|容纳|设|布置|购置|引进)"
)
COUNTED = Pattern("Ⓒ[^，。；]{0,8}(?:项目|企业|合同)")
THIS_REGION = Pattern("该[县市区]")
PLACE_BARE_ZH = Pattern(r"(?:花落|落户|落子)(?P<place>[\u3400-\u9fff]{2,3})(?=[，。；])")
LISTED_PLACES = Pattern("[、和及]")
PLACE_END_ZH = Pattern(r"(?:区|县|市|镇|乡|园|街道|村|新城|港|片区|基地|岛|[省州])$")
