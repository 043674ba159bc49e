"""What a worse model would get wrong, and how much of it is caught.

python -m benchmarks.errors [FOLDER] [--show CLASS]
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import NamedTuple

from benchmarks.errors import misplaced, mistaken
from benchmarks.errors.error import Clean, Error, Injector
from benchmarks.errors.gold_drafts import gold_article
from benchmarks.errors.outcome import OUTCOMES, Outcome, outcome, reports
from extractor.packaged import packaged_folder

N_PER_CLASS = 200
SEED = 20260101


class ErrorClass(NamedTuple):
    """A class of errors, how they are made, and the most percent that may pass unseen."""

    name: str
    inject: Injector
    target: int | None = None


CLASSES = (
    ErrorClass("swapped in a share, one kind", misplaced.swaps_within, 50),
    ErrorClass("swapped in a share, two kinds", misplaced.swaps_of_two_kinds, 50),
    ErrorClass("swapped across shares", misplaced.swaps_across, 50),
    ErrorClass("share left out", misplaced.shares_left_out, 25),
    ErrorClass("share under a wrong parent", misplaced.wrong_parents, 50),
    ErrorClass("percentage with a wrong base", mistaken.wrong_bases),
    ErrorClass("amount on a wrong project", misplaced.amounts_on_wrong_projects),
    ErrorClass("kind mixed up", mistaken.wrong_kinds),
    ErrorClass("figure with a digit changed", mistaken.misread_digits),
    ErrorClass("figure of another scale", mistaken.misread_scales),
    ErrorClass("name changed by a letter", mistaken.misspelt_names, 5),
    ErrorClass("project invented", mistaken.invented_projects, 5),
    ErrorClass("background taken for a total", misplaced.background_for_totals, 25),
    ErrorClass("event taken for other news", mistaken.taken_for_other_news),
    ErrorClass("event taken for a look back", mistaken.taken_for_a_look_back),
)


class Tried(NamedTuple):
    """One error and what became of it."""

    error: Error
    outcome: Outcome


def clean_drafts(folder: Path) -> list[Clean]:
    """Return the faultless drafts of a folder's articles that report an event."""
    articles = [gold_article(path) for path in sorted(folder.glob("*.json"))]
    articles = [article for article in articles if article.draft.event is not None]
    return [
        Clean(
            article,
            [
                other
                for other in articles
                if other is not article and other.article.language == article.article.language
            ],
        )
        for article in articles
    ]


def try_class(each: ErrorClass, drafts: Sequence[Clean], *, most: int) -> list[Tried]:
    """Make errors of a class, articles taking turns, and see what checks say of them."""
    random_ = random.Random(f"{SEED} {each.name}")
    by_article = []
    for clean in drafts:
        errors = list(each.inject(clean, random_))
        random_.shuffle(errors)
        by_article.append([(error, clean) for error in errors])
    turns = chain.from_iterable(zip_longest(*by_article))
    chosen = islice((turn for turn in turns if turn), most)
    return [Tried(error, outcome(error, clean)) for error, clean in chosen]


def false_alarms(drafts: Sequence[Clean]) -> Iterator[str]:
    """Yield what checks say against faultless drafts, unless the article contradicts itself.

    What a draft cannot say of a gold record at all (`resolve` refuses it, or the finder does not
    show the figure) is no alarm of a check.
    """
    for clean in drafts:
        contradicts = any("contradict" in trait for trait in clean.article.traits)
        for report in reports(clean.subject):
            is_known = contradicts and report.code.startswith("arithmetic.")
            if report.outcome != "impossible" and report.code != "figures.missed" and not is_known:
                about = sorted(map(str, report.items or report.figures))
                yield f"{clean.article.article.name}: {report.code} {about}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table of a folder of gold articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.errors", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=packaged_folder("evals") / "gold")
    parser.add_argument("--show", default="", help="list the errors of the classes that hold this")
    options = parser.parse_args(arguments)
    drafts = clean_drafts(options.folder)
    print(f"errors put into {len(drafts)} faultless drafts, at most {N_PER_CLASS} a class")
    head = f"  {'class':32}{'n':>5}" + "".join(f"{each:>12}" for each in OUTCOMES)
    print(f"{head}{'unseen':>9}{'target':>8}")
    for each in CLASSES:
        tried = try_class(each, drafts, most=N_PER_CLASS)
        print(_row(each, tried))
        if options.show and options.show in each.name:
            for error, result in tried:
                print(f"    {result:11}{error.article.article.name}: {error.what}")
    alarms = list(false_alarms(drafts))
    print(f"  false alarms on the faultless drafts: {len(alarms)}")
    for alarm in alarms:
        print(f"    {alarm}")


def _row(each: ErrorClass, tried: Sequence[Tried]) -> str:
    found = Counter(result for _, result in tried)
    counts = "".join(f"{found[result]:>12}" for result in OUTCOMES)
    unseen = 100 * found["unseen"] / max(len(tried), 1)
    target = "" if each.target is None else f"{each.target}%"
    return f"  {each.name:32}{len(tried):>5}{counts}{unseen:>8.1f}%{target:>8}"


if __name__ == "__main__":
    main()
