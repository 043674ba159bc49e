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
    f"state = 'pending' AND NOT {IS_IN_BATCH} AND NOT EXISTS (SELECT 1 FROM jobs AS own"  # noqa: S608  our own words
    " WHERE own.article = jobs.article"
    " AND own.recipe = (SELECT id FROM recipes WHERE sha256 = ?))"
)
"""Whether a job can go on with the recipe of a hash: no batch may bring an answer to it, and that
recipe has no job for the article."""


def left_to(connection: sqlite3.Connection, recipe: Recipe) -> list[tuple[KeptRecipe, int]]:
    """Return the recipe's other versions for which jobs wait that it takes over, and how many."""
    rows = connection.execute(
        "SELECT recipes.id, content, count(*) FROM recipes JOIN jobs ON recipe = recipes.id"  # noqa: S608  our own words
        f" WHERE sha256 != ? AND {_IS_LEFT} GROUP BY 1 ORDER BY 1",
        (recipe.sha256, recipe.sha256),
    ).fetchall()
    others = [(KeptRecipe(id_, json.loads(content)), count) for id_, content, count in rows]
    return [(kept, count) for kept, count in others if kept.is_what(recipe)]


def take_over(connection: sqlite3.Connection, recipe: Recipe, number: int) -> None:
    """Let a recipe have the jobs that wait for it in other versions.

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
            "UPDATE figure_keys SET recipe = ?1 WHERE recipe = ?2"
            " AND job IN (SELECT id FROM jobs WHERE recipe = ?1)",
            (number, kept.number),
        )
