"""Which firm a word takes up: "the Swedish utility", "it", 该公司, 这家设备商, 它."""

from extractor.models.rules.projects.english_names import BODY, bodies
from extractor.models.rules.projects.english_places import is_place_like
from extractor.models.rules.projects.investors import is_government, split_bodies, trim_body
from extractor.models.rules.reading.reading import Reading, Sentence
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.projects import FIRM_END_ZH
from extractor.patterns import Pattern

_THE_FIRM_ZH = Pattern(
    r"(?:该|这[家个]|上述)(?:[\u3400-\u9fff]{0,8}(?:公司|企业|集团|[厂车药械电][商企]|[备件家运营开发供应]商|巨头|龙头|厂商|厂))|公司|企业|集团|他们|她们|[他她]|自己"
)
_OF_TWO_ZH = Pattern("[前后]者$")
_CLAUSE_ZH = Pattern("[^，]+")
_PAIR_ZH = Pattern(
    r"(?:[^，]*?(?:包括|[有是为](?!限)))?(?P<pair>[^，]{2,20}(?:、|与|和|同)[^，]{2,20}?)(?:达成|签|两家|Ⓝ|牵手|携手|联手|合作|带来|落户|落子|均|都|也|分别|双双|一同|$)"
)
"""Two bodies in one clause: 甲县与乙公司达成合作, 包括甲公司、乙公司."""
_EACH_WITH_ZH = Pattern(
    r"(?P<pair>[^，]{2,20}?、[^，与同]{2,20}?)(?:分别|各自|均|都|也)*(?:与|同)[^，]{2,}"
)
"""Two firms that sign with others: 甲公司、乙公司分别与丙区、丁区签约."""
_IT_ZH = Pattern(
    r"(?:^|[，。；])(?:它|其(?![中余他实次])|该公司|该企业|这家公司)(?:[^，。；]{0,16})$"
)
_TOLD_ZH = Pattern(
    r"(?:[是为]|交给|迎来|引来|请来|来自|[坐站]着|还有|数)(?P<body>(?!.*之一|首|最|第|目前|今|全)[^，。；ⓂⒸ]{2,24})$"
    r"|(?:公司|企业|集团|工厂)——(?P<own>[^，。；ⓂⒸ]{2,16}?)(?:回|来|落户|签约|$)"
)
_SUBJECT_ZH = Pattern(
    rf"(?:[^，。；的ⓂⒸ]{{0,16}}的)?(?P<body>[^，。；：、的ⓂⒸⒷⓅ]{{1,18}}?(?:{FIRM_END_ZH})(?<!企业)(?<!投资))"
    r"(?![\u3400-\u9fff]{0,2}(?:公司|集团|股份))"
)
_ANY_SUBJECT_ZH = Pattern(r"(?P<body>[^，。；：的ⓂⒸⒷⓅ]{3,12}?)(?=是首|是第|是最|为首)")
_CLAUSES_BACK = 5
_REACH = 160  # letters before a word in which the firm is named that it takes up

_THE_FIRM_EN = Pattern(
    r"\W*(?:It|They|(?:[Tt]he|[Tt]his) (?:(?:[a-z][\w-]*|[A-Z][a-z]+(?:ish|ese|ch|an|ss|i|ic)|[A-Z]\w+-[a-z]+)[- ]){0,3}?(?:compan(?:y|ies)|firm|group|utility|giant|maker|start-?up|conglomerate|chain|business|outfit|subsidiary|venture|miner|retailer|bank|cooperative|[a-z]{2,}(?:er|or|ers|ors)))"
    r" (?:will|would|(?:is|was)(?! Ⓜ)|has|had|plans|wants|intends|also|now|picked|chose|signed|put|invested)\b"
)
_INTRODUCED_EN = Pattern(
    rf"\b(?:is|was|were|from|by|to|came|comes|are|include|includes|them) (?:the )?(?P<told>{BODY})(?=[,.]|$)|^\W*(?:(?:For|To|With) (?:the )?|(?:\w+, )?)(?P<subject>{BODY})(?:,| [a-z]+\b)"
)


def firm_taken_up(text: str, start: int, end: int) -> Extent | None:
    """Return the firm that Chinese words mean which are no name (该公司), the words else.

    Args:
        text: the reading.
        start: where the words begin.
        end: where they end.
    """
    if which := _OF_TWO_ZH.match(text, start, end):
        return _of_pair(text, start, is_first=which.group() == "前者")
    if not _THE_FIRM_ZH.fullmatch(text, start, end):
        return start, end
    return _introduced(text, start)


def _of_pair(text: str, start: int, *, is_first: bool) -> Extent | None:
    """Return the one of two bodies, named last before an offset, that 前者 or 后者 means."""
    head = behind_last(text, "。；\n", start, start=max(0, start - _REACH))
    for clause in reversed(list(_CLAUSE_ZH.finditer(text, head, start))):
        named = _EACH_WITH_ZH.match(text, *clause.span()) or _PAIR_ZH.match(text, *clause.span())
        bodies = split_bodies(text, *named.span("pair")) if named else []
        if len(bodies) > 1:
            return bodies[-2 if is_first else -1]
    return None


def firm_meant(text: str, start: int) -> Extent | None:
    """Return the firm that "it" before a Chinese project's name means: 它的X, 它与A县建设的X."""
    head = behind_last(text, "，。；\n", start)
    found = _IT_ZH.search(text, max(head - 1, 0), start)
    return _introduced(text, max(head - 1, 0)) if found else None


def _introduced(text: str, end: int) -> Extent | None:
    """Return the firm named last before an offset: at the end of a clause, or as its subject."""
    floor = max(0, end - _REACH)
    for _ in range(_CLAUSES_BACK):
        while end > floor and text[end - 1] in "，。；\n “”":
            end -= 1
        start = behind_last(text, "，。；\n", end, start=floor)
        found = (
            _TOLD_ZH.search(text, start, end)
            or _SUBJECT_ZH.match(text, start, end)
            or _ANY_SUBJECT_ZH.match(text, start, end)
        )
        if found:
            body = trim_body(text, *found.span(found.lastgroup or "body"))
            if body and not is_government(text[slice(*body)]):
                return body
        end = start
        if end <= floor:
            break
    return None


def behind_firm_taken_up(text: str) -> int:
    """Return where a word for a firm that is no name ends at the head of an English sentence, or 0."""
    found = _THE_FIRM_EN.match(text)
    return found.end() if found else 0


def firm_before(text: str, previous: str) -> Extent | None:
    """Return where a sentence names the firm that the next one only calls "the company".

    Args:
        text: the sentence that tells of a project.
        previous: the sentence before it.
    """
    if not behind_firm_taken_up(text):
        return None
    for found in reversed(list(_INTRODUCED_EN.finditer(previous))):
        which = "told" if found.group("told") else "subject"
        told = bodies(previous, *found.span(which))
        if told and not is_place_like(found.group(which)):
            return told[0]
    return None


def firm_of_sentence_before(reading: Reading, sentence: Sentence) -> Extent | None:
    """Return where the reading names the firm that the head of an English sentence takes up."""
    index = reading.sentences.index(sentence)
    before = reading.sentences[index - 1] if index else None
    if before is None or before.paragraph != sentence.paragraph:
        return None
    body = firm_before(sentence.text, before.text)
    return (before.start + body[0], before.start + body[1]) if body else None
