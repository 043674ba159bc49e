"""English words that say what costs how much, and by whom it is; `english_projects` has examples."""

import re
from collections.abc import Iterator

from extractor.models.rules.projects.english_builders import find_builder, listed
from extractor.models.rules.projects.english_names import (
    BODY,
    CAP,
    WORD,
    bodies,
    cut_name,
    first_word,
    name_before,
    name_end,
)
from extractor.models.rules.projects.english_places import is_place_like, place_at, skip_place
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.english_works import has_works, words_in, works_in
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.patterns import Pattern

_CAPITAL_NEXT = Pattern(r" (?:[A-Z]|\(Ⓜ)")
_ONE = Pattern(
    r"(?:\b(?:an?|the|its|their|one|another|first)|['’]s?|[,;:(]) $|^\W*$", re.IGNORECASE
)
_NO_COST = Pattern(
    r"\b(?:credit|loans?|donat\w+|Treasury|grants?|turned into|budget|completed|revenue|subsid\w+)\b"
)
_TO_COST = Pattern(
    r"(?: \([^()]*\))?(?: (?:in|at|on|near|of|for|off) (?:the |an? )?[^,;]{2,50})?(?:,? ?\(?(?:total |planned )?(?:investment )?$|,? (?:with|at|for|worth|invested|by|to be|which|will|would|is|was|has|costs?|as|around|up|put|priced|set|signed|in|jointly|that)\b[^;]*$|, [^,;]{3,60}, $)"
)
_SPENT = Pattern(r" (?:worth |over Ⓠ )?(?:on|into|in|for|of|to \w+) ")
_LEAD_REACH = 14  # letters of an article or a preposition before a name
_AFTER = 90
_NEAR = 170  # letters within which a project's amount stands

_MONEY_WORDS = r"(?:investment|cost|capital|outlay|price tag|budget|value)"
_SIZE_WORDS = r"(?:total|planned|estimated|registered|contracted)"
_COST = Pattern(
    rf"(?:,? ?\(|,? (?:at|for|with|worth|costing|of|about|costs|will cost|is worth|(?:is |was )?(?:put|put down|down|in|billed|booked|entered|listed|pegged|reckoned|budgeted|costed|quoted|tagged|priced|pencilled in|penciled in) (?:at|for|with)|running to|running up to|coming to|which comes to|comes with|would cost|priced at|valued at|estimated at)(?: (?:an?|the))?(?: {_SIZE_WORDS})?(?: {_MONEY_WORDS}(?: of)?)?|, invested"
    rf"|,? (?:has|with|carries|involves|involving|requires|takes|represents|representing|entails|absorbs|commands) (?:an?)? ?(?:{_SIZE_WORDS} )?{_MONEY_WORDS}(?: volume| amount)? ?(?:of)?|,|:|) ?(?P<amount>Ⓜ)"
)
_COST_BEHIND_ASIDE = Pattern(
    r"(?:(?:, [^,;ⓂⒸ]{3,60},| [^,;ⓂⒸ]{3,60}) (?:will cost|costs|has a total investment of|is to cost)|, which has a total investment of"
    r"|[^;.ⓂⒸ]{0,110}, (?:with a total investment of|the total investment is)) ?(?P<amount>Ⓜ)"
)
_IN = Pattern(r"\b(?:in|at|on|near) (?:the )?$")
_VENUE = Pattern(
    r"\b(?:signed|inked|sealed|concluded|started|launched|held|gathered|met|ceremony|unveiled)\b[^,:]{0,30}? (?:in|at) (?:the )?"
    r"(?:[a-z]+ (?:venue|hall|room|site) (?:of|in|at) (?:the )?)?$"
)
"""What stands before the name of a place where something was done: projects were signed at the X Hotel."""
_APPOSED = Pattern(r", an? $")
_PLAIN = Pattern(
    r"(?:[ⓆⓃⒸ][\w-]* ?)?(?:[\w-]+ )?(?:project|facility|expansion|venture|plant|complex|development)"
)
_BEHIND_COST = Pattern(rf" (?:of|by) (?:the )?(?P<inv>{BODY})")
_OF_BODY = Pattern(rf" (?:of|by|from) (?:the )?(?P<inv>{BODY})$")
_OWNER = Pattern(rf"(?:the )?(?P<inv>{BODY})(?:’s|'s|(?<=s['’])) (?=\S)")
_OWNER_IN_NAME = Pattern(
    rf"(?P<inv>{CAP}(?: (?:&|{CAP}))+?|[A-Z]{{2,}}) (?=(?P<next>[A-Za-z]*)(?:[ -]|$)|[“\"ⓆⓃⓄ])"
)
_PLACE_IN_NAME = Pattern(
    rf"(?P<place>{CAP}(?: {CAP})*? (?:Village|Town|Township|County|District|City|Province|Island)) (?=[a-zⓆⓃⒸ])"
)
_SMALL = Pattern(r"(?:[a-z“\"ⓆⓃⓄ]|Phase |phase \w)")
_NO_OWNER_BEFORE = Pattern(r"(?:and|of|for|in|on|at|or|phase)\b")
_BEFORE_AMOUNT = Pattern(rf"(?:\b(?:an?|the|its)|[a-z]|(?P<inv>{BODY})) $")
_BEHIND_AMOUNT = Pattern(
    rf"Ⓜ(?:[ -]|, (?=Ⓠ))(?P<name>(?!of\b|in\b|for\b|and\b|to\b|each\b|worth\b|an?\b|the\b){WORD}(?: {WORD}){{0,9}})"
)
_BODY_BEFORE_AMOUNT = Pattern(rf", ?(?P<inv>{BODY}), ?$")
_BODY_IN_BRACKETS = Pattern(rf" \((?P<inv>{BODY})[,;:] $")
_WITH = Pattern(r" with (?!.* with )[^,;:]{3,60}$")

# The style of machine translation.
_LARGEST = Pattern(
    rf"\s*(?:(?:The|Among (?:these|them),? the|Of (?:these|them),? the) (?:largest|biggest|most notable|top|first)[^,;ⓂⒸ]{{0,30}}? (?:is|was) (?:the |an? )(?P<name2>[^,;.ⓂⒸ]{{5,70}}?)(?=[,.;]|$)|(?:The )?(?P<name>{CAP}(?: (?:{CAP}|of|and|&|project))*) (?:is|was) (?:(?:the|one of the) (?:largest|biggest|most|first|only|key|single)\b|(?:also )?one of (?:them|the (?:[a-z]+ ){{0,2}}projects)\b))"
)
_OUTPUT = Pattern(
    rf"(?P<inv>{BODY})(?:’s|'s)? (?P<name>(?:with )?(?:an )?annual output of [ⓆⓃⒸ](?: of)?(?: [a-z-]+){{1,6}}?(?: project)?)(?= (?:started|settled|landed|was|is|will|in)\b|,)"
)
_INVESTED_WITH = Pattern(
    rf"(?P<inv>{BODY})\.?(?: (?P<place>{CAP}))?, with (?:an? )?(?:total )?investment of (?P<amount>Ⓜ), (?:has|have|will \w+|is to \w+) (?:(?:an? |the |its )|(?=annual))(?P<name>[^,;.Ⓜ]{{4,90}}?)(?=,|;|\.|$| and is| in [A-Z])"
)
_YIELD = Pattern(
    r"\b(?:annual|yearly) (?:(?:output|sales|production|export|industrial|tax|operating|gross) ?)+(?:values?|revenues?|income|turnover|volume)?(?: (?:of|is|was|will|would|can|could|may|expected|estimated|to|be|reach|exceed|total|hit|about|some|over|around|nearly|more than|up))* $"
)
_YIELD_REACH = 90


def is_yield(text: str, at: int) -> bool:
    """Return whether an amount is what works make or earn in a year, and not what they cost."""
    return bool(_YIELD.search(text, max(at - _YIELD_REACH, 0), at))


def amounts_first(text: str) -> Iterator[Mention]:
    """Read "a 1.35-billion-yuan data center of X"."""
    for found in _BEHIND_AMOUNT.finditer(text):
        before = _BEFORE_AMOUNT.search(text[: found.start()])
        if not before:
            continue
        start, end = found.span("name")
        owner = _OF_BODY.search(text[start:end])
        name = cut_name(text, start, start + owner.start() if owner else end)
        body = before.span("inv") if before.group("inv") else None
        if name is None and body and text[start].islower():
            name = (start, end)
        name = (
            _apposed_name(text, found.start(), start, end) or name or first_word(text, start, end)
        )
        if name is None:
            continue
        mention = Mention([name], body[0] if body else found.start(), max(end, name[1]))
        mention.amounts.append(("investment", found.start()))
        if owner:
            body = (start + owner.start("inv"), start + owner.end("inv"))
        mention.investors = bodies(text, *body) if body else []
        find_builder(text, mention)
        yield mention


def _apposed_name(text: str, at: int, start: int, end: int) -> Extent | None:
    """Return what a plain word behind an amount stands for: "a mill in Lorem, a Ⓜ venture"."""
    apposed = _APPOSED.search(text, max(at - _LEAD_REACH, 0), at)
    works = works_in(text, 0, apposed.start()) if apposed and _PLAIN.match(text, start, end) else ()
    return name_before(text, works[-1][1]) if works else None


def bodies_before_amounts(text: str) -> Iterator[Mention]:
    """Read "Y, X Group, Ⓜ" and "Y (X Group, Ⓜ)"."""
    for at in _amounts(text):
        head = text[:at]
        found = _BODY_BEFORE_AMOUNT.search(head) or _BODY_IN_BRACKETS.search(head)
        if not found:
            continue
        end = found.start()
        if tail := _WITH.search(text[:end]):
            end = tail.start()
        name = name_before(text, end)
        builders = bodies(text, *found.span("inv"))
        if name and builders:
            mention = Mention([name], name[0], at + 1, builders)
            mention.amounts.append(("investment", at))
            yield mention


def _amounts(text: str) -> Iterator[int]:
    at = text.find("Ⓜ")
    while at >= 0:
        yield at
        at = text.find("Ⓜ", at + 1)


def costs(text: str) -> Iterator[Mention]:
    """Read "X's Y will cost Ⓜ", "Y with an investment of Ⓜ by X", "Y (Ⓜ)"."""
    for _, works_end in reversed(works_in(text)):
        amount = text.find("Ⓜ", works_end, works_end + _NEAR)
        if amount < 0:
            continue
        end = name_end(text, works_end, with_owner=True)
        found = _COST.match(text, end) or _COST.match(text, skip_place(text, end))
        if not found and (
            " cost" in text[end:amount]
            or " total investment " in text[end:amount]
            or "which has" in text[end:amount]
        ):
            found = _COST_BEHIND_ASIDE.match(text, end)
        name = name_before(text, end) if found else None
        if not found or name is None or _is_place(text, name[0]):
            continue
        name = _not_apposed(text, name)
        names = listed(text, name, plural=False) if ", invested" in found.group() else [name]
        mention = Mention(names, names[0][0], found.end())
        if len(names) == 1:
            take_owner(text, mention)
        if behind := _BEHIND_COST.match(text, found.end()):
            mention.investors = mention.investors or bodies(text, *behind.span("inv"))
            mention.end = behind.end()
        mention.amounts.append(("investment", found.start("amount")))
        mention.place = place_at(text, end) or place_at(text, found.end()) or mention.place
        find_builder(text, mention)
        yield mention


def _is_place(text: str, start: int) -> bool:
    return _IN.search(text, max(start - _LEAD_REACH, 0), start) is not None or _is_venue(
        text, start
    )


def _is_venue(text: str, start: int) -> bool:
    return _VENUE.search(text, behind_last(text, ".;ⓂⒸ", start), start) is not None


def _not_apposed(text: str, name: Extent) -> Extent:
    """Return what a plain word stands for: of "X park, a Ⓠ project worth Ⓜ", X park."""
    apposed = _APPOSED.search(text, max(name[0] - _LEAD_REACH, 0), name[0])
    if apposed and _PLAIN.fullmatch(text, *name):
        return name_before(text, apposed.start()) or name
    return name


def take_owner(text: str, mention: Mention) -> None:
    """Take the investor out of a name: "Lorem's plant", "plant of Lorem"; or find him in it."""
    start, end = mention.names[0]
    owner = _OF_BODY.search(text[start:end])
    if owner and not is_place_like(owner.group("inv")):
        mention.investors = bodies(text, start + owner.start("inv"), start + owner.end("inv"))
        end = start + owner.start()
    if found := _OWNER.match(text, start, end):
        mention.investors = mention.investors or bodies(text, *found.span("inv"))
        start = found.end()
    elif place := _PLACE_IN_NAME.match(text, start, end):
        mention.place = place.span("place")
    elif not mention.investors and (found := _OWNER_IN_NAME.match(text, start, end)):
        rest = text[found.end() : end]
        named = rest.split(" ", 1)[0]
        if (
            _SMALL.match(rest)
            and not _NO_OWNER_BEFORE.match(rest)
            and not has_works(words_in(named))
            and not is_place_like(found.group("inv"))
        ):
            mention.investors = bodies(text, *found.span("inv"))
    mention.names[0] = (start, end)


def loose(text: str) -> Iterator[Mention]:
    """Read the works nearest to an amount in its clause, in words not foreseen."""
    for at in _amounts(text):
        start = behind_last(text, ";ⓂⒸ", at)
        before = works_in(text, start, at)
        after = (
            works_in(text, at, min(len(text), at + _AFTER)) if _SPENT.match(text, at + 1) else []
        )
        for works in (before[-1:], after[:1]):
            end = name_end(text, works[0][1], with_owner=False) if works else 0
            name = name_before(text, end) if works and end != at else None
            if name and name[0] >= start and _is_single(text, name, at):
                mention = Mention([name], min(name[0], at), max(name[1], at + 1))
                mention.amounts.append(("investment", at))
                mention.place = place_at(text, end)
                take_owner(text, mention)
                find_builder(text, mention)
                yield mention
                break


def _is_single(text: str, name: Extent, at: int) -> bool:
    """Return whether a name is one work's own, and nothing but words of cost part it from Ⓜ."""
    if "Ⓒ" in text[slice(*name)] or text.startswith((" (Ⓒ", " of this (Ⓒ"), at + 1):
        return False
    if _CAPITAL_NEXT.match(text, name[1]):
        return False
    if not (
        _ONE.search(text, max(name[0] - _LEAD_REACH, 0), name[0])
        or any(map(str.isupper, text[slice(*name)]))
    ):
        return False
    if _NO_COST.search(text, min(name[0], at), max(name[1], at)):
        return False
    if at > name[0] and _is_venue(text, name[0]):
        return False
    return at < name[0] or bool(_TO_COST.match(text[name[1] : at]))


def called_largest(text: str) -> Iterator[Mention]:
    """Read "Y Park is the largest one signed"."""
    found = _LARGEST.match(text)
    group = "name2" if found and found.group("name2") else "name"
    if found and has_works(words_in(found.group(group))):
        name = found.span(group)
        mention = Mention([name], name[0], found.end())
        find_builder(text, mention)
        yield mention


def outputs(text: str) -> Iterator[Mention]:
    """Read "X's annual output of Ⓠ of foil started in A"."""
    for found in _OUTPUT.finditer(text):
        builders = bodies(text, *found.span("inv"))
        if builders:
            name = found.span("name")
            yield Mention([name], found.start(), name[1], builders, place_at(text, found.end() - 1))


def invested_with(text: str) -> Iterator[Mention]:
    """Read "X, with an investment of Ⓜ, has an annual output of Ⓝ socks projects"."""
    for found in _INVESTED_WITH.finditer(text):
        builders = bodies(text, *found.span("inv"))
        if builders:
            place = found.span("place") if found.group("place") else None
            mention = Mention([found.span("name")], found.start(), found.end(), builders, place)
            mention.amounts.append(("investment", found.start("amount")))
            yield mention
