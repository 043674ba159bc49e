"""Chinese names that are cut where they stand."""

import pytest

from extractor.checks.cut_names import check_names_are_whole


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        pytest.param("由中原能源集团投资建设。", "中原能源集", "集团", id="last character"),
        pytest.param("由中原能源集團投資建設。", "中原能源集", "集團", id="traditional"),
        pytest.param("主要投向先进制造。", "进制造", "先进", id="first character"),
        pytest.param("双方签署备忘录。", "备忘", "备忘录", id="three characters, last"),
        pytest.param("客商来自东南亚。", "南亚", "东南亚", id="three characters, first"),
        pytest.param("其中20亿元以上项目3个。", "20亿元以", "以上", id="threshold"),
        pytest.param("项目落户清禾区。", "清禾", "清禾区", id="rank lost"),
        pytest.param("清禾县签约，项目落户清禾县。", "禾县", "清禾县", id="name lost"),
        pytest.param("项目落户汀阳。", "汀", "户汀阳", id="one character"),
    ],
)
def test_a_cut_name_is_told_with_what_it_is_cut_out_of(subject_of, text, name, whole):
    """A model that lost a character is asked to copy the name whole."""
    (violation,) = check_names_are_whole(subject_of(text, projects=[{"id": "p1", "name": name}]))

    assert violation.code == "grounding.cut"
    assert violation.items == ("p1",)
    assert f"“{whole}”" in violation.message


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("由中原能源集团投资建设。", "中原能源集团", id="whole"),
        pytest.param("现场有研发展示。", "研发", id="words that meet"),
        pytest.param("涉及医疗卫生产业。", "医疗卫生", id="a word that seems to run on"),
        pytest.param("先进制造、进制造各1个。", "进制造", id="whole elsewhere"),
        pytest.param("清禾区域中心开工。", "清禾", id="no rank"),
        pytest.param("客商来自沪苏浙。", "苏", id="short form"),
        pytest.param("湖西市禾县与湖北市禾县签约。", "禾县", id="a short name behind a rank"),
        pytest.param("在禾县签约，落户禾县。", "禾县", id="a short name behind words"),
        pytest.param("三产业态。", "三产", id="plain name"),
        pytest.param("The Amet Chemical plant.", "Amet", id="English"),
    ],
)
def test_a_whole_name_is_left_alone(subject_of, text, name):
    """Characters that meet by chance make no word."""
    subject = subject_of(text, shares=[{"id": "s1", "label": name}])

    assert subject.record.shares[0].label == name
    assert not list(check_names_are_whole(subject))
