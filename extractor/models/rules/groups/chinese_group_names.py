"""How Chinese groups of projects are named by more than their own window: by stages, levels, neighbours."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from extractor.models.rules.groups.chinese_heads import head_of
from extractor.models.rules.groups.chinese_topics import topic_before
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.labels import is_rest
from extractor.models.rules.reading.reading import COUNT, Reading
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_NO_NAME = Pattern("[，；ⒸⓂⓅ]")
_LONGEST_NAME = 14
_NEAR = 100  # groups of a list
_LEAST_PARTS = 2
_STAGE = Pattern(
    r"(?<![、和及])(?P<label>(?:新|集中)?(?:开工|动工|签约|建)|续建|在建|(?:竣工|建成)?投(?:产|用)|竣工)(?:重[大点])?(?:的?项目)?(?:有|共|为|的)?$"
)
_LEVEL = Pattern(
    r"(?P<label>(?:国家|[省市县区])级)(?:重[点大]|签约|开工|集中|在建|续建)*(?:项目)?(?:共|有|达|为)*$"
)
_FINISHED = frozenset(["建成", "竣工"])  # cut from 建成投产
_AMONG = Pattern("其中|当中|包括|：")
_CLASS = Pattern(
    "Ⓒ(?:项目|企业)?(?:的)?(?:单体|单个)?(?P<label>(?:计划|协议)?总?投资(?:总?额|规模)?(?P<each>均|都|皆)?(?P<past>在|过|达到?|均|都)*Ⓜ)(?!，?[^，；。ⒸⓂ]{0,3}(?:合计|共计|总计))"
)
_NEWCOMERS = Pattern(
    r"(?P<label>新(?:引进|引入|引来|签约?|设立?|落户|招引|招|建))(?:的?(?:企业|项目))?(?:共|有|为|达|的|计)*$"
)
_SIGNED_AT = Pattern(
    r"Ⓒ(?:项目|企业|合同|协议)?，?(?:则|将|分别|均|都)*(?:(?:安?排|放)?在|放到|到)(?P<label>[^，；。：ⒸⓅ]{1,22}?(?:会|专场|论坛|仪式|会场))(?:上|中|期间)?(?:集中|陆续|现场)*(?:签(?!约率)|举行|进行)"
)
_LEAST_THRESHOLD = 50_000_000
_ROUND = frozenset(["1", "2", "3", "5"])
_VENUE = Pattern(
    r"(?P<label>主会场|(?:各|[\u3400-\u9fff]{2,4}|[两三四五六七八]个)?分会场|首批)[^；。：ⒸⓂⓅ]{0,20}$"
)
_BATCH = Pattern("第[二三四五]批")
_GROWN = Pattern("增资|扩产|扩建|扩股|存量|老企业|老客户|技改|续建")


class Threshold(NamedTuple):
    """What the projects of a group exceed: where the words stand, the value, whether each does."""

    group: Group
    label: Extent
    value: Decimal
    is_each: bool

    @property
    def is_sure(self) -> bool:
        """Whether it is one where no other stands beside it: a sum is seldom so round."""
        is_round = str(int(self.value)).rstrip("0") in _ROUND
        return is_round and self.is_each and self.value >= _LEAST_THRESHOLD


def name_groups(reading: Reading, groups: Sequence[Group]) -> None:
    """Name wholes that are parts by what is said of them and of their neighbours.

    Args:
        reading: a Chinese article.
        groups: its groups, in order; they are changed.
    """
    _name_signed_at(reading, groups)
    _name_venues(reading, groups)
    _name_stages(reading, groups)
    _name_levels(reading, groups)
    _name_classes(reading, groups)
    _name_newcomers(reading, groups)
    for place, group in enumerate(groups):
        near = groups[max(place - _NEAR, 0) : place + _NEAR]
        if group.is_whole and not _name_in_list(reading, group, near):
            _name_after_topic(reading, group)


def rename(reading: Reading, group: Group, start: int, end: int) -> None:
    """Name a group by a range of the reading, whose words may show its dimension."""
    group.name(reading, start, end)
    if group.dimension is None and group.shape:
        group.dimension = dimension_of_label(group.shape)


def _name_stages(reading: Reading, groups: Sequence[Group]) -> None:
    """Name the wholes of a sentence by what was done with each: 其中开工Ⓒ，…；投产Ⓒ."""
    for sentence, near in groupby(groups, key=lambda group: group.sentence):
        among = _AMONG.search(sentence.text)
        if not among:
            continue
        first = sentence.start + max(sentence.text.find(COUNT, 0, among.start()), 0)
        found = [
            (group, stage)
            for group in near
            if (group.is_whole or group.dimension == "stage" or group.shape in _FINISHED)
            and (stage := _STAGE.search(reading.text, first, group.at))
        ]
        if len({stage.group("label") for _, stage in found}) >= _LEAST_PARTS:
            for group, stage in found:
                rename(reading, group, *stage.span("label"))
                group.dimension = "stage"


def _name_levels(reading: Reading, groups: Sequence[Group]) -> None:
    """Name the wholes of a sentence by their levels, where it tells of several: 省级Ⓒ，市级Ⓒ."""
    for _, near in groupby(groups, key=lambda group: group.sentence):
        found = [
            (group, level)
            for group in near
            if group.is_whole
            and (
                level := _LEVEL.search(
                    reading.text, max(group.sentence.start, group.at - _LONGEST_NAME), group.at
                )
            )
        ]
        if len({level.group("label") for _, level in found}) >= _LEAST_PARTS:
            for group, level in found:
                rename(reading, group, *level.span("label"))
                group.dimension = "other"


def _name_signed_at(reading: Reading, groups: Sequence[Group]) -> None:
    """Name wholes, and the rest of others, by where they sign: 另外Ⓒ项目，分别在各专场对接会上签订."""
    for group in groups:
        if group.is_whole or is_rest(group.shape):
            found = _SIGNED_AT.match(reading.text, group.at)
            if found and found.end() <= group.sentence.start + len(group.sentence.text):
                group.name(reading, *found.span("label"))
                group.dimension = "occasion"


def _name_venues(reading: Reading, groups: Sequence[Group]) -> None:
    """Name wholes by their venue or batch, where several are told of: 主会场…，开工Ⓒ；分会场开工Ⓒ."""
    told = [group for group in groups if group.count]
    found = [
        (group, venue)
        for group in told
        if (group.is_whole or group.dimension == "occasion")
        and (
            venue := _VENUE.search(
                reading.text,
                max(behind_last(reading.text, "；。ⒸⓂ", group.at), group.sentence.start),
                group.at,
            )
        )
    ]
    others = [group for group in told if _BATCH.search(group.label)]
    if len({venue["label"] for _, venue in found} | {one.label for one in others}) < _LEAST_PARTS:
        return
    for group, venue in found:
        if group.is_whole or venue["label"] in group.shape:
            group.name(reading, *venue.span("label"))
            group.dimension = "occasion"


def _name_classes(reading: Reading, groups: Sequence[Group]) -> None:
    """Name the wholes of a sentence that are classes by size: Ⓒ项目投资超5亿元，Ⓒ项目投资超10亿元.

    The fewer are the larger; of sums of several projects the fewer would mostly be the smaller.
    """
    for _, near in groupby(groups, key=lambda group: group.sentence):
        found = [told for group in near if (told := _threshold_of(reading, group))]
        if (len(found) >= _LEAST_PARTS and _are_classes(found)) or (
            len(found) == 1 and found[0].is_sure
        ):
            for group, label, *_ in found:
                group.amounts.clear()
                group.name(reading, *label)
                group.dimension = "size"


def _threshold_of(reading: Reading, group: Group) -> Threshold | None:
    """Return what the projects of a whole exceed: Ⓒ项目投资额超Ⓜ."""
    found = _CLASS.match(reading.text, group.at) if group.is_whole else None
    if found is None:
        return None
    mark = reading.mark(found.end("label") - 1)
    is_only = all(told is mark for _, told in group.amounts)
    is_over = mark.figure.hedge == "over" or found["past"] == "过"
    if mark.figure.value is None or not is_only or not is_over:
        return None
    is_each = bool(found["each"]) or "总" not in found["label"]
    return Threshold(group, found.span("label"), mark.figure.value, is_each)


def _are_classes(found: Sequence[Threshold]) -> bool:
    """Return whether of several groups those of larger sums count fewer projects."""
    pairs = sorted((told.value, told.group.n_counted) for told in found)
    counts = [count for _, count in pairs]
    return all(more > fewer for more, fewer in pairwise(counts))


def _name_newcomers(reading: Reading, groups: Sequence[Group]) -> None:
    """Name what is new beside what has grown: 新引进项目Ⓒ，增资扩产项目Ⓒ."""
    for sentence, near in groupby(groups, key=lambda group: group.sentence):
        told = list(near)
        if not any(_GROWN.search(group.shape) for group in told):
            continue
        for group in told:
            new = _NEWCOMERS.search(reading.text, sentence.start, group.at)
            if new and (group.is_whole or group.label_at == new.start()):
                group.name(reading, *new.span("label"))
                group.dimension = "other"


def _name_in_list(reading: Reading, group: Group, neighbours: Sequence[Group]) -> bool:
    """Name a group of a list as its neighbours are named: …链Ⓒ；甲链个头不小，Ⓒ；…链Ⓒ."""
    near = [other for other in neighbours if other.sentence is group.sentence and other.shape]
    if any(other.dimension == "stage" for other in near) and (
        stage := _STAGE.search(reading.text, group.sentence.start, group.at)
    ):
        rename(reading, group, *stage.span("label"))
        group.dimension = "stage"
        return True
    ends = Counter(other.shape[-1] for other in near).most_common(1)
    if not ends or ends[0][1] < _LEAST_PARTS:
        return False
    start = behind_last(reading.text, "；。：", group.at)
    end = reading.text.find(ends[0][0], start + 1, min(group.at, start + 1 + _LONGEST_NAME)) + 1
    if not end or start < group.sentence.start or _NO_NAME.search(reading.text, start, end):
        return False
    head = head_of(reading.text[start:end]) or (0, end - start)
    rename(reading, group, start + head[0], start + head[1])
    group.dimension = near[0].dimension
    return True


def _name_after_topic(reading: Reading, group: Group) -> None:
    """Name a group by the subject of the clause before its count: 农业项目最少，只有Ⓒ."""
    start = max(behind_last(reading.text, "；。：ⒸⓂⓅ", group.at), group.sentence.start)
    label = topic_before(reading.text, start, group.at)
    if label is None:
        return
    dimension = dimension_of_label(reading.text[slice(*label)]) or group.dimension
    if dimension in {"industry", "origin", "investor", "region"}:
        rename(reading, group, *label)
        group.dimension = dimension
