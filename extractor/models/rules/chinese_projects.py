"""How Chinese articles name projects: frames over one clause, or two."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.models.rules.investors import body_in_name, is_government, split_bodies, trim_body
from extractor.models.rules.project_mentions import Extent, Mention
from extractor.models.rules.project_words import BUILD_ZH, GENERIC_ZH, INVEST_ZH, WORKS_ZH

_CLAUSE = re.compile(r"[^，,；;：:。！？!?\n]+")
_LED = r"(?:约|近|达|超|逾|为|不超过|高达|不足|共计|共|预计|合计|累计)*"
_WAY = r"(?:共同|联合|独家|全额|合作|合资|计划|拟|将|再|首期|一次性|分别|分期|预计|总)*"

_SUFFIX = r"(?:项目)?(?:Ⓞ)?(?:项目|工程)?(?:（(?:Ⓞ|[^（）ⓂⒸ]{1,8})）)?"
_NAMED_PROJECT = re.compile(r"(?:项目|工程)(?:Ⓞ|（Ⓞ）)?(?:项目)?")
_NAMED_WORKS = re.compile(
    rf"(?:{WORKS_ZH}){_SUFFIX}(?=$|[、和及与（(“”]|Ⓜ|Ⓝ|Ⓒ|总投|投资|引资|合计|计划|预计|由|也|落户|落地|正式|列入|位于|选址|共|在|将|已|已经|等|同日|一并|破土|就|项目|占地|设计|达产|建成|于|开工|签约|负责|是|为|采用|分|拟)"
)
_LEADING = re.compile(
    r"(?:.{0,24}?(?:还有|包括|分别是|分别为|就是|即(?!墨|将)|最大的?(?:是|为)|(?:项目|工程)(?:是|为|有)|其中|签约的有|开工的有|名单中的)|另外|此外|以及|和(?=\S{4})|一个|一座|一条|一批|首个|首间|首家|新的|Ⓝ个|该[市县区镇]|走进|[^，]{0,6}投资(?:额)?最大的|规模最大的|最大的|“|「|的|Ⓒ(?=年))+"
)
_TRAILING = re.compile(r"[“”「」\s、，,的]+$")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a sentence, the mark before it, and its place."""

    start: int
    end: int
    before: str


_DE = re.compile(
    rf"(?:计划|预计|协议|拟|总)*(?:投资|引资|斥资|耗资|造价)(?:总?额)?{_LED}Ⓜ(?:、(?:年产|占地|用地|建筑)[^，；。的、]{{1,20}})?(?:{BUILD_ZH})?的"
)
_BY_DE = re.compile(
    rf"由(?P<inv>[^ⓂⒸ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|{BUILD_ZH}|运营){_LED}Ⓜ?(?:{BUILD_ZH})?的(?P<name>.+)"
)
_NAME_BY = re.compile(
    rf"(?P<name>[^由]{{3,40}})由(?P<inv>[^ⓂⒸ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|{BUILD_ZH}|运营|负责)(?!的)"
)
_INV_DE = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|合作|合资|开发|负责实施|实施|引进|招引|签约|建设|运营){_LED}Ⓜ?(?:{BUILD_ZH})?的(?P<name>.+)"
)
_INV_BUILD = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ，,]{{0,40}}?){_WAY}(?:{INVEST_ZH}){_LED}(?P<amount>Ⓜ)[，,]?(?:拟|将|计划|用于|主要)*(?:(?:在|于|落户)(?P<place>[^，,；;。Ⓜ]{{2,20}}?))?(?:{BUILD_ZH})(?P<name>(?!成)[^，,；;。]+)"
)
_INV_PLACE_BUILD = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ]{{2,40}}?){_WAY}在(?P<place>[^Ⓜ]{{2,20}}?){_WAY}(?:(?:{INVEST_ZH})(?P<amount>Ⓜ))?(?:{BUILD_ZH})(?P<name>(?!成).+)"
)
_PUT = re.compile(
    r"(?P<inv>[^ⓂⒸⒷ]{2,30}?)(?:将|把)(?P<name>[^ⓂⒸⒷ]{3,30}?)(?:放|落|布局|布|建|设)(?:户|子)?(?:在|到|于)(?P<place>[^ⓂⒸ]{2,20})"
)
_SIGN_WITH = re.compile(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ]{2,30}?)(?:“打包”|打包|正式|成功|现场|当场|一次性)*(?:签约|签下|签定|签订|签署|拿下|达成)(?:了)?(?P<name>[^ⓂⒸⒷ]{3,60})"
)
_SIGN_FOR = re.compile(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ]{2,30}?)就(?P<name>[^ⓂⒸⒷ]{3,60}?)(?:正式|成功|现场)*(?:签约|签订|签署|达成)"
)
_PARTNERS = re.compile(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和)(?P<b>[^ⓂⒸⒷ]{2,30}?)(?:签约|牵手|达成合作|(?:签订|签署)(?:了)?(?:[^，]{0,8}(?:协议|合同))?)$"
)
_AMOUNT_NEXT = re.compile(
    rf"(?:[Ⓝ两三]?(?:条|个|座|项)?(?:项目|道路)?)?(?:合计|共计|共|计划|预计|协议|合同|拟|总|首期|固定资产|，)*(?:总?投资|引资|引进资金|投入|造价|投资总|涉资|斥资)?(?:总?额)?{_LED}Ⓜ"
)
_AMOUNT_IN = re.compile(
    rf"(?P<name>[^ⓂⒷⓅ]{{3,50}}?)(?:（|\(|(?:虽只有|虽|则|合计|共计|共|计划|预计|协议|拟|总)*(?:投资|引资|引进资金|造价)?(?:总?额)?{_LED})(?P<amount>Ⓜ)"
)
_ALSO = re.compile(
    r"(?P<name>[^ⓂⒷⓅ]{3,60}?)(?:也|同日|当日|同时|一并|正式|于当日|亦|在会上|将|随后|同步)+(?:在会上|于当日|一并|同步|正式|顺利|成功|破土)*(?:签约|开工|动工|破土|启动|奠基|落地|投产|在签约之列)"
)
_PLACE_OF = re.compile(
    r"(?P<place>[\u3400-\u9fff]{1,10}(?:[县区市镇乡]|园区|开发区|高新区|新区|工业园))的(?=.{4})"
)
_LIST_OPENS = re.compile(r"(?:还有|包括|分别是|分别为|如下|有)$|(?:项目|工程)$")
_JOINT_COUNT = re.compile(r"(?:[ⒸⓃ]|[两三四五]个?)(?:项目|工程|道路|条道路)?$")
_LIST = re.compile(r"、|(?<=[园厂心线地站房目店院程])(?:和|及|与)|以及")
_MOVES_IN = re.compile(
    r"(?P<inv>[^ⓂⒸⒷ]{2,60}?)(?:Ⓝ|Ⓒ|[两三四五]家)?(?:厂商|企业|公司)?(?:将|拟|也|已)*(?:一同|共同|同时|一并|集体|分别)(?P<name>(?:进驻|入驻|落户)(?P<place>[^ⓂⒸⒷ]{2,20}))"
)
_EACH = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ]{{4,60}}?)(?:分别|各自)(?:{INVEST_ZH})(?P<amounts>Ⓜ(?:[、和]Ⓜ)+)(?:在[^Ⓜ]{{2,16}}?)?(?:{BUILD_ZH})(?P<name>.+)"
)
_LISTED = re.compile(
    r"(?P<name>[^ⓂⒷⓅ]{6,90}?)等(?P<group>[^，、ⓂⒷⓅ]{0,10}?)(?:[ⒸⓃ])?(?:个)?(?:重大|重点|优质)*项目(?:[ⒸⓃ])?(?:也|已|将|正式|顺利|成功|集中|现场|同步|相继|纷纷|先后|于当日)*(?:签约|开工|动工|落地|启动|投产|竣工)"
)
_GROUP_WORD = re.compile(
    r"等(?:[ⒸⓃ]|[两三四五六七八九十]个)?(?:重大|重点)?(?P<group>[^、等]{0,10}?)(?:项目|工程)(?:[ⒸⓃ])?$"
)
_TELLING = re.compile(r"[ⓆⓃⒸ]|有限公司|集团|股份|公司")
_NOWHERE = frozenset(
    [
        "当地",
        "本地",
        "我市",
        "我县",
        "我区",
        "该市",
        "该县",
        "该区",
        "本市",
        "全市",
        "这里",
        "市",
        "县",
        "区",
    ]
)
_CUES = (
    "投资",
    "建设",
    "Ⓜ",
    "项目",
    "工程",
    "建",
    "签",
    "还有",
    "设立",
    "斥资",
    "把",
    "开工",
    "动工",
    "奠基",
    "由",
    "驻",
)


def chinese_mentions(text: str) -> list[Mention]:
    """Return the projects that a sentence names, in order.

    Args:
        text: a sentence of the reading.
    """
    mentions: list[Mention] = []
    clauses = list(_clauses(text))
    in_list = False
    at = 0
    for index, clause in enumerate(clauses):
        if clause.before in "：:":
            in_list = bool(index) and bool(_LIST_OPENS.search(text[: clauses[index - 1].end]))
        if clause.start < at:
            continue
        words = text[clause.start : clause.end]
        if not any(cue in words for cue in _CUES) and not in_list:
            continue
        found = _read(text, clause, in_list=in_list)
        mentions += found
        if found:
            at = max(at, found[-1].end)
    return mentions


def _clauses(text: str) -> Iterator[_Clause]:
    for found in _CLAUSE.finditer(text):
        yield _Clause(found.start(), found.end(), text[found.start() - 1 : found.start()])


def _read(text: str, clause: _Clause, *, in_list: bool) -> list[Mention]:
    for frame in _FRAMES:
        if found := frame(text, clause):
            return found
    if in_list and clause.before in "：:；;":
        mention = _plain(text, clause.start, clause.end)
        return [mention] if mention else []
    return []


def _amount_before(text: str, clause: _Clause) -> list[Mention]:
    """Read 投资12亿元的X项目, several of them in a list too."""
    heads = list(_DE.finditer(text, clause.start, clause.end))
    mentions = []
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else clause.end
        mention = _named(text, head.end(), stop, start=head.start(), strong=True)
        if mention is None:
            continue
        money = text.index("Ⓜ", head.start())
        mention.amounts.append(("investment", money))
        if index == 0 and not mention.investors:
            _lead_in(text, clause.start, head.start(), mention)
        mentions.append(mention)
    return mentions


def _lead_in(text: str, start: int, end: int, mention: Mention) -> None:
    """Read who stands before 投资12亿元的X: an investor, or two who sign."""
    if partners := _PARTNERS.fullmatch(text[start:end]):
        _deal_partners(text, partners, mention, start)
    elif body := trim_body(text, start, end):
        mention.investors = [body]


def _by(text: str, clause: _Clause) -> list[Mention]:
    """Read 由甲公司投资的X项目 and X项目由甲公司建设."""
    if "由" not in text[clause.start : clause.end]:
        return []
    found = _BY_DE.match(text, clause.start, clause.end) or _NAME_BY.match(
        text, clause.start, clause.end
    )
    return _invested(text, found) if found else []


def _investor_before(text: str, clause: _Clause) -> list[Mention]:
    """Read 甲公司投资的X项目."""
    found = _INV_DE.match(text, clause.start, clause.end)
    return _invested(text, found) if found else []


def _invested(text: str, found: re.Match[str]) -> list[Mention]:
    mention = _named(text, *found.span("name"), start=found.start(), strong=False)
    bodies = split_bodies(text, *found.span("inv"))
    if mention is None or not bodies:
        return []
    if all(is_government(text[slice(*body)]) for body in bodies):
        mention.place = mention.place or _trim_place(text, *bodies[0])
    else:
        mention.investors = bodies
    mention.end = max(mention.end, found.end("inv"))
    mention.amounts += [
        ("investment", found.start() + place)
        for place in [found.group().find("Ⓜ")]
        if place >= 0 and found.start() + place < mention.names[0][0]
    ]
    return [mention]


def _investor_builds(text: str, clause: _Clause) -> list[Mention]:
    """Read 甲公司投资2亿元，在A地建设X and 甲公司将在A地建设X."""
    found = _INV_PLACE_BUILD.match(text, clause.start, clause.end) or _INV_BUILD.match(
        text, clause.start
    )
    if not found:
        return []
    mention = _named(text, *found.span("name"), start=clause.start, strong=True)
    if mention is None:
        return []
    partners = None
    if not found.group("inv") and clause.before in "，,":
        partners = _PARTNERS.search(text[: clause.start - 1].rpartition("。")[2])
        if partners:
            _deal_partners(text, partners, mention)
    bodies = split_bodies(text, *found.span("inv"))
    if not bodies and not partners:
        return []
    mention.investors = mention.investors or bodies
    if found.group("place"):
        mention.place = _trim_place(text, *found.span("place"))
    if found.group("amount"):
        mention.amounts.append(("investment", found.start("amount")))
    return [mention]


def _investor_puts(text: str, clause: _Clause) -> list[Mention]:
    """Read 甲公司把X放在A地."""
    found = _PUT.match(text, clause.start, clause.end)
    if not found:
        return []
    mention = _named(text, *found.span("name"), start=clause.start, strong=False)
    body = trim_body(text, *found.span("inv"))
    if mention is None or body is None:
        return []
    mention.investors = [body]
    mention.place = _trim_place(text, *found.span("place"))
    mention.end = found.end()
    return [mention]


def _signed_with(text: str, clause: _Clause) -> list[Mention]:
    """Read A区与甲公司签下X、Y两个项目."""
    found = _SIGN_FOR.match(text, clause.start, clause.end) or _SIGN_WITH.match(
        text, clause.start, clause.end
    )
    if not found or re.search(r"协议|协定|备忘录|意向|合同", found.group("name")):
        return []
    mention = _listed(text, *found.span("name"), start=clause.start)
    if mention is None:
        return []
    _deal_partners(text, found, mention)
    return [mention]


def _deal_partners(text: str, found: re.Match[str], mention: Mention, offset: int = 0) -> None:
    """Of two who sign, the administration gives the place, the other invests."""
    for name in ("a", "b"):
        start, end = found.span(name)
        body = trim_body(text, offset + start, offset + end)
        if body is None:
            continue
        if is_government(text[slice(*body)]):
            mention.place = _trim_place(text, *body)
        else:
            mention.investors.append(body)


def _with_amount(text: str, clause: _Clause) -> list[Mention]:
    """Read X项目，总投资12亿元; X项目总投资12亿元; X（12亿元）; XⓂ、YⓂ."""
    mentions: list[Mention] = []
    at = clause.start
    while found := _AMOUNT_IN.match(text, at, clause.end):
        mention = _listed(text, *found.span("name"), start=at)
        if mention is None:
            break
        mention.amounts.append(("investment", found.start("amount")))
        mention.end = found.end()
        mentions.append(mention)
        at = found.end() + len(re.match(r"[）)]?[、和]?", text[found.end() :]).group())
    if mentions:
        return mentions
    comma = text[clause.end : clause.end + 1]
    if comma and comma in "，," and _AMOUNT_NEXT.match(text, clause.end + 1):
        mention = _listed(text, clause.start, clause.end, start=clause.start)
        return [mention] if mention else []
    return []


def _also(text: str, clause: _Clause) -> list[Mention]:
    """Read X、Y也一并开工."""
    found = _ALSO.match(text, clause.start, clause.end)
    if not found:
        return []
    mention = _listed(text, *found.span("name"), start=clause.start)
    if mention is None:
        return []
    return [Mention([name], name[0], name[1], list(mention.investors)) for name in mention.names]


def _invest_each(text: str, clause: _Clause) -> list[Mention]:
    """Read 甲、乙、丙三家企业分别投资Ⓜ、Ⓜ、Ⓜ建设X: each has a project of its own."""
    found = _EACH.match(text, clause.start, clause.end)
    if not found:
        return []
    bodies = split_bodies(text, *found.span("inv"))
    mention = _named(text, *found.span("name"), start=clause.start, strong=True)
    amounts = [at for at in range(*found.span("amounts")) if text[at] == "Ⓜ"]
    if mention is None or len(bodies) != len(amounts):
        return []
    mention.investors, mention.dealt = bodies, True
    mention.amounts = [("investment", at) for at in amounts]
    return [mention]


def _listed_together(text: str, clause: _Clause) -> list[Mention]:
    """Read X、Y等项目成功签约, where X and Y are plainly projects, not fields."""
    found = _LISTED.match(text, clause.start, clause.end)
    if not found:
        return []
    mentions = []
    for first, last in _split(text, *found.span("name")):
        strong = bool(_TELLING.search(text, first, last))
        mention = _named(text, first, last, start=first, strong=strong)
        if mention:
            mentions.append(mention)
    return mentions if len(mentions) > 1 else []


def _moves_in(text: str, clause: _Clause) -> list[Mention]:
    """Read 甲、乙、丙三家厂商将一同进驻X园: each firm has a project of its own."""
    found = _MOVES_IN.match(text, clause.start, clause.end)
    if not found:
        return []
    bodies = split_bodies(text, *found.span("inv"))
    if len(bodies) < 2:
        return []
    name, place = found.span("name"), found.span("place")
    return [Mention([name], clause.start, found.end(), bodies, place, dealt=True)]


_FRAMES: tuple[Callable[[str, _Clause], list[Mention]], ...] = (
    _invest_each,
    _amount_before,
    _by,
    _investor_builds,
    _investor_before,
    _signed_with,
    _investor_puts,
    _with_amount,
    _listed_together,
    _also,
    _moves_in,
)


# Names


def _plain(text: str, start: int, end: int) -> Mention | None:
    return _listed(text, start, end, start=start)


def _named(text: str, first: int, last: int, *, start: int, strong: bool) -> Mention | None:
    """Make a mention of the one name in a range; a strong frame needs no word of works in it."""
    name = _name(text, first, last, strong=strong)
    if name is None:
        return None
    return _with_body(text, Mention([name], start, name[1]))


def _listed(text: str, first: int, last: int, *, start: int) -> Mention | None:
    """Make a mention of a name or a list of names, with its group word behind 等 (等商贸项目)."""
    group = _GROUP_WORD.search(text, first, last)
    if group and "、" in text[first : group.start()]:
        mention = _listed(text, first, group.start(), start=start)
        if mention:
            mention.group = group.span("group") if group.group("group") else None
            mention.end = last
        return mention
    if joint := _JOINT_COUNT.search(text, first, last):
        last = joint.start()
    names = []
    pieces = _split(text, first, last)
    if joint and len(pieces) == 1:
        return None
    for index, (begin, end) in enumerate(pieces):
        name = _name(text, begin, end, strong=bool(joint) and index > 0)
        if name is None:
            return None
        names.append(name)
    if not names:
        return None
    return _with_body(text, Mention(names, start, names[-1][1]))


def _split(text: str, first: int, last: int) -> list[Extent]:
    pieces = []
    at = first
    for found in _LIST.finditer(text, first, last):
        pieces.append((at, found.start()))
        at = found.end()
    pieces.append((at, last))
    return pieces


def _with_body(text: str, mention: Mention) -> Mention:
    """Take the investor, or the place, out of the name's beginning, where one stands there."""
    first, last = mention.names[0]
    if found_place := _PLACE_OF.match(text, first, last):
        mention.place = found_place.span("place")
        mention.names[0] = (found_place.end(), last)
        return mention
    if found := body_in_name(text, first, last):
        body, rest = found
        trimmed = trim_body(text, *body)
        if trimmed and not is_government(text[slice(*trimmed)]):
            mention.investors = [trimmed]
            mention.names[0] = (rest, last)
        elif trimmed:
            mention.place = trimmed
            mention.names[0] = (rest, last)
    return mention


def _name(text: str, first: int, last: int, *, strong: bool) -> Extent | None:
    """Cut a name out of a range: without what leads to it, up to the last word of works."""
    if lead := _LEADING.match(text, first, last):
        first = lead.end()
    if text.startswith(("由", "该项目", "Ⓝ", "占"), first) and not text.startswith(
        "Ⓝ", first, last - 4
    ):
        return None
    end = _works_end(text, first, last)
    if end is None:
        if not strong or last - first > 30 or last - first < 4:
            return None
        end = last
    if trail := _TRAILING.search(text, first, end):
        end = trail.start()
    name = text[first:end]
    if len(name) < 3 or GENERIC_ZH.fullmatch(name):
        return None
    return first, end


def _works_end(text: str, first: int, last: int) -> int | None:
    found = _NAMED_PROJECT.search(text, first + 1, last)
    if found and text[found.end() : found.end() + 1] not in set("办库部总数个投Ⓒ占"):
        return found.end()
    ends = [works.end() for works in _NAMED_WORKS.finditer(text, first + 1, last)]
    return ends[-1] if ends else None


def _trim_place(text: str, start: int, end: int) -> Extent | None:
    place = text[start:end]
    cut = re.search(r"投资|总投|，|,|内$|上$|境内$|(?:人民)?政府|管委会|管理委员会|办事处", place)
    if cut:
        end = start + cut.start()
    return (start, end) if end - start > 1 and text[start:end] not in _NOWHERE else None
