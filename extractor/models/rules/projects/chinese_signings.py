"""Chinese clauses in which a county and a firm, or a firm alone, sign for projects."""

from collections.abc import Iterator

from extractor.models.rules.projects.chinese_clauses import Clause
from extractor.models.rules.projects.chinese_names import listed_names, trim_place
from extractor.models.rules.projects.chinese_partners import take_partners
from extractor.models.rules.projects.investors import is_government, trim_body
from extractor.models.rules.words.mentions import Mention
from extractor.models.rules.words.projects import FIRM_END_ZH
from extractor.patterns import Pattern

_SIGNS_WITH = Pattern(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ]{2,30}?)(?:“打包”|打包|正式|成功|现场|当场|一次性)*(?:签约|签下|签定|签订|签署|拿下|达成)(?:了)?(?P<name>[^ⓂⒸⒷ]{3,60})"
)
_SIGNS_ALONE = Pattern(
    r"(?:[并还又也])?(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ，]{2,24}?)(?:签约|签下|签订|敲定)(?:了)?(?P<name>[^ⓂⒷ]{3,60})"
)
_SIGNS_MANY = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ与同和，]{{2,24}}?(?:{FIRM_END_ZH}))[^ⓂⒸⒷ，与同和]{{0,6}}?(?:签约|签下|拿下|落子|带来)(?:了)?(?P<name>[^ⓂⒷ，]{{3,60}}(?:[ⒸⓃ]|[两三四五][个项]?)[^，ⒸⓃ]{{0,6}}(?:项目|工程)?)$"
)
_SIGNING_PLACE = Pattern(r"(?P<place>[\u3400-\u9fff]{1,6}[县市区])")
_SIGNS_FOR = Pattern(
    r"(?P<a>[^ⓂⒸⒷ]{2,24}?)(?:与|同|和|携手)(?P<b>[^ⓂⒸⒷ]{2,30}?)就(?P<name>[^ⓂⒸⒷ]{3,60}?)(?:正式|成功|现场)*(?:签约|签订|签署|达成)"
)
_PAPER = Pattern(r"协议|协定|备忘录|意向|合同")


def _is_paper(name: str) -> bool:
    """Return whether what is signed is a paper, and not one for a project named in it."""
    found = _PAPER.search(name)
    return bool(found) and "项目" not in name[: found.start() if found else 0]


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
            if is_government(clause.text[slice(*body)]):
                mention.place = trim_place(clause.text, *body)  # who signs stands before
            else:
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
        take_partners(clause.text, found, mention)
        yield mention
