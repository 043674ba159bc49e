"""Places in English sentences: behind a name, at the head of a sentence, and what looks like one."""

from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_NAMED = (
    r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|\d+(?![\w-])|of(?= [A-Z])|and(?= [A-Z]\w+ (?:Zone|Park))))*"
)
_KIND = r"(?:(?:special|free|economic|industrial|coal|power|processing|development|trade|export|bonded|pilot|port|port|high-tech|steel|sugar) )"
_AREA = r"(?:zone|area|park|port|airport|station|field|coalfield|basin|islands?|islets|mill|works|district|county|division|province|prefecture|estate|corridor|node|belt|valley|plain|hills|town|village|yard|site)s?"
PLACE = rf"(?:{_NAMED}(?: {_KIND}*{_AREA}\b)?|(?:bonded|free trade|high-tech|economic|industrial|export) {_KIND}*{_AREA}\b)"
"""A name with capitals, with the kind of place behind it; or an area of some kind by itself."""
_PLACE = Pattern(
    r"(?:,? also)? (?:in|at|on the (?:outskirts|edge) of|on|up|to|near|into|outside|beside|next to) (?:the |its )?(?:(?:old|former|disused|closed) )?"
    rf"(?P<place>{PLACE})"
)
_HEAD = Pattern(
    rf"\W*(?:(?:And |Meanwhile, |Also )?(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|Turning to|Over in|Up in|Down in) (?:the )?(?P<in>{PLACE})(?:,| (?=the [A-Z]))"
    rf"|(?P<is>(?:[A-Z][\w’'-]+ )+(?:County|District|City|Zone|Town|Prefecture|Province|Township)): "
    rf"|(?P<gets>{PLACE}),? (?:[^,;.ⒸⓂ]{{3,40}}, )?(?:welcomed|welcomes|gets?|got|landed|lands|secured|attracted|received|receives|is to get|will get|will host|hosts|is home to|introduced) (?=[^,;.]))"
)
_NO_PLACE = Pattern(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Phase|Conference|China|Europe|The|State|Country|Region"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|^Ⓓ|\b(?:Conference|Week|Forum|Fair|Meeting|Expo|Summit|Festival)\b"
)
_PLACE_LIKE = Pattern(
    r"\b(?:Valley|Yard|Wharf|Quay|Port|River|Road|Park|Town|City|County|District|Bay|Lake|Island|Mountain|Mount|Zone|Province|Village|Sea|Garden|Ridge|Canal"
    r"|Station|Airport|Delta|Line|Hill|Bridge|Highway|Estate|Street|Square|University|Hospital|Plant|Mine|Phase|Centre|Center|Tower|Hub|Base"
    r"|Complex|Project|Plaza|Resort|Beach|Coast|Forest|Gorge|Basin|Creek|Peninsula|Plateau|Hills|\d+)$"
)


def is_place_like(name: str) -> bool:
    """Return whether a name with capitals is one of a place rather than of a body."""
    return bool(_PLACE_LIKE.search(name))


def place_at(text: str, at: int) -> Extent | None:
    """Return the place that the words from an offset on give: "in Lorem Zone"."""
    found = _PLACE.match(text, at)
    if not found or _NO_PLACE.search(found.group("place")):
        return None
    return found.span("place")


def skip_place(text: str, at: int) -> int:
    """Return where the words behind a place begin; the offset itself where none stands there."""
    found = _PLACE.match(text, at)
    return found.end() if found else at


def place_ahead(text: str) -> Extent | None:
    """Return the place that heads a sentence: "In Lorem, ...", "Lorem County: ...", "Lorem gets ..."."""
    found = _HEAD.match(text)
    place = found.group(found.lastgroup or "in") if found else ""
    if not found or _NO_PLACE.search(place):
        return None
    return found.span(found.lastgroup or "in")
