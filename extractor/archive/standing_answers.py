"""Standing answers: what jobs were answered before they are asked about again.

The answer stays in its job's row, and its attempts keep their numbers, until another answer takes
their place; the table says what the job was with it. So nobody loses a record by asking for a
better one, whatever becomes of that.
"""

import sqlite3

from extractor.archive.corrections import has_corrections


def let_stand(connection: sqlite3.Connection, chosen: str) -> None:
    """Let the answers of jobs stand that are about to be asked about again.

    Those that stand already stay as they are. What failed has no answer, unless a person
    has corrected it.

    Args:
        connection: the ledger, in a transaction.
        chosen: the name of a table with the jobs' numbers, `id`.
    """
    connection.execute(
        "UPDATE attempts SET number = NULL WHERE NOT is_current AND number IS NOT NULL"  # noqa: S608  our own words
        f" AND job IN (SELECT id FROM {chosen} EXCEPT SELECT job FROM standing_answers)"
    )  # they led to answers that were replaced long ago
    is_corrected = "FALSE"
    if has_corrections(connection):
        is_corrected = "article IN (SELECT article FROM corrections)"
    connection.execute(
        "INSERT OR IGNORE INTO standing_answers (job, state, reason)"  # noqa: S608
        " SELECT id, state, reason FROM jobs WHERE evidence IS NOT NULL"
        f" AND (state IN ('ok', 'flagged', 'no_event') OR state = 'failed' AND {is_corrected})"
        f" AND id IN (SELECT id FROM {chosen})"
    )


def make_room(connection: sqlite3.Connection, job: int) -> None:
    """Let a job's answer give way to another one, which is about to be written."""
    connection.execute("UPDATE attempts SET number = NULL WHERE job = ?", (job,))
    connection.execute("DELETE FROM standing_answers WHERE job = ?", (job,))
