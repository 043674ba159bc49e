"""The group that a lead tells of as if it were the whole: that of its region, or its only one."""

from collections.abc import Sequence

from extractor.models.rules.groups.group import Group
from extractor.models.rules.words.bilingual import bilingual
from extractor.models.rules.words.words import SIGNED_ZH, STARTED_ZH
from extractor.patterns import Pattern

OTHERS = bilingual("其余", "rest|other|remaining")
"""What a group is named by that is the rest of others."""
DONE_SOMEWHERE = Pattern(
    r"(?:signed|inked|sealed|concluded|started|launched|unveiled|announced) (?:in|at|on|during) (?!the (?:cloud|spot|scene|site|stage)\b)"
)
_SIGNING = Pattern(rf"(?!.*[其当]中).*?(?:{SIGNED_ZH}|{STARTED_ZH})")
_FIRST_WORDS = 12  # letters of a lead in which its subject begins


def lead_subject(groups: Sequence[Group]) -> Group | None:
    """Return the largest group, where the lead tells of it as the whole.

    It is that of the region which the lead's first words name, or was "signed in Lorem on Friday", or
    (Chinese) the only one that is counted.

    Args:
        groups: all groups of an article, wholes among them.
    """
    counted = [(group.count.figure.value or 0, group) for group in groups if group.count]
    _, largest = max(counted, key=lambda pair: pair[0], default=(0, None))
    if largest is None or largest.sentence.paragraph > 0 or largest.parent:
        return None
    if OTHERS.search(largest.shape):
        return None
    is_first = largest.label_at - largest.sentence.start <= _FIRST_WORDS
    is_region = largest.dimension == "region" and is_first
    is_told = is_region or _is_only(largest, groups) or DONE_SOMEWHERE.match(largest.shape)
    return largest if is_told else None


def _is_only(largest: Group, groups: Sequence[Group]) -> bool:
    """Return whether a Chinese lead counts one group alone, by what was done, and no other is a whole.

    "会上签约外资项目Ⓒ" of a gathering of foreign firms counts all that was signed there.
    """
    beside = (group for group in groups if group is not largest and group.count)
    return bool(
        _SIGNING.match(largest.clause)
        and largest.amounts
        and not any(other.is_whole or other.sentence is largest.sentence for other in beside)
    )
