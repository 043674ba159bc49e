"""Articles: their text, language and sentences."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.article import Article, Span
from extractor.errors import ArticleError


def test_an_article_keeps_its_text_as_it_stands() -> None:
    """Line ends, marks and spaces are part of the text."""
    text = "\ufeffHead\r\n\r\n  body\u00a0here [445] {{ x }} $y\n"

    assert Article(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"bytes", id="bytes"),
        pytest.param(None, id="none"),
        pytest.param("half a pair \ud83d", id="surrogate"),
    ],
)
def test_what_is_no_text_is_refused(text: object) -> None:
    """Bytes, nothing and half a surrogate pair are no article."""
    with pytest.raises(ArticleError):
        Article(text)  # type: ignore[arg-type]


def test_a_surrogate_is_reported_with_its_offset() -> None:
    """The message says where the text breaks."""
    with pytest.raises(ArticleError, match="offset 3"):
        Article("abc\udc00")


def test_reading_keeps_line_ends_and_takes_the_name_from_the_file(tmp_path: Path) -> None:
    """A file is read as bytes, so that no offset moves; a byte order mark is no part of it."""
    path = tmp_path / "lorem.txt"
    path.write_bytes("\ufeffone\r\ntwo\r".encode())

    article = Article.read(path, published=date(2024, 5, 6))

    assert article == Article("one\r\ntwo\r", published=date(2024, 5, 6), name="lorem")


def test_a_file_in_another_encoding_is_refused_with_a_way_out(tmp_path: Path) -> None:
    """GB18030 is common; the message says how to convert."""
    path = tmp_path / "gb.txt"
    path.write_bytes("签约项目".encode("gb18030"))

    with pytest.raises(ArticleError, match="iconv"):
        Article.read(path)


def test_a_missing_file_is_an_error_of_the_package(tmp_path: Path) -> None:
    """No OSError escapes."""
    with pytest.raises(ArticleError, match="cannot be read"):
        Article.read(tmp_path / "nothing.txt")


def test_the_hash_depends_on_the_text_alone() -> None:
    """Name and day of publication do not make it another article."""
    article = Article("text", published=date(2024, 1, 1), name="a")

    assert article.sha256 == Article("text", name="b").sha256
    assert article.sha256 != Article("Text").sha256


def test_an_article_cannot_be_changed() -> None:
    """Offsets stay true because the text does."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        Article("text").text = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The county signed 12 projects at the fair in May.", "en", id="english"),
        pytest.param("全县共签约项目12个，总投资34亿元。", "zh", id="simplified"),
        pytest.param("全縣共簽約項目12個，總投資34億元。", "zh", id="traditional"),
        pytest.param("华为、SAP与县政府签约 5G 项目 AAAA", "zh", id="mixed"),
        pytest.param(
            "契約したプロジェクトは12件で、投資総額は34億円です。", "other", id="japanese"
        ),
        pytest.param("Le comté a signé douze projets lors de la foire.", "other", id="french"),
        pytest.param(
            "La provincia firmó doce proyectos a la feria en abril.", "other", id="spanish"
        ),
        pytest.param(
            "The city of Anping (安平) is to sign with Dahua (大华).", "en", id="chinese-names"
        ),
        pytest.param("安平县 签约 12 个项目，总投资 34.5 亿元", "zh", id="chinese-spaced-out"),
        pytest.param("新規事業投資総額発表、東京都が12件を契約", "other", id="japanese-headline"),
        pytest.param("서울시는 12개 사업에 34억 원을 투자하기로 했다.", "other", id="korean"),
        pytest.param(
            "Korean battery maker Hanbit Cells will invest $450m in a cathode plant.",
            "en",
            id="english-without-common-words",
        ),
        pytest.param("Lindow Forum: 12 deals signed, $3.2bn pledged", "en", id="headline"),
        pytest.param("Lindow Forum: 12 deals signed, €3.2bn pledged", "en", id="headline-euro"),
        pytest.param("Vietnam’s Hanbit Cells signs 12 deals worth $3bn", "en", id="apostrophe"),
        pytest.param("Hanbit Cells signs “record” $450m deal", "en", id="quotation-marks"),
        pytest.param("Da Nang attracts $1.2bn in new projects", "en", id="da-nang"),
        pytest.param("Rio de Janeiro signs 12 projects worth $3bn", "en", id="rio"),
        pytest.param(
            "Provinsi itu menandatangani 12 proyek yang besar untuk warga", "other", id="indonesian"
        ),
        pytest.param("Forum in Lindau: 12 Projekte und 3 Verträge", "other", id="german"),
        pytest.param("La région signe 12 projets et 3 accords", "other", id="french-headline"),
        pytest.param(
            "La provincia firma 12 proyectos con el grupo", "other", id="spanish-headline"
        ),
        pytest.param("12 34 56", "other", id="figures"),
        pytest.param("", "other", id="empty"),
    ],
)
def test_language_is_told_by_script_and_common_words(text: str, language: str) -> None:
    """Chinese and English are told from what is neither."""
    assert Article(text).language == language


def test_sentences_are_spans_of_the_text() -> None:
    """Offsets count code points; a line end ends a sentence, blank lines are none."""
    article = Article("😀 It opened. Deals worth $3.4 billion followed.\r\n \r\n你好。再见！\n末行")

    parts = [article.text[start:end].strip() for start, end in article.sentences]

    assert parts == [
        "😀 It opened.",
        "Deals worth $3.4 billion followed.",
        "你好。",
        "再见！",
        "末行",
    ]


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [
        pytest.param(0, Span(0, 3), id="first"),
        pytest.param(3, Span(3, 6), id="second-begins"),
        pytest.param(6, Span(6, 6), id="line-end"),
        pytest.param(7, Span(7, 9), id="last"),
        pytest.param(9, Span(9, 9), id="past-the-end"),
    ],
)
def test_sentence_at_gives_the_sentence_around_an_offset(offset: int, sentence: Span) -> None:
    """Between sentences it gives the empty span there."""
    assert Article("一个。两个。\n三个").sentence_at(offset) == sentence


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("签约项目30个，总投资5亿元。" * 5_000, id="chinese"),
        pytest.param("The project’s worth is 5 million. " * 2_000, id="english"),
    ],
)
def test_a_long_line_is_split_as_a_short_one(text: str) -> None:
    """The window in which sentences are looked for leaves no trace."""
    sentences = Article(text).sentences

    assert len({text[start:end].strip() for start, end in sentences}) == 1
    assert "".join(text[start:end] for start, end in sentences) == text


def test_a_long_line_takes_no_time_of_its_square() -> None:
    """80,000 characters took the splitter 0.7 s in one piece, and a million 90 s."""
    article = Article("签约项目30个，总投资5亿元。" * 20_000)

    assert len(article.sentences) == 20_000


@pytest.mark.parametrize("text", ["字" * 10_000, " " * 10_000, "字" * 10_000 + "。末"])
def test_a_line_without_an_end_in_sight_is_one_sentence(text: str) -> None:
    """No window cuts a sentence in two."""
    sentences = Article(text).sentences

    assert sum(end - start for start, end in sentences) == len(text.strip())


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u3000", "\u0085", "\u2028"])
def test_a_wide_space_behind_a_capital_does_no_harm(space: str) -> None:
    """The splitter takes a full stop behind "B" and a space for an initial, and panicked there."""
    article = Article(f"Deals under Plan B{space}. The rest followed.")

    assert "".join(article.text[start:end] for start, end in article.sentences) == article.text


@given(st.text(max_size=200))
def test_sentences_are_in_order_and_leave_out_blanks_only(text: str) -> None:
    """Whatever the text, what lies between two sentences is blank."""
    article = Article(text)

    done = 0
    for start, end in article.sentences:
        assert done <= start < end
        assert not text[done:start].strip()
        done = end
    assert not text[done:].strip()


def test_a_line_end_that_only_wraps_ends_no_sentence() -> None:
    """In a text wrapped to a width a sentence goes on in the next line."""
    text = (
        "The Lindow Investment Forum ended with 27 signed projects worth 4.35\n"
        "billion euros, of which 12 are in renewable energy and will be built\n"
        "within three years. The largest of them, a wind farm at sea, is worth\n"
        "1.2 billion euros."
    )

    first, second = Article(text).sentences

    assert text[first.start : first.end].strip().endswith("within three years.")
    assert text[second.start : second.end].endswith("1.2 billion euros.")
