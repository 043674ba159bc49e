"""Who and what Chinese clauses name beside their frames' examples."""

import pytest

from extractor.models.rules.projects.chinese_projects import chinese_mentions


def test_an_administration_that_builds_is_no_investor():
    """A county's own plans are no project of a firm."""
    assert chinese_mentions("甲县拟新设职业技术学校") == []


@pytest.mark.parametrize("order", ["一是", "其次为", "最大一宗为", "另一个是", "投资额最大的是"])
def test_what_ranks_a_project_is_no_part_of_its_investor(order):
    """Numbers and ranks before a project are left out."""
    text = f"{order}甲集团投资Ⓜ兴建的氢能产业园"

    (mention,) = chinese_mentions(text)

    assert [text[slice(*body)] for body in mention.investors] == ["甲集团"]


@pytest.mark.parametrize(
    "text", ["甲锂能则把电池生产基地选址乙经开区", "甲锂能将电池生产基地整体搬至乙经开区"]
)
def test_works_may_be_moved_to_a_place(text):
    """把X选址A地 and its like name the firm, the works and the place."""
    (mention,) = chinese_mentions(text)

    assert [text[slice(*name)] for name in mention.names] == ["电池生产基地"]
    assert [text[slice(*body)] for body in mention.investors] == ["甲锂能"]
    assert mention.place is not None
    assert text[slice(*mention.place)] == "乙经开区"


def test_a_count_of_one_may_name_its_project(resolve_text):
    """50亿元以上项目1个，为X makes X a member of the class."""
    record = resolve_text(_LEAD + "其中，50亿元以上项目1个，为晶岳科技的材料基地。").record

    (project,), (share,) = record.projects, record.shares
    assert (project.name, list(project.investors)) == ("材料基地", ["晶岳科技"])
    assert list(project.shares) == [share.id]


_LEAD = "5月9日，甲市举行投资洽谈会，签约项目40个，总投资390亿元。\n"


@pytest.mark.parametrize(
    ("text", "projects", "shares"),
    [
        pytest.param(
            "其中新港储能电站、云谷数据中心、滨河产业社区三个项目，总投资分别为26亿元、18亿元、9.5亿元。",
            [
                ("新港储能电站", [], None, ["26亿元"]),
                ("云谷数据中心", [], None, ["18亿元"]),
                ("滨河产业社区", [], None, ["9.5亿元"]),
            ],
            [],
            id="dealt out: their count is no group's",
        ),
        pytest.param(
            "通飞项目计划总投资40亿元，一期投资12亿元，建设飞机总装线；二期建设零部件配套园。",
            [("通飞项目", [], None, ["40亿元"])],
            [],
            id="what its phases consist of and cost",
        ),
        pytest.param(
            "第一中学新校区、人民医院综合楼、城东污水处理厂等7个民生项目总投资18亿元。",
            [
                ("第一中学新校区", [], None, []),
                ("人民医院综合楼", [], None, []),
                ("城东污水处理厂", [], None, []),
            ],
            [("民生", "7", ["18亿元"])],
            id="a few of a counted group",
        ),
        pytest.param(
            "高新区：激光切割设备项目，8亿元，锐岳智能；桐河县：生态板材项目，3亿元，金岳木业。",
            [
                ("激光切割设备项目", ["锐岳智能"], "高新区", ["8亿元"]),
                ("生态板材项目", ["金岳木业"], "桐河县", ["3亿元"]),
            ],
            [],
            id="who builds, as the last field",
        ),
        pytest.param(
            "甲岳供应链的分拨中心、乙岳农贸的农批市场也在现场签约。",
            [("分拨中心", ["甲岳供应链"], None, []), ("农批市场", ["乙岳农贸"], None, [])],
            [],
            id="each its own, without an amount",
        ),
        pytest.param(
            "德国企业赫岳密封在新区的新工厂同日奠基，总投资6000万美元。",
            [("新工厂", ["赫岳密封"], "新区", ["6000万美元"])],
            [],
            id="a firm and where, before 的",
        ),
        pytest.param(
            "在外打拼多年的陈某某带着自己的公司——明岳家居回来了。该公司投资2.6亿元建设家居产业园。",
            [("家居产业园", ["明岳家居"], None, ["2.6亿元"])],
            [],
            id="the firm is named behind a dash before",
        ),
        pytest.param(
            "甲岳旅游集团的环湖绿道和水上乐园两个项目共投资9亿元。",
            [
                ("环湖绿道", ["甲岳旅游集团"], None, []),
                ("水上乐园", ["甲岳旅游集团"], None, []),
            ],
            [("环湖绿道和水上乐园", "两", ["9亿元"])],
            id="two of one firm together",
        ),
        pytest.param(
            "中岳快递、极岳速递、百岳供应链三家企业将各在空港园建设一座分拨中心，共投资18亿元。",
            [
                ("分拨中心", ["中岳快递"], "空港园", []),
                ("分拨中心", ["极岳速递"], "空港园", []),
                ("分拨中心", ["百岳供应链"], "空港园", []),
            ],
            [("中岳快递、极岳速递、百岳供应链", "三家", ["18亿元"])],
            id="each firm one of the same",
        ),
        pytest.param(
            "竹缆绳项目和辣椒加工项目，前者由泸州甲岳科技投资3亿元，后者由乙岳食品投资1.5亿元。",
            [
                ("竹缆绳项目", ["泸州甲岳科技"], None, ["3亿元"]),
                ("辣椒加工项目", ["乙岳食品"], None, ["1.5亿元"]),
            ],
            [],
            id="the one and the other",
        ),
        pytest.param(
            "城市更新一期由区城发集团负责实施，投资8亿元。",
            [("城市更新一期", ["区城发集团"], None, ["8亿元"])],
            [],
            id="a phase of no known kind of works",
        ),
        pytest.param(
            "甲岳新材一口气签下两个项目：投资18亿元的铜箔项目和投资7亿元的电解液项目。",
            [
                ("铜箔项目", ["甲岳新材"], None, ["18亿元"]),
                ("电解液项目", ["甲岳新材"], None, ["7亿元"]),
            ],
            [],
            id="a firm's, behind a colon",
        ),
        pytest.param(
            "在上海做餐饮的李某某投资6000万元建设米线加工厂。",
            [("米线加工厂", ["李某某"], None, ["6000万元"])],
            [],
            id="what somebody does elsewhere is no place",
        ),
        pytest.param(
            "三岳电子建设智能终端生产线，总投资3亿元；綠岳生技興建發酵廠，投資2億元。",
            [
                ("智能终端生产线", ["三岳电子"], None, ["3亿元"]),
                ("發酵廠", ["綠岳生技"], None, ["2億元"]),
            ],
            [],
            id="a firm right before its verb",
        ),
        pytest.param(
            "此次签约的食品加工园项目，由康岳食品集团投资建设，计划投资6.2亿元，主要建设生产线12条。",
            [("食品加工园项目", ["康岳食品集团"], None, ["6.2亿元"])],
            [],
            id="what was signed this time",
        ),
        pytest.param(
            "签约项目中，有填补空白的硅光芯片项目，也有带动力强的屠宰加工项目，还有文旅综合体等一批文旅项目。",
            [
                ("硅光芯片项目", [], None, []),
                ("屠宰加工项目", [], None, []),
                ("文旅综合体", [], None, []),
            ],
            [],
            id="there is X among them, there is Y",
        ),
        pytest.param(
            "甲岳注塑、乙岳家纺分别与丙高新区、丁新城签约，前者拟投资12亿元建设西南基地，后者拟投资4亿元建设家纺产业园。",
            [
                ("西南基地", ["甲岳注塑"], None, ["12亿元"]),
                ("家纺产业园", ["乙岳家纺"], None, ["4亿元"]),
            ],
            [],
            id="the one and the other of two firms that sign",
        ),
        pytest.param(
            "甲岳生物科技牵手白山县，计划投资2.1亿元建设菌棒工厂。",
            [("菌棒工厂", ["甲岳生物科技"], "白山县", ["2.1亿元"])],
            [],
            id="hand in hand with a county",
        ),
        pytest.param(
            "市政公用类项目包括：市政类的滨江大道三期、城北水厂扩建工程；产业类的铸造项目。",
            [
                ("滨江大道三期", [], None, []),
                ("城北水厂扩建工程", [], None, []),
                ("铸造项目", [], None, []),
            ],
            [],
            id="of a class",
        ),
        pytest.param(
            "首个签约的是浙江甲岳电器的光伏组件项目，总投资18亿元。",
            [("光伏组件项目", ["浙江甲岳电器"], None, ["18亿元"])],
            [],
            id="the first to be signed",
        ),
        pytest.param(
            "智算中心项目由中岳曙光投资，现场签约。该项目总投资22亿元，规划机柜5000个。",
            [("智算中心项目", ["中岳曙光"], None, ["22亿元"])],
            [],
            id="该项目总投资",
        ),
        pytest.param(
            "甲岳新材料项目、抽水蓄能项目等成功签约，分别由丙岳集团和丁岳公司投资建设。",
            [("甲岳新材料项目", ["丙岳集团"], None, []), ("抽水蓄能项目", ["丁岳公司"], None, [])],
            [],
            id="builders dealt out behind",
        ),
        pytest.param(
            "甲岳农牧与禾嘉市签订生猪屠宰项目，总投资4亿元；与禾山县签订饲料厂项目，总投资1.5亿元。",
            [
                ("生猪屠宰项目", ["甲岳农牧"], "禾嘉市", ["4亿元"]),
                ("饲料厂项目", ["甲岳农牧"], "禾山县", ["1.5亿元"]),
            ],
            [],
            id="the same firm signs with another county",
        ),
        pytest.param(
            "甲岳化工拿出6亿元上马双氧水装置，配套的仓储中心由乙岳物流承建，投资1.1亿元。",
            [
                ("仓储中心", ["乙岳物流"], None, ["1.1亿元"]),
                ("双氧水装置", ["甲岳化工"], None, ["6亿元"]),
            ],
            [],
            id="money taken in hand, and what belongs to it",
        ),
        pytest.param(
            "最小的老茶馆改造项目，投资仅800万元。",
            [("老茶馆改造项目", [], None, ["800万元"])],
            [],
            id="the smallest",
        ),
        pytest.param(
            "此次开工的项目中，既有投资10亿元的食品产业园，也有投资4亿元的体育公园。",
            [("食品产业园", [], None, ["10亿元"]), ("体育公园", [], None, ["4亿元"])],
            [],
            id="there is the one, there is the other",
        ),
    ],
)
def test_chinese_projects_are_entered_with_what_is_said_of_them(
    resolve_text, text, projects, shares
):
    """Each has its investors, place and amount; joint ones are in a group."""
    record = resolve_text(_LEAD + text).record

    assert [
        (one.name, list(one.investors), one.place, [a.as_written for a in one.amounts])
        for one in record.projects
    ] == projects
    assert [
        (
            one.label,
            one.count.as_written.removesuffix("项目").rstrip("个"),
            [a.as_written for a in one.amounts],
        )
        for one in record.shares
    ] == shares


def test_a_bracket_holds_the_amount_and_the_place(resolve_text):
    """The comma inside a bracket ends no entry of the list."""
    text = (
        "9月28日，松阳市举行集中开工活动，96个项目集中开工，总投资678.5亿元。同日开工的还有："
        "庚山智能家居产业园（总投资12亿元，东城区）、辛水抽水蓄能电站（总投资85亿元，松山县）、"
        "松阳至溪口高速公路（总投资62亿元）。"
    )

    projects = resolve_text(text).record.projects

    assert [(one.name, one.place, one.amounts[0].as_written) for one in projects] == [
        ("庚山智能家居产业园", "东城区", "12亿元"),
        ("辛水抽水蓄能电站", "松山县", "85亿元"),
        ("松阳至溪口高速公路", None, "62亿元"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("其中，文旅项目投资Ⓜ，占Ⓟ", []),
        ("其中，锂电池项目总投资Ⓜ，占总投资的Ⓟ，由甲集团投资建设", ["锂电池项目"]),
    ],
)
def test_a_kind_with_a_share_is_a_group_unless_somebody_builds_it(text, names):
    """占Ⓟ makes a short name a group of projects, 由甲集团投资 a project after all."""
    told = chinese_mentions(text)

    assert [text[slice(*name)] for mention in told for name in mention.names] == names
