"""The other names of an event.

A short form leaves letters or words of the full name out, and may put the place in: an acronym, the
name's first words, 甲洽会. What shares no letters with the name must be introduced or quoted.
"""

from collections.abc import Callable, Iterator, Sequence

from extractor.models.rules.news.names import GatheringName, short_names
from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import GATHERING_EN
from extractor.patterns import Pattern

_BRACKET = Pattern(
    r" ?[(（](?:以下)?(?:简称|下称)?[:：]?(?P<alias>[^)）“”\"]{2,30}?)(?: for short)?[)）]"
)
_GATHERING = Pattern(rf"\b(?:{GATHERING_EN})\b")
_WORD = Pattern(r"[A-Z]\w{2,}")
_ACRONYM = Pattern(r"\b[A-Z]{3,8}\b")
_OFFICE = Pattern(
    r"\b(?:Agency|Authority|Board|Corporation|(?<!Trade )(?<!Business )(?<!Investment )(?<!Economic )Mission)$"
)
"""What is named like a gathering or a delegation and is an office: the Dolor Export Mission."""
_PLAIN_SHORT = Pattern(
    r"(?P<name>(?P<own>(?!The\b|This\b)[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:summit|conference|forum|fair|expo|conclave|festival|meet|roadshow))\b"
)
_HEAD_WORDS = Pattern(
    rf"(?:(?:Ⓞ|first|second|third|fourth|fifth|sixth|annual|First|Second|Third|Fourth|Fifth) )*(?P<head>Invest(?: in)? [A-Z]\w+|[A-Z][a-z]+[A-Z]\w+)(?= .*?(?:{GATHERING_EN}))"
)
_GENERIC_ZH = Pattern(
    "(?:招商|引资|投资|合作|产业|项目|推介|签约|国际|经贸|贸易|重大|重点|集中|开工|活动|大会|专题|交流|发展|说明|洽谈|博览|交易|对接|恳谈|[第Ⓞ届年季度全市县区省])*"
    "(?:会|大会|论坛|峰会|周|季|月|节|仪式|活动|行动)"
)
_SHORT_ZH = Pattern("[洽博交]会$")
_LEAST_SHORT, _LEAST = 2, 3


def event_aliases(
    reading: Reading, names: Sequence[GatheringName], name: GatheringName | None, place: str | None
) -> tuple[str, ...]:
    """Return every other name of the event.

    Args:
        reading: the article.
        names: what it names or describes as a gathering.
        name: that of them which is the event's.
        place: where it was held.
    """
    if reading.article.language == "zh":
        spans = [*_introduced(reading, name), *_akin(names, name, place or "", akin=_shortens)]
    else:
        told = [span for span in _introduced(reading, name) if _may_stand_for(reading, span, name)]
        spans = [*told, *_english(reading, name, place or "")]
        spans += _akin(names, name, "", akin=_shares_word)
    full = (reading.quote(name.start, name.end) if name else "").strip("“”")
    found = dict.fromkeys(reading.quote(*span) for span in spans)
    return tuple(alias for alias in found if alias and not (full and full in alias))


def _introduced(reading: Reading, name: GatheringName | None) -> Iterator[Extent]:
    """Give the short forms that the text introduces, as such or in a bracket behind the name."""
    yield from short_names(reading)
    if name and (bracket := _BRACKET.match(reading.text, name.end)):
        yield bracket.span("alias")


def _akin(
    names: Sequence[GatheringName],
    name: GatheringName | None,
    place: str,
    *,
    akin: Callable[[str, str], bool],
) -> Iterator[Extent]:
    """Give the quoted names of gatherings, and those that are short for the event's."""
    for other in names:
        if other.quoted or (name and akin(other.shape, name.shape + place)):
            yield other.start, other.end


def _may_stand_for(reading: Reading, span: Extent, name: GatheringName | None) -> bool:
    """Return whether an acronym is one of the event's name; other short forms always may."""
    alias = reading.quote(*span)
    if name is None or not alias.isupper():
        return name is not None or not alias.isupper()
    capitals = "".join(letter for letter in alias if letter.isupper())
    return _is_within(capitals, "".join(letter for letter in name.shape if letter.isupper()))


def _is_within(letters: str, full: str) -> bool:
    """Return whether a name has all the letters, in their order."""
    remaining = iter(full)
    return all(letter in remaining for letter in letters)


def _shortens(short: str, full: str) -> bool:
    """Return whether a Chinese name is the full one, or the place's, with letters left out."""
    least = _LEAST_SHORT if _SHORT_ZH.search(short) else _LEAST
    is_shorter = least < len(short) < len(full)
    is_own = _GENERIC_ZH.fullmatch(short) is None
    return is_shorter and is_own and set(short) <= set(full)


def _shares_word(short: str, full: str) -> bool:
    """Return whether a name and the full one have more in common than the word for a gathering."""
    own = {word for word in _WORD.findall(short) if not _GATHERING.fullmatch(word)}
    return bool(own & set(_WORD.findall(full))) and not _OFFICE.search(short)


def _english(reading: Reading, name: GatheringName | None, place: str) -> Iterator[Extent]:
    """Give the short forms that the text uses without introducing them."""
    if name is None:
        return
    for acronym in _ACRONYM.finditer(reading.text):
        if _abbreviates(acronym.group(), name.shape):
            yield acronym.span()
            break
    known = {*_WORD.findall(name.shape), *_WORD.findall(place)}
    for short in _PLAIN_SHORT.finditer(reading.text):
        if known.issuperset(short["own"].split()):
            yield short.span("name")
            break
    head = _HEAD_WORDS.match(name.shape)
    if head and (at := _alone(reading.text, head["head"], name)) >= 0:
        yield at, at + len(head["head"])


def _abbreviates(acronym: str, name: str) -> bool:
    """Return whether capitals begin and end as the name's words do, with letters of it between."""
    words = _WORD.findall(name)
    return (
        len(words) > 1
        and acronym[0] == words[0][0]
        and acronym[-1] == words[-1][0]
        and acronym not in words
        and _is_within(acronym, name.upper())
    )


def _alone(text: str, head: str, name: GatheringName) -> int:
    """Return where the first words of a name stand without the rest of it, -1 for nowhere."""
    at = text.find(head)
    while at >= 0 and text[at + len(head) : at + len(head) + 2].strip()[:1].isupper():
        at = text.find(head, at + 1)
    return -1 if name.start <= at < name.end else at
