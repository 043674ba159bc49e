"""Names in English sentences: of works, of the bodies that build them, of places."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.models.rules.words.english_works import WORKS_EN, has_works, words_in
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

# Bodies: words with a capital, and what joins them.
CAP = r"[A-Z][\w’'&-]*(?:\.[A-Z]\w*)*"
_FORM = r"(?:Co\.?,? ?Ltd\.?|Co\.|Sdn Bhd|Ltd\.?|Inc\.?|Corp\.?|S\.A\.|A/S|PLC|plc|LLC|GmbH|Pte\.? Ltd\.?|Pvt\.? Ltd\.?)"
# A list of bodies must have one reading only: what words with a capital can read, a legal form or an
# "of" does not read once more.
_LEGAL = rf"(?:(?:\.,?|,) {_FORM}| (?:Co\.?,Ltd\.?|Co\.Ltd\.|(?:Co|Ltd|Inc|Corp)\.|S\.A\.|A/S|plc))"
_GROUP = r"(?: (?:group|chain|conglomerate|consortium|federation|cooperative|co-op)\b(?! [A-Z]))"
_OWNERS = rf"{CAP}(?: (?:of )?{CAP})*"
BODY = (
    rf"(?:{CAP}(?: (?:&|of|de|for)(?= [A-Z&(]| of)| {CAP})*"
    rf"(?:(?:{_LEGAL}{_GROUP}?|{_GROUP})(?: of (?:the )?{_OWNERS})?|(?: of the {_OWNERS})?))"
)
_RELATED = r"(?>(?:its|their|the|a) (?:[\w-]+ ){0,3}?(?:partner|affiliate|unit|subsidiary|ally|arm|parent) (?=[A-Z]))"
_TOGETHER = r"(?:together|along|jointly|join(?:s|ed|ing)? hands|team(?:s|ed|ing)? up|in (?:partnership|tandem|cooperation|co-operation|collaboration))"
# Before "&" a body ends only where "&" is no part of a name: "Lorem Inc. & Ipsum", "Lorem & its unit".
_AMPERSAND = r"(?<=\.) & |(?<= plc) & |(?<= group) & | & (?=[a-z])"
BODIES = rf"{BODY}(?:(?:, (?:and |(?!{_FORM}(?!\w)))| and |,and |{_AMPERSAND}|,? {_TOGETHER} with (?:the )?){_RELATED}?{BODY})*"
_BODY_SEPARATOR = Pattern(rf",? {_TOGETHER} with (?:the )?|,? and |, ")
_NO_BODY = Pattern(
    r"^(?:(?:Asian|African|European|American|Latin|Arab|Gulf|Chinese|Japanese|Korean|Indian|German|French|Italian|Spanish|British|Dutch|Swiss|Turkish|Russian|Canadian|Australian|Malaysian|Thai|Vietnamese|Indonesian|Nordic|Western|Eastern)$|The|A|An|In|At|On|Of|For|They|This|These|Those|Other|Phase|Among|Also|There|With|As|And|But|While|From|Investors?|Projects?|Nobody|None|Nothing|Everyone|Anyone"
    r"|Companies|Work|Expansion|Extension|Renovation|Modernisation|Modernization|Construction|Production|Ground|Officials|Money|Foreign|Domestic|Several|Two|Three|Its|Their|His|Her|Our|People|Buyers|Together|Most|Some|All|Many|Meanwhile|After|Before|Since|During|Twelve|He|She|We|I|You|It|Vice|Mr|Mrs|Ms|Dr|Sir|Mayor|Minister"
    r"|Notable|Noteworthy|Prominent|Major|Key|Main|Leading|Largest|Biggest|Top|Important|Typical|Representative|Newly|Beside|Besides|Behind|Beyond|Under|Above|Alongside|Along|Near|Next|Inside|Outside|Within|Through|Throughout|Despite|Although|Though|If|Because|Later|Earlier|Today|Yesterday|Tomorrow|Here|Now|Then|Thus"
    r"|So|Such|Each|Every|Both|Another|Half|First|Second|Third|Standing|According|Thanks|Following|Speaking|Given|Unlike|Like|Just|Even|Still|Only|Already|Finally|Separately|Elsewhere|However|Announced|Agreements?|Contracts?|Deals?|Pledges?"
    r"|Governor|Chief|President|Secretary|Director|Leader|Deputy|Reporter|Reporters|Photo|Visitors|When|Where|What|That|Which|Taken|Not|Up|Topping|Heading|Rounding|Completing|Joining|Including|Included|Spending|Investing|Putting|Receiving|Signing|Winning"
    r"|Over|More|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_INSTITUTION = Pattern(
    r"\b(?:Bank|Academy|University|Institute|Ministry|Bureau|Department|Chamber|Association|Federation|Corporation|Company|School|College"
    r"|Council|Board|Government)$"
)
_NATION = (
    r"(?:German|Italian|Swiss|Dutch|French|Spanish|Danish|Swedish|Norwegian|Finnish|Austrian|Belgian|Polish|Hungarian|Turkish|Russian|Israeli|Saudi|Emirati"
    r"|Qatari|Egyptian|Kenyan|Nigerian|Japanese|(?:South )?Korean|Singaporean|Malaysian|Thai|Vietnamese|Indonesian|Taiwanese|Australian|Canadian|Mexican|Brazilian)"
)
_ORIGIN = Pattern(
    rf"(?:{CAP}-(?:based|owned|backed|listed|headquartered) |{_NATION} (?!(?:Air|Airlines|Airways|Bank|Chamber|Embassy|Consulate|Railways?|Development|Trade|Investment|Business|Federation|Agency|Ministry|Academy|University)\b)|(?:{CAP} )?{CAP}(?:’s|'s) |(?:The |the )?(?:[Ss]tate-(?:owned|run) |[Ll]isted |[Ll]ocal |[Pp]rivate )?)(?={CAP})"
)
_MEMBERS = Pattern(
    r"(?:[A-Z]\w+ )?(?:Women|Men|People|Children|Farmers|Workers|Growers|Teachers)['’]s "
)
_CONJUNCTION = Pattern(rf"(?:(?:And|But|While|Also|Then|Both) |{_RELATED})(?=[A-Z])")
_NATIONAL = Pattern(
    rf" (?:\w+ )?(?:firm|company|group|giant|maker|producer|developer|manufacturer|operator|conglomerate|supplier|brand|investor|enterprise|start-?up|retailer|builder|utility|miner|carmaker) (?P<inv>{BODY})"
)
_OWNER = Pattern(rf"{CAP}(?:’s|'s) ")
_OF_ORIGIN = Pattern(r" of (?:the )?[A-Z][\w ]*$")
IN_PLACE = Pattern(
    r"(?:^\s*|[.;,] (?:and |while |but )?)(?:In|At|On|From|To|in|at|from) (?:the )?$"
)

# Works.
DETERMINER = r"(?:an?|the|its|their|another|one|this)"
_STOP = (
    r"by|also|made|at|worth|to|there|here|that|which|who|where|in|on|from|under|using|near|next|together|as|valued|estimated|costing|invested|designed|laid|hiring"
    r"|expected|is|are|was|were|will|has|have|had|settled|started|came|each|within|between|outside|along|against|when|once|after|before|across"
    r"|with|without|due|up|over|because|while|but|cost|costs|into|than|covering|capable|able|signed|via|developed|promoted|backed|put"
)
WORD = rf"(?!(?:{_STOP})\b)(?:“[^”]{{1,60}}”|\"[^\"]{{1,60}}\"|(?!“[^”]{{1,60}}”|\"[^\"]{{1,60}}\")[^\s,;:.()—ⓂⒷⓅⒹ]+(?:\.\d+[^\s,;:.()]*)?)"
_JOINED = Pattern(rf" and (?={DETERMINER} |[a-z]+ed\b|[A-Z][\w&-]*(?: [A-Z][\w&-]*)* Ⓜ)")
_PURPOSE = Pattern(
    r" for (?:an?|the|its|their|about|some|over|nearly|more|both|each)\b.*$| for Ⓜ.*$| for$| of$| and(?: an?| the)?$"
)
_CONSTRUCTION = Pattern(r"construction of (?:an? |the )?")
_GENERIC = Pattern(
    r"(?:(?:the|a|an|of|these|those|such|its|our|all|new|key|major|large|big|biggest|largest|contracted|signed|investment|cooperation|other"
    r"|more|industrial|infrastructure|foreign|domestic|formal|single|first|second|Ⓞ|Ⓒ|Ⓝ|remaining|separate|smaller|bigger|main|this|that|individual|total|people's"
    r"|livelihood|manufacturing|different|development|national-level|industry|sub-|venues?|and|in|for|economic|economy|trade|business|local"
    r"|whole|entire|high-tech|free|city|cities|county|counties|towns?|villages?|zones?|bases?|lines?|units?|ports?|stores?|works|grounds?"
    r"|roads?|markets?|platforms?|parks?|cent(?:er|re)s?|projects?|plants?|factory|factories)\s*)+",
    re.IGNORECASE,
)
_NO_WORKS = frozenset(
    [
        "projects",
        "agreement",
        "agreements",
        "memorandum",
        "memoranda",
        "contract",
        "contracts",
        "letter",
        "letters",
        "list",
        "catalog",
        "catalogue",
        "economy",
        "conference",
        "meeting",
        "ceremony",
        "delegate",
        "delegates",
        "delegation",
        "delegations",
        "report",
        "guide",
        "system",
        "campaign",
        "companies",
        "enterprises",
        "investor",
        "investors",
        "proposal",
        "proposals",
        "office",
        "committee",
        "jobs",
        "team",
        "teams",
        "forum",
        "week",
        "expo",
        "summit",
        "average",
        "terms",
    ]
)
_DOUBTFUL = frozenset(
    [
        "institute",
        "university",
        "college",
        "academy",
        "credit",
        "loan",
        "lending",
        "venue",
        "venues",
        "unit",
        "people",
        "companies",
        "ground",
    ]
)
_NO_WORKS_PHRASE = Pattern(
    r"\b(?:broken?|break(?:ing)?|gain(?:ed)?) (?:the |their )?ground\b|[a-z]\w+ (?:institute|university|college|academy)$|\b(?:credit|loan|lending) (?:lines?|facilit\w+)\b|\blines? of credit\b"
    r"|\bsub-venue|^unit for |^[ⓃⒸ] .*\b(?:people|companies)"
)
_PLAIN_WORKS = frozenset(
    [
        "expansion",
        "facility",
        "venture",
        "complex",
        "unit",
        "upgrade",
        "extension",
        "works",
        "network",
        "community",
    ]
)
_NO_SINGLE = frozenset(
    """
    project expansion extension line upgrade renovation modernization modernisation reconstruction
    refurbishment relocation venture
    """.split()  # noqa: SIM905  a list of that length is read as running text
)
"""Words of works that name nothing alone."""
_COUNTED = Pattern(r"[ⒸⓃ] [^Ⓜ]*s$")
_NO_NAME = Pattern(
    r"[ⓂⓅⒷ]|\b(?:Mr|Mrs|Ms|is|are|was|were|will|signed|with|worth|by(?!-)|that|which|set up|proposed|while|whose|said)\b|\b(?:firm|company|chain|maker) [A-Z]"
)
_QUOTED = Pattern(r"“[^”]*”|\"[^\"]*\"")
_MEMORANDUM = Pattern(
    r"\b(?:one|another|memorandum|agreement|MoU|intention|deal)\b[^,;]{0,70} (?:on|for|to \w+) (?:an? |the )?[“\"]?$"
)
_LEADS = (
    rf"(?i:(?:this time|{DETERMINER}|for(?= [a-z])|(?<=, )and|and(?= (?:{DETERMINER}) )|are|is|was|were|including|includes?"
    r"|namely|such as|whose|as|has|have|Among them|mainly|there is|there are|in|of|also) |(?<=, )(?:while|whereas|but) )"
)
_FIRST_START = Pattern(rf"\b{_LEADS}+(?=\S)")
_START = Pattern(rf"\W(?:(?<=[,;:(—]) ?{_LEADS}*|(?<=\)) (?:and )?{_LEADS}*|{_LEADS}+)(?=\S)")
_PHASE_OF = Pattern(
    r"(?:Ⓞ|first|second|third|fourth|final|[Pp]hase [IVX\d]+|[IVX]+|reconstruction|expansion|construction|renovation|upgrading|relocation)"
    rf"(?: phase)? of (?:{DETERMINER} )?$"
)
_LEADING = Pattern(
    rf"(?:[•·●◆◇■▪‣*–—-] )?(?:{DETERMINER} )?[ (]*(?:(?:total |planned )*investments? (?:of|in) (?:the )?)?"
)
_WORKS = "|".join(sorted(WORKS_EN))
_TAIL_START = rf"(?: (?:{_WORKS})\b)*(?: (?:phase (?:one|two|three)|Ⓞ|project))?"
_TAIL_FOR = r"(?: for (?!an?\b|the\b|wh(?:ich|om|ose)\b|Ⓜ)[a-z\d][\w -]+?(?= ?[,(;Ⓜ]| with\b| by\b| of\b| will\b| is\b))?"
_TAIL = Pattern(_TAIL_START + _TAIL_FOR)
_TAIL_WITH_OWNER = Pattern(
    rf"{_TAIL_START}(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*(?: \d+)?(?= ?[,(;Ⓜ])| of [ⓆⓃ] of (?:the )?[A-Z][\w ]+?(?= ?[,(;Ⓜ]))?{_TAIL_FOR}"
)
_VERB_AHEAD = Pattern(
    r"(?:welcomed|greeted|hosted|gained|received|attracted|introduced|landed|signed) (?=[A-Z])"
)
_SETTLED_IN = Pattern(
    r"\b(?:settle[sd]?|settling|located|situated|placed|sited|landed) (?:down )?(?:in|at|on) (?:the )?$"
)
_LONGEST_NAME = 110
_LEAD_REACH = 120  # letters before a name that tell what it is of
_OF_REACH = 14  # of another
_SHORTEST_NAME = 5


def cut_name(text: str, start: int, end: int) -> Extent | None:
    """Cut a name at the next one and at what it is for; None where no works stand in it."""
    if lead := _CONSTRUCTION.match(text, start, end):
        start = lead.end()
    if joined := _JOINED.search(text, start, end + len(" Ⓜ")):
        end = min(joined.start(), end)
    if purpose := _PURPOSE.search(text[start:end]):
        end = start + purpose.start()
    return (start, end) if is_works(text[start:end]) else None


def first_word(text: str, start: int, end: int) -> Extent | None:
    """Return the first of some words where it alone says what is built: "a Ⓜ plant in Lorem"."""
    word = text[start:end].split(" ", 1)[0]
    if has_works([word]) and not word.endswith("s") and word not in _NO_SINGLE:
        return start, start + len(word)
    return None


def is_works(name: str) -> bool:
    """Return whether words name works: a plant, a line, and not "the projects"."""
    if not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME or name in _PLAIN_WORKS:
        return False
    words = words_in(name)
    if not has_works(words) or _is_no_works(name.lower(), [word.lower() for word in words]):
        return False
    return not (_COUNTED.match(name) or _GENERIC.fullmatch(name))


def _is_no_works(name: str, words: list[str]) -> bool:
    if not _NO_WORKS.isdisjoint(words):
        return True
    return not _DOUBTFUL.isdisjoint(words) and bool(_NO_WORKS_PHRASE.search(name))


def name_end(text: str, works_end: int, *, with_owner: bool) -> int:
    """Return where a name ends whose last word of works is known: with its phase, of and for what.

    Args:
        text: a sentence of the reading.
        works_end: the end of the word of works.
        with_owner: whether what follows an "of" belongs to the name, be it a body or a place.
    """
    found = (_TAIL_WITH_OWNER if with_owner else _TAIL).match(text, works_end)
    return found.end() if found else works_end


@lru_cache(maxsize=32)
def name_before(text: str, end: int) -> Extent | None:
    """Return the name that ends at a place: back to its article, or the mark before it.

    The last ones are remembered: frames that read the same sentence ask for the same names.
    """
    floor = start = max(0, end - _LONGEST_NAME)
    if first := _FIRST_START.match(text, floor, end):
        start = first.end()
    for found in _START.finditer(text, floor, end):
        if not text.endswith((" of ", "(of "), floor, found.end()):
            start = found.end()
    if " of " in text[max(start - _OF_REACH, 0) : start] and (
        phase := _PHASE_OF.search(text, floor, start)
    ):
        start = phase.start()
    if lead_in := _LEADING.match(text, start, end):
        start = lead_in.end()
    if verb := _VERB_AHEAD.search(text, start, end):
        start = verb.end()
    name = text[start:end]
    if (
        not is_works(name)
        or _SETTLED_IN.search(text, max(start - _LEAD_REACH, 0), start)
        or _NO_NAME.search(_QUOTED.sub("", name))
        or _MEMORANDUM.search(text, max(start - _LEAD_REACH, 0), start)
    ):
        return None
    return start, end


def bodies(text: str, start: int, end: int) -> list[Extent]:
    """Return the bodies listed in a range, without where they come from.

    "Japan's Lorem Precision and Ipsum AG of Germany" are Lorem Precision and Ipsum AG.
    """
    if IN_PLACE.search(text[:start]) and "," in text[start:end]:
        start = text.index(",", start) + 2
    found = (_body(text, *piece) for piece in _body_pieces(text, start, end))
    return [body for body in found if body]


def _body(text: str, start: int, end: int) -> Extent | None:
    for lead in (_CONJUNCTION, _ORIGIN, _OWNER):
        if (found := lead.match(text, start, end)) and not _MEMBERS.match(text, start, end):
            start = found.end()
    if text.endswith(("'s", "’s"), start, end):
        end -= 2
    elif text.endswith(("s'", "s’"), start, end):
        end -= 1
    if own := _NATIONAL.match(text, end):
        start, end = own.span("inv")
    if end - start < 2 or _NO_BODY.match(text[start:end]):
        return None
    origin = _OF_ORIGIN.search(text[start:end])
    if origin and not _INSTITUTION.search(text[start : start + origin.start()]):
        end = start + origin.start()
    return start, end


def _body_pieces(text: str, start: int, end: int) -> Iterator[Extent]:
    at = start
    for found in _BODY_SEPARATOR.finditer(text, start, end):
        if not text.startswith(("Co.", "Co ", "Ltd", "Inc", "Corp"), found.end()):
            yield at, found.start()
            at = found.end()
    yield at, end
