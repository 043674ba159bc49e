"""What makes a Chinese project a member of a group by the words around it, in its own clause.

"返台的甲公司", "丹麦商乙能源" say it of who invests, "X项目（竣工投产）" in a bracket, "在丙县分会场，X签约" by the
session that the part of the sentence is set in.
"""

from collections.abc import Iterator, Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import Reading, Sentence
from extractor.models.rules.words.clauses import behind_last
from extractor.patterns import Pattern

_SAID_OF = frozenset(["origin", "investor"])
_LEAD = Pattern(r"[“\s　]*(?:同样是?|其中|由|而|另一家|首家|这家|[ⒸⓃ]家?|[两三]家)*")
_TAIL = Pattern(r"(?:的|企业|厂商|业者)+$")
_BRACKET = Pattern("（(?P<words>[^（）]{2,10})）")
_SETTING = Pattern(
    r"[^，；。]{0,14}?(?P<noun>分会场|主会场|专场|开幕式|闭幕式)(?:上|中|里|现场)?，"
)
_TRADER = Pattern("[商企]$")
"""A word that may be written together with a firm's name: 法商甲公司. The place in a name is none."""
_SHORTEST = 2


def told_member(
    reading: Reading, project: NamedProject, groups: Sequence[Group]
) -> Iterator[Group]:
    """Give the groups that the words around a project make it a member of.

    Args:
        reading: a Chinese article.
        project: one that it names in a sentence.
        groups: the event's groups.
    """
    if project.sentence is None:
        return
    yield from _by_epithet(reading.text, project, groups)
    yield from _by_bracket(reading.text, project, groups)
    yield from _by_session(project.sentence, project, groups)


def _by_epithet(text: str, project: NamedProject, groups: Sequence[Group]) -> Iterator[Group]:
    """Give the one group of firms whose name, or the end of it, stands before the investor's."""
    if len(project.investors) != 1 or project.sentence is None:
        return
    start, end = project.investors[0]
    head = behind_last(text, "，；。、：", start, start=project.sentence.start)
    lead = _LEAD.match(text, head, start)
    first = lead.end() if lead else head
    tail = _TAIL.search(text, first, start)
    words = text[first : tail.start() if tail else start]
    told = [
        group
        for group in groups
        if group.dimension in _SAID_OF
        and len(group.shape) >= _SHORTEST
        and (
            (_TRADER.search(group.shape) and text.startswith(group.shape, start, end))
            or (len(words) >= _SHORTEST and group.shape.endswith(words))
        )
    ]
    if len(told) == 1:
        yield told[0]


def _by_bracket(text: str, project: NamedProject, groups: Sequence[Group]) -> Iterator[Group]:
    """Give the group that is named in brackets behind the project."""
    found = _BRACKET.match(text, project.name[1])
    named = [group for group in groups if found and group.shape == found.group("words")]
    if len(named) == 1:
        yield named[0]


def _by_session(
    sentence: Sentence, project: NamedProject, groups: Sequence[Group]
) -> Iterator[Group]:
    """Give the one occasion whose noun is that of the session which opens the part of a sentence."""
    at = project.name[0] - sentence.start
    found = _SETTING.match(sentence.text, behind_last(sentence.text, "；", at))
    if not found or found.end() > at:
        return
    held = [
        group
        for group in groups
        if group.dimension == "occasion" and group.shape.endswith(found.group("noun"))
    ]
    own = [group for group in held if group.shape in found.group()]
    if len(own or held) == 1:
        yield (own or held)[0]
