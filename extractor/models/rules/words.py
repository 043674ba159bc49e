"""The words of the genre, as fragments of regular expressions; English, simplified, traditional.

Only words that any article of the genre may use stand here. Fragments are alternatives without
groups of their own, to be set in `(?:…)`.
"""

import re

# What is counted.
PROJECT_EN = (
    r"projects?|deals?|contracts?|agreements?|mous?|memorand(?:a|ums?)|proposals?|ventures?|items?"
    r"|orders|letters? of intent|lois?|intents?|pacts?|investments"
)
PROJECT_ZH = r"项目|項目|工程|合同|协议|協議|合约|合約|意向书|意向書|备忘录|備忘錄"
COUNTED_ZH = r"[个個件宗份单單笔筆]|[项項](?![目])"
OTHER_ITEM_ZH = (
    r"(?:国家|國家|月|小时|小時|百分点|百分點|工作日|省|市|县|縣|区|區|镇|乡|村|街道|岗位|崗位|就业|就業"
    r"|企业|商协会|商會|商会|代表团|园区|年头|季度|车位|泊位|景区|方面|行业|环节|环|场|小区|社区|床位|亿|億"
    r"|分会场|机构|機構|单位|單位|品牌|平台|国别|展位|摊位|专场|环节|举措|服务台|标段|作业|城市|团组|代表)"
)

OTHER_ITEM_EN = (
    r"rounds?|types?|kinds?|categor(?:y|ies)|batch(?:es)?|days?|years?|months?|weeks?|hours?|countries|regions?|provinces|cities|counties|districts"
    r"|people|persons|workers|jobs|guests|delegates|visitors|exhibitors|participants|merchants|entrepreneurs|representatives|households|residents|officials|officers|staff|experts"
    r"|investors|companies|enterprises|firms|banks|lenders|businesses|sessions?|venues?|booths|conferences|times|percent|teams|beds|tons?|sets|pieces|units"
)

# What stands around the text of a page.
FURNITURE = re.compile(
    r"^(?:首页|首頁|当前位置|您的位置|Home\b)\s*[>›»/]|^\s*(?:&nbsp;)*\[(?:Click|Print|Close|图片|圖片)"
    r"|^(?:来源|來源|作者|编辑|編輯|责任编辑|責任編輯|记者|分享到|阅读|閱讀|字体|字體|发布时间|發佈時間)\s*[:：]"
    r"|^(?:Source|Author|Editor|Views|Updated|Published|Reprinted from)\s*[:：]"
    r"|^By\s+[A-Z][^.!?]{0,80}$|\|\s*(?:Updated|Published)\s*:"
    r"|^\s*Ⓓ(?! ?[,，])[^。，.]{0,60}$"
    r"|^(?:Contact the (?:writer|reporter)|Special Correspondent|Staff Reporter)\b"
    r"|[「【\[（(](?:PHOTO|Photo)[^\n]*$",
)
CAPTION = re.compile(
    r"^(?:▲|△|▼|◆?图[①-⑨一二三四五六七八九十\d]?[:：为]|圖[①-⑨]?[:：為]|图为|圖為|\(?(?:Photo|Picture|Pic|Figure)\b)"
    r"|[（(][^（()）]{0,30}(?:摄|攝|供图|供圖|图片)[)）]\s*$|^[（(][^)）]*(?:Photo|photo|摄|攝)[^)）]*[)）]$"
    r"|\[(?:PHOTO|Photo)[^\]]*\]|Photo by [A-Z][\w ]+$|\bfile photo\b"
)
END_OF_BODY = re.compile(
    r"(?:相关阅读|相關閱讀|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|相关新闻|相關新聞|相关链接|更多新闻|热门推荐|猜你喜欢|网友评论|评论)"
    r"|(?:Related(?: (?:news|articles|stories|reading|posts))?|You may also like|Most (?:viewed|read|popular)\b.*"
    r"|Read (?:more|also)|See also|More (?:news|stories|from)\b.*|Recommended|Also read|Trending|Comments?(?: \(.*\))?)\s*:?\s*$"
    r"|又讯|又訊",
    re.IGNORECASE,
)

# What is done with projects.
SIGNED = (
    r"签约|簽約|签署|簽署|签订|簽訂|签下|簽下|签|簽|落定|揽回|揽下|收获|达成|達成"
    r"|\bsign(?:ed|s|ing|ature)?\b|\bink(?:ed|s)?\b|\bcontracted\b|\bconcluded\b|\bsealed\b|\bclinched\b"
    r"|\bsecured\b|\bexchanged\b|\breached\b|\bstruck\b|\bcertificates?\b|\blicen[cs]ed\b|\bapproved\b|\bapprovals?\b"
    r"|\bbags\b|\bbagged\b|\blanded\b|\bgarnered\b|\battracted\b|\bpledge[sd]?\b|\bcommit(?:ted|ments?)\b|\bdispatched\b"
)
STARTED = (
    r"开工|開工|动工|動工|破土|奠基"
    r"|\b(?:start(?:ed|s)?|commence(?:d|ment)?|broke(?:n)? ground|break(?:s|ing)? ground|ground-?breaking"
    r"|foundation stones?|laying of foundation|kick(?:ed|s)? off|launched|breaking-ground)\b"
)
OPERATING = (
    r"投产|投產|竣工|投运|投入运营|投入營運|投入使用"
    r"|\b(?:put into (?:operation|production|use)|inaugurat\w+|began operations?|went into operation|commissioned)\b"
)
PLANNED = (
    r"拟签约|擬簽約|拟现场签约|将签约|將簽約|将集中签约|拟集中|将在|將於|将于|预计签约|拟定|即将|下月|下周|筹备"
    r"|\b(?:are|is) (?:to be|expected to be|set to be|due to be|scheduled to be) (?:signed|inked|launched|started)\b"
    r"|\bwill be (?:signed|inked|started|launched)\b|\bto be signed\b|\bis expected to sign\b"
)

# The event.
GATHERING_ZH = (
    r"大会|大會|洽谈会|洽談會|推介会|推介會|说明会|說明會|恳谈会|懇談會|座谈会|博览会|博覽會|交易会|交易會"
    r"|投洽会|对接会|對接會|招商会|招商會|论坛|論壇|峰会|峰會|年会|展会|会展|节|節|招商周|合作周|经贸周|招商月|活动周|活动月|洽谈周"
    r"|推介活动|招商活动|签约活动|开工活动|投产活动|签约仪式|簽約儀式|开工仪式|開工儀式|奠基仪式|签约大会|贸洽会|经洽会|动员会|推进会|启动会|见面会|联谊会|交流会|招待会|活动|仪式"
)
GATHERING_EN = (
    r"Conference|Summit|Forum|Fair|Expo(?:sition)?|Exhibition|Week|Month|Festival|Meet(?:ing)?|Convention|Symposium"
    r"|Roadshow|Assembly|Congress|Ceremony|Dialogue|Talks|Session|Day|Days|Show|Conclave|Mission|Campaign|Section"
)
CEREMONY_EN = (
    r"(?:signing|commencement|groundbreaking|ground-breaking|opening|launch|foundation[- ]laying)"
    r" (?:ceremony|ceremonies|event|activity)"
)

# Money.
KINDS = (
    (
        "foreign_capital",
        r"合同外资|合同利用外资|合同外資|协议外资|contract(?:ed|ual) foreign (?:capital|investment)|foreign capital",
    ),
    (
        "paid_in",
        r"到位|实际利用|實際利用|paid[- ]in|funds in place|in place|actual use|actually used",
    ),
    (
        "current_year",
        r"年度(?:计划)?投资|年度计划|年内(?:计划)?|今年计划|当年计划|本年度|年度計劃|annual(?:ly)? planned|planned annual|this year|planned? investment for the year|within the year|annual investment",
    ),
    (
        "capital_brought_in",
        r"引进[^，。；、]{0,6}资金|引资|引入资金|市外资金|县外资金|省外资金|引進[^，。；、]{0,6}資金|引資",
    ),
    (
        "trade",
        r"贸易|采购|購銷|购销|成交|交易额|订单|貿易|採購|\btrade|\bpurchas|\bprocurement|\btransaction|\border",
    ),
)
BASE_COUNT = (
    r"项目总数|项目数|項目總數|项目个数|个数|個數|总数|總數|数量|數量|件数|签约数"
    r"|\bthe (?:total )?number\b|\bnumber of\b|\bof (?:all )?(?:the )?(?:\w+ )?projects\b|\bof them\b|\bthe count\b|\bthe projects\b"
)
BASE_MONEY = (
    r"投资|投資|金额|金額|资金|資金|引资|外资总额|合同外资|额|額"
    r"|\binvestment\b|\bmoney\b|\bvalue\b|\bcapital\b|\bamount\b|\bworth\b|\bfunds\b|\boutlay\b"
)
AMOUNT_LEAD_ZH = (
    r"计划|预计|協議|协议|合同|总|總|投资|投資|金额|金額|总额|總額|合计|合計|共计|涉及|涉资|涉資|额|額|约|約|为|為|达|達|是|共|资金|資金"
    r"|引进|引進|引资|引資|市外|县外|省外|外资|外資|利用|合同|年度|年内|今年|到位|首期|意向|其中|分别|依次|规模|计|有|已|完成|投入|斥资|斥資|造价|价值|超|逾|近|不足|的|揽金"
)
GROWTH = (
    r"同比|环比|增长|增長|增加|增幅|增速|上升|下降|提高|减少|回落|百分点|履约率|開工率|开工率|到位率|完成率|比例为|出租率"
    r"|\byear[- ]on[- ]year\b|\bincrease[ds]?\b|(?<!make )(?<!makes )(?<!made )(?<!making )\bup\b|\brose\b|\bgrew\b|\bgrowth\b|\bdown\b|\bfell\b|\bhigher\b|\blower\b|\brate\b|\bsurged?\b|\bcompleting\b|\bjumped\b"
)
