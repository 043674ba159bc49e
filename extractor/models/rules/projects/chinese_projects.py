"""The projects that Chinese sentences name: clause by clause, each read by the first frame that can."""

from collections.abc import Iterator
from operator import attrgetter

from extractor.models.rules.projects.chinese_clauses import Clause, amount_next
from extractor.models.rules.projects.chinese_entries import entries_in
from extractor.models.rules.projects.chinese_frames import FRAMES
from extractor.models.rules.projects.chinese_names import listed_names
from extractor.models.rules.projects.chinese_sites import site_at, site_before
from extractor.models.rules.projects.chinese_subjects import subject_before
from extractor.models.rules.words.cue_index import CueIndex
from extractor.models.rules.words.mentions import Extent, Mention
from extractor.models.rules.words.projects import BUILD_ZH
from extractor.patterns import Pattern

_CLAUSE = Pattern(r"[^，；：。！？\n]+")
_BARE_AMOUNT = Pattern(
    r"(?:其中|计划|年度|年内|今年|当年|总|投资|资金|引进|引资|县外|市外|省外|合同|外资|协议|合计|共计|完成|投入|分别|依次|金额|额|为|达|约|共|占|涉资)*Ⓜ(?![建兴新打实设开投]|.*的)"
)
"""An amount alone: a group's, or what is said behind a project's name."""
_MAY_NAME = Pattern(
    "Ⓜ|把|签|工|桩|开建|破土|启动|奠基|落|投产|投用|投运|驻|建设|[拟增新]设|[新组筹增]建|搬|迁|带回|带来|开办|旗下|包括|分别|项目[有为是]|的有|类有|Ⓒ，[为是即]|Ⓒ[^，；。]{0,6}：|[列在]其中|中，有"
)
"""A sentence without an amount names a project only where something is done with it."""
_THEN_BUILDS = Pattern(
    rf"，(?:拟|将|计划|用于|主要)*(?:[在于][^，；。Ⓜ]{{2,20}}?)?(?:{BUILD_ZH})(?!成|后|周期)"
)
_BUILDS = Pattern(
    rf"(?:拟|将|计划)*(?:在[^，]{{2,10}}?(?:拟|将|计划)*)?(?:{BUILD_ZH})(?![路大筑材工业局])[^，、和]{{3,}}$"
)
"""A clause without a subject, which stands in one before it."""
_CONTENTS = Pattern(
    "，?(?:(?:项目|一期|二期|Ⓞ)?主要(?:用于|包括)?(?:建设|新建|购置|生产|从事)|(?:其中)?(?:一期|首期|二期|三期|Ⓞ|分[ⓃⒸⓆ]期)(?:项目|工程)?(?:计划|拟|将)*(?:总?投资Ⓜ)?，?(?:建设|新建|实施|打造))"
)
"""What a project named before consists of: 主要建设生产线Ⓝ条; 一期投资Ⓜ，建设厂房."""
_FIGURES = "ⒸⓂⓅⒷ"
_AND_WITH = Pattern("[并还又也]?(?:与|同|和)")
_ORDER = Pattern(
    r"(?:其中)?(?:(?:其中|签约项目中|当中)?(?:最大|单体投资最大|投资额?最大|规模最大|投资额?最高|第二大|居首)的?(?:一?[个宗项件单笔家])?(?:项目|投资)?(?:是|为|来自)|其次[是为]|其[一二三]是?|[一二三四五六]是|另一[个宗项件家]?(?:项目)?(?:则|便)?[是为]|还有一[个宗项家]是|(?<!Ⓒ，)[即为](?=[^，]{6}))"
)
"""What numbers or ranks the project that a clause names."""
_SHARE_NEXT = Pattern(
    "[，、（](?:约|则|就|更|也)?占(?:比|总|全部|签约|项目|投资|金额|资金|额|的|为|达|到|约|近|超过?|逾)*Ⓟ(?!，(?:将|拟|计划)?由)"
)
_LONGEST_KIND = 8
_SHORTEST = 4  # letters of a clause that can name a project
_LIST_OPENS = Pattern(r"(?:还有|包括|分别是|分别为|如下|有|项目|工程)$")


def chinese_mentions(text: str) -> list[Mention]:
    """Return the projects that a sentence names, in order.

    Args:
        text: a sentence of the reading.
    """
    if not _MAY_NAME.search(text):
        return []
    if listed := entries_in(text):
        return listed
    mentions: list[Mention] = []
    in_list = False
    whose: list[Extent] = []
    site = site_at(text, 0)
    at = 0
    for found in _CLAUSE.finditer(text):
        start, end = found.span()
        before = text[max(start - 1, 0) : start]
        if before == "：":
            in_list = bool(_LIST_OPENS.search(text[: start - 1]))
            site = site_before(text, start - 1) or site
            whose = subject_before(text, start - 1)
        elif before == "；":
            site = site_at(text, start) or site
        if start < at or not _may_name(text, start, end, is_first=not mentions):
            continue
        order = _ORDER.match(text, start, end)
        clause = Clause(text, order.end() if order else start, end, before)
        told = [one for one in _read_on(clause, in_list=in_list) if not _is_group(text, one)]
        if told:
            if mentions and _AND_WITH.match(text, start):
                told[0].place = told[0].place or mentions[-1].place
                told[0].investors = told[0].investors or mentions[-1].investors
            for mention in told:
                mention.place = mention.place or site
                mention.investors = mention.investors or list(whose)
            mentions += told
            at = told[-1].end
    return mentions


def _may_name(text: str, start: int, end: int, *, is_first: bool) -> bool:
    """Return whether a clause may name a project, and is no more than what one consists of or costs."""
    if end - start < _SHORTEST:
        return False
    if not is_first and (_CONTENTS.match(text, start) or _CONTENTS.match(text, end)):
        return False
    is_bare = text.find("Ⓜ", start, end) >= 0 and _BARE_AMOUNT.match(text, start, end)
    return not is_bare or bool(_THEN_BUILDS.match(text, end))


def _is_group(text: str, mention: Mention) -> bool:
    """Return whether a kind with an amount is counted, or has a share of the whole, as groups do.

    文旅项目投资Ⓜ，占Ⓟ; 投资Ⓜ的新材料项目Ⓒ.
    """
    if len(mention.amounts) != 1 or mention.investors:
        return False
    (_, at), (start, end) = mention.amounts[0], mention.names[0]
    is_counted = at < start and text.startswith("Ⓒ", end)
    return end - start <= _LONGEST_KIND and (is_counted or bool(_SHARE_NEXT.match(text, at + 1)))


def _read_on(clause: Clause, *, in_list: bool) -> Iterator[Mention]:
    """Read a clause, and what it lists behind that: 甲斥资Ⓜ兴建的X、乙计划设立的Y."""
    while told := _read(clause, in_list=in_list):
        yield from told
        end = told[-1].end
        if not clause.start < end < clause.end or clause.text[end] not in "、）":
            return
        start = end + 1 + clause.text.startswith("、", end + 1)
        clause = Clause(clause.text, start, clause.end, "、")
        if clause.end - start < _SHORTEST:
            return


def _read(clause: Clause, *, in_list: bool) -> list[Mention]:
    words = clause.text[clause.start : clause.end]
    for frame in _FRAMES.standing(words):
        if told := list(frame.read(clause)):
            return told
    if (
        clause.text[clause.end - 1] not in _FIGURES
        and not _BUILDS.match(words)
        and (told := amount_next(clause))
    ):
        return told
    if in_list and clause.before and clause.before in "：；":
        mention = listed_names(clause.text, clause.start, clause.end, start=clause.start)
        return [mention] if mention else []
    return []


_FRAMES = CueIndex(FRAMES, attrgetter("cues"))
