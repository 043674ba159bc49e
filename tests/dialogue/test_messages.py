"""Messages: the words of a dialogue's requests, the same at their start, whatever is asked."""

import json
from dataclasses import replace
from datetime import date

import pytest

from extractor.article import Article, Span
from extractor.dialogue.messages import (
    EXTRACT_PROMPT,
    extended,
    extract_prompt,
    first_messages,
    region_messages,
    repair_messages,
)
from extractor.dialogue.views import View, views
from extractor.errors import UsageError
from extractor.exchange import Message
from extractor.figures import find_figures
from extractor.prompts import load_prompt
from extractor.violations import Violation

TEXT = "At the Lorem Fair 12 projects were signed. Tea has 5 of them. Steel has 7. All went home."
PROMPT = load_prompt(EXTRACT_PROMPT)


@pytest.fixture
def view() -> View:
    """The article, shown whole."""
    return View(Article(TEXT), find_figures(TEXT), Span(0, len(TEXT)))


@pytest.fixture
def draft(make):
    """A draft with two groups, a project and an agreement."""
    return make.draft(
        make.event(name="Lorem Fair", place="总 Dolor", count=TEXT.index("12")),
        shares=[make.share("s1", "tea"), make.share("s2", "steel")],
        projects=[make.project("p1", "Amet mill")],
        agreements=[make.agreement("a1", "letters of intent")],
    )


def _about(*items: str, message: str = "no", figures: tuple[int, ...] = ()) -> Violation:
    return Violation(code="a.b", message=message, items=items, figures=figures)


def _tail(messages: tuple[Message, ...], view: View) -> str:
    """Return what stands behind the words of the first request."""
    *before, first = first_messages(PROMPT, view)
    assert messages[:-1] == tuple(before)
    assert messages[-1].content.startswith(first.content + "\n\n")
    return messages[-1].content.removeprefix(first.content + "\n\n")


def test_only_a_prompt_that_asks_for_a_draft_is_taken() -> None:
    """The message names those that do, and no others."""
    with pytest.raises(UsageError, match=r"no prompt 'repair/v1'.*there are: extract/v1") as caught:
        extract_prompt("repair/v1")

    assert extract_prompt("extract/v1").name == "extract/v1"
    assert "region" not in str(caught.value)


def test_an_unknown_version_is_misuse() -> None:
    """As an unknown prompt is."""
    with pytest.raises(UsageError):
        extract_prompt("extract/v0")


@pytest.mark.parametrize(
    ("published", "said"), [(date(2024, 5, 1), "2024-05-01"), (None, "unknown")]
)
def test_the_first_request_shows_the_article_with_its_figures_and_day(
    view: View, published: date | None, said: str
) -> None:
    """Last of all, so that what is constant comes first."""
    dated = replace(view, article=replace(view.article, published=published))

    last = first_messages(PROMPT, dated)[-1]

    assert last.role == "user"
    assert f"Published: {said}\n" in last.content
    assert f"<article>\n{dated.marked}\n</article>" in last.content
    assert "part 1" not in last.content


def test_a_part_of_an_article_is_told_as_one(view: View) -> None:
    """Which, and of how many."""
    cut = TEXT.index("Steel")
    parts = views(view.article, view.figures, [Span(0, cut), Span(cut, len(TEXT))])

    last = first_messages(PROMPT, parts[1])[-1].content

    assert "part 2 of 2" in last
    assert last.index(parts[1].marked) < last.index("part 2 of 2")


def test_a_repair_numbers_what_is_wrong_behind_the_first_requests_words(view, draft) -> None:
    """A provider's cache takes all that stands before."""
    wrong = [_about("s1", message="“tea” is odd."), _about(message="Three are missing.")]

    tail = _tail(repair_messages(PROMPT, view, draft, wrong), view)

    assert "1. “tea” is odd.\n2. Three are missing.\n" in tail


def test_items_concerned_come_whole_and_the_others_by_name(view, draft) -> None:
    """The event first, then in the draft's order, each once."""
    wrong = [_about("p1", "event"), _about("s1", "p1")]

    tail = _tail(repair_messages(PROMPT, view, draft, wrong), view)

    lines = tail.splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("event "))
    event, share, project, others = lines[first : first + 4]
    assert json.loads(event.removeprefix("event ")) == draft.event.model_dump()
    assert '"place":"总 Dolor"' in event
    assert json.loads(share.removeprefix("share ")) == draft.shares[0].model_dump()
    assert json.loads(project.removeprefix("project ")) == draft.projects[0].model_dump()
    assert others == "others: s2 steel; a1 letters of intent"
    assert tail.count("Amet mill") == 1


def test_an_agreement_concerned_comes_whole(view, draft) -> None:
    """And is no longer among the others."""
    tail = _tail(repair_messages(PROMPT, view, draft, [_about("a1")]), view)

    assert '\nagreement {"id":"a1","label":"letters of intent"' in tail
    assert "others: s1 tea; s2 steel; p1 Amet mill\n" in tail


def test_a_draft_without_items_says_so(view, make) -> None:
    """An event that is concerned and not there is no item either."""
    tail = _tail(repair_messages(PROMPT, view, make.draft(), [_about("event")]), view)

    assert "\n(none)\n" in tail


def test_a_region_is_shown_with_the_sentence_before_and_its_figures_ids(view, draft) -> None:
    """Those of all its violations, in brackets as in the article."""
    tea, steel = TEXT.index("5"), TEXT.index("7")
    wrong = [_about("s1", figures=(tea,)), _about("s2", figures=(steel,))]
    region = Span(TEXT.index("Steel"), TEXT.index(" All"))

    tail = _tail(region_messages(PROMPT, view, draft, wrong, region), view)

    shown = f"Tea has 5 [{tea}] of them. Steel has 7 [{steel}]."
    assert f"<passage>\n{shown}\n</passage>" in tail
    assert f"Without a place: [{tea}], [{steel}]\n" in tail
    assert "others: p1 Amet mill; a1 letters of intent\n" in tail


def test_a_region_of_a_text_with_footnotes_names_figures_by_their_marks(draft) -> None:
    """Else a figure's id could be taken for the number of a footnote."""
    text = f"{TEXT} [71]"
    noted = View(Article(text), find_figures(text), Span(0, len(text)))
    steel = text.index("7")
    region = Span(text.index("Steel"), text.index(" All"))

    tail = _tail(
        region_messages(PROMPT, noted, draft, [_about("s2", figures=(steel,))], region), noted
    )

    assert f"Steel has 7 ⟦{steel}⟧." in tail
    assert f"Without a place: ⟦{steel}⟧\n" in tail


def test_more_is_written_into_the_last_message() -> None:
    """Two messages of one role in a row are refused by some chat templates."""
    before = (Message("system", "a"), Message("user", "b"))

    assert extended(before, "c") == (Message("system", "a"), Message("user", "b\n\nc"))
