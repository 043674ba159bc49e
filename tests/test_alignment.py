"""Alignment: a quote's places in a text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.alignment import align, nearest

EXACT, NORMALIZED = "exact", "normalized"


def found(quote: str, text: str) -> tuple[str, list[str]] | None:
    """Return the status and the words found."""
    alignment = align(quote, text)
    return alignment and (alignment.status, [text[start:end] for start, end in alignment.spans])


@pytest.mark.parametrize(
    ("quote", "text", "status", "words"),
    [
        pytest.param("Lorem Fair", "the Lorem Fair opened", EXACT, "Lorem Fair", id="as-it-is"),
        pytest.param(" Lorem ", "the Lorem Fair", EXACT, "Lorem", id="spaces-around"),
        pytest.param("12 [4] works", "the 12 works", EXACT, "12 works", id="mark"),
        pytest.param("12 ⟦4⟧ works [1]", "the 12 works [1]", EXACT, "12 works [1]", id="footnote"),
        pytest.param("LOREM fair", "the Lorem Fair", NORMALIZED, "Lorem Fair", id="case"),
        pytest.param("Lorem Fair", "Lorem\u00a0\n Fair", NORMALIZED, "Lorem\u00a0\n Fair", id="space"),
        pytest.param("LoremFair", "a Lorem Fair", NORMALIZED, "Lorem Fair", id="no-space"),
        pytest.param('the "A" deal', "the “A” deal", NORMALIZED, "the “A” deal", id="quotes"),
        pytest.param("5G项目(一期)", "５Ｇ项目（一期）", NORMALIZED, "５Ｇ项目（一期）", id="width"),
        pytest.param("A–B", "A-B", NORMALIZED, "A-B", id="dashes"),
        pytest.param("Hải Phòng", unicodedata.normalize("NFD", "ở Hải Phòng"), NORMALIZED,
                     unicodedata.normalize("NFD", "Hải Phòng"), id="decomposed"),
        pytest.param("so-called", "so\u00adcalled so-called", EXACT, "so-called", id="soft-hyphen"),
    ],
)  # fmt: skip
def test_a_quote_is_found_at_the_first_level_that_has_it(
    quote: str, text: str, status: str, words: str
) -> None:
    """The words are the text's own, whatever the quote looks like."""
    assert found(quote, text) == (status, [words])


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        pytest.param("Lorem", "Loremville", id="inside-a-word"),
        pytest.param("orem", "Lorem", id="end-of-a-word"),
        pytest.param("588", "93.588 billion", id="after-a-point"),
        pytest.param("93", "93.588 billion", id="before-a-point"),
        pytest.param("602", "1,602億", id="after-a-separator"),
        pytest.param("32", "32,92,000 crore", id="indian-groups"),
        pytest.param("2", "12 projects", id="inside-a-number"),
        pytest.param("cafe", "cafe\u0301", id="before-an-accent"),
        pytest.param("cafe", "café", id="without-its-accent"),
        pytest.param("f", "ﬁ", id="half-a-ligature"),
        pytest.param("absent", "the text", id="absent"),
        pytest.param("", "the text", id="empty"),
        pytest.param(" \n", "the text", id="blank"),
        pytest.param("“”", "the text", id="folds-to-nothing"),
        pytest.param("x", "", id="empty-text"),
        pytest.param("99.588", "93.588 billion", id="another-number"),
        pytest.param("万元", "5亿元", id="another-unit"),
    ],
)
def test_what_does_not_stand_in_the_text_is_not_found(quote: str, text: str) -> None:
    """Grounding is not fuzzy: no part of a word or number, no near miss."""
    assert align(quote, text) is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        pytest.param("Web3", "发展Web3，2024年", id="a-comma-before-a-year"),
        pytest.param("华为", "由华为SAP共建", id="chinese-beside-latin"),
        pytest.param("Phase 2", "Phase 2. It", id="full-stop"),
        pytest.param("𠮷野", "由𠮷野家投资", id="rare-han"),
        pytest.param("项目", "签约项目部", id="han-inside-han"),
    ],
)
def test_a_whole_word_stands_beside_other_signs(quote: str, text: str) -> None:
    """Chinese has no gaps between words, and punctuation ends a number."""
    assert found(quote, text) == (EXACT, [quote])


def test_every_place_is_given_in_order() -> None:
    """Which of them counts is for the caller to say."""
    alignment = align("the Fair", "the Fair, after the Fair")

    assert alignment is not None
    assert [span.start for span in alignment.spans] == [0, 16]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_every_span_folds_to_the_quote(text: str, start: int, end: int) -> None:
    """Whatever is cut out of whatever text, places lie in the text and say what the quote says."""
    quote = text[start:end]

    alignment = align(quote, text)

    for span in alignment.spans if alignment else ():
        assert 0 <= span.start < span.end <= len(text)
        if alignment and alignment.status == EXACT:
            assert text[span.start : span.end] == quote.strip()


@given(
    st.text(alphabet="ab12,. ，é\u0301字“", max_size=12),
    st.text(alphabet="ab12,. ，é\u0301字“", max_size=6),
)
def test_a_quote_between_full_stops_is_always_found(text: str, quote: str) -> None:
    """Whole words stand wherever they stand."""
    if quote.strip() and not quote.strip().startswith("\u0301"):
        assert align(quote, f"{text} | {quote.strip()} | {text}") is not None


@pytest.mark.parametrize(
    ("near", "start"),
    [
        pytest.param((), 4, id="the-first-without-offsets"),
        pytest.param((0,), 4, id="behind"),
        pytest.param((24,), 13, id="before"),
        pytest.param((30, 2), 4, id="the-nearest-offset"),
        pytest.param((12,), 13, id="behind-is-nearer-than-before"),
        pytest.param((10,), 4, id="of-two-as-near-the-first"),
    ],
)
def test_the_place_nearest_to_an_offset_counts(near: tuple[int, ...], start: int) -> None:
    """The figures of an item tell which of several places is meant."""
    text = "The Fair ... Fair, of Fairs and more."

    assert nearest("Fair", text, near=near) == (start, start + 4)


@given(
    st.lists(st.sampled_from(["ab ", "b", "中国", "3.4", " 1,602", "x ", "\n", "7"]), min_size=1),
    st.sampled_from(["ab", "b", "中国", "3.4", "1,602"]),
    st.lists(st.integers(0, 200), min_size=1, max_size=3),
)
def test_no_place_is_nearer_than_the_nearest(
    pieces: list[str], quote: str, near: list[int]
) -> None:
    """It is as near as the nearest of all places that the quote has."""
    text = "".join(pieces)
    places = align(quote, text)

    def distance(start: int, end: int) -> int:
        return min(max(start - offset, offset - end, 0) for offset in near)

    place = nearest(quote, text, near=near)

    assert (place is None) == (places is None)
    assert not (place and places) or distance(*place) == min(distance(*it) for it in places.spans)


def test_in_a_giant_text_only_the_nearest_places_are_looked_at() -> None:
    """A name that stands thousands of times is not looked up in all of them."""
    text = "Amet Ltd. signed.\n" * 50_000

    places = [nearest("Amet Ltd.", text, near=(at,)) for at in range(0, len(text), 18)]

    assert places == [(at, at + 9) for at in range(0, len(text), 18)]


def test_a_place_far_away_is_found_all_the_same() -> None:
    """Where nothing stands nearby, the whole text is searched."""
    text = "Amet Ltd. signed.\n" + "x " * 50_000

    assert nearest("Amet Ltd.", text, near=(90_000,)) == (0, 9)
