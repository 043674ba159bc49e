"""How English articles name projects: who builds what; what is by whom; what costs how much."""

import re
from collections.abc import Iterator

from extractor.models.rules.project_mentions import Extent, Mention
from extractor.models.rules.project_words import BUILD_EN, INVEST_EN, WORKS_EN

# Names of bodies: words with a capital, and what joins them.
_CAP = r"[A-Z][\w’'&-]*(?:\.[A-Z]\w*)*"
_LEGAL = r"(?:\.?,? (?:Co\.?,? ?Ltd\.?|Ltd\.?|Inc\.?|Corp\.?|S\.A\.|PLC|plc|LLC|GmbH|Pte\.? Ltd\.?|Pvt\.? Ltd\.?))?"
_BODY = rf"(?:{_CAP}(?: (?:&|of|de|for|{_CAP})(?= [A-Z&(]| of)| {_CAP})*{_LEGAL}(?: of (?:the )?{_CAP}(?: (?:of )?{_CAP})*)?)"
_BODIES = rf"{_BODY}(?:(?:, (?:and )?| and |,and | & ){_BODY})*"
_ASIDE = r"(?:,? \([^()Ⓜ]{2,40}\)|, (?!which|and\b|who)[^,;.ⓂⒸ]{3,90},|,? (?:which|who)(?: [^,;.ⓂⒸ]{3,60},)?)?"

_MODAL = (
    r"(?: (?:will|would|is to|are to|is|are|was|were|has|have|had|plans? to|planned to|intends? to|decided to|agreed to|expects? to|aims? to|proposes? to|proposed to|offered to|promised to|agree to|has proposed to|is set to|are set to|is going to"
    r"|also|each|all|both|jointly|together|now|already|then|signed (?:a )?(?:deal|contract|agreement)s? to|be|been|to|committed to|pledged to))*"
)
_BUILDING = rf"(?:{BUILD_EN})(?:s|es|ed|ing)?|building|built|setting up|putting up|running"
_PLANNING = (
    r"plans?|planning|planned|propose[sd]?|proposing|signed (?:up )?for|signed (?:an? )?(?:Ⓜ )?(?:deal|contract|agreement|MoU)s? (?:worth Ⓜ )?for|(?:broke|breaks|breaking) ground (?:on|for)|(?:started|starts|launched|kicked off|began) (?:work|construction) (?:on|of)|signed Ⓒ (?:\w+ )?(?:agreements|contracts|deals|MoUs)[^:,;.]{0,30}[:,](?: for)?"
    r"|behind|pay(?:s|ing)? for|share(?:s)? the cost of|unveiled|announced|inked|received (?:the |an )?(?:approval|licen[cs]e|certificate)s? for|won (?:approval|a licen[cs]e) for|granted (?:an? )?[\w -]{3,30} for|undertak\w+|fund(?:s|ing)?|financ(?:e|es|ing)"
)
_ACTION = re.compile(
    rf"(?P<inv>{_BODIES}|\bIt\b|\b[Tt]he (?:company|firm)\b){_ASIDE},?{_MODAL},? "
    rf"(?:(?P<invest>{INVEST_EN}) (?P<amount>Ⓜ) (?:in|on|into|for|towards?|to (?:{_BUILDING}))"
    rf"|(?P<build>{_BUILDING})|(?P<plan>{_PLANNING}))(?= )"
)
_CONVERT = re.compile(r" [^,;.Ⓜ]{3,50}? into(?= )")
_ELLIPSIS = re.compile(
    rf"(?:[,;] and|;| and|,) (?P<inv>{_BODY})(?: of (?:the )?{_CAP}(?: of {_CAP}| {_CAP})*)? (?:(?P<amount>Ⓜ) (?:on|in|for)|(?:that )?for|(?=an? ))(?= )"
)

# Names of works.
_STOP = (
    r"by|at|worth|to|that|which|who|where|in|on|from|under|using|near|next|together|as|valued|estimated|costing|invested|designed|laid|hiring|expected|is|are|was|were|will|has|have|had"
    r"|settled|started|came|each|within|between|outside|along|against|when|once|after|before|across|with|up|over|because|while|but|came|cost|costs|into|than|covering|capable|able|planned by|signed|via"
)
_WORD = rf"(?!(?:{_STOP})\b)(?:“[^”]{{1,60}}”|\"[^\"]{{1,60}}\"|[^\s,;:.()—ⓂⒷⓅⒹ]+(?:\.\d+[^\s,;:.()]*)?)"
_DETERMINER = r"(?:an?|the|its|their|another|one|this)"
_PHRASE = re.compile(
    rf"(?:,? (?:and |also |then |later )?)?(?:{_DETERMINER} )?(?:(?P<amount>Ⓜ)[ -])?(?:{_DETERMINER} )?(?P<name>{_WORD}(?: {_WORD})*)"
)
_WORKS = re.compile(rf"\b(?:{WORKS_EN})\b", re.IGNORECASE)
_FOR = re.compile(
    r" for (?:an?|the|its|their|Ⓜ|about|some|over|nearly|more|both|each)\b.*$| for$| of$| and$"
)
_NEXT_PHRASE = re.compile(
    rf"(?:,? and|,)(?:,? (?:next door to it|later|also|then),?)? (?={_DETERMINER} )"
)
_JOINED = re.compile(rf" and (?={_DETERMINER} |[A-Z][\w&-]*(?: [A-Z][\w&-]*)* Ⓜ)")
_OF_BODY = re.compile(rf" (?:of|by|from) (?:the )?(?P<inv>{_BODY})$")
_OF_AMOUNT = re.compile(r" of$")
_PLACE_LIKE = re.compile(
    r"\b(?:Valley|Port|River|Road|Park|Town|City|County|District|Bay|Lake|Island|Mountain|Mount|Zone|Province|Village|Sea|Garden|Ridge|Canal|Station|Airport|Delta|Line|Hill|Bridge|Highway|Estate|Street|Square|University|Hospital|Plant|Mine|Phase|Centre|Center|Tower|Hub|Base|Complex|Project|Plaza|Resort|Beach|Coast|Forest|Gorge|\d+)$"
)
_GENERIC = re.compile(
    r"(?:(?:the|a|an|of|these|those|such|its|our|all|new|key|major|large|big|biggest|largest|contracted|signed|investment|cooperation|other|more|industrial|infrastructure|foreign|domestic|formal|single|first|second|Ⓞ|Ⓒ|Ⓝ|remaining|main|this|that|individual|total|people's|livelihood|manufacturing|different|development|national-level|industry|sub-|venues?|and|in|for|economic|economy|trade|business|local|whole|entire|high-tech|free|city|cities|county|counties|towns?|villages?|zones?|bases?|lines?|units?|ports?|stores?|works|grounds?|roads?|markets?|platforms?|parks?|cent(?:er|re)s?|projects?|plants?|factory|factories)\s*)+",
    re.IGNORECASE,
)
_MEMORANDUM = re.compile(
    r"\b(?:one|another|memorandum|agreement|MoU|intention|deal)\b[^,;]{0,70} (?:on|for|to \w+) (?:an? |the )?[“\"]?$"
)
_NO_WORKS = re.compile(
    r"\bprojects\b|\bcredit lines?\b|\bsub-venue|^unit for |\b(?:agreements?|memorand\w+|contracts?|letters?|list|catalog(?:ue)?|economy|conference|meeting|ceremony|delegat\w+|report|guide|system|campaign|companies|enterprises|investors?|proposals?|office|committee|jobs|teams?|forum|week|expo|summit)\b|^(?:Ⓝ|Ⓒ)\b.*\b(?:jobs|people|companies)",
    re.IGNORECASE,
)

# What is said of works where no builder stands in front.
_PASSIVE = re.compile(
    rf"(?:,? (?:which|that))?(?: (?:is|are|was|were|will be|to be|being|is to be|will))*(?: (?:jointly|fully))? (?:erected|built|constructed|developed|invested(?: in)?|undertaken|funded|financed|set up|operated|contracted|established|the work of|be the work of|made|launched|implemented|proposed|awarded to|allotted to|entrusted to) ?(?:by|of)? (?:the )?(?P<inv>{_BODIES})"
)
_BY = re.compile(rf" (?:by|of|from) (?:the )?(?P<inv>{_BODIES})")
_RELATIVE = re.compile(rf",? (?:that|which) (?:the )?(?P<inv>{_BODY}){_MODAL} (?:{_BUILDING})\b")
_IN_WHICH = re.compile(rf"in which (?:the )?(?P<inv>{_BODY}){_MODAL} (?:invest|hold|put)")
_COST = (
    r"(?:,? ?\(|,? (?:at|for|with|worth|costing|of|about|costs|will cost|priced at|valued at|estimated at)(?: (?:a|an|the))?(?: (?:total|planned|estimated|combined|registered|contracted))?(?: (?:cost|investment|capital|outlay|price tag|budget|value)(?: of)?)?"
    r"|(?:, [^,;ⓂⒸ]{3,60},| [^,;ⓂⒸ]{3,60})? (?:will cost|costs|has a total investment of|is to cost)|[^;.ⓂⒸ]{0,110}, (?:with a total investment of|the total investment is)|, invested"
    r"|,? (?:has|with|carries|involves|involving|requires|takes) (?:a|an)? ?(?:total |planned |estimated )?(?:investment|cost|capital|outlay|price tag|budget)(?: volume| amount)? ?(?:of)?|,|:|) ?(?P<amount>Ⓜ)"
)
_WITH_COST = re.compile(_COST)
_AMOUNT_FIRST = re.compile(
    rf"(?:\b(?:an?|the|its) |(?<=[a-z] )|(?<=Group )|(?P<inv>{_BODY}) )(?P<amount>Ⓜ)[ -](?P<name>(?!of\b|in\b|for\b|and\b|to\b|each\b|worth\b|an?\b|the\b){_WORD}(?: {_WORD}){{0,9}})"
)
_AND_ALSO = re.compile(
    rf"(?: (?:for|at|worth|with|of))? ?\(?Ⓜ\)?,?(?: and|,)(?: also| then)? (?=(?:{_DETERMINER}) )"
)
_MT_TRIPLE = re.compile(rf", ?(?P<inv>{_BODY}), ?(?P<amount>Ⓜ)")
_START = re.compile(
    rf"(?:^|[,;:(—] ?|\)(?: and)? |\b(?:{_DETERMINER}|for(?= [A-Z])|(?<=,) and|and(?= (?:{_DETERMINER}) )|are|is|was|were|including|includes?|namely|such as|as|has|have|Among them|mainly|there is|there are|in|of|also) )(?=\S)",
    re.IGNORECASE,
)
_PHASE_OF = re.compile(
    rf"(?:(?:Ⓞ|first|second|third|fourth|final|[Pp]hase [IVX\d]+|[IVX]+|reconstruction|expansion|construction|renovation|upgrading|relocation)(?: phase)?) of (?:{_DETERMINER} )?$"
)
_OWNER = re.compile(rf"^(?:the )?(?P<inv>{_BODY})(?:’s|'s) (?=\S)")
_OWNER_TOKENS = re.compile(
    rf"^(?P<inv>{_CAP}(?: (?:&|{_CAP}))+?|[A-Z]{{2,}}) (?=(?:[a-z“\"ⓆⓃⓄ]|Phase |[Pp]hase ))(?!(?:and|of|for|in|on|at|or|phase|{WORKS_EN})\b)"
)
_PLACE = re.compile(
    r" (?:in|at|on the outskirts of|on|up|to|near|into) (?:the )?(?P<place>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of(?= [A-Z])|and(?= [A-Z]\w+ (?:Zone|Park))))*(?: (?:division|district|county|province))?)"
)
_NO_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Phase|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Conference|China|Europe|The|Ⓓ)\b|\b(?:Conference|Week|Forum|Fair|Meeting|Expo|Summit|Festival)\b"
)
_NO_BODY = re.compile(
    r"^(?:The|A|An|In|At|On|Of|For|They|This|These|Those|Other|Phase|Among|Also|There|With|As|And|But|While|From|Investors?|Projects?|Companies|Buyers|Together|Most|Some|All|Many|Meanwhile|After|Before|Since|During|Twelve|He|She|We|I|You|Vice|Mayor|Minister|Governor|Chief|President|Secretary|Director|Leader|Deputy|Reporter|Reporters|Photo|Visitors|When|Where|What|That|Which|Taken|Not|Of|Up|Over|More|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_INSTITUTION = re.compile(
    r"\b(?:Bank|Academy|University|Institute|Ministry|Bureau|Department|Chamber|Association|Federation|Corporation|Company|School|College|Council|Board|Government)$"
)
_ORIGIN = re.compile(
    rf"^(?:(?P<owner>{_CAP})(?:’s|'s) |{_CAP}-based |(?:The |the )?(?:state-owned |listed |local )?)(?={_CAP})"
)
_IN_PLACE = re.compile(r"(?:^\s*|[.;,] )(?:In|At|On|From|To|in|at) (?:the )?$")
_DEALT = re.compile(r"\brespectively\b|\bin turn\b")
_CUES = re.compile(rf"Ⓜ|\b(?:{_PLANNING}|{BUILD_EN}|by|project|plant)\b")
_BODY_SEPARATOR = re.compile(r",? and |, | & ")
_ANTECEDENT = re.compile(
    rf"\b(?:is|was|are|came from|comes from|by|from) (?:the )?(?P<inv>{_BODY})(?=,|$|\.)"
)
_LONGEST_NAME = 110


def english_mentions(text: str) -> list[Mention]:
    """Return the projects that a sentence names, in order.

    Args:
        text: a sentence of the reading.
    """
    if not _CUES.search(text):
        return []
    mentions: list[Mention] = []
    for reader in (
        _actions,
        _passives,
        _bracketed,
        _in_which,
        _called_largest,
        _outputs,
        _invested_with,
        _amounts_first,
        _triples,
        _costs,
    ):
        for mention in reader(text):
            if not any(_overlap(mention, other) for other in mentions):
                mentions.append(mention)
    return sorted(mentions, key=lambda mention: mention.start)


def _overlap(left: Mention, right: Mention) -> bool:
    taken = [*right.names, (right.start, right.end)]
    if right.place:
        taken.append(right.place)
    return any(a[0] < b[1] and b[0] < a[1] for a in left.names for b in taken) or bool(
        {at for _, at in left.amounts} & {at for _, at in right.amounts}
    )


# Somebody builds something


def _actions(text: str) -> Iterator[Mention]:
    at = 0
    while found := _ACTION.search(text, at):
        at = found.end()
        bodies = _bodies(text, *found.span("inv"))
        if found.group("inv") in {"It", "The company", "the company", "The firm", "the firm"}:
            bodies = []
        if not bodies and not (found.group("invest") and found.group("inv") == "It"):
            at = found.start() + 1 + len(found.group("inv").split(" ")[0])
            continue
        mention = _object_mention(text, found.start(), found.end(), bodies)
        if mention is None:
            at = found.end("inv")
            continue
        if _IN_PLACE.search(text[: found.start()]) and "," in found.group("inv"):
            mention.place = (found.start(), text.index(",", found.start()))
        money = text.find("Ⓜ", *found.span())
        if money >= 0:
            mention.amounts.insert(0, ("investment", money))
        yield mention
        yield from _further(text, mention)
        at = mention.end


def _further(text: str, mention: Mention) -> Iterator[Mention]:
    """Read what the same body builds besides, and what others do under the same verb."""
    last = mention
    while found := _AND_ALSO.match(text, last.end):
        other = _object_mention(text, found.end(), found.end() - 1, list(mention.investors))
        if other is None:
            break
        last = other
        yield other
    yield from _ellipses(text, last)


def _ellipses(text: str, mention: Mention) -> Iterator[Mention]:
    """Read what goes on without its verb: "A plans X and B (plans) Y"."""
    stop = re.search(r"[.]", text[mention.end :])
    end = mention.end + stop.start() if stop else len(text)
    for found in _ELLIPSIS.finditer(text, mention.end, end):
        bodies = _bodies(text, *found.span("inv"))
        if not bodies:
            continue
        other = _object_mention(text, found.start("inv"), found.end(), bodies)
        if other:
            if found.group("amount"):
                other.amounts.insert(0, ("investment", found.start("amount")))
            yield other


def _object_mention(text: str, start: int, at: int, bodies: list[Extent]) -> Mention | None:
    """Read the works that are built: one, or a list of which each has its article."""
    if convert := _CONVERT.match(text, at):
        at = convert.end()
    names: list[Extent] = []
    amounts: list[tuple[str, int]] = []
    while phrase := _PHRASE.match(text, at):
        name = _cut_name(text, *phrase.span("name"))
        if name is None:
            break
        names.append(name)
        if phrase.group("amount"):
            amounts.append(("investment", phrase.start("amount")))
        at = name[1]
        if found := _PHASE_TAIL.match(text, at):
            at = found.end()
        at = _skip_place(text, at)
        following = _NEXT_PHRASE.match(text, at)
        if not following:
            break
        at = following.end() - 1
    if not names:
        return None
    mention = Mention(names, start, names[-1][1], bodies)
    mention.amounts += amounts  # type: ignore[arg-type]
    mention.place = _place(text, names[-1][1])
    sentence_end = text.find(";", mention.end)
    rest = text[mention.end : sentence_end if sentence_end >= 0 else len(text)]
    several = len(bodies) > 1
    if several and (
        (len(names) == len(bodies) and _DEALT.search(rest))
        or (
            len(names) == 1
            and (
                " each " in text[start : mention.end]
                or re.search(r"Ⓜ(?:(?:, | and |, and )Ⓜ){%d}" % (len(bodies) - 1), rest)
                or (_PLURAL.search(text[slice(*names[0])]) and not re.search(r"\bjoint", text))
            )
        )
    ):
        mention.dealt = True
    return mention


_PLURAL = re.compile(
    r"\b(?:units|plants|factories|lines|mills|bases|parks|cent(?:er|re)s|workshops|farms|hotels|stations|facilities|warehouses)$"
)
_PHASE_TAIL = re.compile(r" phase (?:one|two|three)")


def _cut_name(text: str, start: int, end: int) -> Extent | None:
    """Cut a name at the next one, at what it is for, and check that works stand in it."""
    if lead := re.compile(r"construction of (?:an? |the )?").match(text, start, end):
        start = lead.end()
    if joined := _JOINED.search(text, start, end):
        end = joined.start()
    if purpose := _FOR.search(text[start:end]):
        end = start + purpose.start()
    if end - start > _LONGEST_NAME:
        return None
    name = text[start:end]
    if " " not in name and not name[0].isupper():
        end = start
    if (
        not _WORKS.search(name, 0)
        or end == start
        or _NO_WORKS.search(name)
        or _GENERIC.fullmatch(name)
    ):
        return None
    return start, end


# Something is built by somebody


def _passives(text: str) -> Iterator[Mention]:
    for works in _WORKS.finditer(text):
        end = _name_end(text, works, with_owner=False)
        found = (
            _PASSIVE.match(text, end)
            or _RELATIVE.match(text, end)
            or _PASSIVE.match(text, _skip_place(text, end))
        )
        with_cost = None
        if not found:
            found = _BY.match(text, end)
            with_cost = found and (
                _WITH_COST.match(text, found.end())
                or re.compile(
                    r",? (?:with|will|and|came|comes|without|at|for) |, (?:Ⓠ|Ⓝ)[^,;Ⓜ]{0,24}Ⓜ"
                ).match(text, found.end())
            )
            if not with_cost:
                continue
        name = _name_before(text, end)
        bodies = _bodies(text, *found.span("inv"))
        if name is None or not bodies or (with_cost and _is_place_like(text, bodies)):
            continue
        plural = bool(re.search(r" (?:were|are) ", found.group()))
        names = [*_listed_before(text, name, plural=plural)]
        names.append(_last_listed(text, name) if plural else name)
        mention = Mention(names, names[0][0], found.end("inv"), bodies)
        mention.place = _place(text, end)
        yield mention


def _listed_before(text: str, name: Extent, *, plural: bool) -> list[Extent]:
    """Return the names that stand before one in its list: "a mill and a park of X"."""
    found = re.search(rf"(?:,? and (?:{_DETERMINER}) )$", text[: name[0]])
    if found:
        first = _name_before(text, found.start())
        return [first] if first else []
    joined = text.find(" and ", *name)
    if plural and joined > 0:
        first = _name_before(text, joined)
        if first:
            return [first]
    return []


def _last_listed(text: str, name: Extent) -> Extent:
    """Return the last of names that "and" joins: "X cable car and X hotel were built by"."""
    joined = text.rfind(" and ", *name)
    if joined > 0 and _WORKS.search(text, name[0], joined):
        return joined + len(" and "), name[1]
    return name


def _is_place_like(text: str, bodies: list[Extent]) -> bool:
    return len(bodies) == 1 and bool(_PLACE_LIKE.search(text[slice(*bodies[0])]))


def _skip_place(text: str, at: int) -> int:
    found = _PLACE.match(text, at)
    return found.end() if found else at


def _amounts_first(text: str) -> Iterator[Mention]:
    """Read "a 1.35-billion-yuan data center of X"."""
    for found in _AMOUNT_FIRST.finditer(text):
        start, end = found.span("name")
        owner = _OF_BODY.search(text[start:end])
        name = _cut_name(text, start, start + owner.start() if owner else end)
        body = found.group("inv")
        if name is None and body and re.match(r"[a-z]", text[start:end]):
            name = (start, end)
        if name is None:
            continue
        mention = Mention([name], found.start(), max(end, name[1]))
        mention.amounts.append(("investment", found.start("amount")))
        if owner:
            mention.investors = _bodies(text, start + owner.start("inv"), start + owner.end("inv"))
        elif body:
            mention.investors = _bodies(text, *found.span("inv"))
        _find_builder(text, mention)
        yield mention


def _triples(text: str) -> Iterator[Mention]:
    """Read "X processing center, Y Group, Ⓜ"."""
    for found in _MT_TRIPLE.finditer(text):
        end = found.start()
        if tail := re.search(r" with [^,;:]{3,60}$", text[:end]):
            end = tail.start()
        name = _name_before(text, end)
        bodies = _bodies(text, *found.span("inv"))
        if name is None or not bodies:
            continue
        mention = Mention([name], name[0], found.end(), bodies)
        mention.amounts.append(("investment", found.start("amount")))
        yield mention


def _in_which(text: str) -> Iterator[Mention]:
    """Read "X project on the river, designed to ..., in which Y is to invest Ⓜ"."""
    found = _IN_WHICH.search(text)
    if not found:
        return
    works = next(
        (w for w in _WORKS.finditer(text, max(0, found.start() - 140), found.start())), None
    )
    name = _name_before(text, _name_end(text, works)) if works else None
    bodies = _bodies(text, *found.span("inv"))
    if name and bodies:
        yield Mention([name], name[0], name[1], bodies, _place(text, name[1]))


def _called_largest(text: str) -> Iterator[Mention]:
    """Read "Lorem Park is the largest one signed"."""
    found = _LARGEST.match(text)
    if found and _WORKS.search(found.group("name")):
        name = found.span("name")
        yield Mention([name], name[0], found.end())


def _outputs(text: str) -> Iterator[Mention]:
    """Read machine-translated "Lorem Foil's annual output of Ⓠ of aluminum foil started in X"."""
    for found in _OUTPUT.finditer(text):
        bodies = _bodies(text, *found.span("inv"))
        if bodies:
            name = found.span("name")
            yield Mention([name], found.start(), name[1], bodies, _place(text, found.end() - 1))


def _invested_with(text: str) -> Iterator[Mention]:
    """Read "Lorem Knitting, with an investment of Ⓜ, has an annual output of Ⓝ socks projects"."""
    for found in _INVESTED_WITH.finditer(text):
        bodies = _bodies(text, *found.span("inv"))
        if bodies:
            mention = Mention([found.span("name")], found.start(), found.end(), bodies)
            mention.amounts.append(("investment", found.start("amount")))
            if found.group("place"):
                mention.place = found.span("place")
            yield mention


_IN_BRACKETS = re.compile(rf" \((?P<inv>{_BODY})[,;:] (?P<amount>Ⓜ)\)")
_CONTRACT_WITH = re.compile(
    rf"(?:\bwith (?:the )?(?P<inv>{_BODY}) (?:for|on|to (?:{BUILD_EN})) (?:the |an? )?|(?P<firm>{_BODY}): )$"
)
_LARGEST = re.compile(
    rf"\s*(?:The )?(?P<name>{_CAP}(?: (?:{_CAP}|of|and|&|project))*) (?:is|was) (?:the|one of the) (?:largest|biggest|most|first|only|key|single)\b"
)
_OUTPUT = re.compile(
    rf"(?P<inv>{_BODY})(?:’s|'s)? (?P<name>(?:with )?(?:an )?annual output of [ⓆⓃⒸ](?: of)?(?: [a-z-]+){{1,6}}?(?: project)?)(?= (?:started|settled|landed|was|is|will|in)\b|,)"
)
_INVESTED_WITH = re.compile(
    rf"(?P<inv>{_BODY})\.?(?: (?P<place>{_CAP}))?, with (?:an? )?(?:total )?investment of (?P<amount>Ⓜ), (?:has|have|will \w+|is to \w+) (?:an? |the )?(?P<name>[^,;.Ⓜ]{{4,90}}?)(?=,|;|\.|$| and is| in [A-Z])"
)


# Something costs so much


def _costs(text: str) -> Iterator[Mention]:
    for works in _WORKS.finditer(text):
        end = _name_end(text, works)
        after = _skip_place(text, end)
        found = _WITH_COST.match(text, end) or _WITH_COST.match(text, after)
        if not found:
            continue
        name = _name_before(text, end)
        if name is None:
            continue
        owner = _OF_BODY.search(text[name[0] : name[1]])
        names = [name]
        if ", invested" in found.group():
            names = [*_listed_before(text, name, plural=False), name]
        mention = Mention(names, names[0][0], found.end())
        if len(names) == 1 and owner and not _PLACE_LIKE.search(owner.group("inv")):
            inv = (name[0] + owner.start("inv"), name[0] + owner.end("inv"))
            mention.investors = _bodies(text, *inv)
            mention.names = [(name[0], name[0] + owner.start())]
        if len(names) == 1:
            _own(text, mention)
        if behind := re.compile(rf" (?:of|by) (?:the )?(?P<inv>{_BODY})").match(text, found.end()):
            mention.investors = mention.investors or _bodies(text, *behind.span("inv"))
            mention.end = behind.end()
        mention.amounts.append(("investment", found.start("amount")))
        mention.place = _place(text, end) or _place(text, found.end())
        _find_builder(text, mention)
        yield mention


def _find_builder(text: str, mention: Mention) -> None:
    """Look for the builder, and the place, behind a name or before it."""
    start, end = mention.names[-1]
    mention.place = mention.place or _place(text, end)
    if mention.investors:
        return
    after = _skip_place(text, end)
    found = (
        _PASSIVE.match(text, end)
        or _PASSIVE.match(text, after)
        or _RELATIVE.match(text, end)
        or _CONTRACT_WITH.search(text[:start])
    )
    if found:
        named = "inv" if found.group("inv") else "firm"
        mention.investors = _bodies(text, *found.span(named))
        if found.start() >= end:
            mention.end = max(mention.end, found.end())
            mention.place = mention.place or _place(text, found.end())


def _bracketed(text: str) -> Iterator[Mention]:
    """Read "a hospital (Lorem Hospitals, Ⓜ)"."""
    for found in _IN_BRACKETS.finditer(text):
        name = _name_before(text, found.start())
        bodies = _bodies(text, *found.span("inv"))
        if name and bodies:
            mention = Mention([name], name[0], found.end(), bodies)
            mention.amounts.append(("investment", found.start("amount")))
            yield mention


def _own(text: str, mention: Mention) -> None:
    """Take the investor from a name's beginning: "Lorem's plant", "Lorem Valve expansion project"."""
    start, end = mention.names[0]
    if found := _OWNER.match(text[start:end]):
        mention.investors = mention.investors or _bodies(
            text, start + found.start("inv"), start + found.end("inv")
        )
        mention.names[0] = (start + found.end(), end)
    elif (found := _OWNER_TOKENS.match(text[start:end])) and not mention.investors:
        if not _PLACE_LIKE.search(found.group("inv")):
            mention.investors = _bodies(text, start + found.start("inv"), start + found.end("inv"))


def _name_end(text: str, works: re.Match[str], *, with_owner: bool = True) -> int:
    """Return where a name ends whose last word of works is known: of what, for what."""
    pattern = _TAIL_WITH_OWNER if with_owner else _TAIL
    found = pattern.match(text, works.end())
    return found.end() if found else works.end()


_TAIL_START = rf"(?: (?:{WORKS_EN})\b)*(?: (?:phase (?:one|two|three)|Ⓞ|project))?"
_TAIL_FOR = (
    r"(?: for (?!an?\b|the\b|Ⓜ)[a-z\d][\w -]+?(?= ?[,(;Ⓜ]| with\b| by\b| of\b| will\b| is\b))?"
)
_TAIL = re.compile(_TAIL_START + _TAIL_FOR)
_TAIL_WITH_OWNER = re.compile(
    rf"{_TAIL_START}(?:(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*(?: \d+)?(?= ?[,(;Ⓜ])| of [ⓆⓃ] of (?:the )?[A-Z][\w ]+?(?= ?[,(;Ⓜ])){_TAIL_FOR}|{_TAIL_FOR})"
)


def _name_before(text: str, end: int) -> Extent | None:
    """Return the name that ends at a place: back to its article or the mark before it."""
    floor = max(0, end - _LONGEST_NAME)
    start = floor
    for found in _START.finditer(text, floor, end):
        if not re.search(r"\b(?:of) $", text[: found.end()]) or re.search(
            rf"\b(?:of|for) (?:{_DETERMINER}) $", text[: found.end()]
        ):
            start = found.end()
    if phase := _PHASE_OF.search(text[floor:start]):
        start = floor + phase.start()
    if lead := re.compile(rf"(?:{_DETERMINER}) ").match(text, start):
        start = lead.end()
    while start < end and text[start] in ' (“"':
        if text[start] in '“"':
            break
        start += 1
    name = text[start:end]
    if (
        len(name) < 5
        or not _WORKS.search(name)
        or _NO_WORKS.search(name)
        or _GENERIC.fullmatch(name)
    ):
        return None
    if _MEMORANDUM.search(text[:start]) or (" " not in name and not name[0].isupper()):
        return None
    if re.search(
        r"[ⓂⓅⒷ]|\b(?:is|are|was|were|will|signed|with|worth|by|that|which|set up|proposed|while|whose|said)\b",
        name,
    ):
        return None
    return start, end


# Bodies and places


def _bodies(text: str, start: int, end: int) -> list[Extent]:
    found = []
    if _IN_PLACE.search(text[:start]) and "," in text[start:end]:
        start = text.index(",", start) + 2
    for first, last in _body_pieces(text, start, end):
        if origin := _ORIGIN.match(text[first:last]):
            first += origin.end()
        if text.startswith(("the ", "The "), first):
            first += 4
        if text.endswith(("'s", "’s"), first, last):
            last -= 2
        body = text[first:last]
        if owner := re.match(rf"{_CAP}(?:’s|'s) ", body):
            first += owner.end()
            body = text[first:last]
        if last - first > 1 and not _NO_BODY.match(body):
            of = re.search(r" of (?:the )?[A-Z][\w ]*$", body)
            if of and not _INSTITUTION.search(body[: of.start()]):
                last = first + of.start()
            found.append((first, last))
    return found


def _body_pieces(text: str, start: int, end: int) -> Iterator[Extent]:
    at = start
    for found in _BODY_SEPARATOR.finditer(text, start, end):
        if re.match(r"Co\b|Ltd|Inc|Corp", text[found.end() : end]):
            continue
        yield at, found.start()
        at = found.end()
    yield at, end


def _place(text: str, at: int) -> Extent | None:
    found = _PLACE.match(text, at)
    if not found or _NO_PLACE.search(found.group("place")):
        return None
    return found.span("place")
