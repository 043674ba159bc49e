"""The counts of a sentence, each of which opens a group, or the whole."""

import re

from extractor.models.rules.groups.labels import find_label
from extractor.models.rules.groups.naming import name_of_count, name_taken_up
from extractor.models.rules.groups.opened_groups import OpenedGroups
from extractor.models.rules.groups.phrases_en import is_empty
from extractor.models.rules.groups.windows import pieces
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import COUNT, Mark, Sentence
from extractor.models.rules.reading.runs import Run
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_EACH = Pattern("各(?:自|有|为|占|得|达|签约?|签下|签订|开工|落户|引进|新增)*$")
_EACH_REACH = 6
_OF_LIST = Pattern(
    "(?<=..)(?:[两三四五六](?:大?(?:产业|板块|领域|行业|赛道)|[地者类县区市镇园])|Ⓝ(?:产业|板块|领域|行业|赛道)?)$"
)
_OF_REGION = Pattern("[县区市镇]$")
"""How many a list names, and of what: 东城、西城两区各22个."""
_THESE = Pattern("(?:这|该|上述)$")
_THESE_REACH = 2
_MORE = ("多", "少", "增加", "减少", "新增", "新建")
_DONE_ZH = Pattern("(?:签约|签下|开工|动工|投产|落户|引进)的(?:全部)?$")
_DONE_REACH = 6
_DONE_BEHIND_ZH = Pattern("(?:签约|新签|开工|投产|落户)的?(?:项目|企业)")
_NAMED_FIRST = Pattern("Ⓒ(?P<label>[^，；。：、ⒸⓂⓅ]{2,8}?)类?(?:项目|企业)(?:[当之]?中|里)，")
_KINDS = frozenset(["industry", "origin", "investor"])
_SUMMED_FIRST = Pattern(
    r"(?:^|[，；。：])(?:其中|当中)?，?(?P<label>(?!其|这|该|上述|签约|此次|本次|全)[^，；。：、ⒸⓂⓅ的]{2,12}?)(?:类|领域|方面|板块)?的?(?:项目|企业)?(?:计划|协议|合同|合计)?(?:总?投资(?:总?额)?|签约额|总?金额)(?:合计|共|约|达|为|近|超|逾)*(?P<amount>Ⓜ)[，、（](?:涉及|包括|包含|共|计|含|有)*(?:项目)?(?:数量?|个数)?(?:为|有|共)*$"
)
_SUMMED_REACH = 60
_NEW = ("新增", "新建")
_COMPARED = Pattern("[较比]|同期|累计")
_AND_ZH = Pattern("[、和及]")
_AMOUNT_BEFORE = Pattern(r"(?P<amount>Ⓜ)(?: of (?:this|it|that))? ?[(（]$")
_DEALT_AMOUNT = Pattern(
    r"(?P<amount>Ⓜ)(?: of (?:this|it|that))?(?: (?:is|are|was|were|will|be|to|going|go|goes|went|come|comes|came|flow|flows|flowed))* (?:to|into|for|in|from|by) (?:the )?(?P<label>[^,;.()ⒸⓂⓅ]{2,50}) \($"
)
"""An amount and whom it is dealt out to, before a count in brackets: "Ⓜ into tourism (Ⓒ)"."""
_DEALT_REACH = 90
_SUM = Pattern("合计|合共|共计|相加|总计")
_ITS_COUNT = Pattern(r"[，,](?:共|有|计|达|即)+$")
_SUMMED = Pattern(
    "(?:项目|企业)?(?:合计|共计|共|总|计划)?投资(?:总?额)?(?:合计|共计|为|达|约|近|超|逾)*Ⓜ"
)
_DESCRIBED = Pattern(
    r" (?:projects|deals|contracts) (?:of|with|above|over|worth|in|from)\b| (?:largest|biggest|other)\b"
)
_ACROSS = Pattern(
    r"[ⓂⓅ],? (?:(?:spread|split|divided|shared) )?(?:with(?= $)|from|across|through|under|via|in|over) (?:some |about |just )?$"
)


class CountReader:
    """Reads the counts of one sentence: each opens a group, or completes one."""

    def __init__(self, opened: OpenedGroups, previous: Sentence | None) -> None:
        """Begin a sentence.

        Args:
            opened: its groups.
            previous: the sentence before it.
        """
        self._opened = opened
        self._text = opened.text
        self._language = opened.language
        self._windows = opened.windows
        self._previous = previous

    def add(self, run: Run) -> None:
        """Open the groups of a run of counts."""
        if len(run.places) > 1:
            self._open_list(run)
            return
        (place,) = run.places
        if self._windows.is_reference(place):
            self._refer(place)
            return
        if self._language == "zh" and self._take_up_these(place):
            return
        if self._language == "en" and (self._resume(place) or self._count_behind(place)):
            return
        if (other := self._windows.of_other(place)) is not None:
            self._refer(other)
        if self._open_summed_first(place, run.lead):
            return
        if self._open_behind_amount(place, run.lead) or self._take_up(place, run.lead):
            return
        if not self._complete(place, run.lead):
            self._name(place, run.lead)

    def _open_list(self, run: Run) -> None:
        """Deal a list of counts out to the names before it."""
        names = self._windows.names_before(run.places[0], len(run.places))
        for number, (place, label) in enumerate(zip(run.places, names, strict=False)):
            self._opened.enter(label, place, among="" if number else run.lead)

    def _name(self, place: int, lead: str) -> None:
        """Open the group that the words around a count name, or the whole."""
        if _SUM.match(self._text, place + 1) and "、" in lead:
            self._opened.current = None  # of unlike things: 投资、贸易两项合计
            return
        name = name_of_count(self._text, place, self._windows, self._language)
        label = name or (place, place)
        if _EACH.search(self._text, max(place - _EACH_REACH, 0), place):
            start, end = label
            if of_list := _OF_LIST.search(self._text, start, end):
                end = of_list.start()
            for span in pieces(self._text, start, end, _AND_ZH):
                group = self._opened.enter(span, place, among=lead)
                if of_list and _OF_REGION.search(self._opened.quote(of_list.span())):
                    group.dimension = "region"
        elif not self._text[:place].endswith(_MORE) or self._is_new(lead):
            self._opened.enter(label, place, among=lead)

    def _is_new(self, lead: str) -> bool:
        """Return whether a Chinese count is of what is new, and not of how many more there are."""
        return self._language == "zh" and lead.endswith(_NEW) and not _COMPARED.search(lead)

    def _complete(self, place: int, lead: str) -> bool:
        """Count the group that a share opened: "近半数企业选择科学园，共Ⓒ"."""
        current = self._opened.current
        if current is None or current.count or not current.percents:
            return False
        is_next = lead.endswith(f"{current.shape}，") and _SUMMED.match(self._text, place + 1)
        if not (is_next or _ITS_COUNT.search(lead)):
            return False
        current.count = self._opened.mark(place)
        return True

    def _take_up(self, place: int, lead: str) -> bool:
        """Open the group that the sentence before tells of: "With Ⓒ projects, they ..."."""
        if self._previous is None or self._language == "zh":
            return False
        span = name_taken_up(self._text, place, self._previous.text)
        if span is None:
            return False
        group = self._opened.enter((place, place), place, among=lead)
        self._opened.rename(group, self._previous.start + span[0], self._previous.start + span[1])
        return True

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
        mark = self._opened.mark(at)
        for group in self._opened.groups:
            if group.count is None and any(pair[1] is mark for pair in group.amounts):
                group.count = self._opened.mark(place)
                return True
        self._enter_with(mark, (start + span[0], start + span[1]), place, lead)
        return True

    def _open_dealt(self, place: int, lead: str) -> bool:
        """Open the group that an amount goes to, at its count in brackets: "Ⓜ into tourism (Ⓒ)"."""
        found = _DEALT_AMOUNT.search(self._text, max(place - _DEALT_REACH, 0), place)
        if not found or is_empty(found["label"]):
            return False
        mark = self._opened.mark(found.start("amount"))
        self._enter_with(mark, found.span("label"), place, lead)
        return True

    def _enter_with(self, amount: Mark, label: Extent, place: int, lead: str) -> None:
        """Open a group at a count, and take over the amount that another has taken."""
        for group in self._opened.groups:
            group.amounts = [pair for pair in group.amounts if pair[1] is not amount]
        self._opened.enter(label, place, among=lead)
        self._opened.groups[-1].amounts.append(("investment", amount))

    def _open_summed_first(self, place: int, lead: str) -> bool:
        """Open the group whose amount stands before its count: 新材料类项目投资Ⓜ，涉及项目Ⓒ."""
        if self._language == "en":
            return self._open_dealt(place, lead)
        found = _SUMMED_FIRST.search(self._text, max(place - _SUMMED_REACH, 0), place)
        if not found:
            return False
        mark = self._opened.mark(found.start("amount"))
        if any(mark in group.figures() for group in self._opened.groups):
            return False
        group = self._opened.enter(found.span("label"), place, among=lead)
        group.amounts.append((amount_kind(found.group()) or "investment", mark))
        return True

    def _resume(self, place: int) -> bool:
        """Go on with a group counted before: "the nine alone adding up to Ⓜ"."""
        if _DESCRIBED.match(self._text, place + 1):
            return False
        if not self._text[:place].endswith((" the ", "The ", " these ", "These ")):
            return False
        value = self._opened.mark(place).figure.value
        for group in self._opened.backwards():
            if group.count and group.count.figure.value == value:
                self._opened.current = group
                return True
        return False

    def _take_up_these(self, place: int) -> bool:
        """Go on with the group that was counted before: 细看这Ⓒ协议, 上述Ⓒ项目合计投资Ⓜ."""
        if not _THESE.search(self._text, max(place - _THESE_REACH, 0), place):
            return False
        value = self._opened.mark(place).figure.value
        for group in self._opened.backwards():
            if group.count and group.count.figure.value == value:
                self._opened.current = group
                self._opened.parent = group if group.label else self._opened.parent
                return True
        return False

    def _count_behind(self, place: int) -> bool:
        """Let a count behind an amount join its group: "Ⓜ from Ⓒ deals"."""
        last = self._opened.current
        if (
            last is None
            or last.count
            or not last.amounts
            or not _ACROSS.search(self._text, 0, place)
        ):
            return False
        last.count = self._opened.mark(place)
        return True

    def _refer(self, place: int) -> None:
        """Let what follows be a part of the group counted before with the same number."""
        value = self._opened.mark(place).figure.value
        for group in self._opened.backwards():
            if group.count and group.count.figure.value == value and group.label:
                self._opened.parent = group
                return
        if self._language == "en":
            return
        if self._counts_first(place):
            self._opened.enter((place, place), place, among="")
        elif (named := _NAMED_FIRST.match(self._text, place)) and self._is_new_kind(place, named):
            self._opened.parent = self._opened.enter(named.span("label"), place, among="")

    def _is_new_kind(self, place: int, named: re.Match[str]) -> bool:
        """Return whether what is taken up is a kind that was counted nowhere before: 27个工业项目中，…."""
        value = self._opened.mark(place).figure.value
        return dimension_of_label(named["label"]) in _KINDS and all(
            group.number != value for group in self._opened.backwards()
        )

    def _counts_first(self, place: int) -> bool:
        """Return whether what is taken up was counted nowhere before: 签约的Ⓒ项目中，…."""
        value = self._opened.mark(place).figure.value
        is_done = _DONE_ZH.search(
            self._text, max(place - _DONE_REACH, 0), place
        ) or _DONE_BEHIND_ZH.match(self._text, place + 1)
        return bool(is_done) and all(group.number != value for group in self._opened.backwards())
