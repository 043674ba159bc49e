"""Groups of projects: a count with the amounts and percentages that belong to it.

A sentence is read from left to right. A count opens a group (or, unnamed, the whole); an amount or
a percentage joins the group before it; a list of values of one kind is dealt out, to the names in
front of it or to as many groups before it (分别, 依次, "respectively").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.models.rules.amounts import amount_kind, bases, is_group_amount, is_growth
from extractor.models.rules.background import Background
from extractor.models.rules.dimensions import dimension_of_frame, dimension_of_label
from extractor.models.rules.labels import find_label, is_rest
from extractor.models.rules.reading import ANY_MARK, COUNT, MONEY, PERCENT, Mark, Reading, Sentence
from extractor.record import AmountKind, Dimension, PercentBase

_LIST_GAP = re.compile(
    r"\s*(?:[、，,/]|和|及|与|與|以及|and|,\s*and|&)\s*(?:约|約|近|about|around)?\s*"
)
_WINDOW_START = re.compile(
    r"[，。；：,;:（(]|(?<=[ⒸⓂⓅⓃ])、|[ⒸⓂⓅ]|——|—|(?<=[)ⒸⓂⓅ]) and |(?<=projects) and |(?<=agreements) and |(?<=[ⒸⓂⓅ]) but "
)
_WINDOW_END = re.compile(r"[，。；：、,;:）)（(]|[ⒸⓂⓅ]")
_REFERENCE_ZH = re.compile(
    r"^(?:项目|項目|[^，；、。ⒸⓂⓅ]{1,8}项目|签约项目|簽約項目)?(?:(?:中|当中|當中|里|裡|内)(?:，|,|有|已)|分别[是为：])"
)
_REFERENCE_EN = re.compile(
    r"\b(?:among|of|out of) (?:the|these|those|all|all the|this year['’]s|its|our)\s*$",
    re.IGNORECASE,
)
_RESUMED_EN = re.compile(r"^ (?:alone|together|in all|between them)\b")
_OF_OTHER = re.compile(r" of (?:the|these|those|all|this year['’]s|its|our) (?=Ⓒ)")
_NEXT_COUNT = re.compile(
    r"\s*of (?:them|the (?:projects|deals|contracts|total)|these)\s*[,—–-]+\s*(?=Ⓒ)"
)
_AMONG = re.compile(
    r"其中|当中|當中|\b(?:among (?:them|these|which)|of (?:these|them|which|this)|including|in it)\b",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(
    r"\b(?:such as|including|for example|like|among which)\b|包括|例如|如(?!期)", re.IGNORECASE
)
_PREDICATE = re.compile(
    r"(?:[,—]+ ?|(?<=Ⓜ) )(?:were|are|was|is|have|had|pertain|come|go|went)(?: \w+ly| already| backers| to)* "
    r"(?P<label>(?:(?:signed|inked|concluded|sealed|in|from|on|at|started) |by (?=companies|investors|firms)|broken ground|(?<=pertain to )\w)[^,;:()ⒸⓂⓅ—]*?)(?=[,;:.—]|$)"
)
_LEADING_NOUN = re.compile(
    r"^\s*(?:In |The |As for |For )?(?P<label>[A-Z]?[\w’'-]+(?: (?!remain|is|are|was|were|dominate|lead|continue|has|have|the count|saw|took)[\w’'-]+){0,4}),?"
    r" (?:remains?|is|are|was|were|dominates?|leads?|continues?|has|have|the (?:count|number)|[^,]{2,70}, (?:saw|took|signed|got|received|collected|keeps|kept|attracted|won|has|had|drew|gained|secured|landed))\b"
)
_FIRST_NOUN = re.compile(
    r"^\s*(?:The )?(?P<label>[A-Z][\w’'-]+(?: (?!remain|is|are|was|were|builds?|makes?|has|have|lead|dominate|continue)[\w’'-]+){0,3}) (?:remains?|is|are|was|were|builds?|makes?|has|have|leads?|dominates?|continues?)\b"
)
_LIST_LEAD = re.compile(r"^.*\b(?:held|took place|opened) in (?:the )?|^(?:分别)?(?:在|来自|从)")
_LIST_TAIL = re.compile(r"(?: on)? ?Ⓓ$| divisions?$")
_SHARE_OF = re.compile(r"分别占|占|account")
_NAMED_REFERENCE = re.compile(r"^\W*(?:在)?(?P<label>[^，。；Ⓒ]{2,14}?)(?:类)?项目(?:中|里|当中)，")
_TOPIC_ZH = re.compile(
    r"^[\s“]*(?P<label>[^，。；：、ⒸⓂⓅ]{2,14}?)(?:类)?(?:项目|产业|投资)(?:备受|成为|表现|唱|领|亮眼|亮点|突出|占据|增势|比重|势头|最多|居多|为主|是|支撑|成)[^，。；ⒸⓂⓅ]{0,12}，(?:共有|共|签约|总计|达|有)?$"
)
_TOGETHER = re.compile(
    r"^\W*(?:together|in total|altogether|in all|they|these projects|the total)\b|^(?:总投资|合计|协议)",
    re.IGNORECASE,
)
_RATIO = re.compile(r"Ⓟ[∶:：]Ⓟ[∶:：]Ⓟ")
_SECTORS = ("第一产业", "第二产业", "第三产业")


@dataclass(eq=False)
class Group:
    """A group of the event's projects, or (label empty) the whole of them.

    Attributes:
        label: the words that name it, as the article has them; empty for the whole.
        shape: the same in the reading, with marks.
        clause: the words around its first figure, which tell the scope and what was done.
        at: the offset of its first figure in the reading.
        sentence: which sentence opened it.
        label_at: where its label stands in the reading.
    """

    label: str
    shape: str
    clause: str
    at: int
    sentence: Sentence
    label_at: int = 0
    count: Mark | None = None
    amounts: list[tuple[AmountKind, Mark]] = field(default_factory=list)
    percents: list[tuple[PercentBase | None, Mark]] = field(default_factory=list)
    parent: "Group | None" = None
    dimension: Dimension | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing cuts it out from the rest."""
        return not self.label

    def figures(self) -> Iterator[Mark]:
        """Give its figures."""
        if self.count:
            yield self.count
        yield from (mark for _, mark in self.amounts)
        yield from (mark for _, mark in self.percents)


def read_groups(
    reading: Reading, background: Background, *, claimed: frozenset[int] = frozenset()
) -> list[Group]:
    """Return the groups of an article in order, wholes among them.

    Args:
        reading: the article.
        background: where its figures are put aside.
        claimed: ids of figures that belong to other items.
    """
    groups: list[Group] = []
    frame: Dimension | None = None
    previous: Sentence | None = None
    topic: Group | None = None
    for sentence in reading.sentences:
        if previous is None or sentence.paragraph != previous.paragraph:
            frame = topic = None
        frame = dimension_of_frame(sentence.text) or frame
        reader = _SentenceReader(
            reading, background, sentence, groups, claimed, frame=frame, previous=previous
        )
        topic = reader.topic or topic
        groups += reader.read(topic)
        previous = sentence
    return groups


@dataclass(frozen=True, slots=True)
class _Run:
    """Figures of one kind in a row; mostly one."""

    letter: str
    offsets: tuple[int, ...]
    lead: str


class _SentenceReader:
    def __init__(
        self,
        reading: Reading,
        background: Background,
        sentence: Sentence,
        before: Sequence[Group],
        claimed: frozenset[int],
        *,
        frame: Dimension | None,
        previous: Sentence | None,
    ) -> None:
        self._reading = reading
        self._background = background
        self._sentence = sentence
        self._text = sentence.text
        self._before = before
        self._claimed = claimed
        self._language = "zh" if reading.article.language == "zh" else "en"
        self._frame = frame
        self._previous = previous
        self._groups: list[Group] = []
        self._current: Group | None = None
        self._parent: Group | None = None
        self._pending: list[tuple[PercentBase | None, Mark]] = []

    @property
    def topic(self) -> Group | None:
        """The group that the paragraph is about from here on: 外资项目中，…."""
        named = _NAMED_REFERENCE.match(self._text)
        return self._find(named.group("label")) if named else None

    def read(self, topic: Group | None) -> list[Group]:
        """Return the groups that the sentence opens; without another parent the topic's parts."""
        self._parent = topic
        if ratio := _RATIO.search(self._text):
            self._read_ratio(ratio.start())
            return self._groups
        for run in self._runs():
            if run.letter == COUNT:
                self._open(run)
            elif run.letter == MONEY:
                self._add_amounts(run)
            else:
                self._add_percents(run)
        return self._groups

    def _runs(self) -> Iterator[_Run]:
        start = self._sentence.start
        offsets: list[int] = []
        letter, end, lead_start = "", 0, 0
        for at, mark in self._reading.marks(start, start + len(self._text)):
            place = at - start
            kind = self._text[place]
            if kind not in COUNT + MONEY + PERCENT or not self._is_free(at, mark):
                continue
            is_listed = kind == letter and _LIST_GAP.fullmatch(self._text, end, place)
            if is_listed and not (kind == COUNT and self._is_reference(offsets[-1])):
                offsets.append(place)
            else:
                if offsets:
                    yield _Run(letter, tuple(offsets), self._text[lead_start : offsets[0]])
                lead_start = end
                offsets = [place]
                letter = kind
            end = place + 1
        if offsets:
            yield _Run(letter, tuple(offsets), self._text[lead_start : offsets[0]])

    def _is_free(self, at: int, mark: Mark) -> bool:
        return mark.figure.id not in self._claimed and self._background.reason(at) is None

    def _mark(self, place: int) -> Mark:
        return self._reading.mark(self._sentence.start + place)

    # Counts

    def _open(self, run: _Run) -> None:
        if len(run.offsets) > 1:
            self._open_list(run)
            return
        (place,) = run.offsets
        if self._is_reference(place):
            self._refer(place)
            return
        if self._language == "en" and self._resume(place):
            return
        if other := _OF_OTHER.match(self._text, place + 1):
            self._refer(other.end())
        if self._open_behind_amount(place, run.lead) or self._take_up(place, run.lead):
            return
        label = self._label(place) or (place, place)
        if re.search(r"各[有为]?$", self._text[:place]):
            for start, end in _pieces(self._text[label[0] : label[1]], "、|和|及"):
                self._enter((label[0] + start, label[0] + end), place, among=run.lead)
        elif not re.search(r"(?:多|少|增加|减少|新增|新建|达到)$", self._text[:place]):
            self._enter(label, place, among=run.lead)

    def _label(self, place: int) -> tuple[int, int] | None:
        start, end = self._window(place)
        found = find_label(self._text[start:end], self._language)
        span = (start + found[0], start + found[1]) if found else None
        if self._language == "zh":
            topic = None if span else _TOPIC_ZH.match(self._text[:place])
            return topic.span("label") if topic else span
        if span is None or is_rest(self._text[span[0] : span[1]]):
            return self._predicate(place) or span or self._subject_noun(place)
        return span

    def _predicate(self, place: int) -> tuple[int, int] | None:
        """Return what is said of a count behind its amounts: "..., were signed on stage"."""
        found = _PREDICATE.search(self._text, place + 1, place + 120)
        if found is None or re.search("[Ⓒ;]", self._text[place + 1 : found.start()]):
            return None
        return found.span("label")

    def _subject_noun(self, place: int) -> tuple[int, int] | None:
        """Return the subject that a count takes up: of the sentence, or of the one before it."""
        if place < 160 and (found := _LEADING_NOUN.match(self._text[:place])):
            label = found.group("label")
            if find_label(f"{label} Ⓒ", "en"):
                return found.span("label")
        return None

    def _take_up(self, place: int, lead: str) -> bool:
        """Open the group that the sentence before tells of: "They ...", "With Ⓒ, they ..."."""
        if self._previous is None or not self._is_taken_up(place):
            return False
        found = _FIRST_NOUN.match(self._previous.text)
        if not found:
            return False
        group = self._enter((place, place), place, among=lead)
        start = self._previous.start + found.start("label")
        group.shape, group.label_at = found.group("label"), start
        group.label = self._reading.quote(start, start + len(group.shape))
        group.dimension = _dimension(group.shape, self._frame)
        return True

    def _is_taken_up(self, place: int) -> bool:
        """Return whether a pronoun stands for the group that the sentence before tells of."""
        return bool(
            re.search(r"^\W*With $", self._text[:place])
            and re.search(r"\bthey\b", self._text)
            or re.match(r" projects came (?:its|their) way", self._text[place + 1 :])
        )

    def _open_behind_amount(self, place: int, lead: str) -> bool:
        """Open the group of a count in brackets behind its amount: "solar parks Ⓜ (Ⓒ)"."""
        found = re.search(r"(?P<amount>Ⓜ)(?: of (?:this|it|that))? ?[(（]$", self._text[:place])
        if not found:
            return False
        at = found.start("amount")
        start, _ = self._window(at)
        span = find_label(self._text[start:at] + COUNT, self._language)
        if not span:
            return False
        mark = self._mark(at)
        for group in self._groups:
            group.amounts = [pair for pair in group.amounts if pair[1] is not mark]
        self._enter((start + span[0], start + span[1]), place, among=lead)
        self._groups[-1].amounts.append(("investment", mark))
        return True

    def _resume(self, place: int) -> bool:
        """Go on with a group counted before: "the nine alone adding up to Ⓜ"."""
        if not re.search(r"\bthe $", self._text[:place]):
            return False
        value = self._mark(place).figure.value
        for group in reversed([*self._before, *self._groups]):
            if group.count and group.count.figure.value == value:
                self._current = group
                return True
        return False

    def _window(self, place: int) -> tuple[int, int]:
        start = before = 0
        for found in _WINDOW_START.finditer(self._text, 0, place):
            before, start = start, found.end()
        if start == place and self._text[place - 1 : place] in "(（":
            start = before
        other = _OF_OTHER.match(self._text, place + 1)
        stop = _WINDOW_END.search(self._text, other.end() + 1 if other else place + 1)
        return start, stop.start() if stop else len(self._text)

    def _is_reference(self, place: int) -> bool:
        if self._language == "zh":
            return bool(_REFERENCE_ZH.match(self._text[place + 1 :]))
        return bool(_REFERENCE_EN.search(self._text[:place]))

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
        start, end = self._window(place)
        group = Group(
            label=self._reading.quote(offset + label[0], offset + label[1]) if shape else "",
            shape=shape,
            clause=self._text[self._clause_start(start) : end],
            at=offset + place,
            sentence=self._sentence,
            label_at=offset + label[0],
        )
        if self._text[place] == COUNT:
            group.count = self._mark(place)
        group.parent = self._parent_for(among)
        group.dimension = _dimension(shape, self._frame)
        self._groups.append(group)
        self._current = group
        if self._pending and group.count:
            group.percents += self._pending
            self._pending = []
        return group

    def _clause_start(self, start: int) -> int:
        """Return where the clause before a window begins: it often holds the scope."""
        return max(self._text.rfind(mark, 0, max(start - 1, 0)) for mark in "，；。;,:：") + 1

    def _parent_for(self, lead: str) -> Group | None:
        if not _AMONG.search(lead):
            return self._parent
        last = self._groups[-1] if self._groups else (self._before[-1] if self._before else None)
        self._parent = last if last and not last.is_whole else None
        return self._parent

    def _open_list(self, run: _Run) -> None:
        """Deal a list of counts out to the names before it."""
        names = self._names(run.offsets[0], len(run.offsets))
        for place, label in zip(run.offsets, names or [], strict=False):
            self._enter(label, place, among=run.lead)

    def _names(self, place: int, wanted: int) -> list[tuple[int, int]] | None:
        """Return the spans of as many names as wanted from the list before a run of values."""
        start = max(self._text.rfind(mark, 0, place) for mark in "；。;：:ⒸⓂⓅ") + 1
        head = re.sub(
            r"(?:的|各|三|四|Ⓝ|Ⓒ)?(?:[镇市县区]|地区|divisions?|districts?)?\s*(?:依次|分别|分別|respectively|are to host|accounted for|signed|have|has|took|received|with|for|为|為|有|达|占|签约|projects|,)*\s*$",
            "",
            self._text[start:place],
            flags=re.IGNORECASE,
        )
        comma = head.rfind("，")
        head_start = start + comma + 1
        spans = _split_names(head[comma + 1 :], wanted)
        if not spans:
            return None
        return [self._trimmed(head_start + a, head_start + b) for a, b in spans]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Leave out what stands around a listed name: where and when."""
        if lead := _LIST_LEAD.match(self._text[start:end]):
            start += lead.end()
        if tail := _LIST_TAIL.search(self._text[start:end]):
            end = start + tail.start()
        return start, end

    # Amounts

    def _add_amounts(self, run: _Run) -> None:
        targets = self._targets(run)
        kind = amount_kind(self._amount_words(run.lead)) or "investment"
        for group, place in zip(targets, run.offsets, strict=False):
            if all(kind != other for other, _ in group.amounts):
                group.amounts.append((kind, self._mark(place)))

    def _targets(self, run: _Run) -> list[Group]:
        """Return the groups that a run of amounts belongs to."""
        wanted = len(run.offsets)
        after = self._text[run.offsets[-1] + 1 :]
        if _EXAMPLES.search(run.lead) or re.match(r"的(?![ⒸⓂ])", after):
            return []
        if not is_group_amount(self._amount_words(run.lead), self._language):
            return []
        if wanted > 1:
            return self._last(wanted)
        if self._current:
            return [self._current]
        if self._before and self._is_first(run) and _TOGETHER.match(self._text):
            return [self._before[-1]]
        return []

    def _is_first(self, run: _Run) -> bool:
        return not ANY_MARK.search(self._text[: run.offsets[0]])

    def _amount_words(self, lead: str) -> str:
        """Return what of a lead has to be words of amount, the group's own name left out."""
        if self._language == "en":
            lead = self._without_label(_last_clause(lead))
            cut = [
                m.end()
                for m in re.finditer(r"\b(?:projects?|MoUs?|deals|contracts|proposals)\b", lead)
            ]
            return lead[cut[-1] :] if cut else lead
        return re.sub(
            r"^(?:投资)?(?:项目|項目|工程)?(?:集中|现场|同步|成功)?(?:达成)?(?:签约|簽約|开工|動工|落地)?(?:意向|仪式)?",
            "",
            self._without_label(lead),
        )

    def _without_label(self, lead: str) -> str:
        shape = self._current.shape if self._current else ""
        return lead.split(shape, 1)[1] if shape and shape in lead else lead

    def _last(self, wanted: int) -> list[Group]:
        groups = self._groups if len(self._groups) >= wanted else [*self._before[-wanted:]]
        return list(groups[-wanted:]) if len(groups) >= wanted else []

    # Percentages

    def _add_percents(self, run: _Run) -> None:
        after = self._text[run.offsets[-1] + 1 : run.offsets[-1] + 60]
        after = re.split(r"[，,；;。ⓅⓂⒸ]", after, maxsplit=1)[0]
        clause = _last_clause(run.lead)
        if is_growth(clause, after):
            return
        named = self._bases(run, clause, after)
        if _NEXT_COUNT.match(self._text, run.offsets[-1] + 1):
            self._pending = [("count", self._mark(run.offsets[-1]))]
            return
        groups = self._percent_groups(run, clause, after)
        if len(groups) == 1 and len(run.offsets) > 1:
            groups *= len(run.offsets)
            for group, place, base in zip(groups, run.offsets, named, strict=False):
                group.percents.append((base, self._mark(place)))
            return
        for group, place in zip(groups, run.offsets, strict=False):
            group.percents.append((named[0] if named else None, self._mark(place)))

    def _bases(self, run: _Run, clause: str, after: str) -> list[PercentBase]:
        """Return the bases named: behind the figure in English first, before it in Chinese."""
        before = run.lead if len(run.offsets) > 1 else clause
        if self._language == "en":
            return bases(after) or bases(before)
        return bases(before) or bases(after)

    def _percent_groups(self, run: _Run, clause: str, after: str) -> list[Group]:
        wanted = len(run.offsets)
        if wanted > 1:
            if len(bases(run.lead)) >= wanted and (self._groups or self._before):
                return [
                    self._subject(_SHARE_OF.split(run.lead)[0])
                    or (self._groups or list(self._before))[-1]
                ]
            names = self._names(run.offsets[0], wanted)
            if names:
                return [
                    self._enter(label, place, among="")
                    for label, place in zip(names, run.offsets, strict=True)
                ]
            return self._last(wanted)
        if group := self._subject(clause):
            self._current = group
            return [group]
        place = run.offsets[0]
        if found := re.match(
            r"(?:为|是|属于|投向|来自|集中在)(?P<label>[^，。；、]{2,14}?)(?:项目)?$", after.strip()
        ):
            at = place + 1 + len(after) - len(after.lstrip())
            return [
                self._enter((at + found.start("label"), at + found.end("label")), place, among="")
            ]
        return [self._current] if self._current else []

    def _subject(self, clause: str) -> Group | None:
        """Return the group that a percentage's own clause names, where it was counted before."""
        for group in [*self._groups, *self._before]:
            if len(group.shape) > 1 and group.shape in clause:
                return group
        return None

    def _find(self, label: str) -> Group | None:
        for group in reversed(self._before):
            if group.label and (label.endswith(group.label) or group.label.startswith(label)):
                return group
        return None

    def _read_ratio(self, place: int) -> None:
        for index, sector in enumerate(_SECTORS):
            offset = place + 2 * index
            group = self._enter((offset, offset), offset, among="")
            group.label = group.shape = sector
            group.dimension = "industry"
            base: PercentBase = (
                "count" if bases(self._text[:place])[:1] == ["count"] else "investment"
            )
            group.percents.append((base, self._mark(offset)))


def _dimension(shape: str, frame: Dimension | None) -> Dimension | None:
    """Return a group's dimension: what its own words show beyond doubt, the frame, its words."""
    own = dimension_of_label(shape)
    if own in {"size", "stage", "occasion"}:
        return own
    return frame or own


def _last_clause(lead: str) -> str:
    """Return the part of a lead behind its last comma or bracket, a trailing one left aside."""
    body = lead.rstrip(" ，,、(（；;")
    cut = max(body.rfind(mark) for mark in "，,；;、（(:：")
    return lead[cut + 1 :]


def _split_names(head: str, wanted: int) -> list[tuple[int, int]] | None:
    for separators in (
        r"\s*[、，,;]\s*(?:and\s+|和|及)?",
        r"\s*[、，,;]\s*(?:and\s+)?|\s+and\s+|和|及|与|與",
    ):
        spans = _pieces(head, separators)
        if len(spans) >= wanted:
            return spans[-wanted:]
    return None


def _pieces(head: str, separators: str) -> list[tuple[int, int]]:
    spans = []
    at = 0
    for found in [*re.finditer(separators, head), None]:
        end = found.start() if found else len(head)
        piece = head[at:end]
        start = at + len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append((start, start + len(piece.strip())))
        at = found.end() if found else end
    return spans
