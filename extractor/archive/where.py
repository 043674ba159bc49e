"""Conditions on articles, as `--where` takes them: one grammar for every command that has it.

    --where CONDITION[,CONDITION…] [--where …]     all of them must hold
    CONDITION: NAME=VALUE, or a state alone

Values are compared without regard to case, width and spaces around them; an empty one means what
is not known. `reason` holds where the reason has the text in it, which is all that follows up to
the end of its `--where`, commas and all.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, get_args

from extractor.article import Language
from extractor.errors import UsageError

Name = Literal["state", "reason", "language", "year", "host", "model"]

NAMES: tuple[Name, ...] = get_args(Name)
_OTHER_NAMES: dict[str, Name] = {"status": "state"}
"""`status` is what records call it."""

_ANY_NAME = "|".join((*NAMES, *_OTHER_NAMES))
_NEXT = re.compile(rf",\s*(?=(?:{_ANY_NAME})\s*=)")
_YEAR = re.compile(r"\d{4}")


class Traits(Protocol):
    """What conditions are about: an article with what was made of it; empty where not known."""

    @property
    def state(self) -> str:
        """What has become of it."""
        ...

    @property
    def reason(self) -> str:
        """Why there is no event, or no answer."""
        ...

    @property
    def language(self) -> str:
        """The article's: `en`, `zh` or `other`."""
        ...

    @property
    def year(self) -> str:
        """The event's, else that of publication."""
        ...

    @property
    def host(self) -> str:
        """Whose projects they are."""
        ...

    @property
    def model(self) -> str:
        """Who answered."""
        ...


@dataclass(frozen=True)
class Where:
    """Conditions that must all hold.

    Attributes:
        conditions: names and values.
    """

    conditions: tuple[tuple[Name, str], ...] = ()

    @classmethod
    def parse(cls, texts: Sequence[str], *, states: Sequence[str]) -> "Where":
        """Read what was given with `--where`, each time that it was.

        Args:
            texts: conditions, as the module describes them.
            states: those that can be meant.

        Raises:
            UsageError: one is none, its value is none that its name can have, or a name has two.
        """
        conditions: list[tuple[Name, str]] = []
        for text in texts:
            for condition in _split(text):
                name, value = _read(text, condition, states)
                if name != "reason" and name in dict(conditions):
                    raise UsageError(
                        f"--where {text!r}: {name} is given twice, and all conditions must hold"
                    )
                conditions.append((name, value))
        return cls(tuple(conditions))

    @property
    def state(self) -> str | None:
        """The state that is asked for; None for any."""
        return dict(self.conditions).get("state")

    def fits(self, traits: Traits) -> bool:
        """Tell whether all conditions hold."""
        return all(_holds(name, value, getattr(traits, name)) for name, value in self.conditions)


def folded(text: str) -> str:
    """Return a text as it is compared: without regard to case, width and spaces around it."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def year(start_date: str | None, published: date | None) -> str:
    """Return the year of an event, else of publication; empty where neither is known.

    Args:
        start_date: when the event began, EDTF.
        published: the day of publication.
    """
    if start_date and "X" not in start_date[:4]:
        return start_date[:4]
    return f"{published.year:04}" if published is not None else ""


def _split(text: str) -> list[str]:
    """Cut a text before each comma that a condition follows; a reason is the last one."""
    conditions: list[str] = []
    rest = text
    while (found := _NEXT.search(rest)) and not _is_reason(rest):
        conditions.append(rest[: found.start()])
        rest = rest[found.end() :]
    return [*conditions, rest]


def _is_reason(text: str) -> bool:
    return text.partition("=")[0].strip() == "reason"


def _read(text: str, condition: str, states: Sequence[str]) -> tuple[Name, str]:
    """Return the name and value of a condition; `text` is all of it, for messages."""
    said, is_named, value = (part.strip() for part in condition.partition("="))
    if not is_named:
        said, value = "state", said
    name = next((known for known in NAMES if known == _OTHER_NAMES.get(said, said)), None)
    if name is None:
        raise UsageError(
            f"--where {text!r}: there is no {said!r}; write NAME=VALUE with one of "
            f"{', '.join(NAMES)}, or a state alone ({', '.join(states)})"
        )
    if allowed := _what_else(name, value, states):
        raise UsageError(f"--where {text!r}: {name} is {allowed}, not {value!r}")
    return name, value if name == "reason" else folded(value)


def _what_else(name: Name, value: str, states: Sequence[str]) -> str | None:
    """Return what a value should be, where it is nothing that its name can have."""
    match name:
        case "state" if folded(value) not in states:
            return f"one of {', '.join(states)}"
        case "language" if folded(value) not in get_args(Language):
            return f"one of {', '.join(get_args(Language))}"
        case "year" if value and not _YEAR.fullmatch(folded(value)):
            return "four digits"
        case "reason" if not value:
            return "a text that the reason has in it"
    return None


def _holds(name: Name, value: str, actual: str) -> bool:
    if name == "reason":
        return folded(value) in folded(actual)
    return folded(actual) == value
