"""Where the name of a counted group stands when it is not in the count's own window."""

from extractor.models.rules.groups.labels import find_label, is_rest
from extractor.models.rules.groups.labels_en import WHOLE_EN
from extractor.models.rules.groups.phrases_en import holder
from extractor.models.rules.groups.windows import Language, Windows
from extractor.models.rules.reading.reading import COUNT
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_TOPIC_ZH = Pattern(
    r"(?:[^，。；：ⒸⓂ]{2,6}：|[\s“]){0,3}(?P<label>(?!这|那|其|本|此|会|大会|我|他)[^，。；：、ⒸⓂⓅ的在将与]{2,12}?)类?(?:项目|产业|投资)?(?:备受|成为|表现|唱|领|亮眼|亮点|突出|占|增势|比重|势头|最|居|为主|是|支撑|成|依然|仍|独|无疑)[^，。；ⒸⓂ]{0,16}，(?:共|签约|总计|达|有)*$"
)
_PREDICATE = Pattern(
    r"(?:[,—]+ ?|(?<=Ⓜ) )(?:were|are|was|is|have|had|pertain|come|go|went)(?: \w+ly| already| backers| to| been)* "
    r"(?P<label>(?:(?:signed|inked|concluded|sealed|with(?! an?\b| the\b| total| combined)|in|from|on|at|started|won from|firm|formal|intentions|expressions|letters) |by (?=companies|investors|firms)|broken ground|(?:started|operational|under ?way|under construction|put into [a-z]+)(?=[,;.]| [a-z])|(?<=pertain to )\w)[^,;:()ⒸⓂⓅ—]*?)(?=[,;:.—]|$)"
)
_OCCASION = Pattern(
    r"\W*(?:At|On|During) (?:the |a |an )?(?P<label>[^,ⒸⓂ]*?\b(?:signing|ceremony|session|venue|stage|day|forum|meeting|seminar|event)\b[^,ⒸⓂ]*),[^,ⒸⓂ]{0,24} $"
)
_REST = Pattern(
    r"[^.;ⒸⓂ]{0,20}(?:Ⓜ,)? (?:is|are|was|were)(?: all| mainly| mostly| to)?(?: spread (?:over|across)| in| from| for| by)? [\"“]?(?P<label>(?!worth|valued|signed (?:by|for)|Ⓜ)(?:[^,;.ⒸⓂ\"”]{3,30}, )*[^,;.ⒸⓂ\"”]{3,60}?)(?= that| which| who|[,;.\"”]|$)"
)
_LISTED = Pattern(
    r"(?:^|[;:]) ?(?:and |while )?(?P<label>[A-Za-z][\w&-]*(?: [\w&-]+){0,2}(?:, [\w&-]+(?: [\w&-]+){0,2})* and [\w&-]+(?: [\w&-]+){0,2}) $"
)
_SPREAD_ZH = Pattern("Ⓒ(?:项目|企业|厂商)?(?:则|均|都)?(?:分别|分布|散布|依次)")
_LIST_ZH = Pattern(
    r"(?:[、和与及]{1,2}[^，；。：、和与及（）ⒸⓃⓂⓅ]{1,10})+(?:等?[地国省市县])?(?=[，；。）]|$)"
)
_PREPOSITION = Pattern(r"(?:won )?(?:with|in|from|by) ")
_IN_FIELD = Pattern(
    r" (?:(?:are|is|were) )?in (?P<label>[a-z][^,;:()ⒸⓂⓅ—]*?)(?=[,;:.—]| and the rest|$)"
)
_VERBS_OF_STATE = r"remains?|is|are|was|were|dominates?|leads?|continues?|has|have"
_LEADING_NOUN = Pattern(
    rf"\s*(?:In |The |As for |For )?(?P<label>[A-Z]?[\w’'-]+(?: (?!(?:{_VERBS_OF_STATE}|the count|saw|took)\b)[\w’'-]+){{0,4}}),?"
    rf" (?:{_VERBS_OF_STATE}|the (?:count|number)|[^,]{{2,70}}, (?:saw|took|signed|got|received|collected|keeps|kept|attracted|won|had|drew|gained|secured|landed))\b"
)
_WITH_ONLY = Pattern(
    r"\s*(?:In |The )?(?P<label>[A-Z][\w’'-]+(?: (?:and )?(?!and\b)[a-z’'-]+){0,3}?) (?:made|put|is|are|was|were|did|fared|trailed|lagged|came|led|proved|remained|brought|drew) [^,;ⒸⓂⓅ]{3,50}, with (?:only |just |some |about |a mere )?$"
)
_OTHERS_BEFORE = Pattern(r"\b[Tt]he (?:others|rest|remainder),? (?:the )?(?:other )?$")
_FIRMS = r"compan(?:y|ies)|firms|investors|enterprises|businesses"
_PAPERS_SIGNED = Pattern(
    rf" (?:of (?:the|these|those|them)\b ?)?(?:{_FIRMS})?,? ?(?:have |has |had )?(?:signed|submitted|inked|initialled|exchanged|handed in) (?:the )?"
    r"(?P<label>(?:(?:non-binding|binding|firm|formal|preliminary) )?(?:memorand(?:a|ums) of \w+|MoUs|letters of (?:intent|interest)|expressions of interest|contracts|investment agreements))\b"
)
_FIRST_NOUN = Pattern(
    rf"\s*(?:The )?(?P<label>[A-Z][\w’'-]+(?: (?!(?:{_VERBS_OF_STATE}|builds?|makes?)\b)[\w’'-]+){{0,3}}) (?:{_VERBS_OF_STATE}|builds?|makes?)\b"
)
_WORTH = Pattern(r"(?: [A-Za-z]+){0,3} (?:worth|totall?ing|valued at) Ⓜ")
_THEY = Pattern(r"\s*With (?=Ⓒ)[^.]*\bthey\b|.*?(?<=Ⓒ) projects came (?:its|their) way")
_PAPERS_IN = Pattern(
    r"Ⓒ (?P<label>(?:(?:firm|formal|binding|investment) )?(?:contracts|agreements)|memoranda(?: of understanding)?|MoUs|letters of (?:intent|interest)|expressions of interest)\b"
)
_COMPOSED = Pattern(
    r"\b(?:compris\w+|consist\w*|including|of which|of (?:them|these)|made up of|divided into)\b"
)
_OF_KIND = Pattern(
    r"Ⓒ (?:(?:are|were|is) )?(?:(?:new|major|key) )?(?P<label>(?:investment|trade|contract(?:ed|ual)?|agreement|intention(?:al)?|intended|framework|formal|cooperation)(?: (?:contract|agreement|cooperation|trade))?) (?:projects?|ones|deals|items)\b"
)
"""Kinds that say something only where another stands beside them: "Ⓒ investment projects and Ⓒ trade ones"."""
_WORTH_IN = Pattern(
    r"(?: projects| deals| of (?:them|these|those|the (?:projects|deals)))?, (?:worth|totall?ing|valued at|with (?:an? )?(?:[a-z]+ ){1,3}of) Ⓜ, (?:(?:are|were|is) )?(?:in|for|from|by) (?:the )?(?P<label>[^,;:()ⒸⓂⓅ—]{3,60}?)(?=[,;:.—]| and (?:the )?Ⓒ|$)"
)
_FOREMOST = Pattern(
    r"(?:^\W*|[;,] )(?:[Tt]he )?(?:[Mm]ost|[Bb]iggest|[Ll]argest|[Bb]est|[Bb]usiest|[Ss]trongest)\b[^,;ⒸⓂⓅ]{0,40} (?:is|was|are|were) (?:the )?(?P<label>(?!in |by |at |for )[A-Za-z][^,;ⒸⓂⓅ]{2,40}),? (?:which|with|where|signing|taking|attracting)\b[^,;ⒸⓂⓅ]{0,30} $"
)
"""Who comes first: "The most active was Lorem District, which signed Ⓒ projects"."""
_OWN_REGION = Pattern(
    r"(?<=[,;d] )Ⓒ(?: projects| deals| of them)?(?: (?:are|were|come|came))? from (?:within |inside |outside |elsewhere in |other parts of )?the (?P<label>province|city|county|state|country|region)(?=[,;.]| and\b| with\b|$)"
)
"""Those from the region itself, told last in a list of where from."""
_REST_BEHIND = Pattern(
    r" (?:(?:projects|deals|contracts|ones) )?(?:with|in|from|for|by|to) (?:the )?(?P<label>[^,;:.()ⒸⓂⓅ]{3,50}?)(?=[,;:.]| with\b|$)"
)
_MOST = Pattern(
    r"\b(?:highest|largest|biggest|maximum|greatest|most) (?:numbers?|shares?|part|projects|deals|proposals)?(?: of (?:the )?(?:projects|deals|proposals|contracts|MoUs|agreements))?(?:,| \() ?$"
)
_MOST_BEHIND = Pattern(
    r"[),]{1,2} (?:(?:was|were|is|are|will|be|came|come|comes|went|go|goes|lies?) )+(?:from|for|in|to|by) (?:the )?(?P<label>[^,;:.()ⒸⓂⓅ—]{3,60}?)(?=[,;:.—]|$)"
)
"""Of whom the largest number is: "The largest number, Ⓒ, came from Lorem"."""
_PREDICATE_REACH = 120
_SUBJECT_REACH = 160


def name_of_count(text: str, place: int, windows: Windows, language: Language) -> Extent | None:
    """Return where the name of a counted group stands in its sentence, None for the whole."""
    start, end = windows.around(place)
    found = find_label(text[start:end], language)
    span = (start + found[0], start + found[1]) if found else None
    if language == "zh":
        topic = None if span else _TOPIC_ZH.match(text[:place])
        return topic.span("label") if topic else _with_list(text, place, span)
    if part := _told_apart(text, place):
        return part
    if span and is_rest(text[span[0] : span[1]]) and (told := _REST.match(text, place + 1)):
        return told.span("label")
    if (
        span
        and span[1] == place - 1
        and (listed := _LISTED.search(text, max(place - 70, 0), place))
    ):
        return listed.span("label")
    if span is None or is_rest(text[span[0] : span[1]]):
        return _predicate(text, place) or span or _subject(text, place)
    return span


def _with_list(text: str, place: int, span: Extent | None) -> Extent | None:
    """Return a Chinese name behind a count with all of a list: Ⓒ分别来自甲国、乙国及丙国."""
    if span is None or span[0] < place or not _SPREAD_ZH.match(text, place):
        return span
    listed = _LIST_ZH.match(text, span[1])
    return (span[0], listed.end()) if listed else span


def _occasion(text: str, place: int) -> Extent | None:
    """Return the occasion at the head of a sentence: "At the signing ceremony, Ⓒ of the projects"."""
    is_part = text.startswith(" of ", place + 1)
    occasion = _OCCASION.match(text, 0, place) if is_part else None
    return occasion.span("label") if occasion else None


def _told_apart(text: str, place: int) -> Extent | None:
    """Return what sets an English count apart, wherever it stands in the sentence."""
    if field := _WORTH_IN.match(text, place + 1):
        return field.span("label")
    if _MOST.search(text.lower(), 0, place) and (most := _MOST_BEHIND.match(text, place + 1)):
        return most.span("label")
    is_rest_told = text.endswith(" the remaining ", 0, place)
    if is_rest_told and (rest := _REST_BEHIND.match(text, place + 1)):
        return rest.span("label")
    if own := _OWN_REGION.match(text, place):
        return own.span("label")
    if foremost := _FOREMOST.search(text, 0, place):
        return foremost.span("label")
    return _papers_of_firms(text, place) or _occasion(text, place) or _kind(text, place)


def _kind(text: str, place: int) -> Extent | None:
    """Return of which kind a count is, where its sentence counts another kind beside it."""
    composed = _COMPOSED.search(text, 0, place)
    for kinds in (_OF_KIND, _PAPERS_IN) if composed else (_OF_KIND,):
        own = kinds.match(text, place)
        if own and len({found["label"] for found in kinds.finditer(text)}) > 1:
            return own.span("label")
    return None


def _papers_of_firms(text: str, place: int) -> Extent | None:
    """Return which papers some of the firms signed: "the others, Ⓒ firms, submitted letters of intent"."""
    found = _PAPERS_SIGNED.match(text, place + 1)
    if found is None:
        return None
    is_part = text.startswith(" of ", place + 1) or _OTHERS_BEFORE.search(text, 0, place)
    return found.span("label") if is_part else None


def name_taken_up(text: str, place: int, before: str) -> Extent | None:
    """Return where in the sentence before stands what a count takes up ("With Ⓒ, they ...")."""
    told = _THEY.match(text)
    if told is None or COUNT in text[:place]:
        return None
    found = _FIRST_NOUN.match(before)
    return found.span("label") if found else None


def _predicate(text: str, place: int) -> Extent | None:
    """Return what is said of a count behind its amounts: "..., were signed on stage"."""
    amount = _WORTH.match(text, place + 1)
    found = _IN_FIELD.match(text, amount.end()) if amount else None
    found = found or _PREDICATE.search(text, place + 1, place + _PREDICATE_REACH)
    if found is None or any(mark in text[place + 1 : found.start()] for mark in f"{COUNT};"):
        return None
    start, end = found.span("label")
    if lead := _PREPOSITION.match(text, start):
        start = lead.end()
    return start, end


def _subject(text: str, place: int) -> Extent | None:
    """Return the sentence's subject, where something stands between it and the count."""
    clause = behind_last(text, "ⒸⓂⓅ;:—“", place)
    if span := holder(text, clause, place, is_listed=False):
        return None if WHOLE_EN.search(text[slice(*span)]) else span
    if found := _WITH_ONLY.match(text, 0, place):
        return found.span("label")
    found = _LEADING_NOUN.match(text, 0, place) if place < _SUBJECT_REACH else None
    if found and find_label(f"{found.group('label')} {COUNT}", "en"):
        return found.span("label")
    return None
