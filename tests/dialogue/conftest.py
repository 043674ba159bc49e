"""What the tests of dialogues share: a long article, and drafts of it."""

from collections.abc import Callable

import pytest

from extractor.article import Article
from extractor.dialogue import Dialogue
from extractor.draft import Draft
from extractor.exchange import Reply

LEAD = "At the Lorem Fair, 30 projects worth 9 billion yuan were signed."


def project(number: int) -> str:
    """Return the sentence of a project of the long list."""
    return f"Firm {chr(64 + number)} builds the plant Amet {chr(64 + number)} for {number + 100} million yuan."


@pytest.fixture
def long_article() -> Article:
    """Give an article with a list of sixteen projects in two paragraphs, and prose between them."""
    lists = [" ".join(map(project, some)) for some in (range(1, 9), range(9, 17))]
    prose = "Guests came from everywhere. They were shown around. Nobody was tired. All went home."
    return Article("\n".join([LEAD, lists[0], prose, lists[1]]))


@pytest.fixture
def drafts(make, long_article) -> Callable[..., Draft]:
    """Give a function that makes a draft of the long article with some of its projects."""

    def build(*numbers: int, event: bool = True) -> Draft:
        at = long_article.text.index
        total = make.event(
            name="Lorem Fair", count=at("30 projects"), amounts=[make.amount(at("9 billion"))]
        )
        projects = [
            make.project(
                f"p{number}",
                f"plant Amet {chr(64 + number)}",
                investors=[f"Firm {chr(64 + number)}"],
                amounts=[make.amount(at(f"{number + 100} million"))],
            )
            for number in numbers
        ]
        return make.draft(total if event else None, projects=projects)

    return build


@pytest.fixture
def answer() -> Callable[..., Dialogue]:
    """Give a function that answers a dialogue's requests with texts or replies, in order."""

    def play(dialogue: Dialogue, *replies: object) -> Dialogue:
        for reply in replies:
            given = reply if isinstance(reply, str | Reply) else reply.model_dump_json()
            dialogue.receive(Reply(given) if isinstance(given, str) else given)
        return dialogue

    return play
