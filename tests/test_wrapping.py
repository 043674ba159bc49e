"""Wrapped texts: which line ends only wrap a text, and that nothing else is moved."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.wrapping import JOINER, run_on, unwrapped

ENGLISH = (
    "The Lindow Investment Forum ended on 14 May 2024 with 27 signed projects, worth 4.35 billion "
    "euros in all. Twelve of them are in renewable energy; they account for 2.61 billion euros, or "
    "60 percent of the total, and will be built in three districts."
)
CHINESE = (
    "临江市第三届投资洽谈会于5月14日闭幕，共签约项目27个，总投资435.6亿元。其中，新能源项目12个，投资额261.3亿元，"
    "占总投资的60%；装备制造项目9个，投资额98亿元；其余6个项目为现代农业和文化旅游项目，分布在三个县区，预计明年底前全部开工建设。"
)


def wrapped_chinese(text: str, columns: int) -> str:
    """Return Chinese text in lines of so many columns, cut wherever they end."""
    lines, line, width = [], "", 0
    for char in text:
        size = 2 if char >= "⺀" else 1
        if width + size > columns:
            lines, line, width = [*lines, line], "", 0
        line, width = line + char, width + size
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_english_text_wrapped_to_a_width_runs_on(width: int, line_end: str) -> None:
    """A space stands where each line ended, and the words are those of the text."""
    wrapped = line_end.join(textwrap.wrap(ENGLISH, width))

    plain = run_on(wrapped)

    assert len(plain) == len(wrapped)
    assert plain.replace(JOINER, "") == ENGLISH


@pytest.mark.parametrize("columns", [56, 64, 76])
def test_chinese_text_wrapped_to_a_grid_runs_on_without_spaces(columns: int) -> None:
    """Also where a number is cut in two."""
    plain, origin = unwrapped(wrapped := wrapped_chinese(CHINESE, columns))

    assert plain == CHINESE
    assert [wrapped[offset] for offset in origin] == list(CHINESE)


def test_a_blank_line_between_wrapped_paragraphs_stays() -> None:
    """It ends a paragraph, and so does a heading's line."""
    wrapped = "Forum ends\n\n" + textwrap.fill(ENGLISH, 72) + "\n\n" + textwrap.fill(ENGLISH, 72)

    assert run_on(wrapped).split("\n\n") == ["Forum ends", ENGLISH, ENGLISH]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH + "\n" + ENGLISH + "\n" + CHINESE, id="a-line-a-paragraph"),
        pytest.param(
            "Manufacturing: 12 projects\nServices: 8\nAgriculture: 5 projects\nEnergy: 4\nOther: 3",
            id="short-lines",
        ),
        pytest.param(
            "\n".join(
                f"{number}. A plant for lithium batteries of a firm from abroad, {number} bn"
                for number in range(1, 9)
            ),
            id="numbered-lines-of-one-length",
        ),
        pytest.param(
            "\n".join(["华璨灯饰智能灯具生产基地项目，总投资3.2亿元；"] * 6),
            id="lines-that-each-end",
        ),
        pytest.param(
            "\n".join(
                f"| Lindow plant of Hanbit Cells, part {number} | {number}.45 | wind power    |"
                for number in range(1, 7)
            ),
            id="table-with-bars",
        ),
        pytest.param(
            "\n".join(
                f"{place}区新能源装备制造产业园｜总投资（亿元）｜{number}.20"
                for number, place in enumerate("甲乙丙丁戊")
            ),
            id="chinese-table-with-bars",
        ),
        pytest.param(
            "\n".join(
                f"Hanbit Cells of Korea, cathodes   {number}.45   Lindow harbour"
                for number in range(1, 7)
            ),
            id="table-with-spaces",
        ),
        pytest.param(
            "\n".join(
                f"Hanbit Cells of Korea, cathodes\t{number}.45\tLindow harbour"
                for number in range(1, 7)
            ),
            id="table-with-tabs",
        ),
        pytest.param(
            "\n".join(
                f"{place}南区远大新能源装备制造产业园项目，总投资{number}.10亿元"
                for number, place in enumerate("江河湖海山")
            ),
            id="chinese-list-without-full-stops",
        ),
        pytest.param(
            "\n".join(
                f"Hanbit Cells of Korea will build a plant for cathodes in Lindow {number}"
                for number in range(1, 7)
            ),
            id="list-without-full-stops",
        ),
        pytest.param("one\ntwo\n\nthree", id="few-words"),
        pytest.param("", id="empty"),
    ],
)
def test_lists_and_paragraphs_of_one_line_stay_as_they_are(text: str) -> None:
    """Their line ends say something."""
    assert run_on(text) == text
    assert unwrapped(text) == (text, range(len(text)))


@given(st.text(alphabet="ab 1.,\r\n。总亿-", max_size=400))
def test_only_line_ends_are_ever_replaced(text: str) -> None:
    """Whatever the text is, it keeps its length and every other character."""
    plain = run_on(text)

    assert len(plain) == len(text)
    assert all(old == new or old in "\r\n" for old, new in zip(text, plain, strict=True))
