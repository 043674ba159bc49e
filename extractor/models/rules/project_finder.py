"""Named projects: investor, place, amounts, targets, and the groups they are examples of."""

import re
from collections.abc import Iterator, Sequence

from extractor.models.rules.amounts import amount_kind
from extractor.models.rules.background import Background
from extractor.models.rules.chinese_entries import builder_in, entries_of
from extractor.models.rules.chinese_projects import chinese_mentions
from extractor.models.rules.clauses import behind_last
from extractor.models.rules.cued import Cued
from extractor.models.rules.english_names import BODY
from extractor.models.rules.english_projects import english_mentions
from extractor.models.rules.groups import Group
from extractor.models.rules.investors import split_bodies
from extractor.models.rules.named import NamedProject, NamedProjects
from extractor.models.rules.project_mentions import Extent, Mention
from extractor.models.rules.project_tables import table_projects
from extractor.models.rules.project_words import FIRM_END_ZH, LEAST_OUTLAY
from extractor.models.rules.reading import COUNT, MONEY, THING, Mark, Reading, Sentence
from extractor.models.rules.targets import find_targets
from extractor.record import AmountKind

_CONTINUES_ZH = re.compile(
    r"(?:该项目|该工程|该基地|(?:这[个一]|该)[^，。；Ⓜ]{0,20}Ⓜ?[^，。；Ⓜ]{0,6}项目|项目|其|它|达产|建成|投产|全部|计划|预计)(?!中|里|签约|办|总|数|好)"
)
_CONTINUES_EN = re.compile(
    r"(?:(?:This|The|That) Ⓜ (?:project|plant|scheme|investment)|The (?:(?:contract|agreed|planned|total) )+(?:amount|investment|value)|(?:He|She) (?:said|added|noted|explained) that (?:after|once|when|upon|it)|It|They|The (?:pair|two)|Its (?:cost|investment|investor)|The investor|The (?:project|plant|company|line|facility|firm|base|park|factory)|Once|When|Upon|On completion|After (?:it|the|being|completion|reaching))\b"
)
_OFFERED_ZH = Cued(
    "招商项目|招商引资项目|推介项目|推介引资项目|储备项目|储备引资项目",
    r"(?:推介|推出|发布|征集|谋划|储备|包装|对外)[^。]{0,80}(?:招商|推介|储备)(?:引资)?项目",
)
_OFFERED_EN = Cued(
    "on offer|open to investors|seeking |looking for |in search of |calling for |up for grabs|turned down|turned away",
    r"\b(?:on offer|open to investors|(?:seeking|looking for|in search of|calling for) (?:investors?|investment|partners)|up for grabs|turned (?:down|away))\b",
)
_ASIDE_COUNT = re.compile(r", (?:which|who|whose) [^,;.]*$")
_QUOTE = re.compile(r"\s*[“\"]")
_PRONOUN = re.compile(
    r"It\b|They\b|[Tt]he (?:company|firm|group|developer|maker|utility) (?:would|will|is|was|plans|has)\b|The (?:[\w-]+ ){1,3}(?:will|is|was|plans|has)\b"
)
_ANTECEDENT = re.compile(
    r"(?:\b(?:is|was|are|came from|comes from|by|from) |^)(?:the )?(?P<inv>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|&))+)(?=,|$|\.)"
    r"|\b(?:is|was) (?P<one>[A-Z][\w’'&-]+)\.$|^\W*(?P<first>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|&))+) [a-z]+(?:ed|s) "
)
_INVESTS = re.compile(
    r"(?P<inv>[A-Z][\w’'&.,-]*(?: [A-Z][\w’'&.,-]*)*) (?:(?:will|plans to|is to|intends to) )?(?:invest|spend|put|pour)(?:s|ed)? Ⓜ(?:,| here| in (?:it|this|the project)\b)"
)
_BUILT_BY = re.compile(
    rf"\b(?:invested|built|constructed|developed|undertaken)(?: and [a-z]+)? by (?:the )?(?P<inv>{BODY})"
)
_END_ZH = re.compile(r"[；;]")
_END_EN = re.compile(r";(?! ?(?:from Ⓞ,? )?(?:it|which|once|(?:the |an )?annual|with|output)\b)")
_BETWEEN = re.compile(r"[、，,]? ?(?:and |和|及)?")
_THIS_YEAR = re.compile(r" (?:this|within the|in the first) year\b")
_DEALT = re.compile(r"分别|依次|respectively|in turn")
_LEAD_ZH = re.compile(
    r"(?:其中|新增|追加|再|计划|预计|协议|合同|总|投资|引资|引进|县外|市外|省外|境外|资金|金额|额|约|为|达|是|共|合计|共计|利用|外资|年度|年内|今年|当年|到位|首期|一期|项目|意向|完成|投入|造价|作价|涉款|涉资|耗资|总额|先期|先|投|斥资|涉及|虽只有|只有|虽|拟|将|则|前者|后者|不足|规模|只|固定资产|Ⓞ|分别|依次|建设|概算|估算|[，、：（；\s])*"
)
_NO_AMOUNT_EN = re.compile(
    r"\b(?:output|sales|tax(?:es)?|revenue|exports?|income|turnover|profits?|last year|up from|credit|worth of|catalog|of the total)\b",
    re.IGNORECASE,
)
_KEPT_EN = 110  # letters between a project's name and its amount

_BY_ZH = re.compile(
    r"由(?P<inv>[^，,。；;ⓂⒸ]{2,30}?)(?:共同|联合|独家|负责|出资|计划|拟|将)*(?:投资|承建|建设|实施|开发|运营|出资|投建|打造)"
)
_PLACE_ZH = re.compile(
    r"(?:将|拟|已|正式|就|计划)*(?:落户|落地|落子|选址|位于|坐落于|坐落在|布局|建于|在)(?:于|在|到|了)?(?P<place>(?!这里|此地|当地|本地)[\u3400-\u9fffA-Z]{2,14}?)(?=[，,。；;、]|建设|投资|动工|开工|的(?!.{0,3}(?:对面|旁|附近|隔壁))|$)"
)
_PLACE_EN = re.compile(
    r"(?:Ⓜ|\b(?:settled|located|situated|landed|built|come up|coming up|set up|sited|based|started)) (?:in|at|on|near) (?:the )?(?P<place>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of(?= [A-Z])))*(?: (?:division|district|county|province))?)"
)
_NO_PLACE_EN = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_THE_FIRM = frozenset(["公司", "该公司", "企业", "该企业"])
_FIRM_NAMED = re.compile(
    r"(?<![\u3400-\u9fff])(?P<body>[\u3400-\u9fff（）]{3,20}?(?:有限公司|集团|股份|公司))|[是为](?P<told>[^，。；的ⓂⒸ]{2,12})(?=[。，])"
)
_BACK = 160  # letters in which a firm is looked for that 公司 takes up
_TAKEN_UP = re.compile(r"(?:这[个一]|该)(?:由[^，]{2,20}|[^，]{0,8}项目)?(?:总)?投资(?:额)?$")
_INVESTED_BY = re.compile(r"由[^，；。ⓂⒸ]{2,24}?(?:投资|出资|投入|斥资)[约达近超]?")
_INVESTS_ZH = re.compile(
    rf"(?P<inv>[^，；。：ⓂⒸ]{{1,24}}?(?:{FIRM_END_ZH}))(?:拟|将|计划|共同|联合|独家|总|再|已)*(?:投资|出资|投入|斥资)[约达近超]?"
)
"""Whose money it is, in the words before an amount in an entry of a list."""
_CLAUSE_LEAD = re.compile("[^，。；：ⒸⓂⓅ]+$")
_HAS = re.compile(
    r"(?:Ⓞ|一期|首期|将|拟|计划|可|共|主要|新|总)*(?:安装|改造|设置|规划|配备|配置|建设|新建|容纳|设|布置|购置|引进)"
)
_COUNTED = re.compile("Ⓒ[^，。；]{0,8}(?:项目|企业|合同)")
_THIS_REGION = re.compile("该[县市区]")
_PLACE_END_ZH = re.compile(r"(?:区|县|市|镇|乡|园|街道|村|新城|港|片区|基地|岛|[省州])$")


def find_projects(
    reading: Reading, background: Background, *, claimed: frozenset[int] = frozenset()
) -> NamedProjects:
    """Find the named projects of an article.

    Args:
        reading: the article.
        background: where its figures are put aside.
        claimed: ids of figures that belong to agreements.
    """
    return _Finder(reading, background, claimed).find()


class _Finder:
    def __init__(self, reading: Reading, background: Background, claimed: frozenset[int]) -> None:
        self._reading = reading
        self._background = background
        self._taken = set(claimed)
        self._is_chinese = reading.article.language == "zh"
        self._text = reading.text
        self._offered = _OFFERED_ZH if self._is_chinese else _OFFERED_EN
        self._mentions = chinese_mentions if self._is_chinese else english_mentions
        self._entries = entries_of(reading) if self._is_chinese else {}
        self._entry_line: int | None = None
        self._is_in_list = False
        self._found = NamedProjects()

    def find(self) -> NamedProjects:
        last: list[NamedProject] = []
        previous: Sentence | None = None
        for sentence in self._reading.sentences:
            text = self._text[sentence.start : sentence.start + len(sentence.text)]
            if "\t" in text or self._offered.search(text):
                last = []
                continue
            entry = self._entries.get(sentence.start)
            told = (
                [entry] if entry else [] if self._is_entry_tail(sentence) else self._mentions(text)
            )
            mentions = [mention for mention in told if self._is_free(sentence, mention)]
            if entry and mentions:
                self._entry_line = sentence.paragraph
            self._is_in_list = self._is_entry_tail(sentence)
            if not mentions:
                if last and previous and self._continues(text, sentence, previous):
                    self._take_investor(last, sentence, text)
                    self._describe(sentence.start, sentence.start + len(text))
                    self._read_tail(last, sentence.start, sentence.start + len(text))
                elif self._is_chinese or not _QUOTE.match(text):
                    last = []
                previous = sentence
                continue
            for index, mention in enumerate(mentions):
                stop = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
                before = last if index else []
                last = self._enter(mention, sentence)
                self._describe(sentence.start + mention.start, sentence.start + stop)
                if not self._is_chinese and previous and not mention.investors:
                    self._point_back(last, text[mention.start :], previous)
                if not self._is_chinese:
                    self._take_builder(last, sentence, text, mention.names[-1][1], stop)
                self._read_tail(last, sentence.start + mention.end, sentence.start + stop, before)
            previous = sentence
        self._found.projects += table_projects(self._reading)
        self._found.joint = [group for group in self._found.joint if group.amounts]
        return self._found

    def _is_free(self, sentence: Sentence, mention: Mention) -> bool:
        offsets = [mention.names[0][0], *(at for _, at in mention.amounts)]
        return all(self._background.reason(sentence.start + at) is None for at in offsets) and all(
            self._is_outlay(sentence.start + at) for _, at in mention.amounts
        )

    def _is_outlay(self, at: int) -> bool:
        """Return whether an amount is large enough to build anything; Chinese ones are."""
        return self._is_chinese or (self._reading.mark(at).figure.value or 0) >= LEAST_OUTLAY

    def _is_entry_tail(self, sentence: Sentence) -> bool:
        """Return whether a sentence goes on with an entry of a list, in its line."""
        return sentence.paragraph == self._entry_line

    def _continues(self, text: str, sentence: Sentence, previous: Sentence) -> bool:
        if self._is_entry_tail(sentence):
            return True
        pattern = _CONTINUES_ZH if self._is_chinese else _CONTINUES_EN
        if not self._is_chinese and _INVESTS.match(text.strip()):
            return True
        return sentence.paragraph == previous.paragraph and bool(pattern.match(text.strip()))

    def _describe(self, start: int, end: int) -> None:
        """Claim the counts that only describe a project: "a 5,000-rack computing center"."""
        for at, mark in self._reading.marks(start, end):
            if self._text[at] not in COUNT + THING:
                continue
            if self._text.startswith("-", at + 1) or self._is_equipment(start, at, end):
                self._found.described.add(mark.figure.id)

    def _is_equipment(self, start: int, at: int, end: int) -> bool:
        """Return whether a count is of what a project or its firm has: 安装机架Ⓒ, which runs Ⓒ mills."""
        if not self._is_chinese:
            return bool(_ASIDE_COUNT.search(self._text, start, at))
        lead = _CLAUSE_LEAD.search(self._text, start, at)
        return bool(lead and _HAS.match(lead.group())) and not _COUNTED.match(self._text, at, end)

    def _take_investor(
        self, projects: Sequence[NamedProject], sentence: Sentence, text: str
    ) -> None:
        """Read "Lorem Machinery plans to invest Ⓜ, covers an area of ..." behind its project."""
        found = _INVESTS.match(text) or _BUILT_BY.search(text)
        if found and len(projects) == 1 and not projects[0].investors:
            start, end = found.span("inv")
            projects[0].investors = [(sentence.start + start, sentence.start + end)]

    def _take_builder(
        self, projects: Sequence[NamedProject], sentence: Sentence, text: str, start: int, end: int
    ) -> None:
        """Read "Lorem Park, which ..., covers Ⓠ and is built by Ipsum Power"."""
        found = _BUILT_BY.search(text, start, end)
        if found and len(projects) == 1 and not projects[0].investors:
            span = found.span("inv")
            projects[0].investors = [(sentence.start + span[0], sentence.start + span[1])]

    def _point_back(self, projects: Sequence[NamedProject], text: str, previous: Sentence) -> None:
        """Let "It will spend ..." mean the firm that the sentence before introduces."""
        found = _PRONOUN.match(text) and _ANTECEDENT.search(previous.text)
        if found:
            which = found.lastgroup or "inv"
            body = (previous.start + found.start(which), previous.start + found.end(which))
            for project in projects:
                project.investors = [body]

    # A mention's own words

    def _enter(self, mention: Mention, sentence: Sentence) -> list[NamedProject]:
        base = sentence.start
        names = [(base + a, base + b) for a, b in mention.names]
        bodies = [self._antecedent(base + a, base + b) for a, b in mention.investors]
        place = (base + mention.place[0], base + mention.place[1]) if mention.place else None
        if mention.dealt and len(names) == 1 and len(bodies) > 1:
            projects = [NamedProject(names[0], sentence, [body], place) for body in bodies]
        elif mention.dealt and len(names) == len(bodies):
            projects = [
                NamedProject(name, sentence, [body], place)
                for name, body in zip(names, bodies, strict=True)
            ]
        else:
            projects = [NamedProject(name, sentence, list(bodies), place) for name in names]
        self._found.projects += projects
        if len(projects) > 1:
            self._join(projects, names if len(names) > 1 else bodies, mention, sentence)
        self._give(projects, [(kind, base + at) for kind, at in mention.amounts])
        return projects

    def _antecedent(self, start: int, end: int) -> Extent:
        """Let 公司, 该公司 mean the firm named last before it."""
        if self._text[start:end] not in _THE_FIRM:
            return start, end
        named = list(_FIRM_NAMED.finditer(self._text, max(start - _BACK, 0), start))
        return named[-1].span(named[-1].lastgroup or "body") if named else (start, end)

    def _join(
        self,
        projects: Sequence[NamedProject],
        listed: Sequence[Extent],
        mention: Mention,
        sentence: Sentence,
    ) -> None:
        """Open a group for what is said of several projects together."""
        start, end = listed[0][0], listed[-1][1]
        if mention.group:
            start, end = (sentence.start + place for place in mention.group)
        group = Group(
            label=self._reading.quote(start, end),
            shape=self._reading.text[start:end],
            clause="",
            at=start,
            sentence=sentence,
            label_at=start,
            count=self._joint_count(mention, sentence.start, len(projects)),
            dimension="industry" if mention.group else "other",
        )
        self._found.joint.append(group)
        for project in projects:
            project.groups.append(group)

    def _joint_count(self, mention: Mention, base: int, wanted: int) -> Mark | None:
        """Return the count of joint projects, among or right behind their names."""
        start, end = base + mention.start, base + max(mention.end, mention.names[-1][1]) + 14
        for at, mark in self._reading.marks(start, end):
            inside = any(base + a <= at < base + b for a, b in mention.names)
            if self._text[at] in COUNT + THING and mark.figure.value == wanted and not inside:
                return mark
        return None

    def _give(
        self, projects: Sequence[NamedProject], amounts: Sequence[tuple[AmountKind, int]]
    ) -> None:
        """Deal amounts out to as many projects, or give one to the one or to all jointly."""
        marks = [(kind, self._reading.mark(at)) for kind, at in amounts]
        marks = [pair for pair in marks if pair[1].figure.id not in self._taken]
        self._taken.update(mark.figure.id for _, mark in marks)
        if len(projects) == len(marks) > 1:
            for project, pair in zip(projects, marks, strict=True):
                _add(project.amounts, *pair)
            return
        owner = projects[0].amounts
        if len(projects) > 1 and projects[0].groups:
            owner = projects[0].groups[0].amounts
        for pair in marks:
            _add(owner, *pair)

    # What stands behind it

    def _read_tail(
        self,
        projects: Sequence[NamedProject],
        start: int,
        end: int,
        before: Sequence[NamedProject] = (),
    ) -> None:
        text = self._text
        closing = (_END_ZH if self._is_chinese else _END_EN).search(text, start, end)
        if closing:
            end = closing.start()
        self._read_targets(projects, start, end)
        self._read_amounts(projects, start, end, before)
        if self._is_chinese:
            self._read_chinese_tail(projects, start, end)
        elif all(project.place is None for project in projects):
            place = _PLACE_EN.search(text, min(projects[-1].name[1], start), end)
            if place and not _NO_PLACE_EN.search(place.group("place")):
                for project in projects:
                    project.place = place.span("place")

    def _read_amounts(
        self, projects: Sequence[NamedProject], start: int, end: int, before: Sequence[NamedProject]
    ) -> None:
        for run in self._amount_runs(start, end):
            lead = self._text[max(start, run[0] - 60) : run[0]]
            kind = amount_kind(_last_clause(lead)) or "investment"
            if _THIS_YEAR.match(self._text, run[-1] + 1):
                kind = "current_year"
            pair = [*before, *projects][-len(run) :]
            if len(run) == 1 and before and "前者" in lead:
                self._give(before, [(kind, run[0])])
                continue
            if len(projects) == 1 < len(run) == len(pair) and _DEALT.search(self._text, start, end):
                self._give(pair, [(kind, at) for at in run])
            else:
                self._give(projects, [(kind, at) for at in run])

    def _read_targets(self, projects: Sequence[NamedProject], start: int, end: int) -> None:
        """Give each project the targets in its name, and a single one those that follow it."""
        behind = min(max(project.name[1] for project in projects), start)
        extents = [*(project.name for project in projects), (behind, end)]
        for mark, target in find_targets(self._reading, extents, frozenset(self._taken)):
            self._taken.add(mark.figure.id)
            owner = next((p for p in projects if self._holds(p, mark)), None)
            if owner or len(projects) == 1:
                (owner or projects[0]).targets.append(target)

    def _holds(self, project: NamedProject, mark: Mark) -> bool:
        return any(other is mark for _, other in self._reading.marks(*project.name))

    def _amount_runs(self, start: int, end: int) -> Iterator[list[int]]:
        """Give the amounts of a range that are the project's own, those in a row together."""
        run: list[int] = []
        at = start
        for place, mark in self._reading.marks(start, end):
            if self._text[place] != MONEY or mark.figure.id in self._taken:
                continue
            if self._background.reason(place) is not None:
                break
            between = self._text[at:place]
            if run and _BETWEEN.fullmatch(between):
                run.append(place)
            elif self._is_amount(between):
                if run:
                    yield run
                run = [place]
            elif run:
                break
            at = place + 1
        if run:
            yield run

    def _is_amount(self, lead: str) -> bool:
        if self._is_chinese:
            told = _last_clause(lead)
            return lead.endswith("，") or bool(
                _LEAD_ZH.fullmatch(told)
                or _TAKEN_UP.match(told)
                or _INVESTED_BY.fullmatch(told)
                or (self._is_in_list and _INVESTS_ZH.fullmatch(told))
            )
        is_near = len(lead) < _KEPT_EN or lead.endswith(" investment of ")
        return is_near and not _NO_AMOUNT_EN.search(_last_clause(lead))

    def _read_chinese_tail(self, projects: Sequence[NamedProject], start: int, end: int) -> None:
        text = self._text
        if all(_is_named_after(project) for project in projects):
            found = _BY_ZH.search(text, start, end)
            bodies = split_bodies(text, *found.span("inv")) if found else []
            bodies = bodies or builder_in(text, start, end)
            if not bodies and self._is_in_list and (own := _INVESTS_ZH.search(text, start, end)):
                bodies = split_bodies(text, *own.span("inv"))
            for project in projects if bodies else ():
                project.investors = bodies
        if all(project.place is None for project in projects):
            place = _PLACE_ZH.search(text, start, end)
            if place and _PLACE_END_ZH.search(place.group("place")):
                span = place.span("place")
                if lead := _THIS_REGION.match(place.group("place")):
                    span = (span[0] + lead.end(), span[1])
                for project in projects:
                    project.place = span


def _is_named_after(project: NamedProject) -> bool:
    """Return whether no investor is known but one that the project's name begins with."""
    start, end = project.name
    return all(start <= first < end for first, _ in project.investors)


def _add(amounts: list[tuple[AmountKind, Mark]], kind: AmountKind, mark: Mark) -> None:
    """Add an amount, the first of each kind."""
    if all(kind != other for other, _ in amounts):
        amounts.append((kind, mark))


def _last_clause(lead: str) -> str:
    return lead[behind_last(lead, "，,；;、（(:：。）)", len(lead.rstrip(" ，,、(（；;"))) :]
