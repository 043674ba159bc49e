"""The groups of one sentence, read from left to right.

A count opens a group (or, unnamed, the whole); an amount or a percentage joins the group before it;
a list of values of one kind is dealt out, to the names in front of it or to as many groups before
it (分别, 依次, "respectively").
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from extractor.models.rules.amounts import (
    amount_kind,
    bases,
    is_group_amount,
    is_growth,
    kind_of_whole,
    last_clause,
)
from extractor.models.rules.dimensions import dimension_of, frame_start
from extractor.models.rules.group import Group
from extractor.models.rules.labels import find_label
from extractor.models.rules.naming import name_of_count, name_taken_up
from extractor.models.rules.phrases_en import holder
from extractor.models.rules.reading import ANY_MARK, COUNT, MONEY, Mark, Reading, Sentence
from extractor.models.rules.runs import Run, find_runs
from extractor.models.rules.windows import Language, Windows, pieces
from extractor.record import Dimension, PercentBase

_NEXT_COUNT = re.compile(
    r"\s*of (?:them|the (?:projects|deals|contracts|total|MoUs|agreements|proposals|schemes)|these)\s*[,—–-]+\s*(?=Ⓒ)"
    r"|\s*of the (?:money|total|value|investment|sum|amount) [^,ⒸⓂⓅ]{3,60}, when (?=Ⓒ)"
)
_OF_WORKERS = re.compile(r"Ⓝ [a-z]+, (?:about |some )?$")
_SAID = re.compile(r"\b(?:said|says|told|noted|added|admitted|claimed|explained)\b")
_ONE_WORD = re.compile("[a-z]{7,}")
_AMONG = re.compile(
    r"其中|当中|\b(?:[Aa]mong (?:them|these|which)|[Oo]f (?:these|them|which|this)|including|in it)\b"
)
_EXAMPLES = re.compile(r"\b(?:such as|including|for example|like|among which)\b|包括|例如|如(?!期)")
_NAMED_REFERENCE = re.compile(
    r"\W*(?:[分从按]?[^，。；]{0,8}(?:看|划分|统计)，)?在?Ⓒ?(?P<label>[^，。；Ⓒ]{2,14}?)类?项目(?:(?:[中里]|当中)，|的[^，。；Ⓒ]{0,6}(?:分布|结构|构成))"
)
_NAMED_REFERENCE_EN = re.compile(
    r"\W*(?:Inside|Within|Of|Among|For) (?:the )?(?P<label>[^,ⒸⓂⓅ]{3,40}?)(?: sector| industry| projects| contracts| ones| deals)*,"
)
_TOGETHER = re.compile(
    r"\W*(?:[Tt]ogether|[Ii]n total|[Aa]ltogether|[Ii]n all|[Tt]hey|[Tt]hese projects|[Tt]he total)\b|总投资|合计|协议"
)
_RATIO = re.compile(
    r"Ⓟ[∶:：]Ⓟ[∶:：]Ⓟ|(?:三次产业|、二、三(?:次)?产业)[^Ⓟ，。]{0,12}Ⓟ[、，]Ⓟ[、，和及]Ⓟ"
)
_SECTORS = ("第一产业", "第二产业", "第三产业")
_EACH = ("各", "各有", "各为")
_APART = re.compile(r"，分别[是为]$|，分别[是为][^，。；Ⓒ]{1,8}$")
_MORE = ("多", "少", "增加", "减少", "新增", "新建")
_AND_ZH = re.compile("[、和及]")
_SHARE_OF = re.compile(r"分别占|占|account")
_AMOUNT_BEFORE = re.compile(r"(?P<amount>Ⓜ)(?: of (?:this|it|that))? ?[(（]$")
_NOUN_EN = re.compile(
    r"\b(?:projects?|MoUs?|deals|contracts|proposals|ones|schemes|agreements|commitments|memorand(?:a|ums) of understanding|letters of intent|orders|companies|firms|investors|enterprises)\b"
)
_NOUN_ZH = re.compile(
    r"^(?:投资)?(?:项目|工程)?(?:集中|现场|同步|成功)?(?:达成)?(?:签约|开工|落地)?(?:意向|仪式)?"
)
_OF_PROJECT = re.compile(r"的(?![ⒸⓂ])")
_SUM = re.compile("合计|合共|共计|相加|总计")
_OF_ITEMS = re.compile("的?(?:项目|企业|厂商)(?!投资|金额|总额)")
_TRADE = re.compile("贸易|采购|购销")
_ITS_COUNT = re.compile(r"[，,](?:共有|共|有|计|达|即)+$")
_STOP = re.compile(r"[，,；;。ⓅⓂⒸ]")
_DESCRIBED = re.compile(
    r" (?:projects|deals|contracts) (?:of|with|above|over|worth|in|from)\b| (?:largest|biggest|other)\b"
)
_FROM = re.compile(
    r"\b(?:are|is|were|was|came|come|Ⓒ(?: projects)?) from (?:the )?$|,? Ⓒ from (?:the )?$"
)
_ACROSS = re.compile(
    r"[ⓂⓅ],? (?:(?:spread|split|divided|shared) )?(?:with(?= $)|from|across|through|under|via|in|over) (?:some |about |just )?$"
)
_PART_BEHIND = re.compile(
    r" of (?:the |its |all (?:the )?|this |that )?(?:[a-z]+ ){1,4}?(?:(?:c[ao]me|comes|flow\w*|originat\w+|is|are|was|were) from|(?:w[ae]nt|go|goes|flow\w*) (?:to|into)|(?:is|are|was|were|fell|lies?) in|belongs? to|(?:is|are|was|were) for) (?:the )?(?P<label>[^,;.ⒸⓂⓅ]{3,50}?)(?=[,;.]| while| and the| with|$)"
)
_OF_SUM = re.compile(r"\W*(?:Of|Out of) (?:the|this|that|it|these|them)\b|.*\bof which\b")
_MONEY_BEHIND = re.compile(
    r" (?:(?:is|was|were|are|came|comes|flowed) from|(?:is|was|went|goes|will go) (?:to|into|for|in)) (?:the )?(?P<label>[^,;.ⒸⓂⓅ]{3,50}?)(?=[,;.]| while| and|$)"
)
_OF_WHOLE = re.compile(r"\s*of (?:the|all|its|our|this|these|those|them|it|everything|total)\b")
_HELD = re.compile(
    r"\b(?:account|t[ao]k?es?\b|took\b|attract|dr[ae]w|contribut|ma[dk]es? up|pocket|bagg|shar(?:es?|ed)\b|chip|bec[ao]me|c[ao]mes?\b|top|lead|led\b|follow"
    r"|away with|manag|represent|garner|corner|won\b|look|slice|chunk|biggest|largest|sector|industr|got\b|receiv|content|trail|belongs?|remaining)"
)
_NAME_BEHIND = re.compile(
    r"(?:的)?(?:项目|企业|厂商|资金|投资)*(?:为|是|属于|投向|来自|集中在|选择|落户|位于|涉及)(?P<label>[^，。；、]{2,14}?)(?:项目)?$"
)
_HOLDS_ZH = re.compile(
    r"(?:^|[，；、。])(?P<label>(?!其中|项目|总|占|投资额|金额|这|该)[^，；。、ⒸⓂⓅ]{2,14}?)的(?:项目)?(?:则|也|均)?占(?:比)?(?:到|为|达)?$"
)
_LONGEST_COPULA = 2  # 属, 属于
_NEW_PART = re.compile("[；;]|另外|此外|另有")
_WITHIN = re.compile(r"^在[^，]{1,10}中")


def _is_trade(group: Group) -> bool:
    """Return whether a group, or the one that it is a part of, is one of trade contracts."""
    label = f"{group.shape}{group.parent.shape if group.parent else ''}"
    return bool(_TRADE.search(label)) and "投资" not in label


class SentenceReader:
    """Reads the groups of one sentence."""

    def __init__(
        self,
        reading: Reading,
        sentence: Sentence,
        before: Sequence[Group],
        *,
        is_free: Callable[[int], bool],
        frame: Dimension | None,
        previous: Sentence | None,
    ) -> None:
        """Begin a sentence.

        Args:
            reading: the article.
            sentence: one of its sentences.
            before: the groups of those before it.
            is_free: whether the figure at an offset of the reading may belong to a group.
            frame: the dimension that the paragraph has announced.
            previous: the sentence before it.
        """
        self._reading = reading
        self._sentence = sentence
        self._text = sentence.text
        self._before = before
        self._is_free = is_free
        self._language: Language = "zh" if reading.article.language == "zh" else "en"
        self._windows = Windows(sentence.text, self._language)
        self._frame = frame
        self._previous = previous
        self._groups: list[Group] = []
        self._current: Group | None = None
        self._parent: Group | None = None
        self._topic: Group | None = None
        self._pending: list[tuple[PercentBase | None, Mark]] = []

    @property
    def topic(self) -> Group | None:
        """The group that the paragraph is about from here on: 外资项目中，…."""
        pattern = _NAMED_REFERENCE if self._language == "zh" else _NAMED_REFERENCE_EN
        named = pattern.match(self._text)
        return self._find(named.group("label")) if named else None

    def read(self, topic: Group | None) -> list[Group]:
        """Return the groups that the sentence opens; without another parent the topic's parts."""
        self._parent = self._topic = topic
        if ratio := _RATIO.search(self._text):
            self._read_ratio(self._text.index("Ⓟ", ratio.start()))
            return self._groups
        runs = find_runs(
            self._reading,
            self._sentence,
            is_free=self._is_free,
            is_reference=self._windows.is_reference,
        )
        for run in runs:
            if run.letter == COUNT:
                self._open(run)
            elif run.letter == MONEY:
                self._add_amounts(run)
            else:
                self._add_percents(run)
        return self._groups

    def _mark(self, place: int) -> Mark:
        return self._reading.mark(self._sentence.start + place)

    # Counts

    def _open(self, run: Run) -> None:
        if len(run.places) > 1:
            self._open_list(run)
            return
        (place,) = run.places
        if self._windows.is_reference(place):
            self._refer(place)
            return
        if self._language == "en" and (self._resume(place) or self._count_behind(place)):
            return
        if (other := self._windows.of_other(place)) is not None:
            self._refer(other)
        if self._open_behind_amount(place, run.lead) or self._take_up(place, run.lead):
            return
        if not self._complete(place, run.lead):
            self._name(place, run.lead)

    def _name(self, place: int, lead: str) -> None:
        """Open the group that the words around a count name, or the whole."""
        if _SUM.match(self._text, place + 1) and "、" in lead:
            self._current = None  # of unlike things: 投资、贸易两项合计
            return
        name = name_of_count(self._text, place, self._windows, self._language)
        label = name or (place, place)
        if self._text[:place].endswith(_EACH):
            for span in pieces(self._text, *label, _AND_ZH):
                self._enter(span, place, among=lead)
        elif not self._text[:place].endswith(_MORE):
            self._enter(label, place, among=lead)

    def _complete(self, place: int, lead: str) -> bool:
        """Count the group that a share opened: "近半数企业选择科学园，共Ⓒ"."""
        current = self._current
        if current is None or current.count or not current.percents or not _ITS_COUNT.search(lead):
            return False
        current.count = self._mark(place)
        return True

    def _take_up(self, place: int, lead: str) -> bool:
        """Open the group that the sentence before tells of: "With Ⓒ projects, they ..."."""
        if self._previous is None:
            return False
        span = name_taken_up(self._text, place, self._previous.text)
        if span is None:
            return False
        group = self._enter((place, place), place, among=lead)
        self._rename(group, self._previous.start + span[0], self._previous.start + span[1])
        return True

    def _rename(self, group: Group, start: int, end: int) -> None:
        group.label_at = start
        group.label = self._reading.quote(start, end)
        group.shape = self._reading.text[start:end]
        group.dimension = dimension_of(group.shape, self._frame)

    def _open_behind_amount(self, place: int, lead: str) -> bool:
        """Open the group of a count in brackets behind its amount: "solar parks Ⓜ (Ⓒ)"."""
        found = _AMOUNT_BEFORE.search(self._text, max(place - 12, 0), place)
        if not found:
            return False
        at = found.start("amount")
        start, _ = self._windows.around(at)
        span = find_label(self._text[start:at] + COUNT, self._language)
        if not span:
            return False
        mark = self._mark(at)
        for group in self._groups:
            if group.count is None and any(pair[1] is mark for pair in group.amounts):
                group.count = self._mark(place)
                return True
        for group in self._groups:
            group.amounts = [pair for pair in group.amounts if pair[1] is not mark]
        self._enter((start + span[0], start + span[1]), place, among=lead)
        self._groups[-1].amounts.append(("investment", mark))
        return True

    def _resume(self, place: int) -> bool:
        """Go on with a group counted before: "the nine alone adding up to Ⓜ"."""
        if _DESCRIBED.match(self._text, place + 1):
            return False
        if not self._text[:place].endswith((" the ", "The ")):
            return False
        value = self._mark(place).figure.value
        for group in reversed([*self._before, *self._groups]):
            if group.count and group.count.figure.value == value:
                self._current = group
                return True
        return False

    def _count_behind(self, place: int) -> bool:
        """Let a count behind an amount join its group: "Ⓜ from Ⓒ deals"."""
        last = self._current
        if (
            last is None
            or last.count
            or not last.amounts
            or not _ACROSS.search(self._text, 0, place)
        ):
            return False
        last.count = self._mark(place)
        return True

    def _refer(self, place: int) -> None:
        """Let what follows be a part of the group counted before with the same number."""
        value = self._mark(place).figure.value
        for group in [*reversed(self._groups), *reversed(self._before)]:
            if group.count and group.count.figure.value == value and group.label:
                self._parent = group
                return

    def _enter(self, label: tuple[int, int], place: int, *, among: str) -> Group:
        offset = self._sentence.start
        shape = self._text[label[0] : label[1]]
        group = Group(
            label=self._reading.quote(offset + label[0], offset + label[1]) if shape else "",
            shape=shape,
            clause=self._windows.clause(place),
            at=offset + place,
            sentence=self._sentence,
            label_at=offset + label[0],
        )
        if self._text[place] == COUNT:
            group.count = self._mark(place)
        group.parent = self._parent_for(among)
        is_announced = self._language == "en" or label[0] >= frame_start(self._text)
        group.dimension = dimension_of(shape, self._frame if is_announced else None)
        if group.dimension in {None, "region"} and _FROM.search(self._text, 0, label[0]):
            group.dimension = self._frame or "origin"
        self._groups.append(group)
        self._current = group
        if self._pending and group.count:
            group.percents += self._pending
            self._pending = []
        return group

    def _parent_for(self, lead: str) -> Group | None:
        if self._language == "zh" and _NEW_PART.search(lead):
            self._parent = self._topic
        if not _AMONG.search(lead) and not self._is_told_apart(lead):
            return self._parent
        last = self._groups[-1] if self._groups else self._last_alone()
        self._parent = last if last and not last.is_whole else None
        return self._parent

    def _is_told_apart(self, lead: str) -> bool:
        """Return whether the group before is told apart: 外商Ⓒ，分别是日商Ⓒ、美商Ⓒ."""
        return bool(_APART.search(lead)) and bool(self._groups) and bool(self._groups[-1].count)

    def _last_alone(self) -> Group | None:
        """Return the last group of the sentences before; in Chinese none behind a list of groups."""
        told = self._before[-2:]
        is_list = len(told) > 1 and told[0].sentence is told[1].sentence
        if not told or (self._language == "zh" and is_list and told[0].parent is told[1].parent):
            return None
        return told[-1]

    def _open_list(self, run: Run) -> None:
        """Deal a list of counts out to the names before it."""
        names = self._windows.names_before(run.places[0], len(run.places))
        for place, label in zip(run.places, names, strict=False):
            self._enter(label, place, among=run.lead)

    # Amounts

    def _add_to_whole(self, place: int) -> bool:
        """Add what an English sentence calls turnover, or capital from outside, to the whole."""
        kind = kind_of_whole(self._text, place) if self._language == "en" else None
        whole = next((g for g in [*self._groups[::-1], *self._before[::-1]] if g.is_whole), None)
        if kind is None or whole is None:
            return False
        if all(kind != other for other, _ in whole.amounts):
            whole.amounts.append((kind, self._mark(place)))
        return True

    def _add_amounts(self, run: Run) -> None:
        if self._add_to_whole(run.places[-1]):
            if len(run.places) == 1:
                return
            run = replace(run, places=run.places[:-1])
        targets = self._targets(run)
        named = amount_kind(self._amount_words(run.lead))
        for group, place in zip(targets, run.places, strict=False):
            kind = named or ("trade" if _is_trade(group) else "investment")
            if all(kind != other for other, _ in group.amounts):
                group.amounts.append((kind, self._mark(place)))

    def _targets(self, run: Run) -> list[Group]:
        """Return the groups that a run of amounts belongs to."""
        wanted = len(run.places)
        after = self._text[run.places[-1] + 1 :]
        if _EXAMPLES.search(run.lead) or _OF_PROJECT.match(after):
            return []
        if wanted == 1 and (holder := self._open_holder(run)):
            return [holder]
        if not is_group_amount(self._amount_words(run.lead), self._language):
            return []
        if wanted > 1:
            return self._last(wanted)
        together = self._is_first(run) and _TOGETHER.match(self._text)
        before = self._before[-1] if self._before and together else None
        owner = self._current or before
        return [owner] if owner else []

    def _open_holder(self, run: Run) -> Group | None:
        """Open the group that an uncounted figure's own clause is about: "Energy attracted Ⓜ"."""
        if self._language != "en":
            return None
        place = run.places[0]
        if (told := _MONEY_BEHIND.match(self._text, place + 1)) and _OF_SUM.match(self._text):
            return self._enter(told.span("label"), place, among="")
        if not (_HELD.search(self._text) or _OF_WHOLE.match(self._text, place + 1)):
            return None
        start = max(self._text.rfind(mark, 0, place) for mark in "ⒸⓂⓅ;:—“") + 1
        span = holder(self._text, start, place, is_listed=bool(self._groups))
        if span is None or _SAID.search(self._text, span[1], place):
            return None
        if self._subject(self._text[slice(*span)]) or self._is_label(span):
            return None
        return self._enter(span, place, among="")

    def _is_label(self, span: tuple[int, int]) -> bool:
        """Return whether words stand in the name of the group that was just opened."""
        current = self._current
        if current is None or current.sentence is not self._sentence:
            return False
        start = current.label_at - self._sentence.start
        return start <= span[0] < start + len(current.shape)

    def _is_dealing(self) -> bool:
        """Return whether percentages are being told of one group after the other."""
        return (
            len(self._groups) == 1 and bool(self._groups[0].percents) and not self._groups[0].count
        )

    def _is_first(self, run: Run) -> bool:
        return not ANY_MARK.search(self._text[: run.places[0]])

    def _amount_words(self, lead: str) -> str:
        """Return what of a lead has to be words of amount, the group's own name left out."""
        if self._language == "en":
            lead = self._without_label(last_clause(lead))
            return _NOUN_EN.split(lead)[-1]
        return _NOUN_ZH.sub("", self._without_label(lead), count=1)

    def _without_label(self, lead: str) -> str:
        current = self._current
        if current is None or current.amounts or current.percents:
            return lead
        shape = current.shape
        if self._language == "zh":
            bare = lead.lstrip("，、 ")
            at = bare.find(shape) if shape else -1
            return bare[at + len(shape) :] if 0 <= at <= _LONGEST_COPULA else lead
        return lead.split(shape, 1)[1] if shape and shape in lead else lead

    def _last(self, wanted: int) -> list[Group]:
        groups = self._groups if len(self._groups) >= wanted else [*self._before[-wanted:]]
        here = self._sentence.paragraph
        if self._language == "en" and any(group.sentence.paragraph != here for group in groups):
            return []
        return list(groups[-wanted:]) if len(groups) >= wanted else []

    # Percentages

    def _add_percents(self, run: Run) -> None:
        after = self._text[run.places[-1] + 1 : run.places[-1] + 60]
        after = _STOP.split(after, maxsplit=1)[0]
        clause = last_clause(run.lead)
        if is_growth(clause, after):
            return
        named = self._bases(run, clause, after)
        if _NEXT_COUNT.match(self._text, run.places[-1] + 1):
            base: PercentBase = (bases(after) or ["count"])[0]
            self._pending = [(base, self._mark(run.places[-1]))]
            return
        if _OF_WORKERS.search(self._text, 0, run.places[0]):
            return
        groups = self._percent_groups(run, clause, after)
        if len(groups) == 1 and len(run.places) > 1:
            groups *= len(run.places)
            for group, place, base in zip(groups, run.places, named, strict=False):
                group.percents.append((base, self._mark(place)))
            return
        for group, place in zip(groups, run.places, strict=False):
            group.percents.append((named[0] if named else None, self._mark(place)))

    def _bases(self, run: Run, clause: str, after: str) -> list[PercentBase]:
        """Return the bases named: behind the figure in English first, before it in Chinese."""
        before = run.lead if len(run.places) > 1 else clause
        if self._language == "en":
            return bases(after) or bases(before)
        if _OF_ITEMS.match(after):
            return ["count"]
        return bases(before) or bases(after)

    def _percent_groups(self, run: Run, clause: str, after: str) -> list[Group]:
        if len(run.places) > 1:
            return self._listed_percents(run, after)
        told = (
            _WITHIN.sub("", clause.split("占", maxsplit=1)[0]) if self._language == "zh" else clause
        )
        if group := self._subject(told):
            self._current = group
            return [group]
        if self._language == "en" and (part := _PART_BEHIND.match(self._text, run.places[0] + 1)):
            return [self._enter(part.span("label"), run.places[0], among="")]
        if (_OF_WHOLE.match(after) or bases(clause) or self._is_dealing()) and (
            opened := self._open_holder(run)
        ):
            return [opened]
        place = run.places[0]
        if label := self._holder_zh(place, after):
            return [self._enter(label, place, among="")]
        return [self._current] if self._current else []

    def _holder_zh(self, place: int, after: str) -> tuple[int, int] | None:
        """Return where the group is named that a percentage opens: 甲类的占Ⓟ, Ⓟ来自乙地."""
        if self._language == "zh" and (named := _HOLDS_ZH.search(self._text, 0, place)):
            return named.span("label")
        found = _NAME_BEHIND.match(after.strip())
        at = place + 1 + len(after) - len(after.lstrip())
        return (at + found.start("label"), at + found.end("label")) if found else None

    def _listed_percents(self, run: Run, after: str) -> list[Group]:
        """Return the groups of several percentages in a row."""
        wanted = len(run.places)
        if max(len(bases(run.lead)), len(bases(after))) >= wanted and (
            self._groups or self._before
        ):
            subject = self._subject(_SHARE_OF.split(run.lead)[0])
            return [subject or (self._groups or list(self._before))[-1]]
        if names := self._windows.names_before(run.places[0], wanted):
            return [
                self._enter(label, place, among="")
                for label, place in zip(names, run.places, strict=True)
            ]
        return self._last(wanted)

    def _subject(self, clause: str) -> Group | None:
        """Return the group that a percentage's own clause names, where it was counted before."""
        for group in [*self._groups, *self._before]:
            if len(group.shape) > 1 and group.shape in clause:
                return group
            if _ONE_WORD.fullmatch(group.shape) and group.shape[:-1] in clause.lower():
                return group
        return None

    def _find(self, label: str) -> Group | None:
        for group in reversed(self._before):
            if group.label and (label.endswith(group.label) or group.label.startswith(label)):
                return group
        return None

    def _read_ratio(self, place: int) -> None:
        names = self._windows.names_before(place, len(_SECTORS)) if self._language == "en" else []
        for index, sector in enumerate(_SECTORS):
            offset = place + 2 * index
            group = self._enter(names[index] if names else (offset, offset), offset, among="")
            if not names:
                group.label = group.shape = sector
            group.dimension = "industry"
            base: PercentBase = (
                "count" if bases(self._text[:place])[:1] == ["count"] else "investment"
            )
            group.percents.append((base, self._mark(offset)))
