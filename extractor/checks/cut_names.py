"""Chinese names that are cut: 能源集 of 能源集团, 禾山 of 禾山区.

No space marks where a Chinese name ends, so what is left of one that lost a character stands in the
article too, and grounding alone lets it pass. It is told where a name is a single character, where its
end goes through a word that such articles are full of, and where the rank of a place was lost or
is all but alone.
"""

from collections.abc import Iterator, Sequence

from extractor.alignment import mentions
from extractor.article import Span
from extractor.checks.entries import EVENT
from extractor.checks.subject import Subject
from extractor.draft.names import PLAIN_GROUPS, PLAIN_MEASURES
from extractor.draft.scripts import both_scripts
from extractor.patterns import Pattern
from extractor.violations import Violation

_WORDS = both_scripts(
    "集团 公司 企业 国企 控股 股份 有限 实业 置业 投资 外资 内资 增资 外商 日商 银行 政府 协会 学院 大学 "
    "项目 工程 基地 园区 中心 平台 总部 高新 经开 开发 建设 设施 签约 招商 推介 合作 协议 合同 战略 意向 "
    "大会 论坛 仪式 活动 国际 经济 贸易 流通 金融 物流 服务 文化 旅游 教育 研发 创新 科技 技术 信息 软件 "
    "产业 工业 农业 食品 加工 制造 装备 设备 机械 电子 电力 电商 数字 智能 汽车 化工 医药 医疗 生物 卫生 "
    "材料 新材 纤维 纺织 能源 储能 光伏 绿能 环保 先进 发展 生产 年产 月产 日产 投产 扩产 联合 采购 "
    "以上 以下 以内 亿元 万元 备忘录 供应链 机器人 半导体 互联网 润滑油 促进会 交易所 高新区 经开区 开发区 "
    "北京 上海 天津 重庆 河北 山西 辽宁 吉林 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 "
    "四川 贵州 云南 陕西 甘肃 青海 宁夏 新疆 西藏 香港 澳门 台湾 广州 深圳 东莞 杭州 宁波 苏州 南京 武汉 "
    "成都 西安 青岛 厦门 中国 美国 英国 法国 德国 日本 韩国 泰国 越南 荷兰 欧洲 东南亚 新加坡 吉隆坡"
)
_PLAIN = PLAIN_GROUPS | PLAIN_MEASURES
_CHINESE = Pattern("[\u3400-\u9fff]")
_RANKS = "县縣市区區镇鎮省"
_RANK = Pattern(f"[{_RANKS}](?![域间間位场場民值政委长長级級属屬])")
_SHORT_PLACE = Pattern(f"[^全本我该該各外园園社地新城郊{_RANKS}][{_RANKS}]")
_SHORT_FORMS = frozenset(
    "中美日英德法韩韓俄印泰越马馬欧歐港澳台臺京津沪滬渝粤粵苏蘇浙闽閩皖赣贛鲁魯湘鄂川黔滇桂琼瓊豫冀晋晉陕陝甘宁寧疆藏蒙辽遼吉黑"
)
"""Places that a single character stands for: 沪苏浙."""


def check_names_are_whole(subject: Subject) -> Iterator[Violation]:
    """A Chinese name neither begins nor ends inside a word."""
    text, evidence = subject.article.text, subject.resolution.evidence
    for pointer, name in subject.texts:
        place = next(iter(evidence.get(pointer, ())), None)
        if place is None or name in _PLAIN or not _CHINESE.search(name):
            continue
        whole = _whole(name, place, text)
        if whole is not None:
            owner = EVENT if pointer.startswith(EVENT) else "/".join(pointer.split("/")[:3])
            yield Violation(
                code="grounding.cut",
                message=f"{subject.title(owner)}: “{name}” is cut out of “{whole}” where it stands "
                "in the article; copy the name whole.",
                pointers=(pointer,),
                items=(subject.item(owner),),
            )


def _whole(name: str, place: Span, text: str) -> str | None:
    """Return the words that a name is cut out of wherever it stands; None where it may be whole."""
    whole = _whole_at(place, text)
    if whole is not None:
        return whole if all(_whole_at(other, text) for other in mentions(name, text)) else None
    return _lost_name(mentions(name, text), text) if _SHORT_PLACE.fullmatch(name) else None


def _whole_at(place: Span, text: str) -> str | None:
    return _halved_word(place, text) or _lost_rank(place, text) or _single(place, text)


def _halved_word(place: Span, text: str) -> str | None:
    """Return the word across an end of a place, unless two words meet there: 研发|展示."""
    for cut in place:
        for start, end in ((cut - 2, cut + 1), (cut - 1, cut + 2)):
            if text[start:end] in _WORDS:
                return text[start:end]
        word = text[cut - 1 : cut + 1]
        if word in _WORDS and not _WORDS & {text[cut - 2 : cut], text[cut : cut + 2]}:
            return word
    return None


def _lost_rank(place: Span, text: str) -> str | None:
    """Return the place with the rank that follows it: 禾山区."""
    start, end = place
    last = text[end - 1]
    if last not in _RANKS and _CHINESE.match(last) and _RANK.match(text, end):
        return text[start : end + 1]
    return None


def _single(place: Span, text: str) -> str | None:
    """Return a single character with its neighbours, where one of them is Chinese."""
    start, end = place
    around = text[max(start - 1, 0) : end + 1]
    if end - start > 1 or text[start] in _SHORT_FORMS or len(_CHINESE.findall(around)) < 2:
        return None
    return around


def _lost_name(places: Sequence[Span], text: str) -> str | None:
    """Return a place of one character and its rank with what stands before it every time: 清禾县."""
    befores = {text[max(start - 1, 0) : start] for start, _ in places}
    if len(places) < 2 or len(befores) > 1:
        return None
    start, end = places[0]
    before = befores.pop()
    return text[start - 1 : end] if _CHINESE.match(before) and before not in _RANKS else None
