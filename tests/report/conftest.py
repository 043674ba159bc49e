"""What the tests of the report share: an extraction with a figure of every role, and its page parsed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest

from extractor.article import Article
from extractor.checks import Subject, run_checks
from extractor.draft import resolve
from extractor.exchange import Attempt, Reply, Request
from extractor.extraction import Extraction
from extractor.usage import Usage

TEXT = (
    "At the 3rd Lorem Fair, held in Amet on May 6, 2024, 12 projects were signed with a total "
    "investment of 3.4 billion yuan. Among them, 5 manufacturing projects, with an investment of "
    "2.1 billion yuan, account for 61.8% of the total investment.\n\n"
    "Foo Ltd. builds the Bar plant for 200 million yuan, with an annual output of 6 million "
    "pieces. Four strategic agreements came on top. The 12 projects had 40 guests and 7 drones.\n"
)
VOID = {"meta", "rect", "link", "img", "br", "hr", "input", "wbr"}


@dataclass
class Element:
    """An element of a parsed page, with all the text inside it."""

    tag: str
    attrs: dict[str, str]
    text: str = ""
    ancestors: tuple["Element", ...] = field(default=(), repr=False)

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attrs.get("class", "").split()


class Page(HTMLParser):
    """A page as a list of elements in document order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        described = {name: value or "" for name, value in attrs}
        element = Element(tag, described, ancestors=tuple(self._open))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close an element; tags are nested properly."""
        if tag not in VOID:
            assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        """Give text to every element around it."""
        for element in self._open:
            element.text += data

    def by_id(self, id_: str) -> Element:
        """Return the one element with an id."""
        (element,) = (each for each in self.elements if each.attrs.get("id") == id_)
        return element

    def of_class(self, name: str) -> list[Element]:
        """Return the elements of a class."""
        return [element for element in self.elements if name in element.classes]


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Page]:
    """Give the parser of pages."""
    return Page


@pytest.fixture(scope="session")
def built(figure_at, make) -> Extraction:
    """Build an extraction by hand, whose figures have every role but `unjudged`."""
    money: dict[str, Any] = {"kind": "money", "unit": "CNY"}
    found = [
        figure_at(TEXT, "3rd", "3", kind="ordinal"),
        figure_at(TEXT, "May 6, 2024", None, kind="date")._replace(date="2024-05-06"),
        figure_at(TEXT, "12", "12", unit="projects"),
        figure_at(TEXT, "3.4 billion yuan", "3400000000", **money),
        figure_at(TEXT, "5", "5", unit="manufacturing projects"),
        figure_at(TEXT, "2.1 billion yuan", "2100000000", **money),
        figure_at(TEXT, "61.8%", "61.8", kind="percent", unit="%"),
        figure_at(TEXT, "200 million yuan", "200000000", **money),
        figure_at(TEXT, "6 million pieces", "6000000", kind="quantity", unit="pieces"),
        figure_at(TEXT, "Four", "4", unit="strategic agreements"),
        _moved(figure_at(TEXT, "12", "12", unit="projects"), to=TEXT.rindex("12 projects")),
        figure_at(TEXT, "40", "40", unit="guests"),
        figure_at(TEXT, "7", "7", unit="drones"),
    ]
    figures = tuple(sorted(found, key=lambda figure: figure.start))
    ids = {figure.as_written: figure.id for figure in reversed(figures)}
    draft = make.draft(
        make.event(
            name="3rd Lorem Fair",
            start_date="2024-05-06",
            place="Amet",
            count=ids["12"],
            amounts=[make.amount(ids["3.4 billion yuan"])],
        ),
        shares=[
            make.share(
                "s1",
                "manufacturing",
                count=ids["5"],
                amounts=[make.amount(ids["2.1 billion yuan"])],
                percents=[make.percent(ids["61.8%"])],
            )
        ],
        projects=[
            make.project(
                "p1",
                "Bar plant",
                investors=["Foo Ltd."],
                amounts=[make.amount(ids["200 million yuan"])],
                targets=[make.target(ids["6 million pieces"], "annual output")],
            )
        ],
        agreements=[make.agreement("a1", "strategic agreements", count=ids["Four"])],
        background=[ids["40"]],
    )
    article = Article(TEXT, name="lorem")
    subject = Subject(article, figures, resolve(draft, article, figures))
    checked = run_checks(subject)
    request = Request("draft", article, figures, {}, "draft", lambda: ())
    reply = Reply("{}", usage=Usage(1234, 567, 0, None), seconds=2.5, served_by="gpt-lorem-1")
    return Extraction(
        article=article,
        model="openai/gpt-lorem",
        status="flagged",
        reason=None,
        record=subject.record,
        evidence=subject.resolution.evidence,
        computed={},
        violations=checked.violations,
        findings=checked.findings,
        figures=figures,
        unplaced=checked.unplaced,
        attempts=(Attempt(1, request, reply, checked.violations),),
        versions={"figurebook": "0.1.0", "prompt": "extract/v1"},
    )


def _moved(figure, *, to: int):
    length = figure.end - figure.start
    return figure._replace(id=to, start=to, end=to + length)


@pytest.fixture(scope="session")
def without_record() -> Callable[..., Extraction]:
    """Give a function that builds an extraction of a text without a record of it."""

    def build(text: str, **fields: Any) -> Extraction:
        empty: dict[str, Any] = {
            "article": Article(text),
            "model": "rules",
            "status": "failed",
            "reason": "nonsense to the end",
            "record": None,
            "evidence": {},
            "computed": {},
            **dict.fromkeys(("violations", "findings", "figures", "unplaced", "attempts"), ()),
            "versions": {},
        }
        return Extraction(**empty | fields)

    return build
