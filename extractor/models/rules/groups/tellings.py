"""What a passage is told of: the group that heads it, or that stands behind a project's name.

"In food processing, A will build X. B will build Y." tells of food processing until something else
is announced; "three exceed Ⓜ. They are X, Y and Z" names as many projects as it counts; "X is the
largest of the foreign ones" says it behind the name.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import ANY_MARK, Reading, Sentence
from extractor.models.rules.words.bilingual import Bilingual, bilingual
from extractor.models.rules.words.cue_index import CueIndex
from extractor.patterns import Pattern

_CUT = bilingual(
    r"^(?:各|在|投资|来自|由|属于?)+|(?:的|类|项目|企业|产业链?|领域|方面|集中|现场|签约|投资|[式场会]上)+$",
    r"^(?:(?:are|were|is|was|all|signed|located|gathered|put|settled|invested|concluded|presented|in|on|at|by|from|with|of|to|the|an?|for|into|their|its|old|new|so-called) )+"
    r"| (?:projects?|deals?|contracts?|proposals?|pledges?|sectors?|industr(?:y|ies)|category|field|ones|compan(?:y|ies)|firms?|enterprises?|session|delegation)$",
)
"""What may be left out of a group's name where a passage is headed by it."""
_LEAD = bilingual(
    r"(?:[\s　]*(?:[一二三四五六七八九十]是|其中|而|再看|先看|此次|这次|至于|论|同样是?|在|从|来自|属于?|[ⒸⓃ](?:个|家|宗)?|[两三四五六七八九]个|，|“|「|《)*)",
    r"(?i:\W*(?:(?:and|but|then|also|meanwhile|here|the|its|those|these|our|own|only|[ⒸⓃ]|for|in|at|on|from|of|among|within|inside|under|with|as|to|turning|looking|leading|heading|topping|lens|turn|when it comes|comes|fields?|tracks?|areas?|terms|case|sector|category|side|batch) |in, )*)",
)
_HEADED = bilingual(
    r"[^，。；：ⓂⓅⒷ]{0,16}?(?:方面|部分|领域|板块|赛道|项目|企业|产业|类|专场|会场|现场|[上中里内]|当中)[^，。；：ⓂⓅ]{0,20}[，：。]"
    r"|[，：]|[^，。；：ⓂⓅⒷ]{0,16}：",
    r"(?:['’]s)?(?: (?:projects?|deals?|contracts?|proposals?|pledges?|sectors?|industr(?:y|ies)|categor(?:y|ies)|groups?|side|fields?|tall(?:y|ies)|session|venue|front|newcomers?|investors?|batch|investments?|names|ones|class|circle|track|part|section|list))*"
    r"(?:,|:| (?:(?:is|are|was|were) (?:led|headed|represented|dominated|no|also|not|the|chiefly|mainly|fewer|few)|led|leads|includes?|included|come|came|made|makes|drew|has|have|ha[ds]|took|takes|got|there|saw|brought|brings|offers?|boasts?|features?|contains?|covers?)\b)",
)
_RESET = bilingual(
    r"[\s　]*(?:此外|另外|除此|同时|与此同时|会上|另据|另一方面|据|[^，。；：ⓂⓅ]{2,14}(?:方面|部分|领域|板块|赛道|(?:项目|企业|专场|会场)[上中里内]?)，)",
    r"\W*(?:Separately|Besides|Elsewhere|Meanwhile|In addition|Additionally|Apart|Other|Others|Another|Outside|Not (?:all|every)|On the sidelines|Also)\b",
)
_GOES_ON = bilingual(
    r"[\s　]*(?:其中|当中|这些|它们|包括|分别[是为])",
    r"\W*(?:(?:They|These|Those|Among (?:them|these|which)|Of (?:them|these)|The list) (?:include|are|comprise|is|was|were|cover)|(?:Among|Of) (?:them|these)\b|The (?:largest|biggest|smallest|other|three|two|four|five|representative|standout|star)\b|(?:One|Both|All) (?:of|is|are)\b|It is)",
)
_BEFORE_ONE_OF = bilingual(
    r"(?:是|属于?|列入?|成为|系|堪称|算是|这[个家项宗]|该)[^，。；ⓂⒸ]{0,10}$",
    r"\b(?:one|another|both|all|part|(?:the )?(?:only|largest|biggest|smallest|first|second|last|most|leading|best|costliest|top)(?: [a-z-]+)?)(?: is)?(?: one)?(?: of| in| among| from|,| )*(?: the| these| those| its| this)?(?: [ⒸⓃ])?(?: [a-z]+)? $",
)
_BEHIND_ONE_OF = bilingual(
    r"[^，。；Ⓜ]{0,12}?(?:最|之一|其一|唯一|一[个宗单项家笔]|独苗|头号|首|代表|项目|企业)",
    r"\b",
)
"""What stands around the name of a group where it says what the project before it is one of."""
_SHORTEST = 2
_FARTHEST = 2  # sentences, the project's own among them, that may be told of one group
_REACH = 160  # letters behind a name that may say what it is one of


class Tellings:
    """The groups that an article's passages are told of."""

    def __init__(
        self,
        reading: Reading,
        groups: Sequence[Group],
        paragraphs: Mapping[int, Sequence[Sentence]],
        projects: Sequence[int],
    ) -> None:
        """Look through an article.

        Args:
            reading: the article.
            groups: the event's groups.
            paragraphs: its sentences by paragraph.
            projects: where the names of its projects begin, in order.
        """
        self._reading = reading
        self._is_chinese = reading.article.language == "zh"
        self._opened: dict[Sentence, list[Group]] = {}
        self._by_stem: dict[str, list[Group]] = {}
        keys: dict[tuple[str, str], tuple[Group, str]] = {}
        for group in groups:
            if key := _key(group, is_chinese=self._is_chinese):
                self._opened.setdefault(group.sentence, []).append(group)
                for stem in () if self._is_chinese else _stems(group.shape):
                    self._by_stem.setdefault(stem, []).append(group)
                keys.setdefault((key, self._own(group, key)), (group, key))
        for group, key in [*_short_keys(groups), *_other_names(groups)]:
            keys.setdefault((key, ""), (group, key))
        self._keys = CueIndex(list(keys.values()), lambda pair: (pair[1],))
        self._longest = max((len(key) for key, _ in keys), default=0)
        self._heads_of: dict[Sentence, list[tuple[int, Group]]] = {}
        self._paragraphs = paragraphs
        self._projects = projects

    def group_of(self, sentence: Sentence, start: int, end: int) -> Group | None:
        """Return the group that a project is told of as a member.

        Args:
            sentence: the one that names it.
            start: where its name begins in the reading.
            end: where the name ends.
        """
        return self._behind(sentence, start, end) or self._headed(sentence, start)

    def _behind(self, sentence: Sentence, start: int, end: int) -> Group | None:
        """Return the group that the words behind a name make it one of."""
        stop = min(sentence.start + len(sentence.text), end + _REACH)
        following = bisect_right(self._projects, start)
        stop = min([stop, *self._projects[following : following + 1]])
        words = self._reading.text[end:stop]
        lowered = words.lower()
        before, behind = self._of(_BEFORE_ONE_OF), self._of(_BEHIND_ONE_OF)
        for group, key in self._keys.standing(lowered):
            at = lowered.find(key)
            if not before.search(words, 0, at) or not behind.match(words, at + len(key)):
                continue
            if self._is_name(group, key, end + at):
                return group
        return None

    def _is_name(self, group: Group, key: str, at: int) -> bool:
        """Return whether words of a group's shape are its own, figures in them too."""
        if not ANY_MARK.search(key):
            return True
        return self._own(group, key) == self._reading.quote(at, at + len(key))

    def _own(self, group: Group, key: str) -> str:
        """Return the article's own letters for words of a group's shape with figures in them."""
        if not ANY_MARK.search(key):
            return ""
        own = group.label_at + group.shape.lower().find(key)
        return self._reading.quote(own, own + len(key))

    def _headed(self, sentence: Sentence, start: int) -> Group | None:
        """Return the group that heads the passage before a name."""
        told = self._paragraphs.get(sentence.paragraph, ())
        before = [one for one in told if one.start <= sentence.start]
        if listed := self._listed(before, told[-1], start):
            return listed
        reset, goes_on = self._of(_RESET), self._of(_GOES_ON)
        for one, previous in zip(
            before[: -_FARTHEST - 1 : -1], [*before[-2::-1], None], strict=False
        ):
            heads = [group for at, group in self._heads(one) if at < start]
            if heads:
                return heads[-1]
            if previous and goes_on.match(one.text) and (counted := self._counted(previous)):
                return counted
            if reset.match(one.text):
                return None
            if self._opens(one):
                return None if one is sentence else self._only(one)
        return None

    def _listed(self, before: Sequence[Sentence], last: Sentence, start: int) -> Group | None:
        """Return the group of which a passage counts as many as it then names: "three exceed ..."."""
        end = last.start + len(last.text)
        for one in reversed(before):
            counted = self._counted(one)
            told = [*self._heads(one), *([(counted.at, counted)] if counted else [])]
            for at, group in told:
                listed = bisect_left(self._projects, end) - bisect_right(self._projects, at)
                is_all = bool(group.count and group.count.figure.value == listed)
                if is_all and listed > 1 and at < start:
                    return group
        return None

    def _only(self, sentence: Sentence) -> Group | None:
        """Return the group that an English paragraph opens with, where it counts no other."""
        told = self._opened[sentence]
        end = sentence.start + len(sentence.text)
        is_first = self._paragraphs[sentence.paragraph][0] is sentence
        if self._is_chinese or not is_first or len(told) > 1 or not told[0].count:
            return None
        own = bisect_left(self._projects, end) - bisect_left(self._projects, sentence.start)
        return None if own else told[0]

    def _opens(self, sentence: Sentence) -> bool:
        return sentence in self._opened

    def _counted(self, sentence: Sentence) -> Group | None:
        """Return the one group that a sentence counts, parts of it aside."""
        told = [group for group in self._opened.get(sentence, ()) if group.count]
        tops = [group for group in told if group.parent not in told]
        return tops[0] if len(tops) == 1 else None

    def _heads(self, sentence: Sentence) -> Sequence[tuple[int, Group]]:
        """Return the groups whose names head a sentence or a clause of it, and where."""
        if sentence not in self._heads_of:
            self._heads_of[sentence] = list(self._read_heads(sentence))
        return self._heads_of[sentence]

    def _read_heads(self, sentence: Sentence) -> Iterator[tuple[int, Group]]:
        lead, headed = self._of(_LEAD), self._of(_HEADED)
        text = sentence.text
        for at in _clauses(text):
            found = lead.match(text, at)
            start = found.end() if found else at
            longest: tuple[int, Group] | None = None
            for group, key in self._keys.standing(text[start : start + self._longest].lower()):
                if longest and len(key) <= longest[0]:
                    continue
                if self._is_head(group, key, sentence, start) and headed.match(
                    text, start + len(key)
                ):
                    longest = len(key), group
            if longest:
                yield sentence.start + start, longest[1]
        if not self._is_chinese and (named := self._set_in(sentence)):
            yield sentence.start, named

    def _set_in(self, sentence: Sentence) -> Group | None:
        """Return the one group that words of an English sentence's opening adverbial name."""
        found = _SETTING.match(sentence.text)
        wanted = _stems(found.group("words")) if found else frozenset()
        if not wanted:
            return None
        rarest = min((self._by_stem.get(stem, []) for stem in wanted), key=len)
        told = (g for g in rarest if g.at < sentence.start and _stems(g.shape) >= wanted)
        named = list(islice(told, 2))
        return named[0] if len(named) == 1 else None

    def _is_head(self, group: Group, key: str, sentence: Sentence, at: int) -> bool:
        """Return whether a group counted before is named at an offset of a sentence."""
        here = sentence.start + at
        return (
            group.at < here
            and sentence.text[at : at + len(key)].lower() == key
            and self._is_name(group, key, here)
        )

    def _of(self, words: Bilingual) -> Pattern:
        return words.zh if self._is_chinese else words.en


def _clauses(text: str) -> Iterator[int]:
    """Give where a sentence and its parts behind semicolons begin."""
    yield 0
    for found in _PART.finditer(text):
        yield found.end()


def _stems(words: str) -> frozenset[str]:
    """Return the stems of the English words of substance."""
    return frozenset(word[:6] for word in _WORD.findall(words.lower())) - _NO_SUBSTANCE


_SETTING = Pattern(
    r"\W*(?:In|At|On|Among|Of|For|From|Within|During) (?:(?:the|our|those|these|its|own|that|Ⓒ|Ⓝ) )*(?P<words>[^,;:.ⓂⓅⒷ]{3,60}),"
)
"""The adverbial that opens an English sentence."""
_WORD = Pattern(r"[a-z]{4,}")
_NO_SUBSTANCE = frozenset(
    """
    batch catego compan contra deals field fields firms from have indust invest other projec
    propos same sector sessio side signed that these this those time track were which with
    """.split()  # noqa: SIM905  a list of that length is read as running text
)
"""Stems of words that name no group, in an adverbial or in the name of a group."""
_PART = Pattern("[；;：]|: ")


def _key(group: Group, *, is_chinese: bool) -> str:
    """Return the words by which a passage may name a group, in small letters."""
    if group.is_whole:
        return ""
    cut = _CUT.zh if is_chinese else _CUT.en
    key = group.shape
    while (shorter := cut.sub("", key)) != key and len(shorter) >= _SHORTEST:
        key = shorter
    return key.lower() if len(key) >= _SHORTEST else ""


def _short_keys(groups: Sequence[Group]) -> list[tuple[Group, str]]:
    """Return the bare nouns of Chinese occasions that only one goes by: 开幕式 of 推介周开幕式."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        noun = _OCCASION.search(group.shape) if group.dimension == "occasion" else None
        if noun:
            found.setdefault(noun.group(), []).append(group)
    return [(told[0], key) for key, told in found.items() if len(told) == 1]


def _other_names(groups: Sequence[Group]) -> list[tuple[Group, str]]:
    """Return what Chinese groups of firms also go by: 民企 for 民营企业, 央企 for 中央企业."""
    return [(group, _FIRMS[group.shape]) for group in groups if group.shape in _FIRMS]


_SHORT_FIRMS = {"民营企业": "民企", "中央企业": "央企", "国有企业": "国企", "外资企业": "外企"}
_FIRMS = _SHORT_FIRMS | {short: name for name, short in _SHORT_FIRMS.items()}
_OCCASION = Pattern("(?:开幕式|闭幕式|签约仪式|分?会场|专场|论坛|推介会|对接会)$")
