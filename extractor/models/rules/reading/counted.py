"""What a figure counts or measures, by the words around it: projects, other things, money, a class."""

import re
from collections.abc import Sequence
from typing import Literal

from extractor.figures import Figure
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.words import (
    AFTER_COUNT_ZH,
    COUNTED_ZH,
    FIRM_ZH,
    OTHER_ITEM_EN,
    OTHER_ITEM_ZH,
    PROJECT_EN,
    PROJECT_ZH,
)
from extractor.patterns import Pattern

Counted = Literal[
    "projects", "things", "money", "bound", "percent", "quantity", "date", "period", "ordinal"
]
"""Projects, papers or firms that sign; other things; money; the bound of a class; and so on."""

_NOUN = Pattern(rf"(?<=[个件份项])(?:{PROJECT_ZH})$")
_ENGLISH_ITEM = Pattern(
    rf"[\s-](?:(?:of|these|the|those|such|[\w’'“”\"&/-]+)\s){{0,5}}?(?:{PROJECT_EN})\b",
    re.IGNORECASE,
)
_CHINESE = Pattern("[\u4e00-\u9fff]")
_COUNTED_BEFORE = Pattern(rf"(?:{COUNTED_ZH}|{PROJECT_ZH})$")
_COUNTED_AFTER = Pattern(rf"(?:{COUNTED_ZH}|{PROJECT_ZH})")
_OTHER_CHINESE = Pattern(rf"(?:{COUNTED_ZH})?(?:{OTHER_ITEM_ZH})")
_NOUN_ZH = Pattern(
    rf"(?:{COUNTED_ZH})?(?:[^，。；、：\n]{{0,12}}?(?:{PROJECT_ZH})|[^\u3400-\u9fff]|$|{AFTER_COUNT_ZH}|都(?!市|会)|从|散|皆)"
)
_FIRM = Pattern(
    rf"(?:[家间户企](?!业家))?(?:[^，。；、：\n]{{0,6}}?(?:{FIRM_ZH})|[^\u3400-\u9fff]|$|{AFTER_COUNT_ZH})"
)
_PART_BEFORE = Pattern("(?:其余|其他|剩下|剩余|余下|另有|另外|还有)的?$")
"""What stands before a count that is a part of one told before, whatever is said behind it."""
_FIRM_MEASURE = Pattern(r"[家间户企]$")
_SIGN_ZH = Pattern(
    r"^[^，。；]*?(?:签|落户|进驻|入驻|动土|动工|开工|破土|举铲|投产|设厂|插旗|投资(?!机会|意愿|者|环境|商|促进|服务))"
)
_LEAD = 400  # letters in which an article says what it counts
_PROJECT_UNIT = Pattern(rf"(?:{PROJECT_EN})\b", re.IGNORECASE)
_STOPS = Pattern(r"[,.;:()]")
_UNITS_WORTH = Pattern(
    r" units(?: and| with| worth| involving| costing|,| \(|:)+ ?(?:(?:just|only|about|some|over|less than|more than|an? (?:outlay|investment) of) )*(?:Rs|₹|INR|US\$|\$|€|£)"
)
"""Factories, as the Indian press counts projects, with their money."""
_OTHER_ENGLISH = Pattern(rf"[\s-]+(?:{OTHER_ITEM_EN})\b(?!['’]s)", re.IGNORECASE)
_ONE_OF_LIST = Pattern(r" (?:from|in|for|by|to|at|on|is|was) ")
"""What stands behind "one" that counts, as the finder reads it, beside others said alike."""
_PRODUCED = Cued(
    "output|capacity|production|processing|employment|job|workforce",
    r"(?:(?:annual|daily|yearly|monthly) (?:output|capacity|production|processing) of"
    r"|(?:employment|jobs?|workforce)(?: potential| generation| opportunities)?(?: of| for| to)(?: about| over)?) $",
)
_PRODUCED_ZH = (
    *("就业", "就业岗位", "岗位", "职位", "用工", "员工", "年产"),
    *("展位", "床位", "车位", "泊位", "学位", "席位", "机位"),
)
_SIGNERS = Pattern(
    r" (?:\w+ )?(?:companies|firms|enterprises|investors|businesses)(?: on [A-Z]\w+day| (?:have|had|has|also|then|today|yesterday))*,? (?:signed|sign|inked|pledged|committed|agreed|submitted|through the)\b"
)
_FROM_FIRMS = Cued(
    "companies|firms|enterprises|investors|businesses",
    r".*\b(?:pledges|commitments|deals|investments?|MoUs|contracts|proposals) (?:from|with|by) (?:about |some )?(?:\w+ )?(?:companies|firms|enterprises|investors|businesses)\b",
)
_NUMBERING = Cued(
    "numbering |numbered |totalling |reached ",
    r"(?:projects|contracts|deals|MoUs|agreements|proposals) (?:numbering|numbered|totalling|reached) $",
)
_MEMBERS = Cued(
    "f the|f those|or so|each|s with",
    r"\b(?:[Oo]f (?:them|these|those|the \w+(?: one)?)|or so|each|[Pp]rojects with|[Dd]eals with|[Cc]ontracts with)(?: (?:are|is|were|was|each|worth|valued|at|tops?|exceeds?|comes?|in|costs?|ha[sv]e|an?|investments?|of|break|through))* $",
)
_TOPS = Cued(
    "top |tops |exceed |exceeds |break through |pass ",
    r"\b(?:[Oo]f (?:them|these|those|the \w+)|projects|schemes|deals) (?:(?:each|that|which) )?(?:tops?|exceeds?|break through|pass) $",
)
_OPEN_CLASS = Pattern("以[上下]$")
_CLASS_COUNT = Pattern(
    r"(?:的|者)?(?:项目|企业|案件|案)?(?:共|有|为|达|只|仅|计|则|也|就|更)*(?:[\d两]+|[一二三四五六七八九十百]+)[个件家间宗项]"
)
_MEMBERS_ZH = Cued(
    "其中|当中", "[其当]中[^，。；]{1,4}[个件家间宗项](?:项目|企业)?(?:更|均|都|则)*(?:投资额?)?$"
)
_EACH_BEFORE = Cued(
    "worth|valued at|of|costing|above|over|investment",
    r"\b(?:[Pp]rojects|[Dd]eals|[Ss]chemes|[Pp]roposals|[Cc]ontracts|MoUs|ones|those) (?:each )?(?:worth|valued at|of|costing|with an investment of|above|over) $",
)
_BETWEEN = Cued(
    "between ",
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|others?|rest) (?:(?:of (?:them|these|those|the \w+)|projects|deals|contracts|ones) )?(?:(?:are|is|were|fall|lie|come in|worth|valued|invest|with (?:an )?investments?|of|at) ){0,3}between $",
)
_OF_RANGE = Cued(
    " of ",
    r"\b(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?) (?:projects|deals|schemes|proposals|contracts|MoUs|ones) (?:each )?(?:with (?:an )?investments? )?of $",
)
"""What stands before a range that so many projects lie in: "12 projects of 1-5 billion yuan"."""
_EACH_AFTER = Pattern(r" each\b|,? (?:with|for) an? (?:aggregate|combined|total|joint)\b")
_NUMBERED = frozenset(
    [
        "page",
        "Page",
        "chapter",
        "Chapter",
        "part",
        "Part",
        "section",
        "Section",
        "room",
        "Room",
        "hall",
        "Hall",
        "floor",
        "Floor",
        "No.",
        "phase",
        "Phase",
        "day",
        "Day",
        "before",
        "Before",
        "until",
        "Until",
        "age",
        "aged",
        "Age",
        "Aged",
        "clause",
        "Clause",
        "top",
        "Top",
    ]
)
_IS_VERB = Pattern(
    r"(?:fall|fell|lie|belong|involve|concern|cover|relate|pertain|come|go|settled|landed|followed)s?"
)
"""Verbs that the finder takes for the thing counted: "the other 19 fall under services"."""
_FALLS = Pattern(r" (?:fall|fell|lie|belong|relate|pertain)s? (?:in|into|under|to|within)\b")
_SHORT_REACH = 4
_REACH = 32  # letters before a count that tell what it counts
_KINDS: dict[str, Counted] = {
    "money": "money",
    "percent": "percent",
    "quantity": "quantity",
    "date": "date",
}


def counts_firms(text: str, figures: Sequence[Figure]) -> bool:
    """Return whether a Chinese lead counts firms that sign, and no projects."""
    found = False
    for figure in figures:
        if figure.start > _LEAD:
            break
        if figure.kind != "count":
            continue
        after = text[figure.end : figure.end + 24].split("\n", 1)[0]
        written = text[figure.start : figure.end]
        if _FIRM_MEASURE.search(written) or after[:1] in "家间户企":
            found = found or bool(_FIRM.match(after) and _SIGN_ZH.search(after))
        elif "项目" in text[figure.start - 4 : figure.end] + after[:10]:
            return False
    return found


def counted_by(figure: Figure, text: str, *, is_chinese: bool, are_firms: bool) -> Counted:
    """Return what a figure counts or measures.

    Args:
        figure: a figure of the article.
        text: the article, in simplified letters where it is Chinese.
        is_chinese: whether it is.
        are_firms: whether the article counts the firms that sign (see `counts_firms`).
    """
    kind = figure.kind
    if kind == "money" and (figure.boundary or _is_class(figure, text, is_chinese=is_chinese)):
        return "bound"
    if kind == "percent" and figure.unit == "pp":
        return "ordinal"
    if kind == "date" and _is_period(figure):
        return "period"
    if kind != "count" or "." in figure.as_written:
        return _KINDS.get(kind, "ordinal")
    if are_firms and _counts_a_firm(figure, text):
        return "projects"
    may_count = _may_count_in_chinese if is_chinese else _may_count_in_english
    return "projects" if may_count(figure, text) else "things"


def _counts_a_firm(figure: Figure, text: str) -> bool:
    after = text[figure.end : figure.end + 24].split("\n", 1)[0]
    is_firm = _FIRM_MEASURE.search(text[figure.start : figure.end]) or after[:1] in "家间户企"
    return bool(is_firm) and bool(_FIRM.match(after) or _is_part(figure, text))


def _is_part(figure: Figure, text: str) -> bool:
    """Return whether a Chinese count is of the rest of what was told before, and of no other thing."""
    is_part = _PART_BEFORE.search(text, max(figure.start - _SHORT_REACH, 0), figure.start)
    return bool(is_part) and not _OTHER_CHINESE.match(_after(figure, text))


def _is_class(figure: Figure, text: str, *, is_chinese: bool) -> bool:
    """Return whether an amount with "more than" before it bounds a class: "3 of them top ..."."""
    is_hedged = figure.hedge in {"over", "under"}
    if is_chinese and figure.upper is not None:
        return bool(_CLASS_COUNT.match(text, figure.end))  # 5亿元至10亿元8个
    before = text[max(figure.start - 48, 0) : figure.start]
    if is_chinese:
        return is_hedged and bool(
            (
                _CLASS_COUNT.match(text, figure.end)
                and (
                    text[figure.end] in "的者"
                    or _OPEN_CLASS.search(text[figure.start : figure.end])
                )
            )
            or _MEMBERS_ZH.search(before)
        )
    if figure.upper is not None:
        return bool(_BETWEEN.search(before) or _OF_RANGE.search(before))
    if not is_hedged:
        return bool(_TOPS.search(before))
    return bool(
        _MEMBERS.search(before)
        or (_EACH_BEFORE.search(before) and _EACH_AFTER.match(text, figure.end))
    )


def _is_period(figure: Figure) -> bool:
    """Return whether a date is a month, a quarter or longer."""
    return figure.date is not None and len(figure.date.split("/")[0]) < len("2022-11-03")


def _may_count_in_chinese(figure: Figure, text: str) -> bool:
    """Return whether a measure word of projects stands there, and no other thing behind it."""
    if text.endswith(_PRODUCED_ZH, max(figure.start - _REACH, 0), figure.start):
        return False
    after = _after(figure, text)
    if not _CHINESE.search(f"{figure.unit}{after[:1]}{figure.as_written[-1:]}"):
        return not figure.unit
    written = text[figure.start : figure.end]
    measure = _COUNTED_BEFORE.search(written) or _COUNTED_AFTER.match(after)
    is_named = _NOUN.search(written) or _NOUN_ZH.match(after) or _is_part(figure, text)
    return bool(measure and is_named) and not _OTHER_CHINESE.match(after)


def _may_count_in_english(figure: Figure, text: str) -> bool:
    """Return whether a count is one of projects or papers, or says nothing of what it counts."""
    after = _after(figure, text)
    before = text[max(figure.start - _REACH, 0) : figure.start]
    is_spaced = before[-1:].isspace()
    if is_spaced and (_PRODUCED.search(before) or _last_word(before) in _NUMBERED):
        return False
    if (
        _SIGNERS.match(after)
        or (is_spaced and _NUMBERING.search(before))
        or _FROM_FIRMS.match(before.rstrip() + after)
    ):
        return True
    if _UNITS_WORTH.match(after):
        return True
    if _OTHER_ENGLISH.match(after) or (
        figure.as_written.lower() == "one"
        and not (_ENGLISH_ITEM.match(after) or _ONE_OF_LIST.match(after))
    ):
        return False
    unit = figure.unit or ""
    if unit == "others" or _IS_VERB.fullmatch(unit) or _FALLS.match(after):
        return True
    is_item = _PROJECT_UNIT.search(unit) or _ENGLISH_ITEM.match(_STOPS.split(after, maxsplit=1)[0])
    return bool(is_item) or not unit


def _after(figure: Figure, text: str) -> str:
    """Return the words behind a figure in its line."""
    return text[figure.end : figure.end + 60].split("\n", 1)[0]


def _last_word(text: str) -> str:
    return text[text.rfind(" ", 0, -1) + 1 :].strip(' (“"\n')
