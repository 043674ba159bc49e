"""Errors of meaning and of words: kinds, bases, names and projects that are not so."""

import random
import re
from collections.abc import Iterator

from benchmarks.errors.error import (
    LISTS,
    NAME_LISTS,
    NAMES,
    Change,
    Clean,
    Error,
    Json,
    Slot,
    at,
    setting,
)
from extractor.draft.schema import EVENT_ITEM, NoEvent

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LIKELY_KIND = "capital_brought_in"
_DIGIT = re.compile(r"\d")
_SCALES = (
    ("thousand", "million", "billion", "trillion"),
    ("lakh", "crore"),
    ("万", "亿"),
    ("萬", "億"),
)


def wrong_bases(clean: Clean, _: random.Random) -> Iterator[Error]:
    """A percentage of the investment is called one of the count, or the other way round."""
    for slot in clean.slots:
        if slot.role == "percents":
            base = "count" if slot.meaning == "investment" else "investment"
            yield clean.error(
                setting(slot.path, "of", base),
                f"{slot.figure.as_written}: of {base}",
                items=[slot.item],
                figures=[slot.figure.id],
            )


def wrong_kinds(clean: Clean, _: random.Random) -> Iterator[Error]:
    """An amount is of a kind that the article's other amounts have, or of the likeliest other one."""
    amounts = [slot for slot in clean.slots if slot.role == "amounts"]
    known = dict.fromkeys(slot.meaning for slot in amounts)
    for slot in amounts:
        others = [kind for kind in known if kind != slot.meaning] or [_LIKELY_KIND]
        kind = others[0] if slot.meaning == "investment" else "investment"
        yield clean.error(
            setting(slot.path, "kind", kind),
            f"{slot.figure.as_written} ({slot.item}): {kind} instead of {slot.meaning}",
            items=[slot.item],
            figures=[slot.figure.id],
        )


def misread_digits(clean: Clean, random_: random.Random) -> Iterator[Error]:
    """A figure is quoted, instead of named by its id, with one of its digits another."""
    for slot in clean.slots:
        written = slot.figure.as_written
        if places := [found.start() for found in _DIGIT.finditer(written)]:
            place = random_.choice(places)
            digit = random_.choice([each for each in "123456789" if each != written[place]])
            yield _quoted(clean, slot, written[:place] + digit + written[place + 1 :])


def misread_scales(clean: Clean, _: random.Random) -> Iterator[Error]:
    """A figure is quoted, instead of named by its id, with another scale: million for billion."""
    for slot in clean.slots:
        written = slot.figure.as_written
        for scales in _SCALES:
            for scale, other in zip(scales, (*scales[1:], scales[-2]), strict=True):
                if scale in written:
                    yield _quoted(clean, slot, written.replace(scale, other))


def misspelt_names(clean: Clean, random_: random.Random) -> Iterator[Error]:
    """One letter of a name, label, place, investor or party is another, missing, or there twice."""
    letters = sorted(set(filter(str.isalpha, clean.text)))
    for path, key, name in _names(clean):
        places = [place for place, char in enumerate(name) if char.isalpha()]
        if not places:
            continue
        wrong = _misspelt(name, random_.choice(places), letters, random_)
        item = at(clean.json, path).get("id", EVENT_ITEM)
        yield clean.error(
            setting((*path, *key[:-1]), key[-1], wrong),
            f"{name} → {wrong}",
            items=[item],
        )


def invented_projects(clean: Clean, random_: random.Random) -> Iterator[Error]:
    """A project that the article does not tell of: one remembered from another, or two made one.

    Its amount is one of the article's that were put aside, or one that is used already.
    """
    own = [project["name"] for project in clean.json["projects"]]
    remembered = [project.name for other in clean.others for project in other.draft.projects]
    money = [figure.id for figure in clean.figures.values() if figure.kind == "money"]
    for name in own:
        known = random_.choice(remembered)
        blend = name[: len(name) // 2] + random_.choice(own)[len(name) // 2 :]
        for invented in (known, blend):
            if invented not in clean.text:
                figure = random_.choice([None, *money])
                yield clean.error(
                    _adding(_project(invented, figure)),
                    f"invented: {invented}",
                    items=["invented"],
                )


def taken_for_other_news(clean: Clean, _: random.Random) -> Iterator[Error]:
    """The article is said to tell of no event, but of projects on offer, or something else."""
    yield from _denied(clean, "catalogue", "other_news")


def taken_for_a_look_back(clean: Clean, _: random.Random) -> Iterator[Error]:
    """The article is said to tell of no event, but to take stock or report a speech."""
    yield from _denied(clean, "stock_taking", "speech")


def _denied(clean: Clean, *reasons: NoEvent) -> Iterator[Error]:
    figures = [slot.figure.id for slot in clean.slots]
    for reason in reasons:
        yield clean.error(
            _denying(reason), f"no event: {reason}", items=[EVENT_ITEM], figures=figures
        )


def _quoted(clean: Clean, slot: Slot, quote: str) -> Error:
    return clean.error(
        setting(slot.path, slot.key, quote),
        f"{slot.figure.as_written} ({slot.item}) → {quote}",
        items=[slot.item],
        figures=[slot.figure.id],
    )


def _adding(project: Json) -> Change:
    def add(draft: Json) -> None:
        draft["projects"].append(project)

    return add


def _denying(reason: NoEvent) -> Change:
    nothing: Json = {"event": None, "background": []} | {each: [] for each in LISTS}

    def deny(draft: Json) -> None:
        draft.update(nothing, no_event=reason)

    return deny


def _project(name: str, figure: int | None) -> Json:
    amounts = [] if figure is None else [{"f": figure, "kind": "investment", "same": []}]
    return {
        "id": "invented",
        "name": name,
        "investors": [],
        "place": None,
        "industry": None,
        "amounts": amounts,
        "shares": [],
        "targets": [],
    }


def _names(clean: Clean) -> Iterator[tuple[tuple[str | int, ...], tuple[str | int, ...], str]]:
    """Yield each name with the path of its item and its keys in that."""
    items: list[tuple[tuple[str | int, ...], Json]] = [(("event",), clean.json["event"])]
    items += [((name, i), item) for name in LISTS for i, item in enumerate(clean.json[name])]
    for path, item in items:
        for field in NAMES:
            if item.get(field):
                yield path, (field,), item[field]
        for field in NAME_LISTS:
            for index, name in enumerate(item.get(field, ())):
                yield path, (field, index), name


def _misspelt(name: str, place: int, letters: list[str], random_: random.Random) -> str:
    char = name[place]
    alike = _LATIN if char.isascii() else [each for each in letters if not each.isascii()]
    others = [each for each in alike if each != char.lower()] or _LATIN
    other = random_.choice(others)
    letter = random_.choice([other.upper() if char.isupper() else other, "", char * 2])
    return name[:place] + letter + name[place + 1 :]
