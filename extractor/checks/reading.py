"""What the finder cannot read is said, never passed over."""

from collections.abc import Iterator

from extractor.checks.subject import Subject
from extractor.violations import Finding


def check_language(subject: Subject) -> Iterator[Finding]:
    """An article in a language that the finder does not read has figures that nobody checks."""
    if subject.article.language == "other":
        yield Finding(
            code="figures.unread",
            message="The article is neither English nor Chinese; figures in words, and units of "
            "other languages, are not read.",
        )
