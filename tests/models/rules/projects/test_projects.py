"""Named projects, in all styles of the genre: names, investors, places, amounts, joint amounts."""

import pytest

from extractor.models.rules.news.background import Background
from extractor.models.rules.projects.chinese_frames import FRAMES as CHINESE_FRAMES
from extractor.models.rules.projects.chinese_projects import chinese_mentions
from extractor.models.rules.projects.english_projects import FRAMES as ENGLISH_FRAMES
from extractor.models.rules.projects.english_projects import english_mentions
from extractor.models.rules.projects.projects import find_projects

EXAMPLES = [
    pytest.param(mentions, frame, example, id=f"{frame.read.__name__}: {example.text[:40]}")
    for mentions, frames in (
        (chinese_mentions, CHINESE_FRAMES),
        (english_mentions, ENGLISH_FRAMES),
    )
    for frame in frames
    for example in frame.examples
]


@pytest.fixture
def projects_of(read):
    """Return a function that gives a text's projects: name, investors, place, amounts."""

    def read_text(text: str) -> list[tuple[str, list[str], str | None, list[str]]]:
        reading = read(text)
        return [
            (
                reading.quote(*project.name),
                [reading.quote(*body) for body in project.investors],
                reading.quote(*project.place) if project.place else None,
                [mark.figure.as_written for _, mark in project.amounts],
            )
            for project in find_projects(reading, Background(reading)).projects
        ]

    return read_text


@pytest.mark.parametrize(("mentions", "frame", "example"), EXAMPLES)
def test_every_frame_reads_its_examples(mentions, frame, example):
    """A frame's examples give the names, investors and place that stand beside them."""
    told = mentions(example.text)

    assert not frame.cues or any(cue in example.text for cue in frame.cues)
    assert tuple(example.text[a:b] for m in told for a, b in m.names) == example.names
    assert tuple(example.text[a:b] for m in told for a, b in m.investors) == example.investors
    if example.place is not None:
        assert told[-1].place is not None
        assert example.text[slice(*told[-1].place)] == example.place


def test_every_frame_has_an_example():
    """No way to tell of a project stands untested."""
    assert all(frame.examples for frame in (*CHINESE_FRAMES, *ENGLISH_FRAMES))


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        pytest.param(
            "由中岳控股集团投资建设的500兆瓦渔光互补发电项目总投资25亿元，落户临江经开区。",
            [("500兆瓦渔光互补发电项目", ["中岳控股集团"], "临江经开区", ["25亿元"])],
            id="zh: investor in front, place behind",
        ),
        pytest.param(
            "总投资8.5亿元的封装测试项目、总投资6亿元的智能化改造项目集中开工。",
            [("封装测试项目", [], None, ["8.5亿元"]), ("智能化改造项目", [], None, ["6亿元"])],
            id="zh: amounts in front, in a list",
        ),
        pytest.param(
            "南河水电公司拟投资40亿元，建设抽水蓄能电站，项目选址大岭镇。",
            [("抽水蓄能电站", ["南河水电公司"], "大岭镇", ["40亿元"])],
            id="zh: over two clauses",
        ),
        pytest.param(
            "签约的还有：甲县智慧农业园，投资4.5亿元；县职业学校实训基地；北湖物流园，投资近2亿元。",
            [
                ("甲县智慧农业园", [], None, ["4.5亿元"]),
                ("县职业学校实训基地", [], None, []),
                ("北湖物流园", [], None, ["近2亿元"]),
            ],
            id="zh: a list, some without amount",
        ),
        pytest.param(
            "轴承产业园二期，总投资18.6亿元，年度计划投资5.2亿元，由恒岳集团建设。",
            [("轴承产业园二期", ["恒岳集团"], None, ["18.6亿元", "5.2亿元"])],
            id="zh: this year's amount, builder behind",
        ),
        pytest.param(
            "由南电集团投资65亿元建设的海上风电场、由北水集团投资58亿元建设的抽水蓄能电站等一批项目开工。",
            [
                ("海上风电场", ["南电集团"], None, ["65亿元"]),
                ("抽水蓄能电站", ["北水集团"], None, ["58亿元"]),
            ],
            id="zh: each with its investor, and others",
        ),
        pytest.param(
            "绿色建材产业园项目，由中建集团与区城投公司共同投资，总投资约18亿元。",
            [("绿色建材产业园项目", ["中建集团", "区城投公司"], None, ["约18亿元"])],
            id="zh: the investors between name and amount",
        ),
        pytest.param(
            "会议指出，要围绕汽车产业链，投资50亿元建设配套产业园，力争形成产业集群。",
            [],
            id="zh: nobody's plan is none",
        ),
        pytest.param(
            "榆北县则拿下两个大项目：沪岳针织儿童服装项目，投资2.3亿元；绍岳家纺数码印花项目，投资1.8亿元。",
            [
                ("沪岳针织儿童服装项目", ["沪岳针织"], "榆北县", ["2.3亿元"]),
                ("绍岳家纺数码印花项目", ["绍岳家纺"], "榆北县", ["1.8亿元"]),
            ],
            id="zh: a county's, behind a colon",
        ),
        pytest.param(
            "石北镇山羊养殖基地，投资1.1亿元；顺达区域物流枢纽，投资12亿元。",
            [
                ("石北镇山羊养殖基地", [], "石北镇", ["1.1亿元"]),
                ("顺达区域物流枢纽", [], None, ["12亿元"]),
            ],
            id="zh: a place in a name, and none",
        ),
        pytest.param(
            "重点项目：\n1.星海度假区三期。甲文旅集团投资28亿元，新建雪道22条。\n2.滑板生产项目。乙用品公司投资9.6亿元，落户东城区。",
            [
                ("星海度假区三期", ["甲文旅集团"], None, ["28亿元"]),
                ("滑板生产项目", ["乙用品公司"], "东城区", ["9.6亿元"]),
            ],
            id="zh: entries whose second sentence says who invests",
        ),
        pytest.param(
            "美国ABC公司投資3000萬美元新建精密儀器廠。",
            [("精密儀器廠", ["美国ABC公司"], None, ["3000萬美元"])],
            id="zh-hant: letters as they stand",
        ),
        pytest.param(
            "本次大会签约项目38个，总投资215亿元，其中工业项目20个，投资120亿元。",
            [],
            id="zh: groups are no projects",
        ),
        pytest.param(
            "会议还推介了总投资50亿元的滨江旅游度假区项目等20个重点招商项目。",
            [],
            id="zh: what is on offer is none",
        ),
        pytest.param(
            "Lorem Chemicals will invest Rs 1,200 crore to set up a soda ash plant at Ipsum.",
            [("soda ash plant", ["Lorem Chemicals"], "Ipsum", ["Rs 1,200 crore"])],
            id="en: India",
        ),
        pytest.param(
            "Lorem Steel would invest Rs 65,000 crore in a steel plant in Ipsum, while Dolor Green"
            " proposed to set up solar parks worth Rs 15,000 crore.",
            [
                ("steel plant", ["Lorem Steel"], "Ipsum", ["Rs 65,000 crore"]),
                ("solar parks", ["Dolor Green"], None, ["Rs 15,000 crore"]),
            ],
            id="en: two in a sentence",
        ),
        pytest.param(
            "The $1.5 billion petrochemical complex to be built by Lorem Oil and Ipsum Gas in Dolor.",
            [("petrochemical complex", ["Lorem Oil", "Ipsum Gas"], "Dolor", ["$1.5 billion"])],
            id="en: amount in front",
        ),
        pytest.param(
            "Lorem Group broke ground on a VND12 trillion resort complex on Ipsum Island.",
            [("resort complex", ["Lorem Group"], "Ipsum Island", ["VND12 trillion"])],
            id="en: Vietnam",
        ),
        pytest.param(
            "Other projects include a 200-bed hospital (Lorem Hospitals, Rs 350 crore) and a food"
            " park (Ipsum Foods, Rs 800 crore).",
            [
                ("200-bed hospital", ["Lorem Hospitals"], None, ["Rs 350 crore"]),
                ("food park", ["Ipsum Foods"], None, ["Rs 800 crore"]),
            ],
            id="en: investor and amount in brackets",
        ),
        pytest.param(
            "Lorem Foil and Ipsum Metal will install a copper line and a zinc line, at 1.85 billion"
            " yuan and 1.2 billion yuan respectively.",
            [
                ("copper line", ["Lorem Foil"], None, ["1.85 billion yuan"]),
                ("zinc line", ["Ipsum Metal"], None, ["1.2 billion yuan"]),
            ],
            id="en: respectively",
        ),
        pytest.param(
            "The largest investor is Lorem Energy, a battery maker. It will spend 6.2 billion yuan on"
            " a cathode plant.",
            [("cathode plant", ["Lorem Energy"], None, ["6.2 billion yuan"])],
            id="en: a pronoun points back",
        ),
        pytest.param(
            "Lorem Textile is moving a spinning mill and a garment park in from the coast, to which it"
            " allots 780 million yuan and 1.45 billion yuan respectively.",
            [
                ("spinning mill", ["Lorem Textile"], None, ["780 million yuan"]),
                ("garment park", ["Lorem Textile"], None, ["1.45 billion yuan"]),
            ],
            id="en: amounts in a clause behind",
        ),
        pytest.param(
            "The Lorem Village homestay cluster (480 million yuan) is one of them.",
            [("Lorem Village homestay cluster", [], "Lorem Village", ["480 million yuan"])],
            id="en: a place in a name",
        ),
        pytest.param(
            "The Lorem polarizer project has a total investment of 3.2 billion yuan and plans to"
            " complete 900 million yuan this year.",
            [("Lorem polarizer project", [], None, ["3.2 billion yuan", "900 million yuan"])],
            id="en: this year's amount",
        ),
        pytest.param(
            "Work began on the Lorem solar park, a 250-megawatt project worth $180 million.",
            [("Lorem solar park", [], None, ["$180 million"])],
            id="en: a plain word in apposition",
        ),
        pytest.param(
            "Lorem Power signed a deal with the Ministry of Energy to develop a wind farm in Ipsum at a"
            " cost of $1.5bn.",
            [("wind farm", ["Lorem Power"], "Ipsum", ["$1.5bn"])],
            id="en: with a ministry",
        ),
        pytest.param(
            "Among them, Lorem Valley Group's smart terminal park project has a total investment of 6"
            " billion yuan.",
            [("smart terminal park project", ["Lorem Valley Group"], None, ["6 billion yuan"])],
            id="en: a word of works in the owner's name",
        ),
        pytest.param(
            "Ipsum has set up 400 industrial parks and attracted $30 billion in FDI.",
            [],
            id="en: counted parks are no project",
        ),
        pytest.param(
            "A total of 38 projects were signed, with a total investment of 21.5 billion yuan.",
            [],
            id="en: groups are no projects",
        ),
        pytest.param(
            "The guide lists a resort (1.1 billion yuan) that is open to investors.",
            [],
            id="en: what is on offer is none",
        ),
    ],
)
def test_projects_are_read_as_told(projects_of, text, projects):
    """Names, investors, places and amounts are those that the text gives each project."""
    assert projects_of(text) == projects


@pytest.mark.parametrize(
    ("text", "label", "count", "amount"),
    [
        pytest.param(
            "东区与甲城集团签下冷链物流园、中央厨房两个项目，合计投资18.6亿元。",
            "冷链物流园、中央厨房",
            "两个",
            "18.6亿元",
            id="zh: after their names",
        ),
        pytest.param(
            "标准厂房三期、污水处理厂提标改造、滨溪路三个园区配套项目打捆实施，总投资5.7亿元。",
            "园区配套",
            "三个",
            "5.7亿元",
            id="zh: a group word behind their number",
        ),
        pytest.param(
            "北城广场、南城家居综合体等商贸项目投资额合计达22亿元。",
            "商贸",
            None,
            "22亿元",
            id="zh: after their group word",
        ),
        pytest.param(
            "Lorem Dairy plans a ranch for 10,000 cows and, some way up the valley, a milk powder plant,"
            " 2.6 billion yuan in all.",
            "ranch for 10,000 cows and, some way up the valley, a milk powder plant",
            None,
            "2.6 billion yuan",
            id="en: an aside between the names",
        ),
        pytest.param(
            "Lorem Power signed three contracts, for a sponge plant, an ingot plant and a powder"
            " plant, and budgets 3.9 billion yuan for the lot.",
            "sponge plant, an ingot plant and a powder plant",
            "three",
            "3.9 billion yuan",
            id="en",
        ),
    ],
)
def test_projects_with_one_amount_between_them_share_a_group(read, text, label, count, amount):
    """A joint amount is that of a group named after its projects, and each is its member."""
    reading = read(text)

    found = find_projects(reading, Background(reading))

    (group,) = found.joint
    assert group.label == label
    assert (group.count.figure.as_written if group.count else None) in {count, f"{count}项目"}
    assert [mark.figure.as_written for _, mark in group.amounts] == [amount]
    assert all(project.groups == [group] and not project.amounts for project in found.projects)


def test_figures_of_agreements_are_left_to_them(read):
    """An amount that an agreement has claimed is given to no project."""
    reading = read("Lorem Power will build a wind farm for 3.3 billion yuan.")
    claimed = frozenset(mark.figure.id for _, mark in reading.marks(0, len(reading.text)))

    found = find_projects(reading, Background(reading), claimed=claimed)

    assert [project.amounts for project in found.projects] == [[]]


def test_figures_of_projects_are_named_for_the_groups(read):
    """Amounts, targets and the numbers in a name are given as the projects' own."""
    reading = read("甲石墨公司投资16.8亿元建设年产5万吨石墨项目，达产后年纳税1.2亿元。")

    ids = find_projects(reading, Background(reading)).figure_ids(reading)

    assert ids == {mark.figure.id for _, mark in reading.marks(0, len(reading.text))}


@pytest.mark.parametrize(
    ("text", "investor"),
    [
        ("金额最高的是甲半导体。该公司将在科学园区兴建晶圆厂，投资112亿元。", "甲半导体"),
        (
            "工地上，甲新能源有限公司经理说，由该公司投资建设的电池产业园总投资56亿元。",
            "甲新能源有限公司",
        ),
        ("返乡创办山里公司，投资2亿元建设茶油加工项目。", "山里公司"),
    ],
)
def test_the_firm_takes_up_the_one_named_before(read, text, investor):
    """公司 and a firm just founded mean the name in the words before."""
    reading = read(text)

    (project,) = find_projects(reading, Background(reading)).projects

    assert [reading.quote(*body) for body in project.investors] == [investor]


def test_what_a_chinese_project_has_is_its_own(read):
    """Counts of what is installed or rebuilt are claimed, and make no group."""
    reading = read("甲集团投资5亿元建设数据中心，一期安装机架6000个。")

    found = find_projects(reading, Background(reading))

    ids = {mark.figure.as_written: mark.figure.id for _, mark in reading.marks(0, 99)}
    assert found.described == {ids["6000个"]}


@pytest.mark.parametrize(
    ("text", "projects"),
    [
        pytest.param(
            "Lorem Textiles, which supplies two of the largest retailers, wants to open a"
            " garment park in Dolor for $23 million.",
            [("garment park", ["Lorem Textiles"], "Dolor", ["$23 million"])],
            id="an aside with a count",
        ),
        pytest.param(
            "Lorem Sun, a local developer, has a contract for a $64 million solar farm.",
            [("solar farm", ["Lorem Sun"], None, ["$64 million"])],
            id="a contract for works",
        ),
        pytest.param(
            "And Lorem Logistics signed for a logistics park of up to $400 million.",
            [("logistics park", ["Lorem Logistics"], None, ["up to $400 million"])],
            id="behind a conjunction",
        ),
        pytest.param(
            "The investor of the Dolor Spring Water Base is Lorem Beverage, which took out"
            " 800 million yuan.",
            [("Dolor Spring Water Base", ["Lorem Beverage"], None, ["800 million yuan"])],
            id="the investor of it is",
        ),
        pytest.param(
            "The Dolor Storage Industrial Park, which is the main venue, is constructed by"
            " Lorem Power in two phases, costing 3.6 billion yuan.",
            [("Dolor Storage Industrial Park", ["Lorem Power"], None, ["3.6 billion yuan"])],
            id="built by, far behind",
        ),
        pytest.param(
            "Lorem Bio's glass line was settled in Dolor Zone. This 450 million yuan project"
            " will be completed soon.",
            [("glass line", ["Lorem Bio"], "Dolor Zone", ["450 million yuan"])],
            id="its amount in the next sentence",
        ),
        pytest.param(
            "Two solar farms are in hand too: Lorem's at Dolor and Ipsum's at Amet, at"
            " $52 million and $39 million respectively.",
            [
                ("solar farms", ["Lorem"], None, ["$52 million"]),
                ("solar farms", ["Ipsum"], None, ["$39 million"]),
            ],
            id="several under one plural",
        ),
        pytest.param("Nobody offered to build a school.", [], id="nobody's is none"),
    ],
)
def test_english_projects_are_read_whatever_stands_between(projects_of, text, projects):
    """Asides, conjunctions and sentences between a firm and its project part them not."""
    read = [(name, bodies, place, amounts) for name, bodies, place, amounts in projects_of(text)]

    assert [(name, bodies, amounts) for name, bodies, _, amounts in read] == [
        (name, bodies, amounts) for name, bodies, _, amounts in projects
    ]


def test_projects_listed_under_a_count_are_members_of_its_group(read):
    """What a count lists by name is a project each, with the amount their group's."""
    reading = read(
        "There are three cold storage projects, namely Lorem Port, Ipsum Logistics Center and"
        " Dolor Store, whose investments add up to 2.7 billion yuan."
    )
    found = find_projects(reading, Background(reading))

    (group,) = found.joint
    assert [reading.quote(*project.name) for project in found.projects] == [
        "Lorem Port",
        "Ipsum Logistics Center",
        "Dolor Store",
    ]
    assert (group.label, group.count.figure.value) == ("cold storage", 3)
    assert [mark.figure.as_written for _, mark in group.amounts] == ["2.7 billion yuan"]


@pytest.mark.parametrize(
    ("behind", "count"),
    [
        pytest.param("等商贸项目总投资15亿元，商铺300间。", None, id="shops are no projects"),
        pytest.param("等商贸项目总投资15亿元，客房600间。", None, id="nor are rooms"),
        pytest.param("等5个商贸项目总投资15亿元，商铺300间。", "5个", id="a count of projects"),
    ],
)
def test_things_counted_behind_listed_projects_are_not_their_number(read, behind, count):
    """More than are named are counted by what counts projects, or right behind the names."""
    reading = read("青山县集中签约12个项目\n城南广场、滨江酒店" + behind)
    found = find_projects(reading, Background(reading))

    (group,) = found.joint
    assert (group.count.figure.as_written if group.count else None) == count


@pytest.mark.parametrize(
    "where",
    ["at the Ipsum Grand Hotel", "in the main venue of the Ipsum Grand Theater"],
)
def test_the_house_that_projects_were_signed_in_is_none(projects_of, where):
    """The sum behind it is theirs."""
    text = f"40 projects were signed {where}, with a total investment of 35.9 billion yuan."

    assert not projects_of(text)
