"""By what a group of projects is cut out: its dimension."""

import re
from typing import NamedTuple, cast

from extractor.models.rules.words.bilingual import HAN, Bilingual
from extractor.patterns import Pattern
from extractor.record import Dimension

_FRAME = Bilingual(
    Pattern(
        r"(?:从|按|以|就)[^，]{0,8}?(?:(?P<origin>来源|国别|国家|省份|籍贯)|(?P<investor>主体|投资方|投资者)|(?P<size>体量|规模|投资额|单体)|(?P<region>落户|区位|地点|区域|地域|地区|县区|区县|布局)"
        r"|(?P<stage>进度|阶段)|(?P<industry>产业|行业|领域|范畴|门类|类别|环节|类型|业态))[^，]{0,6}(?:看|分(?!别)|统计|计(?!划)|划分)"
    ),
    Pattern(
        r"(?:by|By|perspective of|terms of)(?: the)? (?:(?:investment|capital|project) )?(?:(?P<origin>source|origin)|(?P<investor>investors?|type of investor)|(?P<size>size|scale|volume)|(?P<region>region|location|district)|(?P<industry>sector|industr))"
    ),
)
_BY_LABEL: tuple[tuple[Dimension, str, str], ...] = (
    (
        "other",
        r"^(?:投资|贸易|采购|购销|产学研|技术|合作)+类?$|(?:合同|协议|意向书?|备忘录)类?$",
        r"^(?:[Ff]ormal|[Ff]irm|signed|framework|supply|trade|purchase and sale) (?:contracts?|agreements?|deals?)$|^(?:formal|framework|purchase|cooperation|procurement|joint(?:[ -]venture)?s?|licensing|off-?take|concession|(?:non-)?binding|preliminary|definitive|government-to-government)(?: (?:contracts?|agreements?|deals?))?$|^(?:contracts?|agreements?|MoUs|memoranda of understanding|letters of intent)$|\b[Pp]ublic[ -][Pp]rivate\b|\bPPPs?\b",
    ),
    (
        "size",
        r"Ⓑ|投资额?最[大高小]|亿元(?:以上|以下|及以上)|百亿级|千亿级|Ⓜ(?:以上|以下)",
        r"Ⓑ|billion-\w+ class|\b(?:largest|biggest|smallest|medium-sized)\b|^(?:[Mm]ega|[Ll]arge|[Mm]edium|[Ss]mall)(?:[ -](?:sized|scale))?$",
    ),
    (
        "region",
        r"^(?:选址|落户|进驻|入驻|位于|落在|坐落)(?:[于在到])?(?=[\u3400-\u9fff]{3})(?!外|本地)",
        r"(?!)",
    ),
    (
        "stage",
        r"阶段$|签约一批|开工|投产|竣工|破土|动工(?!具)|投入运作|投入运营|落地$|注册|用地|供地|选址|立项|审批|环评|评估$|土地到位|试运[营行]|达产",
        r"\b(?:broken? ground|under construction|in operation|started construction|(?:put|gone|went|entered) into (?:operation|production|use)|company registration)\b|^(?:registered|approved|dedicated|grounded|completed)$",
    ),
    (
        "occasion",
        r"现场|即场|到场|委托|书面|^(?:首|第[一二三四五]|最后一|前[两三])批|远程|视频|连线|视讯|当面|隔屏|线下|云端|上门|登门|仪式|开幕式|闭幕式|开幕|专场|对接会|会[上前后外]|自行签|巡回|路演|分会场|线上|网上|云签约|推介会|场次|主会场|首日|次日|Ⓞ[天日]|当天(?:集中|现场)?(?:签约)?$|(?<![电车油气泵港])(?<!工作)(?<!服务)站$",
        r"^Ⓞ(?: batch| round)?$|\b(?:on[ -]?site|on (?:the )?(?:spot|stage)|online|video|cloud|ceremony|(?:sub-)?forums?|seminars?|symposi\w+|matchmaking|visits?|session\w*|venue\w*|meeting|signing|stage|in the cloud|roadshows?|tours?|inspection|by themselves|beforehand|in advance)\b|day\b",
    ),
    (
        "origin",
        (
            r"^(?:本地|在地|本土|本国|外地|外国|省外|市外|县外|区外|境外|海外|港澳)|籍"
            r"|^(?!中小|小微|大型|中型|龙头|骨干|头部|规上|科技|高新|根留|重点|本部|初创|成长|链主|配套|关联|其他|有关|民营|国有|上市|外资|知名|优质|农业|工业|食品|制造|服务|物流)[\u3400-\u9fff]{2}企业(?:投资)?$"
        ),
        r"\b(?:[Ff]oreigners|chambers? of|[Oo]utside the (?:[Kk]ingdom|[Cc]ountry|region|continent|state|province|[Ee]mirate))\b|^(?:local|foreign|overseas|domestic)\b",
    ),
    (
        "other",
        r"增资|扩股|扩产|扩能|扩建|改建|技改|技术改造|^新建|存量企业|现有企业|已落户企业|老客户|老企业|^新(?:设|引|落户|招引|进驻)",
        r"\b(?:existing|expansions?|already operating|reinvest\w*|newcomers?|new (?:ventures|entrants|investors))\b",
    ),
    (
        "investor",
        r"500强|上市柜?公司|政府[之间]|企业[之间]|央企(?!业)|国企(?!业)|民企(?!业)|外企(?!业)|国有(?!土地)|民营|民间|专精特新|独角兽|龙头企业|行业龙头|企业家|大学生|退役军人|务工|青年|后”|创业者|估值|市值",
        r"\b(?:top[ -]?500|Fortune|state-owned|listed|private|central(?:ly administered)? enterprises|little giant\w*|central SOEs|M?SMEs|micro|small and medium|female|women|teams|scientists|institutions|start-?ups?|talents?|universit\w+)\b",
    ),
    (
        "origin",
        (
            r"^[港台澳侨内外日韩美德法英]企$|^[日韩德美英法欧新]资|引进来|走出去|外资|内资|社会资本|社会投资|政府投资|财政资金|外地|外来|本土|本国|外国|港资|台资|侨资|境外|境内|港澳|台湾|国外|海外|国内|乡贤|商会|老乡|回归|籍|裔|来自|东部|西部|南部|北部|中部|长三角|珠三角|京津冀|大湾区|东南亚|欧美|日韩"
            r"|湘商|浙商|徽商|闽商|粤商|赣商|鲁商|楚商|川商|豫商|晋商|陕商|台商|外商|侨商|日商|美商|德商|韩商|德国|法国|英国|美国|韩国|俄国|日本|新加坡|荷兰|瑞[士典]|意大利|西班牙|葡萄牙|奥地利|比利时|丹麦|挪威|芬兰|波兰|俄罗斯|澳大利亚|加拿大|印度|泰国|越南|马来西亚|印尼|菲律宾|以色列|沙特|阿联酋|巴西|海归|校友|大学|学院|高校|返乡|回乡|返台|欧洲|北美|亚洲|国家|本地|在地|内地|省外|市外|省内|市内"
            r"|北京|上海|天津|重庆|江苏|浙江|安徽|福建|广东|山东|湖南|湖北|河南|河北|四川|江西"
            r"|^(?:香港|澳门|海南|贵州|云南|陕西|山西|甘肃|青海|广西|宁夏|新疆|西藏|内蒙古|辽宁|吉林|黑龙江"
            r"|深圳|东莞|佛山|珠海|厦门|宁波|青岛|大连|武汉|成都|西安|合肥|南京|长沙|无锡|昆山|沈阳|济南|南昌|昆明|南宁|石家庄|哈尔滨|长春)$"
        ),
        r"\b(?:foreign|domestic|overseas|merchants?|return(?:ees|ing)|business(?:men|people)|entrepreneurs?|Delta|Bay Area|abroad|elsewhere|hometown|from|alumni|Chinese(?! medicine)|Japanese|Korean|German|French|Italian|Swiss|British|American|Canadian|Indian|Turkish|Saudi|Emirati|Singaporean|Malaysian|Thai|Vietnamese|Indonesian|Dutch|Spanish|Austrian|Swedish|Danish|Norwegian|Finnish|Polish|Czech|Russian|Taiwanese|Australian|European|Asian|African)s?\b|\b(?:Danes|Swedes|Finns|Turks|Poles|Czechs|Spaniards|Britons|Thais|Saudis|Emiratis)\b|-born\b",
    ),
    (
        "region",
        r"(?:[县市镇乡州]|(?<!地)区|工业园|街道)$",
        r"\b(?:County|District|City|Zone|Town|Township|Province|Prefecture|divisions?)$",
    ),
    (
        "industry",
        r"类$|(?<!企)业$|链$|科技(?!型|企业|界)|办厂|工厂|机器人|风电|光伏|储能|氢|芯片|种子|预制|冷链|电商|影视|教育|体育|航空|会展|装备|药|茶|医疗|生技|机械|半导体|设备|食品|纺织|光电|文化|康养|商贸|智能|科研|金融|数据|环保|汽车|海洋|建材|家居|金属|产业|制造|加工|新材料|新能源|电子|电池|工具|物流|旅游|文旅|农|服务|医药|健康|化工|信息|基础设施|民生|交通|能源|环节|贸易|数字",
        r"\b(?:manufactur\w+|industr\w+|materials?|energy|electronics?|logistics|tourism|agricultur\w+|services?|health\w*|infrastructure|livelihood|processing|food|textiles?|mining|metals?|chemicals?|pharma\w*|biomedic\w*|equipment|information|IT|parts|finance|trade|technology|culture|housing|power|hydrogen|solar|wind|steel|semiconductors?|chips?|(?:life )?sciences?|robots?|robotics|biotech\w*|aerospace|aviation|marine|digital|property|real estate|retail|agro\w*|livestock|fisher(?:y|ies)|aquaculture|dairy|timber|garments?|apparel|leather|toys|furniture|automo\w+|vehicles?|batter(?:y|ies)|petro\w*|oil|gas|minerals?|ceramics?|plastics?|software|data|cloud computing|media|education|medical|medicine|wellness|transport\w*|shipping|warehousing|construction|hospitality|hotels?|horticultur\w*|floricultur\w*|forestry|irrigation|sanitation|telecom\w*|fintech|banking|insurance|railways|handicrafts|jewell?ery|husbandry|\w*(?:building|farming)|[Aa]gribusiness)\b",
    ),
    (
        "investor",
        r"(?:企业|公司|厂商|业者)$",
        r"[a-z] (?:Group|Holdings?|Corporation|Corp\.?|Company|Co\.?|Ltd\.?|Inc\.?)$",
    ),
)
"""Each dimension with the words of a label that show it, Chinese and English."""
_LABELS_ZH = tuple((name, Pattern(zh)) for name, zh, _ in _BY_LABEL)
_LABELS_EN = tuple((name, Pattern(en, re.IGNORECASE)) for name, _, en in _BY_LABEL)


_PLACE_NAME = Pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
COUNTRY_EN = (
    r"(?:mainland |the )?(?:China|Japan|(?:South |Republic of )?Korea|India|Indonesia|Malaysia|Singapore|Thailand|Viet ?[Nn]am|(?:the )?Philippines|Pakistan|Bangladesh|Sri Lanka|Taiwan|Hong Kong|Macao"
    r"|(?:United States|US|U\.S\.|USA|America)(?: of America)?|Canada|Mexico|Brazil|Argentina|Chile|(?:United Kingdom|UK|U\.K\.|Britain|England)|Ireland|France|Germany|Italy|Spain|Portugal|(?:the )?Netherlands|Belgium|Luxembourg"
    r"|Switzerland|Austria|Sweden|Norway|Denmark|Finland|Poland|(?:Czech Republic|Czechia)|Hungary|Romania|Greece|Russia|Ukraine|T[uü]rk(?:ey|iye)|Kazakhstan|Uzbekistan|Israel|Egypt|Morocco|Algeria|Tunisia"
    r"|Nigeria|Ghana|Kenya|Ethiopia|Tanzania|Uganda|Rwanda|Zambia|South Africa|Mauritius|Saudi Arabia|(?:United Arab Emirates|UAE)|Qatar|Kuwait|Oman|Bahrain|Jordan|Iran|Australia|New Zealand|(?:the )?(?:Gulf(?: states)?|(?:(?:Western|Eastern|Central) )?Europe|(?:(?:South-?[Ee]ast|East|South|Central|West) )?Asia|(?:(?:North|West|East|Southern) )?Africa|(?:North|South|Latin) America|Middle East|EU|ASEAN))"
)
_PROVINCES = Pattern(
    r"Beijing|Shanghai|Tianjin|Chongqing|Hebei|Shanxi|Liaoning|Jilin|Heilongjiang|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|Henan|Hubei|Hunan|Guangdong|Guangxi|Hainan|Sichuan|Guizhou|Yunnan|Tibet|Shaanxi|Gansu|Qinghai|Ningxia|Xinjiang|Inner Mongolia"
    r"|Shenzhen|(?:the )?(?:Yangtze|Pearl) River Delta|(?:the )?(?:Guangdong-Hong Kong-Macao )?Greater Bay Area|(?:the )?Beijing-Tianjin-Hebei(?: region)?"
)
"""Where investors come from: none of these lies in the county or city that most articles are about.

At a fair of many provinces they are regions all the same, which a label alone does not tell.
"""
_COUNTRIES = Pattern(
    rf"{COUNTRY_EN}(?:(?:, (?:and )?| and |/){COUNTRY_EN})*(?: (?:enterprises|companies|firms|investors|merchants|businesses|capital|funds|side))?"
)


class DimensionFrame(NamedTuple):
    """A dimension that a sentence announces, and where it begins to."""

    start: int
    dimension: Dimension


def frames_of(sentence: str) -> list[DimensionFrame]:
    """Return the dimensions that a sentence announces in turn (从投资来源看, by sector)."""
    return [
        DimensionFrame(found.start(), cast("Dimension", found.lastgroup))
        for found in _FRAME.finditer(sentence)
    ]


def dimension_of_label(label: str) -> Dimension | None:
    """Return the dimension that a group's own words show, over the reading."""
    label = label.strip('“”‘’"')
    for dimension, pattern in _LABELS_ZH if HAN.search(label) else _LABELS_EN:
        if pattern.search(label):
            return dimension
    if _COUNTRIES.fullmatch(label) or _PROVINCES.fullmatch(label):
        return "origin"
    return "region" if _PLACE_NAME.fullmatch(label) else None


def dimension_of(shape: str, frame: Dimension | None) -> Dimension | None:
    """Return a group's dimension: what its own words show beyond doubt, the frame, its words."""
    own = dimension_of_label(shape)
    if own in {"size", "stage", "occasion", "other"} or (own == "region" and frame == "investor"):
        return own
    return frame or own
