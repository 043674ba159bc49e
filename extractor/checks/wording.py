"""Kinds of sums and bases of percentages against the words beside them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from extractor.article import Span
from extractor.checks.entries import Entry
from extractor.checks.subject import Subject
from extractor.draft.references import show
from extractor.figures import Figure
from extractor.patterns import Pattern
from extractor.record import AmountKind, Percent, PercentBase
from extractor.violations import Violation

_WORDS: Mapping[AmountKind, str] = {
    "capital_brought_in": (
        r"[引招][进進入]?[^，；。\d]{0,8}?[资資](?:金|额|額)?"
        r"|\b(?:(?:capital|funds?|money|investment) (?:\w+ ){0,2}?(?:brought|introduced|attracted|raised)\b"
        r"|(?:introduc|attract|bring|brought)\w* (?:\w+ ){0,3}?(?:capital|funds?)\b"
        r"|out(?:side)?[- ]\w+(?:[- ]\w+)? (?:capital|funds?)\b|capital from\b|contracted capital\b)"
    ),
    "foreign_capital": (
        r"(?:合同|[协協][议議]|利用|[实實])[^，；。\d]{0,4}外[资資]"
        r"|\b(?:foreign (?:\w+ ){0,2}?(?:capital|investment|funds?)|fdi)\b"
    ),
    "current_year": (
        r"(?:年度|[当當今本]年|年[内內])[^，；。\d]{0,6}?(?:投[资資]|完成|[计計][划劃])"
        r"|(?<=\d)年(?:[计計][划劃]|[拟擬]|[预預][计計])[^，；。\d]{0,4}?投"
        r"|\b(?:(?:annual|yearly|year's)\b[^,;.\d]{0,20}?\binvest\w*"
        r"|(?:this|within the|for the|during the) year\b)"
    ),
    "paid_in": (r"到位|[实實][缴繳到]|\b(?:paid[- ](?:in|up)\b|in place\b|disbursed\b|actual)"),
    "trade": (
        r"[贸貿采採購购][^，；。\d]{0,6}?(?:合同|[协協][议議]|意向|[额額]|[项項]目)|[贸貿]易|[购購][销銷]|[订訂][单單]"
        r"|出口合同"
        r"|\b(?:trade|purchas\w+|procurement|sales?|supply|export|orders?|transactions?)\b"
    ),
    "other": (
        r"授信|[贸貿]易|[采採][购購]|[贷貸]款|融[资資]|信[贷貸]|[担擔]保|[两兩][项項]|成交|合[计計]|共[计計]|[总總][计計]"
        r"|\b(?:credit|loans?|lend\w*|turnover|both|two|items|together|combined|sum|trade|adds? up|added up)\b"
    ),
}
"""Words without which no sum of a kind other than investment is one."""

_INVESTMENT = (
    r"[总總计計][^，；。\d]{0,2}投[资資]|投[资資](?:[总總]?[额額]|[总總][计計])"
    r"|\b(?:total investment|investment of|invest(?:s|ed|ing)?)\b"
)
_SURE: Sequence[AmountKind] = ("current_year", "capital_brought_in", "foreign_capital")
_SAID = Pattern(
    rf"(?=[^\x00-\x7f]|\b[a-z])(?:{'|'.join(f'(?P<{kind}>{_WORDS[kind]})' for kind in _SURE)}"
    rf"|(?P<investment>{_INVESTMENT}))"
)
"""Words that settle the kind of a sum behind them; one of investment in general yields to the others.

They begin with a Chinese letter or with a word in small letters, and nothing else is tried."""

_BEFORE = 60  # code points before a sum in which words speak of it
_CLAUSE_END = Pattern(r"[，；。！？\n（）]|[,;.!?()](?=\s)")
_LAST_CLAUSE_END = Pattern(rf"(?s:.*)(?:{_CLAUSE_END.pattern})")
_LONGEST_CLAUSE = 1_000  # code points; in one that never ends, words further off say nothing

_OF_INVESTMENT = Pattern(
    r"(?:投[资資]|[资資]金|金[额額]|[总總][额額])"
    r"|\b(?:invest\w*|money|value|amount|funds?|capital|sum|commitments?|pledge\w*)\b",
    re.IGNORECASE,
)
_OF_COUNT = Pattern(
    r"(?:[总總个個项項件家][数數]|[数數]量|项目[数數]|項目數|[厂廠]商|企[业業][数數])|^[^，；。、\d]{0,2}(?:项目|項目)"
    r"|\b(?:number|count|projects|deals|contracts|proposals|MoUs)\b|^\s*of (?:them|these|those)\b",
    re.IGNORECASE,
)


def check_kinds(subject: Subject) -> Iterator[Violation]:
    """A sum is of the kind that the words before it say, and of no kind that the text has no word for."""
    text = subject.article.text.lower()
    known: dict[AmountKind, bool] = {"investment": True}
    for entry in subject.entries:
        if entry.field != "amounts" or entry.figure is None or entry.kind is None:
            continue
        said = _said_kind(entry.figure, text, subject)
        if said is None and entry.kind not in known:
            known[entry.kind] = re.search(_WORDS[entry.kind], text) is not None
        if said is None and not (known[entry.kind] and _has_words(entry, text, subject)):
            said = "investment"
        if said is not None and said != entry.kind:
            yield _wrong(entry, "kind", entry.kind, said, subject)


def check_bases(subject: Subject) -> Iterator[Violation]:
    """A percentage is one of what the words in its clause say, where they say one thing only."""
    for entry in subject.entries:
        if isinstance(entry.part, Percent) and entry.figure is not None:
            said = _said_base(entry.figure, subject)
            if said is not None and said != entry.part.of:
                yield _wrong(entry, "of", entry.part.of, said, subject)


def _wrong(entry: Entry, field: str, entered: str, said: str, subject: Subject) -> Violation:
    figure = entry.figure
    shown = show(figure) if figure else entry.part.as_written
    return Violation(
        code=f"wording.{'kind' if field == 'kind' else 'base'}",
        message=f"{subject.title(entry.owner)}: the words beside {shown} do not make it "
        f"{entered}; set its `{field}` to {said} if that is what the article says.",
        pointers=(entry.pointer,),
        items=(subject.item(entry.owner),),
        figures=(figure.id,) if figure else (),
    )


def _said_kind(figure: Figure, text: str, subject: Subject) -> AmountKind | None:
    """Return the kind that the words between the figure before and a sum give it, if they do."""
    window = _since_figure(figure, text, subject)
    found = [each.lastgroup for each in _SAID.finditer(text, *window)]
    sure = [kind for kind in _SURE if kind in found]
    if sure:
        return max(sure, key=lambda kind: len(found) - found[::-1].index(kind))
    return "investment" if found else None


def _since_figure(figure: Figure, text: str, subject: Subject) -> Span:
    """Return the words before a figure, back to the figure before or the beginning of its clause."""
    start = subject.article.sentence_at(figure.id).start
    before = subject.figure_before(figure, start)
    if before is not None and before.kind == "year":  # 2022年计划投资3亿元: its words go on
        before = subject.figure_before(before, start)
    start = max(before.end if before else start, figure.start - _BEFORE)
    return Span(_clause_start(text, start, figure.start), figure.start)


def _clause_start(text: str, start: int, end: int) -> int:
    """Return where the clause begins that `end` stands in, at `start` if not later."""
    found = _LAST_CLAUSE_END.match(text, start, end)
    return found.end() if found else start


def _has_words(entry: Entry, text: str, subject: Subject) -> bool:
    """Return whether a project's sentence has words for the kind of its sum; others may lack them."""
    if entry.kind is None or entry.kind == "investment" or entry.figure is None:
        return True
    if not entry.owner.startswith("/projects/"):
        return True
    sentence = subject.article.sentence_at(entry.figure.id)
    return re.search(_WORDS[entry.kind], text[slice(*sentence)]) is not None


def _said_base(figure: Figure, subject: Subject) -> PercentBase | None:
    text = subject.article.text
    sentence = subject.article.sentence_at(figure.id)
    start = max(sentence.start, figure.start - _LONGEST_CLAUSE)
    start = _clause_start(text, start, figure.start)
    following = subject.figure_after(figure, sentence.end)
    end = min(following.start if following else sentence.end, figure.end + _LONGEST_CLAUSE)
    if clause_end := _CLAUSE_END.search(text, figure.end, end + 1):
        end = min(clause_end.start(), end)
    words = (text[start : figure.start], text[figure.end : end])
    of_investment = any(_OF_INVESTMENT.search(each) for each in words)
    of_count = any(_OF_COUNT.search(each) for each in words)
    if of_investment == of_count:
        return None
    return "investment" if of_investment else "count"
