"""Who signs a paper, in an English sentence: the bodies that stand before the verb, or in a list."""

import re

from extractor.models.rules.words.agreements import SIGN_EN
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.words import CAPITAL
from extractor.patterns import Pattern

_SEPARATOR = Pattern(
    r", and |, |,and | and (?!(?:Industry|Commerce|Technology|Trade|Agriculture|Culture|Tourism|Sciences?|Engineering|Development|Investment|Energy|Economics|Research|Innovation|Technological)\b)"
)
_BEFORE_BODY = Pattern(
    r"\s*(?:(?:and|the|The|an?|between|with) )*(?:(?:(?!(?:of|in|at|from|near|both|all|provincial|municipal|county|city|district|state|federal|regional|national|local|central)\b)[a-z][a-z-]+ ){1,3}(?=[A-Z]))?"
)
"""Articles, and what a body is: "the online grocer Lorem"."""
_BRACKET = Pattern(r" \([^)]*\)?$")
_CLAUSE_CUT = Pattern(r", (?:and|while|but) (?:the )?|; (?:and )?(?:the )?")
_ADVERBIAL = Pattern(
    r"^\s*(?:(?:At|In|During|After|Besides|Meanwhile|Also|On|Alongside|Outside|Separately|Moreover|Furthermore|Additionally|At the same time|Away|Apart|Aside|Beyond|Following)\b[^,]*, ?(?:and )?)+"
)
_SMALL = Pattern(r"\b[a-z]{2,}\b")
_FEWEST_SMALL = 5  # words that no list of bodies has: what stands before "and" is a clause
_PLACES = Pattern(r"(?:in|of|at|from|near|based in|both|all|part of|which|who) ")
"""What is said of a body: "the ports of Lorem and Ipsum, in Dolor"."""
_AUTHORITY = Pattern(r"(?:our )?(?:county|city|district|province|state|town|side)(?: authorities)?")
_LOWER_BODY = Pattern(
    r"(?:government|committee|hospital|authority|agency|administration|bureau|chamber|council|association|federation|university|college|commission|\w port group)$"
)
_GROUP = Pattern(
    r"^(?:parks|chambers of commerce|companies|enterprises|firms|banks|lenders|buyers|universities|institutions|both sides|the two sides|they|it|parties|investors|local enterprises|several|many|some)\b"
    r"|^(?:[ⒸⓃ])|\b(?:companies|enterprises|firms|lenders|institutions)$|^(?:the )?(?:two|three|four|five) (?:sides|parties)",
    re.IGNORECASE,
)
_ALREADY = Pattern(rf"\b(?:{SIGN_EN}|were|was|reached|placed|handed|held)\b")
_NOT_WHO = Pattern(
    r" (?:(?:also|then|even) )?(?:used|took|seized|chose|met|returned|came|joined|gathered|sat down)\b[^,;]* to$"
    r"|(?: (?:also|has|have|had|jointly|then|will|would|likewise|separately|meanwhile|each|both|yesterday|today|formally|officially))+$"
)
"""What stands between who signs and the verb: "used the day to", "have also"."""


_REPORTED = Pattern(r".*\b(?:said|says|added|announced|reported|confirmed)(?: that)? (?=\S)")
_ALONE = Pattern(r"\s*[Tt]he (?P<body>county|city|district|province|state|State|town)")
"""A region that signs and is named elsewhere: "the county signed an accord with Lorem"."""
_SPEAKS = Pattern(r"\b(?:said|says|told|added|announced|reported|confirmed)\b")


def signers(text: str, end: int) -> list[Extent]:
    """Return who signs: the subject of a verb, back to where its clause begins."""
    start = 0
    for cut in _CLAUSE_CUT.finditer(text, 0, end):
        n_small = len(_SMALL.findall(text, start, cut.start()))
        if _ALREADY.search(text[: cut.start()]) or n_small >= _FEWEST_SMALL:
            start = cut.end()
    if start == 0 and (lead := _ADVERBIAL.match(text[:end])):
        start = lead.end()
    if reported := _REPORTED.match(text, start, end):
        start = reported.end()
    head = _NOT_WHO.sub("", text[start:end].rstrip())
    if alone := _ALONE.fullmatch(head):
        return [(start + alone.start("body"), start + alone.end("body"))]
    return listed_bodies(text, start, start + len(head))


def listed_bodies(text: str, start: int, end: int) -> list[Extent]:
    """Return the named bodies of a list, without articles; groups are none."""
    found = []
    at = start
    for separator in [*_SEPARATOR.finditer(text[start:end]), None]:
        stop = start + separator.start() if separator else end
        piece = _BEFORE_BODY.match(text, at, stop)
        first = piece.end() if piece else at
        body = text[first:stop].rstrip()
        body = _BRACKET.sub("", body)
        if (
            len(body) > 1
            and len(body) < 80
            and not _GROUP.search(body)
            and not _PLACES.match(body)
            and not _AUTHORITY.fullmatch(body)
            and (CAPITAL.search(body) or _LOWER_BODY.search(body))
            and not _ALREADY.search(body)
            and not _SPEAKS.search(body)
        ):
            found.append((first, first + len(body)))
        at = start + separator.end() if separator else end
    return found
