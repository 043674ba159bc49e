"""The occasions of an event: on site, at one session, on one of its days."""

from extractor.models.rules.groups.group import Group
from extractor.models.rules.reading.reading import Reading
from extractor.models.rules.words.bilingual import bilingual
from extractor.patterns import Pattern

ON_SITE_ZH = (
    r"(?P<label>(?:即场|当场|现场)(?:集中)?(?:签约|签署|签订|签下)?"
    r"|(?:开幕|大会|会议|活动)?(?:首日|当天|当日)(?:集中|现场)?(?:签约)?)"
)
DAY_EN = r"(?:first|second|opening|inaugural|closing|concluding|final|last|Ⓞ) day"
ON_SITE_EN = (
    rf"(?P<label>{DAY_EN}"
    r"|(?:(?:signed |inked )?(?:centrally |collectively |intensively )?(?:on[- ](?:the )?(?:site|stage|spot|scene)|at the (?:scene|site|spot)|face to face)"
    r"|(?:signed |inked )(?:centrally|online|offline))(?: at the opening ceremony)?)"
)
ON_SITE = bilingual(ON_SITE_ZH, ON_SITE_EN)
_ON_DAY_BEHIND = Pattern(
    rf"(?:(?! but | and )[^,;:.ⒸⓂⓅ]){{0,40}}? (?:on|at) the (?P<label>{DAY_EN})\b"
)
_WHEN = Pattern("(?P<label>会[上前后])")
SESSION = Pattern(
    r"(?:在|^|[，。；ⒹⓄ]的?(?:拟|将|计划)?在?)(?:[^，。ⒸⓂ]{0,12}?(?:举行|召开|举办|自己)的)?(?P<label>(?!举办|举行|召开|参加|出席)[\u3400-\u9fff“”·]{0,14}?(?:签约仪式|开幕式|推介会|对接会|专场|会场|论坛|线上签约|云签约))(?:上|中|期间)?(?:[^，。；ⒸⓂ]{0,24}，|集中|现场|签|共|就|又)"
)


def name_occasion(reading: Reading, group: Group) -> bool:
    """Name a whole of one occasion (signed on site) after it, be it said earlier in the sentence."""
    occasion = _occasion(group)
    if not occasion or not group.count:
        return False
    group.name(reading, *occasion)
    group.dimension = "occasion"
    return True


def _occasion(group: Group) -> tuple[int, int] | None:
    """Return where in the reading a group's sentence names its occasion."""
    text, base = group.sentence.text, group.sentence.start
    at = max(group.at - base, 0)
    if behind := _ON_DAY_BEHIND.match(text, at + 1):
        return base + behind.start("label"), base + behind.end("label")
    found = (
        SESSION.search(group.clause)
        or ON_SITE.search(group.clause)
        or ON_SITE.search(text[:at])
        or _WHEN.search(group.clause)
    )
    if not found:
        return None
    start = base + text.find(found["label"])
    return start, start + len(found["label"])
