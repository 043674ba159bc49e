"""What the finder cannot read is said, never passed over."""

from collections.abc import Iterator

from extractor.checks.subject import Subject
from extractor.figures import unread
from extractor.violations import Finding

_MOST_SHOWN = 5


def check_language(subject: Subject) -> Iterator[Finding]:
    """An article in a language that the finder does not read has figures that nobody checks."""
    if subject.article.language == "other":
        yield Finding(
            code="figures.unread",
            message="The article is neither English nor Chinese; figures in words, and units of "
            "other languages, are not read.",
        )


def check_notation(subject: Subject) -> Iterator[Finding]:
    """A number that the finder does not read (1.234,5 Mio. €) is named, not misread."""
    text = subject.article.text
    spans = unread(text, subject.figures)
    if spans:
        shown = ", ".join(f"“{text[start:end]}”" for start, end in spans[:_MOST_SHOWN])
        more = f" and {len(spans) - _MOST_SHOWN} more" if len(spans) > _MOST_SHOWN else ""
        yield Finding(
            code="figures.unread",
            message=f"Not read, for their notation or unit: {shown}{more}.",
            spans=spans,
        )
