"""Numbers in digits, and the names, addresses and codes that only look like numbers."""

import re
from collections.abc import Sequence

from extractor.figures import chinese, english
from extractor.figures.currencies import BY_SIGN
from extractor.figures.form import Form, nothing
from extractor.figures.named_years import NAME_INITIALS, dates_name
from extractor.figures.numerals import digits
from extractor.figures.quoting import in_short_quote, opens_event_name
from extractor.figures.reading import Reading
from extractor.figures.vocabulary import WordTable
from extractor.patterns import Pattern

_LONGEST = 24  # digits; longer runs are codes


def _digits(text: str, found: re.Match[str], floor: int) -> Sequence[Reading]:
    start, end = found.span()
    if end - start > _LONGEST:
        return ()
    written = found.group()
    reading = Reading("count", start, end, *digits(written))
    following = text[end : end + 1]
    if following == " ":
        following = text[end + 1 : end + 2]
    if following > "⺀":
        chinese.read_number(text, reading, floor)
        if following in NAME_INITIALS and dates_name(text, reading, written):
            reading = _year(Reading("year", start, end, reading.value), written)
    elif not english.read_number(text, reading, floor):
        return ()
    elif (
        text[reading.end : reading.end + 1] > "⺀"
        and reading.end == reading.tail
        and reading.hedge == "exact"
    ):
        chinese.read_late_hedge(text, reading)
    if (
        text[start - 1 : start] in _JOINED
        and reading.start == start
        and _is_attached(text, reading, floor)
    ):
        return ()
    if following in _FOREIGN_BEGINS and FOREIGN_UNIT.match(text, end):
        return ()
    if reading.bare == "number":
        return _bare(text, reading, written)
    return (reading,)


# Scales and units of other languages: what stands before them is not ours to read.
FOREIGN_UNIT = Pattern(
    r"[ ]?(?:bi(?![A-Za-z‐‑-])|Mio|Mrd|Mill?\.|Mia\b|Milli(?:arden|onen|arde)|milli(?:ard|oni|ards)|millones|millón|mil millones|milh|bilh|mld|tỷ|triệu|nghìn|juta|miliar|triliun"
    r"|тыс|млн|млрд|трлн|руб|억|만|조|천|원|جنيه|مليون|مليار|ريال|درهم|करोड़|लाख|करोड|ล้าน|€)"
)
_FOREIGN_BEGINS = frozenset("MmBbtnjтмр억만천원조جمردकलล€")
_JOINED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_@&#=/\\-.·")
_TIME_BEFORE = Pattern(
    r"(?:[Mm]id|[Ee]nd|[Yy]ear|[Ee]arly|[Ll]ate|[Pp]re|[Pp]ost|[Nn]on|[Ss]ub)-\Z"
)
_CODE_BEFORE = Pattern(r"([A-Za-z]+)\d{1,5}-\Z")
_LONGEST_CODE = 12
_ADDRESS = Pattern(r"(?:://|www\.|@)\S*\Z")


def _is_attached(text: str, reading: Reading, floor: int) -> bool:
    """Return whether a number is the tail of a name, a code or an address: COVID-19, A4, /2023/."""
    start = reading.id
    before = text[start - 1]
    if before in "xX" and text[start - 2 : start - 1].isdigit():
        return False  # 2x660 MW
    if before.isalpha() or before in "_@&#=\\":
        return True
    if before == "-":
        previous = text[start - 2 : start - 1]
        if previous.isdecimal():
            code = _CODE_BEFORE.search(text, max(0, start - _LONGEST_CODE), start)
            return code is not None and code[1] not in BY_SIGN  # A350-900, but R350-400
        return (
            previous.isascii()
            and previous.isalpha()
            and floor != start - 1  # 500 million-1 billion
            and not _TIME_BEFORE.search(text, max(0, start - 7), start)
        )
    if before == ".":
        return (
            text[start - 2 : start - 1].isalnum()
            and not text[start - 3 : start - 1].isupper()
            and text[start - 2] < "⺀"
            and not _opens_sentence(text, reading)
        )
    return bool(_ADDRESS.search(text, max(0, start - 80), start))


# Words cut short before a number: Art.5, vol.2. Any other word ends a sentence before it.
_CUT_SHORT = frozenset(
    ["alt", "app", "apt", "art", "arts", "attn", "ave", "bldg", "blk", "cap", "ch", "chap", "chapter", "cl", "clause", "col", "com", "div", "doc", "ed",
     "eq", "ex", "ext", "fax", "file", "fig", "figs", "fl", "inc", "ln", "lvl", "mk", "mod", "mt", "no", "nos", "op", "org", "pag", "page", "par",
     "para", "paras", "pg", "pp", "pt", "pts", "rec", "ref", "reg", "regs", "rel", "res", "rev", "rm", "rt", "rte", "sch", "sec", "secs", "sect",
     "ser", "sr", "st", "stat", "subsec", "tab", "tel", "ver", "vers", "version", "vol", "vols"]
)  # fmt: skip
_WORD_BEFORE = Pattern(r"(?<![\w./@#=&~\\-])(?:[A-Za-z]+['’-])*([A-Za-z]{2,})\.\Z")
_PHRASE_AFTER = Pattern(r"[,;]?[ ][^\W_]")
_LONGEST_WORD = 24


def _opens_sentence(text: str, reading: Reading) -> bool:
    """Return whether a number begins a sentence with no space before it: in the park.12 of them.

    A word of letters stands before the full stop, and words or a unit behind the number.
    """
    start, end = reading.id, reading.end
    word = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    if word is None or word[1].lower() in _CUT_SHORT:
        return False
    if reading.bare != "number":
        return True
    return reading.place == 0 and _PHRASE_AFTER.match(text, end) is not None


# After one of these a number names a thing: Road 309, top 500, 邮编：410000.
_LABEL_WORDS = (
    "lines", "routes", "number", "numbers", "sector", "No", "Nos", "NO", "no", "№", "Road", "Highway", "Expressway", "Route", "Room", "Rm",
    "Building", "Gate", "Block", "Lot", "Hall", "Flight", "Article", "Section", "Chapter", "Page", "Table", "Picture",
    "Photo", "Figure", "Fig", "Terminal", "Pier", "Berth", "Unit", "Ward", "Document", "Issue", "Vol", "Volume",
    "ISO", "GB", "GB/T", "IATF", "RFC", "IEC", "HS", "Code", "code", "Zip", "Boeing", "Airbus", "Line", "Plot",
    "Survey", "Tower", "Windows", "Class", "Grade", "Level", "Category", "Appendix", "Annex", "Order", "Sector",
    "Fortune", "FORTUNE", "Forbes", "top", "Top", "TOP", "Global", "CSI", "S&P", "Nasdaq", "Nikkei", "China", "World",
    "Tel", "tel", "TEL", "Fax", "fax", "FAX", "QQ", "邮编", "郵編", "电话", "電話", "热线", "熱線", "传真", "傳真", "微信",
    "许可证", "备案号", "文号", "字号", "京ICP备", "编号", "證號", "证号", "代码", "代碼", "T+", "A+", "hotline", "Hotline", "Box", "room", "booth", "Booth", "前",
)  # fmt: skip
_LABELS = WordTable(dict.fromkeys(_LABEL_WORDS, True), whole=True)
_LABEL_ENDS = frozenset(word[-1] for word in _LABEL_WORDS)
_AFTER_LABEL = frozenset(" #：:.号-")
_LABELLED_LIST = Pattern(
    r"(?:[Ll]ines|[Rr]outes|[Rr]ooms|[Bb]erths|[Pp]lots|[Ll]ots|[Ss]ectors|[Nn]umbers|Nos\.?) \d+(?:,| and| &| to) \Z"
)
_PRODUCT_BEFORE = Pattern(r"(?:\d ?[xX×*/+] ?|\[)\Z")


def _is_labelled(text: str, start: int) -> bool:
    """Return whether the words before a number make it a name's part rather than a number."""
    at = start
    while at > start - 3 and text[at - 1 : at] in _AFTER_LABEL and at:
        at -= 1
    if text[at - 1 : at] in _LABEL_ENDS and _LABELS.before(text, at, max(0, at - 16)):
        return not _is_told(text, at, start)
    before = text[max(0, start - 24) : start]
    if before.rstrip(" ")[-1:] in _BEFORE_PRODUCT and _PRODUCT_BEFORE.search(before):
        return True
    return before.endswith((" and ", ", ", " & ", " to ")) and bool(_LABELLED_LIST.search(before))


# What is counted stands before the verb: proposals above that amount number 92.
_NUMBERING = Pattern(
    r"(?:[a-z]s|people|women|men|crore|lakh|[mbtr]illion|yuan|which|that|now) number\Z"
)


def _is_told(text: str, at: int, start: int) -> bool:
    """Return whether a number behind a word like those of names is told of it, not its name."""
    if text[at - 5 : at] in {"China", "World"}:
        return "Fortune" not in text[max(0, at - 16) : at]
    if text[at - 3 : at].lower() == "top":
        return text[at : at + 1] in ":："
    if text[at : at + 2] == ". ":
        end = text[at - 3 : at]  # a sentence ends, where no word is cut short: No. 5
        return end.isalpha() and end.islower() and end not in {"tel", "fax"}
    return start - at == 1 and _NUMBERING.search(text, max(0, at - 20), at) is not None


_BEFORE_PRODUCT = frozenset("xX×*/+[")
_CLASS_AFTER = Pattern(
    r"[强強](?![度制化])|工程(?=[高院大、/])|(?:高校|院校)|\+[A-Z0-9]|\.(?:S[HSZ]|HK|BJ|TW)\b|[ ]?[xX×*] ?\d|/\d|号(?:楼|线|文|馆|厅|门|公路|地块|院|路)?|[線线号號]|网|網"
)
# A number that opens a line or clause and is set off from what follows numbers it: 1. and 2、
_ROW_BEFORE = frozenset("\n 。；：")
_ROW_MARKS = frozenset("\t.．、)）")
_ROW_AFTER = Pattern(
    r"(?<=\n\d)\t|(?<=\n\d\d)\t|[.．、](?=[\u3400-\u9fff“])|(?<=^\d)[.)）、] |(?<=\n\d)[.)）、]|(?<=\n\d\d)[.)）、](?!\d)"
)


def _bare(text: str, reading: Reading, written: str) -> Sequence[Reading]:
    """Tell what a number without unit is: a year, a row's number, part of a name, or a count."""
    start, end = reading.id, reading.end
    if (
        _is_labelled(text, start)
        or (text[start - 1 : start] in _MARKED and _is_marked(text, start, end, written))
        or (written[0] == "0" and len(written) > 2 and written.isdecimal())  # 00700
        or (written[-2:] == ".0" and _is_version(text, start, end))
        or _CLASS_AFTER.match(text, end)
        or (in_short_quote(text, start, end) and not opens_event_name(text, start, end))
    ):
        return ()
    if text[end : end + 2].lstrip(" ")[:1] in _BARS and _numbers_row(text, start, end, written):
        reading.kind, reading.bare = "ordinal", ""
        return (reading,)
    if text[end : end + 1] in _ROW_MARKS and (start == 0 or text[start - 1] in _ROW_BEFORE):
        row = _ROW_AFTER.match(text, end)
        if row and row.group() == "\t":
            reading.kind, reading.bare = "ordinal", ""
            return (reading,)
        if row:
            return ()
    if (
        len(written) == 4
        and written.isdecimal()
        and not reading.scale
        and written[:2] in {"19", "20"}
        and reading.hedge == "exact"
        and _is_year(text, start, end)
    ):
        return (_year(reading, written),)
    return (reading,)


_MARKED = frozenset("(（")
_MARK_ENDS = frozenset(")）")
_ITEM_BEFORE = Pattern(r"(?:\A|[\n。；;：:，,、.])[ ]?[(（]\Z")


def _is_marked(text: str, start: int, end: int, written: str) -> bool:
    """Return whether brackets around a number make it a share's code, or the mark of an item: (2) Chips."""
    if text[end : end + 1] not in _MARK_ENDS or not written.isdecimal():
        return False
    if len(written) == len("600519"):
        return True
    is_short = len(written) < len("100")
    return is_short and _ITEM_BEFORE.search(text, max(0, start - 3), start) is not None


_VERSIONED = Pattern(
    r"(?:Industry|Web|Internet|Agriculture|Manufacturing|Revolution|[Vv]ersion) \Z|工[业業] ?\Z"
)


def _is_version(text: str, start: int, end: int) -> bool:
    return text[end : end + 1] == "版" or bool(_VERSIONED.search(text, max(0, start - 15), start))


_LONGEST_ROW = 2000
_ROW_START = Pattern(r"\n[|｜│]?[ ]?\Z")


def _numbers_row(text: str, start: int, end: int, written: str) -> bool:
    """Return whether a number is that of a row between bars: the first, or one above the last."""
    opening = _ROW_START.search(text, max(0, start - 3), start)
    if opening is None or not written.isdecimal():
        return False
    last = f"{opening.group()}{int(written) - 1}{text[end : end + 1]}"
    return written == "1" or text.rfind(last, max(0, start - _LONGEST_ROW), start) >= 0


_BARS = frozenset("|｜│")


def _year(reading: Reading, written: str) -> Reading:
    reading.kind, reading.bare, reading.date = "year", "", written
    return reading


_COUNT_NOUN = Pattern(
    r"[ ](?:[a-z-]+[ ]){0,2}(?:projects|companies|enterprises|people|jobs|firms|delegates|guests|visitors|households|workers|students|contracts|agreements"
    r"|MoUs|items|sets|units|businesses|participants|exhibitors|residents|employees|seats|rooms|beds|booths|representatives|merchants)\b"
)
_YEAR_BEFORE = Pattern(
    r"(?:in|since|by|until|of|from|to|year|early|late|mid|through|before|after|FY|and|the|for|during|between|till|than|or)[ -]\Z",
    re.IGNORECASE,
)
_RANGE_AFTER = Pattern(r" ?(?:[-–—~～至到]| to ) ?(\d+)(?![\d年月])")
_COUNTER = Pattern(
    r"(?:[Vv]iews|[Hh]its|[Rr]eads|阅读|閱讀|点击|浏览|點擊|瀏覽|点赞|次数|量|数|人气|评论)[:： ]*\Z"
)


def _is_year(text: str, start: int, end: int) -> bool:
    if _COUNT_NOUN.match(text, end) and not _YEAR_BEFORE.search(text, max(0, start - 8), start):
        return False
    range_end = _RANGE_AFTER.match(text, end)
    if range_end and not (len(range_end[1]) == 4 and range_end[1][:2] in {"19", "20"}):
        return False
    return not _COUNTER.search(text, max(0, start - 8), start)


PHONE = Form(
    "phone",
    r"(?<![\d.])(?:\(?0\d{2,3}\)?[- —]\d{7,8}(?!\d)|0\d{1,3}\)?[- ]\d{3,4}[- ]\d{4}(?!\d)|1[3-9]\d{9}(?![\d.亿万])|[48]00[- ]\d{3,4}[- ]\d{3,4}(?!\d)|(?<=\+)\d{1,3}[ -]\(?\d[\d ()-]{6,12}\d)",
    nothing,
    (
        ("0731-84330000", None),
        ("(028) 3822-1234", None),
        ("13800138000", None),
        ("+84 24 3825 5555", None),
    ),
)
CODES = (
    Form(
        "code",
        r"(?<![\d.,])\d{1,12}(?:-\d{1,12}){2,6}(?![\d年月])|(?<![\d.,])\d{1,3}(?:\.\d{1,3}){2,4}(?![\d%])",
        nothing,
        (("文号 12-34-56", None), ("192.168.1.10", None)),
    ),
    Form(
        "foreign",
        r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,6},\d{1,6}|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,6}(?!\d)|\d{1,3}(?:['’]\d{3}){1,6}(?!\d)|(?<![\d.,])\d{1,3},\d{1,2}(?!\d)(?=[ ]?(?:%|[a-zA-Z]{0,2}illi|Mio|Mrd|mln|bn|€|EUR|tonn|MW|km|t\b|ha\b))",
        nothing,
        (("1.234,5 Kronen", None), ("1.234.567 pieces", None), ("12,5 Mio. EUR", None)),
    ),
)
NUMBER = Form(
    "digits",
    r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d|,\d{3})(?:\.\d+)?|\d{1,3}(?:[ ]\d{3}){1,6}(?![\d,]|[ ]\d)|\d+(?:\.\d+)?",
    _digits,
    (
        ("93.588 billion yuan", "93588000000"),
        ("14,81,108 crore", "14811080000000"),
        ("682.4亿元", "68240000000"),
        ("1 200 000 tonnes", "1200000"),
    ),
)
