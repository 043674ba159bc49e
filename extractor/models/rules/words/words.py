"""The words of the genre, as fragments of regular expressions, in English and Chinese.

Only words that any article of the genre may use stand here; Chinese in simplified letters, as the
reading writes it. Fragments are alternatives without groups of their own, to be set in `(?:…)`.
"""

import re

from extractor.models.rules.words.cued import Cued
from extractor.patterns import Pattern

CAPITAL = Pattern("[A-Z]")
"""How an English name begins."""

# What is counted.
PROJECT_EN = (
    r"projects?|deals?|contracts?|agreements?|mous?|memorand(?:a|ums?)|proposals?|ventures?|items?"
    r"|orders|letters? of intent|lois?|intents?|pacts?|investments|schemes?|commitments?|pledges|undertakings|tie-ups"
    r"|expressions? of interest|transactions|signings|ones"
)
PROJECT_ZH = r"项目|工程|合同|协议|合约|意向书|备忘录"
COUNTED_ZH = r"[个件宗份单笔]|席(?!位)|项(?!目)|案(?![件子场例])"
OTHER_ITEM_ZH = (
    r"(?:国家|月|小时|百分点|工作日|省|市|县|区|镇|乡|村|街道|岗位|就业|就业"
    r"|企业|商协会|商会|代表团|园区|年头|季度|车位|泊位|景区|方面|行业|环节|环|场|小区|社区|床位|亿"
    r"|分会场|机构|单位|品牌|平台|国别|展位|摊位|专场|环节|举措|服务台|标段|作业|城市|团组|代表)"
)

AND_ZH = "和(?!平(?![台板面米])|田(?![园野间])|县(?![城域里级])|谐|顺(?![丰德])|龙(?![头岗华])|静(?![脉电])|硕|林格尔|政(?![府策务企]))"
"""The conjunction, not the beginning of 和平区 or 和田玉; 和田园综合体 has it."""
AFTER_COUNT_ZH = r"[签开动投竣落破达来由为是属占均在已分全集现总共合计涉协引与和及以的获揽进入有则办完远当同正会将系拟可还又也被上下余左多里内中依最居较，]"
"""What may follow a count that stands for projects without naming them: verbs and particles."""
FIRM_ZH = r"企业|厂商|业者|公司|客商|[台外侨港日]商|[台港外]企"

OTHER_ITEM_EN = (
    r"rounds?|types?|kinds?|categor(?:y|ies)|batch(?:es)?|days?|years?|months?|weeks?|hours?|countries|regions?|provinces|cities|counties|districts"
    r"|people|persons|workers|jobs|guests|delegates|visitors|exhibitors|participants|merchants|entrepreneurs|representatives|households|residents|officials|officers|staff|experts"
    r"|investors|companies|enterprises|firms|banks|lenders|businesses|sessions?|venues?|booths|conferences|times|percent|teams|beds|tons?|sets|pieces|units"
)

STANDING_ALONE_EN = (
    r"(?=\W*$|['’]s\b|[,;:.)]| ?[ⒸⓂⓅ]| (?:is|are|was|were|being|has|have|had|will|would|to|at|for|in|on|by|of|with|worth|alone|also|too|each"
    r"|comes?|came|coming|account(?:s|ed|ing)?|costs?|costing|takes?|taking|took|total(?:s|led|ling|ed|ing)?|reach(?:es|ed|ing)?|involv(?:es?|ed|ing)"
    r"|brings?|bringing|brought|amount(?:s|ed|ing)?|carry|carries|carried|carrying|makes?|making|made|puts?|putting|invest(?:s|ed|ing)?|draws?|drawing|drew"
    r"|attract(?:s|ed|ing)?|valued|priced|costed|estimated|needs?|requires?|gets?|got|receives?|received|represent(?:s|ed|ing)?|contribut(?:es?|ed|ing))\b)"
)
"""What follows "the former" where no noun does, which it would tell of: "the former airport"."""
EACH_EN = r"each\b(?! (?:years?|months?|weeks?|days?|quarters?|seasons?)\b)"
"""That several have one of their own; "each year" says how often."""

# What stands around the text of a page.
FURNITURE = Pattern(
    r"(?:首页|当前位置|您的位置|Home\b)\s*[>›»/]|(?:&nbsp;)*\[(?:Click|Print|Close|图片)"
    r"|(?:来源(?![^\n]*[ⒸⓂ])|作者|编辑|责任编辑|记者|分享到|阅读|字体|发布时间)\s*[:：]"
    r"|(?:Source|Author|Editor|Views|Updated|Published|Reprinted from)\s*[:：]"
    r"|(?:Posted|Published|Updated)(?: on)? Ⓓ"
    r"|[A-Z][A-Z .,'’&-]{4,60}[ⒹⒸⓃⓄ]?[,. ]*[ⓄⒸⓃ]?$"
    r"|By\s+[A-Z][^.!?]{0,80}$"
    r"|Ⓓ(?! ?[,，])[^。，.]{0,60}$"
    r"|(?:Contact the (?:writer|reporter)|Special Correspondent|Staff Reporter)\b"
    r"|▲|△|▼|◆?图[①-⑨一二三四五六七八九十\d]?[:：为]|图[①-⑨]?[:：为]|图为|\(?(?:Photo|Picture|Pic|Figure)\b"
)
"""How a line begins that is none of the article's: the page's own words, a caption."""
FURNITURE_WITHIN = Cued(
    "Updated|Published|PHOTO|Photo|photo|摄|供图|图片",
    r"\|\s*(?:Updated|Published)\s*:|[「【\[（(](?:PHOTO|Photo)[^\n]*$"
    r"|[（(][^（()）]{0,30}(?:摄|供图|图片)[)）]\s*$|^[（(][^)）]*(?:Photo|photo|摄)[^)）]*[)）]$"
    r"|\[(?:PHOTO|Photo)[^\]]*\]|Photo by [A-Z][\w ]+$|\bfile photo\b",
)
"""What stands in the middle of such a line, or at its end."""
END_OF_BODY = Pattern(
    r"(?:相关阅读|延伸阅读|推荐阅读|相关新闻|相关链接|更多新闻|热门推荐|猜你喜欢|往期(?:推荐|回顾|精选)|网友评论|评论)"
    r"|(?:Related(?: (?:news|articles|stories|reading|posts))?|You may also like|Most (?:viewed|read|popular)\b.*"
    r"|About [A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,5}|(?:Media|Press) contacts?\b.*|Notes? to editors?.*|Recommended reading.*|Read (?:more|also)|See also|Related (?:news|articles?|stories|story)\s*:.*|More (?:news|stories|from)\b.*|Recommended|Also read|Trending|Comments?(?: \(.*\))?)\s*:?\s*$"
    r"|又讯",
    re.IGNORECASE,
)

# What is done with projects.
SIGNED_ZH = r"签约|签署|签订|签下|签|落定|揽回|揽下|收获|达成"
SIGNED_EN = (
    r"\b(?:sign(?:ed|s|ing|ature)?|ink(?:ed|s)?|contracted|concluded|sealed|clinched|secured|exchanged|reached|struck|certificates?|licen[cs]ed|approv(?:ed|als?)"
    r"|bag(?:s|ged)|landed|garnered|attracted|pledge[sd]?|commit(?:ted|ments?))\b"
)
STARTED_ZH = r"开工|动工|破土|奠基"
STARTED_EN = (
    r"\b(?:(?<!a )(?<!good )start(?:ed|s)?|commence(?:d|ment)?|enter(?:ed|s)? (?:the )?construction|broke(?:n)? ground|break(?:s|ing)? ground|ground[- ]?breaking"
    r"|foundation stones?|laying of foundation|kick(?:ed|s)? off|launched|breaking-ground)\b"
)
OPERATING_ZH = r"投产|投用|竣工|投运|正式生产|投入运营|投入营运|投入使用"
OPERATING_EN = r"\b(?:put into (?:operation|production|use)|inaugurat\w+|began operations?|(?:went|goes|go|gone) into (?:operation|production|use)|production ceremony|commissioned)\b"
PLANNED_ZH = r"拟(?:[在于][^，。；]{2,12}?)?(?:现场|集中|正式)?签约|待签|将签约|将集中签约|拟集中|将在|将于|预计签约|拟定|即将|下月|下周|筹备"
PLANNED_EN = (
    r"\b(?:(?:are|is) (?:to be|expected to be|set to be|due to be|scheduled to be) (?:signed|inked|launched|started)"
    r"|(?:will|to) be (?:signed|inked|started|launched)|(?:due|set|expected|scheduled|slated|poised) to (?:sign|ink|seal|award)|(?:planned|scheduled|determined|connected) (?:for signing|to be signed)|(?:will|is to|are to|is set to) (?:sign|award|ink|seal|hand out|grant))\b"
)

# The event.
GATHERING_ZH = (
    r"大会|洽谈会|推介会|说明会|恳谈会|座谈会|博览会|交易会"
    r"|投洽会|对接会|招商会|论坛|峰会|年会|展会|会展|节|招商周|合作周|经贸周|招商月|活动周|活动月|洽谈周"
    r"|推介活动|招商活动|签约活动|开工活动|投产活动|签约仪式|开工仪式|奠基仪式|签约大会|洽会|博会|签约会|路演|招商季|攻坚季|攻势|攻坚战|大会战|招商行动|动员会|推进会|启动会|见面会|联谊会|交流会|招待会|活动|仪式|典礼"
)
GATHERING_EN = (
    r"Conference|Summit|Forum|Fair|Expo(?:sition)?|Exhibition|Week|Month|Festival|Meet(?:ing)?|Convention|Symposium"
    r"|Day|Roadshow|Assembly|Congress|Ceremony|Dialogue|Talks|Session|Days|Show|Airshow|Conclave|Mission|Campaign|Roundtable|Round Table"
)

# Money.
KINDS = (
    (
        "foreign_capital",
        r"(?:合同|协议|意向|计划|拟)?(?<!实际)(?<!已)利用外资|合同外资|协议外资",
        r"contract(?:ed|ual) foreign (?:capital|investment)|foreign capital",
    ),
    (
        "paid_in",
        r"到位|实际利用",
        r"paid[- ]in|funds in place|in place|actual use|actually used",
    ),
    (
        "current_year",
        r"年度(?:计划)?投资|年度计划|Ⓞ(?:计划|预计|拟|安排)(?:完成)?投资|年内(?:计划)?|今年计划|当年计划|本年度",
        r"annual(?:ly)? planned|planned annual|this year|(?:planned?|scheduled|budgeted) (?:investment|spending|outlay) (?:for|of|in|within) (?:the|this) (?:current )?year|within the year|annual investment",
    ),
    (
        "capital_brought_in",
        r"引进[^，。；、]{0,6}资金|引资|引入资金|市外资金|县外资金|省外资金",
        r"out-of-\w+ (?:funds|capital)|\b(?:outside|external) (?:funds|capital)|\bfunds from outside|\b(?:capital|funds) (?:to be )?(?:brought in|introduced)|\bintroduc(?:ed|ing) (?:capital|funds)",
    ),
    (
        "trade",
        r"贸易|采购|购销|成交|交易额|订单",
        r"\b(?:trade|purchas|procurement|transaction|order)",
    ),
)
"""The kinds of amount with the words that name them, Chinese and English."""
BASE_COUNT_ZH = r"项目总数|项目数|项目个数|个数|家数|总数|数量|件数|签约数"
BASE_COUNT_EN = r"\b(?:the (?:total )?number\b|number of\b|of (?:all )?(?:the |these |those )?(?:\w+ )?(?:projects|mous|deals|contracts|schemes|proposals|agreements)\b|of them\b|the count\b|the projects\b)"
BASE_MONEY_ZH = r"投资|金额|资金|引资|外资总额|合同外资|额"
BASE_MONEY_EN = r"\b(?:investment|money|value|capital|amount|worth|funds|outlay)\b"
GROWTH_ZH = r"同比|环比|增长|增加|增幅|增速|上升|下降|提高|减少|回落|百分点|履约率|开工率|到位率|完成率|比例为|出租率"
GROWTH_EN = r"\b(?:year[- ]on[- ]year|increase[ds]?|(?<!put )(?<!puts )(?<!make )(?<!makes )(?<!made )(?<!making )(?<!takes )(?<!took )(?<!taking )(?<!add )(?<!adds )up|rose|grew|growth|down|fell|higher|lower|rate|unemployment|inflation|penalty|interest|surged?|completing|jumped)\b"
