"""What the tests of extractions share: a short article, a right answer and wrong ones."""

import pytest

TEXT = "Dolor County signed 12 projects at the Lorem Fair. 5 of them are in tea."


@pytest.fixture
def text() -> str:
    """Give the article's text."""
    return TEXT


@pytest.fixture
def answer(make):
    """Give a function that makes an answer: right, but for the event's fields that are given."""

    def build(*, shares: bool = True, label: str = "tea", **fields) -> str:
        tea = make.share("s1", label, count=TEXT.index("5 of"))
        return make.draft(
            make.event(**{"count": TEXT.index("12"), "name": "Lorem Fair"} | fields),
            shares=[tea] if shares else [],
            background=[] if shares else [TEXT.index("5 of")],
        ).model_dump_json()

    return build
