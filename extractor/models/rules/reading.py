"""An article as the rules read it: each figure written as one letter, furniture set aside.

A pattern over the raw text would have to spell out numerals, units, hedges and conversions again.
In the reading every figure is one circled letter (see `MARKS`), so that a pattern says only what
stands around it: `总投资Ⓜ，占总数的Ⓟ`. `Reading.quote` gives the article's own letters back.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from extractor.article import Article
from extractor.figures import Figure
from extractor.models.rules.words import (
    AFTER_COUNT_ZH,
    CAPTION,
    COUNTED_ZH,
    END_OF_BODY,
    FIRM_ZH,
    FURNITURE,
    OTHER_ITEM_EN,
    OTHER_ITEM_ZH,
    PROJECT_EN,
    PROJECT_ZH,
)

COUNT, THING, MONEY, BOUND, PERCENT, QUANTITY, DATE, PERIOD, ORDINAL = "ⒸⓃⓂⒷⓅⓆⒹⓉⓄ"
MARKS = COUNT + THING + MONEY + BOUND + PERCENT + QUANTITY + DATE + PERIOD + ORDINAL
"""Counts of projects or papers, counts of other things, money, class bounds, percentages,
quantities, days, months and quarters, and the rest (years, editions, factors)."""

ANY_MARK = re.compile(f"[{MARKS}]")

_KINDS = {
    "money": MONEY,
    "percent": PERCENT,
    "quantity": QUANTITY,
    "date": DATE,
}
_FULL_WIDTH = str.maketrans(",;:()!?", "，；：（）！？")
_CLASS_BOUND = re.compile(
    rf"{MONEY}(?=(?:及|或)?以[上下]|级|[- ]class\b|（(?:不?含)|(?:之间)?(?:的|者)?(?:项目|企业|案件|案)?(?:共|有|为|达|只|仅)*(?<!{MONEY}){COUNT})"
)
_NOUN = re.compile(rf"(?<=[个件份项])(?:{PROJECT_ZH})$")
_MEASURE = re.compile(rf"\s?(?:{COUNTED_ZH})")
_CLOSING = re.compile(r"[^()（）\n]{0,12}[)）]")
_ENGLISH_ITEM = re.compile(
    rf"[\s-](?:(?:of|these|the|those|such|[\w’'“”\"&/-]+)\s){{0,5}}?(?:{PROJECT_EN})\b",
    re.IGNORECASE,
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_COUNTED_BEFORE = re.compile(rf"(?:{COUNTED_ZH}|{PROJECT_ZH})$")
_COUNTED_AFTER = re.compile(rf"(?:{COUNTED_ZH}|{PROJECT_ZH})")
_OTHER_CHINESE = re.compile(rf"(?:{COUNTED_ZH})?(?:{OTHER_ITEM_ZH})")
_NOUN_ZH = re.compile(
    rf"(?:{COUNTED_ZH})?(?:[^，。；、：\n]{{0,12}}?(?:{PROJECT_ZH})|[^\u3400-\u9fff]|$|{AFTER_COUNT_ZH})"
)
_FIRMS = re.compile(rf"[^，。；、\n]{{0,6}}?(?:{FIRM_ZH})")
_FIRM = re.compile(
    rf"(?:[家间户企](?!业家))?(?:[^，。；、：\n]{{0,6}}?(?:{FIRM_ZH})|[^\u3400-\u9fff]|$|{AFTER_COUNT_ZH})"
)
_FIRM_MEASURE = re.compile(r"[家间户企]$")
_SIGN_ZH = re.compile(r"^[^，。；]*?(?:签|落户|进驻|入驻)")
_DAY_AFTER = re.compile("[）)]日")
_LEAD = 400  # letters in which an article says what it counts
_PROJECT_UNIT = re.compile(rf"(?:{PROJECT_EN})\b", re.IGNORECASE)
_STOPS = re.compile(r"[,.;:()]")
_OTHER_ENGLISH = re.compile(rf"[\s-]+(?:{OTHER_ITEM_EN})\b(?!['’]s)", re.IGNORECASE)
_PRODUCED = re.compile(
    r"(?:(?:annual|daily|yearly|monthly) (?:output|capacity|production|processing) of\s*|(?:employment|jobs?|workforce)(?: potential| generation| opportunities)?(?: of| for| to) (?:about |over )?|就业(?:岗位)?|岗位|[展床车泊学席机]位|职位|用工|员工|年产)$"
)
_SIGNERS = re.compile(
    r" (?:\w+ )?(?:companies|firms|enterprises|investors|businesses)(?: on [A-Z]\w+day| (?:have|had|has|also|then|today|yesterday))* (?:signed|sign|inked|pledged|committed|agreed|submitted|through the)\b"
)
_FROM_FIRMS = re.compile(
    r".*\b(?:pledges|commitments|deals|investments?|MoUs|contracts|proposals) (?:from|with|by) (?:about |some )?(?:\w+ )?(?:companies|firms|enterprises|investors|businesses)\b"
)
_NUMBERING = re.compile(
    r"(?:projects|contracts|deals|MoUs|agreements|proposals) (?:numbering|numbered|totalling|reached) $"
)
_MEMBERS = re.compile(
    r"\b(?:[Oo]f (?:them|these|those|the \w+(?: one)?)|or so|each|projects with|deals with|contracts with)(?: (?:are|is|were|was|each|worth|valued|at|tops?|exceeds?|comes?|in|costs?|ha[sv]e|an?|investments?|of|break|through))* $"
)
_TOPS = re.compile(
    r"\b(?:[Oo]f (?:them|these|those|the \w+)|projects|schemes|deals) (?:(?:each|that|which) )?(?:tops?|exceeds?|break through|pass) $"
)
_OPEN_CLASS = re.compile("以[上下]$")
_CLASS_COUNT = re.compile(
    r"(?:的|者)?(?:项目|企业|案件|案)?(?:共|有|为|达|只|仅)*(?:[\d两]+|[一二三四五六七八九十百]+)[个件家间宗项]"
)
_MEMBERS_ZH = re.compile(
    "[其当]中[^，。；]{1,4}[个件家间宗项](?:项目|企业)?(?:更|均|都|则)*(?:投资额?)?$"
)
_EACH_BEFORE = re.compile(
    r"\b(?:projects|deals|schemes|proposals|contracts|MoUs|ones) (?:each )?(?:worth|valued at|of|costing|with an investment of|above|over) $"
)
_EACH_AFTER = re.compile(r" each\b|,? (?:with|for) an? (?:aggregate|combined|total|joint)\b")
_NUMBERED = re.compile(
    r"\b(?:[Pp]age|[Cc]hapter|[Pp]art|[Ss]ection|[Rr]oom|[Hh]all|[Ff]loor|No\.|[Pp]hase|[Dd]ay|[Bb]efore|[Uu]ntil|[Aa]ged?|[Cc]lause|[Tt]op)\s$"
)
_ENDING = re.compile(
    r"[。！？!?]+[”’」』\"）)]*"
    r"|\.(?<!\bCo\.)(?<!\bLtd\.)(?<!\bInc\.)(?<!\bCorp\.)(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bRs\.)"
    r"(?<!\.[A-Z]\.)(?<! [A-Z]\.)\.*[\"”’)]*(?=\s|$|[A-Z“\"])"
)
_LONGEST_FURNITURE = 240


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the reading.

    Attributes:
        letter: one of `MARKS`.
        figure: the figure itself.
        same: ids of its conversions, which are no marks of their own.
        start: its place in the article, conversions and measure word included; half-open.
        end: see `start`.
    """

    letter: str
    figure: Figure
    same: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the reading.

    Attributes:
        text: its words, with marks for figures.
        start: its offset in the reading.
        paragraph: number of its line among those of the body; -1 for the headline.
    """

    text: str
    start: int
    paragraph: int


class Reading:
    """An article's text with marks for figures, cut into sentences, without furniture."""

    def __init__(self, article: Article, figures: Sequence[Figure]) -> None:
        """Read an article; `figures` are all its figures, in order."""
        self.article = article
        plain = article.text
        if article.language == "zh":
            plain = plain.translate(_simplifying())
        plain = ANY_MARK.sub("?", plain)
        self._marks = _marks(plain, figures, are_firms=_counts_firms(plain, figures))
        text, self._starts = _write(plain, self._marks)
        self.text = _CLASS_BOUND.sub(BOUND, text)
        self._mark_at = dict(zip(self._starts, self._marks, strict=True))

    def origin(self, offset: int) -> int:
        """Return where an offset of the reading lies in the article."""
        index = bisect_right(self._starts, offset - 1) - 1
        if index < 0:
            return offset
        return self._marks[index].end + offset - self._starts[index] - 1

    def quote(self, start: int, end: int) -> str:
        """Return the article's own letters for a range of the reading."""
        return self.article.text[self.origin(start) : self.origin(end)]

    def mark(self, offset: int) -> Mark:
        """Return the mark that stands at an offset of the reading."""
        return self._mark_at[offset]

    def marks(self, start: int, end: int) -> Iterator[tuple[int, Mark]]:
        """Give the marks of a range with their offsets."""
        index = bisect_right(self._starts, start - 1)
        while index < len(self._starts) and self._starts[index] < end:
            yield self._starts[index], self._marks[index]
            index += 1

    @cached_property
    def headline(self) -> Sentence | None:
        """The first line, where it is a headline: short, no sentence, with more below it."""
        first = next(iter(self._lines), None)
        if first is None or first[2] != -1:
            return None
        return Sentence(self.text[first[0] : first[1]], first[0], -1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, in order."""
        return tuple(
            sentence
            for start, end, paragraph in self._lines
            if paragraph >= 0
            for sentence in _sentences(self.text, start, end, paragraph)
        )

    @cached_property
    def _lines(self) -> list[tuple[int, int, int]]:
        """The lines that are no furniture: start, end, and number (-1 for the headline)."""
        found: list[tuple[int, int, int]] = []
        number = 0
        for line in re.finditer(r"[^\r\n]+", self.text):
            text = line.group().strip()
            if found and END_OF_BODY.match(text):
                break
            if not text or (len(text) < _LONGEST_FURNITURE and _is_furniture(text)):
                continue
            if not found:
                number = -1 if _is_headline(text) else 0
            found.append((*line.span(), number))
            number += 1
        if len(found) == 1:
            return [(found[0][0], found[0][1], 0)]
        return found


@cache
def _simplifying() -> dict[int, int]:
    """Return a table that writes Chinese with simplified letters and full-width punctuation.

    Letter by letter, so that offsets stay; the words of the genre are then listed once.
    """
    import opencc  # loads in 10 ms, and only for Chinese

    letters = [chr(code) for code in range(0x4E00, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert(" ".join(letters)).split(" ")
    return _FULL_WIDTH | {
        ord(old): ord(new) for old, new in zip(letters, simplified, strict=True) if old != new
    }


def _is_furniture(line: str) -> bool:
    return bool(FURNITURE.search(line) or CAPTION.search(line))


def _is_headline(text: str) -> bool:
    return len(text) < 220 and not re.search(r"[。.]$", text)


def _sentences(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    at = start
    for found in _ENDING.finditer(text, start, end):
        if text[at : found.end()].strip():
            yield Sentence(text[at : found.end()], at, paragraph)
        at = found.end()
    if text[at:end].strip():
        yield Sentence(text[at:end], at, paragraph)


def _counts_firms(text: str, figures: Sequence[Figure]) -> bool:
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


def _marks(text: str, figures: Sequence[Figure], *, are_firms: bool) -> list[Mark]:
    """Return the marks; a conversion joins the amount it restates, with the bracket around it."""
    marks: list[Mark] = []
    for figure in figures:
        last = marks[-1] if marks else None
        if (last and figure.start < last.end) or figure.as_written.startswith("零"):
            continue
        if last and figure.conversion_of == last.figure.id and figure.start - last.end < 40:
            closing = _CLOSING.match(text, figure.end)
            end = closing.end() if closing else figure.end
            marks[-1] = Mark(last.letter, last.figure, (*last.same, figure.id), last.start, end)
            continue
        letter = _letter(figure, text, are_firms=are_firms)
        if _DAY_AFTER.match(text, figure.end):
            letter = ORDINAL  # 今（15）日
        written = text[figure.start : figure.end]
        bare = letter in (COUNT, THING) and not _MEASURE.search(written)
        measure = _MEASURE.match(text, figure.end) if bare else None
        noun = _NOUN.search(written) if letter == COUNT else None
        end = measure.end() if measure else figure.end - (len(noun.group()) if noun else 0)
        marks.append(Mark(letter, figure, (), figure.start, end))
    return marks


def _letter(figure: Figure, text: str, *, are_firms: bool) -> str:
    if figure.boundary and figure.kind == "money":
        return BOUND
    if figure.kind == "money" and _is_class(figure, text):
        return BOUND
    if figure.kind == "percent" and figure.unit == "pp":
        return ORDINAL
    if figure.kind == "date" and _is_period(figure):
        return PERIOD
    if figure.kind != "count" or "." in figure.as_written:
        return _KINDS.get(figure.kind, ORDINAL)
    counts = (are_firms and _counts_a_firm(figure, text)) or _may_count_projects(figure, text)
    return COUNT if counts else THING


def _counts_a_firm(figure: Figure, text: str) -> bool:
    after = text[figure.end : figure.end + 24].split("\n", 1)[0]
    is_firm = _FIRM_MEASURE.search(text[figure.start : figure.end]) or after[:1] in "家间户企"
    return bool(is_firm) and bool(_FIRM.match(after))


def _is_class(figure: Figure, text: str) -> bool:
    """Return whether an amount with "more than" before it bounds a class: "3 of them top ..."."""
    before = text[max(figure.start - 48, 0) : figure.start]
    if figure.hedge not in {"over", "under"}:
        return bool(_TOPS.search(before))
    if _OPEN_CLASS.search(text[figure.start : figure.end]) and _CLASS_COUNT.match(text, figure.end):
        return True
    if _MEMBERS_ZH.search(before):
        return True
    if _MEMBERS.search(before):
        return True
    return bool(_EACH_BEFORE.search(before) and _EACH_AFTER.match(text, figure.end))


def _is_period(figure: Figure) -> bool:
    """Return whether a date is a month, a quarter or longer."""
    return figure.date is not None and len(figure.date.split("/")[0]) < len("2022-11-03")


def _may_count_projects(figure: Figure, text: str) -> bool:
    """Return whether a count is one of projects or papers, or says nothing of what it counts."""
    after = text[figure.end : figure.end + 60].split("\n", 1)[0]
    before = text[max(figure.start - 32, 0) : figure.start]
    if _PRODUCED.search(before) or _NUMBERED.search(before):
        return False
    unit = figure.unit or ""
    if (
        _SIGNERS.match(after)
        or _NUMBERING.search(before)
        or _FROM_FIRMS.match(before.rstrip() + after)
    ):
        return True
    if _CHINESE.search(unit + text[figure.end : figure.end + 1] + figure.as_written[-1:]):
        return _may_count_in_chinese(text[figure.start : figure.end], after)
    if _OTHER_ENGLISH.match(after) or (
        figure.as_written.lower() == "one" and not _ENGLISH_ITEM.match(after)
    ):
        return False
    is_item = _PROJECT_UNIT.search(unit) or _ENGLISH_ITEM.match(_STOPS.split(after, maxsplit=1)[0])
    return bool(is_item) or not unit


def _may_count_in_chinese(written: str, after: str) -> bool:
    """Return whether a measure word of projects stands there, and no other thing behind it."""
    measure = _COUNTED_BEFORE.search(written) or _COUNTED_AFTER.match(after)
    is_named = _NOUN.search(written) or _NOUN_ZH.match(after)
    return bool(measure and is_named) and not _OTHER_CHINESE.match(after)


def _write(text: str, marks: Sequence[Mark]) -> tuple[str, list[int]]:
    """Return the text with marks for figures, of the same length elsewhere, and their offsets."""
    parts: list[str] = []
    starts: list[int] = []
    at = length = 0
    for mark in marks:
        gap = text[at : mark.start]
        parts += (gap, mark.letter)
        starts.append(length + len(gap))
        length += len(gap) + 1
        at = mark.end
    parts.append(text[at:])
    return "".join(parts), starts
