"""English projects that are one of so many: "It was one of the five to sign contracts"."""

from collections.abc import Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.projects.named import NamedProject
from extractor.models.rules.reading.reading import Reading, Sentence
from extractor.models.rules.words.cued import Cued
from extractor.patterns import Pattern

_ONE_OF = Cued(
    "of the Ⓒ|of the Ⓝ|of those Ⓒ|of those Ⓝ|of these Ⓒ|of these Ⓝ",
    r"\b(?:[Oo]ne|[Aa]nother|[Bb]oth|(?:largest|biggest|smallest|first|last|latest|costliest)) of (?:the|those|these) (?P<count>[ⒸⓃ])(?= (?:to|that|which|who|projects|deals|contracts|schemes|ones|firms|companies|investors)\b|[,.;]|$)",
)
_IT = Pattern(r"\W*(?:It|(?:Th(?:e|is|at)) [a-z]+)(?: [a-z]+)? (?:is|was)\b")


def one_of_counted(
    reading: Reading, project: NamedProject, groups: Sequence[Group], until: int
) -> Group | None:
    """Return the one group that counts as many as the words behind a project say it is one of.

    Args:
        reading: the article.
        project: a project of a sentence.
        groups: the event's groups.
        until: where the next project is named in the reading.
    """
    for sentence in _told_in(reading, project):
        start = max(project.name[1] - sentence.start, 0)
        found = _ONE_OF.search(sentence.text, start, max(until - sentence.start, start))
        if found is None:
            continue
        value = reading.mark(sentence.start + found.start("count")).figure.value
        named = [each for each in groups if each.count and each.count.figure.value == value]
        if len(named) == 1 and not named[0].is_whole:
            return named[0]
    return None


def _told_in(reading: Reading, project: NamedProject) -> list[Sentence]:
    """Return the sentence of a project, and the next where that goes on about it."""
    sentences = reading.sentences
    here = project.sentence
    index = next((n for n, each in enumerate(sentences) if each is here), None)
    if here is None or index is None:
        return []
    following = sentences[index + 1 : index + 2]
    return [here, *(each for each in following if _IT.match(each.text))]
