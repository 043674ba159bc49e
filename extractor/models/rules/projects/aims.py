"""The ways to state what a project is to make or bring once it runs, as data.

Over the reading, in both languages: output, value, tax, jobs, exports.
"""

from dataclasses import dataclass

from extractor.models.rules.words.cued import Cued


@dataclass(frozen=True, slots=True)
class Aim:
    """A way to state a target.

    Attributes:
        pattern: over the reading, the figure in group `f`; group
            `measure` holds the words that name it.
        measure: the plain measure where the text names none.
        examples: a text in the reading for every way it is said.
    """

    pattern: Cued
    measure: str | None
    examples: tuple[str, ...]


def _aim(cues: str, pattern: str, *examples: str, measure: str | None = None) -> Aim:
    return Aim(Cued(cues, pattern), measure, examples)


_THING = "[ⓆⓃⒸⓄ]"
_TO_ZH = r"(?:可望|有望|上看|可以|可|能|(?:达到|达|实现|约|为|超过|超|逾|近|突破)|预计|将)*"
_EN_TO = r"(?: (?:of|to|is|are|was|will be|is expected to be|to be|up to|about|around|some|over|reaching|will reach|reach|can reach|may reach|is estimated to(?: reach| be)?|is projected to(?: reach| be)?|estimated at|is estimated at|can be|after reaching production is|at))*"

CHINESE = (
    _aim(
        "年",
        rf"(?P<measure>(?:每?年|年均)(?:可|将|预计)*(?:生产|产能|产|加工|处理|吞吐|消化|消纳|回收|发电|销售|出栏|存栏|屠宰|供应|周转|接待|配送|储运|利用|印染|织造|组装|冶炼|封测)(?:游客|旅客)?(?:[^，,。；;、ⓆⓃⒸⓂⒷⓅ产值税]{{0,6}}?(?:能力|量|规模))?)(?P<what>[^，,。；;ⓆⓃⒸⓂⒷⓅ值税]{{0,20}}?){_TO_ZH}(?P<f>{_THING})",
        "年产Ⓠ碳纤维",
        "年产高端轴承Ⓝ",
        "年吞吐能力Ⓠ",
        "年发电量Ⓠ",
        "年处理固废Ⓠ",
        "年加工Ⓠ富硒茶",
    ),
    _aim(
        "年",
        rf"(?P<measure>年(?:均|可|新增|创|实现|上缴|缴纳|缴(?=税收))*(?:工业|综合|总)?(?:产值|综合收入|旅游收入|收入|税|缴税|创税|销售收入|销售额|营业收入|营收|主营业务收入|纳税额|纳税|税收|利税|上缴税金|税金|交税|贡献税收|创汇|出口额|出口创汇|利润|净利润)){_TO_ZH}(?P<f>Ⓜ)",
        "年产值Ⓜ",
        "年销售收入Ⓜ",
        "年产值可达Ⓜ",
        "年可创税收Ⓜ",
        "年纳税Ⓜ",
    ),
    _aim(
        "年",
        rf"(?:年|每年)[^，,。；]{{0,6}}?(?P<measure>产值|销售收入|营业收入|税收|利税|创税收|创税|纳税|缴税|交税|上缴税金|利润|出口额){_TO_ZH}(?P<f>Ⓜ)",
        "每年可创税收Ⓜ",
        "年创税收Ⓜ",
    ),
    _aim(
        "营收|产值|收入",
        rf"(?P<measure>年(?:营收|产值|收入)贡献){_TO_ZH}(?P<f>Ⓜ)",
        "年营收贡献Ⓜ",
    ),
    _aim(
        "税|利润|销售收入|产值|营收",
        rf"[，、](?:预计)?(?:实现|可实现)?(?P<measure>税收|利税|纳税|利润|销售收入|产值|年营收|营收){_TO_ZH}(?P<f>Ⓜ)",
        "年产值Ⓜ，税收Ⓜ",
        "实现年产值Ⓜ、利税Ⓜ",
    ),
    _aim(
        "达产|投产|建成|全部|运营|满产",
        rf"(?:达产|投产|建成|全部|运营|满产)[^，,。；]{{0,10}}?(?P<measure>产值|销售收入|营业收入|税收|利税|纳税){_TO_ZH}(?P<f>Ⓜ)",
        "达产后产值Ⓜ",
    ),
    _aim(
        "就业|用工",
        rf"(?:可|提供|创造|增加|新增)*(?P<measure>(?:带动|吸纳|解决|安置)?(?:就业|用工)(?:岗位|人数|人口)?){_TO_ZH}(?P<f>{_THING})",
        "可提供就业岗位Ⓒ",
        "带动就业Ⓝ",
        "解决就业Ⓝ",
    ),
    _aim(
        "就业|岗位|工作机会|职位|职缺|工人",
        r"(?:提供|新增|创造|带动|解决|吸纳|安置)(?P<f>[ⓃⒸ])(?:个|人|余人|名)?(?:的)?(?P<measure>就业(?:岗位|机会)?|(?:工作)?岗位|工作机会|职位|职缺|工人)",
        "提供Ⓒ就业岗位",
        "带动Ⓝ就业",
    ),
    _aim(
        "出口|外销|返销|销往",
        r"(?P<f>Ⓟ)[^，,。；;ⓂⓅⒸ]{0,8}?(?P<out>(?:供|用于)?(?:出口|外销|返销|销往)[^，,。；;、]{0,6})",
        "产品Ⓟ出口",
        "Ⓟ供出口",
    ),
    _aim(
        "出口|外销",
        rf"(?P<measure>(?:出口|外销)(?:比重|比例|占比)){_TO_ZH}(?P<f>Ⓟ)",
        "外销比重Ⓟ",
    ),
    _aim(
        "供应",
        r"(?P<f>Ⓟ)(?:产品)?(?P<out>供应[^，,。；;、ⓂⓅⒸ]{2,8})",
        "Ⓟ供应东盟市场",
    ),
    _aim(
        "产能", rf"(?P<measure>(?:设计)?产能){_TO_ZH}每[月日年](?P<f>{_THING})", "设计产能为每月Ⓝ"
    ),
    _aim(
        "月|日",
        rf"(?P<measure>[月日](?:产|处理|加工)(?:能力|能|量)?)[^，,。；、ⓆⓃⒸⓂ]{{0,6}}?{_TO_ZH}(?P<f>{_THING})",
        "日处理污水Ⓠ",
        "月产Ⓝ",
    ),
    _aim("/年", r"(?P<f>Ⓠ)/年", "Ⓠ/年聚碳酸酯", measure="年产"),
    _aim("聘用|雇用|招聘", r"(?P<measure>(?:预计)?(?:聘用|雇用|招聘))(?P<f>[ⓃⒸ])", "预计聘用Ⓝ"),
    _aim(
        "带动",
        r"带动[^，。；、ⓆⓃⒸⓂ]{0,6}?(?P<f>[ⓃⒸ])(?P<measure>农户|户|群众|村民)",
        "带动Ⓝ农户种植",
    ),
    _aim(
        "带动|惠及|辐射",
        rf"(?P<measure>(?:带动|惠及|辐射)[^，。；、ⓆⓃⒸⓂ]{{0,6}}?(?:户|农民|村民|群众)){_TO_ZH}(?P<f>{_THING})",
        "带动养殖户Ⓝ",
    ),
    _aim(
        "招工|增聘|增员|聘用|招用",
        rf"(?P<measure>(?:新增)?(?:招工|增聘|增员|招用)){_TO_ZH}(?P<f>[ⓃⒸ])",
        "招工Ⓝ",
        "增聘Ⓝ员工",
    ),
    _aim(
        "机会|岗位",
        rf"(?P<measure>(?:创造|提供|新增|带来)[^，。；、ⓆⓃⒸⓂ]{{0,4}}?(?:就业|工作)(?:机会|岗位)){_TO_ZH}(?P<f>[ⓃⒸ])",
        "创造本国就业机会Ⓒ",
    ),
    _aim(
        "年|Ⓠ可|Ⓠ能",
        rf"(?P<measure>(?:Ⓠ(?=[可能])|(?:[每一]|(?<![今去明当两三本同近多数全百千周成青常历Ⓞ])(?=年))年)(?:可|能|将|预计|均)*(?![度内底初来前后代级份终中末报会时轻龄货以起开完计增底间])(?:[\u3400-\u9fff](?<![年月日占投建招第近超约达])){{2,8}}?){_TO_ZH}(?P<f>[ⓆⓃ])",
        "每年可出货设备Ⓝ",
        "年可修理机床Ⓝ",
        "Ⓠ能装卸煤炭Ⓠ",
        "年供热面积预计Ⓠ",
    ),
    _aim("引入", r"(?P<measure>引入[^，,。；、ⓆⓃⒸⓂ]{0,6}?企业)(?P<f>[ⓃⒸ])", "引入配套企业Ⓝ"),
)

ENGLISH = (
    _aim(
        "nnual|early|aily|onthly",
        rf"(?P<measure>(?:[Aa]nnual(?:ly)?|[Yy]early|[Dd]aily|[Mm]onthly) (?:production |processing |handling |treatment |design(?:ed)? )?(?:output|capacity|production|processing|throughput|handling|generation|intake|treatment|yield)(?: value| capacity| volume)?)(?: capacity)?{_EN_TO} (?P<f>[ⓆⓃⒸⓂ])",
        "an annual output of Ⓠ",
        "annual processing Ⓠ of fresh fruits",
        "with an annual capacity of Ⓠ",
        "the annual output value after reaching production is Ⓜ",
        "daily output of Ⓝ pieces",
        "which will bring annual output to Ⓝ blades",
    ),
    _aim(
        "nnual|early",
        rf"(?P<measure>(?:[Aa]nnual|[Yy]early) (?:sales(?: revenue| income)?|revenue|turnover|income|exports?(?: value| volume)?|tax(?:es)?(?: revenue| payment| contribution)?|profits?|production value))(?: after \w+ \w+)?{_EN_TO} (?P<f>Ⓜ)",
        "annual sales of Ⓜ",
        "an annual export value of Ⓜ",
        "with an annual export of Ⓜ",
    ),
    _aim(
        "output|tax|sales|export|revenue|turnover|profit",
        r"(?P<f>Ⓜ)(?: (?:a|per|each|every) year)? (?:in|of) (?:annual |yearly )?(?P<measure>output value|output|taxes|tax(?: revenue)?|sales(?: revenue)?|exports?|revenue|turnover|profits?)\b",
        "Ⓜ a year in output value",
        "Ⓜ in taxes",
        "pay Ⓜ in tax",
    ),
    _aim(
        "output value of|sales revenue of|tax revenue of|taxes of|export value of|exports of",
        r"(?P<measure>output value|sales revenue|tax revenue|taxes|export value|exports) of (?P<f>Ⓜ)",
        "output value of Ⓜ",
    ),
    _aim(
        "sales income|output value|tax|revenue|turnover|profit",
        r"(?P<measure>(?:sales (?:income|revenue)|output value|profits? and tax(?:es)?|taxe?s? and profits?|tax(?:es)?|tax revenue|revenue|turnover|profits?))(?:,? (?:is|are|will|can|may|of|to|be|expected|estimated|reach|exceed|projected|about|over))* (?P<f>Ⓜ)",
        "the profit and tax are Ⓜ",
        "its tax is expected to be Ⓜ",
        "annual sales income Ⓜ, tax Ⓜ",
    ),
    _aim(
        "export|sold |shipped ",
        r"(?:of which,? (?P<f>Ⓟ)|(?P<f2>Ⓟ) of (?:it|them|which|these|the \w+)) (?:(?:is|are|will|to|be|being|meant|intended|destined) )*(?P<out>(?:for )?export(?:ed)?\b(?: to [A-Z]\w+(?: [A-Z]\w+)*)?|(?:sold|shipped) (?:abroad|overseas|to (?:the )?[A-Za-z]\w+))",
        "of which Ⓟ is exported to South Asia",
        "Ⓟ of it meant for export",
        "Ⓟ of the meat will be shipped to the Gulf",
    ),
    _aim(
        "Ⓠ/d|Ⓠ per day|Ⓠ a day",
        r"(?P<f>Ⓠ)(?:/d\b| (?:a|per) day)",
        "Ⓠ/d rolled glass",
        measure="daily output",
    ),
    _aim(
        "jobs|job opportunities|positions",
        r"(?:creat\w+|provid\w+|generat\w+|bring\w*|offer\w*|and|,|add\w*|yield\w*|for) (?:about |some |up to |over )?(?P<f>[ⓃⒸⓆ])(?: (?:new|direct|local|permanent|full-time|more|and|indirect|skilled))* (?P<measure>jobs|job opportunities|positions)\b",
        "create Ⓝ jobs",
        "and Ⓝ new jobs",
    ),
    _aim(
        "mploy|hire|hiring|Hiring|jobs|work",
        r"(?P<measure>[Ee]mploy(?:ment|ing)?|hire|[Hh]iring|jobs|work|workforce)(?: of| for| to)? (?P<f>[ⓃⒸⓆ])(?: (?:more|local|young))*(?= (?P<unit>people|workers|staff|employees|persons|locals|youths?|villagers|residents|women|graduates|hands|engineers)|$|[,;.])",
        "employ Ⓒ people",
        "solve employment of Ⓒ people",
        "hiring Ⓝ more workers",
        "a workforce of Ⓒ people",
    ),
    _aim(
        " year| day| month",
        r"(?P<measure>handle|process|treat|take in|consume|recycle|store|supply|processing|handling|treating|recycling) (?:about |some |up to |over )?(?P<f>[ⓆⓃⒸ])[^,;:.ⓆⓃⒸⓂ]{0,50}? (?:a|per|each|every) (?:year|day|month)",
        "it is to handle Ⓠ a year",
        "that can take in Ⓠ a year",
        "which can consume Ⓠ of bamboo a year",
    ),
    _aim(
        " year| day| month",
        r"(?P<measure>produce|make|turn out|making|producing|generate|generating) (?:about |some |up to |over )?(?P<f>[ⓆⓃⒸ])[^,;:.ⓆⓃⒸⓂ]{0,50}? (?:a|per|each|every) (?P<period>year|day|month)",
        "it can produce Ⓝ sets of tractors and harvesters a year",
        "a plant making Ⓠ of film a year",
        measure="annual output",
    ),
    _aim(
        "people |workers |villagers |residents |locals |women ",
        r"(?P<f>[ⓃⒸ]) (?P<unit>people|workers|villagers|residents|locals|women) (?:can|will|would|could|are to) (?:be )?(?P<measure>employed|hired|work|find work|find jobs|get jobs)\b",
        "Ⓝ people can be employed",
        "so that Ⓝ villagers can work at home",
    ),
    _aim(
        " year|annually|yearly|per annum",
        r"(?P<f>[ⓆⓃⒸ])[^,;:.ⓆⓃⒸⓂ]{0,40}? (?:(?:can|will|would|could|are to) [^,;:.ⓆⓃⒸⓂ]{2,40} (?:each|every|per|a) year|annually|yearly|every year|per annum)\b",
        "Ⓝ sets of axles can be made every year",
        "will crush Ⓠ of fruit annually",
        measure="annual output",
    ),
    _aim(
        "households|farmers|families|villagers",
        r"(?:driv|benefit|help|lift|support)\w* (?P<f>[ⓃⒸ]) (?P<measure>households|farmers|families|villagers)",
        "drive Ⓝ households of farmers to increase income",
    ),
    _aim(
        " year| annum|-year",
        r"(?P<f>[ⓆⓃⒸ])(?: [\w-]+){0,4}?,? (?:a|per|each|every) (?:year|annum)\b|(?P<f2>[ⓆⓃⒸ])-(?:a|per)-year\b",
        "Ⓠ a year",
        "Ⓝ vehicles a year",
        "Ⓠ-a-year line",
        measure="annual output",
    ),
    _aim(
        "Ⓟ of ",
        r"(?P<f>Ⓟ) of (?:the|its|whose|their|all) (?P<measure>(?:products?|output|production)(?: will| is to| are to| would)?(?: be)?(?: go| sold back| sold| exported| shipped)?(?: abroad| overseas| to [A-Z]\w+)?)",
        "Ⓟ of whose output will go abroad",
        "Ⓟ of the products will be sold back to Europe",
    ),
)
