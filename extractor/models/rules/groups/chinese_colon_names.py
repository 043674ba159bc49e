"""Groups whose name is a line or a clause of its own: 高端装备：16个，128亿元; 装备制造类，8个，30亿元."""

from collections.abc import Sequence

from extractor.models.rules.groups.chinese_heads import head_of
from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_NAME = Pattern(
    r"(?:^|(?<=[；。：]))[^\u3400-\u9fffA-Z“ⒷⓂ]{0,8}(?:[一二三四五六七八九十]{1,3}[)）、.])?(?:其中)?(?:(?P<label>[^，；。：ⒸⓂⓅⒹ]{2,14}?)(?:类|的|篇)?(?:项目)?(?:（[^（）ⒸⓂ]{1,14}）)?：|(?P<clause>[^，；。：ⒸⓂⓅⒹ]{1,13}?(?:类|领域|板块|方面|产业|行业))(?:的?项目)?，)(?:项目|签约|开工|共|有|数量|[\s　])*$"
)
_WHOLE = Pattern(
    "^(?:总|共|合计|累计|全部|其中|签约$|项目|本次|(?:集中)?(?:签约|开工|投产|竣工)$)|(?:成果|情况|数据|结果|概况|项目数|数量|如下)$"
)
_LEAST = 2


def name_before_colons(reading: Reading, groups: Sequence[Group]) -> None:
    """Name the wholes of a Chinese article that stand behind a name and a colon.

    One such name has to show what it divides the projects by; of several, one that does is enough.

    Args:
        reading: a Chinese article.
        groups: those of the first reading; wholes among them are named.
    """
    told = [(group, name) for group in groups if group.is_whole and (name := _name(group))]
    dimensions = [dimension_of_label(reading.text[slice(*name)]) for _, name in told]
    shown = [dimension for dimension in dimensions if dimension]
    if not shown:
        return
    for (group, name), dimension in zip(told, dimensions, strict=True):
        if dimension or len(told) >= _LEAST:
            group.name(reading, *name)
            group.dimension = group.dimension or dimension or shown[0]


def _name(group: Group) -> Extent | None:
    words = group.sentence.text[: max(group.at - group.sentence.start, 0)]
    found = _NAME.search(words)
    if not found:
        return None
    told = "label" if found["label"] else "clause"
    head = head_of(found[told])
    if not head or head[0] == head[1] or _WHOLE.search(found[told]):
        return None
    start = group.sentence.start + found.start(told)
    return start + head[0], start + head[1]
