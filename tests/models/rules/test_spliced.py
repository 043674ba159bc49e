"""Articles cut up, put together again, or in capitals: an extraction ends, and soon."""

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import extract
from extractor.figures import find_figures

TEXTS = [
    path.read_text("utf-8")
    for path in sorted(Path(__file__).parents[3].joinpath("evals", "development").glob("*.txt"))
]
PARTS = [re.split(r"(?<=[。；;.\n，,])", text) for text in TEXTS]
STRAYS = "0123456789,.，。（）()%亿万个和、 and\u3000\xa0\u00ad\u200b第年月－—-~$¥\n"


def spliced(seed: int) -> str:
    """Return an article with parts left out, repeated, cut short, moved, or from other articles."""
    chance = random.Random(seed)
    parts = list(chance.choice(PARTS))
    for _ in range(chance.randint(4, 16)):
        at = chance.randrange(len(parts))
        part = parts[at]
        stray = chance.randrange(len(part) + 1)
        parts[at] = chance.choice(
            [
                "",
                part * 3,
                part[:stray],
                part[:stray] + chance.choice(STRAYS) + part[stray:],
                part + chance.choice(chance.choice(PARTS)),
                parts[chance.randrange(len(parts))],
            ]
        )
    return "".join(parts)


@pytest.mark.parametrize("seed", range(60))
def test_an_extraction_of_anything_ends_with_figures_of_its_article(seed: int) -> None:
    """Nothing is raised, nothing goes on for ever, and every figure is one that stands there."""
    text = spliced(seed)

    extraction = extract(text, model="rules")

    assert extraction.record is not None
    written = {figure.as_written for figure in find_figures(text)}
    counts = [share.count for share in extraction.record.shares if share.count]
    assert {count.as_written for count in counts} <= written


@pytest.mark.parametrize(
    "write", [str.upper, str.title, lambda text: text.title().replace(" ", "-")]
)
@pytest.mark.parametrize("text", [text for text in TEXTS if text.isascii()][:8])
def test_capitals_everywhere_take_no_more_time(text: str, write: Callable[[str], str]) -> None:
    """Where every word may be of a name, no pattern tries all ways to divide them into names."""
    begun = time.process_time()

    extract(write(text), model="rules")

    assert time.process_time() - begun < 5
