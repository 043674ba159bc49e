"""What the stages read, line by line, as the page about rules has it."""

import re
from pathlib import Path

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
