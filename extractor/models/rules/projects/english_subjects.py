"""Who a project is by and where it lies, by the words around its name that no frame has read."""

from extractor.models.rules.projects.english_names import BODIES, BODY, bodies
from extractor.models.rules.projects.english_places import is_place_like, place_ahead
from extractor.models.rules.words.english_works import has_works, words_in
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.patterns import Pattern

_PLANS = (
    r"plan|promis|propos|sign|choos|chose|follow|clos|pledg|commit|invest|expand|buil|rebuil|want|set|develop|announc|open|launch|put|plac|land"
    r"|submit|step|mov|pick|select|settl|unveil|mak|intend|agree|bag|spend|add|construct|start|broke|bring|brought|establish|tak|took|go|went"
)
_SUBJECT = Pattern(
    rf"(?:^\W*|[;:,] )(?:(?:[Aa]nd|[Ww]hile|[Bb]ut|[Tt]hen|[Ww]ith|[Ii]n [A-Z]\w+(?: [A-Z]\w+)*,|Further down the list,) )?(?P<inv>{BODY})"
    rf"(?:, [^;ⓂⒸ]{{3,80}}?,)?(?: (?:then|also|has|have|is|are|will|had|to|likely|keen|expected|now|meanwhile))* (?:{_PLANS})[a-z]*\b"
)
_BESIDE = Pattern(
    rf"(?P<inv>{BODY})(?: \(|, whose (?:Ⓜ )?|, with (?:its|an?) |: (?:an? )?|,? which (?:will|is to|plans to) (?:\w+ ){{1,3}}(?:an? |the ))$"
)
_ANY = Pattern(
    rf"(?:^\W*|[;:] (?:and |while )?)(?:(?:Among|Of|From|In|At|On) [^,ⒸⓂ]{{2,40}}, |Ⓒ [a-z -]{{3,30}}, |(?:Meanwhile|Separately|Also|Finally),? )?(?P<inv>{BODIES})(?<!['’]s)(?: and the (?:[a-z]+ )?government)?"
    r"(?:, [^;Ⓜ]{3,80}?,)? (?!(?:said|says|told|noted|added|explained|is|are|(?:was|were)(?! (?:allotted|allocated|given|granted|awarded|handed|assigned|offered)\b)|has|have|had|saw|got|gets|drew|draws|attract\w*|won|wins|secured|receiv\w+|keeps?|kept|account\w*|took|takes?|ranks?|host\w*|of|and|in|at|on|for|from|with|by|to|as)\b)[a-z]+ "
)
_TITLED = Pattern(
    r"(?:Mr|Ms|Mrs|Dr|Sir|Mayor|Governor|Minister|President|Magistrate|Secretary|Chairman|County|City|State|Government|Province|Prefecture|District|Division)\b"
)
_IN_NAME = Pattern(
    r"(?P<name>.*?[a-z]) (?:of (?P<of>(?:[A-Z][\w’'-]+ )+(?:District|County|Town|Township|City|Zone|Prefecture|Province|Village))|(?:at|in) (?:the )?(?P<at>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*))$"
)


def complete(text: str, mention: Mention) -> None:
    """Add to a mention who it is by and where, as far as the sentence tells.

    Args:
        text: a sentence of the reading.
        mention: a mention of it, which is changed.
    """
    if len(mention.names) == 1:
        _cut_place(text, mention)
    if not mention.investors:
        mention.investors = _builder(text, mention.names[0][0])
    place = place_ahead(text) if mention.place is None else None
    if place is None:
        return
    others = [body for body in mention.investors if body[0] >= place[1]]
    if len(others) == len(mention.investors) or is_place_like(text[slice(*place)]):
        mention.place, mention.investors = place, others


def _cut_place(text: str, mention: Mention) -> None:
    """Leave out of a name where the project lies: "base of Lorem County"."""
    start, end = mention.names[0]
    found = _IN_NAME.match(text, start, end)
    if found is None or not has_works(words_in(found.group("name"))):
        return
    group = "of" if found.group("of") else "at"
    if mention.place is None or mention.place[0] < end:
        mention.place = found.span(group)
    mention.names[0] = found.span("name")


def _builder(text: str, at: int) -> list[Extent]:
    """Return the body right before a name, or the subject of its clause."""
    found = _BESIDE.search(text, max(0, at - 90), at)
    if found is None:
        for subject in _SUBJECT.finditer(text, 0, at):
            found = subject
        clause = text.rfind(";", 0, at) + 1
        found = found or _ANY.search(text, clause, at)
    if found is None:
        return []
    words = found.group("inv")
    if _TITLED.search(words) or is_place_like(words):
        return []
    return bodies(text, *found.span("inv"))
