"""Which of the wholes that an article counts is the event's total, and what the others are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.headlines import Headline
from extractor.models.rules.groups.kinship import settle_kin
from extractor.models.rules.groups.lead_subjects import OTHERS, lead_subject
from extractor.models.rules.groups.occasions import ON_SITE, SESSION, name_occasion
from extractor.models.rules.groups.rows import Rows
from extractor.models.rules.groups.stages import STAGE_WORDS
from extractor.models.rules.groups.sums import find_sums, is_one_of_list
from extractor.models.rules.reading.amounts import amount_kind
from extractor.models.rules.reading.reading import COUNT, MONEY, Mark, Reading
from extractor.models.rules.words.bilingual import bilingual
from extractor.models.rules.words.dimensions import dimension_of_label
from extractor.models.rules.words.words import (
    OPERATING_EN,
    OPERATING_ZH,
    PLANNED_EN,
    PLANNED_ZH,
    PROJECT_EN,
    PROJECT_ZH,
    SIGNED_EN,
    SIGNED_ZH,
    STARTED_EN,
    STARTED_ZH,
)
from extractor.patterns import Pattern
from extractor.record import AmountKind, Dimension, Stage

STARTED = bilingual(STARTED_ZH, STARTED_EN)
OPERATING = bilingual(OPERATING_ZH, OPERATING_EN)
PLANNED = bilingual(PLANNED_ZH, PLANNED_EN)
SIGNED = bilingual(SIGNED_ZH, SIGNED_EN)
_DONE = bilingual(
    f"{SIGNED_ZH}|{STARTED_ZH}|{PLANNED_ZH}|{OPERATING_ZH}|落地|落户|引进|敲定|促成|进驻",
    f"{SIGNED_EN}|{STARTED_EN}|{PLANNED_EN}|{OPERATING_EN}",
)
_SUM = bilingual(r"共|总计|合计|合共", r"\b(?:a total of|in all|altogether|in total)\b")
_PROJECTS = bilingual(PROJECT_ZH, rf"\b(?:{PROJECT_EN})\b")


_LONGEST_STEM = 4
_FURTHER = Pattern(
    r"Ⓒ(?:项目)?(?P<label>(?:同步|当场|现场|当天|同日|已|率先)*(?:开工|动工|破土|奠基|投产|投入运作|投入运营|(?:完成|办妥|办结)(?:公司|工商|企业|项目)*(?:注册|登记|供地|拿地|立项|备案)))"
)


_DEFINITE = bilingual("这(?:批|些)?Ⓒ", r"\W*The Ⓒ")
_BATCH = Pattern("(?:首|第[一二三四五]|Ⓞ|前[两三])批|[主分]会场")
_LEAD_PARAGRAPHS = 2
_NOT_CUT_OUT: frozenset[Dimension | None] = frozenset([None, "occasion", "other"])
_ON_THE_SPOT = frozenset(["现场签约", "集中签约", "现场集中签约"])
_PART_OF = Pattern(
    rf" of (?:them|these|those|which|the (?:[\wⒸ]+ )?(?:{PROJECT_EN}|pledges|commitments|LoIs|letters))\b|of the Ⓒ(?=[,.;)]| (?:are|were|have|had)\b)"
)


@dataclass
class Outcome:
    """The event's projects: the whole of them, and the groups they fall into."""

    total: Group | None
    groups: list[Group]


def find_outcome(reading: Reading, groups: Sequence[Group]) -> Outcome:
    """Tell the total from the other wholes, and those from the groups."""
    headline = Headline(reading)
    total = _likeliest(reading, groups, headline)
    is_english = reading.article.language == "en"
    if total and is_english and not headline.counts(total) and is_one_of_list(total, groups):
        total = None
    kept: list[Group] = []
    occasions: list[Group] = []
    for group in groups:
        if group is total:
            continue
        if _may_be_whole(reading, headline, group) and not _name_stage(reading, group, total):
            if not name_occasion(reading, group):
                continue
            occasions.append(group)
        kept.append(group)
    if total is None:
        total = _only_occasion(kept, occasions)
        kept = [group for group in kept if group is not total]
    if total:
        _merge(total, groups, is_chinese=reading.article.language == "zh")
    if total is None and reading.article.language != "zh":
        total = _uncounted(reading, kept)
    elif total and not total.amounts:
        total.amounts += _lead_amount(reading, total, kept)
    settle_kin(kept)
    return Outcome(total, kept)


def _likeliest(reading: Reading, groups: Sequence[Group], headline: Headline) -> Group | None:
    """Return the group that is likeliest the whole; None where nothing speaks for any."""
    summed = {id(groups[place]) for place in find_sums(groups)}
    rows = Rows(groups)
    subject = lead_subject(groups)
    scores = {
        id(group): _score(
            reading, group, headline, is_summed=id(group) in summed, is_subject=group is subject
        )
        + rows.weigh(group)
        for group in groups
        if not _is_of_larger(group, groups)
    }
    groups = [group for group in groups if id(group) in scores]
    ranked = sorted(groups, key=lambda group: -scores[id(group)])
    total = ranked[0] if ranked and scores[id(ranked[0])] > 0 else None
    if total is None:
        return _largest_with_parts(groups)
    while total.parent and reading.article.language == "zh":
        total = total.parent  # what is a part of another is not the whole
    if not total.label or total is subject or headline.counts(total) or rows.prove(total):
        return total
    whole = _whole_beside(total, ranked)
    return None if whole is total and _has_peer(total, groups) else whole


def _is_of_larger(group: Group, groups: Sequence[Group]) -> bool:
    """Return whether "the Ⓒ projects" are fewer than were counted before, and so some of those."""
    return bool(_DEFINITE.match(group.clause)) and any(
        other.is_whole and other.at < group.at and other.n_counted > group.n_counted
        for other in groups
    )


def _has_peer(total: Group, groups: Sequence[Group]) -> bool:
    """Return whether a group of a kind stands beside another of that kind: Ⓒ内资项目、Ⓒ外资项目签约."""
    peers = (
        group for group in groups if group is not total and group.count and group.parent is None
    )
    return total.dimension not in _NOT_CUT_OUT and any(
        (peer.dimension, peer.sentence) == (total.dimension, total.sentence) for peer in peers
    )


def _largest_with_parts(groups: Sequence[Group]) -> Group | None:
    """Return the largest group, where the lead counts it and tells parts of it, and nothing cuts it out.

    Its words say neither what kind it is of nor that it is the whole: 合作项目Ⓒ，其中…; or no other
    group stands beside it: 全镇Ⓒ工业项目竣工，总投资Ⓜ，其中….
    """
    counted = [group for group in groups if group.count]
    largest = max(counted, key=lambda group: group.n_counted, default=None)
    if largest is None or largest.parent:
        return None
    is_told = largest.sentence.paragraph <= _LEAD_PARAGRAPHS and bool(largest.amounts)
    has_parts = any(group.parent is largest for group in groups)
    is_alone = COUNT not in largest.sentence.text[: largest.at - largest.sentence.start] and all(
        group.parent for group in groups if group is not largest
    )
    is_uncut = largest.dimension in {None, "other"} and has_parts
    return largest if is_told and (is_uncut or is_alone) else None


def _whole_beside(total: Group, groups: Sequence[Group]) -> Group:
    """Return the whole that the same paragraph counts as more than a group that has a name."""
    value = total.number
    for group in groups:
        more = (
            group.count.figure.value if group.is_whole and group.count and group.amounts else None
        )
        if more and value and more > value and group.sentence.paragraph == total.sentence.paragraph:
            return group
    return total


def outcome_of_stages(stages: Sequence[Group], groups: Sequence[Group]) -> Outcome:
    """Return the outcome of an event of several stages, none of which is the whole."""
    parts = [group for group in groups if not group.is_whole and group not in stages]
    told = sorted([*stages, *parts], key=lambda group: group.at)
    settle_kin(told)
    return Outcome(None, told)


def _only_occasion(groups: Sequence[Group], occasions: Sequence[Group]) -> Group | None:
    """Return the first group that was signed on site, or at one session, with its sum.

    Where an article tells of nothing wider, it is the whole; but not the first of several batches.
    """
    if sum(bool(_BATCH.search(group.clause) and group.count) for group in groups) > 1:
        return None
    return next(
        (
            group
            for group in groups
            if (ON_SITE.search(group.shape) or group in occasions)
            and (group.amounts or _leads_all(group, groups))
        ),
        None,
    )


def _leads_all(occasion: Group, groups: Sequence[Group]) -> bool:
    """Return whether the lead counts an occasion, and all that is counted after it is less."""
    later = [group.n_counted for group in groups if group is not occasion]
    is_lead = occasion.sentence.paragraph <= 1 and not any(
        group.at < occasion.at for group in groups
    )
    return is_lead and bool(later) and occasion.n_counted > max(later)


def _uncounted(reading: Reading, groups: Sequence[Group]) -> Group | None:
    """Return a total of money alone, where the lead gives a sum and counts nothing."""
    amounts = _lead_amount(reading, None, groups)
    if not amounts:
        return None
    sentence = reading.sentences[0]
    return Group("", "", sentence.text, sentence.start, sentence, amounts=amounts)


def _merge(total: Group, groups: Sequence[Group], *, is_chinese: bool) -> None:
    """Add to the total the kinds of amount that stand at its count elsewhere."""
    wanted = total.number
    for group in groups:
        is_again = group.is_whole or (
            is_chinese and not total.amounts and group.dimension in _NOT_CUT_OUT
        )
        if group is total or not is_again or not group.count:
            continue
        if group.count.figure.value == wanted:
            told = {kind for kind, _ in total.amounts}
            total.amounts += [pair for pair in group.amounts if pair[0] not in told]


def _score(
    reading: Reading, group: Group, headline: Headline, *, is_summed: bool, is_subject: bool
) -> float:
    """Rank a whole: what was done, in sum, in the headline, within the article's own scope.

    A group of the lead whose words show no dimension may be the whole in words not foreseen; one
    that the headline names and counts is the whole of the region that the article is about.
    """
    if not group.count or _PART_OF.match(reading.text, group.at + 1):
        return -1.0
    is_headlined = headline.counts(group) or (
        reading.article.language != "zh" and headline.has_amount_of(group)
    )
    is_own = is_subject or (group.dimension == "region" and headline.names(group))
    if not (group.is_whole or is_own or is_summed or _is_unclear(group)):
        return -1.0
    is_done = bool(_DONE.search(group.sentence.text))
    if not is_done and group.sentence.paragraph > _LEAD_PARAGRAPHS:
        return -1.0
    score = (1.0 if is_done else 0.2) + (1.0 if _DONE.search(group.clause) else 0.0)
    score -= 0.0 if group.is_whole else 1.0
    score += 1.5 if _SUM.search(group.clause) else 0.0
    score += 1.0 if group.amounts else 0.0
    score -= 2.5 if ON_SITE.search(group.clause) else 0.0
    score += 3.0 if is_headlined else 0.0
    score += 2.0 if is_summed else 0.0
    return score - 0.15 * group.sentence.paragraph


def _may_be_whole(reading: Reading, headline: Headline, group: Group) -> bool:
    """Return whether a group is the whole, or bears only the name of the article's own region."""
    return (
        group.is_whole
        or group.shape in _ON_THE_SPOT
        or (
            len(group.shape) <= _LONGEST_STEM
            and group.dimension in {None, "region"}
            and reading.article.language == "zh"
            and headline.names(group)
            and bool(SESSION.search(group.clause))
        )
    )


def _is_unclear(group: Group) -> bool:
    return (
        group.sentence.paragraph <= 1
        and bool(_PROJECTS.search(group.clause))
        and dimension_of_label(group.shape) is None
        and not OTHERS.search(group.shape)
        and group.parent is None
    )


def _name_stage(reading: Reading, group: Group, total: Group | None) -> bool:
    """Name a whole that has gone further than the total (Ⓒ项目同步开工) after its stage."""
    if total is None or not group.count or STARTED.search(total.clause):
        return False
    found = _FURTHER.match(reading.text, group.at)
    if not found or PLANNED.search(group.clause):
        return False
    group.name(reading, *found.span("label"))
    group.dimension = "stage"
    return True


_WORTH = Pattern(
    r"(?:总投资|投资总?额|签约额|协议金额|合同金额|揽金|吸金|引资|worth|totall?ing|valued at|(?:total|combined|planned) investment(?: of)?|commitments? (?:of|worth)|deals (?:of|worth))(?:额|约|达|超|为|逾| about| over| more than)*\s?(?P<m>Ⓜ)"
    r"|(?P<of>Ⓜ)(?: worth of| in| of)(?: [a-z]+){0,2} (?:investments?|commitments|pledges|deals|agreements|contracts|projects)\b",
    re.IGNORECASE,
)


def _lead_amount(
    reading: Reading, total: Group | None, groups: Sequence[Group]
) -> list[tuple[AmountKind, Mark]]:
    """Return the amount that the lead gives for the whole, apart from its count."""
    taken = {mark.figure.id for group in groups for mark in group.figures()}
    for sentence in reading.sentences[:3]:
        if total and sentence.start > total.at:
            break
        for found in _WORTH.finditer(sentence.text):
            mark = reading.mark(sentence.start + found.start(found.lastgroup or "m"))
            if mark.figure.id not in taken:
                return [(amount_kind(found.group()) or "investment", mark)]
    return _headlined_amount(reading, taken)


def _headlined_amount(reading: Reading, taken: set[int]) -> list[tuple[AmountKind, Mark]]:
    """Return the lead's amount that the headline gives too, perhaps rounded."""
    if reading.article.language == "zh":
        return []
    headline = Headline(reading)
    for sentence in reading.sentences[:5]:
        for _, mark in reading.marks(sentence.start, sentence.start + len(sentence.text)):
            value = mark.figure.value
            if mark.letter != MONEY or not value or mark.figure.id in taken:
                continue
            if headline.has_amount(value):
                return [("investment", mark)]
    return []


def stage_of_label(shape: str) -> Stage | None:
    """Return the stage that a group's own words name, where it differs from the event's."""
    if told := STAGE_WORDS.search(shape):
        return cast("Stage", told.lastgroup)
    if OPERATING.search(shape):
        return "operating"
    if STARTED.search(shape):
        return "started"
    return "signed" if SIGNED.search(shape) else None
