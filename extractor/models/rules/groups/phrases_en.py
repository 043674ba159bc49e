"""English noun phrases around figures: what a clause is about, told by where its verb begins."""

import re

from extractor.models.rules.words.english_works import has_works, words_in
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import CAPITAL
from extractor.patterns import Pattern

_HOLD = (
    r"lur(?:es?|ed)|mobili[sz](?:es?|ed)|occup(?:y|ies|ied)|account(?:s|ed|ing)?(?: for)?|takes?|took|taking|attract(?:s|ed|ing)?|draws?|drew|contribut(?:es?|ed|ing)|ma[dk]es? up"
    r"|gets?|got|receiv(?:es?|ed)|land(?:s|ed)|pocket(?:s|ed)|bag(?:s|ged)|secur(?:es?|ed)|shar(?:es?|ed)|chip(?:s|ped)? in"
    r"|bec[ao]mes?|c[ao]mes?|top(?:s|ped)?(?! (?:\d|[ⒸⓃ]|hundred|ten\b))|leads?|led|follow(?:s|ed|ing)?|r[au]ns? away|walk(?:s|ed)? away|manag(?:es|ed)"
    r"|represent(?:s|ed|ing)?|garner(?:s|ed)|gross(?:es|ed)|corner(?:s|ed)|claim(?:s|ed)?|w[io]ns?|sees?|saw|br(?:ings?|ought)"
    r"|adds?|added|totall?(?:s|ed)|totals|reach(?:es|ed)|holds?|held|absorb(?:s|ed)|look(?:s|ed)?|boasts?|enjoys?|raked?|amount(?:s|ed)"
    r"|stands?|stood|constitut(?:es?|ed)|compris(?:es?|ed)|generat(?:es?|ed)|fetch(?:es|ed)|collect(?:s|ed)|puts? (?:in|up)|lined up"
    r"|sits?|ranks?|ranked|remain(?:s|ed)?|gather(?:s|ed)|occup(?:y|ies|ied)|dominat(?:es?|ed)|number(?:s|ed)?|posted|saw|provid(?:es?|ed)"
    r"|signed|inked|pledged|promis(?:es|ed)|committed|launched|started|sealed|clinched|concluded|tall(?:y|ies|ied)|recorded|registered|netted|earned"
)
_BE = r"is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|do"
_OTHER_VERBS = r"wants?|went|goes|keeps?|kept|says?|said|gave|gives?|set|fell|falls|belongs?|involves?|covers?|includes?"
VERB = Pattern(
    rf" (?:{_BE}|{_HOLD}|{_OTHER_VERBS}|(?:alone|themselves|itself|also|only|just|together|still|each|[a-z]+ly)(?= |$)"
    r"|[a-z]{3,}ed(?= (?:the|an?|for|in|up|on|by|with|to|at|from|just|only|their|its|about)\b|$))(?=[ ,]|$)"
)
HOLDS = Pattern(rf" (?:{_BE}|{_HOLD})\b")
SEEN_BY_EN = r"Going by|Look(?:ing)? at|Judging|Judged|Seen|Viewed|Measured|Broken down|Sorted|Ranked|Counted|Divided|Split|Regarding|Concerning"
"""What is said of the way in which groups are told apart: "Ranked by value, A and B lead"."""
_OPENING = Pattern(
    r"(?:[\s,)(]|of (?:the|these|those) [a-z]+ and\b|of them and\b|(?:and|while|whereas|but|as well as|(?:[Ii]t|[Tt]his|[Tt]hey|that)? ?(?:is|was|were|are)? ?(?:then |closely )?(?:followed|trailed) (?:closely )?by|plus|with|then|also|behind|ahead of|next|after(?= that))\b"
    r"|(?:[Nn]ext|[Ss]econd|[Tt]hird|[Ll]eading the (?:pack|way)|[Ff]irst) (?:is|are|was|were|c[ao]mes?)\b|those\b|(?:from|by) the\b|the delegations? of\b|the\b|The\b|[Aa]n?(?= [a-z])"
    rf"|(?:In terms of|According to|By|In|For|At|On|Among|Of|From|Region-wise|Sector-wise|Meanwhile|Similarly|Geographically|Overall|Within|Inside|{SEEN_BY_EN})\b[^,ⒸⓂⓅ]*,"
    r"|(?:He|She|They|It) (?:put|placed|valued|estimated) |(?:He|She|They|It|[A-Z][\w .]{2,40}) (?:detailed|said|noted|added|explained|announced|stated|told reporters|revealed|disclosed|shows?|showed|indicates?|indicated) (?:that )?)*+"
)
_ASIDE = Pattern(r", (?:which|where|who|whose|home|for|a|an|the|with|on|long)\b[^,ⒸⓂ]*(?=,|$)")
_NOUN_END = Pattern(
    r" (?:at|with|for|worth|by|to|from|on|as|where|which|that|who)(?= |$)|[,(]| $|$"
)
_EMPTY = Pattern(
    r"(?>(?:the|a|an|its|their|his|her|foreign capital|investment intents?|this|these|those|that|it|they|them|he|she|we|all|both|of|and|or|in|total|combined|aggregate|planned|intended|contract(?:ed|ual)?|agreement"
    r"|invest(?:ment|ed)s?|amounts?|values?|capital|funds?|money|sum|outlay|turnover|cost|price tag|figure|estimated|joint|overall|registered|which|whose|with|for|at|to|projects?|deals?|contracts?"
    r"|agreements?|proposals?|mous?|memorand\w+|schemes?|commitments?|pledges?|ones?|rest|others?|remaining|another|more|about|around|some|over|nearly|almost|only|just|up|there|event|conference|summit|forum|fair|meeting"
    r"|week|conclave|expo|county|city|province|state|district|government|largest|biggest|smallest|single|pair|two|three|latter|former|half|year|quarter|phase|first|second|in|whole|entire|single|project's|annual"
    r"|output|sales|tax|taxes|revenue|exports?|jobs|income|profits?|workforce|capacity|area|new|key|major|our|sixth|budget|bill|page|chapter|part|investors?|companies|firms|enterprises|entrepreneurs|numbering|as many as|as|today|yesterday|no|not|any|each|what|one|company|plant|including|namely|comprising|then|also|list|while|whereas|whatever|many|therein|among them)\b[\s,]*)+",
    re.IGNORECASE,
)
_NO_PRONOUNS = frozenset(["IT", "registered"])
"""What looks like a pronoun or a word of money and, alone, is a field or a stage."""
_BODY = Pattern(
    r"\b(?:Ltd|Inc|Corp|Co|PLC|plc|LLC|GmbH|AG|Sdn|Bhd|PT|Group|Holdings?|Bank|University|Company|Limited|Academy|Mission|Ministry|Bureau)\b"
)
_NEW_CLAUSE = Pattern(r"[,;:)]| (?:and|while|as|but|plus|whereas|with)\b")
_JOINED = Pattern(r"(?:,? (?:and|while|but)|(?<=Ⓟ) of [a-z ]{3,40},) (?=[^,;]*$)")
_LISTED = Pattern(r"(?<=Ⓒ) [a-z]+\)?(?:, (?:and )?| and )(?=[^,;]*$)")
_SUBORDINATE = Pattern(
    r"\s*(?:Because|When|If|As|Since|By|Although|Though|Once|After|Before|Until|What|How|Who|because|when|if)\b"
)
_REST = Pattern(r"(?:the |The )?(?P<rest>other|others|rest|remaining)$")
_THE_REST = Pattern(r" the (?:remaining|other|rest)$")
_NOUN_OF = Pattern(
    r"[Pp]rojects (?:from|in|of|by|invested (?:in )?by|brought (?:in )?by|related to) (?:the )?(?=[A-Za-z])"
)
_SUM_OF = Pattern(
    r"(?:(?:total|planned|combined|contracted|aggregate) )*(?:[Ii]nvestments?|amounts?|value|outlay)(?: amount| value)? (?:of|in|for) (?:the )?(?=[A-Za-z])"
)
"""What leads up to whose sum it is: "The investment of energy projects is Ⓜ"."""
_LAST_NOUN = Pattern(r" (?:projects|deals|ones|schemes)$")
_SHARE_OF = Pattern(r"['’]s (?:share|part|portion|slice|haul|contribution|tally)\b")
_PARTICIPLE = Pattern(
    r"(?:equivalent|equal|correspond|account|mak|tak|total|amount|add|bring|represent|involv|com|exceed|includ|cover)l?ing\b|worth\b|valued\b|or\b|of\b|at\b|each\b"
)
_IN = Pattern(r"[ ,]*(?:[Tt]he )?(?:(?:numbers?|counts?) )?(?:in|at|from|of|are|is) (?:the )?")
_OF_KIND = Pattern(
    r" ?(?:the )?(?:[ⒸⓃ]|two|three|four|five|six) (?:[a-z-]+ ){0,3}(?:industr(?:ies|y)|sectors|fields|count(?:ies|y)|districts|areas|regions|zones|cities|provinces|categories|clusters|chains|countries|groups|towns)(?: of|,? such as|,? namely|:)? (?=[\w“\"])"
)
"""What the members of a list are, before them: "the three leading industries of A, B and C"."""
_LISTED_IN = Pattern(r"[A-Za-z ]{3,40} (?:in|from|of) (?=[A-Z][\w’'-]+,)")
_NO_GROUP = Pattern(rf"{_BODY.pattern}|^{_SUBORDINATE.pattern}|(?<!^)[\"“”Ⓜ-ⓟ]")
_SHORTEST = 3
_LONGEST = 60
_LONGEST_VERB = 45


def trim(text: str, start: int, end: int) -> Extent | None:
    """Return what of the words before a figure is a noun phrase: up to its verb, without a lead.

    Args:
        text: a sentence of the reading, or a window of it.
        start: where the words begin.
        end: where they end.
    """
    if rest := _REST.search(text[start:end].rstrip()):
        return start + rest.start("rest"), start + rest.end("rest")
    if opening := _OPENING.match(text, start, end):
        start = opening.end()
    start = without_noun_of(text, start, end)
    if _SUBORDINATE.match(text, start, end):
        return None
    if verb := VERB.search(text, max(start - 1, 0), end):
        if verb.start() < start or end - verb.start() > _LONGEST_VERB:
            return None
        end = verb.start()
    if text.endswith(("'s", "’s"), start, end):
        end -= 2
    return None if end <= start or is_empty(text[start:end]) else (start, end)


def without_noun_of(text: str, start: int, end: int) -> int:
    """Return where a name begins without "Projects from": it says what all groups are."""
    found = _NOUN_OF.match(text, start, end)
    return found.end() if found else start


def is_empty(words: str) -> bool:
    """Return whether words name no group: pronouns, words of money, "projects"."""
    words = words.strip(" ,;:()")
    return words not in _NO_PRONOUNS and bool(_EMPTY.fullmatch(words))


def holder(text: str, start: int, place: int, *, is_listed: bool) -> Extent | None:
    """Return who or what an amount or a percentage is of: the subject of its clause.

    Args:
        text: a sentence of the reading.
        start: where the clause may begin: behind the figure or the mark before it.
        place: the figure.
        is_listed: whether others were told before in the sentence, so that no verb is needed.
    """
    begin = _begin(text, start, place)
    opening = None if begin is None else _OPENING.match(text, begin, place)
    if begin is None:
        return None
    first = opening.end() if opening else begin
    if sum_of := _SUM_OF.match(text, first, place):
        first = sum_of.end()
    first = without_noun_of(text, first, place)
    if VERB.match(text, first - 1) or _PARTICIPLE.match(text, first):
        return None
    stop = _NOUN_END.search(text, first, place)
    end = stop.start() if stop else place
    verb = HOLDS.search(text, first, end)
    is_told = (
        is_listed
        or verb
        or (opening and "ed by" in opening.group())
        or (stop and HOLDS.search(_ASIDE.sub("", text[end:place])))
    )
    if cut := verb or VERB.search(text, first, end):
        end = cut.start()
    if owned := _SHARE_OF.search(text, first, end):
        end = owned.start()
    if text.endswith(("'s", "’s"), first, end):
        end -= 2
    if rest := _THE_REST.search(text, first, end):
        end = rest.start()
    if noun := _LAST_NOUN.search(text, first, end):
        end = noun.start()
    return (first, end) if is_told and _may_hold(text, first, end) else None


def _begin(text: str, start: int, place: int) -> int | None:
    """Return where the clause of a figure begins; None in the midst of another figure's words."""
    if not start or text[start - 1] not in "ⒸⓂⓅ" or _NEW_CLAUSE.match(text, start):
        return start
    joined = (_LISTED if text[start - 1] == "Ⓒ" else _JOINED).search(text, start, place)
    return joined.end() - 1 if joined else None


def _may_hold(text: str, first: int, end: int) -> bool:
    """Return whether words may name a group: neither empty, nor a body, nor one work."""
    words = text[first:end]
    if not _SHORTEST <= len(words) <= _LONGEST or is_empty(words) or _NO_GROUP.search(words):
        return False
    is_one = CAPITAL.search(words, 1) or text[max(first - 3, 0) : first].lower().endswith(
        ("a ", "an ")
    )
    return not (is_one and has_works(words_in(words)))


def list_before(text: str, start: int, end: int) -> Extent:
    """Return what of the words before a run of values is the list of names they are dealt out to.

    "By territory, A, B and C occupy the first places: " has A, B and C.
    """
    for aside in _ASIDE.finditer(text, start, end):
        if aside.end() == end or VERB.match(text, aside.end() + 1, end):
            end = aside.start()
            break
    if opening := _OPENING.match(text, start, end):
        start = opening.end()
    for verb in VERB.finditer(text, start, end):
        if (
            "," not in text[verb.start() : end].rstrip(" ,:")
            and " and " not in text[verb.end() : end]
        ):
            end = verb.start()
            break
        if "," not in text[start : verb.start()]:
            start = verb.end()
    for lead_words in (_IN, _OF_KIND):
        if lead := lead_words.match(text, start, end):
            start = lead.end()
    if where := _LISTED_IN.match(text, start, end):
        start = where.end()
    return start, end
