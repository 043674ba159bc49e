"""Regions: the passages of an article where a draft leaves many figures out.

A model that reads a long list whole tends to stop in the middle of it; asked for one passage at a
time, it goes on.
"""

from extractor.article import Article, Span
from extractor.checks.completeness import UNPLACED
from extractor.dialogue.standing import Standing

MAX_REGIONS = 8
"""How many passages are asked about at most; what is left is for an ordinary repair."""

_MANY = 12
_CLUSTER = 4
_FULL = 24
_GAP_SENTENCES = 2


def regions(standing: Standing, within: Span) -> tuple[Span, ...]:
    """Return the passages to ask about, in order; none where an ordinary repair will do.

    A passage is a run of sentences, each at most one sentence behind the last, with 4 to 24
    figures without a place (more only where a single sentence has them). There are none unless
    they hold 12 together.

    Args:
        standing: the draft with what the checks say of it.
        within: the stretch of the article that a request can show.
    """
    article = standing.subject.article
    runs: list[dict[int, int]] = []
    for sentence, n_figures in sorted(_unplaced(standing, within).items()):
        last = runs[-1] if runs else {}
        is_near = bool(last) and sentence - max(last) <= _GAP_SENTENCES
        if is_near and sum(last.values()) + n_figures <= _FULL:
            last[sentence] = n_figures
        else:
            runs.append({sentence: n_figures})
    clusters = [run for run in runs if sum(run.values()) >= _CLUSTER]
    if sum(sum(run.values()) for run in clusters) < _MANY:
        return ()
    return tuple(_span(article, run) for run in clusters[:MAX_REGIONS])


def passage(article: Article, region: Span) -> Span:
    """Return a region with the sentence before it, which often says what a list is of."""
    before = max(article.sentence_before(region.start) - 1, 0)
    return Span(article.sentences[before].start, region.end)


def _unplaced(standing: Standing, within: Span) -> dict[int, int]:
    """Count the figures without a place by the index of their sentence."""
    article = standing.subject.article
    return {
        article.sentence_before(violation.figures[0]): len(violation.figures)
        for violation in standing.violations
        if violation.code == UNPLACED and within.start <= violation.figures[0] < within.end
    }


def _span(article: Article, run: dict[int, int]) -> Span:
    return Span(article.sentences[min(run)].start, article.sentences[max(run)].end)
