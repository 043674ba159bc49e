"""Where the projects of a Chinese sentence are, as the words say that open it, or a part of it."""

import re

from extractor.models.rules.words.clauses import behind_last
from extractor.models.rules.words.mentions import Extent
from extractor.patterns import Pattern

_OWNER = Pattern(
    r"[^，；：。]{0,12}?(?P<place>[\u3400-\u9fff]{2,4}[县区市镇乡])(?:则|也|还|又|共)?(?:拿下|签下|签约|引进|揽回|落户)[^，；。]{0,24}$"
)
"""A county whose projects follow behind a colon: 甲县则拿下两个项目：X；Y."""
_HEADING = Pattern(
    r"\s*(?P<place>[\u3400-\u9fff]{1,8}(?:[县区市镇乡]|街道|新城))(?:[^；。：]{0,6}[ⒸⓂ][^；。：]{0,8}){0,2}$"
)
_SITE = Pattern(
    r"\W*(?:此外，|其中，)?(?:(?:在|走进|来到|镜头转向)(?P<at>[\u3400-\u9fff]{1,10}?(?:[县区市镇乡园港]|新城|街道))(?:分会场|里|内|境内)?"
    r"|(?P<within>[\u3400-\u9fff]{1,8}?(?:[县区市镇园港]|新城|街道))(?:里|内|境内|方面|这边|分会场)"
    r"|(?P<owner>[\u3400-\u9fff]{2,8}?(?:[县区市镇园港]|新城))(?:则|也|又|共)?(?:落户|签约|引进|拿下|签下|揽下|开工)Ⓒ[^，；。]{0,6}(?=，(?:包括|分别|有|即|其中)))，"
)
"""A place as a clause of its own at the head of a sentence, or of a part of it: 在甲县，…; 物流园里，…."""
_COMMON = Pattern(
    r"(?:落户|落地|落子|布局|位于|选址|[同是]?在)(?:于|在|到)?(?P<place>[\u3400-\u9fff]{1,10}?(?:[县区市镇乡园港]|新城|街道))(?:落户|落地|签约|开工|投产)?的[^，；。：Ⓟ]{0,16}$"
)
"""Where the projects of a list are, as what opens it says: 落户甲区的有：X；Y."""


def site_at(text: str, start: int) -> Extent | None:
    """Return the place that a part of a sentence opens with."""
    found = _SITE.match(text, start)
    return found.span(found.lastgroup or "at") if found else None


def site_before(text: str, end: int) -> Extent | None:
    """Return the place whose projects, or at which projects, follow behind a colon."""
    common = _COMMON.search(text, behind_last(text, "；。\n", end), end)
    found = common or _OWNER.match(text, 0, end) or heading_before(text, end)
    return found.span("place") if found else None


def heading_before(text: str, end: int) -> re.Match[str] | None:
    """Match the place that heads a part of a sentence up to its colon: 甲镇：X；乙镇：Y.

    Args:
        text: a sentence, or a text of several.
        end: where the colon stands.
    """
    return _HEADING.match(text, behind_last(text, "；。\n", end), end)
