"""What the stages read, line by line, as the page about rules has it."""

import re
from pathlib import Path

from extractor import Article
from extractor.models.rules.trace import trace

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"
_TRACED = re.compile(
    r"^```python\n(?P<code>.*?)^```\n.*?^```text\n(?P<printed>.*?)^```$", re.MULTILINE | re.DOTALL
)


def test_the_page_traces_an_article_as_the_stages_read_it(capsys):
    """A newcomer sees the stages as they are today."""
    traced = _TRACED.search(PAGE.read_text(encoding="utf-8"))
    assert traced is not None

    exec(traced["code"], {})

    assert capsys.readouterr().out == traced["printed"]


def test_the_event_that_a_feature_looks_back_on_is_not_put_aside():
    """The trace reads it as the draft does, though it is of an earlier year."""
    text = (
        "一座山城的千亿账本\n\n大屏幕上的数字停住时，台下静了一秒。\n\n35个项目，702.4亿元。\n\n"
        "去年12月3日当天，签约35个项目。那是去年12月3日下午，2021中国·白岭新能源产业大会的签约环节刚刚结束。\n\n"
        "四个月后的4月，本刊记者来到白岭。35个项目一个一张，贴满了招商中心的墙。"
        "正式合同24个，500.4亿；框架协议11个，202亿。\n"
    )

    assert not [line for line in trace(Article(text)) if line.endswith("| earlier")]
