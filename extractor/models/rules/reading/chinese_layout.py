"""How a Chinese text is laid out: lines broken like verse, and two words written as one.

What is written here has the length of what it stands for, so that offsets stay.
"""

import re

from extractor.models.rules.words.words import FURNITURE
from extractor.patterns import Pattern

_LINE = Pattern(r"[^\r\n]*(?:\r?\n|$)")
_LONGEST = 40
_BROKEN = Pattern(rf"[^。！？；;：:，,\t|｜\n]{{0,{_LONGEST}}}(?<![。！？；;：:，,、\s])\n")
_HEADING = Pattern(
    r"[\s　]*(?:[●■◆◇·•▪▌▎✔▶►★※○◎▲△▼☆#]|[-—]|[（(【\[]|[①-⑳]|\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]|附件|附：)"
)
_CELLS = Pattern(r"\S[ 　]*　[ 　]*\S+?[ 　]*　[ 　]*\S")
"""The cells of a row, parted by wide spaces."""
_TIME = Pattern("Ⓓ[上下]?午?$|Ⓓ.{0,2}[上下]午$|Ⓓ晚$")
_TWO_IN_ONE = Pattern(r"([开竣投复签续新扩])（([开竣投复签续新扩])）([工产约建])")


_EMOJI = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u20e3\u200d]"
_PICTURE = Pattern(_EMOJI)
_BULLET = Pattern(
    rf"(?m:^)[ 　]*(?:(?:\d{{1,2}}\ufe0f?\u20e3|{_EMOJI})[ 　]*)+(?:0\d(?=[ 　、|｜/.．]))?"
    r"|(?m:^)[ 　]*0\d(?=[ 　]*[|｜/]|[ 　、]+[\u3400-\u9fff“])"
)
"""Pictures, numbers in boxes and numbers with a nought that open a line of a post."""
_MARK = "●"
_SHAPED = Pattern(r"[\s　]*[▲△▼](?=[^\n]*Ⓜ)(?![^\n]*(?:图|摄|现场))")
"""What opens an entry of a list; without a sum, a caption."""
_TITLE = Pattern(
    r"[\s　]*(?:●|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|【)[^ⒸⓂⓃⓅ，；：。！？\n]{2,20}\n"
)
_TALLY = Pattern(
    r"(?P<mark>[\s　]*(?:●[\s　]*)?)(?:一?共|合计|总计|签约|开工|投产|竣工|集中|项目|数量?|：|有)*Ⓒ"
)
"""What a title is joined with: the line below it that says how many there are."""

_HEAD_TALLY = Pattern(
    r"[\s　]*(?P<mark>(?:●|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[ 　]*)[^ 　ⒸⓂⓃⓅ，；。：！？（）\n]{2,16}(?P<gap>[ 　|｜]+(?=共?Ⓒ)|(?=（共?(?:签约|开工|投产)?(?:项目)?Ⓒ))"
)
"""A title with its tally in one line: 一、工业类 Ⓒ Ⓜ; 二、服务业（Ⓒ，Ⓜ）."""

_FIELDS = Pattern(
    r"(?P<mark>[\s　]*(?:[●■◆◇•▪▶►★※◎]|\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、|[（(][\d一二三四五六七八九十]{1,3}[）)])?[ 　]*)"
    r"(?P<told>[^，；。：！？\t|｜\nⒸ]*Ⓜ[^，；。：！？\t|｜\nⒸ]*)$"
)
"""An entry of a list without commas: ▲甲公司 中央厨房项目 总投资Ⓜ."""
_GAP = Pattern("(?<=[\u3400-\u9fffⓂ）”])[ 　]+(?=\\S)|(?<=\\S)[ 　]+(?=[\u3400-\u9fffⓂ“])")
_FEWEST_GAPS = 2

_UNITS = Pattern(r"(?<=[县镇乡区市])（[市区县镇乡街道办、]{1,5}）")


def join_lines(text: str) -> str:
    """Write commas for the breaks between lines that are no sentences, as posts are set.

    Args:
        text: the reading of a Chinese article.
    """
    lines = [_with_commas(_with_bullet(line)) for line in _LINE.findall(text)]
    joined: list[str] = []
    is_titled = False
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        is_broken = _is_part(line) and _is_part(after)
        told = line
        if is_titled and (tally := _TALLY.match(line)):
            told = " " * tally.end("mark") + line[tally.end("mark") :]
        elif tally := _HEAD_TALLY.match(line):
            told = _without_mark(line, tally)
        is_titled = bool(_TITLE.fullmatch(line) and _TALLY.match(after))
        if is_titled:
            joined.append(f"{told[:-1]}：")
        else:
            joined.append(f"{told[:-1]}，" if is_broken else told)
    return "".join(joined)


def _with_bullet(line: str) -> str:
    shaped = _SHAPED.match(line)
    return line[: shaped.end() - 1] + _MARK + line[shaped.end() :] if shaped else line


def _with_commas(line: str) -> str:
    """Write commas for the spaces between the fields of an entry."""
    found = _FIELDS.match(line.rstrip())
    if not found:
        return line
    mark, told = found["mark"], found["told"]
    commas, n_gaps = _GAP.compiled.subn(lambda gap: "，".ljust(len(gap.group())), told)
    if n_gaps < _FEWEST_GAPS - bool(mark.strip()):
        return line
    return mark + commas + line[found.end() :]


def _is_part(line: str) -> bool:
    told = line.strip()
    return bool(told and _BROKEN.fullmatch(line)) and not (
        _HEADING.match(line)
        or _CELLS.search(told)
        or (FURNITURE.match(told) and not _TIME.match(told))
    )


def _without_mark(line: str, tally: re.Match[str]) -> str:
    """Write a title with its tally as a name, a colon, and a count."""
    start, end = tally.span("mark")
    told = line[:start] + " " * (end - start) + line[end:]
    first, last = tally.span("gap")
    return told[:first] + "：".rjust(last - first) + told[last:] if last > first else told


def plain_bullets(text: str) -> str:
    """Write one bullet for what opens a line of a post, and blanks for its other pictures.

    Args:
        text: a Chinese text.
    """
    if _PICTURE.search(text) or "\n0" in text:
        text = _BULLET.sub(lambda found: _MARK.ljust(len(found.group())), text)
        text = _PICTURE.sub(" ", text)
    return text


def spell_out(text: str) -> str:
    """Write two words out that share a letter: 开（竣）工 is 开工和竣工, 县（市、区） one word.

    Args:
        text: a Chinese text.
    """
    if "）" not in text:
        return text
    text = _TWO_IN_ONE.sub(r"\1\3和\2\3", text)
    return _UNITS.sub(lambda found: "·" * len(found.group()), text)
