"""What tests of the review share: a short article, its labelling, a desk over a folder, a client."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from extractor.article import Article
from extractor.figures import find_figures
from extractor.review.desk import Desk
from extractor.review.editing import edited
from extractor.review.edits import Edits
from extractor.review.labelling import Labelling
from extractor.review.labels import Labels
from extractor.review.server import application
from extractor.review.sources import Answer, FolderSource, new_source

TEXT = (
    "The 2023 Norvale Investment Fair closed in Easton on May 12, 2023. Norvale signed 40 projects "
    "with a total investment of 9.5 billion yuan. Among them, 12 manufacturing projects are worth "
    "3.8 billion yuan, 40% of the total. Albright Corp will build a battery plant in Westford for "
    "1.2 billion yuan, with an annual output of 30,000 tons. Last year 33 projects were signed.\n"
)
TOKEN = "t0ken"
PORT = 8000


@pytest.fixture
def article() -> Article:
    """A short article of the genre."""
    return Article(TEXT, name="norvale")


@pytest.fixture
def blank(article: Article) -> Labelling:
    """The article before anybody said anything."""
    found = find_figures(article.text)
    return Labelling(article, found, Labels.blank(new_source(article)))


@pytest.fixture
def figure(article: Article) -> Callable[[str], int]:
    """Give the id of the first figure that is written so, or begins so."""
    found = find_figures(article.text)
    return lambda words: min(
        (each.as_written != words, each.id) for each in found if each.as_written.startswith(words)
    )[1]


@pytest.fixture
def span() -> Callable[[str], list[int]]:
    """Give the first place of some words."""

    def place(words: str, text: str = TEXT) -> list[int]:
        start = text.index(words)
        return [start, start + len(words)]

    return place


@pytest.fixture
def make() -> Callable[..., Labelling]:
    """Give a function that makes edits, written as the page sends them."""

    def edit(labelling: Labelling, *edits: dict[str, Any]) -> Labelling:
        body = json.dumps({"version": 0, "edits": list(edits)})
        return edited(labelling, Edits.model_validate_json(body).edits)

    return edit


@pytest.fixture
def labelled(
    blank: Labelling,
    make: Callable[..., Labelling],
    span: Callable[[str], list[int]],
    figure: Callable[[str], int],
) -> Labelling:
    """The article, labelled by hand but for last year's figure."""
    return make(
        blank,
        {"op": "add_event", "span": span("2023 Norvale Investment Fair")},
        {"op": "place_figure", "figure": figure("40"), "at": "/event/total/count"},
        {"op": "place_figure", "figure": figure("9.5"), "at": "/event/total/amounts/-"},
        {"op": "set_text", "at": "/event/place", "text": "Easton"},
        {"op": "set_date", "at": "/event/start_date", "figure": figure("May 12")},
        {
            "op": "add_item",
            "list": "shares",
            "span": span("manufacturing"),
            "dimension": "industry",
        },
        {"op": "place_figure", "figure": figure("12"), "at": "/shares/0/count"},
        {"op": "place_figure", "figure": figure("3.8"), "at": "/shares/0/amounts/-"},
        {"op": "place_figure", "figure": figure("40%"), "at": "/shares/0/percents/-"},
        {"op": "add_item", "list": "projects", "span": span("battery plant")},
        {"op": "set_text", "at": "/projects/0/investors/-", "span": span("Albright Corp")},
        {"op": "place_figure", "figure": figure("1.2"), "at": "/projects/0/amounts/-"},
        {
            "op": "place_figure",
            "figure": figure("30,000"),
            "at": "/projects/0/targets/-",
            "measure": "annual output",
        },
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the article, unlabelled."""
    path = tmp_path / "articles"
    path.mkdir()
    (path / "norvale.txt").write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def desk_of(labelled: Labelling) -> Callable[..., Desk]:
    """Give a function that puts a folder's articles on a desk; a stub fills in what was labelled."""
    answer = Answer.of(labelled.extraction)

    def build(path: Path, *, labeller: str | None = None, is_blank: bool = False) -> Desk:
        prefill = None if is_blank else ("stub", lambda _: answer)
        return Desk(FolderSource(path, labeller=labeller), prefill=prefill, labeller=labeller)

    return build


@pytest.fixture
def client_of() -> Callable[..., TestClient]:
    """Give a function that asks a desk's server as its own page does."""

    def build(desk: Desk, **options: Any) -> TestClient:
        app = application(desk, token=TOKEN, port=PORT, **options)
        return TestClient(app, base_url=f"http://127.0.0.1:{PORT}/{TOKEN}")

    return build
