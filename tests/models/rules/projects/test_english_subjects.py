"""Tests of who a project is by, where no frame has read it."""

import pytest

from extractor.models.rules.projects.english_subjects import complete
from extractor.models.rules.words.mentions import Mention


def _completed(text: str, name: str) -> tuple[str, list[str], str | None]:
    start = text.index(name)
    mention = Mention([(start, start + len(name))], start, start + len(name))
    complete(text, mention)
    return (
        text[slice(*mention.names[0])],
        [text[slice(*body)] for body in mention.investors],
        text[slice(*mention.place)] if mention.place else None,
    )


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Lorem Aero of Ipsum has chosen Dolor for a wing line costing Ⓜ.",
            "wing line",
            ("wing line", ["Lorem Aero"], None),
        ),
        (
            "They include Lorem Mobility (bus factory, Ⓜ)",
            "bus factory",
            ("bus factory", ["Lorem Mobility"], None),
        ),
        (
            "the tourism project of Lorem District (Ⓜ)",
            "tourism project of Lorem District",
            ("tourism project", [], "Lorem District"),
        ),
        ("Lorem County: wind farm, Ⓜ", "wind farm", ("wind farm", [], "Lorem County")),
        ("Governor Lorem opened a wind farm, Ⓜ", "wind farm", ("wind farm", [], None)),
    ],
    ids=["subject", "brackets", "place in the name", "head of the line", "no official"],
)
def test_the_sentence_tells_who_builds_and_where(
    text: str, name: str, expected: tuple[str, list[str], str | None]
) -> None:
    """The subject of the clause builds; a place in or before the name is its place."""
    assert _completed(text, name) == expected
