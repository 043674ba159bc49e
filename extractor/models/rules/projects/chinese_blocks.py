"""The lists of a Chinese article: which lines are entries, and which below one go on with it.

"▶ X产业园 / 投资方：甲公司 / 总投资Ⓜ，…" tells of X in three lines. A line below goes on with an entry where it
begins with what is said of projects: a label, the outlay, who builds, where, what it will bring.
"""

from collections.abc import Iterator, Mapping, Sequence

from extractor.models.rules.projects.chinese_entries import Entry, read_entry, read_title
from extractor.models.rules.reading.cells import is_row
from extractor.models.rules.reading.reading import COUNT, MONEY, Reading, Sentence
from extractor.models.rules.words.projects import FIRM_END_ZH
from extractor.patterns import Pattern

_MARK = r"[\s　●◆◇■·•▪✔▶►★※○◎▲>＞\-—【]*"
_LABEL = (
    r"(?:项目)?(?:计划|协议|预计|拟)?(?:总?投资(?:总?额|金额|规模|方|主体|商|单位|企业|人|者)?|建设(?:单位|主体|方|内容|规模|地点|地址|周期|工期|性质|地)|业主(?:单位)?|实施(?:单位|主体)|承建(?:单位|方)"
    r"|签约(?:方|单位|主体|企业)|落户(?:地|地点|园区)?|落地(?:园区)?|选址|地[点址]|位置|园区|占地(?:面积)?|概况|内容|简介|规模|效益|亮点|单位|投资|产能|(?:年)?产值|税收|就业|所属[\u3400-\u9fff]{1,4}|合作方|企业)"
)
_GOES_ON = Pattern(
    rf"{_MARK}(?:{_LABEL}[】\s]*[：:|｜]"
    r"|(?:计划|协议|预计|估算|概算|项目)*总?投资(?:总?额)?[约为达超近]*Ⓜ|Ⓜ[。；]?$"
    r"|由[^，；。ⓂⒸ]{2,40}(?:投资|出资|投建|承建|建设|实施|开发|打造)"
    rf"|[^，；。：ⓂⒸ]{{2,24}}(?:{FIRM_END_ZH})(?:共同|联合|独资|全额)*(?:投资|出资|投建|承建|建设|实施|开发|打造)"
    r"|(?:项目)?(?:位于|选址|落户|坐落)|占地|用地|总建筑|(?:主要|规划|拟|计划)*(?:建设|新建)[^，。]*[ⓃⓆⒸ]"
    r"|(?:项目)?(?:全部|整体)?(?:建成|达产|投产|投用|满产|竣工)[后，]?)"
)
"""How a line begins that goes on with an entry."""
_OUTLAY = Pattern(rf"[^。；]*(?:投资|造价|概算|估算|资金|金额)[^。；Ⓒ]{{0,8}}Ⓜ|{_MARK}Ⓜ")
_OFFERED = Pattern("招商|推介|机会|储备|谋划|拟引|求购|寻求|对外")
_LEAST = 2  # entries, or lines of one, that make a list
_NEAR = 3  # lines from one entry to the next
_LONGEST = 7  # lines of an entry below its name
_TITLE = Pattern(rf"{_MARK}[^，；。：！？ⒸⓂ]{{2,24}}$")

Lines = Mapping[int, Sequence[Sentence]]
"""The sentences of an article by their line."""


def entries_of(reading: Reading) -> dict[int, Entry]:
    """Return the entries of an article's lists, by where the line starts.

    Args:
        reading: a Chinese article.
    """
    lines: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        lines.setdefault(sentence.paragraph, []).append(sentence)
    found: dict[int, tuple[int, Entry]] = {}
    before, last = "", -1
    for number, (first, *_) in lines.items():
        if number <= last:
            continue
        entry = None if _is_offer(before, found) else _entry_at(lines, number)
        if entry:
            found[first.start] = number, entry
            last = number + entry.lines
        else:
            before = first.text
    return dict(_in_lists(found))


def _entry_at(lines: Lines, number: int) -> Entry | None:
    """Return the entry that a line begins, with how many lines below go on with it."""
    first, *rest = lines[number]
    if _goes_on(first.text):
        return None
    entry = read_entry(first.text)
    if entry is None and not rest and (mention := read_title(first.text)):
        is_one = len(mention.names) == 1
        is_told = _is_confirmed(lines, number, is_one=is_one)
        entry = Entry(mention, is_marked=True) if is_told else None
    if entry is None or not entry.is_marked:
        return None if is_row(first.text) else entry
    is_bare = not rest and not first.text[entry.mention.end :].strip()
    return entry._replace(lines=_lines_below(lines, number, is_bare=is_bare))


def _is_offer(heading: str, found: dict[int, tuple[int, Entry]]) -> bool:
    """Return whether a line before a list says that its projects are only on offer."""
    return not found and bool(_OFFERED.search(heading)) and "签" not in heading


def _in_lists(found: dict[int, tuple[int, Entry]]) -> Iterator[tuple[int, Entry]]:
    """Give the entries that have another of their kind near them."""
    told = list(found.items())
    for start, (paragraph, entry) in told:
        near = sum(
            other.is_marked is entry.is_marked
            and line - paragraph - entry.lines <= _NEAR
            and paragraph - line - other.lines <= _NEAR
            for _, (line, other) in told
        )
        if near >= _LEAST or entry.lines >= _LEAST:
            yield start, entry


def _goes_on(text: str) -> bool:
    """Return whether a line goes on with the entry above it: 投资方：甲公司, 总投资Ⓜ."""
    return bool(_GOES_ON.match(text))


def _lines_below(lines: Lines, line: int, *, is_bare: bool) -> int:
    """Return how many lines below an entry go on with it.

    Args:
        lines: the article's lines.
        line: that of the entry.
        is_bare: whether it is a name and nothing else, which any line but a title may follow.
    """
    count = 0
    while count < _LONGEST and (below := lines.get(line + count + 1)):
        text = below[0].text
        is_next = is_bare and not count and not (_TITLE.match(text.strip()) or read_entry(text))
        if not (_goes_on(text) or is_next):
            break
        count += 1
    return count


def _is_confirmed(lines: Lines, line: int, *, is_one: bool) -> bool:
    """Return whether the lines below a title tell the outlay on what it names."""
    for number in range(line + 1, line + 1 + _lines_below(lines, line, is_bare=True)):
        for one in lines[number]:
            if MONEY in one.text and _OUTLAY.match(one.text):
                return not (is_one and COUNT in one.text)  # that of a group
    return False
