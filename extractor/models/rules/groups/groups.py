"""The groups of projects that an article counts, with the amounts and percentages of each."""

from extractor.models.rules.groups.group import Group
from extractor.models.rules.groups.sentence_groups import SentenceReader
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.reading import COUNT, MONEY, PERCENT, Reading, Sentence
from extractor.models.rules.words.dimensions import frames_of
from extractor.patterns import Pattern
from extractor.record import Dimension

_FIGURES = Pattern(f"[{COUNT}{MONEY}{PERCENT}]")

_PAUSE = Pattern(f"[，；。：！？、{MONEY}\t]")
_LONGEST_HEADING = 16


def _is_heading(reading: Reading, sentence: Sentence) -> bool:
    """Return whether a Chinese line heads a section, or goes on with the headline (——…)."""
    if reading.article.language != "zh" or _PAUSE.search(sentence.text):
        return False
    if sentence.text.startswith("——"):
        return True
    return sentence.paragraph > 0 and len(sentence.text) < _LONGEST_HEADING


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
        frames = frames_of(sentence.text)
        before, frame = frame, frames[-1].dimension if frames else frame
        if not _FIGURES.search(sentence.text) or _is_heading(reading, sentence):
            previous = sentence
            continue
        reader = SentenceReader(
            reading, sentence, groups, is_free=is_free, frame=before, previous=previous
        )
        topic = reader.topic or (topic if reading.article.language == "zh" else None)
        groups += reader.read(topic)
        previous = sentence
    return groups
