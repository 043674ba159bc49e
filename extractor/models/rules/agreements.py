"""Agreements counted or named beside the projects.

A count is of agreements where an agreement's noun is counted with words that set it off from the
projects (strategic, framework, purchase, credit; 备忘录, 意向书). Memoranda that the lead itself counts
are the event's projects, as in Indian and African news, and are left to the groups.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.draft.schema import DraftAgreement, DraftAmount
from extractor.models.rules.amounts import is_group_amount
from extractor.models.rules.background import Background
from extractor.models.rules.reading import COUNT, MONEY, THING, Mark, Reading, Sentence
from extractor.record import AmountKind

_PAPER_ZH = (
    r"(?:[\u3400-\u9fff]{0,10}?(?:合作|框架|战略|戰略|招商|投资|授信|贷款|貸款|联络|意向|意向性|购销|採購|采购|贸易|贸易|代理|咨询|共建|人才|就业|用地|融资)[\u3400-\u9fff]{0,6})?"
    r"(?:协议书?|協議書?|备忘录|備忘錄|意向书|意向書|合同|合約|订单)"
)
_LABEL_START_ZH = re.compile(r"^(?:.*?(?:签订|签署|簽訂|簽署|签下|签约|达成|交换|一批|了|的|等))?")
_COUNTED_ZH = (
    re.compile(rf"(?P<label>{_PAPER_ZH})(?:共|达|各)?(?P<count>Ⓒ)"),
    re.compile(rf"(?P<count>Ⓒ)(?P<label>{_PAPER_ZH})"),
)
_NOT_COUNTED_ZH = re.compile(r"^(?:正式|项目|投资|签约|履约)?(?:合同|协议)$|项目合同$")
_PARTY_ZH = r"[\u3400-\u9fffⓃⓄ（）()A-Za-z]"
_NAMED_ZH = re.compile(
    rf"(?P<a>{_PARTY_ZH}{{2,24}}?)(?P<each>分别|分別)?(?:还|也)?(?:与|同|和|與|跟)(?P<b>{_PARTY_ZH}{{2,30}}(?:、{_PARTY_ZH}{{2,24}}?)*?)(?:就[^，。；、]{{2,30}}(?P<more>、(?P<c>{_PARTY_ZH}{{2,16}}?)(?:与|和|同)(?P<d>{_PARTY_ZH}{{2,20}}?)就[^，。；、]{{2,30}}?)?)?"
    rf"(?P<each2>分别|分別)?(?:还|也|共同)?(?:签订|签署|簽訂|簽署|签定|达成|交换)了?(?P<label>[^，。；、ⒸⓂ]{{0,14}}?(?:协议书?|協議書?|备忘录|備忘錄|意向书|意向書|合同|合約))(?!Ⓒ)"
)
_FURTHER_ZH = re.compile(
    r"，(?:并|还)?(?:与|同|和)(?P<count>Ⓝ)[\u3400-\u9fff]{0,8}?(?:签订|签署|达成)了?(?P<label>[^，。；、ⒸⓂ]{0,14}?(?:协议书?|备忘录|意向书|合同|合约))"
)
_LEADING_PARTY_ZH = re.compile(
    r"^(?:会上|期间|活动现场|会议期间|大会期间|其中|此外|同时|随后|现场|据悉|另悉|当天|同日|由|并|还|又|该|以及|，)+|^.*(?:会上|期间)(?=.{2})"
)
_FIRMS_ZH = re.compile(
    r"(?P<count>Ⓝ)(?P<what>(?:[\u3400-\u9fff]{0,6}?(?:企业|商会|机构|单位|公司|银行))|地[\u3400-\u9fff]{2,10})?$"
)
_BODIES_ZH = re.compile(
    r"(?:等)?(?P<count>Ⓝ)(?:[\u3400-\u9fff]{0,8}?(?:企业|机构|单位|公司|银行|高校|院校))?$"
)
_PLACES_ZH = re.compile(r"^[\u3400-\u9fff]{2,3}(?:、[\u3400-\u9fff]{2,3})+Ⓝ地")

_PAPER_EN = (
    r"(?:strategic (?:cooperation )?(?:framework )?agreements?|(?:[\w-]+ )?framework agreements?|cooperation (?:framework )?agreements?|(?:purchase|sales|procurement|trade|supply|credit|loan|purchase and sales) (?:contracts?|agreements?|orders?)(?: of [a-z ]+?(?=,|\.| were| are| was))?"
    r"|(?:tripartite |bilateral )?memorand(?:a|ums?)(?: of (?:understanding|cooperation))?|MoUs?|letters? of intent(?: for [a-z ]+?(?= to| were|,|\.))?|agreements?(?: on [a-z ]+?(?= were| was|,|\.))?|orders|intention)"
)
_COUNTED_EN = re.compile(rf"(?P<count>Ⓒ) (?:new |more )?(?P<label>{_PAPER_EN})\b", re.IGNORECASE)
_NAMED_EN = re.compile(
    rf"(?P<a>(?:[Tt]he |[A-Z])[^,;.:]{{2,80}}?)(?: also| has| have)? (?:signed|exchanged|reached|concluded|inked|sealed) an? (?P<label>{_PAPER_EN})\b(?: on [^,;.]*?)? (?:with|between) (?P<b>[^,;.:()]+?)(?= to\b| on\b| for\b|[,;.:(]|$)".replace(
        "{0}", ""
    )
)
_JOINT_EN = re.compile(
    rf"(?P<list>(?:the )?[^,;.:]+?, (?:the )?[^,;.:]+? and (?:the )?[^,;.:]+?|[^,;.:]+? and (?:the )?[^,;.:]+?) (?:signed|exchanged|concluded|reached) an? (?P<label>{_PAPER_EN})\b"
)
_ONE_BETWEEN_EN = re.compile(
    r"\b(?:one|another|one of them|a second|the (?:first|second|third|other)),? (?:was |is )?between (?:the )?(?P<a>[^,;.]+?) and (?:the )?(?P<b>[^,;.]+?)(?= on\b| for\b| to\b|,|;|\.|$)",
    re.IGNORECASE,
)
_ONE_WITH_EN = re.compile(
    r"\bone (?:was |is )?with (?:the )?(?P<b>[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+)*)(?: \([^)]*\))?(?P<rest>[^,;.]*)"
)
_PAIRS_EN = re.compile(
    r"\bsuch as (?:the )?(?P<a>[A-Z][^,;.]*?) and (?:the )?(?P<b>[A-Z][^,;.]*?)(?:, (?:and )?(?:the )?(?P<c>[A-Z][^,;.]*?) and (?:the )?(?P<d>[A-Z][^,;.]*?))?(?=[,;.]|$)"
)
_WITH_LIST_EN = re.compile(
    r"^ (?:were|was|have been) (?:signed|reached|concluded|exchanged) with (?:the )?(?P<list>[A-Z][^;.]*?)(?=, and the [A-Z]\w+ \w+ed\b|[;.]|$)"
)
_TO_FIRMS_EN = re.compile(
    r"(?P<label>(?:letters? of intent|memoranda of understanding|MoUs|credit contracts|loan agreements)(?: for [a-z ]+?)?)(?: of (?P<amount>Ⓜ))? (?:to|with) (?P<count>[ⓃⒸ])",
    re.IGNORECASE,
)
_HANDED_EN = re.compile(r"(?:the |The )(?P<party>[A-Z][\w]+) (?:handed over|issued|gave|granted)")

_CREDIT = re.compile(r"授信|贷款|貸款|信贷|融资|credit|loan|bank|银行", re.IGNORECASE)
_TRADE = re.compile(
    r"购销|采购|採購|贸易|订单|意向性合同|purchase|sales|trade|procurement|orders?\b", re.IGNORECASE
)
_LEAD_SENTENCES = 2


@dataclass
class Agreement:
    """An agreement, or several counted as one kind, on its way into a draft."""

    label: str
    parties: list[str] = field(default_factory=list)
    count: Mark | None = None
    amounts: list[tuple[AmountKind, Mark]] = field(default_factory=list)

    def to_draft(self, number: int) -> DraftAgreement:
        """Return it as an item of a draft."""
        return DraftAgreement(
            id=f"a{number}",
            label=self.label,
            parties=self.parties,
            count=self.count.figure.id if self.count else None,
            amounts=[
                DraftAmount(f=mark.figure.id, kind=kind, same=list(mark.same))
                for kind, mark in self.amounts
            ],
        )


def read_agreements(reading: Reading, background: Background) -> list[DraftAgreement]:
    """Return the agreements of an article in order."""
    read = _chinese if reading.article.language == "zh" else _english
    found = [
        agreement
        for number, sentence in enumerate(reading.sentences)
        for agreement in read(reading, sentence, number)
        if agreement.count is None or background.reason(_place(reading, agreement.count)) is None
    ]
    return [agreement.to_draft(number) for number, agreement in enumerate(found, 1)]


def _place(reading: Reading, mark: Mark) -> int:
    return next(at for at, other in reading.marks(0, len(reading.text)) if other is mark)


class _Quoter:
    """Quotes ranges of one sentence."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self._reading = reading
        self._start = sentence.start

    def quote(self, span: tuple[int, int]) -> str:
        return self._reading.quote(self._start + span[0], self._start + span[1])

    def mark(self, place: int) -> Mark:
        return self._reading.mark(self._start + place)


def _chinese(reading: Reading, sentence: Sentence, number: int) -> Iterator[Agreement]:
    text, quoter = sentence.text, _Quoter(reading, sentence)
    if not re.search(r"协议|協議|备忘录|備忘錄|意向书|意向書|合同|合約", text):
        return
    for pattern in _COUNTED_ZH:
        for found in pattern.finditer(text):
            start, end = found.span("label")
            start += _LABEL_START_ZH.match(text[start:end]).end()  # type: ignore[union-attr]  it may be empty
            if _NOT_COUNTED_ZH.search(text[start:end]) or number < _LEAD_SENTENCES:
                continue
            agreement = Agreement(
                quoter.quote((start, end)), count=quoter.mark(found.start("count"))
            )
            _add_amount(agreement, quoter, text, found.end(), "zh")
            yield agreement
    named = [
        agreement
        for found in _NAMED_ZH.finditer(text)
        for agreement in _named_zh(found, quoter, text)
    ]
    yield from named
    for found in _FURTHER_ZH.finditer(text) if named else ():
        agreement = Agreement(
            quoter.quote(found.span("label")),
            named[0].parties[:1],
            quoter.mark(found.start("count")),
        )
        _add_amount(agreement, quoter, text, found.end(), "zh")
        yield agreement


def _named_zh(found: re.Match[str], quoter: _Quoter, text: str) -> Iterator[Agreement]:
    label = quoter.quote(found.span("label"))
    start, end = found.span("a")
    if lead := _LEADING_PARTY_ZH.match(text[start:end]):
        start += lead.end()
    first = quoter.quote((start, end))
    b_start, b_end = found.span("b")
    firms = _FIRMS_ZH.search(text[b_start:b_end])
    if firms:
        agreement = Agreement(label, [first], count=quoter.mark(b_start + firms.start("count")))
        listed = text[b_start:b_end]
        bodies = re.match(r"(?P<body>.{4,}?)等Ⓝ", listed)
        if bodies:
            agreement.parties.append(quoter.quote((b_start, b_start + bodies.end("body"))))
        elif _PLACES_ZH.match(listed):
            agreement.parties.append(quoter.quote((b_start, b_end)))
        _add_amount(agreement, quoter, text, found.end(), "zh")
        yield agreement
        return
    others = [quoter.quote(span) for span in _pieces(text, b_start, b_end)]
    if found.group("c"):
        yield Agreement(label, [first, others[0]])
        yield Agreement(label, [quoter.quote(found.span("c")), quoter.quote(found.span("d"))])
    elif (found.group("each") or found.group("each2")) and len(others) > 1:
        yield from (Agreement(label, [first, other]) for other in others)
    else:
        agreement = Agreement(label, [first, *others])
        _add_amount(agreement, quoter, text, found.end(), "zh")
        yield agreement


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [
        (start + piece.start(), start + piece.end())
        for piece in re.finditer(r"[^、]+", text[start:end])
    ]


def _english(reading: Reading, sentence: Sentence, number: int) -> Iterator[Agreement]:
    text, quoter = sentence.text, _Quoter(reading, sentence)
    if not re.search(
        r"agreement|memorand|MoU|letters? of intent|contracts|orders|intention", text, re.IGNORECASE
    ):
        if found := _ONE_BETWEEN_EN.search(text):
            yield from ()
        return
    firms = _TO_FIRMS_EN.search(text)
    if firms:
        yield _to_firms(firms, quoter, text)
    for found in _COUNTED_EN.finditer(text):
        plain = re.fullmatch(
            r"agreements?|MoUs?|memoranda(?: of understanding)?|memorandums(?: of understanding)?",
            found.group("label"),
            re.IGNORECASE,
        )
        if (number < _LEAD_SENTENCES and plain) or re.search(r"\d{4}, when|up from", text):
            continue
        agreement = Agreement(
            quoter.quote(found.span("label")), count=quoter.mark(found.start("count"))
        )
        if listed := _WITH_LIST_EN.match(text, found.end()):
            agreement.parties = _list_en(quoter, text, *listed.span("list"))
        _add_amount(agreement, quoter, text, found.end(), "en")
        yield agreement
        yield from _members(agreement, quoter, text, found.end())
    if not firms:
        yield from _named_en(quoter, text)


def _to_firms(found: re.Match[str], quoter: _Quoter, text: str) -> Agreement:
    agreement = Agreement(
        quoter.quote(found.span("label")), count=quoter.mark(found.start("count"))
    )
    if party := _HANDED_EN.search(text):
        agreement.parties.append(quoter.quote(party.span("party")))
    if found.group("amount"):
        kind = _kind(agreement.label)
        agreement.amounts.append((kind, quoter.mark(found.start("amount"))))
    else:
        amount = text.find(MONEY, found.end())
        if amount >= 0:
            agreement.amounts.append(("investment", quoter.mark(amount)))
    return agreement


def _members(counted: Agreement, quoter: _Quoter, text: str, start: int) -> Iterator[Agreement]:
    """Give the agreements named as members of a counted kind."""
    betweens = list(_ONE_BETWEEN_EN.finditer(text, start))
    for index, found in enumerate(betweens):
        end = betweens[index + 1].start() if index + 1 < len(betweens) else len(text)
        agreement = Agreement(
            counted.label, [quoter.quote(found.span("a")), quoter.quote(found.span("b"))]
        )
        amount = text.find(MONEY, found.end(), end)
        if amount >= 0 and amount not in (text.find(MONEY, start, found.start()),):
            agreement.amounts.append(("other", quoter.mark(amount)))
        yield agreement
    if found := _PAIRS_EN.search(text, start):
        yield Agreement(
            counted.label, [quoter.quote(found.span("a")), quoter.quote(found.span("b"))]
        )
        if found.group("c"):
            yield Agreement(
                counted.label, [quoter.quote(found.span("c")), quoter.quote(found.span("d"))]
            )


def _named_en(quoter: _Quoter, text: str) -> Iterator[Agreement]:
    for found in _NAMED_EN.finditer(text):
        yield Agreement(
            quoter.quote(found.span("label")),
            [_party(quoter, text, *found.span("a")), _party(quoter, text, *found.span("b"))],
        )
        return
    if found := _JOINT_EN.search(text):
        yield Agreement(
            quoter.quote(found.span("label")), _list_en(quoter, text, *found.span("list"))
        )


def _party(quoter: _Quoter, text: str, start: int, end: int) -> str:
    lead = re.match(
        r"(?:(?:During|At|In|After|Besides|Meanwhile|also|and|the|The|same time|addition|State(?= exchanged))\b[^,]*,\s*)?(?:and |the |The )*",
        text[start:end],
    )
    return quoter.quote((start + (lead.end() if lead else 0), end))


def _list_en(quoter: _Quoter, text: str, start: int, end: int) -> list[str]:
    parties = []
    at = start
    for found in [
        *re.finditer(r", and (?:the )?|, (?:the )?| and (?:the )?", text[start:end]),
        None,
    ]:
        stop = start + found.start() if found else end
        piece = re.match(r"\s*(?:the |At the same time)?", text[at:stop])
        first = at + (piece.end() if piece else 0)
        if stop > first and not re.match(r"(?:At|In|During|Meanwhile)\b", text[first:stop]):
            parties.append(quoter.quote((first, stop)))
        at = start + found.end() if found else end
    return parties


def _kind(label: str) -> AmountKind:
    if _TRADE.search(label):
        return "trade"
    return "other" if _CREDIT.search(label) else "investment"


def _add_amount(
    agreement: Agreement, quoter: _Quoter, text: str, start: int, language: str
) -> None:
    """Add the first amount behind a counted kind, where nothing but words of amount stands between."""
    amount = text.find(MONEY, start)
    between = text[start:amount] if amount >= 0 else ""
    if amount < 0 or COUNT in between or THING in between:
        return
    clause = re.split(r"[，,;；。]", between)[-1]
    if is_group_amount(clause, language) or re.search(r"credit|授信|意向|transaction", between):
        context = agreement.label + between + "".join(agreement.parties)
        agreement.amounts.append((_kind(context), quoter.mark(amount)))
