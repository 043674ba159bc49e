"""Whose figures are whose while those left over are read."""

from extractor.models.rules.groups.groups import read_groups
from extractor.models.rules.groups.totals import Outcome
from extractor.models.rules.leftovers.chinese_ownership import Ownership
from extractor.models.rules.news.background import Background


def test_a_figure_is_free_until_a_group_takes_it(read):
    """The group is its owner then."""
    reading = read("工业项目16个，总投资9亿元。")
    (group,) = read_groups(reading, Background(reading))
    group.amounts.clear()
    ownership = Ownership(reading, Background(reading), Outcome(None, [group]), set())
    at = reading.text.index("Ⓜ")
    was_free = ownership.is_free(at)

    mark = ownership.take(at, group)

    assert (was_free, ownership.is_free(at), ownership.owners[mark.figure.id]) == (
        True,
        False,
        group,
    )
