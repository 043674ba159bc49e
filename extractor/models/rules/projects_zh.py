"""Named projects in Chinese news."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.models.rules.background import Background
from extractor.models.rules.groups import Group
from extractor.models.rules.projects import Named, Project, Span, complete
from extractor.models.rules.reading import MONEY, Reading, Sentence
from extractor.models.rules.targets import read_targets

_W = r"[^，。；：、（）ⒸⓂⓅⒷⒹ\s]"
_HEAD = (
    r"项目|项目|基地|产业园|科技园|物流园|数字园|园区|产业城|商贸城|综合体|集群|小镇|工厂|加工厂|生产线|晶圆线|电站|中心|研究院|医院|院区|中学|小学|幼儿园|学校|酒店|民宿|厨房|总部|平台|码头|污水处理厂"
    r"|[二三四]期|改造|北延|东延|南延|西延|延伸|扩建工程|工程|开发|修缮|智谷|工业岛|气体岛|农场|牧场|广场|大厦|水厂|泊位"
)
_NP = rf"(?P<np>{_W}{{2,40}}?(?:{_HEAD})+(?:[Ⓞ一二三四]期|Ⓞ)?(?:（[^）]{{1,6}}）)?)"
_INV = rf"(?P<inv>{_W}{{2,26}}?(?:（{_W}{{1,6}}）{_W}{{0,10}}?)?)"
_PLACE = r"(?P<place>[\u3400-\u9fff]{2,14}?)"
_MONEY = r"(?P<m>Ⓜ)"
_BUILD = r"(?:建设|兴建|打造|新建|实施|设立|投建|承建|开发|建成|实施)"
_ARTICLE = r"(?:一个|一座|首间|首个|Ⓒ|Ⓝ)?"
_COMMIT = r"(?:计划|拟|将|预计|分别)?"
_INVEST = (
    r"(?:总投资|共投资|投资|引资|首期投资|项目投资|合计投资)(?:额)?(?:仅|虽只有|只有|约|近|为|达)?"
)


@dataclass(frozen=True, slots=True)
class ProjectWording:
    """A way to tell of a project.

    Attributes:
        needs: letters that all stand in every match; they are looked for first, since that is much
            faster.
        pattern: from the start of a clause on; `np` is the project, perhaps behind its investor, `inv` the
            investor, `place` its place, `m` its amount.
        examples: the reading, and what `np` and `inv` give.
    """

    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str, str | None], ...]


def _wording(needs: str, pattern: str, *examples: tuple[str, str, str | None]) -> ProjectWording:
    return ProjectWording(tuple(needs.split()), re.compile(pattern), examples)


WORDINGS = (
    _wording(
        "资Ⓜ 的",
        rf"(?:由)?{_INV}(?<![总划]){_COMMIT}(?:投资|出资){_MONEY}(?:{_BUILD})?的{_NP}",
        ("甲科技集团投资Ⓜ的材料产业园项目", "材料产业园项目", "甲科技集团"),
    ),
    _wording(
        "Ⓜ的",
        rf"(?:就是|即|如|其中)?{_COMMIT}(?:总投资|引资)(?:约|近)?{_MONEY}的{_NP}(?:由{_INV}(?:投资)?{_BUILD})?",
        ("总投资Ⓜ的特种石墨项目由甲公司建设，", "特种石墨项目", "甲公司"),
        ("投资Ⓜ的竹木重组材项目", "竹木重组材项目", None),
    ),
    _wording(
        "的",
        rf"{_PLACE}(?:与|和){_INV}(?:签约|合作)的{_NP}，?{_COMMIT}{_INVEST}{_MONEY}",
        ("乙县与甲集团签约的发电项目，总投资Ⓜ", "发电项目", "甲集团"),
    ),
    _wording(
        "资 的",
        rf"(?:由)?{_INV}(?:共同|联合|拟|计划)?(?:投资)(?:{_BUILD})?的{_NP}，?(?:计划)?{_INVEST}{_MONEY}",
        ("由甲公司投资的机床基地项目，总投资Ⓜ", "机床基地项目", "甲公司"),
    ),
    _wording(
        "签约，",
        rf"{_INV}(?:与|和|与){_PLACE}(?:签约)，(?:投资|斥资){_MONEY}{_BUILD}{_ARTICLE}{_NP}",
        ("甲物流与乙区签约，斥资Ⓜ兴建分拨中心", "分拨中心", "甲物流"),
    ),
    _wording(
        "由 资",
        rf"{_NP}由{_INV}(?:投资|斥资|出资|斥资){_MONEY}{_BUILD}?",
        ("精密结构件项目由甲公司投资Ⓜ建设", "精密结构件项目", "甲公司"),
    ),
    _wording(
        "资Ⓜ",
        rf"{_INV}{_COMMIT}(?:投资|斥资|出资){_MONEY}，?(?:在{_PLACE})?{_BUILD}的?{_ARTICLE}{_NP}",
        ("甲集团投资Ⓜ，在化工园区建设气体岛", "气体岛", "甲集团")
        if False
        else ("甲集团投资Ⓜ，在化工园区建设生产线", "生产线", "甲集团"),
    ),
    _wording(
        "在",
        rf"{_INV}(?:将|拟|计划)?在{_PLACE}{_BUILD}{_ARTICLE}{_NP}，[^。；Ⓜ]{{0,16}}?{_INVEST}{_MONEY}",
        ("甲会社在高新区建设电机工厂，总投资Ⓜ", "电机工厂", "甲会社"),
    ),
    _wording(
        "把",
        rf"{_INV}把{_NP}(?:放在|落在|建在|布局在){_PLACE}，[^。；Ⓜ]{{0,10}}?{_INVEST}{_MONEY}",
        ("甲股份把系统生产基地放在乙区，总投资Ⓜ", "系统生产基地", "甲股份"),
    ),
    _wording(
        "由",
        rf"{_NP}由{_INV}{_BUILD}，[^。；Ⓜ]{{0,24}}?{_INVEST}{_MONEY}",
        ("江港二期由市港航集团实施，总投资Ⓜ", "江港二期", "市港航集团"),
    ),
    _wording(
        "Ⓜ",
        rf"{_NP}(?:就在{_PLACE})?[，（]?(?:落户{_W}{{2,10}}，)?{_COMMIT}(?:{_INVEST})?{_MONEY}",
        ("肥料项目，引资Ⓜ", "肥料项目", None),
        ("古城保护修缮（Ⓜ）", "古城保护修缮", None),
    ),
    _wording(
        "的",
        rf"{_INV}(?:合作|共建|共同{_BUILD})的{_NP}(?=也?在会上签约|也签约|成功签约)",
        ("甲公司与乙科技合作的封测项目也在会上签约", "封测项目", "甲公司与乙科技"),
    ),
)
_BARE = re.compile(
    rf"(?:^|；|：|、|，){_NP}(?=；|。|、|也?(?:于当日|一并|同步)?(?:开工|破土动工)|$)"
)
_BARE_CUE = re.compile(
    r"签约的还有|还有：|也(?:于当日|一并|在会上|同步)?(?:开工|破土动工|签约)|项目分别是"
)
_FIRM = re.compile(
    r"^(?P<inv>[^的]{2,22}?(?:有限公司|公司|集团|股份|控股|实业|株式会社|银行|（[\u3400-\u9fff]{2,4}）))(?:的)?(?P<name>.{3,})$"
    r"|^(?P<inv2>[^的年]{3,12})的(?P<name2>[^的]{4,})$"
    r"|^(?P<inv3>[\u3400-\u9fff]{2,8}(?:食品|糖业|药业|鞋业|针织|家纺|机械|科技|新材|新材料|能源|电子|物流|冷链|医药|纺织|光电|精密|金属|农业))(?P<name3>(?:年产|鲜|Ⓠ|数码|双|[\u3400-\u9fff]).{3,})$"
)
_DESCRIPTOR = re.compile(
    r"^(?:最大宗项目为|由|即|其中|此外|另外|如|例如|世界500强企业|中国500强企业|民营500强企业|上市公司|本地企业|本地民企|港商|台商|侨商|外商|民营企业|龙头企业|行业龙头|央企|国企|[\u3400-\u9fff]{2,4}侨商|青年乡贤|乡贤|[\u3400-\u9fff]{2,4}的企业)+"
)
_NAME_LEAD = re.compile(
    r"^(?:[^的]{2,14}?(?:引进|签约|落户|实施|推进|新建)的|投资额最大的|最大的|另一个|还有|还有的|新开工的|同日开工的还有|签约的还有|重点|首个|，|的|该|列入其中|县里的)+"
)
_PLACE_LEAD = re.compile(
    r"^(?P<place>[\u3400-\u9fff]{1,8}?(?:[镇乡县区市]|园区|高新区|经开区|工业园))(?:引进|签约|实施|新开工|开工|签下)?的(?P<rest>.+)$"
)
_SETTLED = re.compile(
    r"(?:落户|选址|位于|落在|进驻|就在该县|就在)(?:于|在)?(?P<place>[\u3400-\u9fff]{2,14}?)(?=[，。；的]|$)"
)
_CONTINUED = re.compile(r"^\s*(?:该项目|项目|建成|达产|投产|全部|预计|其)")
_BUILDER = re.compile(r"项目由(?P<inv>[^，。；ⒸⓂ]{2,26}?)(?:投资|负责)?(?:建设|承建|兴建|实施)")
_AT = re.compile(r"^\s*在(?P<place>[^，。ⒸⓂ的]{2,12}?(?:[区县市园镇]|开发区))，")
_BROUGHT_IN = re.compile(r"引资|引进资金")
_CLAUSE = re.compile("[，。；：、（]")
_ROW = re.compile(r"^(?P<cells>[^\t\n]+(?:\t[^\t\n]*){2,})$", re.MULTILINE)


def read_named(
    reading: Reading,
    background: Background,
    groups: Sequence[Group],
    *,
    claimed: frozenset[int],
) -> Named:
    """Return the projects that a Chinese article names."""
    named = Named()
    taken = set(claimed)
    for sentence in reading.sentences:
        if "\t" in sentence.text:
            continue
        found = list(_in_sentence(reading, background, sentence, taken))
        found.sort(key=lambda project: project.name)
        for index, project in enumerate(found):
            stop = (
                found[index + 1].start
                if index + 1 < len(found)
                else sentence.start + len(sentence.text)
            )
            if not project.investors and (
                builder := _BUILDER.search(reading.text, project.start, stop)
            ):
                project.investors = list(_investors(reading.text, builder.span("inv")))
            if project.place is None and (at := _AT.match(sentence.text)):
                project.place = (
                    sentence.start + at.start("place"),
                    sentence.start + at.end("place"),
                )
            if found_place := _SETTLED.search(reading.text, project.start, stop):
                project.place = project.place or found_place.span("place")
            complete(reading, project, sentence, stop, groups, taken)
        if not found and named.projects and _CONTINUED.match(sentence.text):
            end = sentence.start + len(sentence.text)
            complete(
                reading, named.projects[-1], sentence, end, groups, taken, start=sentence.start
            )
        named.projects += found
    named.projects += _from_table(reading)
    return named


def _in_sentence(
    reading: Reading, background: Background, sentence: Sentence, taken: set[int]
) -> Iterator[Project]:
    text = sentence.text
    used: list[Span] = []
    if MONEY not in text and "签约" not in text:
        return
    starts = [0, *(found.end() for found in _CLAUSE.finditer(text))]
    for wording in WORDINGS:
        if not all(letters in text for letters in wording.needs):
            continue
        for start in starts:
            found = wording.pattern.match(text, start)
            if not found or any(a < found.end("np") and found.start("np") < b for a, b in used):
                continue
            project = _project(reading, background, sentence, found, taken)
            if project:
                used.append(found.span())
                yield project
    if _BARE_CUE.search(sentence.text):
        for found in _BARE.finditer(sentence.text):
            if any(start < found.end("np") and found.start("np") < end for start, end in used):
                continue
            project = _project(reading, background, sentence, found, taken)
            if project:
                used.append(found.span("np"))
                yield project


def _project(
    reading: Reading,
    background: Background,
    sentence: Sentence,
    found: re.Match[str],
    taken: set[int],
) -> Project | None:
    parts = found.groupdict()
    offset = sentence.start
    if background.reason(offset + found.start("np")) is not None:
        return None
    amount = reading.mark(offset + found.start("m")) if parts.get("m") else None
    if amount and amount.figure.id in taken:
        return None
    name, firm, place = _split(sentence.text, *found.span("np"))
    if name[1] - name[0] < 4:
        return None
    project = Project(
        name=(offset + name[0], offset + name[1]),
        start=offset + found.start(),
        end=offset + found.end(),
    )
    investors = list(_investors(sentence.text, found.span("inv"))) if parts.get("inv") else []
    if firm:
        investors = [firm]
    project.investors = [(offset + a, offset + b) for a, b in investors]
    if parts.get("place"):
        place = found.span("place")
    project.place = (offset + place[0], offset + place[1]) if place else None
    if amount:
        taken.add(amount.figure.id)
        words = sentence.text[max(found.start("m") - 8, 0) : found.start("m")]
        kind = "capital_brought_in" if _BROUGHT_IN.search(words) else "investment"
        project.amounts.append((kind, amount))  # type: ignore[arg-type]
    return project


def _split(text: str, start: int, end: int) -> tuple[Span, Span | None, Span | None]:
    """Split a project's words into its name, the firm in front of it and the place."""
    place = None
    if found := _PLACE_LEAD.match(text[start:end]):
        place = (start + found.start("place"), start + found.end("place"))
        start += found.start("rest")
    if lead := _NAME_LEAD.match(text[start:end]):
        start += lead.end()
    found = _FIRM.match(text[start:end])
    if not found:
        return (start, end), None, place
    which = next(number for number in ("", "2", "3") if found.group(f"inv{number}"))
    firm = (start + found.start(f"inv{which}"), start + found.end(f"inv{which}"))
    if lead := _DESCRIPTOR.match(text[firm[0] : firm[1]]):
        firm = (firm[0] + lead.end(), firm[1])
    keep = start if which == "3" else start + found.start(f"name{which}")
    return (keep, end), firm if firm[1] - firm[0] > 1 else None, place


def _investors(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    for piece in re.finditer(r"[^、和与与]+", text[start:end]):
        first, last = start + piece.start(), start + piece.end()
        if lead := _DESCRIPTOR.match(text[first:last]):
            first += lead.end()
        if last - first > 1:
            yield first, last


_COLUMNS = (
    ("name", re.compile(r"项目名称|项目$|项目名稱|名称")),
    ("investor", re.compile(r"投资方|投资主体|投资单位|投资企业|投资商|企业名称|客商|投资方|公司")),
    ("place", re.compile(r"落户|地点|园区|选址|所在|区域|地址")),
    ("amount", re.compile(r"投资(?:总)?额|总投资（|金额|引资|总投资")),
)


def _from_table(reading: Reading) -> Iterator[Project]:
    """Give the projects of a table whose head names its columns."""
    columns: dict[str, int] = {}
    for row in _ROW.finditer(reading.text):
        cells = list(re.finditer(r"[^\t]*", row.group("cells")))
        cells = [
            cell
            for index, cell in enumerate(cells)
            if cell.group() or index == 0 or cells[index - 1].end() != cell.start()
        ]
        if not columns:
            columns = _columns([cell.group() for cell in cells])
            continue
        if "name" not in columns or len(cells) <= max(columns.values()):
            continue
        spans = {
            name: (row.start() + cells[index].start(), row.start() + cells[index].end())
            for name, index in columns.items()
        }
        yield _row_project(reading, spans)


def _columns(head: Sequence[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for name, pattern in _COLUMNS:
        for index, cell in enumerate(head):
            if pattern.search(cell) and index not in columns.values():
                columns[name] = index
                break
    return columns


def _row_project(reading: Reading, spans: dict[str, Span]) -> Project:
    name = spans["name"]
    project = Project(name=name, start=name[0], end=name[1])
    if "investor" in spans:
        project.investors = [spans["investor"]]
    project.place = spans.get("place")
    if amount := spans.get("amount"):
        project.amounts += [
            ("investment", mark)
            for _, mark in reading.marks(*amount)
            if mark.figure.kind == "money"
        ]
    project.targets = [target for _, target in read_targets(reading, *name)]
    return project
