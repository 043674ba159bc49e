"""Sums of the whole that Chinese news tells behind its parts: Ⓒ来自深圳，其他Ⓒ来自港澳，总投资198亿元."""

from collections.abc import Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import Reading
from extractor.patterns import Pattern

_IN_ALL = Pattern(
    r"(?:项目|企业)?[^，；。ⒸⓂⓅ]{0,12}，(?:项目|合计|共计|计划|协议|合同)*(?:总投资(?:总?额)?|投资总额|总金额|签约总额|合计投资|共计投资)(?:约|达|为|近|超|逾|共|合计)*Ⓜ"
)
_FEWEST = 2


def lift_late_sums(reading: Reading, groups: Sequence[Group]) -> None:
    """Give the whole the amount of its last part, where none of the others has one.

    Args:
        reading: a Chinese article.
        groups: its groups, in order; they are changed.
    """
    for place, whole in enumerate(groups):
        if not whole.is_whole or not whole.count or whole.amounts:
            continue
        parts = [group for group in groups[place + 1 :] if group.sentence is whole.sentence]
        if len(parts) < _FEWEST or sum(part.n_counted for part in parts) != whole.number:
            continue
        *others, last = parts
        if not any(part.amounts for part in others) and _IN_ALL.match(reading.text, last.at + 1):
            whole.amounts, last.amounts = last.amounts, []
