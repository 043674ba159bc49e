"""Every figure of a text, in English and Chinese."""

from extractor.figures.figure import Figure, FigureKind
from extractor.figures.finder import find_figures
from extractor.figures.unread import unread

__all__ = ["Figure", "FigureKind", "find_figures", "unread"]
