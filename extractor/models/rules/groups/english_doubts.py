"""Names of English groups that are none, or have words around them that are none of theirs."""

from extractor.models.rules.groups.labels_en import WHOLE_EN, WHOLE_START_EN
from extractor.models.rules.groups.phrases_en import is_empty
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_NO_NAME = Pattern(
    r"(?:[Aa]verage|against|exhibition area|number of|[Aa]t the [Ⓞa-z]+ (?:expo|fair|meeting|conference))\b|(?:over|in|within) Ⓠ|(?:over|in|within|since|during|until|by|after) (?:[a-zⓄ]+ )?(?:years?|months?|decades?|the (?:outbreak|start|beginning))\b"
    r"|(?:whose|which|who|where|when) |(?:hosting|taking|drawing|winning|attracting|bringing|including|totall?ing|across|among|through|via|behind|ahead)\b"
    r"|.*\b(?:will|would|said|says|told|sorts?|sorted|promises?|they|them|it|itself) "
    r"|(?:[a-z'’-]+ ){0,4}(?:officials?|ministers?|governors?|spokes\w+|temperature|batches|jobs?|employees|workers|staff|pledge|years?)$"
    r"|(?:highest|lowest|largest|biggest) (?:value|amount|number)$|between$|(?:is|are|was|were)$|more than in\b|.* (?:have|has) been |(?!newly )[a-z]+ (?:signed|inked)\b"
    r"|.* and (?:the )?other$|(?:(?:[Aa]n?|[Tt]he|[Ss]imilar|[Ll]ast|[Pp]revious|[Ee]arlier|same|[Tt]hat|[Tt]his|other|Ⓞ) )*(?:gathering|edition|forum|fair|summit|event|conference|ceremony)\b(?: (?:in|of|last|held)\b.*)?$"
    r"|(?:be|been|being|to|also|though|although|albeit|however|because|as|if|than)(?: [a-z]+)?$"
    r"|(?:over|under|through|among|spread|between them)$|(?:in )?total$|(?:the )?lion$"
    r"|(?:claiming|saying|adding|noting|showing)\b|.*\b(?:put the figure|Committee)$"
    r"|(?:[Ll]isting|[Ll]ook|[Gg]oing|[Ee]very|group|(?:last|this|next) (?:week|month|year))$"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
    r"|(?:(?:a|the|an) )?(?:mere|only|just|further|paltry|whopping|full)$|(?:[Dd]ata|[Ff]igures|[Ss]tatistics)$"
    r"|(?:hiring|hires|employing|employs|recruiting)$|[a-z]+ (?:recorded|registered|reported|logged)$"
)
_RANK = r"(?:next|last|(?:close |closely )?behind|Ⓞ|(?:first|second|third|fourth|fifth)(?: place)?)"
_LEAD = Pattern(
    rf"(?:(?:(?:[Nn]ext|[Tt]hen|[Ll]ast|{_RANK}) (?:comes?|came|is|was|are|were|follows?|followed)|what (?:[A-Za-z’']+ ){1, 4}(?:calls?|class(?:es)?|terms?|describes?|regards?|dubs?)(?: as)?|[-–•*·◆◇■●▪]|(?:among|of) (?:which|them|these)|those|(?:[Aa]mong|[Oo]f) (?:the|those|these) [a-z-]+(?: [a-z-]+)? the|followed by|led by|trailed by|(?:scattered|spread|located|gathered|concentrated|distributed)(?: over| across| among)?|the|a|an|its|their|for|in|at|by|to|tiny|little|mere|only|just|even|so|and|or|while|with|mainly|largely|namely|than|ahead of|about|up to) )+"
)
_JOINED = Pattern(r".* (?:while|whereas|(?<!ll )(?<!thing )but) (?:the )?")
"""What is told before the name: "five schemes but rail only Ⓒ"."""
_TAIL = Pattern(
    rf"(?: (?:(?:comes?|came|is|was|are|were|ranks?|ranked|follows?|followed|stands?|stood)(?: in)? {_RANK}|[-–—|]|alone|so far|leads?|led|a|an|the|mere|only|just|also|and|or|of|with|in|to|by|on|for|at|each|together|combined|represent|account|total|itself|themselves|proper|about|some|nevertheless|however|meanwhile|again|though|still))+$"
)
_NO_GROUP = Pattern(
    r"\b(?:Ltd|Inc|Corp|Co|PLC|LLC|GmbH|AG|Group|Holdings|University|Company|Ministry|Bureau|office|jobs?|employees|workers|staff|reporters?"
    r"|chairman|[Oo]fficials|delegates|guests|visitors|exhibitors|hectares|acres|percent|signing|negotiations|events?|unemployment|occupancy|rate|women|stake|output|exports?|visitors|workforce|growth|year|first phase)\b|^(?:behind|ahead|(?:above|below)(?! [ⒷⓂ])|next|among|beyond|such|most|many|all|some|none|each)\b|^(?:also|then|this|that|these|those|his|her|he|she|it|they|we|one|two|first|second)\b"
)
_VERB = Pattern(r" (?:is|are|was|were|has|have|had|will)\b")
_INTO = Pattern(
    r"(?<!put)(?<!gone)(?<!went)(?<!come)(?<!came)(?<!entered)(?<!brought) into (?!.* into )"
)
"""What a sum goes into names the group; what was put into production is one of a stage."""
_LAST_NOUN = Pattern(r" (?:projects|ones|schemes)$")
_SHORTEST = 2


def is_no_name(words: str) -> bool:
    """Return whether words can be no name of a group of projects."""
    return (len(words) < _SHORTEST and words not in {"Ⓜ", "Ⓑ"}) or bool(_NO_NAME.match(words))


def bare(text: str, start: int, end: int) -> Extent:
    """Return the part of a name without articles, prepositions and adverbs at its ends."""
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    if joined := _JOINED.search(text, start, end):
        start = joined.end()
    if tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    return start, end


def group_name(text: str, start: int, end: int, *, is_part: bool = False) -> Extent | None:
    """Return the words that name a group, None where they name none.

    Args:
        text: a sentence of the reading.
        start: where the words begin.
        end: where they end.
        is_part: whether they are said of a part beyond doubt, which may then lie "in the state".
    """
    into = _INTO.search(text, start, end)
    start, end = bare(text, into.end() if into else start, end)
    if verb := _VERB.search(text, start, end):
        end = verb.start()
    if (noun := _LAST_NOUN.search(text, start, end)) and not is_empty(text[start : noun.start()]):
        end = noun.start()
    words = text[start:end]
    if is_empty(words) or is_no_name(words) or _NO_GROUP.search(words):
        return None
    is_whole = not is_part and (WHOLE_EN.search(words) or WHOLE_START_EN.match(words))
    return None if is_whole else (start, end)
