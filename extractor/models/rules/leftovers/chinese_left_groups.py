"""A second reading of a Chinese article: the figures of groups that the first has left over.

A figure is read by its clause alone: who stands first in it, or behind the figure, names the group; an
amount or a percentage joins the group so named, or the one told last before it.
"""

from itertools import islice

from extractor.models.rules.groups.chinese_heads import head_of
from extractor.models.rules.groups.chinese_taken_up import named_before
from extractor.models.rules.groups.chinese_topics import topic_before
from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.totals import Outcome
from extractor.models.rules.leftovers.chinese_ownership import Ownership
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.amounts import (
    amount_kind,
    base_of_frame,
    bases,
    is_growth,
    is_of_others,
)
from extractor.models.rules.reading.reading import COUNT, MONEY, ORDINAL, PERCENT, Reading, Sentence
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.models.rules.words.mentions import Extent
from extractor.models.rules.words.projects import FIRM_END_ZH
from extractor.patterns import Pattern
from extractor.record import Dimension

_LEFT = COUNT + MONEY + PERCENT
_STOPS = "，；。：！？（）ⒸⓂⓅⒷ"
_NAME = r"(?P<label>[^，；。：（）ⒸⓂⓅⒷ]{2,16}?)"
_BEFORE = {
    COUNT: Pattern(
        rf"{_NAME}(?:类|投资)?(?:项目|企业|合同)?(?:共|合计|总共|一共|也|则|还|更|就|均|有|达|为|占|签约?|签下|落户|贡献|数量|多达)*$"
    ),
    MONEY: Pattern(
        rf"{_NAME}(?:类|等)?(?:项目|企业|合同|板块|领域)?的?(?:计划|协议|合同|合计|共|总|预计|累计|就|更|则|也)*(?:投资|引资|签约|金额|投资额|总额|涉资|涉款|规模|体量|揽金|吸金)+(?:总?额|金额|规模)?(?:合计|共计|合共|共|就|更|则|也|约|近|为|达|逾|超|有)*$"
    ),
    PERCENT: Pattern(
        rf"{_NAME}(?:类|等)?(?:项目|企业)?的?(?:计划|合计|总|合共)*+(?:投资|金额|数量|个数|数|签约额|投资额|资金|件数)?(?:合计|共计|合共|共|就|更|则|也|约|独|已|均|总|合)*+(?:占比|占|比重|份额|比例|贡献)+(?:了|为|达|到|约|近|超过?|逾|[^，；。的ⒸⓂⓅ]{{0,12}}的)*+$"
    ),
}
_BEHIND = Pattern(
    rf"(?:的?(?:项目|投资|资金|企业|合同|金额|签约额))*(?:都|均|全部?|主要|则|分别)*(?:来自于?|投向|流向|落在|落户(?:在|于)?|集中在|集中于|属于|属|出自|源自|布局(?:在|于)?|位于){_NAME}(?:项目|领域)?(?=[，；。：（）]|$)"
)
_SET_OFF = Pattern(rf"{_NAME}(?:类|项目|领域|板块)*(?:：|[—–-]{{1,2}})$")
"""A name that a colon or a dash parts from its amount: 制造业：Ⓜ（Ⓒ）."""
_BARE = Pattern(rf"{_NAME}(?:类|项目)*$")
_TOLD = Pattern(
    "占[^，；。]{0,6}Ⓟ[^，；。]{0,6}[，、；][^占]*$|占[^，；。]{0,6}Ⓟ[^，；。]{0,6}[，、；].*占"
)
_BASE_ALONE = Pattern(
    "(?:项目|签约)?(?:数量?|个数|投资(?:总?额)?|金额|资金|总投资)(?:占比|均|都|更|已|也|占|超|过|达到?|近|为|逾)*$"
)
"""A clause of nothing but what a percentage is of, whose group stands before it."""
_COUNTED_TOO = Pattern("，(?:达到|多达|达|共|有|计)*Ⓒ")
_LEADS = {
    COUNT: Pattern(
        "(?<=Ⓟ)，(?:即|达到|多达|达|共|计|有)*$|(?<=Ⓜ)[，（](?:涉及|包括|共|计|有|含)*(?:项目)?(?:数(?:量)?)?(?:共|为|有|达)*$"
    ),
    MONEY: Pattern(
        r"Ⓒ?(?:项目)?[，、（\s]*(?:计划|协议|合同|意向|约定|合计|共计|总计|合共|一共|加起来|合起来|总|共|预计|项目)*(?:投资|引资|签约|金额|总额|涉资|涉款|涉及|资金)*(?:总?额|规模)?(?:合计|共计|折合|折|约|近|为|达到?|可达|上看|逾|超过?|有|就|更)*$"
    ),
    PERCENT: Pattern(
        r"[，、（\s]*(?:就|更|也|约)?(?:占|占比|比重|项目数|投资额|金额)(?:全部|总|项目|投资|签约|金额|额|数|量|的|为|达|到|约|近|超过?|逾)*$"
    ),
}
_NO_NAME = Pattern(
    r"^其$|^(?:此次|本次|本届|本批)|其中|这|该|上述|前|总(?!部)|项目$|投资$|占|同比|比上|增长|会上|目前|我们|记者|平均|每|单个|单体|今年|去年|年度|计划|累计|达产|年产|建成|公司$|集团$|落实|完成|开工率|到位"
)
_FIRM = Pattern(
    rf"(?:{FIRM_END_ZH}|[\u4e00-\u9fff]业)$(?<!产业)(?<!企业)(?<!造业)(?<!务业)(?<!农业)(?<!工业)"
)
_GROUP_NOUN = Pattern("类|项目|产业|板块|领域|企业|等")
_DEALT = Pattern(
    r"(?:依次|分别|各(?=[为有达占]))[^，；。：ⒸⓂⓅ]{0,8}?(?P<row>(?P<letter>[ⒸⓂⓅ])(?:[、，和及与](?P=letter))+)"
)
_LISTED = Pattern(
    r"(?:(?<=[，；。：\s])|^)以?(?P<list>[^，；。：（）\sⒸⓂⓅⒷⓃⓆ]{1,60}?)(?<![、和及与])(?:等?(?:Ⓝ(?:大?(?:产业|领域|板块|行业))?|[两二三四五六七八](?:[地者类]|大?(?:产业|领域|板块|行业))))?(?:次?产业)?(?:项目|企业|客商)*(?:的?(?:投资|签约|合同|协议|引资)+(?:总?额|金额|资金)?|金额|数量|个数)?(?:(?:仍|也|均)*[是为居位][^，；。：、ⒸⓂⓅ]{0,10})?(?:，[^，；。：、ⒸⓂⓅ]{0,10})?$"
)
_LIST_MARK = Pattern("[、和及与]")
_SECTORS = {
    short: f"第{number}产业"
    for number in "一二三"
    for short in (number, f"{number}产", f"第{number}")
} | {ORDINAL: "第一产业"}  # 第一、二、三产业
_AMONG = Pattern("其中|当中")
_SUM = Pattern("合计|合共|共计|相加|总计")
_LONGEST_LIST = 80
_REACH = 300  # groups that a figure further on may be of


def read_left_groups(
    reading: Reading, background: Background, outcome: Outcome, taken: set[int]
) -> None:
    """Add to an outcome the groups and figures that the first reading has left over.

    Args:
        reading: a Chinese article.
        background: where its figures are put aside.
        outcome: what the first reading found; it is added to.
        taken: ids of the figures that are placed; those placed here are added.
    """
    state = Ownership(reading, background, outcome, taken)
    for sentence in reading.sentences:
        end = sentence.start + len(sentence.text)
        left = [
            at
            for at, _ in reading.marks(sentence.start, end)
            if reading.text[at] in _LEFT and state.is_free(at)
        ]
        if left:
            _read_dealt(state, sentence)
            for at in left:
                if state.is_free(at):
                    _read_figure(state, sentence, at)


def _read_dealt(state: Ownership, sentence: Sentence) -> None:
    """Deal rows of figures out to a list of as many names: 甲、乙两地…，分别有Ⓒ和Ⓒ.

    A further row of the sentence is of the same groups: 一、二、三产业项目依次为Ⓒ、Ⓒ、Ⓒ，投资比重依次为….
    """
    groups: list[Group] = []
    for found in _DEALT.finditer(sentence.text):
        row = range(sentence.start + found.start("row"), sentence.start + found.end("row"), 2)
        if not all(state.is_free(at) for at in row):
            continue
        if not groups and state.reading.text[row[0]] == MONEY:
            groups = _counted_before(state, sentence, row)
        if len(groups) != len(row):
            groups = _open_listed(state, sentence, found.start(), row)
        for group, at in zip(groups, row, strict=bool(groups)):
            _join(state, group, sentence, at)


def _counted_before(state: Ownership, sentence: Sentence, row: range) -> list[Group]:
    """Return the groups that a sentence has counted before a row of amounts, none with an amount."""
    near = [one for one in state.outcome.groups if one.sentence is sentence and one.at < row[0]]
    told = sorted(near, key=lambda one: one.at)[-len(row) :]
    return told if len(told) == len(row) and not any(one.amounts for one in told) else []


def _open_listed(state: Ownership, sentence: Sentence, end: int, row: range) -> list[Group]:
    """Open the groups of the list before a row of counts, where it has as many names."""
    text = state.reading.text
    part = behind_last(sentence.text, "；。：ⒸⓂⓅ", end)
    listed = _LISTED.search(sentence.text, max(part, end - _LONGEST_LIST), end)
    if listed is None or text[row[0]] == PERCENT:
        return []
    labels, at = [], sentence.start + listed.start("list")
    for name in _LIST_MARK.split(listed.group("list")):
        labels.append((at, at + len(name)))
        at += len(name) + 1
    words = [text[slice(*label)] for label in labels]
    names = [_SECTORS.get(name, name) for name in words]
    own = (dimension_of_label(name) for name in names)
    dimension: Dimension | None = next((one for one in own if one), state.dimensions.get(sentence))
    if len(names) != len(row) or dimension is None or any(map(_NO_NAME.search, names)):
        return []
    are_groups = _GROUP_NOUN.search(sentence.text, listed.end("list"), end)
    if text[row[0]] == MONEY and not are_groups and any(_FIRM.search(word) for word in words):
        return []
    groups = []
    for label, name, word in zip(labels, names, words, strict=True):
        group = _named(state, name)
        if group is None or group.sentence is not sentence or group.count:
            group = _open(state, sentence, label, row[0], dimension)
            group.label = name if name != word else group.label
        groups.append(group)
    return groups


def _read_figure(state: Ownership, sentence: Sentence, at: int) -> None:
    """Place one figure by its clause."""
    text = state.reading.text
    letter = text[at]
    clause = max(behind_last(text, _STOPS, at), sentence.start)
    if letter == PERCENT and _is_no_share(text[clause:at], text[at + 1 : at + 12]):
        return
    if letter == COUNT and (_SUM.match(text, at + 1) or _is_repeat(state, sentence, at)):
        return
    group = None
    if label := _label(text, clause, sentence, at):
        group = _named(state, text[slice(*label)])
        if group is None:
            dimension = _dimension(state, sentence, text[slice(*label)])
            if dimension is None:
                return
            group = _open(state, sentence, label, at, dimension)
            if _AMONG.search(text, clause, at):
                group.parent = _last_before(state, group)
    elif (lead := _LEADS.get(letter)) and lead.match(text, clause - 1, at):
        group = _owner_before(state, sentence, at)
    if group is None and letter == MONEY:
        near = islice(reversed(state.outcome.groups), _REACH)
        group = named_before(text, near, sentence.start, at)
    if group is not None:
        _join(state, group, sentence, at)


def _is_no_share(before: str, after: str) -> bool:
    return is_growth(before, after) or is_of_others(before, after)


def _is_repeat(state: Ownership, sentence: Sentence, at: int) -> bool:
    """Return whether a line that is no sentence counts what is counted elsewhere: a headline."""
    if sentence.text.strip()[-1:] in _STOPS:
        return False
    return state.reading.mark(at).figure.value in state.counts


def _label(text: str, clause: int, sentence: Sentence, at: int) -> Extent | None:
    """Return where the words stand that name the group of a figure."""
    found = _BEFORE[text[at]].match(text, clause, at)
    if found is None and text[at] == MONEY:
        before = max(behind_last(text, _STOPS, clause - 1), sentence.start)
        found = _SET_OFF.match(text, before, at) or _SET_OFF.match(text, clause, at)
    if found is None and text[at] != MONEY:
        found = _BEHIND.match(text, at + 1)
    if (
        found is None
        and text[at] == PERCENT
        and (_COUNTED_TOO.match(text, at + 1) or _is_told_bare(text, sentence, at))
    ):
        found = _BARE.match(text, clause, at)
    is_base = text[at] == PERCENT and _BASE_ALONE.match(text, clause, at)
    if found is None and (is_base or text[at] == COUNT):
        end = clause if is_base else at
        label = topic_before(text, max(behind_last(text, "；。：ⒸⓂ", at), sentence.start), end)
        return None if label is None or _NO_NAME.search(text[slice(*label)]) else label
    if found is None:
        return None
    start, end = found.span("label")
    head = head_of(text[start:end])
    if head is None or head[0] == head[1]:
        return None
    label = start + head[0], start + head[1]
    if text[at] == MONEY and _is_firm(text, *label):
        return None
    return None if _NO_NAME.search(text[slice(*label)]) else label


def _is_firm(text: str, start: int, end: int) -> bool:
    """Return whether a name before an amount is that of a firm, and of no group of projects."""
    return bool(_FIRM.search(text, start, end)) and not _GROUP_NOUN.match(text, end)


def _is_told_bare(text: str, sentence: Sentence, at: int) -> bool:
    """Return whether a sentence gives one share after the other: 电子占Ⓟ，医疗Ⓟ，物流Ⓟ."""
    return bool(_TOLD.search(text, sentence.start, at))


def _last_before(state: Ownership, group: Group) -> Group | None:
    """Return the group told last before another in its sentence."""
    near = islice(reversed(state.outcome.groups), _REACH)
    told = [one for one in near if one.sentence is group.sentence and one.at < group.at]
    return max(told, key=lambda one: one.at, default=None)


def _named(state: Ownership, words: str) -> Group | None:
    """Return the last group that goes by some words."""
    for group in islice(reversed(state.outcome.groups), _REACH):
        if group.shape and (words in {group.shape, group.topic} or words[:-1] == group.shape):
            return group
    return None


def _dimension(state: Ownership, sentence: Sentence, words: str) -> Dimension | None:
    """Return the dimension of a new group: what its words show, else that of its neighbours."""
    if own := dimension_of_label(words):
        return own
    return state.dimensions.get(sentence)


def _open(
    state: Ownership, sentence: Sentence, label: Extent, at: int, dimension: Dimension
) -> Group:
    reading = state.reading
    group = Group(
        label=reading.quote(*label),
        shape=reading.text[slice(*label)],
        clause=sentence.text,
        at=at,
        sentence=sentence,
        label_at=label[0],
        dimension=dimension,
    )
    state.outcome.groups.append(group)
    state.dimensions[sentence] = dimension
    return group


def _owner_before(state: Ownership, sentence: Sentence, at: int) -> Group | None:
    """Return the group whose figure stands right before an amount or a percentage."""
    marks = list(state.reading.marks(sentence.start, at))
    return state.owners.get(marks[-1][1].figure.id) if marks else None


def _join(state: Ownership, group: Group, sentence: Sentence, at: int) -> None:
    """Let a figure join a group, the first of its kind."""
    text = state.reading.text
    if text[at] == COUNT:
        if group.count is None:
            group.count = state.take(at, group)
            state.counts.add(group.count.figure.value)
        return
    words = text[max(behind_last(text, "；。ⒸⓂⓅ", at), sentence.start) : at]
    if text[at] == PERCENT:
        told = bases(text[behind_last(text, _STOPS, at) : at]) or bases(words)
        told = told or bases(text[at + 1 : at + 8])
        is_bare = not (group.count or group.amounts)
        framed = base_of_frame(text[sentence.start : at]) if is_bare else None
        group.percents.append((told[0] if told else framed, state.take(at, group)))
        return
    kind = amount_kind(words) or "investment"
    if all(kind != other for other, _ in group.amounts):
        group.amounts.append((kind, state.take(at, group)))
