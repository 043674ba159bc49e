"""What Chinese groups are parts of, and what the rest of them is: 开工项目中，…; 其余Ⓒ都是…."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from extractor.models.rules.dimensions import dimension_of_label
from extractor.models.rules.group import Group
from extractor.models.rules.labels import is_rest
from extractor.models.rules.reading import BOUND, MONEY, Reading

_TOPIC = re.compile(
    r"\W*(?:(?:其中|从[^，。；]{2,8}看|具体看)，)?(?:在|这|该)?(?:[ⒸⓃ])?(?P<label>[^，。；：ⒸⓂⓅ]{2,12}?)类?(?:的?项目|企业|投资)*(?:[里中内]|当中|方面)，"
)
_REST = re.compile(
    r"Ⓒ(?:项目|企业)?(?:则|均|都|全部|全|皆|悉数|多)*(?:[为是系]|属于?|来自|投向|落在|落户|在(?=[ⒷⓂ]))(?:于)?(?P<label>[ⒷⓂ]|[^，。；：ⒸⓅ]{2,12}?)(?=[，。；：]|$)"
)
_AMONG = re.compile("(?:其中|当中)(?:的|有)*$")


def nest_groups(reading: Reading, groups: Sequence[Group]) -> None:
    """Name the rest of groups, and let groups be parts of what their sentence takes up.

    Args:
        reading: the article.
        groups: its groups, the total apart; they are changed.
    """
    told = sorted(groups, key=lambda group: group.at)
    for group in told:
        if is_rest(group.shape):
            _name_rest(reading, group)
    for first, second in pairwise(told):
        if second.parent is None and second.sentence is first.sentence and _is_among(second):
            second.parent = first if _holds(first, second) else None
    for sentence, near in groupby(told, key=lambda group: group.sentence):
        found = _TOPIC.match(sentence.text)
        topic = _named(told, found.group("label"), sentence.start) if found else None
        if topic is None:
            continue
        for group in near:
            if group.parent is None and group is not topic and _holds(topic, group):
                group.parent = topic


def _name_rest(reading: Reading, group: Group) -> None:
    found = _REST.match(reading.text, group.at)
    if found is None:
        return
    group.label_at = found.start("label")
    group.shape, group.label = found.group("label"), reading.quote(*found.span("label"))
    is_size = group.shape in BOUND + MONEY
    group.dimension = "size" if is_size else dimension_of_label(group.shape) or group.dimension


def _is_among(group: Group) -> bool:
    text, place = group.sentence.text, group.at - group.sentence.start
    return bool(_AMONG.search(text, max(place - 4, 0), place))


def _named(groups: Sequence[Group], label: str, start: int) -> Group | None:
    """Return the last group before an offset that goes by a name."""
    for group in reversed(groups):
        if group.at < start and group.shape and label in {group.shape, group.topic}:
            return group
    return None


def _holds(wider: Group, group: Group) -> bool:
    if not wider.count or not group.count:
        return True
    return (wider.count.figure.value or 0) >= (group.count.figure.value or 0)
