"""What a project is to make or bring once it runs: output, value, tax, jobs, exports."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from extractor.draft.schema import DraftTarget
from extractor.models.rules.projects.aims import CHINESE, ENGLISH, Aim
from extractor.models.rules.reading.reading import ORDINAL, Mark, Reading
from extractor.models.rules.words.cue_index import CueIndex
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_ANY_CUE_ZH, _ANY_CUE_EN = (
    Pattern("|".join(re.escape(cue) for aim in aims for cue in aim.pattern.cues))
    for aims in (CHINESE, ENGLISH)
)
_AIMS_ZH, _AIMS_EN = (CueIndex(aims, lambda aim: aim.pattern.cues) for aims in (CHINESE, ENGLISH))
_HIRED = Pattern(r"employ|hire|hiring|jobs", re.IGNORECASE)
_FIGURE = Pattern("[ⓆⓃⒸⓄⓂⓅ]")
_UNIT_EN = Pattern(
    r"[ -](?:more )?(?P<unit>[a-z][\w-]*(?: (?:metres|meters|feet|kilometers|tons|tonnes))?)"
)
_SETS_ZH = Pattern("（套）|套(?![间房餐])")
_UNIT_ZH = Pattern(r"(?P<unit>台套|台（套）|[\u3400-\u9fff]{1,2})")


def find_targets(
    reading: Reading, extents: list[Extent], taken: AbstractSet[int]
) -> Iterator[tuple[Mark, DraftTarget]]:
    """Give the targets stated in parts of an article, each with its figure's mark.

    Args:
        reading: the article.
        extents: the parts, as offsets of the reading.
        taken: ids of figures that belong to something else.
    """
    text = reading.text
    seen: set[int] = set()
    is_chinese = reading.article.language == "zh"
    aims, any_cue = (_AIMS_ZH, _ANY_CUE_ZH) if is_chinese else (_AIMS_EN, _ANY_CUE_EN)
    for start, end in extents:
        part = text[start:end]
        if not _FIGURE.search(part) or not any_cue.search(part):
            continue
        for aim in aims.standing(part):
            for found in aim.pattern.pattern.finditer(text, start, end):
                target = _target(reading, text, aim, found)
                figure = target[0].figure.id if target else None
                if target and figure not in taken and figure not in seen:
                    seen.add(target[0].figure.id)
                    yield target


def _target(
    reading: Reading, text: str, aim: Aim, found: re.Match[str]
) -> tuple[Mark, DraftTarget] | None:
    groups = found.re.groupindex
    group = "f2" if "f2" in groups and found.group("f2") else "f"
    at = found.start(group)
    mark = reading.mark(at)
    if mark.figure.value is None or (mark.letter == ORDINAL and mark.figure.kind != "count"):
        return None
    measure = aim.measure
    if measure is None and "measure" in groups and found.group("measure"):
        measure = reading.quote(*found.span("measure"))
    if "period" in groups and found.group("period") != "year":
        measure = reading.quote(*found.span("measure"))
    if "out" in groups:
        measure = reading.quote(*found.span("out"))
    if measure is None or measure[0].isdigit():  # 2026年可生产 is no yearly output
        return None
    unit = None
    if mark.letter in "ⓆⓃⒸⓄ":
        unit = _unit(reading, text, at)
        if unit is None and not mark.figure.unit:
            unit = "jobs" if _HIRED.match(measure) else None
            if unit is None:
                return None
    return mark, DraftTarget(f=mark.figure.id, measure=measure, unit=unit)


def _unit(reading: Reading, text: str, at: int) -> str | None:
    """Return the words that say what is counted, where the figure itself does not."""
    figure = reading.mark(at).figure
    if figure.unit:
        more = _SETS_ZH.match(text, at + 1)
        return figure.unit + reading.quote(*more.span()) if more else None
    pattern = _UNIT_ZH if reading.article.language == "zh" else _UNIT_EN
    found = pattern.match(text, at + 1)
    return reading.quote(*found.span("unit")) if found else None
