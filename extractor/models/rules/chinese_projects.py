"""How Chinese articles name projects: frames over one clause, or two, with their examples."""

from operator import attrgetter

from extractor.models.rules.chinese_clauses import (
    Clause,
    amount_before,
    amount_next,
    builds,
    by,
    investor_before,
    puts,
    settles,
    with_amount,
)
from extractor.models.rules.chinese_entries import entries_in
from extractor.models.rules.chinese_lists import (
    also,
    bracketed,
    invests_each,
    moves_in,
    together,
)
from extractor.models.rules.chinese_name_lists import name_list
from extractor.models.rules.chinese_names import listed_names
from extractor.models.rules.chinese_signings import signs
from extractor.models.rules.chinese_sites import site_at, site_before
from extractor.models.rules.cue_index import CueIndex
from extractor.models.rules.project_mentions import Example, Frame, Mention
from extractor.models.rules.project_words import BUILD_ZH
from extractor.patterns import Pattern

_CLAUSE = Pattern(r"[^，；：。！？\n]+")
_BARE_AMOUNT = Pattern(
    r"(?:其中|计划|年度|年内|今年|当年|总|投资|资金|引进|引资|县外|市外|省外|合同|外资|协议|合计|共计|完成|投入|分别|依次|金额|额|为|达|约|共|占|涉资)*Ⓜ(?![建兴新打实设开投]|.*的)"
)
"""An amount alone: a group's, or what is said behind a project's name."""
_MAY_NAME = Pattern(
    "Ⓜ|把|签|工|桩|开建|破土|启动|奠基|落|投产|投用|投运|驻|建设|[拟增新]设|[新组筹增]建|搬|迁|带回|带来|开办|旗下|包括|分别"
)
"""A sentence without an amount names a project only where something is done with it."""
_THEN_BUILDS = Pattern(
    rf"，(?:拟|将|计划|用于|主要)*(?:[在于][^，；。Ⓜ]{{2,20}}?)?(?:{BUILD_ZH})(?!成|后|周期)"
)
_BUILDS = Pattern(
    rf"(?:拟|将|计划|在[^，]{{2,10}}?)*(?:{BUILD_ZH})(?![路大筑材工业局])[^，、和]{{3,}}$"
)
"""A clause without a subject, which stands in one before it."""
_CONTENTS = Pattern(
    "，?(?:(?:项目|一期|二期|Ⓞ)?主要(?:用于|包括)?(?:建设|新建|购置|生产|从事)|(?:其中)?(?:一期|首期|二期|三期|Ⓞ|分[ⓃⒸⓆ]期)(?:项目|工程)?(?:计划|拟|将)*(?:总?投资Ⓜ)?，?(?:建设|新建|实施|打造))"
)
"""What a project named before consists of: 主要建设生产线Ⓝ条; 一期投资Ⓜ，建设厂房."""
_FIGURES = "ⒸⓂⓅⒷ"
_AND_WITH = Pattern("[并还又也]?(?:与|同|和)")
_ORDER = Pattern(
    r"(?:其中)?(?:(?:其中|签约项目中|当中)?(?:最大|单体投资最大|投资额?最大|规模最大|投资额?最高|第二大|居首)的?(?:一?[个宗项件单笔家])?(?:项目|投资)?(?:是|为|来自)|其次[是为]|其[一二三]是?|[一二三四五六]是|另一[个宗项件家]?(?:项目)?(?:则|便)?[是为]|还有一[个宗项家]是|[即为](?=[^，]{6}))"
)
"""What numbers or ranks the project that a clause names."""
_SHORTEST = 4  # letters of a clause that can name a project
_LIST_OPENS = Pattern(r"(?:还有|包括|分别是|分别为|如下|有|项目|工程)$")


def chinese_mentions(text: str) -> list[Mention]:
    """Return the projects that a sentence names, in order.

    Args:
        text: a sentence of the reading.
    """
    if not _MAY_NAME.search(text):
        return []
    if listed := entries_in(text):
        return listed
    mentions: list[Mention] = []
    in_list = False
    site = site_at(text, 0)
    at = 0
    for found in _CLAUSE.finditer(text):
        start, end = found.span()
        before = text[max(start - 1, 0) : start]
        if before == "：":
            in_list = bool(_LIST_OPENS.search(text[: start - 1]))
            site = site_before(text, start - 1) or site
        elif before == "；":
            site = site_at(text, start) or site
        if start < at or not _may_name(text, start, end, is_first=not mentions):
            continue
        order = _ORDER.match(text, start, end)
        clause = Clause(text, order.end() if order else start, end, before)
        if told := _read(clause, in_list=in_list):
            if mentions and _AND_WITH.match(text, start):
                told[0].place = told[0].place or mentions[-1].place
            for mention in told:
                mention.place = mention.place or site
            mentions += told
            at = told[-1].end
    return mentions


def _may_name(text: str, start: int, end: int, *, is_first: bool) -> bool:
    """Return whether a clause may name a project, and is no more than what one consists of or costs."""
    if end - start < _SHORTEST:
        return False
    if not is_first and (_CONTENTS.match(text, start) or _CONTENTS.match(text, end)):
        return False
    is_bare = text.find("Ⓜ", start, end) >= 0 and _BARE_AMOUNT.match(text, start, end)
    return not is_bare or bool(_THEN_BUILDS.match(text, end))


def _read(clause: Clause, *, in_list: bool) -> list[Mention]:
    words = clause.text[clause.start : clause.end]
    for frame in _FRAMES.standing(words):
        if told := list(frame.read(clause)):
            return told
    if (
        clause.text[clause.end - 1] not in _FIGURES
        and not _BUILDS.match(words)
        and (told := amount_next(clause))
    ):
        return told
    if in_list and clause.before and clause.before in "：；":
        mention = listed_names(clause.text, clause.start, clause.end, start=clause.start)
        return [mention] if mention else []
    return []


FRAMES: tuple[Frame[Clause], ...] = (
    Frame(
        bracketed,
        ("（",),
        (
            Example(
                "包括特种纸项目（甲纸业，Ⓜ）、家居产业园（乙集团，投资Ⓜ）等",
                ("特种纸项目", "家居产业园"),
                ("甲纸业", "乙集团"),
            ),
        ),
    ),
    Frame(
        name_list,
        ("包括", "囊括", "涵盖", "有", "分别", "依次", "即", "为", "是", "了", "（", "、"),
        (
            Example("签约的还有甲康养中心、乙镇光伏支架厂", ("甲康养中心", "乙镇光伏支架厂")),
            Example(
                "签约项目包括甲科技的氢能装备项目、由乙集团投资的冷链基地，以及丙股份有限公司的饲料厂等",
                ("氢能装备项目", "冷链基地", "饲料厂"),
                ("甲科技", "乙集团", "丙股份有限公司"),
            ),
            Example(
                "其中Ⓒ为农业产业化项目，分别是黑山羊养殖项目和油茶加工基地",
                ("黑山羊养殖项目", "油茶加工基地"),
            ),
            Example(
                "签约企业及项目分别是：甲医药（研发中心）、乙智能（机器人基地）",
                ("研发中心", "机器人基地"),
                ("甲医药", "乙智能"),
            ),
            Example("在汽车领域，签约了动力电机项目、压铸项目", ("动力电机项目", "压铸项目")),
            Example("签约项目包括新能源、新材料等", ()),
            Example("该项目包括研发中心、中试车间", ()),
        ),
    ),
    Frame(
        invests_each,
        ("分别", "各自"),
        (
            Example(
                "甲能源、乙时代两家企业分别投资Ⓜ、Ⓜ建设电池生产基地",
                ("电池生产基地",),
                ("甲能源", "乙时代"),
            ),
            Example(
                "甲叶片、乙塔筒将分别在经开区投资Ⓜ和Ⓜ，建设叶片生产线、塔架生产线",
                ("叶片生产线", "塔架生产线"),
                ("甲叶片", "乙塔筒"),
                "经开区",
            ),
        ),
    ),
    Frame(
        amount_before,
        ("Ⓜ",),
        (
            Example(
                "其中，甲科技有限公司投资Ⓜ的光学膜项目落户", ("光学膜项目",), ("甲科技有限公司",)
            ),
            Example(
                "总投资Ⓜ的产业园一期、总投资Ⓜ的物流中心项目集中开工", ("产业园一期", "物流中心项目")
            ),
            Example(
                "东新区管委会与上海甲集团签署总投资Ⓜ的健康蜂巢项目合作协议",
                ("健康蜂巢项目",),
                ("上海甲集团",),
                "东新区",
            ),
            Example("总投资Ⓜ、年产Ⓠ光伏组件的晶科项目正式开工", ("晶科项目",)),
        ),
    ),
    Frame(
        by,
        ("由",),
        (
            Example(
                "由甲控股集团投资建设的渔光互补项目总投资Ⓜ", ("渔光互补项目",), ("甲控股集团",)
            ),
            Example(
                "特种石墨项目由甲炭科技股份有限公司建设",
                ("特种石墨项目",),
                ("甲炭科技股份有限公司",),
            ),
        ),
    ),
    Frame(
        settles,
        ("选", "看中", "驻", "落", "合资", "合作", "共同", "联合", "携手", "改建", "改造", "扩建"),
        (
            Example("返台的甲精机选定乙工业区扩建智慧工厂", ("智慧工厂",), ("甲精机",), "乙工业区"),
            Example("甲智能亦会进驻，开设机械人组装线", ("机械人组装线",), ("甲智能",)),
            Example(
                "日商甲电池则与在地业者乙能源合资，在乙港区建设储能系统组装厂",
                ("储能系统组装厂",),
                ("甲电池", "乙能源"),
                "乙港区",
            ),
            Example("甲食品也打算把旧糖厂改建为观光工厂", ("观光工厂",), ("甲食品",)),
        ),
    ),
    Frame(
        builds,
        ("投资", "斥资", "出资", "在", "投入", "投放", "以Ⓜ"),
        (
            Example("甲电子将投资Ⓜ在青山县建设终端基地", ("终端基地",), ("甲电子",), "青山县"),
            Example("甲集团投资Ⓜ，在化工园区建设气体岛", ("气体岛",), ("甲集团",), "化工园区"),
            Example("甲株式会社在高新区建设电机工厂", ("电机工厂",), ("甲株式会社",), "高新区"),
            Example(
                "甲物流与乙经济区签约，斥资Ⓜ兴建分拨中心", ("分拨中心",), ("甲物流",), "乙经济区"
            ),
        ),
    ),
    Frame(
        investor_before,
        ("的",),
        (
            Example("甲实业投资的尼龙项目，总投资Ⓜ", ("尼龙项目",), ("甲实业",)),
            Example(
                "侨商林某某与本地企业乙食品共同投资的深加工项目",
                ("深加工项目",),
                ("林某某", "乙食品"),
            ),
            Example("青山县引进的终端基地项目，总投资Ⓜ", ("终端基地项目",), (), "青山县"),
        ),
    ),
    Frame(
        signs,
        ("签", "拿下", "达成"),
        (
            Example(
                "禾山区与上海甲集团“打包”签下冷链物流园、中央厨房Ⓒ",
                ("冷链物流园", "中央厨房"),
                ("上海甲集团",),
                "禾山区",
            ),
            Example(
                "甲轮毂公司一口气签下轻量化轮毂、智能座舱两个项目",
                ("轻量化轮毂", "智能座舱"),
                ("甲轮毂公司",),
            ),
            Example(
                "东湖区与甲环保集团就垃圾处理项目签约", ("垃圾处理项目",), ("甲环保集团",), "东湖区"
            ),
        ),
    ),
    Frame(
        puts,
        ("把", "将"),
        (Example("甲股份把热管理基地放在乙经开区", ("热管理基地",), ("甲股份",), "乙经开区"),),
    ),
    Frame(
        with_amount,
        ("Ⓜ",),
        (
            Example("甲科技园Ⓞ总投资Ⓜ", ("甲科技园Ⓞ",)),
            Example("其中配套产业园Ⓜ、城北智谷Ⓜ", ("配套产业园", "城北智谷")),
            Example("古城保护修缮（Ⓜ）列入其中", ("古城保护修缮",)),
        ),
    ),
    Frame(
        together,
        ("等",),
        (
            Example(
                "甲太阳能Ⓠ电池片、宏远股份Ⓠ高纯晶硅等项目成功签约",
                ("甲太阳能Ⓠ电池片", "宏远股份Ⓠ高纯晶硅"),
                ("宏远股份",),
            ),
            Example("新能源、新材料等项目成功签约", ()),
        ),
    ),
    Frame(
        also,
        ("签约", "开工", "动工", "破土", "启动", "奠基", "落地", "投产", "桩", "开建"),
        (Example("区第三中学、妇幼保健院新院区也于当日开工", ("区第三中学", "妇幼保健院新院区")),),
    ),
    Frame(
        moves_in,
        ("驻", "落户"),
        (
            Example(
                "甲精密、乙电子、丙智造Ⓝ厂商将一同进驻合作园",
                ("进驻合作园",),
                ("甲精密", "乙电子", "丙智造"),
                "合作园",
            ),
        ),
    ),
)
_FRAMES = CueIndex(FRAMES, attrgetter("cues"))
