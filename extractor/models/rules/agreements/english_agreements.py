"""How English articles tell of agreements beside the projects."""

import re
from collections.abc import Iterator

from extractor.models.rules.agreements.english_signers import listed_bodies, signers
from extractor.models.rules.agreements.papers import Paper
from extractor.models.rules.words.agreements import (
    APART_EN,
    CARRIER_EN,
    FIRMS_EN,
    LABEL_EN,
    PAPER_EN,
    PLAIN_EN,
    SIGN_EN,
)
from extractor.models.rules.words.cued import Cued
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_TOPIC = r"(?: (?:on|of|for) (?!the\b|an?\b|which\b|them\b|these\b|projects?\b|cooperation\b)[a-z][a-z-]*(?: [a-z-]+){0,4}?(?= (?:were|was|are|with|between|to|worth|from)\b|[,;.]|$))?"
_MAY_NAME = Pattern(
    "greement|ontract|rder|pact|Pact|deal|Deal|rotocol|emorand|MoU|MOU|mou|etter|LoI|LOI|ntention"
    "|artnership|lliance|ie-up"
)
_COUNTED = Pattern(
    rf"(?P<count>[ⒸⓃ]) (?:(?:new|more|additional|other|separate) )*(?P<label>(?:(?:[a-z][a-z-]* ){{1,3}}orders\b|{LABEL_EN}){_TOPIC})",
    re.IGNORECASE,
)
_SIGNS_BEFORE = Pattern(rf"\b{SIGN_EN} $")
_SIGNS_A = Pattern(rf"\b{SIGN_EN} (?:an?|the) ", re.IGNORECASE)
_NAMED = Pattern(
    rf"\b{SIGN_EN} (?:an?|the) [“\"]?(?P<label>(?:[A-Z][\w-]+ ){{0,7}}?(?:[\wⓆ-]+ ){{0,3}}?{LABEL_EN}{_TOPIC})(?P<rest>[^;.]*)",
    re.IGNORECASE,
)
_IS_SIGNED = Pattern(rf"(?:was|were|has been) (?:also )?{SIGN_EN} (?:between|with)")
_NAMED_PASSIVE = Pattern(
    rf"\b(?P<label>(?:[\w-]+ )?{LABEL_EN}{_TOPIC})(?: (?:of|worth|for) (?P<amount>Ⓜ),?)? (?:was|were|has been) (?:also )?{SIGN_EN} (?P<rest>(?:between|with)[^;.]*)",
    re.IGNORECASE,
)
_NAMED_PLURAL = Cued(
    " with ",
    rf"\b{SIGN_EN} (?P<label>(?:(?:{APART_EN}) )+{PAPER_EN}|memorand(?:a|ums)(?: of \w+)?|MoUs) with (?P<list>(?:the )?[A-Z][^;.]*?)(?= (?:to|on|for|under|worth|in|at|during)\b|[;.(]|$)",
)
_PLURAL = Pattern(
    rf"\b(?P<label>(?:(?:{APART_EN}) )+{PAPER_EN}|letters? of intent{_TOPIC}|memoranda of understanding|MoUs|MOUs)(?: (?:of|worth|totall?ing) (?P<amount>Ⓜ))? (?:with|to) (?P<count>[ⒸⓃ])(?= (?:[a-z-]+ ){{0,2}}{FIRMS_EN}\b)",
    re.IGNORECASE,
)
_COUNTED_BODIES = Pattern(
    r" (?:[a-z-]+ )?[a-z]+(?:,? (?:including|such as|namely|among them|notably|led by|like)(?: the)?|,|:) (?P<list>(?:the [a-z-]+(?: [a-z-]+)? )?[A-Z][^;.:]*?)(?=, (?:which|who|to|on|for|under|and the \w+ \w+ed)\b|[;.:]|$)"
)
_AND_BODY = Pattern(
    r" (?:[a-z-]+ )?[a-z]+,? and (?P<list>(?:the )?[A-Z][^;.:,]*?)(?= (?:to|on|for|under|in|at)\b|[,;.:]|$)"
)
"""A body named beside those that are but counted: "with Ⓒ banks and Lorem University"."""
_TO_COUNT = Pattern("(?:with|to) [ⒸⓃ] ", re.IGNORECASE)
_GIVER = Pattern(
    rf"(?:^|[,;] )(?:and )?(?:the |The )?(?P<party>[A-Z][\w&-]*(?: [A-Z][\w&-]*)*) (?:also )?(?:handed over|issued|gave|granted|{SIGN_EN})\b"
)
_LENGTH = Pattern("Ⓠ(?:-year)? ")
_TITLED = Pattern(
    r"(?!.*\b(?:Project|Investment|Land|Entry)\b)(?:[A-Z][\w-]+ (?:(?:and|of|on) )?){2,}[A-Z]"
)
"""The kind of a paper that is given by its title: the Talent Cooperation Framework Agreement."""
_BETWEEN = Pattern(
    r"\b(?:one|another|a second|a third|the (?:first|second|third|other))(?: of them)?,? (?:was |is |were )?between (?:the )?(?P<a>[^,;.]+?) and (?:the )?(?P<b>[^,;.]+?)(?= on\b| for\b| to\b|,|;|\.|$| and one\b)",
    re.IGNORECASE,
)
_ONE_WITH = Cued(
    " with ",
    r"\b(?:one|another)(?: of them)?(?: (?:on|for) [a-z-]+(?: [a-z-]+){0,3}?)?,? (?:was |is )?with (?:the )?(?:[a-z-]+ ){0,3}?(?P<b>[A-Z][\w’'&-]+(?: (?:of |and )?[A-Z][\w’'&-]+)*)",
)
_PAIRS = Cued(
    "such as ",
    r"\bsuch as (?P<list>(?:the )?[A-Z][^,;.]*? and (?:the )?[A-Z][^,;.]*?(?:, (?:and )?(?:the )?[A-Z][^,;.]*? and (?:the )?[A-Z][^,;.]*?)*)(?=[;.]|$)",
)
_WITH_LIST = Pattern(
    rf"^,?(?: (?:were|was|have been|has been))? ?(?:{SIGN_EN})? ?(?:with|between) (?:the )?(?P<list>[A-Z][^;.]*?)(?=, and (?:the )?[A-Z]?\w+ \w+ed\b|, (?:on|for|to|under|covering)\b|[;.]|$)"
)
_OTHER_SIDE = Pattern(
    r"(?:^| )(?:with|between) (?:the )?(?P<list>[^;.:]+?)(?= (?:to|on|for|under|worth|in|at|during|that|which)\b|, (?:which|who|under|and (?:the )?\w+ \w+ed)\b|[,;.(]|$)"
)
_REFERS = Pattern(r"^\s*(?:One of them|They include|Among them|These include|Of these|Another)\b")
_EARLIER = Pattern(r"\b(?:when|up from|compared with|last year|previous)\b[^.]*$")
_OF_OTHERS = Pattern(
    r"\b(?:of|among|out of) (?:the|those|these|all) $|\b(?:spread|distributed|divided) (?:over|across|among) $|\b(?:in the form of|compris\w+|consist\w* of|made up of) (?:[^;.]{0,80} and )?$",
    re.IGNORECASE,
)
_CREDIT = Cued(
    "credit line|credit facilit|line of credit|lines of credit|loans|credit of Ⓜ",
    r"\b(?P<label>(?:credit (?:lines?|facilit(?:y|ies))|lines? of credit|loans\b|(?:intent |bank )?credit(?= of Ⓜ)))(?! agreement)",
)
_LENDER = Pattern(
    r"(?P<party>(?:[A-Z][\w’'&-]* )*(?:Bank(?: of [A-Z]\w+(?: [A-Z]\w+)*)?|Fund|Finance|Credit Union|Capital|Exim))\b"
)
_FROM_LENDER = Pattern(rf"\bfrom (?:the )?{_LENDER.pattern}")
_RECEIVERS = Pattern(
    r"\b(?:to|for) (?P<count>[ⒸⓃ]) (?:\w+ )?(?:companies|enterprises|firms|businesses|borrowers)\b"
)
_LENDERS = Pattern(r"(?P<count>[ⒸⓃ]) (?:[a-z]+ )?(?:banks|lenders)\b")
_TAKER = Pattern(
    r"(?:^\s*|[;,] (?:and )?)(?:The |the )?(?P<party>[A-Z][\w&-]*(?: [A-Z][\w&-]*)*) (?:has |have )?(?:obtained|secured|received|got|won|took|signed for|arranged) [^;,]*$"
)
_WON = Pattern(r"\b(?:took|takes|got|grabbed|snatched|accounted for) $")
_FOR_WORKS = Pattern(
    r"(?: (?:was|were|has been|have been) [a-z]+)?(?: (?:with|by) (?:the )?[^,;.]{3,60}?)? (?:for|to (?:set up|build|establish|develop|invest|construct)) (?P<goal>[^;.]{3,120})"
)
_CREDIT_REACH = 50
_NEXT_MEMBER = Pattern(r"\b(?:one|another)\b|;")
_LABEL = Pattern(LABEL_EN, re.IGNORECASE)
_STOP = Pattern(r"\b(?:including|such as|among|one (?:between|with|was)|one of them)\b|[ⒸⓃ]")


def carriers(headline: str, lead: str) -> bool:
    """Return whether the lead counts papers, not projects, as the event's outcome."""
    for text in (headline, lead):
        for found in _COUNTED.finditer(text):
            label = found.group("label")
            if CARRIER_EN.fullmatch(label) and not re.search(
                r"[ⒸⓃ] (?:[\w-]+ ){0,3}projects", text
            ):
                return True
    return False


def english_papers(text: str, before: list[Paper], *, is_carried: bool) -> Iterator[Paper]:
    """Give the agreements that a sentence tells of, in order.

    Args:
        text: a sentence of the reading.
        before: papers counted in the sentence before, whose members may be told here.
        is_carried: whether memoranda and the like are the event's projects themselves.
    """
    if _REFERS.match(text) and before:
        yield from _members(text, 0, None)
        return
    if not _MAY_NAME.search(text):
        if "Ⓜ" in text:
            yield from _credits(text)
        return
    papers = list(_papers(text, is_carried=is_carried))
    yield from papers
    if "Ⓜ" in text:
        told = {party for paper in papers for party in paper.parties}
        yield from (paper for paper in _credits(text) if paper.parties[0] not in told)


def _papers(text: str, *, is_carried: bool) -> Iterator[Paper]:
    counted: set[int] = set()
    plural = list(_PLURAL.finditer(text)) if _TO_COUNT.search(text) else []
    for found in plural:
        yield _plural(text, found)
    for found in _COUNTED.finditer(text):
        if any(found.start("count") == other.start("count") for other in plural):
            continue
        if not _is_apart(text, found, is_carried=is_carried):
            continue
        paper = Paper(found.span("label"), found.end(), count=found.start("count"))
        if listed := _WITH_LIST.match(text[found.end() :]):
            start = found.end() + listed.start("list")
            paper.parties = listed_bodies(text, start, start + len(listed.group("list")))
        stop = _STOP.search(text, found.end())
        paper.stop = stop.start() if stop else None
        yield paper
        yield from _members(text, found.end(), paper.label)
        counted.add(found.start("label"))
    for paper in _named(text):
        is_counted = paper.label[0] in counted
        if not (is_counted or (is_carried and _carries_works(text, paper.label))):
            yield paper


def _is_apart(text: str, found: re.Match[str], *, is_carried: bool) -> bool:
    label = found.group("label")
    if _EARLIER.search(text[: found.start()]) or _OF_OTHERS.search(text, 0, found.start()):
        return False
    plain = PLAIN_EN.fullmatch(label)
    if plain:
        is_won = _WON.search(text, 0, found.start())  # an investor's part of the projects
        return bool(re.match(r"orders?$", label, re.IGNORECASE)) and not is_won
    return not (is_carried and CARRIER_EN.fullmatch(label))


def _carries_works(text: str, label: Extent) -> bool:
    """Return whether a paper of the kind that the total counts is for works, and so a project."""
    goal = _FOR_WORKS.match(text, label[1])
    return bool(CARRIER_EN.fullmatch(text[slice(*label)]) and goal and works_in(goal["goal"]))


def _credits(text: str) -> Iterator[Paper]:
    """Read what a bank lends: "X Bank offered traders a Ⓜ credit facility"."""
    for found in _CREDIT.finditer(text):
        party = _LENDER.search(text, 0, found.start()) or _FROM_LENDER.search(text, found.end())
        amounts = [at for at, letter in enumerate(text) if letter == "Ⓜ"]
        if party is None or not amounts:
            continue
        nearest = min(amounts, key=lambda at: abs(at - found.start()))
        if abs(nearest - found.start()) > _CREDIT_REACH:
            continue
        parties = [party.span("party")]
        if party.start() > found.end() and (taker := _TAKER.search(text, 0, found.start())):
            parties = [*listed_bodies(text, *taker.span("party")), *parties]
        paper = Paper(found.span("label"), found.end(), parties, amounts=[nearest])
        receivers = _RECEIVERS.search(text, party.end()) or _LENDERS.search(text, 0, found.start())
        if receivers:
            paper.count = receivers.start("count")
        yield paper
        return


def _plural(text: str, found: re.Match[str]) -> Paper:
    paper = Paper(found.span("label"), found.end(), count=found.start("count"))
    if giver := _GIVER.search(text[: found.start()]):
        paper.parties = [giver.span("party")]
    elif verb := _SIGNS_BEFORE.search(text, 0, found.start()):
        paper.parties = signers(text, verb.start())
    if found.group("amount"):
        paper.amounts = [found.start("amount")]
    listed = _COUNTED_BODIES.match(text, found.end()) or _AND_BODY.match(text, found.end())
    if listed:
        paper.parties += listed_bodies(text, *listed.span("list"))
    return paper


def _members(text: str, start: int, label: Extent | None) -> Iterator[Paper]:
    """Give the agreements named as members of a counted kind; without a label it is that kind's."""
    own = label or (-1, -1)
    for found in _BETWEEN.finditer(text, start):
        paper = Paper(
            own,
            found.end(),
            [*listed_bodies(text, *found.span("a")), *listed_bodies(text, *found.span("b"))],
        )
        paper.stop = _next_member(text, found.end())
        yield paper
    for found in _ONE_WITH.finditer(text, start):
        paper = Paper(own, found.end(), [found.span("b")])
        paper.stop = _next_member(text, found.end())
        yield paper
    for found in _PAIRS.finditer(text, start):
        at = found.start("list")
        for pair in re.finditer(
            r"(?:^|, (?:and )?)(?P<a>[^,]+?) and (?P<b>[^,]+)", found.group("list")
        ):
            parties = [
                *listed_bodies(text, at + pair.start("a"), at + pair.end("a")),
                *listed_bodies(text, at + pair.start("b"), at + pair.end("b")),
            ]
            yield Paper(own, at + pair.end(), parties, amounts=[])


def _next_member(text: str, start: int) -> int:
    found = _NEXT_MEMBER.search(text, start)
    return found.start() if found else len(text)


def _named(text: str) -> Iterator[Paper]:
    yield from _signed(text)
    yield from _signed_between(text)
    yield from _signed_with_each(text)


def _signed(text: str) -> Iterator[Paper]:
    """Read "X signed a framework agreement with Y"; "X and Y signed a memorandum"."""
    for found in _NAMED.finditer(text) if _SIGNS_A.search(text) else ():
        label = found.span("label")
        if not _names_a_kind(text[slice(*label)]):
            continue
        parties = signers(text, found.start())
        if other := _OTHER_SIDE.match(text[label[1] :]):
            at = label[1]
            parties += listed_bodies(text, at + other.start("list"), at + other.end("list"))
        if parties:
            yield Paper(label, label[1], parties)


def _names_a_kind(label: str) -> bool:
    """Return whether a label says more than "agreement", or "new agreement"."""
    if length := _LENGTH.match(label):
        label = label[length.end() :]
    if _LABEL.match(label):
        return not PLAIN_EN.fullmatch(label) or label.startswith("intention")
    first, _, rest = label.partition(" ")
    return (first.islower() or bool(_TITLED.match(label))) and not PLAIN_EN.fullmatch(rest)


def _signed_between(text: str) -> Iterator[Paper]:
    """Read "a loan agreement of Ⓜ was signed between X and Y"."""
    for found in _NAMED_PASSIVE.finditer(text) if _IS_SIGNED.search(text) else ():
        at = found.start("rest")
        other = _OTHER_SIDE.match(text[at:])
        if not other or PLAIN_EN.fullmatch(found.group("label")):
            continue
        parties = listed_bodies(text, at + other.start("list"), at + other.end("list"))
        if parties:
            start, end = found.span("label")
            if article := re.match(r"(?:an?|the) ", text[start:end], re.IGNORECASE):
                start += article.end()
            paper = Paper((start, end), end, parties)
            if found.group("amount"):
                paper.amounts = [found.start("amount")]
            yield paper


def _signed_with_each(text: str) -> Iterator[Paper]:
    """Read "X signed strategic agreements with Y and Z": one with each."""
    for found in _NAMED_PLURAL.finditer(text):
        first = signers(text, found.start())
        for other in listed_bodies(text, *found.span("list")):
            yield Paper(found.span("label"), found.end("label"), [*first, other])
