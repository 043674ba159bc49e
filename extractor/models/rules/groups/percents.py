"""The percentages of a sentence, each of which is the share of a group."""

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.holders import names_whole, open_holder
from extractor.models.rules.groups.opened_groups import OpenedGroups
from extractor.models.rules.groups.windows import pieces
from extractor.models.rules.reading.amounts import (
    base_of_frame,
    bases,
    is_growth,
    is_of_others,
    last_clause,
)
from extractor.models.rules.reading.runs import Run
from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.cued import Cued
from extractor.patterns import Pattern
from extractor.record import PercentBase

_NEXT_COUNT = Pattern(
    r"\s*of (?:them|the (?:projects|deals|contracts|total|MoUs|agreements|proposals|schemes)|these)\s*[,—–-]+\s*(?=Ⓒ)"
    r"|\s*of the (?:money|total|value|investment|sum|amount) [^,ⒸⓂⓅ]{3,60}, when (?=Ⓒ)"
)
_OF_WORKERS = Pattern(r"Ⓝ [a-z]+, (?:about |some )?$")
_RATIO = Cued(
    "Ⓟ:Ⓟ|Ⓟ：Ⓟ|Ⓟ∶Ⓟ|产业",
    r"Ⓟ[∶:：]Ⓟ[∶:：]Ⓟ|(?:三次产业|、二、三(?:次)?产业)[^Ⓟ，。]{0,12}Ⓟ[、，]Ⓟ[、，和及]Ⓟ",
)
_OF_SECTORS = Pattern("次产业|[、和二]三(?:次)?产")
_SECTOR = Pattern("第?[Ⓞ一二三]次?产")
_SECTORS = ("第一产业", "第二产业", "第三产业")
_BOTH = 2
_BOTH_OF = Pattern(
    "^[，、]?(?:各自|两项)?(?:(?:占比|占|比重|比例)(?:分别|依次)(?:为|达|占)?|(?:分别|依次|各)占(?:比|全部|总[数量额])?)$"
)
_NUMBER_AND_SUM = Pattern(
    r"\b[Nn]umber of (?P<label>[^,;]{3,50}?) (?:projects|deals|contracts) and (?:the |their |its )?(?:[a-z]+ ){0,2}(?:investments?|amounts?|values?)\b"
)
_SHARE_OF = Pattern(r"分别占|占|account")
_OF_ITEMS = Pattern("的?(?:项目|企业|厂商)(?!投资|金额|总额)")
_STOP = Pattern(r"[，,；;。ⓅⓂⒸ]")
_PART_BEHIND = Pattern(
    r" of (?:the |its |all (?:the )?|this |that )?(?:[a-z]+ ){1,4}?(?:(?:c[ao]me|comes|flow\w*|originat\w+|is|are|was|were) from|(?:w[ae]nt|go|goes|flow\w*) (?:to|into)|(?:is|are|was|were|fell|lies?) in|belongs? to|(?:is|are|was|were) for) (?:the )?(?P<label>[^,;.ⒸⓂⓅ]{3,50}?)(?=[,;.]| while| and the| with|$)"
)
_DEALT_BEHIND = Pattern(
    r"(?: (?:is|are|was|were|goes|go|went|will|be))* (?:to|into|for|from|in|by) (?:the )?(?P<label>[^,;.()ⒸⓂⓅⓄⓉⒹ]{3,50}?)(?=[,;.(]|,? (?:and|while|with)(?: the (?:rest|other|remaining))? Ⓟ|,? while|$)"
)
"""What a percentage is dealt out to behind another: "Ⓟ goes to toys, Ⓟ to robots", "leaving Ⓟ for toys"."""
_DEALING = Pattern(r"(?:,|;|\band|\bwhile|\bleaving)(?: the (?:rest|other|remaining),?)? $")
_LEAVING = Pattern(r"\bleaving (?:the (?:other|remaining) )?$")
_NAME_BEHIND = Pattern(
    r"(?:的)?(?:项目|企业|厂商|资金|投资)*(?:为|是|属于|投向|流向|来自|集中在|选择|落户|落在|位于|涉及)(?P<label>[^，。；、]{2,14}?)(?:项目)?$"
)
_HOLDS_ZH = Pattern(
    r"(?:^|[，；、。])(?:但|而|且|则|其中|其)?(?P<label>(?!其|项目|总|占|投资|金额|这|该|但|而|且)[^，；。、ⒸⓂⓅ]{2,14}?)(?:的(?:项目)?|类?项目|类|(?<=[业链料品药源备]))(?:数量?|个数|总?投资(?:总?额)?|金额|签约额)?(?:则|也|均|约|就)?占(?:比|全部|(?:全部|签约|引进|本次|此次|开工)*(?:项目|合同)?(?:总|个)?数量?|(?:全部|签约|协议|合同|计划)*总?(?:投资|金额|资金)(?:总?额)?|总额)?(?:的|到了?|为|达到?)?$"
)
_TWO_MEASURES = Pattern(
    r"(?:^|[，；。：])(?:其中|当中)?(?P<label>(?!其|这|该|上述|签约|此次|本次)(?:(?!占|分别|[个总]数|数量)[^，；。：、ⒸⓂⓅ]){2,14}?)(?:(?:类|的)?(?:投资)?(?:项目|企业)|类)的?(?:(?:签约)?(?:项目)?(?:个数|数量?)[、和与及](?:计划|协议|合同|总)?(?:投资|金额|资金|签约)(?:总?额)?|分别占)"
)
"""A group of which a row of shares is told, by count and by money: 民企项目数和投资额占比分别为Ⓟ和Ⓟ."""
_AMOUNT_BEFORE = Pattern("Ⓜ，[^，。；、ⒸⓂⓅ]{1,12}$")
_EACH_ZH = Pattern(
    r"(?:^|[，；。：])(?P<names>[^，；。：ⒸⓂⓅ]{3,40}?)(?:类?项目|企业)?(?:则|又|也)?各占(?:比|了)?$"
)
_ITEMS_ZH = Pattern(
    r"(?:^|[，；。])(?P<label>(?:由|来自)?(?!这|该|其|已|上述)[^，；。、ⒸⓂⓅ]{3,20}?)的(?:项目|企业|厂商)(?:数量?|个数)?(?:已|就|也|更|则)*$"
)
"""Projects of a kind, of which but the share is told: 由校友发起的项目Ⓟ."""
_SHORT_ZH = Pattern(
    r"[，；。](?P<label>[^，；。、ⒸⓂⓅ]{2,8}?)(?:[ⓃⒸ]|一[项类业]|项目)?(?:就|更|也|已|便)*(?:占|接近|超过|过|达到?|约|近)*$"
)
_ABOVE_ZH = Pattern(
    r"的?(?:项目|企业)的?(?P<label>(?:计划|协议)?总?投资(?:总?额|规模)?(?:均|都|在|过)*Ⓜ)(?=[，；。）])"
)
"""Projects above a threshold, of which but the share is told: Ⓟ的项目投资额超Ⓜ."""
_OF_BASE = Pattern(
    "(?:总?投资(?:总?额)?|总?金额|签约额|资金|项目?数量?|个数|件数)(?:则|也|约|已)*占"
)
"""A clause of nothing but what the share is of, which goes on with the group told last."""
_PAUSES = ("，", "；", "、")
_AND_ZH = Pattern("[、和与及]")
_WITHIN = Pattern(r"^在[^，]{1,10}中")


class PercentReader:
    """Reads the percentages of one sentence into the groups that they belong to."""

    def __init__(self, opened: OpenedGroups) -> None:
        """Begin a sentence.

        Args:
            opened: its groups.
        """
        self._opened = opened
        self._text = opened.text
        self._language = opened.language
        self._windows = opened.windows

    def add(self, run: Run) -> None:
        """Add a run of percentages to the groups that it belongs to."""
        after = self._text[run.places[-1] + 1 : run.places[-1] + 60]
        after = _STOP.split(after, maxsplit=1)[0]
        clause = last_clause(run.lead)
        if is_growth(clause, after) or (self._language == "zh" and is_of_others(clause, after)):
            return
        named = self._bases(run, clause, after)
        if _NEXT_COUNT.match(self._text, run.places[-1] + 1):
            base: PercentBase = (bases(after) or ["count"])[0]
            self._opened.pending = [(base, self._opened.mark(run.places[-1]))]
            return
        if _OF_WORKERS.search(self._text, 0, run.places[0]):
            return
        if each := self._each(run.places[0]):
            for group in each:
                group.percents.append(
                    (named[0] if named else None, self._opened.mark(run.places[0]))
                )
            return
        groups = self._percent_groups(run, clause, after)
        if len(groups) == 1 and len(run.places) == _BOTH > len(named):
            named = ["count", "investment"]  # 项目Ⓒ，投资Ⓜ，占比分别为Ⓟ和Ⓟ
        if len(groups) == 1 and len(run.places) > 1:
            groups *= len(run.places)
            for group, place, base in zip(groups, run.places, named, strict=False):
                group.percents.append((base, self._opened.mark(place)))
            return
        for group, place in zip(groups, run.places, strict=False):
            told = (
                named[0] if named else self._base_of_frame(group, place) or self._base_before(group)
            )
            group.percents.append((told, self._opened.mark(place)))

    def _base_of_frame(self, group: Group, place: int) -> PercentBase | None:
        """Return what a Chinese sentence counts by, for a group of which but a share is told."""
        is_bare = self._language == "zh" and not (group.count or group.amounts)
        return base_of_frame(self._text[:place]) if is_bare else None

    def _base_before(self, group: Group) -> PercentBase | None:
        """Return what the share before is of, where an English sentence deals out nothing but shares."""
        if self._language == "zh" or group.count or group.amounts:
            return None
        told = [base for one in self._opened.groups if one is not group for base, _ in one.percents]
        return told[-1] if told else None

    def ratio_at(self) -> int | None:
        """Return where a ratio, Ⓟ:Ⓟ:Ⓟ, stands in the sentence, None where there is none."""
        ratio = _RATIO.search(self._text)
        return self._text.index("Ⓟ", ratio.start()) if ratio else None

    def add_ratio(self, place: int) -> None:
        """Read a ratio: that of the three groups told last, in a row, else of an economy's sectors."""
        if told := self._row_of_three():
            named = bases(self._text[behind_last(self._text, "；。：ⒸⓂⓅ", place) : place])
            is_sectors = all(_SECTOR.match(group.shape) for group in told)
            for index, group in enumerate(told):
                group.label = _SECTORS[index] if is_sectors else group.label
                mark = self._opened.mark(place + 2 * index)
                group.percents.append((named[0] if named else None, mark))
        else:
            self._open_sectors(place)

    def _row_of_three(self) -> list[Group]:
        """Return the last three groups where one sentence tells them, none yet with a percentage."""
        if self._language == "en":
            return []
        told = self._opened.last(len(_SECTORS))
        if _OF_SECTORS.search(self._text) and not all(_SECTOR.match(one.shape) for one in told):
            return []
        is_row = len({id(group.sentence) for group in told}) == 1
        return told if is_row and not any(group.percents for group in told) else []

    def _open_sectors(self, place: int) -> None:
        names = self._windows.names_before(place, len(_SECTORS)) if self._language == "en" else []
        for index, sector in enumerate(_SECTORS):
            offset = place + 2 * index
            group = self._opened.enter(
                names[index] if names else (offset, offset), offset, among=""
            )
            if not names:
                group.label = group.shape = sector
            group.dimension = "industry"
            base: PercentBase = (
                "count" if bases(self._text[:place])[:1] == ["count"] else "investment"
            )
            group.percents.append((base, self._opened.mark(offset)))

    def _bases(self, run: Run, clause: str, after: str) -> list[PercentBase]:
        """Return the bases named: behind the figure in English first, before it in Chinese."""
        before = run.lead if len(run.places) > 1 else clause
        if self._language == "en":
            return bases(after) or bases(before)
        if _OF_ITEMS.match(after) or _ITEMS_ZH.search(self._text, 0, run.places[0]):
            return ["count"]
        told = bases(before)
        return (told[-len(run.places) :] if len(run.places) > 1 else told) or bases(after)

    def _each(self, place: int) -> list[Group]:
        """Return the groups that have the same share: 甲、乙各占Ⓟ."""
        found = _EACH_ZH.search(self._text, 0, place) if self._language == "zh" else None
        names = pieces(self._text, *found.span("names"), _AND_ZH) if found else []
        return [
            self._opened.subject(self._text[slice(*name)])
            or self._opened.enter(name, place, among="")
            for name in names
        ]

    def _percent_groups(self, run: Run, clause: str, after: str) -> list[Group]:
        if len(run.places) > 1:
            return self._listed_percents(run, after)
        one = self._one_zh if self._language == "zh" else self._one_en
        group = one(run, clause, after)
        return [group] if group else []

    def _one_zh(self, run: Run, clause: str, after: str) -> Group | None:
        """Return the group of a percentage: named behind it, or before it, else the one told last."""
        place = run.places[0]
        if one := self._opened.one_of_two(clause):
            return one
        if opened := self._opened_behind(run, after):
            return opened
        if group := self._opened.subject(_WITHIN.sub("", clause.split("占", maxsplit=1)[0]), place):
            self._opened.current = group
            return group
        named = _HOLDS_ZH.search(self._text, 0, place) or _ITEMS_ZH.search(self._text, 0, place)
        if label := named.span("label") if named else _name_behind(place, after):
            told = self._opened.abbreviated(self._text[slice(*label)]) if named else None
            return told or self._opened.enter(label, place, among="")
        short = _SHORT_ZH.search(self._text, 0, place)
        if short and (told := self._opened.abbreviated(short["label"])):
            return told
        return None if self._is_of_another(clause, place) else self._opened.current

    def _opened_behind(self, run: Run, after: str) -> Group | None:
        """Open the group that the words behind a percentage name: …，Ⓟ来自海外, Ⓟ的项目投资额超Ⓜ."""
        place = run.places[0]
        if above := _ABOVE_ZH.match(self._text, place + 1):
            group = self._opened.enter(above.span("label"), place, among="")
            group.dimension = "size"
            return group
        behind = self._named_behind(run, after)
        return self._opened.enter(behind, place, among="") if behind else None

    def _is_of_another(self, clause: str, place: int) -> bool:
        """Return whether a percentage is of a group still to be opened, and not of the one told last."""
        current = self._opened.current
        is_told = current is not None and not current.count and bool(current.percents)
        return (is_told and not _OF_BASE.match(clause)) or self._is_of_left_amount(place)

    def _one_en(self, run: Run, clause: str, after: str) -> Group | None:
        """Return the group of a percentage: told before, named behind it, or its clause's holder."""
        place = run.places[0]
        if dealt := self._dealt_behind(run):
            return self._opened.enter(dealt, place, among="")
        if group := self._opened.subject(clause):
            self._opened.current = group
            return group
        if part := _PART_BEHIND.match(self._text, place + 1):
            return self._opened.enter(part.span("label"), place, among="")
        if (names_whole(after) or bases(clause) or self._is_dealing()) and (
            holder := open_holder(self._opened, run)
        ):
            return holder
        if label := _name_behind(place, after):
            return self._opened.enter(label, place, among="")
        return self._opened.current

    def _dealt_behind(self, run: Run) -> tuple[int, int] | None:
        """Return the name behind a percentage in a list of which each has its name behind it."""
        place, current = run.places[0], self._opened.current
        if not _DEALING.search(run.lead):
            return None
        is_named_behind = (
            current is not None
            and not current.count
            and bool(current.percents)
            and current.label_at > current.at
        )
        if not (is_named_behind or _LEAVING.search(run.lead)):
            return None
        found = _DEALT_BEHIND.match(self._text, place + 1)
        return found.span("label") if found else None

    def _is_of_left_amount(self, place: int) -> bool:
        """Return whether the amount right before a percentage is of a group still to be opened."""
        found = _AMOUNT_BEFORE.search(self._text, 0, place)
        if found is None:
            return False
        mark = self._opened.mark(found.start())
        return not any(mark in group.figures() for group in self._opened.groups)

    def _is_dealing(self) -> bool:
        """Return whether percentages are being told of one group after the other."""
        groups = self._opened.groups
        return bool(groups) and all(group.percents and not group.count for group in groups)

    def _named_behind(self, run: Run, after: str) -> tuple[int, int] | None:
        """Return the name behind a percentage that begins its clause: …，Ⓟ来自海外."""
        found = _name_behind(run.places[0], after) if run.lead.endswith(_PAUSES) else None
        return None if found and self._opened.subject(self._text[slice(*found)]) else found

    def _opened_by_two(self, run: Run) -> Group | None:
        """Open the group that stands before what it is measured by: 民企项目数和投资额占比分别为ⓅⓅ."""
        start = run.places[0] - len(run.lead)
        found = _TWO_MEASURES.search(self._text, start, run.places[0])
        if self._language == "en" or found is None:
            return None
        return self._opened.enter(found.span("label"), run.places[0], among="")

    def _last_told(self) -> Group:
        return (self._opened.groups or list(self._opened.before))[-1]

    def _last_alone(self) -> Group | None:
        """Return the group told last, counted and summed up, where those before it have their shares."""
        if not self._opened.groups:
            return None
        *before, last = self._opened.groups
        is_alone = not before or before[-1].is_whole or bool(before[-1].percents)
        is_alone = is_alone or last.parent is before[-1]
        return last if last.count and last.amounts and is_alone else None

    def _listed_percents(self, run: Run, after: str) -> list[Group]:
        """Return the groups of several percentages in a row."""
        wanted = len(run.places)
        if wanted == _BOTH and (one := _NUMBER_AND_SUM.search(run.lead)):
            start = run.places[0] - len(run.lead)
            label = (start + one.start("label"), start + one.end("label"))
            return [self._opened.enter(label, run.places[0], among="")]
        if max(len(bases(run.lead)), len(bases(after))) >= wanted and (
            self._opened.groups or self._opened.before
        ):
            subject = self._opened.subject(_SHARE_OF.split(run.lead)[0])
            return [subject or self._opened_by_two(run) or self._last_told()]
        if wanted == _BOTH and _BOTH_OF.search(run.lead) and (group := self._last_alone()):
            return [group]
        if names := self._windows.names_before(run.places[0], wanted):
            return [
                self._opened.enter(label, place, among="")
                for label, place in zip(names, run.places, strict=True)
            ]
        return self._opened.last(wanted)


def _name_behind(place: int, after: str) -> tuple[int, int] | None:
    """Return where the words behind a percentage name its group."""
    found = _NAME_BEHIND.match(after.strip())
    at = place + 1 + len(after) - len(after.lstrip())
    return (at + found.start("label"), at + found.end("label")) if found else None
