"""The groups of projects that an article counts, with the amounts and percentages of each."""

import re

from extractor.models.rules.background import Background
from extractor.models.rules.dimensions import dimension_of_frame
from extractor.models.rules.group import Group
from extractor.models.rules.reading import COUNT, MONEY, PERCENT, Reading, Sentence
from extractor.models.rules.sentence_groups import SentenceReader
from extractor.record import Dimension

_FIGURES = re.compile(f"[{COUNT}{MONEY}{PERCENT}]")

__all__ = ["Group", "read_groups"]


def read_groups(
    reading: Reading, background: Background, *, claimed: frozenset[int] = frozenset()
) -> list[Group]:
    """Return the groups of an article in order, wholes among them.

    Args:
        reading: the article.
        background: where its figures are put aside.
        claimed: ids of figures that belong to other items.
    """

    def is_free(at: int) -> bool:
        return reading.mark(at).figure.id not in claimed and background.reason(at) is None

    groups: list[Group] = []
    frame: Dimension | None = None
    topic: Group | None = None
    previous: Sentence | None = None
    for sentence in reading.sentences:
        if previous is None or sentence.paragraph != previous.paragraph:
            frame = topic = None
        frame = dimension_of_frame(sentence.text) or frame
        if not _FIGURES.search(sentence.text):
            previous = sentence
            continue
        reader = SentenceReader(
            reading, sentence, groups, is_free=is_free, frame=frame, previous=previous
        )
        topic = reader.topic or (topic if reading.article.language == "zh" else None)
        groups += reader.read(topic)
        previous = sentence
    return groups
