"""Who does what in a Chinese clause: the body that it begins with, and what stands behind its verb.

No name of a project holds a verb and who stands before it: 甲公司将在乙区建设X names X, by 甲公司.
"""

from typing import NamedTuple

from extractor.models.rules.projects.investors import is_government, split_bodies
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.projects import BUILD_ZH, FIRM_END_ZH
from extractor.patterns import Pattern

_WAY = (
    r"(?:分别|各自|各|也|亦|则|还|又|再|并|计划|打算|决定|准备|选择|承诺|宣布|拟|将|已|正(?!式)|(?<![商协])会(?!议)|此次|这次|本次|共同|联合|合资|合作|联手|携手|首次|独资"
    r"|全资|追加|现场|当场|同时|正式|成功|率先|一举|一口气)"
)
_BUILDS = rf"(?:合建|合盖|加盖|盖|起造|增建|增设|新增|增开|改造成|改造为|改成|改为|合办|开办|举办|创办|{BUILD_ZH})(?![材筑制造模立备施计成后])(?:了|起)?"
_BRINGS = r"(?:签约|签下|签订|签署|签定|带来|带回|拿下|谈下|敲定|引进|生产|扩大)(?:了)?(?![额总合项仪活]|的项目)"
_ONE = r"(?:一?[座个条家间处批项栋](?=[\u3400-\u9fff]{3})|[ⓃⒸⓄ](?=[\u3400-\u9fff]{2}))?"
BUILDS_ZH = rf"{_BUILDS}{_ONE}"
"""Verbs of building."""
VERB_ZH = rf"(?:{_BUILDS}|{_BRINGS}){_ONE}"
"""The same, and those by which a project comes without being built in words."""
_INVESTS = r"投资|斥资|出资|增资|投入|注资|加码|豪掷|砸下?|追加|取得|选[定中址]|以Ⓜ"
_ACT = Pattern(
    rf"(?P<inv>[^，；：。ⓂⒸⒷⓅ]{{2,40}}?)(?:(?={_WAY}|在){_WAY}*(?:在(?P<place>[^，；。的在ⓂⒸ]{{2,14}}?){_WAY}*){{0,2}}(?:{VERB_ZH})的?|(?:{VERB_ZH}|推出|申报|投资|出资|牵头|承建|发起|合作|合资|发展)的)(?=.{{3}})"
)
_FIRM_ACT = Pattern(
    rf"(?P<inv>[^，；：。的、在ⓂⒸⒷⓅ]{{2,24}}?(?:{FIRM_END_ZH}|工具机))(?<!高技术)(?:{_BUILDS}){_ONE}(?!项目|工程|基地|中心)(?=.{{3}})"
)
"""A firm right before its verb: 甲公司建设X."""
_SUBJECT = Pattern(
    rf"(?!{_WAY}|{VERB_ZH}|{_INVESTS})(?P<inv>[^，；：。ⓂⒸⓅ]{{2,50}}?)(?={_WAY}|{VERB_ZH}|{_INVESTS}|[在到赴](?!于)|的计划|，|$|Ⓝ[^，]{{0,6}}(?:企业|公司|厂商?|业者))"
)
_RANKED = Pattern(
    r"[^，。；ⒸⓂ]{0,10}(?:最[大高多]|居首|第[一二])的?(?:一?[笔单个宗项]|项目|投资)?(?:则|便|就)?(?:来自|[是为属])(?=.{3})"
)
"""What ranks the firm that a clause goes on to name: 投资额最高的是甲公司."""
_NO_SUBJECT = Pattern(
    r"其中|另|会上|目前|记者|项目|资金|投资额?$|协议$|签约$|^在(?!地|.*的)|^[从由](?!.*的)|^[这该]|^[他她它](?!的)|[上里中期间]$|Ⓞ"
)

_BROUGHT = Pattern(
    r"(?:[县区市镇乡州旗]|园区|新城)(?:则|也|还|又|成功|签约)*(?:引进|引来|引入|引得|迎来|招引|牵手)(?:了)?(?P<body>[^，。ⓂⒸ]{2,24})，$"
)
"""Whom a county brings in: 甲县引进乙公司，"""

_SEVERAL = Pattern(
    r"(?:签|投|带来|拿下|落|建|布局)[^，；。：]{0,6}(?:[ⒸⓃ]|[两三四五])[^，；。：]{0,6}$"
)


class Act(NamedTuple):
    """What a clause says that somebody does: where its object begins, the firms, and the place."""

    start: int
    bodies: list[Extent]
    place: Extent | None


def act_in(text: str, start: int, end: int) -> Act | None:
    """Return the act that a range begins with, where a body, an adverb and a verb stand in a row."""
    found = _ACT.match(text, start, end) or _FIRM_ACT.match(text, start, end)
    if not found:
        return None
    place = found.span("place") if found.groupdict().get("place") else None
    bodies = _bodies(text, *found.span("inv"))
    firms = [body for body in bodies if not is_government(text[slice(*body)])]
    return Act(found.end(), firms, place or next((b for b in bodies if b not in firms), None))


def subject_of(text: str, start: int, end: int) -> list[Extent]:
    """Return the firms that a clause begins with, be it any verb that follows."""
    if ranked := _RANKED.match(text, start, end):
        start = ranked.end()
    found = _SUBJECT.match(text, start, end)
    if not found or _NO_SUBJECT.search(found.group("inv")):
        return []
    bodies = _bodies(text, *found.span("inv"))
    return [body for body in bodies if not is_government(text[slice(*body)])]


def subject_before(text: str, end: int) -> list[Extent]:
    """Return the firm whose projects follow behind a colon: 甲公司签下两个项目：X、Y."""
    start = behind_last(text, "，；。：", end)
    return subject_of(text, start, end) if _SEVERAL.search(text, start, end) else []


def brought_in(text: str, start: int, end: int) -> list[Extent]:
    """Return whom a county brings in, as the clauses up to a comma say: 甲县引进乙公司，."""
    found = _BROUGHT.search(text, start, end)
    return split_bodies(text, *found.span("body")) if found else []


def _bodies(text: str, start: int, end: int) -> list[Extent]:
    return [_bare(text, *body) for body in split_bodies(text, start, end)]


def _bare(text: str, start: int, end: int) -> Extent:
    """Return a name without the marks of quotation around it."""
    while end - start > 1 and text[start] in "“「『":
        start += 1
    while end - start > 1 and text[end - 1] in "”」』":
        end -= 1
    return start, end
