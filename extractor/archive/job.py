"""A job: one article to be extracted from with one recipe."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from extractor.article import Article

State = Literal["pending", "running", "ok", "flagged", "no_event", "failed", "skipped", "duplicate"]
"""What has become of a job. `skipped` is left out by the triage, `duplicate` linked to another."""

STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Job:
    """One article to be extracted from with one recipe.

    Attributes:
        id: its number in the ledger; jobs are taken up in their order.
        article: the article.
        place: where it was first found.
        is_begun: whether requests have been made for it before.
        is_answered: whether it has an answer, which stands until there is another one.
    """

    id: int
    article: Article
    place: str
    is_begun: bool
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class Admitted:
    """What came of the entries that were taken into the ledger.

    Attributes:
        added: articles that are new.
        known: articles that were in it, in other places of the same run too.
        unreadable: entries without an article.
    """

    added: int = 0
    known: int = 0
    unreadable: int = 0

    def __add__(self, other: "Admitted") -> "Admitted":
        """Add them up."""
        return Admitted(
            self.added + other.added,
            self.known + other.known,
            self.unreadable + other.unreadable,
        )


def article_of(text: str, published: str | None, name: str) -> Article:
    """Make the article of a ledger's row."""
    day = date.fromisoformat(published) if published else None
    return Article(text, published=day, name=name)
