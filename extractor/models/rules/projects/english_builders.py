"""English words that say who builds what, actively or passively; `english_projects` has examples."""

import re
from collections.abc import Iterator

from extractor.models.rules.projects.english_names import (
    BODIES,
    BODY,
    DETERMINER,
    IN_PLACE,
    WORD,
    bodies,
    cut_name,
    first_word,
    name_before,
    name_end,
)
from extractor.models.rules.projects.english_places import (
    PLACE,
    is_place_like,
    place_at,
    skip_place,
)
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import BUILD_EN, BUILDING_EN, INVEST_EN
from extractor.models.rules.words.words import EACH_EN
from extractor.patterns import Pattern

_ARTICLE_REACH = 20  # , and another
_NEAR = 170  # letters within which a project stands before what is said of its investor

_DEFINITE = r"[Tt]he (?:[\w-]+ ){0,2}(?:company|firm|utility|giant|developer|maker|producer|operator|retailer|investor|conglomerate|start-?up|brand|carmaker|drugmaker|chipmaker|manufacturer|miner|supplier)\b"
_SUBJECT = Pattern(rf"\b(?:{_DEFINITE}|{BODIES})")
_PRONOUN = Pattern(rf"It$|{_DEFINITE}$")
_ASIDE = r"(?:,? \([^()Ⓜ]{2,40}\)|, (?!which|and\b|who)[^,;.ⓂⒸ]{3,90},|,? (?:which|who)(?: [^,;.Ⓜ]{3,60},)?)?"
_MODAL = (
    r"(?: (?:will|would|is to|are to|is|are|was|were|has|have|had|plans? to|planned to|intends? to|decided to|agreed? to|expects? to|aims? to"
    r"|proposes? to|proposed to|offered to|promised to|is set to|are set to|is going to|(?:likely|keen|expected|looking) to|hopes? to|also|finally|at last|formally|officially|likewise|each|all|both|jointly|together|now|already|then"
    r"|signed (?:a )?(?:deal|contract|agreement)s? to|be|been|committed to|pledged to|(?:said|says|announced|confirmed|added) (?:that )?(?:it|they|he|she) (?:would|will|was to|is to|plans? to|intends? to)))*"
)
_PLANNING = (
    r"(?:has|have|had|holds?|won|wins|landed|clinched|secured|bagged|took|obtained) (?:an? |the )?(?:\w+ )?(?:contract|licen[cs]e|permit|concession|agreement|deal|order|go-ahead|mandate)s? (?:for|to (?:build|develop|set up))|plans?|planning|planned|propose[sd]?|proposing|signed (?:up )?for|signed (?:an? )?(?:Ⓜ )?(?:deal|contract|agreement|MoU)s? (?:worth Ⓜ )?for"
    rf"|signed (?:an? )?(?:deal|contract|agreement|MoU)s? with [^,;.ⓂⒸ]{{3,60}}? (?:to (?:{BUILD_EN})|for)"
    r"|signed with (?:the )?[^,;.ⓂⒸ]{{3,50}}? for|(?:broke|breaks|breaking) ground (?:on|for)|(?:started|starts|starting|launched|kicked off|began|begins?) (?:work|construction) (?:on|of)"
    r"|(?:laid|lays|laying) the (?:foundation|first|corner|Ⓞ)[ -]?(?:stone|brick)s? (?:of|for)|(?:turned|turns|cut) the (?:first|Ⓞ) sods? (?:on|of|for|at)|drove (?:in )?the (?:first|Ⓞ) piles? (?:of|for)"
    r"|(?:doubl|trebl|tripl|quadrupl|enlarg|moderni[sz]|upgrad|revamp|rebuild|retool|renovat|refurbish|rehabilitat|widen|deepen)(?:es|s|ed|ing|e)?(?= (?:its|their|the|an?) )|(?:is|are|has|have|will|would) (?:to )?do(?= (?:an?|the) )"
    r"|signed Ⓒ (?:\w+ )?(?:agreements|contracts|deals|MoUs)[^:,;.]{0,30}[:,](?: for)?|behind|pay(?:s|ing)? for|share(?:s)? the cost of"
    r"|unveiled|announced|inked|received (?:the |an? )?(?:\w+ )?(?:approval|licen[cs]e|certificate)s? for|won (?:approval|a licen[cs]e) for"
    r"|granted (?:an? )?[\w Ⓠ-]{3,30} for|(?:is|are|was|were) (?:down|in|going in|good) for|go(?:es)? in for|opt(?:s|ed|ing)? for|team(?:s|ed|ing)? up (?:on|for)|join(?:s|ed)? (?:hands|forces) (?:on|for)|partner(?:s|ed|ing)? (?:on|for)|undertak\w+|fund(?:s|ing)?|financ(?:e|es|ing)"
    r"|promis(?:es|ed|ing)|pledg(?:es|ed|ing)|unveil(?:s|ed|ing)|confirm(?:s|ed|ing)|wants?(?: to (?:build|open|put up|set up))?|settled for|cho(?:se|osing)|t(?:ook|aking) on|signed(?= the| an?)"
)
_SITED = (
    rf"(?:cho(?:se|sen|oses)|pick(?:s|ed)|select(?:s|ed)) (?:the )?(?P<site>{PLACE})(?: over [^,;.]{{3,40}})? (?:for|to (?:{BUILD_EN}))"
    rf"|(?:settle[sd]?|land(?:s|ed)?|locate[sd]?) (?:down )?(?:in|at) (?:the )?(?P<seat>{PLACE})(?:,? with (?:an? |the )?(?:total |planned )?investment of Ⓜ)?,? (?:and (?:(?:{INVEST_EN}) Ⓜ to )?(?:{BUILD_EN})|to (?:{BUILD_EN}))"
)
"""A place that a body takes for what it builds."""
_ACTION = Pattern(
    rf"{_ASIDE},?{_MODAL},? (?:(?:{INVEST_EN}|sink(?:s|ing)?|sank|funnel(?:s|ed)?|channel(?:s|ed)?|devot(?:es?|ed))(?: down| up| in| out)? Ⓜ(?:(?:, Ⓜ)*,? and Ⓜ)?(?: (?:in|at) (?:the )?(?P<place>{PLACE})(?= to ))?(?: between them| in all| in total| of its own| together| jointly)? (?:in|on|into|for|towards?|over Ⓠ (?:in|on|for)|to (?:{BUILDING_EN}))|{_SITED}|{BUILDING_EN}|{_PLANNING})(?= )"
)
_CONVERT = Pattern(r" [^,;.Ⓜ]{3,50}? into(?= )")
_ELLIPSIS = Pattern(
    rf"(?:[,;] and|;| and|,) (?:the )?(?:(?:[A-Z][a-z]+ )?[a-z-]+ )?(?P<inv>{BODY}) (?:(?:(?P<amount>Ⓜ) (?:on|in|for)|(?:that )?for)(?= )|(?=an? ))"
)
_OTHER_BODY = Pattern(rf"(?:the )?{BODY} an? ")
"""What stands behind "and" where another body builds under the same verb."""
_PHRASE = Pattern(
    rf"(?:,? (?:and |also |then |later )?)?(?:{DETERMINER} )?(?:(?P<amount>Ⓜ)[ -])?(?:{DETERMINER} )?(?P<name>{WORD}(?: {WORD})*)"
)
_THING_PAID = Pattern(
    r"(?: Ⓠ for)? (?:an? |the |its )?(?P<name>(?!the\b|it\b|this\b|\w+ing\b)[a-z][\w-]*(?: (?!in\b|at\b|on\b|near\b|to\b|by\b|over\b|with\b|that\b|which\b)[\w-]+){0,6})(?=[,.;]| (?:in|at|on|near|over|with|by)\b|$)"
)
_BARE = Pattern(
    r"(?P<name>(?:plant|factory|mill|facility|line|unit|base|works|complex)(?= (?:that|which|to|for making|capable of|making|producing|processing)\b)"
    r"|(?:Ⓞ|second|third|fourth|fifth|further) (?:[a-z-]+ )?(?:plant|factory|mill|facility|line|unit|kiln|hall|warehouse)\b(?: to (?:its|the) (?:[a-z-]+ ){0,3}(?:plant|factory|mill|works|complex)\b)?(?=[^;.]{0,60}Ⓜ))"
)
"""Works of a word that says nothing by itself, with what they are to do, or for how much."""
_EACH = Pattern(rf"\b{EACH_EN}")
_PHASE = Pattern(r"(?: phase (?:one|two|three))?")
_NEXT_PHRASE = Pattern(
    rf"(?:,? and|,)(?:,? (?:also|later|then|(?:[a-z]+ ){{1,4}}[a-z]+,))? (?={DETERMINER} )"
)
_AND_ALSO = Pattern(
    rf"(?: (?:for|at|worth|with|of))? ?\(?Ⓜ\)?,?(?: and|,)(?: also| then)? (?={DETERMINER} )"
)
_DEED_OF = Pattern(r"(?:[a-z]+ )?[a-z]+ing of ")
"""A deed done to all that follows: "dredging of the harbour and a new pier" is one project."""
_RESPECTIVELY = Pattern(r"\brespectively\b|\bin turn\b")
_AMOUNTS = Pattern(r"Ⓜ(?:,? (?:and )?Ⓜ)*")
_ARE = Pattern(" (?:were|are) ")
_PLURAL = Pattern(
    r"\b(?:units|plants|factories|lines|mills|bases|parks|cent(?:er|re)s|workshops|farms|hotels|stations|facilities|warehouses)$"
)

_PASSIVE = Pattern(
    r"(?:,? (?:which|that)|,)?(?: (?:is|are|was|were|will be|to be|being|will|have been|has been))*(?: (?:jointly|fully|all|both))?"
    r" (?:erected|built|constructed|developed|invested(?: in| and (?:built|constructed|developed|operated))?|undertaken|funded|financed|set up|operated|contracted|established|(?:be )?the work of"
    rf"|made|launched|implemented|proposed|backed|promoted|led|sponsored|contracted|taken on|(?:awarded|allotted|entrusted|granted|handed) to|went to|goes to|won)(?: (?:in|at|near|on) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*(?= by ))? ?(?:by|of)? (?:the )?(?:(?:an? )?(?:joint venture|consortium|JV|alliance|partnership) (?:of|between) )?(?P<inv>{BODIES})"
)
_AT_SITE = Pattern(
    rf",? (?:which |that )?(?:(?:is|are|was|were|will be|has|to be) )*(?:settled|located|situated|landed|sited|based|set) (?:down )?(?:in|at|on|near) (?:the )?{PLACE},?(?: and)?| covers?(?: an area of)? (?:about )?Ⓠ,?(?: and)?"
)
_RELATIVE = Pattern(
    rf",? (?:(?P<paid>(?:for|in|on|into) which (?:the )?(?:[a-z-]+ )*)|(?:that|which) (?:the )?)(?P<inv>{BODY}){_MODAL}"
    rf" (?(paid)(?:paid|pays|pay|spent|spends?|spending|put|{INVEST_EN})|(?:{BUILDING_EN}))\b"
)
_BY = Pattern(rf"(?:,? (?:both|all|each)(?: [a-z]+)?)? (?:by|of|from) (?:the )?(?P<inv>{BODIES})")
_TOLD_OF = Pattern(
    r",? (?:with|will|and|came|comes|without|at|for) |,? which (?:settled|landed|was|is|will|has)\b| (?:was|were|is|are|has|have)(?: also| already| officially| now)? (?:been )?(?:started|signed|placed|settled|kicked off|launched|inked)\b| (?:settled|settles|will settle|landed|lands|fell to|located|started|broke ground|laid)\b|, (?:Ⓠ|Ⓝ)[^,;Ⓜ]{0,24}Ⓜ|,? ?\(?Ⓜ"
)
_EXAMPLE = Pattern(r"\b(?:among them|including|such as|one of them|namely) [^,;ⓂⒸ]*$")
_BREAK = Pattern(r"[,;:(]| (?:of|for|with|on|in|at|and)\b")
_IN_WHICH = Pattern(rf"in which (?:the )?(?P<inv>{BODY}){_MODAL} (?:invest|hold|put)")
_CONTRACT_WITH = Cued(
    "with ", rf"\bwith (?:the )?(?P<inv>{BODY}) (?:for|on|to (?:{BUILD_EN})) (?:the |an? )?$"
)
_INVESTOR_OF = Cued(
    "investor|builder|developer|owner|backer",
    r"\b(?:investor|builder|developer|owner|backer)s? (?:of|in|behind) (?:the )?$",
)
_IS_INVESTOR = Pattern(rf" (?:is|are|was|were) (?:the )?(?P<inv>{BODIES})")
_TITLE = Pattern(rf"(?P<inv>{BODY}): $")
_AND_A = Pattern(rf",? and {DETERMINER} $")
_COMMA_A = Pattern(rf", {DETERMINER} $")


def actions(text: str) -> Iterator[Mention]:
    """Read "X will invest Ⓜ to build Y", "X signed for Y and Z", and what goes on from there."""
    at = 0
    while subject := _SUBJECT.search(text, at):
        at = subject.end()
        action = _ACTION.match(text, at)
        if not action:
            continue
        builders = bodies(text, *subject.span())
        is_pronoun = bool(_PRONOUN.match(subject.group()))
        if not builders and not is_pronoun:
            continue
        mention = _built(text, subject.start(), action.end(), [] if is_pronoun else builders)
        if mention is None and "Ⓜ" in action.group():
            mention = _paid_for(text, subject.start(), action.end(), [] if is_pronoun else builders)
        if mention is None or (is_pronoun and "Ⓜ" not in text[subject.end() :]):
            continue
        if IN_PLACE.search(text[: subject.start()]) and "," in subject.group():
            mention.place = (subject.start(), text.index(",", subject.start()))
        for group in ("place", "site", "seat"):
            if action.group(group):
                mention.place = action.span(group)
        money = [at for at in range(*action.span()) if text[at] == "Ⓜ"]
        if mention.dealt and len(money) == 1 and _EACH.search(action.group()):
            money *= len(builders)
        mention.amounts[:0] = [("investment", at) for at in money]
        yield mention
        yield from _further(text, mention)
        at = mention.end


def _further(text: str, mention: Mention) -> Iterator[Mention]:
    """Read what the same body builds besides, and what others do under the same verb."""
    last = mention
    while found := _AND_ALSO.match(text, last.end):
        other = _built(text, found.end(), found.end() - 1, list(mention.investors))
        if other is None:
            break
        last = other
        yield other
    for found in _ELLIPSIS.finditer(text, last.end):
        builders = bodies(text, *found.span("inv"))
        other = _built(text, found.start("inv"), found.end(), builders) if builders else None
        if other:
            if found.group("amount"):
                other.amounts.insert(0, ("investment", found.start("amount")))
            yield other


def _built(text: str, start: int, at: int, builders: list[Extent]) -> Mention | None:
    """Read the works that are built: one, or a list of which each has its article."""
    if convert := _CONVERT.match(text, at):
        at = convert.end()
    mention = Mention([], start, at, builders)
    while phrase := _PHRASE.match(text, at):
        name = cut_name(text, *phrase.span("name"))
        if name is None and phrase.group("amount"):
            name = first_word(text, *phrase.span("name"))
        if name is None and (bare := _BARE.match(text, phrase.start("name"))):
            name = bare.span("name")
        if name is None:
            break
        if mention.names and _DEED_OF.match(text, mention.names[0][0]):
            mention.names[0] = (mention.names[0][0], name[1])
            break
        mention.names.append(name)
        if phrase.group("amount"):
            mention.amounts.append(("investment", phrase.start("amount")))
        phase = _PHASE.match(text, name[1])
        at = skip_place(text, phase.end() if phase else name[1])
        following = _NEXT_PHRASE.match(text, at)
        if not following or _OTHER_BODY.match(text, following.end()):
            break
        at = following.end() - 1
    if not mention.names:
        return None
    mention.end = mention.names[-1][1]
    mention.place = place_at(text, mention.end)
    mention.dealt = len(builders) > 1 and _is_dealt(text, mention)
    return mention


def _paid_for(text: str, start: int, at: int, builders: list[Extent]) -> Mention | None:
    """Read what money is spent on, though no word of works says that it is built."""
    found = _THING_PAID.match(text, at)
    if found is None:
        return None
    name = found.span("name")
    mention = Mention([name], start, name[1], builders, place_at(text, name[1]))
    mention.dealt = len(builders) > 1 and bool(_EACH.search(text, start, name[1]))
    return mention


def _is_dealt(text: str, mention: Mention) -> bool:
    """Return whether several who build have a project each, not one between them."""
    wanted = len(mention.investors)
    rest = text[mention.end :].split(";", 1)[0]
    if len(mention.names) == wanted:
        return bool(_RESPECTIVELY.search(rest))
    if len(mention.names) > 1:
        return False
    each = _EACH.search(text, mention.start)
    if each and each.end() <= mention.end + len(" each"):
        return True
    if any(found.group().count("Ⓜ") >= wanted for found in _AMOUNTS.finditer(rest)):
        return True
    return bool(_PLURAL.search(text[slice(*mention.names[0])])) and " joint" not in text


def passives(text: str) -> Iterator[Mention]:
    """Read "Y is to be built by X", "Y that X will build", "Y of X, Ⓜ"."""
    for _, works_end in works_in(text):
        end = name_end(text, works_end, with_owner=False)
        found = (
            _PASSIVE.match(text, end)
            or _RELATIVE.match(text, end)
            or _PASSIVE.match(text, skip_place(text, end))
            or _passive_behind_site(text, end)
            or _by(text, end)
        )
        name = name_before(text, end) if found else None
        if not found or name is None:
            continue
        builders = bodies(text, *found.span("inv"))
        if builders:
            plural = bool(_ARE.search(found.group()))
            names = listed(text, name, plural=plural)
            yield Mention(names, names[0][0], found.end("inv"), builders, place_at(text, end))


def _passive_behind_site(text: str, end: int) -> re.Match[str] | None:
    """Return who builds a name told to be somewhere: "the mill settled in Lorem is built by Ipsum"."""
    sited = _AT_SITE.match(text, end)
    return _PASSIVE.match(text, sited.end()) if sited else None


def _is_example(text: str, end: int, stop: int) -> bool:
    """Return whether a name closes a sentence as an example: "among them a mill of X."."""
    return text[stop:].strip(" .") == "" and bool(_EXAMPLE.search(text, 0, end))


def _by(text: str, end: int) -> re.Match[str] | None:
    """Return who a name is of or by, where something more is told of it."""
    found = _BY.match(text, end)
    if (
        not found
        or not (_TOLD_OF.match(text, found.end()) or _is_example(text, end, found.end()))
        or is_place_like(found.group("inv"))
    ):
        return None
    return found


def listed(text: str, name: Extent, *, plural: bool) -> list[Extent]:
    """Return a name with the one that stands before it: "a mill and a park of X"."""
    before = _AND_A.search(text, max(name[0] - _ARTICLE_REACH, 0), name[0])
    joined = text.rfind(" and ", *name) if plural else -1
    if before:
        return [*_names_before(text, before.start()), name]
    if joined > 0 and (first := name_before(text, joined)):
        return [first, (joined + len(" and "), name[1])]
    return [name]


def _names_before(text: str, end: int) -> list[Extent]:
    """Return the names that a list gives up to a place: "a mill, a park"."""
    names: list[Extent] = []
    while name := name_before(text, end):
        names.insert(0, name)
        before = _COMMA_A.search(text, max(name[0] - _ARTICLE_REACH, 0), name[0])
        if before is None:
            break
        end = before.start()
    return names


def in_which(text: str) -> Iterator[Mention]:
    """Read "Y on the river, designed to ..., in which X is to invest Ⓜ"."""
    found = _IN_WHICH.search(text)
    works = works_in(text, max(0, found.start() - _NEAR), found.start()) if found else []
    if not found or not works:
        return
    phrase = [w for w in works if not _BREAK.search(text, works[0][1], w[0])]
    name = name_before(text, name_end(text, phrase[-1][1], with_owner=True))
    builders = bodies(text, *found.span("inv"))
    if name and builders:
        yield Mention([name], name[0], name[1], builders, place_at(text, name[1]))


def _found_before(text: str, start: int) -> re.Match[str] | None:
    """Return who stands right before a name: "a contract with X for Y", "X: Y"."""
    if text.endswith(": ", 0, start):
        return _TITLE.search(text, 0, start)
    return _CONTRACT_WITH.search(text, 0, start) if text.endswith(" ", 0, start) else None


def find_builder(text: str, mention: Mention) -> None:
    """Look for the builder, and the place, behind a name or before it."""
    start, end = mention.names[-1]
    mention.place = mention.place or place_at(text, end)
    if mention.investors:
        return
    found = (
        _PASSIVE.match(text, end)
        or _PASSIVE.match(text, skip_place(text, end))
        or _RELATIVE.match(text, end)
        or _BY.match(text, skip_place(text, end))
        or _found_before(text, start)
        or (_IS_INVESTOR.match(text, end) if _INVESTOR_OF.search(text, 0, start) else None)
    )
    if not found:
        return
    if is_place_like(found.group("inv")):
        return
    mention.investors = bodies(text, *found.span("inv"))
    if found.start() >= end:
        mention.end = max(mention.end, found.end())
        mention.place = mention.place or place_at(text, found.end())
