"""From an article and its figures to a draft, by rules."""

from collections.abc import Sequence

from extractor.article import Article
from extractor.draft.schema import Draft
from extractor.figures import Figure
from extractor.models.rules.agreements.agreements import figure_ids, read_agreements
from extractor.models.rules.groups.chinese_group_mending import mend_groups
from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.kinship import settle_kin, without_larger
from extractor.models.rules.groups.stages import find_stages
from extractor.models.rules.groups.totals import find_outcome, outcome_of_stages
from extractor.models.rules.leftovers.findings import Findings
from extractor.models.rules.leftovers.leftovers import read_leftovers
from extractor.models.rules.news.background import Background
from extractor.models.rules.news.classification import weigh
from extractor.models.rules.projects.projects import find_projects
from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.writing import no_event, write


def draft(article: Article, figures: Sequence[Figure]) -> Draft:
    """Draft an article by rules.

    Figures that no rule places are left out, of the background too: they stay unplaced.

    Args:
        article: the article.
        figures: its figures, in order.
    """
    reading = Reading(article, figures)
    evidence = weigh(reading)
    if reason := evidence.no_event_reason:
        return no_event(reason)
    background = Background(reading, looked_back_on=evidence.looked_back_on)
    findings = _find(reading, background)
    if findings.is_empty:
        return no_event("other_news")  # every figure is of other years, of plans, of the region
    return write(reading, background, findings)


def _find(reading: Reading, background: Background) -> Findings:
    """Read agreements, projects and groups, each from the figures that those before it leave."""
    is_chinese = reading.article.language == "zh"
    agreements = read_agreements(reading, background)
    claimed = figure_ids(agreements)
    named = find_projects(reading, background, claimed=claimed)
    claimed |= named.figure_ids(reading)
    groups = read_groups(reading, background, claimed=claimed)
    groups = mend_groups(reading, groups) if is_chinese else groups
    stages = find_stages(reading, groups)
    outcome = outcome_of_stages(stages, groups) if stages else find_outcome(reading, groups)
    findings = Findings(outcome, named, agreements)
    read_leftovers(reading, background, findings)
    outcome.groups = without_larger(outcome.groups, outcome.total)
    settle_kin(outcome.groups)
    return findings
