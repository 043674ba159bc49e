"""A standing: a draft, what it resolves to, and what the checks say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.article import Article
from extractor.checks import Checked, Subject, computed_percent, run_checks
from extractor.checks.completeness import UNPLACED
from extractor.draft import Draft, Patch, resolve
from extractor.draft.patch import apply_patch
from extractor.figures import Figure
from extractor.violations import Finding, Violation, as_finding

Disputed = frozenset[tuple[object, ...]]


@dataclass(frozen=True)
class Standing:
    """The best draft so far, and what was found out about it.

    Attributes:
        draft: what the model says.
        subject: what it resolves to.
        checked: what the checks say of that.
        disputed: keys of the violations that the model says are none.
    """

    draft: Draft
    subject: Subject
    checked: Checked
    disputed: Disputed = frozenset()

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What is still to be mended."""
        return tuple(v for v in self.checked.violations if v.key not in self.disputed)

    @property
    def rank(self) -> tuple[int, int]:
        """What a repair has to lower: violations, and among as many those that are plainly wrong.

        A figure put right frees the one in its place, which then wants a place of its own.
        """
        wrong = [v for v in self.violations if not v.code.startswith("completeness.")]
        return len(self.violations), len(wrong)

    @property
    def weight(self) -> int:
        """What a repair of a region has to lower: figures without a place, and other violations."""
        return sum(len(v.figures) if v.code == UNPLACED else 1 for v in self.violations)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks found about the source, and violations that the model says stand."""
        stands = (as_finding(v) for v in self.checked.violations if v.key in self.disputed)
        return (*self.checked.findings, *stands)

    @classmethod
    def of(
        cls,
        draft: Draft,
        article: Article,
        figures: Sequence[Figure],
        *,
        disputed: Disputed = frozenset(),
    ) -> "Standing":
        """Resolve a draft and check what comes of it."""
        subject = Subject(article, tuple(figures), resolve(draft, article, figures))
        return cls(draft, subject, run_checks(subject), disputed)

    def after(
        self, patch: Patch, asked: Sequence[Violation]
    ) -> tuple["Standing", tuple[Violation, ...]]:
        """Return what stands after a patch, and what the patch changed without being asked.

        Args:
            patch: the model's answer.
            asked: the violations it was asked about, in the order of their numbers.
        """
        patched = apply_patch(self.draft, patch, asked)
        disputed = self.disputed | {violation.key for violation in patched.stands}
        article, figures = self.subject.article, self.subject.figures
        after = Standing.of(patched.draft, article, figures, disputed=disputed)
        return after, patched.refused

    def place(self, violation: Violation) -> int:
        """Return about where in the article a violation is: at its figure, or its items' first.

        One about nothing that has a place is about the article's start.
        """
        pointers = {item: pointer for pointer, item in self.subject.resolution.items.items()}
        of_items = [
            entry.figure.id
            for item in violation.items
            for entry in self.subject.entries_by_owner.get(pointers.get(item, ""), ())
            if entry.figure is not None
        ]
        at = next(iter((*violation.figures, *of_items)), 0)
        return min(max(at, 0), len(self.subject.article.text) - 1)  # an id may be made up

    @property
    def computed(self) -> dict[str, Decimal]:
        """Every stated percentage computed anew from the record's own figures, by its pointer."""
        values = {
            f"{share}/percents/{index}": computed_percent(self.subject, share, index)
            for share, stated in self.subject.shares.items()
            for index in range(len(stated.percents))
        }
        return {pointer: value for pointer, value in values.items() if value is not None}
