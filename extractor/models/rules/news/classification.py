"""Whether an article tells of an event of the genre, and if not, what it is instead.

No single wording decides: pieces of evidence are added up, those that speak for an event and those
that speak for other news (see `event_cues`).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from extractor.draft.schema import NoEvent
from extractor.models.rules.news.event_cues import Cue, Scope, Topic
from extractor.models.rules.news.event_cues_en import EN
from extractor.models.rules.news.event_cues_zh import ZH
from extractor.models.rules.news.past_years import Stretch
from extractor.models.rules.news.retrospects import looked_back_on
from extractor.models.rules.reading.reading import COUNT, MONEY, Reading
from extractor.patterns import Pattern

ENOUGH = 6.0
"""The score from which on an article tells of an event."""

LOOKED_BACK = 8.0
"""What it is worth that a Chinese article looks back on a gathering whose figures it gives."""

_LEAD_SENTENCES = 2
_LONGEST_SCRAP = 16
_SCRAP = Pattern(r"[^a-zA-Z]*[^。！？]\|")
_TOPIC_WEIGHTS = (0.0, -1.0, -4.0, -8.0)
"""What none, one, two, or three and more different words of other news weigh."""

_OTHER_AT_LEAST = 2.0
"""What makes a kind of no event must weigh more than this to be named."""

_COUNTS = ((3, 3), (8, 5))
"""Numbers of counts and of sums; each pair that the article reaches is worth one."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against an event.

    Attributes:
        cues: those that were found.
        topics: other news whose words stand in the opening, with what they weigh.
        structure: what the numbers of counts and sums are worth.
        looked_back_on: the passage about a gathering that the article looks back on; only looked
            for where nothing else makes it tell of an event.
    """

    cues: tuple[Cue, ...]
    topics: Mapping[Topic, float]
    structure: float
    looked_back_on: Stretch | None = None

    @property
    def score(self) -> float:
        """The sum; an event from `ENOUGH` on."""
        score = self.structure + sum(c.weight for c in self.cues) + sum(self.topics.values())
        return score + LOOKED_BACK if self.looked_back_on else score

    @property
    def no_event_reason(self) -> NoEvent | None:
        """Why the article has no event, None where it has one."""
        return None if self.score >= ENOUGH else self.kind

    @property
    def kind(self) -> NoEvent:
        """What the article is if it tells of no event: the kind that most speaks for."""
        weights: defaultdict[NoEvent, float] = defaultdict(float)
        weights["other_news"] = _OTHER_AT_LEAST - sum(self.topics.values()) / 2
        for cue in self.cues:
            if cue.kind:
                weights[cue.kind] -= cue.weight
        return max(weights, key=weights.__getitem__)


def no_event_reason(reading: Reading) -> NoEvent | None:
    """Return why an article has no event, None where it has one."""
    return weigh(reading).no_event_reason


def weigh(reading: Reading) -> Evidence:
    """Gather what speaks for and against an event in an article."""
    language = ZH if reading.article.language == "zh" else EN
    opening, narration, words = language.note(_opening(reading, language.opening))
    headline, *lines = opening.split("\n")
    lead = [line for line in lines if not _is_scrap(line)][:_LEAD_SENTENCES]
    texts: dict[Scope, str] = {
        "lead": headline + "".join(lead),
        "opening": opening,
        "narration": narration,
    }
    topics = {
        topic: _TOPIC_WEIGHTS[min(len(words & topic.words), len(_TOPIC_WEIGHTS) - 1)]
        for topic in language.topics
        if not words.isdisjoint(topic.words)
    }
    cues = tuple(cue for cue in language.cues if cue.is_in(texts[cue.scope]))
    evidence = Evidence(cues, topics, _structure(reading))
    if language is ZH and evidence.score < ENOUGH:
        return replace(evidence, looked_back_on=looked_back_on(reading))
    return evidence


def _is_scrap(line: str) -> bool:
    """Return whether a Chinese line is short and no sentence: a sender's name, a call to read."""
    return len(line) < _LONGEST_SCRAP and bool(_SCRAP.fullmatch(line))


def _opening(reading: Reading, least: int) -> str:
    """Return the headline and the first sentences, a line each."""
    texts = [reading.headline.text if reading.headline else ""]
    for sentence in reading.sentences:
        texts.append(sentence.text)
        least -= len(sentence.text)
        if least < 0:
            break
    return "|\n".join([*texts, ""])


def _structure(reading: Reading) -> float:
    counts, sums = reading.text.count(COUNT), reading.text.count(MONEY)
    return float(sum(counts >= least and sums >= worth for least, worth in _COUNTS))
