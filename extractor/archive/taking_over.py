"""Taking over: what waits for a recipe as another version asked with it goes on with this version.

The jobs change their recipe, and keep replies, spending and the answer that stands: a request that is
the same in both versions is not made again. What was answered stays with the version that asked.
"""

import json
import sqlite3

from extractor.archive.kept_recipe import KeptRecipe
from extractor.archive.recipe import Recipe
from extractor.archive.submissions import IS_IN_BATCH

_IS_LEFT = (
    f"state IN ('pending', 'running') AND NOT {IS_IN_BATCH} AND NOT EXISTS"  # noqa: S608  our own words
    " (SELECT 1 FROM jobs AS own WHERE own.article = jobs.article"
    " AND own.recipe = (SELECT id FROM recipes WHERE sha256 = ?))"
)
"""Whether a job can go on with the recipe of a hash: no batch may bring an answer to it, and that
recipe has no job for the article. What runs waits, once whoever ran it is gone."""


def left_to(connection: sqlite3.Connection, recipe: Recipe) -> list[tuple[KeptRecipe, int]]:
    """Return the recipe's other versions for which jobs wait that it takes over, and how many.

    The latest comes first, and has the articles that wait for several.
    """
    rows = connection.execute("SELECT id, content FROM recipes WHERE sha256 != ?", (recipe.sha256,))
    kept = (KeptRecipe(id_, json.loads(content)) for id_, content in rows.fetchall())
    others = {other.number: other for other in kept if other.is_what(recipe)}
    counts = connection.execute(
        "SELECT latest, count(*) FROM (SELECT max(recipe) AS latest FROM jobs"  # noqa: S608  our own words
        f" WHERE recipe IN (SELECT value FROM json_each(?)) AND {_IS_LEFT} GROUP BY article)"
        " GROUP BY 1 ORDER BY 1 DESC",
        (json.dumps(list(others)), recipe.sha256),
    )
    return [(others[number], count) for number, count in counts.fetchall()]


def take_over(connection: sqlite3.Connection, recipe: Recipe, number: int) -> None:
    """Let a recipe have the jobs that wait for it in other versions.

    What those versions have noted of figures counts for it, too: a near-duplicate of what they
    answered is linked, as it would have been by them.

    Args:
        connection: the ledger, in a transaction.
        recipe: what is asked with now.
        number: its number in the ledger.
    """
    for kept, _ in left_to(connection, recipe):
        connection.execute(
            f"UPDATE jobs SET recipe = ? WHERE recipe = ? AND {_IS_LEFT}",  # noqa: S608  our own words
            (number, kept.number, recipe.sha256),
        )
        connection.execute(
            "INSERT OR IGNORE INTO figure_keys (recipe, key, job)"
            " SELECT ?, key, job FROM figure_keys WHERE recipe = ?",
            (number, kept.number),
        )
