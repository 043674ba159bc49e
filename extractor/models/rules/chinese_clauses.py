"""How a Chinese clause names projects; `chinese_projects` says which clauses, with examples."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.models.rules.chinese_names import (
    listed_names,
    one_name,
    split_list,
    trim_place,
)
from extractor.models.rules.clauses import behind_last
from extractor.models.rules.investors import (
    is_government,
    split_bodies,
    subject_body,
    trim_body,
)
from extractor.models.rules.project_mentions import Extent, Mention
from extractor.models.rules.project_words import BUILD_ZH, FIRM_END_ZH, INVEST_ZH

_LED = r"(?:约|近|达|超|逾|为|不超过|高达|不足|共计|共|预计|合计|累计)*"
_WAY = r"(?:共同|联合|独家|全额|合作|合资|计划|拟|将|再|首期|一次性|分别|分期|分[ⓉⓆⓃⒸⓄ][年期]?|预计|总)*"

_AMOUNT_BEFORE = re.compile(
    rf"(?:计划|预计|协议|拟|总)*(?:投资|引资|斥资|耗资|造价)(?:总?额)?{_LED}(?P<amount>Ⓜ)(?:、(?:年产|占地|用地|建筑)[^，；。的、]{{1,20}})?(?:{BUILD_ZH})?的"
)
_BY = re.compile(
    rf"由(?P<inv>[^ⓂⒸ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|{BUILD_ZH}|运营){_LED}(?P<amount>Ⓜ)?(?:{BUILD_ZH})?的(?P<name>.+)"
)
_NAME_BY = re.compile(
    rf"(?P<name>[^由]{{3,40}})由(?P<inv>[^ⓂⒸ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|{BUILD_ZH}|运营|负责)(?!的)(?P<amount>(?!))?"
)
_INVESTOR_BEFORE = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|承担|合作|合资|开发|发展|操盘|营建|兴建|负责实施|实施|引进|招引|签约|建设|运营){_LED}(?P<amount>Ⓜ)?(?:{BUILD_ZH})?的(?P<name>.+)"
)
_INVESTS_TO_BUILD = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{0,40}}?){_WAY}(?:{INVEST_ZH}){_LED}(?P<amount>Ⓜ)，?(?:拟|将|计划|用于|主要)*(?:(?:在|于|落户)(?P<place>[^，；。Ⓜ]{{2,20}}?))?(?:{BUILD_ZH})(?P<name>(?!成)[^，；。]+)"
)
_BUILDS_AT = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ]{{2,40}}?){_WAY}在(?P<place>[^Ⓜ]{{2,20}}?){_WAY}(?:(?:{INVEST_ZH})(?P<amount>Ⓜ))?(?:{BUILD_ZH})(?P<name>(?!成).+)"
)
_PUTS = re.compile(
    r"(?P<inv>[^ⓂⒸⒷ]{2,30}?)(?:将|把)+(?P<name>[^ⓂⒸⒷ]{3,30}?)(?:整体)?(?:选址|落户|落子|(?:放|落|布局|布|建|设|迁|搬|移|转移)(?:户|子)?(?:在|到|于|至|回|进))(?P<place>[^ⓂⒸ]{2,20})"
)
_SIGNS_WITH = re.compile(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ]{2,30}?)(?:“打包”|打包|正式|成功|现场|当场|一次性)*(?:签约|签下|签定|签订|签署|拿下|达成)(?:了)?(?P<name>[^ⓂⒸⒷ]{3,60})"
)
_SIGNS_ALONE = re.compile(
    r"(?:[并还又也])?(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ，]{2,24}?)(?:签约|签下|签订|敲定)(?:了)?(?P<name>[^ⓂⒷ]{3,60})"
)
_SIGNS_MANY = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ与同和，]{{2,24}}?(?:{FIRM_END_ZH}))[^ⓂⒸⒷ，与同和]{{0,6}}?(?:签约|签下|拿下|落子|带来)(?:了)?(?P<name>[^ⓂⒷ，]{{3,60}}(?:[ⒸⓃ]|[两三四五][个项]?)[^，ⒸⓃ]{{0,6}}(?:项目|工程)?)$"
)
_SIGNING_PLACE = re.compile(r"(?P<place>[\u3400-\u9fff]{1,6}[县市区])")
_SIGNS_FOR = re.compile(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ]{2,30}?)就(?P<name>[^ⓂⒸⒷ]{3,60}?)(?:正式|成功|现场)*(?:签约|签订|签署|达成)"
)
_PARTNERS = re.compile(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和)(?P<b>[^ⓂⒸⒷ]{2,30}?)(?:签约|牵手|达成合作|(?:签订|签署)(?:了)?(?:[^，]{0,8}(?:协议|合同))?)$"
)
_SETTLES = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{2,40}}?){_WAY}(?:亦|也|会|则|均)*(?:选定|选择|选中|选址|看中|落户|落子|落脚|进驻|入驻)(?:在|于|到)?(?P<place>[^ⓂⒸ，]{{0,16}}?)，?{_WAY}(?:{BUILD_ZH})(?P<name>(?!成|后)[^，；。]+)"
)
_JOINS = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{0,24}}?)(?:则|亦|也|将|还)*(?:与|同|和|携手|联手)(?P<b>[^ⓂⒸⒷ，]{{2,30}}?){_WAY}(?:合资|合作|联合|共同|携手)+，?{_WAY}(?:在(?P<place>[^Ⓜ，]{{2,20}}?))?{_WAY}(?:{BUILD_ZH})(?P<name>(?!成|后)[^，；。]+)"
)
_TURNS = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{2,30}}?){_WAY}(?:把|将)(?P<old>[^ⓂⒸⒷ，]{{2,20}}?){_WAY}(?:改建|改造|扩建|升级|打造|转型)(?:为|成)(?P<name>[^，；。]+)"
)
_BRINGS_IN = re.compile(
    r"[^，。]{0,4}?(?P<place>[\u3400-\u9fff]{2,4}[县区市])(?:也|还|又|则)?(?:引来|引进|引入|迎来|吸引|请来)"
)
_FOUNDED = re.compile(r"(?:创办|成立|组建|注册)(?:的|了)?(?P<body>[^，。的ⓂⒸ]{2,16}?公司)(?=，)")
_PERSON = re.compile("的(?P<body>[\u4e00-\u9fff]{2,4})，$")  # 做了20年花卉生意的周某某，
_AT = re.compile("[在于]")
_PAPER = re.compile(r"协议|协定|备忘录|意向|合同")
_EACH = re.compile(
    rf"(?P<inv>[^ⓂⒸⒷ]{{4,60}}?)(?:分别|各自)(?:在(?P<place>[^Ⓜ]{{2,16}}?))?(?:{INVEST_ZH})(?P<amounts>Ⓜ(?:[、和]Ⓜ)+)，?(?:在[^Ⓜ]{{2,16}}?)?(?:{BUILD_ZH})(?P<name>[^，；。]+)"
)
_MOVES_IN = re.compile(
    r"(?P<inv>[^ⓂⒸⒷ]{2,60}?)(?:Ⓝ|Ⓒ|[两三四五]家)?(?:厂商|企业|公司|业者)?(?:将|拟|也|已)*(?:一同|共同|同时|一并|集体|分别)(?P<name>(?:进驻|入驻|落户)(?P<place>[^ⓂⒸⒷ]{2,20}))"
)
_AMOUNT_NEXT = re.compile(
    r"(?:，[^，。；：ⓂⒸⓅ]{0,10}Ⓠ[^，。；：ⓂⒸⓅ]{0,4})?，(?:由[^，；。ⓂⒸ]{2,40}，)?(?:[ⓃⒸ两三](?:条|个|座|项|厂)?(?:项目|道路)?)?"
    r"(?![^，。；Ⓜ]{0,12}(?:产值|税|收入|产能|补贴|贷款|授信|销售|额度))"
    r"(?:[^，。；：ⓂⒸⓅⓃⓆ]{0,10}(?:投资|资|额|造价|概算|规模|投入))?[^，。；：ⓂⒸⓅⓃⓆ]{0,5}Ⓜ"
)
_AMOUNT_WITHIN = re.compile(
    rf"(?P<name>[^ⓂⒷⓅ]{{3,50}}?)(?:（|(?:虽只有|虽|则|合计|共计|共|计划|预计|协议|拟|总|吸引)*(?:投资|引资|引进资金|造价)?(?:总?额)?{_LED})(?P<amount>Ⓜ)(?P<next>）?[、和]?)"
)
_MORE_AMOUNTS = re.compile(r"(?:[、和及]Ⓜ)+")
_ALSO = re.compile(
    r"(?P<name>[^ⓂⒷⓅ]{3,60}?)(?:也|在?(?:同一天|当天|现场)|同日|当日|同时|一并|正式|于当日|亦|在会上|将|随后|同步)+(?:在会上|于当日|一并|同步|正式|顺利|成功|破土|也)*(?:签约|开工|动工|破土|启动|奠基|落地|投产|投用|开建|打下首桩|打桩|[在列][^，。]{0,6}之列)"
)
_TOGETHER = re.compile(
    r"(?P<name>[^ⓂⒷⓅ]{6,90}?)等(?P<group>[^，、ⓂⒷⓅ]{0,10}?)(?:[ⒸⓃ])?(?:个)?(?:重大|重点|优质)*项目(?:[ⒸⓃ])?(?:也|已|将|正式|顺利|成功|集中|现场|同步|相继|纷纷|先后|于当日)*(?:签约|开工|动工|落地|启动|投产|竣工)"
)
_FURTHER = re.compile(
    r"(?:此外|另外|同日|当天)?(?:签约|开工|动工|投产|落户|签下)的(?:项目)?(?:还有|包括|有|则有)(?P<name>[^ⓂⒷⓅⒸ]{4,})"
)
_TELLING = re.compile(r"[ⓆⓃⒸ]|有限公司|集团|股份|公司")


class Clause(NamedTuple):
    """A clause of a sentence.

    Attributes:
        text: the whole sentence.
        start: where the clause begins in it.
        end: where it ends.
        before: the mark in front of it.
    """

    text: str
    start: int
    end: int
    before: str

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match a pattern from the clause's beginning, within it."""
        return pattern.match(self.text, self.start, self.end)


def amount_next_to(text: str, end: int) -> bool:
    """Return whether the clause behind a name gives its amount."""
    return bool(_AMOUNT_NEXT.match(text, end))


def amount_next(clause: Clause) -> list[Mention]:
    """Read X项目，总投资12亿元."""
    if not _AMOUNT_NEXT.match(clause.text, clause.end):
        return []
    mention = listed_names(clause.text, clause.start, clause.end, start=clause.start)
    return [mention] if mention else []


def amount_before(clause: Clause) -> Iterator[Mention]:
    """Read 投资12亿元的X, of several in a row too, with who stands before it."""
    text = clause.text
    heads = list(_AMOUNT_BEFORE.finditer(text, clause.start, clause.end))
    told = clause.start
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else clause.end
        mention = one_name(text, head.end(), stop, start=head.start(), is_framed=True)
        if mention is None:
            continue
        mention.amounts.append(("investment", head.start("amount")))
        if not mention.investors:
            _lead_in(text, told, head.start(), mention)
        told = mention.end
        yield mention


def _lead_in(text: str, start: int, end: int, mention: Mention) -> None:
    """Read who stands before 投资12亿元的X: an investor, or two who sign."""
    if partners := _PARTNERS.fullmatch(text, start, end):
        _take_partners(text, partners, mention)
    elif body := trim_body(text, start, end):
        mention.investors = [body]
    elif start and text[start - 1] == "，":
        head = behind_last(text, "。；，：", start)
        before = text.rfind("，", 0, start - 1) + 1
        body = trim_body(text, max(head if head < start else 0, before), start - 1)
        mention.investors = [body] if body else []


def by(clause: Clause) -> Iterator[Mention]:
    """Read 由甲投资的X, X由甲建设."""
    yield from _invested(clause, clause.match(_BY) or clause.match(_NAME_BY))


def investor_before(clause: Clause) -> Iterator[Mention]:
    """Read 甲投资的X."""
    yield from _invested(clause, clause.match(_INVESTOR_BEFORE))


def _invested(clause: Clause, found: re.Match[str] | None) -> Iterator[Mention]:
    if not found:
        return
    text = clause.text
    mention = one_name(text, *found.span("name"), start=found.start())
    bodies = split_bodies(text, *found.span("inv"))
    if mention is None or not bodies:
        return
    places = [body for body in bodies if is_government(text[slice(*body)])]
    if places:
        mention.place = mention.place or trim_place(text, *places[0])
    if firms := [body for body in bodies if body not in places]:
        mention.investors = firms
    mention.end = max(mention.end, found.end("inv"))
    if found.group("amount"):
        mention.amounts.append(("investment", found.start("amount")))
    yield mention


def builds(clause: Clause) -> Iterator[Mention]:
    """Read 甲投资2亿元，在A地建设X; 甲将在A地建设X."""
    text = clause.text
    found = clause.match(_BUILDS_AT) or _INVESTS_TO_BUILD.match(text, clause.start)
    if not found:
        return
    mention = one_name(text, *found.span("name"), start=clause.start, is_framed=True)
    if mention is None:
        return
    told = found.span("inv")
    if _AT.match(text, *told):
        mention.place = trim_place(text, told[0] + 1, told[1])
    else:
        mention.investors = split_bodies(text, *told)
    if clause.before == "，":
        _look_back(text, clause, mention, is_alone=not found.group("inv"))
    if not mention.investors:
        return
    if found.group("place"):
        mention.place = trim_place(text, *found.span("place"))
    if found.group("amount"):
        mention.amounts.append(("investment", found.start("amount")))
    yield mention


def _look_back(text: str, clause: Clause, mention: Mention, *, is_alone: bool) -> None:
    """Read from the clauses before who builds, and which county brought him in."""
    head = text.rfind("。", 0, clause.start) + 1
    if is_alone and (partners := _PARTNERS.search(text, head, clause.start - 1)):
        _take_partners(text, partners, mention)
    if not mention.investors:
        mention.investors = subject(text, clause)
    if mention.place is None and (brought := _BRINGS_IN.match(text, head, clause.start)):
        mention.place = brought.span("place")


def settles(clause: Clause) -> Iterator[Mention]:
    """Read 甲选定A园扩建X; 甲也将进驻，开设X; 甲与乙合资，在A园设置X; 甲把旧厂改建为X."""
    text = clause.text
    found = _SETTLES.match(text, clause.start) or _JOINS.match(text, clause.start)
    found = found or clause.match(_TURNS)
    if not found:
        return
    mention = one_name(text, *found.span("name"), start=clause.start)
    bodies = split_bodies(text, *found.span("inv"))
    if found.end("inv") == clause.start and clause.before == "，":
        bodies = subject(text, clause)
    groups = found.groupdict()
    if groups.get("b"):
        bodies += split_bodies(text, *found.span("b"))
    bodies = [body for body in bodies if not is_government(text[slice(*body)])]
    if mention is None or not bodies:
        return
    mention.investors = bodies
    if groups.get("place"):
        mention.place = trim_place(text, *found.span("place"))
    yield mention


def _is_paper(name: str) -> bool:
    """Return whether what is signed is a paper, and not one for a project named in it."""
    found = _PAPER.search(name)
    return bool(found) and "项目" not in name[: found.start() if found else 0]


def subject(text: str, clause: Clause) -> list[Extent]:
    """Return the firm that the clauses before this one are about."""
    head = behind_last(text, "。；：", clause.start)
    if founded := _FOUNDED.search(text, head, clause.start):
        return [founded.span("body")]
    body = subject_body(text, head, clause.start)
    if body is None and (person := _PERSON.search(text, head, clause.start)):
        return [person.span("body")]
    return [body] if body else []


def puts(clause: Clause) -> Iterator[Mention]:
    """Read 甲把X放在A地."""
    found = clause.match(_PUTS)
    mention = one_name(clause.text, *found.span("name"), start=clause.start) if found else None
    body = trim_body(clause.text, *found.span("inv")) if found else None
    if found and mention and body:
        mention.investors = [body]
        mention.place = trim_place(clause.text, *found.span("place"))
        mention.end = found.end()
        yield mention


def signs(clause: Clause) -> Iterator[Mention]:
    """Read A区与甲签下X、Y两个项目; A区与甲就X签约."""
    if alone := clause.match(_SIGNS_MANY):
        mention = listed_names(clause.text, *alone.span("name"), start=clause.start)
        body = trim_body(clause.text, *alone.span("inv"))
        if mention and body and not _is_paper(alone.group("name")):
            mention.investors = [body]
            yield mention
        return
    if with_ := clause.match(_SIGNS_ALONE):
        mention = listed_names(clause.text, *with_.span("name"), start=clause.start)
        body = trim_body(clause.text, *with_.span("b"))
        if mention and body and not _is_paper(with_.group("name")):
            mention.investors = [body]
            if place := _SIGNING_PLACE.match(clause.text):
                mention.place = place.span("place")
            yield mention
        return
    found = clause.match(_SIGNS_FOR) or clause.match(_SIGNS_WITH)
    if not found or _is_paper(found.group("name")):
        return
    mention = listed_names(clause.text, *found.span("name"), start=clause.start)
    if mention:
        _take_partners(clause.text, found, mention)
        yield mention


def _take_partners(text: str, found: re.Match[str], mention: Mention) -> None:
    """Of two who sign, the administration gives the place, the other invests."""
    for name in ("a", "b"):
        body = trim_body(text, *found.span(name))
        if body and is_government(text[slice(*body)]):
            mention.place = trim_place(text, *body)
        elif body:
            mention.investors.append(body)


def with_amount(clause: Clause) -> Iterator[Mention]:
    """Read X总投资12亿元; X（12亿元）; X 3亿元、Y 2亿元."""
    text, at = clause.text, clause.start
    while found := _AMOUNT_WITHIN.match(text, at, clause.end):
        mention = listed_names(text, *found.span("name"), start=at)
        if mention is None:
            return
        end = found.end("amount")
        if len(mention.names) > 1 and (more := _MORE_AMOUNTS.match(text, end, clause.end)):
            end = more.end()
        mention.amounts = [
            ("investment", place)
            for place in range(found.start("amount"), end)
            if text[place] == "Ⓜ"
        ]
        mention.end = end
        yield mention
        at = max(found.end(), end)


def also(clause: Clause) -> Iterator[Mention]:
    """Read X、Y也一并开工."""
    found = clause.match(_ALSO)
    mention = listed_names(clause.text, *found.span("name"), start=clause.start) if found else None
    for name in mention.names if mention else ():
        yield Mention([name], name[0], name[1], list(mention.investors) if mention else [])


def invests_each(clause: Clause) -> Iterator[Mention]:
    """Read 甲、乙分别投资3亿元、2亿元建设X: each has a project of its own."""
    found = _EACH.match(clause.text, clause.start)
    if not found:
        return
    text = clause.text
    bodies = split_bodies(text, *found.span("inv"))
    mention = listed_names(text, *found.span("name"), start=clause.start)
    mention = mention or one_name(text, *found.span("name"), start=clause.start, is_framed=True)
    amounts = [at for at in range(*found.span("amounts")) if text[at] == "Ⓜ"]
    if mention and len(bodies) == len(amounts):
        if found.group("place"):
            mention.place = trim_place(text, *found.span("place"))
        mention.investors, mention.dealt = bodies, True
        mention.amounts = [("investment", at) for at in amounts]
        yield mention


def together(clause: Clause) -> Iterator[Mention]:
    """Read X、Y等项目签约, where they are plainly projects and no list of fields."""
    found = clause.match(_TOGETHER)
    if not found or "、" not in found.group("name"):
        return
    for first, last in split_list(clause.text, *found.span("name")):
        is_framed = bool(_TELLING.search(clause.text, first, last))
        if mention := one_name(clause.text, first, last, start=first, is_framed=is_framed):
            yield mention


def further(clause: Clause) -> Iterator[Mention]:
    """Read 签约的还有X、Y: more projects, by name only."""
    found = clause.match(_FURTHER)
    if not found:
        return
    for first, last in split_list(clause.text, *found.span("name")):
        if mention := one_name(clause.text, first, last, start=first):
            yield mention


def moves_in(clause: Clause) -> Iterator[Mention]:
    """Read 甲、乙两家厂商将一同进驻A园: each has a project of its own."""
    found = clause.match(_MOVES_IN)
    bodies = split_bodies(clause.text, *found.span("inv")) if found else []
    if found and len(bodies) > 1:
        name, place = found.span("name"), found.span("place")
        yield Mention([name], clause.start, found.end(), bodies, place, dealt=True)
