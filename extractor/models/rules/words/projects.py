"""The words by which named projects are told of: what is built, who builds, how it is said.

Both over the reading; what is Chinese stands there in simplified letters.
"""

from extractor.patterns import Pattern

# What is built, as the last word of a name.
WORKS_ZH = (
    r"项目|工程|扩产|扩能|技改|基地|产业园|科技园|工业园|物流园|园区|园|中心|生产线|产线|晶圆线|线|工厂|加工厂|厂房|厂|电站|电厂|站"
    r"|扩建|迁建|改造提升|改造升级|综合整治|综合体|商贸城|新城|城|小镇|校区|厂区|酒店|民宿|集群|医院|院区|学校|中学|小学|幼儿园|大道|路|北延|南延|东延|西延|改造"
    r"|修缮|综合开发|开发|(?<![在来赴香留驻访])港|楼|案场|码头|泊位|总部|实验室|研究院|仓库|冷库|谷|广场|社区|乐园|度假区|度假村|景区|牧场|养殖场"
    r"|农场|平台|车间|馆|大厦|桥|隧道|枢纽|岛|厨房|渔港|矿山|矿|机场|公园|庄园|田园综合体|风电场|光伏场|市场"
)
BUILD_ZH = r"建成|建置|再造|再建|新上|开办|兴办|建设|兴建|新建|打造|建造|修建|设立|实施|开发|投建|布局|扩建|建立|上马|设置|成立|开设|改建为|扩建|改建|建|设(?!计|备|施)"
INVEST_ZH = r"追加投资|加码|砸下|拿出|投资|斥资|斥(?=Ⓜ)|出资|投入|投下|投(?=Ⓜ)|注资|豪掷|引资|引进资金|总投资|投放|拟以|将以"
BODY_ZH = (
    r"有限责任公司|股份有限公司|有限公司|株式会社|公司|集团|股份|控股|实业|科技|企业|商会|银行|学院|大学|研究院"
    r"|资本|基金|厂商|电子|精密|智造|物流|机械|重工|精工"
)
FIRM_END_ZH = (
    r"公司|集团|股份|控股|实业|科技|技术|企业|株式会社|研究院|研究所|实验室|学院|大学|银行|医药|制药|药业|生技|医疗|器械|基因|生物|智能|智造|智算|视觉|数据|网络|软件|信息|通信|传媒|文旅|旅游"
    r"|新材料?|材料|膜业|气体|包装|重装|装备|能源|电力|光电|电子|电器|电气|电机|电缆|半导体|微电|精密|精工|精机|机电|机械|机械人|机器人|模具|阀门|轴承|汽车|动力|航空|航天|船舶|化工|化学|合成|精化"
    r"|钢铁|铝业|铜业|矿业|水泥|玻璃|陶瓷|建材|建设|建工|置业|地产|家居|家具|木业|纸业|印染|纺织|丝绸|服饰|服装|针织|家纺|鞋业|食品|饮料|乳业|糖业|茶业|酒业|粮油|种业|农业|牧业|渔业|水产|饲料|水肥"
    r"|物流|货运|快运|速运|航运|供应链|冷链|仓储|商贸|贸易|电商|商业|超市|环保|水务|交投|城投|建投|投资|资本|基金|健康|养老|教育|咨询|检测"
)
"""How names of firms end; wider than the other lists, for places where a firm is looked for."""
TRADE_ZH = (
    r"新能源|新材料|食品|糖业|针织|家纺|纺织|金属|冷链|科技|股份|集团|电子|机械|药业|化工|实业|控股|重工|精工|智造|铝业|钢铁"
    r"|服饰|鞋业|农业|生物|医药|能源|电气|光电|半导体|环保|置业|商贸|电器|精密|塑胶|乳业|茶业|酒业|纸业|木业|矿业|船业|车业|粮油|牧业|水产"
)
GENERIC_ZH = Pattern(
    r"(?:本次|此次|这次|这些|这批|上述|全部|所有|全市|全县|全区|全省|该县|该市|该区|我市|我县|我区|我镇|各|重点|优质|签约|集中|开工|动工|投产|竣工|落地|新|新增|招商|招商引资|引进"
    r"|产业|工业|农业|服务业|制造业|先进制造业|现代服务业|现代农业|基础设施|民生|外资|内资|港资|台资|合作|投资|建设|正式|意向|省级|市级|县级|省|市|县|区|亿元|大|好|高新|园区|类"
    r"|项目|工程|的|个|主|分|会场|重|其他|其余|剩余|多个|一批|等|在建|续建|企业|上市公司|央企|[ⒸⓃⒷⓄ]|以上|以下|及|和|与|、|成功|现场|年度|[一二三四首]季度|计划|单体|最大宗|最|拟|已|将|目前|有|共)+"
)

LEAST_OUTLAY = 10_000
"""What a project costs at least, in any currency; what is less is a fare, a wage or a price."""

# Who builds, in English.
BUILD_EN = r"build|set up|construct|open|install|put up|erect|establish|develop|launch|create|add|expand|run|operate|make|move|relocate|turn|convert|start"
BUILDING_EN = (
    r"build(?:s|ing)?|built|set(?:s|ting)? up|construct(?:s|ed|ing)?|open(?:s|ed|ing)?|install(?:s|ed|ing)?|put(?:s|ting)? up|erect(?:s|ed|ing)?"
    r"|establish(?:es|ed|ing)?|develop(?:s|ed|ing)?|launch(?:es|ed|ing)?|creat(?:es?|ed|ing)|add(?:s|ed|ing)?|expand(?:s|ed|ing)?|run(?:s|ning)?"
    r"|operat(?:es?|ed|ing)|mak(?:es?|ing)|mov(?:es?|ed|ing)|relocat(?:es?|ed|ing)|turn(?:s|ed|ing)?|convert(?:s|ed|ing)?|start(?:s|ed|ing)?"
)
INVEST_EN = r"invest(?:s|ed|ing)?|spend(?:s|ing)?|spent|put(?:s|ting)?|set(?:s|ting)? aside|commit(?:s|ted)?|pour(?:s|ed|ing)?|plough(?:s|ed)?|pump(?:s|ed)?|inject(?:s|ed)?|allot(?:s|ted)?|pledge[sd]?|earmark(?:s|ed)?"
