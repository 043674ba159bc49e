"""Who invests or builds: the bodies that stand before or behind a project's name."""

from collections.abc import Iterator

from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.projects import BODY_ZH, FIRM_END_ZH, TRADE_ZH
from extractor.patterns import Pattern

_SEPARATOR_ZH = Pattern(
    rf"、|以及|与|(?<!信)(?<!祥)(?<!谐)(?<!泰)(?<!人)和(?=[^、]{{2,}})(?!(?:{FIRM_END_ZH})(?:$|[则将拟规计投在也已亦（]))|及(?=[^、]{{2,}})|携手|联手|伙拍|联袂|偕同|会同|(?<=公司|集团)联合|/"
)
_JOINED_ZH = Pattern("与|携手|联手")
"""What joins two bodies so that a 和 beside it is a letter of a name: 甲市与广东和盛纸业."""
_LEAD_ZH = Pattern(
    r"(?:[\s●◆■▶►★※○◎·•▪✔①-⑳]|[（(]?[一二三四五六七八九十]{1,2}[)）、]|\d{1,2}[.．、)）]|“[^”、，]{1,6}[代后者王农人客]”(?=..)|[^、，的]{0,8}?(?:最大|最高|一[笔单宗桩]|投资|项目)的?(?:一[笔单宗桩项])?来自(?=[^、的]{3,}$)|[^、，]{2,8}(?:类|方面|部分)则?由|其中|另外|此外|另有|还有|以及|包括|分别[是为]|由|即|和|与|、|其次[是为]?|会上|当天|当日|现场|同时|其[一二三]?|该|它|“|「|[^、的]{0,12}?表示|项目|[^、，]{0,12}?(?:最大|最多|最高|居首|之一)的?(?:项目|一单)?[是为]|[还另]?有?一个是|签的是|便?是|其[一二三](?:便|就)?是|来自[^、，的]{2,6}的|[他她]创办的|[他她]的|“[^”]{1,6}后”姑娘|既有|也有|则有|又有|更有|(?:内地|本地|本土|当地|在地|国内|本港|岛内)(?:集团|企业|公司|财团)?(?=[^、的]{3})|(?:本地)?初创(?=[^、]{3})|[港台外内民侨]资(?:企业)?(?=[^、]{3})|[而则](?=[^、]{3})|随后|首批|[此本这]次|首个|第[一二三四五]个|在(?=[^、]{3})|大学衍生公司|[比例譬]?如(?![意皋东家祥新歌涵风一日期])(?=[^、]{3})|(?:投资|建设|签约|合作)(?:方|商|主体)[为是]?(?=[^、]{3})|[日台港外德美英法韩]商(?=[^、]{3})|[日德美英法韩港台澳荷瑞泰药车酒]企(?=[^、]{3}))++"
)
_DESCRIBED_ZH = Pattern("[^、与和及，]{2,16}的(?=[^、与及，]{3})")
"""What is said of the first body of a list: 从越南转回的嘉和工具."""
_TITLE_ZH = Pattern(
    r"[^、]{0,14}?(?:500强|强|的)?(?:企业|厂商|侨商|港商|台商|外商|客商|商人|乡贤|校友|企业家|会长|董事长|总经理|创始人|负责人|老板|业者|老字号|上市公司|[民央国]企(?!业)|巨头|独角兽|大厂|龙头)(?:企业|公司|单位)?(?!集团|管理|股份|有限|家)(?=[^、的]{2,})"
)
_TRADER_ZH = Pattern(
    rf"[^、]{{2,12}}(?:厂|(?<![工农招电])商|(?<!限)公司|企业)(?!{FIRM_END_ZH})(?=[^、厂商]{{2,8}}?(?:{FIRM_END_ZH})$)"
)
"""What a firm makes or trades in, before its name: 车用镜头厂甲光电, 药物商乙医药, 金融公司丙科技."""
_TAIL_ZH = Pattern(
    r"(?:[这此今本][回次](?!资)|首[度次](?:[来赴到][台港华沪湘川粤]湾?)?|(?<=..)(?:也|则|亦|同样|并)(?:没有?|未|不甘|毫不)[^、，]{1,6}|(?<=..)(?:看好|看准|瞄准|相中)[^、，]{2,12}|(?<=.{3})在[^在、，]{1,8}(?:[省市县区镇乡园港]|新城)|(?<=[技团司业份能])(?:创始人|创办人|董事长|总经理|负责人)|(?:带回(?:来|(?!来))|带来|签下)(?:的是?)?|(?:投下|落下)的是?|等(?:Ⓝ|Ⓒ|[两三四五])?+(?:家)?+(?:本地|外地|当地)?+(?:企业|公司|厂商|单位)?|(?:Ⓝ|Ⓒ|[两三四五]家)(?:本地|外地|当地)?(?:企业|公司|厂商|单位)?|兄弟俩|兄弟|夫妇|父子|姐妹|先生|女士|双方|共同|联合|独家|全资|全额|合作"
    r"|分别|分期|首期|一期|拟|计划|将|再|已|也|还|共|又|一次性|“|”|在当地|从事|负责|把|亦会|也会|都会|亦|均|则|规划|宣布|承诺|打算|规划(?=$)|有意(?:投资)?|参与|来|牵头|发起|签订|将会|正式|承担|旗下|名下|拿出|砸下|(?<=.{2})选|在)+$"
)
_NO_BODY_ZH = Pattern(
    r"方面$|会场$|专场$|^(?:追加|决定|打算|选择|准备|继续|加码|再次|首次|同样|正在|已经)$|项目|工程|总投资|合计|企业$|会上|签约|开工|的$|^(?:市|县|区|省)$|产业$|制造业|服务业|Ⓜ|Ⓒ|Ⓟ|Ⓑ|人士|亿元|记者|目前|计划$|预计|以上|分别|其中|占|共$|最大|推介|发布|推出|了$|签署|签订|^我|年度|年内|^走进|^[则也既还又更另]有$|就是|Ⓞ|Ⓠ|^今年"
)
_GOVERNMENT_ZH = Pattern(
    r"(?:[省市县区旗镇乡州盟]|人民政府|政府|管委会|管理委员会|开发区|高新区|经开区|新区|园区|经济区|街道|办事处|片区)$"
)
_BODY_IN_NAME_ZH = Pattern(
    rf"(?P<body>[^的、]{{2,16}}?(?:有限责任公司|有限公司|公司|集团|股份))(?P<of>的)?(?=[^、）)]{{3,}})"
    rf"|(?P<brand>(?!年产|年加|年处|高端|智能|绿色|特种|现代|休闲|健康|新型|精细|有机|功能|稀土|生物|海洋|水产|预制|汽车|电子|光伏|储能|氢能|动力|固态)[\u3400-\u9fff]{{2,6}}?(?:{TRADE_ZH})(?:（[^（）]{{2,4}}）)?)(?P<mark>的|(?=年产|年加工|年处理|Ⓠ|Ⓝ|Ⓒ))"
    rf"|(?P<short>(?!高端|智能|绿色|特种|现代|休闲|健康|新型|精细|有机|功能|稀土|生物|海洋|水产|预制|汽车|电子|光伏|储能|氢能|动力|固态|先进|大型|高性|中药|再生|湾区|跨境|集中|优质|特色|富硒|冷冻|速冻|航空|海上|陆上|屋顶|分布|石油|煤炭|建筑|装配|半导|第三|工业|医用|军民|循环|综合|农产|畜禽|林下|粮食|食用|鲜活|城乡|数字|云计|人工|智慧|县域|国际|国家)[\u3400-\u9fff]{{2,4}}(?:{TRADE_ZH}))(?=[^、]{{5,}})"
)


_IS_BODY_ZH = Pattern(rf"(?:{BODY_ZH})$")
_LEGAL_ZH = Pattern(r"[\u3400-\u9fff（）]{2,24}(?:公司|集团|股份)")
_HOUSE_ZH = Pattern(
    r"(?!民营|国有|[外港台内侨民]资|中小|[本当外各]地|上市|龙头|骨干|规上|大型|知名|重点|本土|链主|头部|[科高]技|高新|工业|制造|相关|签约|入驻|落户|返乡|优质|明星|参会|参展|食品|纺织|医药|电子|物流|机械|化工|[一-鿿][家批类个些型级]|跨国|外贸|农业|实体|创业|配套|关联|领军|国内|海外|境外|国际|建筑|旅游)[\u4e00-\u9fff]{2}企业"
)
"""A firm that is called so: 甲乙企业."""
_SUBJECT_ZH = Pattern(
    rf"(?:[^，。；ⒸⓂ]{{0,8}}(?:方面|中|里|上)，)?(?:[^，。；：ⒸⓂ]{{2,12}}的)?(?P<body>[^，。；：、的ⒸⓂⒷⓅ]{{1,20}}?(?:{FIRM_END_ZH}))(?=[，（]|[\u3400-\u9fff])(?!公司|集团|股份|有限|领域|产业|行业|方面|项目)(?!{FIRM_END_ZH})"
)
_ANY_SUBJECT_ZH = Pattern(
    r"(?P<body>[^，。：、ⒸⓂⒷⓅ从看紧则也已将拟计首与在为是签带追宣亦会要有了的引凭依]{3,14})(?=[，从看紧则也已将拟计首与在签带追宣亦会要的引凭依])"
)
_OWNER_ZH = Pattern(
    r"(?P<body>[^，。；：、的ⒸⓂⒷⓅⓆⓃ]{3,24}(?:（[^（）]{2,6}）[^，。；：、的ⒸⓂⒷⓅⓆⓃ]{2,10})?)的(?=.{3})"
)
_NO_OWNER_ZH = Pattern(
    r"[类面域强大高好多白]$|^(?:位于|填补|同[日时]|与|毗邻|紧邻|占地|以|备受|总|首|全|最|目前|今|本|这|那|拟|将)|最|为主|关注|签约|开工|落户|规模|所在|配套|受益|达到|计划|可以|主要|知名|著名"
)
_SHORTEST_OWNER = 3
_THE_FIRM_ZH = Pattern("(?:该|这家)(?:公司|企业|集团|厂商)|他们|她们|[他她]|自己")
"""A word for a firm that was named before; `antecedents` finds which."""
_HEAD_OF = Pattern(
    r"(?P<body>[^、]{2,16}?)(?:董事长|总经理|总裁|首席执行官|创始人|创办人|掌门人|负责人|CEO)[\u3400-\u9fff]{2,3}$"
)
"""A person who stands for the firm: 甲生物董事长乙丙."""


def split_bodies(text: str, start: int, end: int) -> list[Extent]:
    """Return the bodies listed in a range, without titles, counts and particles around them."""
    found = []
    if described := _DESCRIBED_ZH.match(text, start, end):
        start = described.end()
    is_joined = _JOINED_ZH.search(text, start, end) and text.find("、", start, end) < 0
    separator = _JOINED_ZH if is_joined else _SEPARATOR_ZH
    for first, last in _pieces(text, start, end, separator):
        body = trim_body(text, first, last)
        if body:
            found.append(body)
    return found


def trim_body(text: str, start: int, end: int) -> Extent | None:
    """Return a body without what is said of it; None where nothing that can invest is left."""
    if _THE_FIRM_ZH.fullmatch(text, start, end):
        return start, end
    if lead := _LEAD_ZH.match(text, start, end):
        start = lead.end()
    start = max(start, text.rfind("的", start, end - 1) + 1)
    if (dash := text.rfind("——", start, end - 2)) >= 0:
        start = dash + len("——")
    if tail := _TAIL_ZH.search(text, start, end):
        end = tail.start()
    if head := _HEAD_OF.match(text, start, end):
        end = head.end("body")
    elif title := _TITLE_ZH.match(text, start, end) or _TRADER_ZH.match(text, start, end):
        start = title.end() + (text[title.end() : title.end() + 1] in ("是", "为"))
    if tail := _TAIL_ZH.search(text, start, end):
        end = tail.start()
    body = text[start:end]
    if len(body) < 2 or len(body) > 30:
        return None
    if _NO_BODY_ZH.search(body) and not (_LEGAL_ZH.fullmatch(body) or _HOUSE_ZH.fullmatch(body)):
        return None
    return start, end


def subject_body(text: str, start: int, end: int) -> Extent | None:
    """Return the firm that the clauses of a range begin with, known by how its name ends."""
    found = _SUBJECT_ZH.match(text, start, end) or _ANY_SUBJECT_ZH.match(text, start, end)
    return trim_body(text, *found.span("body")) if found else None


def owner(text: str, start: int, end: int) -> tuple[Extent, int] | None:
    """Return whose project a name tells first (甲智能的传感器基地), and where the name begins."""
    found = _OWNER_ZH.match(text, start, end)
    if not found or _NO_OWNER_ZH.search(found.group("body")):
        return None
    body = trim_body(text, *found.span("body"))
    return (body, found.end()) if body and body[1] - body[0] >= _SHORTEST_OWNER else None


def is_government(body: str) -> bool:
    """Return whether a body is a place or its administration, which signs but does not invest."""
    return bool(_GOVERNMENT_ZH.search(body)) and not _IS_BODY_ZH.search(body)


def body_in_name(text: str, start: int, end: int) -> tuple[Extent, int] | None:
    """Return the investor that a project's name begins with, and where what it builds begins.

    `吉禾食品鲜食玉米全产业链项目` is by 吉禾食品; with 的 behind it, it is no part of the name.
    """
    found = _BODY_IN_NAME_ZH.match(text, start, end)
    if not found:
        return None
    body = next(name for name in ("body", "brand", "short") if found.group(name))
    behind = found.end()
    owned = text[behind - 1 : behind] == "的"
    return found.span(body), behind if owned else start


def _pieces(text: str, start: int, end: int, separator: Pattern) -> Iterator[Extent]:
    at = start
    for found in separator.finditer(text, start, end):
        if found.start() - at >= 2:
            yield at, found.start()
            at = found.end()
    if end > at:
        yield at, end
