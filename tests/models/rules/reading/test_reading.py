"""The reading: figures as letters, furniture set aside, the article's own letters kept."""

from time import process_time

import pytest

from extractor.article import Article
from extractor.figures import find_figures
from extractor.models.rules.reading.reading import ANY_MARK, Reading


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("共签约项目42个，总投资106.5亿元。", "共签约项目Ⓒ，总投资Ⓜ。"),
        ("签约12个项目", "签约Ⓒ项目"),
        ("10亿元以上项目21个", "Ⓑ以上项目Ⓒ"),
        ("来自26个国家的380家企业", "来自Ⓝ国家的Ⓝ企业"),
        ("A total of 57 projects were signed.", "A total of Ⓒ projects were signed."),
        ("1,200 guests from 26 countries", "Ⓝ guests from Ⓝ countries"),
        ("年产5万吨钢材", "年产Ⓠ钢材"),
    ],
)
def test_figures_become_letters(read, text, written):
    """Each figure is one letter that says what it counts."""
    assert read(text).text == written


def test_a_conversion_belongs_to_its_amount(read):
    """An amount in brackets that restates another is no mark of its own."""
    reading = read("总投资46.8亿美元（折合人民币约297亿元），合同外资19.2亿美元。")
    marks = [mark for _, mark in reading.marks(0, len(reading.text))]

    assert reading.text == "总投资Ⓜ，合同外资Ⓜ。"
    assert len(marks[0].same) == 1


def test_ranges_quote_the_articles_own_letters(read):
    """What the reading simplifies and abbreviates comes back as it stands."""
    text = "港資項目有21個,涉資637億元"
    reading = read(text)

    assert reading.text.startswith("港资项目有Ⓒ，")
    assert reading.quote(0, len(reading.text)) == text


def test_furniture_is_no_sentence(read):
    """Captions, breadcrumbs and teasers are set aside, the headline is none of the sentences."""
    reading = read(
        "首页 > 新闻\n甲县签约12个项目\n图为签约现场。（张三 摄）\n大会共签约项目12个。\n相关阅读\n乙县签约55个项目"
    )

    assert reading.headline is not None
    assert ANY_MARK.sub("", reading.headline.text) == "甲县签约项目"
    assert [sentence.text for sentence in reading.sentences] == ["大会共签约项目Ⓒ。"]


def test_a_sentence_without_end_is_cut_at_its_commas(read):
    """What has to be looked for in the rest of a sentence is never far; nothing is lost."""
    text = "甲区签约项目，" * 1_000 + "甲" * 4_000 + "。"

    sentences = [sentence.text for sentence in read(text).sentences]

    assert "".join(sentences) == text
    assert max(map(len, sentences)) <= 1_000
    assert sentences[0].endswith("，")


def test_a_line_without_end_counts_as_several_paragraphs(read):
    """What has to be looked for in the rest of a paragraph is never far."""
    reading = read("标题\n" + "签约项目有很多。" * 2_000 + "\n又签约。")

    numbers = [sentence.paragraph for sentence in reading.sentences]

    assert numbers == sorted(numbers)
    assert numbers[0] == 0
    assert numbers[-1] == 3


def test_abbreviations_end_no_sentence(read):
    """A firm's Co., Ltd. stays inside its sentence."""
    text = "Lorem Foods Co., Ltd. invested 680 million yuan. It will open soon."

    assert len(read(text).sentences) == 2


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param(
            "12家企业签约落户，食品类7家", "Ⓒ企业签约落户，食品类Ⓒ", id="firms are counted"
        ),
        pytest.param(
            "12家企业参会，共签约项目5个", "Ⓝ企业参会，共签约项目Ⓒ", id="projects are counted"
        ),
        pytest.param("有三个特点，签约3个", "有Ⓝ特点，签约Ⓒ", id="other things are counted"),
        pytest.param("5亿元至10亿元项目11个", "Ⓑ项目Ⓒ", id="a range bounds a class"),
    ],
)
def test_chinese_counts_are_of_projects_or_of_what_is_signed(read, text, written):
    """A measure word counts projects only where no other thing stands behind it."""
    assert read(text).text == written


def test_a_row_of_amounts_is_read_in_time_however_long():
    """Whether one bounds a class is told by the few behind it: 3亿元、5亿元、10亿元以上."""
    text = "3亿元、" * 16_000
    figures = find_figures(text)
    began = process_time()

    Reading(Article(text), figures)

    assert process_time() - began < 5
