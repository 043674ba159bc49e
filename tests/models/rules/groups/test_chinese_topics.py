"""What a Chinese count is of, told by the clause before it."""

import pytest

from extractor.models.rules.groups.chinese_topics import topic_before


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("装备制造势头最猛，签下Ⓒ", "装备制造", id="does best"),
        pytest.param("签约最多的是装备制造，有Ⓒ", "装备制造", id="is what there is most of"),
        pytest.param("来自长三角的客商最为踊跃，带来Ⓒ", "长三角", id="of people"),
        pytest.param("投向上看，新能源唱主角，Ⓒ", "新能源", id="behind a frame"),
        pytest.param("乙县Ⓞ，Ⓒ", "乙县", id="by rank"),
        pytest.param("会场气氛热烈，现场Ⓒ", None, id="none"),
    ],
)
def test_the_clause_before_a_count_names_its_topic(text, topic):
    """The subject before a verb of rank, or what is ranked first."""
    found = topic_before(text, 0, text.index("Ⓒ"))

    assert (text[slice(*found)] if found else None) == topic
