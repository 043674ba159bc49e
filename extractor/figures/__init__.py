"""Every figure of a text, in English and Chinese."""

from extractor.figures.figure import Figure, FigureKind
from extractor.figures.finder import find_figures

__all__ = ["Figure", "FigureKind", "find_figures"]
