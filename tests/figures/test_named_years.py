"""Years in Chinese names, which no measure word follows."""

import pytest

from extractor.figures import find_figures


@pytest.mark.parametrize(
    "name",
    [
        "国际博览会", "國際論壇", "全国工商联年会", "大湾区大会", "城市合作论坛", "区域合作洽谈会", "集成电路峰会", "双碳大会", "企业家年会", "台州推介会",
        "台灣投資論壇", "台商大会", "省级重点项目", "首届展会", "项目集中签约", "部分项目", "户外展", "家电博览会", "人工智能大会", "种业大会",
        "环保产业大会", "乡贤大会", "世界大会",
    ],
)  # fmt: skip
def test_a_year_before_a_name_is_a_year(read, name):
    """The first letter of a name may be a measure word elsewhere."""
    assert read(f"在2024{name}上") == ["2024 = 2024"]


@pytest.mark.parametrize(
    "text",
    ["2024个", "2024家", "2016项", "2011人", "2019名", "2013大学生", "约2024国", "2000国", "2016项目", "2024元"],
)  # fmt: skip
def test_a_count_like_a_year_is_a_count(text):
    """A measure word that opens no name counts, as does a round or a hedged number."""
    (figure,) = find_figures(f"共{text}。")
    assert figure.kind in {"count", "money"}
