"""What each stage of rules reads in an article, line by line, for whoever changes one.

python -m extractor.models.rules.trace FILE
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from extractor.article import Article
from extractor.figures import find_figures
from extractor.models.rules.agreements.agreements import figure_ids, read_agreements
from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.news.background import Background
from extractor.models.rules.news.classification import weigh
from extractor.models.rules.projects.projects import find_projects
from extractor.models.rules.reading.reading import Reading


def trace(article: Article) -> Iterator[str]:
    """Give what the first reading of an article finds, the stages in their order."""
    reading = Reading(article, find_figures(article.text, published=article.published))
    evidence = weigh(reading)
    background = Background(reading, looked_back_on=evidence.looked_back_on)
    agreements = read_agreements(reading, background)
    claimed = figure_ids(agreements)
    named = find_projects(reading, background, claimed=claimed)
    claimed |= named.figure_ids(reading)
    groups = read_groups(reading, background, claimed=claimed)

    for sentence in reading.sentences:
        yield _line("sentence", sentence.text.strip())
    reason = evidence.no_event_reason
    yield _line("event", f"no: {reason}" if reason else "yes")
    for at, mark in reading.marks(0, len(reading.text)):
        if aside := background.reason(at):
            yield _line("aside", mark.figure.as_written, aside)
    for paper in agreements:
        yield _line("agreement", paper.label, *paper.parties)
    for project in named.projects:
        extents = [project.name, *project.investors]
        amounts = [mark.figure.as_written for _, mark in project.amounts]
        yield _line("project", *(reading.quote(*extent) for extent in extents), *amounts)
    for group in groups:
        figures = [mark.figure.as_written for mark in group.figures()]
        yield _line("group", group.label or "(the whole)", *figures)


def _line(stage: str, *told: str) -> str:
    return f"{stage:11}{' | '.join(told)}"


def main() -> None:
    """Print the trace of a text file."""
    parser = argparse.ArgumentParser(
        prog="python -m extractor.models.rules.trace", description=__doc__
    )
    parser.add_argument("file", type=Path, help="an article's text")
    try:
        text = parser.parse_args().file.read_text(encoding="utf-8")
    except OSError as error:
        parser.error(str(error))
    sys.stdout.writelines(f"{line}\n" for line in trace(Article(text)))


if __name__ == "__main__":
    main()
