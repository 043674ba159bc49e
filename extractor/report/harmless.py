"""A console that text cannot steer: control characters of an article are shown, not obeyed."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions
from rich.segment import Segment

from extractor.report.controls import SHOWN


class HarmlessConsole(Console):
    """Prints every text with its control characters made visible; its own styles work as ever."""

    def render(self, renderable: Any, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Render, and make visible what a terminal would obey."""
        for segment in super().render(renderable, options):
            if segment.control:
                yield segment
            else:
                yield Segment(segment.text.translate(SHOWN), segment.style)
