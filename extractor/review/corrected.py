"""Corrected: a kept extraction with the record that a person has made of it."""

from dataclasses import replace
from datetime import date

from extractor.archive.corrections import Correction
from extractor.archive.outcome import COLUMNS
from extractor.errors import UsageError
from extractor.exports import Corrected, Exported
from extractor.figures import find_figures
from extractor.review.labelling import Labelling
from extractor.review.labels import Labels

_OF_THE_RECORD = (*COLUMNS, "status", "reason", "article")
"""What of an envelope is about the record; the rest is about how the model's answer came about."""


def corrected(kept: Exported, correction: Correction) -> Exported:
    """Put the corrected record in place of the model's, with all that rests on the record.

    Places and figures are the labeller's; percentages are computed and checks are run anew, as on
    the page. Who was asked, the replies and what they cost stay.

    Args:
        kept: the model's answer about the article, whichever it is by now.
        correction: what was said of the article.

    Raises:
        UsageError: the correction is of another make, and cannot be read.
    """
    try:
        labelling = _labelling(kept, correction)
        said = labelling.extraction.to_json()
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(
            f"{kept.place}: the correction by {correction.labeller} cannot be read ({error!r}); "
            "--uncorrected takes the model's answer"
        ) from error
    return replace(
        kept,
        article=labelling.article,
        envelope={**kept.envelope, **{name: said[name] for name in _OF_THE_RECORD}},
        corrected=Corrected(correction.labeller, correction.corrected_at),
    )


def _labelling(kept: Exported, correction: Correction) -> Labelling:
    labels = Labels.of({**correction.labels, "record": correction.record})
    published = labels.source["published"]
    article = replace(kept.article, published=published and date.fromisoformat(published))
    found = find_figures(article.text, published=article.published)
    return Labelling(article, found, labels, correction.labeller)
