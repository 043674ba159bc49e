"""Chinese clauses that list projects by name only: what opens the list, and whose each item is.

"签约项目包括甲公司的冷链基地、由乙集团投资的食品厂等" gives each its investor, "分别是甲（冷链基地）、乙（食品厂）"
too. No amount is asked for, so that the opening words have to say that several projects follow.
"""

from collections.abc import Iterator

from extractor.models.rules.projects.chinese_clauses import (
    Clause,
    amount_next_to,
    by,
    investor_before,
)
from extractor.models.rules.projects.chinese_names import one_name
from extractor.models.rules.projects.investors import split_bodies
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import FIRM_END_ZH, WORKS_ZH
from extractor.patterns import Pattern

_DONE = r"签约|签下|开工|动工|投产|竣工|落户|落地|引进|入驻|亮相|奠基"
_OPENS = r"(?:包括|囊括|涵盖|分别(?:是|为|有)|依次(?:是|为)|既有|也有|则有|还有|有)"
_NAMES = r"(?P<names>[^，；：。！？\nⓂⒷⓅ]{4,}(?:，(?:以及|还有|和|及)[^，；：。！？\nⓂⒷⓅ]{4,})?)"
_PROJECTS = (
    rf"(?:(?:{_DONE})的(?:[^，的]{{0,8}}?项目)?"
    rf"|(?:{_DONE}|这些|这批|上述|代表性|重点|重大|主要|其他|其余)的?(?:[^，的]{{0,6}}?(?:项目|工程)|企业及项目)"
    r"|[类面域块](?:项目|企业)?|[\u3400-\u9fff]{2}项目)"
)
"""Several projects, as a subject: 签约的, 这些项目, 文旅类."""
_WITHIN = Pattern(
    rf"(?:[^，ⓂⒷⓅ]{{0,20}}?{_PROJECTS}(?:主要|当?中，?|里，?)*{_OPENS}"
    rf"|[^，ⓂⒷⓅ]{{0,12}}?(?:{_DONE})的是"
    rf"|(?:[^，的]{{0,8}}?(?:[省市县区镇]|园区|新城))?(?:现场|集中|成功|还|也|又|先后|相继)*(?:{_DONE})了){_NAMES}"
)
"""签约的还有X、Y; 签约项目包括X、Y; 签约了X、Y."""
_BEHIND = Pattern(rf"(?:其中|主要|具体)*(?:{_OPENS}|(?P<says>即|为|是)){_NAMES}")
"""The same behind a comma: 制造业项目12个，包括X、Y."""
_COLON = Pattern(_NAMES)
_TOLD_OF = Pattern(
    rf"(?:Ⓒ[^，；。ⓂⓅ]{{0,14}}|(?:{_DONE})的(?:[^，；。ⓂⓅ]{{0,8}}(?:项目|工程|企业))?)(?:，[^，；。]{{0,10}}Ⓜ[^，；。Ⓜ]{{0,4}})?，$"
)
_OPENED = Pattern(
    rf"(?:Ⓒ|{_DONE}|这些|上述|代表性|重点|重大)[^；。ⓂⓅ]{{0,16}}(?:{_OPENS}|[为是即]|如下)：$|(?:{_DONE}|Ⓒ)的?项目：$|Ⓒ[^，；。ⓂⓅ]{{0,6}}：$"
)
"""What stands before such a clause, or before a bare list behind a colon."""
_THERE_IS = Pattern(rf"(?:既|也|还|更|又)?有{_NAMES}")
_AMONG = Pattern(rf"(?:{_DONE}|Ⓒ|这些|此次|本次)[^，。；]{{0,12}}(?:项目|企业)(?:当|之)?[中里]，")
"""Among the projects signed there is X, there is Y too."""
_FEW = Pattern(r"等(?:[ⒸⓃ]|一批|多个|系列|重大|重点|优质|[^、的]{0,8}(?:项目|工程)){0,3}$")
_NEXT = Pattern(
    r"、|，?(?:以及|还有)|，(?:和|及)|(?<=[园厂心线地站房目店院程间城库港）区谷仓局路道楼馆桥])(?:和|及|与)"
)
_BRACKETED = Pattern(r"(?P<before>[^（）]{2,30})（(?P<inside>[^（）ⓂⓅ]{2,30})）$")
_FIRM = Pattern(rf"(?:{FIRM_END_ZH})$")
_WORKS = Pattern(rf"(?:{WORKS_ZH})Ⓞ?$")
_COUNTED = Pattern(r"(?:项目|工程|企业)[ⒸⓃ]$")
_OF_ONE = Pattern(r"(?:该|这个|本|此|整个|主体|配套)(?:项目|工程)|[^，]{0,20}建成后")


def name_list(clause: Clause) -> Iterator[Mention]:
    """Read 签约项目包括甲的X、乙的Y: more projects, by name only."""
    text, start = clause.text, clause.start
    found = _WITHIN.match(text, start)
    if not found and clause.before == "，" and _TOLD_OF.search(text, 0, start):
        found = _BEHIND.match(text, start)
    if not found and clause.before == "，" and _AMONG.search(text, 0, start):
        found = _THERE_IS.match(text, start)
    if not found and clause.before == "：" and _OPENED.search(text, 0, start):
        found = _COLON.match(text, start)
    if not found or _OF_ONE.match(text, start):
        return
    first, last = found.span("names")
    if text.startswith("Ⓜ", last) and text.find("（", first, last) > text.find("）", first, last):
        return  # each with its amount in brackets
    few = _FEW.search(text, first, last)
    items = list(_items(text, first, few.start() if few else last))
    told = [mention for item in items if (mention := _item(text, *item))]
    if not told or 2 * len(told) < len(items):
        return  # a list of fields
    if len(items) == 1 and found.groupdict().get("says") and text[start - 2] != "Ⓒ":
        return  # what is said of the project before
    if len(items) > 1 and amount_next_to(text, last):
        return  # one amount for all of them
    told[-1].end = max(told[-1].end, last)
    yield from told


def _items(text: str, start: int, end: int) -> Iterator[Extent]:
    for found in _NEXT.finditer(text, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _item(text: str, start: int, end: int) -> Mention | None:
    """Read an item: X, 甲的X, 由甲投资的X, 甲（X）, X（甲）; a counted group is none."""
    if _COUNTED.search(text, start, end):
        return None
    if found := _BRACKETED.match(text, start, end):
        before, inside = found.span("before"), found.span("inside")
        if _WORKS.search(text, *inside) and not _WORKS.search(text, *before):
            return Mention([inside], start, end, split_bodies(text, *before))
        if _FIRM.search(text, *inside):
            mention = one_name(text, *before, start=start)
            if mention:
                mention.investors = split_bodies(text, *inside) or mention.investors
            return mention
    clause = Clause(text, start, end, "、")
    return (
        next(by(clause), None)
        or next(investor_before(clause), None)
        or one_name(text, start, end, start=start)
    )
