"""English outlays dealt out by position: "A and B will spend Ⓜ and Ⓜ respectively on a C and a D"."""

from collections.abc import Iterator, Sequence

from extractor.models.rules.projects.english_names import BODY, bodies
from extractor.models.rules.projects.english_places import is_place_like
from extractor.models.rules.projects.english_work_lists import Item, items_of
from extractor.models.rules.words.english_works import works_in
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.patterns import Pattern

_KIND = r"(?:(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w-]* )?(?:(?!of\b|for\b|de\b|and\b)[a-z][a-z-]* ){1,3}|[Tt]he )?"
"""What a body is, before its name: "battery maker Lorem"."""
_PARTY = rf"{_KIND}{BODY}"
_ONE_PARTY = Pattern(rf"{_KIND}(?P<inv>{BODY})$")
_SPENT = Pattern(
    rf"(?P<inv>{_PARTY}(?:, {_PARTY})*+,? and {_PARTY}),?(?: \([^()]*\))?(?P<verb> [^;:.ⒸⓂ]{{2,70}}?|, [a-z]+ing )(?P<run>Ⓜ(?:, Ⓜ)*,? and Ⓜ)"
)
_END = Pattern(r";|\.(?= |$)|$")
_RUN = Pattern(r"Ⓜ(?:, Ⓜ)*,? and Ⓜ")
_DEALT = Pattern(r"\brespectively\b|\bin turn\b|\bthe former\b")
_TO_LIST = Pattern(
    r"[^;.]*?(?=\b(?:an?|the|its|their) (?!(?:former|latter|first|second)\b|total\b|combined\b|cost\b))"
)
_CLAUSE = Pattern(
    rf"(?:^\W*|[;:.,] )(?:(?P<inv>{_PARTY}(?:, {_PARTY})*+,? and {_PARTY}) (?:[a-z]+ ){{1,8}}?)?(?P<list>(?:(?:an?|the|[Tt]he|An?|its|their) |(?={BODY}(?:['’]s|(?<=s)['’]) ))[^;:.Ⓜ]+)$"
)
_NO_NAME = Pattern(r"\b(?:is|are|was|were|will|has|have|had|to|which|that|it|they)\b")
_PARTY_MARK = Pattern(r",? and |, ")
_MONEY = "Ⓜ"


def respective(text: str) -> Iterator[Mention]:
    """Read "A and B will spend Ⓜ and Ⓜ respectively on a C and a D": a mention for each."""
    for found in _SPENT.finditer(text):
        amounts = [at for at in range(*found.span("run")) if text[at] == _MONEY]
        builders = parties(text, *found.span("inv"))
        if len(builders) != len(amounts):
            continue
        items = _works_behind(text, found.end("run"))
        if len(items) == len(amounts):
            yield from _dealt(found.start("inv"), builders, amounts, items)


def listed_with_amounts(text: str) -> Iterator[Mention]:
    """Read "A and B began work on a C and a D, at Ⓜ and Ⓜ respectively": a mention for each."""
    for run in _RUN.finditer(text) if _DEALT.search(text) else ():
        amounts = [at for at in range(*run.span()) if text[at] == _MONEY]
        clause = _CLAUSE.search(text, 0, run.start())
        if clause is None:
            continue
        items = [
            item
            for item in items_of(text, clause.start("list"), run.start())
            if item.is_works and not _NO_NAME.search(text, *item.name)
        ]
        builders = parties(text, *clause.span("inv")) if clause.group("inv") else []
        if len(items) == len(amounts) and len(builders) in {0, len(items)}:
            yield from _dealt(items[0].name[0], builders, amounts, items)


def _dealt(
    start: int, builders: Sequence[Extent], amounts: Sequence[int], items: Sequence[Item]
) -> Iterator[Mention]:
    for number, (item, at) in enumerate(zip(items, amounts, strict=True)):
        own = [builders[number]] if builders else item.builders
        mention = Mention([item.name], item.name[0] if number else start, item.name[1], own)
        mention.place = item.place
        mention.amounts.append(("investment", at))
        yield mention


def parties(text: str, start: int, end: int) -> list[Extent]:
    """Return the bodies of a list, each without the words that say what it is."""
    found: list[Extent] = []
    at = start
    for mark in [*_PARTY_MARK.finditer(text, start, end), None]:
        stop = mark.start() if mark else end
        party = _ONE_PARTY.match(text, at, stop)
        own = bodies(text, *party.span("inv")) if party else []
        found += [body for body in own if not is_place_like(text[slice(*body)])]
        at = mark.end() if mark else stop
    return found


def _works_behind(text: str, start: int) -> list[Item]:
    """Return the works listed behind amounts, up to the end of the clause."""
    closing = _END.search(text, start)
    end = closing.start() if closing else len(text)
    lead = _TO_LIST.match(text, start, end)
    if lead is None or not works_in(text, start, end):
        return []
    items = items_of(text, lead.end(), end)
    return [item for item in items if item.is_works]
