"""News for a batch interface, who answers what is asked about it, and how often it did."""

import json
import re
import string
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path
from typing import Any, Literal

Turn = Literal["draft", "repair"]

_SUBJECT = re.compile(r"subject-[a-z]{5}")
_REPAIR = "Code checked your draft against the article"
_NOWHERE = "a fair that the article does not name"


def subjects(n: int) -> list[str]:
    """Return names of subjects, which hold no figure."""
    letters = product(string.ascii_lowercase, repeat=5)
    return [f"subject-{''.join(word)}" for word, _ in zip(letters, range(n), strict=False)]


def news(subject: str, number: int) -> str:
    """Return an article about a fair; its figures tell it apart from all others."""
    return (
        f"Fair of {subject}\nAt the fair of {subject}, {100_000 + number} projects with a total "
        f"investment of 3.4 billion yuan were signed, up 8% from the last fair."
    )


def write_news(folder: Path, n: int) -> list[str]:
    """Write so many articles, a file each, and return what they are about."""
    folder.mkdir()
    names = subjects(n)
    for number, subject in enumerate(names):
        (folder / f"{subject}.txt").write_text(news(subject, number))
    return names


class Desk:
    """Answers what is asked about the news.

    Args:
        is_faulty: whether the first draft about a subject has a fault, which a repair mends.

    Attributes:
        counts: how often each subject was answered in each turn.
    """

    def __init__(self, is_faulty: Callable[[str], bool] = lambda _: False) -> None:
        self.counts: Counter[tuple[str, Turn]] = Counter()
        self._is_faulty = is_faulty

    def __call__(self, body: Mapping[str, Any]) -> str:
        """Answer the body of a request for a chat completion, or for a response."""
        asked = body.get("messages", body.get("input"))[-1]["content"]
        subject = _SUBJECT.findall(asked)[0]
        turn: Turn = "repair" if _REPAIR in asked else "draft"
        self.counts[subject, turn] += 1
        name = _NOWHERE if turn == "draft" and self._is_faulty(subject) else f"Fair of {subject}"
        return json.dumps(_patch(name, subject) if turn == "repair" else _draft(name, subject))


def _draft(name: str, subject: str) -> dict[str, Any]:
    """Return a draft of the article about a subject."""
    article = news(subject, 0)
    lists: dict[str, Any] = {"shares": [], "projects": [], "agreements": []}
    nulls = dict.fromkeys(("activity", "start_date", "end_date", "place", "host"))
    amount = {"f": article.index("3.4 billion"), "kind": "investment", "same": []}
    event = {"name": name, "aliases": [], **nulls, "stage": "signed", "industries": []}
    event |= {"count": article.index("100000"), "amounts": [amount]}
    return {"no_event": None, "event": event, **lists, "background": [article.index("8%")]}


def _patch(name: str, subject: str) -> dict[str, Any]:
    """Return a patch that gives the event again, whole."""
    return _draft(name, subject) | {"delete": [], "stands": []}
