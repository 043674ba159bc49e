"""English agreements by how their signing is told: who signs which paper, be it a count of firms.

What the frames of `english_agreements` read is left alone; here the paper may be of any kind, and the
signers may stand before it, behind "by", or be only counted ("six firms signed letters of intent").
"""

import re
from collections.abc import Iterator, Sequence

from extractor.models.rules.agreements.english_credits import CREDITS
from extractor.models.rules.agreements.english_signers import listed_bodies, signers
from extractor.models.rules.agreements.papers import Paper
from extractor.models.rules.agreements.signing import MORE, Signing
from extractor.models.rules.words.agreements import FIRMS_EN, PLAIN_EN, SIGN_EN
from extractor.patterns import Pattern

_SIGNS = rf"(?:{SIGN_EN}|unveiled|initialled|agreed on|shook hands on|announced|put (?:its|their) names? to|handed over|submitted|filed)"
_DONE = r"(?:signed|inked|concluded|sealed|initialled|exchanged|reached|struck|received|submitted|agreed|filed|handed over)"
_ONE = r"(?:agreement|MoU|MOU|memorandum(?: of \w+)?|pact|accord|protocol|compact|letter of \w+|charter)"
_SEVERAL = (
    r"(?:agreements|MoUs|MOUs|memorand(?:a|ums)(?: of \w+)?|pacts|accords|protocols|compacts|letters of \w+|(?:contracts|agreements) of (?:cooperation )?(?:intent(?:ion)?|interest)"
    r"|(?:[a-z-]+ )?(?:purchase|trade|supply|sales|export|off-?take|procurement|matching) (?:contracts|orders|deals))"
)
_KIND = r"(?:(?!(?:an?|the|its|their|his|her|our|of|with|for|on|in|to|by|and|or|that|which|such|these|those|more|other|further|new|all|both|were|was|are|is|also|project|investment|entry|land)\b)[a-z][a-z-]* ){0,3}"
_ALLIED = (
    r"(?:(?:tied|teamed) up|joined hands|partnered|collaborated"
    r"|(?:(?<=\bwill )|(?<=\bwould )|(?<=\bis to )|(?<=\bare to ))(?:(?:tie|team) up|join hands|partner|collaborate))"
)
_FURTHER = r"(?:(?:a further|another|some|about|as many as|no fewer than) )?"
_ASIDE = Pattern(
    r"\b(?:[Ss]eparate(?:ly)?|[Oo]n the (?:sidelines|fringes|margins)|[Ii]n addition|[Bb]esides?|[Aa]longside|[Aa]part from|[Bb]eyond|[Oo]utside|[Nn]ot (?:included|counted)|[Aa]nother(?= [ⒸⓃⓆⓂ])|[Aa] further|exclud\w+)\b"
)
"""What sets a paper beside the projects that the sentence tells of no more."""
_NOT_COUNTED = Pattern(r"\bnot (?:included|counted)\b|\bnon-binding\b")
_MAY_SIGN = Pattern(
    "greement|MoU|MOU|emorand|pact|ccord|rotocol|etter|charter|ontracts|rders|deals"
    r"|redit|oans|loan |acilit|\b(?:ti|team|join|partner|collaborat)[a-z]*(?: up| hands)? with\b"
)
_AGAIN = Pattern(
    r"\b(?:another|a second|a third|one|the other) (?:was |is )?between (?:the )?(?P<a>[^,;.]+?) and (?:the )?(?P<b>[^,;.]+?)(?= on\b| for\b| to\b|,|;|\.|$)"
)
_TRADE = Pattern(r"\b(?i:purchase|trade|supply|sales|export|off-?take|procurement|matching)\b")
_APART = Pattern(
    r"\b(?i:strategic|framework|training|research|academic|talent|technical|clinical|student|scholarship|exchange|twinning)\b"
)
"""Kinds of papers that carry no project."""
_SUCH_AS = r"(?:including|such as|namely|among them|notably|led by)"
_FEWEST_PARTIES = 2
_BAD_PARTY = Pattern(r"\b(?:firms|companies|banks|enterprises|investors|sides|them)$")


_LIST = r"(?:the )?(?:[A-Z]|[a-z]+ [A-Z]|[a-z]+ (?:government|authority|chamber|committee|university|agency))[^;.]*?"
_LIST_END = r"(?=,? (?:to|on|for|under|worth|in|at|during|while|that|which|covering|totall?ing)\b|, (?:and|but|while) (?:the )?[A-Z]?[^,]* [a-z]+ed\b|[;.(]|$)"
SIGNINGS = (
    Signing(
        Pattern(
            rf"(?: and|,? (?:along|together) with) (?P<count>[ⒸⓃ]) (?:[a-z-]+ ){{0,2}}{FIRMS_EN} {MORE}(?P<verb>{_SIGNS}) (?P<label>{_KIND}{_SEVERAL})"
        ),
        (
            (
                "The Lorem Vocational College and Ⓒ enterprises signed order class training agreements, Ⓝ",
                "order class training agreements",
                ("Lorem Vocational College",),
            ),
        ),
        is_by_subject=True,
        is_aside=True,
    ),
    Signing(
        Pattern(
            rf"(?P<count>[ⒸⓃ]) (?:[a-z-]+ ){{0,2}}{FIRMS_EN} {MORE}{_SIGNS} (?P<label>{_KIND}{_SEVERAL})(?: with (?P<with>{_LIST}){_LIST_END})?"
        ),
        (
            (
                "Apart from these, Ⓒ exporters signed supply orders with the Dolor Harbour Agency",
                "supply orders",
                ("Dolor Harbour Agency",),
            ),
        ),
        is_aside=True,
    ),
    Signing(
        Pattern(
            rf"\b(?P<label>(?:(?!(?:The|These|Those|Such|All|Both|More|Other|No)\b)[A-Z][a-z-]+ )?{_KIND}{_SEVERAL}|Letters of \w+|Memoranda(?: of \w+)?|Agreements)(?:,? (?:covering|worth|for|totall?ing|of|valued at) (?:a further |another |about |some )?(?P<m>Ⓜ)[^;.ⓂⒸ]{{0,12}}?)?(?:,? (?:for|on|covering) [^;.,ⓂⒸ]{{3,40}}?)? (?:were|are to be|are|will be|have been|was) (?:also )?(?:being )?{_DONE}[^;.ⓂⒸ]{{0,24}} (?:from|with|by|to) {_FURTHER}(?P<count>[ⒸⓃ]) (?:[a-z-]+ ){{0,2}}{FIRMS_EN}(?:,? {_SUCH_AS} (?P<with>{_LIST}){_LIST_END})?"
        ),
        (
            (
                "Letters of intent for another Ⓠ were exchanged with Ⓝ companies, including the grocer Ipsum and Dolor Trade.",
                "Letters of intent",
                ("Ipsum", "Dolor Trade"),
            ),
            (
                "Strategic cooperation agreements were concluded with Ⓝ universities and institutes",
                "Strategic cooperation agreements",
                (),
            ),
            ("In addition, protocols were exchanged with Ⓒ universities", "protocols", ()),
            (
                "Memoranda worth another Ⓜ will be concluded with a further Ⓒ producers",
                "Memoranda",
                (),
            ),
        ),
        is_aside=True,
    ),
    Signing(
        Pattern(
            rf"\b[Aa]n? (?P<m>Ⓜ)[- ](?P<label>{_KIND}{_ONE})(?: (?:for|on|of) [^;.ⓂⒸ]{{3,80}}?)?,? (?:(?:was |also )*{_DONE} )?with (?:the )?(?P<with>[^;.,]+?)(?= (?:on|in|at|to|for)\b|[,;.]|$)"
        ),
        (
            (
                "A Ⓜ grant agreement for school meals was signed with the Lorem Relief Fund.",
                "grant agreement",
                ("Lorem Relief Fund",),
            ),
        ),
    ),
    Signing(
        Pattern(
            rf"(?P<verb>{_SIGNS}) (?P<label>{_KIND}{_SEVERAL}) with {_FURTHER}(?P<count>[ⒸⓃ]) (?:[a-z-]+ ){{0,3}}{FIRMS_EN}"
        ),
        (
            (
                "On the sidelines, the Lorem Corporation signed agreements with Ⓒ design firms",
                "agreements",
                ("Lorem Corporation",),
            ),
        ),
        is_by_subject=True,
        is_aside=True,
    ),
    Signing(
        Pattern(
            rf"(?P<count>[ⒸⓃ]) (?:(?:more|other|further|new) )?(?P<label>{_KIND}{_SEVERAL})(?:(?: (?:were|have been) (?:also )?{_DONE},)? (?:estimated at|worth|totall?ing|valued at|for|of|with (?:an?|the) (?:[a-z]+ ){{0,2}}(?:amount|value) of) (?P<m>Ⓜ))?"
        ),
        (
            (
                "Ⓒ student exchange pacts are not counted",
                "student exchange pacts",
                (),
            ),
            (
                "Besides, Ⓒ contracts of cooperation intention were signed, with the intended amount of Ⓜ.",
                "contracts of cooperation intention",
                (),
            ),
            ("Besides, Ⓒ further export orders worth Ⓜ came about", "export orders", ()),
        ),
        is_aside=True,
    ),
    Signing(
        Pattern(
            rf"\b[Aa]n? (?P<label>{_KIND}{_ONE}(?: on [a-z]+(?: [a-z]+)?(?= was))?)(?: with (?P<with>[A-Z][^;.,]*?))? (?:was|has been) (?:also )?{_DONE} by (?:the )?(?P<by>{_LIST}){_LIST_END}"
        ),
        (
            (
                "A framework agreement was concluded by Lorem Bay and Ipsum Metals on recycling",
                "framework agreement",
                ("Lorem Bay", "Ipsum Metals"),
            ),
            (
                "An offtake agreement with Lorem Mills was initialled by Ipsum Oils, while",
                "offtake agreement",
                ("Ipsum Oils", "Lorem Mills"),
            ),
        ),
    ),
    Signing(
        Pattern(
            rf" and (?:the )?[^,;.]{{3,60}}? {MORE}(?P<verb>{_SIGNS}) (?:an?|the) (?P<label>{_KIND}{_ONE})\b(?![^;.]* with )"
        ),
        (
            (
                "The Lorem Shipyard and Ipsum Lines jointly announced a ship repair pact",
                "ship repair pact",
                ("Lorem Shipyard", "Ipsum Lines"),
            ),
        ),
        is_by_subject=True,
    ),
    Signing(
        Pattern(
            rf"(?P<verb>{MORE}(?P<label>{_ALLIED})) with (?![^;,.]* to [a-z])(?P<with>{_LIST}){_LIST_END}",
        ),
        (
            (
                "The Lorem Port Authority has teamed up with Ipsum Cranes and the Dolor Academy",
                "teamed up",
                ("Lorem Port Authority", "Ipsum Cranes", "Dolor Academy"),
            ),
            (
                "Lorem Dairies will partner with Ipsum Farms on cold storage",
                "partner",
                ("Lorem Dairies", "Ipsum Farms"),
            ),
        ),
        is_by_subject=True,
    ),
    Signing(
        Pattern(
            rf"\b(?P<label>(?:[A-Z][a-z-]+ )?{_KIND}{_SEVERAL}|(?:Trade|Purchase|Supply|Sales|Export|Procurement) (?:contracts|orders|deals|agreements))(?:,? (?:worth|totall?ing|of|for|valued at|amounting to)| with an? (?:[a-z]+ ){{0,2}}(?:value|turnover|amount|volume|sum) of) {_FURTHER}(?P<m>Ⓜ),? (?:(?:were|was|have|has|been|also|then) )+{_DONE}(?! (?:by|with|between)\b)"
        ),
        (
            ("Trade contracts worth Ⓜ were also signed.", "Trade contracts", ()),
            (
                "purchase agreements with a total value of Ⓜ have been concluded.",
                "purchase agreements",
                (),
            ),
        ),
        is_aside=True,
    ),
    Signing(
        Pattern(
            r"\b(?P<label>(?i:trade|purchase|export|import|supply|sales|procurement) (?:orders|contracts|deals))\b[^;.ⓂⒸ]{0,40}?(?: ?[:–—,-]|, with|, of which) ?(?P<count>[ⒸⓃ])(?: of them)?,? (?:worth|for|of|totall?ing|valued at) (?P<m>Ⓜ)"
        ),
        (
            (
                "Trade orders are reckoned apart: Ⓒ of them, worth Ⓜ, were placed",
                "Trade orders",
                (),
            ),
            ("Purchase contracts come on top: Ⓒ, worth Ⓜ.", "Purchase contracts", ()),
            ("Export orders were counted separately, with Ⓒ of them worth Ⓜ", "Export orders", ()),
        ),
    ),
    *CREDITS,
)


def english_signings(text: str, told: Sequence[Paper]) -> Iterator[Paper]:
    """Give the agreements of a sentence that are not told already.

    Args:
        text: a sentence of the reading.
        told: what is read of it.
    """
    if not _MAY_SIGN.search(text):
        return
    known = [*told]
    for signing in SIGNINGS:
        for found in signing.pattern.finditer(text):
            same = next((paper for paper in known if _overlaps(paper, found.span("label"))), None)
            if same:
                _count(text, same, found)
                continue
            if paper := _paper(text, signing, found):
                known.append(paper)
                yield paper
    yield from _again(text, known)


def _count(text: str, paper: Paper, found: re.Match[str]) -> None:
    """Give a paper that is told already the count of those who sign it, where it is beside."""
    if paper.count is None and found.groupdict().get("count") and _ASIDE.search(text):
        paper.count = found.start("count")


def _overlaps(paper: Paper, label: tuple[int, int]) -> bool:
    return paper.label[0] < label[1] and label[0] < paper.label[1]


def _paper(text: str, signing: Signing, found: re.Match[str]) -> Paper | None:
    """Return what a signing tells of, None where it is one of the projects."""
    groups = {name: found.span(name) for name, words in found.groupdict().items() if words}
    label = groups["label"]
    is_plain = bool(PLAIN_EN.fullmatch(text[slice(*label)]))
    is_beside = (
        _TRADE.search(text, *label)
        or _APART.search(text, *label)
        or _ASIDE.search(text, 0, found.end())
        or _NOT_COUNTED.search(text, found.end())
    )
    if (signing.is_aside or is_plain) and not is_beside:
        return None
    parties = signers(text, groups["verb"][0]) if signing.is_by_subject else []
    for name in ("by", "with"):
        parties += listed_bodies(text, *groups[name]) if name in groups else []
    parties = [party for party in parties if not _BAD_PARTY.search(text, *party)]
    if not groups.keys() & {"count", "m"} and len(parties) < _FEWEST_PARTIES:
        return None
    paper = Paper(label, found.end(), parties)
    if "count" in groups:
        paper.count = groups["count"][0]
    if "m" in groups:
        paper.amounts = [groups["m"][0]]
    return paper


def _again(text: str, told: Sequence[Paper]) -> Iterator[Paper]:
    """Give what is signed "and a second between A and B", of the kind told before."""
    for found in _AGAIN.finditer(text):
        before = [paper for paper in told if paper.label[1] <= found.start()]
        ends = {party[1] for paper in told for party in paper.parties}
        if not before or found.end("b") in ends:
            continue
        parties = [
            *listed_bodies(text, *found.span("a")),
            *listed_bodies(text, *found.span("b")),
        ]
        if len(parties) >= _FEWEST_PARTIES:
            yield Paper(before[-1].label, found.end(), parties, amounts=[])
