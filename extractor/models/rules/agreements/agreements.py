"""Agreements counted or named beside the projects.

Papers that carry the event's projects themselves (memoranda in Indian and African news, the contracts
of a signing) are no agreements; the words that tell them apart stand in `words.agreements`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from extractor.draft.schema import DraftAgreement
from extractor.models.rules.agreements.chinese_agreements import chinese_papers
from extractor.models.rules.agreements.english_agreements import carriers, english_papers
from extractor.models.rules.agreements.english_signings import english_signings
from extractor.models.rules.agreements.papers import Paper
from extractor.models.rules.groups.chinese_paper_kinds import paper_kinds
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.reading import COUNT, MONEY, THING, Reading, Sentence
from extractor.models.rules.words.agreements import agreement_amount_kind
from extractor.patterns import Pattern

_LEAD_SENTENCES = 2
_INDEFINITE = Pattern("[一壹](?![两二三四五六七八九十百])|[Oo]ne(?![ -]?(?:hundred|thousand))")
"""A count that is an article: 签署了一份备忘录, "one memorandum with Lorem"."""
_DEALT = Pattern(
    rf"[，,][^；。;{MONEY}]{{0,16}}(?:分别|依次)(?:为|达)?{MONEY}(?:[、和]{MONEY})+"
    rf"|[,]? (?:worth|of|for) {MONEY}(?:,? (?:and )?{MONEY})+ respectively"
)
_CONTEXT = 18  # letters behind an amount that tell what it is: 50亿港元的综合授信
_LEADING = 6  # letters before it that tell the same: 授信额度50亿元的银企合作协议
_AMOUNT_LEAD = Pattern(
    r"[，,、；\s]*(?:(?:合同|协议|意向|投资|授信|贷款|交易|签约|涉及|总|采购|融资|成交)*(?:总?金额|总?额度?|投资额|资金|额)?(?:约|为|达|共|合计|总计|计|超|近)*"
    r"|后者|.{0,24}?(?:提供|预留|安排|投放|授信|融资|支持|给予|投资|获得|争取|发放)(?:[^，。；]{2,6}?)?(?:总额|金额|额度)?(?:约|为|达|不超过)*)$"
)
_AMOUNT_LEAD_EN = Pattern(
    r"(?:(?! and (?:the )?[A-Z])[^;.]){0,90}?\b(?:worth|of|is|was|totall?ing|total|amounts? to|valued at|at|for|promises|pledges|provides?|in|to|with|committed|combined|estimated at)(?: an?)?(?: combined| total)?(?: about| up to)?\s*$|^\s*$|^ (?:with|between) [^;.]{3,60}, $",
    re.IGNORECASE,
)


def read_agreements(reading: Reading, background: Background) -> list[DraftAgreement]:
    """Return the agreements of an article in order."""
    return list(_agreements(reading, background))


def without_articles(
    reading: Reading, agreements: Sequence[DraftAgreement]
) -> list[DraftAgreement]:
    """Return agreements without the counts that are articles: 甲与乙签署一份备忘录.

    Until all else is read those counts are held, that they count no projects.
    """
    held = {paper.count for paper in agreements if paper.parties and paper.count is not None}
    articles = {
        mark.figure.id
        for _, mark in (reading.marks(0, len(reading.text)) if held else ())
        if mark.figure.id in held and _INDEFINITE.match(mark.figure.as_written)
    }
    return [
        paper.model_copy(update={"count": None}) if paper.count in articles else paper
        for paper in agreements
    ]


def _agreements(reading: Reading, background: Background) -> Iterator[DraftAgreement]:
    is_chinese = reading.article.language == "zh"
    lead = " ".join(sentence.text for sentence in reading.sentences[:_LEAD_SENTENCES])
    headline = reading.headline.text if reading.headline else ""
    is_carried = not is_chinese and carriers(headline, lead)
    kinds = paper_kinds(reading) if is_chinese else {}
    counted: list[Paper] = []
    label = ""
    ids = count(1)
    for number, sentence in enumerate(reading.sentences):
        if is_chinese:
            papers = list(chinese_papers(sentence.text, is_lead=number < _LEAD_SENTENCES))
        else:
            papers = list(english_papers(sentence.text, counted, is_carried=is_carried))
            papers += english_signings(sentence.text, papers)
        taken: set[int] = set()
        _deal(sentence.text, papers)
        for paper in papers:
            if background.reason(sentence.start + paper.end - 1) is not None:
                continue
            if paper.count is not None and sentence.start + paper.count in kinds:
                continue
            if paper.label[0] >= 0:
                label = reading.quote(
                    sentence.start + paper.label[0], sentence.start + paper.label[1]
                )
            yield _draft(reading, sentence, paper, f"a{next(ids)}", label, taken)
        counted = [paper for paper in papers if paper.count is not None]


def _deal(text: str, papers: list[Paper]) -> None:
    """Deal amounts out to agreements named in one breath: 授信额度分别为30亿元、20亿元."""
    alike = [paper for paper in papers if paper.end == papers[-1].end]
    found = _DEALT.match(text, papers[-1].end) if len(alike) > 1 else None
    amounts = [at for at in range(*found.span()) if text[at] == MONEY] if found else []
    if len(amounts) == len(alike):
        for paper, at in zip(alike, amounts, strict=True):
            paper.amounts = [at]


def _draft(
    reading: Reading, sentence: Sentence, paper: Paper, own_id: str, label: str, taken: set[int]
) -> DraftAgreement:
    base = sentence.start
    amounts = paper.amounts
    if amounts is None:
        amounts = [at for at in _amount_behind(reading, sentence, paper) if at not in taken]
    taken.update(amounts)
    behind = amounts[-1] + _CONTEXT if amounts else 0
    start = min([paper.label[0], *(at - _LEADING for at in amounts)])
    context = sentence.text[max(start, 0) : behind]
    plain = sentence.text[slice(*paper.label)] if paper.label[0] >= 0 else label
    kind = agreement_amount_kind(plain, context)
    marks = [reading.mark(base + at) for at in amounts]
    return DraftAgreement(
        id=own_id,
        label=label,
        parties=list(dict.fromkeys(reading.quote(base + a, base + b) for a, b in paper.parties)),
        count=None if paper.count is None else reading.mark(base + paper.count).figure.id,
        amounts=[mark.as_amount(kind) for mark in marks],
    )


def _amount_behind(reading: Reading, sentence: Sentence, paper: Paper) -> list[int]:
    """Return the amount that the words behind an agreement give it, if any."""
    text = sentence.text
    stop = paper.stop if paper.stop is not None else len(text)
    at = text.find(MONEY, paper.end, stop)
    if at < 0:
        return []
    between = text[paper.end : at]
    if COUNT in between or (THING in between and reading.article.language == "zh"):
        return []
    pattern = _AMOUNT_LEAD if reading.article.language == "zh" else _AMOUNT_LEAD_EN
    return [at] if pattern.match(between) else []


def figure_ids(agreements: Sequence[DraftAgreement]) -> frozenset[int]:
    """Return the ids of the figures that agreements hold."""
    refs = {agreement.count for agreement in agreements}
    refs |= {amount.f for agreement in agreements for amount in agreement.amounts}
    return frozenset(ref for ref in refs if isinstance(ref, int))
