"""An article as the rules read it: each figure written as one letter, furniture set aside.

A pattern over the raw text would have to spell out numerals, units, hedges and conversions again.
In the reading every figure is one circled letter (see `MARKS`), so that a pattern says only what
stands around it: `总投资Ⓜ，占总数的Ⓟ`. `Reading.quote` gives the article's own letters back.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from extractor.article import Article
from extractor.draft.schema import DraftAmount
from extractor.figures import Figure
from extractor.figures.cells import with_tabs
from extractor.models.rules.reading.chinese_layout import join_lines, plain_bullets, spell_out
from extractor.models.rules.reading.counted import Counted, counted_by, counts_firms
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.words import (
    COUNTED_ZH,
    END_OF_BODY,
    FURNITURE,
    FURNITURE_WITHIN,
    PROJECT_ZH,
)
from extractor.patterns import Pattern
from extractor.record import AmountKind

COUNT, THING, MONEY, BOUND, PERCENT, QUANTITY, DATE, PERIOD, ORDINAL = "ⒸⓃⓂⒷⓅⓆⒹⓉⓄ"
MARKS = COUNT + THING + MONEY + BOUND + PERCENT + QUANTITY + DATE + PERIOD + ORDINAL
"""Counts of projects or papers, counts of other things, money, class bounds, percentages,
quantities, days, months and quarters, and the rest (years, editions, factors)."""

ANY_MARK = Pattern(f"[{MARKS}]")

_LETTERS: dict[Counted, str] = {
    "projects": COUNT,
    "things": THING,
    "money": MONEY,
    "bound": BOUND,
    "percent": PERCENT,
    "quantity": QUANTITY,
    "date": DATE,
    "period": PERIOD,
    "ordinal": ORDINAL,
}
_FULL_WIDTH = dict(zip(",;:()!?", "，；：（）！？", strict=True))
_CLASS_BOUND = Pattern(
    rf"{MONEY}(?=(?:、{MONEY}){{0,8}}(?:、{BOUND}|的?(?:项目|企业)(?:数量?|个数)?(?:分别|依次)[有为]?{COUNT}|(?:及|或)?以[上下])|级|规模的|[- ]class\b|（不?含[{MONEY}本该]?数?）|(?:之间)?(?:的|者)?(?:大型?|小型?|重大)?(?:项目|企业|案件|案|个案|单|合约|合同)?(?:则|共|有|为|达到?|多达|只|仅|这|就|占)*(?<!{MONEY}){COUNT})"
)
_SUM = Pattern("(?:总投资(?:总?额)?|投资总额|合计投资|协议金额|签约金额)(?:约|达|近|为)*$")
_SUM_OF = Pattern("的(?:[^，。；ⒸⓂ的]{0,6})Ⓒ")
_SUM_REACH = 8
_NOUN = Pattern(rf"(?<=[个件份项])(?:{PROJECT_ZH})$")
_MEASURE = Pattern(rf"\s?(?:{COUNTED_ZH})")
_CLOSING = Pattern(r"[^()（）\n]{0,12}[)）]")
_SUMS = Pattern("[两二三][项者](?:合计|相加|共计|合共|加起来|合起来|加在一起)")
"""Sums taken together, which are no projects: 投资3亿元，贸易2亿元，两项合计5亿元."""
_DAY_AFTER = ("）日", ")日")
_ENDING = Pattern(
    r"[。！？!?.](?:(?<=[。！？!?])[。！？!?]*[”’」』\"）)]*"
    r"|(?<=\.)(?<!\bCo\.)(?<!\bLtd\.)(?<!\bInc\.)(?<!\bCorp\.)(?<!\bNo\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bRs\.)"
    r"(?<!\.[A-Z]\.)(?<! [A-Z]\.)(?!(?:(?<=\n\d\.)|(?<=\n\d\d\.))[ 　]*[\u3400-\u9fff“●])\.*[\"”’)]*(?=\s|$|[A-Z“\"]))"
)
_SENTENCE = Pattern("[Ⓓ今昨][^。！]*。")
"""A day before the end of a sentence: the line tells the news, though it ends with a colon."""
_LINE = Pattern(r"[^\r\n]+")
_LONGEST_FURNITURE = 240
_LONGEST_SENTENCE = 1_000
_LONGEST_PARAGRAPH = 6_000
_PAUSES = "，；、,; "


class Mark(NamedTuple):
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

    def as_amount(self, kind: AmountKind) -> DraftAmount:
        """Return it as an amount of a draft, with its conversions."""
        return DraftAmount(f=self.figure.id, kind=kind, same=list(self.same))


class Sentence(NamedTuple):
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
        is_chinese = article.language == "zh"
        plain = _plain(article.text) if is_chinese else article.text
        plain = ANY_MARK.sub("?", plain)
        self._marks = _marks(plain, figures, is_chinese=is_chinese)
        text, self._starts = _write(plain, self._marks)
        self._placed = tuple(zip(self._starts, self._marks, strict=True))
        self._mark_at = dict(self._placed)
        self.text = _CLASS_BOUND.sub(self._bound, join_lines(text) if is_chinese else text)

    def _bound(self, found: re.Match[str]) -> str:
        """Return the letter of an amount before a count: 总投资156亿元的28个项目 is a sum of theirs."""
        is_sum = _SUM_OF.match(found.string, found.end()) and _SUM.search(
            found.string, max(found.start() - _SUM_REACH, 0), found.start()
        )
        hedge = self._mark_at[found.start()].figure.hedge
        return MONEY if is_sum and hedge != "over" else BOUND

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
        """Return the marks of a range with their offsets."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return iter(self._placed[first:last])

    @cached_property
    def headline(self) -> Sentence | None:
        """The first line, where it is a headline: short, no sentence, with more below it."""
        first = next(iter(self._lines), None)
        if first is None or first[2] != -1:
            return None
        return Sentence(self.text[first[0] : first[1]], first[0], -1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, in order.

        One without end is cut at its commas, and a line without end counts as several paragraphs, so
        that what is looked for in the rest of a sentence or paragraph never is far.
        """
        found: list[Sentence] = []
        paragraph = 0
        for line_start, line_end, number in self._lines:
            if number < 0:
                continue
            begun = line_start
            for start, end in _sentences(self.text, line_start, line_end):
                if end - begun > _LONGEST_PARAGRAPH:
                    paragraph, begun = paragraph + 1, start
                found.append(Sentence(self.text[start:end], start, paragraph))
            paragraph += 1
        return tuple(found)

    @cached_property
    def _lines(self) -> list[tuple[int, int, int]]:
        """The lines that are no furniture: start, end, and number (-1 for the headline)."""
        found: list[tuple[int, int, int]] = []
        number = 0
        for line in _LINE.finditer(self.text):
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


def _plain(text: str) -> str:
    """Write Chinese with simplified letters, words spelt out and plain bullets; offsets stay."""
    plain = plain_bullets(spell_out(_simplified(with_tabs(text))))
    return plain.replace("在地的", "本地的")


def _simplified(text: str) -> str:
    """Write Chinese with simplified letters and full-width punctuation.

    Letter by letter, so that offsets stay; the words of the genre are then listed once.
    """
    changed, plain = _simplifying()
    return changed.sub(lambda letter: plain[letter.group()], text)


@cache
def _simplifying() -> tuple[Pattern, dict[str, str]]:
    """Return a pattern of the letters to change, and what each becomes."""
    import opencc  # loads in 10 ms, and only for Chinese

    letters = [chr(code) for code in range(0x4E00, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert(" ".join(letters)).split(" ")
    plain = _FULL_WIDTH | {
        old: new for old, new in zip(letters, simplified, strict=True) if old != new
    }
    return Pattern(f"[{''.join(plain)}]"), plain


def _is_furniture(line: str) -> bool:
    return bool(FURNITURE.match(line) or FURNITURE_WITHIN.search(line))


def _is_headline(text: str) -> bool:
    return len(text) < 220 and not text.endswith(("。", ".")) and not _SENTENCE.search(text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give where the sentences of a line begin and end, blank ones left out."""
    ends = (found.end() for found in _ENDING.finditer(text, start, end))
    for stop in (*ends, end):
        while stop - start > _LONGEST_SENTENCE:
            cut = behind_last(text, _PAUSES, start + _LONGEST_SENTENCE, start=start)
            cut = cut if cut > start else start + _LONGEST_SENTENCE
            yield start, cut
            start = cut
        if text[start:stop].strip():
            yield start, stop
        start = stop


def _marks(text: str, figures: Sequence[Figure], *, is_chinese: bool) -> list[Mark]:
    """Return the marks; a conversion joins the amount it restates, with the bracket around it."""
    marks: list[Mark] = []
    are_firms = is_chinese and counts_firms(text, figures)
    last: Mark | None = None
    for figure in figures:
        start, end = figure.start, figure.end
        if (last and start < last.end) or figure.as_written.startswith(_NOTHING):
            continue
        if text[start] in _BLANKED:  # 1️⃣, 01
            continue
        if last and figure.conversion_of == last.figure.id and start - last.end < _NEAR:
            closing = _CLOSING.match(text, end)
            end = closing.end() if closing else end
            last = marks[-1] = Mark(
                last.letter, last.figure, (*last.same, figure.id), last.start, end
            )
            continue
        letter = _LETTERS[counted_by(figure, text, is_chinese=is_chinese, are_firms=are_firms)]
        if is_chinese and (text.startswith(_DAY_AFTER, end) or _SUMS.match(text, start)):
            letter = ORDINAL  # 今（15）日, 两项合计
        elif letter in _COUNTS:
            end = _end_of_count(text, start, end, is_named=letter == COUNT)
        last = Mark(letter, figure, (), start, end)
        marks.append(last)
    return marks


_NOTHING = ("零", "0个", "0项", "0家", "0件", "0宗")
_BLANKED = "● "
"""What stands where a number of a list stood (see `plain_bullets`)."""
_NEAR = 40  # letters between an amount and its conversion
_COUNTS = frozenset({COUNT, THING})


def _end_of_count(text: str, start: int, end: int, *, is_named: bool) -> int:
    """Return where a count ends: behind its measure word, before the projects that it counts."""
    written = text[start:end]
    if not _MEASURE.search(written) and (measure := _MEASURE.match(text, end)):
        return measure.end()
    noun = _NOUN.search(written) if is_named else None
    return start + noun.start() if noun else end


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
