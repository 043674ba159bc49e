"""The amounts of a sentence, each of which joins the group that it tells of."""

from collections.abc import Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.holders import open_holder
from extractor.models.rules.groups.opened_groups import OpenedGroups
from extractor.models.rules.groups.windows import pieces
from extractor.models.rules.reading.amounts import (
    amount_kind,
    is_group_amount,
    kind_of_whole,
    last_clause,
)
from extractor.models.rules.reading.reading import ANY_MARK
from extractor.models.rules.reading.runs import Run
from extractor.models.rules.words.bilingual import bilingual
from extractor.patterns import Pattern
from extractor.record import AmountKind

_EXAMPLES = bilingual(
    r"包括|例如|如(?!期)", r"\b(?:such as|including|for example|like|among which)\b"
)
_TOGETHER = bilingual(
    r"总投资|合计|协议",
    r"\W*(?:together|in total|altogether|in all|they|these projects|the total)\b",
)
_NOUN_EN = Pattern(
    r"\b(?:projects?|MoUs?|deals|contracts|proposals|ones|schemes|agreements|commitments|memorand(?:a|ums) of understanding|letters of intent|orders|companies|firms|investors|enterprises)\b"
)
_NOUN_ZH = Pattern(
    r"^(?:投资)?(?:项目|工程)?(?:集中|现场|同步|成功)?(?:达成)?(?:签约|开工|落地)?(?:意向|仪式)?"
)
_OF_PROJECT = Pattern(r"的(?![ⒸⓂ])")
_OF_NEXT = Pattern("的(?:[^，。；ⒸⓂⓅ的]{0,10})Ⓒ")
_OWNED = Pattern("[；。][^，；。]{3,}的[^，；。]{3,}，")
"""What belongs to somebody, in a part of its own: …；甲公司的中试线，投资Ⓜ."""
_TRADE = Pattern("贸易|采购|购销")
_OF_LIST = Pattern(
    r"(?:[Ii]nvestments?|[Aa]mounts?|[Vv]alues?|[Oo]utlays?|[Ss]ums?) (?:of|in|for) (?:the )?(?P<names>[^;:.ⒸⓂⓅ]{5,120}?)(?: (?:projects|deals|sectors|industries|contracts))? (?:is|are|was|were|reach(?:es|ed)?|total(?:s|led|ed)?|amount(?:s|ed)? to|stands? at|stood at|c[ao]me to) $"
)
_LIST = Pattern(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_RESPECTIVELY = Pattern(",? respectively")
_LIST_DONE = Pattern(
    r" (?:were|was|have been|has been) (?:[a-z]+ly )?(?:signed|inked|concluded|started|launched|sealed|reached)\b[^,;]*, with (?:an? )?(?:total|combined|overall|aggregate)\b"
)
"""What was done with all groups of a list, before their sum: "… were signed, with a total investment of Ⓜ"."""
_LIST_WORTH = Pattern(
    r" (?:were|was|have been|has been) [a-z]+ed\b[^,;]*,? (?:worth|totall?ing|valued at|with)\b"
)
_SUM_OF = Pattern(
    r"\b(?:investments?|amounts?|values?|outlay) (?:of|in|for) (?:the )?(?P<label>[^,;]{3,50}?)(?: (?:projects|deals))? (?:(?:is|are|was|were|reach(?:es|ed)|total(?:s|led)?|amounts? to|amounted to) ?)(?:about |some |over |nearly )?$"
)
"""Whose sum it is: "of which the investment of energy projects is Ⓜ"."""
_WITH_TOTAL = Pattern(r", with (?:an? )?(?:total|combined|overall|aggregate)\b[^,;]*$")
_IN_ALL = Pattern(" in (?:all|total)|,? altogether")
_CLASS = Pattern("[ⒷⓂ]")
_FEWEST_LISTED = 2
_FOREIGN = Pattern("(?:合同|协议)(?:利用)?外资(?:总?额|金额)?(?:约|达|为|共|超|近|逾)*$")
_LONGEST_COPULA = 2  # 属, 属于


def _is_trade(group: Group) -> bool:
    """Return whether a group, or the one that it is a part of, is one of trade contracts."""
    label = f"{group.shape}{group.parent.shape if group.parent else ''}"
    return bool(_TRADE.search(label)) and "投资" not in label


def _foreign(lead: str) -> AmountKind | None:
    """Return the kind of an amount whose word holds the name of its group: 外资项目Ⓒ，合同外资Ⓜ."""
    return "foreign_capital" if _FOREIGN.search(lead) else None


def _adds_up(counted: Sequence[Group]) -> bool:
    """Return whether the groups of a list, two at least, are as many as the first one counts."""
    whole, *parts = counted
    return len(parts) >= _FEWEST_LISTED and whole.n_counted == sum(one.n_counted for one in parts)


class AmountReader:
    """Reads the amounts of one sentence into the groups that they belong to."""

    def __init__(self, opened: OpenedGroups) -> None:
        """Begin a sentence.

        Args:
            opened: its groups.
        """
        self._opened = opened
        self._text = opened.text
        self._language = opened.language

    def add(self, run: Run) -> None:
        """Add a run of amounts to the groups that it belongs to."""
        if self._add_to_whole(run.places[-1]):
            if len(run.places) == 1:
                return
            run = run._replace(places=run.places[:-1])
        if self._waits(run):
            kind = amount_kind(self._amount_words(run.lead)) or "investment"
            self._opened.pending_amounts = [(kind, self._opened.mark(run.places[0]))]
            return
        if self._bounds_class(run):
            place = self._opened.sentence.start + run.places[0]
            self._opened.rename(self._opened.groups[-1], place, place + 1)
            return
        targets = self._targets(run)
        named = amount_kind(self._amount_words(run.lead)) or _foreign(run.lead)
        for group, place in zip(targets, run.places, strict=False):
            kind = named or ("trade" if _is_trade(group) else "investment")
            if all(kind != other for other, _ in group.amounts):
                group.amounts.append((kind, self._opened.mark(place)))

    def _waits(self, run: Run) -> bool:
        """Return whether an amount is of the group counted right behind it: 总投资Ⓜ的Ⓒ项目."""
        return (
            self._language == "zh"
            and len(run.places) == 1
            and is_group_amount(last_clause(run.lead), "zh")
            and bool(_OF_NEXT.match(self._text, run.places[0] + 1))
        )

    def _add_to_whole(self, place: int) -> bool:
        """Add what an English sentence calls turnover, or capital from outside, to the whole."""
        kind = kind_of_whole(self._text, place) if self._language == "en" else None
        if kind is None:
            return False
        whole = next((group for group in self._opened.backwards() if group.is_whole), None)
        if whole is None:
            return False
        if all(kind != other for other, _ in whole.amounts):
            whole.amounts.append((kind, self._opened.mark(place)))
        return True

    def _bounds_class(self, run: Run) -> bool:
        """Return whether a range names a class by size: "Ⓒ over Ⓑ, Ⓒ with Ⓜ"."""
        if self._language != "en" or len(run.places) > 1 or not self._opened.groups:
            return False
        *before, last = self._opened.groups
        is_range = self._opened.mark(run.places[0]).figure.upper is not None
        is_bare = last.is_whole and last.count is not None and not last.amounts
        return is_range and is_bare and any(_CLASS.search(group.shape) for group in before)

    def _targets(self, run: Run) -> list[Group]:
        """Return the groups that a run of amounts belongs to."""
        wanted = len(run.places)
        after = self._text[run.places[-1] + 1 :]
        is_bound = self._opened.is_label((run.places[0], run.places[0] + 1))
        if (
            is_bound
            or _EXAMPLES.search(run.lead)
            or _OF_PROJECT.match(after)
            or _OWNED.search(run.lead)
        ):
            return []
        if named := self._dealt_out(run) if wanted > 1 else self._named(run):
            return named
        if self._sums_up_list(run):
            return self._whole_of_list()
        if not is_group_amount(self._amount_words(run.lead), self._language):
            return []
        if wanted > 1:
            return self._opened.last(wanted)
        together = self._is_first(run) and _TOGETHER.match(self._text)
        before = self._opened.before[-1] if self._opened.before and together else None
        owner = self._opened.current or before
        return [owner] if owner else []

    def _named(self, run: Run) -> list[Group]:
        """Return the group that an amount's own words name."""
        one = open_holder(self._opened, run) or self._opened.one_of_two(run.lead)
        own = _SUM_OF.search(run.lead) if one is None and self._language == "en" else None
        if own and (one := self._opened.subject(own["label"])):
            self._opened.current = one
        return [one] if one else []

    def _dealt_out(self, run: Run) -> list[Group]:
        """Open the groups that amounts are dealt out to: "A, B and C projects were Ⓜ, Ⓜ and Ⓜ, respectively"."""
        head = _OF_LIST.search(self._text, 0, run.places[0]) if self._is_first(run) else None
        if head is None or not _RESPECTIVELY.match(self._text, run.places[-1] + 1):
            return []
        names = pieces(self._text, *head.span("names"), _LIST)
        if len(names) != len(run.places):
            return []
        return [
            self._opened.enter(name, place, among="")
            for name, place in zip(names, run.places, strict=True)
        ]

    def _whole_of_list(self) -> list[Group]:
        """Return the whole that the listed groups make up, where the sentence counts it without a sum."""
        wholes = (group for group in self._opened.groups if group.count and not group.amounts)
        first = next(wholes, None)
        return [first] if first and _adds_up(self._opened.groups) else []

    def _sums_up_list(self, run: Run) -> bool:
        """Return whether an amount is that of all groups that a sentence has listed as signed."""
        counted = [group for group in self._opened.groups if group.count and not group.amounts]
        is_list = len(counted) >= _FEWEST_LISTED and len(counted) == len(self._opened.groups)
        if self._language != "en" or not is_list:
            return False
        if _adds_up(counted) and _WITH_TOTAL.search(run.lead):
            return True
        is_in_all = _IN_ALL.match(self._text, run.places[-1] + 1)
        return bool((_LIST_WORTH if is_in_all else _LIST_DONE).search(run.lead))

    def _is_first(self, run: Run) -> bool:
        return not ANY_MARK.search(self._text[: run.places[0]])

    def _amount_words(self, lead: str) -> str:
        """Return what of a lead has to be words of amount, the group's own name left out."""
        if self._language == "en":
            lead = self._without_label(last_clause(lead))
            return _NOUN_EN.split(lead)[-1]
        return _NOUN_ZH.sub("", self._without_label(lead), count=1)

    def _without_label(self, lead: str) -> str:
        current = self._opened.current
        if current is None or current.amounts or current.percents:
            return lead
        shape = current.shape
        if self._language == "zh":
            bare = lead.lstrip("，、 ")
            at = bare.find(shape) if shape else -1
            return bare[at + len(shape) :] if 0 <= at <= _LONGEST_COPULA else lead
        return lead.split(shape, 1)[1] if shape and shape in lead else lead
