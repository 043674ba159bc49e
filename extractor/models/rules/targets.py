"""What a project is to make or bring once it runs: output, sales, taxes, jobs, exports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.draft.schema import DraftTarget
from extractor.models.rules.reading import Mark, Reading

_FIGURE = "(?P<f>[ⓂⓆⓃⒸ])"


@dataclass(frozen=True, slots=True)
class TargetWording:
    """A way to state a target.

    Attributes:
        pattern: over the reading; `f` is the figure, `measure` the words that name the measure.
        measure: the plain measure where the text names none.
        examples: the reading and the measure that each gives.
    """

    pattern: re.Pattern[str]
    measure: str | None
    examples: tuple[tuple[str, str], ...]


def _wording(pattern: str, measure: str | None, *examples: tuple[str, str]) -> TargetWording:
    return TargetWording(re.compile(pattern, re.IGNORECASE), measure, examples)


WORDINGS_ZH = (
    _wording(
        rf"(?P<measure>(?:年|日|月)(?:均|可|上缴|实现|缴纳|入库|综合)?(?:销售收入|营业收入|总产值|发电量|吞吐能力|吞吐量|出口创汇|出口额|创税收|生产能力|处理货量|产值|税收|税金|纳税额?|利税|税额|交税|营收|产能|出口|利润|吞吐|发电|接待游客|接待|处理|加工|销售额|销售|产))"
        rf"(?:[^，。；、ⓂⓆⓃⒸⓅⒷ]{{0,12}}?)(?:可达|达到|达|约|为|可|超|近|实现)*{_FIGURE}",
        None,
        ("达产后可实现年产值Ⓜ", "年产值"),
        ("年产Ⓠ储能电池", "年产"),
        ("预计年纳税Ⓜ", "年纳税"),
        ("年产伺服电机Ⓠ", "年产"),
        ("年发电量Ⓠ", "年发电量"),
        ("年吞吐能力Ⓠ", "年吞吐能力"),
    ),
    _wording(
        r"(?P<measure>(?:创造职位|带动就业|提供就业岗位|新增就业岗位|就业岗位|就业|用工))(?:人数)?(?:约|超|近|可达|达)*(?P<f>[ⓃⒸⓆ])",
        None,
        ("可带动就业Ⓝ", "带动就业"),
        ("可提供就业岗位Ⓒ", "提供就业岗位"),
    ),
    _wording(r"(?P<f>Ⓝ)(?P<measure>就业)", None, ("可解决Ⓝ就业", "就业")),
    _wording(
        r"(?:产品|其中)(?:约)?(?P<f>Ⓟ)(?:的产品)?(?:供|用于|销往)?(?P<measure>出口|海外)",
        None,
        ("产品Ⓟ出口", "出口"),
    ),
    _wording(
        r"(?P<measure>(?:设计)?产能)(?:为|达)?(?:每月|每年|每日)?(?P<f>Ⓠ)",
        None,
        ("设计产能为每月Ⓠ", "设计产能"),
    ),
    _wording(
        r"(?P<measure>引入[^，。；ⓃⒸ]{0,8}企业)(?P<f>Ⓝ)",
        None,
        ("引入上下游企业Ⓝ", "引入上下游企业"),
    ),
)
WORDINGS_EN = (
    _wording(
        r"(?P<measure>(?:annual|yearly|daily|monthly) (?:output value|export value|sales revenue|output|sales|capacity|production|processing(?: capacity)?|exports?|tax(?:es)?(?: revenue)?|revenue|turnover|income|handling))(?: value)?(?: after [\w ]+?)?(?: (?:of|is|will be|reaching|reaches|up to|is expected to reach|to reach|exceed\w*|about|at))*\s(?P<f>[ⓂⓆⓃⒸ])",
        None,
        ("an annual output of Ⓠ", "annual output"),
        ("annual export value of Ⓜ after", "annual export value"),
        ("the annual output value after reaching production is Ⓜ", "annual output value"),
    ),
    _wording(
        r"(?P<f>Ⓜ)(?: a year| yearly| annually)? in (?:annual )?(?P<measure>output value|sales|revenue|tax(?:es)?|exports)",
        None,
        ("yield Ⓜ a year in output value", "output value"),
        ("pay Ⓜ in tax", "tax"),
    ),
    _wording(
        r"(?P<measure>employment)(?: of| for)? (?P<f>[ⓃⒸ])|(?P<f2>[ⓃⒸ]) (?:\w+ )?(?P<jobs>jobs)\b|\b(?P<verb>employ|hiring|hire)(?:ing|s)? (?P<f3>[ⓃⒸ])",
        None,
        ("solve employment of Ⓝ people", "employment"),
        ("and Ⓝ jobs", "jobs"),
        ("and employ Ⓝ people", "employ"),
    ),
    _wording(
        r"(?P<f>Ⓠ)(?: of [\w -]+?)? (?:a|per|each|every) year\b|(?P<f2>Ⓠ)[- ]a[- ]year\b",
        "annual output",
        ("handle Ⓠ of cargo a year", "annual output"),
        ("a Ⓠ-a-year line", "annual output"),
    ),
    _wording(
        r"(?P<measure>(?:daily|annual) (?:output|consumption|processing))\D{0,12}(?P<f>Ⓠ)", None
    ),
    _wording(
        r"(?P<f>Ⓟ) of (?:the |its |whose )?(?:products?|output)(?: will| is to| are)?(?: be)? (?P<measure>sold(?: back)?(?: to \w+)?|exported|go abroad)|(?P<f2>Ⓟ) of whose (?P<out>output)",
        None,
        ("Ⓟ of the products will be sold back to Europe", "sold back to Europe"),
    ),
)


def read_targets(reading: Reading, start: int, end: int) -> Iterator[tuple[Mark, DraftTarget]]:
    """Give the targets that a range of the reading states, in order, each figure once."""
    wordings = WORDINGS_ZH if reading.article.language == "zh" else WORDINGS_EN
    seen: set[int] = set()
    for wording in wordings:
        for found in wording.pattern.finditer(reading.text, start, end):
            figure = next(span for name in ("f", "f2", "f3") if (span := _span(found, name)))
            mark = reading.mark(figure[0])
            if mark.figure.id in seen or mark.figure.value is None:
                continue
            seen.add(mark.figure.id)
            yield (
                mark,
                DraftTarget(f=mark.figure.id, measure=_measure(reading, found, wording), unit=None),
            )


def _measure(reading: Reading, found: re.Match[str], wording: TargetWording) -> str:
    for name in ("measure", "jobs", "verb", "out"):
        if span := _span(found, name):
            return reading.quote(*span)
    return wording.measure or ""


def _span(found: re.Match[str], name: str) -> tuple[int, int] | None:
    span = found.span(name) if name in found.re.groupindex else (-1, -1)
    return span if span[0] >= 0 else None
