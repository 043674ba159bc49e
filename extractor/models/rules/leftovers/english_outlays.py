"""English amounts left over that are the cost of one project: what is built, and by whom.

No frame is asked for: the name is the noun phrase of works nearest to the amount in its clause, or
what stands in front of a bracket, and the investor is the body that the clause begins with, that
owns the name ("Lorem's mill") or that stands behind "by".
"""

import re

from extractor.models.rules.leftovers.placed import Placed
from extractor.models.rules.projects.antecedents import firm_of_sentence_before
from extractor.models.rules.projects.english_apposed import apposed
from extractor.models.rules.projects.english_names import (
    BODIES,
    BODY,
    bodies,
    is_works,
    name_before,
    name_end,
)
from extractor.models.rules.projects.english_outlay_frames import FRAMES
from extractor.models.rules.projects.english_places import is_place_like, place_at
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.projects.targets import find_targets
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import MONEY, Sentence
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.projects import LEAST_OUTLAY
from extractor.patterns import Pattern

NO_OUTLAY_BEHIND = Pattern(
    r" (?:in|across|over|through|from|for|by|via|with|under|on) (?:about |some |around |a total of )?[ⒸⓃ] (?!-)|,? (?:an?|per|each|every) (?:\w+ )?(?:hour|job|day|week|month|person|head|acre|hectare|kg|tonne?|unit)\b|[- ]?(?:credit|loan|fund\b|bond|grant|subsid|lines? of)"
    r"|(?: \w+)? (?:in|of|for) (?:[\w-]+ ){0,2}(?:tax|taxes|output|sales|bonds?|debts?|grants?|loans?|credits?|revenues?|exports?|freight|incentives|subsid\w+|trade|aid|fees?|land|roads?|rent)\b| or (?:less|more|below|above)\b|,? (?:apiece|each|last (?:year|month)|a year (?:earlier|ago)|so far)\b"
    r"|(?: in| of)? (?:annual |yearly )?(?:tax|sales|output|revenue|turnover)"
)
"""Words behind an amount that is no cost of a project."""
NO_OUTLAY_BEFORE = Pattern(
    r"\b(?:debts?|budget|wages?|revenues?|sales|output|turnover|GDP|tax(?:es)?|credit|loans?|grants?|bonds?|salar(?:y|ies)|prices|fund|funds|capital|exports?|imports?|trade|profits?|exchequer|average|averages?|total(?! (?:planned |estimated |contract |agreement )?investment)|totall?ing|in all|altogether|combined|cumulative\w*|together|last year|followed up)\b[^,;:()ⒸⓂⓅ]{0,30}$",
    re.IGNORECASE,
)
"""Words before it."""
_PORTION_BEHIND = Pattern(
    r" ?[,(] ?(?:or |about |nearly |some |over )?Ⓟ(?:\)| of (?:the|all|total|it))"
)
_PORTION_BEFORE = Pattern(
    r"Ⓟ,? (?:or|that is|which is|equal to|meaning) (?:about |some )?$|\bremaining (?:about |some )?$"
)
"""An amount that is a part of the whole: "Ⓟ, or Ⓜ", "Ⓜ (Ⓟ)", "the remaining Ⓜ"."""
_CLAUSE_END = Pattern(
    r"; |, while (?=[A-Z])|, and (?=[A-Z][\w’'&.-]+(?: [A-Z&][\w’'&.-]*)* (?:will|is|has|plans|signed))"
)
_LEAD = r"\W*(?:(?:[Aa]mong|[Ii]n|[Aa]t|[Oo]n|[Oo]f|[Ff]or|[Ff]rom|[Mm]eanwhile|[Ss]eparately|[Ss]imilarly|[Aa]lso|[Ee]lsewhere|[Tt]here|[Oo]ther)\b[^,ⒸⓂⓅ]{0,60}, (?:and )?)?(?:[Tt]he |and |while )?(?:[A-Za-z-]+ (?:firm|company|group|giant|maker|startup|start-up|developer|producer|chain|operator|conglomerate) )?"
_VERB = r"(?:(?:also|jointly|has|have|had|will|would|is|are|was|were|plans?|intends?|wants?|hopes?|agreed|to|each) )*[a-z]+(?:ed|s|e|n|t|k|d)?\b"
_SUBJECT = Pattern(
    rf"{_LEAD}(?P<inv>{BODIES})(?:,? (?:which|who|whose|a|an|the|of|based|with|from) [^;:ⒸⓂⓅ]{{2,90}}?,)?(?: \([^)]*\),?)? (?:{_VERB})"
)
_OWNER = Pattern(rf"(?P<inv>{BODY})(?:['’]s|['’]) (?=\S)")
_BUILDER = Pattern(
    rf"\b(?:by|in the charge of|from|led by|undertaken by|backed by|of) (?:the )?(?P<inv>{BODY})(?=[,.;)]| (?:also|has|is|will|and|with|for|in|at)\b|$)"
)
_OF_BODY = Pattern(rf" (?:of|by|from) (?:the )?(?P<inv>{BODIES})")
_BEFORE_BRACKET = Pattern(
    r"(?:^|[,;:—] |\b(?:the|a|an|and|by|of|for|in|with|are|is|include|includes|including|from|as) )(?P<name>(?!(?:the|a|an|and) )[^,;:.()ⒸⓂⓅ]{3,60}?) ?$"
)
_NO_BUILDER = Pattern(
    r"\b(?:MoUs?|MOUs?|Letters|Realized|Treasury|Commission|Chamber|Committee|Government|State|Province|Minister|Ministry|Bureau|Department|Authority|Summit|Week|Conference|Forum|Fair|Expo|Corridor|Area|Council|Association|River|Projects?|Investors?|Phase)$"
)
_HAS_COST = Pattern(
    r"\W*+(?:The |In addition, the |Another, the )?(?P<name>[^,;:.()ⒸⓂⓅ]{5,80}?)(?P<aside>,[^;:.ⒸⓂⓅ]{3,90},)? (?:(?:has|have|had|involves?|carries|requires?|calls for|comes? with|with|costs?|is worth|will cost|takes|needs|boasts|(?:is|are|was|were|has been) (?:put|estimated|entered|booked|valued|costed|priced|budgeted|listed|put down|pencilled in|pegged) at|will see)\b) ?(?:an?|the|its)? ?(?:(?:total|planned|overall|estimated|combined|contracted) )*(?:investment|price tag|cost|outlay|bill|capital)?(?: of| at)? ?(?:about |some )?$"
)
_NO_NAME = Pattern(
    r"\b(?:projects|deals|contracts|MoUs|agreements|companies|government|county|province|state|city|summit|event|conference|meeting|ceremony|investment|amount|sum|total|pledges|fair|week|department|ministry|bank|capitali[sz]ation|turnover|revenues?|sales|economy|assets|exports|budget|profits?|which|that|it|they|itself)$",
    re.IGNORECASE,
)
_LEAD_TO_WORKS = Pattern(
    r"(?:(?: worth of| in| on| into| for| towards?| to [a-z]+(?: up)?)? (?:an? |the |its |another )?)(?:[a-z-]+ (?:for|of) (?:an? |the |its )?)?|-| "
)
_FRONTED = Pattern(
    r"(?:^\W*|[.;] )(?:[Ww]orth|[Vv]alued at|[Cc]osting|[Pp]riced at|[Bb]udgeted at|[Aa]t|[Ww]ith an? (?:investment|outlay|cost) of) (?:about |some )?$"
)
"""What stands before the cost at the head of a clause: "Worth Ⓜ, a plant of Lorem is the largest"."""
_ARTICLE = len("Ⓜ, another ")
_IS_OTHER = Pattern(
    r"^(?:of|for|in|on|by|with)$| (?:is|was) (?:[a-z]+ and )?[a-z]+ed by\b|^(?:is|are|was|were|ranked|[a-z]+ed by|[a-z]+ly|second|third|one|good|better)\b|\b(?:[Hh]is|[Hh]er|signed|had|laid|turned|since|same|switch|told|said|will|would|sets?|nothing|Mr|Ms|Mrs)\b|[ⒸⓃ](?! ?-)(?: [a-z-]+){0,3} [a-z]+s$|^(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|other) "
)
_PRONOUNS = frozenset(["It", "They"])
_EARLIER = Pattern(
    r"\b[Aa] Ⓞ (?:\w+ )?(?:meeting|summit|forum|conference|fair|event|edition|session|meet)\b|\bsince Ⓞ|\bhas (?:already )?(?:invested|spent|put)\b|\bhave since\b|\bin its first (?:edition|year)\b"
)
_COUNTED = Pattern(r"[ⒸⓃ] (?P<what>[a-z][a-z -]+s)$")
_HOMES = Pattern(
    r"\b(?:flats|homes|houses|apartments|dwellings|villas|lodges|cottages|rooms|bungalows|condominiums)$"
)
_FARTHEST = 110
_FARTHEST_BEHIND = 70


def read_left_outlays(placed: Placed) -> None:
    """Find the projects that the amounts left over are the cost of."""
    for sentence in placed.reading.sentences:
        if "|" in sentence.text or "\t" in sentence.text:
            continue
        for place in outlays_left(placed, sentence):
            _read_outlay(placed, sentence, place)


def outlays_left(placed: Placed, sentence: Sentence) -> list[int]:
    """Return where amounts without a place stand in a sentence that may be the cost of a project."""
    if MONEY not in sentence.text:
        return []
    start, end = sentence.start, sentence.start + len(sentence.text)
    places = []
    for at in placed.left(start, end, MONEY):
        value = placed.reading.mark(at).figure.value
        if (
            is_outlay(sentence.text, at - start)
            and not _is_portion(sentence.text, at - start)
            and not placed.is_total(value)
            and (value or 0) >= LEAST_OUTLAY
        ):
            places.append(at - start)
    return places


def is_outlay(text: str, place: int) -> bool:
    """Return whether an amount may be the cost of a project, by the words around it."""
    return not (
        NO_OUTLAY_BEHIND.match(text, place + 1)
        or NO_OUTLAY_BEFORE.search(text, max(place - 60, 0), place)
    )


def _is_portion(text: str, place: int) -> bool:
    """Return whether an amount is told to be a part of the whole."""
    return bool(
        _PORTION_BEHIND.match(text, place + 1)
        or _PORTION_BEFORE.search(text, max(place - 60, 0), place)
    )


def _read_outlay(placed: Placed, sentence: Sentence, place: int) -> None:
    text = sentence.text
    if _EARLIER.search(text, 0, place):
        return
    clause = _clause(text, place)
    name, builders = (
        _in_bracket(text, place, clause) or _with_cost(text, place, clause) or (None, [])
    )
    if name is None:
        name = _nearest_works(text, place, clause)
    if name is None:
        if not _read_frame(placed, sentence, place):
            _read_apposed(placed, sentence, place, clause)
        return
    name, owners = owners_of(text, name)
    builders = owners or builders or _subject(text, clause, name)
    builders = builders or _builder(text, name[1], place, clause[1])
    if not may_build(text, builders):
        builders = []
    words = text[slice(*name)]
    if _NO_NAME.search(words) or _IS_OTHER.search(words) or not (builders or is_works(words)):
        _read_apposed(placed, sentence, place, clause)
        return
    _enter(placed, sentence, name, builders, place)


def _read_apposed(placed: Placed, sentence: Sentence, place: int, clause: Extent) -> None:
    """Read what an amount is set off behind, where a body builds it."""
    text = sentence.text
    found = apposed(text, place, max(clause[0] - len("; "), 0))
    if found is None:
        return
    name, body = found
    builders = firms(text, *body) if body else _subject(text, clause, name)
    words = text[slice(*name)]
    if may_build(text, builders) and not (_NO_NAME.search(words) or _IS_OTHER.search(words)):
        _enter(placed, sentence, name, builders, place)


def _read_frame(placed: Placed, sentence: Sentence, place: int) -> bool:
    """Read a clause of spending around an amount; return whether there is one."""
    for frame in FRAMES:
        for found in frame.pattern.finditer(sentence.text):
            if found.start("m") != place:
                continue
            is_pronoun = found["inv"] in _PRONOUNS
            meant = firm_of_sentence_before(placed.reading, sentence) if is_pronoun else None
            builders = [] if meant else firms(sentence.text, *found.span("inv"))
            words = found.group("name")
            if (meant or may_build(sentence.text, builders)) and not (
                _NO_NAME.search(words) or (_IS_OTHER.search(words) and not _is_counted_works(words))
            ):
                _enter(placed, sentence, found.span("name"), builders, place, meant)
                return True
    return False


def _is_counted_works(words: str) -> bool:
    """Return whether words are so many of some works, built as one project: "Ⓝ mountain lodges"."""
    counted = _COUNTED.match(words)
    return counted is not None and (is_works(counted["what"]) or bool(_HOMES.search(words)))


def owners_of(text: str, name: Extent) -> tuple[Extent, list[Extent]]:
    """Take the bodies out of a name that own it: "Lorem's mill"."""
    owner = _OWNER.match(text, *name)
    return ((owner.end(), name[1]), firms(text, *owner.span("inv"))) if owner else (name, [])


def builder_of(text: str, name: Extent) -> tuple[Extent, list[Extent]]:
    """Return a name, and who builds it by the words in it or behind it in its sentence."""
    name, builders = owners_of(text, name)
    if not builders and (found := _OF_BODY.match(text, name[1])):
        builders = firms(text, *found.span("inv"))
    builders = builders or _builder(text, name[1], name[1], len(text))
    return name, builders if may_build(text, builders) else []


def firms(text: str, start: int, end: int) -> list[Extent]:
    """Return the bodies listed in a range; "Sand & Sea" is one."""
    return bodies(text.replace(" & ", "_&_"), start, end)


def may_build(text: str, builders: list[Extent]) -> bool:
    """Return whether bodies may build: firms, and no governments, places or papers."""
    return bool(builders) and not any(
        is_place_like(text[start:end]) or _NO_BUILDER.search(text[start:end])
        for start, end in builders
    )


def _clause(text: str, place: int) -> Extent:
    """Return the clause of a sentence that an amount stands in."""
    start, end = 0, len(text)
    for found in _CLAUSE_END.finditer(text):
        if found.end() <= place:
            start = found.end()
        else:
            return start, found.start()
    return start, end


def _in_bracket(text: str, place: int, clause: Extent) -> tuple[Extent, list[Extent]] | None:
    """Read "the Lorem Port (Ⓜ)"."""
    opening = text.rfind("(", clause[0], place)
    if opening < 0 or ")" in text[opening:place]:
        return None
    end = len(text[:opening].rstrip())
    name = name_before(text, end)
    if name is None:
        found = _BEFORE_BRACKET.search(text, max(end - 80, clause[0]), end)
        name = found.span("name") if found else None
    return (name, []) if name else None


def _with_cost(text: str, place: int, clause: Extent) -> tuple[Extent, list[Extent]] | None:
    """Read "The treatment of the Lorem River, in the charge of Ipsum Water, has an investment of Ⓜ"."""
    found = _HAS_COST.match(text, clause[0], place)
    if found is None or not is_works_or_deed(found.group("name")):
        return None
    aside = found.span("aside")
    builder = _BUILDER.search(text, *aside) if aside[0] >= 0 else None
    return found.span("name"), firms(text, *builder.span("inv")) if builder else []


def is_works_or_deed(name: str) -> bool:
    """Return whether words name works, or what is done to them: "the treatment of the river"."""
    return is_works(name) or bool(_DEED.match(name))


_DEED = Pattern(
    r"(?:[a-z-]+ )*(?:treatment|renovation|restoration|expansion|upgrade|transformation|construction|reconstruction|development|relocation|dredging|redevelopment|extension|conversion|revival)\b"
)


def _nearest_works(text: str, place: int, clause: Extent) -> Extent | None:
    """Return the name of works nearest before an amount, or else behind it."""
    before = works_in(text, max(clause[0], place - _FARTHEST), place)
    for _, end in reversed(before):
        if MONEY in text[end:place]:
            break
        if name := name_before(text, end):
            return name[0], name_end(text, end, with_owner=False)
    for _, end in works_in(text, place, min(clause[1], place + _FARTHEST_BEHIND)):
        if MONEY in text[place + 1 : end]:
            return None
        name = name_before(text, end)
        if name and _LEAD_TO_WORKS.fullmatch(text, place + 1, name[0]):
            return name
        if name and _FRONTED.search(text, clause[0], place) and name[0] - place <= _ARTICLE:
            return name
    return None


def _subject(text: str, clause: Extent, name: Extent) -> list[Extent]:
    """Return the bodies that a clause begins with, where the name is not among them."""
    found = _SUBJECT.match(text, clause[0], clause[1])
    if found is None or found.end("inv") > name[0]:
        return []
    first = text.find(MONEY, found.end("inv"), name[0])
    if first >= 0 and works_in(text, found.end("inv"), first):
        return []  # the body heads the name of another work, with a cost of its own
    return firms(text, *found.span("inv"))


def _builder(text: str, start: int, place: int, end: int) -> list[Extent]:
    """Return the body behind "by" that stands behind a name."""
    found = _BUILDER.search(text, start, min(end, place + _FARTHEST_BEHIND))
    return firms(text, *found.span("inv")) if found else []


def _enter(
    placed: Placed,
    sentence: Sentence,
    name: Extent,
    builders: list[Extent],
    place: int,
    meant: Extent | None = None,
) -> None:
    """Enter a project; `meant` is a firm of the sentence before."""
    base = sentence.start
    lead = sentence.text[max(place - 40, 0) : place]
    pair = (amount_kind(lead) or "investment", placed.take(base + place))
    for known in placed.projects:
        if known.name[0] < base + name[1] and base + name[0] < known.name[1]:
            if not known.amounts:
                known.amounts.append(pair)
            return
    project = NamedProject((base + name[0], base + name[1]), sentence)
    project.investors = [meant] if meant else [(base + a, base + b) for a, b in builders]
    project.amounts.append(pair)
    where = place_at(sentence.text, name[1]) or place_at(sentence.text, place + 1)
    project.place = (base + where[0], base + where[1]) if where else None
    for mark, target in find_targets(
        placed.reading, [(base + name[0], base + len(sentence.text))], placed.taken
    ):
        project.targets.append(target)
        placed.taken.add(mark.figure.id)
    placed.projects.append(project)
