"""What the tests of rules share: readings and drafts of a text."""

from datetime import date

import pytest

from extractor.article import Article
from extractor.draft import Resolution, resolve
from extractor.figures import find_figures
from extractor.models.rules import draft
from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.news.background import Background
from extractor.models.rules.reading.reading import Reading


@pytest.fixture
def read():
    """Return a function that reads a text."""

    def read_text(text: str, *, published: date | None = None) -> Reading:
        return Reading(Article(text, published=published), find_figures(text))

    return read_text


@pytest.fixture
def groups_of(read):
    """Return a function that gives a text's groups, as label, count, amounts and percentages."""

    def read_text(text: str) -> list[tuple[str, str | None, list[str], list[str]]]:
        reading = read(text)
        return [
            (
                group.label,
                group.count.figure.as_written if group.count else None,
                [mark.figure.as_written for _, mark in group.amounts],
                [mark.figure.as_written for _, mark in group.percents],
            )
            for group in read_groups(reading, Background(reading))
        ]

    return read_text


@pytest.fixture
def resolve_text():
    """Return a function that drafts a text by rules and resolves the draft."""

    def resolve_text(text: str, *, published: date | None = None) -> Resolution:
        article = Article(text, published=published)
        figures = find_figures(text, published=published)
        return resolve(draft(article, figures), article, figures)

    return resolve_text


@pytest.fixture
def kin_of(resolve_text):
    """Return a function that gives each group's dimension and the label of what it is a part of."""

    def read_text(text: str) -> dict[str, tuple[str, str | None]]:
        record = resolve_text(text).record
        labels = {share.id: share.label for share in record.shares}
        return {
            share.label: (share.dimension, labels[share.of] if share.of else None)
            for share in record.shares
        }

    return read_text


@pytest.fixture
def places_of(resolve_text):
    """Return a function that gives the place of each project of a text."""

    def read_text(text: str) -> dict[str, str | None]:
        record = resolve_text(text).record
        return {project.name: project.place for project in record.projects}

    return read_text
