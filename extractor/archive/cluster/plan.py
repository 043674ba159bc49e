"""The plan of a run, written into its folder when it begins, and held to whenever it goes on."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.archive.cluster.pieces import Piece
from extractor.archive.options import Options
from extractor.archive.recipe import Recipe
from extractor.errors import UsageError
from extractor.whole_file import write_whole

_VERSION = 1
_PARTITION_BYTES = 4 << 20
"""About a thousand articles of plain text; more where the sources are packed."""


@dataclass(frozen=True)
class Plan:
    """What a run is; all of it decides what lies in its folder.

    Attributes:
        pieces: what the sources are cut into.
        n_partitions: how many partitions the articles make.
        settings: recipe and what is left out, as JSON.
    """

    pieces: Sequence[Piece]
    n_partitions: int
    settings: Mapping[str, Any]

    @classmethod
    def of(
        cls, pieces: Sequence[Piece], recipe: Recipe, options: Options, n_partitions: int | None
    ) -> "Plan":
        """Make the plan of a new run.

        Args:
            pieces: what the sources are cut into.
            recipe: what is asked with.
            options: how it is done.
            n_partitions: how many there are to be; None for as many as there are 4 MiB of sources.
        """
        size = sum(piece.n_bytes for piece in pieces)
        settings = {
            "recipe": dict(recipe.content),
            "triages": options.triages,
            "links": options.links,
        }
        return cls(pieces, n_partitions or max(math.ceil(size / _PARTITION_BYTES), 1), settings)

    def keep(self, path: Path, *, has_chosen: bool) -> "Plan":
        """Write the plan down; where there is one already, make sure that it is this one.

        Args:
            path: the file.
            has_chosen: whether somebody asked for this number of partitions.

        Returns:
            The plan that is kept.

        Raises:
            UsageError: the folder holds another run.
        """
        if not path.is_file():
            write_whole(path, json.dumps(self._to_json()))
            return self
        kept = Plan._of_json(json.loads(path.read_text("utf-8")))
        was, now = kept.settings, self.settings
        for what, is_same in (
            ("sources", list(kept.pieces) == list(self.pieces)),
            (_other_in(was["recipe"], now["recipe"]), was["recipe"] == now["recipe"]),
            ("--triage", was["triages"] == now["triages"]),
            ("--dedupe", was["links"] == now["links"]),
            ("--partitions", kept.n_partitions == self.n_partitions or not has_chosen),
        ):
            if not is_same:
                raise UsageError(f"{path.parent}: holds a run with other {what}; use a new folder")
        return kept

    def _to_json(self) -> dict[str, Any]:
        return {
            "version": _VERSION,
            "n_partitions": self.n_partitions,
            **self.settings,
            "pieces": [piece.to_json() for piece in self.pieces],
        }

    @classmethod
    def _of_json(cls, value: dict[str, Any]) -> "Plan":
        settings = {name: value[name] for name in ("recipe", "triages", "links")}
        pieces = [Piece.of_json(piece) for piece in value["pieces"]]
        return cls(pieces, value["n_partitions"], settings)


def _other_in(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Say what is other in a recipe: what was chosen, or what the package makes of the same choice."""
    before, after = was["versions"], now["versions"]
    chosen = ("models", "max_attempts", "context_tokens")
    if any(was[name] != now[name] for name in chosen) or before["prompt"] != after["prompt"]:
        return "model, prompt or limits"
    if before["figurebook"] != after["figurebook"]:
        return f"version of figurebook ({before['figurebook']})"
    if before.get("rules_sha256") != after.get("rules_sha256"):
        return "code of rules"
    return "prompts or schemas behind the same names"
