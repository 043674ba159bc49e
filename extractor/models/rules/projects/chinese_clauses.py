"""How a Chinese clause names projects; `chinese_projects` says which clauses, with examples."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.models.rules.projects.chinese_names import (
    listed_names,
    one_name,
    trim_place,
)
from extractor.models.rules.projects.chinese_partners import PARTNERS, take_partners
from extractor.models.rules.projects.chinese_subjects import brought_in
from extractor.models.rules.projects.investors import (
    is_government,
    split_bodies,
    subject_body,
    trim_body,
)
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import BUILD_ZH, INVEST_ZH
from extractor.patterns import Pattern

_LED = r"(?:约|近|达|超|逾|为|不超过|高达|不足|共计|共|预计|合计|累计){0,4}"
_WAY = r"(?:规划|共同|联合|独家|全额|合作|合资|计划|拟|将|再|首期|一次性|分别|分期|分[ⓉⓆⓃⒸⓄ][年期]?|预计|总){0,4}"
"""What stands before a verb; four such words in a row are the most that anybody writes."""

_AMOUNT_BEFORE = Pattern(
    rf"(?:计划|预计|协议|拟|总){{0,4}}(?:追加投资|投资|引资|斥资|耗资|造价|斥|投下|砸下|投入|投放|豪掷)(?:总?额)?{_LED}(?P<amount>Ⓜ)(?:、(?:年产|占地|用地|建筑)[^，；。的、]{{1,20}})?(?:{BUILD_ZH})?的"
)
_BY = Pattern(
    rf"由(?P<inv>[^ⓂⒸ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|{BUILD_ZH}|运营){_LED}(?P<amount>Ⓜ)?(?:{BUILD_ZH})?(?:、(?:总?占地|用地|总?建筑)[^，；。的、]{{1,12}})?的(?P<name>.+)"
)
_NAME_BY = Pattern(
    rf"(?P<name>[^由]{{3,40}})由(?P<inv>[^ⓂⒸ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|{BUILD_ZH}|运营|负责|签约|签下|签订)(?!的)(?P<amount>(?!))?"
)
_INVESTOR_BEFORE = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ]{{2,40}}?){_WAY}(?:投资|出资|承建|投建|承担|合作|合资|开发|发展|设立|打造|筹建|布局|操盘|营建|兴建|负责实施|实施|引进|招引|签约|建设|运营){_LED}(?P<amount>Ⓜ)?(?:{BUILD_ZH})?的(?P<name>.+)"
)
_INVESTS_TO_BUILD = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{0,40}}?){_WAY}(?:(?<=[^，]{{2}})在(?P<at>[^ⓂⒸⒷ，]{{2,14}}?){_WAY})?(?:{INVEST_ZH}){_LED}(?P<amount>Ⓜ)，?(?:拟|将|计划|用于|主要){{0,3}}(?:(?:在|于|落户)(?P<place>[^，；。Ⓜ]{{2,20}}?))?(?:{BUILD_ZH}|发展)(?P<name>(?!成|后)[^，；。]+)"
)
_BUILDS_AT = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ]{{0,40}}?){_WAY}在(?P<place>(?:[^Ⓜ的]|的(?=[^，]{{1,6}}[区园县市镇港城])){{2,20}}?){_WAY}(?:(?:{INVEST_ZH})(?P<amount>Ⓜ))?(?:{BUILD_ZH})(?P<name>(?!成).+)"
)
_PUTS = Pattern(
    r"(?P<inv>[^ⓂⒸⒷ]{2,30}?)(?:将|把){1,2}(?P<name>[^ⓂⒸⒷ]{3,30}?)(?:整体)?(?:选址|落户|落子|(?:放|落|布局|布|建|设|迁|搬|移|转移)(?:户|子)?(?:在|到|于|至|回|进)了?)(?P<place>[^ⓂⒸ]{2,20})"
)
_SETTLES = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{2,40}}?){_WAY}(?:亦|也|会|则|均){{0,2}}(?:选定|选择|选中|选址|看中|落户|落子|落脚|进驻|入驻)(?:在|于|到)?(?P<place>[^ⓂⒸ，]{{0,16}}?)，?{_WAY}(?:{BUILD_ZH})(?P<name>(?!成|后)[^，；。]+)"
)
_JOINS = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{0,24}}?)(?:则|亦|也|将|还){{0,3}}(?:与|同|和|携手|联手)(?P<b>[^ⓂⒸⒷ，]{{2,30}}?){_WAY}(?:合资|合作|联合|共同|携手)，?{_WAY}(?:在(?P<place>[^Ⓜ，]{{2,20}}?){_WAY})?(?:{BUILD_ZH})(?P<name>(?!成|后)[^，；。]+)"
)
_TURNS = Pattern(
    rf"(?P<inv>[^ⓂⒸⒷ，]{{2,30}}?){_WAY}(?:把|将)(?P<old>[^ⓂⒸⒷ，]{{2,20}}?){_WAY}(?:改建|改造|扩建|升级|打造|转型)(?:为|成)(?P<name>[^，；。]+)"
)
_BRINGS_IN = Pattern(
    r"[^，。]{0,4}?(?P<place>[\u3400-\u9fff]{2,4}[县区市])(?:也|还|又|则)?(?:引来|引进|引入|迎来|吸引|请来)"
)
_FOUNDED = Pattern(r"(?:创办|成立|组建|注册)(?:的|了)?(?P<body>[^，。的ⓂⒸ]{2,16}?公司)(?=，)")
_PERSON = Pattern("的(?P<body>[\u4e00-\u9fff]{2,4})，$")  # 做了20年花卉生意的周某某，
_AT = Pattern("[在于]")
_THERE_IS = Pattern("有$|就是$")
_AMOUNT_NEXT = Pattern(
    r"(?:，[^，。；：ⓂⒸⓅ]{0,10}Ⓠ[^，。；：ⓂⒸⓅ]{0,4})?，(?:由[^，；。ⓂⒸ]{2,40}，)?(?:[ⓃⒸ两三](?:条|个|座|项|厂)?(?:项目|道路)?)?"
    r"(?![^，。；Ⓜ]{0,12}(?:产值|税|收入|产能|补贴|贷款|授信|销售|额度))"
    r"(?:[^，。；：ⓂⒸⓅⓃⓆ]{0,10}(?:投资|资|额|造价|概算|规模|投入))?[^，。；：ⓂⒸⓅⓃⓆ]{0,5}Ⓜ"
)
_MORE_AMOUNTS = Pattern(r"(?:[、和及]Ⓜ)+")
_AMOUNT_WITHIN = Pattern(
    rf"(?P<name>[^ⓂⒷⓅ]{{3,50}}?)(?:（|(?:虽只有|虽|则|合计|共计|共|计划|预计|协议|拟|总|吸引){{0,4}}(?:投资|引资|引进资金|造价)?(?:总?额)?{_LED})(?P<amount>Ⓜ)(?P<next>）?[、和]?)"
)
_BRACKETED = Pattern(
    rf"(?P<name>[^，；。（）ⓂⒸⒷⓅ]{{3,40}})（(?:计划|预计|协议|总){{0,4}}(?:投资)?(?:总?额)?{_LED}(?P<amount>Ⓜ)"
    r"(?:，(?:落户|选址|位于)?(?:(?P<place>[^，；。（）ⓂⒸⓅ]{2,12}[省市县区镇乡园])|[^；。（）ⓂⒸⓅ]{2,20}))?）(?:、|和|以?及)?"
)
"""X（总投资12亿元，东城区）, whose comma ends no entry."""


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

    def match(self, pattern: Pattern) -> re.Match[str] | None:
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
    if mention is None or _is_counted(clause, mention):
        return []
    return [mention]


def _is_counted(clause: Clause, mention: Mention) -> bool:
    """Return whether what is named is counted behind its name, as a group is: 新药开发Ⓒ最多，Ⓜ."""
    return len(mention.names) == 1 and "Ⓒ" in clause.text[mention.names[0][1] : clause.end]


def amount_before(clause: Clause) -> Iterator[Mention]:
    """Read 投资12亿元的X, of several in a row too, with who stands before it."""
    text = clause.text
    heads = list(_AMOUNT_BEFORE.finditer(text, clause.start, clause.end))
    told = clause.start
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else clause.end
        comma = text.find("、", head.end(), stop)
        if comma >= 0 and one_name(text, head.end(), comma, start=comma):
            stop = comma  # another follows
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
    if partners := PARTNERS.fullmatch(text, start, end):
        take_partners(text, partners, mention)
    elif bodies := split_bodies(text, start, end):
        places = [body for body in bodies if is_government(text[slice(*body)])]
        mention.investors = [body for body in bodies if body not in places]
        if places:
            mention.place = mention.place or trim_place(text, *_at(text, *places[0]))
    elif start and text[start - 1] in "，：" and not _THERE_IS.search(text, start, end):
        head = behind_last(text, "。；，：", start)
        before = text.rfind("，", 0, start - 1) + 1
        body = trim_body(text, max(head if head < start else 0, before), start - 1)
        mention.investors = [body] if body else []


def _at(text: str, start: int, end: int) -> Extent:
    """Return a place without what stands before it: 在A区."""
    return (start + 1, end) if _AT.match(text, start) else (start, end)


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
    first, last = found.span("name")
    mention = one_name(text, first, last, start=found.start(), is_framed=text[last - 1] == "Ⓞ")
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
    found = _INVESTS_TO_BUILD.match(text, clause.start) or clause.match(_BUILDS_AT)
    if not found:
        return
    mention = one_name(text, *found.span("name"), start=clause.start, is_framed=True)
    if mention is None:
        return
    told = found.span("inv")
    if _AT.match(text, *told) and text.find("的", *told) < 0:
        mention.place = trim_place(text, told[0] + 1, told[1])
    else:
        mention.investors = split_bodies(text, *told)
    if clause.before == "，":
        _look_back(text, clause, mention, is_alone=not found.group("inv"))
    if not mention.investors:
        return
    for which in ("place", "at"):
        if found.groupdict().get(which):
            mention.place = trim_place(text, *found.span(which))
    if found.group("amount"):
        mention.amounts.append(("investment", found.start("amount")))
    yield mention


def _look_back(text: str, clause: Clause, mention: Mention, *, is_alone: bool) -> None:
    """Read from the clauses before who builds, and which county brought him in."""
    head = text.rfind("。", 0, clause.start) + 1
    if is_alone and (partners := PARTNERS.search(text, head, clause.start - 1)):
        take_partners(text, partners, mention)
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


def subject(text: str, clause: Clause) -> list[Extent]:
    """Return the firm that the clauses before this one are about."""
    head = behind_last(text, "。；：", clause.start)
    if founded := _FOUNDED.search(text, head, clause.start):
        return [founded.span("body")]
    if brought := brought_in(text, head, clause.start):
        return brought
    body = subject_body(text, head, clause.start)
    if body is None and (person := _PERSON.search(text, head, clause.start)):
        return [person.span("body")]
    return [body] if body else []


def puts(clause: Clause) -> Iterator[Mention]:
    """Read 甲把X放在A地."""
    found = clause.match(_PUTS)
    mention = one_name(clause.text, *found.span("name"), start=clause.start) if found else None
    body = trim_body(clause.text, *found.span("inv")) if found else None
    bodies = [body] if body else subject(clause.text, clause) if clause.before == "，" else []
    if found and mention and bodies:
        mention.investors = bodies
        mention.place = trim_place(clause.text, *found.span("place"))
        mention.end = found.end()
        yield mention


def _entry(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the next entry of a list, which goes on behind a clause that ends in its bracket."""
    bracketed = _BRACKETED.match(text, at)
    if bracketed and (at > end or bracketed.end("amount") <= end < bracketed.end()):
        return bracketed
    return _AMOUNT_WITHIN.match(text, at, end) if at < end else None


def with_amount(clause: Clause) -> Iterator[Mention]:
    """Read X总投资12亿元; X（12亿元）; X 3亿元、Y 2亿元."""
    text, at = clause.text, clause.start
    while found := _entry(text, at, clause.end):
        mention = listed_names(text, *found.span("name"), start=at)
        if mention is None:
            return
        mention.place = found.span("place") if found.groupdict().get("place") else mention.place
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
