"""Chinese clauses in which a firm sets up works, by whatever verb: read where no closer frame does.

The firm is known by its place before an adverb of intent or a verb of building, the project by the
word of works that ends its name.
"""

import re
from collections.abc import Iterator

from extractor.figures.patterns import Pattern
from extractor.models.rules.chinese_clauses import Clause, amount_next_to, subject
from extractor.models.rules.chinese_names import one_name, trim_place
from extractor.models.rules.investors import is_government, split_bodies
from extractor.models.rules.project_mentions import Example, Frame, Mention
from extractor.models.rules.project_words import BUILD_ZH, FIRM_END_ZH, INVEST_ZH

_INTENT = r"(?:分别|也|亦|则|还|又|再|计划|拟|将|已|正|(?<![商协])会|承诺|宣布|有意|打算|准备|决定|首次|独资|全资|共同|联合|合资|合作|出手|率先|当场|现场|敲定|选定|随即)"
_BUILDS = rf"(?:{BUILD_ZH}|开办|兴办|创办|新上|新增|增设|新设|筹建|组建|布设|升级|改扩建|增建|承建|操盘|营运|运营|经营|落子)(?:了|一[座个条家间处批])?"
_SETS_UP = Pattern(
    rf"(?P<inv>[^，；：。的ⓂⒸⓅⒷ]{{2,24}}?)(?:{_INTENT}+|(?<=公司|集团|股份|控股|实业|科技))"
    rf"(?:(?:在|于|到|赴|来|落户)(?P<place>[^，；。ⓂⒸ]{{2,16}}?))?{_INTENT}*(?:(?:{INVEST_ZH}|加码|砸下?|拿出|斥)(?:约|近|超|逾|达)*(?P<amount>Ⓜ))?{_INTENT}*{_BUILDS}"
    r"(?P<name>(?!成|后|期|周期|规模)[^，；。ⓂⒸ]{3,40})"
)
_OF_FIRM = Pattern(
    rf"(?P<inv>[^，；：。的ⓂⒸⓅⒷ]{{1,24}}?(?:{FIRM_END_ZH}))(?:旗下|名下|麾下|带来|投建|操盘|牵头|主导|申报|持有)?的(?P<name>[^，；。ⓂⒸ]{{3,40}})"
)


_GOES_ON = Pattern(
    rf"{_INTENT}*(?:用于|主要)?{_BUILDS}(?P<name>(?!成|后|期|周期|规模)[^，；。ⓂⒸ]{{3,40}})$"
)
_BRINGS = Pattern(
    rf"(?P<inv>[^，；：。的ⓂⒸⓅⒷ]{{2,24}}?)(?:{_INTENT}|此次|这次)*(?:带回来?|带来|投资|谈下|签下|拿下|引来)的(?:项目)?[是为](?P<name>[^，；。ⓂⒸ]{{3,40}})"
)


def goes_on(clause: Clause) -> Iterator[Mention]:
    """Read 新建X, where the clauses before tell of the firm."""
    found = clause.match(_GOES_ON)
    if found is None or clause.before != "，":
        return
    text = clause.text
    is_priced = bool(amount_next_to(text, clause.end))
    mention = one_name(text, *found.span("name"), start=clause.start, is_framed=is_priced)
    bodies = subject(text, clause)
    if mention and bodies and not is_government(text[slice(*bodies[0])]):
        mention.investors = bodies
        yield mention


def brings(clause: Clause) -> Iterator[Mention]:
    """Read 商会会长某某带回来的是X."""
    yield from _read(clause, clause.match(_BRINGS), has_place=False)


def sets_up(clause: Clause) -> Iterator[Mention]:
    """Read 甲承诺加码Ⓜ扩建X; 甲拟新设X; 甲将在A地开办X."""
    yield from _read(clause, clause.match(_SETS_UP), has_place=True)


def of_firm(clause: Clause) -> Iterator[Mention]:
    """Read 甲公司旗下的X."""
    yield from _read(clause, clause.match(_OF_FIRM), has_place=False)


def _read(clause: Clause, found: re.Match[str] | None, *, has_place: bool) -> Iterator[Mention]:
    if found is None:
        return
    text = clause.text
    mention = one_name(text, *found.span("name"), start=clause.start)
    bodies = split_bodies(text, *found.span("inv"))
    firms = [body for body in bodies if not is_government(text[slice(*body)])]
    if mention is None or not firms or len(firms) < len(bodies):
        return
    mention.investors = firms
    if has_place and found.group("place"):
        mention.place = trim_place(text, *found.span("place"))
    if has_place and found.group("amount"):
        mention.amounts = [("investment", found.start("amount"))]
    yield mention


BUILDER_FRAMES: tuple[Frame[Clause], ...] = (
    Frame(
        sets_up,
        ("拟", "将", "承诺", "计划", "宣布", "也", "亦", "则", "公司", "集团", "股份", "科技"),
        (
            Example("丹麦甲能源则承诺加码Ⓜ扩建运维港", ("运维港",), ("丹麦甲能源",)),
            Example("甲医药研拟设新药研发平台", ("新药研发平台",), ("甲医药研",)),
            Example("甲医疗将在乙片区开办日间手术医院", ("日间手术医院",), ("甲医疗",), "乙片区"),
            Example("甲纺织拟投资Ⓜ新上高档面料生产线", ("高档面料生产线",), ("甲纺织",)),
        ),
    ),
    Frame(
        brings,
        ("的是", "的项目是", "的为"),
        (Example("甲商会会长李某某带回来的是五金生产基地", ("五金生产基地",), ("李某某",)),),
    ),
    Frame(
        goes_on,
        ("建", "设", "扩", "增", "上"),
        (
            Example(
                "甲传动有限公司将增资扩产，新建齿轮箱Ⓞ，新增投资Ⓜ",
                ("齿轮箱Ⓞ",),
                ("甲传动有限公司",),
            ),
            Example("甲集团看好滨海，拟组建研发中心", ("研发中心",), ("甲集团",)),
        ),
    ),
    Frame(
        of_firm,
        ("的",),
        (Example("甲实业旗下的珠宝加工中心", ("珠宝加工中心",), ("甲实业",)),),
    ),
)
