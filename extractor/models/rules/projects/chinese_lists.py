"""Chinese clauses that name several projects, or several firms with a project each."""

from collections.abc import Iterator

from extractor.models.rules.projects.chinese_clauses import Clause
from extractor.models.rules.projects.chinese_names import (
    listed_names,
    one_name,
    split_list,
    trim_place,
)
from extractor.models.rules.projects.investors import split_bodies
from extractor.models.rules.words.mentions import Mention
from extractor.models.rules.words.projects import BUILD_ZH, INVEST_ZH
from extractor.patterns import Pattern

_EACH = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ]{{4,60}}?)(?:分别|各自)(?:在(?P<place>[^Ⓜ]{{2,16}}?))?(?:{INVEST_ZH})(?P<amounts>Ⓜ(?:[、和]Ⓜ)+)，?(?:在[^Ⓜ]{{2,16}}?)?(?:{BUILD_ZH})(?P<name>[^，；。]+)"
)
_EACH_OWN = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{4,60}}?)(?:将|拟|计划)*(?:分别|各自|依次)(?:将|拟|计划)*(?:在(?P<place>[^Ⓜ，]{{2,16}}?))?(?:签约|签下|带来|拿下|落子|投资|{BUILD_ZH})++(?:了)?(?P<name>[^，；。ⓂⒸ]{{4,}})"
)
_ONE_EACH = Pattern(
    rf"(?P<inv>[^ⓂⒷ，]{{4,60}}?)(?:，[^，ⓂⒷ]{{0,8}})?(?:将|拟|计划|也)*各(?:自|家)?(?:将|拟|要)*(?:在(?P<place>[^Ⓜ，]{{2,16}}?))?(?:投资)?(?:{BUILD_ZH})(?:了)?(?:一?[座个条家间处]|[ⓃⒸ])?(?P<name>[^，；。ⓂⒸ]{{3,}})"
)
_EACH_SAME = Pattern(
    rf"(?P<inv>[^ⓂⒷ，]{{4,60}}?)(?:将|拟|计划|也){{0,2}}(?:各自?|每家|均|都)(?:将|拟|计划|要){{0,2}}(?:在(?P<place>[^Ⓜ，]{{2,16}}?))?(?:{INVEST_ZH})(?:约|近|达|超|逾){{0,2}}(?P<amount>Ⓜ)，?(?:拟|将|计划|用于|主要){{0,2}}(?:(?:在|于|落户)(?P<at>[^，；。Ⓜ]{{2,20}}?))?(?:{BUILD_ZH})(?:一?[座个条家间处])?(?P<name>(?!成|后)[^，；。ⓂⒸ]{{3,}})"
)
_LISTED = Pattern("、|以及|和|及|与")
_MOVES_IN = Pattern(
    r"(?P<inv>[^ⓂⒸⒷ]{2,60}?)(?:Ⓝ|Ⓒ|[两三四五]家)?(?:厂商|企业|公司|业者)?(?:将|拟|也|已)*(?:一同|共同|同时|一并|集体|分别)(?P<name>(?:进驻|入驻|落户)(?P<place>[^ⓂⒸⒷ]{2,20}))"
)
_SIGNS_IN = Pattern(
    r"(?P<inv>[^ⓂⒸⒷⓃ，：]{3,60}?)(?:Ⓝ|Ⓒ|[两三四五]家)[^，；。]{0,6}?(?:将|也|分别|共同|集体|一并)*(?:与|同|和)(?P<place>[^ⓂⒸ，与]{2,20}?)(?:共同|集体|一并|分别)*(?:签下|签订|签署|签了|达成)(?:了)?(?P<name>[^，；。ⓂⒸ]{2,16}?)(?:合作)?(?:协议|合同)"
)
_ALSO = Pattern(
    r"(?P<name>[^ⓂⒷⓅ]{3,60}?)(?:(?:也|在?(?:同一天|当天|现场)|同日|当日|同时|一并|正式|于当日|亦|在会上|将|随后|同步){1,4}(?:在会上|于当日|一并|同步|正式|顺利|成功|破土|也){0,4}(?:签约|开工|动工|破土|启动|奠基|落地|投产|投用|开建|打下首桩|打桩|[在列][^，。]{0,6}之列)|(?:均|都|皆|也)?(?:位列其中|名列其中|榜上有名|赫然在列|入选))"
)
_TOGETHER = Pattern(
    r"(?P<name>[^ⓂⒷⓅ]{6,90}?)等(?P<group>[^，、ⓂⒷⓅ]{0,10}?)(?:[ⒸⓃ])?(?:个)?(?:重大|重点|优质)*(?:项目|(?<=项目等))(?:[ⒸⓃ])?(?:也|已|将|正式|顺利|成功|集中|现场|同步|相继|纷纷|先后|于当日)*(?:签约|开工|动工|落地|启动|投产|竣工)"
)
_BRACKETED = Pattern(
    r"[、；和及]?(?P<name>[^，；：。（）ⒸⓂⓅ]{3,40})（(?:由|投资方：?)?(?P<inv>[^，；：（）ⓂⒸ]{2,24}?)(?:投资|建设)*，(?:计划|预计|协议)?(?:总?投资)?(?:总?额)?[约为达近超]*(?P<amount>Ⓜ)）"
)
_BRINGS = Pattern(
    r"(?P<inv>[^，；。：ⓂⒸⒷ]{0,24}?)(?:此次|这次|本次|今年|现场|在[^，；。在]{2,14}?){0,3}(?:带来|签下|签约|投下|落下|落子|投建|要建|拟建|计划建设)的(?:则|便|就)?是(?:一?[座个条家间处]|[ⓃⒸ])?(?P<name>[^，；。：ⓂⒸ]{3,40})(?=[，：][^。；]*Ⓜ)"
)
_AND_OTHERS = Pattern("等(?:[ⒸⓃ]|一批|多个)?(?:[^、]{0,4}项目)?$")
_SEVERAL = 2
_TELLING = Pattern(r"[ⓆⓃⒸ]|有限公司|集团|股份|公司")


def bracketed(clause: Clause) -> Iterator[Mention]:
    """Read X（甲公司，Ⓜ）、Y（乙集团，Ⓜ）, each with its builder and its amount."""
    text, at = clause.text, clause.start
    while found := _BRACKETED.match(text, at):
        mention = one_name(text, *found.span("name"), start=at, is_framed=True)
        at = found.end()
        if mention is None:
            return
        mention.end = at
        mention.investors = split_bodies(text, *found.span("inv")) or mention.investors
        mention.amounts = [("investment", found.start("amount"))]
        yield mention


def also(clause: Clause) -> Iterator[Mention]:
    """Read X、Y也一并开工."""
    found = clause.match(_ALSO)
    mention = listed_names(clause.text, *found.span("name"), start=clause.start) if found else None
    if not mention:
        return
    for index, name in enumerate(mention.names):
        own = mention.investors[index : index + 1] if mention.dealt else list(mention.investors)
        place = mention.places[index] if mention.places else mention.place
        yield Mention([name], name[0], name[1], own, place)


def brings(clause: Clause) -> Iterator[Mention]:
    """Read 甲公司带来的是一座X：总投资Ⓜ."""
    found = _BRINGS.match(clause.text, clause.start)
    mention = one_name(clause.text, *found.span("name"), start=clause.start) if found else None
    if found and mention:
        mention.investors = split_bodies(clause.text, *found.span("inv")) or mention.investors
        yield mention


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


def owns_each(clause: Clause) -> Iterator[Mention]:
    """Read 甲、乙分别签约X、Y: as many names as firms, dealt out."""
    found = clause.match(_EACH_OWN)
    if not found:
        return
    text = clause.text
    bodies = split_bodies(text, *found.span("inv"))
    few = _AND_OTHERS.search(text, *found.span("name"))
    end = few.start() if few else found.end("name")
    pieces = split_list(text, found.start("name"), end, _LISTED)
    names = [one.names[0] for piece in pieces if (one := one_name(text, *piece, start=piece[0]))]
    if 1 < len(bodies) == len(names) == len(pieces):
        place = trim_place(text, *found.span("place")) if found.group("place") else None
        for body, name in zip(bodies, names, strict=True):
            yield Mention([name], name[0], name[1], [body], place)


def one_each(clause: Clause) -> Iterator[Mention]:
    """Read 甲、乙各建一座X, 甲、乙各投资3亿元，在A地建X: each has one of its own."""
    found = _EACH_SAME.match(clause.text, clause.start) or clause.match(_ONE_EACH)
    bodies = split_bodies(clause.text, *found.span("inv")) if found else []
    if not found or len(bodies) < _SEVERAL:
        return
    mention = one_name(clause.text, *found.span("name"), start=clause.start, is_framed=True)
    if mention:
        told = found.groupdict()
        for which in ("place", "at"):
            if told.get(which):
                mention.place = trim_place(clause.text, *found.span(which))
        mention.investors, mention.dealt = bodies, True
        if told.get("amount"):
            mention.amounts = [("investment", found.start("amount"))] * len(bodies)
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


def moves_in(clause: Clause) -> Iterator[Mention]:
    """Read 甲、乙两家厂商将一同进驻A园, 甲、乙两家与A园签下入园协议: each has a project of its own."""
    found = clause.match(_MOVES_IN) or clause.match(_SIGNS_IN)
    bodies = split_bodies(clause.text, *found.span("inv")) if found else []
    if found and len(bodies) > 1:
        name, place = found.span("name"), found.span("place")
        yield Mention([name], clause.start, found.end(), bodies, place, dealt=True)
