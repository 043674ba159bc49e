"""Score the figure finder against lists of every figure of an article, made by hand.

`figures/NAME.json` in the gold folder lists the figures of `NAME.txt` (evals/gold/README.md).
Figures are matched by overlap. Recall does not ask for ordinals, years and clock times, and finding
them is no fault: a found figure of those kinds that no list holds is left out of precision.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evals.gold import load_gold
from extractor.evals.table import aligned
from extractor.figures import Figure, find_figures

FOLDER = "figures"
UNASKED_KINDS = frozenset({"ordinal", "year", "other"})

TARGETS = {"recall": 0.98, "precision": 0.95, "value": 0.98, "hedge": 0.97}
"""The least shares that the finder is to reach over the lists."""


@dataclass(frozen=True)
class ListScore:
    """How well a text's figures were found.

    Attributes:
        n_asked: listed figures of the kinds asked for.
        n_found: those of them that a found figure overlaps.
        n_predicted: found figures that count, for precision.
        n_listed: those of them that overlap a listed figure.
        n_value_right: asked and found figures with the right value (and currency, percent or date).
        n_hedge_right: asked and found figures with the right hedge.
        faults: one line for each thing that is not right.
    """

    n_asked: int = 0
    n_found: int = 0
    n_predicted: int = 0
    n_listed: int = 0
    n_value_right: int = 0
    n_hedge_right: int = 0
    faults: tuple[str, ...] = ()

    def __add__(self, other: "ListScore") -> "ListScore":
        """Pool two scores."""
        return ListScore(
            self.n_asked + other.n_asked,
            self.n_found + other.n_found,
            self.n_predicted + other.n_predicted,
            self.n_listed + other.n_listed,
            self.n_value_right + other.n_value_right,
            self.n_hedge_right + other.n_hedge_right,
            self.faults + other.faults,
        )

    @property
    def shares(self) -> Mapping[str, float | None]:
        """Recall, precision, and the shares of right values and hedges among found; None for 0/0."""
        return {
            "recall": _share(self.n_found, self.n_asked),
            "precision": _share(self.n_listed, self.n_predicted),
            "value": _share(self.n_value_right, self.n_found),
            "hedge": _share(self.n_hedge_right, self.n_found),
        }

    @property
    def misses(self) -> tuple[str, ...]:
        """The names of the targets that are not reached."""
        shares = self.shares
        return tuple(name for name, least in TARGETS.items() if (shares[name] or 0.0) < least)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score_figure_lists(folder: Path) -> dict[str, ListScore]:
    """Score the finder on every figure list of a gold folder.

    Args:
        folder: a gold folder with `figures/` in it.

    Returns:
        The score of each listed article by name, then of each language as `en`, `zh`, then `all`.

    Raises:
        GoldError: there is no list, or one of them cannot be read or belongs to no article.
    """
    documents = {document.name: document for document in load_gold(folder)}
    scores: dict[str, ListScore] = {}
    pooled = {"en": ListScore(), "zh": ListScore()}
    for path in sorted((folder / FOLDER).glob("*.json")):
        document = documents.get(path.stem)
        if document is None or document.source is None:
            raise GoldError(f"{path}: there is no gold article of this name")
        text = document.article.text
        listed = _read_list(path, text)
        score = score_list(text, listed, find_figures(text, published=document.article.published))
        scores[path.stem] = score
        pooled[document.source.language] += score
    if not scores:
        raise GoldError(f"{folder / FOLDER}: there are no figure lists")
    return {**scores, **pooled, "all": pooled["en"] + pooled["zh"]}


def _read_list(path: Path, text: str) -> list[dict[str, Any]]:
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
        for entry in listed:
            start, written = entry["start"], entry["as_written"]
            if text[start : start + len(written)] != written:
                raise GoldError(f"{path}: {written!r} does not stand at {start}")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"{path}: no list of figures ({error})") from error
    return list(listed)


def score_list(
    text: str, listed: Iterable[Mapping[str, Any]], found: Iterable[Figure]
) -> ListScore:
    """Score the figures found in one text against its list."""
    listed, found = list(listed), list(found)
    score = ListScore()
    for entry in listed:
        if entry["kind"] not in UNASKED_KINDS:
            score += _score_entry(text, entry, [f for f in found if _overlaps(f, entry)])
    for figure in found:
        is_listed = any(_overlaps(figure, entry) for entry in listed)
        if is_listed or figure.kind not in UNASKED_KINDS:
            faults: tuple[str, ...] = (
                () if is_listed else (f"extra {_show(text, figure.start, figure.end)}",)
            )
            score += ListScore(n_predicted=1, n_listed=int(is_listed), faults=faults)
    return score


def _overlaps(figure: Figure, entry: Mapping[str, Any]) -> bool:
    return bool(
        figure.start < entry["start"] + len(entry["as_written"]) and entry["start"] < figure.end
    )


def _score_entry(text: str, entry: Mapping[str, Any], found: list[Figure]) -> ListScore:
    place = _show(text, entry["start"], entry["start"] + len(entry["as_written"]))
    if not found:
        return ListScore(n_asked=1, faults=(f"missed {place}",))
    value_right = any(_same_value(figure, entry) for figure in found)
    hedge_right = any(figure.hedge == entry["hedge"] for figure in found)
    got = ", ".join(f"{f.as_written} = {f.to_json()['value']} {f.unit} {f.hedge}" for f in found)
    faults: tuple[str, ...] = (f"wrong value {place}: {got}",) if not value_right else ()
    faults += (f"wrong hedge {place}: {got}",) if not hedge_right else ()
    return ListScore(
        n_asked=1,
        n_found=1,
        n_value_right=int(value_right),
        n_hedge_right=int(hedge_right),
        faults=faults,
    )


def _same_value(figure: Figure, entry: Mapping[str, Any]) -> bool:
    """Compare values, and what is more than indicative of a unit: currencies, and being a percent."""
    if entry["kind"] == "date":
        return bool(figure.date == entry["value"])
    try:
        value = Decimal(entry["value"])
    except (InvalidOperation, TypeError):
        return False
    if value not in {figure.value, figure.upper}:
        return False
    if entry["kind"] == "money":
        return bool(figure.kind == "money" and figure.unit == entry["unit"])
    return bool(entry["kind"] != "percent" or figure.kind == "percent")


def _show(text: str, start: int, end: int) -> str:
    around = text[max(0, start - 20) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + 20]
    return around.replace("\n", "⏎")


def figure_list_table(scores: Mapping[str, ListScore]) -> str:
    """Return scores as an aligned table, one row each, with the targets in the last row."""
    header = ("", "asked", *TARGETS)
    rows = [
        (name, str(score.n_asked), *(_percent(score.shares[column]) for column in TARGETS))
        for name, score in scores.items()
    ]
    rows.append(("target", "", *(_percent(least) for least in TARGETS.values())))
    return "\n".join(aligned((header, *rows)))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}%"
