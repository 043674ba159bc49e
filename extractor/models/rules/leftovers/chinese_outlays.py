"""Chinese amounts left over that are the outlay on one project: what is built, and by whom.

No frame is asked for. The project is what stands behind the last verb before its word of works, be it
in the clause of the amount, in one before it or right behind it; who builds is the subject of one of
those clauses, or owns the name (甲公司的生产线).
"""

from collections.abc import Iterator

from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.chinese_names import one_name, trim_place
from extractor.models.rules.projects.chinese_sites import heading_before
from extractor.models.rules.projects.chinese_subjects import (
    BUILDS_ZH,
    VERB_ZH,
    brought_in,
    subject_of,
)
from extractor.models.rules.projects.investors import split_bodies
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.outlays import Outlays
from extractor.models.rules.projects.sequels import Sequels
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Sentence
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import LEAST_OUTLAY
from extractor.patterns import Pattern

_NAME_STARTS = Pattern(rf"(?P<builds>{BUILDS_ZH})|{VERB_ZH}|——|[将把是为：]")
_OUTLAY = Pattern(
    r"(?:总|计划|预计|协议|合同|项目|首期|合计|拟|将|各|共|追加|新增|估计?|约|达|近|超|逾|为|合起来)*+"
    r"(?:投资|斥资|出资|耗资|引资|增资|投入|投放|加码|砸下?|拿出|造价|作价|涉资|金额|投|总投|注资)*+(?:总?额|金额|规模)?(?:约|达|近|超|逾|为|是|合计|共计|共|上看)*$"
)
_BEHIND = Pattern(
    rf"，?(?:[^，；。ⓂⒸⓃ]{{0,4}}?(?:[在于到赴来](?P<place>[^，；。ⓂⒸ]{{2,16}}?))?)(?:{VERB_ZH})(?:[^，；。]{{0,8}}——)?(?P<name>(?!成|后|期|周期|规模)[^，；。ⓂⒸ\n]{{3,40}})"
)
_OF_AMOUNT = Pattern(r"的(?P<name>[^，；。ⓂⒸ\n]{3,40})")
_BARE = Pattern(
    r"\s*(?P<name>[^，、；：。ⓂⒸⓅⓃⓆⒹⓉ\s]{5,24}?)，?(?:(?:计划|协议|合同)?总?投资(?:总?额)?|总造价|项目投资)(?:约|达|近|超|逾|为|是)*$"
)
_LISTED = Pattern(r"\s*(?P<name>[^，、；：。ⓂⒸⓅⓃⒹⓉ\s]{5,24}?)，(?:约|达|近|超|逾|为|是)*$")
_NO_BARE = Pattern(
    r"^[是有为由在从把将与和]|[拟将再]$|唯一|第一|最|一个|[业类资商会年月日镇乡县市区省州者中里上下后前]$|领域|板块|企业|项目|投资|方面|其中|合计|共|活动|两者|其余|双方|累计|全部|此次|本次|这|该|他|她|它|们|我|计划|预计|平均|每|均|目前|来自|属于|签约|开工"
)
_CLAUSE = Pattern("[^，]+")
_LEAD = Pattern(r"(?:\W*[^，ⓂⒸ]{0,12}(?:上|中|里|方面|期间|现场|此外|另外|同时|其中)，)")
_LISTS = Pattern("Ⓒ[^，；。Ⓒ]{0,12}，(?:包括|分别是|分别为|即|有)(?=[^ⒸⓅ]*$)")
_STOP = Pattern("[；。]")
_NO_OUTLAY_BEFORE = Pattern(
    r"(?:产值|产出|税|营收|营业|收入|收益|销售|零售|贸易|采购|成交|交易|订单|出口|生产总值|GDP|补贴|补助|奖|贷款|授信|信贷|融资|债|基金|薪|成本|到位|利用[外港台]资|固定资产|累计|平均|单个|均|都|每|最高|学费|捐|罚|租金|规模|单价|身家|市值|估值|可望|有望|突破|完成)[^，；。]{0,12}$"
)
_NO_OUTLAY_BEHIND = Pattern(
    r"的?(?:[^，；。]{0,10}(?:基金|补贴|补助|贷款|授信|信贷|债券|奖金|奖励|额度|产值|税|销售额|大关|股权))|以[上下]者|规模的"
)
_NO_NAME = Pattern(
    "协议|合同|备忘录|意向|典礼|仪式|大会|会议|活动|资金|[总金数]额|企业$|业者|客商|^.{0,8}项目$(?<=签约的项目)|\n"
)
_COUNTED = Pattern(
    "[ⒸⓃ](?:企业|厂商|公司|业者|项目)?(?:，|、)?(?:共|合计|总|计划|协议|投资|金额|涉资|额|约|为|达|、)*$"
)
_NEXT_ENTRY = Pattern("(?<=项目)(?:、|和|以?及)")
"""Between entries of a list: 甲公司Ⓜ的X项目、乙公司Ⓜ的Y项目."""
_PAID_BY = Pattern(
    r"(?:项目)?由(?P<inv>[^，；。ⓂⒸ]{2,30}?)(?:独家|共同|联合|计划|拟|将|全额)*(?:投资|出资|投入|斥资)(?:建设)?(?:约|达|近|超|逾)*$"
)
_REACH = 2  # clauses before that of the amount in which the project may be named
_LEAST_NAME = 3


def read_left_outlays(placed: Placed) -> None:
    """Find the projects of a Chinese article that the amounts left over are the outlay on.

    Args:
        placed: what the first reading has placed; its projects are added to.
    """
    for sentence in placed.reading.sentences:
        start, end = sentence.start, sentence.start + len(sentence.text)
        if MONEY not in sentence.text or "\t" in sentence.text or "。" not in sentence.text:
            continue
        for at in list(placed.left(start, end, MONEY)):
            value = placed.reading.mark(at).figure.value
            if (value or 0) < LEAST_OUTLAY or placed.is_total(value):
                continue
            if _is_outlay(placed, at):
                _read(placed, sentence, at)


def _is_outlay(placed: Placed, at: int) -> bool:
    text = placed.reading.text
    clause = behind_last(text, "，；。：", at)
    return not (_NO_OUTLAY_BEFORE.search(text, clause, at) or _NO_OUTLAY_BEHIND.match(text, at + 1))


def _read(placed: Placed, sentence: Sentence, at: int) -> None:
    text = placed.reading.text
    start = _part(placed, sentence, at)
    if COUNT in text[start:at] and (listed := _LISTS.search(text, start, at)):
        start = listed.end()
    if COUNT in text[start:at] or PERCENT in text[start:at] or _COUNTED.search(text, start, at):
        return  # of a group
    if lead := _LEAD.match(text, start, at):
        start = lead.end()
    clauses = [found.span() for found in _CLAUSE.finditer(text, start, at)]
    mention = (
        _behind(text, at)
        or _of_amount(text, clauses, at)
        or _before(text, clauses)
        or _bare(text, start, at)
    )
    if mention is None:
        return
    colon = text.rfind("：", sentence.start, start)
    if colon >= 0 and (heading := heading_before(text, colon)):
        mention.place = mention.place or heading.span("place")
    investors = (
        mention.investors
        or _payer(text, clauses[-1], mention)
        or next((told for told in _subjects(text, clauses, mention) if told), [])
    )
    _enter(placed, sentence, at, mention, investors)


def _part(placed: Placed, sentence: Sentence, at: int) -> int:
    """Return where the part of the sentence begins that an amount may be told of in."""
    text = placed.reading.text
    start = max(behind_last(text, "；。：", at), sentence.start)
    last = text.rfind(MONEY, start, at)
    if last < 0:
        return start
    comma = text.find("，", last, at)
    if comma >= 0:
        return comma + 1
    return max((found.end() for found in _NEXT_ENTRY.finditer(text, last, at)), default=last + 1)


def _behind(text: str, at: int) -> Mention | None:
    """Read Ⓜ建设X."""
    found = _BEHIND.match(text, at + 1)
    mention = one_name(text, *found.span("name"), start=at, is_framed=True) if found else None
    if found and mention and found.group("place"):
        mention.place = mention.place or trim_place(text, *found.span("place"))
    return mention


def _of_amount(text: str, clauses: list[Extent], at: int) -> Mention | None:
    """Read 甲Ⓜ的X."""
    found = _OF_AMOUNT.match(text, at + 1)
    mention = one_name(text, *found.span("name"), start=at) if found else None
    if mention and clauses and not mention.investors:
        start, _ = clauses[-1]
        for lead in _NAME_STARTS.finditer(text, start, at):
            start = lead.end()
        mention.investors = subject_of(text, start, at)
    return mention


def _before(text: str, clauses: list[Extent]) -> Mention | None:
    """Read X总投资Ⓜ; X，…，投资Ⓜ."""
    if not clauses:
        return None
    *told, (start, end) = clauses[-1 - _REACH :]
    if outlay := _OUTLAY.search(text, start, end):
        end = outlay.start()
    named = (_named(text, *clause) for clause in ((start, end), *reversed(told)))
    return next(filter(None, named), None)


def _bare(text: str, start: int, at: int) -> Mention | None:
    """Read X，总投资Ⓜ where X is a name of no known kind, and nothing else stands in the part."""
    found = _BARE.match(text, start, at) or (
        _LISTED.match(text, start, at) if "；" in (text[start - 1], text[at + 1]) else None
    )
    if not found or _NO_BARE.search(found.group("name")):
        return None
    return one_name(text, *found.span("name"), start=start, is_framed=True)


def _named(text: str, start: int, end: int) -> Mention | None:
    """Return the project that a clause names behind its last verb."""
    for found in reversed([None, *_NAME_STARTS.finditer(text, start, end)]):
        first = found.end() if found else start
        if end - first < _LEAST_NAME:
            continue
        is_built = bool(found and found.group("builds"))
        mention = one_name(text, first, end, start=first, is_framed=is_built)
        if mention and not _NO_NAME.search(text, *mention.names[0]):
            return mention
    return None


def _subjects(text: str, clauses: list[Extent], mention: Mention) -> Iterator[list[Extent]]:
    """Give the firms that the clauses begin with, those of the nearest first."""
    for start, end in reversed(clauses):
        stop = min(end, mention.names[0][0])
        if stop > start:
            yield brought_in(text, start, end + 1) or subject_of(text, start, stop)


def _payer(text: str, clause: Extent, mention: Mention) -> list[Extent]:
    """Return by whom the clause of an amount says that it is paid: X，由甲公司投资Ⓜ."""
    if mention.names[0][0] >= clause[0]:
        return []
    found = _PAID_BY.match(text, *clause)
    return split_bodies(text, *found.span("inv")) if found else []


def _enter(
    placed: Placed, sentence: Sentence, at: int, mention: Mention, investors: list[Extent]
) -> None:
    text = placed.reading.text
    name = mention.names[0]
    words = text[behind_last(text, "，；。", at) : at]
    kind = amount_kind(words) or "investment"
    mark = placed.take(at)
    for project in placed.projects:
        if project.name[0] < name[1] and name[0] < project.name[1]:
            if all(kind != other for other, _ in project.amounts):
                project.amounts.append((kind, mark))
            return
    is_dealt = "各" in words and len(investors) > 1
    owners = [[body] for body in investors] if is_dealt else [investors]
    projects = [NamedProject(name, sentence, bodies, mention.place) for bodies in owners]
    for project in projects:
        project.amounts.append((kind, mark))
    placed.projects += projects
    stop = _STOP.search(text, at)
    outlays = Outlays(placed.reading, placed.background, frozenset(placed.taken))
    Sequels(placed.reading, outlays).read(projects, at + 1, stop.start() if stop else at + 1)
    placed.taken |= outlays.taken
