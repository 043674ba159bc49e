"""Regions: what is missing in a long list is asked for passage by passage."""

import pytest

from extractor.article import Article, Span
from extractor.dialogue import EXTRACT_PROMPT, REGION_PROMPT, REPAIR_PROMPT, Dialogue
from extractor.dialogue.regions import MAX_REGIONS, regions
from extractor.dialogue.standing import Standing
from extractor.figures import find_figures


@pytest.fixture
def found(make):
    """Give a function that returns the regions of a text of which nothing is drafted but an event."""

    def find(text: str) -> tuple[str, ...]:
        article, draft = Article(text), make.draft(make.event(name=text.split(maxsplit=1)[0]))
        standing = Standing.of(draft, article, find_figures(text))
        return tuple(text[a:b] for a, b in regions(standing, Span(0, len(text))))

    return find


def listed(count: int) -> str:
    """Return a paragraph of sentences with one figure each."""
    return " ".join(f"Plant number {'I' * n} costs {n + 100} million yuan." for n in range(count))


def test_many_figures_without_a_place_are_regions(found) -> None:
    """Two lists far from each other are two passages."""
    first, second, prose = listed(8), listed(7), "Nothing was said. " * 3

    assert found(f"Fair.\n{first}\n{prose}\n{second}") == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(listed(11), id="few"),
        pytest.param("\nNothing. Nothing. Nothing.\n".join([listed(3)] * 5), id="scattered"),
        pytest.param("", id="none"),
    ],
)
def test_few_or_scattered_figures_are_none(found, text: str) -> None:
    """An ordinary repair asks about them."""
    assert found(f"Fair.\n{text}") == ()


def test_a_long_list_is_several_regions_and_not_without_end(found) -> None:
    """A passage holds at most 24 figures, and there are at most eight."""
    passages = found(f"Fair.\n{listed(400)}")

    assert len(passages) == MAX_REGIONS
    assert {text.count("million") for text in passages} == {24}


def test_a_sentence_is_not_cut(found) -> None:
    """However many figures it has."""
    row = ", ".join(f"{n} million yuan" for n in range(100, 140))

    assert found(f"Fair.\nThe plants cost {row}.") == (f"The plants cost {row}.",)


def test_regions_are_asked_for_one_by_one(long_article, drafts, make, answer) -> None:
    """Each request shows the article as before, then its passage with ids; patches add up."""
    dialogue = answer(Dialogue(long_article, model="m", max_attempts=2), drafts())
    requests = []
    for numbers in (range(1, 9), range(9, 17)):
        requests.append(dialogue.request)
        answer(dialogue, make.patch(projects=drafts(*numbers).projects))

    extraction = dialogue.extraction()

    assert extraction.status == "ok"
    assert extraction.record is not None
    assert len(extraction.record.projects) == 16
    first = extraction.attempts[0].request
    for number, (request, inside) in enumerate(zip(requests, "AI", strict=True), start=1):
        assert request is not None
        assert (request.purpose, request.number) == ("repair", number)
        assert request.prompts == (EXTRACT_PROMPT, REGION_PROMPT)
        assert request.messages[-1].content.startswith(first.messages[-1].content)
        passage = request.messages[-1].content.partition("<passage>")[2].partition("</passage>")[0]
        assert f"plant Amet {inside} for" in passage
        assert ("plant Amet A" in passage) == (inside == "A")


def test_what_regions_leave_is_an_ordinary_repair(long_article, drafts, make, answer) -> None:
    """Regions are asked for once."""
    dialogue = answer(
        Dialogue(long_article, model="m", max_attempts=3),
        drafts(),
        make.patch(projects=drafts(*range(1, 8)).projects),
        make.patch(projects=drafts(*range(9, 17)).projects),
    )

    request = dialogue.request
    assert request is not None
    assert request.prompts == (EXTRACT_PROMPT, REPAIR_PROMPT)
    answer(dialogue, make.patch(projects=drafts(8).projects))
    assert dialogue.extraction().status == "ok"


def test_a_region_without_an_answer_leaves_the_others(long_article, drafts, make, answer) -> None:
    """A repair that cannot be read is given up at the limit, and the next passage is asked about."""
    dialogue = answer(
        Dialogue(long_article, model="m", max_attempts=2),
        drafts(),
        "no JSON",
        make.patch(projects=drafts(*range(9, 17)).projects),
    )

    extraction = dialogue.extraction()

    assert extraction.status == "flagged"
    assert extraction.record is not None
    assert len(extraction.record.projects) == 8


def test_a_region_already_mended_is_not_asked_about(long_article, drafts, make, answer) -> None:
    """An earlier answer may have had figures of a later passage beside it."""
    dialogue = answer(
        Dialogue(long_article, model="m"),
        drafts(),
        make.patch(projects=drafts(*range(1, 17)).projects),
    )

    assert dialogue.request is None
    assert dialogue.extraction().status == "ok"
