"""Parts: an article that is too long for a model is asked about in parts, and judged as one."""

import pytest

from extractor.article import Article
from extractor.dialogue import EXTRACT_PROMPT, PART_PROMPT, REPAIR_PROMPT, Dialogue
from extractor.errors import UsageError
from extractor.exchange import Reply

FIRST, SECOND = range(1, 9), range(9, 17)


@pytest.fixture
def halved(long_article) -> Dialogue:
    """Give a dialogue whose first request was found too long, and cut in two."""
    dialogue = Dialogue(long_article, model="m")
    assert dialogue.shorten()
    return dialogue


def shown(dialogue: Dialogue) -> str:
    """Return the article as the waiting request shows it."""
    assert dialogue.request is not None
    text = dialogue.request.messages[-1].content
    return text.partition("<article>\n")[2].partition("\n</article>")[0]


def test_each_part_is_asked_about_with_its_own_figures(halved, drafts, answer) -> None:
    """Ids are offsets into the whole article."""
    seen, part = [], 0
    while halved.request is not None:
        part += 1
        request = halved.request
        assert (request.purpose, request.number) == ("draft", part)
        assert request.prompts == (EXTRACT_PROMPT, PART_PROMPT)
        assert f"part {part} of" in request.messages[-1].content
        marked = shown(halved)
        assert all(f" [{figure.id}]" in marked for figure in request.figures)
        assert marked.startswith("At the Lorem Fair")
        seen += request.figures
        inside = [
            n
            for n in (*FIRST, *SECOND)
            if f"Amet {chr(64 + n)} for {n + 100} million yuan [" in marked
        ]
        answer(halved, drafts(*inside))

    extraction = halved.extraction()

    assert part >= 2
    assert tuple(seen) == extraction.figures
    assert extraction.status == "ok"
    assert extraction.record is not None
    assert len(extraction.record.projects) == 16


def test_a_part_may_be_cut_again(halved) -> None:
    """What has been answered stays answered."""
    before = shown(halved)

    assert halved.shorten()

    assert len(shown(halved)) < len(before)


def test_a_sentence_is_never_cut() -> None:
    """Such an article is too long for the model, and that is all there is to say."""
    dialogue = Dialogue(Article("12 projects and " * 500), model="m")

    assert not dialogue.shorten()
    assert dialogue.request is not None


def test_a_context_that_is_known_is_kept(long_article) -> None:
    """Without a request that is refused first; a large one makes no parts."""
    large = Dialogue(long_article, model="m", context_tokens=100_000)
    small = Dialogue(long_article, model="m", context_tokens=5_200)

    assert large.request is not None
    assert small.request is not None
    assert large.request.prompts == (EXTRACT_PROMPT,)
    assert small.request.prompts == (EXTRACT_PROMPT, PART_PROMPT)


def test_an_article_of_too_many_parts_is_a_failure() -> None:
    """Nobody is asked a thousand times about one article."""
    article = Article("At the Lorem Fair, 30 projects were signed. " * 2_000)

    dialogue = Dialogue(article, model="m", context_tokens=5_200)

    assert dialogue.request is None
    assert dialogue.extraction().status == "failed"
    assert "parts" in (dialogue.extraction().reason or "")


def test_a_context_that_the_prompt_fills_is_misuse(long_article) -> None:
    """The message says how large it must be."""
    with pytest.raises(UsageError, match="context_tokens is 2000; extract/v4 wants"):
        Dialogue(long_article, model="m", context_tokens=2_000)


def test_a_repair_shows_the_part_that_it_is_about(halved, drafts, make, answer) -> None:
    """The parts are judged as one, and mended part by part."""
    while halved.request is not None and halved.request.purpose == "draft":
        answer(halved, drafts(*FIRST, *SECOND[:-1]))

    assert halved.request is not None
    assert halved.request.prompts == (EXTRACT_PROMPT, PART_PROMPT, REPAIR_PROMPT)
    assert "Amet P for 116 million yuan [" in shown(halved)
    assert "Amet A for 101 million yuan [" not in shown(halved)
    answer(halved, make.patch(projects=[drafts(16).projects[0]]))
    assert halved.extraction().status == "ok"


def test_a_repair_that_is_too_long_is_asked_in_parts(long_article, drafts, make, answer) -> None:
    """The draft was not."""
    dialogue = answer(Dialogue(long_article, model="m"), drafts(*FIRST, *SECOND[:-1]))
    whole = shown(dialogue)

    assert dialogue.shorten()

    assert len(shown(dialogue)) < len(whole)
    answer(dialogue, make.patch(projects=[drafts(16).projects[0]]))
    assert dialogue.extraction().status == "ok"


def test_a_part_without_a_readable_answer_flags_the_extraction(long_article, make, answer) -> None:
    """Even where nothing in it seems to be missing."""
    dialogue = Dialogue(long_article, model="m", max_attempts=1)
    assert dialogue.shorten()
    answer(dialogue, make.draft(no_event="speech"))
    while dialogue.request is not None:
        answer(dialogue, "no JSON")

    extraction = dialogue.extraction()

    assert extraction.status == "flagged"
    assert {violation.code for violation in extraction.violations} == {"reply.invalid"}


def test_a_refusal_of_a_part_ends_the_dialogue(halved, drafts, answer) -> None:
    """What was answered before is kept."""
    answer(halved, drafts(*FIRST), Reply("", finish="refusal"))

    assert halved.request is None
    assert halved.extraction().status == "flagged"
    assert halved.extraction().record is not None


def test_an_interruption_keeps_the_parts_answered_so_far(halved, drafts, answer) -> None:
    """They were paid for."""
    answer(halved, drafts(*FIRST))
    assert halved.has_draft

    halved.interrupt("Time is up.")

    extraction = halved.extraction()
    assert extraction.status == "flagged"
    assert extraction.record is not None
    assert "reply.missing" in {violation.code for violation in extraction.violations}


def test_only_a_waiting_request_is_too_long(make, answer) -> None:
    """A dialogue that is over cannot be shortened."""
    dialogue = answer(Dialogue(Article("Tea."), model="m"), make.draft())

    with pytest.raises(UsageError):
        dialogue.shorten()
