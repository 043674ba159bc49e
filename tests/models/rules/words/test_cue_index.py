"""Of a table, only the rows of which a cue stands in the words are tried."""

from extractor.models.rules.words.cue_index import CueIndex

CUES = {"signs": ("签约", "拿下"), "anything": (), "starts": ("开工",), "opens": ("开", "签")}
INDEX = CueIndex(tuple(CUES), CUES.__getitem__)


def test_rows_are_those_with_a_cue_in_the_words():
    """A row is passed over where its cues begin alike but do not stand there."""
    assert INDEX.standing("甲公司开业") == ["anything", "opens"]


def test_rows_keep_the_order_of_the_table():
    """The first row of the table is tried first, wherever its cue stands."""
    assert INDEX.standing("开工并签约") == ["signs", "anything", "starts", "opens"]


def test_a_row_without_cues_is_always_tried():
    """Without cues there is nothing to pass it over by."""
    assert INDEX.standing("") == ["anything"]
