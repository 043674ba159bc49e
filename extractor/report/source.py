"""A source: where an article stands, as a page may say and link it."""

import re
from dataclasses import dataclass

_WEB = re.compile(r"https?://[^\s\x00-\x20\x7f]+", re.IGNORECASE)
"""The only addresses that become links; `javascript:` and the like stay text."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article stands.

    Attributes:
        place: the file, archive member or address that it was read from.
        title: its title there, where there is one apart from the text.
        url: its address, where known.
        also_at: addresses or places where the same or nearly the same text stands.
    """

    place: str
    title: str | None = None
    url: str | None = None
    also_at: tuple[str, ...] = ()

    @property
    def link(self) -> str | None:
        """Its address on the web; None where it has none that may be a link."""
        return next(filter(None, map(web_address, (self.url, self.place))), None)


def web_address(text: str | None) -> str | None:
    """Return a text if it is an address on the web, http or https; else None."""
    return text if text is not None and _WEB.fullmatch(text) else None
