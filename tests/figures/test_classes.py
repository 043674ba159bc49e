"""Amounts that bound a class, however its members are counted."""

import pytest


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("5亿元及以上的十来个", ["5亿元 = 500000000 CNY boundary", "十来个 = 10 about"]),
        ("10亿元以上30余个", ["10亿元 = 1000000000 CNY boundary", "30余个 = 30 over"]),
        ("没过亿的2个", ["亿 = 100000000 CNY boundary", "2个 = 2"]),
        (
            "over 1 billion yuan projects 15",
            ["1 billion yuan = 1000000000 CNY boundary", "15 = 15"],
        ),
        ("逾百億元者3案", ["百億元 = 10000000000 TWD boundary", "3案 = 3"]),
        ("逾10億元者有8件", ["10億元 = 1000000000 TWD boundary", "8件 = 8"]),
        ("達50億元以上者共8家", ["50億元 = 5000000000 TWD boundary", "8家 = 8"]),
        ("超5000万元的项目占比达88%", ["5000万元 = 50000000 CNY boundary", "88% = 88 %"]),
        (
            "12 of which are worth 1 billion yuan or more",
            ["12 = 12", "1 billion yuan = 1000000000 CNY boundary"],
        ),
        ("超10亿元项目5个", ["10亿元 = 1000000000 CNY boundary", "5个 = 5"]),
    ],
)
def test_an_amount_before_a_count_bounds_a_class(read, text, lines):
    """It is no sum of its own."""
    assert read(text) == lines
