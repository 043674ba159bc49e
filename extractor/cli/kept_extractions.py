"""What commands about kept extractions read: ledgers, files of `extract --out`, folders of these.

The folder of a run with `--via ray` holds a ledger for each of its parts.
"""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import UsageError

_PARTS = "partitions"

if TYPE_CHECKING:
    from extractor.exports import Exported


def kept_extractions(
    path: Path,
    unread: list[UsageError],
    *,
    recipe: int | None = None,
    as_corrected: bool = False,
) -> "Generator[Exported]":
    """Give what is kept in a ledger, a file or a folder.

    Args:
        path: where it is kept.
        unread: takes the errors of files and corrections that cannot be read.
        recipe: of a ledger, the number of the recipe; None for the latest of each article.
        as_corrected: whether a person's correction counts in place of the model's answer.
    """
    from extractor.archive.storage import is_ledger

    is_of_run = (path / _PARTS).is_dir()
    ledgers = [path] if is_ledger(path) else sorted(path.glob(f"{_PARTS}/*/ledger.db"))
    for ledger in ledgers:
        answers = _of_ledger(ledger, recipe)
        yield from _corrected(ledger, answers, unread) if as_corrected else answers
    if not ledgers and not is_of_run:  # of a run, no part may be done yet
        yield from _of_files(path, unread)


def _of_ledger(path: Path, recipe: int | None) -> Iterator["Exported"]:
    from extractor.archive.accounts import Accounts
    from extractor.archive.exporting import exported

    with Accounts(path) as accounts:
        yield from exported(accounts, recipe=recipe)


def _corrected(
    path: Path, answers: Iterable["Exported"], unread: list[UsageError]
) -> Iterator["Exported"]:
    """Give a ledger's extractions as people corrected them; the others as they are."""
    from extractor.archive.corrections import Reviewed
    from extractor.review.corrected import corrected

    with Reviewed(path) as reviewed:
        for answer in answers:
            correction = reviewed.last_said(answer.article.sha256)
            try:
                right = answer if correction is None else corrected(answer, correction)
            except UsageError as error:
                unread.append(error)
            else:
                yield right


def _of_files(path: Path, unread: list[UsageError]) -> Iterator["Exported"]:
    from extractor.api.kept import Articles, read_kept
    from extractor.exports import Exported

    no_others = Articles(lambda: ())
    for kept in read_kept(path, no_others):
        if isinstance(kept, UsageError):
            unread.append(kept)
        elif kept.envelope is not None:  # recordings do not hold their articles
            yield Exported(kept.article, kept.envelope, kept.article.name)
