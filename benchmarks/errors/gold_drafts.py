"""Gold records as drafts: what a faultless model would have answered for each gold article."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.article import Article
from extractor.checks import Subject
from extractor.draft import Draft, resolve
from extractor.draft.names import find_measure
from extractor.figures import Figure, find_figures

_REACH = 300  # code points within which an item's figures stand around its name


@dataclass(frozen=True)
class GoldArticle:
    """An article with its figures and a draft that says what its gold record says."""

    traits: tuple[str, ...]
    article: Article
    figures: tuple[Figure, ...]
    draft: Draft

    @property
    def subject(self) -> Subject:
        """The draft, resolved, as checks see it."""
        return self.with_draft(self.draft)

    def with_draft(self, draft: Draft) -> Subject:
        """Resolve another draft of the same article."""
        return Subject(self.article, self.figures, resolve(draft, self.article, self.figures))


def gold_article(path: Path) -> GoldArticle:
    """Read a gold article and write its record as a draft; figures not used are background.

    Args:
        path: the article's JSON file; the text stands beside it.
    """
    gold = json.loads(path.read_text(encoding="utf-8"))
    published = gold["source"]["published"]
    article = Article.read(
        path.with_suffix(".txt"), published=date.fromisoformat(published) if published else None
    )
    figures = tuple(find_figures(article.text))
    traits = tuple(gold["source"]["traits"])
    return GoldArticle(
        traits, article, figures, _Writer(article.text, figures).draft(gold["record"])
    )


class _Writer:
    """Writes a gold record as a draft, with the id of the likeliest figure for each value."""

    def __init__(self, text: str, figures: tuple[Figure, ...]) -> None:
        self._text = text
        self._figures = figures
        self._used: set[int] = set()

    def draft(self, record: dict[str, Any]) -> Draft:
        record = _standing(record, self._text)
        if record["event"] is None:
            empty: dict[str, list[Any]] = {"shares": [], "projects": [], "agreements": []}
            return Draft(no_event="other_news", event=None, background=[], **empty)
        event = {key: value for key, value in record["event"].items() if key != "total"}
        event |= self._tally(record["event"]["total"], at=self._total_at(record))
        shares = [self._share(share) for share in record["shares"]]
        projects = [self._project(item, f"p{n}") for n, item in enumerate(record["projects"])]
        agreements = [self._agreement(item, f"a{n}") for n, item in enumerate(record["agreements"])]
        background = [figure.id for figure in self._figures if figure.id not in self._used]
        return Draft.model_validate(
            {
                "no_event": None,
                "event": event,
                "shares": shares,
                "projects": projects,
                "agreements": agreements,
                "background": background,
            }
        )

    def _share(self, share: dict[str, Any]) -> dict[str, Any]:
        at = self._place(share["label"], share)
        kept = {key: share[key] for key in ("id", "label", "dimension", "of", "stage")}
        percents = [
            {"f": self._id(percent, "percent", "%", at), "of": percent["of"]}
            for percent in share["percents"]
        ]
        return kept | self._tally(share, at=at) | {"percents": percents}

    def _project(self, project: dict[str, Any], item: str) -> dict[str, Any]:
        at = self._place(project["name"], project)
        kept = {key: project[key] for key in ("name", "investors", "place", "industry", "shares")}
        kept["investors"] = [name for name in kept["investors"] if name]
        kept["shares"] = [share for share in kept["shares"] if share]
        targets = [
            self._target(target, at)
            for target in project["targets"]
            if find_measure(target["measure"], self._text)
        ]
        return {"id": item, **kept, "amounts": self._amounts(project, at), "targets": targets}

    def _target(self, target: dict[str, Any], at: int) -> dict[str, Any]:
        kind = "money" if target["unit"].isascii() and target["unit"].isupper() else "quantity"
        unit = target["unit"] if kind == "money" else None
        f = self._id(target, kind, unit, at)
        return {"f": f, "measure": target["measure"], "unit": target["unit"]}

    def _agreement(self, agreement: dict[str, Any], item: str) -> dict[str, Any]:
        at = self._place(agreement["label"], agreement)
        kept = {key: agreement[key] for key in ("label", "parties")}
        return {"id": item, **kept, **self._tally(agreement, at=at)}

    def _tally(self, item: dict[str, Any], *, at: int) -> dict[str, Any]:
        count = item["count"] and self._id(item["count"], "count", None, at)
        return {"count": count, "amounts": self._amounts(item, at)}

    def _amounts(self, item: dict[str, Any], at: int) -> list[dict[str, Any]]:
        return [
            {
                "f": (f := self._id(amount, "money", amount["currency"], at)),
                "kind": amount["kind"],
                "same": [
                    self._id(same, "money", same["currency"], f if isinstance(f, int) else at)
                    for same in amount["equivalents"]
                ],
            }
            for amount in item["amounts"]
        ]

    def _id(self, part: dict[str, Any], kind: str, unit: str | None, at: int) -> int | str:
        """Return the id of the nearest figure that agrees and is still free, else quote it."""
        kinds = {"money", "percent"} if kind in {"money", "percent"} else {"count", "quantity"}
        fitting = [
            figure
            for figure in self._figures
            if figure.value == Decimal(str(part["value"]))
            and figure.hedge == part["hedge"]
            and (figure.kind == kind or (figure.kind in kinds and kind not in {"money", "percent"}))
            and (unit is None or figure.unit == unit)
        ]
        free = [figure for figure in fitting if figure.id not in self._used] or fitting
        if not free:
            return str(part["as_written"])
        best = min(free, key=lambda figure: abs(figure.id - at))
        self._used.add(best.id)
        return best.id

    def _total_at(self, record: dict[str, Any]) -> int:
        """Return where the total stands: near its amount, in the body rather than the headline."""
        body = self._text.find("\n") + 1
        for part in (record["event"]["total"]["count"], *record["event"]["total"]["amounts"]):
            if part and (found := self._text.find(part["as_written"], body)) >= 0:
                return found
        return body

    def _place(self, name: str, item: dict[str, Any]) -> int:
        """Return the mention of a name that has most of its item's figures around it."""
        written = [part["as_written"] for part in _parts(item)]
        places = []
        start = self._text.find(name)
        while start >= 0:
            around = self._text[start : start + _REACH]
            before = self._text[max(start - _REACH // 3, 0) : start]
            places.append((sum(w in around or w in before for w in written), -start))
            start = self._text.find(name, start + 1)
        return -max(places)[1] if places else 0


def _parts(item: dict[str, Any]) -> list[dict[str, Any]]:
    count = item.get("count")
    listed = [part for key in ("amounts", "percents", "targets") for part in item.get(key, [])]
    return [count, *listed] if count else listed


def _standing(node: Any, text: str) -> Any:
    """Take the first of the strings that gold allows and the article holds, else the first."""
    if isinstance(node, dict):
        if "any_of" in node:
            readings: list[str | None] = node["any_of"]
            held = (each for each in readings if each is not None and each in text)
            return next(held, readings[0])
        return {key: _standing(value, text) for key, value in node.items()}
    return [_standing(part, text) for part in node] if isinstance(node, list) else node
