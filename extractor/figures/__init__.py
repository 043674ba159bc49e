"""Every figure of a text, in English and Chinese."""

from extractor.figures.figure import Figure, FigureKind

__all__ = ["Figure", "FigureKind"]
