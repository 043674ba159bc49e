"""Names of projects in Chinese clauses: where one begins and ends, and whose name it begins with."""

from extractor.models.rules.projects.chinese_subjects import act_in
from extractor.models.rules.projects.investors import (
    body_in_name,
    is_government,
    owner,
    split_bodies,
    trim_body,
)
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import FIRM_END_ZH, GENERIC_ZH, WORKS_ZH
from extractor.patterns import Pattern

_SUFFIX = r"(?:项目)?(?:Ⓞ)?(?:项目|工程)?(?:（(?:Ⓞ|[^（）ⓂⒸ]{1,8})）)?"
_NAMED_PROJECT = Pattern(
    r"(?:项目|工程)(?:Ⓞ|（Ⓞ）)?(?:项目)?(?![办库部总数个投专会Ⓒ占]|管家|[中里](?:，|$)|当中)"
)
_NAMED_WORKS = Pattern(
    rf"(?:{WORKS_ZH}){_SUFFIX}(?=$|[、和及与（(“”…ⓂⓃⒸ由也共在将已等就项于是为分拟]|总投|投资|引资|合计|计划|预计|落户|落地|正式|列入|位于|选址"
    r"|同日|当[天日]|历时|耗时|顺利|如期|全面|完工|竣工|交付|点火|试产|投[产用运]|启用|动工|总经费|迎来|进入|一并|破土|打下|占地|规划|设置|设有|配备|安装|装机|库容|拥有|覆盖|今年|设计|达产|建成|开工|签约|负责|采用|规模|颇|备受|首次|金额|最|正[在式]|已|仍|尚|率先|成为|则|亦|花落|放|年[后内底]|不|只|虽|均|和|同步)"
)
_LEADING = Pattern(
    r"(?:.{0,24}?(?:还有|包括|分别是|分别为|就是|即(?!墨|将)|最大的?(?:是|为)|(?:项目|工程)(?:是|为|有)|其中|签约的有|开工的有|名单中的)"
    r"|[比例譬]?如(?![意皋东家祥新歌涵风一日期])(?=\S{4})|另外|此外|以及|[它他她]的|其(?![他余中它])|自[家己]的|(?:与|毗邻|紧邻)[^，的ⓂⒸ]{2,10}的|和(?=\S{4})|(?:主会场|分会场|活动|现场|仪式)所在的|一个|一座|一条|一批|首个|首间|首家|新的|Ⓝ个|[一二两三四五][座条家]|[座条](?![椅舱套形])|Ⓝ(?=Ⓠ)|该[市县区镇]|走进|[^，、的ⓂⒸ]{2,6}(?:类|方面|领域)的(?=\S{4})|[^，、的ⓂⒸ]{0,10}(?:填补|带动|花了|备受|具有|拥有|主打|面向|被誉|号称|期待|期盼|谈成|关注|瞩目)[^，、的ⓂⒸ]{0,8}的(?=\S{4})|(?:随后|[此本这]次|当[天日]|同[天日]|现场|首批)?(?:签约|开工|投产|竣工|引进|落户)的(?=\S{4})|[^，]{0,6}投资(?:额)?最大的|规模最大的|最[大小]的(?!一[个家宗项])|配套的"
    r"|“|「|的|Ⓒ(?=年))++"
)
_TRAILING = Pattern(r"[“”「」\s、，的]+$")
_AND_OTHERS = Pattern(r"等(?=一批|多个|系列|[ⒸⓃ]|重大|重点|[^、]{0,8}(?:项目|工程)$)")
_BY_WHOM = Pattern("(?<=.{4})由[^，；。ⓂⒸ]{2,24}?(?:投资|出资|负责|承建|建设|实施|运营|投建)")
"""Who builds, behind the name: X由甲公司负责实施."""
_IS = Pattern("是(?!否)")
_NO_NAME = Pattern(
    r"(?:一?共|合计|总计|其余|余下|剩下|另有|另外)?的?Ⓒ(?!年)|[单每各]个|单[体项笔家]|平均|[前后]者|选[定址中]|相中|看中|落脚|.{2,8}(?:类|方面|部分)则?由|.*(?:举行|举办|租[下用]|买下|购[下置得])|.*(?:Ⓒ项目|[共有达]Ⓒ$)|由|通过|对|给予|(?:这[个一座家条间]|该|此)|占|Ⓝ.{0,3}$|.{0,2}[ⒸⓃ](?:均|都|则|全部)*[是为属系]"
)
_PLACE_OF = Pattern(
    r"(?:位于|坐落[于在]|落户|落在|落子|地处|选址|同?在)?(?P<place>[\u3400-\u9fff]{1,10}?(?:[县区市镇乡]|园区|开发区|高新区|新区|[产工]业园))(?:开工|动工|签约|落户|落地)?的(?=.{3})"
)
_OWN_PLACE = Pattern(
    r"(?P<place>[\u3400-\u9fff]{2,4}?(?:[镇乡县]|街道|(?<![小社园景片学城太华北南厂院校])区(?![域间块位])))(?=[^的、委政]{4})(?![^、]{0,6}(?:公司|集团))"
)
_AT_PLACE = Pattern(
    r"(?P<body>[^在的、，]{3,20})在(?P<place>[\u3400-\u9fff]{1,10}(?:[县区市镇乡园港]|新城))的(?=.{2})"
)
"""A firm and where it builds, before 的: 甲公司在乙区的新工厂."""
_QUOTED = Pattern(rf"(?P<body>[^“”、，的ⓂⒸ]{{2,16}}(?:{FIRM_END_ZH}))“(?=[^”]{{3,14}}$)")
"""A firm before the quoted name of what it builds: 甲家纺“灯塔工厂."""
_LIST = Pattern(r"、|(?<=[园厂心线地站房目店院程间城库港所])(?:和|及|与)|以及")
_LIST_COUNTED = Pattern("、|以及|和|及|与")
"""Where a count behind the list says that there are several."""
_JOINT_COUNT = Pattern(
    r"(?:[ⒸⓃ]|[两三四五][个项]?)(?:条?道路|(?P<group>(?!厂商|企业)[\u3400-\u9fff]{0,6}?)类?(?:项目|工程))?$"
)
_GROUP_WORD = Pattern(
    r"等(?:[ⒸⓃ]|[两三四五六七八九十]个)?(?:重大|重点)?(?P<group>[^、等]{0,10}?)类?(?:项目|工程)(?:[ⒸⓃ])?$"
)
_DONE_TOGETHER = Pattern(
    r"(?<=项目)(?:打捆|打包|捆绑|集中|一并|同步|统一)(?:实施|建设|推进|开工|签约|落户)$"
)
_PLACE_CUT = Pattern(r"投资|总投|，|内$|上$|境内$|(?:人民)?政府|管委会|管理委员会|办事处")
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
        "老家",
        "家乡",
        "故里",
        "市",
        "县",
        "区",
    ]
)
_OF_REGION = Pattern(
    "[\u3400-\u9fff]{2,4}[省市县区州](?:Ⓣ?(?=招商|引资|签约|重点|重大|优质|[一二三四首]季度)|Ⓣ(?=项目$))"
)
_OF_GROUP = Pattern(
    r"(?:.*[共有便就达签署订下获得进户工成回来定约中省市县区州镇乡旗])?Ⓒ[^Ⓒ]{0,8}(?:项目|工程)$|.{2,10}类(?:项目|工程)$"
)
"""A counted group, or a kind: 还斩获Ⓒ投资项目, 全镇Ⓒ工业项目, 能源类项目; not 甲针织Ⓒ服装项目, whose count is its output."""
_LONGEST, _SHORTEST = 30, 3
_SHORTEST_FREE = 4  # letters of a name in which no word of works stands


def one_name(
    text: str, first: int, last: int, *, start: int, is_framed: bool = False
) -> Mention | None:
    """Make a mention of the one name in a range.

    Args:
        text: a sentence of the reading.
        first: where the range begins.
        last: where it ends.
        start: where the words that name the project begin.
        is_framed: whether the frame makes it a project even where no word of works stands in it.
    """
    name = _cut(text, first, last, is_framed=is_framed)
    return _with_body(text, Mention([name], start, name[1])) if name else None


def listed_names(text: str, first: int, last: int, *, start: int) -> Mention | None:
    """Make a mention of a name, or of a list of names with its count or its group word.

    "X、Y两个项目" and "X、Y等商贸项目" name X and Y together.
    """
    if done := _DONE_TOGETHER.search(text, first, last):
        last = done.start()
    group = _GROUP_WORD.search(text, first, last)
    if group and "、" in text[first : group.start()]:
        mention = listed_names(text, first, group.start(), start=start)
        if mention:
            mention.group = group.span("group") if group.group("group") else None
            mention.end = last
        return mention
    joint = _JOINT_COUNT.search(text, first, last)
    if joint and joint.group("group") and "、" not in text[first : joint.start()]:
        joint = None  # 年产Ⓝ服装项目
    if joint:
        last = joint.start()
    pieces = split_list(text, first, last)
    if joint and len(pieces) == 1:
        pieces = split_list(text, first, last, _LIST_COUNTED)
    if joint and len(pieces) == 1:
        return None  # "Ⓒ projects" of some kind are a group
    cut = [_cut(text, *piece, is_framed=bool(joint)) for piece in pieces]
    names = [name for name in cut if name]
    if len(names) < len(cut):
        return None
    mention = Mention(names, start, names[-1][1])
    if joint and joint.group("group"):
        mention.group = joint.span("group")
    return mention if _deal_owners(text, mention) else _with_body(text, mention)


def _deal_owners(text: str, mention: Mention) -> bool:
    """Give each of several names the owner or the place that it begins with, where all do.

    甲的X、乙的Y; 甲县的X、乙区的Y; 甲县签下的X、乙区签下的Y.
    """
    told = [found for name in mention.names if (found := _owner_of(text, *name))]
    if not 1 < len(told) == len(mention.names):
        return False
    are_places = {is_government(text[slice(*body)]) for body, _ in told}
    if len(are_places) > 1:
        return False
    mention.names = [(at, end) for (_, at), (_, end) in zip(told, mention.names, strict=True)]
    if are_places == {True}:
        mention.places = [body for body, _ in told]
    else:
        mention.investors, mention.dealt = [body for body, _ in told], True
    return True


def _owner_of(text: str, start: int, end: int) -> tuple[Extent, int] | None:
    """Return whose a name of a list is, be it a firm or a county, and where the rest begins."""
    act = act_in(text, start, end)
    body = (act.bodies[0] if act.bodies else act.place) if act else None
    return (body, act.start) if act and body else owner(text, start, end)


def split_list(text: str, first: int, last: int, marks: Pattern = _LIST) -> list[Extent]:
    """Split a list of names at its marks."""
    pieces = []
    at = first
    for found in marks.finditer(text, first, last):
        pieces.append((at, found.start()))
        at = found.end()
    pieces.append((at, last))
    return pieces


def trim_place(text: str, start: int, end: int) -> Extent | None:
    """Return a place without the office that stands for it; None where it is no name ("here")."""
    if cut := _PLACE_CUT.search(text, start, end):
        end = cut.start()
    return (start, end) if end - start > 1 and text[start:end] not in _NOWHERE else None


def _with_body(text: str, mention: Mention) -> Mention:
    """Take the investor, or the place, from the beginning of the first name."""
    first, last = mention.names[0]
    if len(mention.names) == 1 and (act := act_in(text, first, last)):
        in_name = _OWN_PLACE.match(text, act.start, last)
        told = in_name.span("place") if in_name else act.place
        mention.names[0] = (act.start, last)
        mention.investors = act.bodies
        mention.place = trim_place(text, *told) if told else None
        return mention
    there = _AT_PLACE.match(text, first, last)
    if there and (firm := trim_body(text, *there.span("body"))):
        mention.investors, mention.place = [firm], trim_place(text, *there.span("place"))
        mention.names[0] = (there.end(), last)
        return mention
    if place := _PLACE_OF.match(text, first, last):
        mention.place = place.span("place")
        mention.names[0] = (place.end(), last)
        return mention
    if own := _OWN_PLACE.match(text, first, last):
        mention.place = own.span("place")
        return mention
    if quoted := _QUOTED.match(text, first, last):
        mention.investors = split_bodies(text, *quoted.span("body"))
        mention.names[0] = (quoted.end(), last)
        return mention
    found = owner(text, first, last)
    if not found and len(mention.names) == 1:  # of a list, it would be the first one's alone
        found = body_in_name(text, first, last)
    body = trim_body(text, *found[0]) if found else None
    if found and body:
        mention.names[0] = (found[1], last)
        if is_government(text[slice(*body)]):
            mention.place = body
        else:
            mention.investors = [body]
        if own := _OWN_PLACE.match(text, *mention.names[0]):
            mention.place = mention.place or own.span("place")
    return mention


def _cut(text: str, first: int, last: int, *, is_framed: bool) -> Extent | None:
    """Cut a name out of a range: without what leads to it, up to the last word of works."""
    if lead := _LEADING.match(text, first, last):
        first = lead.end()
    if said := _IS.search(text, first + 2, last):
        last = said.start()
    if others := _AND_OTHERS.search(text, first, last) or _BY_WHOM.search(text, first, last):
        last = others.start()
    if _NO_NAME.match(text, first, last):
        return None
    end = _works_end(text, first, last)
    if end is None:
        if not is_framed or not _SHORTEST_FREE <= last - first <= _LONGEST:
            return None
        end = last
    if trail := _TRAILING.search(text, first, end):
        end = trail.start()
    return (first, end) if end - first >= _SHORTEST and not _is_generic(text[first:end]) else None


def _is_generic(name: str) -> bool:
    """Return whether words only say that these are projects, of some region or kind: 甲市重点项目."""
    if _OF_GROUP.match(name):
        return True
    region = _OF_REGION.match(name)
    return bool(GENERIC_ZH.fullmatch(name, region.end() if region else 0))


def _works_end(text: str, first: int, last: int) -> int | None:
    """Return where the words of works end: the first 项目, else the last plant, park or the like."""
    if found := _NAMED_PROJECT.search(text, first + 1, last):
        return found.end()
    end = None
    for works in _NAMED_WORKS.finditer(text, first + 1, last):
        end = works.end()
    return end
