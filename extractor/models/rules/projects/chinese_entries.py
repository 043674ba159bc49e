"""Lists of projects in Chinese articles: an entry a line, its fields between commas.

"1. 甲食品：中央厨房，3亿元" and "甲食品有限公司，中央厨房项目，落户经开区，3亿元" name a firm and what it
builds; "1. 中央厨房项目。总投资3亿元" the project alone. One such line proves nothing, two make a list.
"""

from typing import NamedTuple

from extractor.models.rules.projects.chinese_clauses import Clause, by, investor_before
from extractor.models.rules.projects.chinese_names import one_name, split_list
from extractor.models.rules.projects.investors import is_government, split_bodies
from extractor.models.rules.projects.tables import columns_of
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import BUILD_ZH, FIRM_END_ZH, WORKS_ZH
from extractor.patterns import Pattern
from extractor.record import AmountKind

_MARK = Pattern(
    r"[\s　]*(?:——|[●■◆◇·•▪✔▶►★※○◎①-⑳]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})、|\d{1,2}[.．])[\s　]*"
)
_FIELD = Pattern(r"(?:[^，；：。！？\n|｜—（）()]|[（(][^（）()\n]*[）)]|(?<!—)—(?!—))+")
_WORKS = Pattern(
    rf"(?:{WORKS_ZH}|项目群|扩建|迁建|新建|提升|升级|整治|修复|增资|研发部|前置仓|仓|棚|店|所|院|塔|船|装置|机组|系统|体系|设施|住宅)"
    r"(?:项目|工程)?(?:Ⓞ|（[^（）ⓂⒸ]{1,8}）)?$"
)
_FIRM = Pattern(rf"(?:{FIRM_END_ZH})(?:（[^（）]{{2,10}}）)?$")
_PLACE = Pattern(
    r"(?:(?:拟|将|项目|选址|正式|计划)*(?:落户|位于|选址|落地|布局|落子|落址|落在|入驻)(?:于|在|到)?)(?P<told>[\u3400-\u9fff]{2,16})$"
    r"|(?P<bare>[\u3400-\u9fffA-Z]{1,12}(?:[省市县区镇乡州旗港岛]|街道|园区|开发区|产业园|工业园|片区|新城))$"
)
_WAY = "(?:拟|将|计划|再|合资|合作|共同|联合|独资|出资|投资|项目名称)*"
_LEAD = Pattern(rf"{_WAY}(?:在[^，]{{2,10}}?{_WAY})?(?:{BUILD_ZH})(?![材筑工设业])")
_ROLE = Pattern(
    r"(?:项目)?(?:建设|投资|实施|承建|业主|签约|申报|运营)(?:单位|方|主体|企业|商|人)?[为是：]*$"
)
_BUILDER = Pattern(
    r"(?:(?:建设|投资|实施|承建|业主|签约|申报)(?:单位|方|主体|企业|商|人|者)|业主|开发商|出资方|合作方)[为是：｜|】]+\s*(?P<body>[^，；。？！ⓂⒸ]{2,30})"
)
_BUILT_BY = Pattern(
    rf"(?:由(?P<by>[^，；。ⓂⒸ]{{2,24}}?)|(?P<firm>[^，；。ⓂⒸ]{{1,20}}?(?:{FIRM_END_ZH})))"
    r"(?:共同|联合|联手|携手|合作|合力|独家|全额|负责|出资|拟|将|计划)*(?:投资|投建|承建|建设|实施|运营|独资|兴建|开发|打造|共建|合投|合建)(?:建设|兴建|运营)?$"
)
_ASIDE = Pattern(r"（(?P<inside>[^（）]*)）$")
_STAGE = Pattern(r"(?:竣工|投产|新开工|开工|续建|新建|扩建|签约|在建|拟建|改扩建|技改|、)+$")
_NO_NAME = Pattern(
    r".*[ⒸⓂⓅⒷ]|.*(?:会议|会上|表示|介绍|要求|认为|我们|代表|出席|参加|特点|情况|主角)"
)
_CLASS = Pattern(
    r".*(?:业|类|领域|方面|板块|签约|开工|竣工|投产|续建|新建|在建|推进|重点|重大|主要|代表性?|部分)(?:的)?(?:项目|工程)$"
)
"""What heads a section of a list: 一、制造业项目."""
_SECTION = Pattern(
    r"谁|什么|哪|(?:[了吗呢]|的项目|[类业篇章]|领域|方面|板块|赛道|亮点|特点|名单|清单|一览|情况|活动|仪式|[上中下]半场)[：\s]*$"
)
_TOLD = Pattern("[，；。：！？—ⓂⒸⓅⒷ]")
"""What stands in no bare name."""
_TALLY = Pattern(r"(?:一?共|合计|总计|签约|开工|投产|竣工|集中|落户|引进)*(?:项目)?Ⓒ")
_NO_FIRM = Pattern(rf"{_NO_NAME.pattern}|.*(?:类|产业|方面|领域|项目)$|.*[县区市镇]$")
_AMOUNT = Pattern(r"(?:计划|协议|预计|项目)?(?:总?投资|投资额)?[约为达超近：]*Ⓜ$")
_FIGURE = Pattern("[ⓂⓄ]")  # a bare number too, where the heading gives the unit
_PART_END = Pattern("[；。]")
_LEAST = 2  # lines that make a list, commas that make a line without a mark an entry
_LONGEST_ENTRY = 120  # letters of such a line
_AROUND = " \t\r　|｜"
_SHORTEST, _LONGEST = 3, 40


_HEAD = Pattern(r"(?:[^；：]*：)?(?:(?P<place>[\u3400-\u9fff]{2,10})(?:——|：))?")
"""What opens a list, a place at its end: 包括：高新区——甲，X，Ⓜ；乙，Y，Ⓜ."""
_LABELLED = Pattern(
    r"(?P<label>[\u3400-\u9fff]{2,8})：(?P<value>[^；，。：\n|｜]+?)(?=[；，。\n|｜]|[ 　]{2}|$)"
)
_SILENT = Pattern(r"(?:投资)?(?:金额|数额|投资额)(?:暂|尚)?(?:未|不)(?:公布|披露|公开|予?透露)$")


class Entry(NamedTuple):
    """A line that names projects.

    Attributes:
        mention: what it names, in its first sentence.
        is_marked: whether a number or a bullet opens it.
        lines: how many lines below go on with it.
    """

    mention: Mention
    is_marked: bool
    lines: int = 0


def read_title(text: str) -> Mention | None:
    """Return what a line names that is, behind its mark, a name of any kind, or several.

    Args:
        text: the first sentence of a line of the reading.
    """
    mark = _MARK.match(text)
    if not mark or _CLASS.match(text, mark.end()) or _SECTION.search(text):
        return None
    start, end = _stripped(text, mark.end(), len(text))
    names = split_list(text, start, end)
    if _TOLD.search(text) or not all(_is_name(text, *name) for name in names):
        return None
    return Mention(names, start, end)


def entries_in(text: str) -> list[Mention]:
    """Return the projects of a list that fills one sentence: 高新区——甲，X，Ⓜ；乙，Y，Ⓜ.

    Args:
        text: a sentence of the reading.
    """
    if text.count("；") < _LEAST - 1 or text.count("Ⓜ") < _LEAST:
        return []
    head = _HEAD.match(text)
    start = head.end() if head else 0
    found: list[Mention] = []
    parts = 0
    while start < len(text):
        stop = _PART_END.search(text, start)
        end = stop.start() if stop else len(text)
        parts += end > start
        if mention := _terse(text, start, end):
            if head and head.group("place") and _PLACE.match(text, *head.span("place")):
                mention.place = head.span("place")
            found.append(mention)
        start = end + 1
    return found if len(found) >= _LEAST and len(found) * 2 > parts else []


def _terse(text: str, start: int, end: int) -> Mention | None:
    """Read 甲，X，Ⓜ: a firm, what it builds, and an amount, or that none is told."""
    fields = [_stripped(text, *field.span()) for field in _FIELD.finditer(text, start, end)]
    if len(fields) < len("甲XⓂ") or fields[0][0] != start:
        return None
    firm, name, amount = fields[:3]
    is_told = _AMOUNT.match(text, *amount)
    if not (is_told or _SILENT.match(text, *amount)) or not _is_name(text, *name):
        return None
    if _NO_FIRM.match(text, *firm) and not _FIRM.search(text, *firm):
        return None
    bodies = split_bodies(text, *firm)
    if not bodies or is_government(text[slice(*bodies[0])]):
        return None
    amounts: list[tuple[AmountKind, int]] = [("investment", amount[1] - 1)] if is_told else []
    return Mention([name], start, amount[1], bodies, amounts=amounts)


def read_entry(text: str) -> Entry | None:
    """Return what a line names as an entry of a list, None where it is none.

    Args:
        text: the first sentence of a line of the reading.
    """
    mark = _MARK.match(text)
    if labelled := _labelled(text, mark.end() if mark else 0):
        return Entry(labelled, is_marked=True)
    first = mark.end() if mark else len(text) - len(text.lstrip())
    if not mark and not _may_be_entry(text):
        return None
    fields = [_stripped(text, *field.span()) for field in _FIELD.finditer(text, first)]
    is_entry = bool(fields) and fields[0][0] == first and (mark or _is_terse(text, fields))
    mention = _mention_of(text, fields, is_marked=bool(mark)) if is_entry else None
    if mention is None:
        return None
    mention.place = next((place for field in fields[1:] if (place := _place(text, *field))), None)
    return Entry(mention, bool(mark))


def _mention_of(text: str, fields: list[Extent], *, is_marked: bool) -> Mention | None:
    """Read the fields of an entry; a title with its tally is none: 工业类，共Ⓒ项目，Ⓜ."""
    if is_marked and (told := _amount_first(text, fields)):
        return told
    if len(fields) > 1 and _TALLY.match(text, *fields[1]):
        return None
    is_colon = text.startswith("：", fields[0][1])
    return (
        (_firm_first(text, fields) if is_colon else None)
        or _named_first(text, fields, is_alone=is_marked)
        or _firm_first(text, fields)
        or (_bare(text, fields) if is_marked else None)
    )


def _amount_first(text: str, fields: list[Extent]) -> Mention | None:
    """Read a line that begins with the amount: Ⓜ，甲公司的X; Ⓜ，由甲投资的X; Ⓜ，X，甲与乙共建."""
    if len(fields) == 1 or not _AMOUNT.match(text, *fields[0]):
        return None
    clause = Clause(text, *fields[1], "，")
    mention = (
        next(by(clause), None)
        or next(investor_before(clause), None)
        or one_name(text, *fields[1], start=fields[1][0], is_framed=True)
    )
    if mention is None:
        return None
    mention.start = fields[0][0]
    mention.amounts = [("investment", fields[0][1] - 1)]
    if not mention.investors and len(fields) > len("ⓂX"):
        mention.investors = _builders(text, *fields[2])
    return mention


def _labelled(text: str, start: int) -> Mention | None:
    """Read fields that say what they are: 项目名称：X；投资主体：甲公司；投资规模：Ⓜ；落户地：A区."""
    fields = list(_LABELLED.finditer(text, start)) if text.count("：") >= _LEAST else []
    told = columns_of([field["label"] for field in fields])
    if len(told) < _LEAST or not {"investor", "amount"} & told.keys():
        return None
    values = {name: _stripped(text, *fields[at].span("value")) for name, at in told.items()}
    name = values.get("name") or _stripped(text, start, fields[0].start())
    if not _is_name(text, *name):
        return None
    mention = Mention([name], start, fields[max(told.values())].end())
    if told_by := values.get("investor"):
        aside = _ASIDE.search(text, *told_by)
        mention.investors = split_bodies(text, told_by[0], aside.start() if aside else told_by[1])
    mention.place = values.get("place")
    amounts = range(*values["amount"]) if "amount" in values else ()
    mention.amounts = [("investment", at) for at in amounts if text[at] == "Ⓜ"]
    return mention


def _may_be_entry(text: str) -> bool:
    """Return whether a line without a mark has an amount, and as many commas or a colon."""
    has_fields = text.count("，") >= _LEAST or "：" in text
    return "Ⓜ" in text and has_fields and len(text) <= _LONGEST_ENTRY


def _is_terse(text: str, fields: list[Extent]) -> bool:
    """Return whether a line without a mark is one of bare fields: a name, a place, an amount.

    Behind a colon the amount may stand second.
    """
    if text.startswith("：", fields[0][1]):
        return len(fields) > 1 and bool(_AMOUNT.match(text, *fields[1]))
    third = len("XYZ") - 1
    return (
        len(fields) > third
        and bool(_AMOUNT.match(text, *fields[third]) or _place(text, *fields[third]))
        and "Ⓜ" in text
    )


def _named_first(text: str, fields: list[Extent], *, is_alone: bool) -> Mention | None:
    """Read a line that begins with the project: X项目（甲公司，Ⓜ）, X项目，甲公司，Ⓜ, X项目。."""
    start, end = fields[0]
    bodies: list[Extent] = []
    while aside := _ASIDE.search(text, start, end):
        inside = aside.span("inside")
        firm = _stripped(text, *next(_FIELD.finditer(text, *inside), aside).span())
        if _FIRM.search(text, *firm):
            bodies = split_bodies(text, *firm)
        elif not _STAGE.match(text, *inside) and "Ⓜ" not in text[slice(*inside)]:
            break
        end = aside.start()
    names = _works(text, start, end)
    is_bare = len(fields) == 1 and not bodies
    if not names or (is_bare and (not is_alone or _CLASS.match(text, start, end))):
        return None
    if len(fields) > 1 and not bodies:
        bodies = _builders(text, *fields[1])
    return Mention(names, start, end, bodies)


def _builders(text: str, start: int, end: int) -> list[Extent]:
    """Return who builds, where a field names firms or says so: 甲公司, 由甲公司投资, 甲集团建设."""
    if told := _BUILT_BY.match(text, start, end):
        return split_bodies(text, *told.span(told.lastgroup or "by"))
    if _FIRM.search(text, start, end) and not _is_works(text, start, end):
        return split_bodies(text, start, end)
    return []


def _bare(text: str, fields: list[Extent]) -> Mention | None:
    """Read a line with a mark that has a name of no known kind and an amount: X，Ⓜ."""
    start, end = fields[0]
    if len(fields) < len("XⓂ") or "Ⓜ" not in text or not _is_name(text, start, end):
        return None
    if not text.startswith("，", end) or _FIRM.search(text, start, end) or _place(text, start, end):
        return None
    return Mention([(start, end)], start, end, _builders(text, *fields[1]))


def _firm_first(text: str, fields: list[Extent]) -> Mention | None:
    """Read a line that begins with the firm: 甲公司：X，Ⓜ, 甲公司，X项目，落户A区，Ⓜ."""
    if len(fields) < len("XY"):
        return None
    firm, name = fields[:2]
    is_colon = text[firm[1] : name[0]].strip() == "："
    if not (is_colon or _FIRM.search(text, *firm) or _is_works(text, *name)):
        return None
    if _NO_FIRM.match(text, *firm) and not _FIRM.search(text, *firm):
        return None
    if (is_colon and not _FIGURE.search(text, name[1])) or _ROLE.search(text, *firm):
        return None
    if lead := _LEAD.match(text, *name):
        name = lead.end(), name[1]
    bodies = split_bodies(text, *firm)
    if not bodies or is_government(text[slice(*bodies[0])]) or not _is_name(text, *name):
        return None
    return Mention([name], firm[0], name[1], bodies)


def builder_in(text: str, start: int, end: int) -> list[Extent]:
    """Return who builds, where a range says so after the manner of lists: 建设单位为甲公司."""
    found = _BUILDER.search(text, start, end)
    if not found:
        return []
    first, last = found.span("body")
    while last > first and text[last - 1] == "）" and text.find("（", first, last) < 0:
        last -= 1  # of a bracket around all of it
    return split_bodies(text, first, last)


def _works(text: str, start: int, end: int) -> list[Extent]:
    """Return the names of works that a field lists, none where one of them is no such name."""
    names = split_list(text, start, end)
    if len(names) > 1 and all(_is_works(text, *name) for name in names):
        return names
    return [(start, end)] if _is_works(text, start, end) else []


def _is_works(text: str, start: int, end: int) -> bool:
    return _is_name(text, start, end) and bool(_WORKS.search(text, start, end))


def _is_name(text: str, start: int, end: int) -> bool:
    is_long_enough = _SHORTEST <= end - start <= _LONGEST
    return is_long_enough and not _NO_NAME.match(text, start, end)


def _place(text: str, start: int, end: int) -> Extent | None:
    found = _PLACE.match(text, start, end)
    return found.span(found.lastgroup or "bare") if found else None


def _stripped(text: str, start: int, end: int) -> Extent:
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end
