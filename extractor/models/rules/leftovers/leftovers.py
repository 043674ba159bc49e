"""A second reading of an article: what the first has left without a place."""

from extractor.models.rules.groups.chinese_group_mending import (
    name_stops,
    without_restated,
    without_strays,
)
from extractor.models.rules.groups.chinese_kinship import nest_groups as nest_groups_zh
from extractor.models.rules.leftovers.chinese_fits import bind_by_fit
from extractor.models.rules.leftovers.chinese_left_groups import (
    read_left_groups as read_left_groups_zh,
)
from extractor.models.rules.leftovers.chinese_outlays import (
    read_left_outlays as read_left_outlays_zh,
)
from extractor.models.rules.leftovers.chinese_total_amounts import complete_amounts
from extractor.models.rules.leftovers.chinese_whole_amounts import complete_whole
from extractor.models.rules.leftovers.english_aims import complete_targets
from extractor.models.rules.leftovers.english_backers import complete_investors, complete_places
from extractor.models.rules.leftovers.english_counted_works import read_counted_works
from extractor.models.rules.leftovers.english_entries import read_entries
from extractor.models.rules.leftovers.english_group_sums import read_group_sums
from extractor.models.rules.leftovers.english_joint_sums import read_joint_sums
from extractor.models.rules.leftovers.english_kinship import nest_groups
from extractor.models.rules.leftovers.english_left_papers import (
    read_left_papers,
    sum_up_papers,
    take_whole,
)
from extractor.models.rules.leftovers.english_leftovers import read_left_groups
from extractor.models.rules.leftovers.english_listed import read_listed
from extractor.models.rules.leftovers.english_outlays import read_left_outlays
from extractor.models.rules.leftovers.english_people import complete_people
from extractor.models.rules.leftovers.english_sequels import read_sequels
from extractor.models.rules.leftovers.findings import Findings
from extractor.models.rules.leftovers.tables import read_tables
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.reading import Reading


def read_leftovers(reading: Reading, background: Background, findings: Findings) -> None:
    """Add to the findings of the first reading what it has left over.

    The stages of a language take what those before them leave: their order is part of what they read.
    """
    read = _read_chinese if reading.article.language == "zh" else _read_english
    read(reading, background, findings)


def _read_english(reading: Reading, background: Background, findings: Findings) -> None:
    outcome, agreements = findings.outcome, findings.agreements
    placed = findings.placed(reading, background)
    read_left_groups(placed)
    take_whole(placed, agreements)
    agreements += read_left_papers(placed, agreements)
    read_group_sums(placed)
    read_entries(placed)
    read_left_outlays(placed)
    read_sequels(placed)
    sum_up_papers(placed, agreements)
    complete_investors(placed)
    complete_people(placed)
    complete_places(placed)
    read_listed(placed)
    read_joint_sums(placed)
    read_counted_works(placed)
    complete_targets(placed)
    nest_groups(placed)
    outcome.total = placed.total
    outcome.groups[:] = sorted(placed.groups, key=lambda group: group.at)


def _read_chinese(reading: Reading, background: Background, findings: Findings) -> None:
    outcome = findings.outcome
    placed = findings.placed(reading, background)
    read_tables(placed)
    read_left_outlays_zh(placed)
    complete_whole(reading, background, outcome, placed.taken)
    read_left_groups_zh(reading, background, outcome, placed.taken)
    name_stops(reading, outcome.groups)
    complete_amounts(reading, background, outcome, placed.taken)
    bind_by_fit(reading, background, outcome, placed.taken)
    nest_groups_zh(reading, outcome.groups)
    outcome.groups = without_restated(without_strays(outcome.groups), outcome.total)
