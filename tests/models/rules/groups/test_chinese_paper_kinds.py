"""Kinds of papers that break the projects down, told from agreements beside them."""

import pytest

from extractor.models.rules.groups.chinese_paper_kinds import paper_kinds

LEAD = "11月6日，青山县举行招商推介会，签约项目40个，总投资200亿元。"


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param("其中正式合同26个，框架协议14个。", ["正式合同", "框架协议"], id="among them"),
        pytest.param("正式合同26个，意向协议14个。", ["正式合同", "意向协议"], id="a closed sum"),
        pytest.param(
            "按性质分，26个为投资合同，14个为意向书。", ["投资合同", "意向书"], id="behind"
        ),
        pytest.param("正式合同26个，战略协议9份。", [], id="neither sum nor among"),
        pytest.param("其中战略协议26个，框架协议14个。", [], id="agreements of two kinds"),
        pytest.param("其中框架协议14个。", [], id="one kind"),
    ],
)
def test_kinds_of_papers_are_parts_of_what_was_counted(read, body, labels):
    """Firm and loose papers are kinds where the text says so, or where they add up."""
    reading = read(LEAD + body)

    kinds = paper_kinds(reading)

    assert [reading.text[slice(*kinds[at])] for at in sorted(kinds)] == labels
