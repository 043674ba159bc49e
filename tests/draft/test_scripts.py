"""Chinese words in both scripts."""

from extractor.draft.scripts import both_scripts


def test_words_stand_in_simplified_and_in_traditional_characters() -> None:
    """What is the same in both stands once."""
    assert both_scripts("发电量 月产 出口 半导体") == {
        "发电量",
        "發電量",
        "月产",
        "月產",
        "出口",
        "半导体",
        "半導體",
    }
