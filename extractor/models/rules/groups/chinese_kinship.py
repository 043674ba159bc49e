"""What Chinese groups are parts of, and what the rest of them is: 开工项目中，…; 其余Ⓒ都是…."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.labels import is_rest
from extractor.models.rules.reading.reading import BOUND, MONEY, Reading
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.patterns import Pattern

_TOPIC = Pattern(
    r"\W*(?:(?:其中|从[^，。；]{2,8}看|具体看)，)?(?:在|这|该)?(?:[ⒸⓃ])?(?P<label>[^，。；：ⒸⓂⓅ]{2,12}?)类?(?:的?项目|企业|投资)*(?:[里中内]|当中|方面)，"
)
_REST = Pattern(
    r"Ⓒ(?:项目|企业)?(?:则|均|都|全部|全|皆|悉数|多)*(?:[为是系]|属于?|来自|投向|落在|落户|在(?=[ⒷⓂ]|[\u3400-\u9fff]{1,7}[省市县区镇乡园域地场][，。；])(?![^，。；]{0,4}谈))(?:于)?(?P<label>[ⒷⓂ]|[^，。；：ⒸⓅ]{2,12}?)(?=[，。；：]|$)"
)
_SETTING = Pattern(
    r"(?:^|[，。；\n])(?:Ⓓ[上下]?[午晚]?的?)?(?:在|当[天日])?(?P<label>[\u3400-\u9fff“”·]{0,14}?(?:仪式|开幕式|闭幕式|推介会|对接会|洽谈会|专场|会场|论坛|路演|站))(?:上|中|期间)?，$"
)
"""Where something is done, as a clause of its own before who does it."""
_SETTING_REACH = 26
_SIGNED_AT = Pattern(
    r"(?:开幕式|[分主]会场|(?<=..)(?:专场|[^前后外]会|仪式|论坛|环节))(?P<done>[上中里](?:(?:集中)?(?:签约|签署))?|(?:集中)?(?:签约|签署))$"
)
"""Signing at a gathering that is named: 甲市专场签约."""
_AROUND = Pattern("^(?:此次|这次|本次|在)|[上中里]?(?:集中|现场)?签约$")
_AMONG = Pattern("(?:其中|当中)(?:的|有)*$")


def nest_groups(reading: Reading, groups: list[Group]) -> None:
    """Name the rest of groups, and let groups be parts of what their sentence takes up.

    Args:
        reading: the article.
        groups: its groups, the total apart; they are changed, and those told twice united.
    """
    for group in groups:
        _rename(reading, group)
    _unite(groups)
    told = sorted(groups, key=lambda group: group.at)
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


def _rename(reading: Reading, group: Group) -> None:
    """Name a group by what its sentence says of it."""
    if is_rest(group.shape):
        _name_rest(reading, group)
    elif group.dimension in {None, "region"}:
        _name_after_setting(reading, group)
    if group.dimension == "occasion":
        _cut_signing(reading, group)


def _name_rest(reading: Reading, group: Group) -> None:
    found = _REST.match(reading.text, group.at)
    if found is None:
        return
    group.name(reading, *found.span("label"))
    is_size = group.shape in BOUND + MONEY
    group.dimension = "size" if is_size else dimension_of_label(group.shape) or group.dimension


def _name_after_setting(reading: Reading, group: Group) -> None:
    """Name a group after where it signed, not after who did: 开幕式上，甲县签约Ⓒ."""
    start = group.label_at
    found = _SETTING.search(reading.text, max(start - _SETTING_REACH, 0), start)
    if found:
        group.name(reading, *found.span("label"))
        group.dimension = "occasion"


def _cut_signing(reading: Reading, group: Group) -> None:
    """Leave out what is done at every occasion: 甲市专场签约."""
    is_read = reading.text.startswith(group.shape, group.label_at)
    if is_read and (found := _SIGNED_AT.search(group.shape)):
        group.name(reading, group.label_at, group.label_at + found.start("done"))


def _unite(groups: list[Group]) -> None:
    """Leave an occasion out that is taken up by its name and count: 开幕式上签约的Ⓒ项目."""
    first: dict[object, Group] = {}
    for group in list(groups):
        if group.dimension != "occasion" or not group.count:
            continue
        other = first.setdefault(group.count.figure.value, group)
        core = _AROUND.sub("", group.shape)
        is_bare = not (group.amounts or group.percents)
        if other is not group and is_bare and len(core) > 1 and other.shape.endswith(core):
            groups.remove(group)
            for part in groups:
                part.parent = other if part.parent is group else part.parent


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
